"""A name taken apart into its words, without titles, particles and degrees."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from onrecord.people.romanise import LONGEST, plain
from onrecord.people.tables.nouns import PARTICLES

_WORD = re.compile(r"[^\s,;\x00-\x1f]+")
_ASIDE = re.compile(r"\([^()]*\)|[\"“”«»„]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,5}|[A-Z]{2,3}(?=\s\S)")
_SUFFIXES = {
    "jr": "Jr.", "junior": "Jr.", "sr": "Sr.", "senior": "Sr.", "ii": "II", "iii": "III", "iv": "IV",
}  # fmt: skip
_DEGREES = frozenset("phd md mp mep esq qc kc obe mbe cbe dds jd rn bsc msc".split())
_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady sen senator rep gov the hon rev".split()
)
_PARTICLES = PARTICLES | frozenset("ben bint ould das dos della dell dello ap ibn abu".split())
MOST_WORDS = 8


class Spelt(NamedTuple):
    """One word of a name as it is written, and in the forms that are compared."""

    written: str
    plain: str
    foreign: bool  # of another script than Latin
    initial: bool


class Parsed(NamedTuple):
    """A name taken apart: its words without titles, particles and degrees, and its suffix."""

    words: tuple[Spelt, ...]
    suffix: str


@lru_cache(maxsize=65_536)
def parse(name: str) -> Parsed:
    """Take a name apart; "Family, Given" is turned round. Any text is accepted, and cut at `LONGEST` characters."""
    name = _ASIDE.sub(" ", name[:LONGEST])
    before, comma, after = name.partition(",")
    if comma and "," not in after and plain(after) not in _SUFFIXES and plain(after) not in _DEGREES:
        name = f"{after} {before}"
    name = _INITIALS.sub(_spaced, name)
    words: list[Spelt] = []
    suffix = ""
    for written in _WORD.findall(name)[: 2 * MOST_WORDS]:
        for piece in _pieces(written):
            form = plain(piece)
            if not form or form in _DEGREES or (form in _TITLES and not words):
                continue
            if form in _SUFFIXES and words:
                suffix = _SUFFIXES[form]
            elif not _is_particle(form, piece) or not (words or "-" in written):
                foreign = not piece.isascii() and not any("LATIN" in _script(char) for char in piece[:2])
                words.append(Spelt(piece, form, foreign, len(form) == 1 and not foreign))
    return Parsed(tuple(words[:MOST_WORDS]), suffix)


def _is_particle(form: str, written: str) -> bool:
    """A word such as "van"; a capital letter is an initial, not the Portuguese "e"."""
    return form in _PARTICLES and (len(form) > 1 or written.islower())


def _spaced(match: re.Match[str]) -> str:
    return " ".join(char for char in match.group() if char != ".") + " "


def _pieces(written: str) -> list[str]:
    """A word, or the words of a script that does not part them; a particle tied on by a hyphen is cut off."""
    head, hyphen, tail = written.partition("-")
    if hyphen and plain(head) in _PARTICLES:
        return [head, tail]
    if len(written) > 1 and all("一" <= char <= "鿿" or "가" <= char <= "힣" for char in written):
        return [written[0], written[1:]]
    return [written]


def _script(char: str) -> str:
    return unicodedata.name(char, "")
