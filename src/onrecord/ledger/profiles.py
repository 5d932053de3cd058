"""What a ledger knows of each speaker, as the register compares it, each fact with the number of articles that say it.

The register pools what all namings of an entry say (`onrecord.people.evidence.pooled`). With the counts a naming can
be taken out again when its article goes, and nothing of it stays behind.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from onrecord.ledger.tables import profiles
from onrecord.people.evidence import Profile, pooled

T = TypeVar("T", str, int)


class Facts(msgspec.Struct, frozen=True, array_like=True):
    """A profile with counts: the fields of `Profile`, its first and last year as a count of years."""

    fields: dict[str, int] = {}
    trades: dict[str, int] = {}
    countries: dict[str, int] = {}
    states: dict[str, int] = {}
    words: dict[str, int] = {}
    years: dict[int, int] = {}
    beside: dict[int, int] = {}


_DECODER = msgspec.msgpack.Decoder(Facts)
_ENCODER = msgspec.msgpack.Encoder()


def read(connection: Connection, speaker: int) -> Profile:
    """What all namings of a speaker say together."""
    return _profile(_facts(connection, speaker))


def add(connection: Connection, speaker: int, told: Profile) -> None:
    """Add what a naming says to what is known of its speaker."""
    found = connection.execute(select(profiles.c.facts).where(profiles.c.speaker == speaker)).scalar()
    if found is None:
        connection.execute(
            insert(profiles).values(speaker=speaker, facts=_packed(_added(Facts(), told, told)))
        )
        return
    facts = _DECODER.decode(found)
    after = pooled(_profile(facts), told)
    _write(connection, speaker, _added(facts, told, after))


def take(connection: Connection, speaker: int, told: Profile) -> None:
    """Take what a naming says out of what is known of its speaker."""
    facts = _facts(connection, speaker)
    _write(
        connection,
        speaker,
        Facts(
            _less(facts.fields, told.fields),
            _less(facts.trades, told.trades),
            _less(facts.countries, told.countries),
            _less(facts.states, told.states),
            _less(facts.words, told.words),
            _less(facts.years, _years(told)),
            _less(facts.beside, told.beside),
        ),
    )


def forget(connection: Connection, speaker: int) -> None:
    """Take out all that is known of a speaker."""
    connection.execute(delete(profiles).where(profiles.c.speaker == speaker))


def _facts(connection: Connection, speaker: int) -> Facts:
    return _DECODER.decode(
        connection.execute(select(profiles.c.facts).where(profiles.c.speaker == speaker)).scalar_one()
    )


def _write(connection: Connection, speaker: int, facts: Facts) -> None:
    connection.execute(update(profiles).where(profiles.c.speaker == speaker).values(facts=_packed(facts)))


def _packed(facts: Facts) -> bytes:
    return _ENCODER.encode(facts)


def _profile(facts: Facts) -> Profile:
    return Profile(
        frozenset(facts.fields),
        frozenset(facts.trades),
        frozenset(facts.countries),
        frozenset(facts.states),
        frozenset(facts.words),
        min(facts.years, default=None),
        max(facts.years, default=None),
        frozenset(facts.beside),
    )


def _added(facts: Facts, told: Profile, after: Profile) -> Facts:
    """The facts with one more of each that is told; of words and names beside only those that there is room for."""
    return Facts(
        _more(facts.fields, told.fields),
        _more(facts.trades, told.trades),
        _more(facts.countries, told.countries),
        _more(facts.states, told.states),
        _more(facts.words, told.words & after.words),
        _more(facts.years, _years(told)),
        _more(facts.beside, told.beside & after.beside),
    )


def _years(told: Profile) -> set[int]:
    return {year for year in (told.first, told.last) if year is not None}


def _more(counts: Mapping[T, int], facts: Iterable[T]) -> dict[T, int]:
    return dict(sorted((Counter(counts) + Counter(facts)).items()))


def _less(counts: Mapping[T, int], facts: Iterable[T]) -> dict[T, int]:
    return dict(sorted((Counter(counts) - Counter(facts)).items()))
