"""Names that may be one person's, and names that may not; the people are invented or names only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.people.register.variants import MOST_WORDS, keys, likeness, parse

ALIKE = [
    ("Ilyan Dorzhek", "Ilyan Dorzhek", "same"),
    ("Ilyan Dorzhek", "Ilian Dorjek", "transliteration"),
    ("Ilyan Dorzhek", "Ильян Доржек", "transliteration"),
    ("Oleksandr Tarenko", "Олександр Таренко", "transliteration"),
    ("Karim al-Doury", "كريم الدوري", "transliteration"),
    ("Siobhán Núñez", "Siobhan Nunez", "accents"),
    ("Mara E. Quist", "Mara Ellen Quist", "initials"),
    ("M. E. Quist", "Mara Ellen Quist", "initials"),
    ("Bill Carrowby", "William Carrowby", "nickname"),
    ("Zbig Carrowby", "Zbigniew Carrowby", "nickname"),
    ("Han Sora-min", "Sora-min Han", "order"),
    ("Quist, Mara", "Mara Quist", "same"),
    ("Ludo van der Meulen", "Ludo Vandermeulen", "spelling"),
    ("Ludo van der Meulen", "Ludo Meulen", "same"),
    ("Tobias Renn Jr.", "Tobias Renn", "suffix"),
    ("Mara Ellen Quist", "Mara Quist", "shortened"),
    ("Wendeline Croy-Ballantrae", "Wendeline Croy", "shortened"),
    ("Sir Tobias Renn, PhD", "Tobias Renn", "same"),
    ("Tobias Carroway", "Tobias Carrowey", "transliteration"),
    ("Quist", "Mara Quist", "shortened"),
    ("Teng Hsiao-lan", "Deng Xiaolan", "transliteration"),
    ("Pak Chong-su", "Park Chung-soo", "transliteration"),
    ("Nadir Haddad", "نادر حداد", "transliteration"),
    ("Amir Golan", "אמיר גולן", "transliteration"),
    ("Michail Chodorenkow", "Mikhail Khodorenkov", "transliteration"),
    ("Marten Du Bellis", "Marten DuBellis", "spelling"),
    ("J. R. Carroway", "James Renfrew Carroway", "initials"),
]
UNLIKE = [
    ("Mara Quist", "Carl Quist"),
    ("Oleksandr Tarenko", "Oleksandra Tarenko"),
    ("Daniel Quist", "Daniela Quist"),
    ("Tobias H. W. Renn", "Tobias W. Renn"),
    ("Tobias Renn Jr.", "Tobias Renn III"),
    ("Tobias Renn Sr.", "Tobias Renn"),
    ("Mara Ellen Quist", "Mara Jane Quist"),
    ("Mara Quist", "Mara Ballantrae"),
    ("Steven Hawling", "Steven Woznick"),
    ("Han Chan-mo", "Han Chung-min"),
    ("Ivana Carroway", "Ivanka Carroway"),
    ("Tobias Renn", "Tobias Rennaker"),
    ("Will Carroway", "F. W. Carroway"),
    ("נ", "Nadir Haddad"),
    ("", "Mara Quist"),
    ("…", "—"),
]


@pytest.mark.parametrize(("first", "second", "kind"), ALIKE)
def test_variants_are_told_by_their_kind(first: str, second: str, kind: str) -> None:
    like = likeness(first, second)
    assert like is not None
    assert like.kind == kind
    assert 0 < like.strength <= 1
    assert like.why


@pytest.mark.parametrize(("first", "second"), UNLIKE)
def test_two_people_are_not_alike(first: str, second: str) -> None:
    assert likeness(first, second) is None


@pytest.mark.parametrize(("first", "second", "_kind"), ALIKE)
def test_alike_names_share_a_key_to_be_looked_up_by(first: str, second: str, _kind: str) -> None:
    assert keys(first) & keys(second)


def test_a_family_name_alone_says_little() -> None:
    alone, full = likeness("Quist", "Mara Quist"), likeness("Mara Quist", "Mara Quist")
    assert alone is not None
    assert full is not None
    assert alone.strength < 0.5 < full.strength


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "name", ["A" * 10_000, "Ann " * 5_000, "李" * 10_000, "é\u0301" * 5_000, "A." * 5_000, "-" * 10_000]
)
def test_a_name_of_any_length_is_parsed_to_a_few_words(name: str) -> None:
    assert len(parse(name).words) <= MOST_WORDS
    likeness(name, name[::-1])


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_does_not_depend_on_the_order(first: str, second: str) -> None:
    one, other = likeness(first, second), likeness(second, first)
    assert (one and (one.kind, one.strength)) == (other and (other.kind, other.strength))
