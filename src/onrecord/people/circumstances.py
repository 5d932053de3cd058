"""When a statement was made, as the article tells it, filled in for all quotations of an article."""

from collections.abc import Sequence

from msgspec.structs import replace

from ..model import Article, Quotation
from .when import find_dates


def find_circumstances(article: Article, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The same quotations with their `date`, where the text gives it; call it once the speakers are resolved."""
    dates = find_dates(article, quotations)
    return tuple(replace(row, date=date) for row, date in zip(quotations, dates, strict=True))
