"""Several programs add to one ledger at once, and nothing is lost, doubled or halved."""

import sqlite3
import threading
import time
from collections.abc import Callable
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from sqlalchemy import select, text

from onrecord.ledger.ledger import Ledger
from onrecord.ledger.tables import articles, quotations

from .children import CONTEXT, made_records, start_import, write_records
from .written import without_labels


@pytest.mark.timeout(300)
def test_two_programs_add_overlapping_articles_at_once(new_url: Callable[[], str], tmp_path: Path) -> None:
    records = made_records(120)
    url = new_url()  # both find no ledger there, and one makes it
    writers = [
        start_import(write_records(tmp_path / "one.jsonl", records[:80]), url),
        start_import(write_records(tmp_path / "two.jsonl", records[40:][::-1]), url),
    ]
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    with Ledger.open(url) as ledger:
        kept = list(ledger.records(superseded=True))
        assert sorted(record.article.id or "" for record in kept) == sorted(
            record.article.id or "" for record in records
        )
        assert {record.article.id: without_labels(record) for record in kept} == {
            record.article.id: record for record in records
        }
        with ledger.read() as connection:
            numbers = (
                connection.execute(select(articles.c.number).order_by(articles.c.number)).scalars().all()
            )
            assert numbers == list(range(1, len(records) + 1))
            rows = (
                connection.execute(select(quotations.c.number).order_by(quotations.c.number)).scalars().all()
            )
            assert rows == list(range(1, 2 * len(records) + 1))


def test_a_new_file_that_another_program_is_writing_to_is_waited_for(tmp_path: Path) -> None:
    """SQLite does not wait by itself where a file without a write-ahead log is to be given one."""
    path = tmp_path / "new.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    done = threading.Timer(0.5, other.rollback)
    done.start()
    with Ledger.open(str(path)) as ledger:
        assert not list(ledger.records())
    done.join()
    other.close()


def hold(url: str, started: Event) -> None:
    """Take the write lock of a ledger and keep it for as long as the process lives."""
    with Ledger.open(url) as ledger, ledger.write() as connection:
        connection.execute(text("DELETE FROM failures"))
        started.set()
        time.sleep(600)


@pytest.mark.timeout(120)
def test_a_killed_writer_holds_up_nobody(ledger_url: str) -> None:
    Ledger.open(ledger_url).close()
    started = CONTEXT.Event()
    child = CONTEXT.Process(target=hold, args=(ledger_url, started))
    child.start()
    assert started.wait(60)
    child.kill()
    child.join()
    with Ledger.open(ledger_url) as ledger:
        assert ledger.keep(made_records(1)[0]).state == "new"


def test_readers_do_not_wait_for_a_writer_and_see_nothing_unfinished(ledger: Ledger) -> None:
    first = made_records(1)[0]
    ledger.keep(first)
    with ledger.write() as connection:
        connection.execute(articles.delete())
        assert [record.article.id for record in ledger.records()] == [first.article.id]
    assert list(ledger.records()) == []
