"""The register as a file: JSON Lines, one entry a line, written whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from onrecord.errors import BadRegister
from onrecord.people.register.entries import SCHEMA, Entry
from onrecord.people.register.register import Register


def read_register(path: str | Path, *, missing_is_empty: bool = False) -> Register:
    """Read a register from a file. Raises `BadRegister` with the number of a line that is no entry."""
    if missing_is_empty and not Path(path).exists():
        return Register()
    return Register(_entries(Path(path)))


def write_register(register: Register, path: str | Path) -> None:
    """Write a register beside the file and put it in its place, so that a reader never sees half of one.

    Raises `BadRegister` where the folder cannot be written.
    """
    path = Path(path)
    encoder = msgspec.json.Encoder()
    temporary = ""
    try:
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=path.name, suffix=".part", delete=False
        ) as out:
            temporary = out.name
            for entry in register.entries:
                out.write(encoder.encode(entry) + b"\n")
        os.replace(temporary, path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise BadRegister(
            f"{path} cannot be written ({error.strerror or error}); choose another place"
        ) from error


def _entries(path: Path) -> Iterator[Entry]:
    decoder = msgspec.json.Decoder(Entry)
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _entry(decoder, line, path, number)
    except OSError as error:
        raise BadRegister(f"{path}: {error.strerror or error}; check the path") from error


def _entry(decoder: msgspec.json.Decoder[Entry], line: bytes, path: Path, number: int) -> Entry:
    try:
        entry = decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadRegister(
            f"{path}, line {number}: not an entry of a register ({error}); mend or take out that line"
        ) from error
    if entry.schema != SCHEMA:
        raise BadRegister(
            f"{path}, line {number}: schema {entry.schema!r}, but this version reads {SCHEMA!r}"
        )
    if not entry.namings:
        raise BadRegister(f"{path}, line {number}: an entry without namings; take out that line")
    return entry
