"""What differs between the databases that a ledger can stand in: how it is reached, locked, and told to be careful.

All queries are written once; a dialect holds the few mechanics that SQLite and PostgreSQL have no common word for.
"""

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from typing import Any, Protocol, cast

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text

from onrecord.errors import BadLedger, MissingExtra

PATIENCE = 60  # seconds that a writer waits for another before it gives up
# "onrc": marks the file as a ledger (https://www.sqlite.org/fileformat.html#application_id).
APPLICATION_ID = 0x6F6E7263
WRITES = {"onrecord_writes": True}  # the execution option of a connection that will write
_SQLITE_HEADER = b"SQLite format 3\x00"
_LOCK = 0x6F6E7263


class Dialect(Protocol):
    """The mechanics of one database."""

    name: str

    def engine(self, url: URL, *, create: bool) -> Engine:
        """An engine whose connections are set up; raises `BadLedger` where there is no database there."""

    def lock(self, connection: Connection) -> None:
        """Wait until no other writer is at work, and keep others waiting until the transaction ends."""

    def mark(self, connection: Connection) -> None:
        """Mark a new ledger as one."""

    def vacuum(self, engine: Engine) -> None:
        """Give back the room of what was removed, and leave no trace of it in the database's files."""


class Sqlite:
    """One file, no server. Readers never wait, and never see half of an article (write-ahead log)."""

    name = "sqlite"

    def engine(self, url: URL, *, create: bool) -> Engine:
        path = url.database
        if not path or path == ":memory:":
            raise BadLedger("a ledger is kept in a file: name it, as in sqlite:///articles.db")
        _refuse_what_is_no_ledger(path, create=create)
        # autocommit of the driver: its own guesses when to begin would end a transaction that reads first.
        engine = create_engine(url, connect_args={"timeout": PATIENCE, "isolation_level": None})
        event.listen(engine, "connect", _careful)
        event.listen(engine, "begin", _begin)
        return engine

    def lock(self, connection: Connection) -> None:
        """Nothing more to do: BEGIN IMMEDIATE has taken the one write lock of the file."""

    def mark(self, connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")

    def vacuum(self, engine: Engine) -> None:
        with contextlib.closing(engine.raw_connection()) as pooled:
            driver = cast(sqlite3.Connection, pooled.driver_connection)
            try:
                # The index keeps what is deleted until its segments are merged; the log, until it is written back.
                for table in ("quotation_words", "article_words", "document_words"):
                    driver.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
                driver.execute("VACUUM")
                driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.Error as error:
                raise BadLedger(
                    f"{engine.url.database}: what was removed is removed, but its room could not be given back "
                    f"({error}): try again when no other program uses the ledger, with room for a copy of it"
                ) from error


class Postgres:
    """A PostgreSQL database, or a schema of one (`?options=-csearch_path=NAME`), version 14 or newer."""

    name = "postgresql"

    def engine(self, url: URL, *, create: bool) -> Engine:
        try:
            import psycopg  # noqa: F401 - only to say which extra is missing
        except ImportError as error:
            raise MissingExtra("a ledger on PostgreSQL", "postgres") from error
        engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
        event.listen(engine, "connect", _watchful)
        return engine

    def lock(self, connection: Connection) -> None:
        """One writer for each ledger: the lock is the transaction's, and falls with it, or with its connection."""
        connection.execute(
            text("SELECT pg_advisory_xact_lock(:key, hashtext(current_schema()))"), {"key": _LOCK}
        )

    def mark(self, connection: Connection) -> None:
        """The version table marks it already."""

    def vacuum(self, engine: Engine) -> None:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            schema = connection.execute(text("SELECT current_schema()")).scalar_one()
            tables = inspect(connection).get_table_names(schema=schema)
            quote = engine.dialect.identifier_preparer.quote
            for table in tables:
                connection.exec_driver_sql(f"VACUUM (FULL) {quote(schema)}.{quote(table)}")


@contextlib.contextmanager
def joined_by_keys(connection: Connection) -> Iterator[None]:
    """Rows are joined by their keys meanwhile: PostgreSQL would read a whole table for few of its rows."""
    if connection.dialect.name != "postgresql":
        yield
        return
    turn = text("SELECT set_config('enable_hashjoin', :to, true), set_config('enable_mergejoin', :to, true)")
    connection.execute(turn, {"to": "off"})
    yield
    connection.execute(turn, {"to": "on"})


def _refuse_what_is_no_ledger(path: str, *, create: bool) -> None:
    try:
        with open(path, "rb") as file:
            header = file.read(100)
    except FileNotFoundError as error:
        folder = os.path.dirname(path) or "."
        if not os.path.isdir(folder):
            raise BadLedger(f"{path}: there is no folder {folder}: make it first") from error
        if not create:
            raise BadLedger(
                f"{path}: there is no ledger: check the path, or make one with "
                f"onrecord add ARTICLE... --ledger {path}"
            ) from error
        return
    except OSError as error:
        raise BadLedger(f"{path} cannot be opened ({error.strerror or error})") from error
    if not header:
        return
    # Bytes 68 to 71 hold the application id, most significant first.
    if not header.startswith(_SQLITE_HEADER):
        raise BadLedger(f"{path} is a file of another kind, and no ledger: choose another name")
    if int.from_bytes(header[68:72], "big") not in (0, APPLICATION_ID):
        raise BadLedger(f"{path} is a database of another program, and no ledger: choose another name")


def _careful(connection: sqlite3.Connection, _: Any) -> None:
    """Settings of every connection.

    `synchronous = NORMAL` with a write-ahead log: a kill of the program loses nothing that was kept; a loss of power
    can lose the articles kept in the last moments before it, whole, and never harms the file
    (https://www.sqlite.org/pragma.html#pragma_synchronous).
    """
    cursor = connection.cursor()
    try:
        _turn_log_on(cursor)
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute("PRAGMA temp_store = MEMORY")
        cursor.execute("PRAGMA cache_size = -65536")  # KiB
        cursor.execute("PRAGMA secure_delete = ON")  # what is taken out is overwritten
    finally:
        cursor.close()


def _turn_log_on(cursor: sqlite3.Cursor) -> None:
    """Give a file its write-ahead log, once in its life.

    That takes the whole file for a moment. Where another program has it, SQLite gives up at once here, whatever the
    timeout: two programs that make one ledger at the same time would fail.
    """
    patient_until = time.monotonic() + PATIENCE
    while True:
        try:
            if cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > patient_until:
                raise
            time.sleep(0.01)


def _begin(connection: Connection) -> None:
    """A writer says so at once: two that read first and write then would have to give up, not wait."""
    writes = connection.get_execution_options().get("onrecord_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _watchful(connection: Any, _: Any) -> None:
    """A server that looks after its clients: one that is gone, killed or cut off, holds no lock for long."""
    with connection.cursor() as cursor:
        cursor.execute("SET client_connection_check_interval = '2s'")
        cursor.execute("SET tcp_keepalives_idle = 30")
        cursor.execute("SET tcp_keepalives_interval = 10")
        cursor.execute("SET tcp_keepalives_count = 3")
    connection.commit()
