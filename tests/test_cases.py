"""Short texts in other registers: how many of their quotations in marks are found, whole, with the right speaker."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from onrecord.model import Quotation
from onrecord.pipeline import read_bytes

CASES = Path(__file__).resolve().parent / "cases"
EXPECTED: dict[str, list[dict[str, Any]]] = json.loads((CASES / "expected.json").read_text(encoding="utf-8"))

# How many of each text's quotations may be missed: a number may only go down.
MISSED: dict[str, int] = {
    "broadcast.txt": 0,  # of 3
    "business.txt": 0,  # of 3
    "court.txt": 0,  # of 3
    "interview.txt": 0,  # of 1
    "live_blog.txt": 1,  # of 4
    "science.txt": 0,  # of 3
    "sports.txt": 0,  # of 3
}


def squash(words: str) -> str:
    """Words without spaces, quotation marks, leading article and capitals."""
    return re.sub(r"^(the|an?) |[\s\"'“”‘’]+", "", words, flags=re.I).casefold()


def is_found(wanted: dict[str, Any], text: str, quotations: tuple[Quotation, ...]) -> bool:
    """Whether one row holds all the wanted words and gives them to the right speaker."""
    for quotation in quotations:
        said = squash("".join(text[start:end] for start, end in quotation.content))
        speakers = [squash(one.name or "") for one in quotation.speakers]
        if speakers == [squash(wanted["speaker"])] and all(
            squash(words) in said for words in wanted["words"]
        ):
            return True
    return False


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_no_more_is_missed_than_before(name: str) -> None:
    record = read_bytes((CASES / name).read_bytes(), plain=True)
    text = record.article.body
    missed = [wanted for wanted in EXPECTED[name] if not is_found(wanted, text, record.quotations)]
    assert len(missed) <= MISSED[name], missed


def test_every_case_has_its_expectations() -> None:
    assert sorted(path.name for path in CASES.glob("*.txt")) == sorted(EXPECTED) == sorted(MISSED)
