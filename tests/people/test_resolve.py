"""Who a source is, case by case; every person, outlet and sentence here is invented."""

import pytest
from msgspec.structs import replace

from onrecord.model import Article, Mark, Quotation
from onrecord.people import resolve

from .written import names, written

INTRO = "Mara Quist, the mayor of Lowfield, met Tobias Renn, a farmer, on Monday. "

FULL_NAMES = [
    ("[[Mara Quist]] said {{the road was shut}}.", "Mara Quist"),
    ("[[Mara Quist, the mayor of Lowfield,]] said {{the road was shut}}.", "Mara Quist"),
    ("[[Mara Quist,]] said {{the road was shut}}.", "Mara Quist"),
    ("[[Mayor Mara Quist]] said {{the road was shut}}.", "Mara Quist"),
    ("[[Secretary of State Mara Quist]] said {{the road was shut}}.", "Mara Quist"),
    ("[[former Lowfield party chairwoman Mara Quist]] said {{so}}.", "Mara Quist"),
    ("[[Rep. Mara Quist (D-Ohio), who wrote the bill,]] said {{so}}.", "Mara Quist"),
    ("[[the town's top lawyer, Mara Quist,]] said {{so}}.", "Mara Quist"),
    ("[[Renn campaign manager Mara Quist]] said {{so}}.", "Mara Quist"),
    ("[[Mara Quist of the Lowfield Farmers Union]] said {{so}}.", "Mara Quist"),
    ("[[former Gov. and party chairman Tobias Renn]] said {{so}}.", "Tobias Renn"),
    ("[[Tobias A. Renn Jr.]] said {{so}}.", "Tobias A. Renn Jr."),
    ("[[Siobhán O’Dwyer-Paz]] said {{so}}.", "Siobhán O’Dwyer-Paz"),
    ("[[Ludo van der Meulen]] said {{so}}.", "Ludo van der Meulen"),
    ("[[J. T. McAllen]] said {{so}}.", "J. T. McAllen"),
    ("[[Mara Quist's]] claim was that {{the road was shut}}.", "Mara Quist"),
]

REFERENCES = [
    (INTRO + "[[Quist]] said {{the road was shut}}.", "Mara Quist"),
    (INTRO + "[[Mayor Quist]] said {{the road was shut}}.", "Mara Quist"),
    (INTRO + "[[Mara]] said {{the road was shut}}.", "Mara Quist"),
    (INTRO + "[[An angry Renn]] said {{so}}.", "Tobias Renn"),
    (INTRO + "[[Quist's]] view was that {{it is late}}.", "Mara Quist"),
    (INTRO + "[[Renn's letter]] said {{it is late}}.", "Tobias Renn"),
    ("[[Quist]] said {{the road was shut}}. Mara Quist has been mayor since May.", "Mara Quist"),
    (INTRO + "[[the mayor]] said {{the road was shut}}.", "Mara Quist"),
    ("Sen. Pia Lundt (D-Ohio) met Carl Orme on Monday. [[The Ohio Democrat]] said {{so}}.", "Pia Lundt"),
    ("Mara Lundt and her husband, Carl Lundt, came. [[Mrs. Lundt]] said {{so}}.", "Mara Lundt"),
]

PRONOUNS = [
    (INTRO + "“{{It is late}},” [[he]] said.", "Tobias Renn"),
    (INTRO + "“{{It is late}},” [[she]] said.", "Mara Quist"),
    ("Carl Orme met Hugo Pell. Orme left early. “{{It is late}},” [[he]] said.", "Carl Orme"),
    (
        "[[Mara Quist]] said {{no}}. Gail Orme was there. Quist left. [[She]] said {{it was late}}.",
        "Mara Quist & Mara Quist",
    ),
    ("The mayor praised Mara Quist, [[who]] said {{it was late}}.", "Mara Quist"),
    ("Carl Orme asked Hugo Pell about the road. “{{It is late}},” [[he]] told Orme.", "Hugo Pell"),
    ("Pell campaign chief Carl Orme spoke. “{{It is late}},” [[he]] said. Hugo Pell left.", "Carl Orme"),
]

GROUPS = [
    ("[[The White House]] said {{so}}.", "White House", "group"),
    ("[[the Justice Department]] said {{so}}.", "Justice Department", "group"),
    ("[[Democrats]] said {{so}}.", "Democrats", "unnamed"),
    ("[[Quist's campaign]] said {{so}}.", "Quist's campaign", "group"),
    ("The Lowfield Water Board met. [[The LWB]] said {{so}}.", "Lowfield Water Board", "group"),
    ("[[The Lowfield Gazette]] reported {{a flood}}.", "Lowfield Gazette", "document"),
    ("[[the report]] said {{so}}.", "report", "document"),
    ("[[a statement released on Monday]] said {{so}}.", "a statement released on Monday", "document"),
    ("[[officials]] said {{so}}.", "officials", "unnamed"),
    ("[[a person familiar with the matter,]] said {{so}}.", "a person familiar with the matter", "unnamed"),
    ("[[A spokesman for Mara Quist]] said {{so}}.", "A spokesman for Mara Quist", "unnamed"),
    (
        "[[A spokesman for mayoral candidate Mara Quist]] said {{so}}.",
        "A spokesman for mayoral candidate Mara Quist",
        "unnamed",
    ),
    (
        "[[An aide to Harbour Party leader Mara Quist]] said {{so}}.",
        "An aide to Harbour Party leader Mara Quist",
        "unnamed",
    ),
    ("[[Lowfield Council on Roads Director Mara Quist]] said {{so}}.", "Mara Quist", "person"),
    (INTRO + "A driver stopped. [[the driver]] said {{so}}.", "driver", "unnamed"),
    ("[[禾青石]] 说 {{好}}。", "禾青石", "person"),
    ("[[رامي الدوري]] {{هذا}}.", "رامي الدوري", "person"),
]

SEVERAL = [
    ("[[Mara Quist and Tobias Renn]] said {{so}}.", "Mara Quist & Tobias Renn"),
    ("[[Tobias Renn, Mara Quist and Carl Orme]] said {{so}}.", "Tobias Renn & Mara Quist & Carl Orme"),
    (
        "[[Mayor Mara Quist and farmer Tobias Renn, both Lowfield natives,]] said {{so}}.",
        "Mara Quist & Tobias Renn",
    ),
    ("[[Ada and Carl Orme]] said {{so}}.", "Ada Orme & Carl Orme"),
    (INTRO + "[[Renn and Quist]] said {{so}}. [[They]] said {{it was late}}.", "Tobias Renn & Mara Quist"),
]


CUT_WIDE_OR_NARROW = [
    (INTRO + "[[Quist said]] {{it is late}}.", "Mara Quist"),
    (INTRO + "“{{It is late}},” [[she later]] added.", "Mara Quist"),
    (INTRO + "[[Moments later, she]] said {{it is late}}.", "Mara Quist"),
    (INTRO + "The [[mayor]] said {{it is late}}.", "Mara Quist"),
    (INTRO + "[[**Mara Quist**]] said {{it is late}}.", "Mara Quist"),
    ("[[an aide, who spoke on condition of anonymity,]] said {{so}}.", "an aide"),
    (
        "[[local officials, including Sheriff Carl Orme,]] said {{so}}.",
        "local officials, including Sheriff Carl Orme",
    ),
]


@pytest.mark.parametrize(("marked", "name"), FULL_NAMES)
def test_a_full_name_is_found_without_title_or_apposition(marked: str, name: str) -> None:
    assert names(marked) == [name]


@pytest.mark.parametrize(("marked", "name"), CUT_WIDE_OR_NARROW)
def test_a_source_cut_a_word_off_still_names_its_speaker(marked: str, name: str) -> None:
    assert names(marked) == [name]


@pytest.mark.parametrize(("marked", "name"), REFERENCES)
def test_a_reference_gets_the_fullest_name_of_the_article(marked: str, name: str) -> None:
    assert names(marked) == [name]


@pytest.mark.parametrize(("marked", "name"), PRONOUNS)
def test_a_pronoun_is_its_antecedent(marked: str, name: str) -> None:
    assert " & ".join(names(marked)) == name


@pytest.mark.parametrize(("marked", "name", "kind"), GROUPS)
def test_groups_documents_and_unnamed_sources_keep_their_words(marked: str, name: str, kind: str) -> None:
    article, quotations = written(marked)
    speaker = resolve(article, quotations)[0].speakers[0]
    assert (speaker.name, speaker.kind) == (name, kind)


@pytest.mark.parametrize(("marked", "name"), SEVERAL)
def test_several_speakers_stand_in_the_order_of_the_text(marked: str, name: str) -> None:
    assert set(names(marked)) == {name}


def test_a_headline_name_is_filled_up_from_the_body() -> None:
    assert names("[[Quist]]: {{Road is shut}}", "title", text="Mara Quist spoke on Monday.") == ["Mara Quist"]


def test_a_caption_name_is_filled_up_from_the_body() -> None:
    assert names("[[Quist]] says {{so}}", "captions.0", text="Mara Quist spoke on Monday.") == ["Mara Quist"]


def test_evidence_in_a_headline_says_which_field_it_counts_into() -> None:
    article, quotations = written("[[Quist]]: {{Road is shut}}", "title", text="Mara Quist spoke on Monday.")
    evidence = resolve(article, quotations)[0].speakers[0].evidence
    assert [(found.field, found.span) for found in evidence] == [("title", (0, 5)), ("text", (0, 10))]


def test_the_author_is_the_first_person_outside_quotations() -> None:
    assert names("[[I]] asked {{whether it was late}}.", authors=("Ada Brill",)) == ["Ada Brill"]


def test_first_person_without_an_author_stays_open() -> None:
    assert names("[[I]] asked {{whether it was late}}.") == [""]


def test_first_person_inside_a_quotation_is_its_speaker() -> None:
    text = "Mara Quist said: “I told him it was late.”"
    outer = Quotation(id="outer", kind="direct", source=((0, 10),), content=((18, 41),), by="test")
    inner = Quotation(
        id="inner", kind="indirect", parent="outer", source=((18, 19),), content=((29, 40),), by="test"
    )
    resolved = resolve(Article(text=text), [outer, inner])
    assert [one.speakers[0].name for one in resolved] == ["Mara Quist", "Mara Quist"]


def test_two_equally_likely_people_are_candidates_and_no_speaker() -> None:
    article, quotations = written("Words failed him, and [[they]] said {{it was late}}.")
    assert resolve(article, quotations)[0].speakers == ()


def test_namesakes_are_told_of_as_confidence() -> None:
    unique, quotations = written(INTRO + "[[Quist]] said {{so}}.")
    shared, others = written("Jo Quist came. " + INTRO + "[[Quist]] said {{so}}.")
    sure = resolve(unique, quotations)[0].speakers[0].confidence
    assert resolve(shared, others)[0].speakers[0].confidence < sure


def test_a_quotation_without_a_source_keeps_no_speaker() -> None:
    quotation = Quotation(id="q", kind="direct", content=((0, 4),), by="test")
    assert resolve(Article(text="Late."), [quotation]) == (quotation,)


def test_no_quotations_give_none() -> None:
    assert resolve(Article(text="Mara Quist came."), []) == ()


def test_order_is_kept_whatever_the_place() -> None:
    article, quotations = written("[[Mara Quist]] said {{so}}. [[Carl Orme]] said {{no}}.")
    turned = resolve(article, quotations[::-1])
    assert [one.id for one in turned] == ["q1", "q0"]


def test_the_reason_is_told() -> None:
    article, quotations = written(INTRO + "[[Quist]] said {{so}}.")
    evidence = resolve(article, quotations)[0].speakers[0].evidence
    assert [found.why for found in evidence] == ["last name of Mara Quist", "full name"]


INSIDE_WORDS = [
    (INTRO + "“[[I]] said, ‘{{No}}’,” Quist recalled.", "Mara Quist"),
    (INTRO + "“[[He]] said, ‘{{No}}’,” Quist recalled.", "Tobias Renn"),
    (INTRO + "“[[The mayor]] said, ‘{{No}}’,” Quist recalled.", "mayor"),
]


@pytest.mark.parametrize(("marked", "name"), INSIDE_WORDS)
def test_inside_somebodys_words_only_the_first_person_is_they_themselves(marked: str, name: str) -> None:
    article, (inner,) = written(marked)
    start = article.body.index("“") + 1
    end = article.body.index(",”") + 1
    said = (article.body.index("Quist recalled"), article.body.index(" recalled"))
    outer = Quotation(
        id="outer", kind="direct", source=(said,), content=((start, end),), marks=((start, end),), by="t"
    )
    mark = Mark(span=(start, end), role="quotation")
    article = replace(article, marks=(mark, *article.marks))
    resolved = resolve(article, [replace(inner, parent="outer"), outer])
    assert [" & ".join(speaker.name or "" for speaker in row.speakers) for row in resolved] == [
        name,
        "Mara Quist",
    ]
