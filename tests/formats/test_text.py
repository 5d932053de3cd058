"""The terminal's view: marked, wrapped, by speaker, and harmless."""

import re

import pytest

from onrecord.formats.text import to_text
from onrecord.formats.wrap import cells, filled, shortened
from onrecord.model import Article, Failure, Quotation, Record, Speaker

SGR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize(
    "words",
    [
        "By Jonna Sefton and Ali Ormsby · The Saltby Courier · 15 October 2031, 07:30 UTC",
        "First printed elsewhere · Northern Wire · 14 October 2031",
        "[The Saltby ferry will run through the winter]³, the line's manager",
        "[“We have heard every one of you,”]⁴ Marl",
        "[‘the line is safe’]⁹ is guessing.”]⁸",
        "Ines Marl · person · 5 quotations",
        "unknown · 1 quotation",
        "1 more attribution is no statement",
        "Notice (copyright): © 2031",
    ],
)
def test_the_article_and_its_speakers_are_shown(harbour: Record, words: str) -> None:
    assert words in " ".join(to_text(harbour).split())


def row_of(shown: str, number: int) -> str:
    return next(line for line in shown.splitlines() if line.startswith(f"  {number:>2}  "))


def test_what_was_denied_is_never_shown_as_said(harbour: Record) -> None:
    row = row_of(to_text(harbour), 5)
    assert "who would pay for the new engines" in row
    assert "did not say" in row


def test_one_who_may_have_said_it_is_only_a_perhaps(harbour: Record) -> None:
    assert "(perhaps Ruth Adeyemi-Lund)" in row_of(to_text(harbour, width=96), 12)


def test_all_shows_beliefs_as_beliefs(harbour: Record) -> None:
    assert "believes (belief)" in to_text(harbour, everything=True)
    assert "believes (belief)" not in to_text(harbour)


@pytest.mark.parametrize("width", [20, 40, 80, 96, 200])
def test_no_line_is_wider_than_the_terminal(harbour: Record, width: int) -> None:
    widest = 20 if width == 20 else min(width, 96)
    long_words = {word for word in to_text(harbour, width=200).split() if len(word) > widest}
    for line in to_text(harbour, width=max(width, 40)).splitlines():
        assert cells(line) <= max(widest, 40) or any(word in line for word in long_words)


def test_colour_is_there_only_when_asked_for(harbour: Record) -> None:
    plain, coloured = to_text(harbour), to_text(harbour, colour=True)
    assert "\x1b" not in plain
    assert SGR.search(coloured)
    assert "\x1b" not in SGR.sub("", coloured)


def test_colour_ends_on_every_line(harbour: Record) -> None:
    for line in to_text(harbour, colour=True).splitlines():
        assert line.count("\x1b[0m") == len(SGR.findall(line)) / 2


HOSTILE = [
    "\x1b[2J\x1b]0;owned\x07",
    "\x9b31m",
    "back\x08\x08space",
    "a\rover",
    "\u202egnirts",
    "\u2066isolate",
    "\ud800half",
    "nul\0",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_characters_reach_no_terminal(words: str) -> None:
    record = Record(
        article=Article(
            title=words, deck=words, outlet=words, authors=(words,), path=words, text=f"x {words} y"
        ),
        quotations=(
            Quotation(
                id="q",
                kind="direct",
                content=((0, 9),),
                cue=((2, 5),),
                by="t/1",
                speakers=(Speaker(name=words, kind="person"),),
            ),
        ),
        failures=(Failure(stage="input", reason=words),),
    )
    shown = to_text(record)
    shown.encode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


def test_an_input_that_could_not_be_read_says_why() -> None:
    record = Record(article=Article(path="a.pdf"), failures=(Failure(stage="read", reason="it is damaged"),))
    assert to_text(record) == "a.pdf\n\nNot done (read): it is damaged\n"


@pytest.mark.parametrize(
    ("stage", "words"),
    [("language", "It could not be read for quotations."), ("encoding", "No quotation was found.")],
)
def test_an_article_without_quotations_says_why(stage: str, words: str) -> None:
    record = Record(article=Article(text="Bonjour."), failures=(Failure(stage=stage, reason="so"),))
    assert words in to_text(record)


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("e\u0301", 1), ("日本", 4), ("\u200d", 0), ("", 0), ("ﬁ", 1)]
)
def test_columns_are_those_of_a_terminal(text: str, columns: int) -> None:
    assert cells(text) == columns


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("one two three", 20, "one two three"),
        ("one two three", 10, "one two…"),
        ("abcdefghij", 5, "abcd…"),
        ("one two … three", 11, "one two…"),
    ],
)
def test_first_words_end_at_a_word_where_they_can(text: str, width: int, short: str) -> None:
    assert shortened(text, width) == short


def test_words_that_change_colour_in_the_middle_stay_whole() -> None:
    assert list(filled([("ab", "31"), ("cd ef", ""), (" gh", "")], width=7)) == [
        "\x1b[31mab\x1b[0mcd ef",
        "gh",
    ]
