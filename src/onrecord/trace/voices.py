"""Who is said to have said a printing, as far as families ask: whether two are the same, others, or unknown.

A name is as an article gives it: "Clinton", "Hillary Clinton", "Secretary Clinton". A description that names nobody
("a spokesman", "officials") is an unknown voice.
"""

from functools import lru_cache
from typing import NamedTuple

from onrecord.people.register.spelt import parse
from onrecord.people.register.variants import likeness
from onrecord.people.romanise import plain, sound
from onrecord.people.tables.nouns import PEOPLE, TITLES

_LEAST_ALIKE = 0.3  # a bare first or last name of the other
_MOST_BEFORE = 6  # words of an office before a name
_BEFORE_NOUNS = frozenset(
    "a an the one some several many two three other others another his her their its our my".split()
)
_BESIDE_TITLES = frozenset("prime vice former the then acting first foreign".split())


class Voice(NamedTuple):
    """A name without titles, and the register's id where it is known."""

    name: str
    id: str | None = None


@lru_cache(maxsize=1 << 17)
def voice_of(name: str | None, id: str | None = None) -> Voice | None:
    """The voice of a speaker's name; None for none, and for words that name nobody."""
    bare = _without_titles(" ".join((name or "").split()))
    if id is None and (not bare or _names_nobody(bare)):
        return None
    return Voice(bare, id)


@lru_cache(maxsize=1 << 18)
def same_voice(one: Voice | None, other: Voice | None) -> bool | None:
    """Whether two voices are one: None where either is unknown. Symmetric.

    One id of the register is one voice, under any name, and two ids part those of one name. Names that are only alike
    are one voice here all the same: the register wants more before it merges two than that they say the same words.
    A bare last name is every full name that ends so.
    """
    if one is None or other is None:
        return None
    both_known = one.id is not None and other.id is not None
    if both_known and one.id == other.id:
        return True
    if not one.name or not other.name:
        return None
    if one.name == other.name:
        return not both_known
    found = likeness(one.name, other.name)
    return found is not None and found.strength >= _LEAST_ALIKE


@lru_cache(maxsize=1 << 17)
def keys_of(voice: Voice) -> frozenset[str]:
    """What a voice is looked up by: how its last name sounds, and its id. Voices that share none are strangers."""
    words = [word.plain for word in parse(voice.name).words if not word.initial]
    last = sound(words[-1]) or words[-1] if words else plain(voice.name)
    found = {last} if last else set()
    if voice.id is not None:
        found.add(f"#{voice.id}")
    return frozenset(found)


def _without_titles(name: str) -> str:
    """ "Secretary of State Clinton" and "Prime Minister May" lose their offices; an office alone is nobody's name."""
    before, comma, after = name.partition(", ")
    if comma and any(_is_title(word) for word in after.split(" ")):
        name = before
    words = name.split(" ")
    start, place, plain_before = 0, 0, False
    while place < len(words) and place < _MOST_BEFORE:
        word = words[place]
        if _is_title(word):
            place += 1
            if words[place : place + 1] in (["of"], ["for"]):
                place += 2
            rest = len(words) - place
            if not plain_before or rest > 1:  # "Majority Leader Ann Lee", but "Martin Luther King Jr."
                start, plain_before = place, False
        else:
            plain_before = plain_before or word.lower() not in _BESIDE_TITLES
            place += 1
    return " ".join(words[start:])


def _names_nobody(name: str) -> bool:
    """Words in lower case that begin or end as a description does: "a spokesman", "officials"."""
    words = name.split(" ")
    if name != name.lower():
        return False
    return words[0] in _BEFORE_NOUNS or words[-1] in PEOPLE or words[-1].removesuffix("s") in PEOPLE


def _is_title(word: str) -> bool:
    return word.lower().replace(".", "").rstrip(",") in TITLES
