"""All the measures of the field side by side, each with an interval; docs/measures.md says who uses which.

`runs` and `links` count; this lays the counts of all texts together. Intervals are percentile bootstraps over texts
(Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13): texts are drawn anew, as many as there are,
and the middle 95 % of the F1s are given. Texts and not attributions are drawn, since those of one text stand or fall
together.
"""

from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.formats.annotated import AnnotatedText, Attribution
from onrecord.measure.attribution import score
from onrecord.measure.links import ATTRIBUTIONS, KINDS, QUOTED, SPEAKERS, count_contents, count_links
from onrecord.measure.runs import EXACT, PART, TOKENS, count_runs

BOOTSTRAP = 1000
SEED = 1
GROUPS = (EXACT, PART, TOKENS, ATTRIBUTIONS, QUOTED, *KINDS, SPEAKERS)
_MIDDLE = (2.5, 97.5)

Counts = npt.NDArray[np.float64]


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """One figure. `interval` is where the middle 95 % of its F1 lie over texts drawn anew; None where none was."""

    group: str
    name: str
    precision: float
    recall: float
    f1: float
    interval: tuple[float, float] | None
    predicted: int
    gold: int


class Measures(msgspec.Struct, frozen=True, kw_only=True):
    """All figures, in order, over so many texts; those of which neither side has anything are left out."""

    articles: int
    bootstrap: int
    figures: tuple[Measure, ...]

    def __getitem__(self, key: tuple[str, str]) -> Measure:
        for figure in self.figures:
            if (figure.group, figure.name) == key:
                return figure
        raise KeyError(key)

    def table(self) -> str:
        """The figures as text, one a line, under the headings of their groups."""
        lines = [f"{'':20} {'P':>7} {'R':>7} {'F1':>7} {'95 % of F1':>16} {'gold':>7} {'predicted':>10}"]
        group = None
        for one in self.figures:
            if one.group != group:
                group = one.group
                lines.append(group)
            between = f"{one.interval[0]:.3f} to {one.interval[1]:.3f}" if one.interval else ""
            lines.append(
                f"  {one.name:18} {one.precision:7.3f} {one.recall:7.3f} {one.f1:7.3f} {between:>16} "
                f"{one.gold:7d} {one.predicted:10d}"
            )
        return "\n".join(lines)


def tables(
    gold: Sequence[AnnotatedText],
    predicted: Sequence[Sequence[Attribution]],
    *,
    linked: bool = True,
    bootstrap: int = BOOTSTRAP,
    seed: int = SEED,
) -> str:
    """The table of `attribution` (where sides say whose contents are whose), and below it that of all measures."""
    measures = measure(gold, predicted, linked=linked, bootstrap=bootstrap, seed=seed)
    if not linked:
        return f"{measures.articles} documents\n\n{measures.table()}"
    numbered = [msgspec.structs.replace(text, id=str(place)) for place, text in enumerate(gold)]
    scores = score(numbered, {str(place): guesses for place, guesses in enumerate(predicted)})
    return f"{scores.table()}\n\n{measures.table()}"


def measure(
    gold: Sequence[AnnotatedText],
    predicted: Sequence[Sequence[Attribution]],
    *,
    linked: bool = True,
    bootstrap: int = BOOTSTRAP,
    seed: int = SEED,
) -> Measures:
    """Every measure of predictions, one row a text, in positions of the gold text.

    Where `linked` is false, a side does not say whose contents are whose, and measures that need it are left out.
    `bootstrap` is how often texts are drawn for the intervals (0: none); the same `seed` draws the same.
    """
    keys: dict[tuple[str, str], int] = {}
    rows: list[dict[int, tuple[float, float, float, float]]] = []
    for text, guesses in zip(gold, predicted, strict=True):
        counted = [*count_runs(text.text, text.attributions, guesses), *count_contents(text, guesses)]
        counted += count_links(text, guesses) if linked else ()
        rows.append({keys.setdefault((group, name), len(keys)): tally for group, name, tally in counted})
    counts = np.zeros((len(rows), len(keys), 4))
    for place, row in enumerate(rows):
        for key, tally in row.items():
            counts[place, key] = tally
    figures = _figures(list(keys), counts, bootstrap, seed)
    return Measures(articles=len(rows), bootstrap=bootstrap, figures=figures)


def _figures(
    keys: Sequence[tuple[str, str]], counts: Counts, bootstrap: int, seed: int
) -> tuple[Measure, ...]:
    totals = counts.sum(axis=0)
    precision, recall, f1 = _scores(totals)
    intervals = _intervals(counts, bootstrap, seed)
    found = [
        Measure(
            group=group,
            name=name,
            precision=float(precision[place]),
            recall=float(recall[place]),
            f1=float(f1[place]),
            interval=intervals[place],
            predicted=int(totals[place, 1]),
            gold=int(totals[place, 3]),
        )
        for place, (group, name) in enumerate(keys)
        if totals[place, 1] or totals[place, 3]
    ]
    return tuple(sorted(found, key=_place))


def _place(figure: Measure) -> int:
    """Groups in their order; within one, as they were counted."""
    return GROUPS.index(figure.group)


def _scores(totals: Counts) -> tuple[Counts, Counts, Counts]:
    """Precision, recall and F1 of each row of (right predicted, predicted, right gold, gold); 0 where nothing is."""
    precision = np.divide(totals[:, 0], totals[:, 1], out=np.zeros(len(totals)), where=totals[:, 1] > 0)
    recall = np.divide(totals[:, 2], totals[:, 3], out=np.zeros(len(totals)), where=totals[:, 3] > 0)
    both = precision + recall
    return precision, recall, np.divide(2 * precision * recall, both, out=np.zeros(len(both)), where=both > 0)


def _intervals(counts: Counts, bootstrap: int, seed: int) -> list[tuple[float, float] | None]:
    """The ends of the middle 95 % of each figure's F1. A draw in which neither side has anything of it does not count.

    None where nothing is to be drawn, or nothing of it was.
    """
    texts, figures = counts.shape[:2]
    if not bootstrap or not texts:
        return [None] * figures
    chance = np.random.default_rng(seed)
    flat = counts.reshape(texts, -1)
    drawn = np.empty((bootstrap, figures))
    for number in range(bootstrap):
        times = np.bincount(chance.integers(0, texts, texts), minlength=texts)
        totals = (times @ flat).reshape(-1, 4)
        drawn[number] = np.where(totals[:, 1] + totals[:, 3] > 0, _scores(totals)[2], np.nan)
    found: list[tuple[float, float] | None] = []
    for figure in range(figures):
        known = drawn[~np.isnan(drawn[:, figure]), figure]
        if not len(known):
            found.append(None)
            continue
        low, high = np.percentile(known, _MIDDLE)
        found.append((float(low), float(high)))
    return found
