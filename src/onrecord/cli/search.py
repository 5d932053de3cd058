"""`onrecord search`: what a ledger holds, by words, speakers, outlets and days."""

from typing import TYPE_CHECKING, get_args

import click

from onrecord.cli.days import day
from onrecord.cli.ledger import ledger_option, opened_ledger
from onrecord.cli.listing import Listing, page_options, show_listing, summary
from onrecord.cli.messages import Refused, say
from onrecord.findings import VERDICTS
from onrecord.model import Act, QuotationKind

if TYPE_CHECKING:  # loading the database's library would make --help slow
    from onrecord.ledger.search import Search


@click.command()
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@ledger_option
@click.option("--articles", is_flag=True, help="Look through whole articles, not through quotations.")
@click.option(
    "--meaning",
    is_flag=True,
    help="Take the words as a question: quotations that say something like it, in any words. Approximate.",
)
@click.option("--speaker", metavar="NAME", help="Only of this speaker: a name, a part of it, or an id.")
@click.option("--outlet", metavar="NAME", help="Only of outlets with these words in their name.")
@click.option("--from", "first", metavar="DAY", help="Only published on this day (2031-10-15) or later.")
@click.option("--to", "last", metavar="DAY", help="Only published on this day or earlier.")
@click.option(
    *("--kind", "kinds"),
    type=click.Choice(get_args(QuotationKind)),
    multiple=True,
    help="Only quotations of this kind; may be given several times.",
)
@click.option(
    *("--act", "acts"),
    type=click.Choice(get_args(Act)),
    multiple=True,
    help="Only quotations of this act, not statements; may be given several times.",
)
@click.option("--all", "everything", is_flag=True, help="Quotations of every act, not only statements.")
@click.option(
    *("--verdict", "verdicts"),
    type=click.Choice(VERDICTS),
    multiple=True,
    help="Only quotations with this verdict of a check; may be given several times.",
)
@page_options
def search(
    words: tuple[str, ...],
    address: str | None,
    articles: bool,
    meaning: bool,
    speaker: str | None,
    outlet: str | None,
    first: str | None,
    last: str | None,
    kinds: tuple[str, ...],
    acts: tuple[str, ...],
    everything: bool,
    verdicts: tuple[str, ...],
    limit: int,
    after: str | None,
    form: str,
    output: str | None,
) -> None:
    """Find quotations in a ledger, or articles: the newest added first.

    \b
    bridge quay             both words; case and accents aside, no word cut to a stem
    '"to be or not to be"'  these words next to each other
    'bridg*'                words that begin so
    'bridge NEAR/5 closed'  at most five words between the two, in either order
    'bridge OR quay'        one of the two
    'bridge -quay'          the one without the other

    Put it into single quotation marks, so that the shell leaves it as it is; docs/search.md tells it all. How many
    there are is said on standard error, up to 10,000.

    With --meaning the words are a question ("what did she say about the ferry"), and the quotations that say something
    like it come first, whatever their words. That is approximate: it knows nothing of "not", of numbers, or of who
    is right. The first such search works out a vector for each quotation that has none, some 200 a second.

    Exit code: 0, also where nothing is found, or 2 on wrong use.
    """
    from onrecord.ledger.search import Search

    if everything and acts:
        raise Refused("--all shows every act: leave out --act.")
    asked = Search(
        words=" ".join(words),
        speaker=speaker,
        outlet=outlet,
        first=day("--from", first),
        last=day("--to", last),
        kinds=kinds,
        acts=acts if acts or everything or articles else ("statement",),
        verdicts=verdicts,
    )
    if meaning:
        if articles or after or not asked.words.strip():
            raise Refused("--meaning takes a question, and goes without --articles and --after.")
        from onrecord.cli.search_meaning import show_likest

        show_likest(address, asked, limit=limit, form=form, output=output)
        return
    things = "articles" if articles else "quotations"
    _show(address, asked, things=things, after=after, limit=limit, form=form, output=output)


def _show(
    address: str | None,
    asked: "Search",
    *,
    things: str,
    after: str | None,
    limit: int,
    form: str,
    output: str | None,
) -> None:
    from onrecord.ledger.query import parse
    from onrecord.ledger.rows import ArticleRow, QuotationRow, article_rows, quotation_rows
    from onrecord.ledger.search import page

    with opened_ledger(address) as ledger, ledger.read() as connection:
        query = parse(asked.words)
        kind: type[ArticleRow] | type[QuotationRow]
        if things == "articles":
            found = page(connection, "articles", asked, after=after, limit=limit)
            shown = article_rows(connection, found.numbers, query)
            kind, ids = ArticleRow, [row.article for row in shown]
            listed: list[ArticleRow] | list[QuotationRow] = shown
        else:
            found = page(connection, "quotations", asked, after=after, limit=limit)
            rows = quotation_rows(connection, found.numbers)
            kind, ids, listed = QuotationRow, [row.quotation for row in rows], rows
    following = ids[-1] if found.more and ids else None
    listing = Listing(count=found.total.number, more_than_count=found.total.more, next=following, rows=listed)
    show_listing(listing, form=form, kind=kind, query=query, output=output)
    one = found.total.number == 1 and not found.total.more
    say(summary(str(found.total), things[:-1] if one else things, len(ids), following=following))
