"""A checked article as JSON and JSON Lines, written and read back."""

import re
from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.findings import Check, CheckedArticle
from onrecord.formats.visible import encodable
from onrecord.model import SCHEMA

_SPAN = re.compile(rb"\[\n\s+(\d+),\n\s+(\d+)\n\s+\]")


def to_json(checked: CheckedArticle | Check) -> bytes:
    """One object as one compact line of JSON, without the line's end; lone surrogates become U+FFFD."""
    try:
        return msgspec.json.encode(checked)
    except UnicodeEncodeError:
        return msgspec.json.encode(_encodable(msgspec.to_builtins(checked)))


def from_json(line: bytes | str) -> CheckedArticle:
    """The checked article that one JSON object holds; raises `UnreadableInput` where it holds none."""
    try:
        checked = msgspec.json.decode(line, type=CheckedArticle)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise UnreadableInput(f"this is no checked article of schema {SCHEMA}: {error}") from error
    if checked.schema != SCHEMA:
        raise UnreadableInput(f"this is schema {checked.schema!r}; this version of onrecord reads {SCHEMA}")
    return checked


def write_jsonl(articles: Iterable[CheckedArticle | Check], out: BinaryIO) -> None:
    """One object a line, each written out as soon as it is checked."""
    for checked in articles:
        out.write(to_json(checked) + b"\n")
        out.flush()


def write_json(articles: Iterable[CheckedArticle], out: BinaryIO, *, several: bool) -> None:
    """Indented JSON for people to read: one object, or a list where there are `several` inputs."""
    if not several:
        for checked in articles:
            out.write(_indented(checked) + b"\n")
        return
    opening = b"[\n"
    for checked in articles:
        out.write(opening + _indented(checked))
        out.flush()
        opening = b",\n"
    out.write(b"\n]\n" if opening == b",\n" else b"[]\n")


def _indented(checked: CheckedArticle) -> bytes:
    """Indented by two, each span on one line (no JSON string holds a raw line end, so none is touched)."""
    return _SPAN.sub(rb"[\1, \2]", msgspec.json.format(to_json(checked), indent=2))


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, dict):
        return {key: _encodable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_encodable(item) for item in value]
    return value
