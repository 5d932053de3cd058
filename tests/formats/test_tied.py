"""Marked stretches and ties to attributions: which words belong together."""

import pytest

from onrecord.errors import UnreadableInput
from onrecord.formats.annotated import Attribution, checked_span, read_records, role_of
from onrecord.formats.tied import Stretch, Tie, attributions_of
from onrecord.model import Failure

# Two contents (a, b) with a cue and a source each may have; places by number.
PLACES = {"a": 10, "b": 20, "c1": 30, "c2": 40, "s1": 50, "s2": 60}
ROLES = {"a": "content", "b": "content", "c": "cue", "s": "source"}


def found(ties: str) -> list[tuple[list[int], list[int], list[int], bool]]:
    """Sources, cues and contents by where they begin; "a-s1" ties, "a<b" says that a stands inside b."""
    stretches = [
        Stretch(id=id, role=ROLES[id[0]], spans=((at, at + 5),))  # type: ignore[arg-type]
        for id, at in PLACES.items()
    ]
    lines = []
    for tie in ties.split():
        inside = "<" in tie
        first, second = tie.split("<" if inside else "-")
        lines.append(Tie(first=first, second=second, nests=inside))
    attributions, _ = attributions_of(stretches, lines)
    return [
        ([s for s, _ in one.source], [s for s, _ in one.cue], [s for s, _ in one.content], one.nested)
        for one in attributions
        if one.content
    ]


@pytest.mark.parametrize(
    ("ties", "wanted"),
    [
        ("a-s1 a-c1 b-s2 b-c2", [([50], [30], [10], False), ([60], [40], [20], False)]),
        ("s1-a c1-a", [([50], [30], [10], False), ([], [], [20], False)]),
        ("c1-a c1-s1", [([50], [30], [10], False), ([], [], [20], False)]),
        ("a-s1 s1-c1", [([50], [30], [10], False), ([], [], [20], False)]),
        ("a-b a-s1", [([50], [], [10, 20], False)]),
        ("b-a b-s1 b-s2", [([50, 60], [], [10, 20], False)]),
        ("a<b b-s1 a-s2", [([60], [], [10], True), ([50], [], [20], False)]),
        ("a-s1 b-s1 a-c1 b-c2", [([50], [30], [10], False), ([50], [40], [20], False)]),
        ("a-s1 a-c1 c1-s2 b-s2", [([50], [30], [10], False), ([60], [30], [20], False)]),
        ("c1-c2 a-c2", [([], [30, 40], [10], False), ([], [], [20], False)]),
        ("a-x s1-y", [([], [], [10], False), ([], [], [20], False)]),
    ],
    ids=[
        "tied to contents",
        "tied the other way round",
        "by the cue",
        "by the source",
        "a content in two places",
        "a source in two places",
        "inside",
        "one source of two",
        "its own source before its cue's",
        "a cue in two places",
        "ties to nothing",
    ],
)
def test_words_that_are_tied_belong_together(
    ties: str, wanted: list[tuple[list[int], list[int], list[int], bool]]
) -> None:
    assert found(ties) == wanted


def test_what_no_content_has_stands_alone() -> None:
    stretches = [
        Stretch(id="s", role="source", spans=((0, 3),)),
        Stretch(id="c", role="cue", spans=((4, 8),)),
    ]
    alone = (Attribution(source=((0, 3),)), Attribution(cue=((4, 8),)))
    assert attributions_of(stretches, []) == (alone, False)
    assert attributions_of([], []) == ((), True)


def test_two_marks_of_one_id_are_refused() -> None:
    twice = [Stretch(id="3", role="cue", spans=((0, 3),)), Stretch(id="3", role="source", spans=((4, 8),))]
    with pytest.raises(UnreadableInput, match="two marks have the id 3"):
        attributions_of(twice, [])


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Source", "source"),
        ("SPEAKER", "source"),
        ("cue2", "cue"),
        ("Verb", "cue"),
        ("quote", "content"),
        ("Quotation_1", "content"),
        ("PERSON", None),
        ("", None),
    ],
)
def test_roles_are_known_by_the_names_that_tools_give_them(label: str, role: str | None) -> None:
    assert role_of(label) == role


def test_words_may_differ_in_white_space_alone() -> None:
    assert checked_span("one\n two", 0, 8, "one two") == (0, 8)


def test_a_line_that_is_no_record_is_told_and_the_others_are_read() -> None:
    lines = (
        b'{"schema":"onrecord/1","article":{"path":"a.txt","text":"Yes."},"quotations":'
        b'[{"id":"q","kind":"direct","content":[[0,3]],"speakers":[{"name":"Odile","kind":"person"}],"by":"t"}]}\n'
        b'{"schema":"onrecord/1","article":{"path":"b.txt"},"failures":[{"stage":"read","reason":"it is empty"}]}\n\n'
        b"no\n"
    )
    read, unread, bad = read_records(lines)
    assert not isinstance(read, Failure)
    assert (read.id, read.text, read.attributions[0].content) == ("a.txt", "Yes.", ((0, 3),))
    assert read.attributions[0].speakers[0].name == "Odile"
    assert isinstance(unread, Failure)
    assert unread.reason == "line 2: the article was not read (it is empty)"
    assert isinstance(bad, Failure)
    assert bad.reason.startswith("line 4: this is not an onrecord/1 object")
