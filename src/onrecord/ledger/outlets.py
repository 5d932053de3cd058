"""The outlets of a ledger: what each printed, and what it took from others or gave them."""

import datetime
from collections import Counter
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, or_, select

from onrecord.errors import NotInLedger
from onrecord.formats.visible import one_line
from onrecord.ledger.storable import storable
from onrecord.ledger.tables import articles, copies, outlets

MOST_PARTNERS = 40  # outlets that copies are shared with, those with most first


class OutletRow(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet in figures: the newest versions of its articles, and the days of publication that they span."""

    name: str
    articles: int
    quotations: int
    first: str | None
    last: str | None


class Partner(msgspec.Struct, frozen=True, kw_only=True):
    """The copies that an outlet shares with another (null: one with no name), by whether they say where they are from.

    `unknown` are those of which nothing tells whether they say so.
    """

    name: str | None
    pairs: int
    acknowledged: int
    unacknowledged: int
    unknown: int


class OutletSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What an outlet printed, took from others (`took`), gave them (`gave`), or shares without a known order."""

    outlet: OutletRow
    took: tuple[Partner, ...]
    gave: tuple[Partner, ...]
    either: tuple[Partner, ...]


def outlets_of(connection: Connection) -> list[OutletRow]:
    """All outlets, those with most articles first."""
    rows = connection.execute(_rows().order_by(func.count().desc(), outlets.c.name)).all()
    return [_row(row) for row in rows]


def outlet_named(connection: Connection, name: str) -> tuple[int, OutletRow]:
    """The number and the figures of the outlet of exactly this name; raises `NotInLedger`.

    A name with controls or turned directions in it has that name too by which lists show it.
    """
    number = connection.execute(select(outlets.c.number).where(outlets.c.name == storable(name))).scalar()
    if number is None:
        names = connection.execute(select(outlets.c.number, outlets.c.name))
        number = next((number for number, stored in names if one_line(stored) == name), None)
    row = None
    if number is not None:
        row = connection.execute(_rows().where(outlets.c.number == number)).first()
    if number is None or row is None:
        raise NotInLedger(f"the ledger holds no article of an outlet called {name}")
    return int(number), _row(row)


def newest_of(
    connection: Connection, outlet: int, *, before: int | None = None, limit: int = 20
) -> list[int]:
    """The numbers of the newest articles of an outlet, all under `before`."""
    query = select(articles.c.number).where(articles.c.outlet == outlet, articles.c.newer.is_(None))
    if before is not None:
        query = query.where(articles.c.number < before)
    return list(connection.execute(query.order_by(articles.c.number.desc()).limit(limit)).scalars())


def summary_of(connection: Connection, name: str) -> OutletSummary:
    """An outlet in figures, by its exact name; raises `NotInLedger`."""
    number, row = outlet_named(connection, name)
    took, gave, either = Counter[Shared](), Counter[Shared](), Counter[Shared]()
    one, other = articles.alias("one"), articles.alias("other")
    query = (
        select(copies.c.first, copies.c.a, one.c.outlet, other.c.outlet, copies.c.acknowledged, func.count())
        .join(one, one.c.number == copies.c.a)
        .join(other, other.c.number == copies.c.b)
        .where(or_(one.c.outlet == number, other.c.outlet == number))
        .group_by(copies.c.first, copies.c.a, one.c.outlet, other.c.outlet, copies.c.acknowledged)
    )
    for first, a, of_a, of_b, acknowledged, count in connection.execute(query):
        if of_a == of_b:
            continue
        partner = of_b if of_a == number else of_a
        side = either if first is None else gave if (first == a) == (of_a == number) else took
        side[partner, acknowledged] += count
    return OutletSummary(
        outlet=row,
        took=_partners(connection, took),
        gave=_partners(connection, gave),
        either=_partners(connection, either),
    )


Shared = tuple[int | None, bool | None]  # the number of an outlet, and whether its copies are acknowledged


def _partners(connection: Connection, shared: Counter[Shared]) -> tuple[Partner, ...]:
    totals: Counter[int | None] = Counter()
    for (outlet, _), count in shared.items():
        totals[outlet] += count
    numbers = [number for number, _ in totals.most_common(MOST_PARTNERS)]
    known = select(outlets.c.number, outlets.c.name).where(
        outlets.c.number.in_([number for number in numbers if number is not None])
    )
    names = {number: one_line(name) for number, name in connection.execute(known)}
    return tuple(
        Partner(
            name=None if number is None else names[number],
            pairs=totals[number],
            acknowledged=shared[number, True],
            unacknowledged=shared[number, False],
            unknown=shared[number, None],
        )
        for number in numbers
    )


def _rows() -> Select[Any]:
    return (
        select(
            outlets.c.name,
            func.count().label("articles"),
            func.sum(articles.c.quotations).label("quotations"),
            func.min(articles.c.day).label("first"),
            func.max(articles.c.day).label("last"),
        )
        .join(articles, articles.c.outlet == outlets.c.number)
        .where(articles.c.newer.is_(None))
        .group_by(outlets.c.number, outlets.c.name)
    )


def _row(row: Any) -> OutletRow:
    return OutletRow(
        name=one_line(row[0]),
        articles=row[1],
        quotations=int(row[2] or 0),
        first=_iso(row[3]),
        last=_iso(row[4]),
    )


def _iso(day: int | None) -> str | None:
    return None if day is None else datetime.date.fromordinal(day).isoformat()
