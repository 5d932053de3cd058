"""A backup is a ledger itself, and comes back the same on either database."""

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from onrecord.check.documents import document_from_text
from onrecord.errors import BadLedger
from onrecord.ledger import keeping
from onrecord.ledger.backup import back_up, restore
from onrecord.ledger.corrections import correct, withdraw
from onrecord.ledger.documents import keep_document
from onrecord.ledger.fulltext_index import Kind
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.search import Search, find
from onrecord.ledger.terms import words_of
from onrecord.model import Article, Correction, Failure, Record

from .children import made_records
from .written import INDEXES, dump


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    """A ledger that holds some of everything."""
    for record in made_records(12):
        ledger.keep(record)
    ledger.keep(Record(article=Article(path="c.txt"), failures=(Failure(stage="read", reason="empty"),)))
    with ledger.write() as connection:
        keep_document(connection, document_from_text("The minister: We will go.", path="speech.txt"))
        record = keeping.read_record(connection, 1)
        for row in record.quotations:
            draft = Correction(says="no_quotation", quotation=row.id)
            made = correct(connection, record.article.id or "", draft)
        withdraw(connection, made.id or "")
    return ledger


def test_a_backup_comes_back_the_same(full: Ledger, new_url: Callable[[], str], tmp_path: Path) -> None:
    path = tmp_path / "backup.db"
    back_up(full, path)
    assert [file.name for file in tmp_path.iterdir() if "backup" in file.name] == ["backup.db"]
    with Ledger.open(new_url()) as target, Ledger.open(str(path), create=False) as copy:
        restore(path, target)
        for one in (target, copy):
            assert rows_of(one) == rows_of(full)
            assert found_by_each_word(one) == found_by_each_word(full)


def rows_of(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    """All that a ledger holds but its index, in which words are numbered as they come."""
    return {name: rows for name, rows in dump(ledger).items() if name not in INDEXES}


def found_by_each_word(ledger: Ledger) -> dict[tuple[str, str], list[int]]:
    """What the index finds by each word of the articles and the documents."""
    with ledger.read() as connection:
        texts = [record.article.body for record in ledger.records()] + ["The minister: We will go."]
        words = {word for text in texts for word in words_of(text)}
        asked = {word: Search(words=word) for word in words}
        return {
            (kind, name): find(connection, kind, search, limit=1_000)
            for kind in get_args(Kind)
            for name, search in asked.items()
        }


def test_a_backup_of_a_ledger_that_is_written_meanwhile_is_one_state(full: Ledger, tmp_path: Path) -> None:
    with full.write() as connection:
        connection.exec_driver_sql("DELETE FROM articles")
        back_up(full, tmp_path / "backup.db")
    with Ledger.open(str(tmp_path / "backup.db"), create=False) as copy:
        assert len(list(copy.records(superseded=True))) == 12


def test_nothing_is_written_over(full: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "backup.db"
    path.write_bytes(b"something dear")
    with pytest.raises(BadLedger, match="there already"):
        back_up(full, path)
    assert path.read_bytes() == b"something dear"


def test_a_ledger_that_holds_something_takes_no_backup(full: Ledger, tmp_path: Path) -> None:
    back_up(full, tmp_path / "backup.db")
    before = dump(full)
    with pytest.raises(BadLedger, match="holds something"):
        restore(tmp_path / "backup.db", full)
    assert dump(full) == before


def test_a_backup_that_cannot_be_written_leaves_nothing(full: Ledger, tmp_path: Path) -> None:
    with pytest.raises(BadLedger, match=r"missing"):
        back_up(full, tmp_path / "missing" / "backup.db")
    assert not (tmp_path / "missing").exists()
