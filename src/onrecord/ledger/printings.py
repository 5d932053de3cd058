"""The printings that a ledger keeps: the quotations in marks of its articles, and what each can be found by."""

import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

import numpy as np
from sqlalchemy import Connection, Row, Select, delete, insert, or_, select

from onrecord.ledger import prints
from onrecord.ledger.keeping import next_number
from onrecord.ledger.storable import storable
from onrecord.ledger.tables import printings, voice_keys, voices
from onrecord.model import Article, Quotation, Record
from onrecord.trace.candidates import may_match
from onrecord.trace.dates import known
from onrecord.trace.fingerprints import lay, lay_packed
from onrecord.trace.pairs import fingerprints_of
from onrecord.trace.readings import OCCASION, Reading, read_printing
from onrecord.trace.voices import Voice, keys_of
from onrecord.trace.wordings import pack, unpack
from onrecord.traces import Printing

T = TypeVar("T")
_AT_ONCE = 500  # values in one query


class Kept(NamedTuple):
    """A printing as its row has it, with the number of its quotation, and of its family and its knot."""

    number: int
    reading: Reading
    family: int | None
    knot: int | None


def printings_of(record: Record) -> Iterator[Printing]:
    """The quotations of a record that stand in quotation marks, as printings."""
    return (printing for _, printing in placed(record))


def placed(record: Record) -> Iterator[tuple[int, Printing]]:
    """The same with the place of each among the quotations of the record."""
    for place, quotation in enumerate(record.quotations):
        if quotation.marks and quotation.kind != "indirect":
            yield place, _printing(record.article, quotation)


def write(connection: Connection, record: Record, first: int) -> list[Kept]:
    """Write the printings of an article whose first quotation has this number."""
    kept = [Kept(first + place, read_printing(printing), None, None) for place, printing in placed(record)]
    kept = [row for row in kept if row.reading.words]
    numbers = _voice_numbers(connection, {row.reading.voice for row in kept if row.reading.voice})
    if kept:
        connection.execute(
            insert(printings),
            [
                {
                    "quotation": row.number,
                    "voice": None if row.reading.voice is None else numbers[row.reading.voice],
                    "day": row.reading.day,
                    "said": row.reading.said,
                    "time": row.reading.time,
                    "words": pack(row.reading.words),
                }
                for row in kept
            ],
        )
    prints.add(connection, "printing_prints", {row.number: _prints(row.reading) for row in kept})
    return kept


def erase(connection: Connection, kept: Sequence[Kept]) -> None:
    """Take printings out, and the voices that nobody else has."""
    spoken = {row.reading.voice for row in kept} - {None}
    prints.remove(connection, "printing_prints", {row.number: _prints(row.reading) for row in kept})
    for row in kept:
        connection.execute(delete(printings).where(printings.c.quotation == row.number))
    for voice in spoken:
        if voice is not None:
            _forget_voice(connection, voice)


def at(connection: Connection, numbers: Iterable[int]) -> list[Kept]:
    """The printings of some numbers, in order; a number that is of none is left out."""
    found: list[Kept] = []
    for part in _parts(sorted(set(numbers))):
        found += _kept(connection, _rows().where(printings.c.quotation.in_(part)))
    return sorted(found)


def in_knots(connection: Connection, knots: Iterable[int]) -> list[Kept]:
    """The printings of some knots."""
    found: list[Kept] = []
    for part in _parts(sorted(set(knots))):
        found += _kept(connection, _rows().where(printings.c.knot.in_(part)))
    return found


def every(connection: Connection) -> list[Kept]:
    """All printings of a ledger, in order of their numbers."""
    return _kept(connection, _rows().order_by(printings.c.quotation))


def by_voice(connection: Connection, kept: Sequence[Kept]) -> list[int]:
    """The numbers of those that share words and a key of their voices with some, and an occasion if days are known."""
    found: list[int] = []
    for dated in (True, False):
        some = [row.reading for row in kept if row.reading.voice and (row.reading.time is not None) == dated]
        keys = sorted({key for reading in some if reading.voice for key in keys_of(reading.voice)})
        wanted = lay([reading.words for reading in some])
        for part in _parts(keys):
            speaking = select(voice_keys.c.voice).where(voice_keys.c.key.in_(part))
            query = select(printings.c.quotation, printings.c.words).where(printings.c.voice.in_(speaking))
            if dated:
                times = [reading.time for reading in some if reading.time is not None]
                near = printings.c.time.between(min(times) - OCCASION, max(times) + OCCASION)
                query = query.where(or_(near, printings.c.time.is_(None)))
            rows = connection.execute(query).all()
            fit = may_match(wanted, lay_packed([words for _, words in rows]))
            found += [rows[place].quotation for place in np.flatnonzero(fit).tolist()]
    return found


def by_words(connection: Connection, kept: Sequence[Kept]) -> dict[int, set[int]]:
    """For each of some printings the numbers of those that share a fingerprint where either voice is unknown."""
    sought = {row.number: _sought(row.reading) for row in kept}
    owners = prints.owners(connection, "printing_prints", set().union(*sought.values()))
    return {
        number: {owner for one in found for owner in owners.get(one, ())} for number, found in sought.items()
    }


def sharing_words(connection: Connection, kept: Sequence[Kept]) -> set[int]:
    """The numbers of those that share a fingerprint with any of some printings where either voice is unknown."""
    wanted = {one for row in kept for one in _sought(row.reading)}
    found = prints.owners(connection, "printing_prints", wanted)
    return {owner for owners in found.values() for owner in owners}


def _sought(reading: Reading) -> set[int]:
    own = _prints(reading)
    return {one | 1 for one in own} | (set() if reading.voice else {one & ~1 for one in own})


def _printing(article: Article, quotation: Quotation) -> Printing:
    text = article.field_text(quotation.field)
    speaker = quotation.speakers[0] if quotation.speakers else None
    return Printing(
        id=quotation.id,
        text=" … ".join(text[start:end] for start, end in quotation.marks),
        speaker=storable(speaker.name) if speaker else None,
        speaker_id=storable(speaker.id) if speaker else None,
        article=article.id,
        outlet=article.outlet,
        published=known(article.published),
        said=known(quotation.date),
    )


def _prints(reading: Reading) -> list[int]:
    """The fingerprints of a printing as the tables have them; the lowest bit is set where its voice is unknown."""
    unknown = reading.voice is None
    return [one << 1 | unknown for one in prints.shortened(fingerprints_of(reading.words))]


def _voice_numbers(connection: Connection, wanted: Collection[Voice]) -> dict[Voice, int]:
    """The numbers of some voices, given when each is first heard."""
    found: dict[Voice, int] = {}
    for part in _parts(sorted({voice.name for voice in wanted})):
        for row in connection.execute(select(voices).where(voices.c.name.in_(part))):
            found[Voice(row.name, row.speaker)] = row.number
    new = sorted(
        (voice for voice in wanted if voice not in found), key=lambda voice: (voice.name, voice.id or "")
    )
    if new:
        numbers = itertools.count(next_number(connection, voices.c.number))
        found.update(zip(new, numbers, strict=False))
        rows = [{"number": found[voice], "name": voice.name, "speaker": voice.id} for voice in new]
        connection.execute(insert(voices), rows)
        keys = [{"key": key, "voice": found[voice]} for voice in new for key in sorted(keys_of(voice))]
        if keys:
            connection.execute(insert(voice_keys), keys)
    return found


def _forget_voice(connection: Connection, voice: Voice) -> None:
    number = connection.execute(select(voices.c.number).where(*_is(voice))).scalar_one()
    if connection.execute(select(printings.c.voice).where(printings.c.voice == number).limit(1)).first():
        return
    keys = voice_keys.c.key.in_(sorted(keys_of(voice)))
    connection.execute(delete(voice_keys).where(keys, voice_keys.c.voice == number))
    connection.execute(delete(voices).where(voices.c.number == number))


def _is(voice: Voice) -> tuple[Any, Any]:
    same_id = voices.c.speaker.is_(None) if voice.id is None else voices.c.speaker == voice.id
    return voices.c.name == voice.name, same_id


def _rows() -> Select[Any]:
    return select(printings, voices.c.name, voices.c.speaker).join(
        voices, voices.c.number == printings.c.voice, isouter=True
    )


def _kept(connection: Connection, query: Select[Any]) -> list[Kept]:
    return [_row(row) for row in connection.execute(query)]


def _row(row: Row[Any]) -> Kept:
    voice = None if row.voice is None else Voice(row.name, row.speaker)
    return Kept(row.quotation, Reading(unpack(row.words), voice, row.day, row.said), row.family, row.knot)


def _parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]
