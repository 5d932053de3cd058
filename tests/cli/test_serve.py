"""`onrecord serve`: it starts, answers, stops, and refuses what would let everybody in."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from tests.cli.conftest import Run

TOKEN = "a token of some length"
PROGRAM = str(Path(sys.executable).parent / "onrecord")


@contextmanager
def serving(*options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The program at work, and where it says it is."""
    with subprocess.Popen(
        [PROGRAM, "serve", "--port", "0", *options], stderr=subprocess.PIPE, text=True
    ) as one:
        try:
            assert one.stderr is not None
            said = one.stderr.readline()
            yield one, said.partition("open ")[2].partition(" ")[0]
        finally:
            if one.poll() is None:
                one.kill()


def test_it_starts_a_ledger_answers_and_stops(tmp_path: Path) -> None:
    ledger = tmp_path / "new.db"
    with serving("--ledger", str(ledger)) as (program, base):
        assert httpx.get(base, timeout=30).status_code == 200
        assert httpx.get(f"{base}api/v1/openapi.json", timeout=30).json()["info"]["title"] == "onrecord"
        assert httpx.get(base, headers={"host": "elsewhere.example"}, timeout=30).status_code == 421
        assert "content-security-policy" in httpx.get(base, timeout=30).headers
        program.send_signal(signal.SIGINT)
        assert program.wait(30) == 0
    assert ledger.exists()


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--host", "0.0.0.0"], "give a token too"),
        (["--private"], "--private needs a token"),
        (["--token", "short"], "too short"),
        (["--port", "70000"], "70000"),
    ],
)
def test_what_would_let_everybody_in_is_refused(
    run: Run, tmp_path: Path, options: list[str], reason: str
) -> None:
    done = run("serve", "--ledger", str(tmp_path / "l.db"), *options)
    assert done.exit_code == 2
    assert reason in done.stderr
    assert not (tmp_path / "l.db").exists()


def test_without_a_ledger_it_says_so(run: Run) -> None:
    done = run("serve")
    assert done.exit_code == 2
    assert "--ledger" in done.stderr


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [PROGRAM, "serve", "--ledger", str(tmp_path / "l.db"), "--port", port]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=os.environ)
    assert done.returncode == 2
    assert f"port {port} cannot be listened on" in done.stderr
