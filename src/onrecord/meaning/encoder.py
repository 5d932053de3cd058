"""The sentence encoder: a small transformer that gives words of like meaning like vectors.

It runs in onnxruntime from weights that ship with the package; `weights/CARD.md` says what they are. Nothing is
fetched. Likeness is the inner product of two vectors (Reimers and Gurevych, "Sentence-BERT", 2019): an approximate
measure that knows nothing of who is right, and puts a claim and its denial close together.
"""

import os
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.errors import BrokenInstallation

MODEL = "minilm-int8/1"  # kept beside each vector: vectors of two models cannot be compared
DIMENSIONS = 384
LONGEST = 128  # word pieces of a text that are read: what comes after does not count
SCALE = 127.0
_BATCH = 2048  # word pieces at once: small batches stay in the processor's cache
_WEIGHTS = files("onrecord.meaning") / "weights"

Vectors = NDArray[np.int8]


class Encoder:
    """The loaded model; one is enough for a process, and it may be shared between threads."""

    def __init__(self, *, threads: int = 0) -> None:
        """Loads the shipped weights; `threads` 0 is one a core that this process may use.

        Raises `BrokenInstallation` where the weights are missing or damaged.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or len(os.sched_getaffinity(0))
        options.log_severity_level = 3
        try:
            model = (_WEIGHTS / "encoder.onnx").read_bytes()
            self._tokenizer = Tokenizer.from_str((_WEIGHTS / "tokenizer.json").read_text("utf-8"))
            self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        except (OSError, ValueError, RuntimeError) as error:
            raise BrokenInstallation(
                f"the sentence encoder's weights cannot be loaded ({error}); install onrecord again, or run"
                "  make train"
            ) from error
        self._tokenizer.enable_truncation(LONGEST)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One vector a text: (n, 384) whole numbers of -127 to 127, of length close to 127.

        Any text is accepted, the empty one too. Numbers may differ by a little with what else is encoded at once.
        """
        pieces = self._tokenizer.encode_batch_fast(list(texts))
        found = np.zeros((len(texts), DIMENSIONS), dtype=np.int8)
        order = sorted(range(len(pieces)), key=lambda number: len(pieces[number].ids))
        start = 0
        while start < len(order):
            end = start + 1
            while end < len(order) and (end + 1 - start) * len(pieces[order[end]].ids) <= _BATCH:
                end += 1
            rows = order[start:end]
            found[rows] = self._run([pieces[number].ids for number in rows])
            start = end
        return found

    def _run(self, ids: Sequence[Sequence[int]]) -> Vectors:
        size = (len(ids), max(map(len, ids)))
        padded, mask = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
        for row, numbers in enumerate(ids):
            padded[row, : len(numbers)] = numbers
            mask[row, : len(numbers)] = 1
        (vectors,) = self._session.run(None, {"input_ids": padded, "attention_mask": mask})
        rounded: Vectors = np.rint(vectors * SCALE).astype(np.int8)
        return rounded


@cache
def shared_encoder() -> Encoder:
    """The process's one encoder, loaded when it is first needed."""
    return Encoder()
