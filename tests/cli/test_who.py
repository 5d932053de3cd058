"""`onrecord who`, `onrecord stats` and `onrecord register` on a ledger of the examples."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import onrecord

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
ARTICLES = [str(EXAMPLES / "articles" / name) for name in ("wire.txt", "causeway.txt", "longstrand.md")]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("ledger") / "articles.db")
    done = CliRunner().invoke(onrecord, ["add", *ARTICLES, str(EXAMPLES / "nowhere.txt"), "--ledger", path])
    assert done.exit_code == 3
    return path


@pytest.fixture
def run(ledger: str) -> Callable[..., Result]:
    def run(*arguments: str) -> Result:
        return CliRunner().invoke(onrecord, [*arguments, "--ledger", ledger])

    return run


def test_the_record_of_a_speaker(run: Callable[..., Result]) -> None:
    done = run("who", "dorjek", "--limit", "2")
    assert done.exit_code == 0, done.stderr
    head, also, figures, *_ = done.stdout.splitlines()
    assert head.startswith("Ilyan Dorzhek · person · speaker:")
    assert also == "also Dorjek"
    assert figures.endswith("2024-03-11 to 2024-03-16")
    assert "go on with --after" in done.stderr


def test_as_json_it_holds_figures_and_rows(run: Callable[..., Result]) -> None:
    whole = json.loads(run("who", "Dorzhek", "--format", "json", "--all", "--oldest-first").stdout)
    assert whole["count"] == len(whole["rows"]) == whole["speaker"]["quotations"]
    days = [row["said"] or row["published"] for row in whole["rows"]]
    assert days == sorted(days)
    lines = run(
        "who", whole["speaker"]["id"], "--format", "jsonl", "--all", "--oldest-first"
    ).stdout.splitlines()
    assert [json.loads(line) for line in lines] == whole["rows"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Nobody"], "knows no speaker called Nobody"),
        (["Dorzhek", "--from", "May"], "takes a day"),
        (["Dorzhek", "--after", "sha256:00"], "holds no quotation"),
    ],
)
def test_what_cannot_be_shown_is_refused(run: Callable[..., Result], arguments: list[str], told: str) -> None:
    done = run("who", *arguments)
    assert done.exit_code == 2
    assert told in done.stderr


def test_the_ledger_in_figures(run: Callable[..., Result]) -> None:
    text = run("stats", "--failures").stdout
    assert "articles    3 (" in text
    assert "copies      1 pair: 1 acknowledged" in text
    assert "nowhere.txt: failed (input)" in text
    figures = json.loads(run("stats", "--format", "json").stdout)
    assert figures["articles"] == 3
    assert sum(figures["kinds"].values()) == figures["quotations"]
    assert figures["failed"] == {"input": 1}


def test_a_ledger_stands_for_a_register(ledger: str, tmp_path: Path) -> None:
    register = str(tmp_path / "speakers.jsonl")
    CliRunner().invoke(onrecord, ["read", *ARTICLES, "--register", register, "--format", "json"])
    for command in (["list"], ["list", "--ids"]):
        outputs = [
            CliRunner().invoke(onrecord, ["register", command[0], place, *command[1:]]).stdout
            for place in (ledger, register)
        ]
        assert outputs[0] == outputs[1]
        assert "Ilyan Dorzhek  (also" in outputs[0]
    id = next(line for line in outputs[0].splitlines() if "Dorzhek" in line).split()[0]
    reasons = [
        CliRunner().invoke(onrecord, ["register", "why", place, id]).stdout for place in (ledger, register)
    ]
    assert reasons[0] == reasons[1]


def test_a_register_in_a_ledger_is_mended(ledger: str, tmp_path: Path) -> None:
    copy = str(tmp_path / "copy.db")
    assert CliRunner().invoke(onrecord, ["backup", copy, "--ledger", ledger]).exit_code == 0
    lines = CliRunner().invoke(onrecord, ["register", "list", copy, "--ids"]).stdout.splitlines()
    first, second = (next(line for line in lines if name in line).split()[0] for name in ("Dorzhek", "Oake"))
    joined = CliRunner().invoke(onrecord, ["register", "join", copy, first, second, "--why", "a test"])
    assert joined.exit_code == 0, joined.stderr
    assert "Tamsin Oake" in joined.stdout
    parted = CliRunner().invoke(onrecord, ["register", "split", copy, first, "--name", "Tamsin Oake"])
    assert parted.exit_code == 0, parted.stderr
    after = CliRunner().invoke(onrecord, ["register", "list", copy, "--ids"]).stdout.splitlines()
    assert after == lines
    refused = CliRunner().invoke(onrecord, ["register", "why", copy, "speaker:none"])
    assert (refused.exit_code, "no speaker speaker:none" in refused.stderr) == (2, True)
