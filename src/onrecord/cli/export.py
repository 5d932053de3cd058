"""`onrecord export`: what a ledger holds, in the form that another program takes."""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from onrecord.cli.days import day
from onrecord.cli.ledger import ledger_option, opened_ledger
from onrecord.cli.messages import Refused, say
from onrecord.cli.output import let_go_of_standard_output, opened
from onrecord.errors import OnrecordError
from onrecord.findings import VERDICTS
from onrecord.formats import BINARY, EXPORTS, Look, ready, write
from onrecord.model import Record

if TYPE_CHECKING:  # loading the database's library would make --help slow
    from onrecord.ledger.choosing import Choice
    from onrecord.ledger.ledger import Ledger


@click.command()
@click.argument("ids", metavar="[ID]...", nargs=-1)
@ledger_option
@click.option(
    "--format", "form", type=click.Choice(EXPORTS), default="jsonl", show_default=True, help="The form."
)
@click.option(
    "--output", metavar="FILE", help="Write to this file (brat: or folder), not to standard output."
)
@click.option(
    "--speaker", metavar="NAME", help="Only quotations of this speaker: a name, its last words, or an id."
)
@click.option("--outlet", metavar="NAME", help="Only articles of this outlet.")
@click.option(
    "--from", "first", metavar="DAY", help="Only articles published on this day (2031-10-15) or later."
)
@click.option("--to", "last", metavar="DAY", help="Only articles published on this day or earlier.")
@click.option(
    *("--verdict", "verdicts"),
    type=click.Choice(VERDICTS),
    multiple=True,
    help="Only quotations with this verdict of a check; may be given several times.",
)
@click.option("--versions", is_flag=True, help="Older versions of articles too.")
@click.option("--corrected", is_flag=True, help="As corrections by hand have it, not as the machine does.")
def export(
    ids: tuple[str, ...],
    address: str | None,
    form: str,
    output: str | None,
    speaker: str | None,
    outlet: str | None,
    first: str | None,
    last: str | None,
    verdicts: tuple[str, ...],
    versions: bool,
    corrected: bool,
) -> None:
    """Write what a ledger holds: everything, or what the options and the ids of articles or quotations choose.

    \b
    jsonl          one article a line, whole: what `onrecord import` takes
    csv, parquet   one row a quotation, as of `onrecord read`
    jsonld         schema.org: NewsArticle and Quotation
    webannotation  W3C Web Annotations, with links to the words on the page
    brat           standoff files: a folder, where --output names one or ends in /, else a ZIP archive
    doccano        JSON Lines with entities and relations
    labelstudio    tasks with predictions
    bio            a token a line, tagged, as in CoNLL's shared tasks

    jsonl holds every article with all its quotations, whichever of them were asked for; the other forms hold only
    those. What a form cannot hold is counted on standard error. docs/formats.md says what each form holds.

    Corrections by hand (`onrecord correct`) stand beside the machine's answers, in jsonl, csv and parquet. With
    --corrected they are applied, in every form: a quotation that was corrected is by hand/NAME.

    Exit code: 0, or 2 on wrong use.
    """
    from onrecord.ledger.choosing import Choice

    try:
        ready(form)
    except OnrecordError as error:
        raise Refused(str(error)) from error
    if form in BINARY and output is None and sys.stdout.isatty():
        raise Refused(f"{form} is no text for a terminal: say where to write it with --output.")
    choice = Choice(
        ids=ids,
        speaker=speaker,
        outlet=outlet,
        first=day("--from", first),
        last=day("--to", last),
        verdicts=verdicts,
        superseded=versions,
        corrected=corrected,
    )
    with opened_ledger(address) as ledger:
        left_out = _write(ledger, choice, form=form, output=output)
    for reason, count in sorted(left_out.items()):
        say(f"left out of {form}: {count} {reason}.")


def _write(ledger: "Ledger", choice: "Choice", *, form: str, output: str | None) -> Counter[str]:
    verdicts: dict[str, str] = {}
    lost: Counter[str] = Counter()
    records = _records(ledger, choice, verdicts, lost, whole=form == "jsonl")
    # Known to be there before the output is opened, so that a wrong id empties no file.
    first = next(records, None)
    records = records if first is None else _from(first, records)
    try:
        if (
            form == "brat"
            and output is not None
            and (output.endswith(("/", os.sep)) or os.path.isdir(output))
        ):
            from onrecord.formats.brat import write_brat_folder

            return write_brat_folder(records, output) + lost
        with opened(output) as out:
            try:
                left_out = write(records, out, form=form, look=Look(verdict_of=verdicts.get))
                out.flush()
                return left_out + lost
            except BrokenPipeError:
                let_go_of_standard_output()
                return Counter()
    except OSError as error:
        where = output or "standard output"
        raise Refused(f"{where} cannot be written ({error.strerror or error}): is there room?") from error


def _records(
    ledger: "Ledger", choice: "Choice", verdicts: dict[str, str], lost: Counter[str], *, whole: bool
) -> Iterator[Record]:
    """The records to write; `verdicts` holds those of the one that is being written, `lost` what was not applied."""
    from onrecord.ledger.choosing import chosen

    for one in chosen(ledger, choice):
        verdicts.clear()
        verdicts.update(one.verdicts)
        if one.unattached:
            lost["corrections whose words are in the article no more"] += len(one.unattached)
        yield one.record if whole else one.narrowed()


def _from(first: Record, others: Iterator[Record]) -> Iterator[Record]:
    yield first
    yield from others
