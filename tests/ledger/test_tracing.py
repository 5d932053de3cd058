"""The lineage of a family in a ledger: its documents are found by their words, its copies are those that are kept."""

import pytest
from tests.ledger.written import make_record

from onrecord.check.documents import Document, document_from_text, document_of
from onrecord.ledger import tracing
from onrecord.ledger.documents import keep_document, read_documents
from onrecord.ledger.keeping import read_record
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.tracing import family_of, lineage_of, told_of
from onrecord.model import Date, Record
from onrecord.trace.copies import find_copies
from onrecord.trace.lineage import lineage

SAID = "We count every cart that waits at the weir, and we do so before the bread is across."
WAGON = SAID.replace("cart", "wagon")
PROSE = (
    "The ferry left late again on Tuesday, with forty sacks of flour on deck and a brass band that nobody had "
    "asked for. The pilot blamed the tide, the band blamed the pilot, and the flour was wet by noon."
)


def article(number: int, said: str = SAID, prose: str = "") -> Record:
    text = f"“{said}” Tamsin Oake said.\n\n{prose} Number {number}."
    return make_record(
        text,
        path=f"/home/somebody/{number}.txt",
        quotes=((said, "Tamsin Oake"),),
        outlet=f"Outlet {number}",
        published=Date(value=f"2024-03-{10 + number}", precision="day", text=""),
    )


def keep(ledger: Ledger, *documents: Document) -> str:
    """Three printings, the last two in articles of one text; the id of the first quotation."""
    records = [article(1), article(2, WAGON, PROSE), article(3, WAGON, PROSE)]
    for record in records:
        ledger.keep(record)
    with ledger.write() as connection:
        for document in documents:
            keep_document(connection, document)
    return records[0].quotations[0].id


def transcript(text: str, path: str) -> Document:
    return document_from_text(f"March 9, 2024\n\nMS. OAKE: {text}\n\nQ: And then?", path=path)


SOURCE = transcript(f"Good morning. {SAID} Thank you.", "/srv/transcripts/weir.txt")
OTHER = transcript("It rained, and we do so hope for a dry spring up there.", "/srv/other.txt")


def test_a_lineage_is_what_all_documents_would_give(ledger: Ledger) -> None:
    id = keep(ledger, SOURCE, OTHER)
    traced = family_of(ledger, id)
    assert traced is not None
    assert len(traced.printings) == 3
    found = lineage_of(ledger, traced)
    with ledger.read() as connection:
        articles = [read_record(connection, number).article for number in traced.articles]
        expected = lineage(
            traced.printings,
            family=traced.family.id,
            articles={row.id: tracing.printed_in(row) for row in articles if row.id},
            documents=list(read_documents(connection)),
            copies=find_copies(articles),
        )
    assert found == expected
    assert [row.path for row in found.said] == ["/srv/transcripts/weir.txt"]
    assert found.members[2].parent == found.members[1].id


def test_it_is_told_which_documents_and_copies_there_are(ledger: Ledger) -> None:
    traced = family_of(ledger, keep(ledger, SOURCE))
    assert traced is not None
    told = told_of(ledger, traced)
    assert told.documents == {SOURCE.note.path: SOURCE.note.digest}
    (copy,) = told.copies
    copied = {row.id for row in traced.articles.values() if row.outlet != "Outlet 1"}
    assert {copy.a, copy.b} == copied


def test_only_documents_that_may_have_the_words_are_read(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [transcript(f"Number {number}: we do so before noon.", f"{number}.txt") for number in range(30)]
    traced = family_of(ledger, keep(ledger, SOURCE, *others, OTHER))
    assert traced is not None
    read: list[int] = []

    def counted(connection: object, numbers: list[int]) -> object:
        read.extend(numbers)
        return read_documents(connection, numbers)  # type: ignore[arg-type]

    monkeypatch.setattr(tracing, "read_documents", counted)
    lineage_of(ledger, traced)
    assert read == [1]


def test_of_many_documents_those_with_most_of_the_words_are_taken(ledger: Ledger) -> None:
    some = [transcript(f"{SAID} So {number}.", f"{number}.txt") for number in range(tracing.MOST_SOURCES + 3)]
    traced = family_of(ledger, keep(ledger, *some))
    assert traced is not None
    assert len(lineage_of(ledger, traced).said) == tracing.MOST_SOURCES


def test_a_report_is_no_source(ledger: Ledger) -> None:
    page = f"<html><body><h1>At the weir</h1><p>By Ada Quill</p><p>“{SAID}” Oake said.</p><p>{PROSE}</p></body></html>"
    traced = family_of(ledger, keep(ledger, document_of(page.encode(), path="report.html")))
    assert traced is not None
    assert not lineage_of(ledger, traced).said


def test_documents_that_are_handed_in_count_too(ledger: Ledger) -> None:
    traced = family_of(ledger, keep(ledger))
    assert traced is not None
    told = told_of(ledger, traced, documents=[SOURCE, OTHER])
    assert [row.path for row in told.lineage.said] == [SOURCE.note.path]
    assert not told.documents


def test_words_that_no_index_knows_find_nothing(ledger: Ledger) -> None:
    record = make_record("“…” she said.", path="x.txt", quotes=(("…", "Tamsin Oake"),))
    ledger.keep(record)
    traced = family_of(ledger, record.quotations[0].id)
    assert traced is None or lineage_of(ledger, traced).said == ()
