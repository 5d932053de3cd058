"""The spellings of a speaker: how often each stands, and what a speaker is found by because of them."""

from collections.abc import Mapping
from typing import NamedTuple

from onrecord.ledger.terms import words_of
from onrecord.model import SpeakerKind
from onrecord.people.register.choosing import keys_of_name
from onrecord.people.register.entries import Naming, by_frequency


class Count(NamedTuple):
    """In how many articles a spelling is the fullest form, and in how many it is another spelling."""

    named: int = 0
    spelt: int = 0


Spellings = Mapping[str, Count]
_NONE = Count()


def with_naming(names: Spellings, naming: Naming, by: int = 1) -> dict[str, Count]:
    """The spellings with those of one more naming (or of one less: by -1), without those that no article has."""
    found = dict(names)
    named, spelt = found.get(naming.name, _NONE)
    found[naming.name] = Count(named + by, spelt)
    for name in dict.fromkeys(naming.aliases):
        named, spelt = found.get(name, _NONE)
        found[name] = Count(named, spelt + by)
    return {name: count for name, count in found.items() if max(count) > 0}


def is_named(names: Spellings) -> bool:
    """Whether any article names this speaker."""
    return any(count.named > 0 for count in names.values())


def aliases_of(names: Spellings) -> tuple[str, ...]:
    """Every spelling, the most frequent first: the first one is the register's label."""
    return by_frequency({name: count.named for name, count in names.items()})


def keys_of(names: Spellings, kind: SpeakerKind) -> set[str]:
    """What the register looks a speaker up by."""
    return {key for name, count in names.items() if count.named > 0 for key in keys_of_name(name, kind)}


def words_in(names: Spellings) -> set[str]:
    """The words that lead to a speaker."""
    return {word for name in names for word in words_of(name)}
