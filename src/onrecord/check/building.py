"""Building an index: documents in, the arrays of their words and the sorted tables of their runs out."""

from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.check import arrays
from onrecord.check.arrays import ARRAYS, BITS, FORMAT, Entry, Head, mapped
from onrecord.check.documents import Document
from onrecord.check.lookup import QUOTED, SENTENCE_START, TURN_START
from onrecord.model import Failure
from onrecord.words import WORD, fold_word

_LONGEST_WORD = 0xFFFF


def build(documents: Iterable[Document], folder: Path, *, state: str, failures: list[Failure]) -> None:
    """Write the index of some documents into a folder; `state` is kept to tell later whether a file changed."""
    writer = _Writer(folder)
    for document in documents:
        writer.add(document)
    total = writer.close()
    tables = 0
    ids = mapped(folder / "ids", "u4")
    for start in range(0, total, arrays.CHUNK):
        _write_table(
            ids[start : start + arrays.CHUNK + 2], min(arrays.CHUNK, total - start), folder / f"runs{tables}"
        )
        tables += 1
    head = Head(FORMAT, state, tuple(writer.entries), tuple(writer.speakers), tuple(failures), tables)
    (folder / "index.json").write_bytes(msgspec.json.encode(head))


class _Writer:
    """Takes documents one by one and writes the arrays of their words."""

    def __init__(self, folder: Path) -> None:
        self.numbers: dict[str, int] = {"": 0}
        self.entries: list[Entry] = []
        self.speakers: dict[tuple[str | None, bool], int] = {(None, False): 0}
        self._files: dict[str, BinaryIO] = {
            name: open(folder / name, "wb")  # noqa: SIM115 - closed by close()
            for name in (*dict(ARRAYS), "texts")
        }
        self._turns = array("q")
        self._turn_speakers = array("I")
        self._folder = folder
        self._words = 0
        self._bytes = 0

    def add(self, document: Document) -> None:
        ids, starts, lengths = _words_of(document, self.numbers)
        count = len(ids)
        flags = _flags_of(document, np.asarray(starts, dtype=np.int64))
        self._add_turns(document, np.asarray(starts, dtype=np.int64))
        data = document.text.encode("utf-8", "surrogatepass")
        self.entries.append(
            Entry(
                document.note,
                self._words,
                self._words + count,
                self._bytes,
                len(data),
                document.quoted is not None,
            )
        )
        for values in (ids, starts, lengths):  # a word that stands for the document's end
            values.append(0)
        self._files["ids"].write(np.asarray(ids, dtype="u4").tobytes())
        self._files["starts"].write(np.asarray(starts, dtype="u4").tobytes())
        self._files["lengths"].write(np.minimum(lengths, _LONGEST_WORD).astype("u2").tobytes())
        self._files["flags"].write(flags.tobytes() + bytes([SENTENCE_START | TURN_START]))
        self._files["texts"].write(data)
        self._words += count + 1
        self._bytes += len(data)

    def _add_turns(self, document: Document, starts: NDArray[np.int64]) -> None:
        rows = [(turn.start, (turn.speaker, turn.asks)) for turn in document.turns]
        if not rows or rows[0][0] > 0:
            rows.insert(0, (0, (None, False)))
        for first, (_, who) in zip(
            np.searchsorted(starts, [start for start, _ in rows]).tolist(), rows, strict=True
        ):
            self._turns.append(self._words + first)
            self._turn_speakers.append(self.speakers.setdefault(who, len(self.speakers)))

    def close(self) -> int:
        for file in self._files.values():
            file.close()
        (self._folder / "turns").write_bytes(self._turns.tobytes())
        (self._folder / "turn_speakers").write_bytes(np.asarray(self._turn_speakers, dtype="u4").tobytes())
        (self._folder / "words.txt").write_text("\n".join(self.numbers), encoding="utf-8")
        return self._words


def _words_of(document: Document, numbers: dict[str, int]) -> tuple[list[int], list[int], list[int]]:
    """The numbers, starts and lengths of a document's words, with what is no word left out; new words are numbered."""
    text = document.text
    ids: list[int] = []
    starts: list[int] = []
    lengths: list[int] = []
    known: dict[str, int] = {}
    last = 0
    for begin, end in (*document.asides, (len(text), len(text))):
        for match in WORD.finditer(text, last, begin):
            word = match.group()
            number = known.get(word)
            if number is None:
                number = known[word] = numbers.setdefault(fold_word(word), len(numbers))
            ids.append(number)
            starts.append(match.start())
            lengths.append(len(word))
        last = end
    return ids, starts, lengths


def _flags_of(document: Document, starts: NDArray[np.int64]) -> NDArray[np.uint8]:
    flags = np.zeros(len(starts) + 1, dtype=np.uint8)
    marks = [
        place for span in document.quoted or () for place in span
    ]  # what is quoted is a sentence by itself
    flags[np.searchsorted(starts, (*document.boundaries, *marks))] |= SENTENCE_START
    flags[np.searchsorted(starts, [turn.start for turn in document.turns])] |= TURN_START
    for start, end in document.quoted or ():
        low, high = np.searchsorted(starts, [start, end])
        flags[low:high] |= QUOTED
    return flags[:-1]


def _write_table(ids: NDArray[Any], count: int, path: Path) -> None:
    """The sorted runs of three words that start at each of `count` words: their keys, and where each key stands."""
    capped = np.zeros(count + 2, dtype=np.uint64)
    capped[: len(ids)] = np.minimum(ids, arrays.RARE)
    keys = capped[:-2] << np.uint64(2 * BITS) | capped[1:-1] << np.uint64(BITS) | capped[2:]
    order = np.argsort(keys, kind="stable").astype("u4")
    keys = keys[order]
    first = (
        np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if count else np.empty(0, dtype=int)
    )
    keys[first].tofile(f"{path}.keys")
    np.append(first, count).astype("u4").tofile(f"{path}.starts")
    order.tofile(f"{path}.order")
