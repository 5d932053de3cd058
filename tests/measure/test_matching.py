"""Laying predicted texts beside gold ones: by their words, in the gold's positions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.formats.annotated import AnnotatedText, Attribution
from onrecord.measure import pair_texts
from onrecord.measure.matching import letters_of, moved_span, solid


def text(words: str, *content: tuple[int, int], id: str = "a") -> AnnotatedText:
    return AnnotatedText(
        id=id, text=words, attributions=tuple(Attribution(content=(span,)) for span in content)
    )


@pytest.mark.parametrize(
    ("gold", "predicted", "span", "wanted"),
    [
        ("He said: “No.”", "He said: “No.”", (9, 14), (9, 14)),
        ("He said: “No.”", "He said : `` No . ''", (10, 20), (9, 14)),
        ("He\n\nsaid (no)", "He said -LRB- no -RRB-", (8, 22), (9, 13)),
        ("a — b", "a -- b", (2, 4), (2, 3)),
        ("a -- b", "a - - b", (2, 5), (2, 4)),
        ("He said: ''No.''", "He said : ' ' No . ' '", (10, 22), (9, 16)),
        ("so: “‘No.’”", "so : \" ' No . ' \"", (5, 17), (4, 11)),
        ("so: “‘No.’”", "so : `` ` No . ' ''", (5, 19), (4, 11)),
        ("well … no", "well . . . no", (5, 10), (5, 6)),
        ("caf\x83 no", "caf\ufffd no", (0, 4), (0, 4)),
        ("a\x1b b\u202e", "a␛ b\ufffd", (3, 5), (3, 5)),
        ("don’t", "do n't", (3, 6), (2, 5)),
        ("one two", "one  two", (3, 5), None),
    ],
)
def test_positions_are_the_golds(
    gold: str, predicted: str, span: tuple[int, int], wanted: tuple[int, int] | None
) -> None:
    (found,) = pair_texts([text(gold)], [text(predicted, span)]).predicted
    assert found[0].content == (() if wanted is None else (wanted,))


def test_texts_are_paired_by_their_words_and_among_equal_ones_by_id() -> None:
    gold = [text("yes", id="x"), text("yes", id="y"), text("no", id="z")]
    predicted = [text("yes", (0, 1), id="q"), text("no", (0, 2), id="other"), text("yes", (0, 3), id="x")]
    pairing = pair_texts(gold, predicted)
    assert [one[0].content for one in pairing.predicted] == [((0, 3),), ((0, 1),), ((0, 2),)]
    assert (pairing.missing, pairing.others) == ((), ())


def test_what_has_no_counterpart_is_named_and_where_words_part_is_said() -> None:
    pairing = pair_texts(
        [text("the sluice is shut", id="a"), text("no", id="b")],
        [text("the sluice was shut", (0, 3), id="a"), text("else", id="c")],
    )
    assert pairing.predicted == ((), ())
    assert (pairing.missing, pairing.others) == (("a", "b"), ("a", "c"))
    assert pairing.apart == ("a: where the gold has “is shut”, the predicted text has “was shut”",)


@given(st.text(alphabet="aRLB \n\x1b\x85\u2003'\"`’”«-–—…./\\*", max_size=40))
def test_the_quick_way_gives_the_same_letters_as_the_one_with_places(words: str) -> None:
    slow = solid(words)
    assert letters_of(words) == slow.letters
    assert len(slow.letters) == len(slow.starts) == len(slow.ends)
    assert list(slow.starts) == sorted(slow.starts)
    assert list(slow.ends) == sorted(slow.ends)


@given(st.text(alphabet="ab ’“-`\n", max_size=20), st.data())
def test_a_span_goes_over_to_a_text_in_other_white_space_and_back(words: str, data: st.DataObject) -> None:
    spaced = "".join(f"{letter} " if letter == "b" else letter for letter in words)
    here, there = solid(words), solid(spaced)
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    moved = moved_span((start, end), here, there)
    assert here.letters == there.letters
    if moved is None:
        assert not words[start:end].strip()
    else:
        back = moved_span(moved, there, here)
        assert back is not None
        assert words[start:end].strip() in words[slice(*back)]
        assert solid(words[slice(*back)]).letters == solid(spaced[slice(*moved)]).letters
