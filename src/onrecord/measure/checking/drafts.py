"""A quote in the making: the words cut from a transcript, what was done to them, and what is true of it by then."""

import random
import re
from itertools import pairwise
from typing import NamedTuple

import msgspec

from onrecord.findings import Flag, Verdict, worst
from onrecord.measure.checking.recordings import ENDS, UNSURE, WITHIN, Recording
from onrecord.measure.checking.sequences import Sequences
from onrecord.words import fold_word, words

CHANGED = -1  # the `word` of a token that does not stand in the transcript as it stands here
_ELLIPSIS = re.compile(r"\.\s?\.|…")
_UNFIT = re.compile(r"[\[\]|@#_*~<>{}\\]|https?:|--\s*--|\b[A-Z]{3,}:")
# CONTRACT's words that matter, and words like them of which nobody could say whether they count.
_MATTER = frozenset("not no never without only unless until if but".split())
_MATTER_MAYBE = frozenset(
    "cannot nothing nobody none neither nor nowhere hardly barely scarcely except however although though rather"
    " instead refuse deny dont till whether may might aint".split()
)
NEGATIONS = frozenset("not never no without cannot".split())


class Token(NamedTuple):
    """One word of the quote as printed, what follows it, and the number of the transcript's word that it is."""

    text: str
    gap: str
    word: int


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A quote so far. `first` and `last` are the half-open range of the transcript's words that it was cut from.

    `unsure` are flags of which nobody could say whether they hold; `kept` are the ranges of words between marks.
    """

    home: int
    first: int
    last: int
    tokens: tuple[Token, ...]
    lead: str = ""
    verdict: Verdict = "verbatim"
    flags: frozenset[Flag] = frozenset()
    unsure: frozenset[Flag] = frozenset()
    dropped: tuple[tuple[int, int], ...] = ()
    transcription: bool = False
    wording: bool = False
    marked_start: bool = False
    marked_end: bool = False
    bare_end: bool = False
    kept: tuple[tuple[int, int], ...] = ()  # of a splice: the ranges that were joined
    aside_words: int = 0  # words of the transcript that marked gaps and joints took out
    speaker: str | None = None

    @property
    def text(self) -> str:
        """The quote as it would be printed."""
        return self.lead + "".join(token.text + token.gap for token in self.tokens)


class Workshop(msgspec.Struct, kw_only=True):
    """What every edit is handed: chance, the transcripts that may be searched, and where words stand in them."""

    chance: random.Random
    recordings: list[Recording]
    weights: list[int]  # running totals of words, to choose a transcript by its length
    sequences: Sequences
    numbers: dict[str, int]
    common: list[str]  # ordinary words to insert and to swap in, as printed


def cut(
    shop: Workshop,
    *,
    low: int,
    high: int,
    where: str = "any",
    ellipses: bool = False,
    home: int | None = None,
) -> Draft | None:
    """A random stretch of `low` to `high` words; `where`: any, within, whole, over, lines, turns."""
    chance = shop.chance
    if home is None:
        home = chance.choices(range(len(shop.recordings)), cum_weights=shop.weights)[0]
    recording = shop.recordings[home]
    total = len(recording.keys)
    if total - recording.first < low + 2:
        return None
    first = chance.randrange(recording.first, total - low)
    if where == "whole":
        first = _sentence_start(recording, first)
    last = first + chance.randint(low, high)
    if where == "whole":
        last = _sentence_end(recording, last)
    if last > total or last - first > max(high, 12) + 8 or last - first < low:
        return None
    return fits(recording, home, first, last, chance, where=where, ellipses=ellipses)


def fits(
    recording: Recording,
    home: int,
    first: int,
    last: int,
    chance: random.Random,
    *,
    where: str = "any",
    ellipses: bool = False,
) -> Draft | None:
    """The draft of a stretch of words, where it is such that a person could say all that is true of it."""
    begin, end = int(recording.starts[first]), int(recording.ends[last - 1])
    spoken = recording.spoken[begin:end]
    if _UNFIT.search(spoken) or (
        not ellipses and _ELLIPSIS.search(recording.spoken[max(0, begin - 6) : end + 6])
    ):
        return None
    bounds = {recording.boundary(at) for at in range(first, last - 1)}
    turns = recording.turn(first) is not recording.turn(last - 1)
    if turns != (where == "turns"):
        return None
    if where == "within" and bounds - {WITHIN}:
        return None
    if where == "over" and ENDS not in bounds:
        return None
    if where == "lines" and "\n" not in spoken:
        return None
    tokens = []
    for at in range(first, last):
        gap = re.sub(r"\s+", " ", recording.between(at)) if at < last - 1 else ""
        tokens.append(Token(recording.word(at), gap or ("" if at == last - 1 else gap), at))
    closing = recording.between(last - 1)
    bare = True
    if closing[:1] in tuple(".,;:!?") and chance.random() < 0.5 and not _ELLIPSIS.match(closing):
        tokens[-1] = tokens[-1]._replace(gap=closing[0])
        bare = False
    return Draft(home=home, first=first, last=last, tokens=tuple(tokens), bare_end=bare)


def spots(draft: Draft, width: int, *, margin: int = 3) -> list[int]:
    """Where `width` tokens in a row are untouched, and `margin` on both sides of them are too."""
    tokens = draft.tokens
    found = []
    for at in range(margin, len(tokens) - width - margin + 1):
        near = tokens[at - margin : at + width + margin]
        if all(one.word != CHANGED and (one.word + 1 == after.word) for one, after in pairwise(near)) and (
            near[-1].word != CHANGED
        ):
            found.append(at)
    return found


def altered(draft: Draft, *, transcription: bool = False) -> Draft:
    """The draft as at least altered."""
    return msgspec.structs.replace(
        draft,
        verdict=worst([draft.verdict, "altered"]),
        transcription=draft.transcription or transcription,
        wording=draft.wording or not transcription,
    )


def edited(draft: Draft) -> Draft:
    """The draft as at least edited."""
    return msgspec.structs.replace(draft, verdict=worst([draft.verdict, "edited"]))


def flagged(draft: Draft, *flags: Flag) -> Draft:
    """The draft with more flags."""
    return msgspec.structs.replace(draft, flags=draft.flags | set(flags))


def unsure(draft: Draft, *flags: Flag) -> Draft:
    """The draft with flags of which nobody could say."""
    return msgspec.structs.replace(draft, unsure=draft.unsure | set(flags))


def with_tokens(draft: Draft, tokens: list[Token]) -> Draft:
    """The draft with other tokens."""
    return msgspec.structs.replace(draft, tokens=tuple(tokens))


def matters(recording: Recording, first: int, last: int) -> bool | None:
    """Whether a stretch of the transcript holds a word that matters; None where nobody could say."""
    doubt = False
    for at in range(max(first, 0), min(last, len(recording.keys))):
        printed = recording.word(at)
        key = fold_word(printed)
        if key in _MATTER or re.search(r"n['’‘ʼ]t$", printed, re.IGNORECASE):
            return True
        doubt = doubt or key in _MATTER_MAYBE
    return None if doubt else False


def is_number(key: str) -> bool:
    """Whether a folded word is a figure, or stands for a number."""
    return key[:1].isdigit() or key in NUMBER_WORDS


NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands"
    " million millions billion billions trillion dozen half third quarter first second once twice double percent"
    " point $ % £ € & + ° §".split()
)


def with_matter(draft: Draft, recording: Recording, first: int, last: int, flag: Flag) -> Draft:
    """The draft with `flag` where a stretch holds a word that matters."""
    holds = matters(recording, first, last)
    if holds is None:
        return unsure(draft, flag)
    return flagged(draft, flag) if holds else draft


def with_doubts(draft: Draft, recording: Recording, first: int, last: int) -> Draft:
    """The draft after an unmarked change of some words: a negation or number among them leaves a doubt."""
    for at in range(first, last):
        key = fold_word(recording.word(at))
        if matters(recording, at, at + 1) is not False:
            draft = unsure(draft, "negation_changed")
        if is_number(key):
            draft = unsure(draft, "number_changed")
    return draft


def quote_words(text: str) -> list[str]:
    """The folded words of a quote."""
    return [word.key for word in words(text)]


def sentence_rest(recording: Recording, at: int, step: int) -> tuple[int, int]:
    """How many words of the sentence stand before (`step` -1) or after (1) a place: at least, and at most."""
    sure = 0
    while abs(sure) < 400:
        kind = recording.boundary(at - 1 + sure)
        if kind == ENDS:
            return abs(sure), abs(sure)
        if kind == UNSURE:
            break
        sure += step
    most = sure
    while abs(most) < 400 and recording.boundary(at - 1 + most) != ENDS:
        most += step
    return abs(sure), abs(most)


def _sentence_start(recording: Recording, at: int) -> int:
    for step in range(60):
        if at - step <= recording.first or recording.boundary(at - step - 1) == ENDS:
            return at - step
    return at


def _sentence_end(recording: Recording, at: int) -> int:
    for last in range(at, min(at + 40, len(recording.keys))):
        if recording.boundary(last - 1) == ENDS:
            return last
    return len(recording.keys) + 1
