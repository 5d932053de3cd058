"""A record as its corrections have it: other speakers, other extents, no echoes, and what was missed."""

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from onrecord.corrections.attaching import in_time, ties
from onrecord.model import Article, Correction, Mark, Quotation, Record, Span, quotation_id

BY = "hand"
_FIELDS = ("title", "deck", "text")


class Applied(msgspec.Struct, frozen=True, kw_only=True):
    """A corrected record, which id of it stands for which of the record before (null for what is no quotation), and
    the corrections that could not be applied because their words are not there any more."""

    record: Record
    ids: dict[str, str | None]
    unattached: tuple[Correction, ...] = ()


def corrected(record: Record) -> Record:
    """The record with its corrections applied; the record itself, where it has none, comes back as it is.

    A row that was corrected is `by` the person, and has the id of its own spans. The corrections stay beside it.
    """
    return apply(record).record


def apply(record: Record) -> Applied:
    """The same, with what has become of each quotation's id, and what could not be applied."""
    by_row: dict[str, list[Correction]] = {}
    lost: list[Correction] = []
    for correction, tie in zip(in_time(record.corrections), ties(record, record.corrections), strict=True):
        if tie is None:
            lost.append(correction)
        else:
            by_row.setdefault(tie.quotation, []).append(tie.correction)
    if not by_row:
        ids: dict[str, str | None] = {row.id: row.id for row in record.quotations}
        return Applied(record=record, ids=ids, unattached=tuple(lost))
    known = {row.id for row in record.quotations}
    before = list(record.quotations)
    before += [_added(id, said) for id, said in by_row.items() if id not in known]
    rows = {row.id: _changed(record.article, row, by_row.get(row.id, [])) for row in before}
    # Two rows that corrections give the same extent are one: the first stays.
    ids = {id: None if row is None else row.id for id, row in rows.items()}
    kept: dict[str, Quotation] = {}
    for row in rows.values():
        if row is not None:
            kept.setdefault(row.id, row)
    moved = {id for id, now in ids.items() if now != id}
    after = [_nested(row, kept.values(), known, moved) for row in kept.values()]
    article = replace(record.article, marks=_marks(record.article.marks, after, moved, new=set(kept) - known))
    return Applied(
        record=replace(record, article=article, quotations=tuple(sorted(after, key=_by_place))),
        ids=ids,
        unattached=tuple(lost),
    )


def _added(id: str, said: Sequence[Correction]) -> Quotation:
    """The row of a quotation that was missed, before what was said of it is applied."""
    correction = next(one for one in said if one.says == "missed")
    return Quotation(
        id=id, field=correction.field, kind="indirect", content=correction.content, confidence=1.0, by=BY
    )


def _changed(article: Article, row: Quotation, said: Sequence[Correction]) -> Quotation | None:
    """A row as the corrections on it have it, the earliest first; None where it is no quotation."""
    gone = False
    for one in said:
        if one.says in ("no_quotation", "missed"):
            gone = one.says == "no_quotation"
        if one.says in ("extent", "missed"):
            row = _with_extent(article, row, one)
        if one.says == "speaker" or one.speakers:
            row = replace(row, speakers=one.speakers, candidates=())
        row = replace(row, by=f"{BY}/{one.by}" if one.by else BY)
    return None if gone else row


def _with_extent(article: Article, row: Quotation, correction: Correction) -> Quotation:
    """A row with other spans, and all that follows from them."""
    from onrecord.quotes.assembly import edits_of, kind_of, links_of  # slow to import, and seldom needed

    text, content = article.field_text(row.field), correction.content_now
    marks = _inside(article.marks, row.field, content)
    spans = [*content, *correction.cue, *correction.source]
    return replace(
        row,
        id=quotation_id(article.id, row.field, content),
        content=content,
        cue=correction.cue,
        source=correction.source,
        kind=kind_of(text, content, marks),
        marks=marks,
        edits=edits_of(text, marks),
        links=links_of(article, row.field, spans),
        confidence=1.0,
    )


def _inside(marks: Iterable[Mark], field: str, content: Sequence[Span]) -> tuple[Span, ...]:
    """What of some content stands in quotation marks: the outermost passages, cut to it.

    A stretch that is a part of one passage, its marks left out, is that passage as far as it goes.
    """
    passages = sorted((mark.span for mark in marks if mark.field == field), key=_outermost_first)
    found: list[Span] = []
    for start, end in content:
        around = False
        within: list[Span] = []
        for passage in passages:
            cut = max(passage[0], start), min(passage[1], end)
            if cut == (start, end) != passage:
                around = True
            elif cut[0] < cut[1] and not (within and cut[1] <= within[-1][1]):
                within.append(cut)
        found += within or ([(start, end)] if around else [])
    return tuple(found)


def _outermost_first(span: Span) -> Span:
    return span[0], -span[1]


def _nested(row: Quotation, rows: Iterable[Quotation], known: set[str], moved: set[str]) -> Quotation:
    """A row that a person has added or moved, or whose parent was, is inside the shortest one that holds all of it."""
    if row.id in known and row.parent not in moved:
        return row
    holders = [one for one in rows if one.field == row.field and one.id != row.id and _holds(one, row)]
    return replace(row, parent=min(holders, key=_length).id if holders else None)


def _holds(one: Quotation, other: Quotation) -> bool:
    """Whether the content of a row holds that of another, and is longer."""
    held = all(any(a <= start and end <= b for a, b in one.content) for start, end in other.content)
    return held and _length(one) > _length(other)


def _length(row: Quotation) -> int:
    return sum(end - start for start, end in row.content)


def _marks(
    marks: Sequence[Mark], rows: Sequence[Quotation], moved: set[str], *, new: set[str]
) -> tuple[Mark, ...]:
    """The marks of an article: let go by rows that are gone or moved, and taken by those that are new."""
    changed = [row for row in rows if row.id in new]
    found = []
    for mark in marks:
        if mark.quotation in moved:
            mark = replace(mark, quotation=None, role="echo" if mark.role == "quotation" else mark.role)
        holders = [row for row in changed if row.field == mark.field and _takes(row, mark)]
        if holders:
            role = "nested" if mark.role == "nested" else "quotation"
            mark = replace(mark, quotation=min(holders, key=_length).id, role=role)
        found.append(mark)
    return tuple(found)


def _takes(row: Quotation, mark: Mark) -> bool:
    """Whether a passage in marks is a row's: it lies within it, or is nobody's and begins or ends in it."""
    start, end = mark.span
    if mark.quotation is not None:
        return mark.span in row.marks
    return any(max(start, first) < min(end, last) for first, last in row.marks)


def _by_place(row: Quotation) -> tuple[int, tuple[Span, ...], bool]:
    """Fields in the order that they are read in, then by place, what is inside another behind it."""
    name, _, number = row.field.partition(".")
    caption = int(number) if number.isdecimal() else 0
    return (
        _FIELDS.index(name) if name in _FIELDS else len(_FIELDS) + caption,
        row.content,
        row.parent is not None,
    )
