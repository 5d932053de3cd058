"""What was added to a ledger within some time, by numbers: they are dense, and rise with the time of adding."""

from typing import NamedTuple

from sqlalchemy import Connection, Table, func, select

from onrecord.ledger.tables import articles


class Stretch(NamedTuple):
    """The numbers of articles and of their quotations, half-open."""

    articles: tuple[int, int]
    quotations: tuple[int, int]


def stretch_of(connection: Connection, begin: str, end: str | None) -> Stretch:
    """The articles added from one moment on and before another, moments as `keeping.now` writes them."""
    first, last = numbers_between(connection, articles, begin, end)
    return Stretch((first, last), (_first_quotation(connection, first), _first_quotation(connection, last)))


def numbers_between(connection: Connection, table: Table, begin: str, end: str | None) -> tuple[int, int]:
    """The numbers of the rows of a table that were added within some time, half-open."""
    after = int(connection.execute(select(func.coalesce(func.max(table.c.number), 0))).scalar_one()) + 1
    first = _number_at(connection, table, begin, after)
    return first, max(first, after if end is None else _number_at(connection, table, end, after))


def _number_at(connection: Connection, table: Table, moment: str, after: int) -> int:
    """The smallest number added at a moment or later, `after` for none: a search by halves, since no index helps."""
    low, high = 1, after
    while low < high:
        middle = (low + high) // 2
        query = select(table.c.number, table.c.added).where(table.c.number >= middle)
        # Articles that were removed leave gaps; the highest number is always there.
        row = connection.execute(query.order_by(table.c.number).limit(1)).one()
        if row.added >= moment:
            high = middle
        else:
            low = row.number + 1
    return low


def _first_quotation(connection: Connection, article: int) -> int:
    """The number that the quotations from an article on begin with."""
    query = select(articles.c.first).where(articles.c.number >= article).order_by(articles.c.number).limit(1)
    found = connection.execute(query).scalar()
    if found is not None:
        return int(found)
    last = select(articles.c.first, articles.c.quotations).order_by(articles.c.number.desc()).limit(1)
    row = connection.execute(last).first()
    return 1 if row is None else int(row.first + row.quotations)
