"""Families of quotations by the million: how long the whole command takes, and what the search for candidates misses.

    python -m benchmarks.families 100000 1000000   # time and memory of `onrecord trace families`, at each size
    python -m benchmarks.families --recall 20000   # candidates against all pairs

The quotations are those of benchmarks/quotations.py. The command runs as a process of its own: its wall time, its
processor time and its peak of resident memory. For the recall every two distinct quotations that have any three
words in a row in common are laid side by side by the plain rule (`onrecord.trace.pairs.compare`, which joins nothing
that has not; of a quotation of one or two words, all that hold it whole), and those that it joins must be among the
candidates.
"""

import argparse
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from benchmarks.quotations import make
from onrecord.trace.candidates import candidates
from onrecord.trace.columns import Pairs, table_of
from onrecord.trace.pairs import GRAM, compare
from onrecord.trace.readings import Reading, read_printing
from onrecord.traces import Printing

PROGRAM = Path(sys.executable).parent / "onrecord"


class Run(NamedTuple):
    """What one run of the command took."""

    wall: float  # seconds
    processor: float  # seconds, of all cores
    memory: float  # GiB, at most


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.families", description=__doc__)
    parser.add_argument(
        "quotations", type=int, nargs="*", help="how many; several sizes, and the growth is told"
    )
    parser.add_argument(
        "--recall", type=int, metavar="SAMPLE", help="of the candidates, among so many quotations"
    )
    options = parser.parse_args()
    before: tuple[int, Run] | None = None
    for count in options.quotations:
        run = measure(count)
        print(
            f"{count:9,} quotations {run.wall:8.1f} s   {run.processor:8.1f} s of processor"
            f" {run.memory:6.2f} GiB",
            flush=True,
        )
        if before:
            wall, processor = run.wall / before[1].wall, run.processor / before[1].processor
            times = f"{wall:.1f} times as long, {processor:.1f} times the processor time"
            print(f"{count / before[0]:.1f} times as many take {times}", flush=True)
        before = count, run
    if options.recall:
        show_recall(options.recall)


def measure(count: int) -> Run:
    """Run the command on so many quotations."""
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
        quotes, found = Path(folder, "quotes.jsonl"), Path(folder, "families.jsonl")
        # In a process of its own: what starts the command must be small, since its memory counts as the command's.
        maker = multiprocessing.get_context("spawn").Process(target=write, args=(quotes, count))
        maker.start()
        maker.join()
        command = [PROGRAM, "trace", "families", "--quotes", quotes, "--format", "jsonl", "--output", found]
        started = time.perf_counter()
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        answers = sum(1 for _ in found.open("rb")) if found.exists() else 0
        if process.returncode or answers != count:
            raise SystemExit(f"the command answered {answers} lines and ended with {process.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 2**20)


def write(path: Path, count: int) -> None:
    """Write made quotations as the command reads them."""
    with path.open("wb") as file:
        for printing in make(count).printings:
            file.write(msgspec.json.encode(asked(printing)) + b"\n")


def asked(printing: Printing) -> dict[str, str | int]:
    """A printing as a line of --quotes."""
    fields = ("id", "text", "speaker", "article", "published")
    return {name: value for name in fields if (value := getattr(printing, name)) is not None}


def distinct_readings(printings: Sequence[Printing]) -> list[Reading]:
    """Printings as they are compared: those with the same words, speaker and day once."""
    return list(dict.fromkeys(map(read_printing, printings)))


def joining_pairs(readings: Sequence[Reading]) -> set[tuple[int, int]]:
    """Every pair that the comparison joins. Slow, and surely all."""
    holders: dict[str, dict[int, None]] = {}
    for place, reading in enumerate(readings):
        for length in range(1, GRAM + 1):
            for start in range(len(reading.words) - length + 1):
                holders.setdefault(reading.words[start : start + length], {})[place] = None
    pairs: set[tuple[int, int]] = set()
    for words, places in holders.items():
        if len(words) == GRAM:
            pairs.update(combinations(places, 2))
        else:
            whole = [place for place in places if readings[place].words == words]
            pairs.update(
                (min(one, other), max(one, other)) for one in whole for other in places if one != other
            )
    return {(one, other) for one, other in pairs if joins(readings[one], readings[other])}


def joins(one: Reading, other: Reading) -> bool:
    evidence = compare(one, other)
    return evidence is not None and evidence.joins


def pairs_of(parts: Sequence[Pairs]) -> Pairs:
    """The pairs of several parts, each once."""
    return np.unique(np.concatenate(parts), axis=0)


def show_recall(sample: int) -> None:
    """The share of the pairs that the comparison joins which are among the candidates."""
    readings = distinct_readings(make(sample).printings)
    truth = joining_pairs(readings)
    given = pairs_of(list(candidates(table_of(readings))))
    found = len(truth & set(map(tuple, given.tolist())))
    print(f"{sample:,} quotations, {len(readings):,} of them distinct; {len(given):,} candidates")
    print(
        f"recall {found / len(truth):.4f}   ({found:,} of the {len(truth):,} pairs that the comparison joins)"
    )


if __name__ == "__main__":
    main()
