"""All the measures side by side, on small values whose counts can be done by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.formats.annotated import AnnotatedText, Attribution
from onrecord.measure import Measures, measure
from onrecord.measure.runs import EXACT, PART, count_runs
from onrecord.model import Speaker

TEXT = 'Odile said "no. Not in May," Amsel hoped they might yet open the yard.'
ODILE = Attribution(source=((0, 5),), cue=((6, 10),), content=((11, 28),))
AMSEL = Attribution(source=((29, 34),), cue=((35, 40),), content=((41, 69),))
GOLD = AnnotatedText(id="a", text=TEXT, attributions=(ODILE, AMSEL))


def figures(*predicted: Attribution, gold: AnnotatedText = GOLD, linked: bool = True) -> Measures:
    return measure([gold], [predicted], linked=linked, bootstrap=0)


def counts(group: str, name: str, *predicted: Attribution, gold: AnnotatedText = GOLD) -> tuple[float, float]:
    """How many of the predicted are right, and of the gold."""
    one = figures(*predicted, gold=gold)[group, name]
    return round(one.precision * one.predicted, 6), round(one.recall * one.gold, 6)


def test_the_gold_itself_is_all_right_and_nothing_is_none() -> None:
    assert {one.f1 for one in figures(ODILE, AMSEL).figures} == {1.0}
    assert {(one.f1, one.predicted) for one in figures().figures} == {(0.0, 0)}


def test_an_exact_span_has_the_same_tokens_marks_and_all() -> None:
    without_marks = Attribution(source=((0, 5),), content=((12, 26),))
    assert counts("exact spans", "content", ODILE, AMSEL) == (2, 2)
    assert counts("exact spans", "content", without_marks) == (0, 0)
    assert counts("exact spans", "source", without_marks) == (1, 1)
    # In words alone it is exact.
    assert counts("attributions", "exact", without_marks) == (1, 1)


def test_each_unbroken_run_is_a_span_by_itself() -> None:
    parts = Attribution(content=((11, 15), (15, 19), (20, 28)))
    gold = AnnotatedText(id="a", text=TEXT, attributions=(parts,))
    # "no. and Not touch, so that they are one run, and the rest is another.
    assert figures(gold=gold)["exact spans", "content"].gold == 1
    apart = AnnotatedText(id="a", text=TEXT, attributions=(Attribution(content=((11, 15), (20, 28))),))
    assert figures(gold=apart)["exact spans", "content"].gold == 2
    assert counts("exact spans", "content", Attribution(content=((20, 28),)), gold=apart) == (1, 1)


def test_a_source_of_several_contents_is_one_span() -> None:
    shared = AnnotatedText(
        id="a", text=TEXT, attributions=(ODILE, Attribution(source=ODILE.source, content=AMSEL.content))
    )
    assert figures(gold=shared)["exact spans", "source"].gold == 1


def test_spans_in_part_count_by_their_share() -> None:
    # The gold content has eight tokens: a mark, no, a stop, Not, in, May, a comma, a mark.
    half = Attribution(content=((11, 15),))
    right, known = counts("spans in part", "content", half)
    assert right == 1
    assert known == pytest.approx(3 / 8)
    longer = Attribution(content=((6, 28),))
    assert counts("spans in part", "content", longer) == (pytest.approx(8 / 9), 1)


def test_tokens_are_words_of_a_role_whoever_they_belong_to() -> None:
    swapped = Attribution(source=((29, 34),), content=((41, 50), (12, 19)))
    one = figures(swapped)["tokens", "content"]
    # they, might, no and Not, of ten words.
    assert (one.precision * one.predicted, one.predicted, one.gold) == (4, 4, 10)
    assert figures(swapped)["tokens", "all"].gold == 10 + 2 + 2


@pytest.mark.parametrize(
    ("content", "found", "covered_3", "covered_8"),
    [
        ((41, 69), 1, 1, 1),
        ((41, 54), 1, 1, 0),
        ((41, 50), 0, 1, 0),
        ((41, 45), 0, 0, 0),
        ((0, 69), 1, 1, 1),
    ],
    ids=["whole", "half", "a third", "a word", "far too long"],
)
def test_coverage_asks_for_a_share_of_the_gold(
    content: tuple[int, int], found: int, covered_3: int, covered_8: int
) -> None:
    guess = Attribution(content=(content,))
    # Six words of the gold's: they might yet open the yard.
    assert counts("attributions", "covered .3", guess)[0] == covered_3
    assert counts("attributions", "covered .8", guess)[0] == covered_8
    only = AnnotatedText(id="a", text=TEXT, attributions=(AMSEL,))
    assert counts("attributions", "found", guess, gold=only)[0] == (found if content != (0, 69) else 0)


@pytest.mark.parametrize(
    ("source", "cue", "right"),
    [
        ((0, 5), (6, 10), {"attributed", "cue", "triple", "exact triple"}),
        ((0, 10), (6, 10), {"attributed", "cue", "triple"}),
        ((0, 5), (35, 40), {"attributed"}),
        ((29, 34), (6, 10), {"cue"}),
        (None, None, set()),
    ],
)
def test_a_triple_asks_for_source_and_cue(
    source: tuple[int, int] | None, cue: tuple[int, int] | None, right: set[str]
) -> None:
    guess = Attribution(source=(source,) if source else (), cue=(cue,) if cue else (), content=ODILE.content)
    found = figures(guess)
    assert {
        name for name in ("attributed", "cue", "triple", "exact triple") if found["attributions", name].f1
    } == right
    assert found["attributions", "found"].recall == 0.5


def test_kinds_are_read_from_the_text_and_counted_on_their_own_side() -> None:
    mixed = Attribution(content=((6, 28),))
    found = figures(mixed)
    assert (found["direct", "found"].gold, found["direct", "found"].predicted) == (1, 0)
    assert found["direct", "found"].recall == 1.0
    assert (found["mixed", "found"].gold, found["mixed", "found"].precision) == (0, 1.0)
    assert (found["indirect", "found"].gold, found["indirect", "found"].recall) == (1, 0.0)


def test_speakers_are_compared_where_both_sides_have_one() -> None:
    def named(one: Attribution, name: str) -> Attribution:
        speaker = Speaker(name=name, kind="person")
        return Attribution(source=one.source, cue=one.cue, content=one.content, speakers=(speaker,))

    gold = AnnotatedText(
        id="a", text=TEXT, attributions=(named(ODILE, "Odile Brandt"), named(AMSEL, "Tam Amsel"))
    )
    with pytest.raises(KeyError):
        figures(ODILE, AMSEL)["speakers", "speaker"]
    one = figures(named(ODILE, "Ms. Odile Brandt"), AMSEL, gold=gold)["speakers", "speaker"]
    assert (one.precision, one.predicted, one.recall, one.gold) == (1.0, 1, 0.5, 2)
    one = figures(named(ODILE, "Tam Amsel"), named(AMSEL, "Tam Amsel"), gold=gold)["speakers", "speaker"]
    assert (one.precision, one.predicted, one.recall) == (0.5, 2, 0.5)


def test_without_links_nothing_is_said_of_whose_a_content_is() -> None:
    apart = (Attribution(source=ODILE.source), Attribution(content=ODILE.content))
    found = figures(*apart, linked=False)
    assert found["exact spans", "source"].recall == 0.5
    assert found["attributions", "found"].recall == 0.5
    for key in (
        ("attributions", "attributed"),
        ("attributions", "triple"),
        ("quoted", "attributed"),
        ("direct", "triple"),
    ):
        with pytest.raises(KeyError):
            found[key]


def test_intervals_hold_the_figure_and_are_the_same_each_time() -> None:
    texts = [GOLD] * 30
    guesses = [(ODILE, AMSEL) if number % 3 else (ODILE,) for number in range(30)]
    first = measure(texts, guesses, bootstrap=500)
    found = first["attributions", "found"]
    assert found.interval is not None
    low, high = found.interval
    assert low < found.f1 < high < 1.0
    assert 0.01 < high - low < 0.2
    assert first == measure(texts, guesses, bootstrap=500)
    assert first != measure(texts, guesses, bootstrap=500, seed=2)
    assert found.f1 == measure(texts, guesses, bootstrap=0)["attributions", "found"].f1


def test_texts_that_are_alike_leave_no_doubt() -> None:
    same = measure([GOLD] * 5, [(ODILE,)] * 5, bootstrap=50)["attributions", "found"]
    assert same.interval == (same.f1, same.f1)


def test_a_draw_without_any_of_a_kind_tells_nothing_of_it() -> None:
    plain = AnnotatedText(id="b", text="No words.", attributions=())
    found = measure([GOLD, plain], [(ODILE,), ()], bootstrap=200)["direct", "found"]
    assert found.interval == (1.0, 1.0)


def test_the_table_has_a_line_a_figure_under_headings() -> None:
    lines = figures(ODILE).table().splitlines()
    assert lines[0].split() == ["P", "R", "F1", "95", "%", "of", "F1", "gold", "predicted"]
    assert lines[1] == "exact spans"
    assert lines[2].split() == ["source", "1.000", "0.500", "0.667", "2", "1"]
    assert "  covered .3" in figures(ODILE).table()
    with_interval = measure([GOLD], [(ODILE,)], bootstrap=10).table().splitlines()[2]
    assert with_interval.split() == ["source", "1.000", "0.500", "0.667", "0.667", "to", "0.667", "2", "1"]


def slow_runs(text: str, spans: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """The runs of one attribution of words parted by spaces, found word by word."""
    words, at = [], 0
    for word in text.split(" "):
        words.append(any(start < at + len(word) and at < end and start < end for start, end in spans))
        at += len(word) + 1
    return {
        (start, end)
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
        if all(words[start:end])
        and not any(words[max(0, start - 1) : start])
        and not any(words[end : end + 1])
    }


places = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4)


@given(gold=places, predicted=places)
def test_runs_are_those_of_the_slow_twin(
    gold: list[tuple[int, int]], predicted: list[tuple[int, int]]
) -> None:
    text = "ab c def g hij k lm no pqr s t uvw xyz a b cd e"
    known, found = slow_runs(text, gold), slow_runs(text, predicted)
    sides = [[Attribution(content=tuple(spans))] for spans in (gold, predicted)]
    tallies = {(group, role): tally for group, role, tally in count_runs(text, *sides)}
    exact, part = tallies[EXACT, "content"], tallies[PART, "content"]
    assert exact == (len(known & found), len(found), len(known & found), len(known))
    held = {word for start, end in known for word in range(start, end)}
    share = sum(len(held & set(range(start, end))) / (end - start) for start, end in found)
    assert part.right_predicted == pytest.approx(share)
    assert (part.predicted, part.gold) == (len(found), len(known))
