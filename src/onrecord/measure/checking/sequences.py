"""Where exactly a sequence of words stands: an index of three-word runs over all transcripts, with no hashing.

It is slow and obviously right: each run of three is one whole number (no two runs share one), each find is compared
word by word.
"""

from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq

from onrecord.measure.checking.recordings import Numbers, Recording

_BITS = 21  # a run of three word numbers in one signed 64-bit number
_RUN = 4  # CONTRACT: found needs four words in a row
_STRETCH = 1.5  # ... and half of the words inside one and a half times the quote
# Quotes that come this close to being found are left out: nobody could say.
NEARLY_FOUND = 0.42


class Standing(NamedTuple):
    """Where words stand: the number of the transcript, and its half-open range of words."""

    recording: int
    first: int
    last: int


class Sequences:
    """The words of all transcripts in one row, and where each run of three of them stands."""

    def __init__(self, recordings: list[Recording]) -> None:
        if not recordings:
            raise ValueError("no transcripts to index")
        self.offsets = np.cumsum([0, *(len(one.keys) + 1 for one in recordings)])
        parts: list[Numbers] = []
        for one in recordings:
            parts += [one.keys, np.zeros(1, dtype=np.int64)]  # a zero parts the transcripts
        self.row = np.concatenate(parts)
        runs = _runs_of_three(self.row)
        self.order = np.argsort(runs, kind="stable")
        self.runs = runs[self.order]

    def places(self, keys: Numbers, *, most: int = 5_000) -> list[Standing] | None:
        """Every place of three or more words in a row; None where their rarest run is too common to follow."""
        runs = _runs_of_three(keys)
        low, high = np.searchsorted(self.runs, runs, "left"), np.searchsorted(self.runs, runs, "right")
        rarest = int(np.argmin(high - low))
        if high[rarest] - low[rarest] > most:
            return None
        begins = np.sort(self.order[low[rarest] : high[rarest]] - rarest)
        begins = begins[(begins >= 0) & (begins + len(keys) <= len(self.row))]
        for at, key in enumerate(keys):
            begins = begins[self.row[begins + at] == key]
        return [self._standing(int(begin), len(keys)) for begin in begins]

    def stands(self, keys: Numbers) -> bool:
        """Whether the words stand anywhere; in doubt they do."""
        found = self.places(keys)
        return found is None or bool(found)

    def hits(self, keys: Numbers, *, most: int = 3_000) -> Numbers:
        """Where the quote would begin, in the row, for each run of three that it shares with a transcript."""
        runs = _runs_of_three(keys)
        low, high = np.searchsorted(self.runs, runs, "left"), np.searchsorted(self.runs, runs, "right")
        found = [
            self.order[a:b] - at for at, (a, b) in enumerate(zip(low, high, strict=True)) if a < b <= a + most
        ]
        return np.sort(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)

    def rival(self, keys: Numbers, home: list[Standing]) -> tuple[int, int]:
        """The number of runs of three that the quote shares with its home, and with the best place elsewhere."""
        begins = self.hits(keys)
        if not len(begins):
            return 0, 0
        width = len(keys)
        at_home = np.zeros(len(begins), dtype=bool)
        for place in home:
            base = int(self.offsets[place.recording])
            at_home |= (begins >= base + place.first - width) & (begins < base + place.last)
        return _most_within(begins[at_home], width // 2 + 2), _most_within(begins[~at_home], width // 2 + 2)

    def is_absent(self, keys: Numbers) -> bool:
        """Whether no transcript holds these words by CONTRACT's "found", with a margin for doubt.

        Every place that shares four words in a row is laid beside the quote, window by window.
        """
        length = len(keys)
        if length < _RUN:
            return not self.stands(keys)
        stretch = int(_STRETCH * length)
        return all(self._shared(keys, begin, stretch) < NEARLY_FOUND * length for begin in self._fours(keys))

    def _fours(self, keys: Numbers) -> list[int]:
        found: set[int] = set()
        for at in range(len(keys) - _RUN + 1):
            run = keys[at : at + _RUN]
            places = self.places(run, most=len(self.row))
            found.update(int(self.offsets[place.recording]) + place.first for place in places or ())
        return sorted(found)

    def _shared(self, keys: Numbers, begin: int, stretch: int) -> int:
        """The most words in order that any stretch around a shared run has in common with the quote."""
        low, high = max(0, begin + _RUN - stretch), min(len(self.row), begin + stretch)
        wide = self.row[low:high]
        wanted = keys.tolist()
        if LCSseq.similarity(wanted, wide.tolist()) < NEARLY_FOUND * len(keys):
            return 0
        return max(
            int(LCSseq.similarity(wanted, self.row[at : at + stretch].tolist()))
            for at in range(low, max(low + 1, high - stretch + 1), max(1, stretch // 12))
        )

    def _standing(self, begin: int, length: int) -> Standing:
        recording = int(np.searchsorted(self.offsets, begin, "right")) - 1
        first = begin - int(self.offsets[recording])
        return Standing(recording, first, first + length)


def _runs_of_three(keys: Numbers) -> Numbers:
    if len(keys) < 3:
        return np.empty(0, dtype=np.int64)
    return (keys[:-2] << (2 * _BITS)) | (keys[1:-1] << _BITS) | keys[2:]


def _most_within(begins: Numbers, width: int) -> int:
    if not len(begins):
        return 0
    ends = np.searchsorted(begins, begins + width, "right")
    return int((ends - np.arange(len(begins))).max())
