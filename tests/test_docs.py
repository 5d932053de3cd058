"""The examples of the docs pages: each Python block runs, and each command prints what its page says."""

import doctest
import re
import shlex
import shutil
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from onrecord.cli import onrecord
from onrecord.findings import DifferenceClass, Flag, Verdict

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
# Each page, and how many examples and commands it has at least: that blocks are still found as they are written.
PAGES = {
    "people.md": (20, 2),
    "check.md": (80, 4),
    "ledger.md": (4, 3),
    "search.md": (-1, 5),
    "trace.md": (15, 3),
    "measures.md": (-1, 1),
}


def blocks(page: str, kind: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text("utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_the_python_of_the_page_gives_what_it_says(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    examples = "\n".join(blocks(page, "python"))
    assert examples.count(">>>") > PAGES[page][0]
    test = doctest.DocTestParser().get_doctest(examples, {}, page, page, 0)
    told: list[str] = []
    result = doctest.DocTestRunner().run(test, out=told.append)
    assert result.failed == 0, "".join(told)


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_the_page_print_what_it_says(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("annotations", "articles", "documents"):
        shutil.copytree(EXAMPLES / folder, tmp_path / folder)
    (tmp_path / "quotes.jsonl").write_text("".join(blocks(page, "jsonl")), "utf-8")
    monkeypatch.chdir(tmp_path)
    commands = 0
    for block in blocks(page, "console"):
        for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            program, *arguments = shlex.split(command)
            assert program == "onrecord"
            result = CliRunner().invoke(onrecord, arguments)
            # "..." stands for what the page leaves out.
            same = doctest.OutputChecker().check_output(expected, result.stdout, doctest.ELLIPSIS)
            assert same, f"{command}\n{result.stdout}{result.stderr}"
            commands += 1
    assert commands >= PAGES[page][1]


@pytest.mark.parametrize("word", [*get_args(Verdict), *get_args(Flag), *get_args(DifferenceClass)])
def test_an_example_of_the_check_page_shows_each_verdict_flag_and_class(word: str) -> None:
    examples = doctest.DocTestParser().get_examples("\n".join(blocks("check.md", "python")))
    assert any(re.search(rf"\b{word}\b", example.want) for example in examples)


@pytest.mark.parametrize("word", [*get_args(Verdict), *get_args(Flag)])
def test_the_check_page_has_a_heading_for_each_verdict_and_flag(word: str) -> None:
    headings = re.findall(r"^### (.*)$", (ROOT / "docs" / "check.md").read_text("utf-8"), re.MULTILINE)
    assert word in ", ".join(headings).split(", ")
