"""What people take away or follow: cards, citations and feeds."""

import datetime
from collections.abc import Sequence

from litestar import Response, get
from litestar.params import FromPath
from sqlalchemy import Connection

from onrecord.formats.atom import MEDIA_TYPE, Entry, atom_id, feed
from onrecord.formats.card_png import card_png
from onrecord.formats.card_svg import card_svg
from onrecord.ledger.keeping import added_at
from onrecord.ledger.rows import QuotationRow, quotation_rows
from onrecord.ledger.search import Search, find
from onrecord.ledger.tracing import printings_beside
from onrecord.web.asked import asked_of
from onrecord.web.asking import Asking, ledger_of
from onrecord.web.pages.quotations import permalink, with_check
from onrecord.web.pages.speakers import speaker_of
from onrecord.web.paths import public
from onrecord.web.rendering import day, encoded, part

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
    """The newest quotations that a search finds."""
    asked = asked_of(request)
    words = encoded([(name, value) for name, value in asked.parameters if name != "after"])
    with ledger_of(request).read() as connection:
        numbers = find(connection, "quotations", asked.search, limit=MOST)
        return _feed(
            request,
            connection,
            quotation_rows(connection, numbers),
            id=atom_id("search", words),
            title=f"onrecord: {asked.search.words or 'newest quotations'}",
            page=f"search?{words}",
        )


@get("/speakers/{id:str}/feed.atom", sync_to_thread=True)
def speaker_feed(request: Asking, id: FromPath[str]) -> Response[bytes]:
    """The quotations of a speaker that were added last."""
    with ledger_of(request).read() as connection:
        called = speaker_of(connection, id)
        rows = quotation_rows(connection, find(connection, "quotations", Search(speaker=id), limit=MOST))
        return _feed(
            request,
            connection,
            rows,
            id=atom_id("speaker", id),
            title=f"onrecord: {called.label}",
            page=f"speakers/{part(id)}",
        )


@get("/families/{quotation:str}/feed.atom", sync_to_thread=True)
def family_feed(request: Asking, quotation: FromPath[str]) -> Response[bytes]:
    """The printings of an utterance that were added last."""
    with ledger_of(request).read() as connection:
        numbers = sorted(printings_beside(connection, quotation), reverse=True)
        rows = quotation_rows(connection, numbers[:MOST])
        return _feed(
            request,
            connection,
            rows,
            id=atom_id("family", quotation),
            title="onrecord: printings of one utterance",
            page=f"families/{part(quotation)}",
        )


def _feed(
    request: Asking, connection: Connection, rows: Sequence[QuotationRow], *, id: str, title: str, page: str
) -> Response[bytes]:
    """A feed of quotations, those added last first."""
    added = added_at(connection, {row.article for row in rows if row.article})
    entries = [
        Entry(
            id=atom_id("quotation", row.quotation),
            title=f"{', '.join(row.speakers) or row.source or 'unknown'}: {row.content}",
            updated=datetime.datetime.fromisoformat(added[row.article or ""]),
            link=permalink(request, row.quotation),
            text=_told(row),
        )
        for row in public(list(rows))
    ]
    newest = max((entry.updated for entry in entries), default=NOTHING_YET)
    base = str(request.base_url)
    path = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
    data = feed(
        entries,
        id=id,
        title=title,
        updated=newest,
        self_link=base + path.removeprefix("/"),
        alternate=base + page,
    )
    return Response(data, media_type=MEDIA_TYPE)


def _told(row: QuotationRow) -> str:
    """A quotation and what is known of it, as plain text."""
    facts = [row.outlet, day(row.published), f"said {day(row.said)}" if row.said else None, row.kind, row.act]
    facts += [f"verdict: {row.verdict.replace('_', ' ')}" if row.verdict else None, row.title]
    said = "denied: " if row.negated else ""
    return f"{said}{row.content}\n\n" + " · ".join(fact for fact in facts if fact)


HANDLERS = (card, picture, search_feed, speaker_feed, family_feed)
