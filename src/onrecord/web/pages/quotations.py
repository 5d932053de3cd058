"""One quotation, for ever at this address: its words, who says it, why, what the check found, how to cite it."""

import datetime

from litestar import Response, get
from litestar.params import FromPath

from onrecord.corrections import attached
from onrecord.findings import CheckedQuotation
from onrecord.formats.check.shown import ShownCheck
from onrecord.formats.citation import STYLES, cite
from onrecord.formats.fragments import text_link
from onrecord.formats.layout import Entry, lay_out
from onrecord.ledger.keeping import need_place
from onrecord.ledger.ledger import Found, Ledger
from onrecord.ledger.rows import quotation_row
from onrecord.ledger.verdicts import check_of, checked_article
from onrecord.model import Quotation, Record
from onrecord.web.asking import Asking, ledger_of
from onrecord.web.bounds import bounded
from onrecord.web.paths import public
from onrecord.web.rendering import page, part


@get("/quotations/{id:str}", sync_to_thread=True)
def quotation(request: Asking, id: FromPath[str]) -> Response[str]:
    """All that is known of a quotation."""
    found, checked = with_check(ledger_of(request), id)
    record = bounded(public(found.record))
    everything = found.quotation.act != "statement"
    entry = next(one for one in lay_out(record, everything=everything).entries if one.quotation.id == id)
    only = checked_article(found.record, {id: checked} if checked else {})
    return page(
        request,
        "quotation.html",
        row=quotation_row(record.article, found.quotation, checked.verdict if checked else None),
        quotation=found.quotation,
        entry=entry,
        record=record,
        shown=ShownCheck(1, bounded(public(only))) if only else None,
        here=place_in_article(record.article.id, entry, everything=everything),
        citations=citations(record, found.quotation, permalink(request, id)),
        corrections=attached(record).get(id, ()),
        field_text=record.article.field_text(found.quotation.field),
        live=text_link(
            record.article.url, record.article.field_text(found.quotation.field), found.quotation.content
        ),
        twin=f"/api/v1/quotations/{part(id)}",
    )


def with_check(ledger: Ledger, id: str) -> tuple[Found, CheckedQuotation | None]:
    """A quotation and what its check found, if one was made; raises `NotInLedger`."""
    found = ledger.quotation(id)
    with ledger.read() as connection:
        place = need_place(connection, found.record.article.id or "")
        return found, check_of(connection, place.first + found.record.quotations.index(found.quotation))


def place_in_article(article: str | None, entry: Entry, *, everything: bool) -> str:
    """The address of a quotation's place in the page of its article."""
    return f"/articles/{part(article)}{'?all=1' if everything else ''}#a1q{entry.number}"


def permalink(request: Asking, id: str) -> str:
    """The address of a quotation's page, for ever while this ledger is served here."""
    return f"{request.base_url}quotations/{part(id)}"


def citations(record: Record, quotation: Quotation, link: str) -> list[tuple[str, str, str]]:
    """A quotation cited in every style: the style's key, its name, and the citation."""
    today = datetime.datetime.now(datetime.UTC).date()
    return [
        (style, name, cite(record, quotation, style, permalink=link, accessed=today))
        for style, name in STYLES.items()
    ]


HANDLERS = (quotation,)
