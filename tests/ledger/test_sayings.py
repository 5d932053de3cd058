"""A speaker's record over time, the same on both databases."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.errors import NotInLedger
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.sayings import sayings, summary_of
from onrecord.ledger.search import Page
from onrecord.ledger.speakers import Called, speakers_named
from onrecord.ledger.stats import stats_of
from onrecord.model import Date, Record

from .written import make_record


def on(day: str | None) -> Date | None:
    return None if day is None else Date(value=day, precision="day", text="")


def one(
    number: int, published: str | None, *, name: str = "Ada Quill", outlet: str = "The Courier"
) -> Record:
    words = f"We will open number {number},"
    return make_record(
        f"“{words}” said {name}, the mayor of Ostrel.",
        path=f"{number}.txt",
        outlet=outlet,
        published=on(published),
        quotes=((words, name),),
    )


def said(record: Record, day: str) -> Record:
    (row,) = record.quotations
    return replace(record, quotations=(replace(row, date=on(day)),))


@pytest.fixture
def ada(ledger: Ledger) -> Called:
    for record in (
        one(1, "2031-05-02"),
        one(2, None),
        said(one(3, "2031-05-03"), "2031-04-01"),
        one(4, "2031-05-01", outlet="Ostrel Post"),
        one(5, "2031-05-02"),
        one(6, "2031-05-02", name="Mira Osk"),
    ):
        ledger.keep(record)
    with ledger.read() as connection:
        (found,) = speakers_named(connection, "Quill")
    return found


def listed(ledger: Ledger, speaker: Called, **options: Any) -> Page:
    with ledger.read() as connection:
        return sayings(connection, speaker, **options)


def test_the_last_said_comes_first_and_what_has_no_day_last(ledger: Ledger, ada: Called) -> None:
    assert listed(ledger, ada).numbers == [5, 1, 4, 3, 2]
    assert listed(ledger, ada, oldest_first=True).numbers == [2, 3, 4, 1, 5]


def test_days_bound_it(ledger: Ledger, ada: Called) -> None:
    page = listed(ledger, ada, first=date(2031, 4, 1), last=date(2031, 5, 1))
    assert (page.numbers, page.total.number) == ([4, 3], 2)
    assert listed(ledger, ada, last=date(2031, 4, 30)).numbers == [3]
    assert listed(ledger, ada, acts=("belief",)).numbers == []


@pytest.mark.parametrize("oldest_first", [False, True])
def test_pages_go_on_where_the_last_one_ended(ledger: Ledger, ada: Called, oldest_first: bool) -> None:
    whole = listed(ledger, ada, oldest_first=oldest_first).numbers
    ids = {
        number: row.id
        for number, row in enumerate((row for r in ledger.records() for row in r.quotations), 1)
    }
    found: list[int] = []
    page = listed(ledger, ada, oldest_first=oldest_first, limit=2)
    while page.numbers:
        assert page.more == (len(found) + len(page.numbers) < len(whole))
        found += page.numbers
        page = listed(ledger, ada, oldest_first=oldest_first, limit=2, after=ids[found[-1]])
    assert found == whole
    with pytest.raises(NotInLedger, match="no quotation of Ada Quill"):
        listed(ledger, ada, after=ids[6])


def test_a_speaker_and_a_ledger_in_figures(ledger: Ledger, ada: Called) -> None:
    with ledger.read() as connection:
        figures = summary_of(connection, ada)
        stats = stats_of(connection)
    assert (figures.quotations, figures.articles, figures.acts) == (5, 5, {"statement": 5})
    assert figures.outlets == {"The Courier": 4, "Ostrel Post": 1}
    assert (figures.first, figures.last, figures.verdicts) == ("2031-04-01", "2031-05-02", {})
    assert (stats.articles, stats.quotations, stats.speakers_in_all) == (6, 6, 2)
    assert stats.speakers == {"Ada Quill": 5, "Mira Osk": 1}
    assert stats.outlets == {"The Courier": 5, "Ostrel Post": 1}
    assert (stats.first, stats.last, stats.kinds) == ("2031-05-01", "2031-05-03", {"direct": 6})


def test_older_versions_count_in_nothing(ledger: Ledger) -> None:
    ledger.keep(make_record("“We go,” said Ada Quill.", path="a.txt", quotes=(("We go,", "Ada Quill"),)))
    ledger.keep(make_record("“We stay,” said Ada Quill.", path="a.txt", quotes=(("We stay,", "Ada Quill"),)))
    with ledger.read() as connection:
        stats = stats_of(connection)
    assert (stats.articles, stats.older_versions, stats.quotations) == (1, 1, 1)
    assert stats.speakers == {"Ada Quill": 1}


def test_an_empty_ledger_has_figures_too(ledger: Ledger) -> None:
    with ledger.read() as connection:
        stats = stats_of(connection)
    assert (stats.articles, stats.words, stats.quotations, stats.first) == (0, 0, 0, None)
    assert (stats.families.largest, stats.copies.pairs, stats.failed) == (0, 0, {})
