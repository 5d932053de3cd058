"""Names in any script and spelling brought to a form in which spellings of one name meet.

Three forms, from exact to rough: `plain` (case, accents, apostrophes and hyphens aside, any script romanised),
`sound` (the spellings that transliterations differ in made one: kh and h, y, i and j, doubled letters …) and
`bones` (its consonants, for scripts that do not write their vowels).
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

LONGEST = 200  # characters of a name that are compared; what is longer is no name
_APOSTROPHES = re.compile(r"['’‘ʼʻ`´ʹʺ′\u0300-\u036f]")
_RULES = [
    (re.compile(pattern), form)
    for pattern, form in (
        (r"(?:shch|schtsch|tsch|sch|tch|cz|cs|sh|ch)", "s"),
        (r"(?:dzh|dsch|zh|dj|j(?=[aeou])|ge(?=or))", "z"),
        (r"^gh", "k"),
        (r"^x(?=[iu])", "s"),
        (r"(?:kh|gh)", "h"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"(?:ts|tz|zz|c(?=[eiy]))", "z"),
        (r"(?:ck|q|c|k|g)", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"(?:ou|oo|oy(?![aeo])|u)", "u"),
        (r"^(?:ye|ie|je)", "e"),
        (r"(?:ij|iy|yi|ii|ee|ie|ei|ey|ay|ai|y|j|i)", "i"),
        (r"(?:ae|oe)", "e"),
        (r"(?<=[aeiou])h(?=[^aeiou]|$)", ""),
        (r"(.)\1+", r"\1"),
    )
]
_VOWELS = re.compile(r"[aeiouy]+")


@lru_cache(maxsize=65_536)
def plain(word: str) -> str:
    """One word of a name in Latin letters without case, accents, apostrophes and hyphens."""
    word = word[:LONGEST]
    if not word.isascii():
        word = "".join(
            char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char)
        )
        if not word.isascii():
            word = anyascii(word)
    return "".join(char for char in word.lower() if char.isalnum())


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A plain word with the letters that transliterations differ in made one."""
    for rule, form in _RULES:
        word = rule.sub(form, word)
    return word


def bones(word: str) -> str:
    """The consonants of a sound, and the first vowel where it begins with one."""
    return word[:1] + _VOWELS.sub("", word[1:])


_GERMAN = re.compile(r"schtsch|tsch|sch|ch|w|j|z|s(?=[aeiou])")
_ENGLISH = {"schtsch": "shch", "tsch": "ch", "sch": "sh", "ch": "kh", "w": "v", "j": "y", "z": "ts", "s": "z"}


@lru_cache(maxsize=65_536)
def from_german(word: str) -> str:
    """The sound of a plain word that was romanised for German readers: Chruschtschow, Jelzin."""
    return sound(_GERMAN.sub(_in_english, word))


def _in_english(match: re.Match[str]) -> str:
    return _ENGLISH[match.group()]


# Every letter as the kind of sound it is, for scripts that write no vowels and for French and German spellings.
# Far too rough to tell names by; enough to say that two may be one.
_ROUGH = [
    (re.compile(pattern), form)
    for pattern, form in (
        (r"^abd[aeu]l$", "abd"),
        (r"^a?l(?=[^aeiou]{2})", ""),
        (r"(?:schtsch|shch|tsch|sch|tch|ch|sh|zh|kh|gh|dj|dzh|ts|tz|cz|ks|hs)", "k"),
        (r"(?:th|dh)", "t"),
        (r"ph", "b"),
        (r"[bpf]", "b"),
        (r"[td]", "t"),
        (r"[kgqcxjsz]", "k"),
        (r"r(?=[^aeiouy])", ""),
        (r"[aeiouyhwv]", ""),
        (r"(.)\1+", r"\1"),
    )
]


@lru_cache(maxsize=65_536)
def rough(word: str) -> str:
    """A plain word as the kinds of its consonants, in order."""
    for rule, form in _ROUGH:
        word = rule.sub(form, word)
    return word


_KINDS = {
    "b": "بپבףפ", "t": "تثدذضطדטת", "k": "جخزسشصظغقكچژگکזסצץקשכךג", "r": "رר", "l": "لל", "m": "مמם", "n": "نנן",
}  # fmt: skip
_KIND_OF = {letter: kind for kind, letters in _KINDS.items() for letter in letters} | {"ف": "b"}
_REPEATED = re.compile(r"(.)\1+")


def frame(written: str) -> str:
    """The kinds of the consonants of an Arabic, Persian, Urdu or Hebrew word; empty for any other script."""
    word = unicodedata.normalize("NFKC", written[:LONGEST])
    if not any("\u0590" <= char <= "\u06ff" for char in word):
        return ""
    kinds = "".join(_KIND_OF.get(char, "") for char in word.removeprefix("ال"))
    return _REPEATED.sub(r"\1", kinds)


# Wade-Giles and pinyin, McCune-Reischauer and the newer Korean ways: what one writes ch, another j, q or zh.
_SYLLABLES = [
    (re.compile(pattern), form)
    for pattern, form in (
        (r"(?:hs|sh|x|s(?=i))", "s"),
        (r"(?:zh|ch|ts|tz|j|q|z|c)", "c"),
        (r"g(?=[aeiouyw])", "k"),
        (r"b", "p"),
        (r"d", "t"),
        (r"ih|eu|ui(?!n)", "i"),
        (r"(?<=[aeiou])h", ""),
        (r"yi|y(?=i)", "i"),
        (r"y", "i"),
        (r"(?:eo|oo|ou|wo|wu|o|w)", "u"),
        (r"ie(?=n(?!g))", "ia"),
        (r"ee|ii+", "i"),
        (r"uu+", "u"),
    )
]
_SYLLABIC = re.compile(
    r"(?:(?:hs|sh|zh|ch|ts|tz|[bcdfghjklmnpqrstwxyz])?[aeiouwy]{1,4}(?:ng|n|k|l|m|h|r)?){1,2}"
)


def syllables(word: str) -> str:
    """A Chinese or Korean word of one or two syllables as it is heard; empty for what cannot be one."""
    if len(word) > 10 or not _SYLLABIC.fullmatch(word):
        return ""
    for rule, form in _SYLLABLES:
        word = rule.sub(form, word)
    return word
