"""The register: who is who across articles, under every spelling, with the reason for each merge and a way back.

A register is a value kept as JSON Lines, one entry a line. Each article's use of a name (a *naming*) is compared
with the entries that could be meant, and joins one of them or is an entry of its own (`choosing`).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.errors import BadRegister
from onrecord.people.authority import Authorities
from onrecord.people.evidence import Profile, pooled
from onrecord.people.register.choosing import (
    MOST_ALIASES,
    Candidate,
    choose,
    is_enrolled,
    keys_of,
    possible,
    worth_comparing,
)
from onrecord.people.register.entries import Entry, Merge, Naming, naming_key, new_id, told_by

MOST_TOLD = 40  # descriptions and dates of an entry that are weighed against an authority


class Likely(NamedTuple):
    """An entry that a naming may belong to, how likely that is, and why."""

    entry: Entry
    score: float
    why: tuple[str, ...]


class Register:
    """Every speaker known so far; `enrol` takes one naming at a time, in any order, and never looks at the future."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: dict[str, Entry] = {}
        self._next = 1
        self._numbers: dict[str, int] = {}  # in the order in which they were first seen
        self._ids: dict[int, str] = {}
        self._profiles: dict[int, Profile] = {}
        self._apart: dict[str, dict[int, None]] = {}  # the key of a naming, and what it was parted from
        self._placed: dict[str, str] = {}  # the key of a naming, and the entry that holds it
        self._index: dict[tuple[str, str], dict[int, None]] = {}
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
        return [
            Likely(self._entries[choice.id], choice.score, choice.why) for choice in possible(naming, self)
        ]

    def enrol(self, naming: Naming) -> Entry | None:
        """Take a naming in: into the likeliest entry, or as a new one; None where two entries are as likely.

        The same naming again changes nothing. Who is unnamed is nobody's entry (None), nor is a "name" of more
        characters than any name has (`LONGEST`).
        """
        if not is_enrolled(naming):
            return None
        key = naming_key(naming)
        if key in self._placed:
            return self._entries[self._placed[key]]
        chosen = choose(naming, self)
        if len(chosen) > 1:
            return None
        if not chosen:
            id = new_id(key, self._entries)
            return self._keep(Entry(id=id, label=naming.name, kind=naming.kind, namings=(naming,)))
        entry = self._entries[chosen[0].id]
        merge = Merge(naming=key, why=chosen[0].why, score=round(chosen[0].score, 3))
        return self._keep(replace(entry, namings=(*entry.namings, naming), merges=(*entry.merges, merge)))

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
        self._clear(gone)
        del self._entries[second], self._ids[self._numbers.pop(second)]
        for key in taken:
            self._apart.get(key, {}).pop(self._numbers[first], None)
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
            raise cannot_part(entry_id, entry.label)
        gone_keys = tuple(naming_key(naming) for naming in gone)
        kept_keys = tuple(naming_key(naming) for naming in kept)
        self._clear(entry)
        left = replace(
            entry,
            namings=kept,
            merges=tuple(merge for merge in entry.merges if merge.naming in kept_keys[1:]),
            apart=(*entry.apart, *gone_keys),
        )
        parted = Entry(
            id=new_id(gone_keys[0], self._entries),
            label=gone[0].name,
            kind=entry.kind,
            namings=gone,
            merges=tuple(merge for merge in entry.merges if merge.naming in gone_keys[1:]),
            apart=kept_keys,
        )
        return self._keep(left, known=0), self._keep(parted)

    def sharing(self, naming: Naming) -> Sequence[Candidate]:
        """The entries that share a key with a naming: see `choosing.Shelf`."""
        shared: Counter[int] = Counter()
        for key in keys_of(naming):
            shared.update(self._index.get((naming.kind, key), {}).keys())
        entries = ((number, self._entries[self._ids[number]]) for number in worth_comparing(shared))
        return [
            Candidate(number, entry.id, entry.kind, entry.aliases[:MOST_ALIASES]) for number, entry in entries
        ]

    def profile(self, number: int) -> Profile:
        """What all namings of an entry say together: see `choosing.Shelf`."""
        return self._profiles[number]

    def parted(self, naming: str) -> Collection[int]:
        """The entries that a naming was parted from by hand: see `choosing.Shelf`."""
        return self._apart.get(naming, {})

    def _keep(self, entry: Entry, *, known: int | None = None) -> Entry:
        """Put an entry in its place; the first `known` of its namings are indexed already."""
        entry = replace(entry, label=_label(entry))
        if known is None:
            known = len(self._entries[entry.id].namings) if entry.id in self._entries else 0
        self._entries[entry.id] = entry
        number = self._numbers.setdefault(entry.id, self._next)
        if number == self._next:
            self._ids[number] = entry.id
            self._next += 1
        for key in entry.apart:
            self._apart.setdefault(key, {})[number] = None
        for naming in entry.namings[known:]:
            told = told_by(naming)
            before = self._profiles.get(number)
            self._profiles[number] = told if before is None else pooled(before, told)
            self._placed[naming_key(naming)] = entry.id
            for key in keys_of(naming):
                self._index.setdefault((naming.kind, key), {})[number] = None
        return entry

    def _clear(self, entry: Entry) -> None:
        """Take what an entry is found and compared by out of the index; its place stays."""
        number = self._numbers[entry.id]
        del self._profiles[number]
        for key in entry.apart:
            self._apart[key].pop(number, None)
        for naming in entry.namings:
            self._placed.pop(naming_key(naming), None)
            for key in keys_of(naming):
                self._index.get((naming.kind, key), {}).pop(number, None)


def cannot_part(entry: str, label: str) -> BadRegister:
    """The refusal of a split that would leave an entry without namings."""
    return BadRegister(f"{entry} ({label}) cannot be parted so: one side would hold no naming")


def _label(entry: Entry) -> str:
    """The register's name: the spelling that most articles have, the fuller one of two that are as frequent."""
    return entry.aliases[0] if entry.authority is None else entry.label
