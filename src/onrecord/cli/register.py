"""`onrecord register`: who is who across articles, why, and how to undo it."""

from typing import TYPE_CHECKING

import click

from onrecord.cli.messages import Refused
from onrecord.errors import OnrecordError

if TYPE_CHECKING:  # loading the people stage would make --help slow
    from onrecord.people.register import Entry, Register


@click.group("register")
def register() -> None:
    """Look at a register of speakers, and mend it.

    A register is made and kept up by `onrecord read INPUT... --register FILE`. It is JSON Lines, one speaker a
    line.
    """


@register.command("list")
@click.argument("file", metavar="FILE")
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--ids", is_flag=True, help="Show each speaker's id, for the other commands.")
def list_speakers(file: str, name: str | None, ids: bool) -> None:
    """Show the speakers of a register as a table: in how many articles each speaks, and the other spellings.

    With NAME, only those who may be called so.
    """
    from onrecord.formats.visible import one_line
    from onrecord.people.register.variants import likeness

    shown = 0
    for entry in sorted(_read(file).entries, key=_most_articles):
        names = entry.aliases
        if name is not None and not any(name == one or likeness(name, one) for one in names):
            continue
        shown += 1
        articles = len({naming.article for naming in entry.namings})
        others = "; ".join(one_line(one) for one in names if one != entry.label)
        line = (
            f"{articles:4d} article{'s' if articles != 1 else ' '}  {entry.kind:8s}  {one_line(entry.label)}"
        )
        line += f" · {entry.authority}" if entry.authority else ""
        line += f"  (also {others})" if others else ""
        click.echo(f"{entry.id}  {line}" if ids else line)
    if not shown:
        click.echo("No such speaker." if name else "The register is empty.", err=True)


@register.command("why")
@click.argument("file", metavar="FILE")
@click.argument("speaker", metavar="ID")
def why(file: str, speaker: str) -> None:
    """Show every use of a name that a speaker was made from, and why each was taken to be the same one."""
    from onrecord.formats.visible import one_line
    from onrecord.people.register import naming_key

    entry = _get(file, speaker)
    merges = {merge.naming: merge for merge in entry.merges}
    click.echo(f"{one_line(entry.label)}  {entry.id}")
    for naming in entry.namings:
        merge = merges.get(naming_key(naming))
        told = ", ".join(one_line(words) for words in (*naming.descriptions, naming.published or "") if words)
        click.echo(f"\n  {one_line(naming.name)}{f' ({told})' if told else ''}")
        click.echo(f"  in {one_line(naming.article or 'an article without an id')}")
        if merge is None:
            click.echo("  the first")
        else:
            click.echo(f"  by {merge.by}, {merge.score:.2f}:")
            for reason in merge.why:
                click.echo(f"    - {one_line(reason)}")


@register.command("join")
@click.argument("file", metavar="FILE")
@click.argument("first", metavar="ID")
@click.argument("second", metavar="ID")
@click.option("--why", "reason", required=True, help="The reason, which is kept.")
def join(file: str, first: str, second: str, reason: str) -> None:
    """Make two speakers one by hand; the first keeps its id."""
    from onrecord.formats.visible import one_line

    found = _read(file)
    try:
        entry = found.join(first, second, reason)
    except OnrecordError as error:
        raise Refused(str(error)) from error
    _write(found, file)
    click.echo(
        f"{entry.id} {one_line(entry.label)} (also {'; '.join(one_line(one) for one in entry.aliases[1:])})"
    )


@register.command("split")
@click.argument("file", metavar="FILE")
@click.argument("speaker", metavar="ID")
@click.option("--name", "names", multiple=True, help="Part the uses of this spelling; may be given again.")
@click.option("--article", "articles", multiple=True, help="Part the uses in the article of this id.")
def split(file: str, speaker: str, names: tuple[str, ...], articles: tuple[str, ...]) -> None:
    """Undo merges: make the named uses a speaker of their own, and never merge them with this one again."""
    from onrecord.formats.visible import one_line
    from onrecord.people.register import naming_key

    if not names and not articles:
        raise Refused("say which uses to part: --name SPELLING or --article ID (see `onrecord register why`)")
    found = _read(file)
    try:
        entry = found.get(speaker)
        wanted = [
            naming_key(naming)
            for naming in entry.namings
            if naming.name in names or naming.article in articles
        ]
        kept, parted = found.split(speaker, wanted)
    except OnrecordError as error:
        raise Refused(str(error)) from error
    _write(found, file)
    click.echo(f"{kept.id} {one_line(kept.label)}\n{parted.id} {one_line(parted.label)}")


def _read(file: str) -> "Register":
    from onrecord.people.register.file import read_register

    try:
        return read_register(file)
    except OnrecordError as error:
        raise Refused(str(error)) from error


def _get(file: str, speaker: str) -> "Entry":
    try:
        return _read(file).get(speaker)
    except OnrecordError as error:
        raise Refused(str(error)) from error


def _write(found: "Register", file: str) -> None:
    from onrecord.people.register.file import write_register

    try:
        write_register(found, file)
    except OnrecordError as error:
        raise Refused(str(error)) from error


def _most_articles(entry: "Entry") -> tuple[int, str]:
    return (-len(entry.namings), entry.label)
