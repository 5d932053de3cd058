"""Records written by hand, and all that a ledger holds, as values to compare."""

from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection, inspect, select

from onrecord.ledger import prints
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.tables import metadata
from onrecord.model import Article, Quotation, Record, Speaker, article_id, quotation_id

INDEXES = ("quotation_words", "article_words", "document_words", "words")  # made by SQL of their own


def make_record(
    text: str,
    *,
    path: str | None = None,
    quotes: tuple[tuple[str, str | None], ...] = (),
    data: bytes | None = None,
    **fields: Any,
) -> Record:
    """A record written by hand: each quote is words that stand in the text, in marks or not, and who says them."""
    id = article_id(text.encode() if data is None else data)
    rows, at = [], 0
    for words, speaker in quotes:
        start = text.index(words, at)
        at = start + len(words)
        marked = text[start - 1 : start] in ("“", '"')
        content = ((start - 1, at + 1),) if marked else ((start, at),)
        rows.append(
            Quotation(
                id=quotation_id(id, "text", content),
                kind="direct" if marked else "indirect",
                content=content,
                marks=((start, at),) if marked else (),
                speakers=(Speaker(name=speaker, kind="person", confidence=0.9),) if speaker else (),
                by="test/1",
                confidence=0.9,
            )
        )
    paragraphs, begin = [], 0
    for paragraph in text.split("\n\n"):
        paragraphs.append((begin, begin + len(paragraph)))
        begin += len(paragraph) + 2
    article = Article(id=id, path=path, text=text, paragraphs=tuple(paragraphs), **fields)
    return Record(article=article, quotations=tuple(rows))


def without_labels(record: Record) -> Record:
    """A record as it was before a ledger's register named its speakers."""
    rows = tuple(
        replace(row, speakers=tuple(replace(one, label=None, id=None) for one in row.speakers))
        for row in record.quotations
    )
    return replace(record, quotations=rows)


def dump(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that a ledger holds, table by table, the times of adding aside, and every word of its index."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    with ledger.read() as connection:
        for table in metadata.sorted_tables:
            columns = [column for column in table.columns if column.name != "added"]
            rows = [tuple(row) for row in connection.execute(select(*columns))]
            found[table.name] = sorted(rows, key=repr)
        for table in prints.TABLES:
            found[table] = [(one, owner) for owner, held in prints.every(connection, table) for one in held]
        for name in filter(inspect(connection).has_table, INDEXES):
            found[name] = _index(connection, name)
    return found


def _index(connection: Connection, name: str) -> list[tuple[Any, ...]]:
    source = name
    if connection.dialect.name == "sqlite" and name != "words":
        source = f"temp.seen_{name}"  # the words of an index that keeps no text, with each place of each
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {source} USING fts5vocab(main, {name}, instance)"
        )
    return sorted((tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {source}")), key=repr)
