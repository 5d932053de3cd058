"""The versions of an article: files with other bytes that stood at the same place, from the oldest to the newest."""

from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select, update

from onrecord.ledger.changes import Change, changes_between
from onrecord.ledger.packing import unpack
from onrecord.ledger.storable import storable
from onrecord.ledger.tables import articles
from onrecord.model import Article, Record


class Neighbours(NamedTuple):
    """The versions just before and just after a place in the history."""

    older: int | None
    newer: int | None


def history(connection: Connection, place: str | None) -> list[int]:
    """The numbers of the articles at a place, the oldest version first."""
    if place is None:
        return []
    rows = connection.execute(
        select(articles.c.number, articles.c.newer).where(articles.c.place == storable(place))
    ).all()
    before = {row.newer: row.number for row in rows}
    found: list[int] = []
    number = before.get(None)
    while number is not None:
        found.append(number)
        number = before.get(number)
    return found[::-1]


def count_versions(connection: Connection, number: int) -> int:
    """How many versions of an article are kept, by the number of any of them."""
    place = connection.execute(select(articles.c.place).where(articles.c.number == number)).scalar()
    return len(history(connection, place)) or 1


def neighbours(connection: Connection, article: Article, place: str | None) -> Neighbours:
    """Where a version belongs in the history of its place.

    The one added last is the newest, unless both say when they were changed (else, retrieved), and it was earlier.
    """
    newer = None
    for number in reversed(history(connection, place)):
        kept = unpack(
            connection.execute(select(articles.c.record).where(articles.c.number == number)).scalar_one()
        )
        if not is_before(article, kept.article):
            return Neighbours(number, newer)
        newer = number
    return Neighbours(None, newer)


def is_before(article: Article, other: Article) -> bool:
    """Whether an article is surely an earlier state than another, by the dates that both give."""
    for one, two in (
        (article.modified, other.modified),
        (article.retrieved, other.retrieved),
        (article.published, other.published),
    ):
        if one and two and one.value and two.value:
            length = min(len(one.value), len(two.value))
            if one.value[:length] != two.value[:length]:
                return one.value[:length] < two.value[:length]
    return False


def link(connection: Connection, number: int, found: Neighbours) -> None:
    """Put an article between its neighbours."""
    set_newer(connection, number, found.newer)
    if found.older is not None:
        set_newer(connection, found.older, number)


def unlink(connection: Connection, number: int) -> int | None:
    """Take an article out of its history; the number of the older version where that now stands as the newest."""
    newer = connection.execute(select(articles.c.newer).where(articles.c.number == number)).scalar()
    older = connection.execute(select(articles.c.number).where(articles.c.newer == number)).scalar()
    if older is None:
        return None
    set_newer(connection, older, newer)
    return int(older) if newer is None else None


def set_newer(connection: Connection, number: int, newer: int | None) -> None:
    """Say which version took an article's place."""
    connection.execute(update(articles).where(articles.c.number == number).values(newer=newer))


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One version of an article: when it was added, the dates that it gives, and what it changed of the one before."""

    id: str
    path: str | None
    url: str | None
    title: str | None
    added: str
    published: str | None
    modified: str | None
    changes: tuple[Change, ...] = ()


def versions_of(connection: Connection, number: int) -> list[Version]:
    """Every version of an article, by the number of any of them, the oldest first."""
    place = connection.execute(select(articles.c.place).where(articles.c.number == number)).scalar()
    found: list[Version] = []
    before: Record | None = None
    for one in history(connection, place) or [number]:
        row = connection.execute(
            select(articles.c.added, articles.c.record).where(articles.c.number == one)
        ).one()
        record = unpack(row.record)
        article = record.article
        found.append(
            Version(
                id=article.id or "",
                path=article.path,
                url=article.url,
                title=article.title,
                added=row.added,
                published=article.published.value if article.published else None,
                modified=article.modified.value if article.modified else None,
                changes=() if before is None else changes_between(before, record),
            )
        )
        before = record
    return found
