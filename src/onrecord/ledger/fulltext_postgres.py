"""The index of a ledger on PostgreSQL: GIN over the words, and the words' order in a short string beside it.

PostgreSQL's own text search (`tsvector`, `tsquery`, GIN: https://www.postgresql.org/docs/current/textsearch.html)
finds the rows that hold the words; it is handed words that are folded already, as one character each
(fulltext_codes.py), so that no dictionary stems or drops any. A `tsvector` with positions would take three times the
room of the text, and keeps no more than 256 places of a word; here the vector is an expression over the string of
characters, which only the index keeps, and phrases and NEAR are looked up in the string itself.

GIN gives all rows of a common word before the first is seen, whatever the limit. So each row also has a facet for the
stretch of numbers that it stands in: what is common is found in the newest stretches alone.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from onrecord.errors import BadLedger
from onrecord.ledger.fulltext_codes import ANY_WORD, BETWEEN, code
from onrecord.ledger.fulltext_index import Doc, Kind, Request, after
from onrecord.ledger.query import Clause, Near, Phrase, Unit, phrases

TABLES: dict[Kind, str] = {
    "quotations": "quotation_words",
    "articles": "article_words",
    "documents": "document_words",
}
STRETCH = 14  # bits: 16,384 numbers
# Fewer rows than this are found without the detour over stretches.
FEW = 60_000
_VECTOR = "array_to_tsvector(string_to_array(words, NULL) || string_to_array(facets, ' '))"
_KEEP_TO_THE_INDEX = text(
    "SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true), "
    "set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)"
)
_AS_USUAL = text(
    "SELECT set_config('enable_seqscan', 'on', true), set_config('enable_indexscan', 'on', true)"
)


class PostgresIndex:
    """Full-text search by PostgreSQL's GIN."""

    def create(self, connection: Connection) -> None:
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
        if encoding != "UTF8":
            raise BadLedger(
                f"the database is kept in {encoding}: make one with  createdb -E UTF8 -T template0 NAME"
            )
        for table in TABLES.values():
            # Without the list of what is not indexed yet (fastupdate), which every search would have to read.
            connection.exec_driver_sql(
                f'CREATE TABLE {table} (number integer PRIMARY KEY, words text COLLATE "C" NOT NULL, '
                'facets text COLLATE "C" NOT NULL)'
            )
            connection.exec_driver_sql(
                f"CREATE INDEX {table}_index ON {table} USING gin (({_VECTOR})) WITH (fastupdate = off)"
            )
        connection.exec_driver_sql(
            'CREATE TABLE words (number integer PRIMARY KEY, word text COLLATE "C" NOT NULL UNIQUE)'
        )

    def add(self, connection: Connection, kind: Kind, docs: Sequence[Doc]) -> None:
        if not docs:
            return
        years = (f"={facet}" for doc in docs for facet in doc.facets if facet[0] == "y")
        words = dict.fromkeys(word for doc in docs for field in doc.fields for word in field)
        codes = _codes(connection, [*words, *dict.fromkeys(years)], new=True)
        rows = [
            (
                doc.number,
                BETWEEN.join("".join(codes[word] for word in field) for field in doc.fields),
                " ".join((*doc.facets, f"b{doc.number >> STRETCH}")),
            )
            for doc in docs
        ]
        connection.exec_driver_sql(
            f"INSERT INTO {TABLES[kind]} SELECT * FROM unnest(%s::integer[], %s::text[], %s::text[])",
            tuple(list(column) for column in zip(*rows, strict=True)),
        )

    def remove(self, connection: Connection, kind: Kind, docs: Sequence[Doc]) -> None:
        connection.execute(
            text(f"DELETE FROM {TABLES[kind]} WHERE number = ANY(:numbers)"),
            {"numbers": [doc.number for doc in docs]},
        )

    def tidy(self, connection: Connection, words: Sequence[str]) -> None:
        codes = _codes(connection, words)
        # What the newest articles hold need not be looked up, which for common words would take long.
        newest = text("SELECT words FROM article_words ORDER BY number DESC LIMIT 100")
        usual = set().union(*connection.execute(newest).scalars())
        connection.execute(_KEEP_TO_THE_INDEX)
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
        asked = _ask(connection, request)
        top = _top(connection, kind) if before is None else before - 1
        if asked is None or top < 0:
            return []
        newest = top >> STRETCH
        connection.execute(_KEEP_TO_THE_INDEX)
        found = _numbers(connection, kind, asked.within(range(newest - 1, newest + 1)), top, limit)
        if len(found) < limit and newest > 1:
            found = _numbers(connection, kind, asked, top, limit)
        connection.execute(_AS_USUAL)
        return found

    def count(self, connection: Connection, kind: Kind, request: Request, *, most: int) -> int:
        asked = _ask(connection, request)
        if asked is None:
            return 0
        top = _top(connection, kind)
        newest = top >> STRETCH
        connection.execute(_KEEP_TO_THE_INDEX)
        looked, found = 2, 0
        while True:
            oldest = max(newest + 1 - looked, 0)
            found = _count(connection, kind, asked.within(range(oldest, newest + 1)), most)
            share = found / (top + 1 - (oldest << STRETCH))
            if found >= most or oldest == 0:
                break
            if share * top < FEW:
                found = _count(connection, kind, asked, most)
                break
            # As many stretches as will do, by what those looked at held, and some over.
            looked = max(2 * looked, int(1.2 * most / share) + 1 >> STRETCH)
        connection.execute(_AS_USUAL)
        return found


class _Asked(NamedTuple):
    """A request as SQL: a tsquery, further conditions, and the values of both."""

    match: str
    conditions: tuple[str, ...]
    values: dict[str, Any]
    days: bool

    def within(self, stretches: range) -> "_Asked":
        """The same, within some stretches of numbers."""
        places = " | ".join(f"b{stretch}" for stretch in stretches if stretch >= 0)
        return self._replace(match=f"({places}) & {self.match}")

    def source(self, kind: Kind) -> str:
        """From where, on which conditions."""
        joined = f" JOIN {kind} AS r USING (number)" if self.days else ""
        return f"FROM {TABLES[kind]}{joined} WHERE {_VECTOR} @@ CAST(:match AS tsquery)" + "".join(
            f" AND {condition}" for condition in self.conditions
        )


def _numbers(connection: Connection, kind: Kind, asked: _Asked, top: int, limit: int) -> list[int]:
    query = text(f"SELECT number {asked.source(kind)} AND number <= :top ORDER BY number DESC LIMIT :limit")
    values = {**asked.values, "match": asked.match, "top": top, "limit": limit}
    return list(connection.execute(query, values).scalars())


def _count(connection: Connection, kind: Kind, asked: _Asked, most: int) -> int:
    query = text(f"SELECT count(*) FROM (SELECT 1 {asked.source(kind)} LIMIT :most) AS found")
    return int(connection.execute(query, {**asked.values, "match": asked.match, "most": most}).scalar_one())


def _top(connection: Connection, kind: Kind) -> int:
    """The highest number; under 0 where there is none."""
    return int(connection.execute(text(f"SELECT coalesce(max(number), -1) FROM {TABLES[kind]}")).scalar_one())


def _holds(connection: Connection, found: str) -> bool:
    asked = _Asked(_all(found), (*_part(found, "found"),), {"found": found}, days=False)
    return any(_count(connection, kind, asked, 1) > 0 for kind in ("articles", "documents"))


def _codes(connection: Connection, words: Iterable[str], *, new: bool = False) -> dict[str, str]:
    """The characters of each word that has any; where `new` words are given some, of all."""
    asked = list(words)
    query = text("SELECT word, number FROM words WHERE word = ANY(:words)")
    numbers = {row.word: row.number for row in connection.execute(query, {"words": asked})}
    missing = [word for word in asked if word not in numbers] if new else []
    if missing:
        first = connection.execute(text("SELECT coalesce(max(number), -1) + 1 FROM words")).scalar_one()
        given = dict(zip(missing, range(first, first + len(missing)), strict=True))
        connection.execute(
            text(
                "INSERT INTO words SELECT * FROM unnest(CAST(:numbers AS integer[]), CAST(:words AS text[]))"
            ),
            {"numbers": list(given.values()), "words": missing},
        )
        numbers |= given
    return {word: code(number) for word, number in numbers.items()}


def _ask(connection: Connection, request: Request) -> _Asked | None:
    """A request as SQL; None where it cannot find anything: a word of it is nowhere in the ledger."""
    speller = _Speller(connection, request)
    match = [_either(map(_quoted, group)) for group in request.facets]
    for clause in request.query.clauses:
        found = speller.clause(clause)
        if found is None:
            return None
        match += [found] if found else []
    if not any(not part.startswith("!") for part in match):
        match.append(_either(map(_quoted, request.everything)))
    conditions = speller.conditions
    if request.days is not None:
        conditions.append("(r.day IS NULL OR r.day BETWEEN :first AND :last)")
        speller.values |= {"first": request.days[0], "last": request.days[1]}
    return _Asked(" & ".join(match), tuple(conditions), speller.values, request.days is not None)


class _Speller:
    """Clauses put into a tsquery, and into conditions on the string of words where that cannot say it all."""

    def __init__(self, connection: Connection, request: Request) -> None:
        self.conditions: list[str] = []
        self.values: dict[str, Any] = {}
        asked = list(phrases(request.query.clauses))
        self._codes = _codes(connection, {word for phrase in asked for word in phrase.words})
        query = text("SELECT number FROM words WHERE word >= :first AND word < :after ORDER BY number")
        self._begins = {
            word: [
                code(number)
                for number in connection.execute(query, {"first": word, "after": after(word)}).scalars()
            ]
            for word in {phrase.words[-1] for phrase in asked if phrase.prefix}
        }

    def clause(self, clause: Clause) -> str | None:
        """The clause's part of the tsquery, "" for none; None where nothing can be found by it."""
        spelt = [(unit, match) for unit in clause.units if (match := self._match(unit)) is not None]
        if not spelt:
            return "" if clause.negated else None
        exact = all(self._is_exact(unit) for unit, _ in spelt)
        if not exact:
            tests = " OR ".join(self._test(unit) for unit, _ in spelt)
            self.conditions.append(f"NOT ({tests})" if clause.negated else f"({tests})")
        if clause.negated:
            return f"!({spelt[0][1]})" if exact else ""
        return _either(match for _, match in spelt)

    def _choices(self, phrase: Phrase) -> list[list[str]]:
        """For each place of a phrase the words that may stand there, as characters."""
        *most, last = phrase.words
        ends = self._begins[last] if phrase.prefix else [self._codes[last]] if last in self._codes else []
        return [[self._codes[word]] if word in self._codes else [] for word in most] + [ends]

    def _match(self, unit: Unit) -> str | None:
        """A tsquery that finds whatever holds the unit, and maybe more; None where nothing does."""
        sides = (unit.left, unit.right) if isinstance(unit, Near) else (unit,)
        choices = [choice for side in sides for choice in self._choices(side)]
        if not all(choices):
            return None
        parts = dict.fromkeys(_either(map(_all, choice)) for choice in choices)
        return f"({' & '.join(parts)})" if len(parts) > 1 else next(iter(parts))

    def _is_exact(self, unit: Unit) -> bool:
        """Whether the tsquery says it all: one word of one character, or any of several."""
        if isinstance(unit, Near) or len(unit.words) > 1:
            return False
        return all(len(found) == 1 for found in self._choices(unit)[0])

    def _test(self, unit: Unit) -> str:
        """A condition on the string of words."""
        name = f"part{len(self.values)}"
        if isinstance(unit, Near):
            left, right = self._pattern(unit.left), self._pattern(unit.right)
            gap = f"{ANY_WORD}{{0,{unit.within}}}"
            self.values[name] = f"{left}{gap}{right}|{right}{gap}{left}"
            return f"words ~ :{name}"
        choices = self._choices(unit)
        if all(len(choice) == 1 for choice in choices):
            self.values[name] = "".join(choice[0] for choice in choices)
            return " AND ".join(_part(self.values[name], name))
        self.values[name] = self._pattern(unit)
        return f"words ~ :{name}"

    def _pattern(self, phrase: Phrase) -> str:
        return "".join(_pattern(choice) for choice in self._choices(phrase))


def _pattern(choice: Sequence[str]) -> str:
    """A pattern for any of some words. No character of theirs means anything else in one."""
    single = "".join(found for found in choice if len(found) == 1)
    parts = [f"[{single}]"] if single else []
    parts += [found for found in choice if len(found) > 1]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _part(found: str, name: str) -> list[str]:
    """That the characters stand in the string of words."""
    return [f"strpos(words, :{name}) > 0"]


def _quoted(facet: str) -> str:
    """A facet in a tsquery: letters, digits and = alone."""
    return f"'{facet}'"


def _all(found: str) -> str:
    """A tsquery for all characters of a word."""
    return " & ".join(f"'{character}'" for character in found)


def _either(matches: Iterable[str]) -> str:
    parts = list(matches)
    return (
        parts[0]
        if len(parts) == 1
        else "(" + " | ".join(f"({part})" if " & " in part else part for part in parts) + ")"
    )
