"""Where the output goes: a file or standard output, as bytes, and how it should look there."""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from onrecord.cli.inputs import Input, is_same_file
from onrecord.cli.messages import Refused
from onrecord.formats import Look


def look(output: str | None, *, everything: bool, several: bool) -> Look:
    """Colour and the true width only on a terminal (https://no-color.org is heeded)."""
    if output is not None or not sys.stdout.isatty():
        return Look(everything=everything, several=several)
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size().columns
    return Look(everything=everything, several=several, width=width, colour=colour)


def refuse_to_overwrite(output: str | None, files: Sequence[Input]) -> None:
    if output is None:
        return
    for item in files:
        if is_same_file(output, item.path):
            raise Refused(f"--output {output} is also an input: give the output another name.")


@contextlib.contextmanager
def opened(output: str | None) -> Iterator[BinaryIO]:
    """The file to write to, or standard output as bytes: UTF-8 whatever the locale."""
    if output is None:
        yield sys.stdout.buffer
        return
    try:
        file = open(output, "wb")  # noqa: SIM115 - opened here so that only its opening is in the small try
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused(f"--output {output} cannot be written ({reason}).") from error
    with file:
        yield file


def let_go_of_standard_output() -> None:
    """Whoever read the output (`| head`) has enough: end without a word, also when Python flushes at exit."""
    with contextlib.suppress(OSError, ValueError):
        standard_output = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, standard_output)
        os.close(nowhere)
