"""Sources, cues and contents by themselves, whoever they belong to: as sequence taggers are measured.

A run is an unbroken row of tokens that an attribution marks with one role; tokens are words and, here, punctuation too.

- *Exact spans*: a run counts where the other side has the very same. So are CofeNet (Wang et al., COLING 2022,
  https://aclanthology.org/2022.coling-1.215, "exact match") and Pareti et al. (EMNLP 2013,
  https://aclanthology.org/D13-1101, "strict") measured. CofeNet's articles are cut into sentences first.
- *Spans in part*: a predicted run counts by the share of it that the gold marks, a gold one by the share of it that is
  predicted (Pareti et al. 2013, "partial", after Hollingsworth and Teufel 2005; so QSample, Scheible et al., ACL 2016,
  https://aclanthology.org/P16-1164). A token is counted once where the other side's runs overlap.
- *Tokens*: the words that both sides mark with the role, of those that either marks. BBC Citron's "overlap metrics"
  (https://github.com/bbc/citron/tree/main/scripts/evaluate), with each word counted once; `all` sums the roles.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.formats.annotated import Attribution
from onrecord.formats.bio import TOKEN
from onrecord.measure.attribution import ROLES, WORD, Tokens, places_of, tokens_in

EXACT, PART, TOKENS = "exact spans", "spans in part", "tokens"

Run = tuple[int, int]


class Tally(NamedTuple):
    """What one figure is made of: how much of the predicted is right, of how much; and of the gold."""

    right_predicted: float
    predicted: float
    right_gold: float
    gold: float


def same(right: float, predicted: float, gold: float) -> Tally:
    """The tally of a measure whose right ones are the same on both sides."""
    return Tally(right, predicted, right, gold)


def count_runs(
    text: str, gold: Sequence[Attribution], predicted: Sequence[Attribution]
) -> Iterator[tuple[str, str, Tally]]:
    """The tallies of one text: the group, the role, and what was counted."""
    places = places_of(TOKEN, text)
    for role in ROLES:
        known = {run for one in gold for run in _runs(tokens_in(places, getattr(one, role)))}
        found = {run for one in predicted for run in _runs(tokens_in(places, getattr(one, role)))}
        yield EXACT, role, same(len(known & found), len(found), len(known))
        yield PART, role, Tally(_shares(found, known), len(found), _shares(known, found), len(known))
    words = places_of(WORD, text)
    total = Tally(0, 0, 0, 0)
    for role in ROLES:
        marked = tokens_in(words, (span for one in gold for span in getattr(one, role)))
        guessed = tokens_in(words, (span for one in predicted for span in getattr(one, role)))
        tally = same(len(marked & guessed), len(guessed), len(marked))
        total = Tally(*(one + other for one, other in zip(total, tally, strict=True)))
        yield TOKENS, role, tally
    yield TOKENS, "all", total


def _runs(tokens: Tokens) -> Iterator[Run]:
    """The unbroken rows of tokens, half-open."""
    start = last = None
    for token in sorted(tokens):
        if start is None or last is None or token != last + 1:
            if start is not None and last is not None:
                yield start, last + 1
            start = token
        last = token
    if start is not None and last is not None:
        yield start, last + 1


def _shares(runs: Iterable[Run], others: Iterable[Run]) -> float:
    """The sum, over runs, of the share of each that the others hold."""
    held = {token for start, end in others for token in range(start, end)}
    return sum(
        sum(token in held for token in range(start, end)) / (end - start) for start, end in sorted(runs)
    )
