"""What the index on PostgreSQL is asked: a query and its facets as lists of characters, and tests of the string.

A list is answered by GIN alone: rows that have one of its characters, or all. Phrases, NEAR and words of two
characters are tested on the strings of the rows that the lists find.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from onrecord.ledger.fulltext_codes import ANY_WORD, BETWEEN, code, stretch_code
from onrecord.ledger.fulltext_index import Request, after
from onrecord.ledger.query import Clause, Near, Phrase, Unit, phrases

FACET = "="  # marks a facet among the words
CHARACTERS = "string_to_array(words, NULL)"
# GIN looks at each of the words that are asked for together for every row that has one of them: so the commonest
# of a prefix's words are asked for by so many, the next by twice as many, and so on to the largest.
_FIRST_GROUP = 32
_LARGEST_GROUP = 256


class Listed(NamedTuple):
    """Characters any of which there has to be, or all."""

    characters: tuple[str, ...]
    all: bool = False

    def condition(self, values: dict[str, Any]) -> str:
        """The condition, whose value joins the others."""
        name = f"list{len(values)}"
        values[name] = list(self.characters)
        return f"{CHARACTERS} {'@>' if self.all else '&&'} CAST(:{name} AS text[])"


class Arm(NamedTuple):
    """One of several ways to meet a clause: what the index is asked, and a test of what it gives ("" for none)."""

    listed: Listed
    test: str = ""


class Asked(NamedTuple):
    """A request as conditions: lists of characters, and tests in SQL with their values.

    All of `lists` have to be met, one of `arms`, where there are any, and all of `tests`. `either` says as one test
    what the arms say.
    """

    lists: tuple[Listed, ...]
    arms: tuple[Arm, ...] = ()
    either: str = ""
    tests: tuple[str, ...] = ()
    values: Mapping[str, Any] = MappingProxyType({})
    days: bool = False

    def within(self, stretches: range) -> "Asked":
        """The same, within some stretches of numbers."""
        places = tuple(stretch_code(stretch) for stretch in stretches if stretch >= 0)
        return self._replace(lists=(Listed(places), *self.lists))

    def commonest(self, arms: int) -> "Asked":
        """Only what the first arms find, which is quick, and most of what is there."""
        return self._replace(arms=self.arms[:arms])

    def tested(self, first: int) -> "Asked":
        """The same from a number on: what the lists find is tested, which is quick for few rows."""
        tests = ("number >= :least", *self.tests, self.either)
        return self._replace(arms=(), tests=tests, values={**self.values, "least": first})

    def where(self) -> tuple[str, dict[str, Any]]:
        """All as one condition of SQL, and its values."""
        values = dict(self.values)
        if self.arms:
            arms = [_arm(arm, self.lists, place, values) for place, arm in enumerate(self.arms)]
            conditions = [_either(arms)]
        else:
            conditions = [listed.condition(values) for listed in self.lists]
        return " AND ".join([*conditions, *self.tests]), values


def _arm(arm: Arm, lists: Sequence[Listed], place: int, values: dict[str, Any]) -> str:
    """An arm with all else that has to be met, so that the index answers it whole.

    The lists that all arms have in common are written differently in each. Else PostgreSQL takes them out, and tests
    the rows that they find against arm after arm, which takes very long.
    """
    common = [
        listed._replace(characters=listed.characters + listed.characters[:1] * place) for listed in lists
    ]
    conditions = [listed.condition(values) for listed in (*common, arm.listed)]
    # The test first: of the rows that the index gives for another arm it is asked before a string is taken apart.
    return f"({' AND '.join(([arm.test] if arm.test else []) + conditions)})"


def ask(connection: Connection, request: Request) -> Asked | None:
    """A request as SQL; None where it cannot find anything: a word of it is nowhere in the ledger."""
    facets = (Clause(tuple(Phrase((FACET + facet,)) for facet in group)) for group in request.facets)
    clauses = [*facets, *request.query.clauses]
    speller = _Speller(connection, clauses)
    if not all(map(speller.add, clauses)):
        return None
    if all(clause.negated for clause in clauses):
        speller.needed[BETWEEN] = None  # every row has it
    tests, values = speller.tests, speller.values
    if request.days is not None:
        tests.append("(r.day IS NULL OR r.day BETWEEN :first AND :last)")
        values |= {"first": request.days[0], "last": request.days[1]}
    needed = [Listed(tuple(speller.needed), all=True)] if speller.needed else []
    return Asked(
        lists=(*needed, *speller.lists),
        arms=tuple(speller.arms),
        either=speller.either,
        tests=tuple(tests),
        values=values,
        days=request.days is not None,
    )


class _Speller:
    """Clauses put into lists of characters, and where those cannot say it all into tests of the string."""

    def __init__(self, connection: Connection, clauses: Sequence[Clause]) -> None:
        self.needed: dict[str, None] = {}  # characters all of which there have to be
        self.lists: list[Listed] = []
        self.arms: list[Arm] = []
        self.either = ""
        self.tests: list[str] = []
        self.values: dict[str, Any] = {}
        asked = list(phrases(clauses))
        self._codes = codes_of(connection, {word for phrase in asked for word in phrase.words})
        query = text(
            "SELECT array_agg(number ORDER BY number) FROM words WHERE word >= :first AND word < :after"
        )
        self._begins = {
            word: list(
                map(code, connection.execute(query, {"first": word, "after": after(word)}).scalar() or ())
            )
            for word in {phrase.words[-1] for phrase in asked if phrase.prefix}
        }

    def add(self, clause: Clause) -> bool:
        """Take a clause in; False where nothing can be found by it."""
        units = [unit for unit in clause.units if all(self._choices(unit))]
        if clause.negated:
            self.tests += [f"NOT {self._test(unit)}" for unit in units]
            return True
        arms = self._arms(units)
        if len(arms) == 1:
            ((listed, test),) = arms
            if listed.all:
                self.needed.update(dict.fromkeys(listed.characters))
            else:
                self.lists.append(listed)
            self.tests += [test] if test else []
        elif self.arms:  # the index is asked one clause of several arms; the rows that it gives are tested
            self.tests.append(_either(map(self._test, units)))
        else:
            self.arms, self.either = arms, _either(map(self._test, units)) if units else ""
        return bool(units)

    def _arms(self, units: Sequence[Unit]) -> list[Arm]:
        """The ways to meet any of some units."""
        exact = [found for unit in units if self._is_exact(unit) for found in self._choices(unit)[0]]
        arms = [] if len(exact) == 1 else [Arm(Listed(group)) for group in _grouped(exact)]
        for unit in units:
            if self._is_exact(unit) and len(exact) > 1:
                continue
            choices, test = self._choices(unit), "" if self._is_exact(unit) else self._test(unit)
            single = [character for choice in choices if len(choice) == 1 for character in choice[0]]
            if single:
                arms.append(Arm(Listed(tuple(single), all=True), test))
            else:
                fewest = [found[-1] for found in min(choices, key=len)]
                arms += [Arm(Listed(group), test) for group in _grouped(fewest)]
        return arms

    def _choices(self, unit: Unit) -> list[list[str]]:
        """For each place of a unit the words that may stand there, as characters."""
        if isinstance(unit, Near):
            return self._choices(unit.left) + self._choices(unit.right)
        *most, last = unit.words
        ends = self._begins[last] if unit.prefix else [self._codes[last]] if last in self._codes else []
        return [[self._codes[word]] if word in self._codes else [] for word in most] + [ends]

    def _is_exact(self, unit: Unit) -> bool:
        """Whether the characters that a row has say it all: one word of one character, or any of several."""
        if isinstance(unit, Near) or len(unit.words) > 1:
            return False
        return all(len(found) == 1 for found in self._choices(unit)[0])

    def _test(self, unit: Unit) -> str:
        """A condition on the string of words."""
        if isinstance(unit, Near):
            left, right = self._pattern(unit.left), self._pattern(unit.right)
            gap = f"{ANY_WORD}{{0,{unit.within}}}"
            return f"words ~ {self._value(f'{left}{gap}{right}|{right}{gap}{left}')}"
        choices = self._choices(unit)
        if all(len(choice) == 1 for choice in choices):
            return f"strpos(words, {self._value(''.join(choice[0] for choice in choices))}) > 0"
        return f"words ~ {self._value(self._pattern(unit))}"

    def _pattern(self, phrase: Phrase) -> str:
        return "".join(_pattern(choice) for choice in self._choices(phrase))

    def _value(self, value: object) -> str:
        name = f"value{len(self.values)}"
        self.values[name] = value
        return f":{name}"


def _grouped(characters: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Few of the first, the commonest, and ever more of the others."""
    at, size = 0, _FIRST_GROUP
    while at < len(characters):
        yield tuple(characters[at : at + size])
        at, size = at + size, min(2 * size, _LARGEST_GROUP)


def _pattern(choice: Sequence[str]) -> str:
    """A pattern for any of some words. No character of theirs means anything else in one."""
    single = "".join(found for found in choice if len(found) == 1)
    parts = [f"[{single}]"] if single else []
    parts += [found for found in choice if len(found) > 1]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _either(conditions: Iterable[str]) -> str:
    parts = list(conditions)
    return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"


def numbers_of(connection: Connection, words: Iterable[str]) -> dict[str, int]:
    """The number of each word that has one."""
    # A join: "= ANY" of many words is read along the whole table where PostgreSQL takes that for small.
    query = text(
        "SELECT words.word, number FROM unnest(CAST(:words AS text[])) AS asked (word) "
        'JOIN words ON words.word = asked.word COLLATE "C"'
    )
    return {row.word: row.number for row in connection.execute(query, {"words": list(words)})}


def codes_of(connection: Connection, words: Iterable[str], *, new: bool = False) -> dict[str, str]:
    """The characters of each word that has any; where `new` words are given some, of all."""
    asked = list(words)
    numbers = numbers_of(connection, asked)
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
