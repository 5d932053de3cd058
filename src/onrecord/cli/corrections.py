"""`onrecord corrections`: what persons have said of the machine's answers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from onrecord.cli.ledger import ledger_option, opened_ledger
from onrecord.cli.output import let_go_of_standard_output
from onrecord.model import Correction

if TYPE_CHECKING:  # loading the database's library would make --help slow
    from onrecord.ledger.corrections import KeptCorrection

FORMATS = ("text", "jsonl")
SHOWN = 160  # characters of what it was made on


@click.command()
@click.argument("name", metavar="[NAME]", required=False)
@ledger_option
@click.option("--withdrawn", is_flag=True, help="Those that were withdrawn too.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to show them.")
def corrections(name: str | None, address: str | None, withdrawn: bool, form: str) -> None:
    """Show the corrections by hand that a ledger keeps, in the order of keeping.

    NAME is an article: its id or the beginning of one, its address, or its path as it was added; all its versions are
    meant. Where a correction's words are in the newest version no more, or no quotation is found there, that is said.
    """
    with opened_ledger(address) as ledger, ledger.read() as connection:
        from onrecord.formats import to_json
        from onrecord.ledger.corrections import every
        from onrecord.ledger.naming import find_article

        article = None if name is None else find_article(connection, name)
        try:
            for number, kept in enumerate(every(connection, article=article, withdrawn=withdrawn)):
                if form == "jsonl":
                    click.echo(to_json(kept))
                    continue
                if number:
                    click.echo()
                for line in _lines(kept):
                    click.echo(line)
        except BrokenPipeError:
            let_go_of_standard_output()


def told(correction: Correction) -> Iterator[str]:
    """A correction in lines for a terminal: what it is on, what it says, and by whom."""
    from onrecord.formats.correction_words import what_it_says, words_at
    from onrecord.formats.visible import one_line

    words = one_line(words_at(correction, correction.content))
    yield words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"
    yield f"   {one_line(what_it_says(correction))}"
    if correction.note:
        yield f"   note: {one_line(correction.note)}"
    by = f" by {one_line(correction.by)}" if correction.by else ""
    yield f"   {correction.at}{by} · {correction.id}"


def _lines(kept: "KeptCorrection") -> Iterator[str]:
    from onrecord.formats.visible import one_line

    yield from told(kept.correction)
    yield f"   in {one_line(kept.title or kept.path or kept.article)}"
    if kept.withdrawn:
        yield f"   withdrawn {kept.withdrawn}"
    elif kept.now is None:
        yield "   on no quotation any more: the newest version has none with these words"
