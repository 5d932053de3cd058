"""The register's entries in a ledger's tables: as much of them as a decision takes, read once and written together.

A shelf lives for one article or a few: what it has read it keeps, what changes is written at the end (`write`).
"""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, bindparam, func, select

from onrecord.ledger import held as holding
from onrecord.ledger import profiles, spellings
from onrecord.ledger.codes import SPEAKER_KIND, SPEAKER_KINDS
from onrecord.ledger.held import Held
from onrecord.ledger.keeping import next_number
from onrecord.ledger.profiles import Facts
from onrecord.ledger.spellings import Count
from onrecord.ledger.tables import (
    parted,
    speaker_keys,
    speaker_names,
    speakers,
)
from onrecord.ledger.tables import profiles as profile_table
from onrecord.people.evidence import Profile
from onrecord.people.register import Naming, naming_key
from onrecord.people.register.choosing import MOST_ALIASES, MOST_COMPARED, Candidate, keys_of, worth_comparing
from onrecord.people.register.entries import new_id, told_by

# Written out once: to put them together takes longer than to run them.
_SHARED = func.count().label("shared")
_SHARING = (
    select(speaker_keys.c.speaker, _SHARED)
    .where(
        speaker_keys.c.key.in_(bindparam("keys", expanding=True)),
        speaker_keys.c.kind == bindparam("kind_code"),
    )
    .group_by(speaker_keys.c.speaker)
    .order_by(_SHARED.desc(), speaker_keys.c.speaker)
    .limit(MOST_COMPARED)
)
_ENTRIES = (
    select(
        speakers.c.number,
        speakers.c.id,
        speakers.c.kind,
        speaker_names.c.name,
        speaker_names.c.named,
        speaker_names.c.spelt,
    )
    .join(speaker_names, speaker_names.c.speaker == speakers.c.number)
    .where(speakers.c.number.in_(bindparam("numbers", expanding=True)))
)
_FACTS = select(profile_table.c.facts).where(profile_table.c.speaker == bindparam("number"))
_PARTED = select(parted).where(parted.c.naming.in_(bindparam("namings", expanding=True)))
_HAS_ID = select(speakers.c.number).where(speakers.c.id == bindparam("id"))


class LedgerShelf:
    """Where a ledger keeps its entries: a `onrecord.people.register.choosing.Shelf`."""

    def __init__(self, connection: Connection, namings: Iterable[Naming] = ()) -> None:
        """A shelf to decide about some namings with."""
        self.connection = connection
        self._held: dict[int, Held] = {}
        self._changed: dict[int, Held] = {}
        self._next: int | None = None
        self._parted: dict[str, set[int]] = {}
        keys = [naming_key(naming) for naming in namings]
        if keys:
            for naming, speaker in connection.execute(_PARTED, {"namings": keys}):
                self._parted.setdefault(naming, set()).add(speaker)

    def sharing(self, naming: Naming) -> Sequence[Candidate]:
        """The entries that share a key with a naming: most keys first, then first seen."""
        keys = keys_of(naming)
        asked = {"keys": sorted(keys), "kind_code": SPEAKER_KIND[naming.kind]}
        shared = {row.speaker: row.shared for row in self.connection.execute(_SHARING, asked)}
        for held in self._changed.values():  # what they are found by is not written yet
            count = len(keys & spellings.keys_of(held.names, held.kind)) if held.kind == naming.kind else 0
            shared.pop(held.number, None)
            if count:
                shared[held.number] = count
        return [
            Candidate(held.number, held.id, held.kind, spellings.aliases_of(held.names)[:MOST_ALIASES])
            for held in self._hold(worth_comparing(shared))
        ]

    def profile(self, number: int) -> Profile:
        """What all namings of an entry say together."""
        return profiles.profile_of(self._facts(self._held[number]))

    def parted(self, naming: str) -> Collection[int]:
        """The entries that a hand has parted the naming of a key from."""
        return self._parted.get(naming, ())

    def __contains__(self, id: object) -> bool:
        """Whether an entry of this id is there."""
        return (
            any(held.id == id for held in self._changed.values())
            or self.connection.execute(_HAS_ID, {"id": id}).first() is not None
        )

    def begin(self, naming: Naming) -> int:
        """A new entry for a naming; its number."""
        if self._next is None:
            self._next = next_number(self.connection, speakers.c.number)
        number, self._next = self._next, self._next + 1
        id = new_id(naming_key(naming), self)
        held = Held(number, id, naming.kind, facts=profiles.NOTHING, is_new=True)
        self._held[number] = self._changed[number] = held
        return number

    def take_in(self, number: int, naming: Naming, article: int) -> None:
        """Count a naming of an article among those of an entry."""
        held = self._change(number)
        held.names = spellings.with_naming(held.names, naming)
        held.facts = profiles.with_told(self._facts(held), told_by(naming))
        if article not in held.articles:
            held.articles.add(article)
            held.more_articles += 1

    def let_go(self, number: int, naming: Naming, article: int) -> None:
        """Count it no longer; an entry without namings is gone when the shelf is written."""
        held = self._change(number)
        held.names = spellings.with_naming(held.names, naming, -1)
        held.facts = profiles.without_told(self._facts(held), told_by(naming))
        if article not in held.articles:
            held.articles.add(article)
            held.more_articles -= 1

    def count(self, number: int, quotations: int) -> None:
        """Count quotations among those of an entry, or no longer: less than none."""
        self._change(number).more_quotations += quotations

    def write(self) -> None:
        """Write what has changed."""
        holding.write(self.connection, list(self._changed.values()))
        self._held.clear()
        self._changed.clear()
        self._next = None

    def _hold(self, numbers: Sequence[int]) -> list[Held]:
        """Some entries, read where they are not held yet."""
        missing = [number for number in numbers if number not in self._held]
        if missing:
            read: dict[int, dict[str, Count]] = {}
            for number, id, kind, name, named, spelt in self.connection.execute(
                _ENTRIES, {"numbers": missing}
            ):
                if number not in read:
                    read[number] = {}
                    self._held[number] = Held(number, id, SPEAKER_KINDS[kind])
                read[number][name] = Count(named, spelt)
            for number, names in read.items():
                self._held[number].before = self._held[number].names = names
        return [self._held[number] for number in numbers]

    def _change(self, number: int) -> Held:
        (held,) = self._hold([number])
        self._changed[number] = held
        return held

    def _facts(self, held: Held) -> Facts:
        if held.facts is None:
            kept = self.connection.execute(_FACTS, {"number": held.number}).scalar_one()
            held.facts = held.facts_before = profiles.unpack(kept)
        return held.facts
