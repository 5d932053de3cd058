"""`onrecord eval compare`: any tool's annotations measured against any others."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.messages import Refused, say
from onrecord.errors import OnrecordError

if TYPE_CHECKING:
    from onrecord.measure.annotations import Form

FORMS = ("polnear", "parc", "citron", "brat", "doccano", "labelstudio", "bio", "jsonl")
SOME_FAILED = 3
bootstrap_option = click.option(
    "--bootstrap",
    type=click.IntRange(0),
    default=1000,
    show_default=True,
    help="How often documents are drawn for the 95 % intervals; 0 for none.",
)


@click.command("compare")
@click.argument("gold", type=click.Path(exists=True, path_type=Path))
@click.argument("predicted", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--gold-format",
    "gold_form",
    type=click.Choice(FORMS),
    help="The format of GOLD, where it is not to be told from the files.",
)
@click.option("--format", "form", type=click.Choice(FORMS), help="The format of PREDICTED, likewise.")
@click.option("--nested", is_flag=True, help="Count quotations inside quotations too.")
@bootstrap_option
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed, other draws.")
def compare(
    gold: Path,
    predicted: Path,
    gold_form: "Form | None",
    form: "Form | None",
    nested: bool,
    bootstrap: int,
    seed: int,
) -> None:
    """Measure annotations against others, of any tool and in any format, and print all measures.

    GOLD and PREDICTED are files, or folders of files: PolNeAR (the folder of a split), PARC 3.0 (XML), Citron (JSON),
    brat, doccano (JSON Lines), Label Studio (JSON), BIO in columns, or `onrecord read --format jsonl`. Documents are
    paired by their words, whatever their files are called, and white space may differ. docs/measures.md says what each
    measure is.

    Exit code: 0 when everything could be read and compared, 3 when some could not (standard error says what), 2 on
    wrong use.
    """
    from onrecord.measure import compare_annotations

    try:
        comparison = compare_annotations(
            gold, predicted, gold_form=gold_form, form=form, nested=nested, bootstrap=bootstrap, seed=seed
        )
    except OnrecordError as error:
        raise Refused(str(error)) from error
    for message in (*comparison.notes, *comparison.failures):
        say(message)
    click.echo(comparison.tables)
    if comparison.failures:
        sys.exit(SOME_FAILED)
