"""How sure the register is that two uses of a name are one person's, and the pinned figures of the benchmark."""

from collections import Counter

import pytest
from benchmarks.register import merged, pairs

from onrecord.people.evidence import profile, weigh
from onrecord.people.register.linkage import JOIN, OPEN, WEIGHTS, score
from onrecord.people.register.variants import likeness

MAYOR = ["mayor of Lowfield"]


def chance(
    first: str, second: str, one: list[str], other: list[str], years: tuple[str, str] = ("2024", "2024")
) -> float:
    like = likeness(first, second)
    assert like is not None
    reasons = weigh(profile(one, ["2024"], []), profile(other, ["2024"], []))
    return score(first, second, like, reasons)


def test_a_rare_name_is_one_person_where_nothing_speaks_against_it() -> None:
    assert chance("Wendeline Quillfeather", "Wendeline Quillfeather", MAYOR, []) >= JOIN


def test_a_common_name_is_not() -> None:
    assert chance("John Smith", "John Smith", MAYOR, []) < JOIN


def test_a_parent_and_a_child_of_one_name_are_left_apart() -> None:
    golfer = ["golfer"]
    like = likeness("Tobias Renn", "Tobias Renn Jr.")
    assert like is not None
    reasons = weigh(profile(golfer, ["1975"], []), profile(golfer, ["2005"], []))
    assert score("Tobias Renn", "Tobias Renn Jr.", like, reasons) <= OPEN


def test_a_single_name_needs_the_contexts() -> None:
    assert chance("Quillfeather", "Quillfeather", [], []) <= OPEN
    assert chance("Quillfeather", "Quillfeather", MAYOR, MAYOR) > OPEN


def test_initials_that_all_agree_are_one_name() -> None:
    assert chance("J. R. Quillfeather", "James Renfrew Quillfeather", MAYOR, MAYOR) >= JOIN


def test_every_weight_is_of_a_fact_and_finite() -> None:
    assert all(-10 < weight < 10 for weight in WEIGHTS.values())
    assert WEIGHTS["generations"] < 0 < WEIGHTS["words shared"]


def test_names_only_roughly_alike_need_the_contexts() -> None:
    assert chance("Bakola Fudino", "Bakolo Fudeno", [], []) <= OPEN


@pytest.mark.parametrize(
    ("one", "other", "years", "fact"),
    [
        (["Lakers guard"], ["Dodgers pitcher"], ("2010", "2010"), "trades apart"),
        (["Welsh novelist"], ["Canadian novelist"], ("2010", "2010"), "countries apart"),
        (["senator from Ohio"], ["senator from Texas"], ("2010", "2010"), "states apart"),
        (["tennis player"], ["tennis player"], ("1950", "2010"), "longer than a career"),
        (["minister of ports"], ["ports minister"], ("2010", "2011"), "words shared"),
        (["Sacramento Kings center"], ["king of Sardonia"], ("2010", "2010"), "fields apart"),
        ([], ["tennis player"], ("2010", "2010"), "one without description"),
        (MAYOR, MAYOR, ("1890", "2010"), "generations"),
    ],
)
def test_contexts_give_their_reasons(
    one: list[str], other: list[str], years: tuple[str, str], fact: str
) -> None:
    reasons = weigh(profile(one, [years[0]], []), profile(other, [years[1]], []))
    assert fact in {reason.fact for reason in reasons}
    assert all(reason.why for reason in reasons)


def test_company_is_a_reason_whatever_the_order_of_the_names() -> None:
    reasons = weigh(profile([], [None], ["Ada Orme"]), profile([], [None], ["Orme Ada"]))
    assert [reason.fact for reason in reasons if reason.fact == "same company"] == ["same company"]


# Over all pairs, and over the half that the weights were not fitted on; they may only go up.
FLOORS = {"all": (0.985, 0.685), "other half": (0.98, 0.70)}


@pytest.mark.timeout(120)
def test_the_benchmark_of_variants_and_namesakes_does_not_fall() -> None:
    counts: dict[str, Counter[tuple[bool, bool]]] = {"all": Counter(), "other half": Counter()}
    for pair in pairs():
        found = merged(pair)
        counts["all"][pair.same, found] += 1
        if not pair.fitted:
            counts["other half"][pair.same, found] += 1
    assert counts["all"].total() >= 2_000
    for group, (precision, recall) in FLOORS.items():
        right, wrong, missed = (counts[group][key] for key in ((True, True), (False, True), (True, False)))
        assert right / (right + wrong) >= precision, (group, right, wrong)
        assert right / (right + missed) >= recall, (group, right, missed)
