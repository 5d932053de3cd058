"""Common phrases: words that printings of different voices share join nothing by themselves, however many they are.

A printing whose voice is unknown joins another one by words that both have. Those of its words that a different
voice also printed, on whatever day, count for nothing there; what is left must still be enough.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.trace.comparing import Edges
from onrecord.trace.pairs import Evidence, marked
from onrecord.trace.readings import Reading
from onrecord.trace.voices import Voice, same_voice

Edge = tuple[int, int, Evidence]
_LEAST_OWN = 4  # words of a match that no other voice printed
_SHARE_OWN = 1 / 3


class Phrases:
    """The words around each printing of unknown voice that known voices printed too.

    `edges` hold all that unknown voices share with others, whether it joins or not.
    """

    def __init__(self, readings: Sequence[Reading], edges: Edges) -> None:
        self._readings = readings
        around: dict[int, list[int]] = {}
        known = np.fromiter((reading.voice is not None for reading in readings), np.bool_, len(readings))
        for place, near in ((edges.one, edges.other), (edges.other, edges.one)):
            some = ~known[place] & known[near]
            for unknown, speaking in zip(place[some].tolist(), near[some].tolist(), strict=True):
                around.setdefault(unknown, []).append(speaking)
        self._printed = {place: found for place, near in around.items() if (found := self._of(place, near))}

    def join(self, edges: Edges) -> NDArray[np.bool_]:
        """Which edges join by more than a common phrase."""
        several = np.zeros(len(self._readings), dtype=np.bool_)
        several[list(self._printed)] = True
        joins = edges.joins.copy()
        for number in np.flatnonzero(joins & (several[edges.one] | several[edges.other])).tolist():
            joins[number] = self.joins(int(edges.one[number]), int(edges.other[number]))
        return joins

    def joins(self, one: int, other: int) -> bool:
        """Whether two printings share more than a common phrase, as far as either voice is unknown."""
        return not (self._is_common(one, other) or self._is_common(other, one))

    def _of(self, place: int, near: Sequence[int]) -> dict[Voice, int]:
        """Which words of a printing each voice printed too, as bits; nothing where there is one voice only."""
        readings = self._readings
        voices = {voice for other in near if (voice := readings[other].voice) is not None}
        if len(voices) < 2:
            return {}
        found: dict[Voice, int] = dict.fromkeys(voices, 0)
        for other in near:
            voice = readings[other].voice
            if voice is not None:
                found[voice] |= marked(readings[place].words, readings[other].words)
        return found

    def _is_common(self, place: int, other: int) -> bool:
        voices = self._printed.get(place)
        if voices is None:
            return False
        bits = marked(self._readings[place].words, self._readings[other].words)
        covering = [voice for voice, found in voices.items() if _covers(found, bits)]
        voice = self._readings[other].voice
        if voice is not None:
            return any(same_voice(voice, another) is False for another in covering)
        return any(
            same_voice(first, second) is False
            for number, first in enumerate(covering)
            for second in covering[:number]
        )


def _covers(found: int, bits: int) -> bool:
    """Whether what is left of a match without the words found elsewhere is too little."""
    left, whole = (bits & ~found).bit_count(), bits.bit_count()
    return left < max(_LEAST_OWN, _SHARE_OWN * whole)
