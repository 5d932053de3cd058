"""Which printings have a family that words, speaker and dates decide: a test set must hold no others.

CONTRACT's rule, as it is used here. The same words by the same or an unknown speaker, printed within ten days, are one
occasion, and three weeks or more apart two. Where two printings can be compared neither by speaker nor by date, only
eight shared words in a row join them. Words that printings of different speakers share join nothing by themselves.
"""

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from onrecord.measure.tracing.occasions import folded, last_name

SPREAD = 9  # days after the occasion on which it is printed: any two printings lie within ten days
APART = 21  # days from which printings are of two occasions
FAR = (
    SPREAD + APART
)  # days between two occasions, so that every printing of one is `APART` from every one of the other
ALONE = 8  # shared words in a row that join printings of which neither speaker nor date can be compared
_LONG = 7  # shared words in a row that are too many for two sentences of one speaker and time
_MOST_SHARED = 0.5  # of a printing's words that another utterance of its speaker and time may have
_LEAST_SHARED = 0.6  # of the shorter printing's words that one of the same utterance must have
_GRAM = 3


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """One utterance of the set: its number is its family's."""

    number: int
    text: str
    speaker: str
    title: str | None = None
    day: int
    occasion: str
    case: str
    named: bool  # all its printings say the speaker
    dated: bool  # and all the date


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One printing as it comes into the set; `day` is None where its article has no date."""

    text: str
    base: str
    way: str
    speaker: str | None
    article: str
    day: int | None


class Utterances:
    """The utterances chosen so far, by the runs of words that they hold."""

    def __init__(self) -> None:
        self.all: list[Utterance] = []
        self._grams: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._entangled: set[int] = set()

    def add(self, utterance: Utterance) -> None:
        """Keep an utterance; those that it shares a long run of words with need speaker and date from now on."""
        keys = folded(utterance.text)
        shared = {number for run in _runs(keys, ALONE) for number in self._runs.get(run, ())}
        if shared:
            self._entangled |= shared | {utterance.number}
        for gram in set(_runs(keys, _GRAM)):
            self._grams[gram].append(utterance.number)
        for run in set(_runs(keys, ALONE)):
            self._runs[run].append(utterance.number)
        self.all.append(utterance)

    def is_named(self, utterance: Utterance) -> bool:
        """Whether all printings of an utterance must say the speaker."""
        return utterance.named or utterance.number in self._entangled

    def is_dated(self, utterance: Utterance) -> bool:
        """Whether all printings of an utterance must say the date."""
        return utterance.dated or utterance.number in self._entangled

    def clashes(self, text: str, speaker: str, day: int, *, same_words: bool = False) -> bool:
        """Whether an utterance has much of one that was said at about the same time, so that they may be one.

        Whoever says it, unless with `same_words`: two transcripts of one occasion do not always agree on who speaks.
        """
        keys = folded(text)
        name = last_name(speaker)
        for number, mask in self._covered(keys).items():
            other = self.all[number]
            if abs(other.day - day) < FAR and (not same_words or last_name(other.speaker) == name):
                shorter = min(len(keys), len(folded(other.text)))
                if mask.bit_count() >= _MOST_SHARED * shorter or _longest_ones(mask) > _LONG:
                    return True
        return False

    def is_decided(self, item: Item, own: Utterance) -> bool:
        """Whether no other utterance of the set could be the one printed, by the item's words, speaker and date."""
        keys = folded(item.base)
        name = last_name(item.speaker) if item.speaker else None
        return not any(
            mask.bit_count() >= _MOST_SHARED * len(keys) or _longest_ones(mask) >= _LONG
            for number, mask in self._covered(keys).items()
            if number != own.number and self._could_be(self.all[number], name, item.day)
        )

    def _covered(self, keys: tuple[str, ...]) -> dict[int, int]:
        """For each utterance the words, as bits, that stand in runs of three that it has too."""
        covered: dict[int, int] = defaultdict(int)
        for at, gram in enumerate(_runs(keys, _GRAM)):
            for number in self._grams.get(gram, ()):
                covered[number] |= ((1 << _GRAM) - 1) << at
        return covered

    def _could_be(self, other: Utterance, name: str | None, day: int | None) -> bool:
        if not other.day - APART < (day or other.day) < other.day + SPREAD + APART and self.is_dated(other):
            return False
        # Words without a date have no more than themselves to go by, whoever says them.
        return name is None or day is None or not self.is_named(other) or last_name(other.speaker) == name


def is_known_enough(item: Item) -> bool:
    """Whether a printing has words enough: eight without speaker and date, four without one of the two, else three."""
    known = (item.speaker is not None) + (item.day is not None)
    return len(folded(item.text)) >= (ALONE, 4, _GRAM)[known]


def are_linked(one: Item, other: Item) -> bool:
    """Whether two printings of one utterance can be known for it by their shared words."""
    first, second = folded(one.text), folded(other.text)
    longest, shared = _shared(first, second)
    comparable = (one.speaker and other.speaker) or (one.day is not None and other.day is not None)
    if not comparable:
        return longest >= ALONE
    return longest >= _GRAM and shared >= _LEAST_SHARED * min(len(first), len(second))


def _shared(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[int, int]:
    """The longest run of words that both have, and how many words of the shorter stand in shared runs of three."""
    short, long = sorted((first, second), key=len)
    there = set(_runs(long, _GRAM))
    mask = 0
    for at, gram in enumerate(_runs(short, _GRAM)):
        if gram in there:
            mask |= ((1 << _GRAM) - 1) << at
    longest = next(
        (
            width
            for width in range(_longest_ones(mask), 0, -1)
            if set(_runs(short, width)) & set(_runs(long, width))
        ),
        0,
    )
    return longest, mask.bit_count()


def _longest_ones(mask: int) -> int:
    longest = 0
    while mask:
        mask &= mask << 1
        longest += 1
    return longest


def _runs(keys: tuple[str, ...], width: int) -> Iterator[tuple[str, ...]]:
    return (keys[at : at + width] for at in range(len(keys) - width + 1))
