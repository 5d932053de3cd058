"""Which predicted text goes with which gold one, and where its words stand in that.

Texts are laid beside each other by their characters that are no white space. Quotation marks count as one kind each
(double, single), dashes as one, and what the Penn Treebank writes for brackets and quotation marks as what it stands
for; so predictions on tokens, or on the treebank's words, are measured on the text that the gold has.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.formats.annotated import AnnotatedText, Attribution
from onrecord.model import Span

_UNIT = re.compile(r"-(?:LRB|RRB|LSB|RSB|LCB|RCB)-|``|''|--+|\\[/*]|\S")
_SAME = {"``": '"', "''": '"', "\\/": "/", "\\*": "*"}
_SAME |= dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛`", "'") | dict.fromkeys("–—−", "-")
_SAME |= {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_SHOWN = 30


class Solid(msgspec.Struct, frozen=True):
    """A text without its white space: its characters made alike, and where each of them stands in it."""

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
        waiting[solid(text.text).letters].append(text)
    paired: list[tuple[Attribution, ...]] = []
    missing: list[str] = []
    lacking: dict[str, AnnotatedText] = {}
    for known in gold:
        candidates = waiting.get(solid(known.text).letters)
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


def solid(text: str) -> Solid:
    """The text's characters that are no white space, made alike."""
    units = list(_UNIT.finditer(text))
    letters = "".join("-" if unit[0].startswith("--") else _SAME.get(unit[0], unit[0]) for unit in units)
    return Solid(letters, tuple(unit.start() for unit in units), tuple(unit.end() for unit in units))


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
