"""One place: a quote laid beside one candidate of a document, and whether that counts as found."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.check.align import BRACKET, ELLIPSIS, NO_MARK, Pair, align
from onrecord.check.differences import LONGEST_DROP, Change, changes_of, class_around, is_joint
from onrecord.check.locate import Candidate
from onrecord.check.lookup import Lookup
from onrecord.check.passage import Passage
from onrecord.check.segments import (
    Segment,
    Stretch,
    is_reordered,
    join_numbers,
    merge,
    segments_of,
    slide_gaps,
    without_reuse,
)
from onrecord.check.verdict import FAR_APART, similarity_of, verdict_of
from onrecord.check.wording import Canon, canonical
from onrecord.findings import Verdict
from onrecord.model import Span

FEWEST_IN_A_ROW = 4
SHORTEST_SHARE = 0.5
LONGEST_STRETCH = 1.5
# Passages that are joined with no mark must make up nearly all of the quote: any two long texts share some runs of
# four words. Measured on quotes of speeches that were kept out.
SHARE_OF_JOINED = 0.8
NEAR = 150  # words within which a passage of fewer than four words may be joined to another
ROWS_AT_ONCE = 200  # units of a long quote that are aligned at once
MOST_SEARCHES = 4  # parts of a long quote that are looked for in all of the candidate
SHARE_THERE = 0.5  # of a part's units that must match where it should be
_PRONOUNS = frozenset("him her them it he she they this that these those us me you we i".split())
_MARKS = {"bracket": BRACKET, "ellipsis": ELLIPSIS}


class Found(NamedTuple):
    """A quote found at a place: the words of the document by their number, and every difference."""

    document: int
    segments: tuple[Segment, ...]
    changes: tuple[Change, ...]
    span: Span  # of the document's words, from the first to the last
    opens: int  # the document's word that the quote begins at: not the first one where parts are reordered
    closes: int  # past the one that it ends at
    verdict: Verdict
    similarity: float
    stretch: Stretch


class QuoteUnits(NamedTuple):
    """A passage in canonical units, with the mark that stands before each, and its numbers as units."""

    units: tuple[Canon, ...]
    marks: tuple[int, ...]
    numbers: tuple[Canon, ...]


def quote_units(passage: Passage) -> QuoteUnits:
    """The canonical units of a passage; none reaches over a mark."""
    keys = passage.keys
    edges = sorted({0, len(keys), *(mark.slot for mark in passage.marks)})
    kinds: dict[int, int] = {}
    for mark in passage.marks:
        kinds[mark.slot] = max(kinds.get(mark.slot, NO_MARK), _MARKS[mark.kind])
    units: list[Canon] = []
    marks: list[int] = []
    for low, high in itertools.pairwise(edges):
        for number, unit in enumerate(canonical(keys[low:high], numbers=False, offset=low)):
            units.append(unit)
            marks.append(kinds.get(low, NO_MARK) if number == 0 else NO_MARK)
    numbers = (unit for unit in canonical(keys) if unit.key.startswith("n:"))
    return QuoteUnits(tuple(units), tuple(marks), tuple(numbers))


def exact_place(lookup: Lookup, passage: Passage, first: int) -> Found:
    """A quote found word for word at a place; an ellipsis at its start or end is a mark of its own."""
    length = len(passage.words)
    span = (first, first + length)
    document = lookup.document_at(first)
    segments = (Segment((0, length), span, "same"),)
    stretch = Stretch(lookup, [span])
    edges = ((first, first), (first + length, first + length))
    changes = tuple(changes_of(passage, segments, stretch, edges)) if passage.marks else ()
    return Found(document, segments, changes, span, *span, verdict_of(changes), 1.0, stretch)


def lay_beside(lookup: Lookup, passage: Passage, quote: QuoteUnits, candidate: Candidate) -> Found | None:
    """The quote at one candidate with all differences; None where it is not found there (CONTRACT's definition)."""
    stretch = Stretch(lookup, candidate.windows)
    units = _document_units(stretch, candidate.windows)
    if not units or not quote.units:
        return None
    numbers = stretch.numbers
    places = np.asarray([numbers[unit.start] for unit in units], dtype=np.int64)
    pairs = _pairs(passage, quote, units, stretch, places)
    segments = segments_of(passage, quote.units, stretch, units, pairs)
    segments = merge(passage, join_numbers(passage, quote.numbers, segments, stretch))
    segments = merge(passage, slide_gaps(passage, segments, stretch))
    if is_reordered(segments):
        segments = without_reuse(segments)
    segments = _without_chance(passage, segments, stretch)
    if not segments or not _is_found(passage, segments, stretch):
        return None
    edges = _edges(passage, segments, stretch)
    changes = changes_of(passage, segments, stretch, edges)
    low = min(edges[0][0], *(segment.document[0] for segment in segments))
    high = max(edges[1][1], *(segment.document[1] for segment in segments))
    return Found(
        candidate.document,
        tuple(segments),
        tuple(changes),
        (low, high),
        edges[0][0],
        edges[1][1],
        verdict_of(changes),
        similarity_of(passage, segments, changes),
        stretch,
    )


def _pairs(
    passage: Passage, quote: QuoteUnits, units: Sequence[Canon], stretch: Stretch, places: NDArray[np.int64]
) -> list[Pair]:
    """The alignment of the quote, a long one part by part: each is looked for where the one before it ended.

    A part that is not there is looked for everywhere, a few times for one quote, so that the time for a long quote
    grows with its length.
    """
    pairs: list[Pair] = []
    searches = MOST_SEARCHES
    end: int | None = None
    for start in range(0, len(quote.units), ROWS_AT_ONCE):
        part = quote.units[start : start + ROWS_AT_ONCE]
        marks = quote.marks[start : start + ROWS_AT_ONCE]
        found: list[Pair] = []
        if end is not None:
            low, high = max(0, end - ROWS_AT_ONCE), min(len(units), end + 3 * ROWS_AT_ONCE)
            near = align(_matches(passage, part, units[low:high], stretch), marks, places[low:high])
            found = [pair._replace(document=pair.document + low) for pair in near]
        if searches and sum(pair.same for pair in found) < SHARE_THERE * len(part):
            searches -= 1
            found = align(_matches(passage, part, units, stretch), marks, places)
        if found:
            end = found[-1].document + 1
        pairs += (pair._replace(quote=pair.quote + start) for pair in found)
    return pairs


def _document_units(stretch: Stretch, windows: Sequence[Span]) -> list[Canon]:
    units: list[Canon] = []
    start = 0
    for low, high in windows:
        end = start + high - low
        units += canonical(stretch.keys[start:end], numbers=False, offset=start)
        start = end
    return units


def _matches(
    passage: Passage, part: Sequence[Canon], units: Sequence[Canon], stretch: Stretch
) -> NDArray[np.bool_]:
    numbers: dict[str, int] = {}
    rows = np.asarray([numbers.setdefault(unit.key, len(numbers)) for unit in part])
    columns = np.asarray([numbers.get(unit.key, -1) for unit in units])
    matches: NDArray[np.bool_] = rows[:, None] == columns[None, :]
    for row, unit in enumerate(part):
        word = passage.words[unit.start]
        if word.edited:
            keys = stretch.keys
            matches[row] = [
                other.end - other.start == 1 and _fits(word.before, word.behind, word.key, keys[other.start])
                for other in units
            ]
    return matches


def _fits(before: str, behind: str, whole: str, key: str) -> bool:
    """Whether a word with a bracketed part may be an edit of a document's word: the letters outside stand in it."""
    if key == whole:
        return True
    return len(before) + len(behind) > 1 and key.startswith(before) and key.endswith(behind)


def _are_joined(passage: Passage, left: Segment, right: Segment, stretch: Stretch) -> bool:
    """Whether two segments are passages run together, or stand in another order; a marked gap joins nothing."""
    if right.document[0] < left.document[1]:
        return True
    if any(left.quote[1] <= mark.slot <= right.quote[0] for mark in passage.marks):
        return False
    return is_joint(stretch, (left.quote[1], right.quote[0]), (left.document[1], right.document[0]))


def _words_in(segments: Sequence[Segment]) -> int:
    return sum(segment.quote[1] - segment.quote[0] for segment in segments if segment.kind != "wording")


def _without_chance(passage: Passage, segments: list[Segment], stretch: Stretch) -> list[Segment]:
    """The segments less passages that are joined to the largest one by chance.

    All others, where together they are too little of the quote; else those of fewer than four words from afar.
    """
    segments = [segment for segment in segments if segment.kind != "wording"]
    if not segments:
        return segments
    groups: list[list[Segment]] = [[segments[0]]]
    for left, right in itertools.pairwise(segments):
        if _are_joined(passage, left, right, stretch):
            groups.append([])
        groups[-1].append(right)
    largest = max(groups, key=_words_in)
    if _words_in(segments) < SHARE_OF_JOINED * len(passage.words):
        return largest
    kept = [group for group in groups if _words_in(group) >= FEWEST_IN_A_ROW or _is_near(group, largest)]
    return [segment for group in kept for segment in group]


def _is_near(group: Sequence[Segment], other: Sequence[Segment]) -> bool:
    return abs(group[0].document[0] - other[0].document[0]) <= NEAR


def _is_found(passage: Passage, segments: Sequence[Segment], stretch: Stretch) -> bool:
    """Half of the words in order, four of them in a row, in a stretch not much longer than the quote."""
    total = len(passage.words)
    if total < FEWEST_IN_A_ROW:
        return _words_in(segments) == total
    longest = run = 0
    previous: Segment | None = None
    squeezed: list[
        tuple[int, int]
    ] = []  # where each segment stands, marked gaps and joints taken out, and its words
    at = 0
    for segment in segments:
        length = segment.quote[1] - segment.quote[0]
        if previous is not None:
            skipped = segment.document[0] - previous.document[1]
            marked = any(previous.quote[1] <= mark.slot <= segment.quote[0] for mark in passage.marks)
            adjoins = segment.quote[0] == previous.quote[1] and (
                skipped == 0
                or (marked and 0 <= skipped <= FAR_APART)
                or (0 < skipped <= 2 and _is_filler(passage, stretch, previous, segment))
            )
            run = run if adjoins else 0
            replaced = segment.quote[0] - previous.quote[1]
            at += 0 if marked or skipped < 0 or skipped - replaced > LONGEST_DROP else skipped
        run += length
        longest = max(longest, run)
        squeezed.append((at, length))
        at += segment.document[1] - segment.document[0]
        previous = segment
    if longest < FEWEST_IN_A_ROW:
        return False
    allowed = LONGEST_STRETCH * total
    best = held = tail = 0
    for place, length in squeezed:
        held += length
        while place + length - squeezed[tail][0] > allowed and squeezed[tail][0] < place:
            held -= squeezed[tail][1]
            tail += 1
        best = max(best, held)
    return best >= SHORTEST_SHARE * total


def _is_filler(passage: Passage, stretch: Stretch, left: Segment, right: Segment) -> bool:
    quote, document = (left.quote[1], right.quote[0]), (left.document[1], right.document[0])
    return class_around(passage, stretch, quote, document) == "filler"


def _edges(passage: Passage, segments: Sequence[Segment], stretch: Stretch) -> tuple[Span, Span]:
    """The document words that stand against what the quote has before the first and behind the last word found.

    As many as the quote has, inside the sentence; one for a bracket at the quote's edge, none where that explains
    a pronoun before it.
    """
    first, last = segments[0].document[0], segments[-1].document[1]
    end = len(passage.words)
    before, behind = segments[0].quote[0], end - segments[-1].quote[1]
    brackets = [mark for mark in passage.marks if mark.kind == "bracket"]
    if not before and any(mark.slot == 0 for mark in brackets):
        before = 1
    explains = passage.words[-1].key in _PRONOUNS or stretch.space_before(last).strip() != ""
    if not behind and any(mark.slot == end for mark in brackets) and not explains:
        behind = 1
    low = first
    while first - low < before and stretch.index(low - 1) >= 0 and not stretch.starts_sentence(low):
        low -= 1
    high = last
    while high - last < behind and stretch.index(high) >= 0 and not stretch.starts_sentence(high):
        high += 1
    return (low, first), (last, high)
