"""The register: who is who across articles, under every spelling, with the reason for each merge and a way back.

A register is a value kept as JSON Lines, one entry a line. Each article's use of a name (a *naming*) is compared
with the entries that could be meant; it joins the likeliest where names and contexts together make it likelier
than not, as a record linkage by weights of evidence does (Fellegi and Sunter, 1969), else it is an entry of its own.
"""

import hashlib
import heapq
from collections import Counter
from collections.abc import Iterable
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from onrecord.errors import BadRegister
from onrecord.model import SpeakerKind
from onrecord.people.authority import Authorities
from onrecord.people.evidence import Profile, Reason, pooled, profile, weigh
from onrecord.people.register.linkage import JOIN, score
from onrecord.people.register.variants import Likeness, keys, likeness
from onrecord.people.romanise import LONGEST, plain

SCHEMA = "onrecord-register/1"
MOST_COMPARED = 400  # entries that one naming is compared with; those named most come first
MOST_TOLD = 40  # descriptions and dates of an entry that are weighed against an authority
LEAD = 0.1  # two entries that are likely by no more than this are both possible: then none is chosen
MOST_ALIASES = 24  # spellings of one entry that a naming is compared with, the most frequent first


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
    by: Literal["linkage/1", "hand"] = "linkage/1"


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
        return tuple(name for name, _ in sorted(counts.items(), key=_by_count))


def naming_key(naming: Naming) -> str:
    """What tells one naming from another: a tagged digest of its article, its kind and its name."""
    words = f"{naming.article or ''}\n{naming.kind}\n{naming.name}"
    return "sha256:" + hashlib.sha256(words.encode()).hexdigest()[:32]


class Likely(NamedTuple):
    """An entry that a naming may belong to, how likely that is, and why."""

    entry: Entry
    score: float
    why: tuple[str, ...]


class Register:
    """Every speaker known so far; `enrol` takes one naming at a time, in any order, and never looks at the future."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: dict[str, Entry] = {}
        self._profiles: dict[str, Profile] = {}
        self._placed: dict[str, str] = {}  # the key of a naming, and the entry that holds it
        self._index: dict[tuple[str, str], dict[str, None]] = {}
        for entry in entries:
            self._keep(entry)

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the order in which they were first seen."""
        return tuple(self._entries.values())

    def get(self, entry_id: str) -> Entry:
        """The entry of an id; raises `BadRegister` where there is none."""
        if entry_id not in self._entries:
            raise BadRegister(
                f"no speaker {entry_id} in the register; `onrecord register list` shows all ids"
            )
        return self._entries[entry_id]

    def likely(self, naming: Naming) -> list[Likely]:
        """The entries that a naming may belong to, likeliest first; those that cannot be it are left out."""
        key = naming_key(naming)
        told = profile(naming.descriptions, [naming.published], naming.beside)
        found = []
        for entry in self._candidates(naming):
            if key in entry.apart:
                continue
            compared = _compare(naming, told, entry, self._profiles[entry.id])
            if compared is not None:
                found.append(compared)
        return sorted(found, key=_by_score)

    def enrol(self, naming: Naming) -> Entry | None:
        """Take a naming in: into the likeliest entry, or as a new one; None where two entries are as likely.

        The same naming again changes nothing. Who is unnamed is nobody's entry (None), nor is a "name" of more
        characters than any name has (`LONGEST`).
        """
        if naming.kind == "unnamed" or len(naming.name) > LONGEST or not plain(naming.name):
            return None
        key = naming_key(naming)
        if key in self._placed:
            return self._entries[self._placed[key]]
        likely = [found for found in self.likely(naming) if found.score >= JOIN]
        if len(likely) > 1 and likely[0].score - likely[1].score < LEAD:
            return None
        if likely:
            best = likely[0]
            merge = Merge(naming=key, why=best.why, score=round(best.score, 3))
            entry = replace(
                best.entry,
                namings=(*best.entry.namings, naming),
                merges=(*best.entry.merges, merge),
            )
        else:
            entry = Entry(id=_entry_id(key), label=naming.name, kind=naming.kind, namings=(naming,))
        return self._keep(entry)

    def identify(self, entry_id: str, authorities: Authorities) -> Entry:
        """Link an entry to the authority that it is, where that is sure; its label is then the authority's.

        An entry whose namings no longer agree with one authority loses the link again.
        """
        entry = self.get(entry_id)
        label, *others = entry.aliases
        told = dict.fromkeys(words for naming in entry.namings for words in naming.descriptions)
        dates = [naming.published for naming in entry.namings if naming.published]
        link = authorities.link(label, others, tuple(told)[:MOST_TOLD], dates[:MOST_TOLD], kind=entry.kind)
        if link is None:
            entry = replace(entry, authority=None, authority_confidence=None, authority_why=())
        else:
            entry = replace(
                entry,
                label=link.label,
                authority=link.id,
                authority_confidence=round(link.confidence, 2),
                authority_why=tuple(link.reasons),
            )
        return self._keep(entry)

    def join(self, first: str, second: str, why: str) -> Entry:
        """Make two entries one by hand; the first keeps its id. Raises `BadRegister` for ids that are not there."""
        kept, gone = self.get(first), self.get(second)
        if first == second:
            raise BadRegister(f"{first} is one entry already")
        merges = tuple(
            Merge(naming=naming_key(naming), why=(why,), score=1.0, by="hand") for naming in gone.namings
        )
        taken = {merge.naming for merge in merges}
        self._drop(gone)
        return self._keep(
            replace(
                kept,
                namings=(*kept.namings, *gone.namings),
                merges=(*kept.merges, *merges),
                apart=tuple(key for key in kept.apart if key not in taken),
            )
        )

    def split(self, entry_id: str, namings: Iterable[str]) -> tuple[Entry, Entry]:
        """Undo merges: part the namings with these keys from an entry, and remember never to merge them again.

        Returns what is left and the new entry. Raises `BadRegister` where that would leave one of them empty.
        """
        entry, wanted = self.get(entry_id), frozenset(namings)
        gone = tuple(naming for naming in entry.namings if naming_key(naming) in wanted)
        kept = tuple(naming for naming in entry.namings if naming_key(naming) not in wanted)
        if not gone or not kept:
            raise BadRegister(
                f"{entry_id} ({entry.label}) cannot be parted so: one side would hold no naming"
            )
        gone_keys = tuple(naming_key(naming) for naming in gone)
        kept_keys = tuple(naming_key(naming) for naming in kept)
        self._drop(entry)
        left = replace(
            entry,
            namings=kept,
            merges=tuple(merge for merge in entry.merges if merge.naming in kept_keys[1:]),
            apart=(*entry.apart, *gone_keys),
        )
        parted = Entry(
            id=_entry_id(gone_keys[0] if gone_keys[0] != _first_key(entry) else gone_keys[0] + "/parted"),
            label=gone[0].name,
            kind=entry.kind,
            namings=gone,
            merges=tuple(merge for merge in entry.merges if merge.naming in gone_keys[1:]),
            apart=kept_keys,
        )
        return self._keep(left), self._keep(parted)

    def _candidates(self, naming: Naming) -> list[Entry]:
        shared: Counter[str] = Counter()
        for key in _keys(naming):
            shared.update(self._index.get((naming.kind, key), {}).keys())
        most = heapq.nsmallest(MOST_COMPARED, shared.items(), key=_most_shared)
        return [self._entries[number] for number, _ in most]

    def _keep(self, entry: Entry) -> Entry:
        entry = replace(entry, label=_label(entry))
        known = self._entries.get(entry.id)
        fresh = entry.namings if known is None else entry.namings[len(known.namings) :]
        self._entries[entry.id] = entry
        for naming in fresh:
            told = profile(naming.descriptions, [naming.published], naming.beside)
            before = self._profiles.get(entry.id)
            self._profiles[entry.id] = told if before is None else pooled(before, told)
            self._placed[naming_key(naming)] = entry.id
            for key in _keys(naming):
                self._index.setdefault((naming.kind, key), {})[entry.id] = None
        return entry

    def _drop(self, entry: Entry) -> None:
        del self._entries[entry.id], self._profiles[entry.id]
        for naming in entry.namings:
            self._placed.pop(naming_key(naming), None)
            for key in _keys(naming):
                self._index.get((naming.kind, key), {}).pop(entry.id, None)


def _compare(naming: Naming, told: Profile, entry: Entry, known: Profile) -> Likely | None:
    if entry.kind != "person":
        same = any(plain(naming.name) == plain(alias) for alias in entry.aliases)
        return Likely(entry, 1.0, ("the same name",)) if same else None
    best: tuple[str, Likeness] | None = None
    for alias in entry.aliases[:MOST_ALIASES]:
        like = likeness(naming.name, alias)
        if like is None:
            continue
        if best is None or like.strength > best[1].strength:
            best = alias, like
    if best is None:
        return None
    alias, like = best
    reasons: list[Reason] = weigh(told, known)
    chance = score(naming.name, alias, like, reasons)
    return Likely(
        entry, chance, (f"{naming.name} and {alias}: {like.why}", *(reason.why for reason in reasons))
    )


def _keys(naming: Naming) -> frozenset[str]:
    return keys(naming.name) if naming.kind == "person" else frozenset((plain(naming.name),))


def _label(entry: Entry) -> str:
    """The register's name: the spelling that most articles have, the fuller one of two that are as frequent."""
    return entry.aliases[0] if entry.authority is None else entry.label


def _entry_id(key: str) -> str:
    return "speaker:" + hashlib.sha256(key.encode()).hexdigest()[:16]


def _first_key(entry: Entry) -> str:
    return naming_key(entry.namings[0])


def _by_count(item: tuple[str, int]) -> tuple[int, int, str]:
    return (-item[1], -len(item[0]), item[0])


def _by_score(found: Likely) -> tuple[float, str]:
    return (-found.score, found.entry.id)


def _most_shared(item: tuple[str, int]) -> tuple[int, str]:
    return (-item[1], item[0])
