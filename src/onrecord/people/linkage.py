"""How likely two uses of a name are one person's: a table of weights over the names' likeness and the contexts.

The weights of evidence (natural log odds) were fitted by logistic regression on one half of the benchmark of name
variants and namesakes in `benchmarks/register`; `python benchmarks/register.py` tells the figures on both halves.
"""

import math
from collections.abc import Sequence

from .evidence import Reason
from .tables.common import COMMON_FAMILY, COMMON_GIVEN
from .variants import Likeness, parse

JOIN = 0.5  # at this chance or more two uses are held to be one person's
WEIGHTS: dict[str, float] = {}


def facts(first: str, second: str, like: Likeness, reasons: Sequence[Reason]) -> list[str]:
    """The names of everything that the table of weights has a number for."""
    found = ["names", f"names {like.kind}", _strength(like.strength)]
    if is_common(first) and is_common(second):
        found.append("common name")
    if like.kind in ("same", "accents") and not reasons:
        found.append("same name and nothing else")
    found += [reason.fact for reason in reasons]
    return found


def score(first: str, second: str, like: Likeness, reasons: Sequence[Reason]) -> float:
    """The chance, 0 to 1, that two uses of names that are alike are one person's."""
    total = sum(WEIGHTS.get(fact, 0.0) for fact in facts(first, second, like, reasons))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def is_common(name: str) -> bool:
    """Whether so many people are called this that the name alone says little."""
    words = parse(name).words
    return len(words) > 1 and words[-1].plain in COMMON_FAMILY and words[0].plain in COMMON_GIVEN


def _strength(strength: float) -> str:
    for least, told in ((0.95, "very strong"), (0.85, "strong"), (0.7, "fair"), (0.5, "weak")):
        if strength >= least:
            return f"likeness {told}"
    return "likeness faint"
