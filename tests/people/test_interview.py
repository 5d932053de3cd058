"""The two sides of an interview printed in turns; every person and outlet here is invented."""

import pytest

from onrecord import read_text

TURNS = """

Q: Why a weir, and do you like eels?

A: I think that eels are the future.

Q: And the cost?

A: We paid in eels and were glad.
"""
OPENINGS = [
    ("Ilse Brant built the weir. She spoke to us on Monday.", "Q", "Ilse Brant"),
    ("Ilse Brant sat down with Gazette reporter Tobias Renn.", "Tobias Renn", "Ilse Brant"),
    (
        "An interview with Ilse Brant, by Gazette editor Mara Quist. Brant succeeded Carl Osk.",
        "Mara Quist",
        "Ilse Brant",
    ),
    ("Carl Osk and Ilse Brant came.", "Q", None),
]


@pytest.mark.parametrize(("opening", "asks", "answers"), OPENINGS)
def test_the_letters_stand_for_those_whom_the_opening_names(
    opening: str, asks: str, answers: str | None
) -> None:
    record = read_text(opening + TURNS, plain=True)
    text = record.article.body
    sides: dict[str, set[str | None]] = {"Q": set(), "A": set()}
    for row in record.quotations:
        if row.by == "turns/1":
            names = [one.name for one in row.speakers] or [None]
            sides[text[slice(*row.source[0])]].update(names)
    assert sides == {"Q": {asks}, "A": {answers}}


def test_names_and_initials_as_labels_are_the_people_they_shorten() -> None:
    text = (
        "Ilse Brant met Tobias Renn.\n\nTR: Why a weir?\n\nBrant: The eels asked.\n\n"
        "TR: How?\n\nBrant: By letter, of course."
    )
    record = read_text(text, plain=True)
    rows = [row for row in record.quotations if row.by == "turns/1"]
    assert [row.speakers[0].name for row in rows] == ["Tobias Renn", "Ilse Brant"] * 2


def test_what_is_said_inside_a_turn_has_it_as_parent_and_its_speaker_for_i() -> None:
    record = read_text(OPENINGS[0][0] + TURNS, plain=True)
    text = record.article.body
    turns = {row.id: row for row in record.quotations if row.by == "turns/1"}
    inner = [row for row in record.quotations if row.parent in turns]
    believed = [row for row in inner if "eels are the future" in text[slice(*row.content[0])]]
    assert [one.name for row in believed for one in row.speakers] == ["Ilse Brant"]
