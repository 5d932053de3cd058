"""Quotations by the million, made up: words by Zipf's law, lengths and speakers as unequal as in news, known families.

Words are made of syllables and drawn by rank (Zipf, with Mandelbrot's shift); a third of them follow the word before
as one of its few usual followers, so that phrases come again as they do in speech. Lengths are log-normal, 3 to 150
words. Of a million quotations the most quoted speaker has 30,000. Days run over two years. Every second utterance
is printed once; others in many ways: whole, in part, with words replaced in brackets or dropped for an ellipsis,
mistyped, with or without a speaker; and some are said again on another day. There is no template.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from numpy.random import Generator

from onrecord.traces import Printing

FIRST_DAY = date(2021, 1, 1)
DAYS = 730
WORDS = 150_000
SPEAKERS = 100_000
AT_ONCE = 100_000  # words
STEP = 4  # letters
_ONSETS = "b c d f g h j k l m n p r s t v w z br ch cl cr dr fl gr pl pr sc sh sl sp st th tr".split()
_VOWELS = "a e i o u ai ea ee io ou".split()
_CODAS = ["", "", "", "l", "m", "n", "r", "s", "t", "nd", "nt", "rs", "st", "ck"]
_GIVEN = "Ada Ben Cora Dan Eve Finn Gail Hugh Ines Jon Kay Lars Mia Ned Olga Paul Rhea Sam Tess Vic".split()
_TITLES = ("Senator", "Mr.", "Ms.", "Secretary", "Dr.", "Governor", "President", "Mayor")


class Made(NamedTuple):
    """Printings, and for each the number of the utterance that it is one of."""

    printings: list[Printing]
    utterances: list[int]


def make(count: int, *, seed: int = 1, articles_of: int = 20) -> Made:
    """So many quotations, in the order of their days, `articles_of` to an article."""
    rng, dice = np.random.default_rng(seed), random.Random(seed)
    vocabulary = _vocabulary(dice)
    names = _names(dice, SPEAKERS)
    rows: list[tuple[int, str, str | None, int]] = []  # day, text, speaker, utterance
    utterance = 0
    while len(rows) < count:
        size = 20_000
        lengths = np.clip(np.exp(rng.normal(2.75, 0.75, size)), 3, 150).astype(int)
        words = _speech(rng, int(lengths.sum()))
        speakers = _ranks(rng, SPEAKERS, size, shift=1.7, power=1.0)
        days = rng.integers(0, DAYS, size)
        starts = np.cumsum(lengths) - lengths
        for place in range(size):
            said = words[starts[place] : starts[place] + lengths[place]]
            text = [vocabulary[word] for word in said]
            for occasion in range(1 + (dice.random() < 0.03)):
                day = int(days[place] + occasion * dice.randrange(25, 200)) % DAYS
                rows += _printed(dice, text, names[speakers[place]], day, utterance)
                utterance += 1
    order = rng.permutation(len(rows))[:count]  # so that families are spread as in a ledger of any size
    chosen = sorted((rows[place] for place in order), key=lambda row: row[0])
    printings = [
        Printing(
            id=number,
            text=text,
            speaker=speaker,
            article=f"article-{number // articles_of}",
            published=(FIRST_DAY + timedelta(days=day)).isoformat(),
        )
        for number, (day, text, speaker, _) in enumerate(chosen)
    ]
    return Made(printings, [row[3] for row in chosen])


def prose(*, seed: int = 2) -> Iterator[str]:
    """Word after word of the same material, as articles tell what nobody said: it never ends, nor comes again."""
    vocabulary = _vocabulary(random.Random(1))
    rng = np.random.default_rng(seed)
    while True:
        for word in _speech(rng, AT_ONCE).tolist():
            yield vocabulary[word]


def _printed(
    dice: random.Random, words: list[str], name: str, day: int, utterance: int
) -> list[tuple[int, str, str | None, int]]:
    """One utterance as several papers print it."""
    times = 1 if dice.random() < 0.5 else int(min(200, 1 + (dice.paretovariate(1.3) - 1) * 1.5))
    rows = []
    for _ in range(times):
        kind = dice.random()
        printed = words
        if kind < 0.3:
            printed = _part(dice, words)
        elif kind < 0.45:
            printed = _edited(dice, words)
        elif kind < 0.55:
            printed = _mistyped(dice, words)
        last = name.split(" ")[-1]
        how = dice.random()
        titled = f"{dice.choice(_TITLES)} {last}"
        speaker = None if how < 0.1 else last if how < 0.2 else titled if how < 0.3 else name
        text = " ".join(printed)
        lag = min(9, int(dice.expovariate(0.7)))
        rows.append((day + lag, text[:1].upper() + text[1:], speaker, utterance))
    return rows


def _part(dice: random.Random, words: list[str]) -> list[str]:
    if len(words) < 6:
        return words
    length = dice.randrange(4, len(words))
    start = dice.randrange(len(words) - length + 1)
    return words[start : start + length]


def _edited(dice: random.Random, words: list[str]) -> list[str]:
    place = dice.randrange(len(words))
    if len(words) < 10 or dice.random() < 0.5:
        return [*words[:place], f"[{words[place]}s]", *words[place + 1 :]]
    gap = dice.randrange(1, len(words) // 3)
    return [*words[:place], "...", *words[place + gap :]]


def _mistyped(dice: random.Random, words: list[str]) -> list[str]:
    place = dice.randrange(len(words))
    word = words[place]
    at = dice.randrange(len(word))
    return [*words[:place], word[:at] + word[at + 1 :] or "x", *words[place + 1 :]]


def _speech(rng: Generator, count: int) -> np.ndarray:
    """Word after word: by rank, or as one of the few usual followers of the word before."""
    words = _ranks(rng, WORDS, count, shift=2.7, power=1.05)
    follows = np.flatnonzero(rng.random(count) < 0.35)
    choice = np.minimum(rng.geometric(0.5, len(follows)), 4)
    for place, which in zip(follows.tolist(), choice.tolist(), strict=True):
        if place:
            words[place] = (int(words[place - 1]) * 7919 + which * 104_729) % 20_011 % 3_000
    return words


def _ranks(rng: Generator, size: int, count: int, *, shift: float, power: float) -> np.ndarray:
    weights = 1 / (np.arange(size) + 1 + shift) ** power
    return np.searchsorted(np.cumsum(weights / weights.sum()), rng.random(count)).clip(max=size - 1)


def _vocabulary(dice: random.Random) -> list[str]:
    """Words by rank: the usual ones are short, as in any language (Zipf's law of abbreviation)."""
    return sorted(_spellings(dice, WORDS), key=_length)


def _length(word: str) -> int:
    """How long a word is, roughly: as exact as makes a word of speech as long as one of English news."""
    return len(word) // STEP


def _spellings(dice: random.Random, count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = 1 + (dice.random() < min(0.95, 0.05 + len(found) / 2000)) + (dice.random() < 0.3)
        found[
            "".join(
                dice.choice(_ONSETS) + dice.choice(_VOWELS) + dice.choice(_CODAS) for _ in range(syllables)
            )
        ] = None
    return list(found)


def _names(dice: random.Random, count: int) -> list[str]:
    lasts = [word.capitalize() for word in _spellings(dice, count // 3) if len(word) > 3]
    return [f"{dice.choice(_GIVEN)} {dice.choice(lasts)}" for _ in range(count)]
