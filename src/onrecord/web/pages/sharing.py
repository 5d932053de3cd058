"""What people take away or follow: cards, citations and feeds."""

import datetime
from collections.abc import Sequence
from urllib.parse import urlencode

from litestar import Response, get
from litestar.params import FromPath
from sqlalchemy import Connection

from onrecord.formats.atom import MEDIA_TYPE, Entry, atom_id, feed
from onrecord.formats.card_png import card_png
from onrecord.formats.card_svg import card_svg
from onrecord.ledger.keeping import added_at
from onrecord.ledger.query import parse
from onrecord.ledger.rows import ArticleRow, QuotationRow, article_rows, quotation_rows
from onrecord.ledger.search import Search, find
from onrecord.ledger.tracing import printings_beside
from onrecord.web.asked import asked_of
from onrecord.web.asking import Asking, ledger_of
from onrecord.web.pages.quotations import permalink, with_check
from onrecord.web.pages.speakers import speaker_of
from onrecord.web.paths import public
from onrecord.web.rendering import day, part

MOST = 50  # entries of a feed
NOTHING_YET = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


@get("/quotations/{id:str}/card.svg", sync_to_thread=True)
def card(request: Asking, id: FromPath[str]) -> Response[str]:
    """The card of a quotation; with ?dark=1 on a dark ground."""
    return Response(_card(request, id), media_type="image/svg+xml")


@get("/quotations/{id:str}/card.png", sync_to_thread=True)
def picture(request: Asking, id: FromPath[str]) -> Response[bytes]:
    """The card of a quotation as a PNG picture."""
    return Response(card_png(_card(request, id)), media_type="image/png")


def _card(request: Asking, id: str) -> str:
    found, checked = with_check(ledger_of(request), id)
    return card_svg(
        public(found.record),
        found.quotation,
        checked=public(checked),
        permalink=permalink(request, id),
        dark=request.query_params.get("dark") == "1",
    )


@get("/search.atom", sync_to_thread=True)
def search_feed(request: Asking) -> Response[bytes]:
    """The newest quotations or articles that a search finds."""
    asked = asked_of(request)
    words = urlencode(asked.but())
    with ledger_of(request).read() as connection:
        numbers = find(connection, asked.what, asked.search, limit=MOST)
        if asked.what == "articles":
            entries = _articles(
                request, connection, article_rows(connection, numbers, parse(asked.search.words))
            )
        else:
            entries = _quotations(request, connection, quotation_rows(connection, numbers))
    title = f"onrecord: {asked.search.words or f'newest {asked.what}'}"
    return _feed(request, entries, id=atom_id("search", words), title=title, page=f"search?{words}")


@get("/speakers/{id:str}/feed.atom", sync_to_thread=True)
def speaker_feed(request: Asking, id: FromPath[str]) -> Response[bytes]:
    """The quotations of a speaker that were added last."""
    with ledger_of(request).read() as connection:
        called = speaker_of(connection, id)
        rows = quotation_rows(connection, find(connection, "quotations", Search(speaker=id), limit=MOST))
        entries = _quotations(request, connection, rows)
    title = f"onrecord: {called.label}"
    return _feed(request, entries, id=atom_id("speaker", id), title=title, page=f"speakers/{part(id)}")


@get("/families/{quotation:str}/feed.atom", sync_to_thread=True)
def family_feed(request: Asking, quotation: FromPath[str]) -> Response[bytes]:
    """The printings of an utterance that were added last."""
    with ledger_of(request).read() as connection:
        numbers = sorted(printings_beside(connection, quotation), reverse=True)
        entries = _quotations(request, connection, quotation_rows(connection, numbers[:MOST]))
    title = "onrecord: printings of one utterance"
    return _feed(
        request, entries, id=atom_id("family", quotation), title=title, page=f"families/{part(quotation)}"
    )


def _feed(request: Asking, entries: list[Entry], *, id: str, title: str, page: str) -> Response[bytes]:
    """A feed of what was added last."""
    base = str(request.base_url)
    path = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
    data = feed(
        entries,
        id=id,
        title=title,
        updated=max((entry.updated for entry in entries), default=NOTHING_YET),
        self_link=base + path.removeprefix("/"),
        alternate=base + page,
    )
    return Response(data, media_type=MEDIA_TYPE)


def _quotations(request: Asking, connection: Connection, rows: Sequence[QuotationRow]) -> list[Entry]:
    added = added_at(connection, {row.article for row in rows if row.article})
    return [
        Entry(
            id=atom_id("quotation", row.quotation),
            title=f"{', '.join(row.speakers) or row.source or 'unknown'}: {row.content}",
            updated=_moment(added[row.article or ""]),
            link=permalink(request, row.quotation),
            text=_told(row),
        )
        for row in public(list(rows))
    ]


def _articles(request: Asking, connection: Connection, rows: Sequence[ArticleRow]) -> list[Entry]:
    added = added_at(connection, {row.article for row in rows if row.article})
    return [
        Entry(
            id=atom_id("article", row.article or ""),
            title=row.title or row.path or "Article without a headline",
            updated=_moment(added[row.article or ""]),
            link=f"{request.base_url}articles/{part(row.article)}",
            text="\n\n".join(one for one in (row.outlet, day(row.published), row.excerpt) if one),
        )
        for row in public(list(rows))
    ]


def _moment(added: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(added)


def _told(row: QuotationRow) -> str:
    """A quotation and what is known of it, as plain text."""
    facts = [row.outlet, day(row.published), f"said {day(row.said)}" if row.said else None, row.kind, row.act]
    facts += [f"verdict: {row.verdict.replace('_', ' ')}" if row.verdict else None, row.title]
    said = "denied: " if row.negated else ""
    return f"{said}{row.content}\n\n" + " · ".join(fact for fact in facts if fact)


HANDLERS = (card, picture, search_feed, speaker_feed, family_feed)
