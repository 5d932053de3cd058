"""Which quotation a correction is on: the one that it was made on, or what a new model or a new version has for it.

First its words are found again: where they stood, else where the text around them has gone to, else the same words,
case, accents and marks aside, nearest by. Then the quotation is the one whose content lies over them: at least half
of the longer of the two is shared. Words that are still in their place are never looked for elsewhere, so that a
quotation that is gone does not hand its correction to another with the same words.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.model import Article, Correction, Record, Span, quotation_id
from onrecord.words import words

LEAST_SHARED = 0.5  # of the longer content


class Tie(NamedTuple):
    """A correction and the id of the quotation that it is on; its spans are moved to where its words stand now."""

    quotation: str
    correction: Correction


def attached(
    record: Record, corrections: Sequence[Correction] | None = None
) -> dict[str, tuple[Correction, ...]]:
    """The corrections (else those of the record) by the id of the quotation that each is on, the earliest first.

    One that says that a quotation was missed stands by the id which that one has, also where the record has no such.
    """
    given = record.corrections if corrections is None else corrections
    found: dict[str, list[Correction]] = {}
    for correction, tie in zip(in_time(given), ties(record, given), strict=True):
        if tie is not None:
            found.setdefault(tie.quotation, []).append(correction)
    return {quotation: tuple(each) for quotation, each in found.items()}


def unattached(record: Record, corrections: Sequence[Correction] | None = None) -> tuple[Correction, ...]:
    """The corrections (else those of the record) that are on no quotation of it any more, the earliest first."""
    given = record.corrections if corrections is None else corrections
    pairs = zip(in_time(given), ties(record, given), strict=True)
    return tuple(correction for correction, tie in pairs if tie is None)


def in_time(corrections: Sequence[Correction]) -> list[Correction]:
    """Corrections in the order that they were made in; those of one second stay as they stand."""
    return sorted(corrections, key=_moment)


def ties(record: Record, corrections: Sequence[Correction]) -> Iterator[Tie | None]:
    """For each correction in the order of time, what it is on; None where it is on nothing any more."""
    rows = _Rows(record)
    ordered = in_time(corrections)
    for says in (
        "missed",
        "extent",
    ):  # others may be on what these make, also where a clock says that they were first
        for correction in ordered:
            if correction.says == says and (tie := _tie(rows, correction)) is not None:
                rows.learn(tie)
    for correction in ordered:
        yield _tie(rows, correction)


def _moment(correction: Correction) -> str:
    return correction.at or ""


class _Rows:
    """The quotations of a record that a correction may be on, and those that corrections have made."""

    def __init__(self, record: Record) -> None:
        self.article = record.article
        self._contents: dict[str, tuple[Span, ...]] = {}
        self._spans: dict[
            str, list[tuple[int, int, str]]
        ] = {}  # by field, in order, with the quotation of each
        self._longest: dict[str, int] = {}  # of the spans of a field
        self._names = {row.id: row.id for row in record.quotations}
        for row in record.quotations:
            self._take(row.id, row.field, row.content)
        self._words: dict[str, _Words] = {}

    def called(self, id: str | None) -> str | None:
        """The quotation of an id, which may be that of its corrected extent."""
        return self._names.get(id or "")

    def learn(self, tie: Tie) -> None:
        """Other corrections may be on what this one has made."""
        moved = tie.correction
        if moved.says == "missed":
            self._take(tie.quotation, moved.field, moved.content)
        names = [tie.quotation, *([moved.quotation] if moved.quotation else [])]
        if moved.content_now:
            names.append(quotation_id(self.article.id, moved.field, moved.content_now))
        for name in names:
            self._names.setdefault(name, tie.quotation)

    def over(self, field: str, content: tuple[Span, ...]) -> str | None:
        """The quotation that shares most with some spans, and enough."""
        best, most = None, 0.0
        for id in self._near(field, content[0][0], content[-1][1]):
            share = _share(content, self._contents[id])
            if share >= LEAST_SHARED and share > most:
                best, most = id, share
        return best

    def _take(self, id: str, field: str, content: tuple[Span, ...]) -> None:
        if id in self._contents:
            return
        self._contents[id] = content
        for start, end in content:
            insort(self._spans.setdefault(field, []), (start, end, id))
            self._longest[field] = max(self._longest.get(field, 0), end - start)

    def _near(self, field: str, begin: int, end: int) -> list[str]:
        """The quotations of a field that have a span between two places, in order."""
        spans = self._spans.get(field, [])
        first = bisect_left(spans, (begin - self._longest.get(field, 0), -1, ""))
        last = bisect_left(spans, (end, -1, ""))
        return list(dict.fromkeys(id for _, stop, id in spans[first:last] if stop > begin))

    def words_of(self, field: str, text: str) -> "_Words":
        """The words of a field, read once."""
        if field not in self._words:
            self._words[field] = _Words(text)
        return self._words[field]


class _Words:
    """The words of a text as one string, so that a run of them is found at once."""

    def __init__(self, text: str) -> None:
        self.spans: list[Span] = []
        self._places: list[int] = []  # where in the string each word begins
        parts, at = [" "], 1
        for word in words(text):
            self.spans.append((word.start, word.end))
            self._places.append(at)
            parts.append(word.key + " ")
            at += len(word.key) + 1
        self._joined = "".join(parts)

    def nearest(self, run: Sequence[str], place: int) -> range | None:
        """Which words are such a run, nearest to a place in the text."""
        number = bisect_left(self.spans, (place, place))
        near = self._places[number] if number < len(self._places) else len(self._joined)
        at = _nearest(self._joined, f" {' '.join(run)} ", near - 1)
        return None if at is None else self._numbers(at, len(run))

    def following(self, run: Sequence[str], number: int) -> range | None:
        """The first such run from a word on."""
        if number >= len(self._places):
            return None
        at = self._joined.find(f" {' '.join(run)} ", self._places[number] - 1)
        return None if at < 0 else self._numbers(at, len(run))

    def _numbers(self, at: int, count: int) -> range:
        first = bisect_right(self._places, at + 1) - 1
        return range(first, first + count)


def _tie(rows: _Rows, correction: Correction) -> Tie | None:
    known = rows.called(correction.quotation)
    moved = _moved(rows.article, correction)
    if moved is not None:
        if known is None:
            known = rows.over(correction.field, moved.content)
        if known is None and correction.says == "missed":
            known = quotation_id(rows.article.id, moved.field, moved.content)
        return None if known is None else Tie(known, moved)
    if correction.says in ("extent", "missed"):  # where its spans are now cannot be told
        return None
    if known is None:
        content = _by_words(rows, correction)
        known = None if content is None else rows.over(correction.field, content)
    return None if known is None else Tie(known, correction)


def _moved(article: Article, correction: Correction) -> Correction | None:
    """The correction with its spans where its words stand now; None where the text around them was changed.

    The text from its first span to its last must be the same to the letter. It is looked for with the words to both
    sides, then with those to one, then alone: by them one "Yes" is told from another.
    """
    text = _text(article, correction.field)
    spans = [*correction.content, *correction.content_now, *correction.cue, *correction.source]
    if not correction.content:
        return None
    context, place = correction.context, correction.context_at
    if any(not 0 <= start - place < end - place <= len(context) for start, end in spans):
        return None  # it does not hold the spans: no correction that was checked
    begin, end = min(start for start, _ in spans) - place, max(end for _, end in spans) - place
    sides = sorted([(begin, len(context)), (0, end)], key=_longest_first)
    for first, last in ((0, len(context)), *sides, (begin, end)):
        at = _nearest(text, context[first:last], place + first)
        if at is not None:
            by = at - place - first
            break
    else:
        return None
    return replace(
        correction,
        content=_shifted(correction.content, by),
        content_now=_shifted(correction.content_now, by),
        cue=_shifted(correction.cue, by),
        source=_shifted(correction.source, by),
        context_at=place + by,
    )


def _longest_first(span: Span) -> int:
    return span[0] - span[1]


def _by_words(rows: _Rows, correction: Correction) -> tuple[Span, ...] | None:
    """Where the same words stand, nearest to where they stood: each span's in turn."""
    text = _text(rows.article, correction.field)
    here = rows.words_of(correction.field, text)
    found: list[Span] = []
    after, at = 0, 0
    for start, end in correction.content:
        said = correction.text[at : at + end - start]
        at += end - start + 1
        run = [word.key for word in words(said)]
        if not run:
            continue
        where = here.following(run, after) if found else here.nearest(run, start)
        if where is None:
            return None
        found.append((here.spans[where[0]][0], here.spans[where[-1]][1]))
        after = where[-1] + 1
    return tuple(found) or None


def _nearest(text: str, wanted: str, place: int) -> int | None:
    """Where some words stand in a text, nearest to a place."""
    place = min(max(place, 0), len(text))
    if text.startswith(wanted, place):
        return place
    after = text.find(wanted, place)
    head = text[: place + len(wanted)]
    # Backwards by the reversed text: `rfind` may take the product of both lengths, `find` never does.
    back = head[::-1].find(wanted[::-1])
    before = -1 if back < 0 else len(head) - back - len(wanted)
    if after < 0 or before < 0:
        return None if after == before else max(after, before)
    return after if after - place < place - before else before


def _share(one: Sequence[Span], other: Sequence[Span]) -> float:
    """How much two contents share, of the longer one."""
    longer = max(_length(one), _length(other))
    if not longer:
        return 0.0
    one, other = sorted(one), sorted(other)
    shared, first, second = 0, 0, 0
    while first < len(one) and second < len(other):
        shared += max(0, min(one[first][1], other[second][1]) - max(one[first][0], other[second][0]))
        if one[first][1] < other[second][1]:
            first += 1
        else:
            second += 1
    return shared / longer


def _length(spans: Sequence[Span]) -> int:
    return sum(end - start for start, end in spans)


def _shifted(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    return tuple((start + by, end + by) for start, end in spans)


def _text(article: Article, field: str) -> str:
    try:
        return article.field_text(field)
    except KeyError:
        return ""
