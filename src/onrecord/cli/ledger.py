"""The option --ledger, the same for every verb that uses one, and how a ledger is opened for it."""

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

from onrecord.cli.messages import Refused
from onrecord.errors import OnrecordError

if TYPE_CHECKING:  # loading the database's library would make --help slow
    from onrecord.ledger.ledger import Ledger

VARIABLE = "ONRECORD_LEDGER"
F = TypeVar("F", bound=Callable[..., Any])


def ledger_option(function: F) -> F:
    """Give a command the option --ledger, as its argument `address`."""
    return click.option(
        *("--ledger", "address"),
        metavar="URL",
        envvar=VARIABLE,
        help=f"The ledger: a file, sqlite:///FILE or postgresql://USER@HOST/DATABASE; else ${VARIABLE}.",
    )(function)


@contextlib.contextmanager
def opened_ledger(address: str | None, *, create: bool = False) -> "Iterator[Ledger]":
    """The ledger of --ledger; whatever goes wrong with it becomes a refusal."""
    if not address:
        raise Refused(f"say which ledger: --ledger FILE or postgresql://..., or set {VARIABLE}.")
    from onrecord.ledger import open_ledger

    try:
        with open_ledger(address, create=create) as ledger:
            yield ledger
    except OnrecordError as error:
        raise Refused(str(error)) from error


def is_ledger(path: str) -> bool:
    """Whether this names a ledger: a database's address, or a file of SQLite."""
    if path.startswith(("sqlite:", "postgres:", "postgresql:")):
        return True
    try:
        with open(path, "rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except OSError:
        return False
