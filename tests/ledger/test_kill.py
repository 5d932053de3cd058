"""A ledger whose writer is killed, at any moment and again and again, ends as one that was left in peace."""

import random
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from sqlalchemy import func, select

from onrecord.ledger.ledger import Ledger
from onrecord.ledger.tables import articles

from .children import made_records, start_import, write_records
from .written import dump

KILLS = 100
MOST_ADDED = 2  # articles that a child may add before it is killed, and what the moment after adds
ARTICLES = 240


@pytest.mark.timeout(300)
def test_a_hundred_kills_change_nothing(new_url: Callable[[], str], tmp_path: Path) -> None:
    records = made_records(ARTICLES)
    path = write_records(tmp_path / "records.jsonl", records)
    chance = random.Random(5)
    url, inside = new_url(), 0
    start_import(write_records(tmp_path / "first.jsonl", records[:1]), url).join()
    with Ledger.open(url) as watched:
        for _ in range(KILLS):
            child = start_import(path, url)
            before = count(watched)
            wait(child, chance, until=before + chance.randint(0, MOST_ADDED - 1), ledger=watched)
            inside += child.is_alive()
            child.kill()  # SIGKILL
            child.join()
        assert inside == KILLS  # none had come to its end before it was killed
        assert 1 < count(watched) < ARTICLES
        child = start_import(path, url)
        child.join()
        assert child.exitcode == 0
        killed = dump(watched)
    calm_url = new_url()
    start_import(path, calm_url).join()
    with Ledger.open(calm_url) as calm:
        assert killed == dump(calm)


def wait(child: BaseProcess, chance: random.Random, *, until: int, ledger: Ledger) -> None:
    """Until the child has added as many articles and a random moment longer, or at random while it starts."""
    if chance.random() < 0.2:
        time.sleep(chance.uniform(0, 0.2))
        return
    while child.is_alive() and count(ledger) < until:
        time.sleep(0.001)
    time.sleep(chance.uniform(0, 0.005))


def count(ledger: Ledger) -> int:
    with ledger.read() as connection:
        return int(connection.execute(select(func.count()).select_from(articles)).scalar_one())
