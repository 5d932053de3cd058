"""doccano's JSON Lines for relation extraction, written and read: texts with entities, and relations between these.

The form is the one that doccano (https://github.com/doccano/doccano) imports and exports for sequence labelling with
relations: `text`, `entities` (`id`, `label`, `start_offset`, `end_offset`) and `relations` (`id`, `from_id`,
`to_id`, `type`); what else a line holds it keeps as metadata. Offsets count Unicode code points, the end not included.
Without relations it exports `label` (in other versions `labels`): a list of [start, end, label].
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.formats.annotated import AnnotatedText, checked_span, failed, role_of
from onrecord.formats.jsonl import to_json
from onrecord.formats.standoff import NO_WORDS, OFFSETS, MarkedText, marked_texts, without_words
from onrecord.formats.tied import Stretch, Tie, attributions_of, nests
from onrecord.model import Failure, Record, Speaker

LABELS = {"content": "Content", "cue": "Cue", "source": "Source"}


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """One unbroken stretch of marked words."""

    id: int
    label: str
    start_offset: int
    end_offset: int


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """A tie between two entities.

    `type` is `cue` or `source` (from a content to its own), `goes on` (from a stretch to the next of the same
    words) or `inside` (from a quotation's content to that of the quotation that it stands in).
    """

    id: int
    from_id: int
    to_id: int
    type: str


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What doccano has no place for, of one quotation; `entity` is the first stretch of its content."""

    id: str
    entity: int
    kind: str
    act: str
    negated: bool
    speakers: tuple[Speaker, ...]
    by: str


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One text: a line of the file."""

    text: str
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]
    article: str | None
    field: str
    path: str | None
    url: str | None
    offsets: str = OFFSETS
    quotations: tuple[Told, ...] = ()


def write_doccano(records: Iterable[Record], out: BinaryIO) -> Counter[str]:
    """One line a text; ids of entities and relations are counted over the whole file. Gives what was left out."""
    left_out: Counter[str] = Counter()
    numbers, ties = itertools.count(1), itertools.count(1)
    for record in records:
        left_out[NO_WORDS] += without_words(record)
        for text in marked_texts(record):
            out.write(to_json(line(text, numbers, ties)) + b"\n")
        out.flush()
    return +left_out


def line(text: MarkedText, numbers: Iterator[int], ties: Iterator[int]) -> Line:
    """One text as doccano takes it; `numbers` and `ties` give the ids of entities and of relations."""
    entities: list[Entity] = []
    relations: list[Relation] = []
    told: list[Told] = []
    contents: dict[str, int] = {}
    for row in text.quotations:
        firsts: dict[str, int] = {}
        for role, spans in row.roles():
            last: int | None = None
            for start, end in spans:
                number = next(numbers)
                entities.append(Entity(id=number, label=LABELS[role], start_offset=start, end_offset=end))
                if last is not None:
                    relations.append(Relation(id=next(ties), from_id=last, to_id=number, type="goes on"))
                firsts.setdefault(role, number)
                last = number
        for role in ("cue", "source"):
            if role in firsts:
                relations.append(
                    Relation(id=next(ties), from_id=firsts["content"], to_id=firsts[role], type=role)
                )
        quotation = row.quotation
        contents[quotation.id] = firsts["content"]
        told.append(
            Told(
                id=quotation.id,
                entity=firsts["content"],
                kind=quotation.kind,
                act=quotation.act,
                negated=quotation.negated,
                speakers=quotation.speakers,
                by=quotation.by,
            )
        )
    for row in text.quotations:
        inner, outer = contents[row.quotation.id], contents.get(row.quotation.parent or "")
        if outer is not None:
            relations.append(Relation(id=next(ties), from_id=inner, to_id=outer, type="inside"))
    return Line(
        text=text.text,
        entities=tuple(entities),
        relations=tuple(relations),
        article=text.article.id,
        field=text.field,
        path=text.article.path,
        url=text.article.url,
        quotations=tuple(told),
    )


class _Drawn(msgspec.Struct, frozen=True):
    id: int | str
    label: str
    start_offset: int
    end_offset: int


class _Tied(msgspec.Struct, frozen=True):
    from_id: int | str
    to_id: int | str
    type: str = ""


class _Exported(msgspec.Struct, frozen=True):
    """A line as doccano exports it; `article`, `field` and `quotations` are there where onrecord wrote it first."""

    text: str
    id: int | str | None = None
    entities: tuple[_Drawn, ...] = ()
    relations: tuple[_Tied, ...] = ()
    label: tuple[tuple[int, int, str], ...] = ()
    labels: tuple[tuple[int, int, str], ...] = ()
    article: str | None = None
    field: str = "text"
    quotations: tuple[Told, ...] = ()


def read_doccano(data: bytes, left_out: Counter[str]) -> Iterator[AnnotatedText | Failure]:
    """The texts of a file that doccano exported; a bad line is a failure, and the others are read.

    Entities with other labels than those of a source, cue or content go to `left_out`.
    """
    decoder = msgspec.json.Decoder(_Exported)
    for number, one in enumerate(data.splitlines(), start=1):
        if not one.strip():
            continue
        try:
            yield _read(decoder.decode(one), number, left_out)
        except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
            yield failed(f"line {number}", f"it is not of the form that doccano exports: {error}.")
        except UnreadableInput as error:
            yield failed(f"line {number}", error)


def _read(line: _Exported, number: int, left_out: Counter[str]) -> AnnotatedText:
    drawn = [
        *line.entities,
        *(
            _Drawn(id=f"label {place}", label=label, start_offset=start, end_offset=end)
            for place, (start, end, label) in enumerate((*line.label, *line.labels), start=1)
        ),
    ]
    speakers = {str(told.entity): told.speakers for told in line.quotations}
    stretches = []
    for one in drawn:
        span = checked_span(line.text, one.start_offset, one.end_offset)
        role = role_of(one.label)
        if role is None:
            left_out[f"entities labelled {one.label}"] += 1
            continue
        id = str(one.id)
        stretches.append(Stretch(id=id, role=role, spans=(span,), speakers=speakers.get(id, ())))
    ties = [
        Tie(first=str(tie.from_id), second=str(tie.to_id), nests=nests(tie.type)) for tie in line.relations
    ]
    found, linked = attributions_of(stretches, ties)
    name = line.article or (f"line {number}" if line.id is None else str(line.id))
    name = name if line.field == "text" else f"{name} ({line.field})"
    return AnnotatedText(id=name, text=line.text, attributions=found, linked=linked)
