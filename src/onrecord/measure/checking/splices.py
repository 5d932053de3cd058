"""Passages of one transcript run together: neighbouring, distant, over another's turn, or in another order."""

from onrecord.measure.checking.drafts import Draft, Token, Workshop, cut, fits, sentence_rest, unsure
from onrecord.measure.checking.marked import ELLIPSES
from onrecord.measure.checking.recordings import ENDS, Recording

_NEAR = (3, 40)  # words between neighbouring passages
_FAR = (120, 4_000)


def splice(
    shop: Workshop, *, far: bool, reorder: bool = False, marked: bool = False, low: int = 7, high: int = 18
) -> Draft | None:
    """Two passages of one transcript as one; marked with an ellipsis or not, in order or turned round."""
    one = cut(shop, low=low, high=high, where="any")
    if one is None:
        return None
    gap = shop.chance.randint(*(_FAR if far else _NEAR))
    recording = shop.recordings[one.home]
    first = one.last + gap
    last = first + shop.chance.randint(low, high)
    if last >= len(recording.keys):
        return None
    two = fits(recording, one.home, first, last, shop.chance)
    if two is None or not _is_joint(recording, one.last, first):
        return None
    return _joined(shop, one, two, reorder=reorder, marked=marked)


def over_turn(shop: Workshop, *, marked: bool = False) -> Draft | None:
    """The end of a turn joined to the start of the same speaker's next, over what another said between."""
    one = cut(shop, low=7, high=16, where="any")
    if one is None:
        return None
    recording = shop.recordings[one.home]
    at = next((n for n, turn in enumerate(recording.turns) if turn is recording.turn(one.last - 1)), None)
    if at is None or at + 2 >= len(recording.turns):
        return None
    mine, other, again = recording.turns[at : at + 3]
    if not mine.speaker or mine.speaker != again.speaker or mine.speaker == other.speaker:
        return None
    last = int(recording.starts.searchsorted(mine.end))
    first = int(recording.starts.searchsorted(again.start))
    length = one.last - one.first
    end = first + shop.chance.randint(7, 16)
    if last - length < 0 or first - last > 300 or first <= last or end >= len(recording.keys):
        return None
    if recording.turn(last - length) is not mine or recording.turn(end - 1) is not again:
        return None
    parts = [fits(recording, one.home, a, b, shop.chance) for a, b in ((last - length, last), (first, end))]
    if parts[0] is None or parts[1] is None:
        return None
    return _joined(shop, parts[0], parts[1], reorder=False, marked=marked)


def _joined(shop: Workshop, one: Draft, two: Draft, *, reorder: bool, marked: bool) -> Draft:
    early, late = (two, one) if reorder else (one, two)
    mark = (
        f" {shop.chance.choice(ELLIPSES[:6])} "
        if marked
        else shop.chance.choice([" ", " ", ". ", ", ", "; "])
    )
    tokens = list(early.tokens)
    if marked:
        mark = tokens[-1].gap + mark
    tokens[-1] = tokens[-1]._replace(gap=mark)
    tokens += [Token(token.text, token.gap, token.word) for token in late.tokens]
    gap = two.first - one.last
    made = Draft(
        home=one.home,
        first=one.first,
        last=two.last,
        tokens=tuple(tokens),
        verdict="edited" if marked and not reorder else "spliced",
        wording=reorder or not marked,
        bare_end=late.bare_end,
        kept=((early.first, early.last), (late.first, late.last)),
        dropped=((one.last, two.first),) if marked and not reorder else (),
        aside_words=gap,
        flags=frozenset({"reordered"}) if reorder else frozenset(),
    )
    made = unsure(made, "negation_changed", "number_changed")
    if marked and not reorder:
        return _with_gap_flags(made, shop, one.last, two.first)
    if marked:
        return unsure(made, "far_apart", "gap_negation")
    return made


def _with_gap_flags(draft: Draft, shop: Workshop, first: int, last: int) -> Draft:
    from onrecord.measure.checking.drafts import flagged, with_matter

    made = with_matter(draft, shop.recordings[draft.home], first, last, "gap_negation")
    if 47 <= last - first <= 53:
        return unsure(made, "far_apart")
    return flagged(made, "far_apart") if last - first > 50 else made


def _is_joint(recording: Recording, first: int, last: int) -> bool:
    """Whether what lies between is surely too long, or over too much, to be one alteration."""
    if last - first > 8:
        return True
    return (
        any(recording.boundary(at) == ENDS for at in range(first - 1, last))
        and sentence_rest(recording, first, 1)[0] >= 0
    )
