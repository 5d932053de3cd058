"""onrecord export and import: what goes out of a ledger, and comes back into one."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from onrecord.findings import VERDICTS
from onrecord.formats import to_json
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.tables import quotations
from onrecord.model import Article, Date, Failure, Quotation, Record, Speaker, article_id, quotation_id

from .conftest import Run

LINES = {
    "ferry": ("“The boats stay,” said Ines Marl.", "Ines Marl", "The Gull", "2031-10-15"),
    "bridge": ("“It is shut,” said Tobias Ekwall.", "Tobias Ekwall", "The Gull", "2031-10-16"),
    "council": ("“We row 🙂,” said Marl.", "Marl", "Northern Wire", "2031-11-02"),
    "quiet": ("Nobody said a word.", None, "Northern Wire", None),
}


def record_of(name: str) -> Record:
    text, speaker, outlet, day = LINES[name]
    article = article_id(text.encode())
    content = ((0, text.index("”") + 1),) if speaker else ()
    row = Quotation(
        id=quotation_id(article, "text", content),
        kind="direct",
        content=content,
        marks=tuple((start + 1, end - 1) for start, end in content),
        speakers=(Speaker(name=speaker, kind="person", confidence=0.9),),
        confidence=0.9,
        by="t/1",
    )
    published = None if day is None else Date(value=day, precision="day", text=day)
    return Record(
        article=Article(
            id=article, path=f"{name}.txt", title=name, outlet=outlet, published=published, text=text
        ),
        quotations=(row,) if speaker else (),
    )


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """A ledger with the four articles, the first of them checked."""
    address = f"sqlite:///{tmp_path / 'l.db'}"
    with Ledger.open(address) as opened:
        for name in LINES:
            opened.keep(record_of(name))
        with opened.write() as connection:
            altered = VERDICTS.index("altered")
            connection.execute(update(quotations).where(quotations.c.number == 1).values(verdict=altered))
    return address


def titles(lines: bytes) -> list[str]:
    return [json.loads(line)["article"]["title"] for line in lines.splitlines()]


def test_what_is_exported_and_imported_is_exported_again_the_same(
    run: Run, ledger: str, tmp_path: Path
) -> None:
    first = run("export", "--ledger", ledger)
    (tmp_path / "out.jsonl").write_bytes(first.stdout_bytes)
    other = f"sqlite:///{tmp_path / 'other.db'}"
    came_in = run("import", tmp_path / "out.jsonl", "--ledger", other)
    assert (first.exit_code, came_in.exit_code) == (0, 0)
    assert came_in.stderr.endswith("4 articles added; 0 known already; 0 failed.\n")
    assert titles(first.stdout_bytes) == list(LINES)
    assert run("export", "--ledger", other).stdout_bytes == first.stdout_bytes
    assert (
        "0 articles added; 4 known already" in run("import", tmp_path / "out.jsonl", "--ledger", other).stderr
    )


@pytest.mark.parametrize(
    ("options", "chosen"),
    [
        (["--speaker", "marl"], ["ferry", "council"]),
        (["--speaker", "Ines Marl"], ["ferry"]),
        (["--speaker", "mar"], []),
        (["--speaker", "..."], []),
        (["--outlet", "the gull"], ["ferry", "bridge"]),
        (["--from", "2031-10-16"], ["bridge", "council"]),
        (["--to", "2031-10-16"], ["ferry", "bridge"]),
        (["--from", "2031-10-16", "--to", "2031-10-16"], ["bridge"]),
        (["--verdict", "altered"], ["ferry"]),
        (["--verdict", "altered", "--verdict", "spliced"], ["ferry"]),
        (["--verdict", "verbatim"], []),
        (["--speaker", "Marl", "--outlet", "Northern Wire"], ["council"]),
        ([record_of("quiet").article.id], ["quiet"]),
        ([record_of("bridge").quotations[0].id, record_of("ferry").article.id], ["ferry", "bridge"]),
    ],
)
def test_the_options_choose(run: Run, ledger: str, options: list[str], chosen: list[str]) -> None:
    result = run("export", *options, "--ledger", ledger)
    assert result.exit_code == 0, result.stderr
    assert titles(result.stdout_bytes) == chosen


@pytest.mark.parametrize(
    "form", ["jsonl", "csv", "parquet", "jsonld", "webannotation", "brat", "doccano", "labelstudio", "bio"]
)
def test_every_form_is_written_and_read_writes_the_same_names(
    run: Run, ledger: str, tmp_path: Path, form: str
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    result = run("export", "--ledger", ledger, "--format", form, "--output", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (0, "")
    assert b"boats stay" in (tmp_path / "out").read_bytes() or form in ("brat", "parquet", "bio")
    assert (tmp_path / "out").stat().st_size > 100
    (tmp_path / "a.txt").write_text("Headline\n“We row,” she said.", "utf-8")
    assert run("read", tmp_path / "a.txt", "--format", form, "--output", tmp_path / "read").exit_code == 0


def test_only_the_quotations_asked_for_are_written_but_jsonl_keeps_articles_whole(
    run: Run, tmp_path: Path
) -> None:
    one = record_of("ferry")
    text = one.article.body
    other = quotation_id(one.article.id, "text", ((1, 4),))
    row = Quotation(
        id=other, kind="direct", content=((1, 4),), by="t/1", speakers=(Speaker(name="B", kind="person"),)
    )
    with Ledger.open(str(tmp_path / "l.db")) as opened:
        opened.keep(Record(article=one.article, quotations=(*one.quotations, row)))
    address = str(tmp_path / "l.db")

    def written(form: str) -> list[dict[str, Any]]:
        result = run("export", "--ledger", address, "--speaker", "Marl", "--format", form)
        return [json.loads(line) for line in result.stdout_bytes.splitlines()]

    assert len(written("jsonl")[0]["quotations"]) == 2
    (line,) = written("doccano")
    assert [text[one["start_offset"] : one["end_offset"]] for one in line["entities"]] == [
        "“The boats stay,”"
    ]


def test_the_verdict_of_a_check_goes_out_with_the_annotation(run: Run, ledger: str) -> None:
    notes = json.loads(run("export", "--ledger", ledger, "--format", "webannotation").stdout_bytes)
    told = [
        "verdict: altered" in [body.get("value") for body in one["body"]] for one in notes["first"]["items"]
    ]
    assert told == [True, False, False]


def test_brat_is_an_archive_or_a_folder(run: Run, ledger: str, tmp_path: Path) -> None:
    archive = run("export", "--ledger", ledger, "--format", "brat").stdout_bytes
    folder = run("export", "--ledger", ledger, "--format", "brat", "--output", f"{tmp_path}/new/")
    assert folder.exit_code == 0
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        inside = {name: opened.read(name) for name in opened.namelist()}
    assert {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()} == inside
    assert "000004.txt" in inside


def test_what_a_form_cannot_hold_is_counted(run: Run, tmp_path: Path) -> None:
    article = record_of("ferry").article
    row = Quotation(id="q", kind="indirect", content=((1, 4),), by="t/1")
    address = str(tmp_path / "l.db")
    with Ledger.open(address) as opened:
        opened.keep(Record(article=article, quotations=(row,)))
    result = run("export", "--ledger", address, "--format", "jsonld")
    assert result.stderr.startswith(
        "onrecord: left out of jsonld: 1 quotations with no words in quotation marks"
    )
    assert json.loads(result.stdout_bytes)["@graph"][0]["headline"] == "ferry"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["sha256:none"], "holds no article and no quotation sha256:none"),
        (["--from", "May"], "--from takes a day such as 2031-10-15, not May."),
        (["--format", "xml"], "Invalid value for '--format'"),
        (["--verdict", "true"], "Invalid value for '--verdict'"),
    ],
)
def test_wrong_use_is_refused_and_leaves_the_output_alone(
    run: Run, ledger: str, tmp_path: Path, options: list[str], words: str
) -> None:
    (tmp_path / "out").write_text("kept")
    result = run("export", *options, "--ledger", ledger, "--output", tmp_path / "out")
    assert result.exit_code == 2
    assert words in result.stderr
    assert (tmp_path / "out").read_text() == "kept"


def test_an_export_makes_no_ledger(run: Run, tmp_path: Path) -> None:
    assert run("export", "--ledger", tmp_path / "none.db").exit_code == 2
    assert not (tmp_path / "none.db").exists()
    assert run("export").exit_code == 2


def test_a_line_that_is_no_record_is_said_and_the_others_are_kept(run: Run, tmp_path: Path) -> None:
    failed = Record(article=Article(path="x.pdf"), failures=(Failure(stage="read", reason="it is damaged"),))
    lines = [
        b"{",
        to_json(record_of("ferry")),
        b"",
        to_json(failed),
        b"\xff\xfe",
        to_json(record_of("bridge")),
    ]
    result = run("import", "-", "--ledger", tmp_path / "l.db", input=b"\n".join(lines))
    assert result.exit_code == 3
    said = result.stderr.splitlines()
    assert [line.partition(": ")[2].partition(": ")[0] for line in said[:-1]] == [
        *("-, line 1", "-, line 4", "-, line 5")
    ]
    assert "it is damaged" in said[1]
    assert said[-1].endswith("2 articles added; 0 known already; 3 failed.")
    assert titles(run("export", "--ledger", tmp_path / "l.db").stdout_bytes) == ["ferry", "bridge"]


def test_a_missing_file_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(to_json(record_of("ferry")))
    result = run("import", tmp_path / "none", tmp_path / "a.jsonl", "--ledger", tmp_path / "l.db")
    assert result.exit_code == 3
    assert "1 articles added" in result.stderr
    assert run("import", "-", "-", "--ledger", tmp_path / "l.db").exit_code == 2


def test_no_archive_goes_to_a_terminal(run: Run, ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    assert "for a terminal" in run("export", "--ledger", ledger, "--format", "brat").stderr
