"""A correction stays on its quotation when a new model moves the spans, and when the text moves."""

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.ledger.written import make_record

from onrecord.corrections import attached, completed, unattached
from onrecord.model import Correction, Record, Speaker, article_id, quotation_id

QUAY = "The quay is shut. “We will open it,” said Ada Quill. “In spring.” The boats stay, she added."
AT = "2031-10-15T07:30:00Z"


def record_of(text: str, *quoted: str, title: str | None = None) -> Record:
    return make_record(text, title=title, quotes=tuple((words, "Ada Quill") for words in quoted))


def correction(record: Record, number: int = 0, **said: object) -> Correction:
    draft = Correction(
        **{"says": "no_quotation", "quotation": record.quotations[number].id, "at": AT, **said}
    )  # type: ignore[arg-type]
    return completed(record, draft)


def words_of(record: Record, id: str) -> str:
    row = next(row for row in record.quotations if row.id == id)
    return " … ".join(record.article.body[start:end] for start, end in row.content)


OLD = record_of(QUAY, "We will open it,", "In spring.", "The boats stay")
# What another model, or another version of the article, has for the quotation that is named; null for none.
CASES: dict[str, tuple[str, Record, str | None]] = {
    "the same": ("We will open it,", OLD, "“We will open it,”"),
    "a longer span": (
        "The boats stay",
        record_of(QUAY, "The boats stay, she added"),
        "The boats stay, she added",
    ),
    "a shorter span": ("We will open it,", record_of(QUAY, "will open it"), "will open it"),
    "too much longer": ("In spring.", record_of(QUAY, "In spring.” The boats stay, she added"), None),
    "the best of two": (
        "We will open it,",
        record_of(QUAY, "We will open", "it,” said"),
        "“We will open ",
    ),
    "gone": ("In spring.", record_of(QUAY, "We will open it,"), None),
    "behind new words": (
        "In spring.",
        record_of("News! " + QUAY, "We will open it,", "In spring."),
        "“In spring.”",
    ),
    "other marks and case": (
        "We will open it,",
        record_of('THE QUAY IS SHUT. "WE WILL OPEN IT," SAID ADA QUILL.', "WE WILL OPEN IT,"),
        '"WE WILL OPEN IT,"',
    ),
    "the words changed": (
        "We will open it,",
        record_of(QUAY.replace("open", "shut"), "We will shut it,"),
        None,
    ),
    "around other words": (
        "In spring.",
        record_of("She spoke.\n\n“In spring.”\n\nNo more.", "In spring."),
        "“In spring.”",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_where_a_correction_is_now(case: str) -> None:
    on, record, expected = CASES[case]
    number = next(number for number, row in enumerate(OLD.quotations) if on in words_of(OLD, row.id))
    made = correction(OLD, number)
    found = attached(record, [made])
    assert [words_of(record, id) for id in found] == ([] if expected is None else [expected])
    assert unattached(record, [made]) == (() if found else (made,))


def test_the_same_words_twice_are_told_apart_by_what_is_around_them() -> None:
    text = "“Yes,” said Ada Quill of the quay. The rain fell. “Yes,” said Mira Osk of the boats."
    old = record_of(text, "Yes,", "Yes,")
    moved = record_of(text[50:] + " " + text[:49], "Yes,", "Yes,")
    for number, speaker in enumerate(("Ada", "Mira")):
        (id,) = attached(moved, [correction(old, number)])
        row = next(row for row in moved.quotations if row.id == id)
        assert moved.article.body[row.content[0][1] :].startswith(f" said {speaker}")


def test_words_that_are_in_their_place_are_not_looked_for_elsewhere() -> None:
    text = "“Yes,” said Ada Quill. “Yes,” said Mira Osk."
    old = record_of(text, "Yes,", "Yes,")
    new = replace(old, quotations=old.quotations[1:])
    assert attached(new, [correction(old, 0)]) == {}
    assert attached(new, [correction(old, 1)]) != {}


def test_a_quotation_in_another_field_is_another() -> None:
    old = record_of("Quay shut", "Quay shut", title="Quay shut")
    id = quotation_id(old.article.id, "title", ((0, 9),))
    new = replace(old, quotations=(replace(old.quotations[0], id=id, field="title"),))
    assert attached(new, [correction(old)]) == {}
    assert unattached(record_of("", title="x"), [replace(correction(old), field="captions.3")]) != ()


@pytest.mark.parametrize("says", ["speaker", "extent", "missed", "no_quotation"])
def test_one_that_was_never_completed_is_on_nothing(says: str) -> None:
    empty = Correction(says=says, content_now=((0, 3),), context="The quay")  # type: ignore[arg-type]
    for draft in (
        empty,
        replace(empty, content=((0, 9_999),)),
        replace(empty, content=((5, 2),), text="The"),
    ):
        assert attached(OLD, [draft]) == {}
        assert unattached(OLD, [draft]) == (draft,)


def test_many_corrections_of_a_long_article_take_no_long_time() -> None:
    text = " ".join(f"“Words number {number},” said A." for number in range(4_000))
    quoted = [f"Words number {number}," for number in range(4_000)]
    old, new = record_of(text, *quoted), record_of("News. " + text.replace("said", "wrote"), *quoted)
    made = [correction(old, number) for number in range(1_000)]
    began = time.process_time()
    assert [words_of(new, id) for id in attached(new, made)][::333] == [
        f"“{words}”" for words in quoted[:1_000:333]
    ]
    assert time.process_time() - began < 10  # some twenty, where every quotation is looked at for every one


def test_content_in_two_stretches_is_found_again() -> None:
    two = ((18, 36), (53, 65))
    row = replace(OLD.quotations[0], id=quotation_id(OLD.article.id, "text", two), content=two)
    made = correction(replace(OLD, quotations=(row,)))
    assert made.text == "“We will open it,” “In spring.”"
    new = record_of(
        "We came. " + QUAY.replace("said Ada", "wrote Ada"), "We will open it,” wrote Ada Quill. “In spring."
    )
    assert len(attached(new, [made])) == 1


def test_those_of_one_quotation_come_in_the_order_of_time() -> None:
    made = [
        correction(
            OLD, at=f"2031-10-{day}T00:00:00Z", says="speaker", speakers=(Speaker(name=name, kind="person"),)
        )
        for day, name in ((17, "C"), (15, "A"), (16, "B"))
    ]
    (found,) = attached(OLD, made).values()
    assert [one.speakers[0].name for one in found] == ["A", "B", "C"]


def test_one_that_was_missed_stands_by_the_id_that_it_has_until_it_is_found() -> None:
    old = record_of(QUAY, "We will open it,")
    span = (QUAY.index("The boats"), QUAY.index(", she added"))
    missed = completed(old, Correction(says="missed", content=(span,), at=AT))
    own = quotation_id(old.article.id, "text", (span,))
    on_it = completed(
        replace(old, corrections=(missed,)),
        Correction(
            says="speaker",
            quotation=own,
            speakers=(Speaker(name="B", kind="person"),),
            at="2031-10-14T00:00:00Z",  # by a clock that is slow
        ),
    )
    assert attached(old, [missed, on_it]) == {own: (on_it, missed)}
    found = record_of(QUAY, "The boats stay, she added")
    assert attached(found, [on_it, missed]) == {found.quotations[0].id: (on_it, missed)}


def test_an_extent_whose_surroundings_were_rewritten_is_not_guessed() -> None:
    new = record_of(QUAY.replace("said Ada", "wrote Ada"), "We will open it,")
    at = QUAY.index("Ada Quill")
    speaker = correction(OLD, says="speaker")
    extent = correction(OLD, says="extent", source=((at, at + 9),))
    assert list(attached(new, [speaker, extent]).values()) == [(speaker,)]
    assert unattached(new, [speaker, extent]) == (extent,)


WORDS = st.sampled_from(["Yes,", "We will open it,", "No.", "In spring"])
SAID = st.lists(WORDS, min_size=1, max_size=8)


@given(said=SAID, prefix=st.text(max_size=60) | st.lists(WORDS, max_size=6).map("“ ".join))
def test_every_correction_stays_where_it_is_when_words_are_put_before_all(
    said: list[str], prefix: str
) -> None:
    story = " ".join(f"“{words}” said speaker number {number}." for number, words in enumerate(said))
    old = record_of(story, *said)
    data = (prefix + story).encode("utf-8", "replace")
    assume(data.decode() == prefix + story)
    id = article_id(data)
    rows = []
    for row in old.quotations:
        content = tuple((start + len(prefix), end + len(prefix)) for start, end in row.content)
        rows.append(replace(row, id=quotation_id(id, "text", content), content=content, marks=()))
    article = replace(old.article, id=id, text=prefix + story, paragraphs=())
    new = Record(article=article, quotations=tuple(rows))
    made = [correction(old, number) for number in range(len(said))]
    assert attached(new, made) == {row.id: (each,) for row, each in zip(new.quotations, made, strict=True)}
    assert unattached(new, made) == ()
    # And the same through a model that has every span a little longer or shorter.
    off = tuple(
        replace(row, id=f"#{number}", content=((row.content[0][0] + 1, row.content[0][1] + 1),))
        for number, row in enumerate(rows)
    )
    assert attached(replace(new, quotations=off), made) == {
        f"#{number}": (each,) for number, each in enumerate(made)
    }


@given(
    text=st.text(alphabet="ab “”.", min_size=1, max_size=40),
    other=st.text(alphabet="ab “”.", max_size=40),
    cuts=st.lists(st.integers(0, 40), min_size=4, max_size=4),
)
def test_whatever_the_texts_each_correction_is_on_one_quotation_or_none(
    text: str, other: str, cuts: list[int]
) -> None:
    records = []
    for words, first, last in ((text, *cuts[:2]), (other, *cuts[2:])):
        start, end = sorted((first % (len(words) + 1), last % (len(words) + 1)))
        record = make_record(words)
        row = replace(OLD.quotations[0], id=quotation_id(record.article.id, "text", ((start, end),)))
        records.append(replace(record, quotations=(replace(row, content=((start, end),)),)))
    assume(records[0].quotations[0].content[0][0] < records[0].quotations[0].content[0][1])
    made = correction(records[0])
    found, lost = attached(records[1], [made]), unattached(records[1], [made])
    assert len(found) + len(lost) == 1
    assert attached(records[0], [made]) == {records[0].quotations[0].id: (made,)}
