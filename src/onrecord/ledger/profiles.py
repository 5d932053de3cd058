"""What a ledger knows of a speaker, as the register compares it, each fact with the number of namings that say it.

The register pools what all namings of an entry say (`onrecord.people.evidence.pooled`). With the counts a naming can
be taken out again when its article goes, and nothing of it stays behind.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

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


NOTHING = Facts()
_DECODER = msgspec.msgpack.Decoder(Facts)
_ENCODER = msgspec.msgpack.Encoder()


def pack(facts: Facts) -> bytes:
    """The bytes that keep some facts."""
    return _ENCODER.encode(facts)


def unpack(data: bytes) -> Facts:
    """The facts that were kept."""
    return _DECODER.decode(data)


def profile_of(facts: Facts) -> Profile:
    """What all namings say together."""
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


def with_told(facts: Facts, told: Profile) -> Facts:
    """The facts with those of one more naming; of words and names beside only as many as there is room for."""
    after = told if facts == NOTHING else pooled(profile_of(facts), told)
    return Facts(
        _more(facts.fields, told.fields),
        _more(facts.trades, told.trades),
        _more(facts.countries, told.countries),
        _more(facts.states, told.states),
        _more(facts.words, told.words & after.words),
        _more(facts.years, _years(told)),
        _more(facts.beside, told.beside & after.beside),
    )


def without_told(facts: Facts, told: Profile) -> Facts:
    """The facts without those of a naming."""
    return Facts(
        _less(facts.fields, told.fields),
        _less(facts.trades, told.trades),
        _less(facts.countries, told.countries),
        _less(facts.states, told.states),
        _less(facts.words, told.words),
        _less(facts.years, _years(told)),
        _less(facts.beside, told.beside),
    )


def _years(told: Profile) -> set[int]:
    return {year for year in (told.first, told.last) if year is not None}


def _more(counts: Mapping[T, int], facts: Iterable[T]) -> dict[T, int]:
    return dict(sorted((Counter(counts) + Counter(facts)).items()))


def _less(counts: Mapping[T, int], facts: Iterable[T]) -> dict[T, int]:
    return dict(sorted((Counter(counts) - Counter(facts)).items()))
