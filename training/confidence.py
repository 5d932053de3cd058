"""The weights of the confidence: `python -m training.confidence --data FOLDER --weights FOLDER` writes them.

A logistic regression with an L2 pull to zero over the facts of `onrecord.quotes.confidence`, on train articles that the
tagger's weights have not seen: those of the package have seen them, so others are trained for it (`--since` says until
when). Printed is how well it does on articles that it was not fitted on, five-fold. The package's tagger may be surer
of itself, so what comes out is scaled to the articles that it has not seen either (`--unseen`; Platt, Probabilistic
outputs for support vector machines, 1999).
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.measure.attribution import attributed
from onrecord.measure.polnear import Attribution, GoldArticle, published_since, read_split
from onrecord.measure.reliability import reliability
from onrecord.quotes.assembly import kind_of, passages_in
from onrecord.quotes.confidence import facts_of
from onrecord.quotes.decoding import decode
from onrecord.quotes.joining import join
from onrecord.quotes.marks import find_passages
from onrecord.quotes.tagger import Tagger
from onrecord.text import find_paragraphs

STEPS = 40  # of Newton's method; it has settled long before
PULL = 3.0
FOLDS = 5
TABLE = Path(__file__).resolve().parent.parent / "src" / "onrecord" / "quotes" / "confidence_weights.py"
HEAD = '''"""How much each fact says on whether a quotation is right, in natural log odds.

Written by `python -m training.confidence`; not to be edited by hand.
"""

WEIGHTS: dict[str, float] = {
'''
Row = tuple[dict[str, float], bool]  # the facts of a quotation, and whether it is right
Floats = NDArray[np.float64]


def told(article: GoldArticle, reader: Tagger) -> Iterator[Row]:
    """The quotations that are found in one article."""
    text = article.text
    paragraphs = find_paragraphs(text)
    passages = find_passages(text, paragraphs)
    tags = reader.tag(text, paragraphs, passages)
    drafts = join(text, paragraphs, passages, decode(tags), tags)
    found = [
        Attribution(
            source=(draft.source,) if draft.source else (),
            cue=(draft.cue,) if draft.cue else (),
            content=tuple(draft.content),
        )
        for draft in drafts
    ]
    outermost = [passage for passage in passages if passage.depth == 0]
    starts = [passage.outer[0] for passage in outermost]
    for draft, right in zip(drafts, attributed(article, found), strict=True):
        marks = [passage.span for passage in passages_in(draft.content, outermost, starts)]
        kind = kind_of(text, draft.content, marks)
        facts = facts_of(
            text, draft.signs, kind=kind, content=draft.content, cue=draft.cue, source=draft.source
        )
        yield facts, right


def fit(rows: list[Row]) -> dict[str, float]:
    """The weight of each fact, and of "all", which every quotation has."""
    names = ["all", *rows[0][0]]
    known = np.array([[1.0, *map(float, facts.values())] for facts, _ in rows])
    right = np.array([yes for _, yes in rows], dtype=float)
    pull = np.array([0.0] + [PULL] * (len(names) - 1))
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-known @ weights))
        slope = known.T @ (chance - right) + pull * weights
        bend = (known * (chance * (1 - chance))[:, None]).T @ known + np.diag(pull)
        weights -= np.linalg.solve(bend, slope)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def chance(weights: dict[str, float], facts: dict[str, float]) -> float:
    """What the weights say of some facts."""
    logit = weights["all"] + sum(weights[name] * value for name, value in facts.items())
    return float(1 / (1 + np.exp(-logit)))


def scale(weights: dict[str, float], rows: list[Row]) -> dict[str, float]:
    """The weights times one number, and "all" plus another, as fits other rows best."""
    logits = np.array(
        [weights["all"] + sum(weights[name] * x for name, x in facts.items()) for facts, _ in rows]
    )
    right = np.array([yes for _, yes in rows], dtype=float)
    known = np.stack([logits, np.ones(len(rows))], axis=1)
    found = np.array([1.0, 0.0])
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-known @ found))
        bend = (known * (odds * (1 - odds))[:, None]).T @ known
        found -= np.linalg.solve(bend, known.T @ (odds - right))
    slope, more = found.tolist()
    print(f"scaled by {slope:.3f}, {more:+.3f}")
    scaled = {name: round(slope * weight, 3) for name, weight in weights.items()}
    return {**scaled, "all": round(slope * weights["all"] + more, 3)}


def read(data: Path, reader: Tagger, since: str) -> list[list[Row]]:
    """The rows of each train article from a day on."""
    return [
        list(told(article, reader))
        for article in read_split(data, "train")
        if published_since(article.id, since)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.confidence", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="PolNeAR: train/text and train/attributions")
    parser.add_argument(
        "--weights", type=Path, required=True, help="a tagger's that has not seen the articles"
    )
    parser.add_argument("--since", default="2016-07-01", help="articles from this date on")
    parser.add_argument(
        "--unseen", default="2016-09-01", help="what the package's tagger has not seen: from here on"
    )
    options = parser.parse_args()
    unseen = [row for rows in read(options.data, Tagger(), options.unseen) for row in rows]
    articles = read(options.data, Tagger(weights=options.weights), options.since)
    judged = []
    for fold in range(FOLDS):
        weights = fit([row for place, rows in enumerate(articles) if place % FOLDS != fold for row in rows])
        held = [row for place, rows in enumerate(articles) if place % FOLDS == fold for row in rows]
        judged += [(chance(weights, facts), right) for facts, right in held]
    print(reliability(judged).table())
    weights = scale(fit([row for rows in articles for row in rows]), unseen)
    lines = [f'    "{name}": {weight},\n' for name, weight in weights.items()]
    TABLE.write_text(HEAD + "".join(lines) + "}\n", encoding="utf-8")
    print(f"{len(lines)} weights written to {TABLE}")


if __name__ == "__main__":
    main()
