"""The values of the register: a naming, the reason that took it into an entry, and the entry that it belongs to."""

import hashlib
from collections import Counter
from collections.abc import Container, Mapping
from typing import Literal

import msgspec

from onrecord.model import SpeakerKind
from onrecord.people.evidence import Profile, profile

SCHEMA = "onrecord-register/1"
DecidedBy = Literal["linkage/1", "hand"]


class Naming(msgspec.Struct, frozen=True, kw_only=True):
    """One article's use of one name: the fullest form there, what the article says of them, and who stands beside."""

    name: str
    article: str | None = None
    kind: SpeakerKind = "person"
    aliases: tuple[str, ...] = ()  # other spellings of it in the same article
    descriptions: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    beside: tuple[str, ...] = ()


class Merge(msgspec.Struct, frozen=True, kw_only=True):
    """Why a naming was taken into an entry that stood before: the reasons in words, the odds, and who decided."""

    naming: str  # the key of the naming
    why: tuple[str, ...]
    score: float
    by: DecidedBy = "linkage/1"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One speaker: an id that stays, the register's name, every naming, and the reasons that hold them together."""

    schema: str = SCHEMA
    id: str
    label: str
    kind: SpeakerKind
    namings: tuple[Naming, ...]
    merges: tuple[Merge, ...] = ()
    apart: tuple[str, ...] = ()  # keys of namings that a hand has parted from this entry
    authority: str | None = None
    authority_confidence: float | None = None
    authority_why: tuple[str, ...] = ()

    @property
    def aliases(self) -> tuple[str, ...]:
        """Every spelling, the most frequent first."""
        counts = Counter(naming.name for naming in self.namings)
        for naming in self.namings:
            counts.update(dict.fromkeys(naming.aliases, 0))
        return by_frequency(counts)


def by_frequency(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Spellings, the most frequent first, the fuller one of two that are as frequent."""
    return tuple(name for name, _ in sorted(counts.items(), key=_by_count))


def naming_key(naming: Naming) -> str:
    """What tells one naming from another: a tagged digest of its article, its kind and its name."""
    words = f"{naming.article or ''}\n{naming.kind}\n{naming.name}"
    return "sha256:" + hashlib.sha256(words.encode()).hexdigest()[:32]


def new_id(naming: str, taken: Container[str] = ()) -> str:
    """The id of the entry that begins with the naming of a key; another one where a parted entry has it still."""
    found = _digest(naming)
    while found in taken:
        naming += "/parted"
        found = _digest(naming)
    return found


def told_by(naming: Naming) -> Profile:
    """What a naming says of whoever it names, as it is compared."""
    return profile(naming.descriptions, [naming.published], naming.beside)


def _digest(key: str) -> str:
    return "speaker:" + hashlib.sha256(key.encode()).hexdigest()[:16]


def _by_count(item: tuple[str, int]) -> tuple[int, int, str]:
    return (-item[1], -len(item[0]), item[0])
