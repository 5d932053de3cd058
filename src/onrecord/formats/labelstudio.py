"""Label Studio's tasks: a text each, with what was found as a prediction to accept or mend.

The form is Label Studio's JSON of tasks with predictions (https://labelstud.io/guide/predictions and
https://labelstud.io/tags/text): regions with `start`, `end`, `text` and `labels`, and relations between regions.
Offsets count Unicode code points, as Label Studio's editor does (its own tests: "should calculate offsets by code
points in text"; its issue 1008 and pull request 1559). Its releases before 2022 counted UTF-16 units: there, marks
after an emoji lie too far left.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any, BinaryIO

from onrecord.formats.jsonl import to_json
from onrecord.formats.standoff import (
    NO_WORDS,
    OFFSETS,
    MarkedQuotation,
    MarkedText,
    marked_texts,
    without_words,
)
from onrecord.model import Record, Span

LABELS = {"content": "Content", "cue": "Cue", "source": "Source"}
# The project's labelling interface that the tasks are for (Settings, Labeling Interface, Code).
CONFIGURATION = """<View>
  <Style>.htx-text { white-space: pre-wrap; }</Style>
  <Labels name="label" toName="text">
    <Label value="Content"/><Label value="Cue"/><Label value="Source"/>
  </Labels>
  <Relations>
    <Relation value="cue"/><Relation value="source"/><Relation value="goes on"/><Relation value="inside"/>
  </Relations>
  <Text name="text" value="$text"/>
  <Choices name="kind" toName="text" perRegion="true">
    <Choice value="direct"/><Choice value="indirect"/><Choice value="mixed"/>
  </Choices>
  <Choices name="act" toName="text" perRegion="true">
    <Choice value="statement"/><Choice value="belief"/><Choice value="intention"/>
    <Choice value="decree"/><Choice value="perception"/><Choice value="other"/>
  </Choices>
  <Choices name="negated" toName="text" perRegion="true"><Choice value="negated"/></Choices>
  <TextArea name="speaker" toName="text" perRegion="true"/>
</View>
"""


def write_labelstudio(records: Iterable[Record], out: BinaryIO) -> Counter[str]:
    """A list of tasks, one text and one line each; gives what was left out."""
    left_out: Counter[str] = Counter()
    opening = b"[\n"
    for record in records:
        left_out[NO_WORDS] += without_words(record)
        for text in marked_texts(record):
            out.write(opening + to_json(task(text)))
            opening = b",\n"
        out.flush()
    out.write(b"\n]\n" if opening == b",\n" else b"[]\n")
    return +left_out


def task(text: MarkedText) -> dict[str, Any]:
    """One text as a task. A region is called by its quotation's place in the record, its role and its number."""
    article = text.article
    data = {"text": text.text, "article": article.id, "field": text.field, "path": article.path}
    data |= {"url": article.url, "title": article.title, "offsets": OFFSETS}
    regions: list[dict[str, Any]] = []
    contents: dict[str, str] = {}
    for row in text.quotations:
        regions += _quotation(text.text, row)
        contents[row.quotation.id] = _name(row, "content", 0)
    for row in text.quotations:
        outer = contents.get(row.quotation.parent or "")
        if outer is not None:
            regions.append(_tie(contents[row.quotation.id], outer, "inside"))
    producers = sorted({row.quotation.by for row in text.quotations})
    return {"data": data, "predictions": [{"model_version": ", ".join(producers), "result": regions}]}


def _quotation(text: str, row: MarkedQuotation) -> Iterable[dict[str, Any]]:
    """The regions of one quotation, what is said of its content, and the ties between them."""
    quotation = row.quotation
    for role, spans in row.roles():
        for number, span in enumerate(spans):
            yield _about(text, row, role, number, span, name="label", kind="labels", value=[LABELS[role]])
    first = row.content[0]
    answers: list[tuple[str, str, list[str]]] = [
        ("kind", "choices", [quotation.kind]),
        ("act", "choices", [quotation.act]),
    ]
    answers += [("negated", "choices", ["negated"])] if quotation.negated else []
    names = [speaker.name for speaker in quotation.speakers if speaker.name]
    answers += [("speaker", "textarea", names)] if names else []
    for name, kind, value in answers:
        yield _about(text, row, "content", 0, first, name=name, kind=kind, value=value)
    for role, spans in row.roles():
        for number in range(1, len(spans)):
            yield _tie(_name(row, role, number - 1), _name(row, role, number), "goes on")
        if spans and role != "content":
            yield _tie(_name(row, "content", 0), _name(row, role, 0), role)


def _about(
    text: str,
    row: MarkedQuotation,
    role: str,
    number: int,
    span: Span,
    *,
    name: str,
    kind: str,
    value: list[str],
) -> dict[str, Any]:
    """One result: a label, or an answer to a question about a region, which has the region's own id."""
    start, end = span
    place: dict[str, Any] = {"start": start, "end": end}
    place |= {"text": value} if kind == "textarea" else {"text": text[start:end], kind: value}
    result = {
        "id": _name(row, role, number),
        "from_name": name,
        "to_name": "text",
        "type": kind,
        "value": place,
    }
    return result | ({"score": row.quotation.confidence} if kind == "labels" and role == "content" else {})


def _name(row: MarkedQuotation, role: str, number: int) -> str:
    return f"{row.number}-{role}-{number}"


def _tie(start: str, end: str, label: str) -> dict[str, Any]:
    return {"type": "relation", "from_id": start, "to_id": end, "direction": "right", "labels": [label]}
