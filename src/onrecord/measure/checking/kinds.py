"""The kinds of quotes of the benchmark: how each is made, and how many of each there are."""

from collections.abc import Callable
from functools import partial

from onrecord.measure.checking import changes, marked, splices, wordforms
from onrecord.measure.checking.drafts import Draft, Workshop, cut
from onrecord.measure.checking.noise import noisy, scene_note
from onrecord.measure.checking.truths import with_other_speaker

Making = Callable[[Workshop], Draft | None]
Edit = Callable[[Draft, Workshop], Draft | None]


def _making(*edits: Edit, low: int = 12, high: int = 40, where: str = "any") -> Making:
    """A way to make a quote: a cut, then some edits; none where one of them finds nothing to do."""

    def make(shop: Workshop) -> Draft | None:
        draft = cut(shop, low=low, high=high, where=where)
        for edit in edits:
            if draft is None:
                return None
            draft = edit(draft, shop)
        return draft

    return make


def _plain(low: int, high: int, where: str = "any") -> Making:
    return partial(cut, low=low, high=high, where=where, ellipses=True)


def _another(of_question: bool) -> Edit:
    return partial(with_other_speaker, of_question=of_question)


_gap = marked.ellipsis
_not_in_bracket = partial(marked.bracket_replaces, mattering=True)
_long_gap = partial(_gap, low=54, high=160)
_broad = partial(_making, low=22, high=45)

# Each kind, how to make it, and its share of the set.
KINDS: dict[str, tuple[Making, int]] = {
    "verbatim_short": (_plain(3, 5), 4),
    "verbatim_medium": (_plain(6, 25, "within"), 4),
    "verbatim_long": (_plain(60, 120), 2),
    "verbatim_sentence": (_plain(4, 40, "whole"), 4),
    "verbatim_over_sentences": (_plain(12, 50, "over"), 3),
    "verbatim_over_turns": (_plain(10, 40, "turns"), 2),
    "verbatim_over_lines": (_plain(8, 40, "lines"), 2),
    "noise": (_making(noisy, low=5), 6),
    "scene_note": (_making(scene_note, low=15, where="over"), 2),
    "noise_short": (_making(noisy, low=3, high=6), 2),
    "bracket_replaces": (_making(marked.bracket_replaces), 3),
    "bracket_explains": (_making(marked.bracket_explains), 2),
    "bracket_ending": (_making(marked.bracket_ending), 2),
    "bracket_capital": (_making(marked.bracket_capital, low=5), 2),
    "two_brackets": (_broad(marked.bracket_replaces, marked.bracket_explains), 2),
    "bracket_swallows": (_making(_not_in_bracket), 2),
    "ellipsis_inside": (_making(partial(_gap, over=False)), 3),
    "ellipsis_over_sentences": (_making(partial(_gap, low=3, high=40, over=True), low=30, high=70), 3),
    "ellipses": (_making(_gap, _gap, low=30, high=60), 2),
    "ellipsis_at_start": (_making(marked.ellipsis_at_start, low=6), 2),
    "ellipsis_at_end": (_making(marked.ellipsis_at_end, low=6), 2),
    "ellipsis_swallows": (_making(partial(_gap, mattering=True)), 3),
    "ellipsis_far": (_making(_long_gap, low=85, high=230), 3),
    "ellipsis_over_turn": (partial(splices.over_turn, marked=True), 2),
    "bracket_and_ellipsis": (_broad(marked.bracket_replaces, _gap), 3),
    "noise_and_bracket": (_making(marked.bracket_replaces, noisy), 1),
    "noise_and_ellipsis": (_making(_gap, noisy), 1),
    "drop": (_making(changes.drops), 6),
    "drop_in_sentence": (_making(changes.drops, low=9, high=30, where="within"), 2),
    "drop_over_end": (_making(changes.drops_over_end, low=18, high=50), 3),
    "drop_many": (_making(changes.drops_many, low=25, high=60), 3),
    "insertion": (_making(changes.inserts), 4),
    "swap": (_making(changes.swaps, low=8), 4),
    "swap_several": (_making(partial(changes.swaps, low=2, high=4)), 3),
    "swaps_apart": (_broad(changes.swaps, changes.swaps), 2),
    "swap_short": (_making(changes.swaps_short, low=4, high=7), 2),
    "number": (_making(changes.changes_number), 4),
    "not_dropped": (_making(changes.drops_not), 4),
    "not_inserted": (_making(changes.inserts_not), 3),
    "bracket_and_not": (_broad(marked.bracket_replaces, changes.drops_not), 3),
    "ellipsis_and_not": (_broad(_gap, changes.drops_not), 2),
    "ellipsis_and_swap": (_broad(_gap, changes.swaps), 3),
    "ellipsis_and_number": (_broad(_gap, changes.changes_number), 3),
    "bracket_and_insertion": (_broad(marked.bracket_replaces, changes.inserts), 2),
    "bracket_and_drop": (_broad(marked.bracket_explains, changes.drops), 2),
    "noise_and_swap": (_making(changes.swaps, noisy), 2),
    "noise_and_not": (_making(changes.drops_not, noisy), 1),
    "filler_added": (_making(wordforms.adds_filler, low=7), 2),
    "filler_dropped": (_making(wordforms.drops_filler, low=9), 2),
    "contraction_undone": (_making(wordforms.undoes_contraction, low=8), 2),
    "contraction_made": (_making(wordforms.makes_contraction, low=9), 2),
    "number_form": (_making(wordforms.turns_number, low=8), 2),
    "spelling": (_making(wordforms.turns_spelling, low=8), 2),
    "splice_near": (partial(splices.splice, far=False), 3),
    "splice_far": (partial(splices.splice, far=True), 3),
    "splice_over_turn": (splices.over_turn, 2),
    "reordered": (partial(splices.splice, far=False, reorder=True), 2),
    "reordered_with_ellipsis": (partial(splices.splice, far=False, reorder=True, marked=True), 2),
    "other_speaker": (_making(_another(False), low=6), 4),
    "other_speaker_edited": (_making(marked.bracket_replaces, _another(False)), 1),
    "from_question": (_making(_another(True), low=6, high=30), 3),
}
