"""How many attributions were found, and given to the right source: the measure of docs/benchmarks.md.

Everything is compared in tokens, runs of letters, digits and underscores, so that a quotation mark or a comma
more or less never counts. A predicted content is paired with a gold one where they share at least half of the
tokens that either has, best pairs first; the pair is *attributed* where the sources do too (or neither has one).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from onrecord.formats.standoff import Role
from onrecord.measure.polnear import Attribution, GoldArticle
from onrecord.model import Span

SHARED_AT_LEAST = 0.5
ROLES: tuple[Role, ...] = ("source", "cue", "content")

WORD = re.compile(r"\w+")
_QUOTATION_MARK = re.compile("[\"“”„«»]|``|''")

Tokens = frozenset[int]


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the table: how many were right, how many were predicted, how many there are."""

    name: str
    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of the predicted that is right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was got right."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Scores(msgspec.Struct, frozen=True, kw_only=True):
    """The whole table, with the number of articles that it was counted on."""

    articles: int
    counts: tuple[Count, ...]

    def __getitem__(self, name: str) -> Count:
        for count in self.counts:
            if count.name == name:
                return count
        raise KeyError(name)

    def table(self) -> str:
        """The table as text, one line a figure."""
        lines = [f"{self.articles} documents"]
        for count in self.counts:
            figures = f"P {count.precision:.3f}  R {count.recall:.3f}  F1 {count.f1:.3f}"
            lines.append(f"{count.name:18s} {figures}   ({count.gold} gold)")
        return "\n".join(lines)


class Places(NamedTuple):
    """Where tokens begin and where they end, in order."""

    starts: list[int]
    ends: list[int]


class Compared(NamedTuple):
    """One attribution in tokens, and whether its content holds or touches a quotation mark."""

    place: int
    source: Tokens
    cue: Tokens
    content: Tokens
    quoted: bool


def score(gold: Iterable[GoldArticle], predicted: Mapping[str, Sequence[Attribution]]) -> Scores:
    """Count what was found. `predicted` maps an article's id to its attributions; a missing id counts as none."""
    tallies: dict[str, list[int]] = {}
    articles = 0
    for article in gold:
        articles += 1
        for name, counted in count_article(article, predicted.get(article.id, ())):
            tally = tallies.setdefault(name, [0, 0, 0])
            for column, number in enumerate(counted):
                tally[column] += number
    counts = tuple(
        Count(name=name, right=right, predicted=guessed, gold=known)
        for name, (right, guessed, known) in tallies.items()
    )
    return Scores(articles=articles, counts=counts)


def attributed(article: GoldArticle, predicted: Sequence[Attribution]) -> list[bool]:
    """For each prediction, whether it was found and given to the right source, as the table counts it."""
    gold, guessed = compared(article.text, article.attributions), compared(article.text, predicted)
    right = [False] * len(predicted)
    for known, guess in pair_up(gold, guessed):
        right[guess.place] = same_words(known.source, guess.source)
    return right


def paired(article: GoldArticle, predicted: Sequence[Attribution]) -> dict[int, int]:
    """Which prediction goes with which gold attribution, both by their place in their own order."""
    gold, guessed = compared(article.text, article.attributions), compared(article.text, predicted)
    return {known.place: guess.place for known, guess in pair_up(gold, guessed)}


def count_article(
    article: GoldArticle, predicted: Sequence[Attribution]
) -> list[tuple[str, tuple[int, int, int]]]:
    """The lines of the table for one article: what was right, predicted and known, by their names."""
    gold, guessed = compared(article.text, article.attributions), compared(article.text, predicted)
    counted = []
    for role in ROLES:
        known: Tokens = frozenset().union(*(getattr(one, role) for one in gold))
        found: Tokens = frozenset().union(*(getattr(one, role) for one in guessed))
        counted.append((f"{role} tok", (len(known & found), len(found), len(known))))
    pairs = pair_up(gold, guessed)
    sizes = (len(guessed), len(gold))
    counted.append(("found", (len(pairs), *sizes)))
    counted.append(("exact", (sum(known.content == guess.content for known, guess in pairs), *sizes)))
    counted.append(("attributed", (_attributed(pairs), *sizes)))
    quoted_gold = [one for one in gold if one.quoted]
    quoted_guessed = [one for one in guessed if one.quoted]
    pairs = pair_up(quoted_gold, quoted_guessed)
    sizes = (len(quoted_guessed), len(quoted_gold))
    counted.append(("quoted found", (len(pairs), *sizes)))
    counted.append(("quoted attributed", (_attributed(pairs), *sizes)))
    return counted


def compared(text: str, attributions: Sequence[Attribution]) -> list[Compared]:
    """The attributions in tokens; one without a word in its content is left out."""
    places = places_of(WORD, text)
    lines = []
    for place, one in enumerate(attributions):
        quoted = any(_QUOTATION_MARK.search(text[max(0, start - 1) : end + 1]) for start, end in one.content)
        source, cue, content = (tokens_in(places, spans) for spans in (one.source, one.cue, one.content))
        if content:
            lines.append(Compared(place, source, cue, content, quoted))
    return lines


def places_of(pattern: re.Pattern[str], text: str) -> Places:
    """Where the tokens of a text lie."""
    bounds = [match.span() for match in pattern.finditer(text)]
    return Places([start for start, _ in bounds], [end for _, end in bounds])


def tokens_in(places: Places, spans: Iterable[Span]) -> Tokens:
    """Which of the tokens the spans touch, by their number."""
    touched: set[int] = set()
    for start, end in spans:
        if start < end:
            touched.update(range(bisect_right(places.ends, start), bisect_left(places.starts, end)))
    return frozenset(touched)


def overlap(one: Tokens, other: Tokens) -> float:
    """The share of the tokens that either has which both have (intersection over union)."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def pair_up(
    gold: Sequence[Compared],
    predicted: Sequence[Compared],
    *,
    share: Callable[[Tokens, Tokens], float] = overlap,
    at_least: float = SHARED_AT_LEAST,
) -> list[tuple[Compared, Compared]]:
    """Contents one to one, the largest share first, then the largest overlap; of equal ones the later."""
    candidates = []
    for row, known in enumerate(gold):
        for column, guess in enumerate(predicted):
            both = overlap(known.content, guess.content)
            part = share(known.content, guess.content) if both else 0.0
            if part >= at_least:
                candidates.append((part, both, row, column))
    pairs, rows, columns = [], set[int](), set[int]()
    for _, _, row, column in sorted(candidates, reverse=True):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            pairs.append((gold[row], predicted[column]))
    return pairs


def same_words(one: Tokens, other: Tokens) -> bool:
    """Whether two sources, or two cues, are the same: half of their tokens are shared, or neither has any."""
    if not one and not other:
        return True
    return overlap(one, other) >= SHARED_AT_LEAST


def _attributed(pairs: Iterable[tuple[Compared, Compared]]) -> int:
    return sum(same_words(known.source, guess.source) for known, guess in pairs)
