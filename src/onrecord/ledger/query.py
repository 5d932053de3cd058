"""The language of a search: words, "phrases", word*, a NEAR/5 b, -not and OR, read into a small tree of values.

    query   = part*                          all parts have to be there
    part    = [-] near | near OR near ...    one of several; a minus: none of it
    near    = atom [NEAR/n atom]             at most n words between the two, in either order
    atom    = word | word* | "phrase"

All other punctuation parts words and says nothing. Whatever is typed is a query or a `BadQuery` that says what to
write instead; no database ever sees what was typed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.errors import BadQuery
from onrecord.ledger.terms import words_of

MOST_WORDS = 64
LONGEST_QUERY = 4_000  # characters
WIDEST = 30  # words between the two sides of NEAR
USUAL = 10
SHORTEST_PREFIX = 2  # letters before *

_QUOTES = '"“”„‟«»＂'
_TOKEN = re.compile(
    rf"(?P<minus>-)?(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?P<close>[{_QUOTES}]?)|(?P<word>[^\s{_QUOTES}]+))"
)
_NEAR = re.compile(r"NEAR(?:/(.*))?", re.DOTALL)


class Phrase(NamedTuple):
    """Words that stand next to each other in this order; where it is a `prefix`, the last only begins so."""

    words: tuple[str, ...]
    prefix: bool = False


class Near(NamedTuple):
    """Two phrases in either order with at most `within` words between them."""

    left: Phrase
    right: Phrase
    within: int


Unit = Phrase | Near


class Clause(NamedTuple):
    """One of these; or, where it is `negated`, none of them."""

    units: tuple[Unit, ...]
    negated: bool = False


class Query(NamedTuple):
    """All of these. Without any it asks for everything."""

    clauses: tuple[Clause, ...] = ()


class _Token(NamedTuple):
    """A piece of what was typed: an atom, `OR`, or `NEAR` with its number; `shown` is for messages."""

    shown: str
    phrase: Phrase | None = None
    negated: bool = False
    near: int | None = None


def parse(text: str) -> Query:
    """Read a query; raises `BadQuery`, whose message says what to write."""
    if len(text) > LONGEST_QUERY:
        raise BadQuery(f"a search holds at most {LONGEST_QUERY:,} characters, and this has {len(text):,}")
    tokens = list(_tokens(text))
    if text.strip() and not tokens:
        raise BadQuery(f"{_shown(text)} holds no word to look for: give words of letters or digits")
    clauses = tuple(_clauses(tokens))
    if sum(len(phrase.words) for phrase in phrases(clauses)) > MOST_WORDS:
        raise BadQuery(f"a search holds at most {MOST_WORDS} words: leave some out")
    return Query(clauses)


def phrases(clauses: Iterable[Clause]) -> Iterator[Phrase]:
    """Every phrase of some clauses."""
    for clause in clauses:
        for unit in clause.units:
            if isinstance(unit, Near):
                yield unit.left
                yield unit.right
            else:
                yield unit


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        negated = match["minus"] is not None
        word = match["word"]
        if word is None:
            if not match["close"]:
                raise BadQuery(
                    f"the quotation mark before {_shown(match['phrase'])} is not closed: add one after it"
                )
            yield from _atom(match.group(), match["phrase"], negated=negated)
        elif word == "OR" and not negated:
            yield _Token(shown="OR")
        elif word == "AND" and not negated:
            continue
        elif (near := _NEAR.fullmatch(word)) and not negated:
            yield _Token(shown=word, near=_within(word, near[1]))
        else:
            yield from _atom(match.group(), word, negated=negated)


def _atom(shown: str, written: str, *, negated: bool) -> Iterator[_Token]:
    """A word or phrase; nothing at all for a dash, an ampersand and the like that stand by themselves."""
    words = tuple(words_of(written))
    if not words:
        return
    prefix = written.endswith("*")
    if prefix and len(words[-1]) < SHORTEST_PREFIX:
        raise BadQuery(
            f"{_shown(shown)} begins too many words: give at least {SHORTEST_PREFIX} letters before *"
        )
    yield _Token(shown=shown, phrase=Phrase(words, prefix), negated=negated)


def _within(shown: str, number: str | None) -> int:
    if number is None:
        return USUAL
    # A long number would be slow to read, and is too large in any case.
    if not (number.isascii() and number.isdigit() and len(number) <= 4 and int(number) <= WIDEST):
        raise BadQuery(
            f"{_shown(shown)}: NEAR takes a number of words from 0 to {WIDEST}, as in  bridge NEAR/5 closed"
        )
    return int(number)


def _clauses(tokens: Sequence[_Token]) -> Iterator[Clause]:
    at = 0
    while at < len(tokens):
        first = tokens[at]
        unit, at = _unit(tokens, at)
        units = [unit]
        while at < len(tokens) and tokens[at].shown == "OR" and tokens[at].phrase is None:
            if first.negated or (at + 1 < len(tokens) and tokens[at + 1].negated):
                raise BadQuery("OR does not go with a minus: write  -this -that  for neither of two")
            unit, at = _unit(tokens, at + 1, before="OR")
            units.append(unit)
        yield Clause(tuple(units), first.negated)


def _unit(tokens: Sequence[_Token], at: int, *, before: str = "") -> tuple[Unit, int]:
    """The word, phrase or NEAR that begins at a token, and where the next begins."""
    left = _phrase(tokens, at, before=before)
    near = tokens[at + 1].near if at + 1 < len(tokens) else None
    if near is None:
        return left, at + 1
    right = _phrase(tokens, at + 2, before="NEAR")
    if tokens[at + 2].negated:
        raise BadQuery(
            "NEAR takes no minus after it: write  -bridge NEAR/5 closed  to leave out where they are near"
        )
    if at + 3 < len(tokens) and tokens[at + 3].near is not None:
        raise BadQuery("NEAR joins two words or phrases: for three write  a NEAR/5 b  b NEAR/5 c")
    if overlap(left, right):
        raise BadQuery(
            f"NEAR looks for two different words, and {_shown(tokens[at].shown)} can be the same as "
            f"{_shown(tokens[at + 2].shown)}"
        )
    return Near(left, right, near), at + 3


def _phrase(tokens: Sequence[_Token], at: int, *, before: str) -> Phrase:
    phrase = tokens[at].phrase if at < len(tokens) else None
    if phrase is not None:
        return phrase
    if before:
        raise BadQuery(
            f"{before} stands between two words or phrases, as in  bridge {before} quay; "
            f"the word itself is looked for in small letters"
        )
    raise BadQuery(
        f"{tokens[at].shown} stands between two words or phrases, as in  bridge {tokens[at].shown} quay; "
        f"the word itself is looked for in small letters"
    )


def overlap(left: Phrase, right: Phrase) -> bool:
    """Whether the same words of a text could be both, in part or whole."""
    return any(
        all(
            _alike(left, place, right, place - offset)
            for place in range(max(0, offset), min(len(left.words), offset + len(right.words)))
        )
        for offset in range(1 - len(right.words), len(left.words))
    )


def _alike(left: Phrase, place: int, right: Phrase, other: int) -> bool:
    """Whether one word of a text could be at these places of two phrases."""
    one, two = left.words[place], right.words[other]
    begins = left.prefix and place == len(left.words) - 1
    also = right.prefix and other == len(right.words) - 1
    if begins and also:
        return one.startswith(two) or two.startswith(one)
    if begins:
        return two.startswith(one)
    return one.startswith(two) if also else one == two


def _shown(text: str) -> str:
    """Some of what was typed, for a message."""
    text = " ".join(text.split())
    return f"“{text[:40]}…”" if len(text) > 41 else f"“{text}”"
