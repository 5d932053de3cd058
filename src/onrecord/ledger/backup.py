"""A copy of a whole ledger: one SQLite file that is a ledger itself, from either database and back to either.

On SQLite the file is copied by the database's own online backup (https://www.sqlite.org/backup.html), while others
read and write. From PostgreSQL, and back from a file, all rows of one state are copied and the index is made anew.
"""

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, insert, select

from onrecord.errors import BadLedger
from onrecord.ledger import keeping, prints, standing
from onrecord.ledger.documents import index_document, read_text
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.tables import articles, documents, metadata

AT_ONCE = 500  # rows
ARTICLES_AT_ONCE = 50


def back_up(ledger: Ledger, path: str | Path) -> None:
    """Write a ledger to a new file, whole or not at all; raises `BadLedger` where the file is there already."""
    if os.path.exists(path):
        raise BadLedger(f"{path} is there already: give a new name, so that no backup is written over")
    part = f"{path}.part"
    _discard(part)
    try:
        if ledger.database.dialect.name == "sqlite":
            _copy_file(ledger, part)
        else:
            with Ledger.open(part) as target, ledger.read() as source, target.write() as connection:
                copy_rows(source, connection)
        os.replace(part, path)
    except (OSError, sqlite3.Error) as error:
        raise BadLedger(f"{path} cannot be written ({error})") from error
    finally:
        _discard(part)


def restore(path: str | Path, ledger: Ledger) -> None:
    """Copy a backup into a ledger that holds nothing yet; raises `BadLedger` where it does."""
    with Ledger.open(str(path), create=False) as backup, backup.read() as source, ledger.write() as target:
        if not all(keeping.is_empty(target, table) for table in metadata.sorted_tables):
            raise BadLedger(f"{ledger.name} holds something already: restore into a new ledger")
        copy_rows(source, target)


def copy_rows(source: Connection, target: Connection) -> None:
    """Copy every row of one ledger into an empty one, and make its index anew."""
    for table in metadata.sorted_tables:
        rows = source.execute(select(table), execution_options={"yield_per": AT_ONCE})
        for part in rows.partitions():
            target.execute(insert(table), [dict(row._mapping) for row in part])
    prints.copy(source, target)
    newest = select(articles.c.number).where(articles.c.newer.is_(None)).order_by(articles.c.number)
    numbers = target.execute(newest).scalars().all()
    for start in range(0, len(numbers), ARTICLES_AT_ONCE):
        records = keeping.read_records(target, numbers[start : start + ARTICLES_AT_ONCE], corrections=False)
        places = keeping.places_at(target, records)
        standing.index_all(target, [(record, places[number]) for number, record in records.items()])
    for number in target.execute(select(documents.c.number).order_by(documents.c.number)).scalars().all():
        index_document(target, number, read_text(target, number))


def _copy_file(ledger: Ledger, path: str) -> None:
    with (
        contextlib.closing(ledger.database.engine.raw_connection()) as source,
        contextlib.closing(sqlite3.connect(path)) as target,
    ):
        cast(sqlite3.Connection, source.driver_connection).backup(target)


def _discard(path: str) -> None:
    """Remove what an attempt that came to nothing has left."""
    for name in (path, f"{path}-wal", f"{path}-shm"):
        Path(name).unlink(missing_ok=True)
