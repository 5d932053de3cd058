"""`onrecord who`: a speaker's record over time."""

from typing import TYPE_CHECKING

import click

from onrecord.cli.days import day
from onrecord.cli.ledger import ledger_option, opened_ledger
from onrecord.cli.listing import Listing, page_options, show_listing, summary
from onrecord.cli.messages import Refused, say

if TYPE_CHECKING:  # loading the database's library would make --help slow
    from onrecord.ledger.sayings import Summary
    from onrecord.ledger.speakers import Called

MOST_OTHERS = 5  # speakers of the same name that are told


class SpeakerListing(Listing, frozen=True, kw_only=True):
    """The record of a speaker as JSON: the figures, and a page of the quotations."""

    speaker: "Summary"


@click.command()
@click.argument("name", metavar="NAME")
@ledger_option
@click.option("--from", "first", metavar="DAY", help="Only said on this day (2031-10-15) or later.")
@click.option("--to", "last", metavar="DAY", help="Only said on this day or earlier.")
@click.option("--all", "everything", is_flag=True, help="Quotations of every act, not only statements.")
@click.option("--oldest-first", is_flag=True, help="Begin with what was said first.")
@page_options
def who(
    name: str,
    address: str | None,
    first: str | None,
    last: str | None,
    everything: bool,
    oldest_first: bool,
    limit: int,
    after: str | None,
    form: str,
    output: str | None,
) -> None:
    """Show what a ledger holds of a speaker over time, under every spelling of the name: the last said first.

    NAME is a name, a part of one in whole words, or a speaker's id. Of several speakers of that name the most quoted
    one is shown, and the others are told. The day is the one that the text gives for the saying, else that of
    printing. `onrecord search --speaker ID WORDS` looks for words in it.

    Exit code: 0, or 2 on wrong use and where the ledger has no such speaker.
    """
    from onrecord.ledger.query import Query
    from onrecord.ledger.rows import QuotationRow, quotation_rows
    from onrecord.ledger.sayings import sayings, summary_of

    begin, end = day("--from", first), day("--to", last)
    with opened_ledger(address) as ledger, ledger.read() as connection:
        from onrecord.ledger.speakers import speakers_named

        found = speakers_named(connection, name)
        if not found:
            raise Refused(
                f"{ledger.name} knows no speaker called {name}: try fewer words, or `onrecord register list`."
            )
        figures = summary_of(connection, found[0])
        page = sayings(
            connection,
            found[0],
            first=begin,
            last=end,
            acts=() if everything else ("statement",),
            oldest_first=oldest_first,
            after=after,
            limit=limit,
        )
        rows = quotation_rows(connection, page.numbers)
    _tell_others(found[1:])
    following = rows[-1].quotation if page.more and rows else None
    listing = SpeakerListing(
        speaker=figures, count=page.total.number, more_than_count=False, next=following, rows=rows
    )
    show_listing(
        listing, form=form, kind=QuotationRow, query=Query(), output=output, head=[*_lines(figures), ""]
    )
    things = "quotation" if page.total.number == 1 else "quotations"
    say(summary(str(page.total), things, len(rows), following=following))


def _tell_others(others: "list[Called]") -> None:
    for row in others[:MOST_OTHERS]:
        say(f"also called so: {row.label}, {row.quotations:,} quotations: {row.id}")
    if len(others) > MOST_OTHERS:
        say(f"and {len(others) - MOST_OTHERS} more: give more of the name.")


def _lines(figures: "Summary") -> list[str]:
    """The speaker in figures, for a terminal."""
    lines = [f"{figures.label} · {figures.kind} · {figures.id}"]
    others = [alias for alias in figures.aliases if alias != figures.label]
    if others:
        lines.append(f"also {'; '.join(others)}")
    told = f"{_counted(figures.quotations, 'quotation')} in {_counted(figures.articles, 'article')}"
    if figures.first is not None:
        told += f", {figures.first}" + (f" to {figures.last}" if figures.last != figures.first else "")
    lines.append(told)
    if figures.outlets:
        left = figures.outlets_in_all - len(figures.outlets)
        lines.append(f"printed by {_listed(figures.outlets)}" + (f", and {left:,} more" if left else ""))
    if figures.verdicts:
        lines.append(f"checked: {_listed(figures.verdicts)}")
    return lines


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in counts.items())


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}" + ("" if number == 1 else "s")
