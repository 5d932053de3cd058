"""Where the words of a query stand in a text, for showing: the words of phrases only where the phrase stands."""

from collections.abc import Iterator

from onrecord.ledger.query import Near, Phrase, Query, Unit
from onrecord.ledger.terms import Term, terms
from onrecord.model import Span


def matches(query: Query, text: str) -> list[Span]:
    """The spans of the words that a query finds in a text, in order, none twice; what it leaves out is aside."""
    units = [unit for clause in query.clauses if not clause.negated for unit in clause.units]
    if not units:
        return []
    words = list(terms(text))
    found = {(words[place].start, words[place].end) for unit in units for place in _places(unit, words)}
    return sorted(found)


def first_match(query: Query, text: str) -> Span | None:
    """The first word of a text that a query finds; None where it finds none there."""
    found = matches(query, text)
    return found[0] if found else None


def _places(unit: Unit, words: list[Term]) -> Iterator[int]:
    if isinstance(unit, Phrase):
        for start, end in _stretches(unit, words):
            yield from range(start, end)
        return
    left, right = list(_stretches(unit.left, words)), list(_stretches(unit.right, words))
    for one in left:
        for other in right:
            if _near(unit, one, other):
                yield from range(*one)
                yield from range(*other)


def _near(unit: Near, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return 0 <= second[0] - first[1] <= unit.within


def _stretches(phrase: Phrase, words: list[Term]) -> Iterator[Span]:
    """Where a phrase stands, as half-open places among the words."""
    *most, last = phrase.words
    for start in range(len(words) - len(most)):
        end = start + len(most)
        if all(words[start + offset].word == word for offset, word in enumerate(most)) and (
            words[end].word.startswith(last) if phrase.prefix else words[end].word == last
        ):
            yield start, end + 1
