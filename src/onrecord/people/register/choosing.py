"""Which entry a naming belongs to: the register's decision, wherever the entries are kept.

A naming joins the likeliest entry where names and contexts together make it likelier than not, as a record linkage
by weights of evidence does (Fellegi and Sunter, 1969), else it is an entry of its own. The entries may be in memory
(`register.Register`) or in a ledger's tables: a `Shelf` hands out as much of them as the decision takes.
"""

import heapq
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, Protocol

from onrecord.model import SpeakerKind
from onrecord.people.evidence import Profile, Reason, weigh
from onrecord.people.register.entries import Naming, naming_key, told_by
from onrecord.people.register.linkage import JOIN, score
from onrecord.people.register.variants import Likeness, keys, likeness
from onrecord.people.romanise import LONGEST, plain

# Entries that one naming is compared with; those that share most keys with it come first. Of 60,000 people on 1,100
# last names these hold the right one of a name with an initial for .93 and of a pet name for .92.
MOST_COMPARED = 100
MOST_ALIASES = 24  # spellings of one entry that a naming is compared with, the most frequent first
LEAD = 0.1  # two entries that are likely by no more than this are both possible: then none is chosen


class Candidate(NamedTuple):
    """An entry that a naming is compared with, without its namings.

    `number` is the shelf's own, in the order in which entries were first seen; `aliases` are its most frequent
    spellings, at most `MOST_ALIASES`.
    """

    number: int
    id: str
    kind: SpeakerKind
    aliases: Sequence[str]


class Shelf(Protocol):
    """Where entries are kept."""

    def sharing(self, naming: Naming) -> Sequence[Candidate]:
        """The entries that share keys with a naming (`keys_of`), as far as they are `worth_comparing`."""

    def profile(self, number: int) -> Profile:
        """What all namings of an entry say together."""

    def parted(self, naming: str) -> Collection[int]:
        """The numbers of the entries that a hand has parted the naming of this key from."""


class Choice(NamedTuple):
    """An entry that a naming may belong to, how likely that is, and why."""

    number: int
    id: str
    score: float
    why: tuple[str, ...]


def worth_comparing(shared: Mapping[int, int]) -> list[int]:
    """Of entries by how many keys they share with a naming those that are compared: most keys first, then first seen.

    Who shares less than half as many as the likest is somebody else of a name that begins alike.
    """
    least = max(shared.values(), default=0) / 2
    likely = [(-count, number) for number, count in shared.items() if count >= least]
    return [number for _, number in heapq.nsmallest(MOST_COMPARED, likely)]


def is_enrolled(naming: Naming) -> bool:
    """Whether a naming is somebody's: who is unnamed, or has a "name" longer than any name, is nobody's."""
    return naming.kind != "unnamed" and len(naming.name) <= LONGEST and bool(plain(naming.name))


def keys_of(naming: Naming) -> frozenset[str]:
    """What the entry of a naming is looked up by, among those of its kind."""
    return keys_of_name(naming.name, naming.kind)


def keys_of_name(name: str, kind: SpeakerKind) -> frozenset[str]:
    """The same for a name: persons are found under every spelling, all others by their name alone."""
    return keys(name) if kind == "person" else frozenset((plain(name),))


def possible(naming: Naming, shelf: Shelf) -> list[Choice]:
    """The entries that a naming may belong to, likeliest first; those that cannot be it are left out."""
    parted = shelf.parted(naming_key(naming))
    told = told_by(naming)
    found = []
    for candidate in shelf.sharing(naming):
        if candidate.number in parted:
            continue
        compared = _compare(naming, told, candidate, shelf)
        if compared is not None:
            found.append(compared)
    return sorted(found, key=_by_score)


def choose(naming: Naming, shelf: Shelf) -> tuple[Choice, ...]:
    """The entry that a naming joins; none where it is a new one; the two likeliest where they are as likely."""
    likely = [choice for choice in possible(naming, shelf) if choice.score >= JOIN]
    if len(likely) > 1 and likely[0].score - likely[1].score < LEAD:
        return tuple(likely[:2])
    return tuple(likely[:1])


def _compare(naming: Naming, told: Profile, candidate: Candidate, shelf: Shelf) -> Choice | None:
    number, entry, kind, aliases = candidate
    if kind != "person":
        # An entry of the same kind was found by the plain name itself.
        same = kind == naming.kind or any(plain(naming.name) == plain(alias) for alias in aliases)
        return Choice(number, entry, 1.0, ("the same name",)) if same else None
    best: tuple[str, Likeness] | None = None
    for alias in aliases:
        like = likeness(naming.name, alias)
        if like is not None and (best is None or like.strength > best[1].strength):
            best = alias, like
    if best is None:
        return None
    alias, like = best
    reasons: list[Reason] = weigh(told, shelf.profile(number))
    chance = score(naming.name, alias, like, reasons)
    why = (f"{naming.name} and {alias}: {like.why}", *(reason.why for reason in reasons))
    return Choice(number, entry, chance, why)


def _by_score(choice: Choice) -> tuple[float, str]:
    return (-choice.score, choice.id)
