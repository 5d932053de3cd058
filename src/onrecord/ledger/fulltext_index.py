"""What a database's full-text index is given and asked, in values that are the same for every database."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, Protocol

from sqlalchemy import Connection

from onrecord.ledger.query import Query

Kind = Literal["quotations", "articles", "documents"]
# A prefix that more words begin with is left to the database's own, slower way.
MOST_EXPANDED = 300


class Doc(NamedTuple):
    """What the index holds of one quotation, article or document: its facets, and the words of each of its fields."""

    number: int
    facets: tuple[str, ...]
    fields: tuple[Sequence[str], ...]


class Request(NamedTuple):
    """A query and what it is narrowed down by: of each group of facets one has to be there.

    `everything` are facets of which each row has one. `days` are the first and the last day, as ordinals, where the
    rows' own days have to be looked at.
    """

    query: Query
    facets: tuple[tuple[str, ...], ...]
    everything: tuple[str, ...]
    days: tuple[int, int] | None = None


class Index(Protocol):
    """The mechanics of one database's index."""

    def add(self, connection: Connection, kind: Kind, docs: Sequence[Doc]) -> None:
        """Put in what is not there yet."""

    def remove(self, connection: Connection, kind: Kind, docs: Sequence[Doc]) -> None:
        """Take out what was put in, with the same facets and words."""

    def tidy(self, connection: Connection, docs: Sequence[Doc]) -> None:
        """Forget those words of what was taken out that nothing holds any more."""

    def years(self, connection: Connection) -> list[int]:
        """The years in which any article was published."""

    def find(
        self, connection: Connection, kind: Kind, request: Request, *, before: int | None, limit: int
    ) -> list[int]:
        """The numbers of the newest rows that a request finds, at most `limit`, all under `before`."""

    def count(self, connection: Connection, kind: Kind, request: Request, *, most: int) -> int:
        """How many rows a request finds, counted no further than `most`."""

    def rarity(self, connection: Connection, words: Iterable[str]) -> dict[str, int] | None:
        """How rare words are, the higher the rarer, without those that nothing holds; None where all are as quick."""


def index_of(connection: Connection) -> Index:
    """The mechanics of a connection's database."""
    if connection.dialect.name == "sqlite":
        from onrecord.ledger.fulltext_sqlite import SqliteIndex

        return SqliteIndex()
    from onrecord.ledger.fulltext_postgres import PostgresIndex

    return PostgresIndex()


def after(prefix: str) -> str:
    """A word that comes after all words that begin so, in the order of code points."""
    return prefix + "\U0010ffff"
