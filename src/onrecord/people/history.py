"""Who has spoken so far in an article, and inside whose words a place lies."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.model import Article, Quotation, Speaker

_NEAR = 5  # quotations that begin before a place, latest first, among which the one around it is looked for
_ANYWHERE = 1 << 60
_EDGE = 500  # characters at either end of a text in which its writer may be told
_NAME = r"([^\W\d_a-z][\w'’.-]{1,24}(?:\s[^\W\d_a-z][\w'’.-]{0,24}){0,3})"
# "By Ann Other" on a line of its own, "Copyright by Ann Other", "From A BOOK by Ann Other".
_BY = re.compile(
    rf"(?:(?:^|\n)\s*(?:By|BY)\s+|(?:[Cc]opyright|©|[Ee]xcerpted|[Aa]dapted)[^\n.]{{0,80}}\bby\s+){_NAME}(?=\s*(?:$|\n|\.|,|\|))"
)
_IS_A_WRITER = re.compile(
    rf"(?:^|\n|[.!?]\s){_NAME}\s(?:is|was)\s(?:an?|the)\s(?:[\w'’.,-]{{1,30}}\s){{0,6}}?"
    r"(?:reporter|editor|columnist|correspondent|writer|author|contributor|blogger|journalist|fellow|professor|producer)\b"
)


class History:
    """Who has spoken so far, and inside whose words a place lies."""

    def __init__(self, article: Article, quotations: Sequence[Quotation]) -> None:
        self.authors = article.authors
        self._text = article.text or ""
        self._writer: str | None = None
        self._looked = False
        self._spans: dict[str, list[tuple[int, int, str]]] = {}
        for quotation in quotations:
            for start, end in quotation.content:
                self._spans.setdefault(quotation.field, []).append((start, end, quotation.id))
        for spans in self._spans.values():
            spans.sort()
        self._said: dict[str, tuple[Speaker, ...]] = {}
        self._last: dict[str, list[tuple[Speaker, ...]]] = {}

    def writer(self) -> str | None:
        """Who wrote the text, as a line at its head or its end says; None where none does, or several do."""
        if not self._looked:
            self._looked = True
            found: set[str] = set()
            for edge in (self._text[:_EDGE], self._text[-_EDGE:]):
                found.update(match.group(1).rstrip(".") for match in _BY.finditer(edge))
            if not found:
                found.update(match.group(1) for match in _IS_A_WRITER.finditer(self._text[-_EDGE:]))
            self._writer = found.pop() if len(found) == 1 else None
        return self._writer

    def note(self, quotation: Quotation) -> None:
        """Keep what a quotation came to, for those that follow it."""
        self._said[quotation.id] = quotation.speakers
        if quotation.speakers:
            self._last.setdefault(quotation.field, []).append(quotation.speakers)

    def last(self, field: str, back: int = 6) -> list[tuple[Speaker, ...]]:
        """The speakers of the last quotations of a field, latest first."""
        return self._last.get(field, [])[: -back - 1 : -1]

    def around(self, quotation: Quotation, at: int) -> tuple[Speaker, ...]:
        """Who speaks the words that a place lies in, where another quotation holds it."""
        spans = self._spans.get(quotation.field, [])
        place = bisect_right(spans, (at, _ANYWHERE, "")) - 1
        for start, end, owner in reversed(spans[max(0, place - _NEAR) : place + 1]):
            if start <= at < end and owner != quotation.id:
                return self._said.get(owner, ())
        return ()

    def holder(self, quotation: Quotation) -> tuple[Speaker, ...]:
        """Who speaks the words in which a quotation inside a quotation stands."""
        return self._said.get(quotation.parent, ()) if quotation.parent is not None else ()
