"""An article: its text with the quotations marked, and beside them who says it, how, and what the check found."""

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect
from markupsafe import Markup

from onrecord.corrections import attached, corrected
from onrecord.findings import CheckedArticle, CheckedQuotation
from onrecord.formats.check.shown import ShownCheck
from onrecord.formats.check.words import SIGNS, VERDICT_NAMES
from onrecord.formats.correction_words import what_it_says
from onrecord.formats.html.article import ShownArticle
from onrecord.formats.layout import Entry, Page, Voice, lay_out
from onrecord.formats.visible import one_line
from onrecord.ledger.checking import check_and_keep
from onrecord.ledger.copies import copies_of
from onrecord.ledger.fulltext_index import Kind
from onrecord.ledger.keeping import find_place, need_place, read_record
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.query import Query
from onrecord.ledger.rows import article_rows
from onrecord.ledger.search import Search
from onrecord.ledger.search import page as page_of
from onrecord.ledger.verdicts import checked_article, checks_of, summary_of
from onrecord.ledger.versions import count_versions, versions_of
from onrecord.web.asking import Asking, ledger_of, slowly
from onrecord.web.bounds import bounded
from onrecord.web.paths import public
from onrecord.web.rendering import page, part

ARTICLES: Kind = "articles"
HAND = "hand"  # a quotation that is by somebody, and not by a model
MOST_COPIES = 5  # told on the page of an article


class WebArticle(ShownArticle):
    """An article on a page of the app: names lead to speakers, notes to what is known of the quotation."""

    def __init__(self, shown: Page, found: dict[str, CheckedQuotation]) -> None:
        super().__init__(1, shown)
        self.found = found
        self.corrections = attached(shown.record)
        self.how_to_see_all = Markup('<a href="?all=1">show them all</a>.')

    def address_of(self, voice: Voice) -> str | None:
        entry = voice.entries[0]
        speaker = next(
            (one for one in entry.quotation.speakers if (one.name or one.label) == voice.name and one.id),
            None,
        )
        return f"/speakers/{part(speaker.id)}" if speaker else None

    def beside(self, entry: Entry) -> Markup:
        id = entry.quotation.id
        said = self.corrections.get(id, ())
        shown = Markup("")
        if said:
            words = "; ".join(what_it_says(one) for one in said)
            shown += Markup('<span class="by-hand">corrected: <bdi>{}</bdi></span> ').format(one_line(words))
        if entry.quotation.by.startswith(HAND):
            return Markup('<span class="tools">{}</span>').format(shown)
        checked = self.found.get(id)
        if checked is not None:
            shown += Markup(
                '<a class="badge v-{0}" href="/quotations/{1}">'
                '<span class="sign" aria-hidden="true">{2}</span> {3}</a> '
            ).format(checked.verdict, part(id), SIGNS[checked.verdict], VERDICT_NAMES[checked.verdict])
        shown += Markup(
            '<a class="more-of" href="/quotations/{}">all about it<span class="sr"> (quotation {})</span></a>'
        ).format(part(id), entry.number)
        return Markup('<span class="tools">{}</span>').format(shown)


@get("/articles", sync_to_thread=True)
def articles(request: Asking) -> Response[str]:
    """All articles, the newest first."""
    after = request.query_params.get("after") or None
    with ledger_of(request).read() as connection:
        found = page_of(connection, ARTICLES, Search(), after=after)
        rows = article_rows(connection, found.numbers, Query())
    following = rows[-1].article if found.more and rows else None
    return page(
        request,
        "articles.html",
        rows=public(rows),
        total=found.total,
        following=following,
        twin="/api/v1/articles",
    )


@get("/articles/{id:str}", sync_to_thread=True)
def article(request: Asking, id: FromPath[str]) -> Response[str]:
    """The read page."""
    everything = request.query_params.get("all") == "1"
    ledger = ledger_of(request)
    with ledger.read() as connection:
        place = need_place(connection, id)
        record = read_record(connection, place.number)
        found = checks_of(connection, place)
        copies = copies_of(connection, place.number)
        others = [copy.b if copy.a == id else copy.a for copy in copies][:MOST_COPIES]
        places = [where.number for other in others if (where := find_place(connection, other))]
        near = article_rows(connection, places, Query())
        versions = count_versions(connection, place.number)
    wanted = bounded(public(record))
    as_corrected = request.query_params.get("corrected") == "1"
    laid_out = lay_out(corrected(wanted) if as_corrected else wanted, everything=everything)
    shown = WebArticle(laid_out, found)
    return page(
        request,
        "article.html",
        one=shown,
        copies=list(zip(copies, public(near), strict=False)),
        copies_in_all=len(copies),
        versions=versions,
        checked=summary_of(found.values()),
        everything=everything,
        as_corrected=as_corrected,
        twin=f"/api/v1/articles/{part(id)}",
    )


@get("/articles/{id:str}/check", sync_to_thread=True)
def check(request: Asking, id: FromPath[str]) -> Response[str]:
    """The check view: each quotation beside the document."""
    with ledger_of(request).read() as connection:
        place = need_place(connection, id)
        record = read_record(connection, place.number)
        checked = checked_article(record, checks_of(connection, place))
    shown = ShownCheck(1, bounded(public(checked))) if checked else None
    return page(
        request,
        "check.html",
        one=shown,
        record=public(record),
        id=id,
        twin=f"/api/v1/articles/{part(id)}/check",
    )


@post("/articles/{id:str}/recheck", status_code=303)
async def check_again(request: Asking, id: FromPath[str]) -> Redirect:
    """Check it against what the ledger holds now, and show what was found."""
    await slowly(request, recheck, ledger_of(request), id)
    return Redirect(f"/articles/{part(id)}/check", status_code=303)


def recheck(ledger: Ledger, id: str) -> CheckedArticle:
    """Check an article against its ledger as it is now, and keep what is found; raises `NotInLedger`."""
    return check_and_keep(ledger, ledger.record(id))


@get("/articles/{id:str}/versions", sync_to_thread=True)
def versions(request: Asking, id: FromPath[str]) -> Response[str]:
    """Every version of an article, and what each changed of the one before."""
    with ledger_of(request).read() as connection:
        place = need_place(connection, id)
        found = versions_of(connection, place.number)
        record = read_record(connection, place.number)
    return page(
        request,
        "versions.html",
        versions=public(found),
        record=public(record),
        twin=f"/api/v1/articles/{part(id)}/versions",
    )


HANDLERS = (articles, article, check, check_again, versions)
