"""The noun phrase that stands right before "who" or "which", and pairs of people who were named together."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.people.discourse import Field, Mention
from onrecord.people.names import fold
from onrecord.people.persons import Person, clean
from onrecord.people.sources import is_people_word
from onrecord.people.tables.nouns import DEMONYMS, DOCUMENTS, GROUPS, PLACES, PLAIN

_BACK = 240  # characters before "which" in which its noun is looked for
_PIECE = re.compile(r"[\w&.]+(?:[-'’][\w]+)*['’]?|[^\w\s]")
_OPENERS = frozenset(
    "a an the this that these those his her their its our my some many several few most all both one two three four"
    " five six seven eight nine ten another other any every each no dozens hundreds thousands".split()
)
# What may stand inside a noun phrase, between its first noun and "who": "critics in both parties who".
_INSIDE = frozenset("of in for from at with to on near and or by".split())
_TOGETHER = re.compile(
    r"(?:,[^.;!?“”\"]{0,120},|\s\([A-Z]-[^)]{1,20}\),?|['’]s?)?\s+(?:and|&)\s+[^.;!?“”\"]{0,80}"
)
_REACH = 900  # characters before "both" in which two people named together are looked for

_SENTENCES = 3  # sentences before "they" that are looked back over
_MANY = re.compile(r"\W{0,3}(?:(?:But|And|Yet|So|Still,|Meanwhile,|However,)\s)?((?:[\w'’&.-]{1,25}\s){1,7})")
_CROWDS = frozenset("people police protesters".split())
_DOCUMENT = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]his|[Tt]hat|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s(?:(?!(?:an?|the|one|this|that|its|his|her|their)\s)[A-Za-z'’-]{1,20}\s){0,3}?"
    r"(letter|lawsuit|statement|memo|petition|complaint|report|email|e-mail|message|note|editorial|article|ad|affidavit|filing"
    r"|indictment|post|tweet|resolution|document|study|headline|caption|sign|website|book)\b(?!-)"
)


class Phrase(NamedTuple):
    """A noun phrase: where it stands, its head noun, and whether "the" or the like makes it definite."""

    start: int
    end: int
    head: str
    definite: bool
    plain: bool  # without an article: "critics"


def phrase_before(here: Field, at: int, *, innermost: bool = False) -> Phrase | None:
    """The noun phrase that ends right before a place, cut at its article; None where no noun is found.

    `innermost`: "the editor" of "a letter from the editor", as "who" has it; else the whole, as "which" has it.
    """
    text = here.text
    start = max(here.sentence_start(at), at - _BACK)
    pieces = list(_PIECE.finditer(text, start, at))
    while pieces and not pieces[-1].group()[0].isalnum():
        pieces.pop()  # a comma, a dash
    if not pieces:
        return None
    end = pieces[-1].end()
    kept: list[re.Match[str]] = []
    for piece in reversed(pieces[-14:]):
        word = piece.group()
        if not word[0].isalnum():
            break
        kept.insert(0, piece)
        if word.lower() in _OPENERS and (innermost or not _joined(kept)):
            return _phrase(text, kept, end)
    return _without_article(text, kept, end)


def _joined(kept: Sequence[re.Match[str]]) -> bool:
    """Whether an article belongs to a later phrase only: "the" of "a poll of the county" is not where it starts."""
    first = kept[0].start()
    before = kept[0].string[max(0, first - 6) : first]
    return len(kept) < 9 and re.search(r"\s(?:of|in|for|from)\s$", before) is not None


def _phrase(text: str, kept: Sequence[re.Match[str]], end: int) -> Phrase:
    words = [piece.group() for piece in kept]
    core = 1
    while core < len(words) and words[core].lower() not in _INSIDE:
        core += 1
    head = fold(words[core - 1]).removesuffix("'s")
    opener = words[0].lower()
    definite = opener in ("the", "this", "that", "these", "those", "his", "her", "their", "its", "our", "my")
    return Phrase(kept[0].start(), end, head, definite, False)


def _without_article(text: str, kept: Sequence[re.Match[str]], end: int) -> Phrase | None:
    """ "critics", "GOP critics", "critics in both parties": from the last noun for people or things, leftwards."""
    for place in range(len(kept) - 1, -1, -1):
        word = kept[place].group()
        head = fold(word)
        noun = is_people_word(head) or head in GROUPS or head in DOCUMENTS or head.rstrip("s") in DOCUMENTS
        if not noun or head in PLAIN - {"supporters", "critics", "officials", "experts", "people"}:
            continue
        first = place
        while first > 0 and _describes(kept[first - 1].group()):
            first -= 1
        after = kept[place + 1].group().lower() if place + 1 < len(kept) else ""
        return Phrase(kept[first].start(), end if after in _INSIDE else kept[place].end(), head, False, True)
    return None


def _describes(word: str) -> bool:
    return word[0].isupper() or fold(word) in DEMONYMS or word.endswith(("al", "ive", "ary")) or "-" in word


def called_so(before: Sequence[Mention], words: Sequence[str], head: str) -> Person | None:
    """Who "the Ruritanian president" is among those mentioned before: most words shared, then the latest."""
    places = [word for word in words if word in DEMONYMS or word in PLACES]
    best: tuple[int, Person] | None = None
    for mention in before:
        if head in mention.person.roles and not mention.person.unnamed:
            if any(word not in mention.person.roles for word in places):
                continue
            shared = sum(word in mention.person.roles for word in words)
            if best is None or shared > best[0]:
                best = (shared, mention.person)
    return best[1] if best is not None else None


def pair_before(here: Field, at: int, *, head: str = "") -> tuple[Person, Person] | None:
    """The two people who were named together last before a place: "Ann Other and Carl Orme"."""
    mentions = [one for one in here.before(at) if not one.pronoun and not one.person.unnamed]
    for second, first in pairwise(mentions):
        if at - first.start > (2 * _REACH if head else _REACH):
            return None
        if second.person is first.person or not _TOGETHER.fullmatch(here.text, first.end, second.start):
            continue
        if head and not any(head in one.person.roles for one in (first, second)):
            continue
        return first.person, second.person
    return None


def words_of(here: Field, phrase: Phrase) -> str:
    """A noun phrase as a name for somebody unnamed: without "the"."""
    words = clean(here.text[phrase.start : phrase.end])
    return words[4:] if words.lower().startswith("the ") else words


def document_before(here: Field, at: int) -> Phrase | None:
    """The letter, lawsuit or statement that the text told of last before a place, in its own words."""
    start = max(0, at - _REACH)
    told = [match for match in _DOCUMENT.finditer(here.text, start, at) if not here.is_quoted(match.start())]
    opening = [match for match in told if match.start() - here.sentence_start(match.start()) <= 1]
    for match in reversed(opening or told):
        return Phrase(match.start(), match.end(), fold(match.group(1)), False, False)
    return None


def many_before(here: Field, at: int) -> Phrase | None:
    """The people of whom one of the last sentences was ("The protesters also sang …"), for a "they" after it."""
    end = here.sentence_start(at)
    for _ in range(_SENTENCES):
        if end <= 0:
            return None
        start = here.sentence_start(end - 1)
        if start >= end:
            return None
        if not here.is_quoted(start + 1):
            phrase = _subject(here.text, start, end)
            if phrase is not None:
                return phrase
        end = start
    return None


def _subject(text: str, start: int, end: int) -> Phrase | None:
    """ "The young protesters" where a sentence begins with it."""
    match = _MANY.match(text, start, end)
    if match is None:
        return None
    for word in _PIECE.finditer(text, match.start(1), match.end()):
        head = fold(word.group())
        if head in _INSIDE or not word.group()[0].isalnum():
            return None
        if head in _CROWDS or (
            head.endswith("s") and is_people_word(head) and not is_people_word(head + "s")
        ):
            if text[word.end() : word.end() + 1] != " ":
                return None
            return Phrase(match.start(1), word.end(), head, False, False)
    return None
