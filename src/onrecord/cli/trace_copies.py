"""`onrecord trace copies`: which articles reprint which, what each changed, and whether it says so."""

import sys
from typing import TYPE_CHECKING

import click

from onrecord.cli.inputs import expand
from onrecord.cli.messages import Refused, say
from onrecord.cli.output import let_go_of_standard_output, look, opened, refuse_to_overwrite
from onrecord.cli.progress import Progress

if TYPE_CHECKING:  # numpy would make --help slow
    from onrecord.cli.shelf import Shelf

SOME_FAILED = 3
FORMATS = ("text", "jsonl")


@click.command("copies")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="The output."
)
@click.option("--plain", is_flag=True, help="Take each input as a plain text body: no headline, no links.")
@click.option("--output", metavar="FILE", help="Write to this file instead of standard output.")
def copies(inputs: tuple[str, ...], form: str, plain: bool, output: str | None) -> None:
    """Find articles that reprint others, whole or in part.

    INPUT is a file (text, Markdown, HTML or PDF), a folder, which is read with all its subfolders, or - for standard
    input. A file that ends in .jsonl holds articles that were read before, one a line, as `onrecord read
    --format jsonl` writes them. Order makes no difference, and the same bytes count once.

    \b
    text   for people: each copy with its original, what was changed, whether it
           names where it is from, and how it keeps the terms that are stated
    jsonl  one pair a line: {"a", "b", "shared", "direction", "acknowledged"} and
           what supports them; "a<b" says that a was first

    Which was first is told by what the pages say of their original, then by their dates, then by the traces of
    editing; where nothing tells, or the signs disagree, the direction is null.

    Exit code: 0 when every input was read, 3 when some failed (the copies among the others are found all the same,
    and the failures are said on standard error), 2 on wrong use.
    """
    from onrecord.cli.shelf import Shelf

    files = expand(inputs)
    refuse_to_overwrite(output, files)
    with Shelf() as shelf:
        with Progress(len(files), "articles", shown=len(files) > 1) as progress:
            for done, failed in enumerate(shelf.fill(files, plain=plain), start=1):
                progress(done)
                if failed is not None:
                    progress.clear()
                    say(failed)
        if shelf.failed and len(files) > 1:
            say(f"{shelf.failed} of {shelf.failed + shelf.read} articles failed.")
        _write(shelf, form=form, output=output)
    if shelf.failed:
        sys.exit(SOME_FAILED)


def _write(shelf: "Shelf", *, form: str, output: str | None) -> None:
    from onrecord.formats.copies import write_copies
    from onrecord.trace.copy_candidates import MOST_ARTICLES

    shown = look(output, everything=True, several=True)
    with opened(output) as out:
        try:
            count = write_copies(
                shelf.copies(),
                out,
                form=form,
                article_of=shelf.article,
                width=shown.width,
                colour=shown.colour,
            )
            out.flush()
        except BrokenPipeError:
            let_go_of_standard_output()
            return
        except OSError as error:
            where = output or "standard output"
            raise Refused(f"{where} cannot be written ({error.strerror or error}): is there room?") from error
    if shelf.crowded:
        say(
            f"{shelf.crowded} articles are, for the most part, a text that more than {MOST_ARTICLES:,} have: of those "
            "that are wholly alike each is named with one other only, and of the rest some pairs may be missing."
        )
    say(f"{count} pairs of copies among {shelf.different} different articles.")
