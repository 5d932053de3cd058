"""Who is being talked about at each place of a text: mentions in order, and what a pronoun there most likely means.

Each mention keeps the part that it plays in its sentence; `ranking` weighs them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import Span
from onrecord.people.persons import Person
from onrecord.people.sources import is_people_word
from onrecord.people.tables.nouns import GROUPS
from onrecord.text import sentences

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|[Hh]ers|[Hh]imself|[Hh]erself)\b")
_VERB = re.compile(
    r",?\s+(?:(?:also|then|later|never|has|had|have|is|was|were|will|would|could|can|should|did|does|may|might|must"
    r"|told|said|says|went|made|took|gave|got|came|wrote|won|lost|spoke|thinks?|knows?|wants?|called|tweeted)\b"
    r"|[a-z]{2,20}(?:ed|es|s)\s)"
)
_BEFORE = re.compile(
    r"(?:\b(?:of|to|for|with|by|against|about|from|on|told|asked|over|than|like|and|called|between|in)\s+)$"
)
SHE_FORMS = frozenset(["she", "her", "hers", "herself"])

_AFTER = re.compile(r"(?:[ \xa0][a-z-]{2,20}){1,3}\b")

_LOOKBACK = 40  # mentions that are looked back over
_REACH = 2500  # characters that are looked back over
KEPT = 5  # candidates that are told of when none is sure


class Mention(NamedTuple):
    """One mention of a person: where, in which sentence and paragraph, and the part it plays there."""

    start: int
    end: int
    person: Person
    sentence: int
    paragraph: int
    subject: bool
    possessive: bool
    object: bool
    quoted: bool
    content: bool
    source: bool
    pronoun: bool
    opens: bool
    asks: bool


class Field:
    """One field of an article, with its sentences, its quoted stretches and the mentions found so far."""

    def __init__(
        self,
        name: str,
        text: str,
        paragraphs: Sequence[Span],
        *,
        quoted: Sequence[Span],
        contents: Sequence[Span],
        heads: frozenset[int],
    ) -> None:
        self.name = name
        self.text = text
        self._paragraphs = [start for start, _ in paragraphs]
        self._quoted = merge(quoted)
        self._quoted_starts = [start for start, _ in self._quoted]
        self._contents = merge(contents)
        self._content_starts = [start for start, _ in self._contents]
        self._heads = heads
        self._sentences = [start for start, _ in sentences(text)]
        self._told = [start for start in self._sentences if not self.is_quoted(start + 1)]
        self.mentions: list[Mention] = []
        self._starts: list[int] = []

    def is_quoted(self, at: int) -> bool:
        """Whether a place lies inside words in quotation marks."""
        return _holds(self._quoted, self._quoted_starts, at)

    def sentence_start(self, at: int) -> int:
        """Where the sentence that holds a place begins."""
        place = bisect_right(self._sentences, at) - 1
        return self._sentences[place] if place >= 0 else 0

    def sentence_of(self, at: int) -> int:
        """Which sentence a place is in, sentences that lie inside a quotation not counted."""
        return bisect_right(self._told, at)

    def paragraph_of(self, at: int) -> int:
        """Which paragraph a place is in."""
        return bisect_right(self._paragraphs, at)

    def mention(
        self, start: int, end: int, person: Person, *, outer: int, possessive: bool, pronoun: bool
    ) -> Mention:
        """A mention with the part that it plays, read from the words around it."""
        text = self.text
        opening = self.sentence_start(start)
        opens = outer - opening <= 4
        verb = _VERB.match(text, end, end + 24)
        possessive = possessive or (verb is None and _modifies(text, end))
        governed = _BEFORE.search(text, max(0, outer - 10), outer) is not None
        first = not self.mentions or self.mentions[-1].start < opening
        opens = opens and not possessive
        subject = not possessive and (opens or verb is not None or (first and not governed and not pronoun))
        asks = verb is not None and text.startswith((" asked", " asks"), end)
        return Mention(
            start,
            end,
            person,
            self.sentence_of(start),
            self.paragraph_of(start),
            subject and not (governed and not opens),
            possessive,
            governed,
            self.is_quoted(start),
            _holds(self._contents, self._content_starts, start),
            start in self._heads,
            pronoun,
            opens,
            asks,
        )

    def push(self, mention: Mention) -> None:
        """Add a mention; they come in order of place."""
        self.mentions.append(mention)
        self._starts.append(mention.start)

    def before(self, at: int) -> list[Mention]:
        """The last mentions that begin before a place, latest first."""
        place = bisect_left(self._starts, at)
        found = []
        for mention in reversed(self.mentions[max(0, place - _LOOKBACK) : place]):
            if at - mention.start > _REACH:
                break
            found.append(mention)
        return found

    def starting_at(self, at: int) -> Mention | None:
        """The mention that begins at a place."""
        place = bisect_left(self._starts, at)
        return self.mentions[place] if place < len(self._starts) and self._starts[place] == at else None

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a stretch."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _modifies(text: str, end: int) -> bool:
    """Whether a name only tells whose somebody is: "Doe campaign chairman Ann Other"."""
    match = _AFTER.match(text, end, end + 60)
    if match is None:
        return False
    return any(is_people_word(word) or word in GROUPS for word in match.group().split())


def pronouns(text: str) -> list[Span]:
    """Where "he" and "she" and their forms stand."""
    return [match.span() for match in _PRONOUN.finditer(text)]


def gender_of(pronoun: str) -> str:
    """ "he" or "she", for any of their forms."""
    return "she" if pronoun.lower() in SHE_FORMS else "he"


def merge(spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that touch made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _holds(spans: Sequence[Span], starts: Sequence[int], at: int) -> bool:
    place = bisect_right(starts, at) - 1
    return place >= 0 and at < spans[place][1]
