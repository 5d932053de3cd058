"""Aligning a quote with stretches of a document, word by word, with the quote's own gaps and with joints understood.

A dynamic programme over the quote's units (rows) and the document's (columns), each row a few array operations:
the best way to have used the quote so far and to stand at each place of the document. A step takes a pair of units
that match or not, a unit of the quote alone, or skips document units: cheaply where the quote marks a gap, dearly
where it does not, at a bounded price for a jump on, or back, to a passage elsewhere. Either end of the document is
free (Sellers 1980; the jumps are those of spliced alignment, Gelfand, Mironov and Pevzner 1996). Scores are whole
numbers: the same quote gives the same alignment everywhere.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

MATCH = 1000
REPLACED = -550
ADDED = -600
OPEN = -100  # for each stretch that is skipped: one longer gap rather than two
DROPPED = -180  # for each document word that is skipped without a mark
JUMP = -4640  # so that three words in a row are worth a jump on or back to them, and two are not
IN_BRACKET = -80  # for each word that a bracket stands for
IN_ELLIPSIS = -3
FAR_ELLIPSIS = -1000  # no more than this, however wide a marked gap
SURE_RUN = 6  # matches in a row at the quote's start or end that are taken as they are, less the last ones
LOOSE = 3
_LOW = -(1 << 40)

NO_MARK, BRACKET, ELLIPSIS = 0, 1, 2


class Pair(NamedTuple):
    """A unit of the quote beside a unit of the document, both by number; `same` where they match."""

    quote: int
    document: int
    same: bool


def align(matches: NDArray[np.bool_], marks: Sequence[int], places: NDArray[np.int64]) -> list[Pair]:
    """The best alignment of a quote's n units with m document units, in order of the quote.

    `matches` (n, m) says which units match; `marks` (n) which mark stands before each unit of the quote
    (`NO_MARK`, `BRACKET`, `ELLIPSIS`); `places` (m), rising, where each document unit stands, in words: the
    distance between two tells how much is skipped. Takes time and memory of n times m; a long run of matches at the
    quote's start or end that the document has only once is taken as it is.
    """
    units = len(matches)
    head, first = _run(matches, marks[1:])
    tail, last = _run(matches[::-1, ::-1], marks[:0:-1])
    tail = min(tail, units - head)
    last = matches.shape[1] - 1 - last
    pairs = [Pair(unit, first + unit, True) for unit in range(head)]
    pairs += _align(
        matches[head : units - tail],
        [*marks, NO_MARK][head : units - tail + 1],
        places,
        start=first + head if head else None,
        end=last - tail + 1 if tail else None,
        number=head,
    )
    pairs += (Pair(unit, last - units + 1 + unit, True) for unit in range(units - tail, units))
    return pairs


def _run(matches: NDArray[np.bool_], marks: Sequence[int]) -> tuple[int, int]:
    """How many units from the first on match in a row, less `LOOSE` at its end, and the first one's place.

    None where the run is short, or the document has its first units twice.
    """
    units, width = matches.shape
    if units < 2 * SURE_RUN or width < SURE_RUN:
        return 0, 0
    begins = np.flatnonzero(matches[0, :-2] & matches[1, 1:-1] & matches[2, 2:])
    if len(begins) != 1:
        return 0, 0
    first = int(begins[0])
    along = matches.diagonal(first)
    run = int(along.argmin()) if not along.all() else len(along)
    marked = next((number + 1 for number, mark in enumerate(marks) if mark), units)
    length = min(run, marked, units) - LOOSE
    return (length, first) if length >= SURE_RUN else (0, 0)


def _align(
    matches: NDArray[np.bool_],
    marks: Sequence[int],
    places: NDArray[np.int64],
    *,
    start: int | None,
    end: int | None,
    number: int,
) -> list[Pair]:
    """The alignment of some units, from the document's unit `start` on and up to `end` where they are given."""
    units, width = matches.shape
    gains = np.where(matches, MATCH, REPLACED).astype(np.int64)
    points = np.append(places, places[-1] + 1) if width else np.zeros(1, dtype=np.int64)
    scores = np.empty((units + 1, width + 1), dtype=np.int64)
    arrived = np.empty((units + 1, width + 1), dtype=np.int64)
    scores[0] = 0
    if start is not None:
        scores[0] = _LOW
        scores[0, start] = 0
    for unit in range(units + 1):
        if unit or start is not None:
            _skip(scores[unit], points, marks[unit], out=arrived[unit])
        else:
            arrived[0] = 0
        if unit < units:
            after = scores[unit + 1]
            np.add(arrived[unit], ADDED, out=after)
            np.maximum(after[1:], arrived[unit, :-1] + gains[unit], out=after[1:])
    return _trace(scores, arrived, gains, points, marks, start=start, end=end, number=number)


def _skip(here: NDArray[Any], points: NDArray[Any], mark: int, *, out: NDArray[Any]) -> None:
    """The best score at each place after skipping any number of document units, on or back."""
    slope = points * _PRICES[mark]
    np.maximum.accumulate(here - slope, out=out)
    out += slope
    out += OPEN
    np.maximum(out, here, out=out)
    np.maximum(out, here.max() + JUMP, out=out)
    if mark == ELLIPSIS:
        np.maximum(out, np.maximum.accumulate(here) + FAR_ELLIPSIS, out=out)


_PRICES = (DROPPED, IN_BRACKET, IN_ELLIPSIS)
_FAR = (JUMP, JUMP, FAR_ELLIPSIS)


def _trace(
    scores: NDArray[Any],
    arrived: NDArray[Any],
    gains: NDArray[Any],
    points: NDArray[Any],
    marks: Sequence[int],
    *,
    start: int | None,
    end: int | None,
    number: int,
) -> list[Pair]:
    units = len(gains)
    if end is None:
        at = int(scores[-1].argmax())
    else:
        at = _came_from(scores[-1], int(arrived[-1, end]), points, end, marks[units])
    pairs: list[Pair] = []
    for unit in range(units - 1, -1, -1):
        score = scores[unit + 1, at]
        if at and arrived[unit, at - 1] + gains[unit, at - 1] == score:
            at -= 1
            pairs.append(Pair(unit + number, at, bool(gains[unit, at] == MATCH)))
        if unit or start is not None:
            at = _came_from(scores[unit], int(arrived[unit, at]), points, at, marks[unit])
    pairs.reverse()
    return pairs


def _came_from(here: NDArray[Any], score: int, points: NDArray[Any], at: int, mark: int) -> int:
    """The place that the best skip to `at` began from: the nearest of those that give its score."""
    if here[at] == score:
        return at
    before = here[:at]
    costs = np.maximum((points[at] - points[:at]) * _PRICES[mark] + OPEN, _FAR[mark])
    found = np.flatnonzero(before + costs == score)
    if len(found):
        return int(found[-1])
    return at + 1 + int(np.flatnonzero(here[at + 1 :] + JUMP == score)[0])
