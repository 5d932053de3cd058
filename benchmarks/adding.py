"""How fast articles go into a ledger, beside reading them alone: alternating runs over the same texts, one process.

    python -m benchmarks.adding FOLDER [--postgres URL] [--rounds 3] [--most 200]

FOLDER holds plain texts (such as the corpus's dev/text). Printed for each database: the median seconds of reading
alone, of reading and keeping without the families, and with them, and the speed of both as a share of reading alone.
"""

import argparse
import statistics
import tempfile
import time
import unittest.mock
import uuid
from collections.abc import Callable
from pathlib import Path

from benchmarks.ledger import new_schema
from onrecord.ledger import families, open_ledger
from onrecord.pipeline import read_bytes


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.adding", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--postgres", help="a PostgreSQL database to make schemas in")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--most", type=int, default=200, help="articles")
    options = parser.parse_args()
    texts = [path.read_bytes() for path in sorted(options.folder.rglob("*.txt"))[: options.most]]
    read_bytes(texts[0], plain=True)  # loads the model
    print(f"{len(texts)} articles of {options.folder.name}, {options.rounds} rounds")
    with tempfile.TemporaryDirectory() as folder:
        measure("SQLite", texts, options.rounds, lambda: str(Path(folder) / f"{uuid.uuid4().hex}.db"))
    if options.postgres:
        measure("PostgreSQL", texts, options.rounds, lambda: new_schema(options.postgres))


def measure(name: str, texts: list[bytes], rounds: int, new: Callable[[], str]) -> None:
    """Print how long reading alone and reading and keeping take, in turns."""
    reading, without, adding = [], [], []
    for _ in range(rounds):
        start = time.perf_counter()
        quotations = sum(len(read_bytes(data, plain=True).quotations) for data in texts)
        reading.append(time.perf_counter() - start)
        with unittest.mock.patch.object(families, "index_article"):
            without.append(keep(new(), texts))
        adding.append(keep(new(), texts))
    alone, bare, kept = (statistics.median(seconds) for seconds in (reading, without, adding))
    print(
        f"{name:10s}  reading alone {alone:6.2f} s   and keeping {bare:6.2f} s, {alone / bare:.3f} of the speed   "
        f"and families {kept:6.2f} s, {alone / kept:.3f} of the speed   ({quotations} quotations)",
        flush=True,
    )


def keep(address: str, texts: list[bytes]) -> float:
    """Read and keep some articles; the seconds that it takes."""
    with open_ledger(address, create=True) as ledger:
        start = time.perf_counter()
        for number, data in enumerate(texts):
            ledger.keep(read_bytes(data, path=f"{number}.txt", plain=True))
        return time.perf_counter() - start


if __name__ == "__main__":
    main()
