"""Corrections by hand in a ledger: made, listed, and withdrawn. The machine's answers stay as they are."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, Row, Select, and_, func, or_, select, update

from onrecord.corrections import attached, completed
from onrecord.corrections.applying import apply
from onrecord.errors import BadLedger, NotInLedger
from onrecord.ledger.codes import is_quotation
from onrecord.ledger.correction_rows import labels_of, with_labels, write_corrections
from onrecord.ledger.keeping import find_place, now, read_record, read_records
from onrecord.ledger.packing import unpack_value
from onrecord.ledger.tables import articles, corrections, quotations
from onrecord.model import Correction

AT_ONCE = 200
_ID = re.compile(r"(?:sha256:)?([0-9a-f]{8,64})")


class KeptCorrection(msgspec.Struct, frozen=True, kw_only=True):
    """A correction as a ledger has it.

    `article` is the version whose bytes it was kept with. `now` is the quotation of the newest version that it is on
    now, and null where that has none with these words any more. `withdrawn` is when it was withdrawn.
    """

    correction: Correction
    article: str
    title: str | None
    path: str | None
    now: str | None
    withdrawn: str | None


def correct(connection: Connection, article: str, correction: Correction) -> Correction:
    """Keep what a person says of the machine's answer; gives it whole, with its id, its words and its time.

    `article` is the id of the article; of the correction only what the person says need be filled in (see
    `onrecord.corrections.completed`). Raises `NotInLedger` and `BadCorrection`.
    """
    place = find_place(connection, article)
    if place is None:
        raise NotInLedger(f"the ledger holds no article {article}")
    record = read_record(connection, place.number)
    made = completed(record, correction)
    write_corrections(connection, place.number, replace(record, corrections=(made,)))
    return with_labels(made, labels_of(connection, [made]))


def corrections_of(connection: Connection, number: int) -> tuple[Correction, ...]:
    """The corrections of an article by its number, the earliest first; of the newest version, the older ones' too."""
    return read_record(connection, number).corrections


def withdraw(connection: Connection, id: str) -> Correction:
    """Let a correction count no longer. It stays, with the time: what was said, and taken back, is history.

    `id` is its id or the beginning of one. Raises `NotInLedger` where there is no such correction.
    """
    start = _begun(id) or id
    query = select(corrections).where(corrections.c.id >= start, corrections.c.id < f"{start}g")
    found = connection.execute(query.limit(2)).all() if _begun(id) else []
    if not found:
        raise NotInLedger(f"the ledger holds no correction {id}: `onrecord corrections` lists them")
    if len(found) > 1:
        raise BadLedger(f"{id} can mean several corrections: give more of the id")
    row = found[0]
    if row.withdrawn is None:
        own = corrections.c.number == row.number
        connection.execute(update(corrections).where(own).values(withdrawn=now()))
    return unpack_value(row.correction, Correction)


def every(
    connection: Connection, *, article: int | None = None, withdrawn: bool = False
) -> Iterator[KeptCorrection]:
    """The corrections of a ledger in the order of keeping, or those of an article and its other versions.

    Those that were withdrawn only where they are wanted too.
    """
    last = 0
    while True:
        rows = connection.execute(_following(last, article, withdrawn=withdrawn)).all()
        yield from _told(connection, rows)
        if len(rows) < AT_ONCE:
            return
        last = rows[-1].number


def find_quotation(connection: Connection, name: str) -> tuple[int, str]:
    """The number of the article and the id of the quotation that a name means: an id or eight digits of one or more.

    A quotation that a person has added is found too. Raises `NotInLedger` and `BadLedger`.
    """
    start = _begun(name) or name
    own = is_quotation(start)
    found: set[tuple[int, str]] = set()
    for row in connection.execute(select(quotations.c.article, quotations.c.place).where(own)).all():
        id = read_record(connection, row.article, corrections=False).quotations[row.place].id
        if id == start or (_begun(name) and id.startswith(start)):
            found.add((row.article, id))
    if not found and _begun(name):
        found = set(_added(connection, start))
    if not found:
        raise NotInLedger(f"the ledger holds no quotation {name}: give its id, as `onrecord search` shows it")
    if len(found) > 1:
        raise BadLedger(f"{name} can mean several quotations: give more of the id")
    return found.pop()


def _begun(id: str) -> str | None:
    """The beginning of an id that some digits mean; None where they are none, or too few."""
    digits = _ID.fullmatch(id)
    return f"sha256:{digits.group(1)}" if digits else None


def _added(connection: Connection, start: str) -> Iterator[tuple[int, str]]:
    """The quotations whose ids begin so among those that persons have added or given another extent."""
    holding = select(corrections.c.article).where(corrections.c.withdrawn.is_(None)).distinct()
    numbers = connection.execute(holding.order_by(corrections.c.article)).scalars().all()
    for at in range(0, len(numbers), AT_ONCE):
        for number, record in read_records(connection, numbers[at : at + AT_ONCE]).items():
            for id, moved in apply(record).ids.items():
                if id.startswith(start) or (moved or "").startswith(start):
                    yield number, moved or id


def _following(last: int, article: int | None, *, withdrawn: bool) -> Select[Any]:
    query = (
        select(corrections, articles.c.id.label("article_id"), articles.c.title, articles.c.path)
        .join(articles, articles.c.number == corrections.c.article)
        .where(corrections.c.number > last)
        .order_by(corrections.c.number)
        .limit(AT_ONCE)
    )
    if article is not None:
        place = select(func.coalesce(articles.c.place, articles.c.id)).where(articles.c.number == article)
        query = query.where(corrections.c.place == place.scalar_subquery())
    return query if withdrawn else query.where(corrections.c.withdrawn.is_(None))


def _told(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[KeptCorrection]:
    said = {row.number: unpack_value(row.correction, Correction) for row in rows}
    labels = labels_of(connection, said.values())
    on = _on_now(connection, {row.place for row in rows})
    for row in rows:
        correction = said[row.number]
        yield KeptCorrection(
            correction=with_labels(correction, labels),
            article=row.article_id,
            title=row.title,
            path=row.path,
            now=on.get(correction.id or ""),
            withdrawn=row.withdrawn,
        )


def _on_now(connection: Connection, places: set[str]) -> dict[str, str]:
    """Which quotation of the newest version each correction at some places is on."""
    wanted = sorted(places)
    here = or_(articles.c.place.in_(wanted), and_(articles.c.place.is_(None), articles.c.id.in_(wanted)))
    numbers = connection.execute(select(articles.c.number).where(here, articles.c.newer.is_(None))).scalars()
    records = read_records(connection, numbers).values()
    pairs = [pair for record in records for pair in attached(record).items()]
    return {one.id or "": quotation for quotation, each in pairs for one in each}
