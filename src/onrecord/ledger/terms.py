"""The words of a text as full-text search takes them: where each stands, and the form that is compared.

A word is a run of letters and digits. Case, accents, signs of no width and the ways to write one letter (Unicode's
compatibility forms) are aside; an apostrophe parts words, so that "mayor" finds "the mayor's" and "don't" is two
words that stand together. No word is left out and none is cut to a stem: "to be or not to be" can be found. Both
databases are handed these words and no text, so that both find the same.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# A longer run is no word that anybody looks for (an address, a digest); both sides are cut here.
LONGEST = 64
# Signs of no width, which a word may hold.
_NO_WIDTH = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
# Marks on letters are no letters to Python; a word may hold them, and in some scripts they are its vowels.
_MARKS = "".join(
    chr(code) for code in range(0x300, 0x1F000) if unicodedata.category(chr(code)) in ("Mn", "Mc", "Me")
)
_INSIDE = re.escape(_MARKS + "".join(map(chr, _NO_WIDTH)))
# The look ahead spares the long list of marks for the space that follows most words.
_RUN = re.compile(rf"[^\W_]+(?:(?![\x00-\x7f])[{_INSIDE}]+[^\W_]*)*")
_PLAIN_RUN = re.compile(r"[a-z0-9]+")
_LETTERS = re.compile(rf"(?:[^\W_]|[{re.escape(_MARKS)}])+")
# Letters that no decomposition takes apart, as the check folds them.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


class Term(NamedTuple):
    """A word: its half-open span in the text, and its folded form."""

    start: int
    end: int
    word: str


def terms(text: str, start: int = 0, end: int | None = None) -> Iterator[Term]:
    """The words of `text[start:end]` in order, with spans that count into the whole text. Linear."""
    for match in _RUN.finditer(text, start, len(text) if end is None else end):
        for word in folded(match.group()):
            yield Term(match.start(), match.end(), word)


@lru_cache(maxsize=1 << 16)
def folded(run: str) -> tuple[str, ...]:
    """The folded words of one run of letters and digits: one, but for signs such as ½ that stand for several."""
    if run.isascii():
        return (run.lower()[:LONGEST],)
    plain = unicodedata.normalize("NFKD", run.translate(_NO_WIDTH)).casefold()
    plain = unicodedata.normalize("NFKD", plain)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(_PLAIN)
    return tuple(word[:LONGEST] for word in _LETTERS.findall(plain))


def words_of(text: str) -> list[str]:
    """The folded words of a text, in order, without their places."""
    if text.isascii():
        return [word[:LONGEST] for word in _PLAIN_RUN.findall(text.lower())]
    return [word for run in _RUN.findall(text) for word in folded(run)]
