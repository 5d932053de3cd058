"""The flat form of a record: one row a quotation, with the sentence that it stands in."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.corrections.attaching import attached
from onrecord.formats.layout import words_of
from onrecord.formats.pieces import field_text
from onrecord.formats.visible import one_line, visible
from onrecord.model import Correction, Date, Quotation, Record, Span
from onrecord.text import sentences

BETWEEN_NAMES = "; "


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One quotation in one row. `start` and `end` bound its content in the article's `field`."""

    article: str | None
    path: str | None
    url: str | None
    title: str | None
    outlet: str | None
    published: str | None
    authors: str
    quotation: str
    parent: str | None
    field: str
    kind: str
    act: str
    negated: bool
    speakers: str
    speaker_kinds: str
    labels: str
    speaker_ids: str
    candidates: str
    source: str
    cue: str
    content: str
    sentence: str
    date: str | None
    date_precision: str | None
    date_words: str | None
    venue: str | None
    addressee: str | None
    start: int
    end: int
    confidence: float
    by: str
    corrections: str  # what persons say is wrong: speaker, extent, no_quotation, missed
    corrected_speakers: (
        str | None
    )  # by hand; empty where it is not known who said it, null where that was not corrected


def rows(record: Record) -> Iterator[Row]:
    """The rows of one record: every quotation, whatever its act, in the record's order."""
    article = record.article
    sentences_by_field: dict[str, _Sentences] = {}
    by_hand = attached(record) if record.corrections else {}
    for quotation in record.quotations:
        text = field_text(article, quotation.field)
        if quotation.field not in sentences_by_field:
            sentences_by_field[quotation.field] = _Sentences(text)
        start, end = _bounds(quotation, text)
        yield Row(
            article=_clean(article.id),
            path=_path(article.path),
            url=_path(article.url),
            title=_clean(article.title),
            outlet=_clean(article.outlet),
            published=_date(article.published),
            authors=one_line(BETWEEN_NAMES.join(article.authors)),
            quotation=one_line(quotation.id),
            parent=_clean(quotation.parent),
            field=quotation.field,
            kind=quotation.kind,
            act=quotation.act,
            negated=quotation.negated,
            speakers=one_line(BETWEEN_NAMES.join(speaker.name or "" for speaker in quotation.speakers)),
            speaker_kinds=BETWEEN_NAMES.join(speaker.kind for speaker in quotation.speakers),
            labels=_joined(speaker.label for speaker in quotation.speakers),
            speaker_ids=_joined(speaker.id for speaker in quotation.speakers),
            candidates=_joined(speaker.name for speaker in quotation.candidates),
            source=words_of(text, quotation.source),
            cue=words_of(text, quotation.cue),
            content=words_of(text, quotation.content),
            sentence=sentences_by_field[quotation.field].around(start, end),
            date=_date(quotation.date),
            date_precision=quotation.date.precision if quotation.date else None,
            date_words=_clean(quotation.date.text) if quotation.date else None,
            venue=_clean(quotation.venue),
            addressee=_clean(quotation.addressee),
            start=start,
            end=end,
            confidence=quotation.confidence,
            by=one_line(quotation.by),
            corrections=BETWEEN_NAMES.join(
                dict.fromkeys(correction.says for correction in by_hand.get(quotation.id, ()))
            ),
            corrected_speakers=_corrected_speakers(by_hand.get(quotation.id, ())),
        )


def _corrected_speakers(corrections: Sequence[Correction]) -> str | None:
    """The speakers that the latest correction names."""
    for correction in reversed(corrections):
        if correction.says == "speaker" or correction.speakers:
            return one_line(BETWEEN_NAMES.join(speaker.name or "" for speaker in correction.speakers))
    return None


def _bounds(quotation: Quotation, text: str) -> Span:
    """From the first character of the content to its last, cut to the text."""
    start = min((start for start, _ in quotation.content), default=0)
    end = max((end for _, end in quotation.content), default=0)
    return min(max(start, 0), len(text)), min(max(end, 0), len(text))


class _Sentences:
    """The sentences of one field, found once for all its quotations."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = sentences(text)
        self._starts = [start for start, _ in self._spans]

    def around(self, start: int, end: int) -> str:
        """The sentence, or the sentences, that hold the words from `start` to `end`."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, max(end - 1, start)) - 1
        left = min(self._spans[first][0], start) if first >= 0 else start
        right = max(self._spans[last][1], end) if last >= 0 else end
        return words_of(self._text, ((left, right),))


def _joined(names: Iterable[str | None]) -> str:
    """One place a speaker, so that the columns line up; empty where none has any."""
    told = [name or "" for name in names]
    return one_line(BETWEEN_NAMES.join(told)) if any(told) else ""


def _clean(text: str | None) -> str | None:
    return None if text is None else one_line(text)


def _path(path: str | None) -> str | None:
    return None if path is None else visible(path)


def _date(date: Date | None) -> str | None:
    """The ISO value, or the article's words where it has none."""
    return None if date is None else one_line(date.value or date.text)
