"""A quoted passage as a check reads it: its words, and the edits that it marks itself.

Square brackets and ellipses are marks of an edit; they stand before the word with the number of their *slot*
(0 before the first word, as many as there are words behind the last). A bracket that is part of a word ("want[ed]",
"[W]e") makes that word an edited one. Scene notes ("[applause]") are no words and no edits.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

import msgspec

from onrecord.model import Span
from onrecord.read.transcript import scene_notes
from onrecord.words import fold_word, words

MarkKind = Literal["bracket", "ellipsis"]

_DOTS = r"(?:…|\.{3,}|\.(?:[ \t\xa0\u2009\u202f]\.){2,})"
_ELLIPSIS = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS}")
_BRACKET = re.compile(r"\[[^\[\]]{0,300}\]")
_LETTERS_BEFORE = re.compile(r"[^\W\d_][^\W\d_'’]*$")
_LETTERS_AFTER = re.compile(r"['’]?[^\W\d_]+(?:['’][^\W\d_]+)*")
_LONGEST_WORD = 60


class EditMark(NamedTuple):
    """A mark of an edit: its kind, the slot that it stands in, its span, and the words inside a bracket."""

    kind: MarkKind
    slot: int
    span: Span
    words: tuple[str, ...]


class QuoteWord(NamedTuple):
    """A word of a passage; an edited one keeps the letters outside its brackets, before and behind."""

    start: int
    end: int
    key: str
    edited: bool = False
    before: str = ""
    behind: str = ""


class Passage(msgspec.Struct, frozen=True):
    """The words of a quote and its marks, in order; offsets count into `text`."""

    text: str
    words: tuple[QuoteWord, ...]
    keys: tuple[str, ...]  # the folded forms of the words
    marks: tuple[EditMark, ...]


def read_passage(text: str) -> Passage:
    """The words and marks of a passage. Linear; any text is taken, an empty one has no words."""
    if "[" not in text and "…" not in text and "." not in text and "(" not in text:
        return _passage(text, [QuoteWord(*word) for word in words(text)], [])
    found: list[QuoteWord] = []
    marks: list[EditMark] = []
    last = 0
    for kind, start, end in _marks(text):
        if kind == "word":
            found += (QuoteWord(*word) for word in words(text, last, start))
            found.append(_edited(text, start, end))
        else:
            found += (QuoteWord(*word) for word in words(text, last, start))
            if kind != "note":
                inner = tuple(word.key for word in words(text, start, end)) if kind == "bracket" else ()
                marks.append(EditMark(kind, len(found), (start, end), inner))
        last = end
    found += (QuoteWord(*word) for word in words(text, last))
    return _passage(text, found, marks)


def unedited(text: str) -> Passage:
    """The words of a passage with its brackets taken for punctuation, as another document may print it."""
    return _passage(text, [QuoteWord(*word) for word in words(text)], [])


def _passage(text: str, found: list[QuoteWord], marks: list[EditMark]) -> Passage:
    return Passage(text, tuple(found), tuple(word.key for word in found), tuple(marks))


def _marks(text: str) -> Iterator[tuple[Literal["note", "word", "bracket", "ellipsis"], int, int]]:
    """What is no plain word, in order: scene notes, words edited by brackets, brackets and ellipses."""
    notes = scene_notes(text) if "[" in text or "(" in text else ()
    found: list[tuple[Literal["note", "word", "bracket", "ellipsis"], int, int]] = []
    found += [("note", *note) for note in notes]
    found += [("ellipsis", *match.span()) for match in _ELLIPSIS.finditer(text)]
    for match in _BRACKET.finditer(text):
        start, end = _with_letters(text, *match.span())
        found.append(("word" if (start, end) != match.span() else "bracket", start, end))
    found.sort(key=_by_place)
    last = 0
    for row in found:
        if row[1] >= last:
            yield row
            last = row[2]


def _by_place(row: tuple[str, int, int]) -> tuple[int, int]:
    return row[1], -row[2]


def _with_letters(text: str, start: int, end: int) -> Span:
    """The span of the word that a bracket is part of; the bracket's own where it is none, or holds several words."""
    inner = text[start + 1 : end - 1]
    if not inner or not inner.replace("'", "").replace("’", "").isalpha():
        return start, end
    before = _LETTERS_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    after = _LETTERS_AFTER.match(text, end, end + _LONGEST_WORD)
    return before.start() if before else start, after.end() if after else end


def _edited(text: str, start: int, end: int) -> QuoteWord:
    outside = re.split(r"\[[^\[\]]*\]", text[start:end])
    whole = re.sub(r"[\[\]]", "", text[start:end])
    return QuoteWord(start, end, fold_word(whole), True, fold_word(outside[0]), fold_word(outside[-1]))
