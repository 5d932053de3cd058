"""Finding copies among many articles: made articles with planted reprints, several engines on the same ones.

    python benchmarks/copies.py 100000                     # ours: speed, memory, recall, precision at each threshold
    python benchmarks/copies.py 100000 --engine datasketch # or rensa, daft, all-pairs

The words are Zipf-distributed (a real text's are), lengths log-normal, and no two texts are of one template. Planted
are whole reprints, edited ones (one word in 60, in 25, in 12), cut ones, excerpts inside another text, excerpts with
more words of their own than taken ones, and reordered ones; among them traps: stories of one event that share quotes,
and a paragraph of 50 words that stands in very many articles.

An engine is handed the articles' shingles as numbers (daft: the words as text, since it makes its own) and gives
pairs. Its recall is the share of all pairs with at least `--shared` of the shorter text's shingles in common, found
by comparing everything that shares one shingle. Engines run in a process of their own each, for its memory.
"""

import argparse
import resource
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.trace.copy_candidates import find_candidates
from onrecord.trace.copy_shingles import fingerprints, shingles

VOCABULARY = 60_000
KINDS = (
    "whole",
    "edited 1/60",
    "edited 1/25",
    "edited 1/12",
    "cut",
    "excerpt",
    "excerpt in more",
    "reordered",
)
Pairs = NDArray[np.int64]
Numbers = NDArray[np.uint64]


class Made(NamedTuple):
    """Articles as numbers of words, and the planted pairs (original, copy) with their kinds."""

    articles: list[NDArray[np.int64]]
    planted: list[tuple[int, int, str]]


class Maker:
    """Makes articles from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        weights = 1 / (np.arange(VOCABULARY) + 2.7) ** 1.05  # Zipf-Mandelbrot
        self._steps = np.cumsum(weights / weights.sum())

    def words(self, count: int) -> NDArray[np.int64]:
        return np.minimum(np.searchsorted(self._steps, self.random.random(count)), VOCABULARY - 1)

    def length(self) -> int:
        return int(np.clip(self.random.lognormal(np.log(380), 0.6), 60, 4000))

    def copy(self, of: NDArray[np.int64], kind: str) -> NDArray[np.int64]:
        """A reprint of a text."""
        random, count = self.random, len(of)
        if kind.startswith("edited"):
            changed = of.copy()
            where = random.random(count) < 1 / int(kind.rpartition("/")[2])
            changed[where] = self.words(int(where.sum()))
            return changed
        if kind == "cut":
            return of[: max(40, int(count * random.uniform(0.2, 0.8)))]
        if kind == "reordered":
            places = np.sort(random.choice(np.arange(1, count), size=min(5, count - 1), replace=False))
            parts = np.split(of, places)
            random.shuffle(parts)
            return np.concatenate(parts)
        if kind == "whole":
            return np.concatenate([self.words(int(random.integers(0, 12))), of])
        taken = of[
            (start := int(random.integers(0, count // 4))) : start + int(count * random.uniform(0.5, 0.7))
        ]
        own = random.uniform(0.1, 0.5) if kind == "excerpt" else random.uniform(1.0, 3.0)
        before, after = self.words(int(len(taken) * own / 2)), self.words(int(len(taken) * own / 2))
        return np.concatenate([before, taken, after])


def make(count: int, seed: int = 1) -> Made:
    """Articles of which about a fifth are reprints, or reprinted; one story may have many."""
    maker = Maker(seed)
    random = maker.random
    articles: list[NDArray[np.int64]] = []
    planted: list[tuple[int, int, str]] = []
    notices = [maker.words(50) for _ in range(20)]
    while len(articles) < count:
        draw = random.random()
        original = len(articles)
        articles.append(maker.words(maker.length()))
        if draw < 0.08:
            for _ in range(min(int(random.zipf(2.2)), 40)):
                kind = KINDS[int(random.integers(len(KINDS)))]
                planted.append((original, len(articles), kind))
                articles.append(maker.copy(articles[original], kind))
        elif draw < 0.12:  # one event: the same quotes in stories of their own
            quotes = [maker.words(int(random.integers(12, 45))) for _ in range(3)]
            for _ in range(int(random.integers(2, 6))):
                told = [
                    maker.words(maker.length() // 3),
                    quotes[0],
                    maker.words(40),
                    quotes[int(random.integers(3))],
                ]
                articles.append(np.concatenate([*told, maker.words(maker.length() // 3)]))
        elif draw < 0.20:
            articles[-1] = np.concatenate([articles[-1], notices[int(random.integers(len(notices)))]])
    kept = [(a, b, kind) for a, b, kind in planted if b < count]
    return Made(articles[:count], kept)


def spelt(number: int) -> str:
    """A word of the made language."""
    letters = ""
    number += 50
    while number:
        number, rest = divmod(number, 50)
        letters += "bdfgklmnpr"[rest % 10] + "aeiou"[rest // 10]
    return letters


def numbered(articles: list[NDArray[np.int64]]) -> Iterator[Numbers]:
    """The shingles of each article, in order."""
    keys = np.random.default_rng(0).integers(0, 1 << 63, size=VOCABULARY, dtype=np.uint64)
    for words in articles:
        yield shingles(keys[words])


def ours(made: Made, options: argparse.Namespace) -> Pairs:
    """Winnowed fingerprints, sorted (`onrecord.trace.copy_candidates`)."""
    prints = [fingerprints(found, window=options.window) for found in numbered(made.articles)]
    print(f"fingerprints {sum(map(len, prints)):,}")
    return find_candidates(prints).pairs


def all_pairs(made: Made, options: argparse.Namespace) -> Pairs:
    """Everything that shares a shingle: what no engine can beat, and the truth for their recall."""
    return exact(list(map(np.unique, numbered(made.articles))), options.shared)


def with_datasketch(made: Made, options: argparse.Namespace) -> Pairs:
    """MinHash LSH of datasketch."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(
        num_perm=options.permutations, params=(options.permutations // options.rows, options.rows)
    )
    pairs = []
    for place, found in enumerate(numbered(made.articles)):
        sketch = MinHash(num_perm=options.permutations, hashfunc=low_half)
        sketch.update_batch(np.unique(found).tolist())
        pairs += [(other, place) for other in index.query(sketch)]
        index.insert(place, sketch)
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)


def low_half(number: int) -> int:
    """datasketch takes hashes of 32 bits."""
    return number & 0xFFFFFFFF


def with_rensa(made: Made, options: argparse.Namespace) -> Pairs:
    """R-MinHash LSH of rensa (its quicker "rho" form leaves out tokens by their place, and so misses excerpts)."""
    from rensa import RMinHash, RMinHashLSH

    sketches = []
    for found in numbered(made.articles):
        tokens = [shingle.tobytes() for shingle in np.unique(found)]
        sketches += RMinHash.from_token_sets([tokens], options.permutations, 42)
    index = RMinHashLSH(0.1, options.permutations, options.permutations // options.rows)
    index.insert_many(sketches, 0)
    pairs = [
        (place, other)
        for place, others in enumerate(index.query_all(sketches))
        for other in others
        if place < other
    ]
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)


def with_daft(made: Made, options: argparse.Namespace) -> Pairs:
    """MinHash of daft, its bands joined as a dataframe."""
    import daft
    from daft import col

    names = [spelt(number) for number in range(VOCABULARY)]
    texts = [" ".join([names[word] for word in words]) for words in made.articles]
    rows, bands = options.rows, options.permutations // options.rows
    frame = daft.from_pydict({"place": list(range(len(texts))), "text": texts})
    sketched = frame.select(
        col("place"), col("text").minhash(num_hashes=options.permutations, ngram_size=5).alias("sketch")
    ).to_arrow()
    values = np.array(sketched["sketch"].combine_chunks().flatten()).reshape(-1, bands, rows)
    keys = [tuple(row) for row in values.reshape(-1, rows).tolist()]
    places = np.repeat(np.array(sketched["place"]), bands).tolist()
    table = daft.from_pydict(
        {
            "place": places,
            "band": [f"{number % bands}:{key}" for number, key in enumerate(keys)],
        }
    )
    grouped = table.groupby("band").agg(col("place").list_agg()).where(col("place").length() > 1).to_pydict()
    pairs = {
        (min(a, b), max(a, b))
        for group in grouped["place"]
        for at, a in enumerate(group)
        for b in group[at + 1 :]
    }
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)


ENGINES: dict[str, Callable[[Made, argparse.Namespace], Pairs]] = {
    "ours": ours,
    "all-pairs": all_pairs,
    "datasketch": with_datasketch,
    "rensa": with_rensa,
    "daft": with_daft,
}


def exact(sets: list[Numbers], least: float) -> Pairs:
    """All pairs that share at least `least` of the smaller set, by sorting every shingle. Slow, and surely right."""
    sizes = np.array([len(one) for one in sets])
    owners = np.repeat(np.arange(len(sets), dtype=np.uint32), sizes)
    values = np.concatenate(sets)
    order = np.argsort(values, kind="stable")
    values, owners = values[order], owners[order].astype(np.uint64)
    edges = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1], [True]]))
    lengths = np.diff(edges)
    counts: dict[int, int] = {}
    for length in np.unique(lengths[lengths > 1]):
        starts = edges[:-1][lengths == length]
        if length > 400:  # the planted notice: counting it for its pairs changes no answer here
            continue
        for first in range(length):
            for second in range(first + 1, length):
                keys, found = np.unique(
                    (owners[starts + first] << np.uint64(32)) | owners[starts + second], return_counts=True
                )
                for key, count in zip(keys.tolist(), found.tolist(), strict=True):
                    counts[key] = counts.get(key, 0) + count
    pairs = [
        (key >> 32, key & 0xFFFFFFFF)
        for key, count in counts.items()
        if count >= least * min(sizes[key >> 32], sizes[key & 0xFFFFFFFF])
    ]
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)


def shares(pairs: Pairs, sets: list[Numbers]) -> NDArray[np.float64]:
    """The share of the smaller set that each pair has in common."""
    return np.array(
        [
            len(np.intersect1d(sets[a], sets[b], assume_unique=True)) / min(len(sets[a]), len(sets[b]))
            for a, b in pairs.tolist()
        ]
    )


def report(made: Made, pairs: Pairs, options: argparse.Namespace) -> None:
    """Recall of the pairs that share enough; and which planted ones are judged copies, at several thresholds."""
    sets = list(map(np.unique, numbered(made.articles)))
    truth = set(map(tuple, exact(sets, options.shared).tolist()))
    found = set(map(tuple, pairs.tolist()))
    print(
        f"pairs sharing {options.shared} or more {len(truth):,}; recall {len(truth & found) / len(truth):.4f}"
    )
    print(f"pairs given {len(found):,}")
    if options.engine != "ours":
        return
    measured = shares(pairs, sets)
    stories = list(range(len(made.articles)))
    for original, copy, _ in made.planted:
        stories[copy] = stories[original]
    kinds = {(a, b): kind for a, b, kind in made.planted}
    for threshold in (0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7):
        judged = [
            tuple(pair) for pair, share in zip(pairs.tolist(), measured, strict=True) if share >= threshold
        ]
        wrong = sum(stories[a] != stories[b] for a, b in judged)
        right = set(judged) & set(kinds)
        missed = {kind: sum(pair not in right for pair, k in kinds.items() if k == kind) for kind in KINDS}
        told = ", ".join(f"{kind} {count}" for kind, count in missed.items() if count)
        print(
            f"threshold {threshold}: judged {len(judged):,}, of other stories {wrong}; of {len(kinds):,} planted "
            f"(original, copy) found {len(right) / len(kinds):.4f}; missed {told}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure an engine that finds copies.")
    parser.add_argument("count", type=int)
    parser.add_argument("--engine", choices=ENGINES, default="ours")
    parser.add_argument("--shared", type=float, default=0.4)
    parser.add_argument("--window", type=int, default=16)
    parser.add_argument("--permutations", type=int, default=128)
    parser.add_argument("--rows", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    made = make(options.count, options.seed)
    words = sum(map(len, made.articles))
    print(
        f"{options.engine}: {len(made.articles):,} articles, {words:,} words, {len(made.planted):,} reprints"
    )
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    pairs = ENGINES[options.engine](made, options)
    took = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"took {took:.1f} s; memory {after / 2**20:.2f} GiB, of which the articles {before / 2**20:.2f}")
    report(made, pairs, options)


if __name__ == "__main__":
    main()
