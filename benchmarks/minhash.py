"""Candidates of families beside MinHash LSH: how long ours take, and how long datasketch's and rensa's for as many.

    python -m benchmarks.minhash [SET] [--quotations 20000] [--engine rensa] [--engine datasketch]

SET is a folder that `onrecord eval families --make SET` made; without it the quotations are those of
benchmarks/quotations.py. All engines get the same quotations as they are compared, one letter a word, in memory, and
give pairs; timed is the processor time from the one to the other, shingles and signatures included, comparing not. The
truth is every pair that the comparison would join, found without any index (benchmarks/families.py).

The peers know the words alone. Each is tuned to be as quick as it can be at a recall: for shingles of one to four words
and bands of one or two rows, the fewest bands that find as many of the true pairs are told from its own signatures, and
are made more where that was too few. All of these are run once and shown, the quickest first, which is run three times.
"""

import argparse
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from math import ceil
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from benchmarks.families import distinct_readings, joining_pairs, pairs_of
from benchmarks.quotations import make
from onrecord.trace.candidates import candidates
from onrecord.trace.columns import table_of
from onrecord.trace.readings import Reading
from onrecord.traces import Printing

RECALLS = (0.995, 0.9995)
SHINGLES = (1, 2, 3, 4)  # words
ROWS = (1, 2)  # of a band
MOST_BANDS = 256  # of one row each
MORE = 1.1  # times as many bands, where a setting misses its recall
MOST_PAIRS = 30_000_000  # a setting that would give more is left out: it does not fit in memory
SAMPLED = 200_000  # pairs, drawn to estimate how many a setting gives
RUNS = 3
Signatures = NDArray[np.uint64]  # a row a quotation
Found = list[list[int]]  # for each quotation the places of others, each pair once or twice


class Setting(NamedTuple):
    """How MinHash LSH is set up."""

    shingle: int
    rows: int
    bands: int

    @property
    def permutations(self) -> int:
        return self.rows * self.bands


class Timed(NamedTuple):
    """What a setting took and gave."""

    seconds: float
    pairs: int
    recall: float


def shingles(words: str, size: int) -> list[str]:
    """All runs of so many words; of fewer words, all of them."""
    return [words[at : at + size] for at in range(max(1, len(words) - size + 1))]


def rensa_signatures(readings: Sequence[Reading], setting: Setting) -> Signatures:
    from rensa import RMinHash

    tokens = [shingles(reading.words, setting.shingle) for reading in readings]
    return np.array(
        [one.digest() for one in RMinHash.from_token_sets(tokens, setting.permutations, 42)], np.uint64
    )


def rensa(readings: Sequence[Reading], setting: Setting) -> Found:
    """R-MinHash LSH of rensa."""
    from rensa import RMinHash, RMinHashLSH

    tokens = [shingles(reading.words, setting.shingle) for reading in readings]
    sketches = RMinHash.from_token_sets(tokens, setting.permutations, 42)
    index = RMinHashLSH(0.5, setting.permutations, setting.bands)
    index.insert_many(sketches, 0)
    found: Found = index.query_all(sketches)
    return found


def datasketch_sketches(
    readings: Sequence[Reading], setting: Setting
) -> list[Any]:  # of MinHash, whose package only the bench environment has
    from datasketch import MinHash

    tokens = [
        [token.encode("utf-16-le") for token in shingles(reading.words, setting.shingle)]
        for reading in readings
    ]
    return MinHash.bulk(tokens, num_perm=setting.permutations)


def datasketch_signatures(readings: Sequence[Reading], setting: Setting) -> Signatures:
    return np.array([one.hashvalues for one in datasketch_sketches(readings, setting)], np.uint64)


def datasketch(readings: Sequence[Reading], setting: Setting) -> Found:
    """MinHash LSH of datasketch."""
    from datasketch import MinHashLSH

    index = MinHashLSH(num_perm=setting.permutations, params=(setting.bands, setting.rows))
    found: Found = []
    for place, sketch in enumerate(datasketch_sketches(readings, setting)):
        found.append(index.query(sketch))
        index.insert(place, sketch, check_duplication=False)
    return found


class Engine(NamedTuple):
    """A peer: its pairs, and its signatures to tune it by."""

    find: Callable[[Sequence[Reading], Setting], Found]
    sign: Callable[[Sequence[Reading], Setting], Signatures]


ENGINES = {"rensa": Engine(rensa, rensa_signatures), "datasketch": Engine(datasketch, datasketch_signatures)}


def settings(
    engine: Engine, readings: Sequence[Reading], truth: NDArray[np.int64]
) -> dict[float, list[Setting]]:
    """For each recall, the settings that should reach it with the fewest bands and give pairs that fit in memory."""
    chance = random.Random(1)
    drawn = np.array([chance.sample(range(len(readings)), 2) for _ in range(SAMPLED)])
    every = len(readings) * (len(readings) - 1) / 2
    wanted: dict[float, list[Setting]] = defaultdict(list)
    for shingle in SHINGLES:
        signed = engine.sign(readings, Setting(shingle, 1, MOST_BANDS))
        for rows in ROWS:
            found, given = first_bands(signed, truth, rows), first_bands(signed, drawn, rows)
            for recall in RECALLS:
                bands = int(np.quantile(found, recall, method="higher")) + 1
                if bands * rows <= MOST_BANDS and np.mean(given < bands) * every <= MOST_PAIRS:
                    wanted[recall].append(Setting(shingle, rows, bands))
    return wanted


def first_bands(signed: Signatures, pairs: NDArray[np.int64], rows: int) -> NDArray[np.int64]:
    """For each pair, which is the first band of so many rows that both have in common."""
    first = np.full(len(pairs), MOST_BANDS)
    for band in reversed(range(signed.shape[1] // rows)):
        columns = signed[:, band * rows : (band + 1) * rows]
        first[(columns[pairs[:, 0]] == columns[pairs[:, 1]]).all(axis=1)] = band
    return first


def clocked(engine: Engine, readings: Sequence[Reading], setting: Setting) -> tuple[float, Found]:
    started = time.process_time()
    found = engine.find(readings, setting)
    return time.process_time() - started, found


def timed(engine: Engine, readings: Sequence[Reading], setting: Setting, truth: NDArray[np.int64]) -> Timed:
    """Run an engine once."""
    seconds, found = clocked(engine, readings, setting)
    given = [set(others) for others in found]
    for place, others in enumerate(given):
        others.discard(place)
    hits = sum(other in given[one] or one in given[other] for one, other in truth.tolist())
    twice = any(place in given[min(given[place])] for place in range(len(given)) if given[place])
    return Timed(seconds, sum(map(len, given)) // (1 + twice), hits / len(truth))


def reaching(
    engine: Engine, readings: Sequence[Reading], setting: Setting, truth: NDArray[np.int64], recall: float
) -> tuple[Timed, Setting]:
    """Run an engine with as many bands as the recall takes: its signatures change a little with their number."""
    while (done := timed(engine, readings, setting, truth)).recall < recall:
        setting = setting._replace(bands=ceil(setting.bands * MORE))
    return done, setting


def again(engine: Engine, readings: Sequence[Reading], run: tuple[Timed, Setting]) -> tuple[Timed, Setting]:
    """The same with the median of several times."""
    done, setting = run
    seconds = [done.seconds, *(clocked(engine, readings, setting)[0] for _ in range(1, RUNS))]
    return done._replace(seconds=statistics.median(seconds)), setting


def ours(readings: Sequence[Reading], truth: NDArray[np.int64]) -> Timed:
    """Our candidates (`onrecord.trace.candidates`)."""
    seconds = []
    for _ in range(RUNS):
        started = time.process_time()
        parts = list(candidates(table_of(readings)))
        seconds.append(time.process_time() - started)
    given = set(map(tuple, pairs_of(parts).tolist()))
    hits = sum(pair in given for pair in map(tuple, truth.tolist()))
    return Timed(statistics.median(seconds), len(given), hits / len(truth))


def show(name: str, done: Timed, beside: Timed | None = None, setting: Setting | None = None) -> None:
    how = f"   {setting.bands} bands of {setting.rows}, shingles of {setting.shingle}" if setting else ""
    ratio = f" {done.seconds / beside.seconds:7.1f} times ours" if beside else ""
    print(
        f"{name:10} {done.seconds:8.2f} s {done.pairs:12,} pairs   recall {done.recall:.4f}{ratio}{how}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.minhash", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="a set of printings")
    parser.add_argument(
        "--quotations", type=int, default=20_000, help="how many to make, where there is no set"
    )
    parser.add_argument("--engine", action="append", choices=ENGINES, help="only this one; may be repeated")
    options = parser.parse_args()
    if options.folder:
        lines = (options.folder / "quotes.jsonl").read_bytes().splitlines()
        printings = [msgspec.json.decode(line, type=Printing) for line in lines]
    else:
        printings = make(options.quotations).printings
    readings = [reading for reading in distinct_readings(printings) if reading.words]
    truth = np.array(sorted(joining_pairs(readings)))
    print(f"{len(printings):,} quotations, {len(readings):,} distinct; {len(truth):,} pairs are to be found")
    own = ours(readings, truth)
    show("onrecord", own)
    for name in options.engine or ENGINES:
        engine = ENGINES[name]
        for recall, several in settings(engine, readings, truth).items():
            runs = [reaching(engine, readings, setting, truth, recall) for setting in several]
            print(f"\n{name}, tuned to a recall of {recall}")
            runs.sort()
            runs[0] = again(engine, readings, runs[0])
            for done, setting in runs:
                show(name, done, own, setting)


if __name__ == "__main__":
    main()
