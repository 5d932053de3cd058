"""Label Studio's tasks, after https://labelstud.io/guide/predictions and https://labelstud.io/tags/text."""

import io
import json
import xml.etree.ElementTree as ET
from typing import Any

import jsonschema

from onrecord.formats import write
from onrecord.formats.labelstudio import CONFIGURATION
from onrecord.model import Record

PLACE = {"start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 1}}
# What the two pages ask for of a task with predictions.
SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["data", "predictions"],
        "properties": {
            "data": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}},
            "predictions": {
                "type": "array",
                "items": {
                    "required": ["model_version", "result"],
                    "properties": {
                        "model_version": {"type": "string"},
                        "result": {"type": "array", "items": {"$ref": "#/$defs/result"}},
                    },
                },
            },
        },
    },
    "$defs": {
        "result": {
            "oneOf": [
                {
                    "required": ["id", "from_name", "to_name", "type", "value"],
                    "properties": {
                        "id": {"type": "string"},
                        "type": {"enum": ["labels", "choices", "textarea"]},
                        "value": {
                            "type": "object",
                            "required": ["start", "end", "text"],
                            "properties": PLACE,
                        },
                        "score": {"type": "number", "minimum": 0, "maximum": 1},
                    },
                },
                {
                    "required": ["type", "from_id", "to_id", "direction"],
                    "properties": {
                        "type": {"const": "relation"},
                        "direction": {"enum": ["left", "right", "bi"]},
                        "labels": {"type": "array", "items": {"type": "string"}},
                    },
                },
            ]
        }
    },
}

REGIONS = """\
0-content-0 Content 2 13 “Go <now>,”
0-content-1 Content 29 43 “We say ‘no’.”
0-cue-0 Cue 14 18 said
0-source-0 Source 19 27 Ada & co
1-content-0 Content 37 41 ‘no’
1-cue-0 Cue 33 36 say
1-source-0 Source 30 32 We
2-content-0 Content 56 67 it was late
2-cue-0 Cue 49 55 agreed
2-source-0 Source 45 48 Ben
"""
TIES = """\
0-content-0 0-content-1 goes on
0-content-0 0-cue-0 cue
0-content-0 0-source-0 source
1-content-0 1-cue-0 cue
1-content-0 1-source-0 source
2-content-0 2-cue-0 cue
2-content-0 2-source-0 source
1-content-0 0-content-0 inside
"""
# The task of the headline, written by hand.
TITLE = {
    "data": {
        "text": "Ada: “Go” </script>",
        "article": "sha256:ab",
        "field": "title",
        "path": "a.html",
        "url": "https://g.example/a?b=1&c=<2>",
        "title": "Ada: “Go” </script>",
        "offsets": "half-open, in Unicode code points",
    },
    "predictions": [
        {
            "model_version": "test/1",
            "result": [
                {
                    "id": "3-content-0",
                    "from_name": "label",
                    "to_name": "text",
                    "type": "labels",
                    "value": {"start": 5, "end": 9, "text": "“Go”", "labels": ["Content"]},
                    "score": 0.5,
                },
                {
                    "id": "3-source-0",
                    "from_name": "label",
                    "to_name": "text",
                    "type": "labels",
                    "value": {"start": 0, "end": 3, "text": "Ada", "labels": ["Source"]},
                },
                {
                    "id": "3-content-0",
                    "from_name": "kind",
                    "to_name": "text",
                    "type": "choices",
                    "value": {"start": 5, "end": 9, "text": "“Go”", "choices": ["direct"]},
                },
                {
                    "id": "3-content-0",
                    "from_name": "act",
                    "to_name": "text",
                    "type": "choices",
                    "value": {"start": 5, "end": 9, "text": "“Go”", "choices": ["statement"]},
                },
                {
                    "id": "3-content-0",
                    "from_name": "speaker",
                    "to_name": "text",
                    "type": "textarea",
                    "value": {"start": 5, "end": 9, "text": ["Ada"]},
                },
                {
                    "type": "relation",
                    "from_id": "3-content-0",
                    "to_id": "3-source-0",
                    "direction": "right",
                    "labels": ["source"],
                },
            ],
        }
    ],
}


def written(*records: Record) -> list[dict[str, Any]]:
    out = io.BytesIO()
    write(records, out, form="labelstudio")
    tasks = json.loads(out.getvalue())
    jsonschema.validate(tasks, SCHEMA)
    return tasks


def results(task: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [one for one in task["predictions"][0]["result"] if one["type"] == kind]


def test_an_article_is_written_as_label_studio_has_it(brief: Record) -> None:
    body, title = written(brief)
    regions = results(body, "labels")
    told = (f"{one['id']} {' '.join(one['value']['labels'])} {one['value']['start']}" for one in regions)
    ends = (f"{one['value']['end']} {one['value']['text']}" for one in regions)
    assert "".join(f"{a} {b}\n" for a, b in zip(told, ends, strict=True)) == REGIONS
    ties = results(body, "relation")
    assert "".join(f"{one['from_id']} {one['to_id']} {one['labels'][0]}\n" for one in ties) == TIES
    assert title == TITLE


def test_places_count_code_points_so_that_an_emoji_is_one(brief: Record) -> None:
    (body, _) = written(brief)
    assert body["data"]["offsets"] == "half-open, in Unicode code points"
    for one in results(body, "labels"):
        # As the editor does: [...text].slice(start, end), by code points.
        assert body["data"]["text"][one["value"]["start"] : one["value"]["end"]] == one["value"]["text"]


def test_what_is_denied_is_said_to_be(brief: Record) -> None:
    (body, _) = written(brief)
    denied = [one["id"] for one in results(body, "choices") if one["from_name"] == "negated"]
    assert denied == ["2-content-0"]


def test_the_labelling_interface_has_a_place_for_every_answer(brief: Record, harbour: Record) -> None:
    names = {tag.get("name"): tag for tag in ET.fromstring(CONFIGURATION).iter() if tag.get("name")}
    values = {tag.get("value") for tag in ET.fromstring(CONFIGURATION).iter()}
    for task in written(brief, harbour):
        for one in task["predictions"][0]["result"]:
            said = (
                one["value"].get("labels", []) + one["value"].get("choices", [])
                if "value" in one
                else one["labels"]
            )
            assert set(said) <= values
            assert "value" not in one or {one["from_name"], one["to_name"]} <= set(names)


def test_hostile_words_keep_their_places(hostile: Record) -> None:
    (task,) = written(hostile)
    assert len(task["data"]["text"]) == len(hostile.article.body)
    for one in results(task, "labels"):
        assert task["data"]["text"][one["value"]["start"] : one["value"]["end"]] == one["value"]["text"]


def test_no_article_is_an_empty_list() -> None:
    assert written() == []
