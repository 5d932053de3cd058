"""The words of a printing with what differs from those that it had before it, piece by piece."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from onrecord.formats.visible import one_line, visible
from onrecord.formats.wrap import shortened
from onrecord.traces import Alteration, Drift

LONGEST = 420  # characters of a printing that are shown
_LONGEST_LEFT_OUT = 60  # characters of words that it left out

Role: TypeAlias = Literal["same", "added", "dropped", "before", "after", "own", "order", "more"]


class Piece(NamedTuple):
    """Some words and what they are.

    `added` and `after` are only in the printing, `dropped` and `before` only in what it had before it (a `before` is
    followed by the `after` that stands for it); `own` are the printing's own brackets and ellipses; `order` says that
    what follows stands elsewhere there; `more` that the rest is not shown.
    """

    role: Role
    words: str


def marked(text: str, drift: Drift | None) -> list[Piece]:
    """A printing's text as pieces; the whole of it as one where nothing is known that differs."""
    found = [row for row in drift.alterations if row.at is not None] if drift else []
    pieces: list[Piece] = []
    done = 0
    for row in sorted(found, key=_place):
        start, end = row.at or (0, 0)
        if start < done:  # inside what was shown with the one before it
            continue
        if start >= LONGEST:
            break
        pieces += [Piece("same", text[done:start]), *_differing(row, text[start:end])]
        done = end
    if len(text) > max(done, LONGEST):
        pieces += [Piece("same", text[done:LONGEST]), Piece("more", "…")]
    else:
        pieces.append(Piece("same", text[done:]))
    return [piece._replace(words=visible(piece.words).replace("\n", " ")) for piece in pieces if piece.words]


def _differing(row: Alteration, words: str) -> Iterator[Piece]:
    before = shortened(one_line(row.before), _LONGEST_LEFT_OUT)
    if row.kind == "order":
        yield Piece("order", words or " ")
    elif row.kind in ("bracket", "ellipsis"):
        yield Piece("own", words or "…")
    elif not words.strip():
        yield Piece("dropped", before)
    elif not before:
        yield Piece("added", words)
    else:
        yield from (Piece("before", before), Piece("after", words))


def _place(row: Alteration) -> tuple[int, int]:
    return row.at or (0, 0)
