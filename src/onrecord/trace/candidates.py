"""Which printings are worth comparing, out of a million: pairs that share enough words to be one utterance.

Printings of one voice are looked up together within an occasion (`by_voice`); those of unknown voice by fingerprints
and by equal wordings (`by_words`). No pair that `onrecord.trace.pairs.compare` joins is left out, and nothing depends
on how many printings there are.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from onrecord.trace.columns import UNDATED, Pairs, Table, counted
from onrecord.trace.fingerprints import GAP, Hashes, Laid, Places, mix, runs, winnow
from onrecord.trace.pairs import GRAM, LONG_RUN, SHORTEST_SAME, least_matched
from onrecord.trace.readings import OCCASION
from onrecord.trace.voices import keys_of

_FEW = 256  # readings that are all compared with each other, which takes no longer
AT_ONCE = 1 << 17  # readings whose words are looked up together
MOST_PAIRS = 1 << 22  # pairs held at once, unless one printing alone has more
_HASH = np.uint64(
    ~((1 << 26) - 1) & 0xFFFF_FFFF_FFFF_FFFF
)  # the upper 38 bits of a hash; a place takes the rest
_LEAST = np.array([least_matched(size) for size in range(4096)], dtype=np.int64)


def candidates(table: Table) -> Iterator[Pairs]:
    """The pairs worth comparing, in parts; a pair may come more than once."""
    if len(table.times) <= _FEW:
        yield np.stack(np.triu_indices(len(table.times), 1), axis=1)
        return
    yield from by_voice(table)
    yield from by_words(table)


def by_voice(table: Table) -> Iterator[Pairs]:
    """Pairs that share a key of their voices, lie within an occasion or are undated, and share words enough."""
    numbers: dict[str, int] = {}
    keys = [[numbers.setdefault(key, len(numbers)) for key in sorted(keys_of(name))] for name in table.names]
    count = np.array([len(row) for row in keys], dtype=np.int64)
    first = np.cumsum(count) - count
    flat = np.array([key for row in keys for key in row], dtype=np.int64)
    speaking = np.flatnonzero((table.voices >= 0) & (table.laid.sizes > 0))
    some = count[table.voices[speaking]]
    owner = np.repeat(speaking, some)
    key_of = flat[np.repeat(first[table.voices[speaking]], some) + counted(some)]
    order = np.lexsort((owner, table.times[owner], key_of))
    key_of, owner = key_of[order], owner[order]
    ends = np.flatnonzero(np.diff(key_of, append=-1)) + 1
    start = 0
    while start < len(owner):
        end = (
            int(ends[np.searchsorted(ends, start + AT_ONCE, side="left")])
            if start + AT_ONCE < len(owner)
            else len(owner)
        )
        yield from _of_keys(table, owner[start:end], key_of[start:end])
        start = end


def _of_keys(table: Table, owner: Places, key_of: Places) -> Iterator[Pairs]:
    """The pairs among readings in order of their key, then their time."""
    laid = _part(table.laid, owner)
    times = table.times[owner]
    salt = mix(key_of.astype(np.uint64))
    holder = np.repeat(np.arange(len(owner)), laid.sizes + GAP)
    place = np.arange(len(laid.words)) - laid.starts[holder]
    values, whole = runs(laid.words, GRAM)
    found = np.flatnonzero(whole)
    hashes = mix(values[found] ^ salt[holder[found]])
    for one, other, at in _meetings(hashes, holder[found], place[found], times, laid.sizes):
        yield _ordered(owner, *_enough(one, other, at, laid.sizes))
    for size in range(1, GRAM):
        short = laid.sizes == size
        if short.any():
            values, whole = runs(laid.words, size)
            found = np.flatnonzero(whole)
            hashes = mix(values[found] ^ salt[holder[found]])
            found = found[_among(hashes, hashes[short[holder[found]]])]
            hashes = mix(values[found] ^ salt[holder[found]])
            for one, other in _contained(hashes, holder[found], short[holder[found]], times):
                yield _ordered(owner, one, other)


def may_match(wanted: Laid, held: Laid) -> NDArray[np.bool_]:
    """Which of the wordings held may match a wanted one by a known voice: they share three words in a row.

    Of one of fewer words all stand in the other.
    """
    found = np.zeros(len(held.sizes), dtype=np.bool_)
    for size in range(1, GRAM + 1):
        theirs, ours = _runs_of(held, size), _runs_of(wanted, size)
        some = ours[0] if size == GRAM else ours[0][wanted.sizes[ours[1]] == size]
        found[theirs[1][np.isin(theirs[0], some)]] = True
        if size < GRAM:
            short = held.sizes[theirs[1]] == size
            found[theirs[1][short][np.isin(theirs[0][short], ours[0])]] = True
    return found


def _runs_of(laid: Laid, size: int) -> tuple[Hashes, Places]:
    """All runs of so many words, and the wordings that they stand in."""
    values, whole = runs(laid.words, size)
    places = np.flatnonzero(whole)
    return values[places], np.searchsorted(laid.starts, places, side="right") - 1


def by_words(table: Table) -> Iterator[Pairs]:
    """Pairs with an unknown voice: eight words in a row, a fingerprint within an occasion, or the same words."""
    laid, unknown = table.laid, table.voices < 0
    everyone = np.arange(len(laid.sizes))
    if not unknown.any():
        return
    found = [
        (hashes, places + offset) for _, offset, part in _blocks(laid) for hashes, places in [winnow(part)]
    ]
    hashes, places = (np.concatenate(column) for column in zip(*found, strict=True))
    holder = np.searchsorted(laid.starts, places, side="right") - 1
    for one, other in _with_unknown(hashes, holder, unknown):
        near = _within(table.times[holder[one]], table.times[holder[other]])
        fit = near | (_run_at(laid.words, places[one], places[other]) >= LONG_RUN)
        yield _ordered(everyone, holder[one[fit]], holder[other[fit]])
    several = np.flatnonzero(laid.sizes >= SHORTEST_SAME)
    for one, other in _with_unknown(table.whole[several], several, unknown):
        yield _ordered(everyone, several[one], several[other])


def _among(hashes: Hashes, wanted: Hashes) -> NDArray[np.bool_]:
    """Which hashes may be among the wanted ones; a few are not."""
    seen = np.zeros(1 << 24, dtype=np.bool_)
    seen[(wanted >> np.uint64(40)).astype(np.int64)] = True
    return seen[(hashes >> np.uint64(40)).astype(np.int64)]


def _blocks(laid: Laid) -> Iterator[tuple[int, int, Laid]]:
    """The wordings in blocks: the number of a block's first, the place where its words begin, and the block."""
    for first in range(0, len(laid.sizes), AT_ONCE):
        sizes = laid.sizes[first : first + AT_ONCE]
        start = int(laid.starts[first])
        end = int(laid.starts[first + len(sizes) - 1] + sizes[-1]) + GAP
        yield (
            first,
            start,
            Laid(laid.words[start:end], laid.starts[first : first + len(sizes)] - start, sizes),
        )


def _meetings(
    hashes: Hashes, holder: Places, place: Places, times: Places, sizes: Places
) -> Iterator[tuple[Places, Places, Places]]:
    """Pairs of readings that hold one run within an occasion, and where the shorter has it; all of a pair together."""
    at, group = _grouped(hashes)
    end = _last_within(group, times[holder[at]])
    first = np.arange(len(at))
    partners = end - first - 1
    # All runs that two readings share are wanted together: in order of the earlier reading, then cut between readings.
    order = np.argsort(holder[at], kind="stable")
    order = order[partners[order] > 0]
    total = np.cumsum(partners[order])
    owners = holder[at[order]]
    start = 0
    while start < len(order):
        base = int(total[start - 1]) if start else 0
        stop = int(np.searchsorted(total, base + MOST_PAIRS, side="right"))
        if stop < len(order):
            stop = int(np.searchsorted(owners, owners[stop], side="left"))
            if stop <= start:
                stop = int(np.searchsorted(owners, owners[start], side="right"))
        some = order[start:stop]
        one = np.repeat(some, partners[some])
        other = one + 1 + counted(partners[some])
        one, other = at[one], at[other]
        first_is_short = sizes[holder[one]] <= sizes[holder[other]]
        yield holder[one], holder[other], place[np.where(first_is_short, one, other)]
        start = stop


def _enough(one: Places, other: Places, at: Places, sizes: Places) -> tuple[Places, Places]:
    """The pairs of which the shorter one's words are matched as far as `compare` asks at least."""
    kept = one != other
    packed = (one[kept].astype(np.uint64) << np.uint64(42)) | (other[kept].astype(np.uint64) << np.uint64(20))
    packed |= np.minimum(at[kept], (1 << 20) - 1).astype(np.uint64)
    packed.sort()
    packed = packed[np.diff(packed, prepend=_OTHER) != 0]
    pair = packed >> np.uint64(20)
    firsts = np.flatnonzero(np.diff(pair, prepend=_OTHER) != 0)
    if not len(firsts):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    step = np.full(len(packed), GRAM, dtype=np.int64)
    step[:-1] = np.minimum(
        GRAM, np.where(pair[1:] == pair[:-1], (packed[1:] - packed[:-1]).astype(np.int64), GRAM)
    )
    matched = np.add.reduceat(step, firsts)
    left, right = (
        (pair[firsts] >> np.uint64(22)).astype(np.int64),
        (pair[firsts] & np.uint64((1 << 22) - 1)).astype(np.int64),
    )
    least = _LEAST[np.minimum(np.minimum(sizes[left], sizes[right]), len(_LEAST) - 1)]
    enough = matched >= least
    return left[enough], right[enough]


_OTHER = np.uint64(0xFFFF_FFFF_FFFF_FFFF)


def _contained(
    hashes: Hashes, holder: Places, short: NDArray[np.bool_], times: Places
) -> Iterator[tuple[Places, Places]]:
    """Pairs of a short reading, whose only run is its whole wording, and one that holds this run within an occasion."""
    at, group = _grouped(hashes)
    order = np.lexsort((times[holder[at]], group))
    at, group = at[order], group[order]
    end = _last_within(group, times[holder[at]])
    for one, other in _expanded(np.arange(len(at)) + 1, end):
        one, other = at[one], at[other]
        fit = (short[one] | short[other]) & (holder[one] != holder[other])
        yield holder[one[fit]], holder[other[fit]]


def _grouped(hashes: Hashes) -> tuple[Places, Places]:
    """Where each hash that stands more than once stands, equal ones together in order of place, and which go together.

    As many upper bits of the hashes count as the places leave room for; one sort of whole numbers is the quickest way.
    """
    bits = np.uint64(max(1, len(hashes)).bit_length())
    packed = np.sort(((hashes >> bits) << bits) | np.arange(len(hashes), dtype=np.uint64))
    group = np.cumsum(np.diff(packed >> bits, prepend=np.uint64(0)) != 0)
    at = (packed & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    several = np.bincount(group)[group] > 1 if len(group) else np.zeros(0, dtype=np.bool_)
    return at[several], group[several]


def _with_unknown(
    hashes: Hashes, holder: Places, unknown: NDArray[np.bool_]
) -> Iterator[tuple[Places, Places]]:
    """Places in the columns given of which the hashes are equal and one holder at least is unknown, each pair once."""
    at, group = _grouped(hashes)
    nobody = unknown[holder[at]]
    fit = np.bincount(group, weights=nobody)[group] > 0 if len(group) else nobody
    at, group, nobody = at[fit], group[fit], nobody[fit]
    # Unknown ones first: each is paired with all behind it in its group.
    order = np.lexsort((~nobody, group))
    at, nobody = at[order], nobody[order]
    end = np.searchsorted(group, group, side="right")
    end[~nobody] = 0
    for one, other in _expanded(np.arange(len(at)) + 1, end):
        one, other = at[one], at[other]
        fit = holder[one] != holder[other]
        yield one[fit], other[fit]


def _expanded(start: Places, end: Places) -> Iterator[tuple[Places, Places]]:
    """Each place with every place from its `start` to its `end`, `MOST_PAIRS` or so at once."""
    counts = np.maximum(end - start, 0)
    some = np.flatnonzero(counts)
    total = np.cumsum(counts[some])
    begin = 0
    while begin < len(some):
        base = int(total[begin - 1]) if begin else 0
        stop = max(begin + 1, int(np.searchsorted(total, base + MOST_PAIRS, side="right")))
        part = some[begin:stop]
        one = np.repeat(part, counts[part])
        yield one, start[one] + counted(counts[part])
        begin = stop


def _last_within(group: Places, times: Places) -> Places:
    """For each row of groups in order of time, undated first, where its group's rows within an occasion end."""
    span = int(times.max(initial=0)) + OCCASION + 2
    dated = times != UNDATED
    rank = group * span + times + 1
    limit = np.where(dated, rank + OCCASION, group * span + span - 1)
    return np.searchsorted(rank, limit, side="right")


def _within(one: Places, other: Places) -> NDArray[np.bool_]:
    """Whether two days are known and of one occasion."""
    near: NDArray[np.bool_] = (one != UNDATED) & (other != UNDATED) & (np.abs(one - other) <= OCCASION)
    return near


def _run_at(words: NDArray[np.uint16], one: Places, other: Places) -> Places:
    """How many words in a row are the same around two places, up to eight to either side."""
    length = np.zeros(len(one), dtype=np.int64)
    for step in (1, -1):
        going = np.ones(len(one), dtype=np.bool_)
        for distance in range(0 if step > 0 else 1, LONG_RUN):
            first, second = one + step * distance, other + step * distance
            inside = (first >= 0) & (second >= 0) & (first < len(words)) & (second < len(words))
            here = words[np.where(inside, first, 0)]
            going &= inside & (here != 0) & (here == words[np.where(inside, second, 0)])
            length += going
    return length


def _part(laid: Laid, chosen: Places) -> Laid:
    """Some of the wordings, in the order given."""
    sizes = laid.sizes[chosen]
    starts = np.cumsum(sizes + GAP) - sizes - GAP
    source = np.repeat(laid.starts[chosen], sizes + GAP) + counted(sizes + GAP)
    return Laid(laid.words[source], starts, sizes)


def _ordered(owner: Places, one: Places, other: Places) -> Pairs:
    first, second = owner[one], owner[other]
    return np.unique(np.stack([np.minimum(first, second), np.maximum(first, second)], axis=1), axis=0)
