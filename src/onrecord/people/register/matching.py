"""Whether two words of two names may be one: spelt in another way, in another script, cut short, or a pet form."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from onrecord.people.register.spelt import Spelt
from onrecord.people.romanise import bones, frame, from_german, plain, rough, sound, syllables
from onrecord.people.tables.given import EITHER, HE, SHE
from onrecord.people.tables.nicknames import MEANT_BY

VariantKind = Literal[
    "same", "accents", "transliteration", "spelling", "initials", "nickname", "order", "suffix", "shortened"
]
_GIVEN = HE | SHE | EITHER
# How much a match of one word says, by how it matches.
WORTH = {
    "same": 1.0, "accents": 0.99, "transliteration": 0.92, "nickname": 0.9, "spelling": 0.75, "initials": 0.8,
}  # fmt: skip
_NONE: frozenset[int] = frozenset()
TIED = frozenset(
    """
    de di da du del della dela des la le las los lo van vander vanden von vonder den der ten ter dos das al el bin ibn
    """.split()
)
_HALF = 0.85  # half of a double name
ROUGHLY = 0.7  # two words that share no more than the kinds of their consonants
_FRAMED = 0.75  # two words of which one is written without its vowels
_GERMANLY = 0.84  # one of two words is written as German readers say it
_VOWELLESS = 0.8  # two words that share their consonants only


class Match(NamedTuple):
    kind: VariantKind
    weight: float


CLIPPED = Match("nickname", ROUGHLY)


@lru_cache(maxsize=1 << 18)
def matched(word: Spelt, other: Spelt) -> Match | None:
    """How two words may be one; None where they may not."""
    if word.plain == other.plain:
        kind: VariantKind = "same" if word.written.lower() == other.written.lower() else "accents"
        return Match("transliteration" if word.foreign != other.foreign else kind, 1.0)
    if word.initial or other.initial:
        begins = word.plain[0] == other.plain[0] and not (word.foreign or other.foreign)
        return Match("initials", WORTH["initials"]) if begins else None
    if MEANT_BY.get(word.plain, _NONE) & MEANT_BY.get(other.plain, _NONE):
        return Match("nickname", WORTH["nickname"])
    if _is_half(word, other) or _is_half(other, word):
        return Match("shortened", _HALF)
    if _with_particle(word.plain, other.plain) or _with_particle(other.plain, word.plain):
        return Match("spelling", WORTH["transliteration"])
    heard, said = sound(word.plain), sound(other.plain)
    if _genders_differ(word.plain, other.plain):
        return None
    if heard == said and len(heard) > 1:
        return Match("transliteration", WORTH["transliteration"])
    return _nearly(word, other, heard, said)


def _framed(word: Spelt, other: Spelt) -> Match | None:
    """Words of two scripts, of which one may write no vowels; else one of the two is roughly the other."""
    ours, theirs = frame(word.written), frame(other.written)
    if word.foreign and other.foreign:
        return None
    if bool(ours) != bool(theirs):
        bone, full = (ours, rough(other.plain)) if ours else (theirs, rough(word.plain))
        bone, full = bone.replace("r", ""), full.replace("r", "")
        if (bone == full and bone) or (len(bone) > 3 and _close(bone, full, 0.34)):
            return Match("transliteration", _FRAMED)
        return None
    if _is_heard_as(word.plain, other.plain):
        return Match("transliteration", _VOWELLESS)
    if syllables(word.plain) and syllables(other.plain):
        return None
    first, second = rough(word.plain), rough(other.plain)
    return Match("transliteration", ROUGHLY) if first == second and len(first) > 1 else None


def _is_heard_as(word: str, other: str) -> bool:
    """Two romanisations of Chinese or Korean syllables: Chiang and Jiang."""
    heard = syllables(word)
    return len(heard) > 1 and heard == syllables(other)


def _is_half(word: Spelt, other: Spelt) -> bool:
    """Whether one is half of a double name: Croy of Croy-Ballantrae."""
    halves = [plain(half) for half in re.split(r"[-‐]", other.written)]
    return (
        len(halves) == 2 and min(map(len, halves)) > 2 and word.plain in halves and not syllables(other.plain)
    )


def _with_particle(word: str, other: str) -> bool:
    """Whether one is the other with its particle run together: DeBlasio and (de) Blasio."""
    lead = word[: -len(other)] if len(other) > 2 and word.endswith(other) else ""
    return lead in TIED


def _is_clipped(word: str, other: str) -> bool:
    """Zbig for Zbigniew, Dora for Theodora: a given name cut short."""
    if len(word) > 3 and other.startswith(word) and len(other) > len(word) + 1:
        return not syllables(other)
    return other in _GIVEN and (
        (len(word) > 2 and other.startswith(word)) or (len(word) > 3 and other.endswith(word))
    )


def _nearly(word: Spelt, other: Spelt, heard: str, said: str) -> Match | None:
    """Words that share their consonants, or differ by a slip of the pen; two known given names are never that."""
    ours, theirs = bones(heard), bones(said)
    if word.foreign or other.foreign:
        if ours == theirs or _close(heard, said, 0.25) or _without_vowels(ours) == _without_vowels(theirs):
            return Match("transliteration", _VOWELLESS)
        return _framed(word, other)
    consonants = _without_vowels(ours)
    if len(consonants) > 2 and not (word.plain in _GIVEN and other.plain in _GIVEN):
        for german, plainly, english in (
            (from_german(word.plain), heard, said),
            (from_german(other.plain), said, heard),
        ):
            if german != plainly and bones(german) == bones(english) and _close(german, english, 0.2):
                return Match("transliteration", _GERMANLY)
    known = word.plain in _GIVEN and other.plain in _GIVEN
    if (
        len(consonants) > 1
        and consonants == _without_vowels(theirs)
        and abs(len(word.plain) - len(other.plain)) < 3
        and _close(heard, said, 0.2 if known or min(len(word.plain), len(other.plain)) < 5 else 0.34)
    ):
        return Match("transliteration", _VOWELLESS)
    for short, long in ((word.plain, other.plain), (other.plain, word.plain)):
        if len(short) > 3 and long[:2] in ("al", "el") and sound(long[2:]) == sound(short):
            return Match("transliteration", _VOWELLESS)  # an article written together with the name
    if not known and (_is_clipped(word.plain, other.plain) or _is_clipped(other.plain, word.plain)):
        return CLIPPED
    if word.plain in _GIVEN and other.plain in _GIVEN:
        slip = min(len(word.plain), len(other.plain)) > 4 and _close(word.plain, other.plain, 0.15)
        return Match("spelling", ROUGHLY) if slip else None
    if _is_heard_as(word.plain, other.plain):
        return Match("transliteration", _VOWELLESS)
    first, second = rough(word.plain), rough(other.plain)
    if first == second and len(first) > 3 and _close(word.plain, other.plain, 0.34):
        return Match("transliteration", ROUGHLY)
    longest = max(len(word.plain), len(other.plain))
    if longest > 4 and word.plain[0] == other.plain[0] and _close(word.plain, other.plain, 0.2):
        return Match("spelling", WORTH["spelling"])
    if longest > 5 and abs(len(word.plain) - len(other.plain)) < 3 and _close(heard, said, 0.2):
        return Match("spelling", _VOWELLESS * WORTH["spelling"])
    return None


def _close(word: str, other: str, share: float) -> bool:
    longest = max(len(word), len(other))
    allowed = max(1, int(share * longest)) if longest > 3 else 0
    return DamerauLevenshtein.distance(word, other, score_cutoff=allowed) <= allowed


def _without_vowels(word: str) -> str:
    return word.lstrip("aeiouy")


def _genders_differ(word: str, other: str) -> bool:
    """Oleksandr and Oleksandra, Michel and Michelle: two people, though the spellings are near."""
    if (word in HE and other in SHE and other not in HE) or (word in SHE and other in HE and word not in HE):
        return True
    short, full = sorted((word, other), key=len)
    if full.removesuffix("ka") == short.removesuffix("a") and full != short:
        return True  # Ivana and Ivanka: a given name and its pet form, in one family often two people
    return len(full) == len(short) + 1 and full == short + "a" and short[-1:] not in "aeiouy"
