"""`onrecord add`: articles into a ledger, once each."""

from pathlib import Path

from onrecord.ledger.ledger import Ledger

from .conftest import Run


def test_articles_are_kept_once_and_failures_with_them(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Headline\nOne said so.", "utf-8")
    (tmp_path / "in" / "b.txt").write_text("bad", "utf-8")
    ledger = f"sqlite:///{tmp_path / 'l.db'}"
    first = run("add", tmp_path / "in", "--ledger", ledger)
    assert first.exit_code == 3
    assert "1 articles added, 1 quotations; 1 failed" in first.stderr
    again = run("add", tmp_path / "in" / "a.txt", "--ledger", ledger)
    assert again.exit_code == 0
    assert "0 articles added, 0 quotations; 1 known already" in again.stderr
    with Ledger.open(ledger) as opened:
        assert [record.article.title for record in opened.records()] == ["Headline"]
        assert [path for path, _ in opened.failures()] == [str(tmp_path / "in" / "b.txt")]


def test_a_newer_version_is_said_and_the_older_one_stays(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    ledger = str(tmp_path / "l.db")
    article.write_text("Headline\nOne said so on the quay last night.", "utf-8")
    run("add", article, "--ledger", ledger)
    article.write_text("Another headline\nOne said so on the quay last night.", "utf-8")
    done = run("add", article, "--ledger", ledger)
    assert "a newer version: 1 headline" in done.stdout
    with Ledger.open(ledger) as opened:
        assert len(list(opened.records())) == 1
        assert len(list(opened.records(superseded=True))) == 2


def test_a_ledger_must_be_named(run: Run, tmp_path: Path) -> None:
    done = run("add", tmp_path, "--ledger", "")
    assert done.exit_code == 2
    assert "--ledger" in done.stderr
