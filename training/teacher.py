"""What several networks together say of the training articles, for the small one to learn from beside the annotators.

Distillation of an ensemble after Hinton, Vinyals and Dean, Distilling the knowledge in a neural network, 2015.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray

from onrecord.quotes.windows import END, START, cut

from .examples import Labelled, Lesson
from .fit import autocasting
from .network import Scores

Network = Callable[[torch.Tensor, torch.Tensor, torch.Tensor], Scores]
HEADS = 4  # of each piece: the likeliest heads of its links that are kept


def teach(networks: Sequence[Network], articles: Sequence[Labelled], folder: Path) -> list[Labelled]:
    """The articles with what the networks say of them, the mean of their probabilities; kept in `folder`, so that they
    are asked once."""
    kept = folder / "lessons.pt"
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        torch.save([_kept(_lesson(networks, article)) for article in articles], folder / "lessons.tmp")
        (folder / "lessons.tmp").replace(kept)
    lessons = [Lesson(*(part.numpy() for part in parts)) for parts in torch.load(kept, weights_only=True)]
    return [
        msgspec.structs.replace(article, lesson=lesson)
        for article, lesson in zip(articles, lessons, strict=True)
    ]


def _kept(lesson: Lesson) -> tuple[torch.Tensor, ...]:
    return tuple(torch.from_numpy(getattr(lesson, name)) for name in lesson.__struct_fields__)


def _lesson(networks: Sequence[Network], article: Labelled) -> Lesson:
    pieces = article.pieces
    count = len(pieces.ids)
    tags = np.zeros((count, 7), dtype=np.float16)
    heads = np.full((2, count, HEADS), -1, dtype=np.int32)
    shares = np.zeros((2, count, HEADS), dtype=np.float16)
    for window in cut(pieces.paragraph):
        inside = slice(window.start, window.end)
        kept = window.kept
        outputs = [
            scores[window.rows] for scores in _mean(networks, pieces.ids[inside], pieces.quoted[inside])
        ]
        tags[kept] = np.maximum(outputs[0], -30)
        for number, scores in enumerate(outputs[1:]):
            likely = np.argsort(-scores[:, : 1 + window.end - window.start], axis=1)[:, :HEADS]
            few = slice(likely.shape[1])  # a window of two pieces has three heads to choose from
            heads[number, kept, few] = np.where(likely == 0, -1, likely - 1 + window.start)
            shares[number, kept, few] = np.exp(np.take_along_axis(scores, likely, axis=1))
    return Lesson(tags, heads, shares)


def _mean(
    networks: Sequence[Network], ids: NDArray[np.int64], quoted: NDArray[np.int64]
) -> list[NDArray[np.float32]]:
    """The log of the mean probabilities for one window, start and end token among its rows."""
    padded = torch.from_numpy(np.concatenate(([START], ids, [END])))[None]
    types = torch.from_numpy(np.concatenate(([0], quoted, [0])))[None]
    with torch.inference_mode(), autocasting():
        said = [network(padded, types, torch.ones_like(padded)) for network in networks]
    return [
        torch.stack([scores[0].float().softmax(-1) for scores in part]).mean(0).log().numpy()
        for part in zip(*said, strict=True)
    ]
