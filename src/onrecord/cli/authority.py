"""`onrecord authority`: files of known people and organisations that speakers can be linked to."""

import contextlib
import gzip
import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

import click

from onrecord.cli.inputs import STANDARD_INPUT, is_same_file
from onrecord.cli.messages import Refused, say
from onrecord.cli.progress import Progress

if TYPE_CHECKING:  # loading the people stage would make --help slow
    from onrecord.people.authority.wikidata import Skipped

SOME_FAILED = 3
FAILURES_SAID = 20  # one by one; all are counted
_LANGUAGE = re.compile(r"[a-z]{2,}(?:-[a-z0-9]+)*")


@click.group("authority")
def authority() -> None:
    """Make an authority file: known people and organisations, with their ids and other names."""


@authority.command("build")
@click.argument("dump", metavar="DUMP")
@click.option("--out", metavar="FILE", required=True, help="Write to this file; packed if it ends in .gz.")
@click.option(
    "--language",
    metavar="CODE",
    default="en",
    show_default=True,
    help="The language of labels and descriptions.",
)
@click.option(
    "--aliases", metavar="CODES", help="The languages of other names, as en,de,fr; the label's if not given."
)
@click.option("--organisations", is_flag=True, help="Keep organisations too, not people alone.")
def build(dump: str, out: str, language: str, aliases: str | None, organisations: bool) -> None:
    """Make an authority file from a Wikidata dump.

    DUMP is Wikidata's JSON dump (one entity a line), plain, .gz or .bz2, or - for standard input. It is read
    once, line by line. People are kept, and what is not kept is counted by reason on standard error; a line
    that fails is said by its number, and the rest is kept. FILE is written whole or not at all.

    Exit code: 0 when every line was read, 3 when some failed (the others are kept all the same), 2 on wrong
    use.
    """
    languages = tuple(code.strip().lower() for code in (aliases or language).split(",") if code.strip())
    for code in (language, *languages):
        if not _LANGUAGE.fullmatch(code):
            raise Refused(f"{code!r} is no language code: give it as Wikidata does, such as en or pt-br.")
    if dump != STANDARD_INPUT and is_same_file(dump, out):
        raise Refused(f"--out {out} is also the dump: give the output another name.")
    with _dump(dump) as source, _written_whole(out) as target:
        counts = _build(source, target, language, languages, organisations=organisations)
    _sum_up(counts, out)
    if counts["broken line"]:
        sys.exit(SOME_FAILED)


def _build(
    source: BinaryIO, target: BinaryIO, language: str, aliases: tuple[str, ...], *, organisations: bool
) -> Counter[str]:
    """Write every authority, say the first failures, and count all that came of the lines."""
    from onrecord.people.authority import Redirect, to_line
    from onrecord.people.authority.wikidata import Skipped, build_authorities

    counts: Counter[str] = Counter()
    with Progress(None, "lines") as progress:
        found = build_authorities(source, language=language, aliases=aliases, organisations=organisations)
        for done, item in enumerate(found, start=1):
            progress(done)
            if isinstance(item, Skipped):
                counts[item.reason] += 1
                if item.problem and counts[item.reason] <= FAILURES_SAID:
                    progress.clear()
                    _say_failure(item, last=counts[item.reason] == FAILURES_SAID)
                continue
            target.write(to_line(item))
            counts["redirects" if isinstance(item, Redirect) else "kept"] += 1
    return counts


def _say_failure(item: "Skipped", *, last: bool) -> None:
    say(f"line {item.line}: failed: {item.problem}")
    if last:
        say("further failures are counted only.")


def _sum_up(counts: Counter[str], out: str) -> None:
    say(f"{out}: {counts.pop('kept', 0):,} kept, {counts.pop('redirects', 0):,} redirects.")
    for reason, count in sorted(counts.items()):
        say(f"{count:,} skipped: {reason}.")


@contextlib.contextmanager
def _dump(path: str) -> Iterator[BinaryIO]:
    if path == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    try:
        file = open(path, "rb")  # noqa: SIM115 - opened here so that only its opening is in the small try
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(f"{path} cannot be opened ({reason}): check the path.") from error
    with file:
        yield file


@contextlib.contextmanager
def _written_whole(path: str) -> Iterator[BinaryIO]:
    """A file to write that takes its name only when all is written, so that nobody finds half of one."""
    if os.path.exists(path) and not os.path.isfile(path):
        raise Refused(f"--out {path} is no regular file: give a file's name.")
    folder, name = os.path.split(path)
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{name}.", dir=folder or ".")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(f"--out {path} cannot be written ({reason}): check its folder.") from error
    try:
        with os.fdopen(handle, "wb") as file:
            if path.endswith(".gz"):
                with gzip.GzipFile(
                    filename="", fileobj=file, mode="wb", mtime=0
                ) as packed:  # same bytes each time
                    yield cast(BinaryIO, packed)
            else:
                yield file
        os.chmod(beside, 0o666 & ~_umask())
        os.replace(beside, path)
    except OSError as error:
        raise Refused(
            f"--out {path} cannot be written ({error.strerror or error}): is there room?"
        ) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(beside)


def _umask() -> int:
    """What new files are kept from (it can be asked for only by setting it)."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
