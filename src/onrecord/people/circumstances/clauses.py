"""The sentence of a cue with all that is quoted hidden, and whether a stretch of it begins another clause.

Looks at a bounded window around the cue, so the work for one quotation does not grow with the article.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.model import Article, Quotation, Span
from onrecord.people.tables.dates import (
    CLAUSE,
    DETERMINERS,
    ISSUED,
    NO_VERB_ED,
    NO_VERB_ING,
    SPEAKING,
    TELLING,
    VERB,
)
from onrecord.text import sentences

REACH = 1200  # code points looked at on each side of the cue
_MOST_NEAR = 200  # other quotations looked at around one cue
HIDDEN = "\x00"  # stands for each code point of what is quoted
_TITLE = "\x02"  # and of what stands in quotation marks besides: a title, a word taken up
WORD = re.compile(r"[^\W_][\w’'.&-]*")

_FUTURE = re.compile(
    r"\b(?:will|shall|plans?|planning|intends?|expects?|expected|scheduled|slated|due|set|going|is|are)\s(?:\w+\s)?to\b"
    r"|\b(?:will|won[’']t|shall)\b|[’']ll\b"
)
_DATELINE = re.compile(
    r"[^\w\n]{0,4}[A-Z][A-Z.’' -]{2,40}\b[^\n—–]{0,60}?(?:[—–]|\s--?\s)|\([A-Z][\w .]{1,30}\)\s?(?:[—–]|--?)"
)
_QUOTED = re.compile(r"“[^“”\n]{0,1200}”|\"[^\"\n]{0,1200}\"|''[^\n]{0,600}?''|[‘][^‘’\n]{0,60}[’]")
_DOCUMENT = re.compile(rf"\b(?!interview|book|memoir){TELLING}\b", re.IGNORECASE)


class _Spans:
    """Spans that can be asked which of them touch a window; looks at a bounded number of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]
        self._reach: list[int] = []
        for _, end in self._spans:
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))

    def touching(self, start: int, end: int) -> list[Span]:
        place = bisect_left(self._starts, end)
        found = []
        for number in range(place - 1, max(-1, place - 1 - _MOST_NEAR), -1):
            if self._reach[number] <= start:
                break
            if self._spans[number][1] > start:
                found.append(self._spans[number])
        return found


class Told:
    """What in one field is quoted, and where all the cues stand."""

    def __init__(self, article: Article, field: str, quotations: Sequence[Quotation]) -> None:
        self.marks = _Spans(mark.span for mark in article.marks if mark.field == field)
        self.contents = _Spans(span for one in quotations for span in one.content)
        self.cues = _Spans(span for one in quotations for span in one.cue)


class Clause(NamedTuple):
    """The sentence of a cue with all that is quoted hidden; positions count from the sentence's start."""

    text: str
    cues: list[Span]
    sources: list[Span]
    others: list[Span]
    dateline: int
    future: bool
    earlier: str  # the two sentences before, of the same paragraph

    @property
    def core(self) -> Span:
        """From the first to the last of the cue's and the source's words."""
        parts = [*self.cues, *self.sources]
        return min(start for start, _ in parts), max(end for _, end in parts)


def clause_of(text: str, quotation: Quotation, told: Told) -> Clause | None:
    """The clause of a quotation's cue (of its source where it has no cue); None where no sentence holds it."""
    spans = [
        (start, end) for start, end in quotation.cue or quotation.source if 0 <= start < end <= len(text)
    ]
    if not spans:
        return None
    at = spans[0]
    low = max(0, at[0] - REACH, text.rfind("\n", max(0, at[0] - REACH), at[0]) + 1)
    stop = text.find("\n", at[0], at[0] + REACH)
    high = stop if stop >= 0 else min(len(text), at[0] + REACH)
    window = _hide(text, low, high, at, quotation, told)
    parts = sentences(text[low:high])
    here = next((number for number, (start, end) in enumerate(parts) if start <= at[0] - low < end), None)
    if here is None:
        return None
    start, end = parts[here]
    first, last = low + start, low + end
    cues = _clip(quotation.cue, low, high)
    own = _clip(quotation.cue, first, last)
    shown = window[start:end]
    dateline = _DATELINE.match(shown)
    return Clause(
        text=shown,
        cues=own or _clip(quotation.source, first, last),
        sources=_clip(quotation.source, first, last),
        others=[span for span in _clip(told.cues.touching(first, last), first, last) if span not in own],
        dateline=dateline.end() if dateline else 0,
        future=any(_FUTURE.search(window, max(0, cue[0] - 25), cue[1]) for cue in cues),
        earlier=window[parts[max(0, here - 2)][0] : start],
    )


def _hide(text: str, low: int, high: int, at: Span, quotation: Quotation, told: Told) -> str:
    """The window with what is quoted replaced, length for length; what the cue itself stands in is left open."""
    shown = list(text[low:high])
    marked = [*told.marks.touching(low, high), *(match.span() for match in _quoted_in(text, low, high))]
    hidden = [(span, _TITLE) for span in marked]
    hidden += [(span, HIDDEN) for span in [*told.contents.touching(low, high), *quotation.content]]
    for (start, end), sign in hidden:
        if start <= at[0] and at[1] <= end:
            continue  # a quotation inside a quotation
        start, end = max(start, low), min(end, high)
        if start < end:
            shown[start - low : end - low] = sign * (end - start)
    for start, end in [*quotation.cue, *quotation.source]:
        start, end = max(start, low), min(end, high)
        if start < end:
            shown[start - low : end - low] = text[start:end]
    return "".join(shown)


def _quoted_in(text: str, low: int, high: int) -> Iterable[re.Match[str]]:
    return _QUOTED.finditer(text, low, high) if low == 0 or text[low - 1] == "\n" else ()


def _clip(spans: Iterable[Span], low: int, high: int) -> list[Span]:
    return [
        (max(start, low) - low, min(end, high) - low) for start, end in spans if start < high and end > low
    ]


def is_clear(words: str, *, issued: bool = False) -> bool:
    """Whether no other verb and no clause begins in these words, as far as their forms tell."""
    found = list(WORD.finditer(words))
    for number, match in enumerate(found):
        word, low = match.group(), match.group().lower()
        previous = found[number - 1].group().lower() if number else ""
        following = found[number + 1].group() if number + 1 < len(found) else ""
        if low in CLAUSE or (
            low in ("and", "or") and following[:1].islower() and following not in DETERMINERS
        ):
            return False
        if low == "to" and following and following[0].islower() and not _is_noun_like(following):
            return False
        if word[0].isupper():
            continue
        if low in VERB and previous not in DETERMINERS:
            return False
        if low.endswith("ed") and len(low) > 3 and low not in NO_VERB_ED and previous not in DETERMINERS:
            if issued and low in ISSUED and _DOCUMENT.search(words[: match.start()]):
                continue
            return False
        if low.endswith("ing") and low not in NO_VERB_ING | SPEAKING and previous not in DETERMINERS:
            return False
    return True


def _is_noun_like(word: str) -> bool:
    return word in DETERMINERS or (word.endswith("s") and not word.endswith("ss"))
