"""When it was said: the cases of `when_cases.tsv`, and what hostile input must not do.

A row of the table is a phrase read by itself, or a sentence with its parts marked: `[[source]]`, `<<cue>>`,
`{{content}}`, with a number for a second quotation (`[2[..]]`); the one of the highest number is asked for.
`-` where there is no date, `null` where there is one without a value. Everyone in it is invented.
"""

import csv
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from onrecord.model import Article, Date, Quotation, Span
from onrecord.people.circumstances.when import find_date, find_dates, said_in

_SIGN = re.compile(r"(?P<open>\[\d?\[|<\d?<|\{\d?\{)|\]\]|>>|\}\}")
_PARTS = {"[": "source", "<": "cue", "{": "content"}
_FAR = 5_000


class Case(NamedTuple):
    """One row of the table."""

    kind: str
    text: str
    published: str
    value: str
    precision: str
    words: str


def _cases() -> list[Case]:
    path = Path(__file__).parent / "when_cases.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Case(*row) for row in rows if row and not row[0].startswith("#")]


CASES = _cases()


def _published(value: str) -> Date | None:
    if value == "-":
        return None
    precision = {4: "year", 7: "month", 10: "day"}.get(len(value), "minute")
    return Date(value=value, precision=precision, text=value)  # type: ignore[arg-type]


def written(marked: str, published: str = "2016-03-17") -> tuple[Article, list[Quotation]]:
    """The article and its quotations, from a text with its parts marked."""
    marked = marked.replace("\\n", "\n")
    plain: list[str] = []
    opened: list[tuple[int, str, int]] = []
    parts: dict[int, dict[str, list[Span]]] = {}
    length = at = 0
    for sign in _SIGN.finditer(marked):
        plain.append(marked[at : sign.start()])
        length += sign.start() - at
        at = sign.end()
        if sign["open"]:
            number = int(sign["open"][1:-1] or 1)
            opened.append((number, _PARTS[sign["open"][0]], length))
            continue
        number, part, start = opened.pop()
        parts.setdefault(number, {}).setdefault(part, []).append((start, length))
    text = "".join([*plain, marked[at:]])
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
    return Article(text=text, published=_published(published)), quotations


def _as_row(date: Date | None) -> tuple[str, str, str]:
    return ("-", "-", "-") if date is None else (date.value or "null", date.precision, date.text)


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{number}: {case.text[:60]}" for number, case in enumerate(CASES)]
)
def test_case(case: Case) -> None:
    if case.kind == "sentence":
        article, quotations = written(case.text, case.published)
        found = find_dates(article, quotations)[-1]
    else:
        published = _published(case.published)
        found = said_in(case.text, published=published, future=case.kind == "future")
    assert _as_row(found) == (case.value, case.precision, case.words)


def test_the_table_is_large_enough_and_holds_each_case_once() -> None:
    assert len(CASES) >= 180
    assert len({(case.kind, case.text, case.published) for case in CASES}) == len(CASES)
    assert sum(case.value in ("-", "null") for case in CASES) >= 60


def test_a_phrase_counts_from_a_date_that_is_handed_in() -> None:
    found = said_in("the next day", published=None, before="2016-02-29")
    assert _as_row(found) == ("2016-03-01", "day", "the next day")


def test_one_quotation_is_read_as_in_its_article() -> None:
    article, quotations = written(
        "[[Mara Quist]] <<said>> on Monday {{the road was shut}}. [2[She]] <2<added>> {2{it was icy}}."
    )
    alone = find_date(article, quotations[1])
    among = find_date(article, quotations[1], others=quotations)
    assert alone is None
    assert _as_row(among) == ("2016-03-14", "day", "on Monday")


def test_the_words_are_the_articles_own() -> None:
    for case in CASES:
        if case.kind == "sentence" and case.words != "-":
            article, _ = written(case.text)
            assert case.words in article.body


@pytest.mark.parametrize(
    "spans",
    [
        {"cue": (), "source": ()},
        {"cue": ((900, 905),), "source": ()},
        {"cue": ((-3, 2),), "source": ()},
        {"cue": ((6, 6),), "source": ()},
        {"cue": ((6, 10),), "source": ((700, 800),)},
    ],
)
def test_spans_that_do_not_fit_do_no_harm(spans: dict[str, tuple[Span, ...]]) -> None:
    article = Article(text="Quist said on Monday the road was shut.", published=_published("2016-03-17"))
    quotation = Quotation(id="q", kind="indirect", content=((21, 38), (500, 600)), by="test", **spans)
    found = find_date(article, quotation)
    assert found is None or found.text == "on Monday"


def test_a_field_that_the_article_has_not_is_passed_over() -> None:
    quotation = Quotation(
        id="q", field="captions.7", kind="indirect", content=((0, 3),), cue=((4, 8),), by="test"
    )
    assert find_date(Article(text="x"), quotation) is None


HOSTILE = [
    "9" * _FAR,
    "on " * _FAR,
    "March " * _FAR,
    "three days after " * _FAR,
    "after the " * _FAR,
    "in a " * _FAR,
    "on Monday " * _FAR,
    "Monday," * _FAR,
    "March 999999 " * _FAR,
    "’" * _FAR,
    "“" * _FAR,
    "(" * _FAR,
    "\x00" * _FAR,
    "A" * _FAR,
    "A. " * _FAR,
    "9999999999999 years ago",
    "9999 years ago",
    "9999 months ago",
    "on ٣ March",
    "on March ³",
    "٢٠١٥-٠٩-١٠",
]


@pytest.mark.parametrize("filler", HOSTILE, ids=[text[:16] for text in HOSTILE])
def test_hostile_words_give_no_value(filler: str) -> None:
    text = f"{filler} Quist said {filler}"
    at = text.index("Quist")
    quotation = Quotation(
        id="q", kind="direct", content=((0, 1),), cue=((at + 6, at + 10),), source=((at, at + 5),), by="test"
    )
    article = Article(text=text, published=_published("2016-03-17"))
    found = find_date(article, quotation)
    assert found is None or found.value in (None, "2016-03-14", "2016-03")


@pytest.mark.parametrize(
    "published", ["0001-01-01", "9999-12-31", "2016-02-30", "soon", "", "2016", "2016-13"]
)
@pytest.mark.parametrize(
    "phrase",
    ["on Monday", "last month", "last year", "two days ago", "on Friday of last week", "in May", "May 3"],
)
def test_an_odd_article_date_makes_no_error(published: str, phrase: str) -> None:
    date = Date(value=published, precision="day", text=published)
    for future in (False, True):
        found = said_in(phrase, published=date, future=future)
        assert found is not None
        assert (found.value is None) == (found.precision == "unknown")


def test_five_thousand_quotations_are_each_read() -> None:
    sentence = "Mara Quist said on Monday the road was shut. "
    starts = range(0, 5_000 * len(sentence), len(sentence))
    quotations = [
        Quotation(
            id=str(at),
            kind="indirect",
            content=((at + 26, at + 43),),
            cue=((at + 11, at + 15),),
            source=((at, at + 10),),
            by="test",
        )
        for at in starts
    ]
    article = Article(text=sentence * 5_000, published=_published("2016-03-17"))
    assert {_as_row(date) for date in find_dates(article, quotations)} == {("2016-03-14", "day", "on Monday")}
