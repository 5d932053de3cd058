"""Interviews printed in turns; every word here is invented."""

import pytest

from onrecord.model import Article, Quotation
from onrecord.quotes.turns import find_turns, turn_quotations
from onrecord.text import find_paragraphs

LETTERS = """Ilse Brant built the weir. She spoke to us on Monday.

Q: Why a weir?

A: Because the eels asked for one.

I mean that the fishers did.

Q: And the cost?

A: We paid in eels.

The weir opens in May.
"""
NAMES = """**Gazette:** You left the board.

**Brant:** I was asked to leave.

**Gazette:** By whom?

**Brant:** By everyone who was there.
"""
CAPITALS = """ILSE BRANT (chair): Order, please.

OSK: I would like to speak.
BRANT: You have the floor.

OSK: Thank you all.
"""
LETTERS_WITHOUT_STOP = """QWhy a weir?

A. Because the eels asked for one.

Q Was it dear?

A. It was not cheap at all.
"""
NO_INTERVIEW = [
    "Where: The quay.\n\nWhen: Monday at six.\n\nWhere: The lock.\n\nWhen: Tuesday at noon.",
    "Ilse Brant: 120\n\nCarl Osk: 80\n\nIlse Brant: 140\n\nCarl Osk: 90\n\nBrant won and Osk lost.",
    "Q: Why?\n\nA: Because of the eels.",
    "Note: one thing.\n\nBrant: I said so before.\n\nNote: another thing.",
    "",
]


def turns(text: str) -> list[tuple[str, list[str]]]:
    found = find_turns(text, find_paragraphs(text))
    return [(text[slice(*turn.label)], [text[slice(*span)] for span in turn.content]) for turn in found]


def test_paragraphs_without_a_label_go_on_with_the_turn() -> None:
    assert turns(LETTERS) == [
        ("Q", ["Why a weir?"]),
        ("A", ["Because the eels asked for one.", "I mean that the fishers did."]),
        ("Q", ["And the cost?"]),
        ("A", ["We paid in eels."]),
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (NAMES + "\nGazette readers know Brant.", ["Gazette", "Brant"] * 2),
        (CAPITALS, ["ILSE BRANT", "OSK", "BRANT", "OSK"]),
        (LETTERS_WITHOUT_STOP, ["Q", "A"] * 2),
    ],
)
def test_labels_of_every_style_begin_a_turn(text: str, labels: list[str]) -> None:
    assert [label for label, _ in turns(text)] == labels


@pytest.mark.parametrize("text", NO_INTERVIEW)
def test_a_fact_box_a_table_and_a_single_exchange_are_no_interview(text: str) -> None:
    assert turns(text) == []


def test_a_headline_with_a_colon_is_no_turn() -> None:
    assert turns("Weir Chair Brant: We Paid In Eels\n\n" + LETTERS)[0] == ("Q", ["Why a weir?"])


def test_a_turns_label_and_its_colon_are_no_cue_of_a_quotation_inside() -> None:
    text = LETTERS
    colon, told, inner = text.index(": Because"), text.index("mean that"), text.index("fishers")

    def row(number: str, cue: int, content: int, parent: str | None = None) -> Quotation:
        return Quotation(
            id=number,
            kind="direct",
            cue=((cue, cue + 1),),
            content=((content, content + 7),),
            parent=parent,
            by="x",
        )

    rows = [
        row("taken", colon, colon + 2),
        row("inside", told, inner, parent="taken"),
        row("kept", told, inner),
    ]
    paragraphs = find_paragraphs(text)
    turns = find_turns(text, paragraphs)
    found = {one.id: one for one in turn_quotations(Article(text=text, paragraphs=paragraphs), turns, rows)}
    answer = next(one.id for one in found.values() if len(one.content) == 2)
    assert "taken" not in found
    assert (found["inside"].parent, found["kept"].parent) == (answer, answer)
