"""A quote that somebody has at hand, laid beside all that the ledger holds."""

from urllib.parse import urlencode

from litestar import Response, get

from onrecord.check.article import summarise
from onrecord.check.quote import check_passage
from onrecord.errors import BadQuery
from onrecord.findings import Check, CheckedArticle, CheckedQuotation
from onrecord.formats.check.shown import ShownCheck
from onrecord.ledger.checking import open_for
from onrecord.ledger.ledger import Ledger
from onrecord.model import Article
from onrecord.web.asking import Asking, ledger_of, slowly
from onrecord.web.bounds import bounded
from onrecord.web.guard import COSTLY
from onrecord.web.paths import public
from onrecord.web.rendering import page

LONGEST = 5_000  # characters of a quote


@get("/check", opt={COSTLY: True})
async def check(request: Asking) -> Response[str]:
    """The form, and what was found of the quote in it."""
    return await slowly(request, _check, request)


def found_of(ledger: Ledger, quote: str, speaker: str | None) -> Check:
    """Lay a quote beside all that a ledger holds."""
    with ledger.read() as connection, open_for(connection, [quote]) as index:
        return check_passage(quote, index, speaker=speaker)


def _check(request: Asking) -> Response[str]:
    quote = request.query_params.get("quote", "").strip()
    speaker = request.query_params.get("speaker", "").strip() or None
    if len(quote) > LONGEST:
        raise BadQuery(f"a quote has at most {LONGEST:,} characters here: onrecord check takes longer ones")
    shown = None
    if quote:
        found = found_of(ledger_of(request), quote, speaker)
        one = CheckedQuotation(id="quote", verdict=found.verdict, flags=found.flags, checks=(found,))
        shown = ShownCheck(
            1,
            bounded(
                public(
                    CheckedArticle(
                        article=Article(),
                        quotations=(one,),
                        summary=summarise([one], documents=found.searched.documents),
                        searched=found.searched,
                    )
                )
            ),
        )
    asked = {"quote": quote, **({"speaker": speaker} if speaker else {})}
    return page(
        request,
        "check_quote.html",
        quote=quote,
        speaker=speaker,
        shown=shown,
        twin="/api/v1/check?" + urlencode(asked) if quote else None,
    )


HANDLERS = (check,)
