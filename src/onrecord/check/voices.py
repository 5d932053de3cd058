"""Whether the speaker of a turn is the speaker that a quote names: by last name, given name and spelling."""

from functools import lru_cache

from onrecord.people.register.matching import matched
from onrecord.people.register.spelt import Spelt, parse
from onrecord.people.tables.nouns import PEOPLE, TITLES

_LEAST = 0.9  # of the weight that the register gives to two spellings of one word


@lru_cache(maxsize=4096)
def is_same_voice(speaker: str, other: str) -> bool | None:
    """Whether two names are one speaker's ("Sen. Ana Ruiz" and "RUIZ"); None where one of them tells nothing.

    A description without a name ("the president") tells nothing.
    """
    one, two = _words(speaker), _words(other)
    if not one or not two:
        return None
    if not _alike(one[-1], two[-1]):
        return _is_given_alone(one, two) or _is_given_alone(two, one)
    if len(one) == 1 or len(two) == 1:
        return True
    return _alike(one[0], two[0])


def _is_given_alone(short: tuple[Spelt, ...], full: tuple[Spelt, ...]) -> bool:
    """A first name alone: "Ana" beside "Ana Ruiz"."""
    return len(short) == 1 and len(full) > 1 and _alike(short[0], full[0])


def _alike(word: Spelt, other: Spelt) -> bool:
    found = matched(word, other)
    return found is not None and found.weight >= _LEAST


def _words(name: str) -> tuple[Spelt, ...]:
    """The words of a name without the titles and offices before it; none for a description."""
    words = parse(name).words
    if not any(word.written[:1].isupper() or word.foreign for word in words):
        return ()
    while len(words) > 1 and (words[0].plain in TITLES or words[0].written.islower()):
        words = words[1:]
    if len(words) == 1 and (words[0].plain in PEOPLE or words[0].plain in ("the", "unknown", "unidentified")):
        return ()
    return words
