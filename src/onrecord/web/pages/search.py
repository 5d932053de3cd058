"""The search over everything, with what it can be narrowed down by."""

from urllib.parse import urlencode

from litestar import Response, get
from markupsafe import Markup, escape

from onrecord.errors import BadQuery
from onrecord.ledger.facet_counts import facet_counts
from onrecord.ledger.matches import matches
from onrecord.ledger.query import Query, parse
from onrecord.ledger.rows import article_rows, quotation_rows
from onrecord.ledger.search import page as page_of
from onrecord.web.asked import asked_of
from onrecord.web.asking import Asking, ledger_of
from onrecord.web.paths import public
from onrecord.web.rendering import page


@get("/search", sync_to_thread=True)
def search(request: Asking) -> Response[str]:
    """Quotations or articles, the newest added first."""
    try:
        asked = asked_of(request)
        query = parse(asked.search.words)
    except BadQuery as error:
        return page(
            request, "search.html", status=400, asked=None, wrong=str(error), given=request.query_params
        )
    with ledger_of(request).read() as connection:
        try:
            found = page_of(connection, asked.what, asked.search, after=asked.after, limit=asked.limit)
        except BadQuery as error:
            return page(
                request, "search.html", status=400, asked=None, wrong=str(error), given=request.query_params
            )
        quoted = asked.what == "quotations"
        rows = quotation_rows(connection, found.numbers) if quoted else []
        articles = [] if quoted else article_rows(connection, found.numbers, query)
        facets = facet_counts(connection, asked.search) if quoted and found.numbers else None
    following = None
    if found.more:
        following = rows[-1].quotation if rows else articles[-1].article if articles else None
    return page(
        request,
        "search.html",
        asked=asked,
        wrong=None,
        given=request.query_params,
        total=found.total,
        rows=public(rows),
        articles=public(articles),
        facets=facets,
        following=following,
        lit=Marker(query),
        twin=f"/api/v1/{asked.what}?" + urlencode(asked.but(what=None)),
        feed="/search.atom?" + urlencode(asked.but()),
    )


class Marker:
    """Marks up the words of a text that were looked for."""

    def __init__(self, query: Query) -> None:
        self.query = query

    def __call__(self, text: str) -> Markup:
        shown, at = Markup(""), 0
        for start, end in matches(self.query, text):
            shown += escape(text[at:start]) + Markup('<b class="hit">{}</b>').format(text[start:end])
            at = end
        return shown + escape(text[at:])


HANDLERS = (search,)
