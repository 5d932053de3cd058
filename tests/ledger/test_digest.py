"""The digest of some days: what was added in them and nothing else, the same on both databases."""

import datetime
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select
from tests.trace.stories import STORY, TAIL, story

from onrecord.check.documents import document_from_text
from onrecord.errors import BadQuery
from onrecord.ledger import checking, documents
from onrecord.ledger.additions import numbers_between, stretch_of
from onrecord.ledger.digest import digest_of
from onrecord.ledger.keeping import find_place
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.news import Digest
from onrecord.ledger.tables import articles
from onrecord.model import Date, Failure, Notice, Record

from .test_checking import RECORD as CHECKED
from .test_versions import FIRST, SILENT, SPOKEN
from .written import make_record

BRIEFING = Path(__file__).resolve().parents[2] / "examples" / "documents" / "briefing.txt"
TIDE = "The tide will wait for none of your timetables"
DAY = datetime.date(2031, 10, 15)
Clock = Callable[[str], None]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Set the time at which everything is added from then on."""

    def set_to(moment: str) -> None:
        for module in ("keeping", "documents"):
            monkeypatch.setattr(f"onrecord.ledger.{module}.now", lambda: moment)

    return set_to


def printed(outlet: str, day: int, words: str = TIDE, **fields: object) -> Record:
    """An article of an outlet that prints some words of Ada Quill."""
    date = Date(value=f"2031-10-{day}", precision="day", text="")
    text = f"“{words},” Ada Quill told {outlet} on the quay."
    return make_record(
        text,
        path=f"{outlet}-{day}.txt",
        outlet=outlet,
        published=date,
        quotes=((f"{words},", "Ada Quill"),),
        **fields,
    )


def keep_and_check(ledger: Ledger, record: Record) -> None:
    ledger.keep(record)
    with ledger.write() as connection:
        place = find_place(connection, record.article.id or "")
        assert place is not None
        checking.keep_checks(connection, record, place, checking.check_in_ledger(connection, record))


@pytest.fixture
def three_days(ledger: Ledger, clock: Clock) -> Ledger:
    """A ledger that grew on three days; what is told of the second is known."""
    clock("2031-10-14T23:59:59Z")
    ledger.keep(FIRST)
    ledger.keep(printed("Gull", 13))
    ledger.keep(Record(article=story(*STORY, published="2031-10-12", outlet="The Tarn Post")))
    ledger.fail("old.pdf", Failure(stage="read", reason="it was damaged before"))
    clock("2031-10-15T00:00:00Z")
    with ledger.write() as connection:
        text = BRIEFING.read_text("utf-8")
        documents.keep_document(connection, document_from_text(text, path="briefing.txt"))
    ledger.keep(SILENT)
    keep_and_check(ledger, CHECKED)
    clock("2031-10-15T23:59:59Z")
    ledger.keep(printed("Wire", 14))
    ledger.keep(printed("Post", 14))
    ledger.keep(Record(article=story(*STORY[:3], TAIL, published="2031-10-14", outlet="Gull")))
    ledger.fail("bad.pdf", Failure(stage="read", reason="it is damaged"))
    clock("2031-10-16T00:00:00Z")
    ledger.keep(printed("Late", 15))
    ledger.fail("later.pdf", Failure(stage="read", reason="it is damaged too"))
    return ledger


def digest(ledger: Ledger, since: datetime.date = DAY, until: datetime.date | None = DAY) -> Digest:
    with ledger.read() as connection:
        return digest_of(connection, since=since, until=until)


def test_a_day_is_told_in_figures(three_days: Ledger) -> None:
    found = digest(three_days)
    assert (found.since, found.until) == ("2031-10-15", "2031-10-15")
    assert (found.articles, found.versions, found.documents) == (4, 1, 1)
    assert (found.quotations, found.outlets) == (6, 3)
    assert found.verdicts == {"verbatim": 1, "altered": 1, "not_found": 1}
    open_end = digest(three_days, until=None)
    assert (open_end.articles, open_end.failures_in_all) == (5, 2)
    assert digest(three_days, since=datetime.date(2031, 10, 14)).articles == 7
    assert digest(three_days, until=datetime.date.max).articles == 5


def test_the_most_quoted_come_with_their_newest_quotations(three_days: Ledger) -> None:
    found = digest(three_days)
    assert found.speakers_in_all == 2
    assert [(row.label, row.statements) for row in found.speakers] == [("Ada Quill", 3), ("Tamsin Oake", 3)]
    assert [row.outlet for row in found.speakers[0].rows] == ["Post", "Wire", None]
    assert found.speakers[0].quotations > found.speakers[0].statements


def test_what_was_not_found_faithful_comes_with_its_check(three_days: Ledger) -> None:
    found = digest(three_days)
    assert [row.row.verdict for row in found.unfaithful] == ["altered", "not_found"]
    altered = found.unfaithful[0]
    assert altered.checked.id == altered.row.quotation
    assert altered.checked.checks[0].differences


def test_a_version_that_changed_a_quote_is_told_with_the_words(three_days: Ledger) -> None:
    found = digest(three_days)
    assert (found.versions_compared, found.edits_in_all) == (1, 1)
    edit = found.edits[0]
    assert edit.article.id == SILENT.article.id
    assert [(one.before, one.after) for one in edit.change.differences] == [("not", "")]
    assert not edit.noted


def test_a_change_that_a_correction_owns_up_to_is_not_silent(ledger: Ledger, clock: Clock) -> None:
    clock("2031-10-15T12:00:00Z")
    ledger.keep(FIRST)
    notice = Notice(kind="correction", text="An earlier version named another speaker.")
    noted = Record(
        article=make_record(SPOKEN.article.body, url=SPOKEN.article.url, notices=(notice,)).article,
        quotations=SPOKEN.quotations,
    )
    ledger.keep(noted)
    found = digest(ledger)
    assert [(edit.change.kind, edit.noted) for edit in found.edits] == [("speaker_changed", True)]


def test_only_new_copies_that_name_no_original_are_told(three_days: Ledger) -> None:
    found = digest(three_days)
    assert found.reprints_in_all == 1
    assert (found.reprints[0].original.outlet, found.reprints[0].copy.outlet) == ("The Tarn Post", "Gull")
    assert 0.3 < found.reprints[0].shared <= 1
    assert digest(three_days, DAY + datetime.timedelta(days=1), None).reprints_in_all == 0


def test_a_family_is_told_by_how_much_it_grew(three_days: Ledger) -> None:
    found = digest(three_days)
    assert found.families_in_all == 1
    assert (found.families[0].added, found.families[0].printings, found.families[0].outlets) == (2, 4, 4)
    assert found.families[0].row.outlet == "Post"


def test_failures_are_those_of_the_days(three_days: Ledger) -> None:
    found = digest(three_days)
    assert [(row.path, row.stage, row.reason) for row in found.failures] == [
        ("bad.pdf", "read", "it is damaged")
    ]


def test_the_quotes_of_an_older_version_count_no_more(three_days: Ledger) -> None:
    found = digest(three_days, since=datetime.date(2031, 10, 14))
    assert (found.articles, found.versions) == (7, 1)
    assert found.speakers[0].label == "Ada Quill"
    assert found.speakers[0].statements == 4


def test_nothing_was_added_to_an_empty_ledger(ledger: Ledger) -> None:
    found = digest(ledger, until=None)
    assert (found.articles, found.quotations, found.documents, found.failures_in_all) == (0, 0, 0, 0)
    assert found.speakers == found.unfaithful == found.edits == found.families == ()


def test_the_last_day_is_not_before_the_first(ledger: Ledger) -> None:
    with pytest.raises(BadQuery, match="earlier one comes first"):
        digest(ledger, DAY, DAY - datetime.timedelta(days=1))


@pytest.mark.parametrize("seed", range(5))
def test_the_numbers_of_some_days_are_found_by_halves(ledger: Ledger, seed: int) -> None:
    draw = random.Random(seed)
    numbers = sorted(draw.sample(range(1, 200), k=draw.randint(1, 60)))  # removed articles leave gaps
    moments = sorted(f"2031-10-{draw.randint(10, 20)}T{draw.randint(0, 23):02d}:00:00Z" for _ in numbers)
    rows, quotation = [], 1
    for number, added in zip(numbers, moments, strict=True):
        held = draw.randint(0, 3)
        fixed = {"id": f"a{number}", "words": 1, "record": b""}
        rows.append(fixed | {"number": number, "added": added, "first": quotation, "quotations": held})
        quotation += held
    with ledger.write() as connection:
        connection.execute(insert(articles), rows)
        for first in range(9, 22):
            for last in range(first, 22):
                begin, end = f"2031-10-{first:02d}T", f"2031-10-{last:02d}T"
                low, high = numbers_between(connection, articles, begin, end)
                inside = [row for row in rows if low <= row["number"] < high]  # type: ignore[operator]
                assert inside == [row for row in rows if begin <= row["added"] < end]  # type: ignore[operator]
                stretch = stretch_of(connection, begin, end)
                assert stretch.articles == (low, high)
                assert stretch.quotations[1] - stretch.quotations[0] == sum(
                    row["quotations"] for row in inside
                )  # type: ignore[misc]
        assert connection.execute(select(articles.c.number)).scalars().all()
        connection.execute(delete(articles))
