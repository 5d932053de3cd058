"""Filling lines of a terminal with words that may have a colour."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import TypeAlias

Run: TypeAlias = tuple[str, str]  # some text, and how it looks: an SGR sequence's numbers, "" for plain


def cells(text: str) -> int:
    """How many columns of a terminal the text takes: none for accents, two for wide characters."""
    if text.isascii():
        return len(text)
    return sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def painted(text: str, look: str) -> str:
    """The text in a colour, put back to plain after it."""
    return f"\x1b[{look}m{text}\x1b[0m" if look and text else text


def shortened(text: str, width: int) -> str:
    """The first words that fit into `width` columns, "…" where some are left out."""
    if cells(text) <= width:
        return text
    room, kept = width - 1, []
    for character in text:
        room -= _cells_of(character)
        if room < 0:
            break
        kept.append(character)
    short = "".join(kept)
    head, space, _ = short.rpartition(" ")
    return (head if space and cells(head) > width // 2 else short).rstrip(" …") + "…"


def filled(runs: Iterable[Run], *, width: int, indent: str = "") -> Iterator[str]:
    """Lines no longer than `width` columns (a longer word has a line to itself), each closing its colours."""
    line: list[Run] = []
    used = len(indent)
    for word in _words(runs):
        length = sum(cells(text) for text, _ in word)
        if line and used + 1 + length > width:
            yield indent + _painted(line)
            line, used = [], len(indent)
        if line:
            line.append((" ", line[-1][1] if line[-1][1] == word[0][1] else ""))
            used += 1
        line += word
        used += length
    if line:
        yield indent + _painted(line)


def _words(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The words, each as the runs that it is made of: one word may change its colour in the middle."""
    word: list[Run] = []
    for text, look in runs:
        parts = text.split()
        if text[:1].isspace() and word:
            yield word
            word = []
        for index, part in enumerate(parts):
            if index and word:
                yield word
                word = []
            word.append((part, look))
        if parts and text[-1:].isspace():
            yield word
            word = []
    if word:
        yield word


def _painted(line: list[Run]) -> str:
    joined: list[Run] = []
    for text, look in line:
        if joined and joined[-1][1] == look:
            joined[-1] = (joined[-1][0] + text, look)
        else:
            joined.append((text, look))
    return "".join(painted(text, look) for text, look in joined)
