"""Lineage: who took it from whom, what each changed, first said and first printed, and how many are independent."""

import itertools

import pytest

from onrecord.check.documents import document_from_text
from onrecord.model import Date, Original
from onrecord.trace.lineage import MOST_CANDIDATES, lineage
from onrecord.traces import Copy, Lineage, Member, PrintedIn, Printing

SAID = (
    "We have counted every cart that waits on the quay, and we will go on counting. The ferry is no answer to a "
    "closed bridge, whatever the harbour board may print in its almanac."
)
SPEECH = document_from_text(f"Briefing of 11 March 2024\n\nMS. OAKE: {SAID}\n", path="address.txt")
WHOLE = "We have counted every cart that waits on the quay, and we will go on counting."
TYPO = "We have counted every cart that waist on the quay, and we will go on counting."
DROPPED = "We have counted every cart on the quay, and we will go on counting."
BRACKET = "We have counted every cart that waits [in Kessary], and we will go on counting."
ELLIPSIS = "We have counted every cart … and we will go on counting."
LIGHT = "We've counted every cart that waits on the quay, and we'll go on counting."


def printing(id: str, text: str, day: int | None, **fields: str) -> Printing:
    published = None if day is None else f"2024-03-{day:02}"
    return Printing(id=id, text=text, article=f"article {id}", published=published, **fields)


def day(value: str) -> Date:
    precision = "minute" if len(value) > 10 else "day" if len(value) == 10 else "month"
    return Date(value=value, precision=precision, text=value)


def article(id: str, outlet: str, published: str | None = None, **fields: object) -> PrintedIn:
    return PrintedIn(
        id=f"article {id}",
        outlet=outlet,
        published=day(published) if published else None,
        **fields,  # type: ignore[arg-type]
    )


def traced(
    *printings: Printing, articles: tuple[PrintedIn, ...] = (), copies: tuple[Copy, ...] = ()
) -> Lineage:
    return lineage(printings, articles={row.id: row for row in articles}, documents=[SPEECH], copies=copies)


def parents(found: Lineage) -> dict[str | int, str | int | None]:
    return {member.id: member.parent for member in found.members}


def member(found: Lineage, id: str) -> Member:
    return next(row for row in found.members if row.id == id)


@pytest.mark.parametrize(
    ("name", "earlier", "later", "taken"),
    [
        ("a typing error in both", TYPO, TYPO, True),
        ("unmarked words dropped in both", DROPPED, DROPPED, True),
        ("the same words in brackets", BRACKET, BRACKET, True),
        ("the same words left out with an ellipsis", ELLIPSIS, ELLIPSIS, True),
        ("the same gap, one without its ellipsis", ELLIPSIS, ELLIPSIS.replace(" …", ""), True),
        ("the error with one more", TYPO, TYPO.replace("counted", "countde"), True),
        ("the words as they were said", WHOLE, WHOLE, False),
        ("contractions, which many a hand makes", LIGHT, LIGHT, False),
        ("an error that the later one has not", TYPO, WHOLE, False),
        ("an error of the later one alone", WHOLE, TYPO, False),
        ("words that the earlier one had dropped", DROPPED, TYPO, False),
        ("different changes of one place", BRACKET, TYPO, False),
        (
            "a clause, which many a hand takes alone",
            "we will go on counting.",
            "we will go on counting.",
            False,
        ),
    ],
)
def test_the_words_tell_who_took_them_from_whom(name: str, earlier: str, later: str, taken: bool) -> None:
    found = traced(printing("a", earlier, 12), printing("b", later, 14))
    assert parents(found) == {"a": None, "b": "a" if taken else None}


def test_without_evidence_there_are_candidates_and_no_parent() -> None:
    found = traced(printing("a", WHOLE, 12), printing("b", WHOLE, 12), printing("c", WHOLE, 14))
    assert parents(found) == {"a": None, "b": None, "c": None}
    assert {row.id: row.timing for row in member(found, "c").candidates} == {"a": "earlier", "b": "earlier"}
    assert {row.id: row.timing for row in member(found, "b").candidates} == {"a": "either"}


def test_many_candidates_are_counted_beyond_the_likeliest() -> None:
    found = traced(*(printing(f"p{number:02}", WHOLE, number) for number in range(1, 10)))
    last = member(found, "p09")
    assert (len(last.candidates), last.others) == (MOST_CANDIDATES, 8 - MOST_CANDIDATES)


@pytest.mark.parametrize(
    ("name", "first", "second", "parent_of_b"),
    [
        ("the day before", {"published": day("2024-03-12")}, {"published": day("2024-03-13")}, "a"),
        ("the day after", {"published": day("2024-03-14")}, {"published": day("2024-03-13")}, None),
        (
            "minutes of one day",
            {"published": day("2024-03-12T08:00:00Z")},
            {"published": day("2024-03-12T09:30:00Z")},
            "a",
        ),
        ("one day, nobody knows", {"published": day("2024-03-12")}, {"published": day("2024-03-12")}, None),
        ("a month, nobody knows", {"published": day("2024-03")}, {"published": day("2024-03-13")}, None),
        ("no dates at all", {}, {}, None),
        (
            "published earlier but changed later",
            {"published": day("2024-03-12"), "modified": day("2024-03-20")},
            {"published": day("2024-03-13")},
            "a",
        ),
    ],
)
def test_dates_tell_the_direction_only_as_far_as_they_are_known(
    name: str, first: dict[str, Date], second: dict[str, Date], parent_of_b: str | None
) -> None:
    articles = (PrintedIn(id="article a", **first), PrintedIn(id="article b", **second))
    found = traced(printing("a", TYPO, None), printing("b", TYPO, None), articles=articles)
    assert parents(found)["b"] == parent_of_b


def test_one_day_is_told_by_the_words_where_one_has_more_errors() -> None:
    worse = TYPO.replace("counted every", "countde every").replace("quay", "qauy")
    found = traced(printing("a", worse, 12), printing("b", TYPO, 12))
    assert parents(found) == {"a": "b", "b": None}


@pytest.mark.parametrize(
    ("name", "fields", "kind"),
    [
        ("by its name", {"original": Original(outlet="The Causeway")}, "named"),
        ("by its address", {"original": Original(url="http://causeway.example/ferry/")}, "named"),
        ("in its credit line", {"credit": "With material of Causeway Press Agency"}, "credit"),
        ("in its byline", {"authors": ("Causeway Press Agency",)}, "credit"),
    ],
)
def test_an_article_that_names_its_original_took_it_from_there(
    name: str, fields: dict[str, object], kind: str
) -> None:
    outlet = "Causeway Press Agency" if kind == "credit" else "Causeway"
    articles = (
        article("a", outlet, "2024-03-12", url="https://www.causeway.example/ferry"),
        article("b", "Wire", "2024-03-12"),
        article("c", "Longstrand", "2024-03-14", **fields),
    )
    found = traced(*(printing(id, WHOLE, None) for id in "abc"), articles=articles)
    assert parents(found) == {"a": None, "b": None, "c": "a"}
    assert member(found, "c").grounds[0].kind == kind


def test_a_copy_took_it_from_its_original_and_never_the_other_way_round() -> None:
    copy = Copy(a="article a", b="article b", shared=0.9, direction="a<b")
    found = traced(printing("a", WHOLE, 12), printing("b", WHOLE, 12), copies=(copy,))
    assert parents(found) == {"a": None, "b": "a"}
    assert member(found, "b").grounds[0].kind == "copy"


def test_a_chain_is_told_as_a_chain() -> None:
    second = TYPO.replace("counted every", "countde every")
    third = second.replace("will go", "shall go")
    found = traced(printing("a", TYPO, 12), printing("b", second, 13), printing("c", third, 14))
    assert parents(found) == {"a": None, "b": "a", "c": "b"}


def test_where_two_are_equally_likely_it_is_their_forebear_and_they_are_named() -> None:
    found = traced(*(printing(id, TYPO, 12 + at) for at, id in enumerate("abc")))
    assert parents(found) == {"a": None, "b": "a", "c": "a"}
    assert member(found, "c").through == ("b",)


@pytest.mark.parametrize(
    ("name", "text", "counts", "kinds"),
    [
        ("nothing", WHOLE, (0, 0, 0), []),
        ("a word dropped", WHOLE.replace("every ", ""), (1, 0, 0), ["wording"]),
        ("a word added", WHOLE.replace("every", "each and every"), (0, 2, 0), ["wording"]),
        ("a word changed", WHOLE.replace("cart", "wagon"), (0, 0, 1), ["wording"]),
        ("a bracket", BRACKET, (0, 0, 3), ["bracket"]),
        ("an ellipsis", ELLIPSIS, (5, 0, 0), ["ellipsis"]),
        ("a contraction, which changes nothing", LIGHT, (0, 0, 0), ["contraction", "contraction"]),
        ("its start cut", "we will go on counting.", (11, 0, 0), ["cut_start"]),
        ("its end cut", "We have counted every cart that waits", (9, 0, 0), ["cut_end"]),
    ],
)
def test_drift_counts_what_a_printing_did_to_the_words_said(
    name: str, text: str, counts: tuple[int, int, int], kinds: list[str]
) -> None:
    drift = member(traced(printing("a", text, 12)), "a").from_source
    assert drift is not None
    assert drift.of == "address.txt"
    assert (drift.dropped, drift.added, drift.changed) == counts
    assert [row.kind for row in drift.alterations] == kinds


def test_drift_from_the_parent_leaves_out_what_the_parent_did() -> None:
    later = TYPO.replace("will go", "shall go")
    drift = member(traced(printing("a", TYPO, 12), printing("b", later, 14)), "b").from_parent
    assert drift is not None
    assert drift.of == "a"
    assert [(row.before, row.after) for row in drift.alterations] == [("will", "shall")]


def test_first_said_is_kept_apart_from_first_printed() -> None:
    found = traced(
        printing("a", WHOLE, 14),
        printing("b", WHOLE, 12),
        printing("c", WHOLE, 12),
        printing("d", WHOLE, None),
    )
    assert [(row.path, row.when.value, row.when.basis) for row in found.said] == [
        ("address.txt", "2024-03-11", "document")
    ]
    assert found.said[0].text == WHOLE
    assert found.first == ("b", "c")


def test_without_a_document_a_printing_may_give_the_day_of_saying() -> None:
    found = lineage([printing("a", WHOLE, 14, said="2024-03-11"), printing("b", WHOLE, 14)])
    assert [(row.when.value, row.when.basis, row.printing) for row in found.said] == [
        ("2024-03-11", "said", "a")
    ]


def test_the_words_of_a_report_are_not_taken_for_what_was_said() -> None:
    report = document_from_text(f"By Ann Lee\n\nKESSARY — “{WHOLE}” the mayor said.", path="report.txt")
    assert report.quoted is not None
    assert lineage([printing("a", WHOLE, 14)], documents=[report]).said == ()


def test_printings_that_depend_on_one_another_are_one_group() -> None:
    wire = Original(outlet="Tarn Wire")
    articles = (
        article("a", "Courier", "2024-03-12", original=wire),
        article("b", "Post", "2024-03-12", original=wire),
        article("c", "Gazette", "2024-03-12"),
        article("d", "The Gazette", "2024-03-13"),
        article("e", "Echo", "2024-03-14"),
        article("f", "Mirror", "2024-03-15"),
        article("g", "Herald", "2024-03-15"),
    )
    texts = {"e": TYPO, "f": TYPO}
    copies = (Copy(a="article c", b="article g", shared=0.9),)
    found = traced(
        *(printing(id, texts.get(id, WHOLE), None) for id in "abcdefg"), articles=articles, copies=copies
    )
    assert [group.printings for group in found.groups] == [("a", "b"), ("c", "d", "g"), ("e", "f")]
    assert found.groups[0].why == "Post and Courier both name Tarn Wire"
    assert found.outlets == 7


def test_the_order_in_which_printings_come_makes_no_difference() -> None:
    rows = [
        printing("a", TYPO, 12),
        printing("b", TYPO, 13),
        printing("c", BRACKET, 13),
        printing("d", WHOLE, 14),
    ]
    expected = traced(*rows)
    assert all(traced(*order) == expected for order in itertools.permutations(rows))


def test_a_change_stands_at_its_place_in_the_printing() -> None:
    said = "We count every cart that waits at the weir, and we do so before the bread is across."
    text = "count every wagon that waits [there], and we do so"
    (member,) = lineage(
        [Printing(id=1, text=text)], documents=[document_from_text(said, path="address.txt")]
    ).members
    assert member.from_source is not None
    places = [
        (row.kind, text[slice(*row.at)]) for row in member.from_source.alterations if row.at is not None
    ]
    assert places == [("cut_start", ""), ("wording", "wagon"), ("bracket", "[there]"), ("cut_end", "")]
    assert [row.at for row in member.from_source.alterations][::3] == [(0, 0), (len(text), len(text))]
