"""What tells that one printing was taken from another: what it names, copies, and the readings that both share.

Philologists' rule is that witnesses that share an error have it from one another or from a common forebear, if the
error is not one that two hands would make alone (Lachmann; Maas, Textual Criticism, 1958, on indicative errors).
Here every reading has a chance that a second hand would make it unasked, and the weight of a pair is the logarithm
of how much likelier the later words are with the earlier printing at hand than with the source itself, as in
likelihood methods of computational stemmatology (Roos and Heikkilä, Evaluating methods for computer-assisted
stemmatology using artificial benchmark data sets, 2009). Words that the earlier one lacks speak against it.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias
from urllib.parse import urlsplit

from onrecord.trace.collation import CUTS, Collated, Reading
from onrecord.traces import Ground, PrintedIn
from onrecord.words import fold_word, words

NAMED, COPIED = 100.0, 50.0  # no reading outweighs what the article itself says, or two whole articles
CREDITED = 6.0
# Natural logarithms of one over the chance that a second hand changes the same place in the same way. Set by hand
# on the benchmark of copying trees (benchmarks/lineage.py), none to more than its half.
WORDING, BRACKET, ORDER = 4.0, 3.5, 4.0
GAP, GAP_MORE, GAP_NATURAL = 3.0, 3.5, 2.0  # one word, more; a clause, or a small word
CUT, CUT_NATURAL = 1.2, 0.7
LIGHT = 0.4
LACKS_FIRST, LACKS_MORE, LACKS_MOST = 2.5, 0.5, 8.0  # words of the base that only the later one has
RESTORES, RESTORES_LIGHT = 2.5, 0.5
# Words that go, or come, without anybody's noticing.
SMALL = frozenset(
    "a an the that this these those and but or so of to in on at by for from with as it its is are was were be been "
    "have has had do does did will would i we you he she they there then also just very".split()
)
SHORTEST_CREDIT = 2  # words of an outlet's name that a credit line may be taken to name


# What makes two readings one: the words of the base, and what stands there instead.
Key: TypeAlias = tuple[int, int, tuple[str, ...]]


class Witness(NamedTuple):
    """A printing as evidence: its article, and how it departs from the base of its version (None: not laid beside)."""

    text: str
    article: PrintedIn | None
    collated: Collated | None
    version: int


def shared_readings(one: Witness, other: Witness) -> list[tuple[Reading, Reading]]:
    """The readings that two printings of one version have in common: each as the first has it, and as the other.

    Two readings are in common too where they overlap, or adjoin, and have a word in common that the base has not.
    """
    if one.collated is None or other.collated is None or one.version != other.version:
        return []
    theirs = {_key(reading): reading for reading in other.collated.readings}
    found = [(reading, theirs[_key(reading)]) for reading in one.collated.readings if _key(reading) in theirs]
    ours = {_key(reading) for reading, _ in found}
    loose = [reading for key, reading in theirs.items() if key not in ours and _new_words(reading)]
    for reading in one.collated.readings:
        if _key(reading) in ours or not loose:
            continue
        new = _new_words(reading)
        alike = (row for row in loose if row.low <= reading.high and reading.low <= row.high)
        match = next((row for row in alike if new & _new_words(row)), None)
        if match is not None:
            found.append((reading, match))
    return found


def readings_grounds(earlier: Witness, later: Witness, rarity: dict[Reading, float]) -> list[Ground]:
    """What the words of two printings tell of whether the later one has them from the earlier one.

    `rarity` scales the weight of readings whose text nobody can call the right one, from 0 to 1.
    """
    if earlier.collated is None or later.collated is None or earlier.version != later.version:
        return []
    shared = shared_readings(later, earlier)
    found = [
        Ground(kind="shared", words=_words_of(reading), weight=weight_of(reading) * rarity.get(reading, 1.0))
        for reading, _ in shared
    ]
    missing = sorted(later.collated.kept - earlier.collated.kept)
    for run in _runs(missing):
        weight = min(LACKS_MOST, LACKS_FIRST + LACKS_MORE * (len(run) - 1))
        found.append(Ground(kind="lacks", words=f"{len(run)}", weight=-weight))
    theirs = {_key(reading) for _, reading in shared}
    low, high = later.collated.reach
    for reading in earlier.collated.readings:
        if _key(reading) in theirs or not low <= reading.low < high or reading.gap or reading.kind in CUTS:
            continue  # gaps are among the words that are lacking
        if not reading.light and set(range(reading.low, reading.high)) & later.collated.kept:
            continue  # likewise
        weight = RESTORES_LIGHT if reading.light else RESTORES
        found.append(Ground(kind="restores", words=_words_of(reading), weight=-weight))
    return [ground for ground in found if ground.weight]


def names_others(article: PrintedIn) -> bool:
    """Whether an article may name where it has its words from."""
    return article.original is not None or any(
        _keys(line) for line in (article.credit or "", *article.authors)
    )


def article_grounds(earlier: Witness, later: Witness, copied: bool) -> list[Ground]:
    """What the articles tell: the later one names the earlier as its original, copies it, or credits its outlet."""
    found = []
    if earlier.article and later.article:
        if _names(later.article, earlier.article):
            found.append(
                Ground(kind="named", words=earlier.article.outlet or earlier.article.url or "", weight=NAMED)
            )
        elif _credits(
            later.article.credit, later.article.authors, later.article.outlet, earlier.article.outlet
        ):
            found.append(Ground(kind="credit", words=earlier.article.outlet or "", weight=CREDITED))
    if copied:
        found.append(Ground(kind="copy", words="", weight=COPIED))
    return found


def weight_of(reading: Reading) -> float:
    """How much a shared reading tells, in natural logarithms of odds."""
    if reading.kind in CUTS:
        return CUT_NATURAL if reading.natural else CUT
    if reading.light:
        return LIGHT
    if reading.gap:
        if reading.natural or fold_word(reading.before) in SMALL:
            return GAP_NATURAL
        return GAP if reading.high - reading.low == 1 else GAP_MORE
    if reading.kind == "bracket":
        return BRACKET
    return ORDER if reading.kind == "order" else WORDING


def rarities(collated: Sequence[Collated]) -> dict[Reading, float]:
    """How far each reading may be called unusual where no document tells the right one: by how few have it.

    What the printings mark themselves, in brackets or with an ellipsis, is an edit whoever has it. Of the rest a
    reading that one printing in four has, or fewer, counts in full, one that all have not at all.
    """
    holders: dict[Key, int] = {}
    for row in collated:
        for key in {_key(reading) for reading in row.readings}:
            holders[key] = holders.get(key, 0) + 1
    found: dict[Reading, float] = {}
    for row in collated:
        for reading in row.readings:
            if reading in found or reading.kind in ("bracket", "ellipsis"):
                continue
            reached = sum(other.reach[0] <= reading.low <= other.reach[1] for other in collated)
            share = holders[_key(reading)] / max(reached, 1)
            found[reading] = min(1.0, -math.log2(share) / 2) if share < 1 else 0.0
    return found


def polarised(collated: Sequence[Collated]) -> list[Collated]:
    """The printings with the usual reading of each place as the right one, whatever the base has there.

    A reading that most of those have that reach the place is no departure; who has the base's words there departs.
    """
    holders: dict[Key, list[int]] = {}
    for place, row in enumerate(collated):
        for reading in row.readings:
            if reading.kind not in ("bracket", "ellipsis", *CUTS):
                holders.setdefault(_key(reading), []).append(place)
    turned = [set(row.readings) for row in collated]
    for key, places in holders.items():
        reached = [
            place for place, row in enumerate(collated) if row.reach[0] <= key[0] and key[1] <= row.reach[1]
        ]
        if 2 * len(places) <= len(reached):
            continue
        usual = next(reading for reading in collated[places[0]].readings if _key(reading) == key)
        for place in places:
            turned[place] = {reading for reading in turned[place] if _key(reading) != key}
        own = Reading(usual.low, usual.high, ("=", *usual.reads), usual.kind, usual.after, usual.before)
        for place in reached:
            if place not in places and collated[place].kept.issuperset(range(usual.low, usual.high)):
                turned[place].add(own)
    return [
        row._replace(readings=tuple(sorted(found)), places=())
        for row, found in zip(collated, turned, strict=True)
    ]


def telling_keys(witness: Witness) -> frozenset[Key]:
    """The readings of a printing that can tell where it is from."""
    if witness.collated is None:
        return frozenset()
    told = [reading for reading in witness.collated.readings if not reading.light]
    new = {(-1, -1, (word,)) for reading in told for word in _new_words(reading)}
    return frozenset(_key(reading) for reading in told) | new


@lru_cache(maxsize=1 << 14)
def _new_words(reading: Reading) -> frozenset[str]:
    """The words of a reading that the base has not there, the small ones left out."""
    if reading.light:
        return frozenset()
    there = {word.key for word in words(reading.before)}
    return frozenset(word for word in reading.reads if word not in there and word not in SMALL)


def _key(reading: Reading) -> Key:
    """Two readings are one whatever marks them: an ellipsis that a copyist left out is still the same gap."""
    return reading.low, reading.high, reading.reads


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _words_of(reading: Reading) -> str:
    if reading.kind == "order":
        return "another order"
    if not reading.before:
        return f"“{reading.after}” added"
    if reading.gap:
        return f"without “{reading.before}”"
    return f"“{reading.after}” for “{reading.before}”"


def _names(later: PrintedIn, earlier: PrintedIn) -> bool:
    original = later.original
    if original is None:
        return False
    if original.url and earlier.url and _address(original.url) == _address(earlier.url):
        return True
    return bool(original.outlet and earlier.outlet and name_of(original.outlet) == name_of(earlier.outlet))


@lru_cache(maxsize=1 << 14)
def _credits(credit: str | None, authors: tuple[str, ...], outlet: str | None, other: str | None) -> bool:
    """Whether the lines of an outlet's article name the other outlet."""
    name = name_of(other)
    if len(name) < SHORTEST_CREDIT or name == name_of(outlet):
        return False
    return any(_holds(_keys(line), name) for line in (credit or "", *authors))


@lru_cache(maxsize=1 << 12)
def _keys(line: str) -> tuple[str, ...]:
    return tuple(word.key for word in words(line))


def _holds(line: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return any(line[at : at + len(name)] == name for at in range(len(line) - len(name) + 1))


@lru_cache(maxsize=1 << 12)
def name_of(outlet: str | None) -> tuple[str, ...]:
    """An outlet's name as it is compared: folded words, without the article before it."""
    name = _keys(outlet or "")
    return name[1:] if len(name) > 1 and name[0] == "the" else name


def _address(url: str) -> str:
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    return parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/")
