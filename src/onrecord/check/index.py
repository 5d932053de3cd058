"""The index over documents: a folder of plain arrays that is built once, mapped into memory, and looked up exactly.

Every word of every document has one entry: its number in the vocabulary, its place in the text, and whether a
sentence or turn starts there. Runs of three words are sorted by their packed numbers, so that a binary search
finds every place of one, two or three words in a row: nothing is sampled and nothing is random. The tables are
cut every `CHUNK` words, which bounds the memory of the build; the cost of a search grows with the quote and with
the logarithm of the documents. (The scheme is a suffix array cut off at depth three: Manber and Myers, 1993.)
"""

import bisect
import contextlib
import hashlib
import os
import shutil
import tempfile
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.check import arrays
from onrecord.check.arrays import ARRAYS, BITS, FORMAT, TABLE, Head, mapped
from onrecord.check.building import build
from onrecord.check.documents import Document, document_from_text, read_documents
from onrecord.check.lookup import (
    LONGEST_RUN,
    DocumentRow,
    Positions,
    TurnRow,
)
from onrecord.errors import UnreadableInput
from onrecord.findings import DocumentNote, Searched
from onrecord.model import Failure, Span

KEPT_TEXTS = 1 << 27  # characters of decoded texts kept at hand
_PLACE_VALUES = np.asarray([1 << 2 * BITS, 1 << BITS, 1], dtype=np.int64)


class Index:
    """Documents that quotes can be looked up in; a `onrecord.check.lookup.Lookup`.

    Made by `index_files`, `index_texts` or `open_index`. Use it as a context manager, or close it: an index that
    was not given a folder lives in a temporary one.
    """

    def __init__(self, folder: Path, *, temporary: tempfile.TemporaryDirectory[str] | None = None) -> None:
        self._temporary = temporary
        self.folder = folder
        head = _read_head(folder)
        self._head = head
        self.failures = head.failures
        digest = hashlib.sha256("\n".join(entry.note.digest for entry in head.documents).encode())
        self.searched = Searched(documents=len(head.documents), digest=f"sha256:{digest.hexdigest()}")
        self._keys = (folder / "words.txt").read_text(encoding="utf-8").split("\n")
        self._numbers = {key: number for number, key in enumerate(self._keys) if number}
        self._ids, self._starts, self._lengths, self._flags = (
            mapped(folder / name, kind) for name, kind in ARRAYS
        )
        self._turn_starts = mapped(folder / "turns", "i8")
        self._turn_speakers = mapped(folder / "turn_speakers", "u4")
        self._tables = [
            tuple(mapped(folder / f"runs{number}.{part}", kind) for part, kind in TABLE)
            for number in range(head.tables)
        ]
        self._firsts = [entry.first for entry in head.documents]
        self._firsts_row = np.asarray(self._firsts, dtype=np.int64)
        self._speakers: dict[int, tuple[str, ...]] = {}
        self._texts_file = open(folder / "texts", "rb")  # noqa: SIM115 - closed by close()
        self._texts: OrderedDict[int, str] = OrderedDict()
        self._kept = 0

    def __enter__(self) -> "Index":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._head.documents)

    def close(self) -> None:
        """Let go of the files; a temporary index is removed."""
        self._texts_file.close()
        if self._temporary is not None:
            self._temporary.cleanup()

    @property
    def notes(self) -> tuple[DocumentNote, ...]:
        """Where each document came from, in order of their numbers."""
        return tuple(entry.note for entry in self._head.documents)

    def word_ids(self, keys: Sequence[str]) -> list[int]:
        numbers = self._numbers
        return [numbers.get(key, -1) for key in keys]

    def find(self, runs: NDArray[np.int64]) -> "FoundRuns":
        return FoundRuns(runs, self._tables, self._ids)

    def words_at(self, start: int, end: int) -> list[int]:
        return self._ids[start:end].tolist()  # type: ignore[no-any-return]

    def keys(self, ids: Sequence[int]) -> list[str]:
        keys = self._keys
        return [keys[number] for number in ids]

    def flags_at(self, start: int, end: int) -> list[int]:
        return self._flags[start:end].tolist()  # type: ignore[no-any-return]

    def spans_at(self, start: int, end: int) -> list[Span]:
        starts = self._starts[start:end].tolist()
        lengths = self._lengths[start:end].tolist()
        return [(first, first + length) for first, length in zip(starts, lengths, strict=True)]

    def document_at(self, position: int) -> int:
        return bisect.bisect_right(self._firsts, position) - 1

    def documents_at(self, positions: Positions) -> Positions:
        return self._firsts_row.searchsorted(positions, "right") - 1

    def document(self, number: int) -> DocumentRow:
        entry = self._head.documents[number]
        note = entry.note
        return DocumentRow(note.path, entry.first, entry.end, entry.report, note.url, note.digest)

    def turn_at(self, position: int) -> TurnRow:
        at = int(self._turn_starts.searchsorted(position, "right")) - 1
        speaker, asks = self._head.speakers[self._turn_speakers[at]]
        end = int(self._turn_starts[at + 1]) if at + 1 < len(self._turn_starts) else len(self._ids)
        return TurnRow(int(self._turn_starts[at]), end, speaker, asks)

    def speakers(self, number: int) -> tuple[str, ...]:
        if number not in self._speakers:
            entry = self._head.documents[number]
            low, high = self._turn_starts.searchsorted([entry.first, entry.end + 1])
            names = (
                self._head.speakers[who][0] for who in dict.fromkeys(self._turn_speakers[low:high].tolist())
            )
            self._speakers[number] = tuple(name for name in names if name)
        return self._speakers[number]

    def text(self, number: int) -> str:
        text = self._texts.get(number)
        if text is not None:
            self._texts.move_to_end(number)
            return text
        entry = self._head.documents[number]
        text = os.pread(self._texts_file.fileno(), entry.bytes, entry.byte).decode("utf-8", "surrogatepass")
        self._texts[number] = text
        self._kept += len(text)
        while self._kept > KEPT_TEXTS and len(self._texts) > 1:
            self._kept -= len(self._texts.popitem(last=False)[1])
        return text


class FoundRuns:
    """Where some runs of words stand, looked up in every table; a `onrecord.check.lookup.Runs`."""

    def __init__(
        self, runs: NDArray[np.int64], tables: Sequence[tuple[NDArray[Any], ...]], ids: NDArray[Any]
    ) -> None:
        self._runs = runs
        self._ids = ids
        lows, highs = _packed(runs)
        self._found = []
        self.counts = np.zeros(len(runs), dtype=np.int64)
        for keys, starts, order in tables:
            first = starts[keys.searchsorted(lows)].astype(np.int64)
            end = starts[keys.searchsorted(highs)].astype(np.int64)
            self.counts += end - first
            self._found.append((first.tolist(), end.tolist(), order))

    def places(self, number: int) -> Positions:
        if len(self._found) == 1:
            first, end, order = self._found[0]
            places = order[first[number] : end[number]].astype(np.int64)
            return self._checked(places, number)
        found = [
            order[first[number] : end[number]].astype(np.int64) + table * arrays.CHUNK
            for table, (first, end, order) in enumerate(self._found)
        ]
        return self._checked(np.concatenate(found or [np.empty(0, dtype=np.int64)]), number)

    def _checked(self, places: Positions, number: int) -> Positions:
        if self._runs.shape[1] < LONGEST_RUN:
            places.sort()
        if int(self._runs[number].max()) >= arrays.RARE:
            places = self._exactly(places, number)
        return places

    def _exactly(self, places: Positions, number: int) -> Positions:
        """Words numbered too high share a number in the tables: look at the words themselves."""
        fits = np.ones(len(places), dtype=bool)
        for offset, word in enumerate(self._runs[number].tolist()):
            fits &= self._ids[places + offset] == word
        return places[fits]


def index_texts(texts: Iterable[str | Document]) -> Index:
    """An index over texts that are at hand already; each is a document, named by its number where it has no path."""
    named = (
        document_from_text(text, path=str(number)) if isinstance(text, str) else text
        for number, text in enumerate(texts, start=1)
    )
    temporary = tempfile.TemporaryDirectory(prefix="onrecord-")
    build(named, Path(temporary.name), state="", failures=[])
    return Index(Path(temporary.name), temporary=temporary)


def index_files(paths: Sequence[str], *, folder: Path | None = None) -> Index:
    """An index over files, kept in `folder` where one is named, and used again while no file has changed.

    Files that cannot be read are `failures` of the index, and the rest goes in. Raises `UnreadableInput` where
    `folder` is something else than an index.
    """
    state = _state(paths)
    failures: list[Failure] = []
    if folder is None:
        temporary = tempfile.TemporaryDirectory(prefix="onrecord-")
        build(read_documents(paths, failures), Path(temporary.name), state=state, failures=failures)
        return Index(Path(temporary.name), temporary=temporary)
    holds_something = folder.exists() and any(folder.iterdir() if folder.is_dir() else [folder])
    if holds_something and _read_head(folder).state == state:
        return Index(folder)
    making = folder.with_name(f"{folder.name}.making-{os.getpid()}")
    try:
        making.mkdir(parents=True)
        build(read_documents(paths, failures), making, state=state, failures=failures)
        if folder.exists():
            shutil.rmtree(folder)
        making.rename(folder)
    except OSError as error:
        raise UnreadableInput(
            f"the index {folder} cannot be written ({error.strerror or error}): is there room?"
        ) from error
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return Index(folder)


def open_index(folder: Path) -> Index:
    """An index that was built before, without a look at its files; raises `UnreadableInput` where there is none."""
    return Index(folder)


def _state(paths: Sequence[str]) -> str:
    """A digest of which files there are, how long they are and when they changed."""
    digest = hashlib.sha256(FORMAT.encode())
    for path in paths:
        size = changed = -1
        with contextlib.suppress(OSError):
            status = os.stat(path)
            size, changed = status.st_size, status.st_mtime_ns
        digest.update(f"\n{path}\0{size}\0{changed}".encode("utf-8", "surrogateescape"))
    return f"sha256:{digest.hexdigest()}"


def _read_head(folder: Path) -> Head:
    try:
        head = msgspec.json.decode((folder / "index.json").read_bytes(), type=Head)
    except (OSError, msgspec.DecodeError) as error:
        raise UnreadableInput(
            f"{folder} is not an index of onrecord: name another folder, or remove it to have it built."
        ) from error
    if head.format != FORMAT:
        raise UnreadableInput(f"{folder} is an index of another version: remove it to have it built anew.")
    return head


def _packed(runs: NDArray[np.int64]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The half-open range of packed keys that begin with each run of one to three word numbers."""
    width = runs.shape[1]
    low = np.minimum(runs, arrays.RARE) @ _PLACE_VALUES[:width]
    return low.astype(np.uint64), (low + int(_PLACE_VALUES[width - 1])).astype(np.uint64)
