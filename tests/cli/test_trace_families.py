"""`onrecord trace families`: a family for every line, in the order of the lines."""

import json
from pathlib import Path

from .conftest import Run

LINES = """{"id": "a", "text": "We have made it plain tonight", "speaker": "Tamsin Oake", "published": "2024-03-01"}
{"id": 2, "text": "made it plain tonight", "speaker": "Oake", "published": "2024-03-04", "article": "x"}
{"id": "c", "text": "We have made it plain tonight", "speaker": "Ilyan Dorzhek"}
"""


def test_every_line_gets_its_family(run: Run, tmp_path: Path) -> None:
    quotes = tmp_path / "q.jsonl"
    quotes.write_text(LINES, "utf-8")
    done = run("trace", "families", "--quotes", quotes, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 0
    assert [row["id"] for row in rows] == ["a", 2, "c"]
    assert rows[0]["family"] == rows[1]["family"] != rows[2]["family"]


def test_a_bad_line_is_a_failure_in_its_place(run: Run, tmp_path: Path) -> None:
    quotes = tmp_path / "q.jsonl"
    quotes.write_text(LINES.splitlines()[0] + '\n{"id": 1}\n', "utf-8")
    done = run("trace", "families", "--quotes", quotes, "--format", "jsonl")
    assert done.exit_code == 3
    assert "line 2" in json.loads(done.stdout.splitlines()[1])["failures"][0]["reason"]
    assert "line 2" in done.stderr


def test_a_family_is_shown_with_what_joins_it(run: Run, tmp_path: Path) -> None:
    quotes = tmp_path / "q.jsonl"
    quotes.write_text(LINES, "utf-8")
    done = run("trace", "families", "--quotes", quotes)
    assert "2 printings" in done.stdout
    assert "1 family of two printings or more; 1 on its own." in done.stdout


def test_a_file_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    done = run("trace", "families", "--quotes", tmp_path / "none.jsonl")
    assert (done.exit_code, "check the path" in done.stderr) == (2, True)
