"""`onrecord eval compare` as it is called: formats told and said, exit codes, messages on standard error."""

import json
from pathlib import Path

from .conftest import Run

TEXT = "Brandt said the sluice is shut."


def span(start: int, end: int) -> dict[str, object]:
    return {"start": start, "end": end, "text": TEXT[start:end]}


def citron(path: Path) -> Path:
    quote = {"cue": span(7, 11), "sources": [span(0, 6)], "contents": [span(12, 30)]}
    path.write_text(json.dumps({"text": TEXT, "quotes": [quote]}), encoding="utf-8")
    return path


def doccano(path: Path, *more: str) -> Path:
    entities = [
        {"id": 1, "label": "Content", "start_offset": 12, "end_offset": 30},
        {"id": 2, "label": "Source", "start_offset": 0, "end_offset": 6},
    ]
    line = {"text": TEXT, "entities": entities, "relations": [{"from_id": 1, "to_id": 2, "type": "by"}]}
    path.write_text("\n".join([json.dumps(line), *more]), encoding="utf-8")
    return path


def test_the_tables_are_printed(run: Run, tmp_path: Path) -> None:
    result = run(
        "eval", "compare", citron(tmp_path / "a.json"), doccano(tmp_path / "b.jsonl"), "--bootstrap", 5
    )
    assert result.exit_code == 0
    assert result.stderr == ""
    assert "attributed         P 1.000  R 1.000  F1 1.000   (1 gold)" in result.stdout
    assert "  triple               0.000   0.000   0.000   0.000 to 0.000       1          1" in result.stdout


def test_what_could_not_be_read_is_told_and_the_rest_is_measured(run: Run, tmp_path: Path) -> None:
    result = run("eval", "compare", citron(tmp_path / "a.json"), doccano(tmp_path / "b.jsonl", "{"))
    assert result.exit_code == 3
    assert "b.jsonl: line 2: it is not of the form that doccano exports" in result.stderr
    assert "attributed         P 1.000" in result.stdout


def test_a_format_can_be_said(run: Run, tmp_path: Path) -> None:
    gold, predicted = citron(tmp_path / "gold.out"), doccano(tmp_path / "found.out")
    result = run("eval", "compare", gold, predicted, "--gold-format", "citron", "--format", "doccano")
    assert (result.exit_code, result.stderr) == (0, "")
    unsaid = run("eval", "compare", gold, predicted)
    assert unsaid.exit_code == 2
    assert "it is of no format that is known by its name: say which format it is of" in unsaid.stderr


def test_wrong_use_is_refused_in_one_sentence(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "c.json"
    other.write_text('{"text": "Else.", "quotes": []}', encoding="utf-8")
    result = run("eval", "compare", citron(tmp_path / "a.json"), other)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")
    assert "no text in common" in result.stderr
