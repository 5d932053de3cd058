"""Reads Label Studio's JSON export: tasks with a text each, regions drawn on it, and relations between these.

The form: https://labelstud.io/guide/task_format (`data`, `annotations` and `predictions`, each with its `result`) and
https://labelstud.io/tags/text (`value` with `start`, `end` and `labels`). Offsets count Unicode code points; see
`labelstudio` for the releases that counted otherwise.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.formats.annotated import AnnotatedText, checked_span, failed, role_of
from onrecord.formats.tied import Stretch, Tie, attributions_of, nests
from onrecord.model import Failure, Speaker

Side = Literal["gold", "predicted"]
_SPEAKER = "speaker"


class _Result(msgspec.Struct, frozen=True):
    type: str
    id: str = ""
    from_name: str = ""
    value: dict[str, Any] = {}
    from_id: str = ""
    to_id: str = ""
    direction: str = "right"
    labels: tuple[str, ...] | None = None


class _Answer(msgspec.Struct, frozen=True):
    result: tuple[_Result, ...]
    was_cancelled: bool = False
    ground_truth: bool = False


class _Task(msgspec.Struct, frozen=True):
    data: dict[str, Any]
    id: int | str | None = None
    annotations: tuple[_Answer | int, ...] = ()  # exports by id alone hold numbers
    predictions: tuple[_Answer | int, ...] = ()


def read_labelstudio(data: bytes, side: Side, left_out: Counter[str]) -> Iterator[AnnotatedText | Failure]:
    """The texts of an export; a bad task is a failure, and the others are read.

    Of the answers to a task, the one marked as ground truth is taken, else the first annotation that was not
    cancelled; for the `predicted` side, and where no person annotated, the first prediction. Regions with other labels
    than those of a source, cue or content go to `left_out`. Raises `UnreadableInput` where it is no list of tasks.
    """
    try:
        # One task by itself, as a storage that exports go to holds them, is a list of one.
        one = data.lstrip()[:1] == b"{"
        tasks = [msgspec.Raw(data)] if one else msgspec.json.decode(data, type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise UnreadableInput(f"it is no list of tasks, as Label Studio exports as JSON: {error}.") from error
    for number, raw in enumerate(tasks, start=1):
        try:
            yield _read(msgspec.json.decode(raw, type=_Task), number, side, left_out)
        except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
            yield failed(
                f"task {number}", f"it is not of the form that Label Studio exports as JSON: {error}."
            )
        except UnreadableInput as error:
            yield failed(f"task {number}", error)


def _read(task: _Task, number: int, side: Side, left_out: Counter[str]) -> AnnotatedText:
    text = _words(task.data)
    answer = _chosen(task, side)
    if answer is None:
        raise UnreadableInput("nobody has annotated it, and it has no prediction: export finished tasks.")
    speakers: dict[str, list[Speaker]] = defaultdict(list)
    for one in answer.result:
        if one.from_name == _SPEAKER:
            names = one.value.get("text") or one.value.get("choices") or []
            names = [names] if isinstance(names, str) else names
            speakers[one.id] += [Speaker(name=str(name), kind="person") for name in names]
    stretches: list[Stretch] = []
    ties: list[Tie] = []
    for one in answer.result:
        if one.type == "relation":
            inside = any(nests(label) for label in one.labels or ())
            first, second = (one.to_id, one.from_id) if one.direction == "left" else (one.from_id, one.to_id)
            ties.append(Tie(first=first, second=second, nests=inside))
        elif one.type.endswith("labels"):
            stretches += _stretches(text, one, tuple(speakers[one.id]), left_out)
    found, linked = attributions_of(stretches, ties)
    name = task.data.get("article") or task.id or f"task {number}"
    field = task.data.get("field", "text")
    name = str(name) if field == "text" else f"{name} ({field})"
    return AnnotatedText(id=name, text=text, attributions=found, linked=linked)


def _stretches(
    text: str, region: _Result, speakers: tuple[Speaker, ...], left_out: Counter[str]
) -> Iterator[Stretch]:
    """The region's words, where one of its labels is a role (the first that is); other labels are counted."""
    taken = False
    for label in region.value.get(region.type) or ():
        role = role_of(str(label))
        if role is None or taken:
            left_out[f"regions labelled {label}"] += 1
            continue
        taken = True
        start, end = region.value.get("start"), region.value.get("end")
        if not isinstance(start, int) or not isinstance(end, int):
            raise UnreadableInput(
                f"the region {region.id} has no start and end in characters: export from a <Text> tag."
            )
        words = region.value.get("text")
        span = checked_span(text, start, end, words if isinstance(words, str) else None)
        yield Stretch(id=region.id, role=role, spans=(span,), speakers=speakers)


def _words(data: dict[str, Any]) -> str:
    """The task's text: what is called `text`, else the only words that it has."""
    if isinstance(data.get("text"), str):
        return str(data["text"])
    texts = [value for value in data.values() if isinstance(value, str)]
    if len(texts) != 1:
        raise UnreadableInput('its data has no "text": the words must be there as a string.')
    return texts[0]


def _chosen(task: _Task, side: Side) -> _Answer | None:
    annotations = [one for one in task.annotations if isinstance(one, _Answer) and not one.was_cancelled]
    annotations.sort(key=_is_not_ground_truth)
    predictions = [one for one in task.predictions if isinstance(one, _Answer)]
    chosen = annotations + predictions if side == "gold" else predictions + annotations
    return chosen[0] if chosen else None


def _is_not_ground_truth(answer: _Answer) -> bool:
    return not answer.ground_truth
