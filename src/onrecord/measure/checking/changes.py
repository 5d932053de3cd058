"""Changes that a quote does not mark: words dropped, put in or swapped, other numbers, a "not" more or less."""

import re

import msgspec

from onrecord.measure.checking.drafts import (
    CHANGED,
    NEGATIONS,
    Draft,
    Token,
    Workshop,
    altered,
    flagged,
    is_number,
    quote_words,
    spots,
    with_doubts,
    with_tokens,
)
from onrecord.measure.checking.recordings import ENDS, UNSURE
from onrecord.measure.checking.wordforms import FILLERS, NUMBERS_BY_WORD, is_only_form
from onrecord.words import fold_word

LONGEST_DROP = 7  # CONTRACT: what is longer, or over a sentence's end, is a splice
_LARGE = ("hundred", "thousand", "million", "billion", "trillion")
_TAKES_NOT = frozenset("is are was were will would could should did does do has have had must".split())


def drops(draft: Draft, shop: Workshop, *, low: int = 1, high: int = LONGEST_DROP) -> Draft | None:
    """One to seven words of one sentence left out; longer, or over a sentence's end, it is a splice."""
    recording = shop.recordings[draft.home]
    width = shop.chance.randint(low, high)
    free = spots(draft, width)
    shop.chance.shuffle(free)
    for at in free[:10]:
        first = draft.tokens[at].word
        bounds = {recording.boundary(first + step) for step in range(-1, width)}
        if UNSURE in bounds or _could_slide(draft, at, width):
            continue
        splice = ENDS in bounds or width > LONGEST_DROP
        if (high > LONGEST_DROP) != splice:
            continue
        if all(fold_word(draft.tokens[at + step].text) in FILLERS for step in range(width)):
            continue
        tokens = list(draft.tokens)
        gaps = [tokens[at - 1].gap, tokens[at + width - 1].gap, " "]
        tokens[at - 1] = tokens[at - 1]._replace(gap=shop.chance.choice(gaps))
        del tokens[at : at + width]
        made = with_doubts(with_tokens(draft, tokens), recording, first, first + width)
        if not splice:
            return altered(made)
        made = msgspec.structs.replace(made, aside_words=made.aside_words + width)
        return msgspec.structs.replace(altered(made), verdict="spliced")
    return None


def drops_over_end(draft: Draft, shop: Workshop) -> Draft | None:
    """A few words left out over a sentence's end."""
    return _only_spliced(drops(draft, shop, low=1, high=LONGEST_DROP + 5))


def drops_many(draft: Draft, shop: Workshop) -> Draft | None:
    """More than seven words left out."""
    return _only_spliced(drops(draft, shop, low=LONGEST_DROP + 1, high=30))


def _only_spliced(draft: Draft | None) -> Draft | None:
    return draft if draft is not None and draft.verdict == "spliced" else None


def inserts(draft: Draft, shop: Workshop, *, most: int = 4) -> Draft | None:
    """One to `most` ordinary words put in."""
    free = spots(draft, 0)
    if not free:
        return None
    at = shop.chance.choice(free)
    new = [shop.chance.choice(shop.common) for _ in range(shop.chance.randint(1, most))]
    beside = {fold_word(draft.tokens[at - 1].text), fold_word(draft.tokens[at].text)}
    if beside & {fold_word(word) for word in new}:
        return None
    tokens = list(draft.tokens)
    tokens[at:at] = [Token(word, " ", CHANGED) for word in new]
    if tokens[at - 1].gap == "":
        return None
    return altered(with_tokens(draft, tokens))


def swaps(draft: Draft, shop: Workshop, *, low: int = 1, high: int = 1, edge: int = 3) -> Draft | None:
    """One or more words in a row replaced by as many, or one fewer or more, other words."""
    recording = shop.recordings[draft.home]
    width = shop.chance.randint(low, high)
    free = spots(draft, width, margin=edge)
    if not free:
        return None
    at = shop.chance.choice(free)
    first = draft.tokens[at].word
    if any(recording.boundary(first + step) != 0 for step in range(-1, width)):
        return None
    count = max(1, width + shop.chance.choice([0, 0, 0, 1, -1]) if width > 1 else 1)
    new = [shop.chance.choice(shop.common) for _ in range(count)]
    old = [token.text for token in draft.tokens[at - 1 : at + width + 1]]
    if {fold_word(word) for word in new} & {fold_word(word) for word in old}:
        return None
    if any(is_only_form(one, other) for one in old for other in new):
        return None
    tokens = list(draft.tokens)
    gap = tokens[at + width - 1].gap
    tokens[at : at + width] = [Token(word, " ", CHANGED) for word in new]
    tokens[at + len(new) - 1] = tokens[at + len(new) - 1]._replace(gap=gap)
    return altered(with_doubts(with_tokens(draft, tokens), recording, first, first + width))


def changes_number(draft: Draft, shop: Workshop) -> Draft | None:
    """Another number: 25 as 35, seven as nine, million as billion."""
    chance = shop.chance
    choices = []
    for at in spots(draft, 1):
        token = draft.tokens[at]
        key = fold_word(token.text)
        if key in NUMBERS_BY_WORD and key != "one":
            others = [word for word in NUMBERS_BY_WORD if word not in {key, "one"}]
            choices.append((at, chance.choice(others)))
        elif key in _LARGE:
            choices.append((at, chance.choice([word for word in _LARGE if word != key])))
        elif re.fullmatch(r"\d+(?:,\d{3})*(?:\.\d+)?", token.text):
            digits = [place for place, sign in enumerate(token.text) if sign.isdigit()]
            place = chance.choice(digits)
            figures = [one for one in "123456789" if one != token.text[place]]
            choices.append((at, token.text[:place] + chance.choice(figures) + token.text[place + 1 :]))
    if not choices:
        return None
    at, new = chance.choice(choices)
    if draft.tokens[at].text[0].isupper() and new[0].isalpha():
        new = new.capitalize()
    tokens = list(draft.tokens)
    tokens[at] = tokens[at]._replace(text=new, word=CHANGED)
    return flagged(altered(with_tokens(draft, tokens)), "number_changed")


def drops_not(draft: Draft, shop: Workshop) -> Draft | None:
    """A `not`, `n't`, `never` or `no` left out."""
    choices = []
    for at in spots(draft, 1):
        text = draft.tokens[at].text
        key = fold_word(text)
        if key in {"not", "never"} and not _could_slide(draft, at, 1):
            choices.append((at, ""))
        match = re.fullmatch(
            r"(is|are|was|were|did|does|do|has|have|had|would|could|should)n['’]t", text, re.I
        )
        if match:
            choices.append((at, match.group(1)))
        if key in {"cant", "can't"}:
            choices.append((at, "can"))
        if key in {"wont", "won't"}:
            choices.append((at, "will"))
    if not choices:
        return None
    at, new = shop.chance.choice(choices)
    tokens = list(draft.tokens)
    if new:
        tokens[at] = tokens[at]._replace(text=new, word=CHANGED)
    else:
        del tokens[at]
    return flagged(altered(with_tokens(draft, tokens)), "negation_changed")


def inserts_not(draft: Draft, shop: Workshop) -> Draft | None:
    """A `not`, `n't` or `never` put in."""
    choices = []
    for at in spots(draft, 1):
        key, following = fold_word(draft.tokens[at].text), fold_word(draft.tokens[at + 1].text)
        if key in _TAKES_NOT and draft.tokens[at].gap == " " and following not in NEGATIONS | {"nt"}:
            choices.append(at)
    if not choices:
        return None
    at = shop.chance.choice(choices)
    tokens = list(draft.tokens)
    key = fold_word(tokens[at].text)
    if key not in {"will"} and shop.chance.random() < 0.35:
        tokens[at] = tokens[at]._replace(text=tokens[at].text + "n't", word=CHANGED)
    else:
        tokens.insert(at + 1, Token(shop.chance.choice(["not", "not", "never"]), " ", CHANGED))
    return flagged(altered(with_tokens(draft, tokens)), "negation_changed")


def swaps_short(draft: Draft, shop: Workshop) -> Draft | None:
    """One word of a short quote swapped, which may leave too little to be found."""
    return swaps(draft, shop, edge=1)


def _could_slide(draft: Draft, at: int, width: int) -> bool:
    """Whether leaving out other words would have given the same quote."""
    tokens = draft.tokens
    before, after = fold_word(tokens[at - 1].text), fold_word(tokens[at + width].text)
    return before == fold_word(tokens[at + width - 1].text) or after == fold_word(tokens[at].text)


def is_ordinary(word: str) -> bool:
    """Whether a word may be put in or swapped in: no number, negation, filler or part of a contraction."""
    key = fold_word(word)
    return (
        word.isascii()
        and word.isalpha()
        and word.islower()
        and len(word) > 3
        and not is_number(key)
        and key not in FILLERS
        and not re.search(r"nt$|gonna|wanna|gotta", key)
        and len(quote_words(word)) == 1
    )
