"""`onrecord add`: articles into a ledger, once each."""

from pathlib import Path

import msgspec

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


def test_the_model_that_reads_is_an_option(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Headline\nOne said so.", "utf-8")
    ledger = str(tmp_path / "l.db")
    assert run("add", tmp_path / "a.txt", "--model", "fast", "--ledger", ledger).exit_code == 0
    with Ledger.open(ledger) as opened:
        assert [row.by for record in opened.records() for row in record.quotations] == ["fast/1"]


def test_a_newer_version_is_said_and_the_older_one_stays(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    ledger = str(tmp_path / "l.db")
    article.write_text("Headline\nOne said so on the quay last night.", "utf-8")
    run("add", article, "--ledger", ledger)
    article.write_text("Another headline\nOne said so on the quay last night.", "utf-8")
    done = run("add", article, "--ledger", ledger)
    assert "a newer version: the headline changed" in done.stdout
    with Ledger.open(ledger) as opened:
        assert len(list(opened.records())) == 1
        assert len(list(opened.records(superseded=True))) == 2


def test_a_ledger_must_be_named(run: Run, tmp_path: Path) -> None:
    done = run("add", tmp_path, "--ledger", "")
    assert done.exit_code == 2
    assert "--ledger" in done.stderr


def test_documents_are_kept_and_the_quotes_of_new_articles_checked_against_them(
    run: Run, tmp_path: Path
) -> None:
    ledger = str(tmp_path / "l.db")
    speech, article = tmp_path / "speech.txt", tmp_path / "a.txt"
    speech.write_text("MAYOR QUILL: The quay is open to everyone again from tonight.", "utf-8")
    first = run("add", speech, "--documents", "--ledger", ledger)
    assert (first.exit_code, "1 documents added" in first.stderr) == (0, True)
    assert "1 known already" in run("add", speech, "--documents", "--ledger", ledger).stderr
    article.write_text("Headline\nThe quay is open to everyone again from tonight.", "utf-8")
    assert run("add", article, "--check", "--ledger", ledger).exit_code == 0
    quotes = tmp_path / "q.jsonl"
    quotes.write_text('{"id": 1, "text": "open to everyone again from tonight"}\n{"id": 2}\n', "utf-8")
    found = run("check", "--quotes", quotes, "--against", ledger)
    assert found.exit_code == 3
    first_line = msgspec.json.decode(found.stdout.splitlines()[0])
    assert (first_line["verdict"], first_line["document"]["path"]) == ("verbatim", str(speech))
    assert first_line["searched"]["documents"] == 2


def test_a_document_that_cannot_be_read_is_kept_as_a_failure_until_it_can(run: Run, tmp_path: Path) -> None:
    ledger = str(tmp_path / "l.db")
    speech = tmp_path / "speech.txt"
    speech.write_bytes(b"")
    assert run("add", speech, "--documents", "--ledger", ledger).exit_code == 3
    with Ledger.open(ledger) as opened:
        assert [path for path, _ in opened.failures()] == [str(speech)]
    speech.write_text("MAYOR QUILL: Good evening.", "utf-8")
    assert run("add", speech, "--documents", "--ledger", ledger).exit_code == 0
    with Ledger.open(ledger) as opened:
        assert opened.failures() == []


def test_a_ledger_is_checked_against_by_itself(run: Run, tmp_path: Path) -> None:
    ledger = str(tmp_path / "l.db")
    article = tmp_path / "a.txt"
    article.write_text("Headline\nOne said so.", "utf-8")
    run("add", article, "--ledger", ledger)
    assert run("check", article, "--against", ledger).exit_code == 0
    both = run("check", article, "--against", ledger, "--against", article)
    assert (both.exit_code, "by itself" in both.stderr) == (2, True)


def test_documents_are_read_by_no_tagger(run: Run, tmp_path: Path) -> None:
    done = run("add", tmp_path, "--documents", "--model", "fast", "--ledger", tmp_path / "l.db")
    assert done.exit_code == 2
    assert "--model" in done.stderr
