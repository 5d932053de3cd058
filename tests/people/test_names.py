"""Names in a text: what is a person, under which name each is known, and who shares one."""

import pytest

from onrecord.model import Article
from onrecord.people.filing import as_the_article_has_them, file_people
from onrecord.people.names import find_names
from onrecord.people.scene import Scene
from onrecord.people.spelling import one_family, one_slip
from onrecord.text import find_paragraphs


def people_of(text: str) -> dict[str, int]:
    names = as_the_article_has_them({"text": text}, {"text": find_names(text)})
    return {person.name: person.count for person in file_people({"text": text}, names).all}


def meant(text: str, *words: str) -> list[str]:
    scene = Scene(Article(text=text, paragraphs=find_paragraphs(text)), [])
    return [person.name for person in scene.people.candidates(words)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("They met columnist Ai Jun on Jun. 3.", ["Ai Jun"]),
        ("It was said by Sophie in 't Orme, who lives there.", ["Sophie in 't Orme"]),
        ("It was Marine John Orme who wrote.", ["John Orme"]),
        ("They heard SÃ©golÃ ̈ne Orme speak.", ["SÃ©golÃ ̈ne Orme"]),
        ("They heard Ann Marie King speak.", ["Ann Marie King"]),
        ("The Marine Corps and the Ramona Foundation agreed.", []),
        ("They flew to Las Vegas and to Los Angeles.", []),
        ("According to Heron Watch, it rained.", []),
        ("They saw Gonzalo Vail and Ileana Orme.", ["Gonzalo Vail", "Ileana Orme"]),
    ],
)
def test_the_people_of_a_sentence(text: str, people: list[str]) -> None:
    assert list(people_of(text)) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Pema Dorjek came. Dorjek sat. Later Pema Dorzhek spoke.", {"Pema Dorjek": 2}),
        ("Carl Vennet came. Carl Vennett spoke, and Vennett left.", {"Carl Vennett": 2}),
        ("Carl Vennet came. His brother Mark Vennett spoke.", {"Carl Vennet": 1, "Mark Vennett": 1}),
        ("Donald Orme came. His son Donald Orme Jr. spoke.", {"Donald Orme Jr.": 1, "Donald Orme": 1}),
        ("Robert Vail Jr. came. Later Robert Vail spoke.", {"Robert Vail Jr.": 2}),
        ("Carl Brock came. Carl Brooks spoke.", {"Carl Brock": 1, "Carl Brooks": 1}),
        ("Ida Vail and Idalia Vail came.", {"Ida Vail": 1, "Idalia Vail": 1}),
    ],
)
def test_one_person_in_two_spellings_and_two_people_of_nearly_one_name(
    text: str, people: dict[str, int]
) -> None:
    assert people_of(text) == people


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Carl Kerdis sang. Kredis bowed.", ("kredis",), ["Carl Kerdis"]),
        ("Ann Clanton spoke. The Clantons left.", ("clantons",), ["Clantons"]),
        ("Ian H. Orme spoke.", ("ian", "h"), ["Ian H. Orme"]),
        ("Donald Orme came. Donald Orme Jr. spoke.", ("orme", "jr"), ["Donald Orme Jr."]),
    ],
)
def test_whom_a_short_name_means(text: str, words: tuple[str, ...], names: list[str]) -> None:
    assert meant(text, *words) == names


@pytest.mark.parametrize(
    ("word", "other", "family", "slip"),
    [
        ("bennet", "bennett", True, True),
        ("dorjek", "dorzhek", True, True),
        ("smith", "smyth", True, True),
        ("kerry", "perry", False, False),
        ("marin", "maron", True, False),
        ("clantons", "clanton", False, False),
    ],
)
def test_spellings_of_a_family_name(word: str, other: str, family: bool, slip: bool) -> None:
    assert (one_family(word, other), one_slip(word, other)) == (family, slip)
