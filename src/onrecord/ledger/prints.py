"""Who has which fingerprints: the articles that copies are found by, and the printings that families are.

A fingerprint is kept as 20 bits of its number, so that few bytes tell who has it; who shares one by chance is laid
beside the other and found to be nothing. SQLite has a row for each owner of each print, in the order of prints.
PostgreSQL, whose rows and index entries are large, has a row for each owner, and a GIN index of the prints in it
(https://www.postgresql.org/docs/current/gin.html).
"""

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Literal

from sqlalchemy import Connection, text

Table = Literal["copy_prints", "printing_prints"]
TABLES: tuple[Table, ...] = ("copy_prints", "printing_prints")
_BITS = 20
_AT_ONCE = 500  # values in one query


def shortened(prints: Iterable[int]) -> list[int]:
    """Fingerprints as they are kept: their last bits, since winnowing chooses by the first."""
    return sorted({int(one) % (1 << _BITS) for one in prints})


def add(connection: Connection, table: Table, prints: Mapping[int, Collection[int]]) -> None:
    """Put in the prints of owners that are not there yet."""
    _each(
        connection,
        prints,
        rows=f"INSERT INTO {table} VALUES (:print, :owner)",
        arrays=f"INSERT INTO {table} VALUES (:owner, :prints)",
    )


def remove(connection: Connection, table: Table, prints: Mapping[int, Collection[int]]) -> None:
    """Take owners out, with all the prints that they have."""
    _each(
        connection,
        prints,
        rows=f"DELETE FROM {table} WHERE print = :print AND owner = :owner",
        arrays=f"DELETE FROM {table} WHERE prints @> CAST(:prints AS integer[]) AND owner = :owner",
    )


def owners(connection: Connection, table: Table, wanted: Collection[int]) -> dict[int, list[int]]:
    """Who has each of some prints."""
    found: dict[int, list[int]] = {}
    for part in _parts(sorted(wanted)):
        if _has_rows(connection):
            places = ", ".join(map(str, part))
            rows = connection.exec_driver_sql(f"SELECT print, owner FROM {table} WHERE print IN ({places})")
        else:
            query = text(
                f"SELECT print, owner FROM {table}, unnest(prints) AS print "
                "WHERE prints && CAST(:wanted AS integer[]) AND print = ANY(:wanted)"
            )
            rows = connection.execute(query, {"wanted": part})
        for one, owner in rows:
            found.setdefault(one, []).append(owner)
    return found


def every(connection: Connection, table: Table) -> Iterator[tuple[int, list[int]]]:
    """Every owner with its prints."""
    if _has_rows(connection):
        query = text(f"SELECT owner, print FROM {table} ORDER BY owner, print")
        rows = connection.execute(query, execution_options={"yield_per": _AT_ONCE})
        for owner, found in itertools.groupby(rows, key=itemgetter(0)):
            yield owner, [one for _, one in found]
    else:
        query = text(f"SELECT owner, prints FROM {table} ORDER BY owner")
        for owner, prints in connection.execute(query, execution_options={"yield_per": _AT_ONCE}):
            yield owner, prints


def copy(source: Connection, target: Connection) -> None:
    """Copy all prints of one ledger into an empty one."""
    for table in TABLES:
        for some in _parts_of(every(source, table)):
            add(target, table, dict(some))


def _has_rows(connection: Connection) -> bool:
    """Whether each print is a row."""
    return connection.dialect.name == "sqlite"


def _each(connection: Connection, prints: Mapping[int, Collection[int]], *, rows: str, arrays: str) -> None:
    values: list[dict[str, object]]
    if _has_rows(connection):
        values = [{"print": one, "owner": owner} for owner, found in prints.items() for one in found]
    else:
        values = [{"prints": sorted(found), "owner": owner} for owner, found in prints.items() if found]
    if values:
        connection.execute(text(rows if _has_rows(connection) else arrays), values)


def _parts(values: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def _parts_of(owners: Iterable[tuple[int, list[int]]]) -> Iterator[list[tuple[int, list[int]]]]:
    every = iter(owners)
    while some := list(itertools.islice(every, _AT_ONCE)):
        yield some
