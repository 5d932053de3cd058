"""From annotated articles to training windows: word pieces, tags, and which pieces each piece belongs to.

An article is cut at other paragraphs in each epoch, so that its sentences are seen among other neighbours.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.measure.polnear import GoldArticle, published_since, read_split
from onrecord.quotes.marks import find_passages
from onrecord.quotes.windows import Pieces, cut, encode
from onrecord.text import find_paragraphs

ROLES = ("source", "cue", "content")
NOWHERE = -1  # the piece's cue, or the cue's source, lies outside the window or does not exist


class Lesson(msgspec.Struct, frozen=True):
    """What a teacher says of some pieces: (n, 7) log probabilities of the tags; (2, n, k) likeliest heads of each
    piece's links, to a cue and to a source, as numbers of pieces (-1 is nothing), and their probabilities."""

    tags: NDArray[np.float16]
    heads: NDArray[np.int32]
    shares: NDArray[np.float16]


class Example(msgspec.Struct, frozen=True):
    """One window. `tags` are 0 or B and I of each role; `links` pairs a piece with the piece that heads it:
    pieces of sources and contents with the first piece of their cue, pieces of cues with that of their source
    (0 is the window's own start token: nothing to link to). Positions count the start token."""

    ids: NDArray[np.int64]
    quoted: NDArray[np.int64]
    tags: NDArray[np.int64]
    cue_links: list[tuple[int, int]]
    source_links: list[tuple[int, int]]
    lesson: Lesson | None = None  # its heads count as the links do


class Labelled(msgspec.Struct, frozen=True):
    """An article in word pieces, with the tags and links of `Example`; these count from the article's first piece."""

    pieces: Pieces
    tags: NDArray[np.int64]
    cue_links: list[tuple[int, int]]
    source_links: list[tuple[int, int]]
    lesson: Lesson | None = None


def labelled(data: Path, tokenizer: Tokenizer, *, since: str) -> Iterator[Labelled]:
    """All train articles published before `since`, by each annotator who marked one."""
    for article in read_split(data, "train", every=True):
        if not published_since(article.id, since):
            yield label(article, tokenizer)


def label(article: GoldArticle, tokenizer: Tokenizer) -> Labelled:
    """One article in word pieces with its labels."""
    paragraphs = find_paragraphs(article.text)
    pieces = encode(tokenizer, article.text, paragraphs, find_passages(article.text, paragraphs))
    tags = np.zeros(len(pieces.ids), dtype=np.int64)
    cue_links: list[tuple[int, int]] = []
    source_links: list[tuple[int, int]] = []
    for attribution in article.attributions:
        members = {role: _members(pieces.offsets, getattr(attribution, role)) for role in ROLES}
        for number, role in enumerate(ROLES):
            for span in members[role]:
                tags[span] = 2 * number + 2
                tags[span[:1]] = 2 * number + 1
        cue = int(members["cue"][0][0]) if members["cue"] and len(members["cue"][0]) else NOWHERE
        source = int(members["source"][0][0]) if members["source"] and len(members["source"][0]) else NOWHERE
        cue_links += [
            (int(piece), cue) for role in ("source", "content") for span in members[role] for piece in span
        ]
        source_links += [(int(piece), source) for span in members["cue"] for piece in span]
    return Labelled(pieces, tags, cue_links, source_links)


def windows(article: Labelled, *, first: int = 0) -> Iterator[Example]:
    """The windows of an article; the first one ends at the last paragraph's end within `first` pieces, if any does."""
    paragraph = article.pieces.paragraph
    ends = np.flatnonzero(np.diff(paragraph[: first + 1])) + 1
    begin = int(ends[-1]) if len(ends) else 0
    parts = [(0, paragraph[:begin]), (begin, paragraph[begin:])]
    for offset, part in parts:
        for window in cut(part):
            start, end = window.start + offset, window.end + offset
            yield Example(
                article.pieces.ids[start:end],
                article.pieces.quoted[start:end],
                article.tags[start:end],
                list(_inside(article.cue_links, start, end)),
                list(_inside(article.source_links, start, end)),
                None if article.lesson is None else _part(article.lesson, start, end),
            )


def _members(offsets: NDArray[np.int64], spans: Iterable[tuple[int, int]]) -> list[NDArray[np.int64]]:
    """The pieces that each span touches; spans with no piece between them are one (the corpus cuts at sentences)."""
    runs: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        first = int(np.searchsorted(offsets[:, 1], start, side="right"))
        last = int(np.searchsorted(offsets[:, 0], end, side="left"))
        if runs and runs[-1][1] >= first:
            runs[-1] = (runs[-1][0], max(last, runs[-1][1]))
        elif first < last:
            runs.append((first, last))
    return [np.arange(first, last) for first, last in runs]


def _inside(links: Iterable[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    for piece, head in links:
        if start <= piece < end:
            yield piece - start + 1, head - start + 1 if start <= head < end else 0


def _part(lesson: Lesson, start: int, end: int) -> Lesson:
    """What a lesson says of some pieces: heads elsewhere are nothing, and heads count the start token."""
    heads = lesson.heads[:, start:end]
    inside = (heads >= start) & (heads < end)
    return Lesson(lesson.tags[start:end], np.where(inside, heads - start + 1, 0), lesson.shares[:, start:end])
