"""Whether a confidence means what it says: of the quotations given 0.8, are eight in ten right?"""

from collections.abc import Sequence

import msgspec

BINS = 10


class Bin(msgspec.Struct, frozen=True, kw_only=True):
    """The quotations whose confidence lies in one tenth of the scale."""

    low: float
    high: float
    number: int
    confidence: float
    right: float


class Reliability(msgspec.Struct, frozen=True, kw_only=True):
    """The table: its bins, how far confidence and truth lie apart, and how well it tells right from wrong.

    `error` is the expected calibration error (the mean distance, weighted by number); `auroc` the chance that a
    right one has a higher confidence than a wrong one, `None` where all are right or all wrong.
    """

    number: int
    bins: tuple[Bin, ...]
    error: float
    auroc: float | None

    def table(self) -> str:
        """The table as text: a line a bin that holds any, and the sums."""
        lines = ["confidence      n   mean  right"]
        for one in self.bins:
            if one.number:
                lines.append(
                    f"{one.low:.1f} to {one.high:.1f} {one.number:6d}  {one.confidence:.3f}  {one.right:.3f}"
                )
        auroc = "none" if self.auroc is None else f"{self.auroc:.3f}"
        lines.append(
            f"all        {self.number:6d}   expected calibration error {self.error:.3f}   AUROC {auroc}"
        )
        return "\n".join(lines)


def reliability(pairs: Sequence[tuple[float, bool]]) -> Reliability:
    """The table of pairs of a confidence, 0 to 1, and whether it was right. A confidence of 1 is in the last bin."""
    groups: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in pairs:
        groups[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    bins = tuple(_bin(place, group) for place, group in enumerate(groups))
    apart = sum(one.number * abs(one.confidence - one.right) for one in bins)
    return Reliability(
        number=len(pairs), bins=bins, error=apart / len(pairs) if pairs else 0.0, auroc=_auroc(pairs)
    )


def _bin(place: int, group: list[tuple[float, bool]]) -> Bin:
    number = len(group)
    return Bin(
        low=place / BINS,
        high=(place + 1) / BINS,
        number=number,
        confidence=sum(confidence for confidence, _ in group) / number if number else 0.0,
        right=sum(right for _, right in group) / number if number else 0.0,
    )


def _auroc(pairs: Sequence[tuple[float, bool]]) -> float | None:
    """By ranks (Mann and Whitney); equal confidences share the mean of their ranks."""
    right = sum(is_right for _, is_right in pairs)
    wrong = len(pairs) - right
    if not right or not wrong:
        return None
    ordered = sorted(pairs)
    ranks = 0.0
    start = 0
    while start < len(ordered):
        end = start
        while end < len(ordered) and ordered[end][0] == ordered[start][0]:
            end += 1
        mean_rank = (start + 1 + end) / 2
        ranks += mean_rank * sum(is_right for _, is_right in ordered[start:end])
        start = end
    return (ranks - right * (right + 1) / 2) / (right * wrong)
