"""`onrecord trace "words"`: who printed them, who could have them from whom, and what became of them."""

from typing import TYPE_CHECKING

import click

from onrecord.cli.inputs import expand
from onrecord.cli.ledger import ledger_option, opened_ledger
from onrecord.cli.messages import Refused, say
from onrecord.cli.output import let_go_of_standard_output, look, opened

if TYPE_CHECKING:  # loading the database's library would make --help slow
    from onrecord.check.documents import Document
    from onrecord.ledger.ledger import Ledger
    from onrecord.ledger.tracing import Traced
    from onrecord.traces import Lineage

FORMATS = ("text", "json")
MOST_OTHERS = 5  # families that have the words too, and are named


@click.command("words")
@click.argument("text", metavar="WORDS", required=False)
@ledger_option
@click.option("--family", metavar="ID", help="This one of the families that have the words.")
@click.option(
    "--documents",
    metavar="PATH",
    multiple=True,
    help="A transcript, or a folder of them, besides those of the ledger; may be given several times.",
)
@click.option("--svg", metavar="FILE", help="Draw the timeline and lineage to this file.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="The output."
)
@click.option("--output", metavar="FILE", help="Write to this file instead of standard output.")
def words(
    text: str | None,
    address: str | None,
    family: str | None,
    documents: tuple[str, ...],
    svg: str | None,
    form: str,
    output: str | None,
) -> None:
    """Follow some words through the articles of a ledger: `onrecord trace "the words" --ledger URL`.

    Shown is the family of printings that has most of the words in a row: where and when they were said, who printed
    them, who could have taken them from whom, and what each changed. A printing stands below another only where its
    article names, copies or credits that one, or where both share what two hands would hardly have changed alike;
    else it is told where it could have come from.

    Exit code: 0, or 2 on wrong use and where the ledger has no such words.
    """
    if not text or not text.strip():
        raise Refused('say which words: onrecord trace "the words" --ledger URL')
    others = _read(documents)
    with opened_ledger(address) as ledger:
        traced = _chosen(ledger, text, family)
        from onrecord.ledger.tracing import lineage_of

        found = lineage_of(ledger, traced, documents=others)
    if svg is not None:
        from onrecord.formats.lineage_svg import draw

        _write(draw(found).encode(), svg, option="--svg")
    _write(_shown(found, form, output), output, option="--output")


def _chosen(ledger: "Ledger", text: str, family: str | None) -> "Traced":
    """The family that was asked for, or the one that has most of the words; the others are told."""
    from onrecord.ledger.tracing import families_with

    found = families_with(ledger, text)
    if not found:
        raise Refused(f"{ledger.name} has no quotation with these words: try fewer of them.")
    if family is not None:
        chosen = next((row for row in found if row.family.id == family), None)
        if chosen is None:
            raise Refused(f"no family {family} has these words: leave --family out to see which do.")
        return chosen
    for row in found[1 : 1 + MOST_OTHERS]:
        say(f"also in {row.family.id} ({len(row.printings)} printings): “{row.printings[0].text[:80]}”")
    if len(found) > 1 + MOST_OTHERS:
        say(f"and in {len(found) - 1 - MOST_OTHERS} more families: give more of the words.")
    return found[0]


def _read(paths: tuple[str, ...]) -> "list[Document]":
    from onrecord.check.documents import read_documents
    from onrecord.model import Failure

    failures: list[Failure] = []
    files = expand(paths)
    read = list(read_documents([item.path for item in files if item.problem is None], failures))
    for item in files:
        if item.problem is not None:
            say(f"{item.path}: {item.problem}")
    for failure in failures:
        say(failure.reason)
    if paths and not read:
        raise Refused("no document could be read: check what --documents names.")
    return read


def _shown(found: "Lineage", form: str, output: str | None) -> bytes:
    if form == "json":
        from onrecord.formats.jsonl import to_json

        return to_json(found) + b"\n"
    from onrecord.formats.lineage_text import to_lines

    shown = look(output, everything=True, several=False)
    return ("\n".join(to_lines(found, width=shown.width, colour=shown.colour)) + "\n").encode()


def _write(data: bytes, path: str | None, *, option: str) -> None:
    try:
        with opened(path) as out:
            out.write(data)
            out.flush()
    except BrokenPipeError:
        let_go_of_standard_output()
    except OSError as error:
        raise Refused(f"{option} {path} cannot be written ({error.strerror or error}).") from error
