"""How fast articles go into a ledger, beside reading them alone: alternating runs over the same texts, one process.

    python -m benchmarks.adding FOLDER [--postgres URL] [--rounds 3] [--most 200]

FOLDER holds plain texts (such as the corpus's dev/text). Printed for each database: the median seconds of reading
alone and of reading and keeping, and the second's speed as a share of the first's.
"""

import argparse
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from onrecord.ledger import open_ledger
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
    reading, adding = [], []
    for _ in range(rounds):
        start = time.perf_counter()
        quotations = sum(len(read_bytes(data, plain=True).quotations) for data in texts)
        reading.append(time.perf_counter() - start)
        with open_ledger(new(), create=True) as ledger:
            start = time.perf_counter()
            for number, data in enumerate(texts):
                ledger.keep(read_bytes(data, path=f"{number}.txt", plain=True))
            adding.append(time.perf_counter() - start)
    alone, kept = statistics.median(reading), statistics.median(adding)
    print(
        f"{name:10s}  reading alone {alone:6.2f} s   reading and keeping {kept:6.2f} s   "
        f"speed {alone / kept:.3f} of reading alone   ({quotations} quotations)"
    )


def new_schema(address: str) -> str:
    """An empty schema of a PostgreSQL database; it stays."""
    name = f"bench_{uuid.uuid4().hex[:12]}"
    server = create_engine(make_url(address).set(drivername="postgresql+psycopg"))
    with server.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    server.dispose()
    url = make_url(address).update_query_dict({"options": f"-csearch_path={name}"})
    return url.render_as_string(hide_password=False)


if __name__ == "__main__":
    main()
