"""The authority builder on a dump of true shape, made by `dump.py` together with what must come of each line."""

import bz2
import gzip
import io
import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.people.authority import Authorities, Authority, Redirect, load_authorities, to_line
from onrecord.people.authority.calendars import from_julian
from onrecord.people.authority.wikidata import ORGANISATIONS, Skipped, build_authorities

from .dump import ALIASES, LANGUAGE, Made, as_dump, make
from .shapes import entity, item, moment, statement

LINES = 1_700
Found = list[Authority | Redirect | Skipped]


@pytest.fixture(scope="module")
def made() -> list[Made]:
    return make(20_240_607, LINES)


def build(data: bytes, *, organisations: bool = False) -> Found:
    return list(
        build_authorities(io.BytesIO(data), language=LANGUAGE, aliases=ALIASES, organisations=organisations)
    )


def dump_of(*entities: object) -> bytes:
    return b"[\n" + b",\n".join(json.dumps(each).encode() for each in entities) + b"\n]\n"


def wanted(made: list[Made], *, organisations: bool = False) -> list[Authority | str]:
    """What must come of each line that says something, in order."""
    results = [one.organised or one.result if organisations else one.result for one in made]
    return [result for result in results if result is not None]


def told(found: Found) -> list[Authority | str]:
    return [one.reason if isinstance(one, Skipped) else one for one in found if not isinstance(one, Redirect)]


def test_the_dump_holds_every_shape(made: list[Made]) -> None:
    shapes = Counter(one.shape for one in made)
    assert len(made) >= 1_200
    assert len(shapes) >= 45
    assert min(shapes.values()) >= 3


def test_every_line_gives_what_it_was_made_from(made: list[Made]) -> None:
    found = build(as_dump(made))
    moved = {key: value for one in made for key, value in one.moved}
    ends = [value for value in moved.values() if value == "redirect to nothing kept"]
    assert told(found) == wanted(made) + ends
    assert {one for one in found if isinstance(one, Redirect)} == {
        value for value in moved.values() if isinstance(value, Redirect)
    }


def test_organisations_are_kept_where_they_are_wanted(made: list[Made]) -> None:
    groups = [one for one in build(as_dump(made), organisations=True) if getattr(one, "kind", "") == "group"]
    assert groups == [one.organised for one in made if one.organised]


def test_every_failed_line_is_told_by_its_number(made: list[Made]) -> None:
    failed = {one.line for one in build(as_dump(made)) if isinstance(one, Skipped) and one.problem}
    assert failed == {number for number, one in enumerate(made, start=2) if one.result == "broken line"}


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress], ids=["gzip", "bzip2"])
def test_a_packed_dump_gives_the_same(made: list[Made], pack: Callable[[bytes], bytes]) -> None:
    data = as_dump(made[:200])
    assert build(pack(data)) == build(data)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress], ids=["gzip", "bzip2"])
def test_a_packed_dump_that_is_cut_short_gives_what_stands_before(
    made: list[Made], pack: Callable[[bytes], bytes]
) -> None:
    data = pack(as_dump(made))
    found = build(data[: len(data) * 2 // 3])
    kept = [one for one in found if isinstance(one, Authority)]
    assert kept == [one.result for one in made if isinstance(one.result, Authority)][: len(kept)]
    assert any(isinstance(one, Skipped) and "cut short" in (one.problem or "") for one in found)


def test_what_is_built_is_loaded_without_a_broken_line(made: list[Made], tmp_path: Path) -> None:
    file = tmp_path / "people.jsonl"
    built = [one for one in build(as_dump(made)) if not isinstance(one, Skipped)]
    file.write_bytes(b"".join(map(to_line, built)))
    entries, problems = load_authorities(file)
    assert not [problem for problem in problems if problem.dropped]
    authorities = Authorities(entries)
    for one in built:
        found = authorities.get(one.id)
        assert found is not None
        assert found.label == one.label if isinstance(one, Authority) else found.id == one.redirect


def damaged(chance: random.Random, data: bytes) -> bytes:
    """The bytes with a few of them changed, lost or doubled."""
    hurt = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(hurt))
        hurt[place : place + chance.choice([0, 1, 1, 200])] = chance.choice(
            [b"", b"\n", b"\0", b'"', b"[", b"\xff", b"-1"]
        )
    return bytes(hurt)


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress], ids=["plain", "gzip", "bzip2"])
def test_damage_anywhere_is_told_and_nothing_breaks(made: list[Made], pack: Callable[[bytes], bytes]) -> None:
    chance = random.Random(7)
    whole = [one for one in made if one.result != "broken line"][:40]
    data = pack(as_dump(whole))
    before = Counter(map(repr, told(build(data))))
    for _ in range(60):
        after = Counter(map(repr, told(build(damaged(chance, data)))))
        assert (
            not before - after or after - before
        )  # whatever is gone has left a reason, or stands there changed


def test_the_same_dump_gives_the_same_bytes(made: list[Made]) -> None:
    first, second = (
        [to_line(one) for one in build(as_dump(made)) if not isinstance(one, Skipped)] for _ in range(2)
    )
    assert first == second


def test_chains_of_redirects_lead_to_who_was_kept() -> None:
    data = dump_of(
        {"entity": "Q10", "redirect": "Q11"},
        {"entity": "Q11", "redirect": "Q12"},
        entity("Q12", "Orla Quillton"),
        {"entity": "Q13", "redirect": "Q14"},
        {"entity": "Q14", "redirect": "Q13"},
    )
    found = build(data)
    assert [one for one in found if isinstance(one, Redirect)] == [
        Redirect(id="Q10", redirect="Q12"),
        Redirect(id="Q11", redirect="Q12"),
    ]
    assert told(found)[1:] == ["redirect to nothing kept"] * 2


def test_an_array_that_never_closes_is_said() -> None:
    found = build(b"[\n" + json.dumps(entity("Q12", "Orla Quillton")).encode() + b",\n")
    assert isinstance(found[0], Authority)
    problem = "the dump ends without its closing ]: it is cut short; fetch it again"
    assert found[1:] == [Skipped(3, "broken line", problem)]


@pytest.mark.parametrize(
    ("before", "after"),
    [(b"[", b"]"), (b"\xef\xbb\xbf[\r\n", b"\r\n]\r\n"), (b"", b"\n"), (b"[\n\n", b",\n\n]")],
)
def test_brackets_and_line_ends_may_stand_anyhow(before: bytes, after: bytes) -> None:
    line = json.dumps(entity("Q12", "Orla Quillton")).encode()
    assert build(before + line + after) == [Authority(id="Q12", label="Orla Quillton")]


def test_a_line_of_any_length_costs_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.people.authority.wikidata.LONGEST_ENTITY", 2_000)
    found = build(dump_of(entity("Q11", "x" * 500_000), entity("Q12", "Orla Quillton")))
    assert isinstance(found[0], Skipped)
    assert "longer than 2,000 bytes" in (found[0].problem or "")
    assert found[1:] == [Authority(id="Q12", label="Orla Quillton")]


def test_a_preferred_date_that_is_unknown_gives_no_other() -> None:
    births = [statement("P569", "somevalue", "preferred"), statement("P569", moment("+1950-01-02T00:00:00Z"))]
    claims = {"P31": [item("P31", "Q5")], "P569": births}
    assert build(dump_of(entity("Q12", "Orla Quillton", claims=claims))) == [
        Authority(id="Q12", label="Orla Quillton")
    ]


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1582, 10, 5), (1582, 10, 15)),  # the day of the reform
        ((1900, 2, 29), (1900, 3, 13)),  # a leap day in one calendar alone
        ((1918, 1, 31), (1918, 2, 13)),  # the last Julian day of Russia
        ((200, 3, 1), (200, 3, 1)),
        ((4, 3, 1), (4, 2, 28)),
        ((-43, 3, 15), (-43, 3, 13)),  # the Ides of March, 44 BCE
        ((-4712, 1, 1), (-4713, 11, 24)),  # day 0 of the Julian day numbers
    ],
)
def test_julian_days_of_history(julian: tuple[int, int, int], gregorian: tuple[int, int, int]) -> None:
    assert from_julian(*julian) == gregorian


def test_the_classes_of_organisations_are_documented() -> None:
    page = (Path(__file__).resolve().parents[3] / "docs" / "authority.md").read_text(encoding="utf-8")
    assert [name for name, label in ORGANISATIONS.items() if f"{label} ({name})" not in page] == []
