"""Flags: what stands beside a verdict, each a fact about the words, their place, or whose turn they stand in."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from onrecord.check.context import Sentences
from onrecord.check.differences import LONGEST_DROP, Change
from onrecord.check.lookup import QUOTED, Lookup, TurnRow
from onrecord.check.passage import Passage
from onrecord.check.place import Found
from onrecord.check.segments import Stretch
from onrecord.check.verdict import FAR_APART, verdict_of
from onrecord.check.voices import is_same_voice
from onrecord.check.wording import matters, numbers_in
from onrecord.findings import TRANSCRIPTION, Flag

TOO_SHORT = 3  # a quote of fewer words is flagged `ambiguous` wherever it is found
# Flags in the order of CONTRACT and of the docs.
FLAG_ORDER: tuple[Flag, ...] = (
    "cut_start", "cut_end", "cut_negation", "gap_negation", "negation_changed", "number_changed", "far_apart",
    "parts_apart", "reordered", "other_speaker", "narration", "ambiguous", "transcription_only",
)  # fmt: skip


def flags_of(
    lookup: Lookup, passage: Passage, found: Found, *, speaker: str | None, places: int
) -> set[Flag]:
    """All flags of a passage at its place; `places` is how many there are."""
    flags = change_flags(passage, found.stretch, found.changes) | cut_flags(lookup, passage, found)
    for change in found.changes:
        is_gap = change.kind in ("ellipsis", "bracket") and change.mark is not None
        if is_gap and matters(lookup.keys(lookup.words_at(*change.document))):
            flags.add("gap_negation")
    if speaker and _in_other_turn(lookup, found, speaker):
        flags.add("other_speaker")
    if is_narration(lookup, found):
        flags.add("narration")
    if places > 1 or len(passage.words) < TOO_SHORT:
        flags.add("ambiguous")
    return flags


def cut_flags(
    lookup: Lookup, passage: Passage, found: Found, *, at_start: bool = True, at_end: bool = True
) -> set[Flag]:
    """The flags for what was cut off the passage's sentences with no mark, at either side that is asked for."""
    flags: set[Flag] = set()
    sentences = Sentences(lookup, found)
    before = (sentences.start(), found.opens)
    if at_start and before[0] < before[1] and not _marks_cut(passage, 0):
        flags.add("cut_start")
        if matters(lookup.keys(lookup.words_at(*before))):
            flags.add("cut_negation")
    behind = (found.closes, sentences.end())
    if at_end and behind[0] < behind[1] and not _marks_cut(passage, len(passage.words)):
        flags.add("cut_end")
        if matters(lookup.keys(lookup.words_at(*behind))):
            flags.add("cut_negation")
    return flags


def _marks_cut(passage: Passage, slot: int) -> bool:
    """Whether the quote marks that it begins, or ends, inside a sentence: an ellipsis, or a capital in brackets."""
    if any(mark.slot == slot and mark.kind == "ellipsis" for mark in passage.marks):
        return True
    first = passage.words[0]
    return slot == 0 and first.edited and not first.before and passage.text[first.start] == "["


def _in_other_turn(lookup: Lookup, found: Found, speaker: str) -> bool:
    """Whether any of the words stand in the turn of somebody else than `speaker`."""
    for segment in found.segments:
        at = segment.document[0]
        while at < segment.document[1]:
            turn = lookup.turn_at(at)
            if is_voice(lookup, found, speaker, turn) is False:
                return True
            at = max(turn.end, at + 1)
    return False


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
    compared = [
        (list(passage.keys[slice(*change.quote)]), stretch.words(change.document), change.kind)
        for change in unmarked
        if change.kind != "joint" or change.document[1] - change.document[0] <= LONGEST_DROP
    ]
    if "reordered" in flags:  # what one place lacks may stand at another
        compared = [
            ([*chain(*(row[0] for row in compared))], [*chain(*(row[1] for row in compared))], "wording")
        ]
    for ours, theirs, kind in compared:
        if Counter(matters(ours)) != Counter(matters(theirs)):
            flags.add("negation_changed")
        if kind != "number_form" and _numbers_differ(ours, theirs):
            flags.add("number_changed")
    if (
        unmarked
        and all(change.kind in TRANSCRIPTION for change in unmarked)
        and verdict_of(changes) == "altered"
    ):
        flags.add("transcription_only")
    return flags


def _numbers_differ(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the numbers of two runs of words differ; "one" and "first" count only against another number."""
    loose = [
        [number.removesuffix(":th") for number in numbers_in(words, loose=True)] for words in (ours, theirs)
    ]
    told = numbers_in(ours) or numbers_in(theirs) or (loose[0] and loose[1])
    return bool(told) and Counter(loose[0]) != Counter(loose[1])


def is_voice(lookup: Lookup, found: Found, speaker: str, turn: TurnRow) -> bool | None:
    """Whether a turn is the speaker's; a role ("Chair") is not, in a document that has the speaker by name."""
    if turn.speaker is None:
        return None
    same = is_same_voice(speaker, turn.speaker)
    if same is None and (turn.asks or _is_named(lookup, found.document, speaker)):
        return False
    return same


def _is_named(lookup: Lookup, document: int, speaker: str) -> bool:
    return any(is_same_voice(speaker, name) for name in lookup.speakers(document))


def is_narration(lookup: Lookup, found: Found) -> bool:
    """Whether the words stand outside the quotation marks of a document that is a report itself."""
    if not lookup.document(found.document).report:
        return False
    return not all(flag & QUOTED for segment in found.segments for flag in lookup.flags_at(*segment.document))
