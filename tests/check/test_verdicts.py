"""Verdicts and flags, by tables of cases: what CONTRACT calls each kind of change, and the known traps."""

import pytest
from tests.check.conftest import HEARING

from onrecord.check.index import Index, index_texts
from onrecord.check.quote import check_passage


@pytest.mark.parametrize(
    "quote",
    [
        "The harbour will not close this winter",
        "the HARBOUR will not close this winter!",
        "The harbour will not  close\u00a0this\nwinter",
        "The harbour — will not close – this winter",
        "“The harbour ‘will not close’ this winter”",
        "The hárbour will not close this winter",
        "The har\u00adbour will not close this winter",
        "I don’t think the others refused",
        "I dont think the others refused",
        "behind the well known mural",
        "next to a pile of reelection posters",
        "it cost us $3.5 million",
        "They’re in the old customs house",
        "waiting for the new lamps. Uh, it cost us $3.5 million",
        "waiting for the new lamps [laughter]. Uh, it cost us $3.5 million",
        "it would, unless the ice comes before December. I think the council is right",
        "unless the ice comes\n\nbefore December",
        "nobody in this room has seen them since. I have seen them.",  # over a turn's end, nothing left out
        "Fifty boats",
    ],
)
def test_the_same_words_are_verbatim(hearing: Index, quote: str) -> None:
    assert check_passage(quote, hearing).verdict == "verbatim"


@pytest.mark.parametrize(
    ("quote", "verdict"),
    [
        ("it want[ed] the hours to go on", "verbatim"),
        ("it wanted the hours to go on", "altered"),
        ("it [had] want[ed] the hours to go on", "altered"),
        ("So [the chair] is going to the bakers herself", "edited"),
        ("So [Ada Quill] is going to the bakers herself", "edited"),
    ],
)
def test_an_edit_inside_a_word_that_a_report_has_already_is_the_same_word(quote: str, verdict: str) -> None:
    report = "He said “it want[ed] the hours to go on.” She wrote: “So [the chair] is going to the bakers herself.”"
    with index_texts([report]) as index:
        assert check_passage(quote, index).verdict == verdict


def test_an_edit_is_one_beside_the_words_themselves() -> None:
    with index_texts(["He said “we want[ed] the hours to go on.”", "We want the hours to go on."]) as index:
        found = check_passage("we want[ed] the hours to go on", index)
    assert found.document is not None
    assert (found.verdict, found.document.path) == ("edited", "2")


@pytest.mark.parametrize(
    ("quote", "dropped"),
    [
        (
            "The harbour will not close … unless the ice comes",
            ("this winter, and we never said that it would",),
        ),
        ("The harbour will not close ... unless the ice comes", None),
        ("The harbour will not close . . . unless the ice comes", None),
        ("The harbour will not close […] unless the ice comes", None),
        ("The harbour will not close [ . . . ] unless the ice comes", None),
        ("I think the council is right … We counted every one of them", None),
        ("[The council] never said that it would, unless the ice comes", ()),
        ("we never said that [the harbour] would, unless the ice comes", ()),
        ("The harbour [of Pellwick] will not close this winter", ()),
        ("We [have] counted every one of them twice", ()),
        ("We count[ed] every one of them twice", ()),
        ("[W]e never said that it would", ()),
        ("They're in the [former] customs house … next to a pile of re-election posters", None),
        ("… unless the ice comes before December", ()),
        ("We counted every one [sic] of them twice", ()),
    ],
)
def test_marked_changes_alone_are_edited(hearing: Index, quote: str, dropped: tuple[str, ...] | None) -> None:
    check = check_passage(quote, hearing)
    assert check.verdict == "edited"
    assert all(difference.kind in ("bracket", "ellipsis") for difference in check.differences)
    if dropped is not None:
        assert check.dropped == dropped


@pytest.mark.parametrize(
    ("quote", "classes"),
    [
        ("The harbour will close this winter, and we never said that it would", ["wording"]),
        ("The harbour will surely not close this winter", ["wording"]),
        ("The harbour will not open this winter", ["wording"]),
        ("The harbour will not this winter", ["wording"]),
        ("we never said that it would, unless ice comes before December", ["wording"]),
        ("I do not think the others refused", ["contraction"]),
        ("they were waiting for the new lamps", ["filler"]),
        ("it cost us three and a half million dollars", ["number_form"]),
        ("25 of them did", ["number_form"]),
        ("The honor of the town is at stake, and so is its theater", ["spelling", "spelling"]),
        ("We are gonna mend the pier", ["contraction"]),
        (
            "The harbour [of Pellwick] will close this winter, and we never said that it would",
            ["bracket", "wording"],
        ),
        ("The harbour will close … unless the ice comes", ["wording", "ellipsis"]),
        ("The harbour will not close … unless the snow comes before December", ["ellipsis", "wording"]),
        ("They were right about the money (and they knew it)", None),
    ],
)
def test_unmarked_changes_are_altered(hearing: Index, quote: str, classes: list[str] | None) -> None:
    check = check_passage(quote, hearing)
    if classes is None:
        assert check.verdict in ("altered", "spliced", "not_found")
    else:
        assert check.verdict == "altered"
        assert [difference.kind for difference in check.differences] == classes


@pytest.mark.parametrize(
    "quote",
    [
        "I think the council is right about the money. We counted every one of them twice.",  # a sentence gone
        "we never said that it would. I think the council is right about the money",  # the end of one gone
        "The harbour will not close this winter. They're in the old customs house",
        "The harbour will not close before December",  # nothing of the twelve words between
        "I have seen them. Nobody in this room has seen them since.",  # the other way round
        "Fifty boats came in on Monday … I think the council is right about the money",
        "nobody in this room has seen them since. They're in the old customs house",
    ],
)
def test_joined_passages_are_spliced(hearing: Index, quote: str) -> None:
    assert check_passage(quote, hearing).verdict == "spliced"


@pytest.mark.parametrize(
    "quote",
    ["", "…", "?!", "[word]", "zebra", "purple zebra", "The ferry captain sold his lamp to a baker in spring",
     "harbour boats ice money", "We will close the lamp of ice twice on Monday before breakfast", "(.*)+$", "\\d{3}"],
)  # fmt: skip
def test_what_is_not_there_is_not_found(hearing: Index, quote: str) -> None:
    check = check_passage(quote, hearing)
    assert (check.verdict, check.document, check.places) == ("not_found", None, 0)
    assert check.searched.documents == 1


@pytest.mark.parametrize(
    ("quote", "speaker", "flags"),
    [
        ("Fifty boats came in on Monday.", None, set()),
        ("Fifty boats came in on Monday", None, set()),
        ("the council is right about the money", None, {"cut_start"}),
        ("I think the council is right", None, {"cut_end"}),
        ("… the council is right about the money", None, set()),
        ("I think the council is right …", None, set()),
        ("The harbour will not close this winter", None, {"cut_end", "cut_negation"}),
        ("the others refused", None, {"cut_start", "cut_end", "cut_negation"}),  # I don't think
        ("The harbour will … close this winter, and we never said that it would, unless the ice comes before December",
         None, {"gap_negation"}),
        ("we never said that it would … before December.", None, {"cut_start", "cut_negation", "gap_negation"}),
        ("The harbour will close this winter, and we never said that it would, unless the ice comes before December",
         None, {"negation_changed"}),
        ("Fifty boats never came in on Monday.", None, {"negation_changed"}),
        ("They're in the old customs house, behind the well-known mural. Only the skippers knew, and they did tell.",
         None, {"negation_changed"}),
        ("Forty boats came in on Monday.", None, {"number_changed"}),
        ("The ledger says that 4000 crates were lost", None, {"cut_end", "number_changed"}),
        ("25 of them did.", None, {"transcription_only"}),
        ("They are in the old customs house", None, {"cut_end", "transcription_only"}),
        ("Thank you, Chair. … They're in the old customs house", None, {"far_apart", "gap_negation", "cut_end"}),
        ("I have seen them. Nobody in this room has seen them since.", None, {"reordered"}),
        ("Fifty boats came in on Monday.", "Ines Adair", set()),
        ("Fifty boats came in on Monday.", "Commissioner Adair", set()),
        ("Fifty boats came in on Monday.", "Rosa Quill", {"other_speaker"}),
        ("Fifty boats came in on Monday.", "the commissioner", set()),
        ("how many of those boats paid the toll", "Adair", {"cut_start", "cut_end", "other_speaker"}),
        ("It is a good town.", None, {"ambiguous"}),
        ("town", None, {"cut_start", "cut_end", "ambiguous"}),
    ],
)  # fmt: skip
def test_flags(hearing: Index, quote: str, speaker: str | None, flags: set[str]) -> None:
    found = set(check_passage(quote, hearing, speaker=speaker).flags)
    if flags & {"cut_start", "cut_end", "cut_negation"} or not found & {"cut_start", "cut_end"}:
        assert found == flags
    else:
        assert found - {"cut_start", "cut_end", "cut_negation"} == flags


def test_the_right_turn_is_preferred_and_both_are_listed(hearing: Index) -> None:
    for speaker, place in (("Ines Adair", 0), ("Rosa Quill", 1)):
        check = check_passage("It is a good town.", hearing, speaker=speaker)
        starts = [start for start in range(len(HEARING)) if HEARING.startswith("It is a good town.", start)]
        assert check.document is not None
        assert check.document.span[0] == starts[place]
        assert check.places == 2
        assert [other.span[0] for other in check.others] == [starts[1 - place]]
        assert "other_speaker" not in check.flags


def test_positions_are_exact_to_the_character(hearing: Index) -> None:
    for words in ("Fifty boats came in on Monday.", "it cost us $3.5 million", "I don't think the others refused",
                  "Dr. Voss told me so", "“nobody in this room"):  # fmt: skip
        check = check_passage(words, hearing)
        assert check.document is not None
        assert HEARING[slice(*check.document.span)] == words.strip("“")


def test_each_difference_has_its_words_on_both_sides(hearing: Index) -> None:
    quote = "The harbour will [in truth] not close this summer, and we never said it would … before December."
    check = check_passage(quote, hearing)
    told = [
        (row.op, row.kind, quote[slice(*row.quote)], HEARING[slice(*row.document)])
        for row in check.differences
    ]
    assert told == [
        ("insert", "bracket", "[in truth]", ""),
        ("replace", "wording", "summer", "winter"),
        ("delete", "wording", "", "that"),
        ("delete", "ellipsis", "…", "unless the ice comes"),
    ]


def test_the_context_is_the_document_word_for_word(hearing: Index) -> None:
    context = check_passage("I don't think the others refused", hearing).context
    assert context is not None
    assert context.before == "Twenty-five of them did."
    assert context.after.startswith("; they were, you know, waiting for the new lamps.")
    assert (
        context.question == "And how many of those boats paid the toll that the council voted for in March?"
    )


def test_a_lookalike_elsewhere_does_not_win() -> None:
    true = "The road to the mill was closed on Friday because the river rose over the lower bridge."
    other = "The road to the mill was closed in the spring, and the river had nothing to do with it."
    with index_texts([other, true]) as index:
        check = check_passage("The road to the mill was closed on Friday because the river fell", index)
    assert check.document is not None
    assert check.document.path == "2"
    assert check.verdict == "altered"


def test_a_short_quote_counts_its_places() -> None:
    with index_texts(["We will see. Then we will see again. We will see."]) as index:
        check = check_passage("we will see", index)
    assert check.places == 3
    assert "ambiguous" in check.flags


def test_the_best_version_comes_first_and_the_others_show_their_differences() -> None:
    spoken = "We're going to, uh, build the new pier with our own hands, my friends."
    prepared = "We are going to build the new pier with our own hands."
    with index_texts([spoken, prepared]) as index:
        check = check_passage("We are going to build the new pier with our own hands.", index)
        changed = check_passage("We are going to build the new pier with our bare hands.", index)
    assert check.document is not None
    assert (check.document.path, check.verdict) == ("2", "verbatim")
    assert [other.path for other in check.others] == ["1"]
    assert [row.kind for row in check.others[0].differences] == ["contraction", "filler"]
    assert changed.document is not None
    assert changed.document.path == "2"
    assert [(other.path, len(other.differences)) for other in changed.others] == [("1", 3)]


REPORT = """By Ottoline Brack

DUNWARROW (Example Wire) — The guild will bake through the night, its members decided on Monday.

“We will talk in the morning,” said the guild's master, Matis Varemba.
"""


@pytest.mark.parametrize(
    ("quote", "flagged"),
    [("the guild will bake through the night", True), ("We will talk in the morning", False)],
)
def test_a_reporters_own_words_are_narration(quote: str, flagged: bool) -> None:
    with index_texts([REPORT]) as index:
        check = check_passage(quote, index)
    assert check.verdict == "verbatim"
    assert ("narration" in check.flags) is flagged
