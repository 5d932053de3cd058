"""What the ledger holds: quotations and articles that a search finds, outlets, documents, copies, figures."""

from typing import Annotated

import msgspec
from litestar import Response, get
from litestar.params import FromPath, FromQuery, QueryParameter

from onrecord.errors import BadQuery
from onrecord.findings import DocumentNote
from onrecord.ledger.copy_pairs import Acknowledged, CopyRow, copy_rows
from onrecord.ledger.documents import DocumentRow, document_of, document_rows
from onrecord.ledger.facet_counts import FacetCounts, facet_counts
from onrecord.ledger.outlets import OutletRow, OutletSummary, outlets_of, summary_of
from onrecord.ledger.query import parse
from onrecord.ledger.rows import ArticleRow, QuotationRow, article_rows, quotation_rows
from onrecord.ledger.search import Search
from onrecord.ledger.search import page as page_of
from onrecord.trace.copies import compare
from onrecord.traces import Copy
from onrecord.web.api.parameters import (
    Acts,
    After,
    All,
    First,
    Following,
    Id,
    Kinds,
    Last,
    Limit,
    Name,
    Page,
    Verdicts,
    Words,
    paged,
    problems,
    search_of,
)
from onrecord.web.asking import Asking, figures_of, ledger_of
from onrecord.web.figures import Overview
from onrecord.web.memory import LIVE
from onrecord.web.paths import public


class Quotations(Page, frozen=True, kw_only=True):
    """Quotations, the newest added first."""

    rows: list[QuotationRow]


class Articles(Page, frozen=True, kw_only=True):
    """Articles, the newest added first."""

    rows: list[ArticleRow]


class Documents(Following, frozen=True, kw_only=True):
    """Documents, the newest added first; `next` is what to give as `after` for more."""

    rows: list[DocumentRow]


class Copies(Following, frozen=True, kw_only=True):
    """Pairs of copies, those added last first; `next` is what to give as `after` for more."""

    rows: list[CopyRow]


class DocumentText(msgspec.Struct, frozen=True, kw_only=True):
    """A document as it is kept."""

    id: str
    note: DocumentNote
    text: str


@get("/overview", sync_to_thread=True, responses=problems(), operation_id="get_overview", opt={LIVE: True})
def overview(request: Asking) -> Overview:
    """What the ledger holds, in figures; as they were counted last."""
    return figures_of(request).get()


@get("/quotations", sync_to_thread=True, responses=problems(404), operation_id="search_quotations")
def quotations(
    request: Asking,
    words: Words = "",
    speaker: Name = None,
    outlet: Name = None,
    first: First = None,
    last: Last = None,
    kinds: Kinds = None,
    acts: Acts = None,
    verdicts: Verdicts = None,
    everything: All = False,
    after: After = None,
    limit: Limit = 20,
) -> Response[Quotations]:
    """Quotations that a search finds, the newest added first."""
    search = search_of(
        words=words,
        speaker=speaker,
        outlet=outlet,
        first=first,
        last=last,
        kinds=kinds,
        acts=acts,
        verdicts=verdicts,
        everything=everything,
    )
    with ledger_of(request).read() as connection:
        found = page_of(connection, "quotations", search, after=after, limit=limit)
        rows = public(quotation_rows(connection, found.numbers))
    following = rows[-1].quotation if found.more and rows else None
    more = found.total.more
    return paged(
        request, Quotations(count=found.total.number, more_than_count=more, next=following, rows=rows)
    )


@get("/quotations/facets", sync_to_thread=True, responses=problems(), operation_id="count_quotations")
def facets(
    request: Asking,
    words: Words = "",
    speaker: Name = None,
    outlet: Name = None,
    first: First = None,
    last: Last = None,
    kinds: Kinds = None,
    acts: Acts = None,
    verdicts: Verdicts = None,
    everything: All = False,
) -> FacetCounts:
    """What a search could be narrowed down by, counted over the newest quotations that it finds."""
    search = search_of(
        words=words,
        speaker=speaker,
        outlet=outlet,
        first=first,
        last=last,
        kinds=kinds,
        acts=acts,
        verdicts=verdicts,
        everything=everything,
    )
    with ledger_of(request).read() as connection:
        return facet_counts(connection, search)


@get("/articles", sync_to_thread=True, responses=problems(404), operation_id="search_articles")
def articles(
    request: Asking,
    words: Words = "",
    speaker: Name = None,
    outlet: Name = None,
    first: First = None,
    last: Last = None,
    after: After = None,
    limit: Limit = 20,
) -> Response[Articles]:
    """Articles that a search finds, the newest added first."""
    search = Search(words=words, speaker=speaker or None, outlet=outlet or None, first=first, last=last)
    with ledger_of(request).read() as connection:
        found = page_of(connection, "articles", search, after=after, limit=limit)
        rows = public(article_rows(connection, found.numbers, parse(words)))
    following = rows[-1].article if found.more and rows else None
    more = found.total.more
    return paged(request, Articles(count=found.total.number, more_than_count=more, next=following, rows=rows))


@get("/outlets", sync_to_thread=True, responses=problems(), operation_id="list_outlets")
def outlets(request: Asking) -> list[OutletRow]:
    """All outlets, those with most articles first."""
    with ledger_of(request).read() as connection:
        return outlets_of(connection)


@get("/outlets/{name:path}", sync_to_thread=True, responses=problems(404), operation_id="get_outlet")
def outlet(request: Asking, name: FromPath[str]) -> OutletSummary:
    """An outlet by its exact name: what it printed, took from others and gave them."""
    with ledger_of(request).read() as connection:
        return summary_of(connection, name.removeprefix("/"))


@get("/documents", sync_to_thread=True, responses=problems(404), operation_id="list_documents")
def documents(request: Asking, after: After = None, limit: Limit = 20) -> Response[Documents]:
    """The documents that quotes are checked against, the newest added first."""
    with ledger_of(request).read() as connection:
        rows = public(document_rows(connection, after=after, limit=limit + 1))
    following = rows[limit - 1].id if len(rows) > limit else None
    return paged(request, Documents(next=following, rows=rows[:limit]))


@get("/documents/{id:str}", sync_to_thread=True, responses=problems(404), operation_id="get_document")
def document(request: Asking, id: Id) -> DocumentText:
    """A document with its text."""
    with ledger_of(request).read() as connection:
        note, text = document_of(connection, id)
    return DocumentText(id=id, note=public(note), text=text)


@get("/copies", sync_to_thread=True, responses=problems(404), operation_id="list_copies")
def copies(
    request: Asking,
    acknowledged: FromQuery[Acknowledged | None] = None,
    after: Annotated[
        str | None,
        QueryParameter(
            max_length=300,
            pattern=r"^[^,\u0000]+,[^,\u0000]+$",
            description="The ids of the last pair shown, with a comma between.",
        ),
    ] = None,
    limit: Limit = 20,
) -> Response[Copies]:
    """Pairs of articles of which one reprints the other, those added last first."""
    pair = tuple((after or "").split(",")) if after else None
    if pair is not None and len(pair) != 2:
        raise BadQuery("after is the ids of the two articles of the last pair shown, with a comma between")
    with ledger_of(request).read() as connection:
        rows = public(copy_rows(connection, acknowledged=acknowledged, after=pair, limit=limit + 1))
    last = rows[limit - 1] if len(rows) > limit else None
    following = f"{last.first.article},{last.copy.article}" if last else None
    return paged(request, Copies(next=following, rows=rows[:limit]))


@get("/copies/{a:str}/{b:str}", sync_to_thread=True, responses=problems(404), operation_id="compare_articles")
def copy(request: Asking, a: Id, b: Id) -> Copy | None:
    """Two articles laid side by side; null where they share too little to be copies."""
    ledger = ledger_of(request)
    return public(compare(ledger.record(a).article, ledger.record(b).article))


HANDLERS = (overview, quotations, facets, articles, outlets, outlet, documents, document, copies, copy)
