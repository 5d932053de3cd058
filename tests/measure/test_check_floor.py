"""The pinned floor of the check: on quotes cut from real transcripts it may only get better."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.check.index import Index, index_files
from onrecord.check.quote import check_passage
from onrecord.findings import FAITHFUL
from onrecord.measure import evaluate_checks, make_check_set

# Raise them with the check, never lower them without saying why in the changelog.
VERDICT_FLOOR = 0.995
PLACE_FLOOR = 0.994
FLAG_FLOOR = 0.975
MOST_FAITHFUL_MISSED = 0.002
FEWEST_OF_A_FLAG = 50
QUOTES = 2_500


@pytest.mark.corpus
@pytest.mark.timeout(900)
def test_the_figures_on_made_quotes_do_not_fall(corpus: Path, tmp_path: Path) -> None:
    make_check_set(corpus / "data" / "transcripts", tmp_path / "set", quotes=QUOTES, seed=7)
    scores = evaluate_checks(tmp_path / "set")
    assert scores.quotes == QUOTES
    assert scores.called_faithful == ()
    assert scores.verdict_right >= VERDICT_FLOOR
    assert len(scores.faithful_missed) <= MOST_FAITHFUL_MISSED * scores.faithful
    assert scores.place_exact >= PLACE_FLOOR
    for flag in scores.flags:
        if flag.right + flag.missed >= FEWEST_OF_A_FLAG:
            assert flag.precision >= FLAG_FLOOR, flag
            assert flag.recall >= FLAG_FLOOR, flag


@pytest.fixture(scope="module")
def transcripts(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    paths = sorted(str(path) for path in (corpus / "data" / "transcripts").rglob("*.txt"))
    with index_files(paths, folder=tmp_path_factory.mktemp("index") / "transcripts") as index:
        yield index


@pytest.mark.corpus
@pytest.mark.timeout(600)
def test_real_quotations_are_found_in_their_transcripts(corpus: Path, transcripts: Index) -> None:
    """310 pairs with the same words, 142 where they differ; of those, two only by a hyphen or initials' stops."""
    polnear = corpus / "data" / "polnear"
    verdicts: Counter[tuple[str, str]] = Counter()
    for line in (polnear / "real_pairs.jsonl").read_text("utf-8").splitlines():
        pair = json.loads(line)
        text = (polnear / pair["article"]).read_bytes().decode()[slice(*pair["span"])]
        verdict = check_passage(text, transcripts, versions=False).verdict
        verdicts[pair["words_match"], verdict] += 1
    faithful = sum(
        count for (kind, verdict), count in verdicts.items() if kind == "same" and verdict in FAITHFUL
    )
    assert faithful >= 308
    assert verdicts["differ", "not_found"] <= 2
    assert verdicts["differ", "verbatim"] <= 2
