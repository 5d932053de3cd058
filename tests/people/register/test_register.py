"""The register across articles; every person and outlet here is invented."""

import itertools

import pytest

from onrecord.errors import BadRegister
from onrecord.people.register import Naming, Register, naming_key
from onrecord.people.register.choosing import MOST_COMPARED


def naming(
    name: str, article: str, *descriptions: str, year: str = "2024", kind: str = "person", **rest: object
) -> Naming:
    return Naming(name=name, article=article, descriptions=descriptions, published=year, kind=kind)  # type: ignore[arg-type]


SPELLINGS = [
    ("Ilyan Dorzhek", "Ilian Dorjek"),
    ("Ilyan Dorzhek", "Ильян Доржек"),
    ("Siobhán Núñez", "Siobhan Nunez"),
    ("Mara Ellen Quist", "Mara E. Quist"),
    ("Tobias Renn Jr.", "Tobias Renn"),
    ("Dorzhek Ilyan", "Ilyan Dorzhek"),
    ("Wendeline Croy", "Wendeline Croy-Ballantrae"),
]


@pytest.mark.parametrize(("first", "second"), SPELLINGS)
def test_two_spellings_are_one_entry_with_a_reason(first: str, second: str) -> None:
    register = Register()
    one = register.enrol(naming(first, "a", "mayor of Lowfield"))
    other = register.enrol(naming(second, "b", "mayor of Lowfield"))
    assert one is not None
    assert other is not None
    assert one.id == other.id
    assert set(other.aliases) == {first, second}
    assert other.merges[0].why
    assert other.merges[0].naming == naming_key(other.namings[1])


def test_one_story_in_two_papers_has_one_speaker_of_a_name() -> None:
    register = Register()
    for article, told in (("a", "Lowfield mayor"), ("b", "who runs the ferry"), ("c", "")):
        descriptions = (told,) if told else ()
        register.enrol(
            Naming(
                name="Ilyan Dorzhek",
                article=article,
                descriptions=descriptions,
                published="2024-03-12",
                beside=("Hester Vannick", "Corin Halm"),
            )
        )
    assert len(register) == 1


def test_namesakes_of_other_fields_and_countries_are_two() -> None:
    register = Register()
    register.enrol(naming("John Lewis", "a", "Welsh rugby player", year="1971"))
    register.enrol(naming("John Lewis", "b", "congressman from Georgia", year="2019"))
    assert len(register) == 2


def test_the_same_article_again_changes_nothing() -> None:
    register = Register()
    first = register.enrol(naming("Mara Quist", "a"))
    assert register.enrol(naming("Mara Quist", "a")) == first
    assert len(register.entries[0].namings) == 1


def test_a_naming_that_two_entries_fit_as_well_is_left_open() -> None:
    register = Register()
    register.enrol(naming("John Lewis", "a", "Welsh rugby player", year="1971"))
    register.enrol(naming("John Lewis", "b", "congressman from Georgia", year="2019"))
    likely = register.likely(naming("John Lewis", "c", year="1995"))
    assert {found.entry.namings[0].article for found in likely} == {"a", "b"}


def test_groups_join_by_their_name_alone() -> None:
    register = Register()
    first = register.enrol(naming("Lowfield Water Board", "a", kind="group"))
    assert register.enrol(naming("Lowfield water board", "b", kind="group")) is not None
    assert register.enrol(naming("Lowfield Fire Board", "c", kind="group")) is not None
    assert first is not None
    assert [len(entry.namings) for entry in register.entries] == [2, 1]


def test_nobody_unnamed_is_in_the_register() -> None:
    assert Register().enrol(naming("an aide", "a", kind="unnamed")) is None
    assert Register().enrol(naming("…", "a")) is None


def test_a_merge_is_undone_and_stays_undone() -> None:
    register = Register()
    register.enrol(naming("Mara Quist", "a", "mayor of Lowfield"))
    second = naming("Mara Quist", "b", "mayor of Lowfield")
    entry = register.enrol(second)
    assert entry is not None
    kept, parted = register.split(entry.id, [naming_key(second)])
    assert [one.article for one in kept.namings] == ["a"]
    assert [one.article for one in parted.namings] == ["b"]
    assert kept.id == entry.id != parted.id
    again = Register(register.entries)
    assert again.entries == register.entries
    assert kept.id not in {found.entry.id for found in again.likely(second)}


def test_the_first_naming_too_can_be_parted() -> None:
    register = Register()
    first = naming("Mara Quist", "a")
    register.enrol(first)
    entry = register.enrol(naming("Mara Quist", "b"))
    assert entry is not None
    kept, parted = register.split(entry.id, [naming_key(first)])
    assert (kept.namings[0].article, parted.namings[0].article) == ("b", "a")
    assert kept.id != parted.id
    assert kept.merges == ()


def test_two_entries_are_joined_by_hand_with_the_reason() -> None:
    register = Register()
    one = register.enrol(naming("Mara Quist", "a"))
    other = register.enrol(naming("Mara Ballantrae", "b"))
    assert one is not None
    assert other is not None
    joined = register.join(one.id, other.id, "she married in 2023")
    assert (joined.id, len(register), joined.aliases) == (one.id, 1, ("Mara Ballantrae", "Mara Quist"))
    assert (joined.merges[0].by, joined.merges[0].why) == ("hand", ("she married in 2023",))
    assert register.enrol(naming("Mara Ballantrae", "c")) == register.get(one.id)


@pytest.mark.parametrize("names", [["c"], []])
def test_a_split_that_would_leave_nothing_is_refused(names: list[str]) -> None:
    register = Register()
    entry = register.enrol(naming("Mara Quist", "a"))
    assert entry is not None
    with pytest.raises(BadRegister):
        register.split(entry.id, names)
    with pytest.raises(BadRegister):
        register.split(entry.id, [naming_key(entry.namings[0])])
    with pytest.raises(BadRegister, match="no speaker"):
        register.get("speaker:nobody")


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "name",
    [
        "A" * 10_000,
        "Ann " * 2_500,
        "é" * 10_000,
        "李" * 10_000,
        "\u202eAnn Quillwick",
        "A-" * 5_000,
        "‘’",
        "Ann\x00Quillwick",
    ],
)
def test_strange_names_are_taken_in(name: str) -> None:
    register = Register()
    first = register.enrol(naming(name, "a"))
    assert register.enrol(naming(name, "b")) == (register.entries[0] if first else None)


@pytest.mark.timeout(300)
def test_five_thousand_people_are_told_apart() -> None:
    syllables = ("Ba", "Co", "Di", "Fu", "Ga", "Ho", "Ki", "Lu", "Mo", "Ne")
    register = Register()
    for number in range(5_000):
        word = "".join(syllables[int(digit)] for digit in f"{number:04}").capitalize()
        register.enrol(naming(f"{word} {word[::-1].capitalize()}", "a"))
    assert len(register) > 4_900


@pytest.mark.parametrize("name", ["Zora Quill", "Z. Quill", "Zora B. Quill", "Quill, Zora", "Zora Quill-Osk"])
def test_the_likest_of_very_many_of_one_last_name_are_compared(name: str) -> None:
    register = Register()
    for letters in itertools.product("bdgkmnprst", "aeiou", "gkmnst"):
        given = "".join(letters).title()
        register.enrol(Naming(name=f"{given} Quill", article=given))
    assert len(register) > 1.5 * MOST_COMPARED
    entry = register.enrol(Naming(name="Zora Quill", article="the last"))
    assert entry is not None
    assert entry.id in [likely.entry.id for likely in register.likely(Naming(name=name, article="another"))]
