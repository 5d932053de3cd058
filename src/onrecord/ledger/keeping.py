"""One record into the tables, and out of them again: the rows of an article and everything that hangs on it."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import Column, Connection, Table, delete, func, insert, select, update

from onrecord.errors import NotInLedger
from onrecord.ledger.codes import ACT, KIND, digest_of
from onrecord.ledger.correction_rows import with_corrections, write_corrections
from onrecord.ledger.labels import called_in, with_label, with_labels, without_labels
from onrecord.ledger.packing import pack, unpack, unpack_quotation
from onrecord.ledger.place import day_of
from onrecord.ledger.storable import storable
from onrecord.ledger.tables import articles, checks, failures, outlets, quotations, vectors
from onrecord.ledger.tables import corrections as correction_table
from onrecord.model import Article, Quotation, Record
from onrecord.words import WORD


class Place(NamedTuple):
    """Where an article's rows are: its number, the number of its first quotation, and how many there are."""

    number: int
    first: int
    quotations: int


def now() -> str:
    """This moment in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def next_number(connection: Connection, column: Column[int]) -> int:
    """The number after the highest; the caller holds the write transaction."""
    return int(connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one()) + 1


def added_at(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """When some articles were added, by their ids: UTC, to the second."""
    query = select(articles.c.id, articles.c.added).where(articles.c.id.in_(sorted(set(ids))))
    return {row.id: row.added for row in connection.execute(query)}


def find_place(connection: Connection, article: str) -> Place | None:
    """Where the article of an id is kept."""
    row = connection.execute(
        select(articles.c.number, articles.c.first, articles.c.quotations).where(articles.c.id == article)
    ).first()
    return None if row is None else Place(*row)


def need_place(connection: Connection, article: str) -> Place:
    """Where the article of an id is kept; raises `NotInLedger`."""
    place = find_place(connection, article)
    if place is None:
        raise NotInLedger("the ledger holds no such article: it may have been removed")
    return place


def write_record(connection: Connection, record: Record, *, place: str | None) -> Place:
    """Write an article, its quotations and its corrections as the next numbers."""
    article = record.article
    where = Place(
        next_number(connection, articles.c.number),
        next_number(connection, quotations.c.number),
        len(record.quotations),
    )
    day = day_of(article.published)
    connection.execute(
        insert(articles).values(
            number=where.number,
            id=article.id,
            place=storable(place),
            path=storable(article.path),
            title=storable(article.title),
            outlet=outlet_number(connection, article.outlet),
            day=day,
            added=now(),
            words=len(WORD.findall(article.body)),
            first=where.first,
            quotations=where.quotations,
            record=pack(without_labels(replace(record, corrections=()))),
        )
    )
    rows = [
        {
            "number": where.first + offset,
            "digest": digest_of(row.id),
            "article": where.number,
            "place": offset,
            "kind": KIND[row.kind],
            "act": ACT[row.act],
            "negated": row.negated,
            "day": day,
            "said": day_of(row.date),
        }
        for offset, row in enumerate(record.quotations)
    ]
    if rows:
        connection.execute(insert(quotations), rows)
    write_corrections(connection, where.number, record)
    return where


def read_record(connection: Connection, number: int, *, corrections: bool = True) -> Record:
    """The record of an article by its number, with the register's labels as they are now, and its corrections."""
    return read_records(connection, [number], corrections=corrections)[number]


def read_records(
    connection: Connection, numbers: Iterable[int], *, corrections: bool = True
) -> dict[int, Record]:
    """The records of some articles by their numbers, in order; a number that is of none is left out.

    Without `corrections`, where only the machine's answers are looked at, it is one question less.
    """
    wanted = sorted(set(numbers))
    query = select(articles.c.number, articles.c.record).where(articles.c.number.in_(wanted))
    rows = connection.execute(query.order_by(articles.c.number)).all()
    called = called_in(connection, wanted)
    records = {number: with_labels(unpack(data), called[number]) for number, data in rows}
    return with_corrections(connection, records) if corrections else records


def read_quotations(
    connection: Connection, places: Iterable[tuple[int, int]]
) -> dict[tuple[int, int], tuple[Article, Quotation]]:
    """Quotations by the numbers of their articles and their places there, each with its article without the marks.

    The register's labels are as they are now; one that is of no article is left out.
    """
    wanted: dict[int, list[int]] = {}
    for number, place in places:
        wanted.setdefault(number, []).append(place)
    query = select(articles.c.number, articles.c.record).where(articles.c.number.in_(sorted(wanted)))
    called = called_in(connection, sorted(wanted))
    found = {}
    for number, data in connection.execute(query).all():
        for place in wanted[number]:
            article, row = unpack_quotation(data, place)
            found[number, place] = article, with_label(row, called[number])
    return found


def erase_record(connection: Connection, where: Place) -> None:
    """Take out the rows of an article, its quotations, their checks and vectors, and its corrections."""
    numbers = (where.first, where.first + where.quotations - 1)
    connection.execute(delete(checks).where(checks.c.quotation.between(*numbers)))
    connection.execute(delete(vectors).where(vectors.c.quotation.between(*numbers)))
    connection.execute(delete(quotations).where(quotations.c.number.between(*numbers)))
    connection.execute(delete(correction_table).where(correction_table.c.article == where.number))
    connection.execute(delete(articles).where(articles.c.number == where.number))


def outlet_number(connection: Connection, name: str | None) -> int | None:
    """The number of an outlet, given on its first article."""
    name = storable(name)
    if not name:
        return None
    found = connection.execute(select(outlets.c.number).where(outlets.c.name == name)).scalar()
    if found is None:
        found = next_number(connection, outlets.c.number)
        connection.execute(insert(outlets).values(number=found, name=name))
    return found


def write_failure(connection: Connection, path: str, stage: str, reason: str) -> None:
    """Keep why an input could not be kept; the last reason stands."""
    values = {"reason": storable(reason) or "", "added": now()}
    key = (failures.c.path == storable(path)) & (failures.c.stage == stage)
    if not connection.execute(update(failures).where(key).values(**values)).rowcount:
        connection.execute(insert(failures).values(path=storable(path), stage=stage, **values))


def clear_failures(
    connection: Connection, path: str | None, *, stages: tuple[str, ...] | None = None
) -> None:
    """Forget the failures of an input that has been read since: all of them, or those of some stages."""
    if path:
        stale = failures.c.path == storable(path)
        if stages is not None:
            stale &= failures.c.stage.in_(stages)
        connection.execute(delete(failures).where(stale))


def is_empty(connection: Connection, table: Table) -> bool:
    """Whether a table holds no row."""
    return connection.execute(select(table).limit(1)).first() is None


def place_at(connection: Connection, number: int) -> Place:
    """Where the rows of the article of a number are."""
    return places_at(connection, [number])[number]


def places_at(connection: Connection, numbers: Iterable[int]) -> dict[int, Place]:
    """Where the rows of some articles are, by their numbers."""
    query = select(articles.c.number, articles.c.first, articles.c.quotations)
    rows = connection.execute(query.where(articles.c.number.in_(list(numbers))))
    return {row.number: Place(*row) for row in rows}
