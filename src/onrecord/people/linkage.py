"""How likely two uses of a name are one person's: a table of weights over the names' likeness and the contexts.

The weights of evidence (natural log odds) were fitted by logistic regression on one half of the benchmark of name
variants and namesakes in `benchmarks/register`: `python -m training.linkage` prints the table, and
`python -m benchmarks.register` the figures on both halves.
"""

import math
from collections.abc import Sequence

from onrecord.people.evidence import Reason
from onrecord.people.tables.common import COMMON_FAMILY, COMMON_GIVEN
from onrecord.people.variants import Likeness, parse

JOIN = 0.88  # at this chance or more two uses are held to be one person's: a wrong merge is worse than a missed one
# Names that are only roughly alike are never one by themselves: the contexts must speak for it.
FAIR = 0.7
OPEN = 0.5
SUPPORT = frozenset(
    ["words shared", "office shared", "same company", "field shared", "trade shared", "state shared"]
)
WEIGHTS: dict[str, float] = {
    "a few years": 0.94,
    "a few years, spelt otherwise": 1.5,
    "common family name": 0.04,
    "common name": -1.63,
    "countries apart": -0.69,
    "countries apart, spelt otherwise": -0.88,
    "country shared": -0.26,
    "country shared, spelt otherwise": 0.25,
    "field shared": 1.19,
    "field shared, spelt otherwise": 0.53,
    "fields apart": -0.53,
    "fields apart, spelt otherwise": -0.13,
    "fields near": 0.4,
    "fields near, spelt otherwise": -0.74,
    "generations": -1.86,
    "generations, spelt otherwise": -0.83,
    "likeness faint": 0.45,
    "likeness fair": 1.13,
    "likeness strong": 0.25,
    "likeness very strong": 0.39,
    "likeness weak": 1.08,
    "longer than a career": -0.53,
    "longer than a career, spelt otherwise": -0.54,
    "many years": 0.56,
    "many years, spelt otherwise": 0.18,
    "names accents": 1.01,
    "names initials": 1.39,
    "names nickname": -1.33,
    "names order": 1.59,
    "names same": -1.38,
    "names shortened": 0.59,
    "names spelling": 0.58,
    "names suffix": 0.41,
    "names transliteration": 0.45,
    "no word shared": -0.4,
    "no word shared, spelt otherwise": 0.14,
    "office shared": -0.1,
    "office shared, spelt otherwise": -0.29,
    "one without description": 0.97,
    "one without description, spelt otherwise": 1.44,
    "rare name": 2.29,
    "same company": 2.08,
    "same company, spelt otherwise": 2.03,
    "same years": 0.36,
    "same years, spelt otherwise": 1.2,
    "some years": 0.82,
    "some years, spelt otherwise": 0.57,
    "state shared": -1.5,
    "state shared, spelt otherwise": 0.04,
    "states apart": -0.55,
    "states apart, spelt otherwise": 0.14,
    "trade shared": -1.04,
    "trade shared, spelt otherwise": -0.16,
    "trades apart": -1.26,
    "trades apart, spelt otherwise": -0.25,
    "trades near": -0.7,
    "words shared": 0.33,
    "words shared, spelt otherwise": 0.56,
}


# Names that are spelt (nearly) the same are many people's; those spelt in two ways are seldom two people's.
_ALIKE = frozenset(["same", "accents", "nickname", "suffix", "shortened", "initials"])


def facts(first: str, second: str, like: Likeness, reasons: Sequence[Reason]) -> list[str]:
    """The names of everything that the table of weights has a number for."""
    alike = like.kind in _ALIKE
    found = [f"names {like.kind}", _strength(like.strength)]
    if alike:
        found += _commonness(first, second)
    for reason in reasons:
        found.append(reason.fact if alike else f"{reason.fact}, spelt otherwise")
    return found


def score(first: str, second: str, like: Likeness, reasons: Sequence[Reason]) -> float:
    """The chance, 0 to 1, that two uses of names that are alike are one person's."""
    total = sum(WEIGHTS.get(fact, 0.0) for fact in facts(first, second, like, reasons))
    chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
    if like.strength < FAIR and not any(reason.fact in SUPPORT for reason in reasons):
        return min(chance, OPEN)
    return chance


def _commonness(first: str, second: str) -> list[str]:
    """How many people a name may have: its family name, its given name, both."""
    words = {word.plain for word in parse(first).words} & {word.plain for word in parse(second).words}
    given, family = bool(words & COMMON_GIVEN), bool(words & COMMON_FAMILY)
    if given and family:
        return ["common name"]
    return ["common family name"] if family else ["rare name"]


def _strength(strength: float) -> str:
    for least, told in ((0.95, "very strong"), (0.85, "strong"), (0.7, "fair"), (0.5, "weak")):
        if strength >= least:
            return f"likeness {told}"
    return "likeness faint"
