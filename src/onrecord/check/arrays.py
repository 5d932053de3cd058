"""The files of an index: which arrays it has, of what kind, and how they are mapped into memory."""

from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.findings import DocumentNote
from onrecord.model import Failure

FORMAT = "onrecord-index/1"
CHUNK = 1 << 26  # words in one table of runs
BITS = 21
RARE = (1 << BITS) - 1  # all words numbered higher share this number in the tables of runs
ARRAYS = (("ids", "u4"), ("starts", "u4"), ("lengths", "u2"), ("flags", "u1"))
TABLE = (("keys", "u8"), ("starts", "u4"), ("order", "u4"))


class Entry(msgspec.Struct, frozen=True):
    """One document as it stands in the index."""

    note: DocumentNote
    first: int  # of its words
    end: int
    byte: int  # where its text begins in the file of texts
    bytes: int
    report: bool


class Head(msgspec.Struct, frozen=True):
    format: str
    state: str  # the digest of the files that it was built from, with sizes and times
    documents: tuple[Entry, ...]
    speakers: tuple[tuple[str | None, bool], ...]
    failures: tuple[Failure, ...]
    tables: int


def mapped(path: Path, kind: str) -> NDArray[Any]:
    """One array of an index, as its file holds it."""
    if path.stat().st_size == 0:
        return np.empty(0, dtype=kind)
    return np.asarray(np.memmap(path, dtype=kind, mode="r"))
