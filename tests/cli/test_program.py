"""The program as a process of its own, and its reference pages."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from onrecord.cli import onrecord
from onrecord.cli.progress import Progress
from onrecord.cli.reference import check_schema, command_line, json_schema, write_reference
from onrecord.measure import ActScores, Count

from .conftest import Run

DOCS = Path(__file__).resolve().parents[2] / "docs"
HEAVY = (
    "httpx",
    "jinja2",
    "lxml",
    "numpy",
    "onnxruntime",
    "pyarrow",
    "pypdfium2",
    "tokenizers",
    "trafilatura",
)


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for below, found in command.commands.items():
            yield from commands(found, f"{name} {below}")


ALL = list(commands(onrecord, "onrecord"))


@pytest.mark.parametrize(("name", "command"), ALL, ids=[name for name, _ in ALL])
def test_every_command_and_option_is_documented(name: str, command: click.Command) -> None:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    found = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    assert found
    for parameter in command.params:
        for option in (
            parameter.opts
            if isinstance(parameter, click.Option)
            else [parameter.make_metavar(click.Context(command))]
        ):
            assert option in found[1]


@pytest.mark.parametrize(
    ("file", "made"),
    [("cli.md", command_line), ("schema.json", json_schema), ("check-schema.json", check_schema)],
)
def test_the_reference_is_what_the_program_says_now(file: str, made: object) -> None:
    # Stale? `make docs` writes it anew.
    assert (DOCS / file).read_text(encoding="utf-8") == made()  # type: ignore[operator]


def test_the_reference_is_written_into_a_folder(tmp_path: Path) -> None:
    write_reference(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {"cli.md", "schema.json", "check-schema.json"}


def test_help_and_the_verbs_load_nothing_heavy() -> None:
    code = f"import sys, onrecord.cli; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_version_is_said() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from onrecord.cli import main; main()", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert re.fullmatch(r"onrecord \d+\.\d+\.\d+\S*\n", done.stdout)


def test_a_reader_that_stops_early_gets_no_complaint(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").write_bytes(b"\0\1\2" * 10)
    code = "from onrecord.cli import main; main()"
    command = [sys.executable, "-c", code, "read", str(tmp_path), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode()
        process.wait()
    assert "Traceback" not in said
    assert "BrokenPipe" not in said


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    file = tmp_path / "gone “ü”.txt"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from onrecord.cli import main; main()",
            "read",
            str(file),
            "--format",
            "jsonl",
        ],
        capture_output=True,
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "PYTHONCOERCECLOCALE": "0"},
        check=False,
    )
    assert done.returncode == 3
    assert done.stdout.decode("utf-8").count("\n") == 1


@pytest.mark.parametrize("split", ["train", "dev"])
def test_eval_prints_the_table_of_the_split(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, split: str
) -> None:
    def table(folder: Path, wanted: str, *, model: str, bootstrap: int, progress: Progress) -> str:
        progress(1, 2)
        return f"{folder.name} {wanted} {model} 0.700\n"

    monkeypatch.setattr("onrecord.measure.evaluate_attribution", table)
    result = run("eval", "attribution", tmp_path, "--split", split)
    assert (result.exit_code, result.stdout) == (0, f"{tmp_path.name} {split} default 0.700\n")
    result = run("eval", "attribution", tmp_path, "--split", split, "--model", "fast")
    assert result.stdout == f"{tmp_path.name} {split} fast 0.700\n"


@pytest.mark.parametrize("gold", [False, True])
def test_eval_of_acts_prints_its_figures(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gold: bool
) -> None:
    labels = tmp_path / "labels.jsonl"
    labels.write_text("")

    def evaluate(folder: Path, split: str, given: Path, *, gold: bool, progress: Progress) -> ActScores:
        progress(1, 2)
        assert (folder, split, given) == (tmp_path, "train", labels)
        count = Count(name="one", right=1, predicted=1, gold=1)
        return ActScores(known=4, found=2, right=1 + gold, statement=count, negated=count)

    monkeypatch.setattr("onrecord.measure.evaluate_acts", evaluate)
    options = ["--split", "train", "--labels", str(labels), *(["--gold"] if gold else [])]
    result = run("eval", "acts", tmp_path, *options)
    assert (result.exit_code, result.stdout) == (
        0,
        f"act right {0.5 + 0.5 * gold:.3f}   statement F1 1.000   negated F1 1.000   (2 of 4 sure lines found)\n",
    )


def test_eval_of_acts_names_the_line_that_is_no_label(run: Run, tmp_path: Path) -> None:
    labels = tmp_path / "labels.jsonl"
    labels.write_text('{"id": "a"}\n')
    result = run("eval", "acts", tmp_path, "--labels", labels)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: line 1 of ")


def test_eval_of_what_is_no_corpus_is_wrong_use(run: Run, tmp_path: Path) -> None:
    result = run("eval", "attribution", tmp_path)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")


class Terminal:
    """A stream that says whether it is a terminal, and keeps what was written."""

    def __init__(self, terminal: bool) -> None:
        self.written = ""
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def write(self, text: str) -> int:
        self.written += text
        return len(text)

    def flush(self) -> None:
        pass


@pytest.mark.parametrize(
    ("terminal", "shown", "seen"), [(True, True, True), (False, True, False), (True, False, False)]
)
def test_progress_is_shown_on_a_terminal_alone(terminal: bool, shown: bool, seen: bool) -> None:
    stream = Terminal(terminal)
    with Progress(4, "articles", shown=shown, stream=stream) as progress:  # type: ignore[arg-type]
        progress(2)
    assert ("2/4 articles" in stream.written) == seen
    assert stream.written.endswith("\r\x1b[K") == seen


def test_progress_without_a_total_counts() -> None:
    assert Progress(None, "articles").line() == "0 articles"
