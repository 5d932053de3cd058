"""JSON and JSON Lines: the whole record, as the schema `onrecord/1` fixes it, written and read back."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.formats.visible import encodable
from onrecord.model import SCHEMA, Record

_SPAN = re.compile(rb"\[\n\s+(\d+),\n\s+(\d+)\n\s+\]")


def to_json(record: object) -> bytes:
    """A record, or dicts and lists, as a compact line of JSON, without its end; lone surrogates become U+FFFD."""
    try:
        return msgspec.json.encode(record)
    except UnicodeEncodeError:
        return msgspec.json.encode(_encodable(msgspec.to_builtins(record)))


def from_json(line: bytes | str) -> Record:
    """The record that one JSON object holds; raises `UnreadableInput` where it is no `onrecord/1` object."""
    try:
        record = msgspec.json.decode(line, type=Record)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise UnreadableInput(f"this is not an {SCHEMA} object: {error}") from error
    if record.schema != SCHEMA:
        raise UnreadableInput(f"this is schema {record.schema!r}; this version of onrecord reads {SCHEMA}")
    return record


def read_jsonl(lines: Iterable[bytes | str]) -> Iterator[Record]:
    """The records of a JSON Lines file, one by one; an error names the line. Blank lines are skipped."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield from_json(line)
        except UnreadableInput as error:
            raise UnreadableInput(f"line {number}: {error}") from error


def write_jsonl(records: Iterable[msgspec.Struct], out: BinaryIO) -> None:
    """One object a line, each written out as soon as its article is done."""
    for record in records:
        out.write(to_json(record) + b"\n")
        out.flush()


def write_json(records: Iterable[msgspec.Struct], out: BinaryIO, *, several: bool) -> None:
    """Indented JSON for people to read: one object, or a list where there are `several` inputs."""
    if not several:
        for record in records:
            out.write(_indented(record) + b"\n")
        return
    opening = b"[\n"
    for record in records:
        out.write(opening + _indented(record))
        out.flush()
        opening = b",\n"
    out.write(b"\n]\n" if opening == b",\n" else b"[]\n")


def _indented(record: msgspec.Struct) -> bytes:
    """Indented by two, each span on one line (no JSON string holds a raw line end, so none is touched)."""
    return _SPAN.sub(rb"[\1, \2]", msgspec.json.format(to_json(record), indent=2))


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, dict):
        return {key: _encodable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_encodable(item) for item in value]
    return value
