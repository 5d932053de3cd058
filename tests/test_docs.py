"""The examples of docs/people.md: each Python block runs, and each command prints what the page says."""

import doctest
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import onrecord

PAGE = Path(__file__).resolve().parent.parent / "docs" / "people.md"
EXAMPLES = PAGE.parent.parent / "examples"


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def test_the_python_of_the_page_gives_what_it_says() -> None:
    examples = "\n".join(blocks("python"))
    assert examples.count(">>>") > 20
    test = doctest.DocTestParser().get_doctest(examples, {}, PAGE.name, str(PAGE), 0)
    told: list[str] = []
    result = doctest.DocTestRunner().run(test, out=told.append)
    assert result.failed == 0, "".join(told)


def test_the_commands_of_the_page_print_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(EXAMPLES / "articles", tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    commands = 0
    for block in blocks("console"):
        for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            program, *arguments = shlex.split(command)
            assert program == "onrecord"
            assert CliRunner().invoke(onrecord, arguments).stdout == expected
            commands += 1
    assert commands >= 2
