"""Families kept in a ledger, article by article, on both databases: the same as found from scratch among all."""

import random
from collections.abc import Sequence

import pytest
from sqlalchemy import Connection, select
from tests.ledger.written import dump

from onrecord.ledger import families, keeping
from onrecord.ledger.keeping import Place
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.printings import printings_of
from onrecord.ledger.tables import printings
from onrecord.model import Article, Date, Quotation, Record, Speaker
from onrecord.trace.families import find_families
from onrecord.traces import Printing

SAYINGS = (
    "We have made it plain from the first night that the harbour stays open to the herring boats",
    "made it plain from the first night that the harbour stays open",
    "We have made it plain ... that the harbour stays open to the [small] boats",
    "the harbour stays open to the herring boats",
    "stays open to the herring boats and we will not bargain by the hour with the bakers on the quay",
    "we will not bargain by the hour",
    "I told the bakers on the quay this morning that we will not bargain by the hour over their flour",
    "Nobody on this side of the water has ever asked a baker to wait until the morning tide is out",
    "ever asked a baker to wait until the morning tide is out",
    "thank you all very much",
    "open",
    "plainly not",
)
VOICES = ("Tamsin Oake", "Oake", "Ilyan Dorzhek", "Dorzhek", "Ruth Oake", None, None, None)


def article(name: str, day: int | None, said: Sequence[tuple[str, str | None]]) -> Record:
    """An article of quotations alone, each with its speaker."""
    text, quotations = "", []
    for place, (words, speaker) in enumerate(said):
        start = len(text) + 1
        text += f"“{words}”\n\n"
        span = (start, start + len(words))
        quotations.append(
            Quotation(
                id=f"quotation:{name}:{place}",
                kind="direct",
                content=(span,),
                marks=(span,),
                by="test/1",
                speakers=() if speaker is None else (Speaker(name=speaker, kind="person"),),
            )
        )
    published = None if day is None else Date(value=f"2024-03-{day:02}", precision="day", text="")
    return Record(
        article=Article(id=f"sha256:{name}", path=f"{name}.txt", text=text, published=published),
        quotations=tuple(quotations),
    )


def add(connection: Connection, record: Record) -> Place:
    where = keeping.write_record(connection, record, place=None)
    families.index_article(connection, record, where)
    return where


def kept(connection: Connection, records: dict[str, tuple[Record, Place]]) -> set[frozenset[str]]:
    """The families as the tables have them, by the ids of their quotations."""
    ids = {
        place.first + number: quotation.id
        for record, place in records.values()
        for number, quotation in enumerate(record.quotations)
    }
    found: dict[int, set[str]] = {}
    for row in connection.execute(select(printings.c.quotation, printings.c.family)):
        found.setdefault(row.family or row.quotation, set()).add(ids[row.quotation])
    return {frozenset(members) for members in found.values()}


def from_scratch(records: Sequence[Record]) -> set[frozenset[str]]:
    printed: list[Printing] = [one for record in records for one in printings_of(record)]
    return {frozenset(map(str, family.members)) for family in find_families(printed)}


@pytest.mark.parametrize("seed", range(6))
def test_whatever_comes_and_goes_the_families_are_those_found_from_scratch(ledger: Ledger, seed: int) -> None:
    draw = random.Random(seed)
    records = [
        article(
            str(number),
            draw.choice((None, 1, 1, 2, 5, 12, 25)),
            [(draw.choice(SAYINGS), draw.choice(VOICES)) for _ in range(draw.randint(1, 3))],
        )
        for number in range(40)
    ]
    standing: dict[str, tuple[Record, Place]] = {}
    with ledger.write() as connection:
        for record in records:
            standing[record.article.id or ""] = (record, add(connection, record))
            if draw.random() < 0.3:
                gone = draw.choice(sorted(standing))
                families.forget_article(connection, *standing.pop(gone))
            if draw.random() < 0.2:
                assert kept(connection, standing) == from_scratch([one for one, _ in standing.values()])
        found = kept(connection, standing)
    assert found == from_scratch([record for record, _ in standing.values()])
    assert len(found) < sum(len(record.quotations) for record, _ in standing.values())


def test_a_phrase_that_a_second_speaker_printed_parts_those_who_are_unknown(ledger: Ledger) -> None:
    phrase = SAYINGS[5]
    records = [article("a", 1, [(phrase, "Tamsin Oake")]), article("b", 2, [(phrase, None)])]
    other = article("c", 25, [(phrase, "Ilyan Dorzhek")])
    with ledger.write() as connection:
        standing = {record.article.id or "": (record, add(connection, record)) for record in records}
        assert len(kept(connection, standing)) == 1
        where = add(connection, other)
        assert len(kept(connection, {**standing, "c": (other, where)})) == 3
        families.forget_article(connection, other, where)
        assert len(kept(connection, standing)) == 1


def test_what_is_forgotten_leaves_nothing(ledger: Ledger) -> None:
    records = [article(str(day), day, [(words, "Tamsin Oake") for words in SAYINGS[:3]]) for day in (1, 2)]
    with ledger.write() as connection:
        for record, where in [(record, add(connection, record)) for record in records]:
            families.forget_article(connection, record, where)
    left = dump(ledger)
    for table in ("printings", "printing_prints", "voices", "voice_keys"):
        assert left[table] == []
