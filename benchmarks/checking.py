"""Quotes a second against documents of any size, the growth, one long quote, and two other tools on a part of it.

    python benchmarks/checking.py [SET] [--megabytes 100] [--quotes 20000]

SET is a folder that `onrecord eval check --make SET` made (quotes.jsonl, truth.jsonl, documents/); without it a
small one is made from the project's own examples. The documents are filled up to the size that is wanted with text
made from their own word pairs, so that words meet in it by chance about as often as they do in real text.
"""

import argparse
import itertools
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
from quid.core.Quid import Quid
from rapidfuzz import fuzz

from onrecord.check.index import Index, index_files
from onrecord.check.quote import check_passage
from onrecord.cli.inputs import expand
from onrecord.findings import FAITHFUL, Place
from onrecord.measure.check import Answer
from onrecord.measure.check_set import Quote, Truth, make_check_set

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "documents"
EXAMPLE_QUOTES, EXAMPLE_MEGABYTES, MEGABYTE = 200, 5, 1_000_000
FILE_BYTES, LINE_BYTES = 200_000, 20 * MEGABYTE  # ordinary files, and the one that is a single line (at most)
SENTENCE = (9, 28)  # words, the fewest and the most
ANEW = 0.05  # the share of words that do not follow from the word before them
GROWTH = (0.1, 0.3, 1, 3)  # of the megabytes asked for
GROWTH_QUOTES, GROWTH_LIMIT = 2_000, 180.0  # a size that would take more seconds is left out
LENGTHS = (10, 100, 1_000, 10_000)  # words of one quote
CHANGED = 20  # one word in so many
LENGTH_LIMIT = 10.0  # seconds; where one quote takes more, longer ones are left out
PEER_DOCUMENTS, PEER_DOCUMENT = 10, range(2_000, 60_000)  # how many, and of how many bytes
PEER_LIMIT = 180.0  # seconds for each of the others
SCORE_CUTOFF = 80.0  # of rapidfuzz
SEED = 4
Case = tuple[Quote, Truth]
Hit = tuple[int, float, int, int]  # number of the quote, score, start and end in the document


def sentences(texts: Sequence[str], seed: int) -> Iterator[str]:
    """Sentences without end from the word pairs of some texts, no sentence twice."""
    words = [word for text in texts for word in re.findall(r"\w[\w'’]*", text)]
    followers: dict[str, list[str]] = {words[-1]: words[:1]}
    for word, follower in itertools.pairwise(words):
        followers.setdefault(word, []).append(follower)
    chance = random.Random(seed)
    seen: set[int] = set()
    while True:
        made = [chance.choice(words)]
        for _ in range(chance.randint(*SENTENCE) - 1):
            choices = words if chance.random() < ANEW else followers[made[-1]]
            made.append(choices[int(chance.random() * len(choices))])
        text = " ".join(made)
        if hash(text) not in seen:
            seen.add(hash(text))
            yield f"{text[0].upper()}{text[1:]}."


def fill(folder: Path, texts: Sequence[str], megabytes: float, *, seed: int, line: bool = False) -> None:
    """Write made-up text: files of one sentence a line and, where wanted, one that is a single long line."""
    folder.mkdir(parents=True)
    made, size = sentences(texts, seed), max(0, round(megabytes * MEGABYTE))
    sizes = [min(LINE_BYTES, size // 5)] if line else []
    sizes += [FILE_BYTES] * round((size - sum(sizes)) / FILE_BYTES)
    for number, wanted in enumerate(sizes):
        parts, length = [], 0
        while length < wanted:
            parts.append(next(made))
            length += len(parts[-1].encode()) + 1
        gap = " " if line and number == 0 else "\n"
        (folder / f"made-{number:05}.txt").write_text(gap.join(parts), encoding="utf-8")


def megabytes_in(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / MEGABYTE


def build(documents: Path, folder: Path) -> Index:
    """The index over a folder's files, in the order in which the command takes them."""
    return index_files([item.path for item in expand([str(documents)])], folder=folder)


def is_found(place: Place, truth: Truth) -> bool:
    """Whether a place overlaps one where the quote truly stands."""
    same = [one.span for one in truth.all_places if place.path.endswith(one.path)]
    return any(place.span[0] < end and start < place.span[1] for start, end in same)


def seconds_of(quotes: Sequence[Quote], index: Index) -> float:
    started = time.perf_counter()
    for quote in quotes:
        check_passage(quote.text, index, speaker=quote.speaker, versions=False)
    return time.perf_counter() - started


def show_checks(cases: Sequence[Case], documents: Path, index: Path) -> None:
    """The whole command with two processes, for half of the quotes and for all."""
    quotes, asked, seconds = [quote for quote, _ in cases], index.with_name("asked.jsonl"), []
    program, made = Path(sys.executable).parent / "onrecord", (index / "index.json").stat().st_ino
    command = [program, "check", "--quotes", asked, "--documents", documents, "--index", index, "--jobs", "2"]
    for part in (quotes[: len(quotes) // 2], quotes):
        asked.write_bytes(msgspec.json.Encoder().encode_lines(part))
        started = time.perf_counter()
        done = subprocess.run(command, capture_output=True, check=False)
        seconds.append(time.perf_counter() - started)
        if done.returncode or (index / "index.json").stat().st_ino != made:
            problem = done.stderr.decode()[-500:] or "the index was built anew"
            raise SystemExit(f"the check went wrong, and so would the figure: {problem}")
    half, taken = seconds
    answers = [msgspec.json.decode(line, type=Answer) for line in done.stdout.splitlines()]
    print(f"\n{len(quotes)} quotes by `onrecord check --quotes`, two processes")
    print(f"whole command      {len(quotes) / taken:8.0f} quotes/s   {taken:.1f} s")
    if taken - half > 1:  # less is noise
        rate = (len(quotes) - len(quotes) // 2) / (taken - half)
        print(f"without start-up   {rate:8.0f} quotes/s   (the second half of the quotes)")
    placed = found = wrong = 0
    for (_, truth), answer in zip(cases, answers, strict=True):
        placed += bool(truth.all_places)
        found += answer.document is not None and is_found(answer.document, truth)
        wrong += answer.verdict in FAITHFUL and truth.verdict not in FAITHFUL
    print(f"found in place     {found:8} of {placed}; unfaithful or absent ones called faithful: {wrong}")


def show_growth(cases: Sequence[Case], real: Path, texts: Sequence[str], work: Path, full: float) -> None:
    """The same quotes from the same few documents, with ever more text around those."""
    paths = sorted(real.rglob("*.txt"))
    random.Random(SEED).shuffle(paths)
    bounds = np.cumsum([path.stat().st_size for path in paths])
    names = [path.relative_to(real).as_posix() for path in paths]
    names = names[: max(1, int(np.sum(bounds <= GROWTH[0] * full * MEGABYTE)))]
    for name in names:
        (work / "growth" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(real / name, work / "growth" / name)
    inside = [one for one, truth in cases if all(place.path in names for place in truth.all_places)]
    asked = inside[:GROWTH_QUOTES]
    print(f"\ngrowth: the same {len(asked)} quotes in ever more text, one process, without start-up")
    taken = 0.0
    for step, share in enumerate(GROWTH):
        if step and taken * share / GROWTH[step - 1] > GROWTH_LIMIT:
            print(f"{share * full:8.1f} MB   left out: it would take more than {GROWTH_LIMIT:.0f} s")
            break
        started = time.perf_counter()
        size = share * full - megabytes_in(work / "growth")
        fill(work / "growth" / f"made-{step}", texts, size, seed=SEED + step)
        with build(work / "growth", work / "growth-index") as index:
            seconds_of(asked[:50], index)  # warm
            print(f"{share * full:8.1f} MB {len(asked) / seconds_of(asked, index):8.0f} quotes/s")
        taken = time.perf_counter() - started


def show_lengths(texts: Sequence[str], index: Index) -> None:
    words = max(texts, key=len).split()
    print(f"\none quote of     verbatim   one word in {CHANGED} changed")
    for length in [length for length in LENGTHS if length <= len(words)]:
        same = words[(len(words) - length) // 2 :][:length]
        changed = [f"un{word}" if at % CHANGED == CHANGED // 2 else word for at, word in enumerate(same)]
        pair = [[Quote(id="", text=" ".join(one))] for one in (same, changed)]
        seconds_of(pair[0], index)  # warm
        shown = [seconds_of(quote, index) for quote in pair]
        print(f"{length:6} words {1e3 * shown[0]:10.1f} ms {1e3 * shown[1]:10.1f} ms")
        if max(shown) > LENGTH_LIMIT:
            print("longer ones are left out")
            break


def rapidfuzz_hits(document: str, quotes: Sequence[Quote]) -> Iterator[Hit]:
    """By partial_ratio_alignment, case aside."""
    lowered = document.lower()
    for number, quote in enumerate(quotes):
        found = fuzz.partial_ratio_alignment(quote.text.lower(), lowered, score_cutoff=SCORE_CUTOFF)
        if found is not None:
            yield number, found.score, found.dest_start, found.dest_end


def quid_hits(document: str, quotes: Sequence[Quote]) -> Iterator[Hit]:
    """By Quid with its defaults, the quotes as the paragraphs of one text that quotes the document."""
    starts = np.cumsum([0, *(len(quote.text) + 2 for quote in quotes)])
    for match in Quid().compare(document, "\n\n".join(quote.text for quote in quotes)):
        ours, theirs = match.target_span, match.source_span
        number = int(np.searchsorted(starts, (ours.start + ours.end) / 2, "right")) - 1
        yield number, ours.end - ours.start, theirs.start, theirs.end


def show_peers(cases: Sequence[Case], documents: Path, folder: Path) -> None:
    """All three on the same few documents, with the quotes that come from these and some that are nowhere."""
    paths = [path for path in sorted(documents.rglob("*.txt")) if path.stat().st_size in PEER_DOCUMENT]
    paths = random.Random(SEED).sample(paths, min(PEER_DOCUMENTS, len(paths)))
    texts = {path.relative_to(documents).as_posix(): path.read_bytes().decode() for path in paths}
    here = [case for case in cases if any(place.path in texts for place in case[1].all_places)]
    asked = here + [case for case in cases if not case[1].all_places][: len(here) // 10 or 1]
    quotes = [quote for quote, _ in asked]
    size, absent = sum(map(len, texts.values())) / MEGABYTE, len(asked) - len(here)
    print(f"\n{len(texts)} documents, {size:.2f} MB, {len(here)} quotes from them and {absent} from nowhere;")
    print(f"one process, what each builds included, the others for at most {PEER_LIMIT:.0f} s each")
    finders = {"onrecord": None, "rapidfuzz": rapidfuzz_hits, "Quid": quid_hits}
    for name, find in finders.items():
        best: dict[int, tuple[float, Place]] = {}
        started, done = time.perf_counter(), 0
        if find is None:
            with index_files([str(path) for path in paths], folder=folder) as index:
                found = [check_passage(one.text, index, versions=False).document for one in quotes]
            best = {number: (0, place) for number, place in enumerate(found) if place is not None}
            done = len(texts)
        for path, text in texts.items() if find else ():
            if time.perf_counter() - started < PEER_LIMIT:
                done += 1
                for number, score, start, end in find(text, quotes):
                    if number not in best or score > best[number][0]:
                        best[number] = score, Place(path=path, span=(start, end))
        rate = len(asked) * done / len(texts) / (time.perf_counter() - started)
        hits = sum(is_found(place, asked[number][1]) for number, (_, place) in best.items())
        false = sum(number >= len(here) for number in best)
        print(f"{name:10} {hits:5} found {false:3} of nowhere {rate:8.1f} quotes/s   {done} documents done")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python benchmarks/checking.py", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="a set of quotes, for its documents too")
    parser.add_argument("--megabytes", type=float, help="of documents in all")
    parser.add_argument("--quotes", type=int, default=20_000)
    options = parser.parse_args()
    megabytes = options.megabytes or (100 if options.folder else EXAMPLE_MEGABYTES)
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as name:
        work = Path(name)
        folder = options.folder or work / "set"
        if options.folder is None:
            make_check_set(EXAMPLES, folder, quotes=EXAMPLE_QUOTES)
        lines = [(folder / file).read_bytes().splitlines() for file in ("quotes.jsonl", "truth.jsonl")]
        asked = [msgspec.json.decode(line, type=Quote) for line in lines[0]]
        cases = list(zip(asked, (msgspec.json.decode(line, type=Truth) for line in lines[1]), strict=True))
        real, documents, made = folder / "documents", work / "documents", work / "documents" / "made"
        texts = [path.read_bytes().decode() for path in sorted(real.rglob("*.txt"))]
        shutil.copytree(real, documents)
        fill(made, texts, megabytes - megabytes_in(documents), seed=SEED, line=True)
        started = time.perf_counter()
        with build(documents, work / "index") as index:
            taken = time.perf_counter() - started
            sizes = [megabytes_in(one) for one in (documents, made, index.folder)]
            print(f"{index.searched.documents} documents, {sizes[0]:.1f} MB, {sizes[1]:.1f} of them made up")
            print(
                f"index built in {taken:.1f} s, {sizes[0] / taken:.1f} MB/s; {sizes[2]:.1f} MB, texts included"
            )
            show_checks(cases[: options.quotes], documents, index.folder)
            show_lengths([path.read_text("utf-8") for path in sorted(made.iterdir())[:1]] or texts, index)
        show_growth(cases, real, texts, work, megabytes)
        show_peers(cases, real, work / "peer-index")


if __name__ == "__main__":
    main()
