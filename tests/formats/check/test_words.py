"""What a check says in words: every verdict and flag is explained, neutrally, and the summary counts right."""

import re
from typing import get_args

import pytest

from onrecord.findings import VERDICTS, DifferenceClass, Flag, Linked, Summary, Verdict
from onrecord.formats.check import summary_line
from onrecord.formats.check.words import CLASS_WORDS, FLAG_WORDS, VERDICT_WORDS, linked_words

A, E, L, N, V = "altered", "edited", "spliced", "not_found", "verbatim"


@pytest.mark.parametrize(
    ("table", "names"),
    [(FLAG_WORDS, get_args(Flag)), (VERDICT_WORDS, VERDICTS), (CLASS_WORDS, get_args(DifferenceClass))],
)
def test_each_is_explained(table: dict[str, str], names: tuple[str, ...]) -> None:
    assert set(table) == set(names)
    assert all(table.values())


@pytest.mark.parametrize("words", [*FLAG_WORDS.values(), *VERDICT_WORDS.values(), *CLASS_WORDS.values()])
def test_no_explanation_judges(words: str) -> None:
    assert not re.search(r"invent|false|fabricat|fake|\blie|wrong|mislead|honest|true", words, re.IGNORECASE)


@pytest.mark.parametrize(
    ("verdicts", "elsewhere", "documents", "line"),
    [
        (
            {V: 9, E: 4, A: 2, N: 2},
            {V: 1},
            31,
            "17 quotations: 9 verbatim, of which 1 in another's turn; 4 edited, 2 altered, "
            "2 not found in 31 documents",
        ),
        ({V: 1}, {}, 1, "1 quotation: 1 verbatim; 1 document searched"),
        (
            {L: 2, E: 1},
            {L: 2},
            2,
            "3 quotations: 1 edited, 2 spliced, of which 2 in another's turn; 2 documents searched",
        ),
        ({N: 1200}, {}, 4000, "1,200 quotations: 1,200 not found in 4,000 documents"),
        ({V: 0}, {}, 3, "No quotation to check against 3 documents"),
    ],
)
def test_the_summary_in_a_line(
    verdicts: dict[Verdict, int], elsewhere: dict[Verdict, int], documents: int, line: str
) -> None:
    count = sum(verdicts.values())
    summary = Summary(quotations=count, verdicts=verdicts, other_speaker=elsewhere, documents=documents)
    assert summary_line(summary) == line


@pytest.mark.parametrize(
    ("path", "contains", "words"),
    [
        (None, False, "not among"),
        ("a.txt", True, "contains these words"),
        ("a.txt", False, "does not contain"),
    ],
)
def test_the_linked_page_in_words(path: str | None, contains: bool, words: str) -> None:
    assert words in linked_words(Linked(href="https://a.example", path=path, contains=contains))
