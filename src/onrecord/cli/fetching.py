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
_ENDINGS = {
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
}


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
        _keep(fetched, kept_in)
    return fetched


def _keep(fetched: "Fetched", folder: str) -> None:
    """Write the bytes as they are, once: the name is what `sha256sum` prints, which is in the article's id too."""
    from onrecord.model import article_id

    digest = article_id(fetched.data).partition(":")[2]
    ending = _ENDINGS.get(fetched.kind or "", ".xml" if (fetched.kind or "").endswith("/xml") else ".html")
    path = os.path.join(folder, digest + ending)
    try:
        if not os.path.exists(path):
            with open(path + ".part", "wb") as file:
                file.write(fetched.data)
            os.replace(path + ".part", path)  # what was stopped half-way leaves no file of that name
    except OSError as error:
        raise Refused(f"{path} cannot be written ({error.strerror or error}): is there room?") from error
