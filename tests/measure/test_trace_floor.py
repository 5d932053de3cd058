"""The pinned floors of the trace: on printings of real transcripts, and on made articles, it may only get better."""

from pathlib import Path

import pytest

from onrecord.measure import evaluate_copies, evaluate_families, make_copy_set, make_family_set

# Raise them with the trace, never lower them without saying why in the changelog.
FAMILIES_F1_FLOOR = 0.989
FAMILIES_PRECISION_FLOOR = 0.999
COPIES_F1_FLOOR = 0.995
DIRECTION_FLOOR = 0.957
ACKNOWLEDGED_FLOOR = 0.93
PRINTINGS, ARTICLES, SEED = 4_000, 2_000, 7


@pytest.mark.corpus
@pytest.mark.timeout(600)
def test_the_figures_of_families_do_not_fall(corpus: Path, tmp_path: Path) -> None:
    make_family_set(corpus / "data" / "transcripts", tmp_path / "set", size=PRINTINGS, seed=SEED)
    scores = evaluate_families(tmp_path / "set")
    assert scores.printings == PRINTINGS
    assert scores.unanswered == 0
    assert scores.bcubed.f1 >= FAMILIES_F1_FLOOR
    assert scores.bcubed.precision >= FAMILIES_PRECISION_FLOOR


@pytest.mark.timeout(600)
def test_the_figures_of_copies_do_not_fall(tmp_path: Path) -> None:
    made = make_copy_set(tmp_path / "set", size=ARTICLES, seed=SEED)
    scores = evaluate_copies(tmp_path / "set")
    assert made.count == ARTICLES
    assert scores.f1 >= COPIES_F1_FLOOR
    assert scores.direction.right >= DIRECTION_FLOOR * scores.direction.known
    assert scores.acknowledged.right >= ACKNOWLEDGED_FLOOR * scores.acknowledged.known
