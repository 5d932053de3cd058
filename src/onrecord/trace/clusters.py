"""From pairs to families: the surest pairs first, and never two voices or two occasions in one family.

A family may not hold two different voices, two days of saying, or days more than three weeks apart. A part that
stands in two longer printings does not make one of them: two groups join only where they share most of the words
of one, or eight in a row. A part of one or two words joins only where all that it stands in are one family.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

import numpy as np

from onrecord.trace.columns import UNDATED, Table
from onrecord.trace.comparing import Edges
from onrecord.trace.fingerprints import Hashes, Places, mix
from onrecord.trace.pairs import LONG_RUN
from onrecord.trace.phrases import Edge
from onrecord.trace.readings import EARLY, LONGEST_OCCASION, OCCASION, Reading
from onrecord.trace.voices import Voice, same_voice

_TINY = 2  # words
_MANY = 12  # words, of which more are no surer
_SURELY_ONE = 10  # days (the contract)
_SHARE_WHOLE = 0.5


class _Group:
    """What must agree before two groups become one: their voices, days and words."""

    __slots__ = ("first", "last", "said", "voices", "whole")

    def __init__(self, reading: Reading) -> None:
        self.voices: tuple[Voice, ...] = () if reading.voice is None else (reading.voice,)
        self.first = self.last = reading.time
        self.said = reading.said
        self.whole = len(reading.words)

    def take(self, other: "_Group") -> None:
        self.voices += tuple(voice for voice in other.voices if voice not in self.voices)
        self.first = other.first if self.first is None else min(self.first, other.first or self.first)
        self.last = other.last if self.last is None else max(self.last, other.last or self.last)
        self.said = other.said if self.said is None else self.said
        self.whole = max(self.whole, other.whole)


class Cluster(NamedTuple):
    """The joints that made families of readings, in the order in which they joined, and each reading's group."""

    joints: list[Edge]
    root: list[int]


def cluster(readings: Sequence[Reading], table: Table, edges: Edges) -> Cluster:
    """Join readings by their edges, in an order that depends on nothing but the readings themselves."""
    edges = edges.only(_ranked(table, edges))
    forest = _Forest(readings)
    one_size = table.laid.sizes[edges.one] == table.laid.sizes[edges.other]
    tiny = (edges.size <= _TINY) & ~one_size
    columns = (edges.one, edges.other, edges.matched, edges.run)
    large = np.flatnonzero(~tiny)
    for number, one, other, matched, run in zip(
        large.tolist(), *(column[large].tolist() for column in columns), strict=True
    ):
        if forest.root(one) != forest.root(other):
            forest.join(one, other, matched, run, number)
    for size in range(_TINY, 0, -1):
        parts: dict[int, list[int]] = {}
        for number in np.flatnonzero(tiny & (edges.size == size)).tolist():
            one, other = int(edges.one[number]), int(edges.other[number])
            part = one if len(readings[one].words) == size else other
            parts.setdefault(forest.root(part), []).append(number)
        for rows in parts.values():
            ends = {forest.root(int(end[number])) for number in rows for end in (edges.one, edges.other)}
            if len(ends) == 2:
                number = rows[0]
                forest.join(int(edges.one[number]), int(edges.other[number]), size, size, number)
    joints = [(int(edges.one[row]), int(edges.other[row]), edges.evidence(row)) for row in forest.joints]
    return Cluster(joints, [forest.root(place) for place in range(len(readings))])


def _ranked(table: Table, edges: Edges) -> Places:
    """What joins first: what surely is of one occasion, then more words, the larger share, nearer days, one name."""
    apart = np.where(edges.apart == UNDATED, OCCASION + 1, edges.apart)
    mark = _mark(table)
    low, high = np.minimum(mark[edges.one], mark[edges.other]), np.maximum(mark[edges.one], mark[edges.other])
    unlike = table.voices[edges.one] != table.voices[edges.other]
    tenths = 10 * edges.matched // np.maximum(edges.size, 1)
    many = np.minimum(edges.matched, _MANY)
    return np.lexsort((high, low, -edges.matched, unlike, apart, -tenths, -many, apart > _SURELY_ONE))


def _mark(table: Table) -> Hashes:
    """A number for each reading that depends on nothing but its words, voice and days: decides where all is equal."""
    names = [
        int.from_bytes(blake2b(f"{name.name}\n{name.id or ''}".encode(), digest_size=8).digest(), "big")
        for name in table.names
    ]
    voice = np.array([*names, 0], dtype=np.uint64)[table.voices]
    days = (table.times.astype(np.uint64) << np.uint64(32)) ^ table.said.astype(np.uint64)
    return mix(table.whole ^ mix(voice ^ mix(days)))


class _Forest:
    """Groups that become one, and the numbers of the edges that made them so (union-find)."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = readings
        self.groups: dict[int, _Group] = {}
        self.parent = list(range(len(readings)))
        self.joints: list[int] = []

    def root(self, place: int) -> int:
        """The reading that stands for a group."""
        parent = self.parent
        while place != parent[place]:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    def join(self, one: int, other: int, matched: int, run: int, number: int) -> None:
        """Make the groups of an edge one, where nothing speaks against it."""
        one, other = self.root(one), self.root(other)
        group, smaller = self._group(one), self._group(other)
        if _agree(group, smaller, matched, run):
            group.take(smaller)
            self.parent[other] = one
            del self.groups[other]
            self.joints.append(number)

    def _group(self, place: int) -> _Group:
        if place not in self.groups:
            self.groups[place] = _Group(self.readings[place])
        return self.groups[place]


def _agree(group: _Group, other: _Group, matched: int, run: int) -> bool:
    """Whether two groups can be one utterance, given a pair of theirs that is."""
    if run < LONG_RUN and matched < _SHARE_WHOLE * min(group.whole, other.whole):
        return False
    if group.said is not None and other.said is not None and group.said != other.said:
        return False
    said = other.said if group.said is None else group.said
    if (
        group.first is not None
        and other.first is not None
        and group.last is not None
        and other.last is not None
    ):
        first, last = min(group.first, other.first), max(group.last, other.last)
        if last - first > LONGEST_OCCASION or (said is not None and first < said - EARLY):
            return False
    return all(same_voice(one, another) is not False for one in group.voices for another in other.voices)
