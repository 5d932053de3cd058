"""Quotations inside quotations: what a speaker, in their own marked words, reports that somebody said."""

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.model import Article, Quotation, Span
from onrecord.quotes.assembly import assemble
from onrecord.quotes.decoding import decode
from onrecord.quotes.drafts import Draft
from onrecord.quotes.joining import join
from onrecord.quotes.marks import Passage
from onrecord.quotes.tagger import Tagger

DEEPEST = 3  # levels below the outermost that are read; print has two at most
_ENDS = frozenset(",.?!…")


def find_nested(
    article: Article, field: str, quotations: Sequence[Quotation], passages: Sequence[Passage], tagger: Tagger
) -> tuple[Quotation, ...]:
    """The quotations inside the marked words of `quotations`, each with its `parent`, level by level.

    The words of each outer passage are read as a text of their own, in which the marks inside them are the
    outermost. Only what stands in inner marks and has a cue there is a row; other inner marks stay marks.
    """
    text = article.field_text(field)
    found: list[Quotation] = []
    outer: Sequence[Quotation] = quotations
    for _ in range(DEEPEST):
        inner = [replace(passage, depth=passage.depth - 1) for passage in passages if passage.depth > 0]
        if not inner:
            break
        starts = [passage.outer[0] for passage in inner]
        drafts: list[Draft] = []
        parents: list[str] = []
        for holder, parent in _holders(outer, passages):
            start, end = holder.span
            within = inner[bisect_left(starts, start) : bisect_left(starts, end)]
            tags = tagger.tag(text, [holder.span], within)
            for draft in join(text, [holder.span], within, decode(tags), tags):
                if draft.cue is not None and all(
                    start <= span[0] and span[1] <= end for span in draft.spans()
                ):
                    draft.content = _to_marks(text, draft.content, within)
                    drafts.append(draft)
                    parents.append(parent)
        rows = assemble(article, field, drafts, inner, model=tagger.model)
        outer = [replace(row, parent=parent) for row, parent in zip(rows, parents, strict=True) if row.marks]
        found += outer
        passages = inner
    return tuple(found)


def _holders(quotations: Sequence[Quotation], passages: Sequence[Passage]) -> list[tuple[Passage, str]]:
    """The outermost passages that hold marks of their own, each with the quotation whose words it is."""
    owner = {span: quotation.id for quotation in quotations for span in quotation.marks}
    holders: list[tuple[Passage, str]] = []
    current: Passage | None = None
    for passage in passages:
        if passage.depth == 0:
            current = passage
        elif current is not None and current.span in owner:
            holders.append((current, owner[current.span]))
            current = None
    return holders


def _to_marks(text: str, content: Sequence[Span], passages: Sequence[Passage]) -> list[Span]:
    """Content cut where an inner mark plainly begins or ends it: after a comma, or with a stop at its close; where
    some of it stands in inner marks, words apart from them are the outer speaker's."""
    spans = []
    for start, end in content:
        marked = [passage for passage in passages if not passage.depth and _holds((start, end), passage)]
        for passage in marked:
            opening, closing = passage.outer
            if text[start:opening].rstrip()[-1:] in (",", ":"):
                start = opening
            last = text[passage.span[1] - 1]
            if last in _ENDS or (
                start == opening and passage is marked[-1] and text[closing : closing + 1] == ","
            ):
                end = closing
                break
        spans.append(((start, end), bool(marked)))
    anywhere = any(marked for _, marked in spans)
    return [span for span, marked in spans if marked or not anywhere]


def _holds(span: Span, passage: Passage) -> bool:
    return span[0] <= passage.outer[0] and passage.outer[1] <= span[1]
