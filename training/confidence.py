"""The weights of the confidence: `python -m training.confidence --data FOLDER --weights FOLDER` writes them.

A logistic regression with an L2 pull to zero over the facts of `onrecord.quotes.confidence`, on train articles that the
tagger's weights have not seen: those of the package have seen them, so others are trained for it (`--since` says until
when). Printed is how well it does on articles that it was not fitted on, five-fold. The package's taggers may be surer
of themselves, so what comes out is bent to the articles that they have not seen either (`--unseen`; Kull,
Silva Filho and Flach, Beta calibration, 2017). Without `--weights` that alone is done.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from onrecord.measure.attribution import attributed
from onrecord.measure.polnear import Attribution, GoldArticle, published_since, read_split
from onrecord.measure.reliability import reliability
from onrecord.model import TaggerModel
from onrecord.quotes.assembly import kind_of, passages_in
from onrecord.quotes.confidence import facts_of
from onrecord.quotes.confidence_weights import WEIGHTS
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

WEIGHTS: dict[str, float] = {{
{weights}}}
# How the log odds are bent: the slopes at their low and at their high end, and what is added.
CURVE = {curve}
'''
Row = tuple[dict[str, float], bool]  # the facts of a quotation, and whether it is right
Curve = tuple[float, float, float]  # slopes at the low and the high end, and what is added
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


def curve(logits: Floats, right: NDArray[np.bool_]) -> Curve:
    """How log odds are bent so that they fit what is right: beta calibration, a logistic regression over the logarithms
    of the chance and of its counterpart, with an L2 pull to no bend; it never falls."""
    known = np.stack([-np.logaddexp(0, -logits), np.logaddexp(0, logits), np.ones(len(logits))], axis=1)
    straight = np.array([1.0, 1.0, 0.0])
    found = straight.copy()
    pull = np.array([PULL, PULL, 0.0])
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-known @ found))
        bend = (known * (odds * (1 - odds))[:, None]).T @ known + np.diag(pull)
        found -= np.linalg.solve(bend, known.T @ (odds - right) + pull * (found - straight))
    low, high, shift = (round(float(number), 3) for number in (*np.maximum(found[:2], 0), found[2]))
    return low, high, shift


def log_odds(weights: dict[str, float], rows: list[Row]) -> Floats:
    """What the weights say of each row."""
    return np.array(
        [weights["all"] + sum(weights[name] * value for name, value in facts.items()) for facts, _ in rows]
    )


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
        "--weights",
        type=Path,
        help="a tagger's that has not seen the articles; without, the weights stay and the curves are fitted",
    )
    parser.add_argument("--since", default="2016-07-01", help="articles from this date on")
    parser.add_argument(
        "--unseen", default="2016-09-01", help="what the package's taggers have not seen: from here on"
    )
    options = parser.parse_args()
    weights = WEIGHTS if options.weights is None else fitted(options.data, options.weights, options.since)
    taggers = [Tagger(model) for model in get_args(TaggerModel)]
    unseen = [row for each in taggers for rows in read(options.data, each, options.unseen) for row in rows]
    bent = curve(log_odds(weights, unseen), np.array([right for _, right in unseen]))
    print(f"bent by {bent}, of {len(unseen)} quotations")
    lines = "".join(f'    "{name}": {weight},\n' for name, weight in weights.items())
    TABLE.write_text(HEAD.format(weights=lines, curve=bent), encoding="utf-8")
    print(f"written to {TABLE}")


def fitted(data: Path, weights: Path, since: str) -> dict[str, float]:
    """The weights of the facts, after how well such do on articles that they were not fitted on was printed."""
    articles = read(data, Tagger(weights=weights), since)
    judged: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        found = fit([row for place, rows in enumerate(articles) if place % FOLDS != fold for row in rows])
        held = [row for place, rows in enumerate(articles) if place % FOLDS == fold for row in rows]
        chances = 1 / (1 + np.exp(-log_odds(found, held)))
        judged += [(chance, right) for chance, (_, right) in zip(chances.tolist(), held, strict=True)]
    print(reliability(judged).table())
    return fit([row for rows in articles for row in rows])


if __name__ == "__main__":
    main()
