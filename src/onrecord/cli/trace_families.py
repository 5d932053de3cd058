"""`onrecord trace families`: which quotations are printings of one utterance, and why."""

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, BinaryIO

import click
import msgspec

from onrecord.cli.inputs import STANDARD_INPUT, Input
from onrecord.cli.messages import Refused, say
from onrecord.cli.output import let_go_of_standard_output, look, opened, refuse_to_overwrite
from onrecord.cli.progress import Progress

if TYPE_CHECKING:  # numpy would make --help slow
    from onrecord.traces import Printing

SOME_FAILED = 3
FORMATS = ("text", "jsonl")
LONGEST_LINE = 1 << 20  # bytes; a quotation is a few hundred


class QuoteLine(msgspec.Struct, frozen=True):
    """A line of --quotes: the words inside one quotation's marks, passages parted by " … "."""

    id: str | int
    text: str
    speaker: str | None = None
    article: str | None = None
    published: str | None = None
    speaker_id: str | None = None
    said: str | None = None


@click.command("families")
@click.option(
    *("--quotes", "path"),
    metavar="FILE",
    required=True,
    help='The quotations, as JSON Lines: {"id", "text", "speaker", "article", "published"}; - for standard input.',
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="The output."
)
@click.option("--output", metavar="FILE", help="Write to this file instead of standard output.")
def families(path: str, form: str, output: str | None) -> None:
    """Put together all printings of one utterance, whole or in part, edited or mistyped.

    Of each quotation only "id" and "text" must be given. "published" is the day when it was printed (YYYY-MM-DD).
    Printings of the same words by the same or an unknown speaker within ten days are one utterance, three weeks or
    more apart two, unless "said" gives the day of saying. Where neither speaker nor day is known, they join only on
    eight words in a row; and words that different speakers printed join nothing by themselves. Order makes no
    difference.

    \b
    text   for people: each family of two printings or more, and what joins them
    jsonl  {"id", "family"} for every line, in the order of the lines

    Exit code: 0 when every line could be used, 3 when some could not (they are failures in the output), 2 on wrong
    use.
    """
    refuse_to_overwrite(output, [Input(path=path)])
    printings: list[Printing | str] = []
    failed = 0
    with _lines(path) as lines, Progress(None, "quotations") as progress:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            found = _read(line, number)
            printings.append(found)
            if isinstance(found, str):
                progress.clear()
                say(f"{path}, {found}")
                failed += 1
            progress(len(printings))
    with opened(output) as out:
        try:
            _write(printings, out, form=form, output=output)
            out.flush()
        except BrokenPipeError:
            let_go_of_standard_output()
            return
        except OSError as error:
            where = output or "standard output"
            raise Refused(f"{where} cannot be written ({error.strerror or error}): is there room?") from error
    if failed:
        sys.exit(SOME_FAILED)


def _write(printings: "list[Printing | str]", out: BinaryIO, *, form: str, output: str | None) -> None:
    from onrecord.formats.families import write_families, write_family_lines

    if form == "jsonl":
        write_family_lines(printings, out)
        return
    shown = look(output, everything=True, several=True)
    good = [printing for printing in printings if not isinstance(printing, str)]
    write_families(good, out, width=shown.width, colour=shown.colour)


def _lines(path: str) -> "nullcontext[BinaryIO] | BinaryIO":
    if path == STANDARD_INPUT:
        return nullcontext(sys.stdin.buffer)
    try:
        return open(path, "rb")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(f"{path} cannot be opened ({reason}): check the path.") from error


def _read(line: bytes, number: int) -> "Printing | str":
    """The printing of a line, or what is wrong with it."""
    from onrecord.traces import Printing

    if len(line) > LONGEST_LINE:
        return f"line {number}: it is longer than {LONGEST_LINE} bytes, which no quotation is"
    try:
        quote = msgspec.json.decode(line, type=QuoteLine)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return f"line {number}: {error}"
    return Printing(**{name: getattr(quote, name) for name in QuoteLine.__struct_fields__})
