"""Locating: the stretches of the documents that a quote may come from, found by the runs of words that they share.

First the whole quote, word for word. Else its runs of three words, the rarest first, as many as `MOST_HITS` places
allow; where the places of several runs crowd together, there is a candidate. A quote too short or too changed for
runs of three is looked for by runs of two and by its single words. Nothing is random: the same documents give the
same candidates in the same order.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.check.lookup import LONGEST_RUN, Lookup, Positions
from onrecord.model import Span

MOST_PLACES = 5000  # of the same words that are counted
MOST_RUNS = 24  # runs of a quote whose places are intersected before the words themselves are compared
FEW = 8  # places that are compared at once
MOST_HITS = 3000  # places of runs looked at for one quote
MOST_CANDIDATES = 8
MOST_WITH_HELP = 3  # of them, whose documents are searched for the parts that the crowd lacks
MOST_HELPERS = 4
SHORT = 16  # words of a quote whose parts may share no more than one run with the document
# A candidate with a smaller share of the best one's runs is not looked at; for other versions of a text, less.
FEWEST_OF_BEST = 0.75
FEWEST_OF_VERSIONS = 0.35
CROWDED = 24  # words between where two runs say that the quote begins, at which they still crowd
SLACK = 30  # words around the stretch where the quote should lie
LITTLE_SLACK = 4  # where its first or last run is found
ACROSS_GAP = 80  # words on each side that a part too short to be located may lie away, over a marked gap
_NONE = np.empty(0, dtype=np.int64)


class Candidate(NamedTuple):
    """Stretches of one document that may hold the quote, rising: half-open ranges of word numbers."""

    document: int
    windows: tuple[Span, ...]
    runs: int


class _Hits(NamedTuple):
    """Places of the quote's runs: where each stands in the documents and where in the quote, by document place."""

    places: Positions
    offsets: Positions


def find_exact(lookup: Lookup, ids: Sequence[int], *, within: Span | None = None) -> Positions:
    """Where a run of words stands word for word: the numbers of the first words, rising, up to `MOST_PLACES`.

    `within` is a half-open range of words to look in, such as one document.
    """
    if not ids or min(ids) < 1:
        return _NONE
    runs = lookup.find(_runs(ids, min(len(ids), LONGEST_RUN)))
    if not runs.counts.all():
        return _NONE
    if len(ids) <= LONGEST_RUN:
        return _inside(runs.places(0), within)[:MOST_PLACES]
    found: Positions | None = None
    for offset in np.argsort(runs.counts, kind="stable").tolist()[:MOST_RUNS]:
        places = _inside(runs.places(offset) - offset, within)
        found = places if found is None else np.intersect1d(found, places, assume_unique=True)
        if len(found) <= FEW:
            break
    wanted = list(ids)
    likely = [] if found is None else found[:MOST_PLACES].tolist()
    kept = [place for place in likely if lookup.words_at(place, place + len(ids)) == wanted]
    return np.asarray(kept, dtype=np.int64)


def find_candidates(
    lookup: Lookup,
    variants: Sequence[Sequence[Sequence[tuple[int, int]]]],
    length: int,
    *,
    within: Span | None = None,
    versions: bool = False,
) -> list[Candidate]:
    """Where a quote of `length` words may come from, the likeliest first.

    A variant is the quote, as transcribed in one way, in its parts between marked gaps; a part is a list of
    (word number, offset in the quote). `within` is a half-open range of words to look in; with
    `versions`, less likely candidates are given too.
    """
    for size in (3, 2, 1):
        runs = _Runs(lookup, variants, size, within)
        hits = runs.rarest()
        if len(hits.places):
            fewest = FEWEST_OF_VERSIONS if versions else FEWEST_OF_BEST
            return _crowded(lookup, runs, hits, length, gaps=len(variants[0]) > 1, fewest=fewest)
    return []


def _inside(places: Positions, within: Span | None) -> Positions:
    if within is None:
        return places
    return places[(places >= within[0]) & (places < within[1])]


def _runs(ids: Sequence[int], size: int) -> NDArray[np.int64]:
    row = np.asarray(ids, dtype=np.int64)
    return np.stack([row[offset : len(row) - size + 1 + offset] for offset in range(size)], axis=1)


class _Runs:
    """The runs of words of a quote, and where each stands in the documents."""

    def __init__(
        self,
        lookup: Lookup,
        variants: Sequence[Sequence[Sequence[tuple[int, int]]]],
        size: int,
        within: Span | None,
    ) -> None:
        offsets: dict[tuple[int, ...], int] = {}
        for parts in variants:
            for part in parts:
                for start in range(len(part) - size + 1):
                    run = tuple(number for number, _ in part[start : start + size])
                    if min(run) > 0:
                        offsets.setdefault(run, part[start][1])
        self.offsets = list(offsets.values())
        self._within = within
        self._found = lookup.find(np.asarray(list(offsets), dtype=np.int64)) if offsets else None

    def rarest(self) -> _Hits:
        """The places of the rarest runs, as many as `MOST_HITS` allows, and of one run at least."""
        if self._found is None:
            return _Hits(_NONE, _NONE)
        chosen: list[int] = []
        total = 0
        for at in np.argsort(self._found.counts, kind="stable").tolist():
            count = int(self._found.counts[at])
            if total and total + count > MOST_HITS:
                break
            if count:
                chosen.append(at)
                total += count
        return self._hits(chosen, self._within)

    def inside(self, first: int, end: int, without: set[int]) -> _Hits:
        """The places inside one document of the runs that begin elsewhere in the quote than at `without`."""
        return self._hits(
            [at for at, offset in enumerate(self.offsets) if offset not in without], (first, end)
        )

    def _hits(self, chosen: Sequence[int], within: Span | None) -> _Hits:
        if self._found is None or not chosen:
            return _Hits(_NONE, _NONE)
        found = [_inside(self._found.places(at), within)[:MOST_HITS] for at in chosen]
        places = np.concatenate(found)
        offsets = np.repeat([self.offsets[at] for at in chosen], [len(part) for part in found])
        order = np.argsort(places, kind="stable")
        return _Hits(places[order], offsets[order])


def _crowded(
    lookup: Lookup, runs: _Runs, hits: _Hits, length: int, *, gaps: bool, fewest: float
) -> list[Candidate]:
    """Candidates from hits: those that agree on where the quote begins make a crowd, which counts by its runs."""
    crowds = _crowds(lookup, hits, length)
    found: list[Candidate] = []
    for one in crowds:
        if len(found) == MOST_CANDIDATES or (found and one.runs < fewest * crowds[0].runs):
            break
        number = lookup.document_at(one.first)
        if any(candidate.document == number and _holds(candidate, one.first) for candidate in found):
            continue
        row = lookup.document(number)
        together = [one]
        missing = len(set(runs.offsets)) - one.runs
        if missing > 0 and len(found) < MOST_WITH_HELP:
            has = set(one.offsets.tolist())
            enough = 1 if gaps or length < SHORT else 2
            others = _crowds(lookup, runs.inside(row.first, row.end, has), length, fewest=enough)
            together += _helpers(has, others, fewest=enough)
        windows = _windows(together, length, row.first, row.end, last=max(runs.offsets), gaps=gaps)
        found.append(Candidate(number, windows, sum(crowd.runs for crowd in together)))
    found.sort(key=_by_runs)
    return found


def _crowds(lookup: Lookup, hits: _Hits, length: int, *, fewest: int = 1) -> "list[_Crowd]":
    """Hits in crowds of `fewest` different runs or more, those of the most first."""
    if not len(hits.places):
        return []
    begins = hits.places - hits.offsets  # where the whole quote would begin
    order = np.argsort(begins, kind="stable")
    hits = _Hits(hits.places[order], hits.offsets[order])
    parted = np.diff(begins[order]) > CROWDED
    parted |= np.diff(lookup.documents_at(hits.places)) != 0
    starts = np.flatnonzero(np.concatenate([[True], parted]))
    ends = np.append(starts[1:], len(hits.places))
    runs = np.repeat(np.arange(len(starts)), ends - starts) * (length + 1) + hits.offsets
    runs.sort()
    different = runs[np.concatenate([[True], np.diff(runs) > 0])]
    weights = np.bincount(different // (length + 1), minlength=len(starts))
    ranked = np.argsort(-weights, kind="stable")[: 4 * MOST_CANDIDATES]
    return [
        _Crowd(hits.places[starts[at] : ends[at]], hits.offsets[starts[at] : ends[at]], int(weights[at]))
        for at in ranked.tolist()
        if weights[at] >= fewest
    ]


def _holds(candidate: Candidate, place: int) -> bool:
    return any(low <= place < high for low, high in candidate.windows)


def _by_runs(candidate: Candidate) -> int:
    return -candidate.runs


class _Crowd(NamedTuple):
    """Hits near each other, and how many different runs are among them."""

    places: Positions
    offsets: Positions
    runs: int

    @property
    def first(self) -> int:
        return int(self.places.min())


def _helpers(has: set[int], crowds: Sequence[_Crowd], *, fewest: int) -> list[_Crowd]:
    """Crowds of the same document with runs of the quote that are not yet there: other parts, or a splice."""
    has = set(has)
    found: list[_Crowd] = []
    for crowd in crowds:
        if len(found) == MOST_HELPERS:
            break
        offsets = set(crowd.offsets.tolist())
        if len(offsets - has) >= fewest:
            found.append(crowd)
            has |= offsets
    return found


def _windows(
    crowds: Sequence[_Crowd], length: int, first: int, end: int, *, last: int, gaps: bool
) -> tuple[Span, ...]:
    """The stretches around some crowds where the whole quote would lie, clipped to the document and merged.

    Where a crowd holds the quote's first run, or its last (which begins at word `last`), little is added there.
    """
    slack = SLACK + (ACROSS_GAP if gaps else 0)
    spans = []
    for crowd in crowds:
        starts = crowd.places - crowd.offsets  # where the whole quote would begin
        before = LITTLE_SLACK if int(crowd.offsets.min()) == 0 else slack
        behind = LITTLE_SLACK if int(crowd.offsets.max()) >= last else slack
        low = max(first, int(starts.min()) - before, crowd.first - length - slack)
        high = min(end, int(starts.max()) + length + behind, int(crowd.places.max()) + length + slack)
        spans.append((low, high))
    merged: list[Span] = []
    for low, high in sorted(spans):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], high))
        else:
            merged.append((low, high))
    return tuple(merged)
