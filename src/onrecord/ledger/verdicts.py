"""The verdicts that a ledger keeps of its articles' quotations, with all that their checks found."""

from sqlalchemy import Connection, select

from onrecord.check.article import summarise
from onrecord.findings import CheckedArticle, CheckedQuotation, Searched
from onrecord.ledger.keeping import Place
from onrecord.ledger.packing import unpack_value
from onrecord.ledger.tables import checks
from onrecord.model import Record


def checks_of(connection: Connection, where: Place) -> dict[str, CheckedQuotation]:
    """What the kept checks of an article's quotations found, by the quotations' ids."""
    query = select(checks.c.result).where(
        checks.c.quotation.between(where.first, where.first + where.quotations - 1)
    )
    rows = connection.execute(query.order_by(checks.c.quotation)).scalars()
    return {one.id: one for one in (unpack_value(data, CheckedQuotation) for data in rows)}


def checked_article(record: Record, found: dict[str, CheckedQuotation]) -> CheckedArticle | None:
    """The kept checks of an article as one; None where none was made."""
    told = tuple(found[row.id] for row in record.quotations if row.id in found)
    searched = [check.searched for one in told for check in one.checks]
    if not searched:
        return None
    most: Searched = max(searched, key=_documents)  # checks are made again all at once, if at all
    return CheckedArticle(
        article=record.article,
        quotations=told,
        summary=summarise(told, documents=most.documents),
        searched=most,
    )


def _documents(searched: Searched) -> int:
    return searched.documents
