"""Texts that are meant to break it: endless names, thousands of people, marks without words, any characters at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Article, Quotation
from onrecord.people import resolve

SYLLABLES = ("Ba", "Co", "Di", "Fu", "Ga", "Ho", "Ki", "Lu", "Mo", "Ne")

SOURCES = [
    "A" * 10_000,
    "Ann " * 2_500,
    "a " * 5_000,
    "Ann Lee, " * 1_000,
    "Ann Lee and " * 1_000,
    "(" * 10_000,
    "A." * 5_000,
    "A-" * 5_000 + "b",
    "A'" * 5_000 + "b",
    "É\u0301" * 5_000,
    '"' * 10_000,
    "Secretary of " * 1_000 + "Bob",
    "Ann" + " " * 10_000 + "Lee",
    "\u202eAnn Lee\u202c",
    "Ann\x00Lee",
    "\ud800",
]


def _said(source: str) -> tuple[Article, Quotation]:
    text = source + " said so."
    quotation = Quotation(
        id="q",
        kind="indirect",
        source=((0, len(source)),),
        content=((len(source) + 6, len(source) + 8),),
        by="test",
    )
    return Article(text=text), quotation


def _number_name(number: int) -> str:
    return "".join(SYLLABLES[int(digit)] for digit in f"{number:04}").capitalize()


@pytest.mark.timeout(20)
@pytest.mark.parametrize("source", SOURCES)
def test_a_strange_source_gives_a_clean_result(source: str) -> None:
    article, quotation = _said(source)
    assert resolve(article, [quotation])[0].content == quotation.content


@pytest.mark.timeout(20)
@pytest.mark.parametrize("family", ["", "Orme"], ids=["all different", "all namesakes"])
def test_five_thousand_names_are_each_resolved(family: str) -> None:
    text = ""
    quotations = []
    people = [f"{_number_name(number)} {family or _number_name(number + 1)}" for number in range(5_000)]
    pieces = []
    for person in people:
        end = len(text) + len(person)
        quotations.append(
            Quotation(
                id=person,
                kind="indirect",
                source=((len(text), end),),
                content=((end + 6, end + 8),),
                by="test",
            )
        )
        pieces.append(f"{person} said so.\n\n")
        text += pieces[-1]
    resolved = resolve(Article(text=text), quotations)
    assert [one.speakers[0].name for one in resolved] == people


@pytest.mark.timeout(60)
@pytest.mark.parametrize("unit", ["The senator said he was. ", "He ", "X,", "Bob Lee ", '" ', "x", "\n"])
def test_two_megabytes_are_read_in_bounded_time(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    quotation = Quotation(id="q", kind="indirect", source=((0, 3),), content=((12, 16),), by="test")
    assert resolve(Article(text=text), [quotation])[0].id == "q"


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_text_and_any_spans_give_evidence_inside_the_text(data: st.DataObject) -> None:
    words = st.sampled_from(
        ["Ann Lee", "he", "she", "the ", "who", ", ", "said", "“", "”", " and ", "Mr. ", "\n\n", "’s"]
    )
    text = "".join(data.draw(st.lists(st.one_of(words, st.text(max_size=5)), max_size=30)))
    place = st.integers(0, len(text))
    quotations = []
    for number in range(data.draw(st.integers(1, 4))):
        source = tuple(sorted((data.draw(place), data.draw(place))))
        content = tuple(sorted((data.draw(place), data.draw(place))))
        quotations.append(
            Quotation(id=str(number), kind="direct", source=(source,), content=(content,), by="test")
        )
    for one in resolve(Article(text=text), quotations):
        for speaker in (*one.speakers, *one.candidates):
            assert speaker.name
            for evidence in speaker.evidence:
                assert 0 <= evidence.span[0] <= evidence.span[1] <= len(text)
