"""How sure a quotation is: the chance that its content and its source are both right.

A logistic curve over what the tagger was sure of, and where (`Signs`), and over what stands in the text, bent to
what the taggers get right (beta calibration: Kull, Silva Filho and Flach, 2017). The numbers stand in
confidence_weights.py; `python -m training.confidence` fits them on articles that the tagger has not seen.
"""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import QuotationKind, Span
from onrecord.quotes.confidence_weights import CURVE, WEIGHTS

_WORD = re.compile(r"\w+")
_PRONOUNS = frozenset("he she they it who which that i we you".split())


class Signs(NamedTuple):
    """What the tagger gave to an attribution, as probabilities: 1 for a part that there is none of.

    `content` is the geometric mean over the pieces, the `least`s are those of the least likely piece, `cue` is that
    of the piece that begins it. `starts` and `ends` say that what stands before and behind is no part of it.
    `content_link` says that the content is the cue's, `source_link` that the cue has this source.
    """

    content: float = 1.0
    content_least: float = 1.0
    content_starts: float = 1.0
    content_ends: float = 1.0
    cue: float = 1.0
    source_least: float = 1.0
    source_ends: float = 1.0
    content_link: float = 1.0
    source_link: float = 1.0


UNSEEN = Signs(*[0.5] * 9)  # words in marks of which the tagger made nothing


def confidence(facts: dict[str, float]) -> float:
    """The chance, 0 to 1, to two digits."""
    logit = WEIGHTS["all"] + sum(WEIGHTS[name] * value for name, value in facts.items())
    low, high, shift = CURVE
    bent = shift + low * _log_chance(logit) - high * _log_chance(-logit)
    return round(1 / (1 + math.exp(-bent)), 2)


def _log_chance(logit: float) -> float:
    return -math.log1p(math.exp(-logit))


def facts_of(
    text: str,
    signs: Signs,
    *,
    kind: QuotationKind,
    content: Sequence[Span],
    cue: Span | None,
    source: Span | None,
) -> dict[str, float]:
    """What the chance is worked out from, by name."""
    named = _words(text, source) if source else []
    between = 0
    if cue and source:
        between = len(_words(text, (min(cue[1], source[1]), max(cue[0], source[0]))))
    return {
        **signs._asdict(),
        "source_link squared": signs.source_link**2,
        "all at once": signs.content * signs.source_least * signs.content_link * signs.source_link,
        "direct": kind == "direct",
        "mixed": kind == "mixed",
        "no source": source is None,
        "no cue": cue is None,
        "words between": math.log1p(between),
        "words of the source": math.log1p(len(named)),
        "words of the content": math.log1p(sum(len(_words(text, span)) for span in content)),
        "parts": math.log(len(content)),
        "pronoun": len(named) == 1 and named[0].lower() in _PRONOUNS,
    }


def _words(text: str, span: Span) -> list[str]:
    return _WORD.findall(text, *span) if span[0] < span[1] else []
