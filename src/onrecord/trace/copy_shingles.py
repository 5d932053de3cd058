"""An article's words as numbers: its five-word shingles, and the few of them that stand for the whole text.

A shingle is five words in a row, folded as `onrecord.words` folds them (Broder, "On the resemblance and containment
of documents", 1997). Fingerprints are chosen from the shingles by winnowing (Schleimer, Wilkerson and Aiken,
"Winnowing: local algorithms for document fingerprinting", SIGMOD 2003): of every `WINDOW` shingles in a row the one
with the smallest number is kept, so that two texts with `WINDOW + SHINGLE - 1` words in a row in common are sure to
have a fingerprint in common, wherever those words stand and however long the texts are. All numbers depend on the
words alone: they are the same on every machine, and may be kept.
"""

from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from onrecord.words import WORD, fold_word

SHINGLE = 5
# Sure to catch twenty words in a row; other windows have not been measured (benchmarks/copies.py --window).
WINDOW = 16
# Odd numbers, so that no bit of a word is lost: from the digits of pi.
_FACTORS = (
    0x243F6A8885A308D3,
    0x13198A2E03707345,
    0xA4093822299F31D1,
    0x082EFA98EC4E6C89,
    0x452821E638D01377,
)


def word_numbers(text: str) -> NDArray[np.uint64]:
    """The folded words of a text, in order, each as a number of 64 bits."""
    return np.array([_number(word) for word in WORD.findall(text)], dtype=np.uint64)


@lru_cache(maxsize=1 << 18)
def _number(word: str) -> int:
    key = fold_word(word).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(key, digest_size=8).digest(), "big")


def shingles(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The number of every five words in a row, in order; none for a text of fewer words."""
    count = len(numbers) - SHINGLE + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    mixed = np.zeros(count, dtype=np.uint64)
    for place, factor in enumerate(_FACTORS):
        mixed += numbers[place : place + count] * np.uint64(factor)
    # The last steps of splitmix64 (Steele, Lea and Flood, OOPSLA 2014): without them small numbers would be near.
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def fingerprints(found: NDArray[np.uint64], *, window: int = WINDOW) -> NDArray[np.uint32]:
    """The numbers that stand for a text, given its shingles in order: sorted, each once, of 32 bits."""
    if not len(found):
        return np.empty(0, dtype=np.uint32)
    short = (found >> np.uint64(32)).astype(np.uint32)
    if len(short) <= window:
        return short[[int(short.argmin())]]
    return np.unique(sliding_window_view(short, window).min(axis=1))
