"""Many pairs of printings compared at once: what `onrecord.trace.pairs.compare` says of each, as columns.

`compare` is the rule; this is its quick twin, and a test holds the two together.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.trace import pairs as rule
from onrecord.trace.columns import UNDATED, Pairs, Table, counted
from onrecord.trace.fingerprints import GAP, Hashes, Places
from onrecord.trace.readings import EARLY, FAR, OCCASION, Reading
from onrecord.trace.voices import same_voice

Mask = NDArray[np.bool_]
_FEW = 1 << 22  # readings times words
_AT_ONCE = 1 << 16  # pairs; the number of a pair stands above the 48 bits of three words


class Edges(NamedTuple):
    """What pairs of readings share, as columns of `rule.Evidence`; `apart` is -1 where a day is unknown."""

    one: Places
    other: Places
    matched: Places
    run: Places
    size: Places
    apart: Places
    joins: Mask

    def only(self, chosen: Mask | Places) -> "Edges":
        """Some of the edges."""
        return Edges(
            self.one[chosen], self.other[chosen], self.matched[chosen], self.run[chosen], self.size[chosen],
            self.apart[chosen], self.joins[chosen],
        )  # fmt: skip

    def evidence(self, number: int) -> rule.Evidence:
        """One edge's evidence."""
        apart = int(self.apart[number])
        return rule.Evidence(
            int(self.matched[number]),
            int(self.run[number]),
            int(self.size[number]),
            None if apart == UNDATED else apart,
            bool(self.joins[number]),
        )


def joined(parts: Sequence[Edges]) -> Edges:
    """Edges of several parts, each pair once, in order."""
    if not parts:
        none = np.zeros(0, dtype=np.int64)
        return Edges(none, none, none, none, none, none, np.zeros(0, dtype=np.bool_))
    edges = Edges(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))
    order = np.lexsort((edges.other, edges.one))
    edges = edges.only(order)
    new = (np.diff(edges.one, prepend=-1) != 0) | (np.diff(edges.other, prepend=-1) != 0)
    return edges.only(new)


def compare_pairs(readings: Sequence[Reading], table: Table, pairs: Pairs) -> Iterator[Edges]:
    """What the pairs share, in parts; pairs that share too little, or of two voices, are left out."""
    for start in range(0, len(pairs), _AT_ONCE):
        part = pairs[start : start + _AT_ONCE]
        one, other = part[:, 0], part[:, 1]
        known = (table.voices[one] >= 0) & (table.voices[other] >= 0)
        apart = _apart(table, one, other)
        fit = ~known | ((apart <= OCCASION) & _same(table, one, other, known))
        yield _compare(readings, table, one[fit], other[fit], known[fit], apart[fit])


def _compare(
    readings: Sequence[Reading], table: Table, one: Places, other: Places, known: Mask, apart: Places
) -> Edges:
    sizes = table.laid.sizes
    short, long = _in_order(table, one, other)
    size = sizes[short]
    matched, run = _shared(readings, table, short, long)
    for pair in np.flatnonzero(~known & (run >= rule.LONG_RUN)).tolist():
        if not rule.has_long_run(readings[short[pair]].words, readings[long[pair]].words):
            run[pair] = rule.LONG_RUN - 1
    same_words = (table.whole[one] == table.whole[other]) & (sizes[one] == sizes[other])
    matter = table.matter[short]
    joins = np.where(
        known,
        _join_one_voice(size, matched, run, apart, same_words, matter),
        _join_unknown(size, matched, run, apart, same_words, matter),
    )
    near = ~known & (apart != UNDATED) & (apart <= OCCASION) & (run < rule.LONG_RUN)
    edited = (size >= rule.LONG_RUN) & (run >= rule.RUN_UNKNOWN) & (matched >= rule.SHARE_EDITED * size)
    part = joins & (size < rule.LONG_RUN) & ~same_words
    for pair in np.flatnonzero(near & (edited | part)).tolist():
        joins[pair] = rule.share_fingerprint(readings[short[pair]].words, readings[long[pair]].words)
    joins &= matched > 0
    tells = ~known & ((run >= rule.LONG_RUN) | (same_words & (size >= rule.SHORTEST_SAME)))
    return Edges(one, other, matched, run, size, apart, joins).only(joins | tells)


def _join_one_voice(
    size: Places, matched: Places, run: Places, apart: Places, same_words: Mask, matter: Places
) -> Mask:
    long_run = run >= rule.LONG_RUN
    undated = np.where(
        matched == size,
        (size >= rule.SHORTEST_PART - 1) & (matter > 0),
        (long_run & (matched >= rule.SHARE_UNDATED * size))
        | ((size >= rule.LONG_RUN) & (matched >= rule.SHARE_TIMELESS * size)),
    )
    share = np.where(long_run, rule.SHARE_RUN, np.where(size >= rule.LONG, rule.SHARE_LONG, rule.SHARE))
    dated = matched >= share * size
    for length, least in rule.MOST_OF.items():
        dated = np.where(size == length, (matched >= least) & ((length >= rule.GRAM) | (matter > 0)), dated)
    return np.where(apart == UNDATED, undated, (apart <= OCCASION) & (same_words | dated)) & (size > 0)


def _join_unknown(
    size: Places, matched: Places, run: Places, apart: Places, same_words: Mask, matter: Places
) -> Mask:
    long_run = run >= rule.LONG_RUN
    undated = long_run & (matched >= rule.SHARE_UNDATED * size)
    short = np.where(
        same_words,
        (size >= rule.SHORTEST_SAME) & (matter > 0),
        (size >= rule.SHORTEST_PART) & (size < rule.LONG_RUN) & (matter > 1),
    )
    dated = np.where(long_run, matched >= rule.SHARE_UNKNOWN * size, (run >= size) & short)
    return np.where(apart == UNDATED, undated, (apart <= OCCASION) & dated)


def _shared(readings: Sequence[Reading], table: Table, short: Places, long: Places) -> tuple[Places, Places]:
    """How many words of the shorter ones match, and how many in a row."""
    size = table.laid.sizes[short]
    matched, run = np.zeros(len(short), dtype=np.int64), np.zeros(len(short), dtype=np.int64)
    for pair in np.flatnonzero(size < rule.GRAM).tolist():
        if readings[short[pair]].words in readings[long[pair]].words:
            matched[pair] = run[pair] = size[pair]
    some = np.flatnonzero(size >= rule.GRAM)
    if not len(some):
        return matched, run
    counts = size[some] - rule.GRAM + 1
    firsts = np.cumsum(counts) - counts
    found = _stand_in(table, short[some], long[some], counts)
    at = np.arange(len(found))
    begins = np.zeros(len(found), dtype=np.bool_)
    begins[firsts] = True
    last_miss = np.maximum.accumulate(np.where(found, np.where(begins, at - 1, -1), at))
    longest = np.maximum.reduceat(at - last_miss, firsts)
    run[some] = np.where(longest > 0, longest + rule.GRAM - 1, 0)
    # Each run of three covers as many words as there are to the next one, three at most.
    hits = np.flatnonzero(found)
    pair_of = np.repeat(np.arange(len(some)), counts)[hits]
    step = np.full(len(hits), rule.GRAM, dtype=np.int64)
    step[:-1] = np.where(pair_of[1:] == pair_of[:-1], np.minimum(rule.GRAM, np.diff(hits)), rule.GRAM)
    matched[some] = np.bincount(pair_of, weights=step, minlength=len(some)).astype(np.int64)
    return matched, run


def _stand_in(table: Table, short: Places, long: Places, counts: Places) -> Mask:
    """For each three words in a row of the shorter ones, pair by pair, whether they stand in the longer one."""
    if len(table.laid.sizes) * len(table.grams) <= _FEW:
        return _stand_in_few(table, short, long, counts)
    theirs = table.laid.sizes[long] - rule.GRAM + 1
    wanted, held = _numbered(table, short, counts), _numbered(table, long, theirs)
    held.sort()
    at: Places = np.asarray(np.searchsorted(held, wanted))
    at[at == len(held)] = 0
    found: Mask = held[at] == wanted
    return found


def _stand_in_few(table: Table, short: Places, long: Places, counts: Places) -> Mask:
    """The same by a table of which reading has which three words: the quicker way where they are few."""
    _, kind = np.unique(table.grams, return_inverse=True)
    holder = np.repeat(np.arange(len(table.laid.sizes)), table.laid.sizes + GAP)[: len(kind)]
    has = np.zeros((len(table.laid.sizes), int(kind.max(initial=0)) + 1), dtype=np.bool_)
    has[holder, kind] = True
    at = np.repeat(table.laid.starts[short], counts) + counted(counts)
    found: Mask = has[np.repeat(long, counts), kind[at]]
    return found


def _numbered(table: Table, place: Places, counts: Places) -> Hashes:
    """All three words in a row of some readings, below the number of the pair that each stands for."""
    at = np.repeat(table.laid.starts[place], counts) + counted(counts)
    number = np.repeat(np.arange(len(place), dtype=np.uint64), counts) << np.uint64(48)
    grams: Hashes = number | table.grams[at]
    return grams


def _in_order(table: Table, one: Places, other: Places) -> tuple[Places, Places]:
    """The shorter reading of each pair, then the longer one; of two as long, by their letters (`rule.in_order`)."""
    laid = table.laid
    swap = laid.sizes[one] > laid.sizes[other]
    open_pairs = np.flatnonzero(
        (laid.sizes[one] == laid.sizes[other]) & (table.whole[one] != table.whole[other])
    )
    distance = 0
    while len(open_pairs):
        first = laid.words[laid.starts[one[open_pairs]] + distance]
        second = laid.words[laid.starts[other[open_pairs]] + distance]
        swap[open_pairs[first > second]] = True
        open_pairs = open_pairs[(first == second) & (first != 0)]
        distance += 1
    return np.where(swap, other, one), np.where(swap, one, other)


def _apart(table: Table, one: Places, other: Places) -> Places:
    """Days between two readings (`readings.days_apart`), -1 where a day is unknown."""
    said_one, said_other = table.said[one] != UNDATED, table.said[other] != UNDATED
    first, second = table.times[one], table.times[other]
    apart = np.abs(first - second)
    early = (said_one & (second < first - EARLY)) | (said_other & (first < second - EARLY))
    apart = np.where(early, FAR, apart)
    apart = np.where((first == UNDATED) | (second == UNDATED), UNDATED, apart)
    return np.where(said_one & said_other, np.where(first == second, 0, FAR), apart)


def _same(table: Table, one: Places, other: Places, known: Mask) -> Mask:
    """Whether two known voices are one, and would be looked up together."""
    first, second = table.voices[one], table.voices[other]
    same: Mask = first == second
    unsure = np.flatnonzero(known & ~same)
    both = np.stack([first[unsure], second[unsure]], axis=1)
    distinct, which = np.unique(both, axis=0, return_inverse=True)
    names = table.names
    found = [
        rule.share_key(names[left], names[right]) and same_voice(names[left], names[right]) is True
        for left, right in distinct.tolist()
    ]
    same[unsure] = np.array(found, dtype=np.bool_)[which.reshape(-1)]
    return same
