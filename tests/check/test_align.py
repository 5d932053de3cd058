"""The alignment beside a slow twin that is obviously right, and what it must hold on any input."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.check import align as alignment
from onrecord.check.align import (
    ADDED,
    DROPPED,
    FAR_ELLIPSIS,
    IN_BRACKET,
    IN_ELLIPSIS,
    JUMP,
    MATCH,
    OPEN,
    REPLACED,
    Pair,
    align,
)

PRICES = (DROPPED, IN_BRACKET, IN_ELLIPSIS)
FURTHEST = (JUMP, JUMP, FAR_ELLIPSIS)
QUOTES = st.lists(st.integers(0, 4), min_size=1, max_size=9)
DOCUMENTS = st.lists(st.integers(0, 4), min_size=3, max_size=12)


def skip(start: int, end: int, mark: int) -> int:
    if start == end:
        return 0
    if end < start:
        return JUMP
    return max(OPEN + PRICES[mark] * (end - start), FURTHEST[mark])


def best_score(quote: Sequence[int], document: Sequence[int], marks: Sequence[int]) -> int:
    """The twin: every way to go on, tried."""

    @cache
    def rest(unit: int, place: int) -> int:
        if unit == len(quote):
            return 0
        found = []
        for begin in range(len(document) + 1):
            cost = 0 if unit == 0 else skip(place, begin, marks[unit])
            found.append(cost + ADDED + rest(unit + 1, begin))
            if begin < len(document):
                gain = MATCH if quote[unit] == document[begin] else REPLACED
                found.append(cost + gain + rest(unit + 1, begin + 1))
        return max(found)

    return rest(0, 0)


def score_of(pairs: Sequence[Pair], units: int, marks: Sequence[int]) -> int:
    """What an alignment is worth; an added unit stays where the one before it ended."""
    beside = {pair.quote: pair for pair in pairs}
    total, place, begun = 0, 0, False
    for unit in range(units):
        pair = beside.get(unit)
        if pair is None:
            total += ADDED
            continue
        mark = max(marks[at] for at in range(unit, unit - 1, -1))
        total += skip(place, pair.document, mark) if begun else 0
        total += MATCH if pair.same else REPLACED
        place, begun = pair.document + 1, True
    return total


def run(quote: Sequence[int], document: Sequence[int], marks: Sequence[int]) -> list[Pair]:
    matches = np.asarray(quote)[:, None] == np.asarray(document)[None, :]
    return align(matches, marks, np.arange(len(document), dtype=np.int64))


@settings(max_examples=200, deadline=None)
@given(QUOTES, DOCUMENTS)
def test_no_alignment_is_better(quote: list[int], document: list[int]) -> None:
    marks = [0] * len(quote)
    assert score_of(run(quote, document, marks), len(quote), marks) == best_score(quote, document, marks)


@settings(max_examples=200, deadline=None)
@given(QUOTES, DOCUMENTS, st.integers(0, 8), st.sampled_from([1, 2]))
def test_pairs_rise_in_the_quote_and_match_as_they_say(
    quote: list[int], document: list[int], at: int, mark: int
) -> None:
    marks = [mark if number == at else 0 for number in range(len(quote))]
    pairs = run(quote, document, marks)
    assert [pair.quote for pair in pairs] == sorted({pair.quote for pair in pairs})
    assert all(pair.same == (quote[pair.quote] == document[pair.document]) for pair in pairs)


def test_sure_runs_give_what_the_whole_table_gives(monkeypatch: object) -> None:
    quote = [*range(20), 77, *range(20, 40)]
    document = [90, 91, *range(20), 55, 56, *range(20, 40), 92]
    fast = run(quote, document, [0] * len(quote))
    alignment.SURE_RUN, kept = 10_000, alignment.SURE_RUN
    try:
        assert run(quote, document, [0] * len(quote)) == fast
    finally:
        alignment.SURE_RUN = kept
