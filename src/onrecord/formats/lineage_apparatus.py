"""The apparatus of a family, as editors print it: a base text, and at each place who has which words instead.

Outlets have *sigla*, a letter or a few, told in a list. The base text is cut into stretches of words that equally
many printings keep, and its words are numbered, so that a place is found by its numbers.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.formats.lineage_words import named
from onrecord.formats.visible import one_line
from onrecord.formats.wrap import shortened
from onrecord.traces import ApparatusPlace, Member, Variant, Version

EVERY = 5  # words between two numbers
MOST_WORDS, MOST_PLACES, MOST_SIGLA = 400, 60, 12
LEVELS = ("none", "few", "some", "most", "all")  # of the printings keep a word
_LONGEST = 90  # characters of a lemma or a variant
_READ = {
    "cut_start": "begins after it",
    "cut_end": "ends before it",
    "ellipsis": "left out, marked",
    "joint": "left out",
    "order": "in another order",
}


class Siglum(NamedTuple):
    """A letter or a few that stand for an outlet."""

    letters: str
    name: str


class Stretch(NamedTuple):
    """Words of the base text that equally many printings keep; `number` counts the first where it is to be shown.

    `space` is what stands between these words and the next: a space, or nothing.
    """

    words: str
    space: str
    level: str
    number: int | None


class Reading(NamedTuple):
    """What some printings have at a place: words, or how they do without; `more` sigla are not listed."""

    words: str
    note: str
    sigla: tuple[str, ...]
    more: int


class Lemma(NamedTuple):
    """A place of the base text: the numbers of its words, the words, and what others have there."""

    numbers: str
    words: str
    readings: tuple[Reading, ...]


class Apparatus(NamedTuple):
    """All of one base text; `more` places, and whether words, are left out."""

    text: tuple[Stretch, ...]
    cut: bool
    lemmas: tuple[Lemma, ...]
    more: int
    printings: int
    is_document: bool


def sigla_of(members: Sequence[Member]) -> dict[str, Siglum]:
    """The sigla of the outlets of some printings, by name, in order of their first printings."""
    found: dict[str, Siglum] = {}
    taken: set[str] = set()
    for member in members:
        name = named(member)
        if name not in found:
            letters = next(row for row in _letters(name) if row not in taken)
            taken.add(letters)
            found[name] = Siglum(letters, name)
    return found


def _letters(name: str) -> Iterator[str]:
    """A name's first letter; with the first of another word; with another letter; with a number."""
    parts = [
        part for part in name.split() if part[:1].isalnum() and part.casefold() not in ("the", "a", "an")
    ]
    first = (parts or ["X"])[0]
    letter = first[0].upper()
    yield letter
    yield from (
        letter + (part if part.isdigit() else part[0].upper()) for part in parts[1:] if len(part) < 12
    )
    yield from (letter + other.lower() for other in first[1:] if other.isalpha())
    number = 2
    while True:
        yield f"{letter}{number}"
        number += 1


def apparatus_of(
    version: Version, sigla: Mapping[str, Siglum], members: Mapping[str | int, Member]
) -> Apparatus:
    """One version as it is printed; at most `MOST_WORDS` of its words and `MOST_PLACES` of its places."""
    return Apparatus(
        text=tuple(_stretches(version)),
        cut=len(version.words) > MOST_WORDS,
        lemmas=tuple(_lemma(place, sigla, members) for place in version.apparatus[:MOST_PLACES]),
        more=max(0, len(version.apparatus) - MOST_PLACES),
        printings=version.printings,
        is_document=version.is_document,
    )


def level_of(kept: int, printings: int) -> str:
    """How many of the printings keep a word, as one of `LEVELS`."""
    if kept <= 0:
        return "none"
    return "all" if kept >= printings else LEVELS[1 + 3 * kept // printings]


def _stretches(version: Version) -> Iterator[Stretch]:
    """The base text in stretches: a new one where another number of printings keeps the word, and at each number."""
    start = place = 0
    held: tuple[int, int] | None = None  # the first word of the stretch, from one, and how many keep it
    rows = zip(version.words[:MOST_WORDS], version.kept, strict=False)
    for number, (word, kept) in enumerate(rows, start=1):
        at = version.text.index(word, place)
        if held is not None and (held[1] != kept or number % EVERY == 0):
            yield _stretch(version, version.text[start:at], held)
            held = None
        if held is None:
            start, held = (0 if number == 1 else at), (number, kept)
        place = at + len(word)
    if held is not None:
        end = place if len(version.words) > MOST_WORDS else len(version.text)
        yield _stretch(version, version.text[start:end], held)


def _stretch(version: Version, words: str, held: tuple[int, int]) -> Stretch:
    number, kept = held
    space = " " if words[-1:].isspace() else ""
    shown = number if number % EVERY == 0 else None
    return Stretch(one_line(words), space, level_of(kept, version.printings), shown)


def _lemma(place: ApparatusPlace, sigla: Mapping[str, Siglum], members: Mapping[str | int, Member]) -> Lemma:
    low, high = place.words
    numbers = f"{low + 1}" if high - low == 1 else f"{low + 1}–{high}" if high > low else f"after {low}"
    readings = tuple(_reading(variant, sigla, members) for variant in place.variants)
    return Lemma(numbers, _brief(place.reads), readings)


def _reading(variant: Variant, sigla: Mapping[str, Siglum], members: Mapping[str | int, Member]) -> Reading:
    names = dict.fromkeys(named(members[id]) for id in variant.printings if id in members)
    letters = [sigla[name].letters for name in names if name in sigla]
    words = "" if variant.kind in _READ else one_line(variant.reads)
    note = _READ.get(variant.kind, "" if words else "left out")
    shown = tuple(letters[:MOST_SIGLA])
    return Reading(shortened(words, _LONGEST), note, shown, max(0, len(letters) - MOST_SIGLA))


def _brief(words: str) -> str:
    """The first and the last words of a long lemma, as editors give it."""
    found = one_line(words)
    row = found.split(" ")
    if len(found) <= _LONGEST or len(row) < 7:
        return shortened(found, _LONGEST)
    return shortened(f"{' '.join(row[:3])} … {' '.join(row[-3:])}", _LONGEST)
