"""Units of wording, and the class of a difference: what says the same, and what only looks as if it did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.check.tables.contractions import CONTRACTIONS
from onrecord.check.tables.fillers import SOUNDS
from onrecord.check.tables.number_words import TENS, UNITS
from onrecord.check.tables.spellings import SPELLINGS
from onrecord.check.wording import canonical, difference_class, matters
from onrecord.words import fold_word, words


def folded(text: str) -> list[str]:
    return [word.key for word in words(text)]


def keys(text: str) -> list[str]:
    return [unit.key for unit in canonical(folded(text))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("don't", "do not"),
        ("gonna", "going to"),
        ("cannot", "can not"),
        ("can't", "cannot"),
        ("won't", "will not"),
        ("it's", "it is"),
        ("it's", "it has"),
        ("he'd", "he would"),
        ("he'd", "he had"),
        ("'em", "them"),
        ("'cause", "because"),
        ("goin'", "going"),
        ("lemme", "let me"),
        ("gimme", "give me"),
        ("kinda", "kind of"),
        ("c'mon", "come on"),
        ("y'all", "you all"),
        ("let's", "let us"),
        ("Hillary's going", "Hillary is going"),
        ("would've", "would have"),
        ("twenty-five", "25"),
        ("$5 million", "five million dollars"),
        ("50%", "fifty per cent"),
        ("per cent", "percent"),
        ("1st", "first"),
        ("labour", "labor"),
        ("organise", "organize"),
        ("organisations", "organizations"),
        ("travelled", "traveled"),
        ("analysed", "analyzed"),
        ("centre", "center"),
        ("grey", "gray"),
        ("towards", "toward"),
        ("OK", "okay"),
        ("Mr.", "mister"),
        ("R&D", "R and D"),
        ("vs.", "versus"),
        ("Sen.", "senator"),
        ("Dr.", "doctor"),
        ("health care", "healthcare"),
    ],
)
def test_same_units(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$5", "5"),
        ("5%", "5"),
        ("prize", "prise"),
        ("can", "cannot"),
        ("we're", "were"),
        ("will", "would"),
        ("five", "fifth"),
        ("was", "is"),
        ("councillor", "counsellor"),
        ("storey", "story"),
    ],
)
def test_different_units(one: str, other: str) -> None:
    assert keys(one) != keys(other)


def test_units_of_a_contraction_share_its_range() -> None:
    assert canonical(["we", "dont", "twenty", "five"]) == [
        ("we", 0, 1),
        ("do", 1, 2),
        ("not", 1, 2),
        ("n:25", 2, 4),
    ]


_TRICKY = sorted({fold_word(word) for word in (*CONTRACTIONS, *UNITS, *TENS, *SOUNDS)})
_WORD = st.one_of(
    st.text(max_size=6),
    st.sampled_from(
        [*_TRICKY, "hundred", "thousand", "million", "a", "and", "half", "point", "per", "cent", "$", "%"]
    ),
)


@given(st.lists(_WORD, max_size=30))
def test_units_cover_every_word_in_order(many: list[str]) -> None:
    units = canonical(many)
    position = 0
    previous = (0, 0)
    for unit in units:
        if (unit.start, unit.end) != previous:
            assert unit.start == position < unit.end
        position, previous = unit.end, (unit.start, unit.end)
    assert position == len(many)


@pytest.mark.parametrize(
    "british", ["colour", "favourably", "neighbourhoods", "recognised", "programme", "sceptic"]
)
def test_spelling_table_has_the_inflections(british: str) -> None:
    assert british in SPELLINGS


def test_no_spelling_is_read_on_into_a_third() -> None:
    assert [word for word, same in SPELLINGS.items() if SPELLINGS.get(same, same) != same] == []


@pytest.mark.parametrize(
    ("before", "quote", "document", "after", "expected"),
    [
        ("we will", "", "uh", "fight", "filler"),
        ("we will", "", "erm", "fight", "filler"),
        ("we will", "uh", "um", "fight", "filler"),
        ("we went to the", "", "ER", "at night", "wording"),
        ("it was", "", "you know", "hard", "filler"),
        ("and", "", "you know", "we tried", "filler"),
        ("do", "", "you know", "him", "wording"),
        ("if", "", "you know", "we left", "wording"),
        ("and", "", "you know", "what he did", "wording"),
        ("but", "", "I mean", "we tried", "filler"),
        ("what", "", "I mean", "is this", "wording"),
        ("and", "", "I mean", "it", "wording"),
        ("and", "", "I mean", "it was late", "filler"),
        ("he is", "", "sort of", "tired", "filler"),
        ("he is", "", "kinda", "tired", "filler"),
        ("the", "", "kind of", "rule", "wording"),
        ("what", "", "kind of", "rule", "wording"),
        ("some", "", "sort of", "rule", "wording"),
        ("he is", "", "kind of", "you", "wording"),
        ("all I ask is", "", "you know", "the facts", "wording"),
        ("we", "", "like", "won", "wording"),
        ("and", "", "well", "we won", "wording"),
        ("and", "", "so", "we won", "wording"),
        ("we", "don't", "uh do not", "go", "contraction"),
        ("we", "", "uh never", "go", "wording"),
        ("we", "don't", "do not", "go", "contraction"),
        ("we are", "going to", "gonna", "go", "contraction"),
        ("", "it's", "it is", "late", "contraction"),
        ("", "it's", "it has", "been late", "contraction"),
        ("", "it's", "it has", "a name", "wording"),
        ("", "Hillary's", "Hillary is", "going", "contraction"),
        ("", "the mayor's", "the mayor has", "plans", "wording"),
        ("", "the mayor's", "the mayor is", "plans", "wording"),
        ("", "he'd", "he would", "go", "contraction"),
        ("", "he'd", "he had", "gone", "contraction"),
        ("", "he'd", "he had", "a plan", "wording"),
        ("he", "would", "had", "gone", "wording"),
        ("he", "has", "is", "gone", "wording"),
        ("", "he would", "he had", "gone", "wording"),
        ("", "candidates", "candidate's", "plans", "spelling"),
        ("", "it's", "its", "name", "spelling"),
        ("", "we're", "were", "going", "wording"),
        ("the", "labour", "labor", "market", "spelling"),
        ("the", "organisation's", "organization's", "chief", "spelling"),
        ("about", "25", "twenty-five", "people", "number_form"),
        ("about", "$5 million", "five million dollars", "more", "number_form"),
        ("about", "25", "twenty-six", "people", "wording"),
        ("about", "$5", "5", "more", "wording"),
        ("they", "will", "will not", "go", "wording"),
        ("they", "can", "can't", "go", "wording"),
        ("they", "", "", "go", "wording"),
        ("they", "", "not", "go", "wording"),
    ],
)
def test_class_of_a_difference(before: str, quote: str, document: str, after: str, expected: str) -> None:
    found = difference_class(folded(quote), folded(document), before=folded(before), after=folded(after))
    assert found == expected


def test_a_filler_moved_by_one_word_is_still_one() -> None:
    found = difference_class([], ["know", "you"], before=["and", "you"], after=["have", "to"])
    assert found == "filler"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we don't go", "not"),
        ("we do not go", "not"),
        ("we can't", "not"),
        ("we cannot", "not"),
        ("it isnt and wouldnt", "not not"),
        ("I don't think so", "not"),
        ("I dunno", "not"),
        ("never without it, only if", "never without only if"),
        ("until and unless, but no", "until unless but no"),
        ("till then", "until"),
        ("No. 5 on the list", ""),
        ("no 1", ""),
        ("no one came", "no"),
        ("we note the knot", ""),
    ],
)
def test_words_that_matter(text: str, expected: str) -> None:
    assert matters(folded(text)) == tuple(expected.split())
