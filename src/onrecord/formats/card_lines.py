"""The lines of a card: words measured by their font, broken into lines, shrunk to fit, and shown in their direction.

Widths are shares of the size of the letters. Lines break at spaces, between the characters of scripts that are
written without them, and in the middle of a word only where it is longer than a line.
"""

import functools
import itertools
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.formats.fonts import BOLD, REGULAR, widths

ELLIPSIS = "…"
# Of characters that the font has not: a little more than the letters of a sentence are wide on average in DejaVu Sans
# (.70 for Arabic where each stands alone, less where they join; .56 for Greek, .51 for Hebrew); those of East Asia are
# as wide as they are high.
_OTHER, _WIDE, _EMOJI = 0.66, 1.0, 1.25
_SCRIPTS = {"GREEK": 0.6, "HEBREW": 0.56}
# What no line begins with, and what none ends with (JIS X 4051, the usual part of it).
_NO_BEGIN = frozenset(
    "、。，．・：；？！）］｝」』】〉》’”…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.;:?!)]}»"
)
_NO_END = frozenset("（［｛「『【〈《‘“([{«")
_BEFORE, _AFTER = "\u2067", "\u2069"  # right-to-left isolate, and its end
_LEFT_BEFORE = "\u2066"
_STEPS = 12  # halvings by which the narrowest lines are looked for
_MOST_BALANCED = 6  # lines; of more nobody sees the difference


class Block(NamedTuple):
    """Words in lines of one size; `cut` where not all of them fitted."""

    lines: tuple[str, ...]
    size: int
    cut: bool


class _Piece(NamedTuple):
    """Characters that stay together, with the width of the space before them (none inside a word)."""

    text: str
    width: float
    space: float


def width_of(text: str, *, bold: bool = False) -> float:
    """How wide a text is, as a share of the size of its letters."""
    return _sum(text, widths(BOLD if bold else REGULAR))


def is_measured(text: str, *, bold: bool = False) -> bool:
    """Whether the font has every character of a text, so that its width is known and not supposed."""
    return all(character in widths(BOLD if bold else REGULAR) for character in text)


def shortened_to(text: str, most: float, *, bold: bool = False) -> str:
    """As much of a text as a width has room for, "…" where that is not all."""
    if width_of(text, bold=bold) <= most:
        return text
    table = widths(BOLD if bold else REGULAR)
    room = most - table[ELLIPSIS]
    kept: list[str] = []
    for cluster in _clusters(text):
        room -= _sum(cluster, table)
        if room < 0:
            break
        kept.append(cluster)
    return "".join(kept).rstrip(" ,;:–—") + ELLIPSIS


def fit(
    text: str, *, marks: tuple[str, str], width: float, height: float, sizes: Sequence[int], leading: float
) -> Block:
    """The words in the largest of some falling sizes in which they fit a box; cut off in the last one.

    `marks` are put around them, also where they are cut. The first may stand outside the box.
    """
    pieces = list(_pieces(f"{marks[0]}{text}{marks[1]}"))
    for size in sizes:
        most = int(height // (size * leading))
        lines = _filled(pieces, width / size)
        if len(lines) <= most:
            return Block(tuple(_balanced(pieces, lines, width / size)), size, cut=False)
    kept = lines[:most]
    end = ELLIPSIS + marks[1]
    last = f"{kept[-1]} {lines[most].split(' ')[0]}"
    kept[-1] = _cut(last, width / size - width_of(end)) + end
    return Block(tuple(kept), size, cut=True)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left (Unicode Annex 9, rules P2 and P3)."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def has_right_to_left(text: str) -> bool:
    """Whether any letter runs from right to left."""
    return not text.isascii() and any(map(is_right_to_left, text))


def isolated(text: str, *, right_to_left: bool | None = None) -> str:
    """A text in the direction that it has by itself, or that is said, whatever stands around it."""
    turned = is_right_to_left(text) if right_to_left is None else right_to_left
    if right_to_left is None and not has_right_to_left(text):
        return text
    return (_BEFORE if turned else _LEFT_BEFORE) + text + _AFTER


def _pieces(text: str) -> Iterator[_Piece]:
    table = widths()
    for word in text.split():
        space = table[" "]
        for part in _parts(word):
            yield _Piece(part, _sum(part, table), space)
            space = 0.0


def _parts(word: str) -> Iterator[str]:
    """A word, or where it is of a script without spaces its characters, those that stay together together."""
    start = 0
    for at in range(1, len(word)):
        before, after = word[at - 1], word[at]
        if (_is_wide(before) or _is_wide(after)) and not (
            after in _NO_BEGIN or before in _NO_END or _is_joined(before, after)
        ):
            yield word[start:at]
            start = at
    yield word[start:]


def _filled(pieces: Iterable[_Piece], most: float) -> list[str]:
    """The pieces in lines no wider than `most`."""
    lines: list[str] = []
    line, used = "", 0.0
    for piece in pieces:
        if line and used + piece.space + piece.width <= most:
            line += (" " if piece.space else "") + piece.text
            used += piece.space + piece.width
            continue
        if line:
            lines.append(line)
        *whole, line = _chopped(piece.text, most) if piece.width > most else (piece.text,)
        lines += whole
        used = width_of(line) if whole else piece.width
    return [*lines, line] if line else lines


def _balanced(pieces: Sequence[_Piece], lines: list[str], most: float) -> list[str]:
    """The same number of lines, each as long as the others if that can be."""
    low, high = max(most / 2, *(piece.width for piece in pieces)), most
    if low >= high or not 1 < len(lines) <= _MOST_BALANCED:
        return lines
    for _ in range(_STEPS):
        middle = (low + high) / 2
        found = _filled(pieces, middle)
        if len(found) <= len(lines):
            lines, high = found, middle
        else:
            low = middle
    return lines


def _cut(line: str, most: float) -> str:
    """The words of a line that fit, whole ones if they are not too long for that."""
    short = _chopped(line, most)[0]
    if short == line:
        return line.rstrip(" ,;:–—")
    head, space, _ = short.rpartition(" ")
    return (head if space and width_of(head) > most / 2 else short).rstrip(" ,;:–—")


def _chopped(text: str, most: float) -> list[str]:
    """A text in pieces no wider than `most`, no accent parted from its letter."""
    table = widths()
    found, piece, used = [], "", 0.0
    for cluster in _clusters(text):
        width = _sum(cluster, table)
        if piece and used + width > most:
            found.append(piece)
            piece, used = "", 0.0
        piece += cluster
        used += width
    return [*found, piece]


def _clusters(text: str) -> Iterator[str]:
    """The characters of a text with what belongs to each."""
    start = 0
    for at in range(1, len(text)):
        if not _is_joined(text[at - 1], text[at]):
            yield text[start:at]
            start = at
    yield text[start:]


def _is_joined(before: str, after: str) -> bool:
    """Whether two characters are one for the reader: accents, joined emoji, skin colours, flags."""
    if before == "\u200d" or "\U0001f3fb" <= after <= "\U0001f3ff":
        return True
    if "\U0001f1e6" <= before <= "\U0001f1ff" and "\U0001f1e6" <= after <= "\U0001f1ff":
        return True
    return unicodedata.category(after) in ("Mn", "Mc", "Me", "Cf")


@functools.lru_cache(maxsize=4_096)
def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF" and unicodedata.category(character) != "So"


def _sum(text: str, table: dict[str, float]) -> float:
    """The width of a text: what is joined to a character before it takes no room of its own."""
    if text.isascii():
        return sum(table.get(character, _OTHER) for character in text)
    pairs = itertools.pairwise(f" {text}")
    return sum(_width(after, table) for before, after in pairs if not _is_joined(before, after))


def _width(character: str, table: dict[str, float]) -> float:
    if unicodedata.category(character) == "Cf":  # at the very beginning
        return 0.0
    known = table.get(character)
    if known is not None:
        return known
    if unicodedata.east_asian_width(character) in "WF":
        return _EMOJI if unicodedata.category(character) == "So" else _WIDE
    return _SCRIPTS.get(script_of(character), _OTHER)


def split_symbols(text: str) -> Iterator[str]:
    """A text in parts that are all symbols of no script that the font has (emoji above all), or none."""
    for _, part in itertools.groupby(_clusters(text), key=is_symbol):
        yield "".join(part)


@functools.lru_cache(maxsize=4_096)
def is_symbol(cluster: str) -> bool:
    """Whether what a reader takes for one character is a symbol that the font has not."""
    first = cluster[:1]
    return first not in widths() and unicodedata.category(first) in ("So", "Sm", "Sc", "Sk", "No")


@functools.lru_cache(maxsize=4_096)
def script_of(character: str) -> str:
    """The first word of a character's name in Unicode: "ARABIC", "CJK", "HIRAGANA"."""
    return unicodedata.name(character, "OTHER").partition(" ")[0]
