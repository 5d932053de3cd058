"""Whether two names of a speaker are one, as far as the measures tell."""

import re
import unicodedata
from collections.abc import Sequence

from onrecord.model import Speaker

_BETWEEN = " & "
_WORD = re.compile(r"[\w']+")
_TITLES = frozenset("mr mrs ms dr sen rep gov president senator the".split())
_SMALL = frozenset("a an of in on for to by at from with and one its his her their this that".split())
_BY_WORDS = frozenset(["unnamed", "document"])
_ENOUGH = 0.6


def spoken(speakers: Sequence[Speaker]) -> str:
    """The names of a quotation's speakers as labels write them."""
    return _BETWEEN.join(speaker.name or "" for speaker in speakers)


def is_same(wanted: str, given: str, kind: str) -> bool:
    """Whether two names are one, as far as the measure tells."""
    first, second = _folded(wanted), _folded(given)
    if not first or not second:
        return first == second
    if kind not in _BY_WORDS:
        return first == second
    words, others = frozenset(first) - _SMALL, frozenset(second) - _SMALL
    return bool(words and others) and 2 * len(words & others) / (len(words) + len(others)) >= _ENOUGH


def _folded(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).replace("’", "'")
    plain = "".join(char for char in plain if not unicodedata.combining(char)).lower()
    plain = re.sub(r"'s\b", "", plain)
    return [word for word in _WORD.findall(plain) if word not in _TITLES and len(word) > 1]
