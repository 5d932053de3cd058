"""Pairs compared by the thousand come out as `pairs.compare` judges each by itself."""

import random

import numpy as np
import pytest

from onrecord.trace.candidates import candidates
from onrecord.trace.columns import table_of
from onrecord.trace.comparing import compare_pairs, joined
from onrecord.trace.pairs import compare
from onrecord.trace.readings import Reading, read_printing
from onrecord.traces import Printing

WORDS = (
    "the harbour stays open to herring boats we said it plainly before night and no baker will wait".split()
)
NAMES = (None, None, "Tamsin Oake", "Oake", "Ms. Oake", "Ilyan Dorzhek")


def drawn(draw: random.Random) -> Reading:
    start = draw.randrange(len(WORDS))
    text = WORDS[start : start + draw.choice((1, 2, 3, 5, 6, 7, 9, 14))]
    if draw.random() < 0.4:
        text[draw.randrange(len(text))] = draw.choice(WORDS)
    days = [None if draw.random() < 0.3 else f"2024-03-{draw.randint(1, 30):02}" for _ in range(2)]
    return read_printing(
        Printing(
            id=0,
            text=" ".join(text),
            speaker=draw.choice(NAMES),
            published=days[0],
            said=days[1] if draw.random() < 0.2 else None,
        )
    )


@pytest.mark.parametrize("seed", range(3))
def test_many_pairs_come_out_as_each_by_itself(seed: int) -> None:
    draw = random.Random(seed)
    readings = [drawn(draw) for _ in range(120)]
    pairs = [(one, other) for one in range(len(readings)) for other in range(one)]
    edges = joined(list(compare_pairs(readings, table_of(readings), np.array(pairs))))
    found = {
        (one, other): edges.evidence(number)
        for number, (one, other) in enumerate(zip(edges.one.tolist(), edges.other.tolist(), strict=True))
    }
    alone = {pair: compare(readings[pair[0]], readings[pair[1]]) for pair in pairs}
    assert found == {pair: evidence for pair, evidence in alone.items() if evidence is not None}
    assert {evidence.joins for evidence in found.values()} == {True, False}


@pytest.mark.parametrize("seed", range(3))
def test_no_pair_that_shares_anything_is_passed_over(seed: int) -> None:
    draw = random.Random(seed)
    readings = list(dict.fromkeys(drawn(draw) for _ in range(400)))
    looked_at = {
        (int(one), int(other)) for part in candidates(table_of(readings)) for one, other in part.tolist()
    }
    sharing = {
        (one, other)
        for other in range(len(readings))
        for one in range(other)
        if compare(readings[one], readings[other]) is not None
    }
    assert sharing
    assert sharing <= looked_at
