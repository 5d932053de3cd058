"""The index of a ledger on SQLite: two contentless FTS5 tables, read from the newest row backwards.

FTS5 (https://www.sqlite.org/fts5.html) walks along the lists of the words that are asked for in the order of rows, so
a page of results, or a count up to its cap, stops early. It is handed words that are folded already, parted by
spaces: the tokenizer `ascii` splits there and nowhere else, since a letter beyond ASCII is always part of a word to
it, whatever version of Unicode SQLite was built with (`unicode61` would drop the letters of newer scripts).
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, text

from onrecord.ledger.fulltext_index import MOST_EXPANDED, Doc, Kind, Request, after
from onrecord.ledger.query import WIDEST, Near, Phrase, Unit

TABLES: dict[Kind, str] = {
    "quotations": "quotation_words",
    "articles": "article_words",
    "documents": "document_words",
}
# Marks the facets; between two fields so many stand that no phrase and no NEAR reaches from one into the other.
_MARK = "="
_BETWEEN = " ".join([""] + [_MARK] * (WIDEST + 1) + [""])


class SqliteIndex:
    """Full-text search by SQLite's FTS5."""

    def add(self, connection: Connection, kind: Kind, docs: Sequence[Doc]) -> None:
        if not docs:
            return
        connection.exec_driver_sql(
            f"INSERT INTO {TABLES[kind]} (rowid, words) VALUES (?, ?)",
            [(doc.number, _line(doc)) for doc in docs],
        )
        if kind == "articles":
            found = {word for doc in docs for field in doc.fields for word in field}
            found |= {_MARK + facet for doc in docs for facet in doc.facets if facet[0] == "y"}
            if found:
                connection.exec_driver_sql(
                    "INSERT OR IGNORE INTO words VALUES (?)", [(word,) for word in sorted(found)]
                )

    def remove(self, connection: Connection, kind: Kind, docs: Sequence[Doc]) -> None:
        if not docs:
            return
        table = TABLES[kind]
        connection.exec_driver_sql(
            f"INSERT INTO {table} ({table}, rowid, words) VALUES ('delete', ?, ?)",
            [(doc.number, _line(doc)) for doc in docs],
        )

    def tidy(self, connection: Connection, docs: Sequence[Doc]) -> None:
        words = dict.fromkeys(word for doc in docs for field in doc.fields for word in field)
        unused = [
            (word,)
            for word in words
            if connection.exec_driver_sql(
                "SELECT 1 FROM article_words WHERE article_words MATCH ? LIMIT 1", (f'"{word}"',)
            ).first()
            is None
        ]
        if unused:
            connection.exec_driver_sql("DELETE FROM words WHERE word = ?", unused)

    def years(self, connection: Connection) -> list[int]:
        """The years in which any article was published."""
        rows = connection.exec_driver_sql(
            "SELECT word FROM words WHERE word > '=y' AND word < '=z'"
        ).scalars()
        return [int(word[2:]) for word in rows]

    def find(
        self, connection: Connection, kind: Kind, request: Request, *, before: int | None, limit: int
    ) -> list[int]:
        """The newest that a request finds, at most `limit`, all with a number under `before`."""
        source, values = self._source(connection, kind, request)
        if before is not None:
            source += " AND w.rowid < :before"
            values["before"] = before
        query = text(f"SELECT w.rowid {source} ORDER BY w.rowid DESC LIMIT :limit")
        return list(connection.execute(query, {**values, "limit": limit}).scalars())

    def count(self, connection: Connection, kind: Kind, request: Request, *, most: int) -> int:
        """How many a request finds, counted no further than `most`."""
        source, values = self._source(connection, kind, request)
        query = text(f"SELECT count(*) FROM (SELECT 1 {source} LIMIT :most)")
        return int(connection.execute(query, {**values, "most": most}).scalar_one())

    def rarity(self, connection: Connection, words: Iterable[str]) -> None:
        """FTS5 walks along the places of words, and passes over those of common ones."""

    def _source(self, connection: Connection, kind: Kind, request: Request) -> tuple[str, dict[str, object]]:
        table = TABLES[kind]
        values: dict[str, object] = {"match": _match(connection, request)}
        if request.days is None:
            return f"FROM {table} AS w WHERE {table} MATCH :match", values
        values |= {"first": request.days[0], "last": request.days[1]}
        # CROSS JOIN: SQLite keeps the order of the two (https://www.sqlite.org/optoverview.html#crossjoin).
        return (
            f"FROM {table} AS w CROSS JOIN {kind} AS r ON r.number = w.rowid "
            f"WHERE {table} MATCH :match AND (r.day IS NULL OR r.day BETWEEN :first AND :last)",
            values,
        )


def _line(doc: Doc) -> str:
    """The facets and the words as FTS5 is handed them."""
    return " ".join([_MARK + facet for facet in doc.facets]) + " " + _BETWEEN.join(map(" ".join, doc.fields))


def _match(connection: Connection, request: Request) -> str:
    """A request in FTS5's own language; every word stands in quotation marks, so none is read as an operator."""
    wanted = [_any(_quoted(_MARK + facet) for facet in group) for group in request.facets]
    wanted += [
        _any(_unit(connection, unit) for unit in clause.units)
        for clause in request.query.clauses
        if not clause.negated
    ]
    unwanted = [_unit(connection, clause.units[0]) for clause in request.query.clauses if clause.negated]
    wanted = wanted or [_any(_quoted(_MARK + facet) for facet in request.everything)]
    return " NOT ".join([f"({' AND '.join(wanted)})", *unwanted])


def _any(choices: Iterable[str]) -> str:
    found = list(choices)
    return found[0] if len(found) == 1 else f"({' OR '.join(found)})"


def _unit(connection: Connection, unit: Unit) -> str:
    if isinstance(unit, Near):
        return f"NEAR({_phrase(unit.left)} {_phrase(unit.right)}, {unit.within})"
    if not unit.prefix or len(unit.words) > 1:
        return _phrase(unit)
    # FTS5 would merge the lists of all words that begin so before the first result; one of several is read in step.
    query = text("SELECT word FROM words WHERE word >= :first AND word < :after ORDER BY word LIMIT :most")
    values = {"first": unit.words[0], "after": after(unit.words[0]), "most": MOST_EXPANDED + 1}
    found = list(connection.execute(query, values).scalars())
    if not found or len(found) > MOST_EXPANDED:
        return _phrase(unit)
    return _any(map(_quoted, found))


def _phrase(phrase: Phrase) -> str:
    return _quoted(" ".join(phrase.words)) + (" *" if phrase.prefix else "")


def _quoted(words: str) -> str:
    return f'"{words}"'
