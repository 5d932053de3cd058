"""A family: all printings of one utterance, who could have taken it from whom, and what each changed."""

from urllib.parse import urlencode

from litestar import Response, get
from litestar.params import FromPath
from markupsafe import Markup

from onrecord.errors import NotInLedger
from onrecord.formats.lineage_svg import draw
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.tracing import Told, families_with, family_of, told_of
from onrecord.traces import Lineage
from onrecord.web.asked import LONGEST
from onrecord.web.asking import Asking, figures_of, ledger_of
from onrecord.web.bounds import bounded
from onrecord.web.lineages import shown
from onrecord.web.memory import LIVE
from onrecord.web.paths import public
from onrecord.web.rendering import page, part

MOST_FOUND = 50  # families with the words, shown at once


@get("/families", sync_to_thread=True, opt={LIVE: True})
def families(request: Asking) -> Response[str]:
    """The families that have some words, or those with most printings."""
    words = request.query_params.get("words", "").strip()[:LONGEST]
    found = families_with(ledger_of(request), words) if words else []
    return page(
        request,
        "families.html",
        words=words,
        found=found[:MOST_FOUND],
        left=max(len(found) - MOST_FOUND, 0),
        most=() if words else figures_of(request).get().families,
        twin="/api/v1/families?" + urlencode({"words": words}) if words else "/api/v1/overview",
    )


@get("/families/{quotation:str}", sync_to_thread=True)
def family(request: Asking, quotation: FromPath[str]) -> Response[str]:
    """The family of a quotation."""
    one = shown(bounded(told(ledger_of(request), quotation)))
    return page(
        request,
        "family.html",
        shown=one,
        found=one.found,
        drawing=Markup(one.picture),  # what the picture is handed is escaped where it is drawn
        quotation=quotation,
        picture=f"/families/{part(quotation)}/lineage.svg",
        twin=f"/api/v1/families/{part(quotation)}",
        feed=f"/families/{part(quotation)}/feed.atom",
    )


@get("/families/{quotation:str}/lineage.svg", sync_to_thread=True)
def picture(request: Asking, quotation: FromPath[str]) -> Response[str]:
    """The picture of the lineage."""
    return Response(draw(bounded(public(lineage(ledger_of(request), quotation)))), media_type="image/svg+xml")


def lineage(ledger: Ledger, quotation: str) -> Lineage:
    """The lineage of a quotation's family, by the quotation's id; raises `NotInLedger`."""
    return told(ledger, quotation).lineage


def told(ledger: Ledger, quotation: str) -> Told:
    """The same with the ids of its documents and the copies among its articles."""
    traced = family_of(ledger, quotation)
    if traced is None:
        raise NotInLedger("this quotation has no words in quotation marks: only those are traced")
    return told_of(ledger, traced)


HANDLERS = (families, family, picture)
