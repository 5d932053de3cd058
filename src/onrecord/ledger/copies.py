"""The copies among a ledger's articles: found when an article is added, kept until it goes.

The fingerprints of every article that stands (standing.py) are kept, so that a new article is laid beside those alone
that share some with it. Whether two are copies is decided as `onrecord.trace.copies` does, so what is kept is what
`find_copies` gives for all articles that stand, in whatever order they came, as long as no words are in more
articles than `MOST_ARTICLES`.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, or_, select

from onrecord.ledger.keeping import Place, read_record
from onrecord.ledger.prints import add, owners, remove, shortened
from onrecord.ledger.tables import articles, copies
from onrecord.model import Article, Record
from onrecord.trace.copies import compare_texts, prints_of, ready
from onrecord.trace.copy_candidates import LEAST_COMMON, MOST_ARTICLES
from onrecord.trace.copy_shingles import WINDOW
from onrecord.traces import Copy, Direction

# How many fingerprints the other article has is worked out from its words, which cannot be exact.
_DOUBT = 0.6
_AT_ONCE = 500  # values in one query
_SHARED = 10_000  # the share is kept as a whole number of this


def index_article(connection: Connection, record: Record, where: Place) -> None:
    """Find the copies of an article that is kept among those that stand, and let others be found to be copies of it.

    Where more than `MOST_ARTICLES` articles have the same words, only the first of them are laid beside others.
    """
    prints = _prints(record.article)
    if not prints:
        return
    met = owners(connection, "copy_prints", prints)
    telling = [one for one in prints if len(met.get(one, ())) < MOST_ARTICLES]
    common = Counter(number for one in telling for number in met.get(one, ()))
    text = None
    for number in _worth_comparing(connection, common, len(telling)):
        text = text or ready(record.article)
        other = read_record(connection, number, corrections=False).article
        found = compare_texts(text, ready(other))
        if found is not None:
            connection.execute(insert(copies).values(**_row(found, number, where.number, other)))
    add(connection, "copy_prints", {where.number: telling})


def forget_article(connection: Connection, record: Record, where: Place) -> None:
    """Take an article's copies and fingerprints out: the exact reverse."""
    connection.execute(delete(copies).where((copies.c.a == where.number) | (copies.c.b == where.number)))
    remove(connection, "copy_prints", {where.number: _prints(record.article)})


def copies_of(connection: Connection, number: int) -> tuple[Copy, ...]:
    """The copies that an article is part of, by its number, without their signs and changes: `compare` has them."""
    return _kept(connection, or_(copies.c.a == number, copies.c.b == number))


def reprints_among(connection: Connection, numbers: Iterable[int]) -> tuple[Copy, ...]:
    """The copies that some articles are of one another, by their numbers."""
    wanted = sorted(set(numbers))
    inside = set(wanted)
    found: list[Copy] = []
    for part in _parts(wanted):
        found += _kept(connection, copies.c.a.in_(part), inside)
    return tuple(found)


def _kept(
    connection: Connection, where: ColumnElement[bool], inside: set[int] | None = None
) -> tuple[Copy, ...]:
    one, other = articles.alias("one"), articles.alias("other")
    query = (
        select(copies, one.c.id.label("id_a"), other.c.id.label("id_b"))
        .join(one, one.c.number == copies.c.a)
        .join(other, other.c.number == copies.c.b)
        .where(where)
        .order_by(copies.c.a, copies.c.b)
    )
    return tuple(_copy(row) for row in connection.execute(query) if inside is None or row.b in inside)


def _copy(row: Row[Any]) -> Copy:
    """A row as a copy, whose `a` is the article with the smaller id."""
    a, b = sorted((row.id_a, row.id_b))
    direction: Direction | None = None
    if row.first is not None:
        direction = "a<b" if (row.first == row.a) == (a == row.id_a) else "b<a"
    return Copy(a=a, b=b, shared=row.shared / _SHARED, direction=direction, acknowledged=row.acknowledged)


def _row(found: Copy, number: int, own: int, other: Article) -> dict[str, object]:
    """A copy as its row: the article that was added first is `a`, which was printed first `first`."""
    a_is_other = found.a == other.id
    first = None if found.direction is None else number if (found.direction == "a<b") == a_is_other else own
    return {
        "a": min(number, own),
        "b": max(number, own),
        "first": first,
        "shared": round(found.shared * _SHARED),
        "acknowledged": found.acknowledged,
    }


def _prints(article: Article) -> list[int]:
    """The fingerprints of an article as the database has them."""
    return shortened(prints_of(article).tolist())


def _worth_comparing(connection: Connection, common: Counter[int], own: int) -> list[int]:
    """The articles that share enough fingerprints to be copies, in order of their numbers."""
    worth: list[int] = []
    for part in _parts(sorted(common)):
        query = select(articles.c.number, articles.c.words).where(articles.c.number.in_(part))
        for row in connection.execute(query):
            # Of every `WINDOW` + 1 shingles two are kept (Schleimer, Wilkerson and Aiken, 2003, section 3).
            likely = 2 * row.words / (WINDOW + 1)
            if common[row.number] >= LEAST_COMMON * _DOUBT * min(own, likely):
                worth.append(row.number)
    return sorted(worth)


def _parts(values: list[int]) -> Iterable[list[int]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]
