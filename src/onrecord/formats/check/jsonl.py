"""A checked article read back from JSON; `onrecord.formats.jsonl` writes it."""

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.findings import CheckedArticle
from onrecord.model import SCHEMA


def from_json(line: bytes | str) -> CheckedArticle:
    """The checked article that one JSON object holds; raises `UnreadableInput` where it holds none."""
    try:
        checked = msgspec.json.decode(line, type=CheckedArticle)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise UnreadableInput(f"this is no checked article of schema {SCHEMA}: {error}") from error
    if checked.schema != SCHEMA:
        raise UnreadableInput(f"this is schema {checked.schema!r}; this version of onrecord reads {SCHEMA}")
    return checked
