"""From a ledger's address to a database that is ready: reached, checked, and of this version.

An address is `sqlite:///FILE`, the bare path of a file, or `postgresql://USER@HOST/DATABASE`.
"""

import contextlib
from collections.abc import Iterator

from sqlalchemy import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, SQLAlchemyError

from onrecord.errors import BadLedger
from onrecord.ledger.dialects import PATIENCE, WRITES, Dialect, Postgres, Sqlite

_DIALECTS: dict[str, type[Sqlite] | type[Postgres]] = {
    "sqlite": Sqlite,
    "postgresql": Postgres,
    "postgres": Postgres,
    "postgresql+psycopg": Postgres,
}


class Database:
    """A database that can be read, and written by one writer at a time.

    `name` is its address without the password, for messages. Raises `BadLedger` where it cannot be reached.
    """

    def __init__(self, address: str, *, create: bool = True) -> None:
        url = parse(address)
        self.name = show(url)
        self.dialect: Dialect = _DIALECTS[url.drivername]()
        with translated(self.name):
            self.engine: Engine = self.dialect.engine(url, create=create)
        self._writer = self.engine.execution_options(**WRITES)

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger, whatever is written meanwhile; nobody waits for it."""
        with translated(self.name), self.engine.connect() as connection:
            if self.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextlib.contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection that alone may write; all of it is kept at the end, or nothing where an error is raised."""
        with translated(self.name), self._writer.begin() as connection:
            self.dialect.lock(connection)
            yield connection

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def parse(address: str) -> URL:
    """The address of a ledger as a URL; raises `BadLedger` for one that names no database that a ledger can use."""
    if "://" not in address:
        if not address or address.startswith(("sqlite:", "postgres")):
            raise BadLedger(f"{address!r} is no address of a ledger: give {_FORMS}")
        return URL.create("sqlite", database=address)
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:  # its message would hold the address, with the password
        raise BadLedger(f"this is no address of a ledger: give {_FORMS}") from error
    if url.drivername not in _DIALECTS:
        raise BadLedger(f"{show(url)}: a ledger cannot be kept there: give {_FORMS}")
    return url


def show(url: URL) -> str:
    """An address for messages: a file by its path, and never a password."""
    if url.drivername == "sqlite":
        return url.database or "sqlite://"
    return url.set(query={}).render_as_string(hide_password=True)


_FORMS = "sqlite:///FILE, a file's path, or postgresql://USER@HOST/DATABASE"


@contextlib.contextmanager
def translated(name: str) -> Iterator[None]:
    """The one place where a database's errors become onrecord's: what went wrong, with which ledger, what to do."""
    try:
        yield
    except SQLAlchemyError as error:
        raise BadLedger(f"{name}: {_told(error)}") from error


def _told(error: SQLAlchemyError) -> str:
    cause = str(error.orig).strip().splitlines()[0] if isinstance(error, DBAPIError) else type(error).__name__
    told = cause.lower()
    for words, advice in _ADVICE:
        if words in told:
            return advice
    if isinstance(error, OperationalError):
        return (
            f"the database cannot be used ({cause}): check its address, that it runs, and your rights there"
        )
    return f"the database refused what onrecord asked ({cause}): is it a ledger of this version?"


_ADVICE = (
    (
        "database is locked",
        f"another program has been writing to it for more than {PATIENCE} seconds: try again when it is done",
    ),
    ("not a database", "this is no SQLite database, or a damaged one: restore it from a backup"),
    ("malformed", "the file is damaged: restore it from a backup (onrecord restore)"),
    (
        "readonly database",
        "the ledger may be read but not written: check the rights of the file and its folder",
    ),
    ("database or disk is full", "the disk is full: make room and run the same command again"),
    ("no space left", "the disk is full: make room and run the same command again"),
    ("unable to open database", "the file cannot be opened: check the rights of the file and its folder"),
    ("password authentication failed", "the user or the password is wrong"),
    ("no password supplied", "the server asks for a password: give it in PGPASSWORD or in ~/.pgpass"),
)
