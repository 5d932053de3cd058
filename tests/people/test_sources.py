"""Descriptions, groups, documents and pronouns as sources, case by case; everything here is invented."""

import pytest

from onrecord.people import resolve

from .written import names, written

INTRO = "Mara Quist, the mayor of Lowfield, met Tobias Renn, a farmer, on Monday. "
BOTH = "Mara Quist and Tobias Renn met on Monday. "

PHRASES = [
    ("[[former secretary of state Mara Quist]] said {{so}}.", "Mara Quist"),
    ("[[director of communications Mara Quist]] said {{so}}.", "Mara Quist"),
    ("[[former prosecutor and Lowfield Mayor Mara Quist, who lost,]] said {{so}}.", "Mara Quist"),
    (INTRO + "[[Quist herself]] said {{so}}.", "Mara Quist"),
    ("[[The wife of Mara Quist]] said {{so}}.", "wife of Mara Quist"),
    ("[[Example News and former radio host Mara Quist]] asked {{so}}.", "Mara Quist"),
    ("[[Mara Quist of the Institute for Art and Design]] said {{so}}.", "Mara Quist"),
    (
        "[[an adviser to both Quists, who, like many others, asked for no name,]] said {{so}}.",
        "an adviser to both Quists",
    ),
    ("[[another Canadian who came]] said {{so}}.", "another Canadian who came"),
    (INTRO + "[[Quist's view of it]] was {{it is late}}.", "Mara Quist"),
    ("Carl Orme spoke for long. [[A spokesman for Lowfield]] said {{so}}.", "A spokesman for Lowfield"),
    ("Lowfield spokesman Carl Orme spoke. [[A spokesman for Lowfield]] said {{so}}.", "Carl Orme"),
]

FULLEST = [
    ("The Lowfield Board of Trade met. [[the board]] said {{so}}.", "Lowfield Board of Trade"),
    ("A Lowfield ballot commission met. [[the commission]] said {{so}}.", "Lowfield ballot commission"),
    ("Ruritania’s foreign ministry spoke. [[the ministry]] said {{so}}.", "Ruritania’s foreign ministry"),
    ("The Lowfield Board met. A board is a board. [[the board]] said {{so}}.", "board"),
    ("The Lowfield Farmers Party (LFP) met. [[The LFP]] said {{so}}.", "Lowfield Farmers Party"),
    ("Pellworth, a maker of pumps, spoke. Then Pellworth left. [[the company]] said {{so}}.", "Pellworth"),
    ("The Harbor Department spoke. [[the agency]] said {{so}}.", "Harbor Department"),
    ("The Lowfield Gazette ran it. [[The local newspaper]] said {{so}}.", "Lowfield Gazette"),
    ("He found a note from Mara Quist. [[the note]] said {{so}}.", "note from Mara Quist"),
    ("[[Ohio Sen. Mara Quist’s campaign]] said {{so}}.", "Mara Quist’s campaign"),
    ("The Harbor Department closed. [[the Guild of Bakers]] said {{so}}.", "Guild of Bakers"),
]

TWO = [
    (BOTH + "[[The two]] said {{so}}.", "Mara Quist & Tobias Renn"),
    (BOTH + "[[both]] said {{so}}.", "Mara Quist & Tobias Renn"),
    (BOTH + "[[the two farmers]] said {{so}}.", "Mara Quist & Tobias Renn"),
    (BOTH + "[[the audience]] said {{so}}.", "audience"),
    ("[[Carl Orme and Mara Quist]] said {{no}}. [[the chairmen]] said {{so}}.", "Carl Orme & Mara Quist"),
]

PRONOUNS = [
    ("Carl Orme rebuked critics [[who]] say {{it is late}}.", "critics"),
    ("Carl Orme met a former sailor [[who]] said {{it is late}}.", "a former sailor"),
    ("It was Carl Orme, a farmer from Lowfield, [[who]] said {{it is late}}.", "Carl Orme"),
    ("So said Sen. Carl Orme of Ohio, [[who]] added {{it is late}}.", "Carl Orme"),
    ("Carl Orme held up a sign — [[which]] read {{it is late}}.", "a sign"),
    ("He gave to the Guild of Bakers, [[which]] said {{it is late}}.", "Guild of Bakers"),
    ("The farmers sent a letter to Carl Orme. “{{It is late}},” [[it]] read.", "a letter"),
    ("The young protesters walked to the hall. [[They]] sang {{it is late}}.", "young protesters"),
    (
        "My bread is late. “{{It is late}},” [[I]] said.\n\nMara Quist is a reporter for The Example.",
        "Mara Quist",
    ),
    ("My bread is late. “{{It is late}},” [[I]] said.\n\nCopyright 2015 by Mara Quist.", "Mara Quist"),
]


def last_names(marked: str) -> str:
    """The speakers of the last quotation."""
    article, quotations = written(marked)
    return " & ".join(speaker.name or "" for speaker in resolve(article, quotations)[-1].speakers)


@pytest.mark.parametrize(("marked", "name"), PHRASES)
def test_a_source_is_read_up_to_its_noun_phrase(marked: str, name: str) -> None:
    assert names(marked) == [name]


@pytest.mark.parametrize(("marked", "name"), FULLEST)
def test_a_group_or_document_gets_the_fullest_name_of_the_article(marked: str, name: str) -> None:
    assert names(marked) == [name]


@pytest.mark.parametrize(("marked", "name"), TWO)
def test_both_are_those_who_spoke_or_were_named_together(marked: str, name: str) -> None:
    assert last_names(marked) == name


@pytest.mark.parametrize(("marked", "name"), PRONOUNS)
def test_a_pronoun_for_no_he_or_she_is_the_phrase_it_takes_up(marked: str, name: str) -> None:
    assert last_names(marked) == name


def test_an_i_that_nobody_signed_has_no_speaker() -> None:
    assert last_names("My bread is late. “{{It is late}},” [[I]] said.") == ""
