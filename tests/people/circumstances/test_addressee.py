"""To whom it was said: the cases of `addressee_cases.tsv`, marked as in `test_venue`, and hostile input."""

import csv
from pathlib import Path

import pytest

from onrecord.model import Article, Quotation
from onrecord.people.circumstances.addressee import addressee_span, find_addressee, find_addressees

from .test_venue import Case, written


def _cases() -> list[Case]:
    path = Path(__file__).parent / "addressee_cases.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Case(*row) for row in rows if row and not row[0].startswith("#")]


CASES = _cases()


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{number}: {case.text[:60]}" for number, case in enumerate(CASES)]
)
def test_case(case: Case) -> None:
    article, quotations = written(case.text)
    assert (find_addressees(article, quotations)[-1] or "-") == case.words


def test_the_table_is_large_enough_and_holds_each_case_once() -> None:
    assert len(CASES) >= 110
    assert len({case.text for case in CASES}) == len(CASES)
    assert sum(case.words == "-" for case in CASES) >= 35


def test_one_quotation_is_read_as_in_its_article() -> None:
    article, quotations = written(
        "[[Quist]] <<told>> CNN {{it was icy}}. {2{“It was dark,”}} [2[Orme]] <2<told>> her."
    )
    alone = [
        find_addressee(article, quotation, others=[one for one in quotations if one is not quotation])
        for quotation in quotations
    ]
    assert alone == find_addressees(article, quotations) == ["CNN", "her"]


def test_the_span_holds_the_words() -> None:
    article, quotations = written("{{“It was icy,”}} [[Quist]] <<told>> a crowd of 3,000 on Monday.")
    span = addressee_span(article, quotations[0])
    assert span is not None
    assert article.body[slice(*span)] == "a crowd of 3,000"


def test_who_is_told_within_another_quotation_is_not_told_here() -> None:
    article, quotations = written("[[Quist]] <<told>> {2{reporters}}, [2[Orme]] <2<said>>.")
    assert find_addressee(article, quotations[0], others=quotations[1:]) is None


def test_who_is_asked_is_not_the_one_who_asks() -> None:
    article, quotations = written("{{“Is it icy?”}} <<asked>> [[Mara Quist]] on Monday.")
    assert find_addressee(article, quotations[0]) is None


@pytest.mark.parametrize(
    "quotation",
    [
        Quotation(id="q", kind="direct", content=((0, 4),), by="test"),
        Quotation(id="q", kind="direct", content=((0, 4),), cue=((9, 3),), by="test"),
        Quotation(id="q", kind="direct", content=((0, 4),), cue=((90, 99),), source=((-4, 2),), by="test"),
        Quotation(id="q", field="captions.7", kind="direct", content=((0, 4),), cue=((0, 4),), by="test"),
    ],
)
def test_spans_that_point_nowhere_give_nothing(quotation: Quotation) -> None:
    assert find_addressee(Article(text="Some told reporters of an article."), quotation) is None


@pytest.mark.parametrize(
    "filler",
    [
        " " * 20_000,
        "told " * 5_000,
        "of the of " * 5_000,
        "and Orme " * 5_000,
        "to the mayor " * 5_000,
        "in a letter to " * 3_000,
        "speaking to " * 4_000,
        "A" * 50_000,
        "’s" * 20_000,
        "\x00\x02" * 5_000,
    ],
)
def test_long_runs_take_no_long_time_and_give_few_words(filler: str) -> None:
    text = f"Quist told {filler} that it was icy."
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
    found = find_addressees(Article(text=text), quotations)
    assert all(words is None or len(words) <= 120 for words in found)
