"""Citron's annotation format, after https://github.com/bbc/citron/blob/main/docs/data_format.md."""

import json
from typing import Any

import pytest

from onrecord.errors import UnreadableInput
from onrecord.formats.citron import read_citron

from .lock import AMSEL, BRANDT, TEXT, person

# Written by hand: each quote has one cue, and lists of sources and contents; each span says its words.
QUOTES: list[dict[str, Any]] = [
    {
        "cue": {"start": 34, "end": 38, "text": "said"},
        "sources": [{"start": 21, "end": 33, "text": "Odile Brandt"}],
        "contents": [{"start": 0, "end": 19, "text": "The lock stays shut"}],
        "confidence": 0.8,
        "id": "q1",
    },
    {
        "cue": {"start": 71, "end": 75, "text": "told"},
        "sources": [{"start": 61, "end": 70, "text": "Tam Amsel"}],
        "contents": [
            {"start": 40, "end": 60, "text": "“We open it in May,”"},
            {"start": 87, "end": 103, "text": "“or not at all.”"},
        ],
    },
]


def file(quotes: object, **more: object) -> bytes:
    return json.dumps({"text": TEXT, "quotes": quotes, **more}).encode()


def test_each_quote_is_an_attribution() -> None:
    read = read_citron(file(QUOTES, coreference_groups=[]), "lock")
    assert (read.id, read.text, read.attributions) == ("lock", TEXT, (BRANDT, AMSEL))


def test_a_coreference_is_the_speaker_and_a_source_without_one_stands_for_itself() -> None:
    resolved = {**QUOTES[0], "coreferences": [{"start": 61, "end": 70, "text": "Tam Amsel"}]}
    read = read_citron(file([resolved, QUOTES[1]]), "lock")
    assert [one.speakers for one in read.attributions] == [person("Tam Amsel"), person("Tam Amsel")]
    assert read_citron(file(QUOTES), "lock").attributions[0].speakers == ()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "not of Citron's annotation format"),
        (b'{"text": "x"}', "missing required field `quotes`"),
        (file([QUOTES[0], {**QUOTES[1], "cue": {"start": 90, "end": 300}}]), "quote 2: it marks 90 to 300"),
        (
            file([{**QUOTES[0], "cue": {"start": 35, "end": 39, "text": "said"}}]),
            "quote 1: .*Unicode code points",
        ),
    ],
)
def test_a_bad_file_says_where_and_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        read_citron(data, "lock")
