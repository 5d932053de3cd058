"""docs/web.md: each line of curl prints what the page says, and the limits are those of the program."""

import doctest
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.conftest import ROOT

from onrecord.ledger.ledger import Ledger
from onrecord.web import exporting, guard, jobs, uploads
from onrecord.web.app import build
from onrecord.web.options import Options

from .served import served

PAGE = (ROOT / "docs" / "web.md").read_text("utf-8")
SERVED = "http://localhost:8470/"


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_lines_of_curl_print_what_the_page_says(mine: Ledger, example: Path) -> None:
    blocks = re.findall(r"^```console\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    lines = [
        one for block in blocks for one in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    ]
    assert len(lines) >= 9
    with served(build(mine)) as port:
        for command, expected in lines:
            assert command.startswith("curl -s")
            done = subprocess.run(
                command.replace(SERVED, f"http://127.0.0.1:{port}/"),
                shell=True,
                cwd=example,
                capture_output=True,
                check=True,
            )
            found = done.stdout.decode().replace("\r\n", "\n").rstrip("\n") + "\n"
            same = doctest.OutputChecker().check_output(
                expected, found, doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
            )
            assert same, f"{command}\n{found}"


def test_the_limits_are_those_of_the_program() -> None:
    limits = PAGE.partition("## Limits")[2]
    told = {int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", limits)}
    options = Options()
    assert {
        options.largest // 2**20,
        options.seconds,
        options.memory // 2**30,
        options.writes,
        guard.BODIES * options.largest // 2**20,
        options.costly,
        jobs.MOST_BYTES // 2**20,
        jobs.MOST_UPLOADS,
        jobs.MOST_WAITING,
        guard.SLOWEST_PIECE,
        guard.LONGEST_BODY // 60,
    } <= told
    assert exporting.AT_ONCE == 4
    assert f"at most {uploads.MOST_ADDRESSES} at once" in PAGE
