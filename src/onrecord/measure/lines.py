"""Files of JSON Lines as the measures read them: rows of one type, or an error that names the line."""

from pathlib import Path
from typing import TypeVar

import msgspec

from onrecord.errors import InputError, UnreadableInput

Row = TypeVar("Row")


def read_lines(path: Path, kind: type[Row]) -> list[Row]:
    """The rows of a file, in its order; empty lines are passed over.

    Raises `UnreadableInput` where it cannot be opened, `InputError` for a line of another form.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise UnreadableInput(
            f"{path} cannot be opened ({error.strerror or error}): check the path."
        ) from error
    rows = []
    decoder = msgspec.json.Decoder(kind)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            rows.append(decoder.decode(line))
        except msgspec.DecodeError as error:
            raise InputError(f"line {number} of {path} is not of the form expected: {error}.") from error
    return rows
