"""A check in a terminal: readable without colour, at any width, and harmless whatever the texts hold."""

import io
import re

import msgspec
import pytest

from onrecord.findings import CheckedArticle, CheckedQuotation
from onrecord.formats import Look
from onrecord.formats.check import write_checks
from onrecord.formats.wrap import cells

SGR = re.compile(r"\x1b\[[\d;]*m")


def shown(*articles: CheckedArticle, width: int = 80, colour: bool = False) -> str:
    out = io.BytesIO()
    write_checks(articles, out, form="text", look=Look(width=width, colour=colour))
    return out.getvalue().decode()


def flat(text: str) -> str:
    return " ".join(text.replace("│", " ").split())


@pytest.mark.parametrize(
    "words",
    [
        "We will {+always+} repair [-ten-] {+twelve+} cranes [-not thirteen-], and we [-color-] {+colour+}",
        "4 differences: 3 wording, 1 spelling",
        "“[The port] stays open … if the pumps hold.”",
        "[The port] stands for: It",
        "left out (7 words): on weekdays, not on Sundays, and only",
        "We pay the crews. [-1,000 characters-] [-another order-] The harbour is ours.",
        "! number changed: A number in the quote is not the number in the document.",
        "! other speaker: In the document the words stand in the turn of Q (TOBIAS EKWALL).",
        "! parts apart:",
        "Question it answers: When will the quay be open to the public again?",
        "No such passage in the 31 documents searched.",
        "The page that the article links here does not contain these words. (https://port.example/notes)",
        "- transcripts/rush.txt, characters 50–112, in the turn of MARCHETTI: altered “We will always repair [-ten-]",
        "Passage 2 of 2: not found",
        "1 spliced, 1 not found in 31 documents",
    ],
)
def test_it_tells(quay: CheckedArticle, words: str) -> None:
    assert words in flat(shown(quay))


def test_the_summary_comes_last(quay: CheckedArticle) -> None:
    assert shown(quay).split("\n\n")[-1].startswith("5 quotations: 1 verbatim,")


@pytest.mark.parametrize("width", [20, 33, 60, 80, 200])
def test_lines_fit_the_terminal(quay: CheckedArticle, width: int) -> None:
    for line in shown(quay, width=width).splitlines():
        assert cells(line) <= width or " " not in line.strip("│ ")


def test_colour_changes_no_words(quay: CheckedArticle) -> None:
    coloured = shown(quay, colour=True)
    assert "\x1b[32m{+always+}" in coloured
    assert SGR.sub("", coloured) == shown(quay)
    assert "\x1b" not in shown(quay)


def test_signs_of_a_diff_in_the_texts_are_told_from_its_own(quay: CheckedArticle) -> None:
    text = "He wrote {+all of it+} and [-none-]."
    assert "He wrote { +all of it+ } and [ -none- ]." in flat(shown(with_text(quay, text)))


def test_controls_and_directions_are_made_visible(quay: CheckedArticle) -> None:
    told = shown(with_text(quay, "red \x1b[31m and \u202ebackwards\u202c \ud800"))
    assert not re.search("[\x1b\u202e\u202c\ud800]", told)
    assert "red ␛[31m and \ufffdbackwards\ufffd \ufffd" in flat(told)


def with_text(quay: CheckedArticle, text: str) -> CheckedArticle:
    quotation: CheckedQuotation = quay.quotations[0]
    (check,) = quotation.checks
    quotation = msgspec.structs.replace(quotation, checks=(msgspec.structs.replace(check, text=text),))
    return msgspec.structs.replace(quay, quotations=(quotation,))
