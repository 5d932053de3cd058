"""The reprinted article that the project began from: its quoted utterances, by place and by digest of the name.

Its text is not ours to print, so the expected rows say where each passage lies and the first half of the SHA-256
of its speaker's name; a careful reader's list, held against the article by eye.
"""

import hashlib
import json
from itertools import combinations
from pathlib import Path

import pytest

import onrecord
from onrecord.people.register.variants import likeness

JOINED = {"c6e644a48a46bca9", "6ae66ae15f4c50f9"}
EXPECTED = json.loads(Path(__file__).with_name("seed.json").read_text())


def digest(name: str | None) -> str:
    return hashlib.sha256((name or "").encode()).hexdigest()[:16]


@pytest.mark.corpus
def test_every_quoted_utterance_is_whole_a_row_of_its_own_and_its_speakers(corpus: Path) -> None:
    (path,) = (corpus / "data" / "seed").glob("*.txt")
    record = onrecord.read_file(path)
    rows = [
        {"marks": [list(span) for span in quotation.marks], "speaker": digest(quotation.speakers[0].name)}
        for quotation in record.quotations
        if quotation.marks and quotation.speakers
    ]
    assert len(EXPECTED) == 15
    assert [row for row in EXPECTED if row not in rows] == []
    assert record.failures == ()


@pytest.mark.corpus
def test_two_spellings_of_one_name_are_one_speaker(corpus: Path) -> None:
    (path,) = (corpus / "data" / "seed").glob("*.txt")
    record = onrecord.read_file(path)
    people = {
        one.name
        for row in record.quotations
        for one in row.speakers
        if one.kind == "person" and one.name is not None
    }
    # Its text has a second spelling of each of these two; neither may be somebody else.
    assert {digest(name) for name in people} >= JOINED
    assert [pair for pair in combinations(sorted(people), 2) if likeness(*pair)] == []
