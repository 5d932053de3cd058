"""The weights by which a pronoun, a description or a bare last name finds its speaker: `python -m training.speakers`.

Learns from `speakers.jsonl`: for gold attributions of train articles of PolNeAR, where the speaker's fullest name
stands in the article (positions only, no words). Each kind of reference gets a log-linear model over the facts that
`onrecord.people.ranking` gives, with the mentions of one person summed (marginal likelihood), and an L2 pull towards
`PRIORS`. Every article is read twice, the second time with half of the given names unknown, so that the weights
also hold where no table knows a name.
"""

import argparse
import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from unittest.mock import patch

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.measure.polnear import GoldArticle, read_split
from onrecord.model import Article, Mark, Quotation, Span
from onrecord.people import persons, ranking
from onrecord.people.names import fold
from onrecord.people.ranking import Kind, Place
from onrecord.people.scene import Scene, Trace
from onrecord.people.tables.given import HE, SHE
from onrecord.quotes import find_passages
from onrecord.text import find_paragraphs

LABELS = Path(__file__).resolve().parent / "speakers.jsonl"
WEIGHTS = Path(ranking.__file__).resolve().parent / "weights.json"
ROUNDS = 3  # the facts of a mention depend on what was resolved before it, and so on the weights themselves
STEPS = 600
PULL: dict[Kind, float] = {"pronoun": 3.0, "description": 10.0, "name": 10.0}
_NEAR = {
    **{f"sentences back {number}": -0.4 * number for number in range(6)},
    **{f"paragraphs up {number}": -0.4 * number for number in range(4)},
    "subject": 0.3, "opens": 0.3, "possessive": -0.3, "object": -0.4, "in marks": -1.5, "in content": -0.8,
    "unnamed": -0.8, "spoke last": 0.4, "latest mention": 0.2, "one word": -0.3, "unsure name": -0.6, "fits": 0.4,
    "unknown": -0.1, "named in the words": -1.0, "named, doublings 1": 0.2, "named, doublings 2": 0.4,
}  # fmt: skip
# Descriptions and bare last names have few examples: what they have none of stays at these.
PRIORS: dict[Kind, dict[str, float]] = {
    "pronoun": {},
    "description": {
        **_NEAR, "head known": 2.5, "word shared": 0.7, "words shared": 1.5, "partisan": 0.3, "many words": 0.4,
        "from a place": 0.2, "no article": 0.3,
    },
    "name": {**_NEAR, "named most": 0.7, "word shared": 1.5, "words shared": 2.0},
}  # fmt: skip


class Label(msgspec.Struct, frozen=True):
    """Of one gold attribution of an article, the `k`-th: where the fullest names of its speakers stand."""

    id: str
    k: int
    kind: str
    speaker: tuple[Span, ...]


class Example(msgspec.Struct, frozen=True):
    """One reference: the facts of each mention that it may mean, whose mention it is, and who is right."""

    article: str
    place: Place
    mentions: list[tuple[int, list[str]]]
    right: frozenset[int]


def read_labels(path: Path = LABELS) -> dict[str, list[Label]]:
    """The labels of each article, by its id."""
    found: dict[str, list[Label]] = {}
    decoder = msgspec.json.Decoder(Label)
    for line in path.read_bytes().splitlines():
        label = decoder.decode(line)
        found.setdefault(label.id, []).append(label)
    return found


def gather(data: Path, labels: dict[str, list[Label]]) -> Iterator[Example]:
    """The references of all labelled articles, with the facts that the present weights lead to."""
    for he, she in ((HE, SHE), (_half(HE), _half(SHE))):
        with patch.object(persons, "HE", he), patch.object(persons, "SHE", she):
            for article in read_split(data, "train"):
                if article.id in labels:
                    yield from _examples(article, labels[article.id])


def _half(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in names if zlib.crc32(name.encode()) % 2)


def _examples(article: GoldArticle, labels: list[Label]) -> Iterator[Example]:
    paragraphs = find_paragraphs(article.text)
    marks = tuple(
        Mark(span=passage.span, role="quotation") for passage in find_passages(article.text, paragraphs)
    )
    quotations = [
        Quotation(
            id=str(number),
            kind="indirect",
            by="gold",
            content=tuple(sorted(gold.content)),
            cue=tuple(sorted(gold.cue)),
            source=tuple(sorted(gold.source)),
        )
        for number, gold in enumerate(article.attributions)
    ]
    trace: Trace = []
    scene = Scene(Article(text=article.text, paragraphs=paragraphs, marks=marks), quotations, trace)
    traced = {place.at: (place, mentions) for field, place, mentions in trace if field == "text"}
    for label in labels:
        wanted = {_words(article.text[slice(*span)]) for span in label.speaker}
        for span in quotations[label.k].source:
            for part in scene.parts.get(("text", span), []):
                place, mentions = traced.get(part.name.start if part.name else part.start, (None, []))
                if place is None or not mentions:
                    continue
                right = frozenset(
                    one.person.number for one, _ in mentions if _words(one.person.name) in wanted
                )
                if right or (place.nobody and label.kind != "person"):
                    told = [(one.person.number, facts) for one, facts in mentions]
                    yield Example(article.id, place, told, right)


def _words(name: str) -> tuple[str, ...]:
    words = [fold(word).strip(".,'’\"") for word in name.split()]
    return tuple(word for word in words if len(word) > 1)


def fit(kind: Kind, examples: list[Example]) -> tuple[dict[str, float], float]:
    """The weights of one kind of reference, and the share of its examples that they get right."""
    names = sorted(
        {fact for one in examples for _, facts in one.mentions for fact in facts}
        | {fact for one in examples for fact in one.place.nobody}
    )
    number_of = {name: number for number, name in enumerate(names)}
    rows: list[tuple[int, bool, list[str]]] = []
    for number, one in enumerate(examples):
        rows += [(number, person in one.right, facts) for person, facts in one.mentions]
        if one.place.nobody:
            rows.append((number, not one.right, list(one.place.nobody)))
    facts = np.zeros((len(rows), len(names)))
    for row, (_, _, told) in enumerate(rows):
        for fact in told:
            facts[row, number_of[fact]] += 1
    group = np.array([number for number, _, _ in rows])
    right = np.array([yes for _, yes, _ in rows], dtype=bool)
    prior = np.array([PRIORS[kind].get(name, 0.0) for name in names])
    weights = _descend(facts, group, right, prior, PULL[kind])
    table = {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}
    return table, _share_right(examples, table)


def _descend(
    facts: NDArray[np.float64],
    group: NDArray[np.int64],
    right: NDArray[np.bool_],
    prior: NDArray[np.float64],
    pull: float,
) -> NDArray[np.float64]:
    """Adam on the marginal log likelihood of the right person; `group` numbers the reference of each row."""
    count = int(group.max()) + 1
    weights, mean, square = prior.copy(), np.zeros_like(prior), np.zeros_like(prior)
    for step in range(1, STEPS + 1):
        scores = facts @ weights
        highest = np.full(count, -np.inf)
        np.maximum.at(highest, group, scores)
        parts = np.exp(scores - highest[group])
        belief = parts / np.bincount(group, parts, count)[group]
        just = (
            np.where(right, parts, 0.0) / np.maximum(np.bincount(group, parts * right, count), 1e-12)[group]
        )
        gradient = facts.T @ (belief - just) / count + pull * (weights - prior) / count
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        step_size = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        weights = weights - 0.05 * step_size
    return weights


def _share_right(examples: list[Example], table: dict[str, float]) -> float:
    right = 0
    for one in examples:
        totals: dict[int | None, float] = {}
        for person, facts in one.mentions:
            totals[person] = totals.get(person, 0.0) + np.exp(sum(table.get(fact, 0.0) for fact in facts))
        if one.place.nobody:
            totals[None] = np.exp(sum(table.get(fact, 0.0) for fact in one.place.nobody))
        best = max(totals, key=totals.__getitem__)
        right += not one.right if best is None else best in one.right
    return right / max(1, len(examples))


def _use(tables: Mapping[str, dict[str, float]]) -> None:
    """Rank by these weights from here on; the shipped ones play no part in the training of their successors."""
    ranking.weights.cache_clear()
    ranking.weights().clear()
    ranking.weights().update(tables)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.speakers", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="PolNeAR: train/text and train/attributions")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the weights go")
    options = parser.parse_args()
    labels = read_labels()
    _use({"pronoun": _NEAR, "description": PRIORS["description"], "name": PRIORS["name"]})
    for number in range(ROUNDS):
        found: dict[Kind, list[Example]] = {"pronoun": [], "description": [], "name": []}
        for example in gather(options.data, labels):
            found[example.place.kind].append(example)
        tables: dict[str, dict[str, float]] = {}
        for kind, examples in found.items():
            tables[kind], share = fit(kind, examples)
            print(
                f"round {number + 1}  {kind:12s} {len(examples):5d} examples, {share:.3f} right", flush=True
            )
        _use(tables)
    options.out.write_text(json.dumps(tables, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
