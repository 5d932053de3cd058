"""The words of a printing as families compare them: one letter a word, so that comparing texts is comparing strings.

A word is folded (`onrecord.words`), contractions and spellings are brought to one form ("don't" is "do not"), and
what is left is hashed to one of 63,487 letters. Two words fall on one letter once in 63,487 times; what joins two
printings is always several words, and one printing that consists of one word. Words that the printing itself sets
in square brackets are its editor's, so they are left out, but a bracket inside a word is part of it ("want[ed]");
an ellipsis, a scene note and "uh" are no words.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

from onrecord.check.passage import read_passage
from onrecord.check.tables.fillers import SOUNDS
from onrecord.check.wording import canonical
from onrecord.read.transcript import scene_notes
from onrecord.words import WORD, fold_word

# Letters are all of Unicode's first plane but NUL and the surrogates, so that a text is 2 bytes a word in UTF-16.
_LETTERS = 0xFFFF - 0x800
_SURROGATES = 0xD800
_MOST_KEPT = 1 << 20  # pieces of text whose letters are remembered
_SOUNDS = frozenset(SOUNDS.values())
# Words that carry grammar more than matter: a run of them alone says little about who said what.
_GRAMMAR = """
    a about after again all also always am an and any are aren't as at back be because been before being both but by
    can can't come could did didn't do does doesn't doing don't down each even ever every few first for from get go
    going good got had has have he her here him his how i if in into is it it's its just know last let like little
    look lot made make many may maybe me mean might more most much must my need never new no not now of off on one
    only or other our out over own people really right said same say see she should so some something still such sure
    take than that the their them then there these they thing things think this those through time to too two under up
    us very want was way we well were what when where which while who why will with without would yes you your
"""


_BRACKET = re.compile(r"\[([^\[\]]{0,300})\]")
_NOTE = re.compile(r"\([^()]{0,80}\)")


class _Letters(dict[str, str]):
    """The letters of what stands between two spaces: one a word, two for most contractions, none for a sound."""

    def __missing__(self, piece: str) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        found = "".join(map(letters_of, map(fold_word, WORD.findall(piece))))
        self[piece] = found
        return found


@lru_cache(maxsize=1 << 16)
def letters_of(key: str) -> str:
    """The letters of one folded word."""
    units = canonical((key,), numbers=False)
    return "".join(_letter(unit.key) for unit in units if unit.key and unit.key not in _SOUNDS)


def _letter(unit: str) -> str:
    digest = int.from_bytes(blake2b(unit.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
    place = 1 + digest % _LETTERS
    return chr(place if place < _SURROGATES else place + 0x800)


_letters = _Letters()
GRAMMAR = frozenset(letter for word in _GRAMMAR.split() for letter in letters_of(fold_word(word)))


def wording(text: str) -> str:
    """The words of a printing, one letter each. Linear; any text is taken, one without words is empty."""
    if "(" in text and _NOTE.search(text):
        text = _without(text, scene_notes(text))
    if "[" in text:
        text = _BRACKET.sub(_opened, text)
    return "".join(map(_letters.__getitem__, text.split()))  # no word spans a space


def spelt(text: str) -> list[tuple[int, int]]:
    """Where in the text each letter of its wording stands: half-open spans; two letters may share one."""
    spans: list[tuple[int, int]] = []
    for word in read_passage(text).words:
        spans += [(word.start, word.end)] * len(letters_of(word.key))
    return spans


def _opened(match: re.Match[str]) -> str:
    """What a bracket says where it is part of a word, else a space."""
    text, inner = match.string, match[1]
    start, end = match.span()
    touches = text[max(0, start - 1) : start].isalpha() or text[end : end + 1].isalpha()
    return inner if touches and inner.isalpha() else " "


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in reversed(list(spans)):
        text = f"{text[:start]} {text[end:]}"
    return text


def pack(wording: str) -> bytes:
    """A wording as two bytes a word."""
    return wording.encode("utf-16-le")


def unpack(data: bytes) -> str:
    """The wording that was packed."""
    return data.decode("utf-16-le")


def matter(wording: str) -> int:
    """How many words of a wording are more than grammar."""
    return sum(1 for letter in wording if letter not in GRAMMAR)
