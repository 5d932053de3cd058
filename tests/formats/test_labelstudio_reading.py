"""Reading Label Studio's export, after https://labelstud.io/guide/task_format and https://labelstud.io/tags/text."""

import io
import json
from collections import Counter
from typing import Any

import pytest

from onrecord.errors import UnreadableInput
from onrecord.formats import write
from onrecord.formats.annotated import AnnotatedText, Attribution
from onrecord.formats.labelstudio_reading import Side, read_labelstudio
from onrecord.model import Failure, Record

from .lock import AMSEL, BRANDT, TEXT, person


def region(id: str, label: str, start: int, end: int, **value: object) -> dict[str, Any]:
    return {
        "id": id,
        "from_name": "role",
        "to_name": "text",
        "type": "labels",
        "origin": "manual",
        "value": {"start": start, "end": end, "labels": [label], **value},
    }


def tie(start: str, end: str, direction: str = "right", *labels: str) -> dict[str, Any]:
    return {
        "type": "relation",
        "from_id": start,
        "to_id": end,
        "direction": direction,
        "labels": list(labels),
    }


# Written by hand. A region may say its words or not; a relation may have labels or not, and point either way.
RESULT = [
    region("s1", "Source", 21, 33, text="Odile Brandt"),
    region("v1", "Cue", 34, 38),
    region("q1", "Content", 0, 19, text="The lock stays shut"),
    region("s2", "Source", 61, 70),
    region("v2", "Cue", 71, 75),
    region("q2", "Content", 40, 60),
    region("q3", "Content", 87, 103),
    region("g1", "Group", 76, 85),
    tie("q1", "s1"),
    tie("v1", "q1", "left"),
    tie("q2", "q3", "right", "goes on"),
    tie("q2", "v2"),
    tie("q3", "s2", "bi"),
]


def answer(result: list[dict[str, Any]], **more: object) -> dict[str, Any]:
    return {
        "id": 1,
        "completed_by": 10,
        "was_cancelled": False,
        "ground_truth": False,
        "result": result,
        **more,
    }


def task(*annotations: dict[str, Any], predictions: object = (), **data: str) -> dict[str, Any]:
    return {
        "id": 7,
        "created_at": "2031-03-09T21:52:49Z",
        "project": 83,
        "data": {"text": TEXT, **data},
        "annotations": list(annotations),
        "predictions": predictions,
    }


def read(tasks: object, side: Side = "gold") -> list[AnnotatedText | Failure]:
    return list(read_labelstudio(json.dumps(tasks).encode(), side, Counter()))


def attributions(tasks: object, side: Side = "gold") -> tuple[Attribution, ...]:
    (found,) = read(tasks, side)
    assert isinstance(found, AnnotatedText)
    return found.attributions


def test_regions_and_relations_are_attributions() -> None:
    left_out: Counter[str] = Counter()
    (found,) = read_labelstudio(json.dumps([task(answer(RESULT))]).encode(), "gold", left_out)
    assert found == AnnotatedText(id="7", text=TEXT, attributions=(BRANDT, AMSEL))
    assert left_out == {"regions labelled Group": 1}


def test_the_answer_of_the_side_is_taken() -> None:
    first, second = RESULT[2:3], RESULT[5:6]
    cancelled, truth = answer([], was_cancelled=True), answer(second, ground_truth=True)
    guess = {"model_version": "m 1", "score": 0.5, "result": [region("p", "Content", 61, 70)]}
    both = [task(cancelled, answer(first), truth, predictions=[guess])]
    assert attributions(both)[0].content == ((40, 60),)
    assert attributions([task(cancelled, answer(first))])[0].content == ((0, 19),)
    assert attributions(both, "predicted")[0].content == ((61, 70),)
    assert attributions([task(predictions=[guess])])[0].content == ((61, 70),)


def test_one_task_by_itself_is_read() -> None:
    assert attributions(task(answer(RESULT))) == (BRANDT, AMSEL)


def test_a_speaker_that_was_written_in_is_kept() -> None:
    said = {"id": "q1", "from_name": "speaker", "to_name": "text", "type": "textarea"}
    said |= {"value": {"start": 0, "end": 19, "text": ["Odile Brandt"]}}
    assert attributions([task(answer([*RESULT, said]))])[0].speakers == person("Odile Brandt")


def test_a_bad_task_is_told_and_the_others_are_read() -> None:
    drawn = region("x", "Cue", 0, 4) | {"type": "hypertextlabels"}
    drawn["value"] = {"start": "/p[1]/text()[1]", "end": "/p[1]/text()[1]", "hypertextlabels": ["Cue"]}
    moved = answer([region("q1", "Content", 1, 20, text="The lock stays shut")])
    found = read(
        [
            {"data": 3},
            task(answer(RESULT)),
            task(),
            task(answer([drawn])),
            task(moved),
            {"data": {}, "annotations": [moved]},
        ]
    )
    told = [one.reason if isinstance(one, Failure) else None for one in found]
    assert told[0] is not None
    assert told[0].startswith("task 1: it is not of the form that Label Studio exports as JSON: ")
    assert told[1] is None
    assert told[2] == "task 3: nobody has annotated it, and it has no prediction: export finished tasks."
    assert told[3] == "task 4: the region x has no start and end in characters: export from a <Text> tag."
    assert str(told[4]).startswith("task 5: it marks 1 to 20 as “The lock stays shut”")
    assert str(told[5]).startswith('task 6: its data has no "text"')


def test_what_is_no_list_of_tasks_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="no list of tasks, as Label Studio exports as JSON"):
        read("tasks")


def test_what_onrecord_writes_comes_back(brief: Record) -> None:
    out = io.BytesIO()
    write([brief], out, form="labelstudio")
    body, title = read_labelstudio(out.getvalue(), "gold", Counter())
    assert isinstance(body, AnnotatedText)
    assert isinstance(title, AnnotatedText)
    wanted = [(row.source, row.cue, row.content) for row in brief.quotations]
    found = (*body.attributions, *title.attributions)
    assert [(one.source, one.cue, one.content) for one in found] == wanted
    assert [one.speakers[0].name for one in found] == ["Ada", "We", "Ben", "Ada"]
    assert [one.nested for one in body.attributions] == [False, True, False]


def test_hostile_words_come_back(hostile: Record) -> None:
    out = io.BytesIO()
    write([hostile], out, form="labelstudio")
    (found,) = read_labelstudio(out.getvalue(), "gold", Counter())
    assert isinstance(found, AnnotatedText)
    assert len(found.attributions) == 1
