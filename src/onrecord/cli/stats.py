"""`onrecord stats`: a ledger in figures."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from onrecord.cli.ledger import ledger_option, opened_ledger

if TYPE_CHECKING:  # loading the database's library would make --help slow
    from onrecord.ledger.stats import Stats

FORMATS = ("text", "json")


@click.command()
@ledger_option
@click.option("--failures", "with_failures", is_flag=True, help="List what could not be read, and why.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="The form."
)
def stats(address: str | None, with_failures: bool, form: str) -> None:
    """Count what a ledger holds: articles, quotations, speakers, outlets, verdicts, copies and families.

    Older versions of articles, which are kept beside the newest, count in nothing else.
    """
    with opened_ledger(address) as ledger:
        from onrecord.ledger.stats import stats_of

        with ledger.read() as connection:
            found = stats_of(connection)
        failed = ledger.failures() if with_failures else []
    if form == "json":
        from onrecord.formats.jsonl import to_json

        click.echo(to_json(found).decode())
    else:
        click.echo("\n".join(f"{name:12s}{told}" for name, told in _lines(found)))
    from onrecord.formats.visible import one_line

    for path, failure in failed:
        click.echo(one_line(f"{path}: failed ({failure.stage}): {failure.reason}"), err=form == "json")


def _lines(found: "Stats") -> Iterator[tuple[str, str]]:
    """The figures, a line each, those that are nothing left out."""
    older = f", and {found.older_versions:,} older versions" if found.older_versions else ""
    yield "articles", f"{found.articles:,}{older} ({found.words:,} words)"
    if found.first is not None:
        yield "published", f"{found.first} to {found.last}"
    yield "quotations", f"{found.quotations:,}" + (f": {_listed(found.kinds)}" if found.kinds else "")
    if found.acts:
        yield "acts", _listed(found.acts)
    if found.verdicts:
        yield "verdicts", _listed(found.verdicts)
    yield "speakers", _most(found.speakers_in_all, found.speakers)
    yield "outlets", _most(found.outlets_in_all, found.outlets)
    yield "documents", f"{found.documents:,}"
    copied = found.copies
    if copied.pairs:
        told = f"{copied.acknowledged:,} acknowledged, {copied.unacknowledged:,} not, {copied.unknown:,} not known"
        yield "copies", f"{copied.pairs:,} pair{'' if copied.pairs == 1 else 's'}: {told}"
    if found.families.families:
        families = found.families
        yield (
            "families",
            f"{families.families:,} of two printings or more, the largest of {families.largest:,}; "
            f"{families.printings - families.in_families:,} printings alone",
        )
    if found.failed:
        yield "failed", f"{_listed(found.failed)} (see --failures)"


def _most(number: int, counts: dict[str, int]) -> str:
    return f"{number:,}" + (f", most: {_listed(counts)}" if counts else "")


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in counts.items())
