"""The check of one quoted passage: located, laid beside its document, judged by the table, with its evidence."""

import itertools
from collections.abc import Sequence
from functools import partial
from typing import Any

from onrecord.check.context import (
    context_of,
    dropped_of,
    words_between,
)
from onrecord.check.differences import Change
from onrecord.check.flags import FLAG_ORDER, flags_of, is_narration, is_voice
from onrecord.check.locate import find_candidates, find_exact
from onrecord.check.lookup import Lookup
from onrecord.check.passage import Passage, read_passage, unedited
from onrecord.check.place import Found, exact_place, lay_beside, quote_units
from onrecord.check.segments import Segment
from onrecord.check.wording import canonical
from onrecord.errors import InputTooLarge
from onrecord.findings import FAITHFUL, VERDICTS, Check, Difference, OtherPlace, Piece, Place
from onrecord.model import Span

LONGEST_QUOTE = 200_000  # characters; what is longer is refused with a clear message
MOST_OTHERS = 10
WORSE_IF_SPLICED = (
    0.15  # of similarity: so much better must a splice fit to come before an alteration elsewhere
)
FEWEST_FOR_VERSIONS = 6  # words; shorter quotes stand in other words anywhere
MOST_LOOKED_AT = 50  # places of the same words among which the right speaker's turn is looked for
LONGEST_PIECE = 20_000


def check_passage(
    text: str,
    documents: Lookup,
    *,
    id: str | int = "",
    speaker: str | None = None,
    near: int | None = None,
    within: int | None = None,
    versions: bool = True,
) -> Check:
    """Check one quoted passage, given without its outer marks, against the documents of a store.

    `speaker` is who the quote is given to: of places that fit alike, one in that speaker's turn comes first, and
    then the one nearest to the word `near`. `within` is the number of the one document to look in. With `versions`,
    documents that have the passage in other words are listed also where some have it word for word. The cost grows
    with the quote, and with the places in the documents that share words with it, up to a bound. Raises
    `InputTooLarge` over `LONGEST_QUOTE` characters.
    """
    if len(text) > LONGEST_QUOTE:
        raise InputTooLarge(
            f"the quote {id} has {len(text):,} characters, more than the {LONGEST_QUOTE:,} that are checked at once: "
            "check its parts."
        )
    check, _ = locate_passage(
        text, documents, id=id, speaker=speaker, near=near, within=within, versions=versions
    )
    return check


def locate_passage(
    text: str,
    documents: Lookup,
    *,
    id: str | int = "",
    speaker: str | None = None,
    near: int | None = None,
    within: int | None = None,
    versions: bool = True,
) -> tuple[Check, Found | None]:
    """`check_passage`, with the place itself, in words of the store."""
    passage = read_passage(text)
    places: list[Found] = []
    exact = 0
    if passage.words:
        row = documents.document(within) if within is not None else None
        bounds = (row.first, row.end) if row else None
        places, exact = _word_for_word(documents, passage, near, bounds)
        if not exact or (versions and len(passage.words) >= FEWEST_FOR_VERSIONS and exact <= MOST_OTHERS):
            places = _in_other_words(documents, passage, places, bounds, versions=versions)
    if _is_edited(passage) and not any(found.verdict in FAITHFUL for found in places):
        printed = _with_the_same_brackets(documents, passage, near, within)
        if printed:
            passage, places, exact = unedited(text), printed, len(printed)
    if not places:
        lost = Check(id=id, verdict="not_found", searched=documents.searched, text=text, speaker=speaker)
        return lost, None
    best, *others = sorted(places, key=partial(_rank, documents, speaker, near))
    alike = exact or sum(
        found.verdict == best.verdict and found.similarity == best.similarity for found in places
    )
    check = _checked(documents, passage, best, others[:MOST_OTHERS], places=alike, id=id, speaker=speaker)
    return check, best


def _word_for_word(
    lookup: Lookup, passage: Passage, near: int | None, within: Span | None
) -> tuple[list[Found], int]:
    """Places where the passage stands word for word, those it should be near first, and how many there are."""
    if _is_edited(passage):
        return [], 0
    exact = find_exact(lookup, lookup.word_ids(passage.keys), within=within).tolist()
    if near is not None:
        exact.sort(key=partial(_distance, near))
    return [exact_place(lookup, passage, place) for place in exact[:MOST_LOOKED_AT]], len(exact)


def _is_edited(passage: Passage) -> bool:
    """Whether a quote has brackets."""
    return any(mark.kind == "bracket" for mark in passage.marks) or any(word.edited for word in passage.words)


def _with_the_same_brackets(
    lookup: Lookup, passage: Passage, near: int | None, within: int | None
) -> list[Found]:
    """Places where a document prints the edited quote as it stands: a report that others have it from."""
    row = lookup.document(within) if within is not None else None
    plain = unedited(passage.text)
    found, _ = _word_for_word(lookup, plain, near, (row.first, row.end) if row else None)
    return [place for place in found if _brackets(lookup, plain, place) == _brackets_in(passage.text)]


def _brackets(lookup: Lookup, passage: Passage, found: Found) -> str:
    text = lookup.text(found.document)
    start, end = _characters(lookup, passage, found, text)
    return _brackets_in(text[start:end])


def _brackets_in(text: str) -> str:
    return "".join(char for char in text if char in "[]")


def _in_other_words(
    lookup: Lookup, passage: Passage, places: list[Found], within: Span | None, *, versions: bool
) -> list[Found]:
    """The places that are known, and those where the passage stands with differences."""
    units = quote_units(passage)
    found = list(places)
    variants = _variants(lookup, passage, lookup.word_ids(passage.keys))
    for candidate in find_candidates(lookup, variants, len(passage.words), within=within, versions=versions):
        if any(low <= place.span[0] < high for place in places for low, high in candidate.windows):
            continue
        place = lay_beside(lookup, passage, units, candidate)
        if place is not None and all(place.span != other.span for other in found):
            found.append(place)
    return found


def _distance(near: int, place: int) -> int:
    return abs(place - near)


def _variants(lookup: Lookup, passage: Passage, ids: Sequence[int]) -> list[list[list[tuple[int, int]]]]:
    """The passage in its parts between marks, as it is written and with its contractions undone."""
    edges = sorted({0, len(ids), *(mark.slot for mark in passage.marks)})
    for number, word in enumerate(passage.words):
        if word.edited:
            edges = sorted({*edges, number, number + 1})
    written: list[list[tuple[int, int]]] = []
    undone: list[list[tuple[int, int]]] = []
    keys = passage.keys
    for low, high in itertools.pairwise(edges):
        if high - low == 1 and passage.words[low].edited:
            continue
        written.append([(ids[at], at) for at in range(low, high)])
        units = canonical(keys[low:high])
        if tuple(unit.key for unit in units) != keys[low:high]:
            numbers = lookup.word_ids([unit.key for unit in units])
            undone.append([(number, low + unit.start) for number, unit in zip(numbers, units, strict=True)])
    return [written, undone] if undone else [written]


def _rank(lookup: Lookup, speaker: str | None, near: int | None, found: Found) -> tuple[Any, ...]:
    """Sorts places: the most faithful first, then the right speaker's turn, what is near, the documents' order."""
    voice = 1
    if speaker:
        turn = lookup.turn_at(found.segments[0].document[0])
        voice = {True: 0, None: 1, False: 2}[is_voice(lookup, found, speaker, turn)]
    narrated = is_narration(lookup, found)
    distance = 0 if near is None else abs(found.span[0] - near)
    likeness = found.similarity - (WORSE_IF_SPLICED if found.verdict == "spliced" else 0)
    faith = VERDICTS.index(found.verdict) if found.verdict in FAITHFUL else len(FAITHFUL)
    return faith, -likeness, voice, narrated, distance, found.span


def _checked(
    lookup: Lookup,
    passage: Passage,
    best: Found,
    others: Sequence[Found],
    *,
    places: int,
    id: str | int,
    speaker: str | None,
) -> Check:
    text = lookup.text(best.document)
    span = _characters(lookup, passage, best, text)
    turn = lookup.turn_at(best.segments[0].document[0])
    flags = flags_of(lookup, passage, best, speaker=speaker, places=places)
    return Check(
        id=id,
        verdict=best.verdict,
        flags=tuple(flag for flag in FLAG_ORDER if flag in flags),
        document=Place(path=lookup.document(best.document).path, span=span),
        document_speaker=turn.speaker,
        context=context_of(lookup, best, span),
        dropped=dropped_of(lookup, best),
        differences=_differences(lookup, passage, best),
        similarity=round(best.similarity, 4),
        places=places,
        others=tuple(_other(lookup, passage, found) for found in others),
        searched=lookup.searched,
        text=passage.text,
        speaker=speaker,
        pieces=_pieces(lookup, passage, best, span, text),
    )


def _other(lookup: Lookup, passage: Passage, found: Found) -> OtherPlace:
    text = lookup.text(found.document)
    span = _characters(lookup, passage, found, text)
    return OtherPlace(
        path=lookup.document(found.document).path,
        span=span,
        document_speaker=lookup.turn_at(found.segments[0].document[0]).speaker,
        verdict=found.verdict,
        similarity=round(found.similarity, 4),
        differences=_differences(lookup, passage, found),
        text=text[span[0] : min(span[1], span[0] + LONGEST_PIECE)],
    )


def _characters(lookup: Lookup, passage: Passage, found: Found, text: str) -> Span:
    """The characters of a place, with the punctuation at either end that the quote has too."""
    start = lookup.spans_at(found.span[0], found.span[0] + 1)[0][0]
    end = lookup.spans_at(found.span[1] - 1, found.span[1])[0][1]
    words = passage.words
    first = min(found.segments, key=_document_start)
    last = max(found.segments, key=_document_end)
    if first.document[0] == found.span[0]:
        before = passage.text[: words[first.quote[0]].start]
        start = _with_punctuation(before[::-1], text[max(0, start - 8) : start][::-1], start, -1)
    if last.document[1] == found.span[1]:
        end = _with_punctuation(passage.text[words[last.quote[1] - 1].end :], text[end : end + 8], end, 1)
    return start, end


def _document_start(segment: Segment) -> int:
    return segment.document[0]


def _document_end(segment: Segment) -> int:
    return segment.document[1]


_CLASSES = (".,;:!?…", "\"'“”‘’„«»‚‛`´", "-–—‒―‐‑", "([{", ")]}")


def _with_punctuation(ours: str, theirs: str, at: int, step: int) -> int:
    """Past the punctuation beside the document's words, as far as the quote has punctuation of the same kinds."""
    for one, other in zip(ours, theirs, strict=False):
        if one != other and not any(one in group and other in group for group in _CLASSES):
            break
        if one.isspace():
            break
        at += step
    return at


def _differences(lookup: Lookup, passage: Passage, found: Found) -> tuple[Difference, ...]:
    return tuple(
        Difference(
            op=_operation(change),
            kind=change.kind,
            quote=_quote_span(passage, change),
            document=_document_span(lookup, change.document, found),
            text=words_between(lookup, found, change.document) if _leaves_out(change) else None,
        )
        for change in found.changes
    )


def _leaves_out(change: Change) -> bool:
    return change.kind == "joint" and change.document[0] < change.document[1]


def _operation(change: Change) -> Any:
    ours = change.quote[0] < change.quote[1] or (change.mark is not None and bool(change.mark.words))
    theirs = change.document[0] < change.document[1]
    if (ours and theirs) or change.kind == "order":
        return "replace"
    return "insert" if ours else "delete"


def _quote_span(passage: Passage, change: Change) -> Span:
    if change.mark is not None:
        return change.mark.span
    start, end = change.quote
    if start < end:
        return passage.words[start].start, passage.words[end - 1].end
    at = passage.words[start].start if start < len(passage.words) else passage.words[-1].end
    return at, at


def _document_span(lookup: Lookup, words: Span, found: Found) -> Span:
    if words[0] < words[1]:
        return lookup.spans_at(words[0], words[0] + 1)[0][0], lookup.spans_at(words[1] - 1, words[1])[0][1]
    row = lookup.document(found.document)
    if words[0] < row.end:
        at = lookup.spans_at(words[0], words[0] + 1)[0][0]
    else:
        at = lookup.spans_at(row.end - 1, row.end)[0][1]
    return at, at


def _pieces(lookup: Lookup, passage: Passage, found: Found, span: Span, text: str) -> tuple[Piece, ...]:
    """The stretches that the quote was made from: parted at its ellipses, at joints, and where the order turns."""
    parted = {change.quote[0] for change in found.changes if change.kind in ("joint", "order")}
    parted |= {change.mark.slot for change in found.changes if change.mark and change.kind == "ellipsis"}
    groups: list[list[Any]] = [[]]
    for segment in found.segments:
        if groups[-1] and any(groups[-1][-1].quote[1] <= slot <= segment.quote[0] for slot in parted):
            groups.append([])
        groups[-1].append(segment)
    pieces = []
    for number, group in enumerate(groups):
        start = lookup.spans_at(group[0].document[0], group[0].document[0] + 1)[0][0]
        last = max(segment.document[1] for segment in group)
        end = lookup.spans_at(last - 1, last)[0][1]
        low = 0 if number == 0 else passage.words[group[0].quote[0]].start
        high = len(passage.text) if number == len(groups) - 1 else passage.words[group[-1].quote[1] - 1].end
        if len(groups) == 1:
            start, end = span
        pieces.append(
            Piece(
                quote=(low, high), document=(start, end), text=text[start : min(end, start + LONGEST_PIECE)]
            )
        )
    return tuple(pieces)


__all__ = ["LONGEST_QUOTE", "check_passage"]
