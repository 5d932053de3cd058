"""The first page: what the ledger holds, or a welcome where it holds nothing yet."""

from litestar import Response, get

from onrecord.ledger.fulltext_index import Kind
from onrecord.ledger.query import Query
from onrecord.ledger.rows import article_rows, quotation_rows
from onrecord.ledger.search import Search, find
from onrecord.web.asked import STATEMENTS
from onrecord.web.asking import Asking, figures_of, ledger_of
from onrecord.web.greeting import NAMES
from onrecord.web.memory import LIVE
from onrecord.web.paths import leaf, public
from onrecord.web.rendering import page

NEWEST = 8
ARTICLES: Kind = "articles"


@get("/", sync_to_thread=True, opt={LIVE: True})
def home(request: Asking) -> Response[str]:
    """The overview."""
    ledger = ledger_of(request)
    with ledger.read() as connection:
        articles = article_rows(connection, find(connection, ARTICLES, Search(), limit=NEWEST), Query())
        said = quotation_rows(
            connection, find(connection, "quotations", Search(acts=STATEMENTS), limit=NEWEST)
        )
    failures = [(leaf(path), failure) for path, failure in ledger.failures()[:NEWEST]]
    if not articles and not failures and not figures_of(request).get().stats.documents:
        return page(request, "welcome.html", examples=NAMES)
    return page(
        request,
        "home.html",
        overview=figures_of(request).get(),
        articles=public(articles),
        rows=public(said),
        failures=failures,
        twin="/api/v1/overview",
    )


HANDLERS = (home,)
