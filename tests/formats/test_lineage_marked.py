"""A printing's words with what differs from those before it."""

import pytest

from onrecord.check.documents import document_from_text
from onrecord.formats.lineage_marked import LONGEST, marked
from onrecord.trace.lineage import lineage
from onrecord.traces import Alteration, Drift, Printing

SAID = "We count every cart that waits at the weir, and we do so before the bread is across."


def pieces(text: str) -> list[tuple[str, str]]:
    """The pieces of a printing beside what was said."""
    documents = [document_from_text(SAID, path="address.txt")]
    (member,) = lineage([Printing(id=1, text=text)], documents=documents).members
    return [(piece.role, piece.words.strip()) for piece in marked(text, member.from_source)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SAID, [("same", SAID)]),
        (
            SAID.replace("cart", "wagon"),
            [("same", "We count every"), ("before", "cart"), ("after", "wagon"), ("same", SAID[20:])],
        ),
        (
            SAID.replace("every cart", "every single cart"),
            [("same", "We count every"), ("added", "single"), ("same", SAID[15:])],
        ),
        (
            SAID.replace(" at the weir", ""),
            [("same", "We count every cart that waits,"), ("dropped", "at the weir"), ("same", SAID[44:])],
        ),
        (
            SAID.replace("the weir", "[the dam]"),
            [("same", SAID[:33]), ("own", "[the dam]"), ("same", SAID[42:])],
        ),
        (
            "every cart that waits at the weir, and we do so before the bread is across.",
            [("dropped", "We count"), ("same", SAID[9:])],
        ),
        (
            "We count every cart that waits at the weir, and we do so",
            [("same", SAID[:56]), ("dropped", "before the bread is across")],
        ),
    ],
)
def test_what_differs_stands_at_its_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert pieces(text) == expected


def test_a_marked_gap_is_the_printings_own() -> None:
    found = pieces(SAID.replace("at the weir, and", "..."))
    assert ("own", "...") in found
    assert not [role for role, _ in found if role == "dropped"]


def test_all_words_of_the_printing_are_there_in_order() -> None:
    text = "every wagon that waits ... at the weir and we [always] do so, before bread is across."
    theirs = [words for role, words in pieces(text) if role not in ("dropped", "before")]
    assert " ".join(" ".join(theirs).split()).replace(" ,", ",") == " ".join(text.split())


def test_a_long_printing_is_cut_and_hostile_signs_are_seen() -> None:
    text = "\u202ea\x1b" + "b" * 2 * LONGEST
    found = marked(text, None)
    assert [piece.role for piece in found] == ["same", "more"]
    assert len(found[0].words) == LONGEST
    assert "\u202e" not in found[0].words
    assert "\x1b" not in found[0].words


def test_a_difference_without_a_place_is_left_to_words() -> None:
    drift = Drift(
        of=1,
        verdict="altered",
        before=1,
        after=1,
        alterations=(Alteration(kind="wording", before="a", after="b"),),
    )
    assert [piece.role for piece in marked("b", drift)] == ["same"]
