"""`onrecord digest`: what a ledger got in some days, in three forms."""

import json
from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    """A ledger with one article, in two versions, and a failure."""
    path, article = tmp_path / "l.db", tmp_path / "a.txt"
    article.write_text("Headline\nNobody said so on the quay last night.", "utf-8")
    (tmp_path / "b.txt").write_text("bad", "utf-8")
    run("add", article, tmp_path / "b.txt", "--ledger", path)
    article.write_text("Headline\nNobody said so on the old quay last night.", "utf-8")
    run("add", article, "--ledger", path)
    return path


def test_the_digest_as_text(run: Run, ledger: Path) -> None:
    done = run("digest", "--since", "2020-01-01", "--ledger", ledger)
    assert done.exit_code == 0
    assert done.stdout.startswith("Added since 1 January 2020\n")
    assert "1 new article and 1 newer version of known ones" in done.stdout
    assert "Ada Quill · 1 statement\n" in done.stdout
    assert "    - “old” put in\n" in done.stdout
    assert "read: it is damaged" in done.stdout


def test_the_digest_as_json_and_html_into_a_file(run: Run, ledger: Path, tmp_path: Path) -> None:
    done = run("digest", "--since", "2020-01-01", "--ledger", ledger, "--format", "json")
    found = json.loads(done.stdout)
    assert (found["versions"], found["edits_in_all"], found["speakers"][0]["label"]) == (1, 1, "Ada Quill")
    page = tmp_path / "day.html"
    site = ("--site", "http://127.0.0.1:8000")
    done = run(
        "digest", "--since", "2020-01-01", "--ledger", ledger, "--format", "html", "--output", page, *site
    )
    assert (done.exit_code, done.stdout) == (0, "")
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert 'href="http://127.0.0.1:8000/quotations/' in page.read_text("utf-8")


def test_days_in_which_nothing_was_added(run: Run, ledger: Path) -> None:
    done = run("digest", "--since", "2020-01-01", "--until", "2020-01-01", "--ledger", ledger)
    assert done.exit_code == 0
    assert "Who was quoted" not in done.stdout


WRONG = [
    (["--since", "yesterday"], "--since takes a day"),
    (["--since", "2031-10-15", "--until", "2031-10-14"], "the earlier one comes first"),
    (["--since", "2031-10-15", "--site", "mailto:a@b.example"], "--site takes an address"),
    ([], "Missing option '--since'"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_use_is_refused(run: Run, ledger: Path, arguments: list[str], message: str) -> None:
    done = run("digest", "--ledger", ledger, *arguments)
    assert done.exit_code == 2
    assert message in done.stderr
