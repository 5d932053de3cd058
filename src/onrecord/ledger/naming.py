"""Which article or document is meant by a name: an id or the beginning of one, an address, or a path."""

import os
import re

from sqlalchemy import ColumnElement, Connection, Table, or_, select

from onrecord.errors import BadLedger, NotInLedger
from onrecord.ledger.place import address_place, path_place
from onrecord.ledger.storable import storable
from onrecord.ledger.tables import articles, documents

LEAST_DIGITS = 6  # of an id that is given by its beginning
_ID = re.compile(rf"(?:sha256:)?([0-9a-f]{{{LEAST_DIGITS},64}})")


def find_article(connection: Connection, name: str, *, base: str | None = None) -> int:
    """The number of the article that a name means; of its versions the newest, unless the name is an id.

    A path is one that was given when it was added, or leads to the same file from the folder `base`. Raises
    `NotInLedger` where there is none, and `BadLedger` where there are several.
    """
    found = _by_id(connection, articles, name)
    if not found:
        places = {address_place(name), path_place(name), path_place(name, base=base or os.getcwd())} - {None}
        same = or_(
            articles.c.place.in_([storable(place) for place in places]), articles.c.path == storable(name)
        )
        found = _rows(connection, articles, same & articles.c.newer.is_(None))
    return _one(connection, articles, name, found)


def find_document(connection: Connection, name: str) -> int:
    """The number of the document that a name means: an id, the beginning of one, or the path it was given by."""
    found = _by_id(connection, documents, name)
    found = found or _rows(connection, documents, documents.c.path == storable(name))
    return _one(connection, documents, name, found)


def _by_id(connection: Connection, table: Table, name: str) -> list[int]:
    digits = _ID.fullmatch(name)
    if digits is None:
        return []
    start = f"sha256:{digits.group(1)}"
    # "g" comes after every digit of an id.
    return _rows(connection, table, (table.c.id >= start) & (table.c.id < f"{start}g"))


def _rows(connection: Connection, table: Table, condition: ColumnElement[bool]) -> list[int]:
    query = select(table.c.number).where(condition).order_by(table.c.number)
    return list(connection.execute(query.limit(10)).scalars())


def _one(connection: Connection, table: Table, name: str, found: list[int]) -> int:
    if not found:
        raise NotInLedger(
            f"the ledger holds nothing called {name}: give an id, an address, or a path as it was added"
        )
    if len(found) > 1:
        ids = connection.execute(select(table.c.id).where(table.c.number.in_(found)).order_by(table.c.number))
        raise BadLedger(f"{name} can mean several: give one of the ids {', '.join(ids.scalars())}")
    return found[0]
