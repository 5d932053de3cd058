"""What the register reads in the descriptions of two uses of a name; the people are invented."""

import pytest

from onrecord.people.evidence import pooled, profile, weigh


def facts(one: str, other: str, years: tuple[str, str] = ("2020", "2020")) -> set[str]:
    reasons = weigh(profile([one], [years[0]], []), profile([other], [years[1]], []))
    assert all(reason.why for reason in reasons)
    return {reason.fact for reason in reasons}


@pytest.mark.parametrize(
    ("description", "fields", "trades"),
    [
        ("Buffalo Bills quarterback", {"sport"}, {"american football"}),
        ("Tennessee Titans running back", {"sport"}, {"american football"}),
        ("archbishop of Milan", {"religion"}, set()),
        ("chief executive of a bank", {"business"}, set()),
        ("attorney general", {"law"}, set()),
        ("jazz pianist", {"arts"}, {"music"}),
        ("وزير الموانئ", set(), set()),
        ("", set(), set()),
    ],
)
def test_a_description_tells_field_and_trade(description: str, fields: set[str], trades: set[str]) -> None:
    told = profile([description], [None], [])
    assert (told.fields, told.trades) >= (fields, trades)
    assert told.trades == trades


@pytest.mark.parametrize(
    ("one", "other", "years", "fact"),
    [
        ("Chicago Bulls guard", "New York Yankees catcher", ("2010", "2010"), "trades apart"),
        ("jazz pianist", "novelist", ("2010", "2010"), "trades near"),
        ("golfer", "golfer", ("1980", "1998"), "a generation apart in one trade"),
        ("Lowfield ferryman", "minister of ports", ("2010", "2010"), "field unknown"),
        ("minister of ports", "وزير الموانئ", ("2010", "2010"), "one without description"),
        ("senator from Ohio", "senator from Ohio", ("2010", "2010"), "state shared"),
        ("bishop", "striker", ("2010", "2010"), "fields apart"),
    ],
)
def test_two_descriptions_give_facts_whatever_their_order(
    one: str, other: str, years: tuple[str, str], fact: str
) -> None:
    assert fact in facts(one, other, years)
    assert facts(one, other, years) == facts(other, one, years[::-1])


def test_nothing_known_on_either_side_is_no_evidence_but_its_lack() -> None:
    reasons = weigh(profile([], [None], []), profile([], [None], []))
    assert [reason.fact for reason in reasons] == ["one without description"]


def test_an_entry_knows_all_that_its_namings_tell() -> None:
    told = pooled(profile(["golfer"], ["1990"], ["Ada Orme"]), profile(["senator from Ohio"], ["2010"], []))
    assert told.fields >= {"sport", "politics"}
    assert (told.first, told.last) == (1990, 2010)
    assert told.beside


@pytest.mark.timeout(20)
@pytest.mark.parametrize("description", ["a" * 100_000, "senator " * 50_000, "‘" * 50_000, "李" * 50_000])
def test_a_description_of_any_length_is_read(description: str) -> None:
    assert len(profile([description], ["not a date"], [description]).words) <= 60
