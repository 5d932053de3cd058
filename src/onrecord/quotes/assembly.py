"""From drafts to `Quotation`s: kind, act, edits, links, confidence, and the role of every pair of marks."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.model import (
    Article,
    Edit,
    Link,
    Mark,
    MarkRole,
    Quotation,
    QuotationKind,
    Span,
    TaggerModel,
    quotation_id,
)
from onrecord.quotes.acts import act_at
from onrecord.quotes.confidence import confidence, facts_of
from onrecord.quotes.drafts import Draft
from onrecord.quotes.marks import Passage
from onrecord.text import sentences

# Who found a quotation, by the tagger's model.
BY: dict[TaggerModel, str] = {"default": "tagger/2", "fast": "tagger-fast/2"}
_BRACKET = re.compile(r"\[[^\[\]\n]{0,200}\]")
_ELLIPSIS = re.compile(r"\[\s?(?:…|\.\.\.|\. \. \.)\s?\]|…|\.(?:[ \xa0]?\.){2,3}")
_WORD = re.compile(r"\w+")
_SMALL = frozenset("a an and as at but by for from in into nor of on or the to".split())


def assemble(
    article: Article,
    field: str,
    drafts: Sequence[Draft],
    passages: Sequence[Passage],
    *,
    model: TaggerModel = "default",
) -> tuple[Quotation, ...]:
    """The quotations of one field of an article, in order of their first content; `model` is whose drafts they
    are."""
    text = article.field_text(field)
    limits = sentences(text)
    outermost = [passage for passage in passages if passage.depth == 0]
    starts = [passage.outer[0] for passage in outermost]
    return tuple(
        _quotation(article, field, text, limits, draft, passages_in(draft.content, outermost, starts), model)
        for draft in drafts
    )


def mark_roles(
    article: Article, field: str, quotations: Sequence[Quotation], passages: Sequence[Passage]
) -> tuple[Mark, ...]:
    """Every passage of one field as a `Mark`: quotation, nested, title or echo."""
    text = article.field_text(field)
    told = _Holders([quotation for quotation in quotations if quotation.parent is None])
    nested = _Holders([quotation for quotation in quotations if quotation.parent is not None])
    marks = []
    for passage in passages:
        holder = told.of(passage.span)
        role: MarkRole = "quotation"
        if passage.depth:
            role = "nested"
            holder = nested.of(passage.span) or holder
        elif holder is None:
            role = "title" if _is_title(text[slice(*passage.span)]) else "echo"
        marks.append(Mark(span=passage.span, role=role, quotation=holder, field=field))
    return tuple(marks)


class _Holders:
    """Which quotation's content holds a place."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._spans = sorted((span, quotation.id) for quotation in quotations for span in quotation.content)

    def of(self, span: Span) -> str | None:
        at = bisect_left(self._spans, ((span[0] + 1, 0), "")) - 1
        return self._spans[at][1] if at >= 0 and self._spans[at][0][1] >= span[1] else None


def _is_title(words: str) -> bool:
    """Whether marked words read as the name of a work: each word of weight has a capital, and they are several."""
    tokens = _WORD.findall(words)
    weighty = [token for token in tokens if token.lower() not in _SMALL]
    return len(weighty) >= 2 and all(token[0].isupper() or token[0].isdigit() for token in weighty)


def _quotation(
    article: Article,
    field: str,
    text: str,
    limits: Sequence[Span],
    draft: Draft,
    marked: Sequence[Passage],
    model: TaggerModel,
) -> Quotation:
    content = tuple(draft.content)
    marks = tuple(passage.span for passage in marked)
    kind = kind_of(text, content, marks)
    act, negated = act_at(
        text, limits, cue=draft.cue, source=draft.source, content=draft.content[0] if draft.content else None
    )
    facts = facts_of(text, draft.signs, kind=kind, content=content, cue=draft.cue, source=draft.source)
    return Quotation(
        id=quotation_id(article.id, field, content),
        field=field,
        kind=kind,
        act=act,
        negated=negated,
        content=content,
        cue=(draft.cue,) if draft.cue else (),
        source=(draft.source,) if draft.source else (),
        marks=marks,
        edits=edits_of(text, marks),
        links=links_of(article, field, draft.spans()),
        confidence=confidence(facts),
        by=BY[model],
    )


def passages_in(content: Sequence[Span], passages: Sequence[Passage], starts: Sequence[int]) -> list[Passage]:
    """The passages that begin inside the content; `starts` are where the passages begin."""
    found = []
    for start, end in content:
        at = bisect_left(starts, start)
        while at < len(passages) and passages[at].outer[0] < end:
            found.append(passages[at])
            at += 1
    return found


def kind_of(text: str, content: Sequence[Span], marks: Sequence[Span]) -> QuotationKind:
    """Whether all of the content stands in quotation marks, a part of it, or nothing."""
    words = sum(len(_WORD.findall(text, *span)) for span in content)
    quoted = sum(len(_WORD.findall(text, *span)) for span in marks)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= words else "mixed"


def edits_of(text: str, marks: Sequence[Span]) -> tuple[Edit, ...]:
    """The changes that quoted words mark themselves: brackets and ellipses."""
    edits: list[Edit] = []
    for mark in marks:
        gaps = [match.span() for match in _ELLIPSIS.finditer(text, *mark)]
        edits += [Edit(kind="ellipsis", span=gap) for gap in gaps]
        for bracket in _BRACKET.finditer(text, *mark):
            if not any(start <= bracket.start() and bracket.end() <= end for start, end in gaps):
                edits.append(Edit(kind="bracket", span=bracket.span()))
    return tuple(sorted(edits, key=_place))


def _place(edit: Edit) -> Span:
    return edit.span


def links_of(article: Article, field: str, spans: Sequence[Span]) -> tuple[int, ...]:
    """Links on the quotation's words, or between them: the reporter's link hangs on the cue as a rule."""
    if field != "text":
        return ()
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    first = bisect_left(article.links, start, key=_link_end)
    found = []
    for number in range(first, len(article.links)):
        if article.links[number].span[0] >= end:
            break
        if article.links[number].span[1] > start:
            found.append(number)
    return tuple(found)


def _link_end(link: Link) -> int:
    return link.span[1]
