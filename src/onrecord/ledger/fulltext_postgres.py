"""The index of a ledger on PostgreSQL: a string of characters for each text, and GIN over these characters.

Each word, and each facet, is one character (fulltext_codes.py), so that the folded words of a text are a short string
in which phrases and NEAR are looked up. Which rows hold a character is told by GIN over the string taken apart
(https://www.postgresql.org/docs/current/gin.html), an expression that only the index keeps. PostgreSQL's own text
search would take three times the room of the text, and keeps no more than 256 places of a word.

GIN gives all rows of a common word before the first is seen, whatever the limit. So each row also has a character for
the stretch of numbers that it stands in: what is common is found in the newest stretches alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, text

from onrecord.ledger.fulltext_asked import CHARACTERS, FACET, Asked, Listed, ask, codes_of, numbers_of
from onrecord.ledger.fulltext_codes import BETWEEN, STRETCH, stretch_code
from onrecord.ledger.fulltext_index import Doc, Kind, Request

TABLES: dict[Kind, str] = {
    "quotations": "quotation_words",
    "articles": "article_words",
    "documents": "document_words",
}
# Fewer rows than this are found without the detour over stretches.
FEW = 60_000
_FEW_ARMS = (1, 4)
_KEEP_TO_THE_INDEX = text(
    "SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true), "
    "set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)"
)
_AS_USUAL = text(
    "SELECT set_config('enable_seqscan', 'on', true), set_config('enable_indexscan', 'on', true)"
)


class PostgresIndex:
    """Full-text search by PostgreSQL's GIN."""

    def add(self, connection: Connection, kind: Kind, docs: Sequence[Doc]) -> None:
        if not docs:
            return
        codes = codes_of(connection, _words_of(docs), new=True)
        rows = [(doc.number, _line(doc, codes)) for doc in docs]
        connection.exec_driver_sql(
            f"INSERT INTO {TABLES[kind]} SELECT * FROM unnest(%s::integer[], %s::text[])",
            tuple(list(column) for column in zip(*rows, strict=True)),
        )

    def remove(self, connection: Connection, kind: Kind, docs: Sequence[Doc]) -> None:
        """By the words, since the tables have no index of their numbers, which searches have no use for."""
        codes = codes_of(connection, _words_of(docs))
        query = text(
            f"DELETE FROM {TABLES[kind]} WHERE number = :number AND {CHARACTERS} @> CAST(:words AS text[])"
        )
        for doc in docs:
            words = {character for field in doc.fields for word in field for character in codes.get(word, "")}
            words.add(stretch_code(doc.number >> STRETCH))
            connection.execute(query, {"number": doc.number, "words": sorted(words)})

    def tidy(self, connection: Connection, docs: Sequence[Doc]) -> None:
        codes = codes_of(connection, _words_of(docs))
        # What newer articles hold need not be looked up, which for common words would take long.
        newest = text(
            f"SELECT words FROM article_words WHERE {CHARACTERS} @> CAST(:newest AS text[]) LIMIT 100"
        )
        stretch = stretch_code(_top(connection, "articles") >> STRETCH)
        connection.execute(_KEEP_TO_THE_INDEX)
        usual = set().union(*connection.execute(newest, {"newest": [stretch]}).scalars())
        unused = [
            word
            for word, found in codes.items()
            if not usual.issuperset(found) and not _holds(connection, found)
        ]
        connection.execute(_AS_USUAL)
        connection.execute(text("DELETE FROM words WHERE word = ANY(:words)"), {"words": unused})

    def years(self, connection: Connection) -> list[int]:
        rows = connection.execute(text("SELECT word FROM words WHERE word > '=y' AND word < '=z'")).scalars()
        return [int(word[2:]) for word in rows]

    def find(
        self, connection: Connection, kind: Kind, request: Request, *, before: int | None, limit: int
    ) -> list[int]:
        asked = ask(connection, request)
        top = _top(connection, kind) if before is None else before - 1
        if asked is None or top < 0:
            return []
        newest = top >> STRETCH
        connection.execute(_KEEP_TO_THE_INDEX)
        found = _newest(connection, kind, asked.within(range(newest - 1, newest + 1)), top, limit)
        if len(found) < limit and newest > 1:
            found = _numbers(connection, kind, asked, top, limit)
        connection.execute(_AS_USUAL)
        return found

    def count(self, connection: Connection, kind: Kind, request: Request, *, most: int) -> int:
        asked = ask(connection, request)
        top = _top(connection, kind)
        if asked is None or top < 0:
            return 0
        connection.execute(_KEEP_TO_THE_INDEX)
        found = _count_by_arms(connection, kind, asked, top, most)
        connection.execute(_AS_USUAL)
        return found

    def rarity(self, connection: Connection, words: Iterable[str]) -> dict[str, int]:
        """By their numbers: a word is given the next one when it first comes, so the common ones have low ones."""
        return numbers_of(connection, words)


def _newest(connection: Connection, kind: Kind, asked: Asked, top: int, limit: int) -> list[int]:
    """The newest numbers in some stretches, at most so many; by the commonest words of a prefix if these do."""
    if len(asked.arms) > 1:
        some = _numbers(connection, kind, asked.commonest(1), top, limit)
        if len(some) == limit:
            return _numbers(connection, kind, asked.tested(some[-1]), top, limit)
    return _numbers(connection, kind, asked, top, limit)


def _count_by_arms(connection: Connection, kind: Kind, asked: Asked, top: int, most: int) -> int:
    """How many rows there are, counted to `most`, by as few of the commonest words of a prefix as will do."""
    for arms in _FEW_ARMS:
        found = _count(connection, kind, asked.commonest(arms), top, most)
        if found >= most or len(asked.arms) <= arms:
            return found
    return _count_all(connection, kind, asked, most)  # the other words are rarer still


def _count(connection: Connection, kind: Kind, asked: Asked, top: int, most: int) -> int:
    """How many rows there are, counted to `most`, in as few of the newest stretches as will do."""
    newest, looked = top >> STRETCH, 2
    while True:
        oldest = max(newest + 1 - looked, 0)
        found = _count_all(connection, kind, asked.within(range(oldest, newest + 1)), most)
        share = found / (top + 1 - (oldest << STRETCH))
        if found >= most or oldest == 0:
            return found
        if share * top < FEW:
            return _count_all(connection, kind, asked, most)
        # As many stretches as will do, by what those looked at held, and some over.
        looked = max(2 * looked, int(1.2 * most / share) + 1 >> STRETCH)


def _source(kind: Kind, asked: Asked) -> tuple[str, dict[str, Any]]:
    """From where, on which conditions; and the values of these."""
    joined = f" JOIN {kind} AS r USING (number)" if asked.days else ""
    where, values = asked.where()
    return f"FROM {TABLES[kind]}{joined} WHERE {where}", values


def _numbers(connection: Connection, kind: Kind, asked: Asked, top: int, limit: int) -> list[int]:
    source, values = _source(kind, asked)
    query = text(f"SELECT number {source} AND number <= :top ORDER BY number DESC LIMIT :limit")
    return list(connection.execute(query, {**values, "top": top, "limit": limit}).scalars())


def _count_all(connection: Connection, kind: Kind, asked: Asked, most: int) -> int:
    # No column at all: then rows that everybody sees are counted by the index alone.
    source, values = _source(kind, asked)
    query = text(f"SELECT count(*) FROM (SELECT {source} LIMIT :most) AS found")
    return int(connection.execute(query, {**values, "most": most}).scalar_one())


def _top(connection: Connection, kind: Kind) -> int:
    """The highest number; under 0 where there is none."""
    return int(connection.execute(text(f"SELECT coalesce(max(number), -1) FROM {kind}")).scalar_one())


def _holds(connection: Connection, found: str) -> bool:
    asked = Asked(
        (Listed(tuple(found), all=True),), tests=("strpos(words, :found) > 0",), values={"found": found}
    )
    return any(_count_all(connection, kind, asked, 1) > 0 for kind in TABLES)


def _words_of(docs: Iterable[Doc]) -> list[str]:
    """All words and facets of some docs, each once."""
    docs = list(docs)
    words = dict.fromkeys(word for doc in docs for field in doc.fields for word in field)
    return [*words, *dict.fromkeys(FACET + facet for doc in docs for facet in doc.facets)]


def _line(doc: Doc, codes: Mapping[str, str]) -> str:
    """The characters of a doc: its facets, then field after field."""
    facets = "".join(codes[FACET + facet] for facet in doc.facets) + stretch_code(doc.number >> STRETCH)
    return BETWEEN.join([facets, *("".join(codes[word] for word in field) for field in doc.fields)])
