"""Whom a pronoun, a description or a last name at a place most likely means: candidates scored by learnt weights.

Each earlier mention of each person is told by a few plain facts (how far back, the part it played in its sentence,
whether its gender fits …); each fact has a weight, and a person's score is the log of the summed exponentials over
their mentions, as in the mention-ranking models of coreference (Durrett and Klein, 2013; Lee et al., 2017), with
a linear scorer. The weights in `weights.json` were fitted by `python -m training speakers`.
"""

import json
import math
from collections.abc import Collection
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from onrecord.people.discourse import Field, Mention
from onrecord.people.persons import Person

Kind = Literal["pronoun", "description", "name"]

_FARTHEST = 5  # sentences; beyond it distance says no more
_PARAGRAPHS = 3


class Place(NamedTuple):
    """What is known of the words that are to be resolved."""

    at: int
    kind: Kind
    gender: str | None = None  # "he" or "she"
    quoted: bool = False
    source: bool = False  # they are the source of a quotation, not words in between
    speaker: Person | None = None  # who spoke last, near by
    own: Collection[int] = ()  # numbers of those named inside the very words that are attributed here
    barred: Person | None = None
    head: str = ""
    roles: frozenset[str] = frozenset()
    only: Collection[int] | None = None  # the namesakes among whom to choose; None where it may be anybody
    known_only: bool = False  # only somebody of whom the text has said the head noun
    # What speaks for it being nobody named before; empty where it must be somebody.
    nobody: tuple[str, ...] = ()


class Ranked(NamedTuple):
    """A candidate with the share of belief in it, 0 to 1, and the mention that speaks for it most."""

    person: Person
    score: float
    mention: Mention


@cache
def weights() -> dict[str, dict[str, float]]:
    """The learnt weight of each fact, by kind of words."""
    loaded: dict[str, dict[str, float]] = json.loads(
        files("onrecord.people").joinpath("weights.json").read_text("utf-8")
    )
    return loaded


def rank(field: Field, place: Place) -> list[Ranked]:
    """The people that the words at a place may mean, likeliest first; nobody, where that is likelier than anyone.

    Shares add up to 1, with that of nobody.
    """
    known = weights()[place.kind]
    nobody = math.exp(sum(known.get(fact, 0.0) for fact in place.nobody)) if place.nobody else 0.0
    totals: dict[int, float] = {}
    best: dict[int, tuple[float, Mention]] = {}
    for mention, facts in candidates(field, place):
        score = 0.0
        for fact in facts:
            score += known.get(fact, 0.0)
        number = mention.person.number
        totals[number] = totals.get(number, 0.0) + math.exp(score)
        if number not in best or score > best[number][0]:
            best[number] = (score, mention)
    total = sum(totals.values()) + nobody
    if nobody > max(totals.values(), default=0.0):
        return []
    ranked = [Ranked(best[number][1].person, totals[number] / total, best[number][1]) for number in totals]
    ranked.sort(key=_by_share)
    return ranked


def candidates(field: Field, place: Place) -> list[tuple[Mention, list[str]]]:
    """Every earlier mention that may be meant, latest first, with the facts that tell of it."""
    sentence = field.sentence_of(place.at)
    paragraph = field.paragraph_of(place.at)
    found: list[tuple[Mention, list[str]]] = []
    seen: list[int] = []
    before = field.before(place.at)
    if place.head and (place.known_only or any(place.head in one.person.roles for one in before)):
        before = [one for one in before if place.head in one.person.roles]
    most = max(
        (one.person.count for one in before if place.only and one.person.number in place.only), default=0
    )
    for mention in before:
        person = mention.person
        if person is place.barred or (person.place and place.gender):
            continue
        if place.only is not None and person.number not in place.only:
            continue
        fit = person.fits(place.gender) if place.gender else 0.0
        if fit <= -0.5:
            continue
        facts = _facts(mention, place, sentence, paragraph)
        between = min(len(seen), 3)
        facts.append(_BETWEEN[between])
        if person.number not in seen:
            seen.append(person.number)
            facts.append("latest mention")
        if place.only is not None and person.count == most:
            facts.append("named most")
        if place.gender:
            facts.append(
                "fits" if fit >= 0.6 else "may fit" if fit > 0.15 else "unlike" if fit < -0.1 else "unknown"
            )
            if fit <= 0.15 and not person.sure:
                facts.append("unsure name")
        found.append((mention, facts))
    return found


def _facts(mention: Mention, place: Place, sentence: int, paragraph: int) -> list[str]:
    person = mention.person
    back = min(sentence - mention.sentence, _FARTHEST)
    up = min(paragraph - mention.paragraph, _PARAGRAPHS)
    facts = [_BACK[back], _UP[up], _COUNTS[min(person.count, 16).bit_length() // 2]]
    if mention.opens:
        facts += ("opens", _OPENS[min(back, 2)])
    elif mention.possessive:
        facts.append("possessive")
    elif mention.object:
        facts += ("object", _OBJECT[min(back, 2)])
    elif mention.subject:
        facts += ("subject", _SUBJECT[min(back, 2)])
    if mention.source:
        facts.append(_SPOKE[min(up, 2)])
    if mention.pronoun:
        facts.append("pronoun" if back else "pronoun here")
    if mention.quoted and not place.quoted:
        facts.append("in marks")
    elif mention.content:
        facts.append("in content")
    if mention.asks and back:
        facts.append("asks")
    if person.unnamed:
        facts.append("unnamed")
    if person is place.speaker:
        facts += ("spoke last", _LAST[min(up, 2)])
    if person.number in place.own:
        facts.append("named in the words")
    if len(person.words) == 1 and not person.unnamed:
        facts.append("one word")
    if place.source:
        facts.append(_SOURCE_BACK[min(back, 3)])
    if place.roles:
        if place.head in person.roles:
            facts.append("head known")  # "the mayor" is a mayor before it is anybody near
        shared = len(place.roles & person.roles)
        if shared:
            facts.append("word shared" if shared == 1 else "words shared")
    return facts


def _table(name: str, count: int) -> tuple[str, ...]:
    return tuple(f"{name} {number}" for number in range(count))


_BACK = _table("sentences back", _FARTHEST + 1)
_UP = _table("paragraphs up", _PARAGRAPHS + 1)
_OPENS = _table("opens, back", 3)
_OBJECT = _table("object, back", 3)
_SUBJECT = _table("subject, back", 3)
_SPOKE = _table("spoke, paragraphs up", 3)
_LAST = _table("spoke last, paragraphs up", 3)
_COUNTS = _table("named, doublings", 3)
_SOURCE_BACK = _table("for a source, sentences back", 4)
_BETWEEN = _table("others between", 4)


def _by_share(ranked: Ranked) -> tuple[float, int]:
    return (-ranked.score, ranked.person.number)


__all__ = ["Place", "Ranked", "candidates", "rank", "weights"]
