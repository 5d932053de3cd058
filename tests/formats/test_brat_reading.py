"""Reading brat standoff, after https://brat.nlplab.org/standoff.html."""

import io
import zipfile
from collections import Counter

import pytest

from onrecord.errors import UnreadableInput
from onrecord.formats import write
from onrecord.formats.annotated import AnnotatedText, Attribution
from onrecord.formats.brat_reading import read_brat
from onrecord.model import Record

from .lock import AMSEL, BRANDT, TEXT, person

# Written by hand. Every kind of line that the page has: text-bound marks (one in two places), events (one whose trigger
# is the cue itself), attributes old and new, a normalisation, a note and an equivalence.
EVENTS = """\
T1\tSource 21 33\tOdile Brandt
T2\tCue 34 38\tsaid
T3\tContent 0 19\tThe lock stays shut
E1\tCue:T2 Source:T1 Content:T3
T4\tSource 61 70\tTam Amsel
T5\tAttribution 71 75\ttold
T6\tCue 71 75\ttold
T7\tContent 40 60;87 103\t“We open it in May,” “or not at all.”
E2\tAttribution:T5 Content:T7 Source:T4 Cue:T6
A1\tNegation E1
M1\tConfidence E2 High
N1\tReference T1 Wikipedia:1\tOdile Brandt
#1\tAnnotatorNotes E2\tsure of this
*\tEquiv T1 T4
"""
# The same as relations between marks: the parts of a content are tied, and its cue to the first of them.
RELATIONS = """\
T1\tSpeaker 21 33\tOdile Brandt
T2\tCue 34 38\tsaid
T3\tQuote 0 19\tThe lock stays shut
T4\tSpeaker 61 70\tTam Amsel
T6\tCue 71 75\ttold
T7\tQuote 40 60\t“We open it in May,”
T8\tQuote 87 103\t“or not at all.”
T9\tGroup 76 85\tthe board
R1\tsaid_by Arg1:T3 Arg2:T1
R2\tcued_by Arg1:T3 Arg2:T2
R3\tgoes_on Arg1:T7 Arg2:T8
R4\tsubject Arg1:T6 Arg2:T4
R5\tcued_by Arg1:T7 Arg2:T6
"""


def read(standoff: str, text: str = TEXT) -> AnnotatedText:
    return read_brat(standoff, text, "lock", Counter())


def test_events_are_attributions() -> None:
    assert read(EVENTS) == AnnotatedText(id="lock", text=TEXT, attributions=(BRANDT, AMSEL))


def test_relations_tie_marks_where_no_event_does() -> None:
    left_out: Counter[str] = Counter()
    found = read_brat(RELATIONS, TEXT, "lock", left_out)
    assert (found.attributions, found.linked) == ((BRANDT, AMSEL), True)
    assert left_out == {"marks of the type Group": 1}


def test_marks_that_nothing_ties_are_attributions_of_one_role() -> None:
    found = read("T1\tSource 21 33\tOdile Brandt\nT2\tContent 0 19\tThe lock stays shut\n")
    assert found.attributions == (Attribution(content=((0, 19),)), Attribution(source=((21, 33),)))
    assert not found.linked


def test_windows_line_ends_and_numbered_roles_are_taken() -> None:
    # An event names a second argument of one role by a number.
    lines = EVENTS.replace(
        "T7\tContent 40 60;87 103\t“We open it in May,” “or not at all.”",
        "T7\tContent 40 60\t“We open it in May,”\nT8\tContent 87 103\t“or not at all.”",
    )
    found = read(lines.replace("Content:T7", "Content:T7 Content2:T8").replace("\n", "\r\n"))
    assert found.attributions == (BRANDT, AMSEL)


@pytest.mark.parametrize(
    ("standoff", "said"),
    [
        ("T1\tSource 21 33\tOdile Brandt\nSource 21 33", "line 2 is no line of brat standoff: expected as"),
        ("T1\tSource 21\tOdile", "line 1 is no line of brat standoff"),
        ("T1\tSource 21 333\tOdile", "line 1: it marks 21 to 333 in a text of 103 characters"),
        (
            "T1\tSource 22 34\tOdile Brandt",
            "line 1: it marks 22 to 34 as “Odile Brandt”.*Unicode code points",
        ),
        (
            "T7\tContent 40 60;87 103\t“We open it in May,” “or.”",
            "line 1: .*which are not the words at 40 60;87 103",
        ),
        ("T1\tCue 34 38\tsaid\nE1\tCue:T1 Content:T3", "line 2 names T3, which no line marks"),
        ("T1\tCue 34 38\tsaid\nT1\tCue 71 75\ttold", "line 2 marks T1, which an earlier line does"),
        (
            "T1\tCue 34 38\tsaid\nE1\tCue:T1 Content",
            "line 2 has 'Content' for an argument: expected as “Source:T1”",
        ),
        (f"T1\tCue 0 {'9' * 5000}\tsaid", "line 1 is no line of brat standoff"),
    ],
)
def test_a_bad_line_is_named(standoff: str, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        read(standoff)


def test_what_onrecord_writes_comes_back(brief: Record) -> None:
    out = io.BytesIO()
    write([brief], out, form="brat")
    with zipfile.ZipFile(out) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    found = read(files["000001.ann"], files["000001.txt"])
    wanted = [(row.source, row.cue, row.content, row.parent is not None) for row in brief.quotations[:3]]
    assert [(one.source, one.cue, one.content, one.nested) for one in found.attributions] == wanted
    assert [one.speakers[0].name for one in found.attributions] == ["Ada", "We", "Ben"]
    assert found.attributions[1].speakers[0].kind == "unnamed"


def test_hostile_words_come_back(hostile: Record) -> None:
    out = io.BytesIO()
    write([hostile], out, form="brat")
    with zipfile.ZipFile(out) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    assert len(read(files["000001.ann"], files["000001.txt"]).attributions) == 1


def test_a_note_of_a_speaker_is_read() -> None:
    note = "#2\tAnnotatorNotes E1\tspeaker: Odile Brandt (person) | id: sha256:one\n"
    assert read(EVENTS + note).attributions[0].speakers == person("Odile Brandt")


def test_a_long_bad_line_is_refused_at_once() -> None:
    with pytest.raises(UnreadableInput, match="line 1"):
        read("E1\t" + " ".join(["a:a:a:a:a:a"] * 2000) + "\tno")
    with pytest.raises(UnreadableInput, match="line 2"):
        read("#" + " " * 20_000 + "\n" + "R1\t" + "a:" * 20_000)
