"""The benchmark of copies: the articles that it writes, held against their own words, and its scores by hand."""

from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner

from onrecord.cli import onrecord
from onrecord.errors import InputError, UnreadableInput
from onrecord.measure import CopySet, evaluate_copies, make_copy_set, score_copies
from onrecord.measure.tracing.prose import Prose
from onrecord.measure.tracing.reprints import KINDS, shares
from onrecord.model import Article
from onrecord.read import read_article
from onrecord.words import words

SIZE = 500
SEED = 4
SHINGLE = 5


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> CopySet:
    return make_copy_set(tmp_path_factory.mktemp("copies") / "set", size=SIZE, seed=SEED)


@pytest.fixture(scope="module")
def articles(made: CopySet) -> dict[str, Article]:
    found = {}
    for path in sorted(made.articles.rglob("*.*")):
        article, failures = read_article(path.read_bytes(), path=str(path))
        assert not failures
        assert article.id is not None
        found[article.id] = article
    return found


@pytest.fixture(scope="module")
def truths(made: CopySet) -> list[dict[str, Any]]:
    return _rows(made.truth)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [msgspec.json.decode(line) for line in path.read_bytes().splitlines()]


def _shares(articles: dict[str, Article]) -> dict[tuple[str, str], float]:
    """Of every pair that has a shingle in common, the share of the shorter text's shingles, as they were read."""
    sets, holders = {}, defaultdict(list)
    for id, article in sorted(articles.items()):
        keys = [word.key for word in words(article.text or "")]
        sets[id] = set(zip(*(keys[at:] for at in range(SHINGLE)), strict=False))
        for shingle in sets[id]:
            holders[shingle].append(id)
    common = Counter(
        (one, other) for ids in holders.values() for at, one in enumerate(ids) for other in ids[at + 1 :]
    )
    return {
        (one, other): count / min(len(sets[one]), len(sets[other])) for (one, other), count in common.items()
    }


def test_as_many_articles_as_asked(made: CopySet, articles: dict[str, Article]) -> None:
    assert made.count == SIZE == len(articles)
    assert all(article.text and article.title for article in articles.values())


def test_same_seed_same_bytes(made: CopySet, tmp_path: Path) -> None:
    again = make_copy_set(tmp_path / "again", size=SIZE, seed=SEED)
    for path in made.articles.rglob("*.*"):
        assert (again.articles / path.relative_to(made.articles)).read_bytes() == path.read_bytes()
    assert again.truth.read_bytes() == made.truth.read_bytes()


def test_another_seed_another_set(made: CopySet, tmp_path: Path) -> None:
    other = make_copy_set(tmp_path / "other", size=20, seed=SEED + 1)
    assert not {path.read_bytes() for path in other.articles.rglob("*.*")} & {
        path.read_bytes() for path in made.articles.rglob("*.*")
    }


def test_the_truth_is_what_the_articles_as_read_have_in_common(
    articles: dict[str, Article], truths: list[dict[str, Any]]
) -> None:
    """Copies share half or more, all others three tenths or less; a notice below moves it by a tenth."""
    shares = _shares(articles)
    copies = {(one["a"], one["b"]) for one in truths if one["copy"]}
    assert len(copies) > 50
    assert copies == {pair for pair, share in shares.items() if share > 0.4}
    assert not [share for share in shares.values() if 0.32 < share < 0.48]
    for one in truths:
        assert one["a"] < one["b"]
        assert shares[one["a"], one["b"]] == pytest.approx(one["shared"], abs=0.12)


def test_reports_of_one_event_are_no_copies(truths: list[dict[str, Any]]) -> None:
    events = [one for one in truths if one["kind"] == "event"]
    assert len(events) > 5
    assert not any(one["copy"] for one in events)
    assert all(0.15 < one["shared"] <= 0.3 for one in events)


@pytest.mark.parametrize(
    ("kind", "pairs"),
    [
        ("whole", 1),
        ("edited", 1),
        ("framed", 1),
        ("partial", 1),
        ("brief", 1),
        ("reworded", 1),
        ("chain", 3),
        ("wire", 21 * 20 // 2),
    ],
)
def test_each_kind_of_reprint_shares_half_or_more_and_is_not_the_same_again(kind: str, pairs: int) -> None:
    plant, _ = KINDS[kind]
    prose = Prose(SEED)
    groups = [plant(prose) for _ in range(5)]
    for drafts in groups:
        found = shares(drafts)
        assert len(found) == pairs
        assert min(found.values()) >= 0.5
    same = [drafts[0].body == drafts[1].body for drafts in groups]
    assert all(same) if kind == "whole" else not all(same)


def test_the_earlier_date_is_the_original(articles: dict[str, Article], truths: list[dict[str, Any]]) -> None:
    met = 0
    for one in truths:
        first, second = _day(articles[one["a"]]), _day(articles[one["b"]])
        if one["direction"] and first and second and first != second:
            met += 1
            assert (first < second) == (one["direction"] == "a<b")
    assert met > 20


def test_who_acknowledges_names_the_outlet_of_the_original(
    articles: dict[str, Article], made: CopySet, truths: list[dict[str, Any]]
) -> None:
    """An outlet is called "The Somewhere Post", and no other page has that name in its text."""
    met: Counter[bool] = Counter()
    for one in truths:
        if one["direction"] is None:
            continue
        ids = (one["a"], one["b"]) if one["direction"] == "a<b" else (one["b"], one["a"])
        original, reprint = (_file(articles[id]) for id in ids)
        met[one["acknowledged"]] += 1
        outlet = original.partition("| ")[2].partition("</title>")[0] or _head(original)
        assert (outlet in reprint) == one["acknowledged"], (original, reprint)
    assert met[True] > 10
    assert met[False] > 10


def _day(article: Article) -> date | None:
    value = article.published.value if article.published else None
    return date.fromisoformat(value[:10]) if value else None


def _file(article: Article) -> str:
    assert article.path is not None
    return Path(article.path).read_text(encoding="utf-8")


def _head(text: str) -> str:
    """The outlet in the third paragraph of a page of text: before the date, where it has one."""
    return text.split("\n\n")[2].partition(",")[0]


@pytest.fixture
def answered(tmp_path: Path) -> Path:
    """The truth of five pairs: three copies, of which one is a sibling, and two that are none."""
    rows = [
        ("a", "b", "whole", True, "a<b", True),
        ("c", "d", "partial", True, "b<a", False),
        ("e", "f", "wire", True, None, None),
        ("g", "h", "event", False, None, None),
        ("i", "j", "event", False, None, None),
    ]
    names = ("a", "b", "kind", "copy", "direction", "acknowledged")
    lines = [dict(zip(names, row, strict=True)) | {"shared": 0.9} for row in rows]
    (tmp_path / "truth.jsonl").write_bytes(msgspec.json.Encoder().encode_lines(lines))
    return tmp_path


@pytest.mark.parametrize(
    ("found", "right", "wrong", "direction", "acknowledged"),
    [
        ([], 0, {}, (0, 0, 0), (0, 0, 0)),
        ([("a", "b", "a<b", True)], 1, {}, (1, 1, 1), (1, 1, 1)),
        ([("b", "a", "b<a", True)], 1, {}, (1, 1, 1), (1, 1, 1)),
        ([("a", "b", "b<a", False)], 1, {}, (1, 1, 0), (1, 1, 0)),
        ([("b", "a", "a<b", None)], 1, {}, (1, 1, 0), (1, 0, 0)),
        ([("a", "b", None, None), ("c", "d", "b<a", False)], 2, {}, (2, 1, 1), (2, 1, 1)),
        ([("e", "f", "a<b", True)], 1, {}, (0, 0, 0), (0, 0, 0)),
        ([("g", "h", None, None)], 0, {"event": 1}, (0, 0, 0), (0, 0, 0)),
        (
            [("a", "c", None, None), ("h", "g", None, None)],
            0,
            {"event": 1, "unrelated": 1},
            (0,) * 3,
            (0,) * 3,
        ),
        ([("a", "b", None, None), ("b", "a", None, None)], 1, {}, (1, 0, 0), (1, 0, 0)),
    ],
)
def test_scores_of_five_pairs(
    answered: Path,
    found: list[tuple[Any, ...]],
    right: int,
    wrong: dict[str, int],
    direction: tuple[int, int, int],
    acknowledged: tuple[int, int, int],
) -> None:
    lines = [dict(zip(("a", "b", "direction", "acknowledged"), row, strict=True)) for row in found]
    (answered / "found.jsonl").write_bytes(msgspec.json.Encoder().encode_lines(lines))
    scores = score_copies(answered / "truth.jsonl", answered / "found.jsonl")
    total = right + sum(wrong.values())
    assert (scores.right, scores.found, scores.true, scores.wrong) == (right, total, 3, wrong)
    assert scores.precision == (right / total if total else 1.0)
    assert scores.recall == right / 3
    assert scores.f1 == pytest.approx(2 * right / (total + 3))
    assert sum(hits for hits, _ in scores.kinds.values()) == right
    for told, expected in ((scores.direction, direction), (scores.acknowledged, acknowledged)):
        assert (told.known, told.told, told.right) == expected
    assert f"F1 {scores.f1:.4f}" in scores.table()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    with pytest.raises(InputError, match="not empty"):
        make_copy_set(tmp_path, size=5)


def test_a_folder_without_a_set_is_refused(tmp_path: Path, answered: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"truth\.jsonl cannot be opened"):
        evaluate_copies(tmp_path / "none")
    with pytest.raises(UnreadableInput, match="holds no articles"):
        evaluate_copies(answered)


def test_a_line_of_another_form_is_named(answered: Path) -> None:
    (answered / "found.jsonl").write_text('{"a": "a", "b": "b"}\n\n{"a": "a"}\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"line 3 of .*found\.jsonl"):
        score_copies(answered / "truth.jsonl", answered / "found.jsonl")


def test_the_command_makes_a_set_and_scores_the_answers_of_any_tool(tmp_path: Path) -> None:
    made = CliRunner().invoke(
        onrecord, ["eval", "copies", "--make", str(tmp_path / "set"), "--size", "150", "--seed", "3"]
    )
    assert made.exit_code == 0, made.output
    assert made.stdout.startswith("150 articles with ")
    truth = _rows(tmp_path / "set" / "truth.jsonl")
    (tmp_path / "found.jsonl").write_bytes(
        msgspec.json.Encoder().encode_lines([one for one in truth if one["copy"]])
    )
    command = ["eval", "copies", str(tmp_path / "set"), "--found", str(tmp_path / "found.jsonl")]
    scored = CliRunner().invoke(onrecord, command)
    assert scored.exit_code == 0
    assert "F1 1.0000" in scored.stdout
    assert scored.stdout.endswith("wrong: none\n")


@pytest.mark.parametrize("arguments", [[], ["DIR", "--make", "NEW"]])
def test_either_a_set_or_a_new_one(tmp_path: Path, arguments: list[str]) -> None:
    places = {"DIR": str(tmp_path), "NEW": str(tmp_path / "new")}
    result = CliRunner().invoke(onrecord, ["eval", "copies", *(places.get(one, one) for one in arguments)])
    assert result.exit_code == 2
    assert "--make" in result.stderr
