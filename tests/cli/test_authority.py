"""`onrecord authority`: what it writes, what it says, and how it ends."""

import gzip
import json
from pathlib import Path

import pytest

from .conftest import Run


def line(number: int, label: str | None = "Orla Quillton", kind: int = 5) -> bytes:
    snak = {"snaktype": "value", "property": "P31", "datavalue": {"value": {"id": f"Q{kind}"}, "type": "x"}}
    claims = {"P31": [{"mainsnak": snak, "rank": "normal"}]}
    labels = {"en": {"language": "en", "value": label}} if label else []
    return json.dumps({"type": "item", "id": f"Q{number}", "labels": labels, "claims": claims}).encode()


def dump(*lines: bytes) -> bytes:
    return b"[\n" + b",\n".join(lines) + b"\n]\n"


GOOD = dump(line(1), line(2, None), line(3, "Riverton", 515), line(4, "Rowers", 43229))
BAD = dump(line(1), b'{"id": "Q2', line(3))
WRITTEN = (
    b'{"id":"Q1","label":"Orla Quillton","aliases":[],"descriptions":[],'
    b'"born":null,"died":null,"kind":"person"}\n'
)


@pytest.fixture
def dumped(tmp_path: Path) -> Path:
    file = tmp_path / "dump.json"
    file.write_bytes(GOOD)
    return file


def test_people_are_kept_and_the_rest_is_counted(run: Run, dumped: Path, tmp_path: Path) -> None:
    out = tmp_path / "people.jsonl"
    result = run("authority", "build", dumped, "--out", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_bytes() == WRITTEN
    assert [text.removeprefix("onrecord: ") for text in result.stderr.splitlines()] == [
        f"{out}: 1 kept, 0 redirects.",
        "1 skipped: no label.",
        "2 skipped: not a person.",
    ]


def test_organisations_are_kept_on_demand(run: Run, dumped: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    assert run("authority", "build", dumped, "--out", out, "--organisations").exit_code == 0
    assert [json.loads(text)["kind"] for text in out.read_text().splitlines()] == ["person", "group"]


def test_a_failed_line_is_said_and_the_rest_is_kept(run: Run, tmp_path: Path) -> None:
    file, out = tmp_path / "dump.json", tmp_path / "people.jsonl"
    file.write_bytes(BAD)
    result = run("authority", "build", file, "--out", out)
    assert result.exit_code == 3
    assert "onrecord: line 3: failed: it is no entity" in result.stderr
    assert "1 skipped: broken line." in result.stderr
    assert len(out.read_text().splitlines()) == 2


def test_many_failures_are_said_a_few_times(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "dump.json"
    file.write_bytes(dump(*[b"{"] * 500))
    result = run("authority", "build", file, "--out", tmp_path / "people.jsonl")
    assert result.stderr.count("failed: ") == 20
    assert "500 skipped: broken line." in result.stderr


def test_hostile_words_are_harmless_to_a_terminal(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "dump.json"
    file.write_bytes(dump(json.dumps({"id": "\x1b[2J", "type": "item"}).encode()))
    assert "\x1b" not in run("authority", "build", file, "--out", tmp_path / "people.jsonl").stderr


def test_languages_are_chosen(run: Run, tmp_path: Path) -> None:
    entity = json.loads(line(1)) | {"aliases": {"fr": [{"language": "fr", "value": "La Quillton"}]}}
    entity["labels"]["de"] = {"language": "de", "value": "Orla von Quillton"}
    file, out = tmp_path / "dump.json", tmp_path / "people.jsonl"
    file.write_bytes(dump(json.dumps(entity).encode()))
    assert (
        run("authority", "build", file, "--out", out, "--language", "de", "--aliases", "en, fr").exit_code
        == 0
    )
    row = json.loads(out.read_text())
    assert (row["label"], row["aliases"]) == ("Orla von Quillton", ["Orla Quillton", "La Quillton"])


def test_standard_input_is_read_and_gz_is_packed_the_same_each_time(run: Run, tmp_path: Path) -> None:
    outs = [tmp_path / "one.gz", tmp_path / "two.gz"]
    for out in outs:
        assert run("authority", "build", "-", "--out", out, input=gzip.compress(GOOD)).exit_code == 0
    assert gzip.decompress(outs[0].read_bytes()) == WRITTEN
    assert outs[0].read_bytes() == outs[1].read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["dump.json"], "--out"),
        (["gone.json", "--out", "x.jsonl"], "gone.json cannot be opened"),
        (["dump.json", "--out", "dump.json"], "also the dump"),
        (["dump.json", "--out", "gone/x.jsonl"], "cannot be written"),
        (["dump.json", "--out", "."], "no regular file"),
        (["dump.json", "--out", "x.jsonl", "--language", "e n"], "no language code"),
        (["dump.json", "--out", "x.jsonl", "--aliases", "en,../x"], "no language code"),
    ],
)
def test_wrong_use_is_refused(
    run: Run, dumped: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(dumped.parent)
    result = run("authority", "build", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert sorted(file.name for file in dumped.parent.iterdir()) == ["dump.json"]
