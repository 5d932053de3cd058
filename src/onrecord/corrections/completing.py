"""A correction made whole, with the words and the place that it is tied by, and checked before it is kept.

A draft says only what a person says: on which quotation, what is wrong, and what is right.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from msgspec.structs import replace

from onrecord.corrections.applying import apply
from onrecord.errors import BadCorrection
from onrecord.model import Article, Correction, Quotation, Record, Span, Speaker, correction_id

# Bounds, so that a file from elsewhere cannot fill a ledger: no article comes near them.
MOST_CORRECTIONS = 1_000  # of one article
MOST_SPANS = 1_000
MOST_SPEAKERS = 50
LONGEST_NAME = 500
LONGEST_NOTE = 5_000
LONGEST_BY = 200
AROUND = 40  # characters kept to either side of the spans: some words, so that the same words elsewhere are told apart

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def completed(record: Record, draft: Correction) -> Correction:
    """The correction that a draft means, for the article of a record: with its words, its place, its time and its id.

    Where it is on a quotation, its field and content are the quotation's. An extent says all of content, cue and
    source; only a content that is left out stays. Raises `BadCorrection` for a quotation that the record has not, spans
    that are not in the field, and values that do not go with what it says.
    """
    article = record.article
    draft = _on_quotation(record, draft)
    if draft.says == "missed" and not draft.content_now:
        draft = replace(draft, content_now=draft.content)
    text = _text(article, draft.field)
    for name, spans in _all_spans(draft):
        _check_spans(name, spans, text=text, field=draft.field)
    if not draft.content:
        raise BadCorrection("a correction needs a quotation, or the spans of the words that are one")
    begin, end = _stretch(draft)
    begin, end = max(begin - AROUND, 0), min(end + AROUND, len(text))
    made = replace(
        draft,
        id=None,
        article=article.id,
        text=words_at(text, draft.content),
        context=text[begin:end],
        context_at=begin,
        speakers=tuple(_by_hand(speaker) for speaker in draft.speakers),
        note=_writable(draft.note).strip(),
        by=_on_one_line(draft.by),
        at=draft.at or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    made = replace(made, id=correction_id(made))
    check(made)
    return made


def check(correction: Correction) -> None:
    """Raise `BadCorrection` where a whole correction does not hold together: spans, words, values and id.

    It is held to its own context, and not to an article: the article may have been read otherwise since.
    """
    if correction.id != correction_id(correction):
        raise BadCorrection(f"correction {correction.id}: its id is not that of what it says: make it anew")
    context, begin = correction.context, correction.context_at
    if begin < 0:
        raise BadCorrection(f"correction {correction.id}: its context_at is {begin}: no field begins there")
    for name, spans in _all_spans(correction):
        inside = tuple((start - begin, end - begin) for start, end in spans)
        _check_spans(name, inside, text=context, field="its context")
    if correction.text != words_at(context, _moved(correction.content, -begin)):
        raise BadCorrection(f"correction {correction.id}: its text is not what stands at its content")
    _check_values(correction)
    _check_bounds(correction)


def words_at(text: str, spans: Sequence[Span]) -> str:
    """The words of some spans, with a space between two of them."""
    return " ".join(text[start:end] for start, end in spans)


def _on_quotation(record: Record, draft: Correction) -> Correction:
    if draft.quotation is None:
        return draft
    if draft.says == "missed":
        raise BadCorrection("a quotation that was missed has no id: leave it out, and give its content")
    row = _row(record, draft.quotation)
    if row is None:
        raise BadCorrection(f"article {record.article.id} has no quotation {draft.quotation}")
    if draft.says == "extent" and not draft.content_now:
        draft = replace(draft, content_now=row.content)
    return replace(draft, quotation=row.id, field=row.field, content=row.content)


def _row(record: Record, id: str) -> Quotation | None:
    """The quotation of an id: the machine's, also by the id of its corrected extent, or one that a person has added."""
    for row in record.quotations:
        if row.id == id:
            return row
    applied = apply(record)
    before = {now: id for id, now in applied.ids.items()}
    rows = {row.id: row for row in (*applied.record.quotations, *record.quotations)}
    return rows.get(before.get(id) or "") or rows.get(id)


def _check_spans(name: str, spans: Sequence[Span], *, text: str, field: str) -> None:
    last = 0
    for start, end in spans:
        if start < last or end <= start or end > len(text):
            raise BadCorrection(
                f"{name} {_told(spans)}: each span must hold something, come after the one before it, and lie within "
                f"{field}, which has {len(text):,} characters"
            )
        last = end
    if len(spans) > MOST_SPANS:
        raise BadCorrection(f"{name} has {len(spans):,} spans, more than {MOST_SPANS:,}")


def _check_values(correction: Correction) -> None:
    """What a correction says, and what it must and must not give for it."""
    says = correction.says
    if not correction.content:
        raise BadCorrection(f"a correction that says {says} needs the content that it is made on")
    if (says == "missed") != (correction.quotation is None):
        raise BadCorrection("a correction is on a quotation, unless it says that one was missed")
    if correction.speakers and says not in ("speaker", "missed"):
        raise BadCorrection(f"a correction that says {says} takes no speakers: make another one for them")
    if says in ("extent", "missed"):
        if not correction.content_now:
            raise BadCorrection(f"a correction that says {says} needs content_now: where the content stands")
    elif correction.content_now or correction.cue or correction.source:
        raise BadCorrection(f"a correction that says {says} takes no spans: make another one for the extent")
    if says == "missed" and correction.content_now != correction.content:
        raise BadCorrection("the content of a quotation that was missed is its content_now: give both alike")


def _check_bounds(correction: Correction) -> None:
    for name, text, most in (("note", correction.note, LONGEST_NOTE), ("by", correction.by, LONGEST_BY)):
        if len(text) > most:
            raise BadCorrection(f"the {name} has {len(text):,} characters, more than {most:,}: shorten it")
    if len(correction.speakers) > MOST_SPEAKERS:
        raise BadCorrection(f"{len(correction.speakers)} speakers are more than {MOST_SPEAKERS}")
    for speaker in correction.speakers:
        if not speaker.name or len(speaker.name) > LONGEST_NAME or len(speaker.id or "") > LONGEST_NAME:
            raise BadCorrection(f"a speaker needs a name, of at most {LONGEST_NAME} characters")
        if speaker.evidence:
            raise BadCorrection("a speaker that a person names has no evidence but the person: leave it out")
    try:
        datetime.fromisoformat(correction.at or "")
    except ValueError:
        moment = None
    else:
        moment = _MOMENT.fullmatch(correction.at or "")
    if moment is None:
        raise BadCorrection(f"the time {correction.at!r} is none in UTC such as 2031-10-15T07:30:00Z")


def _by_hand(speaker: Speaker) -> Speaker:
    """A speaker as a person names it: the register's label is looked up whenever it is shown."""
    return Speaker(name=_on_one_line(speaker.name or ""), kind=speaker.kind, id=speaker.id, confidence=1.0)


def _on_one_line(text: str) -> str:
    return " ".join(_writable(text).split())


def _writable(text: str) -> str:
    """The text without what UTF-8 has no bytes for, which a command line may hold."""
    return text.encode("utf-8", "replace").decode()


def _all_spans(correction: Correction) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    return (
        ("content", correction.content),
        ("content_now", correction.content_now),
        ("cue", correction.cue),
        ("source", correction.source),
    )


def _stretch(correction: Correction) -> Span:
    """From the first of a correction's spans to the last."""
    spans = [span for _, spans in _all_spans(correction) for span in spans]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _moved(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    return tuple((start + by, end + by) for start, end in spans)


def _text(article: Article, field: str) -> str:
    try:
        return article.field_text(field)
    except KeyError:
        raise BadCorrection(
            f"the article has no field {field!r}: there are text, title, deck and captions.0, captions.1, ..."
        ) from None


def _told(spans: Sequence[Span]) -> str:
    shown = ",".join(f"{start}-{end}" for start, end in spans[:10])
    return shown + (",..." if len(spans) > 10 else "")
