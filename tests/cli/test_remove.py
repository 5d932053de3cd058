"""`onrecord remove`, `versions`, `backup` and `restore`: the ledger's keeping, from the command line."""

import json
from pathlib import Path

import pytest

from onrecord.ledger.ledger import Ledger

from .conftest import Run


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    """A ledger with an article in two versions, and one more."""
    path, article = tmp_path / "l.db", tmp_path / "a.txt"
    article.write_text("Headline\nOne said so on the quay last night.", "utf-8")
    (tmp_path / "b.txt").write_text("Another\nNobody saw the ferry leave.", "utf-8")
    run("add", article, tmp_path / "b.txt", "--ledger", path)
    article.write_text("Headline\nOne said so on the old quay last night.", "utf-8")
    run("add", article, "--ledger", path)
    return path


def test_the_versions_of_an_article_and_their_words(run: Run, ledger: Path, tmp_path: Path) -> None:
    done = run("versions", tmp_path / "a.txt", "--ledger", ledger)
    assert done.exit_code == 0
    assert "1 quote changed" in done.stdout
    assert "quote changed (Ada Quill): One said so on the {+old+} quay last night." in done.stdout
    lines = run("versions", tmp_path / "a.txt", "--ledger", ledger, "--format", "jsonl").stdout.splitlines()
    assert [len(json.loads(line)["changes"]) for line in lines] == [0, 1]


def test_an_article_is_removed_and_its_older_version_stands_again(
    run: Run, ledger: Path, tmp_path: Path
) -> None:
    done = run("remove", tmp_path / "a.txt", "--ledger", ledger)
    assert (done.exit_code, done.stdout) == (
        0,
        "removed Headline (1 quotation); the version before it stands again\n",
    )
    done = run("remove", tmp_path / "a.txt", tmp_path / "c.txt", "--versions", "--vacuum", "--ledger", ledger)
    assert done.exit_code == 3
    assert done.stdout == "removed Headline (1 quotation)\n"
    assert "c.txt" in done.stderr
    with Ledger.open(str(ledger)) as opened:
        assert [record.article.title for record in opened.records(superseded=True)] == ["Another"]


def test_a_ledger_is_backed_up_and_restored(run: Run, ledger: Path, tmp_path: Path) -> None:
    copy, back = tmp_path / "copy.db", tmp_path / "back.db"
    assert run("backup", copy, "--ledger", ledger).exit_code == 0
    assert run("restore", copy, "--ledger", back).exit_code == 0
    with Ledger.open(str(ledger)) as opened, Ledger.open(str(back)) as other:
        assert list(other.records(superseded=True)) == list(opened.records(superseded=True))
    again = run("backup", copy, "--ledger", ledger)
    assert again.exit_code == 2
    assert "there already" in again.stderr


def test_a_ledger_that_is_not_there_is_not_made_by_looking(run: Run, tmp_path: Path) -> None:
    for command in (("versions", "a.txt"), ("remove", "a.txt"), ("backup", tmp_path / "copy.db")):
        done = run(*command, "--ledger", tmp_path / "none.db")
        assert done.exit_code == 2
        assert "no ledger" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_document_is_removed_by_its_path(run: Run, tmp_path: Path) -> None:
    path, speech = tmp_path / "l.db", tmp_path / "speech.txt"
    speech.write_text("THE MINISTER: We will go.", "utf-8")
    assert run("add", speech, "--documents", "--ledger", path).exit_code == 0
    done = run("remove", speech, "--document", "--ledger", path)
    assert done.exit_code == 0
    assert done.stdout.startswith("removed the document")
    assert run("remove", speech, "--document", "--ledger", path).exit_code == 3
