"""One person's name in two spellings inside an article: Bennet and Bennett, Kenneth and Kenny; never a relative's."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.people.names import Name
from onrecord.people.tables.given import EITHER, HE, SHE, SHORT
from onrecord.people.tables.nicknames import MEANT_BY
from onrecord.people.tables.nouns import SUFFIXES

Key = tuple[str, str]  # the folded given name, in full where it is short, and the folded family name

_SHORTEST = 4  # letters of a family name that is compared
_LONG = 8  # letters from which one letter more, less or other is a slip
_MOST = 12  # names that are compared with each other
_APART = 80  # characters; who is named twice so near is two people: "Ken Orme and Kenneth Orme"
_ALIKE = (
    ("zh", "j"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("c", "k"), ("q", "k"), ("z", "s"), ("y", "i"), ("w", "v"),
)  # fmt: skip
_VOWELS = frozenset("aeiou")


def key_of(words: Sequence[str]) -> Key:
    """Given and family name of a name's folded words, a short form of the given name in full."""
    given = words[0]
    last = words[-2] if len(words) > 1 and words[-1] in SUFFIXES else words[-1]
    return SHORT.get(given, given), last


def one_family(word: str, other: str) -> bool:
    """Whether two folded family names, each with the same given name, are one in two spellings."""
    if min(len(word), len(other)) < _SHORTEST or word[0] != other[0] or abs(len(word) - len(other)) > 2:
        return False
    if _bones(word) == _bones(other):
        return True
    if not _one_letter_off(word, other):
        return False
    return (
        min(len(word), len(other)) >= _LONG
        or sorted(word) == sorted(other)
        or _consonants(word) == _consonants(other)
    )


def one_slip(word: str, other: str) -> bool:
    """Whether a family name that stands alone is another with a slip: letters in another order, a double letter."""
    if word[0] != other[0] or abs(len(word) - len(other)) > 2:
        return False
    plural = word.rstrip("s") == other.rstrip("s")
    same = (
        sorted(word) == sorted(other) or _bones(word) == _bones(other) or min(len(word), len(other)) >= _LONG
    )
    return len(word) > _SHORTEST and not plural and same and one_family(word, other)


def spellings(full: Iterable[Name], counts: Mapping[str, int]) -> dict[Key, Key]:
    """The rarer spelling of a full name with the one that it stands for; `counts`: how often each family name stands.

    One given name with two spellings of a family name, or a nickname and its full name with one family name.
    """
    often: Counter[Key] = Counter()
    places: dict[Key, list[int]] = defaultdict(list)
    by_given: dict[str, list[Key]] = defaultdict(list)
    by_last: dict[str, list[Key]] = defaultdict(list)
    for name in full:
        key = key_of(name.words)
        often[key] += 1
        places[key].append(name.start)
        if often[key] == 1 and len(key[0]) > 1:
            by_given[key[0]].append(key)
            by_last[key[1]].append(key)
    stands_for: dict[Key, Key] = {}
    for keys in by_given.values():
        for key, other in _pairs(keys):
            if one_family(key[1], other[1]):
                rarer, kept = sorted((other, key), key=lambda one: (counts.get(one[1], 0), often[one]))
                stands_for.setdefault(rarer, kept)
    for keys in by_last.values():
        for key, other in _pairs(keys):
            if _nickname(key[0], other[0]) and not _near(places[key], places[other]):
                rarer, kept = sorted((other, key), key=often.__getitem__)
                stands_for.setdefault(rarer, kept)
    return {key: kept for key, kept in stands_for.items() if kept not in stands_for}


def _pairs(keys: Sequence[Key]) -> list[tuple[Key, Key]]:
    keys = keys[:_MOST]
    return [(key, other) for at, key in enumerate(keys) for other in keys[at + 1 :]]


def _nickname(given: str, other: str) -> bool:
    """Whether one given name is short for the other: the same start, or of one group and one ends as pet names do."""
    if not MEANT_BY.get(given, frozenset()) & MEANT_BY.get(other, frozenset()):
        return False
    if _gender(given) * _gender(other) < 0:
        return False
    short, long = sorted((given, other), key=len)
    return len(long) - len(short) > 1 and (long.startswith(short[:-1]) or short.endswith(("y", "ie")))


def _gender(given: str) -> int:
    return 0 if given in EITHER else (given in HE) - (given in SHE)


def _near(places: Sequence[int], others: Sequence[int]) -> bool:
    return any(abs(place - other) < _APART for place in places[:_MOST] for other in others[:_MOST])


def _one_letter_off(word: str, other: str) -> bool:
    """Whether two words differ by a letter more, less or other, or by two neighbours that changed places."""
    start = 0
    while start < min(len(word), len(other)) and word[start] == other[start]:
        start += 1
    rest, remains = word[start:], other[start:]
    return (
        rest[1:] == remains[1:]
        or rest[1:] == remains
        or rest == remains[1:]
        or (rest[:2] == remains[1::-1] and rest[2:] == remains[2:])
    )


def _bones(word: str) -> str:
    """A word without what spellings differ in: double letters, y for i, zh for j."""
    for written, kept in _ALIKE:
        word = word.replace(written, kept)
    return "".join(letter for at, letter in enumerate(word) if at == 0 or letter != word[at - 1])


def _consonants(word: str) -> str:
    return "".join(letter for letter in _bones(word) if letter not in _VOWELS)
