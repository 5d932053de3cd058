"""`onrecord correct`: what a person says of the machine's answer for a quotation."""

from typing import get_args

import click
import msgspec

from onrecord.cli.ledger import ledger_option, opened_ledger
from onrecord.cli.messages import Refused, say
from onrecord.model import SpeakerKind


@click.command()
@click.argument("name", metavar="NAME")
@ledger_option
@click.option(
    "--speaker", "speakers", metavar="NAME", multiple=True, help="Who says it: a name, or a speaker's id."
)
@click.option(
    "--kind",
    type=click.Choice(get_args(SpeakerKind)),
    default="person",
    show_default=True,
    help="What the speakers are, where they are given by name.",
)
@click.option("--unknown", is_flag=True, help="It is not known who says it.")
@click.option("--content", metavar="WORDS", help="What is said.")
@click.option("--cue", metavar="WORDS", help="By which words it is said to be said; '' for none.")
@click.option("--source", metavar="WORDS", help="The words for who says it; '' for none.")
@click.option("--no-quotation", is_flag=True, help="Nobody is said to say it.")
@click.option(
    "--missed", is_flag=True, help="NAME is an article, and --content a quotation of it that was missed."
)
@click.option(
    "--field", default="text", show_default=True, help="Where --missed stands: text, title, deck, ..."
)
@click.option("--withdraw", is_flag=True, help="NAME is a correction that is to count no longer.")
@click.option("--note", default="", metavar="TEXT", help="Why, or anything else that is to be kept with it.")
@click.option("--by", default="", metavar="NAME", help="Who corrects.")
def correct(name: str, address: str | None, withdraw: bool, **said: object) -> None:
    """Say that the machine's answer for a quotation is wrong, and what is right.

    NAME is the quotation's id, as `onrecord search` shows it, or eight digits of it or more. The answer itself stays:
    the correction is kept beside it, comes out with it (`onrecord export`), and takes its place where that is asked for
    (`onrecord export --corrected`). Of several of one kind on one quotation the latest counts.

    WORDS are as they stand in the article, or places in it: 120-158, or 120-158,190-204 for words in two stretches.
    What --content, --cue and --source do not name stays as it is.

    \b
    onrecord correct 0f3a9c21 --speaker "Mira Osk" --by desk
    onrecord correct 0f3a9c21 --content "the bridge is shut" --cue "she wrote"
    onrecord correct articles/wire.txt --missed --content "the boats stay" --speaker "Ines Marl"
    onrecord correct 7be2d4a0 --withdraw

    Exit code: 0, or 2 on wrong use, and where the ledger has no such quotation or the words do not stand there.
    """
    from onrecord.ledger.drafts import Said
    from onrecord.ledger.drafts import drafts as made

    wanted = msgspec.convert(said, Said)
    if withdraw:
        if wanted != Said(note=wanted.note, by=wanted.by):
            raise Refused("--withdraw takes a correction back: give it alone.")
        _withdraw(name, address)
        return
    with opened_ledger(address) as ledger, ledger.write() as connection:
        from onrecord.ledger.corrections import correct as keep

        article, drafts = made(connection, name, wanted)
        kept = [keep(connection, article, draft) for draft in drafts]
    from onrecord.cli.corrections import told

    for correction in kept:
        for line in told(correction):
            click.echo(line)


def _withdraw(id: str, address: str | None) -> None:
    from onrecord.cli.corrections import told

    with opened_ledger(address) as ledger, ledger.write() as connection:
        from onrecord.ledger.corrections import withdraw

        correction = withdraw(connection, id)
    for line in told(correction):
        click.echo(line)
    say("withdrawn: it counts no longer, and `onrecord corrections --withdrawn` still shows it.")
