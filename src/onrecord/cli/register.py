"""`onrecord register`: who is who across articles, why, and how to undo it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import click

from onrecord.cli.ledger import is_ledger, opened_ledger
from onrecord.cli.messages import Refused
from onrecord.errors import OnrecordError

if TYPE_CHECKING:  # loading the people stage would make --help slow
    from onrecord.people.register import Entry, Register


@click.group("register")
def register() -> None:
    """Look at a register of speakers, and mend it.

    A register is made and kept up by `onrecord read INPUT... --register FILE`. It is JSON Lines, one speaker a
    line. A ledger has a register of its own: its file or address stands for FILE in all of these.
    """


class Shown(NamedTuple):
    """A speaker in the table."""

    id: str
    kind: str
    label: str
    articles: int
    names: tuple[str, ...]
    authority: str | None = None


@register.command("list")
@click.argument("file", metavar="FILE")
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--ids", is_flag=True, help="Show each speaker's id, for the other commands.")
def list_speakers(file: str, name: str | None, ids: bool) -> None:
    """Show the speakers of a register as a table: in how many articles each speaks, and the other spellings.

    With NAME, only those who may be called so; of a ledger, those with all words of NAME in one spelling.
    """
    from onrecord.formats.visible import one_line

    found = sorted(_in_ledger(file, name) if is_ledger(file) else _in_file(file, name), key=_most_articles)
    for row in found:
        others = "; ".join(one_line(one) for one in row.names if one != row.label)
        plural = "s" if row.articles != 1 else " "
        line = f"{row.articles:4d} article{plural}  {row.kind:8s}  {one_line(row.label)}"
        line += f" · {row.authority}" if row.authority else ""
        line += f"  (also {others})" if others else ""
        click.echo(f"{row.id}  {line}" if ids else line)
    if not found:
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

    entry: Shown
    if is_ledger(file):
        with opened_ledger(file) as ledger, ledger.write() as connection:
            from onrecord.ledger import mending

            found = mending.join(connection, first, second, reason)
        entry = Shown(found.id, found.kind, found.label, found.articles, found.aliases)
    else:
        read = _read(file)
        try:
            entry = _shown(read.join(first, second, reason))
        except OnrecordError as error:
            raise Refused(str(error)) from error
        _write(read, file)
    others = "; ".join(one_line(one) for one in entry.names if one != entry.label)
    click.echo(f"{entry.id} {one_line(entry.label)} (also {others})")


@register.command("split")
@click.argument("file", metavar="FILE")
@click.argument("speaker", metavar="ID")
@click.option("--name", "names", multiple=True, help="Part the uses of this spelling; may be given again.")
@click.option("--article", "articles", multiple=True, help="Part the uses in the article of this id.")
def split(file: str, speaker: str, names: tuple[str, ...], articles: tuple[str, ...]) -> None:
    """Undo merges: make the named uses a speaker of their own, and never merge them with this one again."""
    from onrecord.formats.visible import one_line

    if not names and not articles:
        raise Refused("say which uses to part: --name SPELLING or --article ID (see `onrecord register why`)")
    if is_ledger(file):
        with opened_ledger(file) as ledger, ledger.write() as connection:
            from onrecord.ledger import mending

            both = mending.split(connection, speaker, names=names, in_articles=articles)
        told = [(one.id, one.label) for one in both]
    else:
        told = [(one.id, one.label) for one in _split_in_file(file, speaker, names, articles)]
    click.echo("\n".join(f"{id} {one_line(label)}" for id, label in told))


def _split_in_file(
    file: str, speaker: str, names: tuple[str, ...], articles: tuple[str, ...]
) -> "tuple[Entry, Entry]":
    from onrecord.people.register import naming_key

    found = _read(file)
    try:
        entry = found.get(speaker)
        wanted = [
            naming_key(naming)
            for naming in entry.namings
            if naming.name in names or naming.article in articles
        ]
        both = found.split(speaker, wanted)
    except OnrecordError as error:
        raise Refused(str(error)) from error
    _write(found, file)
    return both


def _in_file(file: str, name: str | None) -> Iterator[Shown]:
    from onrecord.people.register.variants import likeness

    for entry in _read(file).entries:
        if name is None or any(name == one or likeness(name, one) for one in entry.aliases):
            yield _shown(entry)


def _in_ledger(address: str, name: str | None) -> Iterator[Shown]:
    with opened_ledger(address) as ledger, ledger.read() as connection:
        from onrecord.ledger.speakers import speakers_named, speakers_of

        for row in speakers_of(connection) if name is None else speakers_named(connection, name):
            yield Shown(row.id, row.kind, row.label, row.articles, row.aliases)


def _shown(entry: "Entry") -> Shown:
    articles = len({naming.article for naming in entry.namings})
    return Shown(entry.id, entry.kind, entry.label, articles, entry.aliases, entry.authority)


def _get(file: str, speaker: str) -> "Entry":
    if is_ledger(file):
        with opened_ledger(file) as ledger, ledger.read() as connection:
            from onrecord.ledger.mending import speaker_of
            from onrecord.ledger.speakers import entry_of

            return entry_of(connection, speaker_of(connection, speaker).number)
    try:
        return _read(file).get(speaker)
    except OnrecordError as error:
        raise Refused(str(error)) from error


def _read(file: str) -> "Register":
    from onrecord.people.register.file import read_register

    try:
        return read_register(file)
    except OnrecordError as error:
        raise Refused(str(error)) from error


def _write(found: "Register", file: str) -> None:
    from onrecord.people.register.file import write_register

    try:
        write_register(found, file)
    except OnrecordError as error:
        raise Refused(str(error)) from error


def _most_articles(row: Shown) -> tuple[int, str]:
    return (-row.articles, row.label)
