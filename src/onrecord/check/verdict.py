"""The verdict: one table from the class of a difference to how faithful the quote is with it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.check.differences import LONGEST_DROP, Change
from onrecord.check.passage import Passage
from onrecord.check.segments import Segment, Stretch
from onrecord.check.wording import matters, numbers_in
from onrecord.findings import TRANSCRIPTION, DifferenceClass, Flag, Verdict, worst

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


def change_flags(passage: Passage, stretch: Stretch, changes: Sequence[Change]) -> set[Flag]:
    """The flags that the differences themselves tell; gaps far apart are told by their length in words."""
    flags: set[Flag] = set()
    unmarked = [change for change in changes if change.kind not in ("bracket", "ellipsis", "order")]
    for change in changes:
        length = change.document[1] - change.document[0]
        if change.kind == "order":
            flags.add("reordered")
        elif change.kind == "ellipsis" and length > FAR_APART:
            flags.add("far_apart")
    for change in unmarked:
        if change.kind == "joint" and change.document[1] - change.document[0] > LONGEST_DROP:
            continue
        ours, theirs = passage.keys[slice(*change.quote)], stretch.words(change.document)
        if Counter(matters(ours)) != Counter(matters(theirs)):
            flags.add("negation_changed")
        if change.kind != "number_form" and _numbers_differ(ours, theirs):
            flags.add("number_changed")
    if (
        unmarked
        and all(change.kind in TRANSCRIPTION for change in unmarked)
        and verdict_of(changes) == "altered"
    ):
        flags.add("transcription_only")
    return flags


def _numbers_differ(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the numbers of two runs of words differ; "one" counts only against another number."""
    one, other = numbers_in(ours), numbers_in(theirs)
    if one or other:
        loose = (numbers_in(ours, loose=True), numbers_in(theirs, loose=True))
        return Counter(loose[0]) != Counter(loose[1])
    return False


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
