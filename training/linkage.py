"""The table of weights of the register's linkage: `python -m training.linkage` writes it.

A logistic regression with an L2 pull (to `PRIOR`, else to zero) over the named facts of
`onrecord.people.register.linkage`, on that half of the pairs in `benchmarks/register` that `Pair.fitted` marks. The
other half is never looked at here.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from benchmarks.register import Pair, pairs

from onrecord.people.evidence import Profile, profile, weigh
from onrecord.people.register import Naming
from onrecord.people.register.linkage import facts
from onrecord.people.register.variants import keys, likeness

STEPS = 60  # of Newton's method; it has settled long before
PULL = 1.0
# Pairs of the benchmark seldom have others named beside both, articles of one story nearly always.
PRIOR = {"same company": 2.0}
STRANGERS = 0.3  # what a pair of strangers counts, a pair of the benchmark being 1
ALIKE = 0.9  # strangers more alike than this may be one person, told of on two pages
TABLE = Path(__file__).resolve().parent.parent / "src" / "onrecord" / "people" / "tables" / "linkage.py"
HEAD = '''"""How much each fact says on whether two uses of a name are one person's, in natural log odds.

Written by `python -m training.linkage`; not to be edited by hand.
"""

WEIGHTS: dict[str, float] = {
'''
Seen = tuple[list[str], bool, float]  # facts, whether they are one person, what the pair counts


def facts_of(first: Naming, second: Naming, *, most: float = 1.0) -> list[str] | None:
    """What the linkage sees of two namings; None where the names are not alike, or more alike than `most`."""
    like = likeness(first.name, second.name)
    if like is None or like.strength > most:
        return None
    return facts(first.name, second.name, like, weigh(_profile(first), _profile(second)))


def told(fitted: list[Pair]) -> Iterator[Seen]:
    """The pairs of the benchmark, as facts."""
    for pair in fitted:
        seen = facts_of(pair.first, pair.second)
        if seen is not None:
            yield seen, pair.same, 1.0


def strangers(fitted: list[Pair]) -> Iterator[Seen]:
    """Namings of people of different pages that the register would compare, as facts."""
    namings = [
        (naming, frozenset(pair.taken_from.split()))
        for pair in fitted
        for naming in (pair.first, pair.second)
    ]
    holders: dict[str, set[int]] = defaultdict(set)
    for number, (naming, _) in enumerate(namings):
        for key in keys(naming.name):
            holders[key].add(number)
    compared = {(one, other) for among in holders.values() for one in among for other in among if one < other}
    for one, other in sorted(compared):
        (first, pages), (second, others) = namings[one], namings[other]
        seen = None if pages & others else facts_of(first, second, most=ALIKE)
        if seen is not None:
            yield seen, False, STRANGERS


def fit(seen: list[Seen]) -> dict[str, float]:
    """The weight of each fact, from pairs as their facts and whether they are one person."""
    names = sorted({fact for facts_seen, _, _ in seen for fact in facts_seen})
    number_of = {name: number for number, name in enumerate(names)}
    told_of = np.zeros((len(seen), len(names)))
    for row, (facts_seen, _, _) in enumerate(seen):
        for fact in facts_seen:
            told_of[row, number_of[fact]] += 1
    same = np.array([yes for _, yes, _ in seen], dtype=float)
    counts = np.array([count for _, _, count in seen])
    prior = np.array([PRIOR.get(name, 0.0) for name in names])
    weights = prior.copy()
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-told_of @ weights))
        slope = told_of.T @ ((chance - same) * counts) + PULL * (weights - prior)
        bend = (told_of * (chance * (1 - chance) * counts)[:, None]).T @ told_of + PULL * np.eye(len(names))
        weights -= np.linalg.solve(bend, slope)
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def main() -> None:
    fitted = [pair for pair in pairs() if pair.fitted]
    weights = fit([*told(fitted), *strangers(fitted)])
    lines = [f'    "{name}": {weight},\n' for name, weight in weights.items() if abs(weight) >= 0.01]
    TABLE.write_text(HEAD + "".join(lines) + "}\n", encoding="utf-8")
    print(f"{len(lines)} weights written to {TABLE}")


def _profile(naming: Naming) -> Profile:
    return profile(naming.descriptions, [naming.published], naming.beside)


if __name__ == "__main__":
    main()
