"""The benchmark of checks: quotes cut from a small invented hearing, and what is said to be true of each."""

import random
from pathlib import Path
from typing import Any

import msgspec
import pytest

from onrecord.errors import InputError, UnreadableInput
from onrecord.measure.check import score_checks
from onrecord.measure.check_set import CheckSet, make_check_set
from onrecord.words import words

OPENINGS = (
    "The harbour wall at Oster Bay has stood for ninety years and it will not stand for another ten",
    "We paid four million crowns for a ferry that never sailed in anything stronger than a light breeze",
    "I don't think the council understood what the engineers wrote about the northern pier",
    "Every winter the water comes over the quay, and every spring we repair the same seventeen steps",
    "If the minister wants to close the school on Tern Island, she should come and say so in person",
    "Our neighbours at the cannery lost three hundred jobs, but nobody from the ministry called them",
    "The labor agreement is clear, you know, and it is the only agreement that both sides have signed",
    "You cannot run a lighthouse without a keeper unless you are ready to pay for the machine",
    "My grandmother sold herring on this square, and she would be ashamed of the prices we ask today",
    "It's a modest plan with modest costs, and we are going to finish it before the autumn storms",
)
ADDITIONS = (
    "That is what the figures from the harbour office say",
    "Nobody on this panel has shown me a better one",
    "We do not have the money to do it twice",
    "The fishermen were asked last, as they always are",
    "I have said so in every meeting since 2009",
    "There were 48 letters from families on the island",
    "The old bridge was closed for only two weeks",
    "They will never agree to a toll on the ferry",
    "A good pump costs less than a good lawyer",
    "We were told that the report would be ready in May",
)
SPEAKERS = ("MR. HALVORSEN", "MS. OKONJO", "DR. PRYCE", "COUNCILLOR LINDQVIST")
TOPICS = (
    "dredging", "mooring", "lantern", "granite", "tariff", "herring", "ledger", "pension", "orchard", "turbine",
    "gravel", "postal", "choir", "archive", "salmon", "tunnel", "market", "clinic", "library", "railway",
)  # fmt: skip


def _hearing(seed: int) -> str:
    """A hearing of some 2,000 words, in turns, with questions, scene notes and paragraphs."""
    chance = random.Random(seed)
    lines = [f"Hearing of the Oster Bay council, sitting {seed}", ""]
    for turn in range(34):
        asks = turn % 3 == 0
        label = "QUESTION" if asks else chance.choice(SPEAKERS)
        said = []
        for _ in range(chance.randint(2, 5)):
            topic, other = chance.sample(TOPICS, 2)
            said.append(
                f"{chance.choice(OPENINGS)}, and the {topic} office in sitting {chance.randint(11, 99)} knew it."
            )
            said.append(
                f"{chance.choice(ADDITIONS)}, with the {other} rules of {chance.randint(1950, 2015)} in hand."
            )
        if asks:
            said.append(f"What would you tell the people of the {chance.choice(TOPICS)} quarter?")
        middle = len(said) // 2
        note = " (Laughter.)" if chance.random() < 0.2 else ""
        lines += [f"{label}: {' '.join(said[:middle])}{note}", "", " ".join(said[middle:]), ""]
    return "\n".join(lines)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [msgspec.json.decode(line) for line in path.read_bytes().splitlines()]


def _keys(text: str) -> list[str]:
    return [word.key for word in words(text)]


@pytest.fixture(scope="module")
def hearings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hearings")
    (folder / "spring").mkdir()
    for seed in range(12):
        (folder / ("spring" if seed % 2 else ".") / f"sitting{seed:02}.txt").write_text(
            _hearing(seed), encoding="utf-8", newline=""
        )
    return folder


@pytest.fixture(scope="module")
def made(hearings: Path, tmp_path_factory: pytest.TempPathFactory) -> CheckSet:
    return make_check_set(hearings, tmp_path_factory.mktemp("set"), quotes=400, seed=7)


@pytest.fixture(scope="module")
def rows(made: CheckSet) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return list(zip(_rows(made.quotes), _rows(made.truth), strict=True))


def _slices(made: CheckSet, truth: dict[str, Any]) -> list[str]:
    texts = []
    for place in truth["all_places"]:
        text = (made.documents / place["path"]).read_bytes().decode("utf-8")
        texts.append(text[slice(*place["span"])])
    return texts


def test_as_many_quotes_as_asked(made: CheckSet, rows: list[Any]) -> None:
    assert len(rows) == 400 == sum(made.kinds.values())


def test_one_in_ten_is_held_out(made: CheckSet) -> None:
    copies = [path for path in made.documents.rglob("*") if path.is_file()]
    assert (made.held_out, made.searched, len(copies)) == (1, 11, 11)


def test_same_seed_same_bytes(made: CheckSet, hearings: Path, tmp_path: Path) -> None:
    again = make_check_set(hearings, tmp_path / "again", quotes=400, seed=7)
    assert again.quotes.read_bytes() == made.quotes.read_bytes()
    assert again.truth.read_bytes() == made.truth.read_bytes()


def test_another_seed_another_set(made: CheckSet, hearings: Path, tmp_path: Path) -> None:
    other = make_check_set(hearings, tmp_path / "other", quotes=60, seed=8)
    assert other.quotes.read_bytes() != made.quotes.read_bytes()[: other.quotes.stat().st_size]


def test_verbatim_quotes_hold_the_words_of_each_place(made: CheckSet, rows: list[Any]) -> None:
    plain = [
        (quote, truth)
        for quote, truth in rows
        if truth["kind"] in {"verbatim_medium", "noise", "verbatim_short"}
    ]
    assert plain
    for quote, truth in plain:
        for text in _slices(made, truth):
            assert _keys(text) == _keys(quote["text"])


def test_altered_quotes_stand_nowhere(made: CheckSet, rows: list[Any]) -> None:
    documents = [
        " ".join(_keys(path.read_bytes().decode())) for path in made.documents.rglob("*") if path.is_file()
    ]
    changed = [q["text"] for q, t in rows if t["verdict"] == "altered" and "[" not in q["text"]]
    assert len(changed) > 50
    for text in changed:
        assert not any(" ".join(_keys(text)) in document for document in documents)


def test_absent_quotes_name_no_place(rows: list[Any]) -> None:
    assert all(
        (truth["document"] is None) == (truth["verdict"] == "not_found") == (not truth["all_places"])
        for _, truth in rows
    )


@pytest.mark.parametrize(
    ("kind", "verdict", "flag"),
    [
        ("verbatim_sentence", "verbatim", None),
        ("noise", "verbatim", None),
        ("bracket_replaces", "edited", None),
        ("bracket_swallows", "edited", "gap_negation"),
        ("ellipsis_inside", "edited", None),
        ("ellipsis_swallows", "edited", "gap_negation"),
        ("ellipsis_far", "edited", "far_apart"),
        ("drop", "altered", None),
        ("drop_many", "spliced", None),
        ("insertion", "altered", None),
        ("swap", "altered", None),
        ("number", "altered", "number_changed"),
        ("not_dropped", "altered", "negation_changed"),
        ("bracket_and_not", "altered", "negation_changed"),
        ("ellipsis_and_number", "altered", "number_changed"),
        ("contraction_undone", "altered", "transcription_only"),
        ("filler_added", "altered", "transcription_only"),
        ("splice_far", "spliced", None),
        ("reordered", "spliced", "reordered"),
        ("reordered_with_ellipsis", "spliced", "reordered"),
        ("other_speaker", "verbatim", "other_speaker"),
        ("from_question", "verbatim", "other_speaker"),
    ],
)
def test_kinds_have_their_verdict_and_flag(
    rows: list[Any], kind: str, verdict: str, flag: str | None
) -> None:
    truths = [truth for _, truth in rows if truth["kind"] == kind]
    assert truths
    assert {truth["verdict"] for truth in truths} == {verdict}
    assert flag is None or all(flag in truth["flags"] for truth in truths)


def test_several_places_are_ambiguous(rows: list[Any]) -> None:
    assert all(
        ("ambiguous" in truth["flags"]) == (len(truth["all_places"]) > 1)
        for quote, truth in rows
        if len(_keys(quote["text"])) > 2
    )


def test_dropped_words_stand_in_the_place(made: CheckSet, rows: list[Any]) -> None:
    gaps = [(truth, text) for _, truth in rows for text in truth["dropped"]]
    assert gaps
    for truth, text in gaps:
        assert any(text in place for place in _slices(made, truth))


def test_a_full_folder_is_refused(hearings: Path) -> None:
    with pytest.raises(InputError, match="name a new folder"):
        make_check_set(hearings, hearings, quotes=10)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b"too short to cut from"])
def test_a_folder_without_transcripts_is_refused(tmp_path: Path, content: bytes | None) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    if content is not None:
        (folder / "a.txt").write_bytes(content)
    with pytest.raises(UnreadableInput, match="name a folder"):
        make_check_set(folder, tmp_path / "out", quotes=10)


# Scoring


def _answers(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_bytes(msgspec.json.Encoder().encode_lines(rows))
    return path


def _as_answer(truth: dict[str, Any]) -> dict[str, Any]:
    place = truth["document"]
    return {
        "id": truth["id"],
        "verdict": truth["verdict"],
        "flags": truth["flags"],
        "document": place and {"path": f"some/folder/{place['path']}", "span": place["span"]},
        "dropped": truth["dropped"],
    }


def test_the_truth_scores_in_full(made: CheckSet, rows: list[Any], tmp_path: Path) -> None:
    found = _answers(tmp_path / "found.jsonl", [_as_answer(truth) for _, truth in rows])
    scores = score_checks(made.truth, found)
    assert (scores.verdict_right, scores.place_exact, scores.errors, scores.called_faithful) == (
        1.0,
        1.0,
        (),
        (),
    )
    assert all(flag.precision == flag.recall == 1.0 for flag in scores.flags)


def test_an_altered_quote_called_verbatim_is_counted(made: CheckSet, rows: list[Any], tmp_path: Path) -> None:
    answers = [_as_answer(truth) for _, truth in rows]
    at = next(n for n, (_, truth) in enumerate(rows) if truth["verdict"] == "altered")
    answers[at]["verdict"] = "verbatim"
    scores = score_checks(made.truth, _answers(tmp_path / "found.jsonl", answers))
    assert scores.called_faithful == (answers[at]["id"],)
    assert scores.errors[0].wrong == ("verdict",)


def test_a_place_one_character_off_is_wrong(made: CheckSet, rows: list[Any], tmp_path: Path) -> None:
    answers = [_as_answer(truth) for _, truth in rows]
    at = next(n for n, (_, truth) in enumerate(rows) if truth["document"])
    start, end = answers[at]["document"]["span"]
    answers[at]["document"]["span"] = [start, end - 1]
    scores = score_checks(made.truth, _answers(tmp_path / "found.jsonl", answers))
    assert scores.placed - scores.place_right == 1
    assert scores.errors[0].wrong == ("place",)


def test_flags_given_and_missed_are_counted(made: CheckSet, rows: list[Any], tmp_path: Path) -> None:
    answers = [_as_answer(truth) for _, truth in rows]
    for answer in answers:
        answer["flags"] = ["narration"]
    scores = score_checks(made.truth, _answers(tmp_path / "found.jsonl", answers))
    flags = {flag.flag: flag for flag in scores.flags}
    assert flags["narration"].wrong == len(rows)
    assert flags["cut_end"].recall == 0.0


def test_what_is_not_answered_is_wrong(made: CheckSet, tmp_path: Path) -> None:
    scores = score_checks(made.truth, _answers(tmp_path / "found.jsonl", []))
    assert (scores.unanswered, scores.right) == (400, 0)
    assert "unanswered 400" in scores.table()


def test_a_line_of_another_form_is_named(made: CheckSet, tmp_path: Path) -> None:
    found = tmp_path / "found.jsonl"
    found.write_bytes(b'{"id": "q000000", "verdict": "perhaps"}\n')
    with pytest.raises(InputError, match="line 1 of"):
        score_checks(made.truth, found)
