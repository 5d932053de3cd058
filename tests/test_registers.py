"""Sports, science, courts, live blogs and more: each text of benchmarks/registers against what a careful reader notes.

`benchmarks/registers/missed.tsv` lists what is not yet as expected, and must be exact: what is found at last is taken
out of it (`python -m benchmarks.registers --missed` prints it anew), and nothing may come in.
"""

import pytest
from benchmarks.registers import HEADING, MISSED, Case, cases, missed, read_case

from onrecord import read_text

CASES = tuple(cases())
LISTED = MISSED.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_what_is_missed_is_what_is_listed(case: Case) -> None:
    record = read_text(case.text, plain=True)
    assert missed(case, record) == [line for line in LISTED if line.startswith(f"{case.name}\t")]


def test_every_line_of_the_list_is_of_a_text() -> None:
    assert LISTED[0] == HEADING
    assert {line.split("\t")[0] for line in LISTED[1:]} <= {case.name for case in CASES}


def test_an_expected_quotation_is_missed_where_it_is_not_found() -> None:
    (case,) = (case for case in CASES if case.name == "sports_draw")
    record = read_text("Nobody said anything at all.", plain=True)
    assert len(missed(case, record)) >= len(case.quotations)


@pytest.mark.parametrize("words", ["content  “Weirs”", "cue      wrote\n    content  “Weir”"])
def test_noted_words_must_stand_in_the_text(words: str) -> None:
    with pytest.raises(ValueError, match=r"weir: '(“Weirs”|wrote)' does not stand"):
        read_case("weir", f"register: x\n\n“Weir”, she said.\n----\ndirect\n    {words}\n")


def test_a_case_gives_each_role_where_it_stands() -> None:
    written = "register: x\nmarks: y\n\nHe said so to us. “Weir”, she said.\n----\ndirect: Ilse Brant\n"
    case = read_case("weir", f"{written}    source   she\n    cue      said\n    content  “Weir”\n")
    (one,) = case.quotations
    spans = [case.text[slice(*span)] for span in (*one.source, *one.cue, *one.content)]
    assert (spans, one.cue, one.speaker) == (["she", "said", "“Weir”"], ((30, 34),), "Ilse Brant")
