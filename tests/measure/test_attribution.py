"""The table of attributions, on small values and, where the corpus lies beside, against the corpus's own script."""

import contextlib
import io
import json
import random
import sys
from pathlib import Path

import pytest

from onrecord.measure import Attribution, GoldArticle, attributed, read_split, score

TEXT = 'Odile Brandt said "the sluice is shut". Amsel hoped the yard would open.'
BRANDT = Attribution(source=((0, 12),), cue=((13, 17),), content=((18, 38),))
AMSEL = Attribution(source=((40, 45),), cue=((46, 51),), content=((52, 71),))
GOLD = GoldArticle(id="a", text=TEXT, attributions=(BRANDT, AMSEL))


def right(name: str, *predicted: Attribution) -> tuple[int, int, int]:
    count = score([GOLD], {"a": predicted})[name]
    return count.right, count.predicted, count.gold


def test_all_found_is_all_right() -> None:
    assert {count.f1 for count in score([GOLD], {"a": (BRANDT, AMSEL)}).counts} == {1.0}


def test_an_article_without_predictions_counts_as_none() -> None:
    assert {count.f1 for count in score([GOLD], {}).counts} == {0.0}
    assert score([GOLD], {})["found"].gold == 2


@pytest.mark.parametrize(
    ("content", "found"),
    [((19, 37), 1), ((19, 29), 1), ((19, 22), 0), ((18, 39), 1), ((37, 39), 0)],
    ids=["marks do not count", "half is enough", "less is not", "a stop does not count", "no word at all"],
)
def test_contents_are_paired_by_the_words_they_share(content: tuple[int, int], found: int) -> None:
    assert right("found", Attribution(content=(content,)))[0] == found


def test_a_wrong_source_is_found_but_not_attributed() -> None:
    guess = Attribution(source=((40, 45),), content=BRANDT.content)
    assert right("found", guess) == (1, 1, 2)
    assert right("attributed", guess) == (0, 1, 2)


def test_quoted_lines_count_only_contents_with_marks() -> None:
    assert right("quoted attributed", BRANDT, AMSEL) == (1, 1, 1)


def test_a_gold_line_is_paired_once() -> None:
    assert right("found", BRANDT, BRANDT) == (1, 2, 2)


def test_attributed_says_which_predictions_are_right() -> None:
    empty = Attribution(content=((37, 38),))
    assert attributed(GOLD, (empty, AMSEL, Attribution(content=BRANDT.content))) == [False, True, False]


def perturbed(article: GoldArticle, chance: random.Random) -> list[Attribution]:
    """The gold lines, some dropped, doubled, moved, cut, split or given to another source."""
    lines: list[Attribution] = []
    for one in article.attributions:
        start, end = one.content[0]
        moved = (max(0, start + chance.randint(-30, 30)), end + chance.randint(0, 30))
        choices = [
            [],
            [one],
            [one],
            [one, one],
            [Attribution(source=one.source, cue=one.cue, content=(moved,))],
            [Attribution(source=(), cue=one.cue, content=one.content)],
            [Attribution(source=one.cue, cue=one.source, content=one.content[:1])],
            [Attribution(source=one.source, content=((start, (start + end) // 2),))],
            [
                Attribution(
                    source=one.source, content=((start, (start + end) // 2), ((start + end) // 2, end))
                )
            ],
            [Attribution(source=((start, end),), content=((end, end + 2),))],
        ]
        lines += chance.choice(choices)
    return [line for line in lines if line.content and all(start < end for start, end in line.content)]


@pytest.fixture
def peer(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """The corpus's own measuring script."""
    monkeypatch.syspath_prepend(str(corpus / "bench"))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    return __import__("score")


@pytest.mark.corpus
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_ours_and_the_corpus_script_agree(corpus: Path, peer: object, tmp_path: Path, seed: int) -> None:
    folder, chance = corpus / "data" / "polnear", random.Random(seed)
    gold = list(read_split(folder, "dev"))
    predicted = {article.id: perturbed(article, chance) for article in gold if chance.random() > 0.05}
    rows = [
        {
            "id": stem,
            "attributions": [{"source": a.source, "cue": a.cue, "content": a.content} for a in lines],
        }
        for stem, lines in predicted.items()
    ]
    path = tmp_path / "predicted.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        peer.main(str(folder), "dev", str(path))  # type: ignore[attr-defined]
    assert score(gold, predicted).table() == printed.getvalue().rstrip("\n")


@pytest.mark.corpus
@pytest.mark.parametrize("split", ["train", "dev"])
def test_the_gold_is_read_as_the_corpus_script_reads_it(corpus: Path, peer: object, split: str) -> None:
    folder = corpus / "data" / "polnear"
    theirs = [
        (stem, text, [(a.source, a.cue, a.content) for a in lines])
        for stem, text, lines in peer.load(str(folder), split)  # type: ignore[attr-defined]
    ]
    ours = [
        (a.id, a.text, [(list(x.source), list(x.cue), list(x.content)) for x in a.attributions])
        for a in read_split(folder, split)
    ]
    assert ours == theirs
