"""Search by meaning: words of like meaning are found, and vectors follow what the ledger holds."""

from sqlalchemy import select

from onrecord.ledger import meaning
from onrecord.ledger.keeping import erase_record, find_place
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.tables import vectors

from .written import make_record

TEXT = (
    "“A boat that carries carts across at night was looked at,” said Ada Quill. “Flour has never cost so much,” "
    "said Ben Orme. “The band plays on Fridays,” said Cleo Dane."
)
WORDS = (
    ("A boat that carries carts across at night was looked at,", "Ada Quill"),
    ("Flour has never cost so much,", "Ben Orme"),
    ("The band plays on Fridays,", "Cleo Dane"),
)
RECORD = make_record(TEXT, path="a.txt", quotes=WORDS)


def asked(ledger: Ledger, question: str, among: list[int] | None = None) -> list[int]:
    with ledger.read() as connection:
        return [found.number for found in meaning.nearest(connection, question, among=among)]


def test_what_is_about_the_same_thing_comes_first(ledger: Ledger) -> None:
    ledger.keep(RECORD)
    meaning.fill(ledger)
    assert asked(ledger, "What did they say about the ferry?")[0] == 1
    assert asked(ledger, "the price of bread")[0] == 2
    assert asked(ledger, "music")[0] == 3


def test_only_those_that_are_asked_for_are_compared(ledger: Ledger) -> None:
    ledger.keep(RECORD)
    meaning.fill(ledger)
    assert sorted(asked(ledger, "the ferry", among=[2, 3])) == [2, 3]
    assert asked(ledger, "the ferry", among=[]) == []


def test_vectors_are_worked_out_once_for_the_newest_version(ledger: Ledger) -> None:
    ledger.keep(RECORD)
    told: list[int] = []
    meaning.fill(ledger, told.append)
    meaning.fill(ledger, told.append)
    assert told == [3]
    ledger.keep(make_record(TEXT + " More.", path="a.txt", quotes=WORDS[:1]))
    with ledger.read() as connection:
        assert meaning.missing(connection) == 1
    meaning.fill(ledger)
    assert asked(ledger, "the ferry") == [4]


def test_vectors_go_with_their_article(ledger: Ledger) -> None:
    ledger.keep(RECORD)
    meaning.fill(ledger)
    with ledger.write() as connection:
        where = find_place(connection, RECORD.article.id or "")
        assert where is not None
        erase_record(connection, where)
        assert connection.execute(select(vectors)).all() == []


def test_a_ledger_without_quotations_finds_nothing(ledger: Ledger) -> None:
    meaning.fill(ledger)
    assert asked(ledger, "anything") == []
