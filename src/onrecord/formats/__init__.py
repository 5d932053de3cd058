"""The forms that records go out in: for people, for programs, as tables, and for the tools of the field."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import BinaryIO

import msgspec

from onrecord.formats.jsonl import from_json, read_jsonl, to_json
from onrecord.model import Record

__all__ = ["BINARY", "EXPORTS", "FORMATS", "Look", "from_json", "read_jsonl", "ready", "to_json", "write"]

# What is made to be taken up by other programs: docs/formats.md says what each holds.
EXPORTS = ("jsonl", "csv", "parquet", "jsonld", "webannotation", "brat", "doccano", "labelstudio", "bio")
FORMATS = ("text", "json", "jsonl", "html", *EXPORTS[1:])
BINARY = ("parquet", "brat")  # no text: not for a terminal
WIDTH = 80  # where the output is no terminal, so that the same input gives the same bytes anywhere


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """How records are shown: `everything` is more than statements (text, html), `several` a list (json).

    `verdict_of` gives the verdict of a quotation's check by its id, None where it has none (webannotation).
    """

    everything: bool = False
    several: bool = True
    width: int = WIDTH
    colour: bool = False
    verdict_of: Callable[[str], str | None] | None = None


def ready(form: str) -> None:
    """Raise `MissingExtra` where a form needs an optional part that is not installed."""
    if form == "parquet":
        from onrecord.formats.parquet import load_pyarrow

        load_pyarrow()


def write(records: Iterable[Record], out: BinaryIO, *, form: str, look: Look | None = None) -> Counter[str]:
    """Write the records in one of `FORMATS`, each as soon as it is there (html: all at the end).

    Gives what the form cannot hold and was left out, counted by the reason; most forms hold all.
    """
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
            return _write_for_tools(records, out, form=form, look=look)
    return Counter()


def _write_for_tools(records: Iterable[Record], out: BinaryIO, *, form: str, look: Look) -> Counter[str]:
    match form:
        case "jsonld":
            from onrecord.formats.jsonld import write_jsonld

            return write_jsonld(records, out)
        case "webannotation":
            from onrecord.formats.webannotation import write_webannotation

            return write_webannotation(records, out, verdict_of=look.verdict_of)
        case "brat":
            from onrecord.formats.brat import write_brat

            return write_brat(records, out)
        case "doccano":
            from onrecord.formats.doccano import write_doccano

            return write_doccano(records, out)
        case "labelstudio":
            from onrecord.formats.labelstudio import write_labelstudio

            return write_labelstudio(records, out)
        case "bio":
            from onrecord.formats.bio import write_bio

            return write_bio(records, out)
        case _:
            raise ValueError(f"no form is called {form!r}; there are {', '.join(FORMATS)}")
