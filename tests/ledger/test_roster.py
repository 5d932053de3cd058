"""The register of a ledger: the same speakers as the register of files has, and gone with their articles."""

import random
from collections.abc import Iterator

import pytest

from onrecord.ledger.ledger import Ledger
from onrecord.ledger.removal import remove_articles
from onrecord.ledger.search import Search, find
from onrecord.ledger.speakers import entry_of, speakers_named, speakers_of
from onrecord.ledger.tables import metadata
from onrecord.model import Date, Record
from onrecord.people.register import Register
from onrecord.people.register.namings import enrol

from .written import dump, make_record

NAMES = (
    "Ada Quill", "Adah Quill", "A. Quill", "Quill", "Ada M. Quill", "Mira Osk", "Mira Ösk", "Osk", "Tobias Renn",
    "Toby Renn", "Renn", "Ada Quill Jr.", "Jo Quill", None,
)  # fmt: skip
TOLD = ("the harbour master {}", "{}, a painter,", "{}", "{}, the mayor of Ostrel,", "Senator {}")
TABLES = [table.name for table in metadata.sorted_tables if "speaker" in table.name] + ["namings", "profiles"]


def some_records(seed: int, count: int = 40) -> list[Record]:
    """Articles that name few people in many ways, some of them versions of others."""
    chance = random.Random(seed)
    found = []
    for number in range(count):
        sentences, quotes = [], []
        for place in range(chance.randrange(1, 4)):
            name = chance.choice(NAMES)
            words = f"We will see to number {chance.randrange(1000)}.{place}"
            who = chance.choice(TOLD).format(name) if name else "an aide"
            sentences.append(f"“{words},” said {who}.")
            quotes.append((f"{words},", name))
        found.append(
            make_record(
                f"Story {number}. {' '.join(sentences)}",
                path=f"{chance.randrange(count)}.txt",
                quotes=tuple(quotes),
                published=Date(
                    value=f"20{chance.randrange(10, 40)}-05-0{chance.randrange(1, 9)}",
                    precision="day",
                    text="",
                ),
            )
        )
    return found


def one_each(records: list[Record]) -> Iterator[Record]:
    """Without second versions."""
    seen: set[str | None] = set()
    for record in records:
        if record.article.path not in seen:
            seen.add(record.article.path)
            yield record


@pytest.mark.parametrize("seed", range(6))
def test_the_speakers_are_those_of_a_register(ledger: Ledger, seed: int) -> None:
    register = Register()
    labels: dict[str | None, Record] = {}
    for record in one_each(some_records(seed)):
        labels[record.article.id] = enrol(register, record)
        kept = ledger.keep(record).record
        assert kept == labels[record.article.id]
    with ledger.read() as connection:
        numbers = [row.number for row in speakers_of(connection)]
        assert [entry_of(connection, number) for number in sorted(numbers)] == list(register.entries)
        aliases = {row.id: row.aliases for row in speakers_of(connection)}
    assert aliases == {entry.id: entry.aliases for entry in register.entries}
    assert any(entry.merges for entry in register.entries)


@pytest.mark.parametrize("seed", range(4))
def test_what_goes_leaves_nothing_behind(ledger: Ledger, seed: int) -> None:
    chance = random.Random(seed)
    records = list(one_each(some_records(seed)))
    for record in records[:20]:
        ledger.keep(record)
    before = dump(ledger)
    for record in records[20:]:
        ledger.keep(record)
    gone = records[20:]
    chance.shuffle(gone)
    with ledger.write() as connection:
        for record in gone:
            remove_articles(connection, record.article.id or "")
    after = dump(ledger)
    assert {name: after[name] for name in TABLES} == {name: before[name] for name in TABLES}


def test_a_newer_version_keeps_its_speakers(ledger: Ledger) -> None:
    old, new = (
        make_record(f"“{words},” said Ada Quill.", path="a.txt", quotes=((f"{words},", "Ada Quill"),))
        for words in ("We go", "We stay")
    )
    first, second = ledger.keep(old), ledger.keep(new)
    assert first.record is not None
    assert second.record is not None
    speaker = first.record.quotations[0].speakers[0]
    assert speaker.id is not None
    assert second.record.quotations[0].speakers[0] == speaker
    with ledger.read() as connection:
        (known,) = speakers_named(connection, "Quill")
    assert (known.quotations, known.articles) == (1, 1)
    assert ledger.record(old.article.id or "") == old  # an older version takes part in nothing


def of_the_mayor(*names: str) -> list[Record]:
    """Articles that give the mayor these names."""
    return [
        make_record(
            f"{number}. “We go,” said {name}, the mayor of Ostrel.",
            path=f"{number}.txt",
            quotes=(("We go,", name),),
        )
        for number, name in enumerate(names)
    ]


def test_a_record_follows_what_the_register_learns(ledger: Ledger) -> None:
    """The label is the spelling that most articles have, in every record."""
    records = of_the_mayor("Mira Ösk", "Mira Osk", "Mira Osk")
    for record in records:
        ledger.keep(record)
    labels = {row.speakers[0].label for record in ledger.records() for row in record.quotations}
    assert labels == {"Mira Osk"}


def test_a_search_finds_a_speaker_by_any_spelling(ledger: Ledger) -> None:
    for record in of_the_mayor("Toby Renn", "Tobias Renn", "Mira Osk"):
        ledger.keep(record)
    with ledger.read() as connection:
        (known,) = speakers_named(connection, "tobias")
        for name in ("tobias", "Toby", "Renn", known.id):
            assert find(connection, "quotations", Search(speaker=name)) == [2, 1]
            assert find(connection, "articles", Search(speaker=name)) == [2, 1]
        assert find(connection, "quotations", Search(speaker="Renn Tobias")) == []
