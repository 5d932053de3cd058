"""Quotations and articles of a ledger as they are shown in lists: who says what, by which words, where and when."""

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, select

from onrecord.findings import VERDICTS
from onrecord.formats.layout import words_of
from onrecord.formats.pieces import field_text
from onrecord.formats.visible import one_line, visible
from onrecord.ledger.fulltext import article_fields
from onrecord.ledger.keeping import read_quotations, read_records
from onrecord.ledger.matches import first_match
from onrecord.ledger.query import Query
from onrecord.ledger.tables import quotations
from onrecord.model import Article, Date, Quotation, Speaker

AT_ONCE = 500  # numbers in one question to the database
AROUND = 160  # characters of an article shown to either side of the first match


class QuotationRow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One quotation in a list. Every text is on one line and harmless to a terminal.

    `content` is what is said, the quotation marks with it; `speakers` are the names that the register gives, else
    those of the article, `speaker_ids` their ids in the register, null for whom it does not know; `published` and
    `said` are ISO 8601 dates, or the article's own words for them.
    """

    quotation: str
    article: str | None
    content: str
    speakers: tuple[str, ...]
    speaker_ids: tuple[str | None, ...]
    source: str
    cue: str
    kind: str
    act: str
    negated: bool
    outlet: str | None
    published: str | None
    said: str | None
    title: str | None
    url: str | None
    path: str | None
    verdict: str | None
    likeness: float | None = (
        None  # to a question, of -1 to 1, approximate; only where a search by meaning found it
    )


class ArticleRow(msgspec.Struct, frozen=True, kw_only=True):
    """One article in a list; `excerpt` is the stretch of it around the first match, from the `field` that it is in."""

    article: str | None
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    path: str | None
    field: str
    excerpt: str


def quotation_rows(connection: Connection, numbers: Sequence[int]) -> list[QuotationRow]:
    """The quotations of some numbers, in the order of the numbers; one that is no longer kept is left out."""
    found: dict[int, QuotationRow] = {}
    for part in _parts(numbers):
        query = select(
            quotations.c.number, quotations.c.article, quotations.c.place, quotations.c.verdict
        ).where(quotations.c.number.in_(part))
        rows = connection.execute(query).all()
        read = read_quotations(connection, [(row.article, row.place) for row in rows])
        for row in rows:
            verdict = None if row.verdict is None else VERDICTS[row.verdict]
            found[row.number] = quotation_row(*read[row.article, row.place], verdict)
    return [found[number] for number in numbers if number in found]


def article_rows(connection: Connection, numbers: Sequence[int], query: Query) -> list[ArticleRow]:
    """The articles of some numbers, in the order of the numbers, each with the words around the query's first match."""
    found: dict[int, ArticleRow] = {}
    for part in _parts(numbers):
        for number, record in read_records(connection, part, corrections=False).items():
            found[number] = article_row(record.article, query)
    return [found[number] for number in numbers if number in found]


def quotation_row(article: Article, quotation: Quotation, verdict: str | None) -> QuotationRow:
    """One quotation as a row of a list."""
    text = field_text(article, quotation.field)
    named = [speaker for speaker in quotation.speakers if _name(speaker)]
    return QuotationRow(
        quotation=one_line(quotation.id),
        article=_clean(article.id),
        content=words_of(text, quotation.content),
        speakers=tuple(_name(speaker) for speaker in named),
        speaker_ids=tuple(speaker.id for speaker in named),
        source=words_of(text, quotation.source),
        cue=words_of(text, quotation.cue),
        kind=quotation.kind,
        act=quotation.act,
        negated=quotation.negated,
        outlet=_clean(article.outlet),
        published=_date(article.published),
        said=_date(quotation.date),
        title=_clean(article.title),
        url=_path(article.url),
        path=_path(article.path),
        verdict=verdict,
    )


def article_row(article: Article, query: Query) -> ArticleRow:
    """One article as a row of a list."""
    fields = article_fields(article)
    # The text rather than the headline, which stands in the row anyhow.
    order = sorted(fields, key="text".__ne__)
    matches = ((name, first_match(query, fields[name])) for name in order)
    field, (start, end) = next(((name, found) for name, found in matches if found), ("text", (0, 0)))
    return ArticleRow(
        article=_clean(article.id),
        title=_clean(article.title),
        outlet=_clean(article.outlet),
        published=_date(article.published),
        url=_path(article.url),
        path=_path(article.path),
        field=field,
        excerpt=_around(fields.get(field, ""), start, end),
    )


def _around(text: str, start: int, end: int) -> str:
    """The words around a place, cut between words."""
    left, right = max(start - AROUND, 0), min(end + AROUND, len(text))
    if left:
        space = text.find(" ", left, start)
        left = left if space < 0 else space + 1
    if right < len(text):
        space = text.rfind(" ", end, right)
        right = right if space < 0 else space
    shown = one_line(text[left:right])
    return ("… " if left else "") + shown + (" …" if right < len(text) else "")


def _parts(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    return (numbers[at : at + AT_ONCE] for at in range(0, len(numbers), AT_ONCE))


def _name(speaker: Speaker) -> str:
    return one_line(speaker.label or speaker.name or "")


def _date(date: Date | None) -> str | None:
    return None if date is None else one_line(date.value or date.text)


def _clean(text: str | None) -> str | None:
    return None if text is None else one_line(text)


def _path(path: str | None) -> str | None:
    return None if path is None else visible(path)
