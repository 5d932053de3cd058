"""`onrecord backup` and `onrecord restore`: a ledger as one file, and back."""

import click

from onrecord.cli.ledger import ledger_option, opened_ledger
from onrecord.cli.messages import say


@click.command()
@click.argument("file", metavar="FILE")
@ledger_option
def backup(file: str, address: str | None) -> None:
    """Write a ledger, as it is now, to one new file, while others go on using it.

    FILE is an SQLite ledger itself, also where the ledger is on PostgreSQL: every command takes it as --ledger FILE,
    and `onrecord restore` copies it into another. A file that is there already is never written over.
    """
    with opened_ledger(address) as ledger:
        from onrecord.ledger.backup import back_up

        back_up(ledger, file)
        say(f"{ledger.name} is backed up in {file}.")


@click.command()
@click.argument("file", metavar="FILE")
@ledger_option
def restore(file: str, address: str | None) -> None:
    """Copy a backup into a new ledger: on PostgreSQL, or another file.

    The ledger must hold nothing yet. (A backup that an older version of onrecord made is brought up to date.)
    """
    with opened_ledger(address, create=True) as ledger:
        from onrecord.ledger.backup import restore as copy_back

        copy_back(file, ledger)
        say(f"{ledger.name} holds what {file} holds.")
