"""What is typed into a search, and how it is read."""

import pytest

from onrecord.errors import BadQuery
from onrecord.ledger.query import Clause, Near, Phrase, Query, parse
from onrecord.ledger.terms import terms, words_of


def phrase(words: str, *, prefix: bool = False) -> Phrase:
    return Phrase(tuple(words.split()), prefix)


def clause(*units: Phrase | Near, negated: bool = False) -> Clause:
    return Clause(units, negated)


READ = [
    ("", ()),
    ("   ", ()),
    ("bridge quay", (clause(phrase("bridge")), clause(phrase("quay")))),
    ("BRIDGE and AND quay", (clause(phrase("bridge")), clause(phrase("and")), clause(phrase("quay")))),
    ('"to be, or not"', (clause(phrase("to be or not")),)),
    ("“to be”", (clause(phrase("to be")),)),
    ("don't", (clause(phrase("don t")),)),
    ("bridg*", (clause(phrase("bridg", prefix=True)),)),
    ('"the bridg*"', (clause(phrase("the bridg", prefix=True)),)),
    ("quay OR bridge", (clause(phrase("quay"), phrase("bridge")),)),
    ("open -bridge", (clause(phrase("open")), clause(phrase("bridge"), negated=True))),
    ("a NEAR/3 b", (clause(Near(phrase("a"), phrase("b"), 3)),)),
    ("a NEAR b", (clause(Near(phrase("a"), phrase("b"), 10)),)),
    ('"a c" NEAR/0 b', (clause(Near(phrase("a c"), phrase("b"), 0)),)),
    ("quay - & bridge", (clause(phrase("quay")), clause(phrase("bridge")))),
    ("near or not", (clause(phrase("near")), clause(phrase("or")), clause(phrase("not")))),
]


@pytest.mark.parametrize(("typed", "clauses"), READ)
def test_a_query_is_read(typed: str, clauses: tuple[Clause, ...]) -> None:
    assert parse(typed) == Query(clauses)


REFUSED = [
    ('"open bridge', "is not closed"),
    ("* - &", "no word to look for"),
    ("a*", "begins too many words"),
    ("a NEAR/31 b", "from 0 to 30"),
    ("a NEAR/x b", "from 0 to 30"),
    ("a NEAR/3", "stands between two words"),
    ("NEAR/3 a", "stands between two words"),
    ("OR a", "stands between two words"),
    ("a OR", "stands between two words"),
    ("a OR -b", "OR does not go with a minus"),
    ("a NEAR/2 -b", "takes no minus after it"),
    ("a NEAR/2 b NEAR/2 c", "joins two words"),
    ("a NEAR/2 a", "two different words"),
    ("bri* NEAR/2 bridge", "two different words"),
    ("a " * 65, "at most 64 words"),
    ("a" * 4_001, "at most 4,000 characters"),
]


@pytest.mark.parametrize(("typed", "reason"), REFUSED)
def test_a_query_is_refused_with_its_reason(typed: str, reason: str) -> None:
    with pytest.raises(BadQuery, match=reason):
        parse(typed)


FOLDED = [
    ("The Mayor's BRIDGE, “École”", "the mayor s bridge ecole"),
    ("e\u0301cole Straße Øre œuvre", "ecole strasse ore oeuvre"),
    ("co\u00adoperate zero\u200bwidth ﬁn", "cooperate zerowidth fin"),
    ("½ 12,5 A4", "1 2 12 5 a4"),
    ("橋は мост", "橋は мост"),
    ("… — 🙂 \x00 \ud800", ""),
    ("a" * 100, "a" * 64),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_words_are_folded(text: str, folded: str) -> None:
    assert words_of(text) == folded.split()
    assert [term.word for term in terms(text)] == folded.split()


def test_a_word_knows_where_it_stands() -> None:
    text = "Zoë, the ½ way"
    assert [text[term.start : term.end] for term in terms(text)] == ["Zoë", "the", "½", "½", "way"]
