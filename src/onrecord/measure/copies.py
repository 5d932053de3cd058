"""How well copies were found among articles: pairs, which was first, and whether it is acknowledged, kind by kind."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.measure.lines import read_lines
from onrecord.measure.tracing.copy_set import CopyTruth
from onrecord.model import Article
from onrecord.read import read_article


class CopyAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What is scored of one line that `onrecord trace copies` wrote."""

    a: str
    b: str
    direction: Literal["a<b", "b<a"] | None = None
    acknowledged: bool | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One question about the pairs that were rightly found: how many could be told, were told, and told rightly."""

    known: int
    told: int
    right: int


class CopyScores(msgspec.Struct, frozen=True, kw_only=True):
    """All figures of one run. `kinds` gives for each kind of copy how many were found, of how many.

    `wrong` counts the pairs that are none: of the planted reports of one event, and of articles with nothing in common.
    """

    right: int
    found: int
    true: int
    kinds: dict[str, tuple[int, int]]
    wrong: dict[str, int]
    direction: Told
    acknowledged: Told

    @property
    def precision(self) -> float:
        """The share of the pairs found that are copies."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the copies that were found."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def table(self) -> str:
        """The figures as text, for people."""
        lines = [
            f"pairs   precision {self.precision:.4f}   recall {self.recall:.4f}   F1 {self.f1:.4f}"
            f"   found {self.found}   true {self.true}",
            "",
            f"{'':14} {'right':>8} {'told':>8} {'known':>8}",
            _line("direction", self.direction),
            _line("acknowledged", self.acknowledged),
            "",
            f"{'kind':14} {'found':>8} {'of':>8}",
            *(f"{kind:14} {found:8} {true:8}" for kind, (found, true) in self.kinds.items()),
            "",
            "wrong: " + (", ".join(f"{kind} {count}" for kind, count in self.wrong.items()) or "none"),
        ]
        return "\n".join(lines) + "\n"


def evaluate_copies(folder: Path, *, progress: Callable[[int, int], None] | None = None) -> CopyScores:
    """Find the copies in a set that `make_copy_set` made, with onrecord's own tracer, and score them.

    Raises `UnreadableInput` where the folder holds no such set.
    """
    from onrecord.trace.copies import find_copies

    truths = read_lines(folder / "truth.jsonl", CopyTruth)
    found = find_copies(_articles(folder / "articles", progress))
    return _score(
        truths,
        [
            CopyAnswer(a=one.a, b=one.b, direction=one.direction, acknowledged=one.acknowledged)
            for one in found
        ],
    )


def score_copies(truth: Path, found: Path) -> CopyScores:
    """Lay the lines that a tracer wrote beside the truth; raises `InputError` where a file cannot be used."""
    return _score(read_lines(truth, CopyTruth), read_lines(found, CopyAnswer))


def _articles(folder: Path, progress: Callable[[int, int], None] | None) -> Iterator[Article]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    if not paths:
        raise UnreadableInput(
            f"{folder} holds no articles: name a set that `onrecord eval copies --make` made."
        )
    for number, path in enumerate(paths, start=1):
        yield read_article(path.read_bytes(), path=str(path))[0]
        if progress is not None:
            progress(number, len(paths))


def _score(truths: list[CopyTruth], answers: list[CopyAnswer]) -> CopyScores:
    planted = {(one.a, one.b): one for one in truths}
    found = {_pair(answer): answer for answer in answers}
    right = {pair: one for pair, one in planted.items() if one.copy and pair in found}
    true = Counter(one.kind for one in truths if one.copy)
    hits = Counter(one.kind for one in right.values())
    wrong = Counter(
        planted[pair].kind if pair in planted else "unrelated" for pair in found if pair not in right
    )
    direction = [(one.direction, _direction(found[pair])) for pair, one in right.items() if one.direction]
    named = [
        (one.acknowledged, found[pair].acknowledged)
        for pair, one in right.items()
        if one.acknowledged is not None and one.direction
    ]
    return CopyScores(
        right=len(right),
        found=len(found),
        true=sum(true.values()),
        kinds={kind: (hits[kind], count) for kind, count in sorted(true.items())},
        wrong=dict(sorted(wrong.items())),
        direction=_told(direction),
        acknowledged=_told(named),
    )


def _told(pairs: Sequence[tuple[object, object]]) -> Told:
    return Told(
        known=len(pairs),
        told=sum(answer is not None for _, answer in pairs),
        right=sum(answer == truth for truth, answer in pairs),
    )


def _pair(answer: CopyAnswer) -> tuple[str, str]:
    return min(answer.a, answer.b), max(answer.a, answer.b)


def _direction(answer: CopyAnswer) -> str | None:
    """The direction as of a pair whose smaller id comes first."""
    if answer.direction is None or answer.a <= answer.b:
        return answer.direction
    return "b<a" if answer.direction == "a<b" else "a<b"


def _line(name: str, told: Told) -> str:
    return f"{name:14} {told.right:8} {told.told:8} {told.known:8}"
