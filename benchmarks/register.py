"""Precision and recall of the register on pairs of names from public knowledge (`benchmarks/register/*.tsv`).

Each pair is two namings, as two articles would give them; they count as merged where a register that has taken the
first in takes the second into the same entry. One half of the pairs (by a digest of the page they were taken from)
was used to fit the table of weights; the other half was not.
"""

import csv
import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.people.register import Naming, Register

FOLDER = Path(__file__).resolve().parent / "register"


class Pair(NamedTuple):
    """Two namings, whether they are one person's, what kind of pair it is, and where it was taken from."""

    first: Naming
    second: Naming
    same: bool
    kind: str
    taken_from: str

    @property
    def fitted(self) -> bool:
        """Whether the pair is of the half that the weights were fitted on."""
        return hashlib.sha256(self.taken_from.encode()).digest()[0] % 2 == 0


def pairs() -> Iterator[Pair]:
    """Every pair of the benchmark."""
    for path in sorted(FOLDER.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield Pair(
                    _naming(row, "a"),
                    _naming(row, "b"),
                    row["same"] == "yes",
                    row["class"],
                    row["taken_from"],
                )


def _naming(row: dict[str, str], side: str) -> Naming:
    description, beside = row[f"{side}_description"], row[f"{side}_with"]
    return Naming(
        name=row[f"{side}_name"],
        article=f"{row['taken_from']}#{side}",
        descriptions=(description,) if description else (),
        published=row[f"{side}_published"] or None,
        beside=tuple(name.strip() for name in beside.split(";") if name.strip()),
    )


def merged(pair: Pair) -> bool:
    """Whether a register makes one speaker of the two namings."""
    register = Register()
    return register.enrol(pair.first) == register.enrol(pair.second) or len(register) == 1


def main() -> None:
    counts: dict[str, Counter[tuple[bool, bool]]] = {}
    for pair in pairs():
        found = merged(pair)
        half = "fitted half" if pair.fitted else "other half"
        for group in ("all", half, f"  {pair.kind}", f"  {pair.kind}, {half}"):
            counts.setdefault(group, Counter())[pair.same, found] += 1
    print(f"{'':36s} pairs  precision  recall  wrongly merged")
    for group, count in sorted(counts.items(), key=_heads_first):
        right, wrong, missed = count[True, True], count[False, True], count[True, False]
        precision = f"{right / (right + wrong):.3f}" if right and not group.startswith("  ") else "-"
        recall = f"{right / (right + missed):.3f}" if right + missed else "-"
        print(f"{group:36s} {count.total():5d}  {precision:>9s}  {recall:>6s}  {wrong:5d}")


def _heads_first(item: tuple[str, Counter[tuple[bool, bool]]]) -> tuple[bool, str]:
    return (item[0].startswith("  "), item[0])


if __name__ == "__main__":
    main()
