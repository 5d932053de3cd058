"""How often a ledger has been written: what tells whether an answer from it is still the newest.

The number moves with every transaction that may write, whatever it changes, and in that transaction: who reads it
together with something else has the number of what was read. It counts the writing of this database, so it is no
part of a backup.
"""

from sqlalchemy import BigInteger, Column, Connection, MetaData, Table, select, update

_state = Table("state", MetaData(), Column("writes", BigInteger, nullable=False))  # one row


def state_of(connection: Connection) -> int:
    """How often the ledger has been written."""
    return int(connection.execute(select(_state.c.writes)).scalar_one())


def move_on(connection: Connection) -> None:
    """Count one more writing, in its own transaction."""
    connection.execute(update(_state).values(writes=_state.c.writes + 1))
