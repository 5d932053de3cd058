"""The verdicts that a ledger keeps of its articles' quotations, with all that their checks found."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from onrecord.check.article import summarise
from onrecord.findings import CheckedArticle, CheckedQuotation, Searched, Summary
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


def check_of(connection: Connection, number: int) -> CheckedQuotation | None:
    """What the kept check of the quotation of a number found; None where none was made."""
    data = connection.execute(select(checks.c.result).where(checks.c.quotation == number)).scalar()
    return None if data is None else unpack_value(data, CheckedQuotation)


def summary_of(found: Collection[CheckedQuotation]) -> Summary | None:
    """The kept checks of an article in figures; None where none was made."""
    return summarise(list(found), documents=_most(found).documents) if found else None


def checked_article(record: Record, found: dict[str, CheckedQuotation]) -> CheckedArticle | None:
    """The kept checks of an article as one; None where none was made."""
    told = tuple(found[row.id] for row in record.quotations if row.id in found)
    if not told:
        return None
    most = _most(told)
    return CheckedArticle(
        article=record.article,
        quotations=told,
        summary=summarise(told, documents=most.documents),
        searched=most,
    )


def _most(found: Collection[CheckedQuotation]) -> Searched:
    """What was searched: checks are made again all at once, if at all, so the fullest is that of all."""
    return max((check.searched for one in found for check in one.checks), key=_documents)


def _documents(searched: Searched) -> int:
    return searched.documents
