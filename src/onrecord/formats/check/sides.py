"""The two sides of a check in parts: the quote's words and the document's, cut where they differ.

Each side is walked by itself, so that a difference that is odd (empty, overlapping, out of bounds) can at worst be
left unmarked on one side; it never moves or hides words of either text.
"""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.findings import Difference, OtherPlace, Piece

# The roles that a difference has by its class; every other has that of its operation.
_BY_CLASS = frozenset(["bracket", "ellipsis", "joint", "order"])


class Part(NamedTuple):
    """A stretch of one side: its words, and the difference that it takes part in with the words of both sides.

    `role` is "same", "insert", "delete", "replace", "bracket", "ellipsis", "joint" or "order"; `document` is None
    where the document's words are not known here (they lie outside every piece).
    """

    role: str
    quote: str
    document: str | None
    difference: Difference | None = None


def role_of(difference: Difference) -> str:
    """How a difference is shown: by its class where the quote marks it or it is a splice, else by its operation."""
    return difference.kind if difference.kind in _BY_CLASS else difference.op


def whole(other: OtherPlace, text: str) -> tuple[Piece, ...]:
    """A further place as the one piece that it is."""
    return (Piece(quote=(0, len(text)), document=other.span, text=other.text),)


def document_words(
    pieces: Sequence[Piece], differences: Sequence[Difference], dropped: Sequence[str] = ()
) -> list[str | None]:
    """The document's words of each difference, from the pieces or from what marked gaps left out; None: not known."""
    ordered = sorted(pieces, key=_document_start)
    starts = [piece.document[0] for piece in ordered]
    found: list[str | None] = []
    for difference in differences:
        start, end = difference.document
        index = bisect_right(starts, start) - 1
        words = None
        if difference.text is not None:
            words = difference.text
        elif start >= end:
            words = ""
        elif index >= 0 and end <= ordered[index].document[1]:
            base = ordered[index].document[0]
            # The text of a very long piece may be cut short: what is not there whole is not known.
            known = end - base <= len(ordered[index].text)
            words = ordered[index].text[start - base : end - base] if known else None
        found.append(words)
    for index, words in _gaps(differences, dropped):
        found[index] = words
    return found


def quote_side(text: str, differences: Sequence[Difference], documented: Sequence[str | None]) -> list[Part]:
    """The quote from its first character to its last, cut at the differences; `documented` as `document_words`."""
    parts: list[Part] = []
    at = 0
    for index in _in_quote(differences):
        start, end = differences[index].quote
        if start < at or end > len(text) or end < start:
            continue
        if start > at:
            parts.append(Part("same", text[at:start], None))
        difference = differences[index]
        parts.append(Part(role_of(difference), text[start:end], documented[index], difference))
        at = end
    if at < len(text):
        parts.append(Part("same", text[at:], None))
    return parts


def document_side(
    text: str, pieces: Sequence[Piece], differences: Sequence[Difference], documented: Sequence[str | None]
) -> list[Part]:
    """The document's pieces in the quote's order, cut at the differences, with what lies between them."""
    order = _in_document(differences)
    starts = [differences[index].document[0] for index in order]
    used: set[int] = set()
    walked: list[list[Part]] = []
    for piece in pieces:
        first, last = bisect_left(starts, piece.document[0]), bisect_right(starts, piece.document[1])
        walked.append(_within(text, piece, differences, documented, order[first:last], used))
    between = deque(
        index
        for index in _in_quote(differences)
        if index not in used and role_of(differences[index]) not in ("insert", "replace", "bracket")
    )
    parts: list[Part] = []
    for piece, inside in zip(pieces, walked, strict=True):
        while between and differences[between[0]].quote[0] <= piece.quote[0]:
            parts.append(_part(text, differences, documented, between.popleft()))
        parts += inside
    parts += [_part(text, differences, documented, index) for index in between]
    return parts


def _within(
    text: str,
    piece: Piece,
    differences: Sequence[Difference],
    documented: Sequence[str | None],
    candidates: Sequence[int],
    used: set[int],
) -> list[Part]:
    parts: list[Part] = []
    at = base = piece.document[0]
    for index in candidates:
        start, end = differences[index].document
        if index in used or start < at or end > piece.document[1] or start >= end:
            continue
        if differences[index].kind == "order":
            continue
        if start > at:
            parts.append(Part("same", "", piece.text[at - base : start - base]))
        parts.append(_part(text, differences, documented, index))
        used.add(index)
        at = end
    if piece.text[at - base :]:
        parts.append(Part("same", "", piece.text[at - base :]))
    return parts


def _part(text: str, differences: Sequence[Difference], documented: Sequence[str | None], index: int) -> Part:
    difference = differences[index]
    return Part(role_of(difference), text[slice(*difference.quote)], documented[index], difference)


def _gaps(differences: Sequence[Difference], dropped: Sequence[str]) -> list[tuple[int, str]]:
    """The marked gaps with what each left out: told apart by their order, where their number agrees."""
    gaps = [i for i in _in_quote(differences) if _is_gap(differences[i])]
    if len(gaps) != len(dropped):
        gaps = [i for i in gaps if differences[i].document[1] > differences[i].document[0]]
    return list(zip(gaps, dropped, strict=True)) if len(gaps) == len(dropped) else []


def _is_gap(difference: Difference) -> bool:
    return difference.kind == "ellipsis"


def _document_start(piece: Piece) -> int:
    return piece.document[0]


def _in_quote(differences: Sequence[Difference]) -> list[int]:
    """The numbers of the differences in the quote's order."""
    return [number for _, number in sorted((d.quote, number) for number, d in enumerate(differences))]


def _in_document(differences: Sequence[Difference]) -> list[int]:
    """The numbers of the differences in the document's order."""
    return [number for _, number in sorted((d.document, number) for number, d in enumerate(differences))]
