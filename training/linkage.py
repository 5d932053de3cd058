"""The table of weights of the register's linkage: `python -m training.linkage` prints it.

A logistic regression with an L2 pull (to `PRIOR`, else to zero) over the named facts of `onrecord.people.linkage`, on that half of the
pairs in `benchmarks/register` that `Pair.fitted` marks. The other half is never looked at here.
"""

import numpy as np
from benchmarks.register import Pair, pairs

from onrecord.people.evidence import Profile, profile, weigh
from onrecord.people.linkage import facts
from onrecord.people.register import Naming
from onrecord.people.variants import likeness

STEPS = 4_000
RATE = 0.01
PULL = 1.0
# Pairs of the benchmark seldom have others named beside both, articles of one story nearly always.
PRIOR = {"same company": 2.0, "same company, spelt otherwise": 2.0}


def facts_of(pair: Pair) -> list[str] | None:
    """What the linkage sees of a pair; None where the names are not alike at all."""
    like = likeness(pair.first.name, pair.second.name)
    if like is None:
        return None
    reasons = weigh(_profile(pair.first), _profile(pair.second))
    return facts(pair.first.name, pair.second.name, like, reasons)


def fit(seen: list[tuple[list[str], bool]]) -> dict[str, float]:
    """The weight of each fact, from pairs as their facts and whether they are one person."""
    names = sorted({fact for told, _ in seen for fact in told})
    number_of = {name: number for number, name in enumerate(names)}
    told_of = np.zeros((len(seen), len(names)))
    for row, (told, _) in enumerate(seen):
        for fact in told:
            told_of[row, number_of[fact]] += 1
    same = np.array([yes for _, yes in seen], dtype=float)
    prior = np.array([PRIOR.get(name, 0.0) for name in names])
    weights = prior.copy()
    for step in range(STEPS):
        chance = 1 / (1 + np.exp(-told_of @ weights))
        weights -= RATE / (1 + step / 2_000) * (told_of.T @ (chance - same) + PULL * (weights - prior))
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def main() -> None:
    seen = [(told, pair.same) for pair in pairs() if pair.fitted and (told := facts_of(pair)) is not None]
    for name, weight in fit(seen).items():
        print(f'    "{name}": {weight},')


def _profile(naming: Naming) -> Profile:
    return profile(naming.descriptions, [naming.published], naming.beside)


if __name__ == "__main__":
    main()
