"""Drift: what a printing dropped, added and changed of the words that it had before it."""

from collections.abc import Sequence

from onrecord.trace.collation import Base, Collated
from onrecord.traces import Alteration, Drift
from onrecord.words import words


def drift_of(text: str, base: Base, collated: Collated | None, *, of: str | int) -> Drift:
    """What a text changed of a base that it was laid beside (`collate`).

    `before` counts the words of all sentences that the text made use of. Words replaced count as changed, those
    that an ellipsis or a bracket stands for too as dropped or changed: whether the text marks it is told by the
    class of the alteration.
    """
    after = sum(1 for _ in words(text))
    if collated is None:
        return Drift(of=of, verdict="not_found", before=len(base.words), after=after)
    used = {
        number
        for low, high in base.sentences
        if low < collated.reach[1] and collated.reach[0] < high
        for number in range(low, high)
    }
    replaced = {
        number
        for reading in collated.readings
        if reading.reads and not reading.light
        for number in range(reading.low, reading.high)
    }
    added = sum(len(reading.reads) for reading in collated.readings if reading.low == reading.high)
    return Drift(
        of=of,
        verdict=collated.verdict,
        before=len(used),
        after=after,
        dropped=len(used - collated.kept - replaced),
        added=added,
        changed=len(replaced),
        alterations=tuple(
            Alteration(kind=reading.kind, before=reading.before, after=reading.after, at=place)
            for reading, place in zip(collated.readings, collated.places, strict=True)
        ),
    )


def kept_by(base: Base, collated: Sequence[Collated]) -> tuple[int, ...]:
    """For each word of the base, how many of the printings have it."""
    counts = [0] * len(base.words)
    for row in collated:
        for number in row.kept:
            counts[number] += 1
    return tuple(counts)
