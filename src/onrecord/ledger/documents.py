"""The documents of a ledger: transcripts, speeches and other texts that quotes are checked against."""

import zlib
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, delete, insert, select

from onrecord.check.documents import Document, document_again
from onrecord.errors import NotInLedger
from onrecord.findings import DocumentNote
from onrecord.ledger import facets
from onrecord.ledger.fulltext_index import Doc, index_of
from onrecord.ledger.keeping import next_number, now
from onrecord.ledger.storable import storable
from onrecord.ledger.tables import documents
from onrecord.ledger.terms import words_of


def keep_document(connection: Connection, document: Document) -> bool:
    """Keep a document, and let its words be found; False where the ledger has the same bytes already."""
    note = document.note
    if connection.execute(select(documents.c.number).where(documents.c.id == note.digest)).first():
        return False
    number = next_number(connection, documents.c.number)
    connection.execute(
        insert(documents).values(
            number=number,
            id=note.digest,
            path=storable(note.path),
            note=msgspec.json.encode(note),
            added=now(),
            report=document.quoted is not None,
            text=zlib.compress(document.text.encode("utf-8", "surrogatepass"), 9),
        )
    )
    index_document(connection, number, document.text)
    return True


def index_document(connection: Connection, number: int, text: str) -> None:
    """Let the words of a document that is kept be found."""
    index_of(connection).add(connection, "documents", [_doc(number, text)])


def read_documents(connection: Connection, numbers: list[int] | None = None) -> Iterator[Document]:
    """The documents with these numbers, or all, in order of number."""
    query = select(documents).order_by(documents.c.number)
    if numbers is not None:
        query = query.where(documents.c.number.in_(numbers))
    for row in connection.execute(query):
        text = zlib.decompress(row.text).decode("utf-8", "surrogatepass")
        yield document_again(text, msgspec.json.decode(row.note, type=DocumentNote), report=row.report)


def source_texts(connection: Connection, numbers: list[int]) -> Iterator[tuple[int, str]]:
    """The texts of the documents with these numbers that are no reports, each with its number, in order."""
    query = select(documents.c.number, documents.c.text).order_by(documents.c.number)
    for row in connection.execute(query.where(documents.c.number.in_(numbers), ~documents.c.report)):
        yield row.number, zlib.decompress(row.text).decode("utf-8", "surrogatepass")


class DocumentRow(msgspec.Struct, frozen=True, kw_only=True):
    """A document in a list: `report` where it was read as an article."""

    id: str
    note: DocumentNote
    report: bool
    added: str


def document_rows(connection: Connection, *, after: str | None = None, limit: int = 50) -> list[DocumentRow]:
    """Some documents, those added last first; raises `NotInLedger` where `after` is of none."""
    query = select(documents.c.id, documents.c.note, documents.c.report, documents.c.added)
    if after is not None:
        number = connection.execute(select(documents.c.number).where(documents.c.id == after)).scalar()
        if number is None:
            raise NotInLedger("the ledger holds no such document")
        query = query.where(documents.c.number < number)
    rows = connection.execute(query.order_by(documents.c.number.desc()).limit(limit)).all()
    return [
        DocumentRow(
            id=row.id,
            note=msgspec.json.decode(row.note, type=DocumentNote),
            report=row.report,
            added=row.added,
        )
        for row in rows
    ]


def read_text(connection: Connection, number: int) -> str:
    """The text of a document by its number."""
    data = connection.execute(select(documents.c.text).where(documents.c.number == number)).scalar_one()
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def document_of(connection: Connection, id: str) -> tuple[DocumentNote, str]:
    """The note and the text of a document, by its id; raises `NotInLedger`."""
    row = connection.execute(select(documents.c.number, documents.c.note).where(documents.c.id == id)).first()
    if row is None:
        raise NotInLedger("the ledger holds no such document: it may have been removed")
    return msgspec.json.decode(row.note, type=DocumentNote), read_text(connection, row.number)


def forget_document(connection: Connection, id: str) -> None:
    """Take a document out, by its id; raises `NotInLedger`. Verdicts that were found in it stay as they are."""
    number = connection.execute(select(documents.c.number).where(documents.c.id == id)).scalar()
    if number is None:
        raise NotInLedger(f"the ledger holds no document {id}")
    index = index_of(connection)
    doc = _doc(number, read_text(connection, number))
    index.remove(connection, "documents", [doc])
    index.tidy(connection, [doc])
    connection.execute(delete(documents).where(documents.c.number == number))


def _doc(number: int, text: str) -> Doc:
    return Doc(number=number, facets=(facets.ALL,), fields=(words_of(text),))
