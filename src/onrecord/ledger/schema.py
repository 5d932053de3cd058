"""The version of a ledger: it is made when it is new, brought up to date when it is older, and refused when newer."""

from pathlib import Path

from sqlalchemy import Column, Connection, MetaData, String, Table, inspect, select

from onrecord.errors import BadLedger
from onrecord.ledger.engine import Database

MIGRATIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "ledger_version"
# The number of the newest migration; a test holds it to the files there.
NEWEST = "0004"
_version = Table(VERSION_TABLE, MetaData(), Column("version_num", String(32), primary_key=True))


def prepare(database: Database) -> None:
    """Bring a ledger to this version, in one transaction; raises `BadLedger` where that cannot be."""
    with database.read() as connection:
        if version_of(connection) == NEWEST:
            return
    with database.write() as connection:
        found = version_of(connection)  # another program may have been quicker
        if found == NEWEST:
            return
        if found is None and inspect(connection).get_table_names():
            raise BadLedger(
                f"{database.name} is a database that holds other things, and no ledger: give the ledger a file, "
                "a database or a schema of its own"
            )
        if found is not None and found > NEWEST:
            raise BadLedger(
                f"{database.name} was made by a newer version of onrecord (its schema is {found}, this version "
                f"knows {NEWEST}): install that version or a newer one"
            )
        _upgrade(connection)
        if found is None:
            database.dialect.mark(connection)


def version_of(connection: Connection) -> str | None:
    """The number of the last migration that a ledger had; None where it is no ledger."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(select(_version.c.version_num)).scalar()


def _upgrade(connection: Connection, *, to: str = "head") -> None:
    """Run the missing migrations on a connection, inside its transaction."""
    from alembic import command  # slow to import, and needed once in a ledger's life
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
