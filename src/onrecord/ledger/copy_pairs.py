"""The copies of a ledger as a list: the pairs added last first, by whether they acknowledge their original."""

from typing import Literal

import msgspec
from sqlalchemy import Connection, select, tuple_

from onrecord.errors import NotInLedger
from onrecord.formats.dates import spoken
from onrecord.formats.visible import one_line
from onrecord.ledger.keeping import read_records
from onrecord.ledger.tables import articles, copies
from onrecord.model import Article

Acknowledged = Literal["yes", "no", "unknown"]


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of two articles that are copies."""

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    path: str | None


class CopyRow(msgspec.Struct, frozen=True, kw_only=True):
    """Two articles of which one reprints the other: where `ordered`, `first` was printed first, and `copy` is its copy.

    `shared` is the share of the shorter text's five-word shingles that the other has too.
    """

    first: Side
    copy: Side
    ordered: bool
    shared: float
    acknowledged: bool | None


def copy_rows(
    connection: Connection,
    *,
    acknowledged: Acknowledged | None = None,
    after: tuple[str, str] | None = None,
    limit: int = 20,
) -> list[CopyRow]:
    """Pairs of copies, those whose later article was added last first; after the pair of two ids, where one is given.

    Raises `NotInLedger` where there is no such pair.
    """
    query = select(copies)
    if acknowledged is not None:
        wanted = {"yes": copies.c.acknowledged, "no": ~copies.c.acknowledged}.get(acknowledged)
        query = query.where(copies.c.acknowledged.is_(None) if wanted is None else wanted)
    if after is not None:
        query = query.where(tuple_(copies.c.b, copies.c.a) < _numbers(connection, after))
    rows = connection.execute(query.order_by(copies.c.b.desc(), copies.c.a.desc()).limit(limit)).all()
    records = read_records(connection, {number for row in rows for number in (row.a, row.b)})
    found = []
    for row in rows:
        first, copy = (row.b, row.a) if row.first == row.b else (row.a, row.b)
        found.append(
            CopyRow(
                first=_side(records[first].article),
                copy=_side(records[copy].article),
                ordered=row.first is not None,
                shared=row.shared / 10_000,
                acknowledged=row.acknowledged,
            )
        )
    return found


def _numbers(connection: Connection, pair: tuple[str, str]) -> tuple[int, int]:
    """The numbers of two articles, the later first."""
    rows = connection.execute(select(articles.c.number).where(articles.c.id.in_(pair))).scalars().all()
    if len(set(rows)) != 2:
        raise NotInLedger("the ledger holds no such pair of copies")
    return max(rows), min(rows)


def _side(article: Article) -> Side:
    return Side(
        article=article.id or "",
        title=None if article.title is None else one_line(article.title),
        outlet=None if article.outlet is None else one_line(article.outlet),
        published=one_line(spoken(article.published)) or None,
        path=article.path,
    )
