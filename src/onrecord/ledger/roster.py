"""The register of a ledger: whom each article that stands calls what, and which speaker that is.

The decision is the register's own (`onrecord.people.register.choosing`), naming by naming in the order of adding, so
that the same articles give the same speakers as `onrecord read --register`. An article that goes takes its namings
along, and the speakers whom no other names.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, Row, and_, delete, insert, select, tuple_, update

from onrecord.ledger.codes import BY, SPEAKER_KIND, SPEAKER_KINDS
from onrecord.ledger.keeping import Place
from onrecord.ledger.packing import pack_reasons
from onrecord.ledger.place import day_of
from onrecord.ledger.shelf import LedgerShelf
from onrecord.ledger.storable import storable
from onrecord.ledger.tables import UNDATED, namings, quotation_speakers
from onrecord.model import Record
from onrecord.people.register import Naming
from onrecord.people.register.choosing import choose, is_enrolled
from onrecord.people.register.namings import namings_of

Called = Mapping[tuple[str, int], int]  # a name and a kind, and the number of the speaker
_AT_ONCE = 200


def enrol(connection: Connection, record: Record, where: Place) -> None:
    """Take the speakers of a kept article into the register."""
    told = [naming for naming in told_in(record) if is_enrolled(naming)]
    shelf = LedgerShelf(connection, told)
    rows = [row for naming in told if (row := _chosen(shelf, naming, where.number)) is not None]
    if rows:
        connection.execute(insert(namings), rows)
    link(connection, shelf, record, where, {(row["name"], row["kind"]): row["speaker"] for row in rows})
    shelf.write()


def forget(connection: Connection, record: Record, where: Place) -> None:
    """Take the namings of an article out of the register, and the speakers whom no other article names."""
    rows = rows_of(connection, where.number)
    shelf = LedgerShelf(connection)
    unlink(connection, shelf, record, where, rows)
    told = told_by_name(record)
    for row in rows:
        shelf.let_go(row.speaker, naming_of(row, told), where.number)
    connection.execute(delete(namings).where(namings.c.article == where.number))
    hand_on(connection, {row.speaker for row in rows if row.score is None})
    shelf.write()


def told_in(record: Record) -> Iterator[Naming]:
    """The namings of a record, with names that every database takes."""
    for naming in namings_of(record).values():
        aliases = tuple(storable(alias) for alias in naming.aliases)
        yield replace(naming, name=storable(naming.name), aliases=aliases)


def told_by_name(record: Record) -> dict[tuple[str, int], Naming]:
    """The same by name and kind, as the tables have them."""
    return {(naming.name, SPEAKER_KIND[naming.kind]): naming for naming in told_in(record)}


def naming_of(row: Row[Any], told: Mapping[tuple[str, int], Naming]) -> Naming:
    """What an article says of a speaker by a name; no more than the name where this version reads it otherwise."""
    return told.get((row.name, row.kind)) or Naming(name=row.name, kind=SPEAKER_KINDS[row.kind])


def rows_of(connection: Connection, article: int) -> list[Row[Any]]:
    """The rows of an article's namings."""
    return list(connection.execute(select(namings).where(namings.c.article == article)))


def called_by(rows: Iterable[Row[Any]]) -> Called:
    """Who is called what, by some rows."""
    return {(row.name, row.kind): row.speaker for row in rows}


def is_row(row: Row[Any]) -> ColumnElement[bool]:
    """The condition for the row of a naming."""
    return and_(namings.c.article == row.article, namings.c.kind == row.kind, namings.c.name == row.name)


def hand_on(connection: Connection, numbers: Iterable[int]) -> None:
    """Where the first naming of a speaker is gone, whom nobody was before, the next one is the first."""
    for number in numbers:
        query = select(namings).where(namings.c.speaker == number)
        order = (namings.c.score.is_not(None), namings.c.article, namings.c.kind, namings.c.name)
        first = connection.execute(query.order_by(*order).limit(1)).first()
        if first is not None and first.score is not None:
            connection.execute(update(namings).where(is_row(first)).values(score=None, by=None, why=None))


def link(connection: Connection, shelf: LedgerShelf, record: Record, where: Place, called: Called) -> None:
    """Lead from each speaker to its quotations in an article."""
    links = list(_links(record, where, called))
    if links:
        names = ("speaker", "day", "quotation")
        connection.execute(insert(quotation_speakers), [dict(zip(names, row, strict=True)) for row in links])
    for speaker, count in Counter(speaker for speaker, _, _ in links).items():
        shelf.count(speaker, count)


def unlink(
    connection: Connection, shelf: LedgerShelf, record: Record, where: Place, rows: Iterable[Row[Any]]
) -> None:
    """Lead there no longer."""
    links = list(_links(record, where, called_by(rows)))
    table = quotation_speakers.c
    key = tuple_(table.speaker, table.day, table.quotation)
    for start in range(0, len(links), _AT_ONCE):
        connection.execute(delete(quotation_speakers).where(key.in_(links[start : start + _AT_ONCE])))
    for speaker, count in Counter(speaker for speaker, _, _ in links).items():
        shelf.count(speaker, -count)


def _links(record: Record, where: Place, called: Called) -> Iterator[tuple[int, int, int]]:
    """Speaker, day and number of each quotation of an article, in the order of the text."""
    printed = day_of(record.article.published)
    for number, row in enumerate(record.quotations, start=where.first):
        day = day_of(row.date) or printed or UNDATED
        names = ((storable(one.name or ""), SPEAKER_KIND[one.kind]) for one in row.speakers)
        for speaker in dict.fromkeys(called[name] for name in names if name in called):
            yield speaker, day, number


def _chosen(shelf: LedgerShelf, naming: Naming, article: int) -> dict[str, Any] | None:
    """The row of a naming, taken in by the speaker that it is; None where two are as likely."""
    chosen = choose(naming, shelf)
    if len(chosen) > 1:
        return None
    row = {"article": article, "name": naming.name, "kind": SPEAKER_KIND[naming.kind]}
    if chosen:
        ((speaker, _, score, why),) = chosen
        merge = {"why": pack_reasons(why, naming.name), "score": round(1_000 * score), "by": BY["linkage/1"]}
    else:
        speaker, merge = shelf.begin(naming), {"why": None, "score": None, "by": None}
    shelf.take_in(speaker, naming, article)
    return {**row, "speaker": speaker, **merge}
