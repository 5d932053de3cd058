"""The pinned share of right acts on gold attributions of train articles, labelled by hand (`training/acts.jsonl`).

The labels are positions without words: the k-th attribution of an article, what it does, whether the text denies it.
They are a random sample, with more of those that have a negation near them. The floors may only go up.
"""

from pathlib import Path

import pytest

from onrecord.measure import evaluate_acts

LABELS = Path(__file__).resolve().parents[2] / "training" / "acts.jsonl"


@pytest.mark.corpus
def test_train_acts_stay_above_their_floor(corpus: Path) -> None:
    found = evaluate_acts(corpus / "data" / "polnear", "train", LABELS, gold=True)
    assert (found.share_right >= 0.985, found.statement.f1 >= 0.99, found.negated.f1 >= 0.95) == (
        True,
        True,
        True,
    ), found.table()
