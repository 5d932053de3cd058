"""The ways in which newspapers print one utterance: whole, in part, edited with marks, mistyped, put down otherwise.

A way takes the utterance's words as they are parted by spaces and gives the text between a printing's quotation
marks, and the `base`: the words of the utterance that it was made from, before they were changed.
"""

import random
import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from onrecord.measure.checking.wordforms import NUMBERS_BY_WORD
from onrecord.words import fold_word

SHORTEST = 3  # words of a fragment

_SHORT = {
    "do not": "don't", "does not": "doesn't", "did not": "didn't", "is not": "isn't", "are not": "aren't",
    "was not": "wasn't", "would not": "wouldn't", "could not": "couldn't", "have not": "haven't", "will not": "won't",
    "cannot": "can't", "I am": "I'm", "you are": "you're", "we are": "we're", "they are": "they're", "I have": "I've",
    "we have": "we've", "I will": "I'll", "we will": "we'll", "they will": "they'll", "going to": "gonna",
    "it is": "it's", "that is": "that's", "there is": "there's",
}  # fmt: skip
_FULL = {short: full for full, short in _SHORT.items()}
_FORMS = {**_SHORT, **_FULL, **NUMBERS_BY_WORD, **{figure: word for word, figure in NUMBERS_BY_WORD.items()}}
_FORM = re.compile(
    rf"(?<![\w'’.,$-])(?:{'|'.join(map(re.escape, sorted(_FORMS, key=len, reverse=True)))})(?![\w'’%-]|[.,]\d)"
)
_FILLER = re.compile(r"(?:,? (?:uh|um|er)\b,?|, (?:you know|I mean),)(?= )", re.IGNORECASE)
_FILLERS = ("uh,", "um,", "you know,", "I mean,")
_PRONOUNS = {
    "he": ("the president", "Mr. Arden", "the governor"), "she": ("the senator", "Ms. Arden", "the secretary"),
    "they": ("the voters", "Republicans", "Democrats", "the Russians"), "it": ("the deal", "the law", "the campaign"),
    "we": ("the United States", "the party"), "them": ("the refugees", "the allies"), "him": ("the president",),
    "this": ("the agreement",), "that": ("the bill",), "here": ("in Washington", "in Iowa"),
}  # fmt: skip
_ELLIPSES = ("...", "…", ". . .", "[...]", "[…]")
_SWAPS = {
    "big": "large", "great": "good", "said": "told", "says": "tells", "very": "really", "really": "very",
    "people": "folks", "folks": "people", "country": "nation", "nation": "country", "because": "since", "get": "have",
    "got": "had", "want": "need", "think": "believe", "believe": "think", "but": "and", "a": "the", "the": "a",
    "this": "that", "that": "this", "will": "would", "can": "could", "going": "about", "make": "build", "many": "most",
    "never": "not", "work": "works", "have": "had", "is": "was", "are": "were", "to": "for", "in": "on", "of": "for",
}  # fmt: skip
_STOP_WORDS = frozenset(
    "a about all also am an and any are as at be been but by can could did do does doing don't for from get go going"
    " got had has have he her here him his how i i'm if in into is it it's its just know like me more my no not now"
    " of on one or our out say she so some than that that's the their them then there they thing things think this"
    " to up us very want was way we we're well were what when where which who will with would you you're your"
    " because really people said lot right okay yes well good".split()
)


class Printed(NamedTuple):
    """What stands between the marks, and the utterance's words that it was made from."""

    text: str
    base: str


Chance: TypeAlias = random.Random
Way: TypeAlias = Callable[[list[str], Chance], Printed | None]


def is_telling(keys: tuple[str, ...]) -> bool:
    """Whether a run of words holds more than the words that everybody uses all the time."""
    return any(key not in _STOP_WORDS for key in keys)


def whole(chunks: list[str], chance: Chance) -> Printed:
    """All of it; as in print, the last stop is a comma where the sentence goes on."""
    text = " ".join(chunks)
    if text.endswith(".") and chance.random() < 0.5:
        text = text[:-1] + ","
    return Printed(text, " ".join(chunks))


def typography(chunks: list[str], chance: Chance) -> Printed:
    """All of it in another house's type: apostrophes, dashes, capitals, a space too many."""
    base = " ".join(chunks)
    text = base.translate(str.maketrans("'", "’")) if "'" in base else base.replace("’", "'")
    text = re.sub(r" ?(?:--|—|–) ?", chance.choice([" – ", "—", " - ", " -- "]), text)
    if chance.random() < 0.3:
        text = text[0].swapcase() + text[1:]
    if chance.random() < 0.2:
        text = text.replace(" ", "  ", 1)
    return Printed(text, base)


def fragment(chunks: list[str], chance: Chance) -> Printed | None:
    """A run of three words to half of it, as in a sentence that is the article's own for the rest."""
    most = len(chunks) // 2
    if most < SHORTEST:
        return None
    high = min(most, 6) if chance.random() < 0.5 else most
    return _run(chunks, chance, low=SHORTEST, high=high)


def trimmed(chunks: list[str], chance: Chance) -> Printed | None:
    """Nearly all: some words cut at the start or the end, and nothing marks it."""
    if len(chunks) < 8:
        return None
    return _run(chunks, chance, low=len(chunks) * 2 // 3, high=len(chunks) - 1)


def first_half(chunks: list[str], chance: Chance) -> Printed | None:
    """What stands before the article puts in who said it."""
    if len(chunks) < 10:
        return None
    middle = len(chunks) // 2 + chance.randint(-1, 1)
    return _cut(chunks, 0, middle)


def second_half(chunks: list[str], chance: Chance) -> Printed | None:
    """What stands after the article put in who said it."""
    if len(chunks) < 10:
        return None
    middle = len(chunks) // 2 + chance.randint(-1, 1)
    return _cut(chunks, middle, len(chunks))


def bracket(chunks: list[str], chance: Chance) -> Printed | None:
    """A pronoun told in square brackets, or a word put in."""
    places = [at for at, chunk in enumerate(chunks) if fold_word(chunk.strip(".,;:?!")) in _PRONOUNS]
    if not places:
        return None
    at = chance.choice(places)
    bare = chunks[at].rstrip(".,;:?!")
    told = chance.choice(_PRONOUNS[fold_word(bare)])
    new = (
        f"[{told}]{chunks[at][len(bare) :]}"
        if chance.random() < 0.7
        else f"{bare} [{told}]{chunks[at][len(bare) :]}"
    )
    return Printed(" ".join([*chunks[:at], new, *chunks[at + 1 :]]), " ".join(chunks))


def ellipsis(chunks: list[str], chance: Chance) -> Printed | None:
    """Words from the middle left out, with a mark."""
    if len(chunks) < 12:
        return None
    width = chance.randint(2, len(chunks) // 3)
    at = chance.randint(4, len(chunks) - width - 4)
    before, after = " ".join(chunks[:at]).rstrip(","), " ".join(chunks[at + width :])
    return Printed(f"{before} {chance.choice(_ELLIPSES)} {after}", f"{before} {after}")


def bracket_and_ellipsis(chunks: list[str], chance: Chance) -> Printed | None:
    """Two edits in one."""
    first = ellipsis(chunks, chance)
    second = bracket(first.text.split(), chance) if first else None
    return Printed(second.text, first.base) if first and second else None


def mistyped(chunks: list[str], chance: Chance) -> Printed | None:
    """One or two slips of the hand: letters swapped, lost or doubled, a word lost or doubled."""
    if len(chunks) < 6:
        return None
    made = list(chunks)
    for _ in range(1 if len(chunks) < 15 else chance.randint(1, 2)):
        at = chance.randrange(1, len(made) - 1)
        made[at] = _slip(made[at], chance)
    return Printed(" ".join(word for word in made if word), " ".join(chunks))


def transcription(chunks: list[str], chance: Chance) -> Printed | None:
    """Another hand's record of the same sounds: contractions, figures, fillers."""
    base = " ".join(chunks)
    text, count = base, 0
    for match in sorted(_FORM.finditer(base), key=_start, reverse=True):
        if chance.random() < 0.6:
            text = text[: match.start()] + _FORMS[match.group()] + text[match.end() :]
            count += 1
    if _FILLER.search(text):
        text, count = _FILLER.sub("", text), count + 1
    elif chance.random() < 0.3 and len(chunks) >= 8:
        parts = text.split()
        parts.insert(chance.randrange(1, len(parts) - 1), chance.choice(_FILLERS))
        text, count = " ".join(parts), count + 1
    return Printed(text, base) if count else None


def reworded(chunks: list[str], chance: Chance) -> Printed | None:
    """A word or two exchanged or lost, and nothing marks it."""
    places = [at for at, chunk in enumerate(chunks[1:-1], start=1) if chunk.lower() in _SWAPS]
    if len(chunks) < 10 or not places:
        return None
    made = list(chunks)
    for at in chance.sample(places, min(len(places), chance.randint(1, 2))):
        made[at] = "" if chance.random() < 0.3 else _SWAPS[chunks[at].lower()]
    return Printed(" ".join(word for word in made if word), " ".join(chunks))


def fragment_edited(chunks: list[str], chance: Chance) -> Printed | None:
    """A part that is edited or mistyped as well."""
    if len(chunks) < 16:
        return None
    part = _run(chunks, chance, low=8, high=len(chunks) // 2)
    way = chance.choice([bracket, mistyped, transcription])
    made = way(part.text.split(), chance)
    return Printed(made.text, part.base) if made else None


# Shares in a hundred: by judgement, not counted. Every way must be frequent enough to be measured by itself.
WAYS: dict[str, tuple[Way, int]] = {
    "whole": (whole, 26),
    "typography": (typography, 8),
    "fragment": (fragment, 20),
    "trimmed": (trimmed, 8),
    "first_half": (first_half, 6),
    "second_half": (second_half, 6),
    "bracket": (bracket, 5),
    "ellipsis": (ellipsis, 5),
    "bracket_and_ellipsis": (bracket_and_ellipsis, 2),
    "mistyped": (mistyped, 4),
    "transcription": (transcription, 4),
    "reworded": (reworded, 3),
    "fragment_edited": (fragment_edited, 3),
}


def _run(chunks: list[str], chance: Chance, *, low: int, high: int) -> Printed:
    width = chance.randint(low, high)
    start = chance.randint(0, len(chunks) - width)
    return _cut(chunks, start, start + width)


def _cut(chunks: list[str], start: int, end: int) -> Printed:
    text = " ".join(chunks[start:end]).rstrip(",;:-— ")
    return Printed(text, text)


def _slip(word: str, chance: Chance) -> str:
    kind = chance.random()
    if kind < 0.12:
        return ""
    if kind < 0.24 or len(word) < 4:
        return f"{word} {word}"
    at = chance.randrange(1, len(word) - 2)
    if kind < 0.5:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind < 0.75:
        return word[:at] + word[at + 1 :]
    return word[:at] + word[at] + word[at:]


def _start(match: re.Match[str]) -> int:
    return match.start()
