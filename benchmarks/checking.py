"""Quotes a second against documents of any size, the growth, one long quote, and two other tools on a part of it.

    python benchmarks/checking.py [SET] [--megabytes 100] [--quotes 20000]

SET is a folder that `onrecord eval check --make SET` made (quotes.jsonl, truth.jsonl, documents/); without it a
small one is made from the project's own examples. The documents are filled up to the size that is wanted with text
made from their own word pairs, so that words meet in it by chance about as often as they do in real text.
"""

import argparse
import json
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from quid.core.Quid import Quid
from rapidfuzz import fuzz

from onrecord.check.index import Index, index_files
from onrecord.check.quote import check_passage
from onrecord.cli.inputs import expand
from onrecord.findings import FAITHFUL
from onrecord.measure.check_set import make_check_set

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "documents"
EXAMPLE_QUOTES, EXAMPLE_MEGABYTES = 200, 5
MEGABYTE = 1_000_000
FILE_BYTES = 200_000
LINE_BYTES = (
    20 * MEGABYTE
)  # the one file that is a single line; a fifth of the made-up text where that is less
SENTENCE = (9, 28)  # words, the fewest and the most
ANEW = 20  # one word in so many does not follow from the word before it
GROWTH = (0.1, 0.3, 1, 3)  # of the megabytes asked for
GROWTH_QUOTES = 2_000
GROWTH_LIMIT = 180.0  # seconds; a size that would take longer is left out
LENGTHS = (10, 100, 1_000, 10_000)  # words of one quote
CHANGED = 20  # one word in so many
PEER_DOCUMENTS = 10
PEER_DOCUMENT = (5_000, 60_000)  # characters, the fewest and the most
PEER_LIMIT = 180.0  # seconds for each of the others
SCORE_CUTOFF = 80.0  # of rapidfuzz
SEED = 4

Place = tuple[str, int, int]


class Quote(NamedTuple):
    """A quote, its verdict in truth, every place where it truly stands, and its line of quotes.jsonl."""

    text: str
    speaker: str | None
    verdict: str
    places: tuple[Place, ...]
    line: str


def read_set(folder: Path) -> list[Quote]:
    quotes = []
    lines = [
        (folder / name).read_text(encoding="utf-8").split("\n") for name in ("quotes.jsonl", "truth.jsonl")
    ]
    for line, truth_line in zip(*lines, strict=True):
        if line:
            asked, truth = json.loads(line), json.loads(truth_line)
            places = tuple((place["path"], *place["span"]) for place in truth["all_places"])
            quotes.append(Quote(asked["text"], asked.get("speaker"), truth["verdict"], places, line))
    return quotes


def sentences(texts: Sequence[str], seed: int) -> Iterator[str]:
    """Sentences without end from the word pairs of some texts, no sentence twice."""
    numbers: dict[str, int] = {}
    words = [word for text in texts for word in re.findall(r"\w[\w'’]*", text)]
    ids = np.asarray([numbers.setdefault(word, len(numbers)) for word in words])
    spelled = np.asarray(list(numbers), dtype=object)
    followers = ids[1:][np.argsort(ids[:-1], kind="stable")]
    counts = np.bincount(ids[:-1], minlength=len(numbers))
    firsts = np.cumsum(counts) - counts
    chance = np.random.default_rng(seed)
    seen: set[int] = set()
    many = 20_000
    while True:
        row = ids[chance.integers(len(ids), size=many)]
        rows = [row]
        for _ in range(SENTENCE[1] - 1):
            at = firsts[row] + (chance.random(many) * counts[row]).astype(int)
            follows = followers[np.minimum(at, len(followers) - 1)]
            anew = (chance.integers(ANEW, size=many) == 0) | (counts[row] == 0)
            row = np.where(anew, ids[chance.integers(len(ids), size=many)], follows)
            rows.append(row)
        lengths = chance.integers(SENTENCE[0], SENTENCE[1], size=many, endpoint=True).tolist()
        before = len(seen)
        for made, length in zip(spelled[np.stack(rows, axis=1)].tolist(), lengths, strict=True):
            text = " ".join(made[:length])
            if hash(text) not in seen:
                seen.add(hash(text))
                yield f"{text[0].upper()}{text[1:]}."
        if len(seen) - before < many // 2:
            raise SystemExit(
                "the documents have too few words to make so much text of: ask for fewer megabytes"
            )


def fill(folder: Path, texts: Sequence[str], size: int, *, seed: int = SEED, line: bool = False) -> None:
    """Write made-up text: files of one sentence a line and, where wanted, one that is a single long line."""
    folder.mkdir(parents=True)
    made = sentences(texts, seed)
    sizes = [min(LINE_BYTES, size // 5)] if line and size > 0 else []
    sizes += [FILE_BYTES] * round((size - sum(sizes)) / FILE_BYTES)
    for number, wanted in enumerate(sizes):
        parts, length = [], 0
        while length < wanted:
            parts.append(next(made))
            length += len(parts[-1].encode()) + 1
        gap = " " if line and number == 0 else "\n"
        (folder / f"made-{number:05}.txt").write_text(gap.join(parts), encoding="utf-8")


def bytes_in(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def build(documents: Path, folder: Path) -> tuple[Index, float]:
    """The index over a folder's files, in the order in which the command takes them, and its seconds."""
    paths = [item.path for item in expand([str(documents)])]
    started = time.perf_counter()
    index = index_files(paths, folder=folder)
    return index, time.perf_counter() - started


def overlaps(place: Place | None, quote: Quote) -> bool:
    return place is not None and any(
        place[0].endswith(path) and place[1] < end and start < place[2] for path, start, end in quote.places
    )


def seconds_of(quotes: Sequence[Quote], index: Index) -> float:
    for quote in quotes[:50]:  # warm
        check_passage(quote.text, index, versions=False)
    started = time.perf_counter()
    for quote in quotes:
        check_passage(quote.text, index, speaker=quote.speaker, versions=False)
    return time.perf_counter() - started


def run_command(quotes: Sequence[Quote], documents: Path, index: Path, work: Path) -> tuple[float, list[Any]]:
    """The seconds that the whole command takes with two processes, and its answers."""
    asked = work / "asked.jsonl"
    asked.write_text("".join(f"{quote.line}\n" for quote in quotes), encoding="utf-8")
    program = Path(sys.executable).parent / "onrecord"
    command = [program, "check", "--quotes", asked, "--documents", documents, "--index", index, "--jobs", "2"]
    before = (index / "index.json").stat().st_ino
    started = time.perf_counter()
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False)
    taken = time.perf_counter() - started
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode or len(answers) != len(quotes):
        raise SystemExit(f"the check failed, so the figure would be wrong: {done.stderr.decode()[-500:]}")
    if (index / "index.json").stat().st_ino != before:
        raise SystemExit("the command built the index anew, so the figure would be wrong")
    return taken, answers


def show_checks(quotes: Sequence[Quote], documents: Path, index: Path, work: Path) -> None:
    taken, answers = run_command(quotes, documents, index, work)
    half, _ = run_command(quotes[: len(quotes) // 2], documents, index, work)
    print(f"\n{len(quotes)} quotes by `onrecord check --quotes`, two processes")
    print(f"whole command      {len(quotes) / taken:8.0f} quotes/s   {taken:.1f} s")
    if taken - half > 1:  # less is noise
        rate = (len(quotes) - len(quotes) // 2) / (taken - half)
        print(f"without start-up   {rate:8.0f} quotes/s   from the difference to half as many quotes")
    placed = found = wrong = 0
    for quote, answer in zip(quotes, answers, strict=True):
        document = answer["document"]
        placed += bool(quote.places)
        found += overlaps((document["path"], *document["span"]) if document else None, quote)
        wrong += answer["verdict"] in FAITHFUL and quote.verdict not in FAITHFUL
    print(f"found in place     {found:8} of {placed}; altered or absent ones called faithful: {wrong}")


def show_growth(
    quotes: Sequence[Quote], documents: Path, texts: Sequence[str], megabytes: float, work: Path
) -> None:
    """The same quotes from the same few documents, with ever more text around those."""
    kept, names = 0, set()
    for path in random.Random(SEED).sample(paths := sorted(documents.rglob("*.txt")), len(paths)):
        if not names or kept + path.stat().st_size <= GROWTH[0] * megabytes * MEGABYTE:
            kept += path.stat().st_size
            name = path.relative_to(documents)
            names.add(name.as_posix())
            (work / "growth" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, work / "growth" / name)
    asked = [quote for quote in quotes if not quote.places or quote.places[0][0] in names][:GROWTH_QUOTES]
    print(f"\ngrowth: the same {len(asked)} quotes in ever more text, one process, without start-up")
    taken = 0.0
    for step, share in enumerate(GROWTH):
        if step and taken * share / GROWTH[step - 1] > GROWTH_LIMIT:
            print(f"{share * megabytes:8.1f} MB   left out: it would take more than {GROWTH_LIMIT:.0f} s")
            continue
        started = time.perf_counter()
        more = round(share * megabytes * MEGABYTE) - bytes_in(work / "growth")
        fill(work / "growth" / f"made-{step}", texts, max(more, 0), seed=SEED + step)
        index, _ = build(work / "growth", work / "growth-index")
        with index:
            rate = len(asked) / seconds_of(asked, index)
        print(f"{bytes_in(work / 'growth') / MEGABYTE:8.1f} MB {rate:8.0f} quotes/s")
        shutil.rmtree(index.folder)
        taken = time.perf_counter() - started
    shutil.rmtree(work / "growth")


def show_lengths(texts: Sequence[str], index: Index) -> None:
    words = max(texts, key=len).split()
    print(f"\none quote of   verbatim        one word in {CHANGED} changed")
    for length in LENGTHS:
        if length > len(words):
            print(f"{length:6} words   left out: no document has so many")
            continue
        start = (len(words) - length) // 2
        taken = words[start : start + length]
        changed = [f"un{word}" if at % CHANGED == CHANGED // 2 else word for at, word in enumerate(taken)]
        shown = []
        for quote in (" ".join(taken), " ".join(changed)):
            one = Quote(quote, None, "", (), "")
            shown.append(1000 * statistics.median(seconds_of([one], index) for _ in range(3)))
        print(f"{length:6} words {shown[0]:10.1f} ms {shown[1]:10.1f} ms   {shown[1] / length:.2f} ms a word")


def rapidfuzz_places(document: str, quotes: Sequence[Quote]) -> Iterator[tuple[int, float, int, int]]:
    """(quote, score, start, end) by partial_ratio_alignment, case aside; a window of the quote's length wins."""
    lowered = document.lower()
    for number, quote in enumerate(quotes):
        found = fuzz.partial_ratio_alignment(quote.text.lower(), lowered, score_cutoff=SCORE_CUTOFF)
        if found is not None:
            yield number, found.score, found.dest_start, found.dest_end


def quid_places(document: str, quotes: Sequence[Quote]) -> Iterator[tuple[int, float, int, int]]:
    """(quote, length, start, end) by Quid with its defaults, the quotes as the paragraphs of one text."""
    starts = np.cumsum([0, *(len(quote.text) + 2 for quote in quotes)])
    for match in Quid().compare(document, "\n\n".join(quote.text for quote in quotes)):
        middle = (match.target_span.start + match.target_span.end) / 2
        number = int(np.searchsorted(starts, middle, "right")) - 1
        yield (
            number,
            match.target_span.end - match.target_span.start,
            match.source_span.start,
            match.source_span.end,
        )


def show_peers(quotes: Sequence[Quote], documents: Path, work: Path) -> None:
    """All three on the same few documents, with the quotes that come from these and some that are nowhere."""
    sized = [
        path for path in sorted(documents.rglob("*.txt")) if path.stat().st_size in range(*PEER_DOCUMENT)
    ]
    chosen = random.Random(SEED).sample(sized, min(PEER_DOCUMENTS, len(sized)))
    texts = {path.relative_to(documents).as_posix(): path.read_bytes().decode() for path in chosen}
    asked = [quote for quote in quotes if quote.places and all(place[0] in texts for place in quote.places)]
    placed = len(asked)
    asked += [quote for quote in quotes if not quote.places][: placed // 10]
    size = sum(map(len, texts.values())) / MEGABYTE
    print(
        f"\n{len(texts)} documents, {size:.2f} MB; {placed} quotes from them, {len(asked) - placed} from nowhere;"
    )
    print(f"one process, index included, each of the others for at most {PEER_LIMIT:.0f} s")
    print("                found   said to be found, of those from nowhere   quotes/s")

    started = time.perf_counter()
    with index_files([str(path) for path in chosen], folder=work / "peer-index") as index:
        checks = [check_passage(one.text, index, speaker=one.speaker, versions=False) for one in asked]
    seconds = time.perf_counter() - started
    answers = [(found.path, *found.span) if (found := check.document) else None for check in checks]
    show_found("onrecord", asked, answers, placed, len(asked) / seconds, "")
    for name, find in (("rapidfuzz", rapidfuzz_places), ("Quid", quid_places)):
        best: dict[int, tuple[float, Place]] = {}
        started, done = time.perf_counter(), 0
        for path, text in texts.items():
            for number, score, start, end in find(text, asked):
                best[number] = max(best.get(number, (0.0, ("", 0, 0))), (score, (path, start, end)))
            done += 1
            if time.perf_counter() - started > PEER_LIMIT:
                break
        rate = len(asked) * done / len(texts) / (time.perf_counter() - started)
        note = "" if done == len(texts) else f"   stopped after {done} documents"
        answers = [best[number][1] if number in best else None for number in range(len(asked))]
        show_found(name, asked, answers, placed, rate, note)


def show_found(
    name: str, asked: Sequence[Quote], answers: Sequence[Place | None], placed: int, rate: float, note: str
) -> None:
    found = sum(map(overlaps, answers, asked))
    false = sum(answer is not None for answer in answers[placed:])
    print(f"{name:12s} {found:5} of {placed}   {false:18} of {len(asked) - placed}   {rate:18.1f}{note}")


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
        quotes = read_set(folder)[: options.quotes]
        texts = [path.read_bytes().decode() for path in sorted((folder / "documents").rglob("*.txt"))]
        if not quotes or not texts:
            raise SystemExit(f"{folder}: no quotes or no documents (*.txt) there")
        documents = work / "documents"
        shutil.copytree(folder / "documents", documents)
        fill(documents / "made", texts, round(megabytes * MEGABYTE) - bytes_in(documents), line=True)
        size = bytes_in(documents) / MEGABYTE
        index, taken = build(documents, work / "index")
        with index:
            disk = bytes_in(index.folder) / MEGABYTE
            made = bytes_in(documents / "made") / MEGABYTE
            print(f"{index.searched.documents} documents, {size:.1f} MB, {made:.1f} of them made up")
            print(
                f"index built in {taken:.1f} s, {size / taken:.1f} MB/s; {disk:.1f} MB on disk with the texts"
            )
            show_checks(quotes, documents, index.folder, work)
            show_lengths(texts, index)
        show_growth(quotes, folder / "documents", texts, megabytes, work)
        show_peers(quotes, folder / "documents", work)


if __name__ == "__main__":
    main()
