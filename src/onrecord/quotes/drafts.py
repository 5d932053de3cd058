"""A quotation in the making, before it has its kind, its act and its id."""

import msgspec

from onrecord.model import Span
from onrecord.quotes.confidence import Signs


class Draft(msgspec.Struct):
    """A quotation in the making: character spans into one field."""

    source: Span | None
    cue: Span | None
    content: list[Span]
    signs: Signs

    @property
    def end(self) -> int:
        """Where the last of its words ends."""
        return max(end for _, end in self.spans())

    def spans(self) -> list[Span]:
        """All its spans: content, cue and source."""
        return [span for span in (*self.content, self.cue, self.source) if span is not None]
