"""Versions of an article: the older ones stay, and what each changed is said."""

import pytest

from onrecord.errors import BadLedger, NotInLedger
from onrecord.ledger.changes import Change, changes_between, marked_words, summary_of
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.naming import find_article
from onrecord.ledger.versions import versions_of
from onrecord.model import Date, Record

from .written import make_record, without_labels

QUAY = "The quay is closed for now, and nobody knows for how long."
SAID = "We will not open it before the spring comes"
FIRST = make_record(
    f"{QUAY}\n\n“{SAID},” said Ada Quill.\n\nThe council meets on Monday.",
    path="quay.html",
    url="https://www.example.org/quay?utm_source=feed",
    title="Quay closed",
    quotes=((f"{SAID},", "Ada Quill"),),
)


def version(text: str, said: str, speaker: str = "Ada Quill", **fields: object) -> Record:
    given = {"path": "quay.html", "url": "http://example.org/quay/", "title": "Quay closed", **fields}
    return make_record(text, quotes=((said, speaker),), **given)  # type: ignore[arg-type]


SILENT = version(
    f"{QUAY}\n\n“We will open it before the spring comes,” said Ada Quill.\n\nThe council meets on Monday.",
    "We will open it before the spring comes,",
)
SPOKEN = version(
    f"{QUAY}\n\n“{SAID},” said Mira Osk.\n\nThe council meets on Monday.", f"{SAID},", "Mira Osk"
)
DROPPED = make_record(
    f"{QUAY}\n\nThe council meets on Monday.", path="quay.html", url="https://example.org/quay"
)
CASES = {
    "a silent edit of a quote": (SILENT, {"quote_changed", "paragraph_changed"}),
    "another speaker": (SPOKEN, {"speaker_changed", "paragraph_changed"}),
    "the quote gone": (DROPPED, {"quote_dropped", "paragraph_dropped", "headline"}),
}


@pytest.mark.parametrize("case", CASES)
def test_what_a_version_changed_is_said(ledger: Ledger, case: str) -> None:
    newer, kinds = CASES[case]
    first = ledger.keep(FIRST)
    kept = ledger.keep(newer)
    assert kept.state == "version"
    assert kept.older == first.id
    assert {change.kind for change in kept.changes} == kinds
    assert [record.article.id for record in ledger.records()] == [newer.article.id]
    assert without_labels(ledger.record(FIRST.article.id or "")) == FIRST
    with ledger.read() as connection:
        history = versions_of(connection, find_article(connection, "https://example.org/quay"))
    assert [one.id for one in history] == [FIRST.article.id, newer.article.id]
    assert history[1].changes == kept.changes


def test_a_changed_quote_shows_the_words() -> None:
    change = changes_between(FIRST, SILENT)[0]
    assert change.kind == "quote_changed"
    assert change.speaker == "Ada Quill"
    assert [(one.before, one.after) for one in change.differences] == [("not", "")]
    assert marked_words(change.before or "", change.after or "").startswith("We will [-not-] open it before")


def test_curled_marks_and_furniture_of_the_page_are_no_change(ledger: Ledger) -> None:
    text = (FIRST.article.text or "").replace("“", '"').replace("”", '"')
    same = version(text, f"{SAID},", data=b"the same article in another page")
    ledger.keep(FIRST)
    kept = ledger.keep(same)
    assert kept.state == "version"
    assert kept.changes == ()
    assert summary_of(kept.changes) == "nothing changed in the article"


def test_another_extraction_of_the_same_bytes_is_no_version(ledger: Ledger) -> None:
    ledger.keep(FIRST)
    again = make_record(
        "The quay is closed.", path="elsewhere.html", data=(FIRST.article.text or "").encode()
    )
    assert again.article.id == FIRST.article.id
    assert ledger.keep(again).state == "known"
    assert without_labels(ledger.record(FIRST.article.id or "")) == FIRST


def test_an_earlier_state_that_comes_late_takes_its_place_in_time(ledger: Ledger) -> None:
    days = [Date(value=f"2024-03-0{day}", precision="day", text="") for day in (1, 2, 3)]
    one, two, three = (make_record(f"It was day {day.value}.", path="page.txt", modified=day) for day in days)
    for record in (one, three, two):
        ledger.keep(record)
    with ledger.read() as connection:
        history = versions_of(connection, find_article(connection, three.article.id or ""))
    assert [version.id for version in history] == [one.article.id, two.article.id, three.article.id]
    assert [record.article.id for record in ledger.records()] == [three.article.id]


def test_the_front_page_of_a_site_makes_nothing_a_version(ledger: Ledger) -> None:
    one = make_record("One article.", path="a.html", url="https://example.org/")
    two = make_record("Another article.", path="b.html", url="https://example.org")
    assert [ledger.keep(record).state for record in (one, two)] == ["new", "new"]


def test_a_name_that_means_nothing_or_several_is_refused(ledger: Ledger) -> None:
    one = make_record("One article.", path="a.txt")
    two = make_record("Another article.", path="a.txt")
    ledger.keep(one, base="/one")
    ledger.keep(two, base="/two")
    with ledger.read() as connection:
        with pytest.raises(NotInLedger, match=r"b\.txt"):
            find_article(connection, "b.txt")
        with pytest.raises(BadLedger, match="several"):
            find_article(connection, "a.txt")
        assert find_article(connection, "/two/a.txt") == 2
        assert find_article(connection, (one.article.id or "")[7:19]) == 1


def test_changes_are_counted_in_words() -> None:
    kinds = ("quote_added", "quote_added", "headline", "paragraph_changed")
    changes = [Change(kind=kind, before="a", after="b") for kind in kinds]
    assert summary_of(changes) == "the headline changed, 2 quotes added, 1 paragraph changed"
