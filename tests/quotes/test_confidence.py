"""The confidence grows with what the tagger is sure of, and falls with what makes a reader doubt."""

import pytest

from onrecord import read_text
from onrecord.model import QuotationKind
from onrecord.quotes.confidence import UNSEEN, Signs, confidence, facts_of
from onrecord.quotes.confidence_weights import CURVE, WEIGHTS
from onrecord.quotes.decoding import decode
from onrecord.quotes.marks import find_passages
from onrecord.quotes.tagger import shared_tagger
from onrecord.text import find_paragraphs

TEXT = "The quay will open in May, Mira Osk told the council of Weir."
CONTENT, CUE, SOURCE = (0, 25), (36, 40), (27, 35)


def chance(
    signs: Signs, *, source: tuple[int, int] | None = SOURCE, kind: QuotationKind = "indirect"
) -> float:
    facts = facts_of(TEXT, signs, kind=kind, content=[CONTENT], cue=CUE, source=source)
    assert {*facts, "all"} == set(WEIGHTS)
    return confidence(facts)


def test_what_is_sure_everywhere_is_likely_right_and_what_nobody_saw_is_not() -> None:
    assert chance(Signs()) > 0.9
    assert chance(UNSEEN) < 0.5
    assert chance(Signs(), kind="direct") > chance(Signs())


@pytest.mark.parametrize(
    "sign", ["content", "content_least", "content_starts", "content_ends", "cue", "source_ends"]
)
def test_each_doubt_of_the_tagger_lowers_it(sign: str) -> None:
    sure = Signs(*[0.8] * 9)
    assert chance(sure._replace(**{sign: 0.3})) < chance(sure)


def test_the_curve_never_falls() -> None:
    low, high, _ = CURVE
    assert low >= 0
    assert high >= 0
    chances = [chance(Signs(*[sign / 20] * 9), kind="direct") for sign in range(1, 21)]
    assert chances == sorted(chances)
    assert chances[0] < 0.3 < 0.9 < chances[-1]


def test_a_source_far_from_its_cue_is_less_sure() -> None:
    assert chance(Signs(*[0.7] * 9), source=(56, 60)) < chance(Signs(*[0.7] * 9))


def test_the_signs_of_a_text_are_probabilities() -> None:
    text = "“We stay,” said Mira Osk. The quay was expected to open, and nobody knew when."
    paragraphs = find_paragraphs(text)
    passages = find_passages(text, paragraphs)
    found = decode(shared_tagger().tag(text, paragraphs, passages))
    assert len(found) >= 2
    assert all(0 <= sign <= 1 for one in found for sign in one.signs)


def test_the_confidence_of_a_row_is_that_of_its_facts() -> None:
    record = read_text("“We stay,” said Mira Osk.", plain=True)
    (row,) = record.quotations
    assert 0.8 < row.confidence <= 1
