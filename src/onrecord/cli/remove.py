"""`onrecord remove`: articles and documents out of a ledger."""

import sys
from typing import TYPE_CHECKING

import click

from onrecord.cli.ledger import ledger_option, opened_ledger
from onrecord.cli.messages import say
from onrecord.errors import BadLedger

if TYPE_CHECKING:  # loading the database's library would make --help slow
    from onrecord.ledger.ledger import Ledger
    from onrecord.ledger.removal import Removed

SOME_FAILED = 3


@click.command()
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@ledger_option
@click.option("--versions", "all_versions", is_flag=True, help="Remove every version of the article.")
@click.option("--document", "is_document", is_flag=True, help="The names are of documents (add --documents).")
@click.option("--vacuum", is_flag=True, help="Then give the room back, and leave no trace of it in the file.")
def remove(
    names: tuple[str, ...], address: str | None, all_versions: bool, is_document: bool, vacuum: bool
) -> None:
    """Take articles out of a ledger, with their quotations and all that hangs on them.

    NAME is an id or the beginning of one, an address, or a path as it was added. Of an article with several versions
    an address or a path means the newest, and the one before it stands in its place again; --versions removes all.

    docs/ledger.md says what a removal does not reach: backups, exports, and copies that others made.

    Exit code: 0 when all was removed, 3 when some names are not in the ledger or can mean several things (the
    others are removed), 2 on wrong use.
    """
    failed = False
    with opened_ledger(address) as ledger:
        for name in names:
            try:
                for removed in _remove(ledger, name, all_versions=all_versions, is_document=is_document):
                    click.echo(_line(removed))
            except BadLedger as error:
                say(str(error))
                failed = True
        if vacuum:
            ledger.database.dialect.vacuum(ledger.database.engine)
    if failed:
        sys.exit(SOME_FAILED)


def _remove(ledger: "Ledger", name: str, *, all_versions: bool, is_document: bool) -> "list[Removed]":
    from onrecord.ledger.removal import remove_articles, remove_document

    with ledger.write() as connection:
        if is_document:
            return [remove_document(connection, name)]
        return remove_articles(connection, name, all_versions=all_versions)


def _line(removed: "Removed") -> str:
    from onrecord.formats.visible import one_line

    name = one_line(removed.title or removed.path or removed.id)
    if removed.is_document:
        return f"removed the document {name}"
    told = f"removed {name} ({removed.quotations} quotation{'s' * (removed.quotations != 1)})"
    return f"{told}; the version before it stands again" if removed.standing else told
