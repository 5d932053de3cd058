"""The linking of speakers to the authorities of a file."""

import pytest

from onrecord.people.authority import Authorities, Authority, Link
from onrecord.people.authority.folding import folded

FOLDS = [
    ("Orla QUILLTON", "orla quillton"),
    ("Zéphine Ødegård-Łuk", "zephine odegard luk"),
    ("O’Brien", "obrien"),
    ("O'Brien", "obrien"),
    ("O´Brien", "obrien"),
    ("J. R. Marl", "j r marl"),
    ("J.R. Marl", "j r marl"),
    ("  Marl,\tJr. ", "marl jr"),
    ("Ｏｒｌａ", "orla"),
    ("Straße", "strasse"),
    ("İvo", "ivo"),
    ("Or\u00adla", "orla"),
    ("Ορλα Κουίλ", "ορλα κουιλ"),
    ("राम", "राम"),
    ("محمّد", "محمد"),
    ("…", ""),
    ("x" * 1_001, ""),
]


@pytest.mark.parametrize(("name", "form"), FOLDS)
def test_names_are_folded(name: str, form: str) -> None:
    assert folded(name) == form


SENATOR = Authority(
    id="Q1",
    label="Ivo Thistlewick",
    aliases=("Ivo T. Wick", "The Wick"),
    descriptions=("American politician, senator for Texas",),
    born="1952-03-11",
)
GOLFER = Authority(id="Q2", label="Ivo Thistlewick", descriptions=("Scottish golfer",), born="1980")
BISHOP = Authority(
    id="Q3", label="Ivo Thistlewick", descriptions=("Scottish bishop",), born="1611", died="1680-05-02"
)
CLUB = Authority(id="Q4", label="Quillton Rowers", kind="group", descriptions=("Welsh sports club",))
ALL = (SENATOR, GOLFER, BISHOP, CLUB)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Ivo Thistlewick", ["Q1", "Q2", "Q3"]),
        ("IVO THISTLEWÍCK", ["Q1", "Q2", "Q3"]),
        ("ivo t wick", ["Q1"]),
        ("Thistlewick", []),
        ("", []),
        ("x" * 10_000, []),
    ],
)
def test_candidates_have_the_very_name(name: str, ids: list[str]) -> None:
    assert [entry.id for entry in Authorities(ALL).candidates(name)] == ids


# name, aliases, descriptions, dates -> who is meant, where that is sure
LINKS: dict[str, tuple[tuple[Authority, ...], str, list[str], list[str], list[str], str | None]] = {
    "a label that one alone has": ((SENATOR,), "Ivo Thistlewick", [], [], [], "Q1"),
    "an alias that one alone has": (ALL, "Ivo T. Wick", [], [], [], "Q1"),
    "a group": (ALL, "Quillton Rowers", [], [], [], "Q4"),
    "one word of a person": ((Authority(id="Q5", label="Thistlewick"),), "Thistlewick", [], [], [], None),
    "nobody's name": (ALL, "Bram Harrow", [], [], [], None),
    "namesakes and nothing known": (ALL, "Ivo Thistlewick", [], [], [], None),
    "namesakes by words": (ALL, "Ivo Thistlewick", [], ["the Texas senator"], [], "Q1"),
    "namesakes by field": (ALL, "Ivo Thistlewick", [], ["the golf champion"], ["2016-09-01"], "Q2"),
    "words that two share": (ALL, "Ivo Thistlewick", [], ["a Scottish man"], [], None),
    "words, and who is long dead": (ALL, "Ivo Thistlewick", [], ["a Scottish man"], ["2016-09-01"], "Q2"),
    "life dates alone": ((GOLFER, BISHOP), "Ivo Thistlewick", [], [], ["2016-09-01"], "Q2"),
    "before the others were born": ((GOLFER, BISHOP), "Ivo Thistlewick", [], [], ["1650"], "Q3"),
    "alive together": ((SENATOR, GOLFER), "Ivo Thistlewick", [], [], ["2016"], None),
    "long dead and still quoted": (ALL, "Ivo Thistlewick", [], ["the Scottish bishop"], ["2016-09-01"], "Q3"),
    "long dead and nothing else": ((BISHOP,), "Ivo Thistlewick", [], [], ["2016-09-01"], None),
    "nothing alike": ((SENATOR,), "Ivo Thistlewick", [], ["a plumber from Leeds"], [], None),
    "another name": (ALL, "Ivo Thistlewick", ["Ivo T. Wick"], [], [], "Q1"),
    "dates that are none": ((SENATOR,), "Ivo Thistlewick", [], [], ["soon"], "Q1"),
}


@pytest.mark.parametrize(
    ("entries", "name", "aliases", "descriptions", "dates", "meant"), LINKS.values(), ids=LINKS
)
def test_who_is_meant(
    entries: tuple[Authority, ...],
    name: str,
    aliases: list[str],
    descriptions: list[str],
    dates: list[str],
    meant: str | None,
) -> None:
    link = Authorities(entries).link(name, aliases, descriptions, dates)
    assert (link.id if link else None) == meant


def test_agreeing_words_make_it_surer_and_are_told() -> None:
    alone = Authorities([SENATOR]).link("Ivo Thistlewick")
    agreeing = Authorities([SENATOR]).link("Ivo Thistlewick", descriptions=["Texas senator"], dates=["2016"])
    assert alone == Link(
        id="Q1",
        label="Ivo Thistlewick",
        confidence=0.62,
        reasons=("for: label “ivo thistlewick” is the name", "nobody else in the file has the name"),
    )
    assert agreeing is not None
    assert agreeing.confidence >= 0.9
    assert "for: both: senator" in agreeing.reasons
    assert "for: alive in 2016" in agreeing.reasons


def test_all_who_could_be_meant_are_weighed() -> None:
    weighed = Authorities(ALL).weigh(
        "Ivo Thistlewick", descriptions=["Scottish golfer"], dates=["2016-09-01"]
    )
    assert [link.id for link in weighed] == ["Q2", "Q1", "Q3"]
    assert sum(link.confidence for link in weighed) <= 1.0
    assert "against: the first article is of 2016, 336 years after the death in 1680" in weighed[2].reasons


def test_a_shared_alias_never_links_alone_even_where_the_others_are_ruled_out() -> None:
    first = Authority(id="Q1", label="Bram Harrow", aliases=("B. Harrow",))
    second = Authority(id="Q2", label="Britt Harrow", aliases=("B Harrow",), born="2010")
    file = Authorities([first, second])
    assert file.link("B. Harrow", dates=["1990"]) is None
    assert file.weigh("B. Harrow", dates=["1990"])[0].confidence > 0.55
    assert Authorities([first]).link("B. Harrow", dates=["1990"]) is not None


def test_a_person_is_no_group() -> None:
    assert Authorities(ALL).link("Quillton Rowers", kind="person") is None
    assert Authorities(ALL).link("Quillton Rowers", kind="group") is not None


def test_a_name_of_thousands_is_unsure_in_good_time() -> None:
    many = Authorities(Authority(id=f"Q{number}", label="Ivo Thistlewick") for number in range(100_000))
    assert len(many.candidates("Ivo Thistlewick")) == 100_000
    assert many.link("Ivo Thistlewick", descriptions=["senator"]) is None
