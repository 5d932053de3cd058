"""The verdict: one table from the class of a difference to how faithful the quote is with it."""

from collections.abc import Iterable, Sequence

from onrecord.check.differences import Change
from onrecord.check.passage import Passage
from onrecord.check.segments import Segment
from onrecord.findings import DifferenceClass, Verdict, worst

VERDICT_OF: dict[DifferenceClass, Verdict] = {
    "bracket": "edited",
    "ellipsis": "edited",
    "filler": "altered",
    "contraction": "altered",
    "number_form": "altered",
    "spelling": "altered",
    "wording": "altered",
    "joint": "spliced",
    "order": "spliced",
}
FAR_APART = 50  # words; a marked gap of more is flagged


def verdict_of(changes: Iterable[Change]) -> Verdict:
    """The verdict of the worst difference; `verbatim` where there is none."""
    return worst(["verbatim", *(VERDICT_OF[change.kind] for change in changes)])


def similarity_of(passage: Passage, segments: Sequence[Segment], changes: Sequence[Change]) -> float:
    """Twice the words that are the same over the words of both sides, marked gaps and joints left out; 0 to 1."""
    same = sum(
        segment.quote[1] - segment.quote[0] for segment in segments if segment.kind in ("same", "edited")
    )
    others = sum(
        change.document[1] - change.document[0]
        for change in changes
        if change.kind not in ("bracket", "ellipsis", "joint", "order")
    )
    total = len(passage.words) + same + others
    return 2 * same / total if total else 0.0
