"""The reliability table of confidences."""

import pytest

from onrecord.measure import GoldArticle, confidence_pairs, reliability
from onrecord.measure.polnear import Attribution
from onrecord.model import Article, Quotation, Record


def test_bins_hold_their_share_of_right_ones() -> None:
    table = reliability([(0.92, True), (0.98, True), (0.15, False), (0.15, True), (1.0, False)])
    assert [one.number for one in table.bins] == [0, 2, 0, 0, 0, 0, 0, 0, 0, 3]
    assert table.bins[1].right == 0.5
    assert table.bins[9].confidence == pytest.approx(2.9 / 3)
    assert table.error == pytest.approx((2 * 0.35 + 3 * (2.9 / 3 - 2 / 3)) / 5)


@pytest.mark.parametrize(
    ("pairs", "auroc"),
    [
        ([(0.9, True), (0.1, False)], 1.0),
        ([(0.1, True), (0.9, False)], 0.0),
        ([(0.5, True), (0.5, False)], 0.5),
        ([(0.9, True), (0.5, True), (0.5, False), (0.1, False)], 0.875),
        ([(0.9, True)], None),
        ([], None),
    ],
)
def test_auroc_is_the_chance_that_right_ranks_above_wrong(
    pairs: list[tuple[float, bool]], auroc: float | None
) -> None:
    assert reliability(pairs).auroc == auroc


def test_the_table_leaves_empty_bins_out() -> None:
    lines = reliability([(0.95, True)]).table().splitlines()
    assert [line.split()[0] for line in lines] == ["confidence", "0.9", "all"]


def test_pairs_leave_nested_rows_and_other_fields_out() -> None:
    gold = GoldArticle(id="a", text="one two three", attributions=(Attribution(content=((0, 7),)),))
    rows = [
        Quotation(id="1", kind="indirect", content=((0, 7),), confidence=0.9, by="test/1"),
        Quotation(id="2", kind="indirect", content=((8, 13),), confidence=0.4, by="test/1"),
        Quotation(id="3", kind="direct", content=((0, 3),), parent="1", confidence=0.3, by="test/1"),
        Quotation(id="4", kind="direct", content=((0, 3),), field="title", confidence=0.2, by="test/1"),
    ]
    record = Record(article=Article(text=gold.text), quotations=tuple(rows))
    assert confidence_pairs(gold, record) == [(0.9, True), (0.4, False)]
