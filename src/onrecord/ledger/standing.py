"""What only the newest version of an article takes part in: searches find it, copies and families have it.

An older version is kept whole and can be read, shown and exported. Its quotations are not counted as printings of
their own, or every correction of a page would look like one more outlet that printed the words.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, delete

from onrecord.ledger import copies, families, fulltext, roster
from onrecord.ledger.keeping import Place
from onrecord.ledger.tables import vectors
from onrecord.model import Record


def stand(connection: Connection, record: Record, where: Place) -> None:
    """Let a kept article take part, whose speakers the register knows already (`roster.enrol`)."""
    copies.index_article(connection, record, where)
    families.index_article(connection, record, where)
    fulltext.index_article(connection, record, where)


def index_all(connection: Connection, kept: Sequence[tuple[Record, Place]]) -> None:
    """Let the words of kept articles be found: what no copy of the rows brings along."""
    fulltext.index_articles(connection, kept)


def withdraw(connection: Connection, record: Record, where: Place) -> None:
    """Take a kept article out of everything that it took part in; its own rows stay."""
    fulltext.forget_article(connection, record, where)
    copies.forget_article(connection, record, where)
    families.forget_article(connection, record, where)
    roster.forget(connection, record, where)
    last = where.first + where.quotations - 1
    connection.execute(delete(vectors).where(vectors.c.quotation.between(where.first, last)))
