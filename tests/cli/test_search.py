"""onrecord search: quotations and articles of a ledger by their words, and how they are shown."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.ledger.written import make_record

from onrecord.cli.listing import Listing, write_listing
from onrecord.formats import Look
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.query import parse
from onrecord.ledger.rows import QuotationRow, quotation_rows
from onrecord.model import Date, quotation_id

from .conftest import Run

DAY = Date(value="2031-10-15", precision="day", text="15 October 2031")
HOSTILE = "=HYPERLINK(1) \x1b[31mred \u202egnp.exe"


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """A ledger with three articles: four statements, one of them hostile, and a belief."""
    address = f"sqlite:///{tmp_path / 'l.db'}"
    with Ledger.open(address) as opened:
        opened.keep(
            make_record(
                "“The bridge is closed,” said Ada Quill. “The quay is open.”",
                path="bridge.txt",
                title="Bridge closed",
                outlet="The Courier",
                published=DAY,
                quotes=(("The bridge is closed,", "Ada Quill"), ("The quay is open.", "Ada Quill")),
            )
        )
        opened.keep(
            make_record("An aide said a bridge opens.", path="aide.txt", quotes=(("a bridge opens", None),))
        )
        opened.keep(
            make_record(
                f"“{HOSTILE}” said =cmd.",
                path="=bad.txt",
                title="+1",
                outlet="-2",
                quotes=((HOSTILE, "=cmd"),),
            )
        )
    return address


def contents(lines: bytes) -> list[str]:
    return [json.loads(line)["content"] for line in lines.splitlines()]


FOUND = [
    (["bridge"], ["a bridge opens", "“The bridge is closed,”"]),
    (["open"], ["“The quay is open.”"]),
    (["op*"], ["a bridge opens", "“The quay is open.”"]),
    (["bridge", "closed"], ["“The bridge is closed,”"]),
    (['"is closed" OR "is open"'], ["“The quay is open.”", "“The bridge is closed,”"]),
    (["the NEAR/0 quay"], ["“The quay is open.”"]),
    (["the -quay"], ["“The bridge is closed,”"]),
    (["--", "-quay", "-bridge", "-hyperlink"], []),
    (["--speaker", "quill", "--limit", "1"], ["“The quay is open.”"]),
    (["--outlet", "courier", "--from", "2031-10-15", "--to", "2031-10-15", "quay"], ["“The quay is open.”"]),
    (["--from", "2031-10-16"], []),
    (["--kind", "indirect"], ["a bridge opens"]),
    (["--act", "belief"], []),
    (["--verdict", "altered"], []),
]


@pytest.mark.parametrize(("arguments", "expected"), FOUND)
def test_quotations_are_found(run: Run, ledger: str, arguments: list[str], expected: list[str]) -> None:
    result = run("search", "--ledger", ledger, "--format", "jsonl", *arguments)
    assert result.exit_code == 0
    assert contents(result.stdout_bytes) == expected


def test_a_row_says_who_where_when_and_by_which_words(run: Run, ledger: str) -> None:
    result = run("search", "--ledger", ledger, "--format", "json", "quay")
    told = json.loads(result.stdout)
    assert (told["count"], told["more_than_count"], told["next"]) == (1, False, None)
    (row,) = told["rows"]
    article = row["article"]
    assert row == {
        "quotation": quotation_id(article, "text", ((40, 59),)),
        "article": article,
        "content": "“The quay is open.”",
        "speakers": ["Ada Quill"],
        "speaker_ids": row["speaker_ids"],
        "source": "",
        "cue": "",
        "kind": "direct",
        "act": "statement",
        "negated": False,
        "outlet": "The Courier",
        "published": "2031-10-15",
        "said": None,
        "title": "Bridge closed",
        "url": None,
        "path": "bridge.txt",
        "verdict": None,
    }
    assert [id.startswith("speaker:") for id in row["speaker_ids"]] == [True]


def test_the_next_page_goes_on_after_the_last(run: Run, ledger: str) -> None:
    asked = ("search", "--ledger", ledger, "--format", "json", "--limit", 2)
    first = json.loads(run(*asked).stdout)
    assert first["count"] == 4
    second = json.loads(run(*asked, "--after", first["next"]).stdout)
    assert [row["content"] for row in second["rows"]] == ["“The quay is open.”", "“The bridge is closed,”"]
    assert second["next"] is None
    assert f"--after {first['next']}" in run(*asked).stderr


def test_articles_are_found_by_any_of_their_words(run: Run, ledger: str) -> None:
    result = run("search", "--ledger", ledger, "--articles", "--format", "jsonl", "said aide OR quill")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["path"], row["excerpt"]) for row in rows] == [
        ("aide.txt", "An aide said a bridge opens."),
        ("bridge.txt", "“The bridge is closed,” said Ada Quill. “The quay is open.”"),
    ]
    assert "2 articles" in result.stderr


def test_in_a_terminal(run: Run, ledger: str) -> None:
    result = run("search", "--ledger", ledger, "quay")
    words, who, path, id = result.stdout.splitlines()
    assert words == "“The quay is open.”"
    assert who == "    Ada Quill · The Courier · 2031-10-15 · direct"
    assert path == "    bridge.txt"
    assert id.startswith("    sha256:")
    assert result.stderr == "onrecord: 1 quotation\n"


def test_what_was_looked_for_stands_out(ledger: str) -> None:
    query = parse("quay OR bridge")
    with Ledger.open(ledger) as opened, opened.read() as connection:
        rows = quotation_rows(connection, [1])
    out = io.BytesIO()
    listing = Listing(count=1, more_than_count=False, next=None, rows=rows)
    write_listing(listing, out, form="text", kind=QuotationRow, query=query, look=Look(colour=True))
    assert "“The \x1b[1;33mbridge\x1b[0m is closed,”" in out.getvalue().decode()


def test_a_spreadsheet_runs_nothing(run: Run, ledger: str) -> None:
    result = run("search", "--ledger", ledger, "--format", "csv", "hyperlink")
    (row,) = csv.DictReader(io.StringIO(result.stdout))
    assert row["speakers"] == "'=cmd"
    assert row["path"] == "'=bad.txt"
    assert row["title"] == "'+1"
    assert row["outlet"] == "'-2"


@pytest.mark.parametrize("form", ["text", "csv", "json", "jsonl"])
@pytest.mark.parametrize("more", [[], ["--articles"]])
def test_hostile_text_is_shown_and_does_nothing(run: Run, ledger: str, form: str, more: list[str]) -> None:
    result = run("search", "--ledger", ledger, "--format", form, *more, "hyperlink")
    assert result.exit_code == 0
    assert "red" in result.stdout
    assert "\x1b" not in result.stdout
    assert "\\u001b" not in result.stdout
    assert "\u202e" not in result.stdout


WRONG = [
    (['"open'], "not closed"),
    (["--from", "yesterday"], "takes a day"),
    (["--from", "2031-10-16", "--to", "2031-10-15"], "no day"),
    (["--articles", "--verdict", "altered"], "belong to quotations"),
    (["--all", "--act", "belief"], "leave out --act"),
    (["--after", "sha256:00"], "no quotation sha256:00"),
    (["--articles", "--after", "sha256:00"], "no article sha256:00"),
    (["--speaker", "—"], "no speaker's name"),
    (["--outlet", "—"], "no outlet's name"),
]


@pytest.mark.parametrize(("arguments", "reason"), WRONG)
def test_wrong_use_is_refused_with_its_reason(
    run: Run, ledger: str, arguments: list[str], reason: str
) -> None:
    result = run("search", "--ledger", ledger, *arguments)
    assert result.exit_code == 2
    assert reason in result.stderr
    assert result.stdout == ""


def test_a_ledger_is_not_made_by_a_search(run: Run, tmp_path: Path) -> None:
    result = run("search", "--ledger", tmp_path / "none.db", "quay")
    assert result.exit_code == 2
    assert not (tmp_path / "none.db").exists()


def test_a_question_finds_what_is_said_in_other_words_and_says_that_it_is_approximate(
    run: Run, tmp_path: Path
) -> None:
    record = make_record(
        "“A boat that carries carts across at night was looked at,” said Ada Quill. “Flour costs more,” said Ben Orme.",
        path="a.txt",
        quotes=(
            ("A boat that carries carts across at night was looked at,", "Ada Quill"),
            ("Flour costs more,", "Ben Orme"),
        ),
    )
    address = str(tmp_path / "l.db")
    with Ledger.open(address) as ledger:
        ledger.keep(record)
    asked = ["search", "--ledger", address, "--meaning", "what about the ferry?", "--format", "jsonl"]
    found = run(*asked)
    rows = [json.loads(line) for line in found.stdout.splitlines()]
    assert [row["speakers"] for row in rows] == [["Ada Quill"], ["Ben Orme"]]
    assert rows[0]["likeness"] > rows[1]["likeness"]
    assert "approximate" in found.stderr
    only = run(*asked, "--speaker", "orme")
    assert [json.loads(line)["speakers"] for line in only.stdout.splitlines()] == [["Ben Orme"]]
    refused = run("search", "--ledger", address, "--meaning")
    assert (refused.exit_code, "a question" in refused.stderr) == (2, True)
