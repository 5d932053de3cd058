"""Quotation marks: pairing, nesting, apostrophes, paragraphs, and marks that do not balance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.quotes import Passage, find_passages
from onrecord.text import find_paragraphs


def passages(text: str) -> tuple[Passage, ...]:
    return find_passages(text, find_paragraphs(text))


def words(text: str) -> list[tuple[int, str]]:
    return [(passage.depth, text[slice(*passage.span)]) for passage in passages(text)]


STYLES = [
    ("straight", '"We stay," she said. "We wait."', [(0, "We stay,"), (0, "We wait.")]),
    ("curly", "“We stay,” she said. “We wait.”", [(0, "We stay,"), (0, "We wait.")]),
    ("wrong way round", "“We stay,“ she said. ”We wait.”", [(0, "We stay,"), (0, "We wait.")]),
    ("mixed", '“We stay," she said. "We wait.”', [(0, "We stay,"), (0, "We wait.")]),
    ("TeX", "``We stay,'' she said. ``We wait.''", [(0, "We stay,"), (0, "We wait.")]),
    ("guillemets", "«Nous restons», dit-elle.", [(0, "Nous restons")]),
    ("guillemets inwards", "»Wir bleiben«, sagte sie.", [(0, "Wir bleiben")]),
    ("spaced guillemets", "« Nous restons », dit-elle.", [(0, " Nous restons ")]),
    ("low-high", "„Wir bleiben“, sagte sie.", [(0, "Wir bleiben")]),
    ("low-high, Polish", "„Zostajemy”, powiedziała.", [(0, "Zostajemy")]),
    ("same both sides", "”Vi stannar”, sade hon.", [(0, "Vi stannar")]),
    ("corner", "彼女は「残る」と言った。", [(0, "残る")]),
    ("single outer", "‘We stay,’ she said. ‘We wait.’", [(0, "We stay,"), (0, "We wait.")]),
    ("single straight outer", "'We stay,' she said. 'We'll wait.'", [(0, "We stay,"), (0, "We'll wait.")]),
    ("back-tick", "`We stay,' she said.", [(0, "We stay,")]),
    ("in brackets", 'She left (“for good”).', [(0, "for good")]),
    ("after a dash", "She left—“for good”—and came back.", [(0, "for good")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in STYLES], ids=[case[0] for case in STYLES]
)
def test_every_style_of_mark_pairs(text: str, expected: list[tuple[int, str]]) -> None:
    assert words(text) == expected


NESTED = [
    ("single in double", "“He said ‘no’ to me,” she said.", [(0, "He said ‘no’ to me,"), (1, "no")]),
    ("double in single", "‘He said “no” to me,’ she said.", [(0, "He said “no” to me,"), (1, "no")]),
    ("opening together", "“‘No,’ he told me,” she said.", [(0, "‘No,’ he told me,"), (1, "No,")]),
    ("closing together", "“He told me ‘no.’” She left.", [(0, "He told me ‘no.’"), (1, "no.")]),
    (
        "question in straight marks",
        "\"They ask, 'Is it?'\" he said.",
        [(0, "They ask, 'Is it?'"), (1, "Is it?")],
    ),
    ("question first", "\"'Is it?' they ask,\" he said.", [(0, "'Is it?' they ask,"), (1, "Is it?")]),
    ("closing apart", "‘They ask, “Is it?” ’ he said.", [(0, "They ask, “Is it?” "), (1, "Is it?")]),
    (
        "same kind, curly",
        "“It has an “Open Harbour” rule and keeps it.”",
        [(0, "It has an “Open Harbour” rule and keeps it."), (1, "Open Harbour")],
    ),
    (
        "same kind, straight",
        '"It has an "Open Harbour" rule and keeps it."',
        [(0, 'It has an "Open Harbour" rule and keeps it.'), (1, "Open Harbour")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in NESTED], ids=[case[0] for case in NESTED]
)
def test_nested_marks_keep_both_levels(text: str, expected: list[tuple[int, str]]) -> None:
    assert words(text) == expected


APOSTROPHES = [
    "The dockers’ pay and the mayor’s word don’t match.",
    "The dockers' pay and the mayor's word don't match.",
    "Rock 'n' roll of the '90s and the ’80s.",
    "’Tis the season, get ’em while they last.",
    "He stands 6'2\" and weighs nothing.",
]


@pytest.mark.parametrize("text", APOSTROPHES)
def test_apostrophes_and_inch_signs_are_no_quotation_marks(text: str) -> None:
    assert words(text) == []


def test_a_possessive_does_not_close_a_single_quotation() -> None:
    assert words("‘The dockers’ pay is late,’ she said.") == [(0, "The dockers’ pay is late,")]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("‘We’re goin’ to win,’ said Pell.", "We’re goin’ to win,"),
        ("'An' that's it for th' weir,' said Pell.", "An' that's it for th' weir,"),
        ("‘A cup o’ tea,’ said Pell.", "A cup o’ tea,"),
        ("‘All in’ was the sign, and ‘come in’ the answer.", "All in"),
        ("‘Bread – ’ he began, but ‘the others’ laughed.", "Bread – "),
    ],
)
def test_a_word_cut_at_its_end_does_not_close_a_single_quotation(text: str, inside: str) -> None:
    assert words(text)[0] == (0, inside)


def test_a_quotation_over_paragraphs_is_one_run() -> None:
    found = passages("“We stay.\n\n“We wait.\n\n“We win,” she said. “Yes.”")
    assert [passage.run for passage in found[:3]] == [found[0].run] * 3
    assert found[3].run != found[0].run


@pytest.mark.parametrize(
    "text",
    [
        "“She told me ‘no’ twice.\n\n“So we wait,” she said.",
        "‘She told me “no” twice.\n\n‘So we wait,’ she said.",
        "‘She has a word for it, “no”.\n\n‘She has had it since May.\n\n‘So we wait,’ she said.",
    ],
)
def test_marks_inside_do_not_end_a_quotation_over_paragraphs(text: str) -> None:
    outermost = [passage for passage in passages(text) if not passage.depth]
    assert len(outermost) == text.count("\n\n") + 1
    assert {passage.run for passage in outermost} == {outermost[0].run}
    assert [passage.depth for passage in passages(text) if passage not in outermost] == [1]


def test_a_quotation_torn_by_a_page_break_is_one_run() -> None:
    text = "“We were ready to talk about the\n\nlower quay.” Then she said, “Enough.”"
    found = passages(text)
    assert [text[slice(*passage.span)] for passage in found] == [
        "We were ready to talk about the",
        "lower quay.",
        "Enough.",
    ]
    assert found[0].run == found[1].run != found[2].run


UNBALANCED = [
    ("closing mark lost", '"We stay, she said. "We wait."', ["We wait."]),
    ("opening mark lost", 'We stay," she said. "We wait."', ["We wait."]),
    ("closing mark before its word", '"We stay, "she said. "We wait."', ["We stay, ", "We wait."]),
    ("lost at the end of a paragraph", "“We stay, she said.\n\nThe quay is closed. “We wait.”", ["We wait."]),
    ("doubled closing mark", "“We stay,”” she said. “We wait.”", ["We stay,", "We wait."]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in UNBALANCED], ids=[c[0] for c in UNBALANCED]
)
def test_an_odd_mark_costs_no_more_than_its_own_passage(text: str, expected: list[str]) -> None:
    assert [passage for _, passage in words(text)] == expected


MARKED_TEXT = st.text(alphabet="ab .,\n\"'“”‘’«»„`…-()S", max_size=80) | st.text(max_size=60)


@given(MARKED_TEXT)
def test_passages_of_any_text_are_in_range_and_nested_or_disjoint(text: str) -> None:
    found = passages(text)
    for passage in found:
        assert 0 <= passage.outer[0] <= passage.span[0] < passage.span[1] <= passage.outer[1] <= len(text)
    for first in found:
        for second in found:
            apart = first.outer[1] <= second.outer[0] or second.outer[1] <= first.outer[0]
            within = first.span[0] <= second.outer[0] and second.outer[1] <= first.span[1]
            around = second.span[0] <= first.outer[0] and first.outer[1] <= second.span[1]
            assert first is second or apart or within or around


@given(MARKED_TEXT)
def test_depth_counts_the_passages_around(text: str) -> None:
    found = passages(text)
    for passage in found:
        around = [
            other
            for other in found
            if other.span[0] <= passage.outer[0] and passage.outer[1] <= other.span[1]
        ]
        assert passage.depth == len([other for other in around if other is not passage])


WORDS = st.lists(st.sampled_from(["quay", "boats", "wait", "stay", "tide"]), min_size=1, max_size=5).map(
    " ".join
)


@given(
    st.lists(WORDS, min_size=1, max_size=6), st.sampled_from([("“", "”"), ('"', '"'), ("«", "»"), ("„", "“")])
)
def test_balanced_text_is_read_back_whole(parts: list[str], marks: tuple[str, str]) -> None:
    text = " and ".join(f"{marks[0]}{part}{marks[1]}" for part in parts)
    assert [passage for _, passage in words(text)] == parts


def test_a_block_quotation_is_a_passage_without_marks() -> None:
    text = "The letter says:\n\nWe stay.\n\nWe wait.\n\nShe read it."
    paragraphs = find_paragraphs(text)
    found = find_passages(text, paragraphs, blockquotes=paragraphs[1:3])
    assert [text[slice(*passage.span)] for passage in found] == ["We stay.", "We wait."]
    assert found[0].run == found[1].run


def test_a_block_quotation_that_is_marked_is_not_counted_twice() -> None:
    text = "The letter says:\n\n“We stay.”\n\nShe read it."
    paragraphs = find_paragraphs(text)
    found = find_passages(text, paragraphs, blockquotes=paragraphs[1:2])
    assert [text[slice(*passage.span)] for passage in found] == ["We stay."]
