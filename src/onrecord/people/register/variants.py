"""Whether two names may be one person's: what kind of variants they are, if any, and how much that says."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.people.register.matching import CLIPPED, ROUGHLY, TIED, Match, VariantKind, matched
from onrecord.people.register.spelt import MOST_WORDS, Parsed, Spelt, parse
from onrecord.people.romanise import plain, rough, sound
from onrecord.people.tables.nicknames import MEANT_BY

__all__ = ["MOST_WORDS", "Likeness", "Parsed", "Spelt", "VariantKind", "keys", "likeness", "parse"]

_HYPHEN = re.compile(r"[-‐]")
_LEAST_TURNED = 0.75  # words in another order are not also spelt roughly alike


class Likeness(NamedTuple):
    """How two names may be one: the loosest kind of variant between them, 0 to 1, and why in words."""

    kind: VariantKind
    strength: float
    why: str


@lru_cache(maxsize=1 << 17)
def likeness(first: str, second: str) -> Likeness | None:
    """How two names may be one person's; None where they cannot, or where nothing says that they are.

    Symmetric and deterministic. A name of one word is like a longer one only as its last or first word, with a
    strength of at most .4. Time is bounded by the number of words (`MOST_WORDS`) and their length (`LONGEST`).
    """
    left, right = parse(first), parse(second)
    if not left.words or not right.words:
        return None
    suffixes = {left.suffix, right.suffix}
    if len(suffixes) > 1 and ("" not in suffixes or "Sr." in suffixes):
        return None  # who is told apart as the elder is not who goes without
    if (len(left.words), first) > (len(right.words), second):
        left, right = right, left
    found = _joined(left.words, right.words) or _aligned(left.words, right.words)
    if found is None:
        return None
    if left.suffix != right.suffix:
        kind: VariantKind = "suffix" if found.kind in ("same", "accents") else found.kind
        shown = left.suffix or right.suffix
        found = Likeness(kind, found.strength * 0.93, f"{found.why}; only one says {shown}")
    return found


def _joined(left: Sequence[Spelt], right: Sequence[Spelt]) -> Likeness | None:
    """Names that are one when their words are run together: "Park Geun-hye" and "Geunhye Park"."""
    whole = "".join(word.plain for word in left)
    for turn in range(len(right)):
        other = "".join(word.plain for word in (*right[turn:], *right[:turn]))
        turned = "the words in another order" if turn else ""
        if whole == other:
            if not turn:
                return _spelt_alike(left, right)
            return Likeness("order", 0.95, turned)
        initials = any(word.initial for word in (*left, *right))
        if (
            not initials
            and len(left) > 1
            and len(whole) > 5
            and sound(whole) == sound(other)
            and len(left) != len(right)
        ):
            return Likeness("order" if turn else "transliteration", 0.85, turned or "spelt as it sounds")
    return None


def _spelt_alike(left: Sequence[Spelt], right: Sequence[Spelt]) -> Likeness:
    if any(word.foreign for word in (*left, *right)):
        return Likeness("transliteration", 1.0, "the same name in another script")
    written, other = ("".join(word.written for word in words).lower() for words in (left, right))
    return (
        Likeness("same", 1.0, "the same name")
        if written == other
        else Likeness("accents", 1.0, "accents aside")
    )


def _aligned(left: Sequence[Spelt], right: Sequence[Spelt]) -> Likeness | None:
    """The words of the shorter name each found in the longer, in the same order, or turned round as a whole."""
    if len(left) == 1:
        return _single(left[0], right)
    found = _in_order(left, right)
    for turn in (1, len(right) - 1) if found is None and len(left) == len(right) else ():
        turned = _in_order(left, (*right[turn:], *right[:turn]))
        if (
            turned is not None
            and turned.kind not in ("initials", "shortened")
            and turned.strength > _LEAST_TURNED
        ):
            return Likeness("order", turned.strength * 0.93, f"the words in another order; {turned.why}")
    return found


def _single(word: Spelt, others: Sequence[Spelt]) -> Likeness | None:
    for place, weight in ((-1, 0.4), (0, 0.3)):
        match = matched(word, others[place])
        if match is not None and match.kind != "initials":
            if len(others) == 1:
                return Likeness(match.kind, match.weight, _told(word, others[place], match))
            return Likeness("shortened", weight * match.weight, f"{word.written} alone")
    return None


def _in_order(left: Sequence[Spelt], right: Sequence[Spelt]) -> Likeness | None:
    pairs: list[tuple[int, int, Match]] = []
    at = 0
    for number, word in enumerate(left):
        last = number == len(left) - 1
        found = _find(word, right, at, last=last and not (right[-1].initial or word.initial))
        if found is None:
            if 0 < number < len(left) - 1 and word.initial:
                continue  # a middle initial that the other name leaves out or spells otherwise is judged below
            return None
        place, match = found
        if match == CLIPPED and last and place == len(right) - 1:
            return None  # a family name is not cut short
        pairs.append((number, place, match))
        at = place + 1
    if len(pairs) < 2 or (pairs[0][1] != 0 and pairs[0][2].kind == "initials"):
        return None
    if all(match.kind == "initials" or left[n].initial for n, _, match in pairs):
        return None
    if _middles_differ(left, right, pairs) or _too_rough(left, right, pairs):
        return None
    return _told_together(left, right, pairs)


def _too_rough(
    left: Sequence[Spelt], right: Sequence[Spelt], pairs: Sequence[tuple[int, int, Match]]
) -> bool:
    """Whether two words or more of one script share no more than the kinds of their consonants."""
    loose = [
        match
        for number, place, match in pairs
        if match.weight <= ROUGHLY and left[number].foreign == right[place].foreign
    ]
    return len(loose) > 1


def _find(word: Spelt, others: Sequence[Spelt], at: int, *, last: bool) -> tuple[int, Match] | None:
    """Where a word of the shorter name stands in the longer one; its last word is looked for from the end."""
    places = range(at, len(others))
    for place in reversed(places) if last else places:
        match = matched(word, others[place])
        if match is not None:
            return place, match
    return None


def _middles_differ(
    left: Sequence[Spelt], right: Sequence[Spelt], pairs: Sequence[tuple[int, int, Match]]
) -> bool:
    """Whether both names have middle names and these do not go together: George H. W. and George W. are two."""
    ours = {number for number, _, _ in pairs}
    theirs = {place for _, place, _ in pairs}
    own = [word for number, word in enumerate(left) if number not in ours]
    first, final = pairs[0][1], pairs[-1][1]
    extra = [right[place] for place in range(first + 1, final) if place not in theirs]
    if own and extra:
        return True
    if sum(word.initial for word in extra) > 2:
        return True
    return bool(extra) and any(word.initial for word in extra) and any(word.initial for word in left[1:-1])


def _told_together(
    left: Sequence[Spelt], right: Sequence[Spelt], pairs: Sequence[tuple[int, int, Match]]
) -> Likeness:
    strength = 1.0
    kinds: list[VariantKind] = []
    told: list[str] = []
    for number, place, match in pairs:
        strength *= match.weight
        kinds.append(match.kind)
        if match.kind != "same":
            told.append(_told(left[number], right[place], match))
    missing = len(right) - len(pairs)
    if pairs[-1][1] != len(right) - 1:  # a further family name
        strength *= 0.75
    if pairs[0][1] != 0:  # called by a middle name
        strength *= 0.85
    if missing:
        strength *= 0.97
        kinds.append("shortened")
        gone = [word.written for place, word in enumerate(right) if place not in {pair[1] for pair in pairs}]
        told.append(f"{' '.join(gone)} left out")
    kind = max(kinds, key=_LOOSENESS.index)
    return Likeness(kind, strength, "; ".join(told) or "the same name")


_LOOSENESS: list[VariantKind] = [
    "same", "accents", "suffix", "shortened", "order", "nickname", "initials", "transliteration", "spelling",
]  # fmt: skip


def _told(word: Spelt, other: Spelt, match: Match) -> str:
    verb = {
        "initials": "begins", "nickname": "is short for", "transliteration": "sounds like", "spelling": "is nearly",
    }.get(match.kind, "is")  # fmt: skip
    short, full = (word, other) if len(word.plain) <= len(other.plain) else (other, word)
    return f"{short.written} {verb} {full.written}"


def keys(name: str) -> frozenset[str]:
    """What a name is looked up by: names that are alike share one at least (given names known to many are none)."""
    words = [word for word in parse(name).words if not word.initial]
    halves = [plain(half) for word in words for half in _HYPHEN.split(word.written)[:3]]
    family = {form for form in (*(word.plain for word in words), *halves) if form not in MEANT_BY}
    found = {rough(form)[:3] for form in family} | {
        rough(form[2:])[:3] for form in family if form[:2] in TIED
    }
    whole = rough("".join(sorted("".join(word.plain for word in words))))
    found.add("=" + whole[:12])
    if len(found - {""}) < 2:
        found |= {rough(word.plain)[:4] or word.plain[:4] for word in words}
    return frozenset(key for key in found if key) | _ranking(parse(name).words)


def _ranking(words: Sequence[Spelt]) -> frozenset[str]:
    """Keys that find nobody whom the others do not, but bring the likest first where very many share those.

    The last name as it sounds, and how it begins with the first name and with its initial.
    """
    if not words:
        return frozenset()
    first, last = words[0].plain, words[-1]
    found = {f"~{sound(last.plain)[:12]}"}
    if len(words) > 1:
        begins = {rough(plain(half))[:3] for half in (last.written, *_HYPHEN.split(last.written)[:3])}
        found |= {f"{begin}.{told}" for begin in begins for told in (first[:1], first[:12])}
    return frozenset(found)
