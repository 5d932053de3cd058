"""A record as its corrections have it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.ledger.written import make_record

from onrecord.corrections import completed, corrected, unattached
from onrecord.corrections.applying import apply
from onrecord.formats import from_json, to_json
from onrecord.model import Correction, Mark, Quotation, Record, Span, Speaker, quotation_id
from onrecord.quotes import find_marks

TEXT = (
    "The quay is shut. “We will [re]open it,” said Ada Quill. “In spring,” she said, “or he says ‘never’ again.” "
    "The boats stay, she added."
)
MIRA = Speaker(name="Mira Osk", kind="person")


def made() -> Record:
    record = make_record(
        TEXT,
        quotes=(
            ("We will [re]open it,", "Ada Quill"),
            ("In spring,", "Ada Quill"),
            ("or he says ‘never’ again.", None),
        ),
        title="A quay",
    )
    nested = row_of(record, "‘never’", parent=record.quotations[2].id)
    record = replace(record, article=find_marks(record.article), quotations=(*record.quotations, nested))
    holders = {row.content[0]: row.id for row in record.quotations}
    marks = tuple(
        replace(mark, quotation=holders.get((mark.span[0] - 1, mark.span[1] + 1)))
        for mark in record.article.marks
    )
    marks = tuple(replace(mark, role="quotation") if mark.role != "nested" else mark for mark in marks)
    return replace(record, article=replace(record.article, marks=marks))


def spans(words: str) -> tuple[Span, ...]:
    return ((TEXT.index(words), TEXT.index(words) + len(words)),)


def row_of(record: Record, words: str, **fields: Any) -> Quotation:
    content = spans(words)
    return Quotation(
        id=quotation_id(record.article.id, "text", content),
        content=content,
        kind="direct",
        by="t/1",
        **fields,
    )


RECORD = made()
WE, SPRING, HE, NEVER = RECORD.quotations


def after(*drafts: Correction) -> Record:
    record = RECORD
    for number, draft in enumerate(drafts):
        draft = replace(draft, at=f"2031-10-15T07:30:{number:02}Z")
        record = replace(record, corrections=(*record.corrections, completed(record, draft)))
    return corrected(record)


def said(record: Record) -> list[str]:
    return [" … ".join(TEXT[start:end] for start, end in row.content) for row in record.quotations]


def marks_of(record: Record) -> dict[str, tuple[str, str | None]]:
    words = {row.id: words for row, words in zip(record.quotations, said(record), strict=True)}
    return {
        TEXT[mark.span[0] : mark.span[1]]: (mark.role, mark.quotation and words[mark.quotation])
        for mark in record.article.marks
    }


def test_a_record_without_corrections_is_itself() -> None:
    assert corrected(RECORD) is RECORD


def test_the_latest_speaker_counts_and_the_machines_rows_are_left_alone() -> None:
    drafts = [
        Correction(says="speaker", quotation=WE.id, speakers=(Speaker(name=name, kind="person"),), by=by)
        for name, by in (("Somebody", "Ada"), ("Mira Osk", "the desk"))
    ]
    found = after(*drafts)
    (speaker,) = found.quotations[0].speakers
    assert (speaker.name, speaker.confidence, found.quotations[0].by) == ("Mira Osk", 1.0, "hand/the desk")
    assert found.quotations[1:] == RECORD.quotations[1:]
    assert found.quotations[0].id == WE.id
    assert len(found.corrections) == 2
    assert RECORD.quotations[0].speakers[0].name == "Ada Quill"


def test_it_may_be_unknown_who_says_it() -> None:
    (row, *_) = after(Correction(says="speaker", quotation=WE.id)).quotations
    assert (row.speakers, row.by) == ((), "hand")


def test_another_extent_has_its_own_id_kind_marks_edits_and_cue() -> None:
    words = "The quay is shut. “We will [re]open it,”"
    draft = Correction(
        says="extent", quotation=WE.id, content_now=spans(words), cue=spans("said"), source=spans("Ada Quill")
    )
    found = after(draft)
    row = found.quotations[0]
    assert row.id == quotation_id(RECORD.article.id, "text", spans(words))
    assert (row.kind, row.marks, row.confidence) == ("mixed", WE.marks, 1.0)
    assert [TEXT[slice(*edit.span)] for edit in row.edits] == ["[re]"]
    assert (row.cue, row.source) == (spans("said"), spans("Ada Quill"))
    assert row.speakers == WE.speakers
    assert marks_of(found)["We will [re]open it,"] == ("quotation", words)


@pytest.mark.parametrize(
    ("words", "kind", "marked"),
    [
        ("We will [re]open it", "direct", ["We will [re]open it"]),
        ("“We will [re]open it,”", "direct", ["We will [re]open it,"]),
        ("[re]open it,” said Ada Quill", "mixed", ["[re]open it,"]),
        ("The quay is shut", "indirect", []),
    ],
)
def test_what_of_an_extent_stands_in_marks(words: str, kind: str, marked: list[str]) -> None:
    row = next(
        row
        for row in after(Correction(says="extent", quotation=WE.id, content_now=spans(words))).quotations
        if row.by == "hand"
    )
    assert (row.kind, [TEXT[start:end] for start, end in row.marks]) == (kind, marked)


def test_two_marked_passages_become_one_quotation() -> None:
    whole = (*spans("“In spring,”"), *spans("“or he says ‘never’ again.”"))
    found = after(
        Correction(says="extent", quotation=SPRING.id, content_now=whole),
        Correction(says="no_quotation", quotation=HE.id),
    )
    assert said(found) == ["“We will [re]open it,”", "“In spring,” … “or he says ‘never’ again.”", "‘never’"]
    assert found.quotations[2].parent == found.quotations[1].id
    assert marks_of(found)["or he says ‘never’ again."] == ("quotation", said(found)[1])
    assert marks_of(found)["never"] == ("nested", "‘never’")


def test_what_is_no_quotation_is_an_echo_and_what_is_inside_it_loses_its_parent() -> None:
    found = after(Correction(says="no_quotation", quotation=HE.id))
    assert said(found) == ["“We will [re]open it,”", "“In spring,”", "‘never’"]
    assert found.quotations[2].parent is None
    assert marks_of(found)["or he says ‘never’ again."] == ("echo", None)


def test_what_was_missed_is_put_in_its_place() -> None:
    missed = Correction(
        says="missed", content=spans("The boats stay"), cue=spans("added"), speakers=(MIRA,), by="Ada"
    )
    found = after(missed, Correction(says="missed", content=spans("The quay is shut")))
    assert said(found)[0] == "The quay is shut"
    row = found.quotations[-1]
    assert said(found)[-1] == "The boats stay"
    assert row.id == quotation_id(RECORD.article.id, "text", spans("The boats stay"))
    assert (row.kind, row.by, row.cue) == ("indirect", "hand/Ada", spans("added"))
    assert [one.name for one in row.speakers] == ["Mira Osk"]


def test_what_was_missed_inside_a_quotation_is_a_row_with_a_parent() -> None:
    found = after(Correction(says="missed", content=spans("open it")))
    row = found.quotations[1]
    assert (row.parent, row.kind) == (WE.id, "direct")
    assert marks_of(found)["We will [re]open it,"] == ("quotation", "“We will [re]open it,”")


def test_what_was_no_quotation_may_be_one_after_all() -> None:
    found = after(
        Correction(says="no_quotation", quotation=WE.id), Correction(says="missed", content=WE.content)
    )
    assert said(found) == said(RECORD)
    assert found.quotations[0].speakers == WE.speakers


def test_corrections_on_what_corrections_made() -> None:
    missed = completed(
        RECORD, Correction(says="missed", content=spans("The boats stay"), at="2031-10-15T00:00:00Z")
    )
    record = replace(RECORD, corrections=(missed,))
    id = corrected(record).quotations[-1].id
    on_it = completed(record, Correction(says="speaker", quotation=id, speakers=(MIRA,)))
    found = corrected(replace(record, corrections=(missed, on_it)))
    assert found.quotations[-1].speakers[0].name == "Mira Osk"
    assert apply(replace(record, corrections=(missed, on_it))).ids[id] == id


def test_a_correction_that_fits_nothing_changes_nothing_and_is_told() -> None:
    other = make_record("“Nothing of the kind,” said Ada Quill.", quotes=(("Nothing of the kind,", None),))
    stray = completed(other, Correction(says="no_quotation", quotation=other.quotations[0].id))
    record = replace(RECORD, corrections=(stray,))
    assert corrected(record) == record
    assert apply(record).unattached == unattached(record) == (stray,)


def test_a_parent_that_is_its_own_child_ends_somewhere() -> None:
    rows = (replace(WE, parent=SPRING.id), replace(SPRING, parent=WE.id), HE)
    record = replace(RECORD, quotations=rows)
    gone = [completed(record, Correction(says="no_quotation", quotation=row.id)) for row in rows[:2]]
    assert corrected(replace(record, corrections=tuple(gone))).quotations == (HE,)


EDGES = st.integers(0, len(TEXT))
CONTENTS = st.lists(EDGES, min_size=2, max_size=4, unique=True).map(
    lambda ends: tuple(zip(sorted(ends)[::2], sorted(ends)[1::2], strict=False))
)
DRAFTS = st.lists(
    st.one_of(
        st.builds(Correction, says=st.just("missed"), content=CONTENTS),
        st.builds(
            Correction, says=st.just("extent"), quotation=st.sampled_from([row.id for row in RECORD.quotations]),
            content_now=CONTENTS, cue=CONTENTS,
        ),
        st.builds(
            Correction, says=st.sampled_from(["no_quotation", "speaker"]),
            quotation=st.sampled_from([row.id for row in RECORD.quotations]),
        ),
    ),
    max_size=6,
)  # fmt: skip


@given(DRAFTS)
def test_a_corrected_record_is_sound_whatever_was_said(drafts: list[Correction]) -> None:
    whole = after(*drafts)
    ids = [row.id for row in whole.quotations]
    assert len(set(ids)) == len(ids)
    assert {row.parent for row in whole.quotations} | {mark.quotation for mark in whole.article.marks} <= {
        *ids,
        None,
    }
    for row in whole.quotations:
        assert row.id == quotation_id(whole.article.id, row.field, row.content)
        seen, parent = {row.id}, row.parent
        while parent is not None:
            assert parent not in seen
            seen.add(parent)
            parent = next(one.parent for one in whole.quotations if one.id == parent)
    assert [mark.span for mark in whole.article.marks] == [mark.span for mark in RECORD.article.marks]
    assert all(isinstance(mark, Mark) for mark in whole.article.marks)
    assert from_json(to_json(whole)) == whole
    assert set(json.loads(to_json(whole))) == {"schema", "article", "quotations", "failures", "corrections"}
