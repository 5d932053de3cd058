"""Any tool beside any other: predictions in one format measured against annotations in another."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.formats.annotated import Attribution, alone
from onrecord.measure.annotations import Annotations, Form, read_annotations
from onrecord.measure.attribution import ROLES
from onrecord.measure.matching import Pairing, pair_texts
from onrecord.measure.measures import BOOTSTRAP, SEED, tables
from onrecord.model import Span

_NAMED = 5


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """The tables, what could not be read or laid beside each other (`failures`), and what else is to be known."""

    tables: str
    failures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def compare_annotations(
    gold: Path,
    predicted: Path,
    *,
    gold_form: Form | None = None,
    form: Form | None = None,
    nested: bool = False,
    bootstrap: int = BOOTSTRAP,
    seed: int = SEED,
) -> Comparison:
    """Measure the predictions of a file or folder against the annotations of another.

    Formats are told from the files unless given. Texts are paired by their words; a gold text with no prediction
    counts as one of which nothing was found. Quotations inside quotations are left out on both sides unless `nested`:
    PolNeAR has none, and Citron and QSample leave PARC's out. Where one side does not tie sources to contents, both are
    taken stretch by stretch. Raises `UnreadableInput` where a side has no text that
    can be read, or the two have none in common.
    """
    known, guessed = (
        read_annotations(gold, form=gold_form),
        read_annotations(predicted, form=form, side="predicted"),
    )
    for side in (known, guessed):
        if not side.texts:
            raise UnreadableInput("; ".join(failure.reason for failure in side.failures[:_NAMED]))
    pairing = pair_texts(known.texts, guessed.texts)
    if len(pairing.missing) == len(known.texts):
        told = f" ({pairing.apart[0]})" if pairing.apart else ""
        raise UnreadableInput(
            f"{gold} and {predicted} have no text in common{told}: predict on the gold's own texts, unchanged."
        )
    linked = known.linked and guessed.linked
    texts, guesses = [], []
    for text, lines in zip(pairing.gold, pairing.predicted, strict=True):
        own, other = (
            _kept(text.text, side, nested=nested, linked=linked) for side in (text.attributions, lines)
        )
        texts.append(msgspec.structs.replace(text, attributions=own))
        guesses.append(other)
    return Comparison(
        tables=tables(texts, guesses, linked=linked, bootstrap=bootstrap, seed=seed),
        failures=(*(failure.reason for failure in (*known.failures, *guessed.failures)), *pairing.apart),
        notes=tuple(_notes(known, guessed, pairing, linked=linked)),
    )


def _kept(text: str, lines: Iterable[Attribution], *, nested: bool, linked: bool) -> tuple[Attribution, ...]:
    """The attributions that count; each stretch by itself where one side has no more than these."""
    counted = [one for one in lines if nested or not one.nested]
    if linked:
        return tuple(counted)
    return tuple(
        alone(role, (span,))
        for one in counted
        for role in ROLES
        for span in _unbroken(text, getattr(one, role))
    )


def _unbroken(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those as one between which there is nothing but white space."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _notes(known: Annotations, guessed: Annotations, pairing: Pairing, *, linked: bool) -> Iterable[str]:
    for which, side in (("the gold", known), ("the predictions", guessed)):
        for reason, count in side.left_out.items():
            yield f"left out of {which}: {count} {reason}"
        if not side.linked:
            yield f"{which} do not say which source and cue a content has: measures that need it are left out"
    if pairing.missing:
        yield (
            f"{len(pairing.missing)} of {len(pairing.gold)} gold texts have no prediction and count as not found: "
            f"{_named(pairing.missing)}"
        )
    if pairing.others:
        yield f"{len(pairing.others)} predicted texts are none of the gold's: {_named(pairing.others)}"


def _named(ids: tuple[str, ...]) -> str:
    return ", ".join(ids[:_NAMED]) + (" ..." if len(ids) > _NAMED else "")
