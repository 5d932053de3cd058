"""The forms that records go out in: text and html for people, json and jsonl for programs, and tables."""

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from onrecord.formats.jsonl import from_json, read_jsonl, to_json
from onrecord.model import Record

__all__ = ["FORMATS", "Look", "from_json", "read_jsonl", "ready", "to_json", "write"]

FORMATS = ("text", "json", "jsonl", "html", "csv", "parquet")
WIDTH = 80  # where the output is no terminal, so that the same input gives the same bytes anywhere


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """How records are shown: `everything` is more than statements (text, html), `several` a list (json)."""

    everything: bool = False
    several: bool = True
    width: int = WIDTH
    colour: bool = False


def ready(form: str) -> None:
    """Raise `MissingExtra` where a form needs an optional part that is not installed."""
    if form == "parquet":
        from onrecord.formats.parquet import load_pyarrow

        load_pyarrow()


def write(records: Iterable[Record], out: BinaryIO, *, form: str, look: Look | None = None) -> None:
    """Write the records in one of `FORMATS`, each as soon as it is there (html: all at the end)."""
    look = look or Look()
    match form:
        case "jsonl":
            from onrecord.formats.jsonl import write_jsonl

            write_jsonl(records, out)
        case "json":
            from onrecord.formats.jsonl import write_json

            write_json(records, out, several=look.several)
        case "text":
            from onrecord.formats.text import write_text

            write_text(records, out, everything=look.everything, width=look.width, colour=look.colour)
        case "html":
            from onrecord.formats.html import write_html

            write_html(records, out, everything=look.everything)
        case "csv":
            from onrecord.formats.csv import write_csv

            write_csv(records, out)
        case "parquet":
            from onrecord.formats.parquet import write_parquet

            write_parquet(records, out)
        case _:
            raise ValueError(f"no form is called {form!r}; there are {', '.join(FORMATS)}")
