"""What only the newest version of an article takes part in: the register, full-text, families and copies.

An older version is kept whole and can be read, shown and exported; it is not found by searches, and its quotations
are no printings of their own, or every correction of a page would look like one more outlet that printed the words.
"""

from sqlalchemy import Connection

from onrecord.ledger.keeping import Place
from onrecord.model import Record


def enrol(connection: Connection, record: Record) -> Record:
    """The record with the register's name and id for each speaker; the register takes the article in."""
    return record


def stand(connection: Connection, record: Record, where: Place) -> None:
    """Let a kept article take part."""


def withdraw(connection: Connection, record: Record, where: Place) -> None:
    """Take a kept article out of everything that it took part in; its rows stay."""
