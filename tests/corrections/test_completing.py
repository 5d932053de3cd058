"""A draft becomes a whole correction, or is refused with what is wrong."""

from typing import Any

import pytest
from msgspec.structs import replace
from tests.ledger.written import make_record

from onrecord import BadCorrection, Correction, Speaker
from onrecord.corrections import check, completed, corrected
from onrecord.model import correction_id

TEXT = "The quay is shut.\n\n“We will open it,” said Ada Quill. “In spring.”\n\nThe boats stay, she added."
RECORD = make_record(
    TEXT, title="A quay", quotes=(("We will open it,", "Ada Quill"), ("In spring.", "Ada Quill"))
)
ROW = RECORD.quotations[0]
AT = "2031-10-15T07:30:00Z"
MIRA = Speaker(name="Mira Osk", kind="person")


def spans(words: str) -> tuple[tuple[int, int], ...]:
    start = TEXT.index(words)
    return ((start, start + len(words)),)


def test_a_draft_is_filled_in_with_its_words_and_its_place() -> None:
    made = completed(RECORD, Correction(says="speaker", quotation=ROW.id, speakers=(MIRA,), by="the  desk\n"))
    assert (made.article, made.field, made.content) == (RECORD.article.id, "text", ROW.content)
    assert made.text == "“We will open it,”"
    assert TEXT[made.context_at :].startswith(made.context)
    assert made.context.endswith("“We will open it,” said Ada Quill. “In spring.”\n\nThe boats")
    assert made.by == "the desk"
    assert made.speakers[0].confidence == 1.0
    assert made.at is not None
    assert made.id == correction_id(made)
    check(made)


def test_the_same_said_of_the_same_by_the_same_at_the_same_time_is_the_same() -> None:
    drafts = [
        Correction(says="no_quotation", quotation=ROW.id, at=AT, by=by, note=note)
        for by, note in (("desk", ""), ("desk", ""), ("Ada", ""), ("desk", "why"))
    ]
    ids = [completed(RECORD, draft).id for draft in drafts]
    assert ids[0] == ids[1]
    assert len(set(ids)) == 3


def test_an_extent_that_names_no_content_keeps_it() -> None:
    made = completed(RECORD, Correction(says="extent", quotation=ROW.id, cue=spans("said")))
    assert (made.content_now, made.cue, made.source) == (ROW.content, spans("said"), ())


def test_a_corrected_extent_is_corrected_again_on_the_machines_row() -> None:
    first = completed(
        RECORD, Correction(says="extent", quotation=ROW.id, content_now=spans("We will open it"))
    )
    record = replace(RECORD, corrections=(first,))
    moved = corrected(record).quotations[0].id
    again = completed(record, Correction(says="speaker", quotation=moved, speakers=(MIRA,)))
    assert (again.quotation, again.content) == (ROW.id, ROW.content)


MISSED = {"says": "missed", "content": spans("The boats stay")}
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "no such quotation": ({"says": "speaker", "quotation": "sha256:00"}, "has no quotation sha256:00"),
    "on nothing": ({"says": "speaker"}, "needs a quotation"),
    "missed, with an id": ({**MISSED, "quotation": ROW.id}, "has no id"),
    "an empty span": ({**MISSED, "content": ((3, 3),)}, "content 3-3: each span must hold"),
    "a span backwards": ({**MISSED, "content": ((5, 3),)}, "content 5-3"),
    "before the field": ({**MISSED, "content": ((-1, 3),)}, "content -1-3"),
    "past the field": ({**MISSED, "cue": ((3, 5_000),)}, "cue 3-5000: .* within text, which has"),
    "not in order": ({**MISSED, "source": ((9, 12), (3, 5))}, "source 9-12,3-5"),
    "one over another": ({**MISSED, "content": ((3, 9), (8, 12))}, "content 3-9,8-12"),
    "no such field": ({**MISSED, "field": "captions.0"}, "no field 'captions.0'"),
    "past a shorter field": ({**MISSED, "field": "title", "content": ((0, 7),)}, "within title, which has 6"),
    "a speaker and no quotation": (
        {"says": "no_quotation", "quotation": ROW.id, "speakers": (MIRA,)},
        "takes no speakers",
    ),
    "a speaker with spans": (
        {"says": "speaker", "quotation": ROW.id, "cue": spans("said")},
        "takes no spans",
    ),
    "an extent with a speaker": (
        {"says": "extent", "quotation": ROW.id, "speakers": (MIRA,)},
        "takes no speakers",
    ),
    "two contents": ({**MISSED, "content_now": spans("The boats")}, "give both alike"),
    "a long note": ({**MISSED, "note": "x" * 5_001}, "more than 5,000: shorten it"),
    "a long name of who corrects": ({**MISSED, "by": "x" * 201}, "more than 200"),
    "a speaker without a name": (
        {**MISSED, "speakers": (Speaker(name=" ", kind="person"),)},
        "needs a name",
    ),
    "a long name": ({**MISSED, "speakers": (Speaker(name="x" * 501, kind="person"),)}, "needs a name"),
    "many speakers": ({**MISSED, "speakers": (MIRA,) * 51}, "51 speakers"),
    "no time": ({**MISSED, "at": "yesterday"}, "'yesterday' is none in UTC"),
    "no such day": ({**MISSED, "at": "2031-02-30T00:00:00Z"}, "is none in UTC"),
    "not in UTC": ({**MISSED, "at": "2031-02-03T00:00:00+01:00"}, "is none in UTC"),
    "many spans": ({**MISSED, "field": "text", "cue": tuple((n, n + 1) for n in range(90)) * 12}, "cue 0-1"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_fit_is_refused(case: str) -> None:
    draft, reason = REFUSED[case]
    with pytest.raises(BadCorrection, match=reason):
        completed(RECORD, Correction(**draft))


FORGED: dict[str, dict[str, Any]] = {
    "another speaker": {"speakers": (MIRA,)},
    "other words": {"text": "“We will sink it,”"},
    "another place": {"context_at": 1},
    "no context": {"context": ""},
    "before the field": {"context_at": -5},
    "evidence": {"speakers": (replace(MIRA, evidence=RECORD.quotations[0].speakers[0].evidence),)},
}


@pytest.mark.parametrize("case", FORGED)
def test_a_correction_that_was_changed_on_its_way_is_refused(case: str) -> None:
    made = completed(RECORD, Correction(says="no_quotation", quotation=ROW.id, at=AT))
    with pytest.raises(BadCorrection):
        check(replace(made, **FORGED[case]))


def test_what_a_command_line_may_hold_becomes_writable() -> None:
    made = completed(RECORD, Correction(says="no_quotation", quotation=ROW.id, note="a\udcff", by="\udcff"))
    assert (made.note, made.by) == ("a?", "?")
