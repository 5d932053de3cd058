"""CSV of a check for spreadsheets: one row a passage, with cells that would run as a formula made harmless."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from onrecord.findings import Check, CheckedArticle, CheckedQuotation
from onrecord.formats.check.sides import document_words
from onrecord.formats.csv import csv_line, guarded
from onrecord.formats.visible import one_line, visible

BETWEEN = "; "
BETWEEN_TEXTS = " | "


class CheckRow(msgspec.Struct, frozen=True, kw_only=True):
    """One passage in one row. `start` and `end` count into the article's `field`, those of the document into it."""

    article: str | None
    path: str | None
    title: str | None
    quotation: str
    quotation_verdict: str
    quotation_flags: str
    passage: str
    text: str
    field: str | None
    start: int | None
    end: int | None
    speaker: str | None
    verdict: str
    flags: str
    document: str | None
    document_start: int | None
    document_end: int | None
    document_speaker: str | None
    document_text: str
    similarity: float
    places: int
    differences: str
    dropped: str
    before: str | None
    after: str | None
    question: str | None
    others: str
    linked: str | None
    linked_document: str | None
    linked_contains: bool | None
    searched: int
    searched_digest: str


def write_csv(articles: Iterable[CheckedArticle], out: BinaryIO) -> None:
    """One row a passage, after a row of names; UTF-8, commas, quoted where needed (RFC 4180)."""
    out.write(csv_line(list(CheckRow.__struct_fields__)))
    for checked in articles:
        for row in check_rows(checked):
            out.write(csv_line([_cell(value) for value in msgspec.structs.astuple(row)]))
        out.flush()


def check_rows(checked: CheckedArticle) -> Iterator[CheckRow]:
    """The rows of one checked article, in its order."""
    for quotation in checked.quotations:
        for check in quotation.checks:
            yield _row(checked, quotation, check)


def _row(checked: CheckedArticle, quotation: CheckedQuotation, check: Check) -> CheckRow:
    article, place, context, linked = checked.article, check.document, check.context, check.linked
    return CheckRow(
        article=_clean(article.id),
        path=_path(article.path),
        title=_clean(article.title),
        quotation=one_line(quotation.id),
        quotation_verdict=quotation.verdict,
        quotation_flags=" ".join(quotation.flags),
        passage=one_line(str(check.id)),
        text=one_line(check.text),
        field=_clean(check.field),
        start=check.span[0] if check.span else None,
        end=check.span[1] if check.span else None,
        speaker=_clean(check.speaker),
        verdict=check.verdict,
        flags=" ".join(check.flags),
        document=_path(place.path) if place else None,
        document_start=place.span[0] if place else None,
        document_end=place.span[1] if place else None,
        document_speaker=_clean(check.document_speaker),
        document_text=BETWEEN_TEXTS.join(one_line(piece.text) for piece in check.pieces),
        similarity=check.similarity,
        places=check.places,
        differences=_differences(check),
        dropped=BETWEEN_TEXTS.join(one_line(text) for text in check.dropped),
        before=_clean(context.before) if context else None,
        after=_clean(context.after) if context else None,
        question=_clean(context.question) if context else None,
        others=BETWEEN.join(
            f"{visible(other.path)}:{other.span[0]}-{other.span[1]}:{other.verdict}" for other in check.others
        ),
        linked=_path(linked.href) if linked else None,
        linked_document=_path(linked.path) if linked else None,
        linked_contains=linked.contains if linked else None,
        searched=check.searched.documents,
        searched_digest=one_line(check.searched.digest),
    )


def _differences(check: Check) -> str:
    """Each as "op:class:quoted>document"; the document's offsets where its words are not known here."""
    told = []
    documented = document_words(check.pieces, check.differences, check.dropped)
    for difference, words in zip(check.differences, documented, strict=True):
        quoted = one_line(check.text[slice(*difference.quote)])
        start, end = difference.document
        there = f"@{start}-{end}" if words is None else one_line(words)
        told.append(f"{difference.op}:{difference.kind}:{quoted}>{there}")
    return BETWEEN.join(told)


def _clean(text: str | None) -> str | None:
    return None if text is None else one_line(text)


def _path(path: str | None) -> str | None:
    return None if path is None else visible(path)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(value) if isinstance(value, str) else str(value)
