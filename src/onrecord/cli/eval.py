"""`onrecord eval`: how good it is, measured on a corpus."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.eval_compare import bootstrap_option, compare
from onrecord.cli.messages import Refused
from onrecord.cli.model import model_option
from onrecord.cli.progress import Progress
from onrecord.errors import OnrecordError

if TYPE_CHECKING:
    from onrecord.measure.tracing.occasions import Half
    from onrecord.model import TaggerModel

SPLITS = ("train", "dev", "test")
corpus_folder = click.argument(
    "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
dev_split = click.option(
    "--split", type=click.Choice(SPLITS), default="dev", show_default=True, help="The part to measure on."
)


@click.group("eval")
def evaluate() -> None:
    """Measure onrecord on a corpus whose answers are known, or other tools."""


evaluate.add_command(compare)


@evaluate.command("attribution")
@corpus_folder
@dev_split
@model_option
@bootstrap_option
def attribution(folder: Path, split: str, model: "TaggerModel", bootstrap: int) -> None:
    """Measure how well quotations are found and attributed, and print the table and all measures.

    DIR is laid out as the PolNeAR corpus is: docs/benchmarks.md says where it is published and how it is
    laid out, docs/measures.md what each measure is. Quotations inside quotations are left out, since that corpus has
    none.
    """
    from onrecord.measure import evaluate_attribution

    try:
        with Progress(None, "articles") as progress:
            table = evaluate_attribution(folder, split, model=model, bootstrap=bootstrap, progress=progress)
    except OnrecordError as error:
        raise Refused(str(error)) from error
    click.echo(table.rstrip("\n"))


@evaluate.command("speakers")
@corpus_folder
@dev_split
@click.option(
    "--labels",
    metavar="FILE",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help='Who says what, as JSON Lines: {"id", "k", "speaker", "kind", "mention", "sure"}.',
)
@model_option
def speakers(folder: Path, split: str, labels: Path, model: "TaggerModel") -> None:
    """Measure how often the right speaker is named, of all and of those found, and print the table.

    DIR is laid out as the PolNeAR corpus is. A label names, for the k-th attribution of the article "id", the
    speaker by the fullest name there, the kind (person, group, document, unnamed, none) and the mention (name,
    pronoun, nominal).
    """
    from onrecord.measure import evaluate_speakers

    try:
        with Progress(None, "articles") as progress:
            table = evaluate_speakers(folder, split, labels, model=model, progress=progress).table()
    except OnrecordError as error:
        raise Refused(str(error)) from error
    click.echo(table)


@evaluate.command("acts")
@corpus_folder
@dev_split
@click.option(
    "--labels",
    metavar="FILE",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help='What each does, as JSON Lines: {"id", "k", "act", "negated", "sure"}.',
)
@click.option("--gold", is_flag=True, help="Read the corpus's own spans in place of those found.")
def acts(folder: Path, split: str, labels: Path, gold: bool) -> None:
    """Measure how often the act is right, and what the text denies, among quotations that were found.

    DIR is laid out as the PolNeAR corpus is. A label says of the k-th attribution of the article "id" what it does
    (statement, belief, intention, decree, perception, other) and whether the text denies it.
    """
    from onrecord.measure import evaluate_acts

    try:
        with Progress(None, "articles") as progress:
            table = evaluate_acts(folder, split, labels, gold=gold, progress=progress).table()
    except OnrecordError as error:
        raise Refused(str(error)) from error
    click.echo(table)


@evaluate.command("confidence")
@corpus_folder
@click.option(
    "--split", type=click.Choice(SPLITS), default="train", show_default=True, help="The part to measure on."
)
@click.option(
    "--since",
    metavar="DATE",
    default="2016-09-01",
    show_default=True,
    help="Only articles from this day on: training kept them out.",
)
@model_option
def confidence(folder: Path, split: str, since: str, model: "TaggerModel") -> None:
    """Measure whether confidences mean what they say, and print the reliability table.

    Of the quotations given a confidence of 0.8, eight in ten should have content and source right. DIR is
    laid out as the PolNeAR corpus is.
    """
    from onrecord.measure import evaluate_confidence

    try:
        with Progress(None, "articles") as progress:
            table = evaluate_confidence(folder, split, since=since, model=model, progress=progress)
    except OnrecordError as error:
        raise Refused(str(error)) from error
    click.echo(table.rstrip("\n"))


@evaluate.command("check")
@corpus_folder
@click.option(
    *("--make", "made"),
    metavar="NEW",
    type=click.Path(path_type=Path),
    help="Make a test set there from DIR.",
)
@click.option(
    "--quotes", type=click.IntRange(1), default=20_000, show_default=True, help="With --make: how many."
)
@click.option(
    "--seed", type=int, default=1, show_default=True, help="With --make: another seed, another set."
)
@click.option(
    "--found",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Score these findings, of any tool, in place of onrecord's own.",
)
def check(folder: Path, made: Path | None, quotes: int, seed: int, found: Path | None) -> None:
    """Measure a checker of quotes on quotes whose truth is known, and print the table.

    DIR is a test set: quotes.jsonl, truth.jsonl and documents/. With --make it is any folder of transcripts instead:
    quotes are cut from them and changed in some sixty ways, a tenth of the transcripts is kept out for quotes that
    are nowhere, and the set is written to NEW. Other tools can be measured on it with --found: one JSON object a
    line, {"id", "verdict", "flags", "document": {"path", "span"}}.
    """
    from onrecord.measure import evaluate_checks, make_check_set, score_checks

    try:
        if made is not None:
            with Progress(None, "quotes") as progress:
                made_set = make_check_set(folder, made, quotes=quotes, seed=seed)
                progress.clear()
            click.echo(f"{sum(made_set.kinds.values())} quotes of {len(made_set.kinds)} kinds in {made}")
            if made_set.missing:
                click.echo(f"The transcripts gave none of: {', '.join(made_set.missing)}")
            return
        if found is not None:
            scores = score_checks(folder / "truth.jsonl", found)
        else:
            with Progress(None, "quotes") as progress:
                scores = evaluate_checks(folder, progress=progress)
    except OnrecordError as error:
        raise Refused(str(error)) from error
    click.echo(scores.table().rstrip("\n"))


@evaluate.command("families")
@corpus_folder
@click.option(
    *("--make", "made"),
    metavar="NEW",
    type=click.Path(path_type=Path),
    help="Make a test set there from DIR.",
)
@click.option(
    "--size", type=click.IntRange(1), default=20_000, show_default=True, help="With --make: printings."
)
@click.option(
    "--seed", type=int, default=1, show_default=True, help="With --make: another seed, another set."
)
@click.option(
    "--half",
    type=click.Choice(("first", "second")),
    help="With --make: only the days of one half, to keep the other out.",
)
@click.option(
    "--found",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Score these families, of any tool, in place of onrecord's own.",
)
def families(
    folder: Path, made: Path | None, size: int, seed: int, half: "Half | None", found: Path | None
) -> None:
    """Measure how well printings of the same utterance are put together, and print the table.

    DIR is a test set: quotes.jsonl and truth.jsonl. With --make it is any folder of dated transcripts instead: what
    was said is printed in many ways, whole and in part, edited and mistyped, beside other utterances in the same
    words, and the set is written to NEW. Other tools can be measured on it with --found: one JSON object a line,
    {"id", "family"}.
    """
    from onrecord.measure import evaluate_families, make_family_set, score_families

    try:
        if made is not None:
            with Progress(None, "printings") as progress:
                made_set = make_family_set(folder, made, size=size, seed=seed, half=half, progress=progress)
            printings, count = sum(made_set.printings.values()), sum(made_set.families.values())
            click.echo(f"{printings} printings of {count} utterances in {made}")
            return
        truth = folder / "truth.jsonl"
        scores = evaluate_families(folder) if found is None else score_families(truth, found)
    except OnrecordError as error:
        raise Refused(str(error)) from error
    click.echo(scores.table().rstrip("\n"))


@evaluate.command("copies")
@click.argument(
    "folder", metavar="[DIR]", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option(
    *("--make", "made"), metavar="NEW", type=click.Path(path_type=Path), help="Make a test set there."
)
@click.option(
    "--size", type=click.IntRange(1), default=100_000, show_default=True, help="With --make: articles."
)
@click.option(
    "--seed", type=int, default=1, show_default=True, help="With --make: another seed, another set."
)
@click.option(
    "--found",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Score these pairs, of any tool, in place of onrecord's own.",
)
def copies(folder: Path | None, made: Path | None, size: int, seed: int, found: Path | None) -> None:
    """Measure how well reprints are found among many articles, and print the table.

    DIR is a test set: articles/ and truth.jsonl. With --make there is no DIR: articles are written, with words as
    frequent as in life and no templates, among them reprints whole and in part, edited, reworded, acknowledged or
    not, and reports that only quote the same people. Other tools can be measured with --found: one JSON object a
    line, {"a", "b", "direction", "acknowledged"}.
    """
    from onrecord.measure import evaluate_copies, make_copy_set, score_copies

    if (folder is None) == (made is None):
        raise Refused("give either the folder of a test set, or --make NEW.")
    try:
        if made is not None:
            with Progress(size, "articles") as progress:
                made_set = make_copy_set(made, size=size, seed=seed, progress=progress)
            click.echo(
                f"{made_set.count} articles with {sum(made_set.pairs.values())} pairs of copies in {made}"
            )
            return
        if folder is not None and found is not None:
            scores = score_copies(folder / "truth.jsonl", found)
        elif folder is not None:
            with Progress(None, "articles") as progress:
                scores = evaluate_copies(folder, progress=progress)
    except OnrecordError as error:
        raise Refused(str(error)) from error
    click.echo(scores.table().rstrip("\n"))
