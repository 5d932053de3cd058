"""JSON and JSON Lines: everything comes back, and nothing stops the writer."""

import io
import json

import msgspec
import pytest

from onrecord.errors import UnreadableInput
from onrecord.formats import Look, from_json, read_jsonl, to_json, write
from onrecord.model import Article, Failure, Record


def written(records: list[Record], form: str, **look: object) -> bytes:
    out = io.BytesIO()
    write(records, out, form=form, look=Look(**look))  # type: ignore[arg-type]
    return out.getvalue()


def test_a_record_comes_back_as_it_was(harbour: Record) -> None:
    assert from_json(to_json(harbour)) == harbour


def test_every_key_is_there_also_when_nothing_is_known() -> None:
    article = json.loads(to_json(Record(article=Article())))["article"]
    assert article["title"] is None
    assert article["authors"] == []
    assert set(article) == set(Article.__struct_fields__)


def test_json_lines_are_compact_and_one_a_record(harbour: Record) -> None:
    lines = written([harbour, harbour], "jsonl").split(b"\n")
    assert len(lines) == 3
    assert lines[0] == lines[1] == to_json(harbour)
    assert lines[2] == b""


def test_json_lines_are_written_as_each_record_comes(harbour: Record) -> None:
    out, lengths = io.BytesIO(), []

    def records() -> object:
        for _ in range(3):
            lengths.append(len(out.getvalue()))
            yield harbour

    write(records(), out, form="jsonl")  # type: ignore[arg-type]
    line = len(to_json(harbour)) + 1
    assert lengths == [0, line, 2 * line]


@pytest.mark.parametrize(
    ("count", "several", "kind"), [(1, False, dict), (1, True, list), (2, True, list), (0, True, list)]
)
def test_json_is_an_object_for_one_input_and_a_list_for_several(
    harbour: Record, count: int, several: bool, kind: type
) -> None:
    assert isinstance(json.loads(written([harbour] * count, "json", several=several)), kind)


def test_indented_json_keeps_a_span_on_one_line_and_says_the_same(harbour: Record) -> None:
    text = written([harbour], "json", several=False)
    assert b"[0, 44]" in text
    assert json.loads(text) == json.loads(to_json(harbour))


def test_words_that_look_like_an_indented_span_are_left_alone() -> None:
    record = Record(article=Article(title="[\n 1,\n 2\n ]"))
    assert json.loads(written([record], "json", several=False))["article"]["title"] == "[\n 1,\n 2\n ]"


@pytest.mark.parametrize("path", ["lone \ud800 half", "\udcff", "\0", "\u2028", "\u202e"])
def test_the_writer_takes_any_character(path: str) -> None:
    record = Record(article=Article(path=path, tags=(path,)), failures=(Failure(stage="input", reason=path),))
    back = from_json(to_json(record))
    assert len(back.article.path or "") == len(path)
    assert back.article.tags[0] == back.failures[0].reason == back.article.path


@pytest.mark.parametrize(
    "line", [b"", b"{", b"[]", b'{"schema":"onrecord/1"}', b'{"schema":"onrecord/9","article":{}}', b"\xff"]
)
def test_what_is_no_record_is_refused(line: bytes) -> None:
    with pytest.raises(UnreadableInput, match="onrecord/"):
        from_json(line)


def test_reading_lines_skips_blank_ones_and_names_the_bad_one(harbour: Record) -> None:
    line = to_json(harbour)
    assert list(read_jsonl([line, b"\n", line])) == [harbour, harbour]
    with pytest.raises(UnreadableInput, match="line 2: "):
        list(read_jsonl([line, b"{}"]))


def test_the_schema_holds_for_what_is_written(harbour: Record) -> None:
    schema = msgspec.json.schema(Record)["$defs"]["Article"]["properties"]
    assert set(json.loads(to_json(harbour))["article"]) <= set(schema)
