"""Which predicted text goes with which gold one, and where its words stand in that.

Texts are laid beside each other by their characters that are no white space. Quotation marks of a kind are one (a
double mark is two single ones), a row of dashes is one, an ellipsis is three stops, what the Penn Treebank writes for
brackets is what it stands for, and characters that cannot be shown are one: tools write these as they can. So
predictions on tokens are measured on the text that the gold has.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.formats.annotated import AnnotatedText, Attribution
from onrecord.model import Span

_TREEBANK = re.compile(r"-(?:LRB|RRB|LSB|RSB|LCB|RCB)-|\\[/*]")
_UNIT = re.compile(rf"{_TREEBANK.pattern}|\S")
_PRINTED = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_PRINTED |= {"\\/": "/", "\\*": "*"}
_ALIKE = (
    dict.fromkeys('"＂“”„‟«»', "''")
    | dict.fromkeys("‘’‚‛`‹›", "'")
    | dict.fromkeys("‐‑–—−", "-")
    | {"…": "..."}
)
# Controls, their pictures, directions and halves of pairs: what `formats.visible` and other tools replace.
_UNSHOWN = (
    *range(0x20),
    *range(0x7F, 0xA0),
    *range(0x2400, 0x2422),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
)
_ALIKE |= {chr(code): "\ufffd" for code in (*_UNSHOWN, *range(0xD800, 0xE000)) if not chr(code).isspace()}
_TABLE = str.maketrans(_ALIKE)
_DASHES = re.compile("-+")
_SHOWN = 30


class Solid(msgspec.Struct, frozen=True):
    """A text without its white space: its characters made alike, and where each of them stands in it.

    Several may stand for one character of the text, or one for several; places rise, and may be the same.
    """

    letters: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


class Pairing(msgspec.Struct, frozen=True, kw_only=True):
    """Gold texts, each with the predicted attributions in its own positions.

    `missing` are the ids of gold texts that have no prediction, `others` those of predicted texts that are no gold's
    words, and `apart` says of those that share a gold's id where their words part from it.
    """

    gold: tuple[AnnotatedText, ...]
    predicted: tuple[tuple[Attribution, ...], ...]
    missing: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


def pair_texts(gold: Sequence[AnnotatedText], predicted: Sequence[AnnotatedText]) -> Pairing:
    """Pair texts that have the same words; of several such, those of the same id first. Linear in the texts."""
    waiting: dict[str, list[AnnotatedText]] = defaultdict(list)
    for text in predicted:
        waiting[letters_of(text.text)].append(text)
    paired: list[tuple[Attribution, ...]] = []
    missing: list[str] = []
    lacking: dict[str, AnnotatedText] = {}
    for known in gold:
        candidates = waiting.get(letters_of(known.text))
        if not candidates:
            paired.append(())
            missing.append(known.id)
            lacking[known.id] = known
            continue
        same = [place for place, text in enumerate(candidates) if text.id == known.id]
        paired.append(_moved(candidates.pop(same[0] if same else 0), known.text))
    left = [text for texts in waiting.values() for text in texts]
    return Pairing(
        gold=tuple(gold),
        predicted=tuple(paired),
        missing=tuple(missing),
        others=tuple(text.id for text in left),
        apart=tuple(_apart(lacking[text.id], text) for text in left if text.id in lacking),
    )


def letters_of(text: str) -> str:
    """The text's characters that are no white space, made alike."""
    printed = _TREEBANK.sub(_as_printed, text).translate(_TABLE)
    return _DASHES.sub("-", "".join(printed.split()))


def solid(text: str) -> Solid:
    """The same with places: `letters` are those of `letters_of`."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for unit in _UNIT.finditer(text):
        for letter in _PRINTED.get(unit[0], unit[0]).translate(_TABLE):
            if letter == "-" and letters and letters[-1] == "-":
                ends[-1] = unit.end()
                continue
            letters.append(letter)
            starts.append(unit.start())
            ends.append(unit.end())
    return Solid("".join(letters), tuple(starts), tuple(ends))


def _as_printed(found: re.Match[str]) -> str:
    return _PRINTED[found[0]]


def moved_span(span: Span, here: Solid, there: Solid) -> Span | None:
    """Where a span of one text stands in another that has the same characters; None where it holds none of them."""
    first, last = bisect_right(here.ends, span[0]), bisect_left(here.starts, span[1]) - 1
    return (there.starts[first], there.ends[last]) if first <= last else None


def _moved(guess: AnnotatedText, text: str) -> tuple[Attribution, ...]:
    if guess.text == text:
        return guess.attributions
    here, there = solid(guess.text), solid(text)

    def spans(found: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(moved for span in found if (moved := moved_span(span, here, there)) is not None)

    return tuple(
        msgspec.structs.replace(one, source=spans(one.source), cue=spans(one.cue), content=spans(one.content))
        for one in guess.attributions
    )


def _apart(known: AnnotatedText, guess: AnnotatedText) -> str:
    """Where the words of two texts part."""
    ours, theirs = solid(known.text), solid(guess.text)
    at = next(
        (at for at, (a, b) in enumerate(zip(ours.letters, theirs.letters, strict=False)) if a != b),
        min(len(ours.letters), len(theirs.letters)),
    )
    here, there = _from(known.text, ours, at), _from(guess.text, theirs, at)
    return f"{known.id}: where the gold has “{here}”, the predicted text has “{there}”"


def _from(text: str, one: Solid, at: int) -> str:
    start = one.starts[at] if at < len(one.starts) else len(text)
    return " ".join(text[start : start + _SHOWN].split())
