"""The register of a ledger: whom each article that stands calls what, and which speaker that is.

The decision is the register's own (`onrecord.people.register.choosing`), naming by naming in the order of adding, so
that the same articles give the same speakers as `onrecord read --register`. An article that goes takes its namings
along, and the speakers whom no other names.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, Row, and_, delete, insert, select, tuple_, update

from onrecord.ledger import profiles, spellings
from onrecord.ledger.codes import BY, SPEAKER_KIND, SPEAKER_KINDS
from onrecord.ledger.keeping import Place, next_number
from onrecord.ledger.labels import Called, called_in, who
from onrecord.ledger.place import day_of
from onrecord.ledger.shelf import LedgerShelf
from onrecord.ledger.storable import storable
from onrecord.ledger.tables import UNDATED, namings, parted, quotation_speakers, speakers
from onrecord.model import Record
from onrecord.people.register import Naming, naming_key
from onrecord.people.register.choosing import choose, is_enrolled
from onrecord.people.register.entries import new_id, told_by
from onrecord.people.register.namings import namings_of


def enrol(connection: Connection, record: Record, where: Place) -> None:
    """Take the speakers of a kept article into the register."""
    shelf = LedgerShelf(connection)
    for naming in told_in(record):
        if is_enrolled(naming):
            _enrol(connection, shelf, naming, where.number)
    link(connection, record, where)


def forget(connection: Connection, record: Record, where: Place) -> None:
    """Take the namings of an article out of the register, and the speakers whom no other article names."""
    unlink(connection, record, where)
    told = {(naming.name, SPEAKER_KIND[naming.kind]): naming for naming in told_in(record)}
    for row in rows_of(connection, where.number):
        naming = told.get((row.name, row.kind))
        if naming is None:  # a newer version of onrecord reads namings otherwise
            naming = Naming(name=row.name, kind=SPEAKER_KINDS[row.kind])
        release(connection, naming, row)


def told_in(record: Record) -> Iterator[Naming]:
    """The namings of a record, with names that every database takes."""
    for naming in namings_of(record).values():
        aliases = tuple(storable(alias) for alias in naming.aliases)
        yield replace(naming, name=storable(naming.name), aliases=aliases)


def rows_of(connection: Connection, article: int) -> list[Row[Any]]:
    """The rows of an article's namings."""
    return list(connection.execute(select(namings).where(namings.c.article == article)))


def place(
    connection: Connection, naming: Naming, article: int, speaker: int, **merge: str | int | None
) -> None:
    """Count a naming of an article among those of a speaker; `merge` says why, by how much, and who decided."""
    connection.execute(
        insert(namings).values(
            article=article, name=naming.name, kind=SPEAKER_KIND[naming.kind], speaker=speaker, **merge
        )
    )
    spellings.add(connection, speaker, naming)
    profiles.add(connection, speaker, told_by(naming))
    connection.execute(
        update(speakers).where(speakers.c.number == speaker).values(articles=speakers.c.articles + 1)
    )


def release(connection: Connection, naming: Naming, row: Row[Any]) -> None:
    """Count it no longer; a speaker without namings goes."""
    connection.execute(delete(namings).where(_is(row)))
    first = connection.execute(
        select(namings)
        .where(namings.c.speaker == row.speaker)
        .order_by(namings.c.article, namings.c.kind, namings.c.name)
        .limit(1)
    ).first()
    if first is not None:
        if row.score is None:  # the next one is now the first, whom nobody was before
            connection.execute(update(namings).where(_is(first)).values(score=None, by=None, why=None))
        spellings.take(connection, row.speaker, naming)
        profiles.take(connection, row.speaker, told_by(naming))
        own = speakers.c.number == row.speaker
        connection.execute(update(speakers).where(own).values(articles=speakers.c.articles - 1))
        return
    spellings.forget(connection, row.speaker, naming.kind)
    profiles.forget(connection, row.speaker)
    connection.execute(delete(parted).where(parted.c.speaker == row.speaker))
    connection.execute(delete(speakers).where(speakers.c.number == row.speaker))


def new_speaker(connection: Connection, naming: Naming, key: str) -> int:
    """A speaker who begins with a naming; its number."""
    number = next_number(connection, speakers.c.number)
    connection.execute(
        insert(speakers).values(
            number=number,
            id=new_id(key, LedgerShelf(connection)),
            kind=SPEAKER_KIND[naming.kind],
            label=naming.name,
            quotations=0,
            articles=0,
        )
    )
    return number


def link(connection: Connection, record: Record, where: Place) -> None:
    """Lead from each speaker to its quotations in an article."""
    rows = [
        {"speaker": one, "day": day, "quotation": row} for one, day, row in _links(connection, record, where)
    ]
    if rows:
        connection.execute(insert(quotation_speakers), rows)
        _count(connection, Counter(row["speaker"] for row in rows), 1)


def unlink(connection: Connection, record: Record, where: Place) -> None:
    """Lead there no longer."""
    rows = list(_links(connection, record, where))
    if rows:
        table = quotation_speakers.c
        key = tuple_(table.speaker, table.day, table.quotation)
        for start in range(0, len(rows), 200):
            connection.execute(delete(quotation_speakers).where(key.in_(rows[start : start + 200])))
        _count(connection, Counter(speaker for speaker, _, _ in rows), -1)


def _is(row: Row[Any]) -> ColumnElement[bool]:
    return and_(namings.c.article == row.article, namings.c.kind == row.kind, namings.c.name == row.name)


def _links(connection: Connection, record: Record, where: Place) -> Iterator[tuple[int, int, int]]:
    """Speaker, day and number of each quotation of an article, in the order of the text."""
    called: Called = called_in(connection, [where.number])[where.number]
    printed = day_of(record.article.published)
    for number, row in enumerate(record.quotations, start=where.first):
        day = day_of(row.date) or printed or UNDATED
        found = [who(speaker, called) for speaker in row.speakers]
        for speaker in dict.fromkeys(known.number for known in found if known is not None):
            yield speaker, day, number


def _count(connection: Connection, counts: Mapping[int, int], sign: int) -> None:
    for speaker, count in sorted(counts.items()):
        own = speakers.c.number == speaker
        connection.execute(
            update(speakers).where(own).values(quotations=speakers.c.quotations + sign * count)
        )


def _enrol(connection: Connection, shelf: LedgerShelf, naming: Naming, article: int) -> None:
    chosen = choose(naming, shelf)
    if len(chosen) > 1:
        return
    if not chosen:
        place(connection, naming, article, new_speaker(connection, naming, naming_key(naming)))
        return
    found = chosen[0]
    place(
        connection,
        naming,
        article,
        found.number,
        why="\n".join(found.why),
        score=round(1_000 * found.score),
        by=BY["linkage/1"],
    )
