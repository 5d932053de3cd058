"""From a finished draft to what is known of it: its verdict, flags and places, or none where nobody could say."""

import re
from collections import Counter
from typing import NamedTuple

import msgspec
import numpy as np
from rapidfuzz import fuzz

from onrecord.findings import Flag, Place, Verdict
from onrecord.measure.checking.drafts import CHANGED, Draft, Workshop, matters, quote_words, sentence_rest
from onrecord.measure.checking.recordings import Numbers, Recording, is_named
from onrecord.measure.checking.sequences import Standing
from onrecord.read.transcript import Turn

_MOST_PLACES = 100
_RUN = 4
_ALIKE = 60  # of 100: two labels that may be two spellings of one name
_NOTE = re.compile(r"[\[(](?:applause|laughter|crosstalk|cheers)\.?[\])]", re.IGNORECASE)
_MARK = re.compile(r"\.\s?\.|…|\[")


class Known(NamedTuple):
    """A quote with what is true of it."""

    text: str
    speaker: str | None
    verdict: Verdict
    flags: tuple[Flag, ...]
    unsure: tuple[Flag, ...]
    places: tuple[Place, ...]
    dropped: tuple[str, ...]


def settle(draft: Draft, shop: Workshop) -> Known | None:
    """What is known of a draft; None where even a person could not be sure of it."""
    recording = shop.recordings[draft.home]
    text = draft.text
    keys = np.array(
        [shop.numbers.setdefault(key, len(shop.numbers) + 1) for key in quote_words(_NOTE.sub(" ", text))]
    )
    if len(keys) < 2 or text != text.strip():
        return None
    found = _is_found(draft, len(keys))
    if found is None:
        return None
    if not found:
        if not shop.sequences.is_absent(keys):
            return None
        return Known(text, draft.speaker, "not_found", (), (), (), ())
    if draft.verdict == "verbatim" and not np.array_equal(keys, recording.keys[draft.first : draft.last]):
        return None
    places = _places(draft, shop)
    if not places or _elsewhere(draft, shop, places, keys):
        return None
    flags, unsure = _flags(draft, shop, places)
    if len(places) > 1 or len(keys) < 3:
        flags.add("ambiguous")
    if 3 <= len(keys) < 4 and draft.verdict != "verbatim":
        return None
    dropped = tuple(_slice(recording, first, last) for first, last in sorted(draft.dropped))
    return Known(
        text,
        draft.speaker,
        draft.verdict,
        tuple(sorted(flags - unsure)),
        tuple(sorted(unsure)),
        _spans(draft, shop, places),
        dropped,
    )


def _is_found(draft: Draft, length: int) -> bool | None:
    """CONTRACT's "found" from how the quote was made; None near its edges."""
    if draft.verdict == "verbatim":
        return True
    aligned, run, longest, last = 0, 0, 0, CHANGED - 1
    for token in draft.tokens:
        if token.word == CHANGED:
            last = CHANGED - 1
            continue
        aligned += 1
        run = run + 1 if token.word == last + 1 else 1
        last = token.word
        longest = max(longest, run)
    stretch = draft.last - draft.first - draft.aside_words
    if longest < _RUN and length >= _RUN:
        return None if draft.transcription or draft.flags or draft.dropped else False
    if aligned < 0.56 * length or stretch > 1.4 * length or longest < _RUN:
        return None
    return True


def _places(draft: Draft, shop: Workshop) -> list[Standing]:
    """Every place of the original words; none where they are too common, or only parts of them stand elsewhere."""
    recording = shop.recordings[draft.home]
    if draft.kept:
        for first, last in draft.kept:
            found = shop.sequences.places(recording.keys[first:last])
            if found is None or len(found) != 1:
                return []
        return [Standing(draft.home, draft.first, draft.last)]
    found = shop.sequences.places(recording.keys[draft.first : draft.last])
    if found is None or len(found) > _MOST_PLACES:
        return []
    here = Standing(draft.home, draft.first, draft.last)
    return [here, *(place for place in found if place != here)]


def _elsewhere(draft: Draft, shop: Workshop, places: list[Standing], keys: Numbers) -> bool:
    """Whether the words as changed stand somewhere, or somewhere comes as near to them as the true place does."""
    if draft.verdict == "verbatim":
        return False
    if (
        draft.verdict in {"altered", "spliced"}
        and not _MARK.search(draft.text)
        and shop.sequences.stands(keys)
    ):
        return True
    if _MARK.search(draft.text) and draft.verdict != "edited" and _a_part_stands(draft, shop):
        return True
    if draft.kept:
        return False
    at_home, away = shop.sequences.rival(keys, places)
    return at_home < 2 or away >= max(1, at_home - 2)


def _a_part_stands(draft: Draft, shop: Workshop) -> bool:
    """Whether all parts between marks stand somewhere as they are, so that the quote may be read as faithful."""
    for part in re.split(r"(?:\.\s?){2,}|…|\[[^\]]*\]", draft.text):
        keys = [shop.numbers.setdefault(key, len(shop.numbers) + 1) for key in quote_words(part)]
        if len(keys) >= 3 and not shop.sequences.stands(np.array(keys)):
            return False
    return not draft.kept


def _flags(draft: Draft, shop: Workshop, places: list[Standing]) -> tuple[set[Flag], set[Flag]]:
    flags, unsure = set(draft.flags), set(draft.unsure)
    if draft.transcription and not draft.wording:
        flags.add("transcription_only")
        if draft.verdict != "altered" or draft.dropped or "[" in draft.text:
            unsure.add("transcription_only")
    held = [_cuts(draft, shop.recordings[place.recording], *_edges(draft, place)) for place in places]
    for flags_there, unsure_there in held:
        unsure |= unsure_there
        flags |= flags_there
    for flags_there, _ in held:  # what holds of one place and not of another depends on which is meant
        unsure |= {flag for flag in flags if flag.startswith("cut_")} - flags_there
    return flags, unsure


def _cuts(draft: Draft, recording: Recording, first: int, last: int) -> tuple[set[Flag], set[Flag]]:
    """Whether the sentence goes on before and after a place, and what of it that matters was cut."""
    flags: set[Flag] = set()
    unsure: set[Flag] = set()
    negation: list[bool | None] = []
    edges: tuple[tuple[Flag, int, int, bool], ...] = (
        ("cut_start", first, -1, draft.marked_start),
        ("cut_end", last, 1, draft.marked_end),
    )
    for flag, at, step, marked in edges:
        sure, most = sentence_rest(recording, at, step)
        rests = [matters(recording, *sorted((at, at + step * count))) for count in (sure, most)]
        holds = rests[0] if rests[0] is True or rests[0] == rests[1] else None
        if marked:
            negation.append(None if holds is not False else False)
            if holds is not False:
                unsure.add("gap_negation")
            continue
        if sure:
            flags.add(flag)
        elif most:
            unsure.add(flag)
        negation.append(None if flag in draft.unsure and holds is not False else holds)
    if True in negation:
        flags.add("cut_negation")
    elif None in negation:
        unsure.add("cut_negation")
    return flags, unsure


def _edges(draft: Draft, place: Standing) -> tuple[int, int]:
    """The word before which, and the one after which, the quote is cut at a place."""
    if draft.kept:
        return draft.kept[0][0], draft.kept[-1][1]
    return place.first, place.last


def _spans(draft: Draft, shop: Workshop, places: list[Standing]) -> tuple[Place, ...]:
    """The places by character, with the punctuation after the last word where the quote prints the same."""
    last = next(token for token in reversed(draft.tokens) if token.word in {draft.last - 1, CHANGED})
    sign = last.gap.strip()[:1] if not (draft.marked_end and last is draft.tokens[-1]) else ""
    # The last word may stand in the middle of a quote whose parts were turned round: a mark may follow it.
    closing = sign if sign in tuple(".,;:!?") and not _MARK.search(last.gap[:2]) else ""
    made = []
    for place in places:
        recording = shop.recordings[place.recording]
        end = int(recording.ends[place.last - 1])
        if closing and recording.text[end : end + 1] == closing:
            end += 1
        made.append(Place(path=recording.path, span=(int(recording.starts[place.first]), end)))
    return tuple(made)


def _slice(recording: Recording, first: int, last: int) -> str:
    return recording.text[int(recording.starts[first]) : int(recording.ends[last - 1])]


def who_speaks(draft: Draft, shop: Workshop) -> Turn | None:
    """The turn of a draft, where all of it stands in one named speaker's turns."""
    recording = shop.recordings[draft.home]
    turns = [recording.turn(token.word) for token in draft.tokens if token.word != CHANGED]
    one = turns[0] if turns else None
    if not is_named(one) or any(turn is None or one is None or turn.speaker != one.speaker for turn in turns):
        return None
    return one


def with_speaker(draft: Draft, shop: Workshop) -> Draft:
    """The draft with its true speaker, for most drafts that have one."""
    turn = who_speaks(draft, shop)
    if turn is None or shop.chance.random() < 0.3:
        return draft
    return msgspec.structs.replace(draft, speaker=turn.speaker)


def with_other_speaker(draft: Draft, shop: Workshop, *, of_question: bool = False) -> Draft | None:
    """The draft with another speaker of the same transcript; `of_question`: of words that a questioner said."""
    recording = shop.recordings[draft.home]
    turn = recording.turn(draft.first)
    if turn is None or turn is not recording.turn(draft.last - 1) or turn.asks != of_question:
        return None
    if not of_question and not is_named(turn):
        return None
    said = Counter(other.speaker or "" for other in recording.turns if is_named(other))
    others = sorted(
        name for name, turns in said.items() if turns > 1 and not _alike(name, turn.speaker or "")
    )
    if not others or len(_places(draft, shop)) != 1:
        return None
    speaker = shop.chance.choice(others)
    return msgspec.structs.replace(draft, speaker=speaker, flags=draft.flags | {"other_speaker"})


def _alike(one: str, other: str) -> bool:
    """Whether two names may be one person's: they share a part, or look like two spellings."""
    return bool(_name_parts(one) & _name_parts(other)) or fuzz.ratio(one.lower(), other.lower()) > _ALIKE


def _name_parts(name: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", name.lower()))
