"""The check of articles, or of quotes, against all that a ledger keeps."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from onrecord.cli.check import AT_ONCE, SOME_FAILED, QuoteLine, check_lines, numbered_lines, records_of
from onrecord.cli.inputs import Input
from onrecord.cli.ledger import opened_ledger
from onrecord.cli.messages import say
from onrecord.cli.output import look, opened
from onrecord.cli.progress import Progress
from onrecord.formats.check import write_checks
from onrecord.ledger.checking import check_in_ledger, open_for

if TYPE_CHECKING:
    from onrecord.ledger.ledger import Ledger


def check_against_ledger(
    files: Sequence[Input],
    address: str,
    *,
    quotes: str | None,
    output: str | None,
    form: str | None,
    plain: bool,
) -> None:
    """Check articles or the passages of a file of quotes; exits with 3 where some could not be used."""
    failed: list[str] = []
    with opened_ledger(address) as ledger, opened(output) as out:
        if quotes is not None:
            wrong = _check_quotes_in_ledger(quotes, ledger, out)
        else:
            with ledger.read() as connection:
                checked = (check_in_ledger(connection, record) for record in records_of(files, failed, plain))
                several = len(files) != 1
                write_checks(
                    checked, out, form=form or "text", look=look(output, everything=False, several=several)
                )
            wrong = bool(failed)
    if wrong:
        sys.exit(SOME_FAILED)


def _check_quotes_in_ledger(path: str, ledger: "Ledger", out: BinaryIO) -> bool:
    """Check the passages of a JSON Lines file; whether any line could not be used."""
    wrong = False
    lines = numbered_lines(path)
    with Progress(len(lines), "quotes") as progress:
        for start in range(0, len(lines), AT_ONCE):
            part = lines[start : start + AT_ONCE]
            passages = [text for _, line in part if (text := _text_of(line)) is not None]
            with ledger.read() as connection, open_for(connection, passages) as index:
                data, problems = check_lines(index, part)
            out.write(data)
            for problem in problems:
                progress.clear()
                say(f"{path}, {problem}")
            wrong = wrong or bool(problems)
            progress(start + len(part))
    return wrong


def _text_of(line: bytes) -> str | None:
    try:
        return msgspec.json.decode(line, type=QuoteLine).text
    except msgspec.DecodeError:
        return None
