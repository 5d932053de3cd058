"""What tells whether a ledger still holds the same articles and documents as before."""

from sqlalchemy import Connection, func, select

from onrecord.ledger.tables import articles, documents

State = tuple[int | str | None, ...]


def state_of(connection: Connection) -> State:
    """What changes whenever an article or a document comes or goes: how many there are, and the last one's id."""
    found: list[int | str | None] = []
    for table in (articles, documents):
        found.append(connection.execute(select(func.count()).select_from(table)).scalar_one())
        last = select(table.c.id).order_by(table.c.number.desc()).limit(1)
        found.append(connection.execute(last).scalar())
    return tuple(found)
