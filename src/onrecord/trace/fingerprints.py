"""Marks by which printings that share words are found: hashes of runs of words, many printings at once.

Winnowing keeps of every stretch of eight words at least one run of four, so that two printings that share eight
words in a row share a fingerprint (Schleimer, Wilkerson and Aiken, Winnowing: local algorithms for document
fingerprinting, SIGMOD 2003). Of the runs of a stretch the one with the fewest words of grammar is kept, which keeps
"one of the most" out of the index; any fixed order of the runs gives the same guarantee.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.trace.wordings import GRAMMAR

Words = NDArray[np.uint16]
Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]

RUN = 4  # words of a fingerprint
STRETCH = 5  # runs in a stretch of RUN + STRETCH - 1 = 8 words
GAP = RUN  # letters of nothing behind each wording, so that no run spans two
_NONE = np.uint64(0xFFFF_FFFF_FFFF_FFFF)
_IS_GRAMMAR = np.zeros(1 << 16, dtype=np.uint8)
_IS_GRAMMAR[[ord(letter) for letter in GRAMMAR]] = 1


class Laid(NamedTuple):
    """Wordings laid end to end: `words[starts[i]:starts[i] + sizes[i]]` is the i-th, and nothing (0) stands between."""

    words: Words
    starts: Places
    sizes: Places


def lay(wordings: Sequence[str]) -> Laid:
    """Lay wordings end to end."""
    joined = ("\0" * GAP).join([*wordings, ""])
    return _laid(joined.encode("utf-16-le"), np.fromiter(map(len, wordings), np.int64, len(wordings)))


def lay_packed(packed: Sequence[bytes]) -> Laid:
    """The same of wordings that are packed (`onrecord.trace.wordings.pack`)."""
    sizes = np.fromiter(map(len, packed), np.int64, len(packed)) // 2
    return _laid(bytes(2 * GAP).join([*packed, b""]), sizes)


def _laid(joined: bytes, sizes: Places) -> Laid:
    words = np.frombuffer(joined, dtype="<u2").astype(np.uint16, copy=False)
    starts = np.zeros(len(sizes), dtype=np.int64)
    np.cumsum(sizes[:-1] + GAP, out=starts[1:])
    return Laid(words, starts, sizes)


def mix(values: Hashes) -> Hashes:
    """Spread numbers over all 64 bits, one to one (splitmix64; Steele, Lea and Flood, OOPSLA 2014)."""
    with np.errstate(over="ignore"):
        values = values + np.uint64(0x9E3779B97F4A7C15)
        values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def runs(words: Words, length: int) -> tuple[Hashes, NDArray[np.bool_]]:
    """The runs of up to four words that begin at each place, as numbers one to one, and which span no nothing."""
    count = max(0, len(words) - length + 1)
    values = np.zeros(count, dtype=np.uint64)
    whole = np.ones(count, dtype=np.bool_)
    for place in range(length):
        part = words[place : place + count]
        values = (values << np.uint64(16)) | part.astype(np.uint64)
        whole &= part != 0
    return values, whole


def winnow(laid: Laid) -> tuple[Hashes, Places]:
    """The fingerprints of wordings, and the places in `laid.words` where they begin, in order of place.

    A wording of fewer than four words has none; one of four to eight has at least one.
    """
    values, whole = runs(laid.words, RUN)
    if not whole.any():
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    hashes = mix(values)
    grammar = _IS_GRAMMAR[laid.words]
    common = np.zeros(len(values), dtype=np.uint64)
    for place in range(RUN):
        common += grammar[place : place + len(values)]
    ranks = (common << np.uint64(60)) | (hashes >> np.uint64(4))
    ranks[~whole] = _NONE
    # A stretch begins at every run that has STRETCH - 1 more behind it, and at the first run of each wording.
    padded = np.concatenate([ranks, np.full(STRETCH - 1, _NONE)])
    least, at = ranks.copy(), np.arange(len(ranks))
    for place in range(1, STRETCH):
        other = padded[place : place + len(ranks)]
        smaller = other < least
        least[smaller] = other[smaller]
        at[smaller] = np.flatnonzero(smaller) + place
    full = np.zeros(len(ranks), dtype=np.bool_)
    last = len(ranks) - STRETCH + 1
    if last > 0:
        full[:last] = whole[:last] & whole[STRETCH - 1 :]
    firsts = laid.starts[(laid.sizes >= RUN)]
    full[firsts] = True
    kept = np.unique(at[full])
    return hashes[kept], kept
