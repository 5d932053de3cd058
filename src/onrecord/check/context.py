"""What stands around a passage in its document, word for word: sentences, the question, and what gaps left out."""

import re

from onrecord.check.differences import Change
from onrecord.check.lookup import SENTENCE_START, Lookup
from onrecord.check.place import Found
from onrecord.findings import Context
from onrecord.model import Span

LONGEST_SIDE = 1_500  # characters of context on each side
LONGEST_QUESTION = 400  # characters; of a longer turn, its last sentences
LONGEST_DROPPED = 20_000  # characters of one gap that are given; more are cut with a note
_FURTHEST = 400  # words looked at for a sentence's edge
_SENTENCE = re.compile(r"(?:^|(?<=[.?!\n]))\s*\S")


class Sentences:
    """Where the sentences around a place begin and end, in words of the store."""

    def __init__(self, lookup: Lookup, found: Found) -> None:
        row = lookup.document(found.document)
        self.low = max(row.first, found.opens - _FURTHEST)
        self.high = min(row.end, found.closes + _FURTHEST)
        self._before = lookup.flags_at(self.low, found.opens + 1)
        self._behind = lookup.flags_at(found.closes, self.high)
        self.found = found

    def start(self, *, skip: int = 0) -> int:
        """The first word of the sentence that the passage begins in, or of one `skip` sentences before it."""
        for index in range(len(self._before) - 1, -1, -1):
            if self._before[index] & SENTENCE_START:
                at = self.low + index
                if not skip:
                    return at
                skip -= 1
        return self.low

    def end(self, *, skip: int = 0) -> int:
        """The end of the sentence that the passage ends in, or of one `skip` sentences behind it."""
        for index, flag in enumerate(self._behind):
            if flag & SENTENCE_START:
                if not skip:
                    return self.found.closes + index
                skip -= 1
        return self.high


def context_of(lookup: Lookup, found: Found, span: Span) -> Context:
    """The sentence before and after (with what is left of the passage's own), and the question it answers.

    `span` is the passage's in the document's text, in characters.
    """
    text = lookup.text(found.document)
    sentences = Sentences(lookup, found)
    low, high = sentences.start(skip=1), sentences.end(skip=1)
    start = _first_character(lookup, low, span[0]) if low < found.span[0] else span[0]
    end = lookup.spans_at(high - 1, high)[0][1] if high > found.span[1] else span[1]
    end = _with_stop(text, end) if end > span[1] else _with_stop(text, span[1])
    before = text[max(start, span[0] - LONGEST_SIDE) : span[0]]
    after = text[_with_stop(text, span[1]) : min(end, span[1] + LONGEST_SIDE)]
    return Context(before=before.strip(), after=after.strip(), question=question_before(lookup, found))


def _first_character(lookup: Lookup, word: int, fallback: int) -> int:
    found = lookup.spans_at(word, word + 1)
    return min(found[0][0], fallback)


def _with_stop(text: str, end: int) -> int:
    """Past the stop and the marks that close a sentence."""
    while end < len(text) and text[end] in ".?!…\"”’')]":
        end += 1
    return end


def question_before(lookup: Lookup, found: Found) -> str | None:
    """The question that the passage answers: what somebody else says before it, up to the last question mark."""
    turn = lookup.turn_at(found.span[0])
    row = lookup.document(found.document)
    if turn.first <= row.first:
        return None
    asked = lookup.turn_at(turn.first - 1)
    if asked.speaker == turn.speaker and not asked.asks:
        return None
    spans = lookup.spans_at(max(asked.first, row.first, turn.first - _FURTHEST), turn.first)
    if not spans:
        return None
    text = lookup.text(found.document)
    words = text[spans[0][0] : _with_stop(text, spans[-1][1])]
    last = words.rfind("?")
    if last < 0:
        return words.strip()[-LONGEST_QUESTION:] if asked.asks else None
    asking = words[: _with_stop(words, last)]
    if len(asking) > LONGEST_QUESTION:
        starts = [match.start() for match in _SENTENCE.finditer(asking)]
        asking = asking[
            next((start for start in starts if len(asking) - start <= LONGEST_QUESTION), starts[-1]) :
        ]
    return asking.strip() or None


def dropped_of(lookup: Lookup, found: Found) -> tuple[str, ...]:
    """What each marked gap left out, word for word, in order of the quote."""
    return tuple(words_between(lookup, found, change.document) for change in found.changes if _is_gap(change))


def _is_gap(change: Change) -> bool:
    return change.kind == "ellipsis" and change.document[0] < change.document[1]


def words_between(lookup: Lookup, found: Found, words: Span) -> str:
    """The text of a run of words of a document, with the stop behind it; a very long one is cut with a note."""
    text = lookup.text(found.document)
    (start, _), (_, end) = (
        lookup.spans_at(words[0], words[0] + 1)[0],
        lookup.spans_at(words[1] - 1, words[1])[0],
    )
    end = _with_stop(text, end)
    if end - start > LONGEST_DROPPED:
        return (
            f"{text[start : start + LONGEST_DROPPED]} [… {end - start - LONGEST_DROPPED:,} characters more]"
        )
    return text[start:end]
