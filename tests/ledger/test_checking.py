"""The check against a ledger: its documents and its articles, the same findings as against the files themselves."""

from pathlib import Path

import pytest

from onrecord.check.article import check_record
from onrecord.check.documents import document_from_text, document_of_article
from onrecord.check.index import index_texts
from onrecord.errors import NotInLedger
from onrecord.ledger import checking, documents
from onrecord.ledger.keeping import find_place
from onrecord.ledger.ledger import Ledger
from onrecord.model import Record

from .written import make_record

BRIEFING = Path(__file__).resolve().parents[2] / "examples" / "documents" / "briefing.txt"
TEXT = (
    "“The tide doesn't read timetables,” Oake said. “We looked at it for a week, and we turned that offer down.” "
    "“Nobody ever said these words at all,” she said."
)
WORDS = (
    ("The tide doesn't read timetables,", "Tamsin Oake"),
    ("We looked at it for a week, and we turned that offer down.", "Tamsin Oake"),
    ("Nobody ever said these words at all,", "Tamsin Oake"),
)
RECORD = make_record(TEXT, path="oake.txt", quotes=WORDS)
VERDICTS = ["verbatim", "altered", "not_found"]


def keep_briefing(ledger: Ledger) -> None:
    with ledger.write() as connection:
        text = BRIEFING.read_text("utf-8")
        assert documents.keep_document(connection, document_from_text(text, path="briefing.txt"))
        assert not documents.keep_document(connection, document_from_text(text, path="again.txt"))


def verdicts(ledger: Ledger, record: Record) -> list[str]:
    with ledger.read() as connection:
        return [row.verdict for row in checking.check_in_ledger(connection, record).quotations]


def test_a_document_comes_back_as_it_was_kept(ledger: Ledger) -> None:
    keep_briefing(ledger)
    with ledger.read() as connection:
        (found,) = documents.read_documents(connection)
    assert found == document_from_text(BRIEFING.read_text("utf-8"), path="briefing.txt")


def test_quotes_are_found_in_the_ledgers_documents_as_in_the_files(ledger: Ledger) -> None:
    keep_briefing(ledger)
    with ledger.read() as connection:
        found = checking.check_in_ledger(connection, RECORD)
    with index_texts([document_from_text(BRIEFING.read_text("utf-8"), path="briefing.txt")]) as index:
        expected = check_record(RECORD, index)
    assert [row.verdict for row in found.quotations] == VERDICTS
    for row, same in zip(found.quotations, expected.quotations, strict=True):
        for check, other in zip(row.checks, same.checks, strict=True):
            assert (check.verdict, check.flags, check.document, check.differences, check.context) == (
                *(other.verdict, other.flags, other.document, other.differences, other.context),
            )


def test_the_articles_of_the_ledger_are_reports_and_none_is_evidence_for_itself(ledger: Ledger) -> None:
    ledger.keep(RECORD)
    assert verdicts(ledger, RECORD) == ["not_found"] * 3
    narrated = make_record("The tide doesn't read timetables, it is often said on the quay.", path="talk.txt")
    ledger.keep(narrated)
    with ledger.read() as connection:
        found = checking.check_in_ledger(connection, RECORD)
    assert found.quotations[0].verdict == "verbatim"
    assert "narration" in found.quotations[0].flags
    assert found.searched.documents == 1


def test_verdicts_are_kept_and_the_next_check_takes_their_place(ledger: Ledger) -> None:
    ledger.keep(RECORD)
    for expected in ([4, 4, 4], [0, 2, 4]):
        with ledger.write() as connection:
            checked = checking.check_in_ledger(connection, RECORD)
            where = find_place(connection, RECORD.article.id or "")
            assert where is not None
            checking.keep_checks(connection, RECORD, where, checked)
            rows = connection.exec_driver_sql("SELECT verdict FROM quotations ORDER BY number").scalars()
            assert list(rows) == expected
        if expected[0] == 4:
            keep_briefing(ledger)


def test_a_document_that_is_taken_out_is_found_no_more(ledger: Ledger) -> None:
    keep_briefing(ledger)
    with ledger.write() as connection:
        (found,) = documents.read_documents(connection)
        documents.forget_document(connection, found.note.digest)
        with pytest.raises(NotInLedger, match="no document"):
            documents.forget_document(connection, found.note.digest)
    assert verdicts(ledger, RECORD) == ["not_found"] * 3


def test_an_article_in_turns_is_a_transcript_and_no_report() -> None:
    text = "Q: What now?\n\nA: We will see.\n\nQ: When?\n\nA: On Tuesday, I would think.\n\nQ: So late?\n\nA: So late."
    assert document_of_article(make_record(text, path="i.txt").article).quoted is None
    assert document_of_article(RECORD.article).quoted is not None
