"""The apparatus: letters for outlets, a base text with its numbers, and the variants of each place."""

import pytest

from onrecord.check.documents import document_from_text
from onrecord.formats import lineage_apparatus
from onrecord.formats.lineage_apparatus import MOST_PLACES, MOST_WORDS, apparatus_of, level_of, sigla_of
from onrecord.trace.lineage import lineage
from onrecord.traces import ApparatusPlace, Member, Printing, Variant, Version, When

SAID = "We count every cart that waits at the weir, and we do so before the bread is across."


def member(outlet: str | None, id: str = "1") -> Member:
    return Member(id=id, text="", outlet=outlet, when=When())


def test_each_outlet_has_letters_of_its_own() -> None:
    names = [
        "The Causeway",
        "Courier",
        "Causeway Letter",
        "The Causeway",
        "Cabin",
        "صحيفة الميناء",
        "Paper 7",
    ]
    names += ["Post 7", "…", "P", "P!"]
    letters = {name: row.letters for name, row in sigla_of([member(name) for name in names]).items()}
    assert len(set(letters.values())) == len(set(names))
    assert letters["The Causeway"] == "C"
    assert letters["Courier"] == "Co"
    assert letters["Causeway Letter"] == "CL"
    assert letters["صحيفة الميناء"] == "ص"
    assert letters["Post 7"] == "P7"


def test_very_many_outlets_of_one_name_are_numbered() -> None:
    found = sigla_of([member(f"O{number}") for number in range(300)])
    assert len({row.letters for row in found.values()}) == 300


@pytest.mark.parametrize(
    ("kept", "level"),
    [(0, "none"), (1, "few"), (3, "few"), (4, "some"), (7, "most"), (9, "most"), (10, "all")],
)
def test_how_many_keep_a_word_is_told_in_five_steps(kept: int, level: str) -> None:
    assert level_of(kept, 10) == level


def test_a_place_has_its_lemma_and_who_reads_what() -> None:
    texts = {
        "Wire": SAID,
        "Courier": SAID.replace("cart", "wagon"),
        "Letter": SAID.replace(" at the weir", ""),
    }
    texts["Review"] = "every cart that waits at the weir, and we do so before the bread is across."
    found = lineage(
        [Printing(id=name, text=text, outlet=name) for name, text in texts.items()],
        documents=[document_from_text(SAID, path="address.txt")],
    )
    members = {row.id: row for row in found.members}
    shown = apparatus_of(found.versions[0], sigla_of(found.members), members)
    told = [
        (row.numbers, row.words, [(one.words or one.note, one.sigla) for one in row.readings])
        for row in shown.lemmas
    ]
    assert told == [
        ("1–2", "We count", [("begins after it", ("R",))]),
        ("4", "cart", [("wagon", ("C",))]),
        ("7–9", "at the weir", [("left out", ("L",))]),
    ]
    assert "".join(row.words + row.space for row in shown.text) == SAID
    assert [row.number for row in shown.text if row.number] == [5, 10, 15]
    assert {row.level for row in shown.text} == {"most", "all"}


def test_a_long_text_and_many_places_are_bounded() -> None:
    words = tuple(f"word{number}" for number in range(2 * MOST_WORDS))
    places = tuple(
        ApparatusPlace(
            words=(at, at + 1),
            reads=words[at],
            variants=(Variant(kind="wording", reads="x", printings=tuple(range(50))),),
        )
        for at in range(MOST_PLACES + 7)
    )
    version = Version(
        of=0,
        is_document=False,
        text=" ".join(words),
        words=words,
        kept=(1,) * len(words),
        printings=50,
        apparatus=places,
    )
    members = {number: member(f"Outlet {number}", str(number)) for number in range(50)}
    shown = apparatus_of(version, sigla_of(list(members.values())), members)  # type: ignore[arg-type]
    assert shown.cut
    assert shown.more == 7
    assert sum(len(row.words.split()) for row in shown.text) == MOST_WORDS
    reading = shown.lemmas[0].readings[0]
    assert len(reading.sigla) + reading.more == 50
    assert len(reading.sigla) == lineage_apparatus.MOST_SIGLA
