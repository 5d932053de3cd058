"""Readings as columns of numbers, so that a million of them are compared without a loop over them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.trace.fingerprints import GAP, Hashes, Laid, Places, lay, mix, runs
from onrecord.trace.readings import Reading
from onrecord.trace.voices import Voice
from onrecord.trace.wordings import GRAMMAR

Pairs = NDArray[np.int64]  # two columns: places of readings, the smaller first
UNDATED = -1
_UNKNOWN = -1
_MATTERS = np.ones(1 << 16, dtype=np.uint8)
_MATTERS[[0, *(ord(letter) for letter in GRAMMAR)]] = 0


class Table(NamedTuple):
    """Readings as columns, a row each.

    `times` and `said` are days, -1 where unknown; `voices` are places in `names`, -1 where unknown; `whole` is a hash
    of the whole wording, `matter` how many of its words are more than grammar. `grams` are the runs of three words
    that begin at each place of `laid.words`.
    """

    laid: Laid
    times: Places
    said: Places
    voices: Places
    names: list[Voice]
    whole: Hashes
    matter: Places
    grams: Hashes


def table_of(readings: Sequence[Reading]) -> Table:
    """Lay readings out as columns."""
    count = len(readings)
    laid = lay([reading.words for reading in readings])
    numbers: dict[Voice, int] = {}
    voices = [
        _UNKNOWN if reading.voice is None else numbers.setdefault(reading.voice, len(numbers))
        for reading in readings
    ]
    grams, _ = runs(laid.words, 3)
    return Table(
        laid,
        np.fromiter((_day(reading.time) for reading in readings), np.int64, count),
        np.fromiter((_day(reading.said) for reading in readings), np.int64, count),
        np.array(voices, dtype=np.int64),
        list(numbers),
        _whole(laid),
        _matter(laid),
        grams,
    )


def counted(counts: Places) -> Places:
    """0, 1, 2 ... for each count, end to end."""
    starts = np.repeat(np.cumsum(counts) - counts, counts)
    return np.arange(len(starts)) - starts


def _day(day: int | None) -> int:
    return UNDATED if day is None else day


def _whole(laid: Laid) -> Hashes:
    """A hash of each whole wording: of its words, each with its place."""
    if not len(laid.sizes):
        return np.zeros(0, dtype=np.uint64)
    place = np.arange(len(laid.words)) - np.repeat(laid.starts, laid.sizes + GAP)
    spread = mix((place.astype(np.uint64) << np.uint64(16)) | laid.words.astype(np.uint64))
    spread[laid.words == 0] = 0
    return mix(np.add.reduceat(spread, laid.starts))


def _matter(laid: Laid) -> Places:
    if not len(laid.sizes):
        return np.zeros(0, dtype=np.int64)
    return np.add.reduceat(_MATTERS[laid.words], laid.starts, dtype=np.int64)
