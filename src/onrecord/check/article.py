"""The check of an article: every quotation's marked passages against documents, and what they come to together."""

import itertools
import re
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import msgspec

from onrecord.check.flags import FLAG_ORDER, cut_flags
from onrecord.check.lookup import DocumentRow, Lookup
from onrecord.check.passage import read_passage
from onrecord.check.place import Found
from onrecord.check.quote import locate_passage
from onrecord.check.verdict import FAR_APART
from onrecord.findings import (
    VERDICTS,
    Check,
    CheckedArticle,
    CheckedQuotation,
    Flag,
    Linked,
    Summary,
    Verdict,
    worst,
)
from onrecord.model import Article, Failure, Quotation, Record, Span

_TRACKING = re.compile(r"(?:^|&)(?:utm_\w+|fbclid|gclid)=[^&]*")

_CUTS: frozenset[Flag] = frozenset(["cut_start", "cut_end", "cut_negation"])


class Marked(NamedTuple):
    """A quotation as far as a check needs it: its marked passages, who is said to say it, and what its link names."""

    id: str
    field: str
    spans: tuple[Span, ...]
    speaker: str | None
    href: str | None


def check_record(
    record: Record, documents: Lookup, *, addresses: dict[str, int] | None = None
) -> CheckedArticle:
    """Check each marked passage of an article's quotations; what has no quotation marks is not checked.

    A quotation inside another's words is checked as part of those. `addresses` are the documents by their
    address (`addresses_of`), for quotations whose own link names one.
    """
    rows = [_marked(record.article, row) for row in _with_marks(record.quotations)]
    return _checked(record.article, rows, documents, addresses, record.failures)


def check_again(checked: CheckedArticle, documents: Lookup) -> CheckedArticle:
    """Check the same passages of an article against other documents, or the same ones once more."""
    rows = []
    for quotation in checked.quotations:
        first = quotation.checks[0]
        spans = tuple(check.span for check in quotation.checks if check.span is not None)
        href = first.linked.href if first.linked else None
        rows.append(Marked(quotation.id, first.field or "text", spans, first.speaker, href))
    return _checked(checked.article, rows, documents, None, checked.failures)


def _checked(
    article: Article,
    rows: Sequence[Marked],
    documents: Lookup,
    addresses: dict[str, int] | None,
    failures: tuple[Failure, ...],
) -> CheckedArticle:
    if addresses is None:
        addresses = addresses_of(documents)
    quotations: list[CheckedQuotation] = []
    near: int | None = None
    for row in rows:
        quotation, near = _check_quotation(article, row, documents, addresses, near)
        quotations.append(quotation)
    return CheckedArticle(
        article=article,
        quotations=tuple(quotations),
        summary=summarise(quotations, documents=documents.searched.documents),
        searched=documents.searched,
        failures=failures,
    )


def _marked(article: Article, row: Quotation) -> Marked:
    speaker = row.speakers[0].name if row.speakers and row.speakers[0].kind == "person" else None
    href = next((article.links[number].href for number in row.links if article.links[number].href), None)
    return Marked(row.id, row.field, tuple(_outermost(row.marks)), speaker, href)


def summarise(quotations: Sequence[CheckedQuotation], *, documents: int) -> Summary:
    """How many quotations have each verdict, and how many of those stand in somebody else's turn."""
    verdicts: dict[Verdict, int] = dict.fromkeys(VERDICTS, 0)
    others: dict[Verdict, int] = dict.fromkeys(VERDICTS, 0)
    for quotation in quotations:
        verdicts[quotation.verdict] += 1
        others[quotation.verdict] += "other_speaker" in quotation.flags
    return Summary(quotations=len(quotations), verdicts=verdicts, other_speaker=others, documents=documents)


def _with_marks(quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations that have words in marks, those inside another's marks left out."""
    marked = {row.id: row for row in quotations if row.marks}
    return [
        row
        for row in marked.values()
        if row.parent is None or row.parent not in marked or not _inside(row.marks, marked[row.parent].marks)
    ]


def _inside(spans: Sequence[Span], outer: Sequence[Span]) -> bool:
    return all(any(low <= start and end <= high for low, high in outer) for start, end in spans)


def _check_quotation(
    article: Article, row: Marked, documents: Lookup, addresses: dict[str, int], near: int | None
) -> tuple[CheckedQuotation, int | None]:
    """The longest passage first: the others are looked for near it where they stand in several places.

    The first one is looked for near the last place of the quotation before; with the quotation comes its own.
    """
    text = article.field_text(row.field)
    is_first = True
    found: list[tuple[Span, Check, Found | None]] = []
    for span in sorted(row.spans, key=_longest_first):
        check, place = _check_linked(text[slice(*span)], row, documents, near, addresses)
        if is_first and place is not None:
            near, is_first = place.span[1], False
        found.append(
            (span, msgspec.structs.replace(check, quotation=row.id, field=row.field, span=span), place)
        )
    found.sort(key=_by_span)
    checks = _joined(documents, found)
    flags: set[Flag] = {flag for check in checks for flag in check.flags}
    if _are_apart([place for _, _, place in found if place is not None]):
        flags.add("parts_apart")
    quotation = CheckedQuotation(
        id=row.id,
        verdict=worst([check.verdict for check in checks]),
        flags=tuple(flag for flag in FLAG_ORDER if flag in flags),
        checks=checks,
    )
    return quotation, near


def _joined(documents: Lookup, found: Sequence[tuple[Span, Check, Found | None]]) -> tuple[Check, ...]:
    """The checks of a quotation's passages; where one goes on right behind another, nothing was cut between them."""
    checks = []
    for number, (_, check, place) in enumerate(found):
        before = found[number - 1][2] if number else None
        after = found[number + 1][2] if number + 1 < len(found) else None
        follows = place is not None and before is not None and before.closes == place.opens
        goes_on = place is not None and after is not None and place.closes == after.opens
        if place is not None and (follows or goes_on):
            cut = cut_flags(
                documents, read_passage(check.text), place, at_start=not follows, at_end=not goes_on
            )
            flags = (set(check.flags) - _CUTS) | cut
            check = msgspec.structs.replace(check, flags=tuple(flag for flag in FLAG_ORDER if flag in flags))
        checks.append(check)
    return tuple(checks)


def _longest_first(span: Span) -> tuple[int, int]:
    return span[0] - span[1], span[0]


def _by_span(row: tuple[Span, Check, Found | None]) -> Span:
    return row[0]


def _outermost(spans: Sequence[Span]) -> list[Span]:
    return [
        span
        for span in dict.fromkeys(spans)
        if not any(other != span and other[0] <= span[0] and span[1] <= other[1] for other in spans)
    ]


def _are_apart(places: Sequence[Found]) -> bool:
    """Whether neighbouring passages of one quotation come from different documents, or from far apart in one."""
    for left, right in itertools.pairwise(places):
        first, second = sorted((left.span, right.span))
        if left.document != right.document or second[0] - first[1] > FAR_APART:
            return True
    return False


def _check_linked(
    words: str, row: Marked, documents: Lookup, near: int | None, addresses: dict[str, int]
) -> tuple[Check, Found | None]:
    """The check of a passage in the document that its quotation's link names, where that is at hand; else in all."""
    look_up = partial(locate_passage, words, documents, id=row.id, speaker=row.speaker, near=near)
    if row.href is None:
        return look_up(within=None)
    number = next((addresses[key] for key in _keys(row.href) if key in addresses), None)
    path = documents.document(number).path if number is not None else None
    check, place = look_up(within=number)
    contains = number is not None and place is not None
    if number is not None and place is None:
        check, place = look_up(within=None)
    linked = Linked(href=row.href, path=path, contains=contains)
    return msgspec.structs.replace(check, linked=linked), place


def addresses_of(documents: Lookup) -> dict[str, int]:
    """The documents by their address, and by the last part of their path; a part that several share names none."""
    found: dict[str, int] = {}
    names: dict[str, list[int]] = {}
    for number in range(len(documents)):
        row: DocumentRow = documents.document(number)
        if row.url:
            found.setdefault(_keys(row.url)[0], number)
        names.setdefault(row.path.replace("\\", "/").rsplit("/", 1)[-1].lower(), []).append(number)
    for name, numbers in names.items():
        if len(numbers) == 1:
            found.setdefault(f"file:{name}", numbers[0])
    return found


def _keys(href: str) -> tuple[str, ...]:
    """The forms of an address that are compared: without scheme, "www.", tracking and fragment; its last part."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return (href,)
    host = parts.netloc.lower().removeprefix("www.")
    query = _TRACKING.sub("", parts.query).strip("&")
    whole = f"{host}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")
    last = unquote(parts.path).rstrip("/").rsplit("/", 1)[-1].lower()
    return (whole, f"file:{last}") if last else (whole,)
