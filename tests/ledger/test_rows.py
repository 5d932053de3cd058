"""Quotations and articles as rows of a list, where the words that were looked for stand, and pages of them."""

import pytest
from tests.ledger.written import make_record

from onrecord.errors import NotInLedger
from onrecord.ledger import fulltext
from onrecord.ledger.codes import VERDICT
from onrecord.ledger.keeping import find_place
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.matches import matches
from onrecord.ledger.query import parse
from onrecord.ledger.rows import article_rows, quotation_rows
from onrecord.ledger.search import Search, page

MARKED = [
    ("bridge", "The bridge, a BRIDGE and bridges", ["bridge", "BRIDGE"]),
    ("bridg*", "The bridge and bridges", ["bridge", "bridges"]),
    ('"the bridge"', "The quay: the bridge", ["the", "bridge"]),
    ("quay NEAR/1 bridge", "bridge, a quay; then a long way off: bridge", ["bridge", "quay"]),
    ("ecole OR quay", "L’École, the quay", ["École", "quay"]),
    ("quay -bridge", "The quay and the bridge", ["quay"]),
    ("don't", "don’t", ["don", "t"]),
    ("nowhere", "The quay", []),
    ("", "The quay", []),
]


@pytest.mark.parametrize(("query", "text", "expected"), MARKED)
def test_the_words_that_were_looked_for(query: str, text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in matches(parse(query), text)] == expected


def test_rows_come_in_the_order_of_the_numbers(ledger: Ledger) -> None:
    kept = ledger.keep(
        make_record("“One,” said Ada Quill. “Two.”", quotes=(("One,", "Ada Quill"), ("Two.", "Ada Quill")))
    )
    assert kept.id is not None
    with ledger.write() as connection:
        place = find_place(connection, kept.id)
        assert place is not None
        fulltext.set_verdicts(connection, ledger.record(kept.id), place, {1: VERDICT["altered"]})
    with ledger.read() as connection:
        rows = quotation_rows(connection, [2, 9, 1])
    assert [(row.content, row.verdict, row.speakers) for row in rows] == [
        ("“Two.”", "altered", ("Ada Quill",)),
        ("“One,”", None, ("Ada Quill",)),
    ]


def test_an_article_is_shown_around_the_first_match(ledger: Ledger) -> None:
    text = "word " * 100 + "the bridge is shut " + "word " * 100
    ledger.keep(make_record(text, title="A bridge"))
    with ledger.read() as connection:
        (row,) = article_rows(connection, [1], parse("bridge"))
        (plain,) = article_rows(connection, [1], parse("a"))
    assert row.field == "text"
    assert row.excerpt.startswith("… word word")
    assert row.excerpt.endswith("word word …")
    assert "the bridge is shut" in row.excerpt
    assert len(row.excerpt) < 350
    assert (plain.field, plain.excerpt) == ("title", "A bridge")


def test_pages_by_the_id_of_the_last_row(ledger: Ledger) -> None:
    for name in ("one", "two", "three"):
        ledger.keep(make_record(f"“The {name}”", quotes=((f"The {name}", None),)))
    with ledger.read() as connection:
        first = page(connection, "quotations", Search(words="the"), limit=2)
        assert (first.numbers, str(first.total), first.more) == ([3, 2], "3", True)
        last = quotation_rows(connection, first.numbers)[-1].quotation
        second = page(connection, "quotations", Search(words="the"), limit=2, after=last)
        assert (second.numbers, second.more) == ([1], False)
        with pytest.raises(NotInLedger):
            page(connection, "quotations", Search(words="the"), after="sha256:00")
        with pytest.raises(NotInLedger):
            page(connection, "articles", Search(words="the"), after="sha256:00")
