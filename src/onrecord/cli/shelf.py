"""Many articles at hand without holding them in memory: read by all cores, kept packed in a temporary file."""

import itertools
import multiprocessing
import os
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.pool import Pool
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.cli.inputs import STANDARD_INPUT, Input, load
from onrecord.errors import InputError, UnreadableInput
from onrecord.formats import from_json
from onrecord.model import Article
from onrecord.read import NOTES, read_article
from onrecord.trace.copies import compare_all, prints_of
from onrecord.trace.copy_candidates import find_candidates
from onrecord.traces import Copy

# Starting another process takes as long as reading some hundred articles.
FEWEST_FOR_PROCESSES = 300
_PAIRS_AT_ONCE = 200
_TASKS_AT_ONCE = 16
T = TypeVar("T")
R = TypeVar("R")


class Task(NamedTuple):
    """One article to read: a file by its path, or the bytes of one, or a line of JSON."""

    name: str
    data: bytes | None = None
    is_record: bool = False
    problem: str | None = None
    plain: bool = False


class Packed(NamedTuple):
    """An article that was read: its id, itself as bytes, and its fingerprints; or why it could not be."""

    id: str
    data: bytes
    prints: NDArray[np.uint32]
    failure: str | None = None


class Place(NamedTuple):
    """Where a packed article lies in the file."""

    start: int
    length: int


class Shelf:
    """Articles by their ids. Use it in a `with` statement: the file goes at its end."""

    def __init__(self) -> None:
        self.read = 0
        self.failed = 0
        self.crowded = 0  # articles of a text that so many print that not all pairs were looked at
        self._folder = tempfile.TemporaryDirectory(prefix="onrecord-")
        self._path = Path(self._folder.name) / "articles"
        self._places: dict[str, Place] = {}
        self._prints: dict[str, NDArray[np.uint32]] = {}

    def __enter__(self) -> "Shelf":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._folder.cleanup()

    @property
    def different(self) -> int:
        """How many different articles there are."""
        return len(self._places)

    def fill(self, files: list[Input], *, plain: bool) -> Iterator[str | None]:
        """Read the inputs; after each article, what went wrong with it, in words, or None."""
        many = len(files) >= FEWEST_FOR_PROCESSES or any(_holds_records(item) for item in files)
        with open(self._path, "wb") as out:
            for packed in _mapped(_pack, _tasks(files, plain=plain), at_once=_TASKS_AT_ONCE, many=many):
                if packed.failure is not None:
                    self.failed += 1
                    yield packed.failure
                    continue
                self.read += 1
                if packed.id not in self._places:
                    self._places[packed.id] = Place(out.tell(), len(packed.data))
                    self._prints[packed.id] = packed.prints
                    out.write(packed.data)
                yield None

    def copies(self) -> Iterator[Copy]:
        """All copies among the articles, sorted by their ids."""
        ids = sorted(self._places)
        found, crowded = find_candidates([self._prints[id] for id in ids])
        self.crowded = len(crowded)
        pairs = found.tolist()
        tasks = (
            (str(self._path), [(self._places[ids[a]], self._places[ids[b]]) for a, b in part])
            for part in _parts(pairs, _PAIRS_AT_ONCE)
        )
        for copies in _mapped(_compare, tasks, at_once=1, many=len(pairs) > 5 * _PAIRS_AT_ONCE):
            yield from msgspec.msgpack.decode(copies, type=list[Copy])

    def article(self, id: str) -> Article:
        """The article of an id."""
        with open(self._path, "rb") as file:
            return _unpacked(file.fileno(), self._places[id])


def _holds_records(item: Input) -> bool:
    return item.path.lower().endswith(".jsonl")


def _tasks(files: list[Input], *, plain: bool) -> Iterator[Task]:
    for item in files:
        if item.problem is not None:
            yield Task(item.path, problem=item.problem)
        elif item.path == STANDARD_INPUT:
            try:
                yield Task(item.path, load(item.path), plain=plain)
            except InputError as error:
                yield Task(item.path, problem=str(error))
        elif _holds_records(item):
            yield from _lines(item.path)
        else:
            yield Task(item.path, plain=plain)


def _lines(path: str) -> Iterator[Task]:
    try:
        with open(path, "rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield Task(f"{path}, line {number}", line, is_record=True)
    except OSError as error:
        yield Task(path, problem=f"it cannot be opened ({error.strerror or error}): check the path.")


def _pack(task: Task) -> Packed:
    """Read one article, in whatever process."""
    try:
        article = _article(task)
    except InputError as error:
        return Packed("", b"", np.empty(0, np.uint32), f"{task.name}: failed (read): {error}")
    return Packed(article.id or "", zlib.compress(msgspec.msgpack.encode(article), 1), prints_of(article))


def _article(task: Task) -> Article:
    if task.problem is not None:
        raise UnreadableInput(task.problem)
    if task.is_record:
        record = from_json(task.data or b"")
        article, failures = record.article, record.failures
        if article.text is not None and article.id is None:
            raise UnreadableInput("the article has no id: `onrecord read --format jsonl` gives each one")
    else:
        data = load(task.name) if task.data is None else task.data
        article, failures = read_article(data, path=task.name, plain=task.plain)
    if article.text is None:
        told = [failure.reason for failure in failures if failure.stage not in NOTES]
        raise UnreadableInput(told[0] if told else "the article has no text")
    # Found quotations are of no use here, and what a page may hold that no text can is not packed.
    return msgspec.structs.replace(article, marks=())


def _compare(task: tuple[str, list[tuple[Place, Place]]]) -> bytes:
    """The copies among some pairs, in whatever process."""
    path, pairs = task
    places = list(dict.fromkeys(itertools.chain.from_iterable(pairs)))
    number = {place: at for at, place in enumerate(places)}
    with open(path, "rb") as file:
        found = compare_all(
            ((number[a], number[b]) for a, b in pairs), lambda at: _unpacked(file.fileno(), places[at])
        )
        return msgspec.msgpack.encode(list(found))


def _unpacked(file: int, place: Place) -> Article:
    return msgspec.msgpack.decode(zlib.decompress(os.pread(file, place.length, place.start)), type=Article)


def _parts(rows: list[T], size: int) -> Iterator[list[T]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def _mapped(work: Callable[[T], R], tasks: Iterable[T], *, at_once: int, many: bool) -> Iterator[R]:
    """The results in order, worked out by all cores where there are `many` tasks."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not many or cores == 1:
        yield from map(work, tasks)
        return
    # A fresh process each: what a library has started in this one (threads) cannot be copied safely.
    with multiprocessing.get_context("spawn").Pool(cores) as pool:
        yield from _in_order(pool, work, tasks, at_once)


def _in_order(pool: Pool, work: Callable[[T], R], tasks: Iterable[T], at_once: int) -> Iterator[R]:
    yield from pool.imap(work, tasks, chunksize=at_once)
