"""Families of printings: what CONTRACT calls one utterance, case by case, and in whatever order it is met."""

import random
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.trace.families import find_families, name_families
from onrecord.traces import Printing

WHOLE = "We have made it plain from the first night that the harbour stays open to the herring boats"
OTHER = "Nobody on this side of the water has ever asked a baker to wait until the morning tide is out"
PART = "We have made it plain from the first night"
PHRASE = "we will not bargain by the hour"


def said(
    text: str, speaker: str | None = "Tamsin Oake", day: int | None = 1, **fields: str | None
) -> Printing:
    return Printing(
        id=0,
        text=text,
        speaker=speaker,
        published=None if day is None else f"2024-03-{day:02}",
        **fields,  # type: ignore[arg-type]
    )


def families(*printings: Printing) -> list[set[int]]:
    numbered = [
        Printing(
            id=number,
            text=one.text,
            speaker=one.speaker,
            speaker_id=one.speaker_id,
            published=one.published,
            said=one.said,
        )
        for number, one in enumerate(printings)
    ]
    return sorted((set(map(int, family.members)) for family in find_families(numbered)), key=min)


ONE = [
    ("the same words", said(WHOLE), said(WHOLE, day=9)),
    ("a part of the whole", said(WHOLE), said("the harbour stays open to the herring boats", day=3)),
    (
        "an edited part",
        said(WHOLE),
        said("We have made it plain ... that [Dunwarrow] stays open to the herring boats"),
    ),
    (
        "mistyped",
        said(WHOLE),
        said("We have made it plane from the first nihgt that the harbour stays open to the herring boats"),
    ),
    ("a last name alone", said(WHOLE), said(WHOLE, "Oake", 3)),
    ("a title before it", said(WHOLE), said(WHOLE, "Ms. Oake", 3)),
    ("an unknown speaker within ten days", said(WHOLE), said(WHOLE, None, 10)),
    ("eight words in a row where nothing is known", said(WHOLE, None, None), said(WHOLE[:60], None, None)),
    ("a few words of one speaker, close in time", said(WHOLE), said("plain from the first night", day=2)),
]
TWO = [
    ("three weeks apart", said(WHOLE), said(WHOLE, day=23)),
    ("other speakers with the same words", said(WHOLE), said(WHOLE, "Ilyan Dorzhek")),
    ("other words by the same speaker", said(WHOLE), said(OTHER)),
    (
        "one phrase in two sentences of one day",
        said(f"I told the bakers on the quay this morning that {PHRASE}"),
        said(f"The ferry is a kind thought but once again {PHRASE} in a letter from Kessary to the council"),
    ),
    (
        "seven words where nothing is known",
        said("plain from the first night the harbour", None, None),
        said("plain from the first night the harbour", None, None),
    ),
    (
        "said on other days, though printed together",
        said(WHOLE, said="2024-02-01"),
        said(WHOLE, said="2024-03-01"),
    ),
]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in ONE], ids=[row[0] for row in ONE])
def test_one_utterance(one: Printing, other: Printing) -> None:
    assert families(one, other) == [{0, 1}]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in TWO], ids=[row[0] for row in TWO])
def test_two_utterances(one: Printing, other: Printing) -> None:
    assert families(one, other) == [{0}, {1}]


def test_two_halves_are_held_together_by_their_whole() -> None:
    first, second = (
        said("We have made it plain from the first night"),
        said("the harbour stays open to the herring boats"),
    )
    assert families(first, second) == [{0}, {1}]
    assert families(first, second, said(WHOLE)) == [{0, 1, 2}]


def test_someone_unknown_is_no_bridge_between_two_speakers() -> None:
    found = families(said(WHOLE), said(WHOLE, "Ilyan Dorzhek"), said(WHOLE, None))
    assert {0} in found
    assert {1} in found


def test_a_last_name_is_no_bridge_between_two_of_that_name() -> None:
    found = families(said(WHOLE, "Tamsin Oake"), said(WHOLE, "Berta Oake"), said(WHOLE, "Oake"))
    assert not any({0, 1} <= family for family in found)


def test_the_joints_say_which_words_hold_a_family_together() -> None:
    printings = [Printing(id="a", text=WHOLE, speaker="Tamsin Oake", published="2024-03-01")]
    printings += [Printing(id="b", text=PART, speaker="Oake", published="2024-03-02")]
    (family,) = find_families(printings)
    (joint,) = family.joints
    assert {joint.a, joint.b} == {"a", "b"}
    assert joint.words == len(PART.split())
    assert joint.shared.casefold() in WHOLE.casefold()
    assert joint.why


WORDS = "the quay tide bread boats night harbour we open not talk lamp toll hour".split()
printings = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join),
        st.sampled_from([None, "Ada Orme", "Orme", "Ben Orme", "Cleo Dane"]),
        st.sampled_from([None, 1, 5, 12, 20, 31]),
    ),
    max_size=14,
)


@settings(deadline=None, max_examples=150)
@given(rows=printings, seed=st.integers(0, 9))
def test_the_order_of_the_printings_makes_no_difference(
    rows: list[tuple[str, str | None, int | None]], seed: int
) -> None:
    numbers = count()
    given_ = [
        Printing(
            id=next(numbers),
            text=text,
            speaker=speaker,
            published=None if day is None else f"2024-03-{day:02}",
        )
        for text, speaker, day in rows
    ]
    shuffled = random.Random(seed).sample(given_, len(given_))
    assert find_families(given_) == find_families(shuffled)
    names = dict(zip((one.id for one in given_), name_families(given_), strict=True))
    assert names == dict(zip((one.id for one in shuffled), name_families(shuffled), strict=True))
    by_family = {member: family.id for family in find_families(given_) for member in family.members}
    assert names == by_family


@settings(deadline=None, max_examples=150)
@given(rows=printings)
def test_no_family_holds_two_speakers_or_an_occasion_and_its_repetition(
    rows: list[tuple[str, str | None, int | None]],
) -> None:
    given_ = [
        Printing(id=n, text=text, speaker=who, published=None if day is None else f"2024-03-{day:02}")
        for n, (text, who, day) in enumerate(rows)
    ]
    for family in find_families(given_):
        members = [given_[int(member)] for member in family.members]
        assert len({one.speaker for one in members} - {None, "Orme"}) <= 1
        days = [int(one.published[-2:]) for one in members if one.published]
        assert not days or max(days) - min(days) < 21
        assert len(family.joints) == len(members) - 1
