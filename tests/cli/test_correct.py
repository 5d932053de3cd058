"""`onrecord correct`, `onrecord corrections` and `onrecord export --corrected`."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from tests.ledger.written import make_record

from onrecord.ledger.ledger import Ledger

from .conftest import Run

QUAY = (
    "The quay is shut. “We will open it,” said Ada Quill. “In spring.” The boats stay, she added. In spring."
)
RECORD = make_record(
    QUAY,
    path="quay.txt",
    title="The quay",
    quotes=(("We will open it,", "Ada Quill"), ("In spring.", "Ada Quill")),
)
OTHER = make_record("“We wait,” said Mira Osk.", path="boats.txt", quotes=(("We wait,", "Mira Osk"),))
WE, SPRING = (row.id[7:17] for row in RECORD.quotations)


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """A ledger with two articles."""
    address = str(tmp_path / "l.db")
    at = QUAY.index("said Ada")
    we = replace(RECORD.quotations[0], cue=((at, at + 4),), source=((at + 5, at + 14),))
    with Ledger.open(address) as opened:
        opened.keep(replace(RECORD, quotations=(we, RECORD.quotations[1])))
        opened.keep(OTHER)
    return address


def rows(run: Run, ledger: str, *options: str) -> list[dict[str, str]]:
    done = run("export", "--ledger", ledger, "--format", "csv", *options)
    assert done.exit_code == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout_bytes.decode(), newline="")))


def listed(run: Run, ledger: str, *options: str) -> list[dict[str, Any]]:
    done = run("corrections", "--ledger", ledger, "--format", "jsonl", *options)
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_another_speaker_goes_out_beside_the_answer_or_in_its_place(run: Run, ledger: str) -> None:
    done = run(
        *(
            "correct",
            WE,
            "--speaker",
            "Mira Osk",
            "--by",
            "Desk",
            "--note",
            "She says so.",
            "--ledger",
            ledger,
        )
    )
    assert done.exit_code == 0, done.stderr
    shown = done.stdout.splitlines()
    assert shown[:3] == ["“We will open it,”", "   speaker: Mira Osk (person)", "   note: She says so."]
    assert " by Desk · sha256:" in shown[3]
    plain, corrected = rows(run, ledger)[0], rows(run, ledger, "--corrected")[0]
    assert (plain["speakers"], plain["corrections"], plain["corrected_speakers"], plain["by"]) == (
        *("Ada Quill", "speaker", "Mira Osk", "test/1"),
    )
    assert (corrected["speakers"], corrected["by"]) == ("Mira Osk", "hand/Desk")
    assert corrected["speaker_ids"] == rows(run, ledger)[2]["speaker_ids"] != ""
    (kept,) = listed(run, ledger)
    assert kept["correction"]["note"] == "She says so."
    assert (kept["now"], kept["title"], kept["withdrawn"]) == (RECORD.quotations[0].id, "The quay", None)


# What is said, and what of the corrected rows comes of it: the words, who says them, and cue and source.
SAID: dict[str, tuple[list[str], list[tuple[str, str, str, str]]]] = {
    "nobody is known": ([WE, "--unknown"], [("“We will open it,”", "", "said", "Ada Quill")]),
    "a group": (
        [WE, "--speaker", "The port", "--kind", "group", "--speaker", "The town"],
        [("“We will open it,”", "The port; The town", "said", "Ada Quill")],
    ),
    "other words": ([WE, "--content", "We will open"], [("We will open", "Ada Quill", "said", "Ada Quill")]),
    "other places": (
        [WE, "--content", "18-36,53-65"],
        [("“We will open it,” … “In spring.”", "Ada Quill", "said", "Ada Quill")],
    ),
    "another cue, no source": (
        [WE, "--cue", "added", "--source", ""],
        [("“We will open it,”", "Ada Quill", "added", "")],
    ),
    "both": (
        [WE, "--content", "We will", "--speaker", "Mira Osk"],
        [("We will", "Mira Osk", "said", "Ada Quill")],
    ),
    "the nearest of the same words": (
        [SPRING, "--content", "In spring."],
        [("In spring.", "Ada Quill", "", "")],
    ),
    "no quotation": ([WE, "--no-quotation"], []),
    "missed": (
        [
            "quay.txt",
            "--missed",
            "--content",
            "The boats stay",
            "--cue",
            "she added",
            "--speaker",
            "Ada Quill",
        ],
        [("The boats stay", "Ada Quill", "she added", "")],
    ),
    "missed in the headline": (
        ["quay.txt", "--missed", "--content", "0-8", "--field", "title"],
        [("The quay", "", "", "")],
    ),
}


@pytest.mark.parametrize("case", SAID)
def test_what_is_said_is_what_a_corrected_export_has(run: Run, ledger: str, case: str) -> None:
    said, expected = SAID[case]
    before = [
        tuple(row[name] for name in ("content", "speakers", "cue", "source")) for row in rows(run, ledger)
    ]
    done = run("correct", *said, "--ledger", ledger)
    assert done.exit_code == 0, done.stderr
    assert done.stdout
    after = [
        tuple(row[name] for name in ("content", "speakers", "cue", "source"))
        for row in rows(run, ledger, "--corrected")
    ]
    assert [row for row in after if row not in before] == expected
    plain = [
        tuple(row[name] for name in ("content", "speakers", "cue", "source")) for row in rows(run, ledger)
    ]
    assert plain == before
    assert all(kept["now"] for kept in listed(run, ledger))


def test_a_speaker_may_be_one_of_the_register(run: Run, ledger: str) -> None:
    id = rows(run, ledger)[2]["speaker_ids"]
    assert id.startswith("speaker:")
    assert run("correct", WE, "--speaker", id, "--ledger", ledger).exit_code == 0
    (speaker,) = listed(run, ledger)[0]["correction"]["speakers"]
    assert (speaker["name"], speaker["id"], speaker["kind"]) == ("Mira Osk", id, "person")


WRONG: dict[str, tuple[list[str], str]] = {
    "nothing": ([WE], "say what is right"),
    "known and unknown": ([WE, "--unknown", "--speaker", "A"], "not both"),
    "a speaker of no quotation": ([WE, "--no-quotation", "--speaker", "A"], "leave out the speaker"),
    "missed without words": (["quay.txt", "--missed"], "needs its content"),
    "missed with no words": (["quay.txt", "--missed", "--content", ""], "needs a quotation, or the spans"),
    "missed twice": (
        ["quay.txt", "--missed", "--content", "n spring"],
        "2 times: give one of the places 55-63, 94-102",
    ),
    "missed nowhere": (["quay.txt", "--missed", "--content", "The ships"], "does not have these words"),
    "missed in no field": (["quay.txt", "--missed", "--content", "x", "--field", "body"], "no field body"),
    "missed in no article": (["ship.txt", "--missed", "--content", "x"], "nothing called ship.txt"),
    "places past the end": ([WE, "--content", "3-9999"], "within text, which has"),
    "a place backwards": ([WE, "--cue", "9-3"], "cue 9-3: each span must hold something"),
    "a place of absurd length": ([WE, "--cue", f"1-{'9' * 5000}"], "cue: the article does not have"),
    "no such quotation": (["0" * 64, "--unknown"], "holds no quotation"),
    "too few digits": ([WE[:7], "--unknown"], "holds no quotation"),
    "a speaker without a name": ([WE, "--speaker", " "], "needs a name"),
    "a long note": ([WE, "--unknown", "--note", "x" * 6_000], "shorten it"),
    "withdrawn with more": ([WE, "--withdraw", "--unknown"], "give it alone"),
    "withdrawn nothing": ([WE, "--withdraw"], "holds no correction"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_use_is_refused_and_nothing_is_kept(run: Run, ledger: str, case: str) -> None:
    arguments, reason = WRONG[case]
    done = run("correct", *arguments, "--ledger", ledger)
    assert done.exit_code == 2
    assert reason in done.stderr
    assert listed(run, ledger, "--withdrawn") == []


def test_two_things_are_said_or_none(run: Run, ledger: str) -> None:
    done = run("correct", WE, "--content", "We will", "--speaker", "x" * 600, "--ledger", ledger)
    assert done.exit_code == 2
    assert listed(run, ledger) == []


def test_one_that_is_withdrawn_is_shown_only_where_that_is_asked_for(run: Run, ledger: str) -> None:
    run("correct", WE, "--unknown", "--ledger", ledger)
    id = listed(run, ledger)[0]["correction"]["id"]
    done = run("correct", id[:25], "--withdraw", "--ledger", ledger)
    assert done.exit_code == 0
    assert "withdrawn: it counts no longer" in done.stderr
    assert listed(run, ledger) == []
    assert listed(run, ledger, "--withdrawn")[0]["withdrawn"] is not None
    assert rows(run, ledger, "--corrected")[0]["speakers"] == "Ada Quill"
    assert "\n   withdrawn 20" in run("corrections", "--withdrawn", "--ledger", ledger).stdout


def test_corrections_on_what_is_there_no_more_are_told(run: Run, ledger: str) -> None:
    run("correct", WE, "--unknown", "--ledger", ledger)
    run("correct", SPRING, "--unknown", "--ledger", ledger)
    text = QUAY.replace("We will open it", "We may close it")
    with Ledger.open(ledger) as opened:
        opened.keep(make_record(text, path="quay.txt", quotes=(("In spring.", "Ada Quill"),)))
    shown = run("corrections", "quay.txt", "--ledger", ledger).stdout
    assert shown.count("on no quotation any more: the newest version has none") == 1
    assert shown.count("“In spring.”") == 1
    assert run("corrections", "boats.txt", "--ledger", ledger).stdout == ""
    assert rows(run, ledger, "--corrected")[1]["by"] == "hand"
    whole = replace(RECORD, quotations=RECORD.quotations[1:])
    with Ledger.open(f"{ledger}.2") as opened:
        with Ledger.open(ledger) as first:
            corrections = first.record(RECORD.article.id or "").corrections
        opened.keep(replace(whole, corrections=corrections))
    done = run("export", "--corrected", "--format", "csv", "--ledger", f"{ledger}.2")
    assert done.stderr.endswith("left out of csv: 1 corrections whose words are in the article no more.\n")


def test_hostile_words_are_shown_harmless(run: Run, ledger: str) -> None:
    run(
        "correct",
        WE,
        "--speaker",
        "\x1b[31mRed",
        "--note",
        "\x1b]0;x\x07",
        "--by",
        "\u202eDesk",
        "--ledger",
        ledger,
    )
    shown = run("corrections", "--ledger", ledger).stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert rows(run, ledger, "--corrected")[0]["by"] == "hand/\ufffdDesk"


def test_no_ledger_is_made_by_correcting(run: Run, tmp_path: Path) -> None:
    for command in (("correct", "0" * 64, "--unknown"), ("corrections",)):
        done = run(*command, "--ledger", tmp_path / "none.db")
        assert done.exit_code == 2
        assert "no ledger" in done.stderr
    assert list(tmp_path.iterdir()) == []
