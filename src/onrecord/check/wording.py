"""Whether two runs of words say the same, and how they differ: fillers, contractions, numbers, spelling or wording.

All words are folded keys of `onrecord.words`. A *unit* is what two transcriptions of the same speech share:
"don't" and "do not" are the same two units, "twenty-five" and "25" the same one. Units serve to find and to align;
that two units are equal does not mean that the words say the same ("has" and "is" are both "'s"):
`difference_class` decides that.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.check.numbers import BEGINNERS, read_number
from onrecord.check.numbers import numbers_in as numbers_in
from onrecord.check.tables import fillers
from onrecord.check.tables.abbreviations import ABBREVIATIONS
from onrecord.check.tables.contractions import (
    ADVERBS,
    AFTER_NOUN_IS,
    AFTER_OWN_HAD,
    CONTRACTIONS,
    NOT_POSSESSIVE,
    PARTICIPLES,
    SHORTENED,
)
from onrecord.check.tables.matter import MATTER
from onrecord.check.tables.spellings import COMPOUNDS, SPELLINGS
from onrecord.findings import DifferenceClass
from onrecord.words import fold_word


class Canon(NamedTuple):
    """A unit, and the half-open range of words that it stands for; units of one contraction share a range."""

    key: str
    start: int
    end: int


def _folded(table: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {fold_word(short): tuple(map(_plain, full.split())) for short, full in table.items()}


def _plain(word: str) -> str:
    """The unit of one word that is no contraction."""
    word = word if word == "'d" else fold_word(word)
    word = _SAME.get(word, word)
    return SHORTENED.get(word, word)


_SAME: dict[str, str] = {
    fold_word(word): fold_word(same) for word, same in (SPELLINGS | ABBREVIATIONS | fillers.SOUNDS).items()
}
_CONTRACTED = _folded(CONTRACTIONS | {"cause": "because"})
_COMPOUNDS = _folded(COMPOUNDS)
_SEVERAL = _COMPOUNDS | _CONTRACTED
# Words that are another word without their apostrophe, not another spelling of it.
_OTHER_WORD = frozenset("were ill shell hell well shed wed id cant".split())


@lru_cache(maxsize=1 << 16)
def _entry(word: str) -> tuple[int, tuple[str, ...]]:
    """What a word may begin (0: nothing, only itself), and its own units."""
    if word in BEGINNERS or (word[:1] in "0123456789" and word):
        return 1, (word,)
    if word == "per":
        return 2, (word,)
    if word in _SEVERAL:
        return 0, _SEVERAL[word]
    if word.endswith("'s") and len(word) > 2:
        return 0, (_plain(word[:-2]), "'s")
    return 0, (_SAME.get(word) or SHORTENED.get(word, word),)


def canonical(words: Sequence[str], *, numbers: bool = True, offset: int = 0) -> list[Canon]:
    """The units of some words, in order. Every word is in the range of at least one unit. Linear.

    Without `numbers`, the words of a number stay units of their own. `offset` is added to the ranges.
    """
    units: list[Canon] = []
    position, size = 0, len(words)
    while position < size:
        kind, keys = _entry(words[position])
        end = position + 1
        if kind == 1 and numbers:
            number = read_number(words, position)
            if number is not None:
                keys, end = (number[0],), number[1]
        elif kind == 2 and end < size and words[end] == "cent":
            keys, end = ("percent",), end + 1
        for key in keys:
            units.append(Canon(key, position + offset, end + offset))
        position = end
    return units


def difference_class(
    quote: Sequence[str],
    document: Sequence[str],
    *,
    before: Sequence[str] = (),
    after: Sequence[str] = (),
    set_off: bool = False,
) -> DifferenceClass:
    """How one stretch of a quote differs from the document's: "wording" wherever it is not sure to say the same.

    `before` and `after` are some words that stand around the stretch; `set_off` says that commas, dashes or stops
    part it from them. Two empty sides are "wording".
    """
    if set_off and bool(quote) != bool(document) and tuple(quote or document) in fillers.PHRASES:
        return "filler"
    quote_left = _without_fillers(quote, before, after)
    document_left = _without_fillers(document, before, after)
    if len(quote_left) < len(quote) or len(document_left) < len(document):
        if list(quote_left) == list(document_left):
            return "filler"
        same = _same_words(quote_left, document_left, after)
        return "wording" if same is None else same
    if bool(quote) != bool(document) and _is_filler_shifted(quote or document, before, after):
        return "filler"
    return _same_words(quote, document, after) or "wording"


def matters(words: Sequence[str]) -> tuple[str, ...]:
    """The words in a run of words whose loss can turn its sense ("not", "unless", "if" ...), "don't" as "not"."""
    found: list[str] = []
    for position, word in enumerate(words):
        if word == "no" and position + 1 < len(words) and words[position + 1][:1].isdigit():
            continue  # "No. 5"
        if word in MATTER:
            found.append(word)
        elif word in _CONTRACTED:
            found.extend(part for part in _CONTRACTED[word] if part in MATTER)
    return tuple(found)


def _same_words(
    quote: Sequence[str], document: Sequence[str], after: Sequence[str]
) -> DifferenceClass | None:
    """The class of a difference between words that say the same; None where they may not."""
    if not quote or not document:
        return None
    if _apart_by_apostrophe(quote, document):
        return "spelling"
    left, right = canonical(quote), canonical(document)
    if [unit.key for unit in left] != [unit.key for unit in right]:
        return None
    kind: DifferenceClass = "spelling"
    for one, other in zip(left, right, strict=True):
        said, printed = quote[one.start : one.end], document[other.start : other.end]
        if list(said) == list(printed):
            continue
        if one.key in ("'s", "'d"):
            if len(said) > 1 or len(printed) > 1:
                return None
            follow_said, follow_printed = (*quote[one.end :], *after), (*document[other.end :], *after)
            if not _may_shorten(said[0], printed[0], follow_said) or not _may_shorten(
                printed[0], said[0], follow_printed
            ):
                return None
        if one.key.startswith("n:"):
            kind = "number_form"
        elif kind == "spelling" and _is_contraction(said, printed):
            kind = "contraction"
    return kind


def _is_contraction(said: Sequence[str], printed: Sequence[str]) -> bool:
    if any(word in _CONTRACTED for word in (*said, *printed)):
        return True
    return any(word.endswith("'s") for word in said) != any(word.endswith("'s") for word in printed)


def _may_shorten(full: str, short: str, follow: Sequence[str]) -> bool:
    """Whether `short` may be the contraction of the verb `full`, by the words that follow; true of no bare verb."""
    if full not in SHORTENED:
        return True
    if short in SHORTENED:
        return False
    following = next((word for word in follow if word not in ADVERBS), "")
    if full == "has":
        return following in PARTICIPLES or (following.endswith(("ed", "en")) and len(following) > 4)
    if full == "had":
        return following != "" and following not in AFTER_OWN_HAD
    if full == "is" and short.removesuffix("'s") not in NOT_POSSESSIVE:
        return bool(follow) and (
            follow[0] in AFTER_NOUN_IS or (follow[0].endswith("ing") and len(follow[0]) > 4)
        )
    return True


def _apart_by_apostrophe(quote: Sequence[str], document: Sequence[str]) -> bool:
    """Whether nothing but apostrophes differs, and no word becomes another one by it."""
    if len(quote) != len(document):
        return False
    for said, printed in zip(quote, document, strict=True):
        if said == printed:
            continue
        if said.replace("'", "") != printed.replace("'", "") or said in _OTHER_WORD or printed in _OTHER_WORD:
            return False
    return list(quote) != list(document)


def _without_fillers(words: Sequence[str], before: Sequence[str], after: Sequence[str]) -> Sequence[str]:
    """The words less the fillers among them."""
    kept: list[str] = []
    around = [*words, *after]
    position = 0
    while position < len(words):
        previous = kept[-1] if kept else (before[-1] if before else "")
        length = _filler_at(around, position, len(words), previous)
        if length == 0:
            kept.append(words[position])
        position += length or 1
    return kept


def _filler_at(words: list[str], start: int, end: int, previous: str) -> int:
    """How many words before `end` a filler takes that begins at `start`; 0 where none does."""
    word = words[start]
    if word in fillers.SOUNDS:
        return 0 if word == "er" and previous in fillers.NO_ER_AFTER else 1
    if word == "yknow":
        return 1 if _free("you", previous, words[start + 1 : start + 3]) else 0
    if word in ("sorta", "kinda"):
        return 1 if _free("sort", previous, words[start + 1 : start + 3]) else 0
    if start + 2 > end:
        return 0
    phrase, follow = (word, words[start + 1]), words[start + 2 : start + 4]
    if phrase == ("you", "know") or phrase == ("i", "mean"):
        return 2 if _free(word, previous, follow) else 0
    if word in fillers.SORTS and phrase[1] == "of":
        return 2 if _free("sort", previous, follow) else 0
    return 0


def _free(phrase: str, previous: str, follow: list[str]) -> bool:
    """Whether "you know", "i mean" or "sort of" can go from between these words without changing the sentence."""
    first = follow[0] if follow else ""
    if phrase == "sort":
        return previous in fillers.SORT_AFTER and first != "" and first not in fillers.NO_SORT_BEFORE
    if previous in fillers.BROKEN_OFF:
        return True
    if first == "":
        return False
    if first in ("it", "that", "this") and len(follow) > 1 and follow[1] in fillers.VERBS:
        first = ""
    if phrase == "you":
        return previous not in fillers.NO_YOU_KNOW_AFTER and first not in fillers.NO_YOU_KNOW_BEFORE
    return previous not in fillers.NO_I_MEAN_AFTER and first not in fillers.NO_I_MEAN_BEFORE


def _is_filler_shifted(words: Sequence[str], before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the words are a filler once moved by one: of "you know you", "know you" may have been dropped."""
    if before and before[-1] == words[-1]:
        moved, around, follow = [before[-1], *words[:-1]], before[:-1], [words[-1], *after]
        if not _without_fillers(moved, around, follow):
            return True
    if after and after[0] == words[0]:
        moved, around, follow = [*words[1:], after[0]], [*before, words[0]], list(after[1:])
        return not _without_fillers(moved, around, follow)
    return False
