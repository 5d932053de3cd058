"""onrecord trace copies: the command over files, folders, records and standard input."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.trace.stories import LEAD, SAME_EVENT, STORY, TAIL, story

from onrecord.formats import to_json
from onrecord.model import Article, Failure, Record, article_id

from .conftest import Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A story, two reprints of it, and another story, as plain text."""
    texts = {
        "a.txt": ("Ferry to stop", *STORY),
        "b.txt": (LEAD, *STORY),
        "inner/c.txt": (*STORY[:3], TAIL),
        "other.txt": SAME_EVENT,
    }
    for name, paragraphs in texts.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n\n".join(paragraphs), encoding="utf-8")
    return tmp_path


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_every_pair_of_copies_is_a_line_with_the_ids_that_read_gives(run: Run, folder: Path) -> None:
    result = run("trace", "copies", folder, "--format", "jsonl")
    assert result.exit_code == 0
    ids = sorted(article_id((folder / name).read_bytes()) for name in ("a.txt", "b.txt", "inner/c.txt"))
    found = rows(result.stdout)
    assert [(row["a"], row["b"]) for row in found] == [(ids[0], ids[1]), (ids[0], ids[2]), (ids[1], ids[2])]
    assert all(row["shared"] >= 0.45 for row in found)
    assert all({"direction", "acknowledged"} <= set(row) for row in found)
    assert "3 pairs of copies among 4 different articles." in result.stderr


def test_the_order_of_the_inputs_makes_no_difference(run: Run, folder: Path) -> None:
    files = sorted(path for path in folder.rglob("*.txt"))
    there = run("trace", "copies", *files, "--format", "jsonl", "--plain").stdout
    back = run("trace", "copies", *reversed(files), "--format", "jsonl", "--plain").stdout
    assert there == back != ""


def test_records_that_were_read_before_keep_their_dates_and_credits(run: Run, tmp_path: Path) -> None:
    original = story(*STORY, title="Ferry to stop", outlet="The Tarn Post", published="2024-03-12")
    copy = story(LEAD, *STORY, outlet="Ostrava Wire", published="2024-03-14")
    path = tmp_path / "read.jsonl"
    path.write_bytes(b"\n".join(to_json(Record(article=article)) for article in (original, copy)))
    (row,) = rows(run("trace", "copies", path, "--format", "jsonl").stdout)
    assert row["direction"] == ("a<b" if str(original.id) < str(copy.id) else "b<a")
    assert row["acknowledged"] is False
    told = run("trace", "copies", path).stdout
    assert told.index("first  The Tarn Post") < told.index("copy   Ostrava Wire")
    assert "Ferry to stop" in told
    assert "by date: 2024-03-12 is before 2024-03-14" in told
    assert "says where it is from: no" in told
    assert "+ Our readers have written" in told


def test_terms_are_told_with_what_shows_whether_they_are_kept(run: Run, tmp_path: Path) -> None:
    terms = ("You may repost this if it is left whole and the source is named.",)
    original = story(*STORY, outlet="The Tarn Post", published="2024-03-12", notices=terms)
    copy = story(*STORY[:4], outlet="Ostrava Wire", published="2024-03-14", credit="Tarn Post")
    path = tmp_path / "read.jsonl"
    path.write_bytes(b"\n".join(to_json(Record(article=article)) for article in (original, copy)))
    told = run("trace", "copies", path).stdout
    assert "the original's terms (The Tarn Post): You may repost this" in told
    assert "leave the text whole: broken" in told
    assert "name the source: kept (the copy names it: Tarn Post)" in told


def test_many_articles_are_read_by_several_processes_with_the_same_result(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = run("trace", "copies", folder, "--format", "jsonl")
    monkeypatch.setattr("onrecord.cli.shelf.FEWEST_FOR_PROCESSES", 1)
    assert run("trace", "copies", folder, "--format", "jsonl").stdout_bytes == alone.stdout_bytes


def test_the_same_bytes_count_once(run: Run, folder: Path) -> None:
    (folder / "again.txt").write_bytes((folder / "a.txt").read_bytes())
    result = run("trace", "copies", folder, "--format", "jsonl")
    assert "3 pairs of copies among 4 different articles." in result.stderr


def test_what_cannot_be_read_is_said_and_the_rest_is_compared(run: Run, folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 and no more")
    failed = Record(
        article=Article(path="lost.html"), failures=(Failure(stage="read", reason="it is damaged"),)
    )
    (folder / "read.jsonl").write_bytes(to_json(failed) + b"\n\nno JSON\n")
    result = run("trace", "copies", folder, folder / "missing.txt", "--format", "jsonl")
    assert result.exit_code == 3
    assert len(rows(result.stdout)) == 3
    for name in ("broken.pdf", "missing.txt", "read.jsonl, line 1: failed (read): it is damaged", "line 3"):
        assert name in result.stderr
    assert "4 of 8 articles failed." in result.stderr


def test_standard_input_is_one_article(run: Run, folder: Path) -> None:
    text = "\n\n".join((*STORY, TAIL)).encode()
    result = run("trace", "copies", folder / "a.txt", "-", "--plain", "--format", "jsonl", input=text)
    assert len(rows(result.stdout)) == 1


def test_no_copies_are_nothing_and_no_failure(run: Run, folder: Path) -> None:
    result = run("trace", "copies", folder / "other.txt", folder / "a.txt", "--format", "jsonl")
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_text_that_very_many_print_is_told_of(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.trace.copy_candidates.MOST_ARTICLES", 2)
    for name in ("d.txt", "e.txt", "f.txt"):
        (folder / name).write_text("\n\n".join((*SAME_EVENT, "." * ord(name[0]))), encoding="utf-8")
    result = run("trace", "copies", folder, "--plain")
    assert "articles are, for the most part, a text that more than 2 have" in result.stderr


@pytest.mark.parametrize("arguments", [(), ("--format", "csv", "a.txt"), ("-", "-")])
def test_wrong_use_exits_with_two(run: Run, arguments: tuple[str, ...]) -> None:
    assert run("trace", "copies", *arguments).exit_code == 2


def test_an_input_is_never_written_over(run: Run, folder: Path) -> None:
    before = (folder / "a.txt").read_bytes()
    assert run("trace", "copies", folder, "--output", folder / "a.txt").exit_code == 2
    assert (folder / "a.txt").read_bytes() == before
