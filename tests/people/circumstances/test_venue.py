"""Where it was said: the cases of `venue_cases.tsv`, and what hostile input must not do.

A row of the table is a text with its parts marked: `[[source]]`, `<<cue>>`, `{{content}}`, with a number for a
second quotation (`[2[..]]`); the one of the highest number is asked for. `-` where there is no venue. Everyone in
it is invented.
"""

import csv
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from onrecord.model import Article, Quotation, Span
from onrecord.people.circumstances.venue import find_venue, find_venues, venue_span

_SIGN = re.compile(r"(?P<open>\[\d?\[|<\d?<|\{\d?\{)|\]\]|>>|\}\}")
_PARTS = {"[": "source", "<": "cue", "{": "content"}


class Case(NamedTuple):
    """One row of the table."""

    text: str
    words: str


def _cases() -> list[Case]:
    path = Path(__file__).parent / "venue_cases.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Case(*row) for row in rows if row and not row[0].startswith("#")]


CASES = _cases()


def written(marked: str) -> tuple[Article, list[Quotation]]:
    """The article and its quotations, from a text with its parts marked."""
    plain: list[str] = []
    opened: list[tuple[int, str, int]] = []
    parts: dict[int, dict[str, list[Span]]] = {}
    length = at = 0
    for sign in _SIGN.finditer(marked):
        plain.append(marked[at : sign.start()])
        length += sign.start() - at
        at = sign.end()
        if sign["open"]:
            opened.append((int(sign["open"][1:-1] or 1), _PARTS[sign["open"][0]], length))
            continue
        number, part, start = opened.pop()
        parts.setdefault(number, {}).setdefault(part, []).append((start, length))
    quotations = [
        Quotation(
            id=f"q{number}",
            kind="indirect",
            source=tuple(found.get("source", ())),
            cue=tuple(found.get("cue", ())),
            content=tuple(found.get("content", ())),
            by="test",
        )
        for number, found in sorted(parts.items())
    ]
    return Article(text="".join([*plain, marked[at:]])), quotations


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{number}: {case.text[:60]}" for number, case in enumerate(CASES)]
)
def test_case(case: Case) -> None:
    article, quotations = written(case.text)
    assert (find_venues(article, quotations)[-1] or "-") == case.words


def test_the_table_is_large_enough_and_holds_each_case_once() -> None:
    assert len(CASES) >= 120
    assert len({case.text for case in CASES}) == len(CASES)
    assert sum(case.words == "-" for case in CASES) >= 40


def test_one_quotation_is_read_as_in_its_article() -> None:
    article, quotations = written(
        "[[Quist]] <<told>> CNN {{it was icy}}. {2{“It was dark,”}} [2[Orme]] <2<said>> at a rally in Ohio."
    )
    alone = [
        find_venue(article, quotation, others=[one for one in quotations if one is not quotation])
        for quotation in quotations
    ]
    assert alone == find_venues(article, quotations) == ["CNN", "a rally in Ohio"]


def test_the_span_holds_the_words() -> None:
    article, quotations = written("{{“It was icy,”}} [[Quist]] <<said>> in a letter to the board.")
    span = venue_span(article, quotations[0])
    assert span is not None
    assert article.body[slice(*span)] == "a letter to the board"


def test_what_another_quotation_says_is_no_venue() -> None:
    article, quotations = written("[[Quist]] <<said>>, as [2[Orme]] <2<said>> {2{in a letter to the board}}.")
    assert find_venue(article, quotations[0], others=quotations[1:]) is None


def test_words_over_two_paragraphs_are_not_joined() -> None:
    article, quotations = written("{{“It was icy,”}} [[Quist]] <<said>>\n\nin a letter to the board.")
    assert find_venue(article, quotations[0]) is None


def test_a_caption_is_read_in_its_own_text() -> None:
    text = "Mara Quist said on CNN it was icy."
    quotation = Quotation(
        id="q",
        field="captions.0",
        kind="indirect",
        source=((0, 10),),
        cue=((11, 15),),
        content=((23, 33),),
        by="test",
    )
    assert find_venue(Article(text="Nothing here.", captions=(text,)), quotation) == "CNN"


@pytest.mark.parametrize(
    "quotation",
    [
        Quotation(id="q", kind="direct", content=((0, 4),), by="test"),
        Quotation(id="q", kind="direct", content=((0, 4),), cue=((9, 3),), by="test"),
        Quotation(id="q", kind="direct", content=((0, 4),), cue=((90, 99),), source=((-4, 2),), by="test"),
        Quotation(id="q", field="captions.7", kind="direct", content=((0, 4),), cue=((0, 4),), by="test"),
        Quotation(id="q", kind="direct", content=(), cue=((3, 3), (5, 9)), by="test"),
    ],
)
def test_spans_that_point_nowhere_give_nothing(quotation: Quotation) -> None:
    assert find_venue(Article(text="Some words of an article."), quotation) is None


@pytest.mark.parametrize(
    "filler",
    [
        " " * 20_000,
        ", " * 10_000,
        "on Monday " * 5_000,
        "at a rally " * 5_000,
        "told " * 5_000,
        "of the of " * 5_000,
        "“" * 20_000,
        "A" * 50_000,
        "Mc" * 20_000,
        "’s" * 20_000,
        "\x00\x02" * 5_000,
        "in a letter to a letter to " * 2_000,
    ],
)
def test_long_runs_take_no_long_time_and_give_few_words(filler: str) -> None:
    text = f"Quist said {filler} in a statement that it was icy."
    quotations = [
        Quotation(
            id=f"q{number}",
            kind="indirect",
            source=((0, 5),),
            cue=((6, 10),),
            content=((len(text) - 12, len(text) - 1),),
            by="test",
        )
        for number in range(20)
    ]
    found = find_venues(Article(text=text), quotations)
    assert all(words is None or len(words) <= 400 for words in found)


def test_a_long_article_with_many_quotations_is_read() -> None:
    part = "{{“It was icy,”}} [[Quist]] <<said>> at a rally in Ohio.\n\n"
    one, _ = written(part)
    text = one.body * 2_000
    quotations = [
        Quotation(
            id=f"q{number}",
            kind="direct",
            content=((at, at + 14),),
            source=((at + 15, at + 20),),
            cue=((at + 21, at + 25),),
            by="test",
        )
        for number, at in enumerate(range(0, len(text), len(one.body)))
    ]
    assert find_venues(Article(text=text), quotations) == ["a rally in Ohio"] * 2_000
