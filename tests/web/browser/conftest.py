"""The web app on this machine, for a real browser: over the examples' ledger, and over new ones to write."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tools.site import pages_of, served

from onrecord.ledger.ledger import Ledger


@pytest.fixture(scope="session")
def site(examples_file: Path) -> Iterator[str]:
    """The address of the app over the ledger of the examples."""
    with Ledger.open(f"sqlite:///{examples_file}") as opened, served(opened) as address:
        yield address


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app over an empty ledger."""
    file = tmp_path_factory.mktemp("empty") / "empty.db"
    with Ledger.open(f"sqlite:///{file}") as opened, served(opened) as address:
        yield address


@pytest.fixture(scope="session")
def page_of(site: str, empty_site: str) -> Callable[[str], str]:
    """The address of a page of some kind: "welcome", or one of `tools.site.KINDS`."""
    found = pages_of(site)

    def address(kind: str) -> str:
        return empty_site if kind == "welcome" else site + found[kind]

    return address


@pytest.fixture
def new_site(tmp_path: Path) -> Iterator[str]:
    """The address of the app over a new, empty ledger."""
    with Ledger.open(f"sqlite:///{tmp_path / 'new.db'}") as opened, served(opened) as address:
        yield address
