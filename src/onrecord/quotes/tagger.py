"""The tagger: a small transformer that says of each word piece whether it is source, cue or content, and whose.

It runs in onnxruntime from weights that ship with the package; `weights/CARD.md` says what they are and how
well they do. Nothing is fetched.
"""

import os
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec
import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.errors import BrokenInstallation
from onrecord.model import Span
from onrecord.quotes.marks import Passage
from onrecord.quotes.windows import END, START, Pieces, Window, cut, encode

WEIGHTS: Traversable = files("onrecord.quotes") / "weights"
_BATCH = 1536  # word pieces a batch holds: small batches stay in the processor's cache

Floats = NDArray[np.float32]
Halves = NDArray[np.float16]


class Links(msgspec.Struct, frozen=True):
    """Log probabilities, in one window, that a piece (row) is headed by another (column); `start` is the number
    of the window's first piece; column 0 is "nothing here", column 1 + k the window's k-th piece."""

    start: int
    to_cue: Halves
    to_source: Halves


class Tags(msgspec.Struct, frozen=True):
    """What the tagger says of a text: (n, 7) log probabilities of the tags, and for each piece its window's links."""

    pieces: Pieces
    tags: Floats
    links: tuple[Links, ...]
    window: NDArray[np.int64]


class Tagger:
    """The loaded model; one is enough for a process, and it may be shared between threads."""

    def __init__(self, *, threads: int = 0, weights: Traversable = WEIGHTS) -> None:
        """Loads weights, those that ship if no others are named; `threads` 0 is one a core that this process may use.

        Raises `BrokenInstallation` where the weights are missing or damaged.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or _usable_cores()
        options.log_severity_level = 3
        try:
            model = (weights / "tagger.onnx").read_bytes()
            self._tokenizer = Tokenizer.from_str((weights / "tokenizer.json").read_text("utf-8"))
            self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        except (OSError, ValueError, RuntimeError) as error:
            raise BrokenInstallation(
                f"the tagger's weights cannot be loaded ({error}); install onrecord again, or run  make train"
            ) from error

    def tag(self, text: str, paragraphs: Sequence[Span], passages: Sequence[Passage]) -> Tags:
        """Tags the paragraphs of a text. Any text is accepted; time is linear in its length."""
        pieces = encode(self._tokenizer, text, paragraphs, passages)
        windows = cut(pieces.paragraph)
        tags = np.zeros((len(pieces.ids), 7), dtype=np.float32)
        owner = np.zeros(len(pieces.ids), dtype=np.int64)
        links: list[Links | None] = [None] * len(windows)
        for batch in _batches(windows):
            outputs = self._session.run(None, _feed(pieces, [windows[number] for number in batch]))
            for row, number in enumerate(batch):
                window = windows[number]
                count = window.end - window.start
                tags[window.kept] = _log_softmax(outputs[0][row, window.rows])
                owner[window.kept] = number
                to_cue, to_source = (
                    _log_softmax(scores[row, 1 : count + 1, : count + 1]) for scores in outputs[1:]
                )
                # half precision: a long text has thousands of these tables
                links[number] = Links(window.start, to_cue.astype(np.float16), to_source.astype(np.float16))
        return Tags(pieces, tags, tuple(link for link in links if link is not None), owner)


def _usable_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@cache
def shared_tagger() -> Tagger:
    """The process's one tagger, loaded when it is first needed."""
    return Tagger()


def _batches(windows: Sequence[Window]) -> Iterator[list[int]]:
    """Numbers of windows of like length, at most `_BATCH` pieces together."""
    batch: list[int] = []
    for number in sorted(range(len(windows)), key=lambda number: windows[number].end - windows[number].start):
        length = windows[number].end - windows[number].start
        if batch and (len(batch) + 1) * length > _BATCH:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def _feed(pieces: Pieces, windows: Sequence[Window]) -> dict[str, NDArray[np.int64]]:
    size = (len(windows), 2 + max(window.end - window.start for window in windows))
    ids, types, mask = (np.zeros(size, dtype=np.int64) for _ in range(3))
    for row, window in enumerate(windows):
        count = window.end - window.start
        ids[row, 0], ids[row, count + 1] = START, END
        ids[row, 1 : count + 1] = pieces.ids[window.start : window.end]
        types[row, 1 : count + 1] = pieces.quoted[window.start : window.end]
        mask[row, : count + 2] = 1
    return {"input_ids": ids, "token_type_ids": types, "attention_mask": mask}


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result
