"""How many attributions have the right act, and are rightly said to be negated: the measure of docs/benchmarks.md.

A label says of one gold attribution what kind of act it is and whether the text denies it. It is compared with the
quotation that is paired with that attribution (as in `attribution`); labels that are not sure, and those of
attributions that were not found, are left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from onrecord.measure.attribution import Count, paired
from onrecord.measure.evaluate import Progress, predictions, run
from onrecord.measure.lines import read_lines
from onrecord.measure.polnear import GoldArticle, read_split
from onrecord.model import Act, Article, Quotation, Record
from onrecord.quotes.acts import act_at
from onrecord.text import sentences


class ActLabel(msgspec.Struct, frozen=True):
    """What the `k`-th gold attribution of an article does, and whether the text denies it."""

    id: str
    k: int
    act: Act
    negated: bool
    sure: bool = True


class ActScores(msgspec.Struct, frozen=True):
    """How many sure labels there are, how many were found, how many of those have the right act, and two of its parts.

    `statement` counts statements against every other act, `negated` what the text denies, both among those found.
    """

    known: int
    found: int
    right: int
    statement: Count
    negated: Count

    @property
    def share_right(self) -> float:
        """The share of right acts among the attributions that were found."""
        return self.right / max(1, self.found)

    def table(self) -> str:
        """The figures as one line of text."""
        return (
            f"act right {self.share_right:.3f}   statement F1 {self.statement.f1:.3f}   "
            f"negated F1 {self.negated.f1:.3f}   ({self.found} of {self.known} sure lines found)"
        )


def read_act_labels(path: Path) -> list[ActLabel]:
    """A file's labels; raises `UnreadableInput` where it cannot be opened, `InputError` for a line that is none."""
    return read_lines(path, ActLabel)


def evaluate_acts(
    folder: Path, split: str, labels: Path, *, gold: bool = False, progress: Progress | None = None
) -> ActScores:
    """Run the pipeline on the labelled articles of a split and count right acts.

    `folder` is laid out as PolNeAR is, `labels` is JSON Lines. With `gold` the corpus's own source, cue and content
    are read in place of those that the pipeline finds. Raises `UnreadableInput` where either is not there, `InputError`
    for a line that is no label.
    """
    wanted = read_act_labels(labels)
    named = {label.id for label in wanted if label.sure}
    articles = [article for article in read_split(folder, split) if article.id in named]
    return score_acts(_given(articles) if gold else run(articles, progress=progress), wanted)


def score_acts(read: Iterable[tuple[GoldArticle, Record]], labels: Sequence[ActLabel]) -> ActScores:
    """Count right acts over articles that were read."""
    wanted = {(label.id, label.k): label for label in labels if label.sure}
    pairs: list[tuple[ActLabel, Quotation]] = []
    for article, record in read:
        rows = [row for row in record.quotations if row.parent is None and row.field == "text"]
        for k, place in paired(article, predictions(record)).items():
            label = wanted.get((article.id, k))
            if label:
                pairs.append((label, rows[place]))
    return ActScores(
        known=len(wanted),
        found=len(pairs),
        right=sum(row.act == label.act for label, row in pairs),
        statement=_count(
            "statement", [(label.act == "statement", row.act == "statement") for label, row in pairs]
        ),
        negated=_count("negated", [(label.negated, row.negated) for label, row in pairs]),
    )


def _count(name: str, pairs: Sequence[tuple[bool, bool]]) -> Count:
    """Of pairs of what is so and what was told."""
    return Count(
        name=name,
        right=sum(known and told for known, told in pairs),
        predicted=sum(told for _, told in pairs),
        gold=sum(known for known, _ in pairs),
    )


def _given(articles: Iterable[GoldArticle]) -> Iterator[tuple[GoldArticle, Record]]:
    """Each article with its gold attributions as quotations, their act read as the pipeline reads it."""
    for article in articles:
        limits = sentences(article.text)
        rows = []
        for k, one in enumerate(article.attributions):
            cue = (min(one.cue)[0], max(one.cue)[1]) if one.cue else None
            source = min(one.source, default=None)
            act, negated = act_at(article.text, limits, cue=cue, source=source, content=min(one.content))
            rows.append(
                Quotation(
                    id=str(k), kind="indirect", act=act, negated=negated, content=one.content, by="gold"
                )
            )
        yield article, Record(article=Article(text=article.text), quotations=tuple(rows))
