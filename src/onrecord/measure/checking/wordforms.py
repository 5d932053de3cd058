"""Differences that only the transcribers made: fillers, contractions, figures or words, spelling."""

import re

from onrecord.measure.checking.drafts import (
    CHANGED,
    Draft,
    Token,
    Workshop,
    altered,
    is_number,
    spots,
    with_tokens,
)
from onrecord.words import fold_word

FILLERS = frozenset("uh um er ah hmm mm eh oh well like".split())
_SOUNDS = frozenset("uh um er ah".split())
_PAIRS = (("you", "know"), ("i", "mean"))
_AFTER_HAS = re.compile(
    r"(?:been|had|got|gone|come|become|done|made|taken|\w+ed|\w+en|\w+wn|always|just|now|already|never)$"
)
_FULL = {
    "dont": "do not", "doesnt": "does not", "didnt": "did not", "isnt": "is not", "arent": "are not",
    "wasnt": "was not", "werent": "were not", "wouldnt": "would not", "couldnt": "could not",
    "shouldnt": "should not", "havent": "have not", "hasnt": "has not", "hadnt": "had not", "won't": "will not",
    "im": "I am", "youre": "you are", "we're": "we are", "theyre": "they are", "ive": "I have", "youve": "you have",
    "weve": "we have", "theyve": "they have", "i'll": "I will", "we'll": "we will", "theyll": "they will",
    "youll": "you will", "gonna": "going to", "wanna": "want to", "it's": "it is", "that's": "that is",
    "there's": "there is", "he's": "he is", "she's": "she is", "what's": "what is",
}  # fmt: skip
_SHORT = {
    "do not": "don't", "does not": "doesn't", "did not": "didn't", "is not": "isn't", "are not": "aren't",
    "was not": "wasn't", "would not": "wouldn't", "could not": "couldn't", "should not": "shouldn't",
    "have not": "haven't", "has not": "hasn't", "will not": "won't", "i am": "I'm", "you are": "you're",
    "we are": "we're", "they are": "they're", "i have": "I've", "we have": "we've", "i will": "I'll",
    "we will": "we'll", "they will": "they'll", "going to": "gonna", "want to": "wanna", "it is": "it's",
    "that is": "that's",
}  # fmt: skip
NUMBERS_BY_WORD = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40",
    "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
}  # fmt: skip
_BY_FIGURE = {figure: word for word, figure in NUMBERS_BY_WORD.items()}
_BRITISH = {
    "color": "colour", "colors": "colours", "labor": "labour", "favor": "favour", "favorite": "favourite",
    "honor": "honour", "honored": "honoured", "neighbor": "neighbour", "neighbors": "neighbours",
    "neighborhood": "neighbourhood", "neighborhoods": "neighbourhoods", "behavior": "behaviour", "harbor": "harbour",
    "center": "centre", "centers": "centres", "theater": "theatre", "defense": "defence", "offense": "offence",
    "organize": "organise", "organized": "organised", "organization": "organisation",
    "organizations": "organisations", "realize": "realise", "realized": "realised", "recognize": "recognise",
    "recognized": "recognised", "apologize": "apologise", "criticize": "criticise", "criticized": "criticised",
    "traveled": "travelled", "traveling": "travelling", "canceled": "cancelled", "gray": "grey", "catalog": "catalogue",
    "license": "licence", "analyze": "analyse", "paralyzed": "paralysed", "emphasize": "emphasise",
    "rumors": "rumours", "humor": "humour", "endeavor": "endeavour", "fulfill": "fulfil", "jewelry": "jewellery",
}  # fmt: skip
_AMERICAN = {british: american for american, british in _BRITISH.items()}


def is_only_form(one: str, other: str) -> bool:
    """Whether two words differ as transcribers differ."""
    one, other = fold_word(one), fold_word(other)
    return (
        _BRITISH.get(one) == other
        or _AMERICAN.get(one) == other
        or NUMBERS_BY_WORD.get(one) == other
        or _BY_FIGURE.get(one) == other
        or _FULL.get(one) == other
    )


def adds_filler(draft: Draft, shop: Workshop) -> Draft | None:
    """`uh` or `you know` put in."""
    keys = _keys(draft)
    free = [at for at in spots(draft, 0) if draft.tokens[at - 1].gap == " " and not _near_filler(keys, at)]
    if not free:
        return None
    at = shop.chance.choice(free)
    tokens = list(draft.tokens)
    new = shop.chance.choice(["uh", "um", "er", "you know", "I mean"])
    tokens[at - 1] = tokens[at - 1]._replace(gap=", ")
    parts = new.split()
    tokens[at:at] = [Token(part, ", " if part is parts[-1] else " ", CHANGED) for part in parts]
    return altered(with_tokens(draft, tokens), transcription=True)


def drops_filler(draft: Draft, shop: Workshop) -> Draft | None:
    """`uh`, or a `you know` between commas, left out."""
    keys = _keys(draft)
    choices = []
    for at in spots(draft, 1, margin=2):
        if keys[at] in _SOUNDS and keys[at - 1] != keys[at] != keys[at + 1]:
            choices.append((at, 1))
    for at in spots(draft, 2, margin=2):
        set_off = draft.tokens[at - 1].gap[:1] in {",", "-", "–", "—"} and draft.tokens[at + 1].gap[:1] == ","
        if (keys[at], keys[at + 1]) in _PAIRS and set_off:
            choices.append((at, 2))
    if not choices:
        return None
    at, width = shop.chance.choice(choices)
    if keys[at - 1] == keys[at + width - 1] or keys[at + width] == keys[at]:
        return None
    tokens = list(draft.tokens)
    tokens[at - 1] = tokens[at - 1]._replace(gap=shop.chance.choice([" ", ", "]))
    del tokens[at : at + width]
    return altered(with_tokens(draft, tokens), transcription=True)


def undoes_contraction(draft: Draft, shop: Workshop) -> Draft | None:
    """`don't` as `do not`."""
    keys = _keys(draft)
    choices = []
    for at in spots(draft, 1, margin=2):
        key = keys[at]
        if key not in _FULL or (
            "'" not in draft.tokens[at].text.replace("’", "'") and key not in {"gonna", "wanna"}
        ):
            continue
        if key.endswith("'s") and (_AFTER_HAS.match(keys[at + 1]) or draft.tokens[at].gap != " "):
            continue
        choices.append(at)
    if not choices:
        return None
    at = shop.chance.choice(choices)
    tokens = list(draft.tokens)
    full = _FULL[keys[at]].split()
    if tokens[at].text[0].isupper():
        full[0] = full[0][0].upper() + full[0][1:]
    tokens[at : at + 1] = [Token(full[0], " ", CHANGED), Token(full[1], tokens[at].gap, CHANGED)]
    return altered(with_tokens(draft, tokens), transcription=True)


def makes_contraction(draft: Draft, shop: Workshop) -> Draft | None:
    """`do not` as `don't`."""
    keys = _keys(draft)
    choices = []
    for at in spots(draft, 2, margin=2):
        pair = f"{keys[at]} {keys[at + 1]}"
        if pair in _SHORT and draft.tokens[at].gap == " ":
            choices.append(at)
    if not choices:
        return None
    at = shop.chance.choice(choices)
    short = _SHORT[f"{keys[at]} {keys[at + 1]}"]
    if draft.tokens[at].text[0].isupper():
        short = short[0].upper() + short[1:]
    tokens = list(draft.tokens)
    tokens[at : at + 2] = [Token(short, tokens[at + 1].gap, CHANGED)]
    return altered(with_tokens(draft, tokens), transcription=True)


def turns_number(draft: Draft, shop: Workshop) -> Draft | None:
    """`seven` as 7, and 7 as `seven`."""
    keys = _keys(draft)
    choices = []
    for at in spots(draft, 1, margin=2):
        alone = not is_number(keys[at - 1]) and not is_number(keys[at + 1])
        spaced = draft.tokens[at].gap[:1] != "-" and draft.tokens[at - 1].gap[-1:] == " "
        if alone and spaced and (keys[at] in NUMBERS_BY_WORD or draft.tokens[at].text in _BY_FIGURE):
            choices.append(at)
    if not choices:
        return None
    at = shop.chance.choice(choices)
    new = NUMBERS_BY_WORD.get(keys[at]) or _BY_FIGURE[keys[at]]
    tokens = list(draft.tokens)
    tokens[at] = tokens[at]._replace(text=new, word=CHANGED)
    return altered(with_tokens(draft, tokens), transcription=True)


def turns_spelling(draft: Draft, shop: Workshop) -> Draft | None:
    """`labor` as `labour`, and back."""
    keys = _keys(draft)
    free = [at for at in spots(draft, 1, margin=2) if keys[at] in _BRITISH or keys[at] in _AMERICAN]
    if not free:
        return None
    at = shop.chance.choice(free)
    new = _BRITISH.get(keys[at]) or _AMERICAN[keys[at]]
    tokens = list(draft.tokens)
    if tokens[at].text[0].isupper():
        new = new.capitalize()
    tokens[at] = tokens[at]._replace(text=new, word=CHANGED)
    return altered(with_tokens(draft, tokens), transcription=True)


def _keys(draft: Draft) -> list[str]:
    return [fold_word(token.text) for token in draft.tokens]


def _near_filler(keys: list[str], at: int) -> bool:
    near = keys[max(0, at - 2) : at + 2]
    return bool(set(near) & (FILLERS | {"know", "mean", "you"}))
