"""How long a ledger takes to bring its families up to date when one more article comes, by how much it holds.

    python -m benchmarks.family_updates 1000000 [--postgres URL] [--articles 300]

The articles are those of benchmarks/ledger.py. All but the last are written at once, and their families made in one
go; then each of the last ones is added, and taken out again, by itself. Printed: the median, the 95th percentile and
the longest of both, in milliseconds, the transaction's end apart, and whether the families are those made of all
printings at once.
"""

import argparse
import random
import tempfile
import time

import numpy as np
from sqlalchemy import select

from benchmarks.ledger import TO_AN_ARTICLE, articles, new_schema
from benchmarks.quotations import make
from onrecord.ledger import families, open_ledger, printings
from onrecord.ledger.keeping import Place
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.tables import printings as table
from onrecord.model import Record
from onrecord.trace.families import name_families

AT_ONCE = 2_000  # articles in one transaction


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.family_updates", description=__doc__)
    parser.add_argument("quotations", type=int)
    parser.add_argument("--articles", type=int, default=300, help="articles that are added one by one")
    parser.add_argument("--postgres", help="a PostgreSQL database to make a schema in; it stays")
    options = parser.parse_args()
    records = list(articles(make(options.quotations, articles_of=TO_AN_ARTICLE).printings))
    random.Random(3).shuffle(records)  # the last ones are of any day
    with tempfile.TemporaryDirectory() as folder:
        address = new_schema(options.postgres) if options.postgres else f"{folder}/ledger.db"
        with open_ledger(address) as ledger:
            measure(ledger, records, options.articles)


def measure(ledger: Ledger, records: list[Record], last: int) -> None:
    """Fill a ledger's families, then time the last articles."""
    placed = [
        (record, Place(number + 1, number * TO_AN_ARTICLE + 1, len(record.quotations)))
        for number, record in enumerate(records)
    ]
    start = time.perf_counter()
    for at in range(0, len(placed) - last, AT_ONCE):
        with ledger.write() as connection:
            for record, where in placed[at : min(at + AT_ONCE, len(placed) - last)]:
                printings.write(connection, record, where.first)
    with ledger.write() as connection:
        families.rebuild(connection)
    print(f"{ledger.database.dialect.name}: filled in {time.perf_counter() - start:,.0f} s", flush=True)
    adding: list[tuple[float, float]] = []
    removing: list[tuple[float, float]] = []
    for record, where in placed[-last:]:
        with ledger.write() as connection:
            start = clock()
            families.index_article(connection, record, where)
            adding.append(since(start))
    tell("added", adding)
    for record, where in placed[-last:]:
        with ledger.write() as connection:
            start = clock()
            families.forget_article(connection, record, where)
            removing.append(since(start))
            families.index_article(connection, record, where)
    tell("taken out", removing)
    print("the same as from scratch:", same(ledger, [record for record, _ in placed]), flush=True)


def clock() -> tuple[float, float]:
    """Wall time and processor time, seconds."""
    return time.perf_counter(), time.process_time()


def since(start: tuple[float, float]) -> tuple[float, float]:
    """Both since a moment."""
    wall, processor = clock()
    return wall - start[0], processor - start[1]


def tell(what: str, seconds: list[tuple[float, float]]) -> None:
    """Print how long something took."""
    for kind, times in zip(("wall", "processor"), np.array(seconds).T * 1000, strict=True):
        middle, high = np.percentile(times, (50, 95))
        print(f"{what}, {kind:9s}: p50 {middle:6.1f}, p95 {high:6.1f}, max {times.max():6.1f} ms", flush=True)


def same(ledger: Ledger, records: list[Record]) -> bool:
    """Whether the families in a ledger are those of all printings at once."""
    with ledger.read() as connection:
        rows = connection.execute(select(table.c.quotation, table.c.family).order_by(table.c.quotation))
        kept = [(row.quotation, row.family or row.quotation) for row in rows]
    numbers = [
        where * TO_AN_ARTICLE + 1 + place
        for where, record in enumerate(records)
        for place, _ in printings.placed(record)
    ]
    named = name_families([one for record in records for one in printings.printings_of(record)])
    first: dict[str, int] = {}
    smallest = {
        number: first.setdefault(name, number) for number, name in sorted(zip(numbers, named, strict=True))
    }
    return all(smallest[number] == family for number, family in kept)


if __name__ == "__main__":
    main()
