"""The tagger: a small transformer that says of each word piece whether it is source, cue or content, and whose.

It runs in onnxruntime from weights that ship with the package; `weights/CARD.md` says what they are and how
well they do. Nothing is fetched.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from threading import Barrier

import msgspec
import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.errors import BrokenInstallation
from onrecord.model import Span, TaggerModel
from onrecord.quotes.marks import Passage
from onrecord.quotes.windows import END, START, Pieces, Window, cut, encode

WEIGHTS: Traversable = files("onrecord.quotes") / "weights"
FILES: dict[TaggerModel, str] = {"default": "tagger.onnx", "fast": "fast.onnx"}

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

    def __init__(
        self, model: TaggerModel = "default", *, threads: int = 0, weights: Traversable = WEIGHTS
    ) -> None:
        """Loads one model from a folder of weights, that of the package if no other is named; `threads` 0 is one a core
        that this process may use.

        Raises `BrokenInstallation` where the weights are missing or damaged.
        """
        self.model = model
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # windows are read side by side, each on one core
        options.log_severity_level = 3
        try:
            graph = (weights / FILES[model]).read_bytes()
            self._tokenizer = Tokenizer.from_str((weights / "tokenizer.json").read_text("utf-8"))
            self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        except (OSError, ValueError, RuntimeError) as error:
            raise BrokenInstallation(
                f"the tagger's weights cannot be loaded ({error}); install onrecord again, or run  make train"
            ) from error
        threads = threads or _usable_cores()
        self._pool = _started(threads) if threads > 1 else None

    def tag(self, text: str, paragraphs: Sequence[Span], passages: Sequence[Passage]) -> Tags:
        """Tags the paragraphs of a text. Any text is accepted; time is linear in its length."""
        pieces = encode(self._tokenizer, text, paragraphs, passages)
        windows = cut(pieces.paragraph)
        tags = np.zeros((len(pieces.ids), 7), dtype=np.float32)
        owner = np.zeros(len(pieces.ids), dtype=np.int64)
        links: list[Links] = []
        each = map if self._pool is None else self._pool.map
        for window, (scores, linked) in zip(windows, each(partial(self._read, pieces), windows), strict=True):
            tags[window.kept] = scores[window.rows]
            owner[window.kept] = len(links)
            links.append(linked)
        return Tags(pieces, tags, tuple(links), owner)

    def _read(self, pieces: Pieces, window: Window) -> tuple[Floats, Links]:
        """The tags of a window, its start and end token among them, and its links."""
        inside = slice(window.start, window.end)
        given = {
            "input_ids": np.concatenate(([START], pieces.ids[inside], [END]))[None],
            "token_type_ids": np.concatenate(([0], pieces.quoted[inside], [0]))[None],
        }
        tags, *links = (scores[0] for scores in self._session.run(None, given))
        # half precision: a long text has thousands of these tables
        to_cue, to_source = (_log_softmax(scores[1:-1, :-1]).astype(np.float16) for scores in links)
        return _log_softmax(tags), Links(window.start, to_cue, to_source)


def _started(threads: int) -> ThreadPoolExecutor:
    """A pool whose threads run already: a process whose memory is bounded later may not be able to start them."""
    pool, all_there = ThreadPoolExecutor(threads), Barrier(threads)
    list(pool.map(lambda _: all_there.wait(), range(threads)))
    return pool


def _usable_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@cache
def shared_tagger(model: TaggerModel = "default") -> Tagger:
    """The process's one tagger of a model, loaded when it is first needed."""
    return Tagger(model)


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result
