"""An article as texts with marked words beside them: what the formats of annotation tools are made from.

Each field of an article that a quotation stands in (its text, its headline, a caption) is a text of its own, since
positions count from a field's own beginning: half-open, in Unicode code points.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from onrecord.formats.pieces import field_text
from onrecord.formats.visible import encodable
from onrecord.model import Article, Quotation, Record, Span

Role = Literal["content", "cue", "source"]

OFFSETS = "half-open, in Unicode code points"
NO_WORDS = "quotations whose content has no words in the article"


class MarkedQuotation(msgspec.Struct, frozen=True, kw_only=True):
    """One quotation by the words that it marks: spans in order, none empty, none outside the text."""

    number: int  # its place in the record
    quotation: Quotation
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]

    def roles(self) -> tuple[tuple[Role, tuple[Span, ...]], ...]:
        """What is marked, the content first; what is not marked has no spans."""
        return ("content", self.content), ("cue", self.cue), ("source", self.source)


class MarkedText(msgspec.Struct, frozen=True, kw_only=True):
    """One field of an article, as it can be written in UTF-8, with the quotations that stand in it."""

    article: Article
    field: str
    text: str
    quotations: tuple[MarkedQuotation, ...] = ()


def marked_texts(record: Record) -> Iterator[MarkedText]:
    """The body, and each other field that a quotation stands in, in the order in which they come.

    A quotation without words in its field is in none of them; `without_words` counts these.
    """
    fields: dict[str, list[MarkedQuotation]] = {} if record.article.text is None else {"text": []}
    for number, quotation in enumerate(record.quotations):
        length = len(field_text(record.article, quotation.field))
        content = within(quotation.content, length)
        if content:
            fields.setdefault(quotation.field, []).append(
                MarkedQuotation(
                    number=number,
                    quotation=quotation,
                    content=content,
                    cue=within(quotation.cue, length),
                    source=within(quotation.source, length),
                )
            )
    for field, quotations in fields.items():
        # One character for one, so that every position holds.
        text = encodable(field_text(record.article, field))
        yield MarkedText(article=record.article, field=field, text=text, quotations=tuple(quotations))


def without_words(record: Record) -> int:
    """How many quotations of a record have no words in the article, so that nothing can be marked."""
    return sum(
        not within(quotation.content, len(field_text(record.article, quotation.field)))
        for quotation in record.quotations
    )


def within(spans: Iterable[Span], length: int) -> tuple[Span, ...]:
    """The spans in order, cut to a text of this length; empty ones go, overlapping ones are one."""
    kept: list[Span] = []
    for start, end in sorted(spans):
        start, end = max(start, 0), min(end, length)
        if start >= end:
            continue
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(kept)
