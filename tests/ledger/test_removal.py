"""What is removed is gone with everything that hung on it, and an older version stands again."""

import sqlite3
from pathlib import Path

import pytest

from onrecord.check.documents import document_from_text
from onrecord.errors import NotInLedger
from onrecord.ledger.documents import keep_document
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.removal import remove_articles, remove_document

from .children import made_records
from .written import dump, make_record

OLD = make_record("“We go,” she said.", path="a.txt", quotes=(("We go,", "Ada Quill"),))
NEW = make_record("“We stay,” she said.", path="a.txt", quotes=(("We stay,", "Ada Quill"),))
OTHER = make_record("“We wait,” he said.", path="b.txt", quotes=(("We wait,", "Mira Osk"),))


def test_a_ledger_without_an_article_is_as_if_it_had_never_been_there(ledger: Ledger) -> None:
    ledger.keep(OTHER)
    before = dump(ledger)
    ledger.keep(OLD)
    with ledger.write() as connection:
        (removed,) = remove_articles(connection, "a.txt")
    assert (removed.id, removed.quotations) == (OLD.article.id, 1)
    assert dump(ledger) == before
    with pytest.raises(NotInLedger):
        ledger.quotation(OLD.quotations[0].id)


def test_without_its_newest_version_an_article_is_as_it_was_before(ledger: Ledger) -> None:
    ledger.keep(OLD)
    before = dump(ledger)
    ledger.keep(NEW)
    with ledger.write() as connection:
        (removed,) = remove_articles(connection, "a.txt")
    assert removed.standing == OLD.article.id
    assert dump(ledger) == before


def test_an_older_version_is_removed_by_its_id_alone(ledger: Ledger) -> None:
    ledger.keep(OLD)
    ledger.keep(NEW)
    with ledger.write() as connection:
        (removed,) = remove_articles(connection, OLD.article.id or "")
    assert removed.standing is None
    assert [record.article.id for record in ledger.records(superseded=True)] == [NEW.article.id]


def test_all_versions_go_together(ledger: Ledger) -> None:
    ledger.keep(OTHER)
    before = dump(ledger)
    ledger.keep(OLD)
    ledger.keep(NEW)
    with ledger.write() as connection:
        assert len(remove_articles(connection, "a.txt", all_versions=True)) == 2
    assert dump(ledger) == before


def test_many_are_added_and_removed_in_another_order(ledger: Ledger) -> None:
    empty = dump(ledger)
    records = made_records(30)
    for record in records:
        ledger.keep(record)
    for record in records[1::2] + records[::2]:
        with ledger.write() as connection:
            remove_articles(connection, record.article.id or "")
    left = dump(ledger)
    left.pop("outlets")  # names of outlets stay
    empty.pop("outlets")
    assert left == empty


def test_a_document_is_removed(ledger: Ledger) -> None:
    before = dump(ledger)
    document = document_from_text("The minister: We will go.", path="speech.txt")
    with ledger.write() as connection:
        keep_document(connection, document)
    with ledger.write() as connection:
        assert remove_document(connection, "speech.txt").is_document
    assert dump(ledger) == before


def test_after_a_vacuum_the_file_holds_no_trace_of_the_words(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    secret = make_record("The word zanzibarquux stood here.", path="s.txt", title="Of zanzibarquux")
    with Ledger.open(str(path)) as ledger:
        for record in made_records(5):
            ledger.keep(record)
        ledger.keep(secret)
        assert b"zanzibarquux" in path.read_bytes() + Path(f"{path}-wal").read_bytes()
        with ledger.write() as connection:
            remove_articles(connection, "s.txt")
        ledger.database.dialect.vacuum(ledger.database.engine)
        left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        assert b"zanzibarquux" not in left
        assert len(list(ledger.records())) == 4
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_a_vacuum_changes_nothing_on_either_database(ledger: Ledger) -> None:
    for record in made_records(10):
        ledger.keep(record)
    before = dump(ledger)
    ledger.database.dialect.vacuum(ledger.database.engine)
    assert dump(ledger) == before
