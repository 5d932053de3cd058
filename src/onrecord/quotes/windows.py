"""How a text is cut for the tagger: word pieces with their offsets, packed by whole paragraphs into windows.

An attribution almost never leaves its paragraph (99.5 % of PolNeAR's stay), so windows are cut between
paragraphs. A paragraph that is too long for one is cut into overlapping windows, and each piece is read from
the window in which it stands farthest from a cut, so that nothing is lost at the seams.
"""

from collections.abc import Sequence
from itertools import pairwise

import msgspec
import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from onrecord.model import Span
from onrecord.quotes.marks import Passage

WINDOW = 192  # word pieces a window holds, without its two special tokens
START, END = 101, 102  # the special tokens of BERT's vocabulary, around each window
OVERLAP = 64  # pieces that two windows of one long paragraph share

Ints = NDArray[np.int64]


class Pieces(msgspec.Struct, frozen=True):
    """A text as word pieces: vocabulary ids and (n, 2) half-open offsets, with what is known of each piece."""

    ids: Ints
    offsets: Ints
    quoted: Ints  # 1 inside quotation marks, the marks themselves included
    paragraph: Ints  # the number of the paragraph that the piece stands in
    inner: NDArray[np.bool_]  # whether it goes on the word that the piece before it began


class Window(msgspec.Struct, frozen=True):
    """Pieces `start` to `end` go through the model; what it says of `keep_start` to `keep_end` is kept."""

    start: int
    end: int
    keep_start: int
    keep_end: int

    @property
    def kept(self) -> slice:
        """Where the kept pieces stand in the text."""
        return slice(self.keep_start, self.keep_end)

    @property
    def rows(self) -> slice:
        """Where they stand in what the model says of the window, behind its start token."""
        return slice(1 + self.keep_start - self.start, 1 + self.keep_end - self.start)


def encode(
    tokenizer: Tokenizer, text: str, paragraphs: Sequence[Span], passages: Sequence[Passage]
) -> Pieces:
    """The word pieces of each paragraph of a text, in order; text outside the paragraphs is left out."""
    parts = tokenizer.encode_batch([text[start:end] for start, end in paragraphs], add_special_tokens=False)
    ids = [np.asarray(part.ids, dtype=np.int64) for part in parts]
    offsets = [
        np.asarray(part.offsets, dtype=np.int64).reshape(-1, 2) + start
        for part, (start, _) in zip(parts, paragraphs, strict=True)
    ]
    numbers = [np.full(len(part), number, dtype=np.int64) for number, part in enumerate(ids)]
    empty = np.zeros(0, dtype=np.int64)
    all_offsets = np.concatenate(offsets) if offsets else np.zeros((0, 2), dtype=np.int64)
    return Pieces(
        np.concatenate(ids) if ids else empty,
        all_offsets,
        _quoted(all_offsets, passages),
        np.concatenate(numbers) if numbers else empty,
        _inner(text, parts, all_offsets),
    )


def _inner(text: str, parts: Sequence[Encoding], offsets: Ints) -> NDArray[np.bool_]:
    """Later pieces of a word, and what a hyphen ties to it ("co-chair"): such words are never cut."""
    inner = np.asarray([token.startswith("##") for part in parts for token in part.tokens], dtype=bool)
    if len(inner) < 3:
        return inner
    touches = offsets[1:, 0] == offsets[:-1, 1]
    hyphens = np.asarray([text[start:end] == "-" for start, end in offsets.tolist()], dtype=bool)
    tied = hyphens[1:-1] & touches[:-1] & touches[1:]
    inner[1:-1] |= tied
    inner[2:] |= tied
    return inner


def _quoted(offsets: Ints, passages: Sequence[Passage]) -> Ints:
    quoted = np.zeros(len(offsets), dtype=np.int64)
    for passage in passages:
        if passage.depth == 0:
            first = np.searchsorted(offsets[:, 1], passage.outer[0], side="right")
            last = np.searchsorted(offsets[:, 0], passage.outer[1], side="left")
            quoted[first:last] = 1
    return quoted


def cut(paragraph: Ints, *, size: int = WINDOW, overlap: int = OVERLAP) -> list[Window]:
    """Windows over pieces whose paragraph numbers are given, in order; their kept parts tile all pieces."""
    windows: list[Window] = []
    bounds = [0, *(np.flatnonzero(np.diff(paragraph)) + 1).tolist(), len(paragraph)]
    start = 0
    for at, end in pairwise(bounds):
        if end - start <= size:
            continue
        if at > start:
            windows.append(Window(start, at, start, at))
            start = at
        if end - start > size:
            windows.extend(_cut_long(start, end, size, overlap))
            start = end
    if start < len(paragraph):
        windows.append(Window(start, len(paragraph), start, len(paragraph)))
    return windows


def _cut_long(start: int, end: int, size: int, overlap: int) -> list[Window]:
    windows: list[Window] = []
    step = size - overlap
    at, keep = start, start
    while True:
        stop = min(end, at + size)
        keep_stop = end if stop == end else stop - overlap // 2
        windows.append(Window(at, stop, keep, keep_stop))
        if stop == end:
            return windows
        at, keep = at + step, keep_stop
