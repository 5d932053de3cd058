"""Taking an article or a document out of a ledger, with everything that hangs on it."""

import msgspec
from sqlalchemy import Connection, select

from onrecord.ledger import roster, standing, versions
from onrecord.ledger.documents import forget_document
from onrecord.ledger.keeping import clear_failures, erase_record, place_at, read_record
from onrecord.ledger.naming import find_article, find_document
from onrecord.ledger.tables import articles, documents


class Removed(msgspec.Struct, frozen=True, kw_only=True):
    """What was taken out; `standing` is the id of the older version that is the newest now, where there is one."""

    id: str
    path: str | None
    title: str | None = None
    quotations: int = 0
    is_document: bool = False
    standing: str | None = None


def remove_articles(
    connection: Connection, name: str, *, all_versions: bool = False, base: str | None = None
) -> list[Removed]:
    """Take out the article that a name means (`naming.find_article`), or every version of it.

    Its quotations, their verdicts and vectors, and its words in the index go with it. Where it was the newest of
    several versions, the one before it stands in its place. Raises `NotInLedger` and `BadLedger` as the naming does.
    """
    number = find_article(connection, name, base=base)
    numbers = [number]
    if all_versions:
        place = connection.execute(select(articles.c.place).where(articles.c.number == number)).scalar()
        numbers = versions.history(connection, place) or numbers
    return [remove_article(connection, number) for number in numbers]


def remove_article(connection: Connection, number: int) -> Removed:
    """Take out the article of a number."""
    record = read_record(connection, number, corrections=False)
    where = place_at(connection, number)
    newer = connection.execute(select(articles.c.newer).where(articles.c.number == number)).scalar()
    older = versions.unlink(connection, number)
    if older is not None:  # before its speakers go with this one
        roster.enrol(
            connection, read_record(connection, older, corrections=False), place_at(connection, older)
        )
    if newer is None:
        standing.withdraw(connection, record, where)
    erase_record(connection, where)
    clear_failures(connection, record.article.path)
    again = None
    if older is not None:
        before = read_record(connection, older, corrections=False)
        standing.stand(connection, before, place_at(connection, older))
        again = before.article.id
    return Removed(
        id=record.article.id or "",
        path=record.article.path,
        title=record.article.title,
        quotations=where.quotations,
        standing=again,
    )


def remove_document(connection: Connection, name: str) -> Removed:
    """Take out the document that a name means (`naming.find_document`); verdicts that were found in it stay."""
    number = find_document(connection, name)
    row = connection.execute(
        select(documents.c.id, documents.c.path).where(documents.c.number == number)
    ).one()
    forget_document(connection, row.id)
    clear_failures(connection, row.path)
    return Removed(id=row.id, path=row.path, is_document=True)
