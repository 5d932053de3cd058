"""What a page shows is short enough for it, and what is short already stays as it is."""

from typing import NamedTuple

import pytest
from markupsafe import Markup

from onrecord.model import Article, Link, Quotation, Record
from onrecord.web.bounds import LONGEST_ADDRESS, LONGEST_NAME, LONGEST_TEXT, bounded, short


class Pair(NamedTuple):
    name: str
    text: str


def quotation(field: str, start: int, end: int) -> Quotation:
    return Quotation(id=f"{field}{start}", field=field, kind="direct", content=((start, end),), by="t/1")


def test_a_record_of_usual_size_is_the_very_same() -> None:
    record = Record(
        article=Article(title="The quay", text="word " * 50_000, url="https://a.example/"),
        quotations=(quotation("title", 0, 3),),
    )
    assert bounded(record) is record


def test_names_are_cut_and_the_text_is_whole() -> None:
    text = "word " * 50_000
    link = Link(span=(0, 4), href="https://a.example/" + "x" * LONGEST_ADDRESS, text="t" * 100_000)
    article = Article(title="W" * 5_000, outlet="o" * 5_000, tags=("t" * 5_000,), text=text, links=(link,))
    found = bounded(Record(article=article)).article
    assert found.title == "W" * (LONGEST_NAME - 1) + "…"
    assert found.outlet is not None
    assert len(found.outlet) == len(found.tags[0]) == LONGEST_NAME
    assert found.text == text
    assert len(found.links[0].text) == LONGEST_TEXT
    assert found.links[0].href is None  # what is left of it would lead elsewhere


def test_a_quotation_that_goes_on_where_a_headline_is_cut_is_left_out() -> None:
    article = Article(title="W" * 5_000, text="x" * 5_000)
    rows = (quotation("title", 0, 20), quotation("title", 400, 2_000), quotation("text", 400, 2_000))
    assert bounded(Record(article=article, quotations=rows)).quotations == (rows[0], rows[2])


@pytest.mark.parametrize(
    ("value", "lengths"),
    [
        (["x" * 70_000, "y"], [LONGEST_TEXT, 1]),
        (("x" * 70_000,), [LONGEST_TEXT]),
        (Pair(name="n" * 900, text="x" * 900), [LONGEST_NAME, 900]),
        ({"k" * 900: 1}, [LONGEST_NAME]),
        ([Markup("x" * 70_000)], [70_000]),
    ],
)
def test_lists_pairs_and_counts_are_looked_through(value: list[str], lengths: list[int]) -> None:
    found = bounded(value)
    assert type(found) is type(value)
    assert [len(one) for one in found] == lengths


def test_a_short_text_ends_with_an_ellipsis_where_it_goes_on() -> None:
    assert short("the quay is open", 9) == "the quay…"
    assert short("the quay", 8) == "the quay"
