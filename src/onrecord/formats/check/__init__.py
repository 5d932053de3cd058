"""The forms that the check of an article goes out in: text and html for people, json, jsonl and csv for programs."""

from collections.abc import Iterable
from typing import BinaryIO

from onrecord.findings import CheckedArticle
from onrecord.formats import Look
from onrecord.formats.check.jsonl import from_json
from onrecord.formats.check.words import summary_line
from onrecord.formats.jsonl import to_json

__all__ = ["CHECK_FORMATS", "from_json", "summary_line", "to_json", "write_checks"]

CHECK_FORMATS = ("text", "html", "jsonl", "json", "csv")


def write_checks(
    articles: Iterable[CheckedArticle], out: BinaryIO, *, form: str, look: Look | None = None
) -> None:
    """Write checked articles in one of `CHECK_FORMATS`, each as soon as it is there (html: all at the end).

    Of the look, `width` and `colour` are for text, and `several` for json (a list, or one object).
    """
    look = look or Look()
    match form:
        case "jsonl":
            from onrecord.formats.jsonl import write_jsonl

            write_jsonl(articles, out)
        case "json":
            from onrecord.formats.jsonl import write_json

            write_json(articles, out, several=look.several)
        case "text":
            from onrecord.formats.check.text import write_text

            write_text(articles, out, width=look.width, colour=look.colour)
        case "html":
            from onrecord.formats.check.html import write_html

            write_html(articles, out)
        case "csv":
            from onrecord.formats.check.rows import write_csv

            write_csv(articles, out)
        case _:
            raise ValueError(f"no form of a check is called {form!r}; there are {', '.join(CHECK_FORMATS)}")
