"""`onrecord import`: JSON Lines that `onrecord read` or `export` wrote, into a ledger."""

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING, BinaryIO

import click

from onrecord.cli.inputs import STANDARD_INPUT
from onrecord.cli.ledger import ledger_option, opened_ledger
from onrecord.cli.messages import Refused, say
from onrecord.cli.progress import Progress
from onrecord.errors import BadLedger, InputError, UnreadableInput

if TYPE_CHECKING:  # loading the database's library would make --help slow
    from onrecord.ledger.ledger import Ledger

SOME_FAILED = 3


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@ledger_option
def import_(files: tuple[str, ...], address: str | None) -> None:
    """Keep the articles of JSON Lines files in a ledger, as they were read: nothing is read anew.

    FILE is what `onrecord read --format jsonl` or `onrecord export` wrote, or - for standard input. The ledger is
    made where there is none yet; what it has already is passed over. A line that is no record is said and left
    out, and the others are kept.

    Exit code: 0 when every line is in the ledger, 3 when some are not, 2 on wrong use.
    """
    if files.count(STANDARD_INPUT) > 1:
        raise Refused("standard input, -, can be read only once: give it once.")
    done: Counter[str] = Counter()
    with opened_ledger(address, create=True) as ledger, Progress(None, "articles") as progress:
        for path in files:
            try:
                with _opened(path) as lines:
                    _import(path, lines, ledger, done, progress)
            except OSError as error:
                done["failed"] += 1
                progress.clear()
                say(f"{path}: it cannot be read ({error.strerror or error}): check the path.")
        progress.clear()
        say(
            f"{ledger.name}: {done['new'] + done['version']} articles added; "
            f"{done['known']} known already; {done['failed']} failed."
        )
    if done["failed"]:
        sys.exit(SOME_FAILED)


def _opened(path: str) -> BinaryIO:
    return sys.stdin.buffer if path == STANDARD_INPUT else open(path, "rb")  # the caller closes it


def _import(path: str, lines: BinaryIO, ledger: "Ledger", done: Counter[str], progress: Progress) -> None:
    """Keep the records of one file; how many of each state there are is added to `done`."""
    from onrecord.formats import from_json

    base = os.getcwd()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = from_json(line)
            if record.article.id is None or record.article.text is None:
                told = "; ".join(failure.reason for failure in record.failures) or "there is no text in it"
                raise UnreadableInput(f"the article was not read: {told}")
            state = ledger.keep(record, base=base).state
        except BadLedger:
            raise  # no fault of the line: the next one would not be kept either
        except InputError as error:
            state = "failed"
            progress.clear()
            say(f"{path}, line {number}: {error}")
        done[state] += 1
        progress(done.total())
