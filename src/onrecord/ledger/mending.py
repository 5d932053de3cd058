"""Mending the register of a ledger by hand: two speakers made one, or uses of a name parted for good.

What hangs on a speaker follows: the links to quotations, the index, and the families of the articles concerned.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from onrecord.errors import BadRegister
from onrecord.ledger import families, fulltext, roster
from onrecord.ledger.codes import BY, SPEAKER_KINDS
from onrecord.ledger.keeping import place_at, read_record
from onrecord.ledger.packing import pack_reasons
from onrecord.ledger.shelf import LedgerShelf
from onrecord.ledger.speakers import Called, speakers_named
from onrecord.ledger.tables import articles, namings, parted, speakers
from onrecord.people.register import Naming, naming_key
from onrecord.people.register.register import cannot_part

Merge = dict[str, bytes | int | None]  # the columns of a naming that say why
_AT_ONCE = 500


def speaker_of(connection: Connection, id: str) -> Called:
    """The speaker of an id; raises `BadRegister` where there is none."""
    found = speakers_named(connection, id)
    if len(found) != 1 or found[0].id != id:
        raise BadRegister(
            f"no speaker {id} in the ledger; `onrecord register list LEDGER --ids` shows all ids"
        )
    return found[0]


def join(connection: Connection, first: str, second: str, why: str) -> Called:
    """Make two speakers one; the first keeps its id. Raises `BadRegister` for ids that are not there."""
    kept, gone = speaker_of(connection, first), speaker_of(connection, second)
    if first == second:
        raise BadRegister(f"{first} is one entry already")
    rows = _rows(connection, gone.number)
    keys = [_key(row) for row in rows]
    for start in range(0, len(keys), _AT_ONCE):
        part = parted.c.naming.in_(keys[start : start + _AT_ONCE])
        connection.execute(delete(parted).where(parted.c.speaker == kept.number, part))
    _move(connection, LedgerShelf(connection), rows, kept.number, partial(_by_hand, why))
    _recount(connection, kept.number)
    return speaker_of(connection, first)


def split(
    connection: Connection, speaker: str, *, names: Iterable[str] = (), in_articles: Iterable[str] = ()
) -> tuple[Called, Called]:
    """Part the uses of some spellings, or those in some articles, and never merge them with this speaker again.

    Returns what is left and the new speaker. Raises `BadRegister` where that would leave one of them without a use.
    """
    entry = speaker_of(connection, speaker)
    names, ids = set(names), set(in_articles)
    rows = _rows(connection, entry.number)
    gone = [row for row in rows if row.name in names or row.id in ids]
    kept = [row for row in rows if not (row.name in names or row.id in ids)]
    if not gone or not kept:
        raise cannot_part(speaker, entry.label)
    shelf = LedgerShelf(connection)
    new = shelf.begin(_naming(gone[0]))
    apart = [{"naming": _key(row), "speaker": entry.number} for row in gone]
    apart += [{"naming": _key(row), "speaker": new} for row in kept]
    for start in range(0, len(apart), _AT_ONCE):
        connection.execute(insert(parted), apart[start : start + _AT_ONCE])
    _move(connection, shelf, gone[:1], new, _as_the_first)
    _move(connection, shelf, gone[1:], new)
    roster.hand_on(connection, [entry.number])
    _recount(connection, entry.number, new)
    (parted_one,) = [row for row in speakers_named(connection, gone[0].name) if row.number == new]
    return speaker_of(connection, speaker), parted_one


def _rows(connection: Connection, speaker: int) -> list[Row[Any]]:
    """The namings of a speaker with the ids of their articles: the first one first."""
    query = (
        select(namings, articles.c.id)
        .join(articles, articles.c.number == namings.c.article)
        .where(namings.c.speaker == speaker)
        .order_by(namings.c.article, namings.c.kind, namings.c.name)
    )
    return sorted(connection.execute(query), key=_is_merged)


def _is_merged(row: Row[Any]) -> bool:
    return row.score is not None


def _naming(row: Row[Any]) -> Naming:
    return Naming(name=row.name, article=row.id, kind=SPEAKER_KINDS[row.kind])


def _key(row: Row[Any]) -> str:
    return naming_key(_naming(row))


def _by_hand(why: str, row: Row[Any]) -> Merge:
    return {"why": pack_reasons([why], row.name), "score": 1_000, "by": BY["hand"]}


def _as_the_first(_: Row[Any]) -> Merge:
    return {"why": None, "score": None, "by": None}


def _move(
    connection: Connection,
    shelf: LedgerShelf,
    rows: Iterable[Row[Any]],
    speaker: int,
    reason: Callable[[Row[Any]], Merge] | None = None,
) -> None:
    """Give some namings to another speaker, article by article; with another reason where there is one."""
    by_article: dict[int, list[Row[Any]]] = {}
    for row in rows:
        by_article.setdefault(row.article, []).append(row)
    for number, moved in by_article.items():
        record, where = read_record(connection, number, corrections=False), place_at(connection, number)
        told = roster.told_by_name(record)
        fulltext.forget_article(connection, record, where)
        families.forget_article(connection, record, where)
        roster.unlink(connection, shelf, record, where, roster.rows_of(connection, number))
        for row in moved:
            naming = roster.naming_of(row, told)
            shelf.let_go(row.speaker, naming, number)
            shelf.take_in(speaker, naming, number)
            values = {"speaker": speaker, **(reason(row) if reason else {})}
            connection.execute(update(namings).where(roster.is_row(row)).values(values))
        called = roster.called_by(roster.rows_of(connection, number))
        roster.link(connection, shelf, record, where, called)
        shelf.write()
        record = read_record(connection, number, corrections=False)
        families.index_article(connection, record, where)
        fulltext.index_article(connection, record, where)


def _recount(connection: Connection, *numbers: int) -> None:
    """Count the articles of some speakers anew: one may name a speaker twice."""
    for number in numbers:
        counted = select(func.count(namings.c.article.distinct())).where(namings.c.speaker == number)
        own = speakers.c.number == number
        connection.execute(update(speakers).where(own).values(articles=counted.scalar_subquery()))
