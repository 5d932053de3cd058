"""Addresses of ledgers, what is refused and why, and versions of a ledger."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DataError,
    IntegrityError,
    InterfaceError,
    InvalidRequestError,
    OperationalError,
    ProgrammingError,
    StatementError,
)

from onrecord.errors import BadLedger
from onrecord.ledger import schema
from onrecord.ledger.engine import Database, parse, show, translated
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.tables import metadata

ADDRESSES = {
    "articles.db": "articles.db",
    "sqlite:///articles.db": "articles.db",
    "sqlite:////srv/articles.db": "/srv/articles.db",
    "postgresql://ada:secret@db.example/press": "postgresql://ada:***@db.example/press",
    "postgres://db.example/press": "postgres://db.example/press",
    "postgresql://db.example/press?password=secret": "postgresql://db.example/press",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_shown_without_its_password(address: str) -> None:
    assert show(parse(address)) == ADDRESSES[address]


@pytest.mark.parametrize(
    "address", ["", "mysql://db.example/press", "sqlite:", "postgres", "postgresql://ada:secret@host:port/x"]
)
def test_what_is_no_address_of_a_ledger_is_refused(address: str) -> None:
    with pytest.raises(BadLedger, match="give sqlite:///FILE") as refused:
        parse(address)
    assert "secret" not in str(refused.value)


def test_a_ledger_in_memory_alone_is_refused() -> None:
    with pytest.raises(BadLedger, match="in a file"):
        Ledger.open("sqlite://")


def test_files_that_are_no_ledger_are_refused_and_left_alone(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear ledger,", "utf-8")
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    connection.close()
    for path, reason in ((letter, "another kind"), (other, "other things")):
        with pytest.raises(BadLedger, match=reason):
            Ledger.open(str(path))
    assert letter.read_text("utf-8") == "Dear ledger,"
    with pytest.raises(BadLedger, match="no ledger"):
        Ledger.open(str(tmp_path / "missing.db"), create=False)
    with pytest.raises(BadLedger, match="folder"):
        Ledger.open(str(tmp_path / "missing" / "l.db"))
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix in (".db", ".txt")) == [
        "letter.txt",
        "other.db",
    ]


def test_a_server_that_is_not_there_is_said_without_the_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(BadLedger, match="cannot be used") as refused:
        Ledger.open("postgresql://ada:secret@127.0.0.1:1/press")
    assert "secret" not in str(refused.value)


def test_a_ledger_of_a_newer_version_is_refused(ledger_url: str) -> None:
    with Ledger.open(ledger_url) as ledger, ledger.write() as connection:
        connection.execute(text(f"UPDATE {schema.VERSION_TABLE} SET version_num = '9999'"))
    with pytest.raises(BadLedger, match="newer version"):
        Ledger.open(ledger_url)


def test_a_ledger_whose_making_was_broken_off_is_made_anew(
    ledger_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the light went out")

    with monkeypatch.context() as patch:
        patch.setattr("alembic.op.create_index", broken)
        with pytest.raises(RuntimeError, match="light"):
            Ledger.open(ledger_url)
    with Ledger.open(ledger_url) as ledger:
        assert list(ledger.records()) == []


def test_the_migrations_make_the_tables_that_the_queries_name(
    ledger_url: str, new_url: Callable[[], str]
) -> None:
    """What `tables.py` says and what the numbered migrations have made are the same."""
    shapes = []
    Ledger.open(ledger_url).close()
    for url, make in ((ledger_url, False), (new_url(), True)):
        database = Database(url)
        with database.write() as connection:
            if make:
                metadata.create_all(connection)
            shapes.append(shape(connection))
        database.close()
    assert shapes[0] == shapes[1]


# The keys and indexes of a table, in each database's own words.
KEYS = {
    "sqlite": 'SELECT name || partial || "unique" FROM pragma_index_list(:table) '
    "UNION ALL SELECT name || pk FROM pragma_table_info(:table) "
    "UNION ALL SELECT iif(type = 'index', sql, sql LIKE '%WITHOUT ROWID') FROM sqlite_schema WHERE tbl_name = :table",
    "postgresql": "SELECT replace(indexdef, current_schema() || '.', '') FROM pg_indexes "
    "WHERE schemaname = current_schema() AND tablename = :table",
}


def shape(connection: Connection) -> dict[str, list[str]]:
    """The columns, keys and indexes of each table, as the database tells them."""
    found = {}
    for table in metadata.tables:
        columns = inspect(connection).get_columns(table)
        told = [f"{row['name']} {row['type']} {row['nullable']}" for row in columns]
        told += map(str, connection.execute(text(KEYS[connection.dialect.name]), {"table": table}).scalars())
        found[table] = sorted(told)
    return found


def test_a_ledger_of_each_older_version_is_brought_up_to_date_with_what_it_holds(
    ledger_url: str, new_url: Callable[[], str]
) -> None:
    numbers = sorted(path.name[:4] for path in (schema.MIGRATIONS / "versions").glob("0*.py"))
    assert numbers[-1] == schema.NEWEST
    with Ledger.open(ledger_url) as newest, newest.write() as connection:
        expected = shape(connection)
    for number in numbers[:-1]:
        url = new_url()
        database = Database(url)
        with database.write() as connection:
            schema._upgrade(connection, to=number)
            connection.execute(
                text("INSERT INTO failures VALUES ('a.txt', 'read', 'empty', '2031-10-15T07:30:00Z')")
            )
            assert schema.version_of(connection) == number
        database.close()
        with Ledger.open(url) as ledger, ledger.write() as connection:
            assert schema.version_of(connection) == schema.NEWEST
            assert shape(connection) == expected
            assert [path for path, _ in ledger.failures()] == ["a.txt"]


def test_opening_again_changes_nothing(ledger_url: str, new_url: Callable[[], str]) -> None:
    for _ in range(2):
        with Ledger.open(ledger_url) as ledger, ledger.read() as connection:
            assert schema.version_of(connection) == schema.NEWEST


ERRORS = [
    ArgumentError("x"),
    InvalidRequestError("x"),
    StatementError("x", "SELECT 1", {}, ValueError("x")),
    *(
        kind("SELECT 1", {}, Exception("database is locked"))
        for kind in (
            DatabaseError,
            DataError,
            IntegrityError,
            InterfaceError,
            OperationalError,
            ProgrammingError,
        )
    ),
]


@pytest.mark.parametrize("error", ERRORS, ids=repr)
def test_no_error_of_the_database_is_left_as_it_is(error: Exception) -> None:
    with pytest.raises(BadLedger, match=r"^here: "), translated("here"):
        raise error
