"""`onrecord search --meaning`: quotations that say something like a question."""

from msgspec.structs import replace

from onrecord.cli.ledger import opened_ledger
from onrecord.cli.listing import Listing, show_listing
from onrecord.cli.messages import say
from onrecord.cli.progress import Progress
from onrecord.ledger.meaning import fill, missing, nearest
from onrecord.ledger.query import Query
from onrecord.ledger.rows import QuotationRow, quotation_rows
from onrecord.ledger.search import Search, find

MOST = 1 << 31  # of the quotations that the other options leave: all


def show_likest(address: str | None, asked: Search, *, limit: int, form: str, output: str | None) -> None:
    """Show the quotations likest to the words of a search, among those that its other terms leave."""
    with opened_ledger(address) as ledger:
        with ledger.read() as connection:
            bare = missing(connection)
        if bare:
            with Progress(bare, "quotations") as progress:
                fill(ledger, progress)
        with ledger.read() as connection:
            among = find(connection, "quotations", replace(asked, words=""), limit=MOST)
            likest = nearest(connection, asked.words, among=among, limit=limit)
            rows = quotation_rows(connection, [found.number for found in likest])
    likeness = [found.likeness for found in likest]
    listed = [replace(row, likeness=like) for row, like in zip(rows, likeness, strict=True)]
    listing = Listing(count=len(listed), more_than_count=len(among) > len(listed), next=None, rows=listed)
    show_listing(listing, form=form, kind=QuotationRow, query=Query(), output=output)
    say(f"the {len(listed)} likest of {len(among):,} quotations by what they say: approximate")
