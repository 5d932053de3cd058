"""How many quoted attributions are given to the right speaker: the measure of docs/benchmarks.md.

A label says who the source of one gold attribution is, by the fullest name in the article. It is right where the
quotation that is paired with that attribution (as in `attribution`) has the same speaker. Names are compared
folded: case, accents, apostrophes, titles and middle initials aside; the words of someone unnamed and of a document
by a word F1 of .6 or more. Labels that are not sure, and those of passages that nobody says, are left out.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.measure.attribution import paired
from onrecord.measure.evaluate import Progress, predictions, run
from onrecord.measure.names import is_same, spoken
from onrecord.measure.polnear import GoldArticle, read_split
from onrecord.model import Record, TaggerModel


class SpeakerLabel(msgspec.Struct, frozen=True):
    """Who says the `k`-th gold attribution of an article: the name, what kind of speaker, and how it is mentioned."""

    id: str
    k: int
    speaker: str | None
    kind: str
    mention: str
    sure: bool = True


class SpeakerScores(msgspec.Struct, frozen=True):
    """For each group of labels: how many there are, how many were found, how many have the right speaker."""

    counts: dict[str, tuple[int, int, int]]

    def of_found(self, group: str = "all") -> float:
        """The share of right speakers among the attributions that were found."""
        _, found, right = self.counts.get(group, (0, 0, 0))
        return right / found if found else 0.0

    def of_all(self, group: str = "all") -> float:
        """The share of right speakers among all attributions."""
        known, _, right = self.counts.get(group, (0, 0, 0))
        return right / known if known else 0.0

    def table(self) -> str:
        """The table as text, one line a group."""
        return "\n".join(
            f"{group:18s} right {self.of_all(group):.3f}   of those found {self.of_found(group):.3f}   "
            f"({known} gold, {found} found)"
            for group, (known, found, _) in sorted(self.counts.items())
        )


def read_speaker_labels(path: Path) -> dict[str, list[SpeakerLabel]]:
    """The labels of each article; raises `UnreadableInput` with the number of a line that is none."""
    found: dict[str, list[SpeakerLabel]] = {}
    decoder = msgspec.json.Decoder(SpeakerLabel)
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise UnreadableInput(f"{path}: {error.strerror or error}; check the path") from error
    for number, line in enumerate(lines, start=1):
        try:
            label = decoder.decode(line)
        except msgspec.DecodeError as error:
            raise UnreadableInput(f"{path}, line {number}: not a speaker's label ({error})") from error
        found.setdefault(label.id, []).append(label)
    return found


def evaluate_speakers(
    folder: Path,
    split: str,
    labels: Path,
    *,
    model: TaggerModel = "default",
    progress: Progress | None = None,
) -> SpeakerScores:
    """Run the pipeline on the labelled articles of a split and count right speakers.

    `folder` is laid out as PolNeAR is, `labels` is JSON Lines. Raises `UnreadableInput` where either is not there.
    """
    wanted = read_speaker_labels(labels)
    articles = [article for article in read_split(folder, split) if article.id in wanted]
    return score_speakers(run(articles, model=model, progress=progress), wanted)


def score_speakers(
    read: Iterable[tuple[GoldArticle, Record]], labels: Mapping[str, Sequence[SpeakerLabel]]
) -> SpeakerScores:
    """Count right speakers over articles that were read."""
    known, found, right = Counter[str](), Counter[str](), Counter[str]()
    for article, record in read:
        rows = [row for row in record.quotations if row.parent is None and row.field == "text"]
        matches = paired(article, predictions(record))
        for label in labels.get(article.id, ()):
            if not label.sure or label.kind == "none":
                continue
            place = matches.get(label.k)
            for group in ("all", f"mention {label.mention}", f"kind {label.kind}"):
                known[group] += 1
                if place is not None:
                    found[group] += 1
                    right[group] += is_same(label.speaker or "", spoken(rows[place].speakers), label.kind)
    return SpeakerScores({group: (count, found[group], right[group]) for group, count in known.items()})
