"""`onrecord trace "words"`: from the transcript to the last reprint, with one command and one picture."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import onrecord

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
ARTICLES = [str(EXAMPLES / "articles" / name) for name in ("wire.txt", "causeway.txt", "longstrand.md")]
WORDS = "do not know how to keep a timetable themselves"


@pytest.fixture(scope="module")
def trace(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Result]:
    """The command, on a ledger that holds the wire's report, the letter and its reprint."""
    ledger = str(tmp_path_factory.mktemp("ledger") / "articles.db")
    assert CliRunner().invoke(onrecord, ["add", *ARTICLES, "--ledger", ledger]).exit_code == 0

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(onrecord, ["trace", *arguments, "--ledger", ledger])

    return run


def test_the_dispute_is_followed_from_the_transcript_to_the_last_reprint(
    trace: Callable[..., Result], tmp_path: Path
) -> None:
    picture = tmp_path / "picture.svg"
    done = trace(WORDS, "--documents", str(EXAMPLES / "documents"), "--svg", str(picture))
    assert done.exit_code == 0, done.stderr
    lines = [line.strip(" │├└─") for line in done.stdout.splitlines()]
    assert lines[3].startswith("said 11 March 2024 · ")
    assert lines[4:] == [
        "12 March 2024 · Two Banks Wire · first printed",
        "word for word",
        "15 March 2024 · Causeway Letter",
        "without “who have so many clocks and such fine uniforms” (marked)",
        "could have it from Two Banks Wire, or from the source",
        "16 March 2024 · Longstrand Review",
        "word for word",
        "names Causeway Letter as its original",
        "3 printings in 3 outlets, as far as can be told by 2 ways of their own.",
    ]
    texts = [text.text for text in ET.parse(picture).iter("{http://www.w3.org/2000/svg}text")]
    assert {"address.txt", "Two Banks Wire", "Causeway Letter", "Longstrand Review"} <= set(texts)


def test_as_json_it_holds_the_whole_lineage(trace: Callable[..., Result]) -> None:
    found = json.loads(trace(WORDS, "--format", "json").stdout)
    assert [row["outlet"] for row in found["members"]] == [
        "Two Banks Wire",
        "Causeway Letter",
        "Longstrand Review",
    ]
    assert [row["parent"] for row in found["members"]] == [None, None, found["members"][1]["id"]]
    assert found["said"] == []


def test_a_family_can_be_chosen_of_several_that_have_the_words(trace: Callable[..., Result]) -> None:
    chosen = json.loads(trace(WORDS, "--format", "json").stdout)["family"]
    assert json.loads(trace(WORDS, "--family", chosen, "--format", "json").stdout)["family"] == chosen
    refused = trace(WORDS, "--family", "family:0")
    assert refused.exit_code == 2
    assert "leave --family out" in refused.stderr


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("no such words", ["nobody ever printed these words here"], "try fewer of them"),
        ("no words at all", ["  "], "say which words"),
        ("words without a letter", ["?!"], "try fewer of them"),
        ("no such document", [WORDS, "--documents", "nowhere.txt"], "no document could be read"),
        ("a place that cannot be written", [WORDS, "--svg", "/nowhere/p.svg"], "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_refused(
    trace: Callable[..., Result], name: str, arguments: list[str], told: str
) -> None:
    done = trace(*arguments)
    assert done.exit_code == 2
    assert told in done.stderr


def test_without_a_ledger_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ONRECORD_LEDGER", raising=False)
    done = CliRunner().invoke(onrecord, ["trace", WORDS])
    assert done.exit_code == 2
    assert "--ledger" in done.stderr
