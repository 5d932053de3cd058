"""How well printings were put into families: B-cubed and pairs, overall, way by way and case by case.

B-cubed precision of a printing is the share of its found family that is truly of its family, recall the share of its
true family that was found with it; both are averaged over printings (Bagga and Baldwin 1998), and F1 is the harmonic
mean of the averages (Amigó, Gonzalo, Artiles and Verdejo 2009).
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path

import msgspec

from onrecord.measure.lines import read_lines
from onrecord.measure.tracing.family_set import FamilyTruth
from onrecord.traces import Printing


class FamilyAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What is scored of one line that `onrecord trace families` wrote."""

    id: str
    family: str | int


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """Precision and recall of one group of printings, or of pairs, and how many there are."""

    precision: float
    recall: float
    count: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class FamilyScores(msgspec.Struct, frozen=True, kw_only=True):
    """All figures of one run. `kinds` are ways of printing, `cases` what makes a family hard to tell."""

    printings: int
    unanswered: int
    families: int
    found: int
    bcubed: Agreement
    pairs: Agreement
    kinds: dict[str, Agreement]
    cases: dict[str, Agreement]

    def table(self) -> str:
        """The figures as text, for people."""
        lines = [
            f"printings {self.printings}   unanswered {self.unanswered}"
            f"   families {self.families}   found {self.found}",
            "",
            f"{'':24} {'precision':>10} {'recall':>8} {'F1':>8} {'of':>8}",
            _line("B-cubed", self.bcubed),
            _line("pairs", self.pairs),
            "",
            *(_line(kind, agreement) for kind, agreement in self.kinds.items()),
            "",
            *(_line(case, agreement) for case, agreement in self.cases.items()),
        ]
        return "\n".join(lines) + "\n"


def bcubed(truth: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> dict[str, tuple[float, float]]:
    """The B-cubed precision and recall of each printing. Both mappings give the family of the same ids. Linear."""
    both = Counter((family, found[id]) for id, family in truth.items())
    true_sizes, found_sizes = Counter(truth.values()), Counter(found[id] for id in truth)
    return {
        id: (both[family, found[id]] / found_sizes[found[id]], both[family, found[id]] / true_sizes[family])
        for id, family in truth.items()
    }


def agreeing_pairs(truth: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> Agreement:
    """Precision and recall of pairs: those put together beside those that are one family, which are counted."""
    both = _pairs(Counter((family, found[id]) for id, family in truth.items()).values())
    true_pairs = _pairs(Counter(truth.values()).values())
    found_pairs = _pairs(Counter(found[id] for id in truth).values())
    return Agreement(
        precision=both / found_pairs if found_pairs else 1.0,
        recall=both / true_pairs if true_pairs else 1.0,
        count=true_pairs,
    )


def evaluate_families(folder: Path) -> FamilyScores:
    """Put the printings of a set that `make_family_set` made into families, with onrecord's own tracer, and score it.

    Raises `UnreadableInput` where the folder holds no such set.
    """
    from onrecord.trace.families import find_families

    truths = read_lines(folder / "truth.jsonl", FamilyTruth)
    families = find_families(read_lines(folder / "quotes.jsonl", Printing))
    return _score(truths, {str(member): family.id for family in families for member in family.members})


def score_families(truth: Path, found: Path) -> FamilyScores:
    """Lay the lines that a tracer wrote beside the truth; raises `InputError` where a file cannot be used.

    A printing without an answer counts as a family by itself.
    """
    return _score(
        read_lines(truth, FamilyTruth),
        {answer.id: answer.family for answer in read_lines(found, FamilyAnswer)},
    )


def _score(truths: list[FamilyTruth], answers: Mapping[str, str | int]) -> FamilyScores:
    truth = {one.id: one.family for one in truths}
    found: dict[str, tuple[str, str | int]] = {
        id: ("family", answers[id]) if id in answers else ("alone", id) for id in truth
    }
    each = bcubed(truth, found)
    return FamilyScores(
        printings=len(truth),
        unanswered=sum(id not in answers for id in truth),
        families=len(set(truth.values())),
        found=len(set(found.values())),
        bcubed=_mean(each.values()),
        pairs=agreeing_pairs(truth, found),
        kinds={
            kind: _mean(each[one.id] for one in truths if one.kind == kind)
            for kind in _sorted(truths, "kind")
        },
        cases={
            case: _mean(each[one.id] for one in truths if one.case == case)
            for case in _sorted(truths, "case")
        },
    )


def _sorted(truths: list[FamilyTruth], field: str) -> list[str]:
    return sorted({str(getattr(one, field)) for one in truths})


def _mean(each: Iterable[tuple[float, float]]) -> Agreement:
    values = list(each)
    count = len(values)
    return Agreement(
        precision=sum(precision for precision, _ in values) / count if count else 1.0,
        recall=sum(recall for _, recall in values) / count if count else 1.0,
        count=count,
    )


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _line(name: str, agreement: Agreement) -> str:
    return f"{name:24} {agreement.precision:10.4f} {agreement.recall:8.4f} {agreement.f1:8.4f} {agreement.count:8}"
