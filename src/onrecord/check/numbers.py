"""Numbers as words and as figures: what a phrase such as "twenty-five", "$5 million" or "21st" stands for.

A number's key is "n:25", with what is counted after it ("n:5000000:$", "n:50:%", and "n:21:th" for a place in a row).
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from onrecord.check.tables.number_words import (
    COUNTED,
    ORDINAL_SCALES,
    ORDINAL_TENS,
    ORDINAL_UNITS,
    SCALES,
    SIGNS,
    SUFFIXES,
    TENS,
    UNITS,
)

# Longer figures, and figures that begin with a nought ("007"), are codes: they stay words.
_FIGURE = re.compile(r"(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?(st|nd|rd|th|k|bn|mn|tn)?")
_FIGURE_OF_MONEY = re.compile(r"([1-9][0-9]{0,14})()(m)")
_DIGITS = frozenset("0123456789")
_ARTICLE = "a"
# Values that are often no number at all ("one of them", "second thoughts").
LOOSE: frozenset[str] = frozenset(["n:1", "n:1:th", "n:2:th", "n:3:th"])

# Words that may begin a number; figures may too.
BEGINNERS: frozenset[str] = frozenset(
    {_ARTICLE, "half", "hundred"}
    | UNITS.keys()
    | TENS.keys()
    | (SCALES.keys() - SUFFIXES.keys())
    | ORDINAL_UNITS.keys()
    | ORDINAL_TENS.keys()
    | ORDINAL_SCALES.keys()
    | SIGNS
)


class _Part(NamedTuple):
    """A value read so far: the position after it, and whether it is a place in a row ("first") and so ends there."""

    value: Decimal
    end: int
    ordinal: bool = False


def read_number(words: Sequence[str], start: int) -> tuple[str, int] | None:
    """The key of the number that begins at word `start` and the position after it; None where none begins."""
    first = words[start]
    if first in SIGNS:
        part = _cardinal(words, start + 1, money=True)
        if part is None or part.ordinal:
            return None
        end = part.end
        if end < len(words) and COUNTED.get(words[end]) == first and words[end] not in SIGNS:
            end += 1
        return f"{_key(part.value)}:{first}", end
    part = _cardinal(words, start)
    if part is None:
        return None
    key, end = _key(part.value), part.end
    if part.ordinal:
        return f"{key}:th", end
    if end < len(words):
        # In "5 $ 3" the sign belongs to the figure after it.
        sign_of_next = words[end] in SIGNS and end + 1 < len(words) and words[end + 1][:1] in _DIGITS
        if words[end] in COUNTED and not sign_of_next:
            return f"{key}:{COUNTED[words[end]]}", end + 1
        if words[end] == "per" and end + 1 < len(words) and words[end + 1] == "cent":
            return f"{key}:%", end + 2
    return key, end


def numbers_in(words: Sequence[str], *, loose: bool = False) -> tuple[str, ...]:
    """The numbers in a run of folded words, in order, as keys.

    "one", "first", "second" and "third" (and 1, 1st, 2nd, 3rd) alone are counted with `loose` only.
    """
    found = []
    position = 0
    while position < len(words):
        word = words[position]
        number = read_number(words, position) if word in BEGINNERS or word[:1] in _DIGITS else None
        if number is None:
            position += 1
            continue
        key, position = number
        if loose or key not in LOOSE:
            found.append(key)
    return tuple(found)


def _key(value: Decimal) -> str:
    text = format(value, "f")
    return "n:" + (text.rstrip("0").rstrip(".") if "." in text else text)


def _word(words: Sequence[str], position: int) -> str:
    return words[position] if position < len(words) else ""


def _cardinal(words: Sequence[str], start: int, *, money: bool = False) -> _Part | None:
    """A whole number phrase without what it counts."""
    word = _word(words, start)
    if word == "half":
        if _word(words, start + 1) == _ARTICLE and (scale := SCALES.get(_word(words, start + 2))):
            return _Part(Decimal(scale) / 2, start + 3)
        return None
    if word == _ARTICLE:
        following = _word(words, start + 1)
        if following == "hundred" or following in SCALES:
            return _scaled(words, _Part(Decimal(1), start + 1))
        return None
    if word[:1] in _DIGITS:
        part = _figure(word, start, money=money)
    elif word == "hundred" or word in SCALES:
        part = _Part(Decimal(1), start)
    elif word in ORDINAL_SCALES:
        return _Part(Decimal(ORDINAL_SCALES[word]), start + 1, ordinal=True)
    else:
        part = _year(words, start) or _below_hundred(words, start)
    if part is None or part.ordinal:
        return part
    return _scaled(words, part)


def _figure(word: str, start: int, *, money: bool) -> _Part | None:
    """A number in figures, with the ending that is written onto it ("21st", "5bn", and "$5m")."""
    match = _FIGURE.fullmatch(word) or (_FIGURE_OF_MONEY.fullmatch(word) if money else None)
    if match is None:
        return None
    whole, fraction, ending = match.groups()
    value = Decimal(whole + (fraction or ""))
    if ending == "m":
        return _Part(value * 10**6, start + 1)
    if ending in SUFFIXES:
        return _Part(value * SUFFIXES[ending], start + 1)
    if ending and fraction:
        return None
    return _Part(value, start + 1, ordinal=ending is not None)


def _below_hundred(words: Sequence[str], start: int) -> _Part | None:
    """seven, seventeen, twenty, twenty seven, seventh, twenty seventh."""
    word = _word(words, start)
    if word in UNITS:
        return _Part(Decimal(UNITS[word]), start + 1)
    if word in ORDINAL_UNITS:
        return _Part(Decimal(ORDINAL_UNITS[word]), start + 1, ordinal=True)
    if word in ORDINAL_TENS:
        return _Part(Decimal(ORDINAL_TENS[word]), start + 1, ordinal=True)
    if word not in TENS:
        return None
    following = _word(words, start + 1)
    if 1 <= UNITS.get(following, 0) <= 9:
        return _Part(Decimal(TENS[word] + UNITS[following]), start + 2)
    if 1 <= ORDINAL_UNITS.get(following, 0) <= 9:
        return _Part(Decimal(TENS[word] + ORDINAL_UNITS[following]), start + 2, ordinal=True)
    return _Part(Decimal(TENS[word]), start + 1)


def _year(words: Sequence[str], start: int) -> _Part | None:
    """A year said in two halves: twenty sixteen, nineteen eighty five, nineteen oh five."""
    first = _word(words, start)
    century = 20 if first == "twenty" else UNITS.get(first, 0)
    if not 17 <= century <= 20:
        return None
    if _word(words, start + 1) in ("oh", "o") and 1 <= UNITS.get(_word(words, start + 2), 0) <= 9:
        return _Part(Decimal(100 * century + UNITS[words[start + 2]]), start + 3)
    rest = _below_hundred(words, start + 1)
    if rest is None or rest.ordinal or rest.value < 10 or _word(words, rest.end) in ("hundred", "thousand"):
        return None
    return _Part(100 * century + rest.value, rest.end)


def _scaled(words: Sequence[str], part: _Part) -> _Part:
    """What follows a first value: a decimal, hundreds, thousands and so on, each smaller than the one before."""
    value, end, _ = part
    value, end = _point(words, value, end)
    if _word(words, end) == "and" and _word(words, end + 1) == _ARTICLE and _word(words, end + 2) == "half":
        value, end = value + Decimal("0.5"), end + 3
    total, limit = Decimal(0), 10**15
    while True:
        if value < 100 and _word(words, end) == "hundred":
            value, end = value * 100, end + 1
            rest = _rest(words, end, below=100)
            if rest is not None:
                value, end = value + rest.value, rest.end
                if rest.ordinal:
                    return _Part(total + value, end, ordinal=True)
        scale = SCALES.get(_word(words, end), 0)
        if 0 < scale < limit:
            total, end, limit = total + value * scale, end + 1, scale
            rest = _rest(words, end, below=min(scale, 1000))
            if rest is None:
                return _Part(total, end)
            if rest.ordinal:
                return _Part(total + rest.value, rest.end, ordinal=True)
            value, end = rest.value, rest.end
            continue
        ordinal = ORDINAL_SCALES.get(_word(words, end), 0)
        if ordinal and words[end - 1][:1] not in _DIGITS and words[end - 1] not in ORDINAL_UNITS:
            return (
                _Part(total + value * ordinal, end + 1, ordinal=True)
                if value >= 1
                else _Part(total + value, end)
            )
        return _Part(total + value, end)


def _rest(words: Sequence[str], end: int, *, below: int) -> _Part | None:
    """The smaller number that goes on after a scale, perhaps after "and"; none where it begins a number of its own.

    "a hundred and five" is one number; "between a hundred and two hundred" holds two.
    """
    start = end + 1 if _word(words, end) == "and" else end
    word = _word(words, start)
    if word not in UNITS and word not in TENS and word not in ORDINAL_UNITS and word not in ORDINAL_TENS:
        return None
    rest = _below_hundred(words, start)
    if rest is None or (rest.value == 0):
        return None
    if not rest.ordinal and _word(words, rest.end) == "hundred":
        # The hundreds are taken by the caller's next round where they fit in.
        return rest if below > 100 and rest.value < 10 else None
    if start > end and not rest.ordinal and SCALES.get(_word(words, rest.end), 0) >= below > 100:
        return None
    return rest


def _point(words: Sequence[str], value: Decimal, end: int) -> tuple[Decimal, int]:
    """The digits after "point", one word each, twelve at most."""
    if _word(words, end) != "point":
        return value, end
    digits = ""
    position = end + 1
    while len(digits) < 12 and UNITS.get(_word(words, position), 10) < 10:
        digits += str(UNITS[words[position]])
        position += 1
    if not digits or value != value.to_integral_value():
        return value, end
    return value + Decimal(f"0.{digits}"), position
