"""An outlet: what it printed, and what it took from others or gave them, acknowledged or not."""

from litestar import Response, get
from litestar.params import FromPath

from onrecord.ledger.fulltext_index import Kind
from onrecord.ledger.outlets import newest_of, outlet_named, outlets_of, summary_of
from onrecord.ledger.query import Query
from onrecord.ledger.rows import article_rows
from onrecord.ledger.search import number_of
from onrecord.web.asking import Asking, ledger_of
from onrecord.web.paths import public
from onrecord.web.rendering import page, part

ARTICLES: Kind = "articles"
AT_ONCE = 20


@get("/outlets", sync_to_thread=True)
def outlets(request: Asking) -> Response[str]:
    """All outlets, those with most articles first."""
    with ledger_of(request).read() as connection:
        found = outlets_of(connection)
    return page(request, "outlets.html", outlets=found, twin="/api/v1/outlets")


@get("/outlets/{name:path}", sync_to_thread=True)
def outlet(request: Asking, name: FromPath[str]) -> Response[str]:
    """One outlet, by its exact name."""
    name = name.removeprefix("/")
    after = request.query_params.get("after") or None
    with ledger_of(request).read() as connection:
        number, _ = outlet_named(connection, name)
        figures = summary_of(connection, name)
        before = None if after is None else number_of(connection, ARTICLES, after)
        numbers = newest_of(connection, number, before=before, limit=AT_ONCE + 1)
        rows = article_rows(connection, numbers[:AT_ONCE], Query())
    return page(
        request,
        "outlet.html",
        figures=figures,
        rows=public(rows),
        following=rows[-1].article if len(numbers) > AT_ONCE and rows else None,
        twin=f"/api/v1/outlets/{part(name)}",
    )


HANDLERS = (outlets, outlet)
