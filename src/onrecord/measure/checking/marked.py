"""Edits that a quote marks itself: square brackets and ellipses."""

import re

import msgspec

from onrecord.measure.checking.drafts import (
    CHANGED,
    Draft,
    Token,
    Workshop,
    edited,
    flagged,
    matters,
    spots,
    unsure,
    with_matter,
    with_tokens,
)
from onrecord.measure.checking.recordings import ENDS, WITHIN

ELLIPSES = ("…", "...", ". . .", "[…]", "[...]", "[ … ]", "....", "[. . .]")
_STANDS_FOR = (
    "they,the mayor,the committee,her opponent,the agency,the ministry,Mr. Halloran,the bill,the proposal,those people,"
    "the company,our town,the plan,Councillor Adeyemi,the treaty,him,her,these,it,the budget,the authors,Ms. Tanaka"
).split(",")


def bracket_replaces(draft: Draft, shop: Workshop, *, most: int = 4, mattering: bool = False) -> Draft | None:
    """`[the mayor]` in place of one to `most` words."""
    recording = shop.recordings[draft.home]
    width = shop.chance.randint(1, most)
    free = spots(draft, width)
    wanted = []
    for at in free:
        first = draft.tokens[at].word
        inside = all(recording.boundary(first + step) == WITHIN for step in range(-1, width))
        if inside and (matters(recording, first, first + width) is True) == mattering:
            wanted.append(at)
    if not wanted:
        return None
    at = shop.chance.choice(wanted)
    first = draft.tokens[at].word
    tokens = list(draft.tokens)
    gap = tokens[at + width - 1].gap
    tokens[at : at + width] = [Token(f"[{shop.chance.choice(_STANDS_FOR)}]", gap, CHANGED)]
    made = edited(with_tokens(draft, tokens))
    made = msgspec.structs.replace(made, aside_words=made.aside_words + width)
    made = with_matter(made, recording, first, first + width, "gap_negation")
    return unsure(made, "number_changed", "negation_changed") if mattering else unsure(made, "number_changed")


def bracket_explains(draft: Draft, shop: Workshop) -> Draft | None:
    """`he [the mayor] said`: words put in to explain."""
    free = [at for at in spots(draft, 0) if draft.tokens[at - 1].gap == " "]
    if not free:
        return None
    at = shop.chance.choice(free)
    tokens = list(draft.tokens)
    tokens.insert(at, Token(f"[{shop.chance.choice(_STANDS_FOR)}]", " ", CHANGED))
    return edited(with_tokens(draft, tokens))


def bracket_ending(draft: Draft, shop: Workshop) -> Draft | None:
    """`want[ed]`: another ending of a word."""
    free = []
    for at in spots(draft, 1):
        word = draft.tokens[at].text
        if re.fullmatch(r"[a-z]{3,}(?:s|ed|ing)", word) and not word.endswith(
            ("ss", "thing", "need", "feed")
        ):
            free.append(at)
    if not free:
        return None
    at = shop.chance.choice(free)
    token = draft.tokens[at]
    stem, ending = re.fullmatch(r"(.+?)(s|ed|ing)", token.text).groups()  # type: ignore[union-attr]
    other = shop.chance.choice([one for one in ("s", "ed", "ing") if one != ending])
    tokens = list(draft.tokens)
    tokens[at] = token._replace(text=f"{stem}[{other}]", word=CHANGED)
    return edited(with_tokens(draft, tokens))


def bracket_capital(draft: Draft, shop: Workshop) -> Draft | None:
    """`[W]e`: a capital, or a small letter, at the start."""
    first = draft.tokens[0]
    if not re.fullmatch(r"[A-Za-z][a-z'’]+|[AaI]", first.text) or draft.lead:
        return None
    turned = first.text[0].swapcase()
    tokens = [first._replace(text=f"[{turned}]{first.text[1:]}"), *draft.tokens[1:]]
    return unsure(edited(with_tokens(draft, tokens)), "cut_start", "cut_negation")


def ellipsis(
    draft: Draft,
    shop: Workshop,
    *,
    low: int = 1,
    high: int = 12,
    over: bool | None = None,
    mattering: bool = False,
) -> Draft | None:
    """A marked gap of `low` to `high` words; `over`: whether it runs over a sentence's end."""
    recording = shop.recordings[draft.home]
    width = shop.chance.randint(low, high)
    free = spots(draft, width, margin=4)
    shop.chance.shuffle(free)
    for at in free[:12]:
        first = draft.tokens[at].word
        ends = any(recording.boundary(first + step) == ENDS for step in range(-1, width))
        if over is not None and ends != over:
            continue
        if mattering and matters(recording, first, first + width) is not True:
            continue
        return _with_gap(draft, shop, at, width)
    return None


def _with_gap(draft: Draft, shop: Workshop, at: int, width: int) -> Draft:
    recording = shop.recordings[draft.home]
    first = draft.tokens[at].word
    tokens = list(draft.tokens)
    mark = shop.chance.choice(ELLIPSES)
    before = tokens[at - 1].gap.strip()
    closing = before if before in {",", ".", "?", ";"} and shop.chance.random() < 0.4 else ""
    sides = shop.chance.choice([" {} ", "{} ", " {} ", "{}"]) if mark[0] != "." else " {} "
    if mark == "..." and not closing:
        sides = shop.chance.choice([" {} ", "{} ", "{}"])
    if mark == "....":
        closing, sides = "", "{} "
    tokens[at - 1] = tokens[at - 1]._replace(gap=closing + sides.format(mark))
    del tokens[at : at + width]
    made = edited(with_tokens(draft, tokens))
    made = msgspec.structs.replace(
        made, dropped=(*made.dropped, (first, first + width)), aside_words=made.aside_words + width
    )
    made = with_matter(made, recording, first, first + width, "gap_negation")
    if 47 <= width <= 53:
        return unsure(made, "far_apart")
    return flagged(made, "far_apart") if width > 50 else made


def ellipsis_at_start(draft: Draft, shop: Workshop) -> Draft | None:
    """`… we will`: a mark that the sentence began before."""
    if draft.lead:
        return None
    mark = shop.chance.choice(ELLIPSES[:6])
    lead = mark + shop.chance.choice([" ", " ", ""] if mark in {"…", "..."} else [" "])
    made = msgspec.structs.replace(draft, lead=lead, marked_start=True)
    return unsure(edited(made), "gap_negation")


def ellipsis_at_end(draft: Draft, shop: Workshop) -> Draft | None:
    """`we will …`: a mark that the sentence goes on."""
    if not draft.bare_end:
        return None
    mark = shop.chance.choice(ELLIPSES[:6])
    tokens = [*draft.tokens[:-1], draft.tokens[-1]._replace(gap=shop.chance.choice([" ", ""]) + mark)]
    made = msgspec.structs.replace(with_tokens(draft, tokens), marked_end=True)
    return unsure(edited(made), "gap_negation")
