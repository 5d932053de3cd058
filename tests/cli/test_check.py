"""`onrecord check`, through the program."""

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import check as checking
from onrecord.cli import onrecord

SPEECH = """\
MAYOR QUIST: The lamps will stay on until the ice is gone, and not a day longer. We have no quarrel with the skippers.

QUESTION: And the ferry?

MAYOR QUIST: The ferry was sold in March.
"""
ARTICLE = """\
The lamps stay

By Ines Adair

“The lamps will stay on until the ice is gone,” said Mayor Ada Quist on Monday. “The [old] ferry was sold in March,” she
added.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "documents" / "more").mkdir(parents=True)
    (tmp_path / "documents" / "speech.txt").write_text(SPEECH)
    (tmp_path / "documents" / "more" / "other.txt").write_text("Nobody spoke of the lamps.")
    (tmp_path / "article.txt").write_text(ARTICLE)
    return tmp_path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(onrecord, ["check", *map(str, arguments)])


def rows(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_an_article_is_checked_and_summed_up(folder: Path) -> None:
    result = run(folder / "article.txt", "--against", folder / "documents")
    assert result.exit_code == 0
    assert result.stdout.rstrip().endswith("2 quotations: 1 verbatim, 1 edited; 2 documents searched")
    assert "{+" not in result.stdout


@pytest.mark.parametrize("form", ["text", "html", "json", "jsonl", "csv"])
def test_every_form(folder: Path, form: str) -> None:
    result = run(folder / "article.txt", "--against", folder / "documents", "--format", form)
    assert result.exit_code == 0
    assert "lamps will stay on until the ice is gone" in result.stdout


def test_quotes_are_checked_in_their_order_with_the_keys_of_the_contract(folder: Path) -> None:
    quotes = [
        {"id": "b", "text": "The lamps will stay on until the ice is gone", "speaker": "Ada Quist"},
        {"id": 7, "text": "And the ferry?", "speaker": "Ada Quist"},
        {"id": "a", "text": "We bought the ferry for a song in April"},
    ]
    (folder / "quotes.jsonl").write_text("\n".join(map(json.dumps, quotes)) + "\n\n")
    result = run(
        "--quotes", folder / "quotes.jsonl", "--documents", folder / "documents", "--format", "jsonl"
    )
    assert result.exit_code == 0
    found = rows(result)
    assert [(row["id"], row["verdict"]) for row in found] == [
        ("b", "verbatim"),
        (7, "verbatim"),
        ("a", "not_found"),
    ]
    assert found[0]["flags"] == ["cut_end", "cut_negation"]
    assert found[0]["document_speaker"] == "Quist"
    assert found[1]["flags"] == ["other_speaker"]
    assert found[2]["document"] is None
    assert set(found[0]) >= {
        "id", "verdict", "flags", "document", "document_speaker", "context", "dropped", "differences", "similarity",
        "places", "others", "searched",
    }  # fmt: skip
    searched = found[2]["searched"]
    assert isinstance(searched, dict)
    assert searched["documents"] == 2
    assert str(searched["digest"]).startswith("sha256:")


def test_a_bad_line_is_a_failure_in_its_place_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "quotes.jsonl").write_text('{"id": 1}\nnot json\n{"id": 3, "text": "sold in March"}\n')
    result = run("--quotes", folder / "quotes.jsonl", "--documents", folder / "documents")
    assert result.exit_code == 3
    found = rows(result)
    assert [row.get("verdict") for row in found] == [None, None, "verbatim"]
    assert "line 2" in str(found[1]["failures"])
    assert "line 1" in result.stderr


def test_workers_give_the_same_bytes_as_one_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "AT_ONCE", 3)
    monkeypatch.setattr(checking, "WORTH_WORKERS", 4)
    lines = [json.dumps({"id": number, "text": "the ice is gone"}) for number in range(8)]
    (folder / "quotes.jsonl").write_text("\n".join(lines))
    results = [
        run("--quotes", folder / "quotes.jsonl", "--documents", folder / "documents", "--jobs", jobs)
        for jobs in (1, 2)
    ]
    assert results[0].stdout == results[1].stdout
    assert len(rows(results[0])) == 8


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ARTICLE"], "say what to check against"),
        (["--against", "DOCUMENTS"], "either articles to check, or --quotes"),
        (
            ["ARTICLE", "--quotes", "ARTICLE", "--against", "DOCUMENTS"],
            "either articles to check, or --quotes",
        ),
        (["--quotes", "ARTICLE", "--against", "DOCUMENTS", "--format", "html"], "JSON Lines"),
        (["--quotes", "ARTICLE", "--against", "DOCUMENTS", "--bundle", "x.zip"], "JSON Lines"),
        (["ARTICLE", "--against", "-"], "standard input"),
        (["ARTICLE", "--against", "NOWHERE"], "no document could be read"),
        (["--quotes", "NOWHERE", "--against", "DOCUMENTS"], "no such file"),
        (["ARTICLE", "--against", "DOCUMENTS", "--index", "ARTICLE"], "not an index"),
        (["--verify", "ARTICLE"], "no evidence of onrecord"),
        (["ARTICLE", "--against", "DOCUMENTS", "--output", "ARTICLE"], "also an input"),
    ],
)
def test_wrong_use_is_refused_with_what_to_do(folder: Path, arguments: list[str], message: str) -> None:
    paths = {"ARTICLE": "article.txt", "DOCUMENTS": "documents", "NOWHERE": "nowhere"}
    given = [folder / paths[one] if one in paths else one for one in arguments]
    result = run(*given)
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_document_that_cannot_be_read_is_said_and_the_rest_searched(folder: Path) -> None:
    (folder / "documents" / "bad.bin").write_bytes(bytes(range(256)) * 10)
    result = run(folder / "article.txt", "--against", folder / "documents")
    assert result.exit_code == 3
    assert "bad.bin" in result.stderr
    assert "2 documents searched" in result.stdout


def test_the_evidence_opens_again_and_holds(folder: Path) -> None:
    bundle = folder / "evidence.zip"
    result = run(folder / "article.txt", "--against", folder / "documents", "--bundle", bundle)
    assert result.exit_code == 0
    with zipfile.ZipFile(bundle) as archive:
        names = archive.namelist()
        assert {"manifest.json", "checks.jsonl", "index.html"} < set(names)
        assert [name for name in names if name.startswith("documents/")] == ["documents/00001-speech.txt"]
        manifest = json.loads(archive.read("manifest.json"))
        assert manifest["articles"][0]["digest"].startswith("sha256:")
        assert manifest["searched"]["documents"] == 2
        assert archive.read("documents/00001-speech.txt").decode() == SPEECH
    (folder / "documents" / "speech.txt").unlink()  # the archive needs nothing beside it
    (folder / "article.txt").unlink()
    again = run("--verify", bundle)
    assert again.exit_code == 0
    assert "all 2 passages come out the same" in again.stdout


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("documents/00001-speech.txt", b"sold in March", b"sunk in March", "is not what was checked"),
        ("documents/00001-speech.txt", b"sold in March", b"sunk in March", "when checked again"),
        ("articles/00001-article.txt", b"Monday", b"Friday", "is not what was checked"),
        ("checks.jsonl", b'"verbatim"', b'"altered"', "is not what was written"),
    ],
)
def test_evidence_that_was_changed_is_told(
    folder: Path, name: str, old: bytes, new: bytes, message: str
) -> None:
    bundle, changed = folder / "evidence.zip", folder / "changed.zip"
    run(folder / "article.txt", "--against", folder / "documents", "--bundle", bundle)
    with zipfile.ZipFile(bundle) as archive, zipfile.ZipFile(changed, "w") as out:
        for member in archive.namelist():
            data = archive.read(member)
            out.writestr(member, data.replace(old, new) if member == name else data)
    result = run("--verify", changed)
    assert result.exit_code == 3
    assert message in result.stderr


def test_an_index_is_kept_and_used_again_also_among_the_documents(folder: Path) -> None:
    index = folder / "documents" / "index"
    outputs = []
    for _ in range(2):
        result = run(folder / "article.txt", "--against", folder / "documents", "--index", index)
        assert result.exit_code == 0
        outputs.append(result.stdout)
    assert (index / "index.json").exists()
    assert outputs[0] == outputs[1]
    assert "2 documents searched" in outputs[1]
