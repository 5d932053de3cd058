"""Lists of quotations and articles of a ledger: in a terminal, and as JSON, JSON Lines and CSV."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click
import msgspec

from onrecord.cli.output import let_go_of_standard_output, look, opened
from onrecord.formats import Look, to_json
from onrecord.formats.csv import cell, csv_line
from onrecord.formats.visible import one_line
from onrecord.formats.wrap import Run, filled

if TYPE_CHECKING:  # loading the database's library would make --help slow
    from onrecord.ledger.query import Query
    from onrecord.ledger.rows import ArticleRow, QuotationRow

FORMS = ("text", "json", "jsonl", "csv")
DIM, MATCH = "2", "1;33"
INDENT = "    "
WIDEST = 96


MOST_SHOWN = 10_000
F = TypeVar("F", bound=Callable[..., Any])


def page_options(function: F) -> F:
    """Give a command the options of a page of a list, as its arguments `limit`, `after`, `form` and `output`."""
    limit = click.IntRange(1, MOST_SHOWN)
    for add in (
        click.option("--output", metavar="FILE", help="Write to this file, not to standard output."),
        click.option(
            "--format", "form", type=click.Choice(FORMS), default="text", show_default=True, help="The form."
        ),
        click.option("--after", metavar="ID", help="Go on after the one of this id, which was shown last."),
        click.option("--limit", type=limit, default=20, show_default=True, help="Show at most so many."),
    ):
        function = add(function)
    return function


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a list as JSON: `count` stops at a bound, past which `more_than_count` says that there are more.

    `next` is the id to give as --after for the page that follows, null on the last.
    """

    count: int
    more_than_count: bool
    next: str | None
    rows: "Sequence[QuotationRow] | Sequence[ArticleRow]"


def show_listing(
    listing: Listing,
    *,
    form: str,
    kind: "type[msgspec.Struct]",
    query: "Query",
    output: str | None,
    head: Sequence[str] = (),
) -> None:
    """Write a page of a list to a file, or to standard output, whose reader may go at any time.

    `head` are lines that stand above it as text.
    """
    manner = look(output, everything=True, several=True)
    with opened(output) as out:
        try:
            if form == "text":
                out.write("".join(f"{line}\n" for line in head).encode())
            write_listing(listing, out, form=form, kind=kind, query=query, look=manner)
            out.flush()
        except BrokenPipeError:
            let_go_of_standard_output()


def write_listing(
    listing: Listing, out: BinaryIO, *, form: str, kind: "type[msgspec.Struct]", query: "Query", look: Look
) -> None:
    """Write a page of a list in one of `FORMS`; `kind` is the type of its rows."""
    match form:
        case "json":
            out.write(to_json(listing) + b"\n")
        case "jsonl":
            out.writelines(to_json(row) + b"\n" for row in listing.rows)
        case "csv":
            out.write(csv_line(list(kind.__struct_fields__)))
            rows = map(msgspec.structs.astuple, listing.rows)
            out.writelines(csv_line([cell(value) for value in row]) for row in rows)
        case _:
            for index, shown in enumerate(listing.rows):
                lines = ([""] if index else []) + list(_lines(shown, query, look))
                out.write("".join(line + "\n" for line in lines).encode())


def _lines(row: Any, query: "Query", look: Look) -> Iterator[str]:
    """A row in a terminal: its words, then who, where and when, then the ids to go on with."""
    from onrecord.ledger.rows import QuotationRow

    width = max(min(look.width, WIDEST), 40)
    quoted = isinstance(row, QuotationRow)
    if quoted:
        yield from filled(_marked(row.content, query, look), width=width)
        said = f"said {row.said}" if row.said else None
        facts = [_who(row), row.outlet, row.published, said, row.kind, row.verdict]
        if row.likeness is not None:
            facts.append(f"likeness {row.likeness:.2f}")
    else:
        yield from filled(_marked(row.title or row.path or "", query, look), width=width)
        yield from filled(_marked(row.excerpt, query, look), width=width, indent=INDENT)
        facts = [row.outlet, row.published]
    shade = DIM if look.colour else ""
    told = " · ".join(fact for fact in facts if fact)
    for line in (told, row.url or row.path, row.quotation if quoted else row.article):
        yield from filled([(line or "", shade)], width=width, indent=INDENT)


def _who(row: "QuotationRow") -> str:
    """Who says it, as the register calls them, else by the article's words; and that it is denied."""
    who = ", ".join(row.speakers) or row.source or "unknown"
    return f"{who} (denied)" if row.negated else who


def _marked(text: str, query: "Query", look: Look) -> Iterator[Run]:
    """The text with the words that were looked for in colour."""
    from onrecord.ledger.matches import matches

    at = 0
    for start, end in matches(query, text) if look.colour else []:
        yield text[at:start], ""
        yield text[start:end], MATCH
        at = end
    yield text[at:], ""


def summary(count: str, things: str, rows: int, *, following: str | None) -> str:
    """How much was found and how to see more, in one sentence."""
    if following is None:
        return f"{count} {things}"
    return f"{count} {things}, {rows} of them shown: go on with  --after {one_line(following)}"
