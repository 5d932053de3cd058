"""The wordings of a family: a document's words, or the fullest printing's, and the printings laid beside each.

Printings that are too far apart to be laid side by side (two translations of one speech, say) are versions of
their own: nobody took the words of the one from the other word for word.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from onrecord.check.documents import Document
from onrecord.check.index import index_texts
from onrecord.check.quote import LONGEST_QUOTE, check_passage
from onrecord.findings import FAITHFUL, Check
from onrecord.model import Span
from onrecord.text import sentences
from onrecord.trace.collation import Base, Collated, Reading, collate, read_base
from onrecord.trace.dates import order, when_document
from onrecord.trace.drift import kept_by
from onrecord.traces import ApparatusPlace, Saying, Variant, Version
from onrecord.words import words

NEAR = 400  # characters: places of a document so near to each other are one
MOST_VERSIONS = 12  # texts that share nothing with these are laid beside nothing

_Rank: TypeAlias = tuple[int, int, tuple[str, str], str]


class Wording(NamedTuple):
    """A base with where it comes from: a document's path, or the number of a text."""

    base: Base
    path: str | None
    text: int | None


class Laid(NamedTuple):
    """The wordings, and for each text the number of its wording and how it departs from it."""

    wordings: tuple[Wording, ...]
    places: tuple[tuple[int, Collated | None], ...]
    sayings: tuple[Saying, ...]


def lay(texts: Sequence[str], documents: Sequence[Document]) -> Laid:
    """Lay some texts, all different, beside the documents that have them, and what no document has beside the fullest.

    Reports among the documents (articles themselves) are no source of what was said, and are left out.
    """
    stretches = _stretches(texts, [document for document in documents if document.quoted is None])
    wordings = [Wording(read_base(saying.text or ""), saying.path, None) for saying in stretches]
    places: dict[int, tuple[int, Collated | None]] = {}
    waiting = list(range(len(texts)))
    for number, wording in enumerate(wordings):
        waiting = _laid(waiting, texts, number, wording.base, places)
    while waiting and len(wordings) < MOST_VERSIONS:
        fullest = max(waiting, key=lambda place: (sum(1 for _ in words(texts[place])), -place))
        wording = Wording(read_base(texts[fullest]), None, fullest)
        wordings.append(wording)
        left = _laid(waiting, texts, len(wordings) - 1, wording.base, places)
        if fullest in left:  # no words at all, or nothing that a check would find
            places[fullest] = (len(wordings) - 1, None)
            left.remove(fullest)
        waiting = left
    for place in waiting:
        places[place] = (MOST_VERSIONS, None)
    used = {number for number, _ in places.values()}
    numbers = {number: at for at, number in enumerate(sorted(used))}
    return Laid(
        tuple(wording for number, wording in enumerate(wordings) if number in used),
        tuple((numbers[places[place][0]], places[place][1]) for place in range(len(texts))),
        tuple(stretches),
    )


def version_of(wording: Wording, rows: Sequence[tuple[str | int, Collated]], *, of: str | int) -> Version:
    """A wording with its apparatus: for each place where printings depart from it, who has which words."""
    places: dict[Span, dict[tuple[str, tuple[str, ...]], tuple[Reading, list[str | int]]]] = {}
    for id, collated in rows:
        for reading in collated.readings:
            variants = places.setdefault((reading.low, reading.high), {})
            variants.setdefault((reading.kind, reading.reads), (reading, []))[1].append(id)
    return Version(
        of=of,
        is_document=wording.path is not None,
        text=wording.base.text,
        words=tuple(wording.base.text[word.start : word.end] for word in wording.base.words),
        kept=kept_by(wording.base, [collated for _, collated in rows]),
        printings=len(rows),
        apparatus=tuple(
            ApparatusPlace(
                words=span,
                reads=next(iter(variants.values()))[0].before,
                variants=tuple(
                    Variant(kind=reading.kind, reads=reading.after, printings=tuple(ids))
                    for reading, ids in variants.values()
                ),
            )
            for span, variants in sorted(places.items())
        ),
    )


def _laid(
    waiting: Sequence[int],
    texts: Sequence[str],
    number: int,
    base: Base,
    places: dict[int, tuple[int, Collated | None]],
) -> list[int]:
    """Lay the texts that wait beside one base; those that it does not hold go on waiting."""
    left = []
    for place, collated in zip(waiting, collate(base, [texts[place] for place in waiting]), strict=True):
        if collated is None:
            left.append(place)
        else:
            places[place] = (number, collated)
    return left


def _stretches(texts: Sequence[str], documents: Sequence[Document]) -> list[Saying]:
    """The stretch of each document that has the words, whole sentences, the one that has most of them first."""
    found: list[tuple[_Rank, Saying]] = []
    for document in documents:
        with index_texts([document]) as index:
            checks = [
                check_passage(text, index, versions=False) for text in texts if 0 < len(text) <= LONGEST_QUOTE
            ]
        held = [check for check in checks if check.document is not None]
        for cluster in _clusters(held)[:1]:
            low = min(span[0] for span, _ in cluster)
            high = max(span[1] for span, _ in cluster)
            faithful = sum(check.verdict in FAITHFUL for _, check in cluster)
            when = when_document(document)
            span = _widened(document, low, high)
            saying = Saying(
                when=when,
                speaker=_speaker([check for _, check in cluster]),
                path=document.note.path,
                span=span,
                text=document.text[slice(*span)],
            )
            found.append(((-faithful, -len(cluster), order(when), document.note.path), saying))
    return [saying for _, saying in sorted(found, key=_fullest_first)]


def _clusters(checks: Sequence[Check]) -> list[list[tuple[Span, Check]]]:
    """The places where printings stand in one document, near ones together, those of most printings first."""
    spans = sorted(((check.document.span, check) for check in checks if check.document), key=_by_span)
    clusters: list[list[tuple[Span, Check]]] = []
    reach = 0
    for span, check in spans:
        if not clusters or span[0] > reach + NEAR:
            clusters.append([])
            reach = span[1]
        clusters[-1].append((span, check))
        reach = max(reach, span[1])
    return sorted(clusters, key=_most_first)


def _widened(document: Document, low: int, high: int) -> Span:
    """A stretch with the whole of its first and its last sentence; a turn's label before it is no part of it."""
    first = low
    for start, end in _sentences(document.text, low, high):
        if start < low < end:
            first = start
        if start < high < end:
            high = end
    for start, end in document.asides:
        if start <= first < end <= low:
            first = end + len(document.text[end:low]) - len(document.text[end:low].lstrip())
    return first, high


def _sentences(text: str, low: int, high: int) -> Iterator[Span]:
    """The sentences around a stretch, by the text from a line's start before it to a line's end behind it."""
    start = text.rfind("\n\n", 0, low) + 1
    end = text.find("\n\n", high)
    for first, last in sentences(text[start : len(text) if end < 0 else end]):
        yield first + start, last + start


def _speaker(checks: Sequence[Check]) -> str | None:
    names = [check.document_speaker for check in checks if check.document_speaker]
    return max(sorted(set(names)), key=names.count) if names else None


def _fullest_first(row: tuple[_Rank, Saying]) -> _Rank:
    return row[0]


def _by_span(row: tuple[Span, Check]) -> Span:
    return row[0]


def _most_first(cluster: Sequence[tuple[Span, Check]]) -> tuple[int, Span]:
    return -len(cluster), cluster[0][0]
