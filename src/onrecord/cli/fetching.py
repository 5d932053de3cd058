"""Inputs that are web addresses: fetched where --fetch says so, and their bytes kept where --keep says so."""

import os
import re
from typing import TYPE_CHECKING

import click

from onrecord.cli.messages import Refused

if TYPE_CHECKING:  # loading the network's libraries would make --help slow
    from onrecord.read.fetch import Fetched

STAGE = "fetch"

fetch_option = click.option("--fetch", is_flag=True, help="Fetch the inputs that are web addresses.")
keep_option = click.option(
    *("--keep", "kept_in"),
    metavar="FOLDER",
    help="With --fetch, keep the bytes that were fetched in this folder, each file named by its digest.",
)

_BEGINNING = re.compile(r"https?://", re.IGNORECASE)


def is_web_address(given: str) -> bool:
    """Whether an input is meant as a web address: it begins with http:// or https://."""
    return _BEGINNING.match(given) is not None


def prepare_folder(kept_in: str | None, *, fetch: bool) -> None:
    """Make the folder of --keep before anything is fetched; refuse it where nothing will be."""
    if kept_in is None:
        return
    if not fetch:
        raise Refused("--keep keeps what is fetched: give --fetch too.")
    try:
        os.makedirs(kept_in, exist_ok=True)
    except OSError as error:
        raise Refused(f"--keep {kept_in} cannot be made ({error.strerror or error}).") from error


def load_address(address: str, *, kept_in: str | None) -> "Fetched":
    """What stands at a web address, kept in a folder where one is named; raises `NotFetched`."""
    from onrecord.read.fetch import fetch

    fetched = fetch(address)
    if kept_in is not None:
        from onrecord.read.fetched_files import keep_bytes

        try:
            keep_bytes(fetched, kept_in)
        except OSError as error:
            raise Refused(
                f"{error.filename or kept_in} cannot be written ({error.strerror or error}): is there room?"
            ) from error
    return fetched
