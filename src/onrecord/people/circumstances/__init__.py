"""When, where and to whom a statement was made, filled in for all quotations of an article."""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.model import Article, Quotation
from onrecord.people.circumstances.addressee import find_addressees
from onrecord.people.circumstances.venue import find_venues
from onrecord.people.circumstances.when import find_dates


def find_circumstances(article: Article, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The same quotations with `date`, `venue` and `addressee` where the text gives them.

    Call it once the speakers are resolved: a date is inherited by what the same speaker goes on to say.
    """
    dates = find_dates(article, quotations)
    venues = find_venues(article, quotations)
    addressees = find_addressees(article, quotations)
    return tuple(
        replace(row, date=date, venue=venue, addressee=addressee)
        for row, date, venue, addressee in zip(quotations, dates, venues, addressees, strict=True)
    )
