"""The ledger: a database that keeps what was read, and gives it back.

with Ledger.open("sqlite:///articles.db") as ledger:
    kept = ledger.keep(onrecord.read_file("article.html"))
    record = ledger.record(kept.id)
"""

import contextlib
from collections.abc import Iterator
from types import TracebackType
from typing import Literal, NamedTuple

import msgspec
from sqlalchemy import Connection, select

from onrecord.errors import NotInLedger
from onrecord.ledger import keeping, roster, schema, standing, versions
from onrecord.ledger.changes import Change, changes_between
from onrecord.ledger.codes import is_quotation
from onrecord.ledger.correction_rows import write_corrections
from onrecord.ledger.engine import Database
from onrecord.ledger.place import place_of
from onrecord.ledger.state import move_on, state_of
from onrecord.ledger.storable import storable
from onrecord.ledger.tables import articles, failures, quotations
from onrecord.model import Failure, Quotation, Record
from onrecord.read import NOTES

State = Literal["new", "version", "known", "failed"]


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a record: `new`, a newer `version` of an article, `known` (the same bytes), or `failed`.

    `record` is the record as it is kept; None where it was known. `older` is the id of
    the version whose place it took (or, for an older state added late, of the version before it), and `changes`
    what it changed there; none at all where only the page around the article differs.
    """

    state: State
    id: str | None = None
    number: int | None = None
    record: Record | None = None
    older: str | None = None
    changes: tuple[Change, ...] = ()


class Found(NamedTuple):
    """A quotation and the record that it stands in."""

    record: Record
    quotation: Quotation


class Ledger:
    """A ledger that is open. Close it, or use it in a `with` statement."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def open(cls, address: str, *, create: bool = True) -> "Ledger":
        """Open a ledger: made where it is new (unless `create` is False), brought up to date where it is older.

        `address` is `sqlite:///FILE`, the path of a file, or `postgresql://USER@HOST/DATABASE`. Raises `BadLedger`
        where it cannot be reached, is no ledger, or is one of a newer version.
        """
        database = Database(address, create=create)
        try:
            schema.prepare(database)
        except BaseException:
            database.close()
            raise
        return cls(database)

    @property
    def name(self) -> str:
        """Where the ledger is, for messages: never with a password."""
        return self.database.name

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self) -> contextlib.AbstractContextManager[Connection]:
        """A connection to ask with: it sees one state of the ledger, and waits for nobody."""
        return self.database.read()

    @contextlib.contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection to change with, one writer at a time: all is kept at the end, or nothing."""
        with self.database.write() as connection:
            move_on(connection)
            yield connection

    def state(self) -> int:
        """A number that is another after every change."""
        with self.read() as connection:
            return state_of(connection)

    def keep(self, record: Record, *, base: str | None = None) -> Kept:
        """Keep a record, whole or not at all.

        The same bytes are kept once. Other bytes from the same place (address, else path) are a version of the
        article, the newest of which `records` gives. What could not be read is kept as its
        failures. `base` is the folder that relative paths start from. Corrections by hand that come with the
        record are kept beside it, also where it is known; raises `BadCorrection` for one that does not fit.
        """
        id = record.article.id
        if id is not None:  # what is known already needs no turn as a writer
            with self.read() as connection:
                known = keeping.find_place(connection, id)
            if known is not None and not record.corrections:
                return Kept(state="known", id=id, number=known.number)
        with self.write() as connection:
            return keep(connection, record, base=base)

    def fail(self, path: str, failure: Failure) -> None:
        """Keep why an input could not be read, until it can."""
        with self.write() as connection:
            keeping.write_failure(connection, path, failure.stage, failure.reason)

    def failures(self, path: str | None = None) -> list[tuple[str, Failure]]:
        """The inputs that could not be read, with the reasons: all, or those of one path."""
        query = select(failures.c.path, failures.c.stage, failures.c.reason).order_by(
            failures.c.path, failures.c.stage
        )
        if path is not None:
            query = query.where(failures.c.path == storable(path))
        with self.read() as connection:
            rows = connection.execute(query).all()
        return [(row.path, Failure(stage=row.stage, reason=row.reason)) for row in rows]

    def knows(self, article: str) -> bool:
        """Whether an article is kept, by its id: the digest of its bytes."""
        with self.read() as connection:
            return keeping.find_place(connection, article) is not None

    def record(self, article: str) -> Record:
        """All that is kept of an article, by its id; raises `NotInLedger`."""
        with self.read() as connection:
            place = keeping.find_place(connection, article)
            if place is None:
                raise NotInLedger(f"{self.name} holds no article {article}")
            return keeping.read_record(connection, place.number)

    def quotation(self, quotation: str) -> Found:
        """A quotation, by its id, and the record that it stands in; raises `NotInLedger`."""
        query = select(quotations.c.article, quotations.c.place).where(is_quotation(quotation))
        with self.read() as connection:
            for row in connection.execute(query).all():
                record = keeping.read_record(connection, row.article)
                if record.quotations[row.place].id == quotation:
                    return Found(record, record.quotations[row.place])
        raise NotInLedger(f"{self.name} holds no quotation {quotation}")

    def records(self, *, superseded: bool = False) -> Iterator[Record]:
        """Every record in the order of adding, older versions only where `superseded` ones are wanted too."""
        last = 0
        while True:
            query = select(articles.c.number).where(articles.c.number > last)
            if not superseded:
                query = query.where(articles.c.newer.is_(None))
            with self.read() as connection:
                numbers = connection.execute(query.order_by(articles.c.number).limit(200)).scalars().all()
                found = keeping.read_records(connection, numbers)
            if not numbers:
                return
            yield from found.values()
            last = numbers[-1]


def keep(connection: Connection, record: Record, *, base: str | None = None) -> Kept:
    """Keep a record inside a write transaction: see `Ledger.keep`."""
    article = record.article
    wrong = [failure for failure in record.failures if failure.stage not in NOTES]
    if article.id is None or article.text is None:
        for failure in wrong:
            keeping.write_failure(connection, article.path or "-", failure.stage, failure.reason)
        return Kept(state="failed", id=article.id, record=record)
    known = keeping.find_place(connection, article.id)
    if known is not None:
        write_corrections(connection, known.number, record)
        return Kept(state="known", id=article.id, number=known.number)
    keeping.clear_failures(connection, article.path)
    for failure in wrong:
        keeping.write_failure(connection, article.path or "-", failure.stage, failure.reason)
    place = place_of(article, base=base)
    beside = versions.neighbours(connection, article, place)
    older = None if beside.older is None else keeping.read_record(connection, beside.older, corrections=False)
    where = keeping.write_record(connection, record, place=place)
    versions.link(connection, where.number, beside)
    if beside.newer is None:  # only the newest version is found by searches
        roster.enrol(
            connection, record, where
        )  # before the older one goes, so that its speakers stay who they are
        if older is not None and beside.older is not None:
            standing.withdraw(connection, older, keeping.place_at(connection, beside.older))
    kept = keeping.read_record(connection, where.number)
    if beside.newer is None:
        standing.stand(connection, kept, where)
    return Kept(
        state="new" if older is None and beside.newer is None else "version",
        id=article.id,
        number=where.number,
        record=kept,
        older=None if older is None else older.article.id,
        changes=() if older is None else changes_between(older, kept),
    )
