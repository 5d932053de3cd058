"""Paragraphs and sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import find_paragraphs, sentences

SENTENCES = [
    ("He came. She left.", ["He came.", "She left."]),
    (
        "Mr. Orlo of St. Brine spoke at 5 p.m. on the quay.",
        ["Mr. Orlo of St. Brine spoke at 5 p.m. on the quay."],
    ),
    ("J. R. Orlo spoke. Nobody listened!", ["J. R. Orlo spoke.", "Nobody listened!"]),
    ("“We stay.” She left.", ["“We stay.”", "She left."]),
    ("“Stay?” she asked. “Yes.”", ["“Stay?” she asked.", "“Yes.”"]),
    ("It cost 3.5 million. Too much.", ["It cost 3.5 million.", "Too much."]),
    ("First line\nSecond line", ["First line", "Second line"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences_end_at_stops_and_not_at_abbreviations(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


PARAGRAPHS = [
    ("One.\n\nTwo\nlines.\n\n\nThree.", ["One.", "Two\nlines.", "Three."]),
    ("One.\nTwo.", ["One.", "Two."]),
    ("One.\r\n\r\nTwo.", ["One.\r", "Two."]),
    (" \n \n", []),
]


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_paragraphs_are_parted_by_blank_lines(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_paragraphs(text)] == expected


@given(st.text(alphabet='ab.?!"” \n\u2028A', max_size=60))
def test_sentences_and_paragraphs_tile_all_that_is_not_white_space(text: str) -> None:
    for spans in (sentences(text), list(find_paragraphs(text))):
        assert spans == sorted(spans)
        inside = "".join(text[start:end] for start, end in spans)
        assert "".join(inside.split()) == "".join(text.split())
