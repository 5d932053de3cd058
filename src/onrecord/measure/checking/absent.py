"""Quotes that stand in no document: from held-out transcripts, by the same speakers on the same subjects."""

from collections import Counter

import numpy as np

from onrecord.measure.checking.drafts import Workshop, cut, quote_words
from onrecord.measure.checking.recordings import Recording, is_named
from onrecord.measure.checking.truths import Known

_CANDIDATES = 4  # whole sentences looked at for each one kept
_TRIES = 60  # for one quote
_SUBJECT = (3, 400)  # how often a word of a subject stands in the documents
_LONGEST = 60  # words


def cut_absent(shop: Workshop, held: list[Recording], wanted: int) -> list[Known]:
    """Up to `wanted` quotes of whole held-out sentences that no document holds, by CONTRACT's "found"."""
    usable = [one for one in held if len(one.keys) > _LONGEST]
    if not usable:
        return []
    speakers = {turn.speaker for one in shop.recordings for turn in one.turns if is_named(turn)}
    counts = Counter(shop.sequences.row.tolist())
    away = Workshop(
        chance=shop.chance,
        recordings=usable,
        weights=list(np.cumsum([len(one.keys) for one in usable]).tolist()),
        sequences=shop.sequences,
        numbers=shop.numbers,
        common=shop.common,
    )
    made: list[Known] = []
    seen: set[str] = set()
    for _ in range(wanted):
        best = _best(away, speakers, counts, seen)
        if best is None:
            continue
        seen.add(best.text)
        made.append(best)
    return made


def _best(shop: Workshop, speakers: set[str | None], counts: Counter[int], seen: set[str]) -> Known | None:
    """Of some absent sentences the one with a known speaker and the most words of the documents' subjects."""
    found: list[tuple[float, Known]] = []
    for _ in range(_TRIES):
        longest = shop.chance.choice([8, 12, 18, 25, 40, _LONGEST])
        draft = cut(shop, low=6, high=longest, where="whole")
        if draft is None or draft.text in seen:
            continue
        keys = quote_words(draft.text)
        if not 6 <= len(keys) <= _LONGEST:
            continue
        row = np.array([shop.numbers[key] for key in keys])
        if not shop.sequences.is_absent(row):
            continue
        turn = shop.recordings[draft.home].turn(draft.first)
        speaker = turn.speaker if turn is not None and is_named(turn) else None
        subject = sum(_SUBJECT[0] <= counts[int(key)] <= _SUBJECT[1] for key in row)
        weight = (2 if speaker in speakers and speaker else 0) + subject / len(keys)
        found.append((weight, Known(draft.text, speaker, "not_found", (), (), (), ())))
        if len(found) == _CANDIDATES:
            break
    return max(found, key=_weight)[1] if found else None


def _weight(pair: tuple[float, Known]) -> float:
    return pair[0]
