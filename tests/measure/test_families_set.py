"""The benchmark of families: what is printed of some invented debates, and its measures beside slow twins."""

import random
from collections import defaultdict
from datetime import date
from functools import cache
from itertools import combinations, product
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.measure.debates import write_debates

from onrecord.errors import InputError, UnreadableInput
from onrecord.measure import FamilySet, make_family_set, score_families
from onrecord.measure.families import agreeing_pairs, bcubed
from onrecord.measure.tracing.occasions import half_of, last_name, read_occasions
from onrecord.measure.tracing.printings import WAYS
from onrecord.words import words

SIZE = 600


@pytest.fixture(scope="module")
def debates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_debates(tmp_path_factory.mktemp("debates"))


@pytest.fixture(scope="module")
def made(debates: Path, tmp_path_factory: pytest.TempPathFactory) -> FamilySet:
    return make_family_set(debates, tmp_path_factory.mktemp("set"), size=SIZE, seed=3)


@pytest.fixture(scope="module")
def families(made: FamilySet) -> dict[str, list[dict[str, Any]]]:
    """The printings of each family, with what is true of them."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for quote, truth in zip(_rows(made.quotes), _rows(made.truth), strict=True):
        assert quote["id"] == truth["id"]
        found[truth["family"]].append(quote | truth)
    return found


def _rows(path: Path) -> list[dict[str, Any]]:
    return [msgspec.json.decode(line) for line in path.read_bytes().splitlines()]


@cache
def _keys(text: str) -> list[str]:
    return [word.key for word in words(text)]


def _day(row: dict[str, Any]) -> int | None:
    return date.fromisoformat(row["published"]).toordinal() if "published" in row else None


def _run(one: str, other: str) -> int:
    """The longest run of words that two texts share, by trying."""
    first, second = _keys(one), f" {' '.join(_keys(other))} "
    longest = 0
    for start in range(len(first)):
        while f" {' '.join(first[start : start + longest + 1])} " in second and start + longest < len(first):
            longest += 1
    return longest


def test_as_many_printings_as_asked(made: FamilySet, families: dict[str, Any]) -> None:
    assert sum(made.printings.values()) == SIZE == sum(map(len, families.values()))
    assert sum(made.families.values()) == len(families)


def test_same_seed_same_bytes(made: FamilySet, debates: Path, tmp_path: Path) -> None:
    again = make_family_set(debates, tmp_path / "again", size=SIZE, seed=3)
    assert again.quotes.read_bytes() == made.quotes.read_bytes()
    assert again.truth.read_bytes() == made.truth.read_bytes()


def test_every_case_and_nearly_every_way_is_there(made: FamilySet, families: dict[str, Any]) -> None:
    assert set(made.printings) == {"plain", "stump", "slogan", "phrase", "sibling"}
    kinds = {row["kind"] for rows in families.values() for row in rows}
    assert kinds <= set(WAYS)
    assert len(kinds) >= len(WAYS) - 2


def test_an_utterance_is_printed_within_ten_days(families: dict[str, Any]) -> None:
    for rows in families.values():
        days = [day for row in rows if (day := _day(row)) is not None]
        assert not days or max(days) - min(days) < 10


def test_an_utterance_has_one_speaker_and_an_article_one_date(families: dict[str, Any]) -> None:
    articles: dict[str, set[str | None]] = defaultdict(set)
    for rows in families.values():
        assert len({last_name(row["speaker"]) for row in rows if "speaker" in row}) <= 1
        for row in rows:
            articles[row["article"]].add(row.get("published"))
    assert all(len(dates) == 1 for dates in articles.values())


def test_what_says_little_has_words_enough(families: dict[str, Any]) -> None:
    for rows in families.values():
        for row in rows:
            known = ("speaker" in row) + ("published" in row)
            assert len(_keys(row["text"])) >= (8, 4, 3)[known]


def test_what_speaker_and_date_do_not_tell_apart_the_words_do(
    families: dict[str, list[dict[str, Any]]],
) -> None:
    """Pair by pair: of two families, less than half of the shorter printing and less than eight words in a row."""
    met = 0
    for one, other in combinations(families.values(), 2):
        for first, second in product(one, other):
            speakers = [last_name(row["speaker"]) for row in (first, second) if "speaker" in row]
            days = [day for row in (first, second) if (day := _day(row)) is not None]
            if len(set(speakers)) == 2 or (len(days) == 2 and abs(days[0] - days[1]) >= 21):
                continue
            met += 1
            run = _run(first["text"], second["text"])
            assert run < 8
            if len(speakers) == 2 or len(days) == 2:
                shorter = min(len(_keys(first["text"])), len(_keys(second["text"])))
                assert run < 3 or 2 * run <= shorter
    assert met > 1_000


def test_the_printings_of_a_family_hang_together(families: dict[str, Any]) -> None:
    for rows in families.values():
        reached, left = [rows[0]], list(rows[1:])
        while True:
            near = [row for row in left if any(_run(row["text"], one["text"]) >= 3 for one in reached)]
            if not near:
                break
            reached += near
            left = [row for row in left if row not in near]
        assert not left


@pytest.mark.parametrize(("case", "apart"), [("stump", 21), ("slogan", 0)])
def test_the_same_words_are_there_on_other_days_and_by_other_speakers(
    families: dict[str, list[dict[str, Any]]], case: str, apart: int
) -> None:
    groups = [rows for rows in families.values() if rows[0]["case"] == case]
    met = 0
    for one, other in combinations(groups, 2):
        if max(_run(first["text"], second["text"]) for first, second in product(one, other)) < 8:
            continue
        met += 1
        names = {last_name(rows[0]["speaker"]) for rows in (one, other)}
        between = min(abs((_day(first) or 0) - (_day(second) or 0)) for first, second in product(one, other))
        assert len(names) == 2 if not apart else between >= apart
    assert met


def test_the_halves_share_no_day(debates: Path, tmp_path: Path) -> None:
    days = {half: {one.day for one in read_occasions(debates, half=half)} for half in ("first", "second")}
    assert days["first"]
    assert days["second"]
    assert not days["first"] & days["second"]
    assert days["first"] | days["second"] == {one.day for one in read_occasions(debates)}
    assert all(half_of(day) == half for half, some in days.items() for day in some)


def test_undated_transcripts_are_left_out(debates: Path) -> None:
    assert "undated.txt" not in {one.path for one in read_occasions(debates)}


def test_a_folder_without_transcripts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("No turns, no date.", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="dated transcripts"):
        make_family_set(tmp_path, tmp_path / "set")


def test_a_folder_that_holds_something_is_left_alone(debates: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    with pytest.raises(InputError, match="not empty"):
        make_family_set(debates, tmp_path)


@pytest.mark.parametrize(
    ("found", "precision", "recall"),
    [
        ({"a": 1, "b": 1, "c": 2, "d": 3}, 1.0, 1.0),
        ({"a": 1, "b": 1, "c": 1, "d": 1}, (2 / 4 + 2 / 4 + 1 / 4 + 1 / 4) / 4, 1.0),
        ({"a": 1, "b": 2, "c": 3, "d": 4}, 1.0, (1 / 2 + 1 / 2 + 1 + 1) / 4),
        ({"b": 2, "c": 2, "d": 3}, (1 + 1 / 2 + 1 / 2 + 1) / 4, (1 / 2 + 1 / 2 + 1 + 1) / 4),
    ],
)
def test_scores_of_four_printings(
    tmp_path: Path, found: dict[str, int], precision: float, recall: float
) -> None:
    truth = {"a": "x", "b": "x", "c": "y", "d": "z"}
    encoder = msgspec.json.Encoder()
    lines = [{"id": id, "family": family, "kind": "whole", "case": "plain"} for id, family in truth.items()]
    (tmp_path / "truth.jsonl").write_bytes(encoder.encode_lines(lines))
    answers = [{"id": id, "family": family} for id, family in found.items()]
    (tmp_path / "found.jsonl").write_bytes(encoder.encode_lines(answers))
    scores = score_families(tmp_path / "truth.jsonl", tmp_path / "found.jsonl")
    assert scores.bcubed.precision == pytest.approx(precision)
    assert scores.bcubed.recall == pytest.approx(recall)
    assert scores.kinds == {"whole": scores.bcubed} == {"whole": scores.cases["plain"]}
    assert scores.unanswered == 4 - len(found)
    assert f"{scores.bcubed.f1:.4f}" in scores.table()


LABELS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=25)


@given(LABELS)
def test_bcubed_is_what_its_definition_says(labels: list[tuple[int, int]]) -> None:
    truth = {str(at): true for at, (true, _) in enumerate(labels)}
    found = {str(at): label for at, (_, label) in enumerate(labels)}
    for id, (precision, recall) in bcubed(truth, found).items():
        together = {other for other in truth if found[other] == found[id]}
        belongs = {other for other in truth if truth[other] == truth[id]}
        assert precision == len(together & belongs) / len(together)
        assert recall == len(together & belongs) / len(belongs)


@given(LABELS)
def test_pairs_are_what_counting_them_gives(labels: list[tuple[int, int]]) -> None:
    truth = {str(at): true for at, (true, _) in enumerate(labels)}
    found = {str(at): label for at, (_, label) in enumerate(labels)}
    pairs = list(combinations(truth, 2))
    true = {pair for pair in pairs if truth[pair[0]] == truth[pair[1]]}
    put = {pair for pair in pairs if found[pair[0]] == found[pair[1]]}
    scores = agreeing_pairs(truth, found)
    assert scores.count == len(true)
    assert scores.precision == (len(true & put) / len(put) if put else 1.0)
    assert scores.recall == (len(true & put) / len(true) if true else 1.0)


@pytest.mark.parametrize("way", WAYS)
def test_a_way_prints_from_its_base(way: str) -> None:
    """What is printed keeps half of its base's words, in order or nearly; the base is a part of the utterance."""
    text = (
        "We have two ferries and it is a shame, you know, that they don't sail when the wind is up, "
        "because this town will not be a town without them and I want people to get home."
    )
    make, _ = WAYS[way]
    chance = random.Random(1)
    made = [printed for _ in range(50) if (printed := make(text.split(), chance)) is not None]
    assert made
    for printed in made:
        assert set(_keys(printed.base)) <= set(_keys(text))
        kept = [key for key in _keys(printed.text) if key in _keys(printed.base)]
        assert 2 * len(kept) >= len(_keys(printed.base))
