"""From aligned units to segments: words of the quote beside words of the document that say the same.

Positions here are words: the quote's by their number in the passage, the document's by their number in the store.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple, cast

from onrecord.check.align import Pair
from onrecord.check.lookup import SENTENCE_START, TURN_START, Lookup
from onrecord.check.passage import Passage
from onrecord.check.wording import Canon, canonical, difference_class
from onrecord.findings import TRANSCRIPTION
from onrecord.model import Span

AROUND = 4  # words before and after a difference that tell a filler from a word
_LONGEST_NUMBER = 12  # words
_LONGEST_SPACE = 400  # characters
_HYPHEN = re.compile(r"\s*[-‐‑‒–\u00ad]\s*")
_LONGEST_SLIDE = 40  # words

SegmentKind = Literal["same", "edited", "filler", "contraction", "number_form", "spelling", "wording"]


class Segment(NamedTuple):
    """Words of the quote beside words of the document, of equal meaning or the same: half-open ranges."""

    quote: Span
    document: Span
    kind: SegmentKind


class Stretch:
    """The words of some windows of one document: their numbers in the store, folded forms and flags."""

    def __init__(self, lookup: Lookup, windows: Sequence[Span]) -> None:
        self.windows = tuple(windows)
        self.numbers: list[int] = []
        ids: list[int] = []
        self.flags: list[int] = []
        for low, high in windows:
            self.numbers += range(low, high)
            ids += lookup.words_at(low, high)
            self.flags += lookup.flags_at(low, high)
        self.keys = lookup.keys(ids)
        self._lookup = lookup

    def index(self, number: int) -> int:
        """Where in `keys` a word of the store is; -1 for one outside the windows."""
        before = 0
        for low, high in self.windows:
            if low <= number < high:
                return before + number - low
            before += high - low
        return -1

    def space_before(self, number: int) -> str:
        """What stands between a word and the one before it, in the text of their document."""
        row = self._lookup.document(self._lookup.document_at(min(number, self.numbers[-1])))
        text = self._lookup.text(self._lookup.document_at(min(number, self.numbers[-1])))
        start = self._lookup.spans_at(number - 1, number)[0][1] if number > row.first else 0
        end = self._lookup.spans_at(number, number + 1)[0][0] if number < row.end else len(text)
        return text[start:end] if end - start < _LONGEST_SPACE else "\n"

    def words(self, span: Span) -> list[str]:
        """The folded words of a range of the store; those outside the windows are left out."""
        first, end = span
        before = 0
        found: list[str] = []
        for low, high in self.windows:
            if first < high and low < end:
                found += self.keys[before + max(first, low) - low : before + min(end, high) - low]
            before += high - low
        return found

    def starts_turn(self, number: int) -> bool:
        """Whether a turn starts at a word."""
        index = self.index(number)
        return index >= 0 and bool(self.flags[index] & TURN_START)

    def starts_sentence(self, number: int) -> bool:
        """Whether a sentence starts at a word."""
        index = self.index(number)
        return index >= 0 and bool(self.flags[index] & SENTENCE_START)


def segments_of(
    passage: Passage,
    units: Sequence[Canon],
    stretch: Stretch,
    document_units: Sequence[Canon],
    pairs: Sequence[Pair],
) -> list[Segment]:
    """The matched pairs of units as ranges of words, in order of the quote; units that share words are joined."""
    joined: list[tuple[int, int, int, int]] = []
    numbers = stretch.numbers
    for pair in pairs:
        if not pair.same:
            continue
        one, other = units[pair.quote], document_units[pair.document]
        row = (one.start, one.end, numbers[other.start], numbers[other.end - 1] + 1)
        if joined and (row[0] < joined[-1][1] or joined[-1][2] <= row[2] < joined[-1][3]):
            before = joined[-1]
            row = (before[0], max(before[1], row[1]), min(before[2], row[2]), max(before[3], row[3]))
            joined[-1] = row
        else:
            joined.append(row)
    keys, words = passage.keys, passage.words
    found = []
    for start, end, first, last in joined:
        kind: SegmentKind
        if any(word.edited for word in words[start:end]):
            kind = "edited"
        elif _is_same_word(passage, stretch, (start, end), (first, last)) or same_but_hyphens(
            passage, stretch, (start, end), (first, last)
        ):
            kind = "same"
        else:
            kind = _kind(keys[start:end], stretch.words((first, last)), stretch, (first, last))
        found.append(Segment((start, end), (first, last), kind))
    return found


def _is_same_word(passage: Passage, stretch: Stretch, quote: Span, document: Span) -> bool:
    """The common case, told quickly: one word on each side, and the same."""
    alone = quote[1] - quote[0] == 1 == document[1] - document[0]
    return alone and stretch.keys[stretch.index(document[0])] == passage.keys[quote[0]]


def same_but_hyphens(passage: Passage, stretch: Stretch, quote: Span, document: Span) -> bool:
    """Whether words are the same, or the same letters written apart with hyphens or as single letters ("U S").

    Without a hyphen the words apart may be other words ("not able", "notable"), and figures always are.
    """
    ours, theirs = list(passage.keys[slice(*quote)]), stretch.words(document)
    if ours == theirs:
        return True
    if len(ours) == len(theirs) or "".join(ours) != "".join(theirs) or not "".join(ours).isalpha():
        return False
    words, text = passage.words, passage.text
    spaces = [text[words[at - 1].end : words[at].start] for at in range(quote[0] + 1, quote[1])]
    others = [stretch.space_before(at) for at in range(document[0] + 1, document[1])]
    hyphened = all(_HYPHEN.fullmatch(space) for space in spaces + others)
    return hyphened or max(ours, theirs, key=len) == list("".join(ours))


def merge(passage: Passage, segments: Sequence[Segment]) -> list[Segment]:
    """The segments with those of the same words that follow each other on both sides made one, up to a mark."""
    found: list[Segment] = []
    slots = {mark.slot for mark in passage.marks}
    for segment in segments:
        last = found[-1] if found else None
        if (
            last is not None
            and last.kind == segment.kind == "same"
            and last.quote[1] == segment.quote[0]
            and segment.quote[0] not in slots
            and last.document[1] == segment.document[0]
        ):
            found[-1] = Segment(
                (last.quote[0], segment.quote[1]), (last.document[0], segment.document[1]), "same"
            )
        else:
            found.append(segment)
    return found


def without_reuse(segments: Sequence[Segment]) -> list[Segment]:
    """The segments less those that lie on document words of a longer one: nothing can be quoted from there twice."""
    kept: list[Segment] = []
    for segment in sorted(segments, key=_longest_first):
        low, high = segment.document
        if not any(low < other.document[1] and other.document[0] < high for other in kept):
            kept.append(segment)
    return sorted(kept, key=_by_quote)


def _longest_first(segment: Segment) -> tuple[int, Span]:
    return segment.quote[0] - segment.quote[1], segment.quote


def _by_quote(segment: Segment) -> Span:
    return segment.quote


def is_reordered(segments: Sequence[Segment]) -> bool:
    """Whether a later segment of the quote stands before an earlier one in the document."""
    return any(right.document[0] < left.document[1] for left, right in pairwise(segments))


def slide_gaps(passage: Passage, segments: Sequence[Segment], stretch: Stretch) -> list[Segment]:
    """The segments with each gap between them moved to where a turn or sentence begins, if the words allow it.

    Of "it. [He did. He] didn't" and "it. [He did.] He didn't" the second is what was left out.
    """
    found = list(segments)
    for number in range(1, len(found)):
        left, right = found[number - 1], found[number]
        if left.kind != "same" or right.kind != "same" or left.quote[1] != right.quote[0]:
            continue
        if right.document[0] <= left.document[1] or _fits(stretch, left, right, 0):
            continue
        for step in _steps(passage, left, right, stretch):
            if _fits(stretch, left, right, step):
                found[number - 1] = Segment(
                    (left.quote[0], left.quote[1] + step), (left.document[0], left.document[1] + step), "same"
                )
                found[number] = Segment(
                    (right.quote[0] + step, right.quote[1]),
                    (right.document[0] + step, right.document[1]),
                    "same",
                )
                break
    return found


def _fits(stretch: Stretch, left: Segment, right: Segment, step: int) -> bool:
    after = right.document[0] + step
    first = left.document[1] + step
    return stretch.starts_turn(after) or (stretch.starts_sentence(after) and stretch.starts_sentence(first))


def _steps(passage: Passage, left: Segment, right: Segment, stretch: Stretch) -> list[int]:
    """By how many words the gap between two segments can be moved, back or on, nearest first."""
    steps: list[int] = []
    for way in (-1, 1):
        for length in range(1, _LONGEST_SLIDE):
            side = left if way < 0 else right
            if side.quote[1] - side.quote[0] <= length:
                break
            lost = left.document[1] - length if way < 0 else left.document[1] + length - 1
            gained = right.document[0] - length if way < 0 else right.document[0] + length - 1
            if stretch.words((lost, lost + 1)) != stretch.words((gained, gained + 1)):
                break
            if any(mark.slot == left.quote[1] for mark in passage.marks):
                break
            steps.append(way * length)
    return sorted(steps, key=abs)


def join_numbers(
    passage: Passage, numbers: Sequence[Canon], segments: Sequence[Segment], stretch: Stretch
) -> list[Segment]:
    """The segments with numbers made one where both sides say the same one in other words ("5 million", "five m.").

    `numbers` are those of the quote, as `onrecord.check.wording.canonical` gives them.
    """
    found = list(segments)
    for unit in numbers:
        left = [number for number, segment in enumerate(found) if segment.quote[1] <= unit.start]
        right = [number for number, segment in enumerate(found) if segment.quote[0] >= unit.end]
        low, high = left[-1] + 1 if left else 0, right[0] if right else len(found)
        if _stands_there(found[low:high], unit):
            continue
        first = found[left[-1]].document[1] if left else None
        end = found[right[0]].document[0] if right else None
        document = _number_between(stretch, unit.key, first, end)
        if document is not None and stretch.words(document) != list(passage.keys[unit.start : unit.end]):
            found[low:high] = [Segment((unit.start, unit.end), document, "number_form")]
    return found


def _stands_there(segments: Sequence[Segment], unit: Canon) -> bool:
    """Whether the words of a number stand in the document one after the other, as they are."""
    words = sum(segment.quote[1] - segment.quote[0] for segment in segments if segment.kind == "same")
    if not segments or words < unit.end - unit.start:
        return False
    return segments[-1].document[1] - segments[0].document[0] == words


def _number_between(stretch: Stretch, key: str, first: int | None, end: int | None) -> Span | None:
    """The document's words for a number that stands between two words, or beside the one that is known."""
    if first is not None and end is not None:
        if not 0 < end - first <= _LONGEST_NUMBER:
            return None
        units = canonical(stretch.words((first, end)))
        return (first, end) if [unit.key for unit in units] == [key] else None
    if first is not None:
        units = canonical(stretch.words((first, first + _LONGEST_NUMBER)))[:1]
        return (first, first + units[0].end) if units and units[0].key == key else None
    if end is not None:
        words = stretch.words((end - _LONGEST_NUMBER, end))
        units = canonical(words)[-1:]
        return (end - len(words) + units[0].start, end) if units and units[0].key == key else None
    return None


def _kind(ours: Sequence[str], theirs: Sequence[str], stretch: Stretch, document: Span) -> SegmentKind:
    """The class of two runs of words with equal canonical units: they may still differ ("would" and "had")."""
    before = stretch.words((document[0] - AROUND, document[0]))
    after = stretch.words((document[1], document[1] + AROUND))
    found = difference_class(ours, theirs, before=before, after=after)
    return cast(SegmentKind, found) if found in TRANSCRIPTION else "wording"
