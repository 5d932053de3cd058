"""Pairs of articles that could be copies, among millions: those with enough fingerprints in common.

All fingerprints are sorted once; articles that share one stand side by side then. Time and memory grow with the
number of fingerprints and of pairs that share some, not with the square of the articles.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# A fingerprint of more articles than this is of words that stand everywhere (a site's notice that was taken for the
# body, a prayer, a form): it says nothing about who copied whom, and the pairs would be too many to write down.
MOST_ARTICLES = 1000
# Of the fingerprints of the text that has fewer, the least share that the other must have too. Far below what copies
# have (see LEAST_SHARED), since edits spoil more fingerprints than shingles. Set by reasoning, not by a measurement.
LEAST_COMMON = 0.15
_ROOM = 1 << 25  # pairs that are held before they are counted


class Candidates(NamedTuple):
    """Pairs of places that could be copies, as rows (smaller, larger), sorted, and for whom there could be more.

    `crowded` are the places of the articles whose text, or most of it, stands in more than `MOST_ARTICLES` others: of
    these, those with the very same text are paired with the first of them alone, and others not at all.
    """

    pairs: NDArray[np.int64]
    crowded: NDArray[np.int64]


def find_candidates(prints: Sequence[NDArray[np.uint32]]) -> Candidates:
    """Pairs of places in `prints` with enough in common.

    `prints` are the fingerprints of each article (`onrecord.trace.copy_shingles.fingerprints`). Articles with the
    same fingerprints are looked at as one, so that a text which very many print whole is not lost among what stands
    everywhere.
    """
    alike = _alike(prints)
    pairs, common = _among([prints[places[0]] for places in alike])
    rows = [_product(alike[first], alike[second]) for first, second in pairs.tolist()]
    rows += [_within(places) for places in alike if len(places) > 1]
    found = np.concatenate(rows) if rows else np.empty((0, 2), dtype=np.int64)
    found.sort(axis=1)
    crowded = [place for places in alike if len(places) > MOST_ARTICLES for place in places]
    crowded += [place for number in common.tolist() for place in alike[number]]
    return Candidates(
        found[np.lexsort((found[:, 1], found[:, 0]))], np.unique(np.array(crowded, dtype=np.int64))
    )


def _alike(prints: Sequence[NDArray[np.uint32]]) -> list[list[int]]:
    """The places of the articles with the same fingerprints together, those without any left out."""
    alike: dict[bytes, list[int]] = {}
    for place, one in enumerate(prints):
        if len(one):
            alike.setdefault(one.tobytes(), []).append(place)
    return list(alike.values())


def _within(places: list[int]) -> NDArray[np.int64]:
    """All pairs of some places; of very many, each with the first."""
    if len(places) > MOST_ARTICLES:
        return _product(places[:1], places[1:])
    rows = np.array(places, dtype=np.int64)
    first, second = np.triu_indices(len(rows), 1)
    return np.stack([rows[first], rows[second]], axis=1)


def _product(left: list[int], right: list[int]) -> NDArray[np.int64]:
    """Each of some places with each of others; where they are very many, the first stands for all."""
    left, right = (places[:1] if len(places) > MOST_ARTICLES else places for places in (left, right))
    return np.stack([np.repeat(left, len(right)), np.tile(right, len(left))], axis=1)


def _among(prints: Sequence[NDArray[np.uint32]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs with enough in common; and the places of those most of whose fingerprints stand in too many."""
    sizes = np.fromiter(map(len, prints), dtype=np.int64, count=len(prints))
    if not len(prints):
        return np.empty((0, 2), dtype=np.int64), np.empty(0, dtype=np.int64)
    owners = np.repeat(np.arange(len(prints), dtype=np.uint64), sizes)
    keys = (np.concatenate(list(prints)).astype(np.uint64) << np.uint64(32)) | owners
    keys.sort()
    lengths = _run_lengths(keys >> np.uint64(32))
    of_each = np.repeat(lengths, lengths)
    telling = of_each <= MOST_ARTICLES
    counts = np.bincount(_owner(keys[telling]), minlength=len(prints))
    shared = telling & (of_each > 1)
    pairs, common = _count_pairs(keys[shared], lengths[(lengths > 1) & (lengths <= MOST_ARTICLES)])
    first, second = (pairs >> np.uint64(32)).astype(np.int64), _owner(pairs)
    enough = common >= needed(np.minimum(counts[first], counts[second]))
    return np.stack([first[enough], second[enough]], axis=1), np.flatnonzero(2 * counts < sizes)


def needed(count: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many fingerprints two texts must share, when the one with fewer has `count` telling ones."""
    least: NDArray[np.int64] = np.ceil(count * LEAST_COMMON).astype(np.int64)
    return np.maximum(least, 1)


def _owner(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    return (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)


def _run_lengths(values: NDArray[np.uint64]) -> NDArray[np.int64]:
    """How often each value of a sorted array stands there, in order."""
    starts = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]]))
    return np.diff(np.append(starts, len(values)))


def _count_pairs(
    keys: NDArray[np.uint64], lengths: NDArray[np.int64]
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Every pair of owners that stand in one run, sorted, and in how many runs they do."""
    owners = keys & np.uint64(0xFFFFFFFF)
    left = np.repeat(np.cumsum(lengths), lengths) - np.arange(len(keys))  # entries of the run from here on
    places = np.arange(len(keys))
    pairs = np.empty(0, dtype=np.uint64)
    common = np.empty(0, dtype=np.int64)
    held: list[NDArray[np.uint64]] = []
    room = 0
    step = 1
    while len(places := places[left[places] > step]):
        for part in np.array_split(places, len(places) // _ROOM + 1):
            held.append((owners[part] << np.uint64(32)) | owners[part + step])
            room += len(part)
            if room >= _ROOM:
                pairs, common = _counted(pairs, common, held)
                held, room = [], 0
        step += 1
    return _counted(pairs, common, held)


def _counted(
    pairs: NDArray[np.uint64], common: NDArray[np.int64], held: list[NDArray[np.uint64]]
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The counts so far with those of the pairs that are held."""
    if not held:
        return pairs, common
    more = np.concatenate(held)
    more.sort()
    lengths = _run_lengths(more)
    more = more[np.cumsum(lengths) - 1]
    if not len(pairs):
        return more, lengths
    both = np.concatenate([pairs, more])
    order = np.argsort(both, kind="stable")
    both, counts = both[order], np.concatenate([common, lengths])[order]
    starts = np.flatnonzero(np.concatenate([[True], both[1:] != both[:-1]]))
    return both[starts], np.add.reduceat(counts, starts)
