"""Whether two names may be one person's: what kind of variants they are, if any, and how much that says."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from onrecord.people.romanise import LONGEST, bones, plain, rough, sound
from onrecord.people.tables.given import EITHER, HE, SHE
from onrecord.people.tables.nicknames import MEANT_BY
from onrecord.people.tables.nouns import PARTICLES

VariantKind = Literal[
    "same", "accents", "transliteration", "spelling", "initials", "nickname", "order", "suffix", "shortened"
]

_WORD = re.compile(r"[^\s,;]+")
_ASIDE = re.compile(r"\([^()]*\)|[\"“”«»„]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,5}|[A-Z]{2,3}(?=\s\S)")
_CAMEL = re.compile(r"[A-Z][a-z]+")
_SUFFIXES = {
    "jr": "Jr.", "junior": "Jr.", "sr": "Sr.", "senior": "Sr.", "ii": "II", "iii": "III", "iv": "IV",
}  # fmt: skip
_DEGREES = frozenset("phd md mp mep esq qc kc obe mbe cbe dds jd rn bsc msc".split())
_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady sen senator rep gov the hon rev".split()
)
_PARTICLES = PARTICLES | frozenset("ben bint ould das dos della dell dello ap ibn abu".split())
_GIVEN = HE | SHE | EITHER
MOST_WORDS = 8
# How much a match of one word says, by how it matches.
_WEIGHTS = {
    "same": 1.0, "accents": 0.99, "transliteration": 0.92, "nickname": 0.9, "spelling": 0.75, "initials": 0.8,
}  # fmt: skip
_NONE: frozenset[int] = frozenset()
_TIED = frozenset(
    """
    de di da du del della dela des la le las los lo van vander vanden von vonder den der ten ter dos das al el bin ibn
    """.split()
)
_HALF = 0.85  # half of a double name
_ROUGHLY = 0.7  # two words that share no more than the kinds of their consonants
_VOWELLESS = 0.8  # two words that share their consonants only


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


class Likeness(NamedTuple):
    """How two names may be one: the loosest kind of variant between them, 0 to 1, and why in words."""

    kind: VariantKind
    strength: float
    why: str


class _Match(NamedTuple):
    kind: VariantKind
    weight: float


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
        if turned is not None and turned.kind not in ("initials", "shortened"):
            return Likeness("order", turned.strength * 0.93, f"the words in another order; {turned.why}")
    return found


def _single(word: Spelt, others: Sequence[Spelt]) -> Likeness | None:
    for place, weight in ((-1, 0.4), (0, 0.3)):
        match = _match(word, others[place])
        if match is not None and match.kind != "initials":
            if len(others) == 1:
                return Likeness(match.kind, match.weight, _told(word, others[place], match))
            return Likeness("shortened", weight * match.weight, f"{word.written} alone")
    return None


def _in_order(left: Sequence[Spelt], right: Sequence[Spelt]) -> Likeness | None:
    pairs: list[tuple[int, int, _Match]] = []
    at = 0
    for number, word in enumerate(left):
        last = number == len(left) - 1
        found = _find(word, right, at, last=last and not (right[-1].initial or word.initial))
        if found is None:
            if 0 < number < len(left) - 1 and word.initial:
                continue  # a middle initial that the other name leaves out or spells otherwise is judged below
            return None
        place, match = found
        pairs.append((number, place, match))
        at = place + 1
    if len(pairs) < 2 or all(match.kind == "initials" or left[n].initial for n, _, match in pairs):
        return None
    if _middles_differ(left, right, pairs) or _too_rough(left, right, pairs):
        return None
    return _told_together(left, right, pairs)


def _too_rough(
    left: Sequence[Spelt], right: Sequence[Spelt], pairs: Sequence[tuple[int, int, _Match]]
) -> bool:
    """Whether two words or more of one script share no more than the kinds of their consonants."""
    loose = [
        match
        for number, place, match in pairs
        if match.weight <= _ROUGHLY and left[number].foreign == right[place].foreign
    ]
    return len(loose) > 1


def _find(word: Spelt, others: Sequence[Spelt], at: int, *, last: bool) -> tuple[int, _Match] | None:
    """Where a word of the shorter name stands in the longer one; its last word is looked for from the end."""
    places = range(at, len(others))
    for place in reversed(places) if last else places:
        match = _match(word, others[place])
        if match is not None:
            return place, match
    return None


def _middles_differ(
    left: Sequence[Spelt], right: Sequence[Spelt], pairs: Sequence[tuple[int, int, _Match]]
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
    left: Sequence[Spelt], right: Sequence[Spelt], pairs: Sequence[tuple[int, int, _Match]]
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


def _told(word: Spelt, other: Spelt, match: _Match) -> str:
    verb = {
        "initials": "begins", "nickname": "is short for", "transliteration": "sounds like", "spelling": "is nearly",
    }.get(match.kind, "is")  # fmt: skip
    short, full = (word, other) if len(word.plain) <= len(other.plain) else (other, word)
    return f"{short.written} {verb} {full.written}"


def _match(word: Spelt, other: Spelt) -> _Match | None:
    """How two words may be one; None where they may not."""
    if word.plain == other.plain:
        kind: VariantKind = "same" if word.written.lower() == other.written.lower() else "accents"
        return _Match("transliteration" if word.foreign != other.foreign else kind, 1.0)
    if word.initial or other.initial:
        return _Match("initials", _WEIGHTS["initials"]) if word.plain[0] == other.plain[0] else None
    if MEANT_BY.get(word.plain, _NONE) & MEANT_BY.get(other.plain, _NONE):
        return _Match("nickname", _WEIGHTS["nickname"])
    if _is_half(word, other) or _is_half(other, word):
        return _Match("shortened", _HALF)
    if _with_particle(word.plain, other.plain) or _with_particle(other.plain, word.plain):
        return _Match("spelling", _WEIGHTS["transliteration"])
    heard, said = sound(word.plain), sound(other.plain)
    if _genders_differ(word.plain, other.plain):
        return None
    if heard == said and len(heard) > 1:
        return _Match("transliteration", _WEIGHTS["transliteration"])
    return _nearly(word, other, heard, said)


def _is_half(word: Spelt, other: Spelt) -> bool:
    """Whether one is half of a double name: Croy of Croy-Ballantrae."""
    halves = [plain(half) for half in re.split(r"[-‐]", other.written)]
    return len(halves) == 2 and min(map(len, halves)) > 2 and word.plain in halves


def _with_particle(word: str, other: str) -> bool:
    """Whether one is the other with its particle run together: DeBlasio and (de) Blasio."""
    lead = word[: -len(other)] if len(other) > 3 and word.endswith(other) else ""
    return lead in _TIED


def _is_clipped(word: str, other: str) -> bool:
    """Zbig for Zbigniew, Dora for Theodora: a given name cut short."""
    if len(word) > 3 and other.startswith(word) and len(other) > len(word) + 1:
        return True
    return other in _GIVEN and (
        (len(word) > 2 and other.startswith(word)) or (len(word) > 3 and other.endswith(word))
    )


def _nearly(word: Spelt, other: Spelt, heard: str, said: str) -> _Match | None:
    """Words that share their consonants, or differ by a slip of the pen; two known given names are never that."""
    ours, theirs = bones(heard), bones(said)
    if word.foreign or other.foreign:
        if ours == theirs or _close(heard, said, 0.25) or _without_vowels(ours) == _without_vowels(theirs):
            return _Match("transliteration", _VOWELLESS)
        first, second = rough(word.plain), rough(other.plain)
        return _Match("transliteration", _ROUGHLY) if first == second and len(first) > 1 else None
    consonants = _without_vowels(ours)
    known = word.plain in _GIVEN and other.plain in _GIVEN
    if (
        len(consonants) > 1
        and consonants == _without_vowels(theirs)
        and _close(heard, said, 0.2 if known else 0.34)
    ):
        return _Match("transliteration", _VOWELLESS)
    for short, long in ((word.plain, other.plain), (other.plain, word.plain)):
        if len(short) > 3 and long[:2] in ("al", "el") and sound(long[2:]) == sound(short):
            return _Match("transliteration", _VOWELLESS)  # an article written together with the name
    if _is_clipped(word.plain, other.plain) or _is_clipped(other.plain, word.plain):
        return _Match("nickname", _ROUGHLY)
    if word.plain in _GIVEN and other.plain in _GIVEN:
        slip = min(len(word.plain), len(other.plain)) > 4 and _close(word.plain, other.plain, 0.15)
        return _Match("spelling", _ROUGHLY) if slip else None
    first, second = rough(word.plain), rough(other.plain)
    if first == second and len(first) > 2 and word.plain not in _GIVEN and other.plain not in _GIVEN:
        return _Match("transliteration", _ROUGHLY)
    longest = max(len(word.plain), len(other.plain))
    if longest > 4 and word.plain[0] == other.plain[0] and _close(word.plain, other.plain, 0.2):
        return _Match("spelling", _WEIGHTS["spelling"])
    if longest > 5 and _close(heard, said, 0.2):
        return _Match("spelling", _VOWELLESS * _WEIGHTS["spelling"])
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
    return len(full) == len(short) + 1 and full == short + "a" and short[-1:] not in "aeiouy"


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


def keys(name: str) -> frozenset[str]:
    """What a name is looked up by: names that are alike share one at least (given names known to many are none)."""
    words = [word for word in parse(name).words if not word.initial]
    halves = [plain(half) for word in words for half in re.split(r"[-‐]", word.written)[:3]]
    family = {form for form in (*(word.plain for word in words), *halves) if form not in MEANT_BY}
    found = {rough(form)[:3] for form in family} | {
        rough(form[2:])[:3] for form in family if form[:2] in _TIED
    }
    whole = rough("".join(sorted("".join(word.plain for word in words))))
    found.add("=" + whole[:12])
    if len(found - {""}) < 2:
        found |= {rough(word.plain)[:4] or word.plain[:4] for word in words}
    return frozenset(key for key in found if key)
