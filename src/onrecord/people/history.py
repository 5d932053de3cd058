"""Who has spoken so far in an article, and inside whose words a place lies."""

from bisect import bisect_right
from collections.abc import Sequence

from ..model import Article, Quotation, Speaker

_NEAR = 5  # quotations that begin before a place, latest first, among which the one around it is looked for
_ANYWHERE = 1 << 60


class History:
    """Who has spoken so far, and inside whose words a place lies."""

    def __init__(self, article: Article, quotations: Sequence[Quotation]) -> None:
        self.authors = article.authors
        self._spans: dict[str, list[tuple[int, int, str]]] = {}
        for quotation in quotations:
            for start, end in quotation.content:
                self._spans.setdefault(quotation.field, []).append((start, end, quotation.id))
        for spans in self._spans.values():
            spans.sort()
        self._said: dict[str, tuple[Speaker, ...]] = {}
        self._last: dict[str, list[tuple[Speaker, ...]]] = {}

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
