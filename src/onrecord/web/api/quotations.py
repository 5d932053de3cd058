"""One quotation, by its id."""

import msgspec
from litestar import get

from onrecord.findings import CheckedQuotation
from onrecord.ledger.rows import QuotationRow, quotation_row
from onrecord.model import Quotation
from onrecord.web.api.parameters import Id, problems
from onrecord.web.asking import Asking, ledger_of
from onrecord.web.pages.quotations import with_check
from onrecord.web.paths import public


class WholeQuotation(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation as a row of a list, as its article's record has it, and what its check found."""

    row: QuotationRow
    quotation: Quotation
    check: CheckedQuotation | None


@get("/quotations/{id:str}", sync_to_thread=True, responses=problems(404), operation_id="get_quotation")
def quotation(request: Asking, id: Id) -> WholeQuotation:
    """All that is known of a quotation."""
    found, checked = with_check(ledger_of(request), id)
    row = quotation_row(found.record.article, found.quotation, checked.verdict if checked else None)
    return public(WholeQuotation(row=row, quotation=found.quotation, check=checked))


HANDLERS = (quotation,)
