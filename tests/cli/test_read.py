"""`onrecord read`: what goes in, what comes out, and the exit codes that CONTRACT fixes."""

import errno
import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import Result

import onrecord.cli.read as module
from onrecord.formats import from_json

from .conftest import Run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Articles in a folder with subfolders, a hidden file and a hidden folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("in/b.txt", "in/a/z.txt", "in/a.txt", "in/a/b/c.txt", "in/.hidden", "in/.git/x.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"Headline of {name}\n“Body.”", encoding="utf-8")
    return tmp_path


def paths(result: Result) -> list[str | None]:
    return [json.loads(line)["article"]["path"] for line in result.stdout.splitlines()]


def test_one_file_gives_one_line_and_zero(run: Run, folder: Path) -> None:
    result = run("read", "in/b.txt", "--format", "jsonl")
    assert result.exit_code == 0
    assert result.stderr == ""
    record = from_json(result.stdout_bytes.rstrip(b"\n"))
    assert (record.article.path, record.article.title) == ("in/b.txt", "Headline of in/b.txt")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["in"], ["in/a.txt", "in/a/b/c.txt", "in/a/z.txt", "in/b.txt"]),
        (["in/"], ["in/a.txt", "in/a/b/c.txt", "in/a/z.txt", "in/b.txt"]),
        (["./in/a"], ["./in/a/b/c.txt", "./in/a/z.txt"]),
        (["in/b.txt", "in/a"], ["in/b.txt", "in/a/b/c.txt", "in/a/z.txt"]),
        (["in/.hidden"], ["in/.hidden"]),
        (["in/b.txt", "in/b.txt"], ["in/b.txt", "in/b.txt"]),
    ],
)
def test_folders_are_read_with_their_subfolders_in_order_of_path(
    run: Run, folder: Path, given: list[str], expected: list[str]
) -> None:
    result = run("read", *given, "--format", "jsonl")
    assert result.exit_code == 0
    assert paths(result) == expected


def test_standard_input_is_a_dash(run: Run) -> None:
    result = run("read", "-", "--format", "jsonl", input="Headline\n“Grüße.”".encode())
    assert result.exit_code == 0
    assert paths(result) == ["-"]
    assert "Grüße" in result.stdout


def test_plain_takes_the_input_as_a_body(run: Run, folder: Path) -> None:
    record = from_json(run("read", "--plain", "in/b.txt", "--format", "jsonl").stdout.strip())
    assert record.article.title is None
    assert record.article.body.startswith("Headline of")


def test_the_fast_model_is_an_option(run: Run, folder: Path) -> None:
    for given, by in (((), "default/1"), (("--model", "fast"), "fast/1")):
        result = run("read", "in/b.txt", "--format", "jsonl", *given)
        (row,) = from_json(result.stdout_bytes.rstrip(b"\n")).quotations
        assert row.by == by
    assert run("read", "in/b.txt", "--model", "slow").exit_code == 2


def test_what_fails_is_in_the_output_and_the_rest_is_read(run: Run, folder: Path) -> None:
    Path("in/b.txt").write_text("bad", encoding="utf-8")
    result = run("read", "gone.txt", "in", "--format", "jsonl")
    assert result.exit_code == 3
    records = [from_json(line) for line in result.stdout.splitlines()]
    assert [bool(record.failures) for record in records] == [True, False, False, False, True]
    assert records[0].article.path == "gone.txt"
    assert records[0].article.text is None
    assert "there is no such file" in records[0].failures[0].reason
    assert "gone.txt: failed (input): there is no such file" in result.stderr
    assert "2 of 5 inputs failed" in result.stderr


def test_a_note_is_said_and_is_no_failure(run: Run, folder: Path) -> None:
    Path("in/b.txt").write_text("odd\n“Body.”", encoding="utf-8")
    result = run("read", "in/b.txt", "--format", "jsonl")
    assert result.exit_code == 0
    assert "in/b.txt: note (encoding): taken for latin-1" in result.stderr


def test_pipes_and_broken_links_in_a_folder_do_not_stop_it(run: Run, folder: Path) -> None:
    os.mkfifo("in/pipe")
    os.symlink("nowhere", "in/link")
    os.symlink("..", "in/loop")
    result = run("read", "in", "--format", "jsonl")
    assert result.exit_code == 3
    failed = {
        r.article.path: r.failures[0].reason for r in map(from_json, result.stdout.splitlines()) if r.failures
    }
    assert set(failed) == {"in/pipe", "in/link"}
    assert "not a regular file" in failed["in/pipe"]


def test_a_name_that_is_no_unicode_is_read(run: Run, folder: Path) -> None:
    name = os.fsdecode(b"in/\xff.txt")
    Path(name).write_text("Headline\nBody", encoding="utf-8")
    result = run("read", name, "--format", "jsonl")
    assert result.exit_code == 0
    assert paths(result) == ["in/\ufffd.txt"]


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "html", "csv", "parquet"])
def test_every_form_is_written_the_same_to_a_file_and_to_standard_output(
    run: Run, folder: Path, form: str
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    shown = run("read", "in", "--format", form)
    assert shown.exit_code == 0
    result = run("read", "in", "--format", form, "--output", "out")
    assert (result.exit_code, result.stdout) == (0, "")
    assert Path("out").read_bytes() == shown.stdout_bytes
    assert shown.stdout_bytes == run("read", "in", "--format", form).stdout_bytes


@pytest.mark.parametrize(
    ("given", "kind"), [(["in/b.txt"], dict), (["in/b.txt", "in/a.txt"], list), (["in/a/b"], list)]
)
def test_json_is_an_object_for_one_file_and_else_a_list(
    run: Run, folder: Path, given: list[str], kind: type
) -> None:
    assert isinstance(json.loads(run("read", *given, "--format", "json").stdout), kind)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Missing argument"),
        (["in/b.txt", "--format", "word"], "'word' is not one of"),
        (["in/b.txt", "--loud"], "--loud"),
        (["-", "-"], "standard input, -, can be read only once"),
        (["in/b.txt", "--output", "no/such/folder/x"], "cannot be written"),
        (["in/b.txt", "--output", "./in/b.txt"], "is also an input"),
        (["in", "--output", "in/a/z.txt"], "is also an input"),
    ],
)
def test_wrong_use_is_two_and_says_what_is_wrong(
    run: Run, folder: Path, arguments: list[str], words: str
) -> None:
    result = run("read", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert Path("in/a/z.txt").read_text(encoding="utf-8").startswith("Headline")


def test_parquet_without_its_part_is_one_sentence_with_the_command(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = run("read", "in", "--format", "parquet", "--output", "out")
    assert result.exit_code == 2
    assert result.stderr == "Error: Parquet needs an optional part: run  pip install 'onrecord[parquet]'\n"
    assert not Path("out").exists()


@pytest.mark.parametrize(("number", "code"), [(errno.EPIPE, 0), (errno.ENOSPC, 2)])
def test_a_closed_pipe_ends_quietly_and_a_full_disk_does_not(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(module, "write", fail)
    result = run("read", "in/b.txt")
    assert result.exit_code == code
    assert ("cannot be written" in result.stderr) == (code == 2)
