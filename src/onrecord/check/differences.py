"""From segments to differences: what was added, dropped or changed, and which of it the quote marks itself.

Positions here are words: the quote's by their number in the passage, the document's by their number in the store.
"""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.check.passage import EditMark, Passage
from onrecord.check.segments import AROUND, Segment, Stretch, same_but_hyphens
from onrecord.check.wording import difference_class
from onrecord.findings import DifferenceClass
from onrecord.model import Span

LONGEST_DROP = 7  # document words inside one sentence: CONTRACT's bound of an alteration
LONGEST_IN_BRACKET = 12  # document words that one bracket may stand for, inside one sentence
_SET_OFF = re.compile(r"[,;:.?!…\n–—]|--|\s-\s|^$")
_TRAILS_OFF = re.compile(r"…|\.\s?\.|--|[–—]")


class Change(NamedTuple):
    """One difference: the words on both sides, its class, and the mark where the quote marks it."""

    quote: Span
    document: Span
    kind: DifferenceClass
    mark: EditMark | None = None


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
            found += _between(passage, stretch, segments[number - 1], segment, segments)
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


def _between(
    passage: Passage, stretch: Stretch, left: Segment, right: Segment, segments: Sequence[Segment]
) -> list[Change]:
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
        elsewhere = [row.document for row in segments if document[0] <= row.document[0] < document[1]]
        if elsewhere:  # words of this gap stand at another place of the quote
            return _around(passage, stretch, quote, document, elsewhere)
        return _plain_changes(passage, stretch, quote, document)
    if any(mark.kind == "ellipsis" for mark in marks):
        added = [Change(quote, (document[1], document[1]), "wording")] if quote[0] < quote[1] else []
        return [*_marked(marks, quote, document), *added]
    return _bracketed(passage, stretch, marks, quote, document)


def _around(
    passage: Passage, stretch: Stretch, quote: Span, document: Span, elsewhere: Sequence[Span]
) -> list[Change]:
    """The differences of a gap less the stretches that the quote has at another place."""
    found: list[Change] = []
    start = document[0]
    for low, high in [*sorted(elsewhere), (document[1], document[1])]:
        if start < low or quote[0] < quote[1]:
            found += _plain_changes(passage, stretch, quote, (start, max(start, low)))
            quote = (quote[1], quote[1])
        start = max(start, high)
    return found


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
    quote, document = _without_joined(passage, stretch, quote, document)
    if quote[0] == quote[1] and document[0] == document[1]:
        return []
    if is_joint(stretch, quote, document) and not _is_loose_filler(passage, stretch, quote, document):
        return [Change(quote, document, "joint")]
    found: list[Change] = []
    tail: list[Change] = []
    while quote[0] < quote[1] or document[0] < document[1]:
        peeled = _peeled(passage, stretch, quote, document)
        if peeled is None:
            found.append(Change(quote, document, class_around(passage, stretch, quote, document)))
            break
        change, at_start = peeled
        (found if at_start else tail).append(change)
        if at_start:
            quote, document = (change.quote[1], quote[1]), (change.document[1], document[1])
        else:
            quote, document = (quote[0], change.quote[0]), (document[0], change.document[0])
    return [*found, *reversed(tail)]


def _without_joined(passage: Passage, stretch: Stretch, quote: Span, document: Span) -> tuple[Span, Span]:
    """A difference less the words at its ends that differ by a hyphen alone ("re-election")."""
    while quote[0] < quote[1] and document[0] < document[1]:
        sizes = list(itertools.product(range(1, 4), range(1, 4)))
        for ours, theirs in sizes:
            first = (quote[0], quote[0] + ours), (document[0], document[0] + theirs)
            if (
                first[0][1] <= quote[1]
                and first[1][1] <= document[1]
                and same_but_hyphens(passage, stretch, *first)
            ):
                quote, document = (first[0][1], quote[1]), (first[1][1], document[1])
                break
            last = (quote[1] - ours, quote[1]), (document[1] - theirs, document[1])
            if (
                last[0][0] >= quote[0]
                and last[1][0] >= document[0]
                and same_but_hyphens(passage, stretch, *last)
            ):
                quote, document = (quote[0], last[0][0]), (document[0], last[1][0])
                break
        else:
            break
    return quote, document


def _is_loose_filler(passage: Passage, stretch: Stretch, quote: Span, document: Span) -> bool:
    """Whether nothing but fillers were dropped, at a sentence's start or end and not a whole sentence."""
    whole = stretch.starts_sentence(document[0]) and stretch.starts_sentence(document[1])
    inside = any(stretch.starts_sentence(number) for number in range(document[0] + 1, document[1]))
    return not whole and not inside and class_around(passage, stretch, quote, document) == "filler"


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
                if class_around(passage, stretch, *change) == "filler":
                    return Change(*change, "filler"), at_start
    return None


def class_around(passage: Passage, stretch: Stretch, quote: Span, document: Span) -> DifferenceClass:
    keys = passage.keys
    ours, theirs = keys[slice(*quote)], stretch.words(document)
    if theirs or not ours:
        before = stretch.words((document[0] - AROUND, document[0]))
        after = stretch.words((document[1], document[1] + AROUND))
    else:
        before = list(keys[max(0, quote[0] - AROUND) : quote[0]])
        after = list(keys[quote[1] : quote[1] + AROUND])
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


def is_joint(stretch: Stretch, quote: Span, document: Span) -> bool:
    """Whether a difference drops too much to be one alteration: too many words, or over a sentence's end.

    Dropped words run over a sentence's end where one ends between the words on either side of them, replaced ones
    where one ends inside them.
    """
    words = quote[1] - quote[0]
    excess = (document[1] - document[0]) - words
    if excess > LONGEST_DROP:
        return True
    return excess > 0 and _crosses(stretch, (document[0] + 1, document[1] - 1) if words else document)


def _crosses(stretch: Stretch, document: Span) -> bool:
    return any(stretch.starts_sentence(number) for number in range(document[0], document[1] + 1))
