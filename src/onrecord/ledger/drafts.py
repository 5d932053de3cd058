"""What a person says is right, in words or places, made into corrections of a quotation or an article."""

import re
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection

from onrecord.corrections import corrected
from onrecord.errors import BadCorrection
from onrecord.ledger.corrections import find_quotation
from onrecord.ledger.keeping import read_record
from onrecord.ledger.naming import find_article
from onrecord.ledger.speakers import speakers_named
from onrecord.model import Correction, Quotation, Record, Span, Speaker, SpeakerKind

_PLACES = re.compile(r"\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9})*")
MOST_TOLD = 5  # places of the same words


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What a person says; null words and no speakers are what is not said.

    `content`, `cue` and `source` are words as they stand in the article, or places in it ("120-158,190-204").
    """

    speakers: tuple[str, ...] = ()
    kind: SpeakerKind = "person"
    unknown: bool = False
    content: str | None = None
    cue: str | None = None
    source: str | None = None
    no_quotation: bool = False
    missed: bool = False
    field: str = "text"
    note: str = ""
    by: str = ""

    @property
    def of_the_speaker(self) -> bool:
        """Whether something is said of who says it."""
        return self.unknown or bool(self.speakers)

    @property
    def of_the_extent(self) -> bool:
        """Whether something is said of where it stands."""
        return any(words is not None for words in (self.content, self.cue, self.source))


def drafts(connection: Connection, name: str, said: Said) -> tuple[str, list[Correction]]:
    """The article's id, and what is said of it: of the speaker and of the extent in two corrections.

    `name` is of a quotation (`corrections.find_quotation`), or of an article where one was missed. Raises
    `NotInLedger`, and `BadCorrection` where it says nothing, contradicts itself, or the words do not stand there.
    """
    _refuse_contradictions(said)
    if said.missed:
        record = read_record(connection, find_article(connection, name))
        return record.article.id or "", [_missed(connection, record, said)]
    number, id = find_quotation(connection, name)
    record = read_record(connection, number)
    row = next(row for row in (*record.quotations, *corrected(record).quotations) if row.id == id)
    return record.article.id or "", list(_on(connection, record, row, said))


def _refuse_contradictions(said: Said) -> None:
    """Refuse what says nothing, or does not go together."""
    if said.unknown and said.speakers:
        raise BadCorrection("somebody says it, or nobody is known to: not both")
    if said.missed and (said.content is None or said.no_quotation or said.unknown):
        raise BadCorrection(
            "one that was missed needs its content, and takes speakers, cue and source, nothing else"
        )
    if said.no_quotation and (said.of_the_speaker or said.of_the_extent):
        raise BadCorrection("that it is no quotation says it all: leave out the speaker and the words")
    if not (said.no_quotation or said.of_the_speaker or said.of_the_extent):
        raise BadCorrection(
            "say what is right: the speaker, that nobody is known to say it, other words, or that it is no quotation"
        )


def _missed(connection: Connection, record: Record, said: Said) -> Correction:
    text = _field(record, said.field)
    return Correction(
        says="missed",
        field=said.field,
        content=_spans("content", said.content, text),
        cue=_spans("cue", said.cue, text),
        source=_spans("source", said.source, text),
        speakers=tuple(_speaker(connection, one, said.kind) for one in said.speakers),
        note=said.note,
        by=said.by,
    )


def _on(connection: Connection, record: Record, row: Quotation, said: Said) -> Iterator[Correction]:
    if said.no_quotation:
        yield Correction(says="no_quotation", quotation=row.id, note=said.note, by=said.by)
    if said.of_the_extent:
        text, place = record.article.field_text(row.field), row.content[0][0]
        yield Correction(
            says="extent",
            quotation=row.id,
            content_now=_spans("content", said.content, text, near=place) or row.content,
            cue=row.cue if said.cue is None else _spans("cue", said.cue, text, near=place),
            source=row.source if said.source is None else _spans("source", said.source, text, near=place),
            note=said.note,
            by=said.by,
        )
    if said.of_the_speaker:
        speakers = tuple(_speaker(connection, one, said.kind) for one in said.speakers)
        yield Correction(says="speaker", quotation=row.id, speakers=speakers, note=said.note, by=said.by)


def _speaker(connection: Connection, name: str, kind: SpeakerKind) -> Speaker:
    """A speaker by an id of the register, or by name; with the id where just one of the register is called so."""
    found = speakers_named(connection, name)
    for one in found:
        if one.id == name:
            return Speaker(name=one.label, kind=one.kind, id=one.id)
    same = [one for one in found if one.kind == kind and name in one.aliases]
    return Speaker(name=name, kind=kind, id=same[0].id if len(same) == 1 else None)


def _field(record: Record, field: str) -> str:
    try:
        return record.article.field_text(field)
    except KeyError:
        raise BadCorrection(
            f"the article has no field {field}: there are text, title, deck, captions.0, ..."
        ) from None


def _spans(part: str, value: str | None, text: str, *, near: int | None = None) -> tuple[Span, ...]:
    """The spans that are meant: places, or words that stand once in the text (else those nearest to a place)."""
    if not value:
        return ()
    if _PLACES.fullmatch(value):
        pairs = (pair.split("-") for pair in value.split(","))
        return tuple((int(start), int(end)) for start, end in pairs)
    starts, at = [], text.find(value)
    while at >= 0:
        starts.append(at)
        at = text.find(value, at + 1)
    if not starts:
        raise BadCorrection(
            f"{part}: the article does not have these words, letter for letter: {value[:200]}"
        )
    if near is None and len(starts) > 1:
        places = ", ".join(f"{start}-{start + len(value)}" for start in starts[:MOST_TOLD])
        raise BadCorrection(
            f"{part}: these words stand there {len(starts)} times: give one of the places {places}"
        )
    start = min((abs(one - (near or 0)), one) for one in starts)[1]
    return ((start, start + len(value)),)
