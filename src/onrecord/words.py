"""The words of a text as a check compares them: where each stands, and its folded form.

Two words are the same where their folded forms are. Aside are case, accents, hyphens and dashes (they part words),
all punctuation, and the kinds of apostrophes. Digits keep their decimal point ("3.5" is not "35") and lose the
commas between thousands; signs that are read as words ($ % & and the like) are words. An apostrophe is dropped
unless the word without it would be another word ("we're" is not "were", "the mayor's" is not "the mayors").
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Letters that a word may hold inside it though they are no letters: combining accents, and marks of no width
# (soft hyphen, zero-width joiners, byte order mark).
_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_APOSTROPHES = "'’‘ʼ‛`´＇′"
_LETTER = f"[^\\W_{_INSIDE}]"
WORD = re.compile(
    # An initialism keeps its letters together: U.S., a.m.
    rf"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])"
    # Figures with their commas and decimal point; letters may follow: 1,500.25, 21st, .5
    r"|(?<![^\W_])\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+\.\d+"
    rf"|{_LETTER}(?:[^\W_]|[{_INSIDE}])*(?:[{_APOSTROPHES}](?:[^\W_]|[{_INSIDE}])+)*"
    r"|[$£€¥₹₽₴%&°§+]"
)
_NO_WIDTH = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_TO_APOSTROPHE = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
# Words that are another word, or another form, without their apostrophe.
_NEEDS_APOSTROPHE = frozenset(
    "we're i'll she'll he'll we'll she'd we'd he'd i'd can't won't who're you'd they'd what're o'er".split()
)
# Letters that no decomposition takes apart.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th"}
)


class Word(NamedTuple):
    """A word: its half-open span in the text, and its folded form."""

    start: int
    end: int
    key: str


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of `text[start:end]`, in order, with spans that count into the whole text. Linear."""
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        yield Word(match.start(), match.end(), fold_word(match.group()))


@lru_cache(maxsize=1 << 18)
def fold_word(word: str) -> str:
    """The form of one word in which case, accents, and kinds of apostrophes are aside."""
    if word.isascii():
        folded = word.lower()
    else:
        folded = word.translate(_NO_WIDTH).translate(_TO_APOSTROPHE)
        folded = unicodedata.normalize("NFKD", folded.casefold()).casefold()
        folded = "".join(letter for letter in folded if not unicodedata.combining(letter)).translate(_PLAIN)
    if "'" in folded or "`" in folded:
        folded = folded.replace("`", "'")
        if not (folded.endswith("'s") or folded in _NEEDS_APOSTROPHE):
            folded = folded.replace("'", "")
    if folded[:1].isdigit() or folded[:1] == ".":
        return _fold_figure(folded)
    return folded.replace(".", "")


def _fold_figure(figure: str) -> str:
    """1,500.5 as 1500.5, and .5 as 0.5."""
    figure = figure.replace(",", "")
    return "0" + figure if figure.startswith(".") else figure
