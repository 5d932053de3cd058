"""From an alignment to differences: what was added, dropped or changed, and which of it the quote marks itself.

Positions here are words: the quote's by their number in the passage, the document's by their number in the store.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple, cast

from onrecord.check.align import Pair
from onrecord.check.lookup import SENTENCE_START, Lookup
from onrecord.check.passage import EditMark, Passage
from onrecord.check.wording import Canon, canonical, difference_class
from onrecord.findings import TRANSCRIPTION, DifferenceClass
from onrecord.model import Span

LONGEST_DROP = 7  # document words inside one sentence: CONTRACT's bound of an alteration
LONGEST_IN_BRACKET = 12  # document words that one bracket may stand for, inside one sentence
_LONGEST_NUMBER = 12  # words
_LONGEST_SPACE = 400
_SET_OFF = re.compile(r"[,;:.?!…()\[\]\n–—]|--|\s-\s|^\s*$")
_TRAILS_OFF = re.compile(r"…|\.\s?\.|--|[–—]")
_AROUND = 4  # words before and after a difference that tell a filler from a word

SegmentKind = Literal["same", "edited", "filler", "contraction", "number_form", "spelling", "wording"]


class Segment(NamedTuple):
    """Words of the quote beside words of the document, of equal meaning or the same: half-open ranges."""

    quote: Span
    document: Span
    kind: SegmentKind


class Change(NamedTuple):
    """One difference: the words on both sides, its class, and the mark where the quote marks it."""

    quote: Span
    document: Span
    kind: DifferenceClass
    mark: EditMark | None = None


class Stretch:
    """The words of a candidate's windows: folded forms, flags, and each one's number in the store."""

    def __init__(self, numbers: list[int], keys: list[str], flags: list[int], lookup: Lookup) -> None:
        self.numbers = numbers
        self.keys = keys
        self.flags = flags
        self.at = {number: index for index, number in enumerate(numbers)}
        self._lookup = lookup

    def space_before(self, number: int) -> str:
        """What stands between a word and the one before it, in the text of their document."""
        row = self._lookup.document(self._lookup.document_at(min(number, self.numbers[-1])))
        text = self._lookup.text(self._lookup.document_at(min(number, self.numbers[-1])))
        start = self._lookup.spans_at(number - 1, number)[0][1] if number > row.first else 0
        end = self._lookup.spans_at(number, number + 1)[0][0] if number < row.end else len(text)
        return text[start:end] if end - start < _LONGEST_SPACE else "\n"

    def words(self, span: Span) -> list[str]:
        """The folded words of a range of the store; those outside the windows are left out."""
        at, keys = self.at, self.keys
        return (
            [keys[at[number]] for number in range(*span) if number in at] if span[1] - span[0] < 5000 else []
        )

    def starts_sentence(self, number: int) -> bool:
        """Whether a sentence starts at a word."""
        index = self.at.get(number)
        return index is not None and bool(self.flags[index] & SENTENCE_START)


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
    keys = passage.keys
    found = []
    for start, end, first, last in joined:
        ours, theirs = list(keys[start:end]), stretch.words((first, last))
        kind: SegmentKind
        if any(passage.words[at].edited for at in range(start, end)):
            kind = "edited"
        elif ours == theirs or (len(ours) != len(theirs) and "".join(ours) == "".join(theirs)):
            kind = "same"
        else:
            kind = _kind(ours, theirs, stretch, (first, last))
        found.append(Segment((start, end), (first, last), kind))
    return found


def join_numbers(passage: Passage, segments: Sequence[Segment], stretch: Stretch) -> list[Segment]:
    """The segments with numbers made one where both sides say the same one in other words ("5 million", "five m.")."""
    found = list(segments)
    for unit in canonical(passage.keys):
        if not unit.key.startswith("n:"):
            continue
        left = [number for number, segment in enumerate(found) if segment.quote[1] <= unit.start]
        right = [number for number, segment in enumerate(found) if segment.quote[0] >= unit.end]
        first = found[left[-1]].document[1] if left else None
        end = found[right[0]].document[0] if right else None
        document = _number_between(stretch, unit.key, first, end)
        if document is None or stretch.words(document) == list(passage.keys[unit.start : unit.end]):
            continue
        low, high = left[-1] + 1 if left else 0, right[0] if right else len(found)
        found[low:high] = [Segment((unit.start, unit.end), document, "number_form")]
    return found


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
    before = stretch.words((document[0] - _AROUND, document[0]))
    after = stretch.words((document[1], document[1] + _AROUND))
    found = difference_class(ours, theirs, before=before, after=after)
    return cast(SegmentKind, found) if found in TRANSCRIPTION else "wording"


def changes_of(
    passage: Passage, segments: Sequence[Segment], stretch: Stretch, edges: tuple[Span, Span]
) -> list[Change]:
    """Every difference between the quote and the document, in order of the quote.

    `edges` are the document words that stand against quote words before the first segment and behind the last.
    """
    found: list[Change] = []
    found += _edge(passage, stretch, (0, segments[0].quote[0]), edges[0], slots=(0, segments[0].quote[0]))
    for number, segment in enumerate(segments):
        if number:
            found += _between(passage, stretch, segments[number - 1], segment)
        if segment.kind == "edited":
            found.append(Change(segment.quote, segment.document, "bracket"))
        elif segment.kind != "same":
            found.append(Change(segment.quote, segment.document, segment.kind))
    end = len(passage.words)
    found += _edge(
        passage, stretch, (segments[-1].quote[1], end), edges[1], slots=(segments[-1].quote[1], end)
    )
    return found


def _edge(passage: Passage, stretch: Stretch, quote: Span, document: Span, *, slots: Span) -> list[Change]:
    """What stands before the first or behind the last word that was found: brackets there, and words of the quote."""
    found: list[Change] = []
    marks = [mark for mark in passage.marks if slots[0] <= mark.slot <= slots[1]]
    if quote[0] < quote[1]:
        found += _plain_changes(passage, stretch, quote, document)
        document = (document[1], document[1])
    for mark in marks:
        if mark.kind == "bracket":
            found.append(Change((mark.slot, mark.slot), document, "bracket", mark))
        elif not _TRAILS_OFF.search(stretch.space_before(document[1] if slots[0] == 0 else document[0])):
            found.append(Change((mark.slot, mark.slot), (document[0], document[0]), "ellipsis", mark))
    return found


def _between(passage: Passage, stretch: Stretch, left: Segment, right: Segment) -> list[Change]:
    quote = (left.quote[1], right.quote[0])
    document = (left.document[1], right.document[0])
    marks = [mark for mark in passage.marks if quote[0] <= mark.slot <= quote[1]]
    if document[1] < document[0]:
        return [
            *_marked(marks, quote, (document[0], document[0])),
            *([Change(quote, (document[0], document[0]), "wording")] if quote[0] < quote[1] else []),
            Change((quote[1], quote[1]), right.document, "order"),
        ]
    if not marks:
        return _plain_changes(passage, stretch, quote, document)
    if any(mark.kind == "ellipsis" for mark in marks):
        added = [Change(quote, (document[1], document[1]), "wording")] if quote[0] < quote[1] else []
        return [*_marked(marks, quote, document), *added]
    return _bracketed(passage, stretch, marks, quote, document)


def _marked(marks: Sequence[EditMark], quote: Span, document: Span) -> list[Change]:
    """The marks between two words of the quote; the widest gap takes the document's words, an ellipsis first."""
    found: list[Change] = []
    taker = next((mark for mark in marks if mark.kind == "ellipsis"), marks[0] if marks else None)
    for mark in marks:
        taken = document if mark is taker else (document[1], document[1])
        if mark.kind == "bracket" or taken[0] < taken[1]:
            found.append(Change((mark.slot, mark.slot), taken, mark.kind, mark))
    return found


def _bracketed(
    passage: Passage, stretch: Stretch, marks: Sequence[EditMark], quote: Span, document: Span
) -> list[Change]:
    """Brackets alone: they stand for a few words of one sentence; unmatched words beside them replace others."""
    words = quote[1] - quote[0]
    split = min(document[1] - document[0], words)
    if words and marks[0].slot == quote[1]:  # the bracket behind the words
        changed, taken = (document[0], document[0] + split), (document[0] + split, document[1])
    else:
        changed, taken = (document[1] - split, document[1]), (document[0], document[1] - split)
    found = _plain_changes(passage, stretch, quote, changed) if words else []
    length = taken[1] - taken[0]
    if length > LONGEST_IN_BRACKET or (length and _crosses(stretch, taken)):
        found.append(Change((quote[1], quote[1]), taken, "joint"))
        taken = (taken[1], taken[1])
    return [*_marked(marks, quote, taken), *found]


def _plain_changes(passage: Passage, stretch: Stretch, quote: Span, document: Span) -> list[Change]:
    """The unmarked differences between two words that match: fillers by themselves, the rest as one."""
    keys = passage.keys
    found: list[Change] = []
    tail: list[Change] = []
    while True:
        ours, theirs = keys[slice(*quote)], stretch.words(document)
        if not ours and document[0] == document[1]:
            return [*found, *reversed(tail)]
        length = _joined_alike(ours, theirs)
        if length is not None:
            quote = (quote[0] + length[0], quote[1])
            document = (document[0] + length[1], document[1])
            continue
        length = _joined_alike(ours[::-1], theirs[::-1], reverse=True)
        if length is not None:
            quote = (quote[0], quote[1] - length[0])
            document = (document[0], document[1] - length[1])
            continue
        peeled = _peeled(passage, stretch, quote, document)
        if peeled is None:
            break
        change, at_start = peeled
        (found if at_start else tail).append(change)
        q_length, d_length = change.quote[1] - change.quote[0], change.document[1] - change.document[0]
        if at_start:
            quote, document = (quote[0] + q_length, quote[1]), (document[0] + d_length, document[1])
        else:
            quote, document = (quote[0], quote[1] - q_length), (document[0], document[1] - d_length)
    kind: DifferenceClass = (
        "joint" if _is_joint(stretch, quote, document) else _class_around(passage, stretch, quote, document)
    )
    return [*found, Change(quote, document, kind), *reversed(tail)]


def _joined_alike(
    ours: Sequence[str], theirs: Sequence[str], *, reverse: bool = False
) -> tuple[int, int] | None:
    """How many words at the start say the same written together or apart ("re-election"): lengths on both sides."""
    for left in range(1, min(3, len(ours)) + 1):
        for right in range(1, min(3, len(theirs)) + 1):
            if left == right == 1 and ours[0] != theirs[0]:
                continue
            one, other = ours[:left], theirs[:right]
            if reverse:
                one, other = one[::-1], other[::-1]
            if "".join(one) == "".join(other):
                return left, right
    return None


def _peeled(passage: Passage, stretch: Stretch, quote: Span, document: Span) -> tuple[Change, bool] | None:
    """A filler at the start or end of a difference, on either side; None where there is none, or nothing else."""
    for length in (2, 1):
        for at_start in (True, False):
            for side in ("document", "quote"):
                first, end = document if side == "document" else quote
                if end - first < length:
                    continue
                part = (first, first + length) if at_start else (end - length, end)
                if side == "document":
                    other = quote[0] if at_start else quote[1]
                    change = ((other, other), part)
                else:
                    other = document[0] if at_start else document[1]
                    change = (part, (other, other))
                if _class_around(passage, stretch, *change) == "filler":
                    return Change(*change, "filler"), at_start
    return None


def _class_around(passage: Passage, stretch: Stretch, quote: Span, document: Span) -> DifferenceClass:
    keys = passage.keys
    ours, theirs = keys[slice(*quote)], stretch.words(document)
    if theirs or not ours:
        before = stretch.words((document[0] - _AROUND, document[0]))
        after = stretch.words((document[1], document[1] + _AROUND))
    else:
        before = list(keys[max(0, quote[0] - _AROUND) : quote[0]])
        after = list(keys[quote[1] : quote[1] + _AROUND])
    set_off = len(ours) + len(theirs) <= 2 and _is_set_off(passage, stretch, quote, document)
    return difference_class(ours, theirs, before=before, after=after, set_off=set_off)


def _is_set_off(passage: Passage, stretch: Stretch, quote: Span, document: Span) -> bool:
    """Whether commas, dashes or stops stand on both sides of words that only one side has."""
    if document[0] < document[1]:
        return all(_SET_OFF.search(stretch.space_before(number)) for number in document)
    words, text = passage.words, passage.text
    before = text[words[quote[0] - 1].end if quote[0] else 0 : words[quote[0]].start]
    behind = text[words[quote[1] - 1].end : words[quote[1]].start if quote[1] < len(words) else len(text)]
    return bool(
        (_SET_OFF.search(before) or not quote[0]) and (_SET_OFF.search(behind) or quote[1] == len(words))
    )


def _is_joint(stretch: Stretch, quote: Span, document: Span) -> bool:
    """Whether a difference drops too much to be one alteration: too many words, or over a sentence's end."""
    excess = (document[1] - document[0]) - (quote[1] - quote[0])
    return excess > LONGEST_DROP or (excess > 0 and _crosses(stretch, document))


def _crosses(stretch: Stretch, document: Span) -> bool:
    """Whether a sentence ends between the words on either side of what was dropped."""
    return any(stretch.starts_sentence(number) for number in range(document[0], document[1] + 1))
