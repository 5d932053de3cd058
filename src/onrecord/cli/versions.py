"""`onrecord versions`: how an article was changed after it was published."""

from typing import TYPE_CHECKING

import click

from onrecord.cli.ledger import ledger_option, opened_ledger

if TYPE_CHECKING:  # loading the database's library would make --help slow
    from onrecord.ledger.changes import Change
    from onrecord.ledger.versions import Version

FORMATS = ("text", "jsonl")
SHOWN = 100  # characters of a paragraph


@click.command()
@click.argument("name", metavar="NAME")
@ledger_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to show it.")
def versions(name: str, address: str | None, form: str) -> None:
    """Show the versions of an article that a ledger keeps, and what each changed.

    NAME is the id of any version or the beginning of one, the article's address, or its path as it was added. Quotes
    that were changed, added or dropped come first; words taken out stand in [-...-], words put in in {+...+}.
    """
    with opened_ledger(address) as ledger, ledger.read() as connection:
        from onrecord.ledger.naming import find_article
        from onrecord.ledger.versions import versions_of

        found = versions_of(connection, find_article(connection, name))
    if form == "jsonl":
        from onrecord.formats import to_json

        for version in found:
            click.echo(to_json(version).decode())
        return
    for number, version in enumerate(found, start=1):
        _show(number, version)


def _show(number: int, version: "Version") -> None:
    from onrecord.formats.visible import one_line
    from onrecord.ledger.changes import summary_of

    dates = [("published", version.published), ("modified", version.modified), ("added", version.added)]
    told = ", ".join(f"{word} {date}" for word, date in dates if date)
    click.echo(f"{number}  {one_line(version.title or version.path or '')}")
    click.echo(f"   {version.id}")
    click.echo(f"   {told}")
    if number > 1:
        click.echo(f"   {summary_of(version.changes)}")
    for change in version.changes:
        who = f" ({one_line(change.speaker)})" if change.speaker and change.kind != "speaker_changed" else ""
        click.echo(f"     {change.kind.replace('_', ' ')}{who}: {_words(change)}")


def _words(change: "Change") -> str:
    """The words of a change, those that differ marked as a word diff marks them."""
    from onrecord.formats.visible import one_line
    from onrecord.ledger.changes import marked_words

    if change.kind == "speaker_changed":
        return one_line(f"{change.before or 'nobody named'} → {change.after or 'nobody named'}")
    if change.before is None or change.after is None:
        words = one_line(change.before or change.after or "")
        return words if len(words) <= SHOWN or change.kind.startswith("quote") else f"{words[:SHOWN]}…"
    return one_line(marked_words(change.before, change.after))
