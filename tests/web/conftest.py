"""The ledgers of tests/ledger, for the web app: every test of them runs on SQLite and on PostgreSQL."""

import contextlib
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient
from sqlalchemy import create_engine, make_url, text
from tests.ledger.conftest import DATABASES, ledger, ledger_url, new_schema, new_url, postgres
from tools.site import EXAMPLES, fill

from onrecord.ledger.checking import check_in_ledger, keep_checks
from onrecord.ledger.documents import keep_document, read_documents
from onrecord.ledger.keeping import find_place
from onrecord.ledger.ledger import Ledger
from onrecord.web.app import build
from onrecord.web.options import Options

__all__ = ["EXAMPLES", "fill", "ledger", "ledger_url", "new_schema", "new_url", "postgres"]


@pytest.fixture(scope="session")
def examples_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the examples on SQLite, to be read only: filling one takes seconds."""
    file = tmp_path_factory.mktemp("web") / "examples.db"
    with Ledger.open(f"sqlite:///{file}") as opened:
        fill(opened)
    return file


@pytest.fixture(scope="session", params=DATABASES)
def filled(request: pytest.FixtureRequest) -> Iterator[Ledger]:
    """A ledger of the examples, to be read only: one on each database for all tests."""
    if request.param == "sqlite":
        with Ledger.open(f"sqlite:///{request.getfixturevalue('examples_file')}") as opened:
            yield opened
        return
    with _schema(request.getfixturevalue("postgres")) as url, Ledger.open(url) as opened:
        fill(opened)
        yield opened


@contextlib.contextmanager
def _schema(address: str) -> Iterator[str]:
    name = f"test_{uuid.uuid4().hex[:12]}"
    server = create_engine(
        make_url(address).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    with server.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    url = make_url(address).update_query_dict({"options": f"-csearch_path={name}"})
    yield url.render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    server.dispose()


def copied(filled: Ledger, url: str) -> Ledger:
    """A ledger of the same articles and documents, that may be changed."""
    opened = Ledger.open(url)
    with filled.read() as source:
        documents = list(read_documents(source))
    with opened.write() as connection:
        for document in documents:
            keep_document(connection, document)
    for record in filled.records():
        kept = opened.keep(record)
        assert kept.record is not None
        with opened.write() as connection:
            place = find_place(connection, kept.id or "")
            assert place is not None
            keep_checks(connection, kept.record, place, check_in_ledger(connection, kept.record))
    return opened


@pytest.fixture
def mine(filled: Ledger, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of the examples' ledger on the same database."""
    if filled.name.endswith(".db"):
        url = f"sqlite:///{tmp_path / 'mine.db'}"
    else:
        url = request.getfixturevalue("new_schema")()
    with copied(filled, url) as opened:
        yield opened


@pytest.fixture(scope="session")
def client(filled: Ledger) -> Iterator[TestClient]:
    """The app over the ledger of the examples."""
    with TestClient(build(filled)) as asking:
        yield asking


@pytest.fixture
def new_client(ledger: Ledger) -> Iterator[TestClient]:
    """The app over a new, empty ledger."""
    with TestClient(build(ledger, Options())) as asking:
        yield asking


@pytest.fixture(scope="session")
def example() -> Path:
    """The folder of the examples."""
    return EXAMPLES
