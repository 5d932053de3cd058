"""A ledger on each database: every test of the ledger runs on SQLite and on PostgreSQL."""

import os
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from onrecord.ledger.ledger import Ledger

DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def postgres() -> str:
    """The address of a PostgreSQL database to make schemas in: `ONRECORD_POSTGRES`."""
    address = os.environ.get("ONRECORD_POSTGRES")
    if not address:
        if os.environ.get("ONRECORD_REQUIRE_POSTGRES"):
            pytest.fail("ONRECORD_POSTGRES does not say where PostgreSQL is")
        pytest.skip("ONRECORD_POSTGRES does not say where PostgreSQL is")
    return address


@pytest.fixture
def new_schema(postgres: str) -> Iterator[Callable[[], str]]:
    """Make an empty schema of PostgreSQL, and give its address; dropped after the test."""
    server = create_engine(
        make_url(postgres).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    made: list[str] = []

    def make() -> str:
        name = f"test_{uuid.uuid4().hex[:12]}"
        with server.connect() as connection:
            connection.execute(text(f"CREATE SCHEMA {name}"))
        made.append(name)
        url = make_url(postgres).update_query_dict({"options": f"-csearch_path={name}"})
        return url.render_as_string(hide_password=False)

    yield make
    with server.connect() as connection:
        for name in made:
            connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    server.dispose()


@pytest.fixture(params=DATABASES)
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Give the address of one more new, empty ledger on the database of this run of the test."""
    if request.param == "postgresql":
        return request.getfixturevalue("new_schema")
    return lambda: f"sqlite:///{tmp_path / f'{uuid.uuid4().hex[:12]}.db'}"


@pytest.fixture
def ledger_url(new_url: Callable[[], str]) -> str:
    """The address of a new, empty ledger."""
    return new_url()


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    """A new, empty ledger that is open."""
    with Ledger.open(ledger_url) as opened:
        yield opened
