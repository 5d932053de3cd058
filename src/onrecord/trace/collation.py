"""Printings laid beside one text, word by word: where each departs from it, and which of its words each keeps.

This is what editors of old texts call collation: all witnesses are compared with one base text, and every departure
is a *reading* at a place of the base (Maas, Textual Criticism, 1958). The base is the document that has the words,
or, where no document does, the fullest printing. The comparison itself is the check's (`onrecord.check`), so that a
reading has the class of a check's difference.
"""

import bisect
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.check.documents import document_from_text
from onrecord.check.index import index_texts
from onrecord.check.quote import LONGEST_QUOTE, check_passage
from onrecord.findings import TRANSCRIPTION, Check, Difference, Verdict
from onrecord.model import Span
from onrecord.text import sentences
from onrecord.words import Word, words

# Readings of the last two kinds are words left off inside a sentence, at a printing's start and end.
CUTS = ("cut_start", "cut_end")
GAPS = frozenset(["ellipsis", "joint"])
_AT_EDGE = 4  # characters: an ellipsis there marks the cut, with a stop or a bracket behind it


class Reading(NamedTuple):
    """A departure from the base: the words there (`low` to `high`, half-open), and what the printing has instead.

    `reads` are the printing's folded words, and `before` and `after` both sides as they are written. `kind` is a
    check's class of difference, or one of `CUTS`. `natural` says that the place begins and ends at punctuation, as a
    clause does that many a hand would leave out.
    """

    low: int
    high: int
    reads: tuple[str, ...]
    kind: str
    before: str
    after: str
    natural: bool = False

    @property
    def gap(self) -> bool:
        """Whether the printing has nothing there."""
        return self.low < self.high and not self.reads

    @property
    def light(self) -> bool:
        """Whether two hands would make the same change unasked: spelling, contractions, figures, fillers."""
        return self.kind in TRANSCRIPTION


class Collated(NamedTuple):
    """One printing beside the base: its readings in order, which base words it keeps, and how far it reaches.

    `kept` are the numbers of base words that the printing has, in the same or only lightly other form; `reach` is
    the range of base words from its first to its last. `places` are where each reading stands in the printing's
    text; an empty span where words are left out.
    """

    readings: tuple[Reading, ...]
    kept: frozenset[int]
    reach: Span
    verdict: Verdict
    places: tuple[Span, ...] = ()


class Base(NamedTuple):
    """The text that printings are laid beside: its words, and the range of words of each of its sentences."""

    text: str
    words: tuple[Word, ...]
    sentences: tuple[Span, ...]


def read_base(text: str, *, whole: bool = False) -> Base:
    """A text as a base; with `whole` it counts as one sentence, so that all that is left off counts as cut."""
    asides = document_from_text(text).asides
    found = tuple(word for word in words(text) if not any(low <= word.start < high for low, high in asides))
    starts = [word.start for word in found]
    spans = [(0, len(text))] if whole else sentences(text)
    ranges = [(bisect.bisect_left(starts, low), bisect.bisect_left(starts, high)) for low, high in spans]
    return Base(text, found, tuple(span for span in ranges if span[0] < span[1]))


def collate(base: Base, texts: Sequence[str]) -> list[Collated | None]:
    """Each text beside the base; None for one that shares too little with it to be laid beside it."""
    if not base.words:
        return [None] * len(texts)
    with index_texts([document_from_text(base.text)]) as index:
        checks = [
            check_passage(text, index, versions=False) if 0 < len(text) <= LONGEST_QUOTE else None
            for text in texts
        ]
    return [None if check is None or check.document is None else _collated(base, check) for check in checks]


def _collated(base: Base, check: Check) -> Collated:
    starts = [word.start for word in base.words]
    ends = [word.end for word in base.words]
    readings: list[tuple[Reading, Span]] = []
    kept: set[int] = set()
    for piece in check.pieces:
        kept.update(range(*_range(starts, ends, piece.document)))
    for difference in check.differences:
        if difference.kind == "order":
            low = bisect.bisect_right(ends, difference.document[0])
            readings.append((Reading(low, low, (), "order", "", ""), difference.quote))
            continue
        reading = _reading(base, starts, ends, check, difference)
        if reading.low < reading.high and not reading.light:
            kept.difference_update(range(reading.low, reading.high))
        if reading.low < reading.high or reading.reads:  # else an ellipsis over nothing
            readings.append((reading, difference.quote))
    low, high = min(kept, default=0), max(kept, default=-1) + 1
    readings = sorted([*_cuts(base, check, low, high), *readings])
    return Collated(
        tuple(reading for reading, _ in readings),
        frozenset(kept),
        (low, high),
        check.verdict,
        tuple(place for _, place in readings),
    )


def _range(starts: Sequence[int], ends: Sequence[int], span: Span) -> Span:
    """The words of a span of characters; an empty range where a word could stand, for an empty one."""
    low = bisect.bisect_right(ends, span[0])
    return low, max(low, bisect.bisect_left(starts, span[1]))


def _reading(
    base: Base, starts: Sequence[int], ends: Sequence[int], check: Check, difference: Difference
) -> Reading:
    low, high = _range(starts, ends, difference.document)
    after = check.text[slice(*difference.quote)]
    gap = difference.kind in GAPS
    return Reading(
        low,
        high,
        () if gap else tuple(word.key for word in words(after)),
        difference.kind,
        written(base, low, high),
        "…" if difference.kind == "ellipsis" else after,
        _is_clause(base, low, high),
    )


def _cuts(base: Base, check: Check, low: int, high: int) -> Iterator[tuple[Reading, Span]]:
    """What is left off inside a sentence before the first word and behind the last; an ellipsis there marks it."""
    marked = [difference.quote for difference in check.differences if difference.kind == "ellipsis"]
    length = len(check.text)
    first = next((span for span in marked if span[0] < _AT_EDGE), None)
    last = next((span for span in marked if span[1] > length - _AT_EDGE), None)
    opens, closes = ("ellipsis" if first else "cut_start"), ("ellipsis" if last else "cut_end")
    for start, end in base.sentences:
        if start < low < end:
            reading = Reading(
                start, low, (), opens, written(base, start, low), "", _is_clause(base, start, low)
            )
            yield reading, first or (0, 0)
        if start < high < end:
            reading = Reading(
                high, end, (), closes, written(base, high, end), "", _is_clause(base, high, end)
            )
            yield reading, last or (length, length)


def _is_clause(base: Base, low: int, high: int) -> bool:
    """Whether punctuation, or an end of the text, stands on both sides of some words."""
    return _is_parted(base, low) and _is_parted(base, high)


def _is_parted(base: Base, number: int) -> bool:
    if not 0 < number < len(base.words):
        return True
    return bool(base.text[base.words[number - 1].end : base.words[number].start].strip())


def written(base: Base, low: int, high: int) -> str:
    """Some of the base's words as they are written, on one line."""
    if low >= high:
        return ""
    return " ".join(base.text[base.words[low].start : base.words[high - 1].end].split())
