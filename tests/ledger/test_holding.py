"""Texts that hold a run of words are found among very many too, where only the telling runs are looked for."""

import pytest
from tests.ledger.written import make_record

from onrecord.ledger import holding
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.terms import words_of

COMMON = "it is what it is and that is that for now"
STEPS = ((1_000, 10), (8, 20), (5, 20), (4, 30))


@pytest.fixture(params=[0, 25, 10_000], ids=["none common", "some common", "all common"])
def crowded(ledger: Ledger, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Ledger:
    """A ledger that is taken for a large one: the common words come first, in most of its articles."""
    monkeypatch.setattr(holding, "LARGE", 5)
    monkeypatch.setattr(holding, "COMMON", request.param)
    for number in range(8):
        text = (
            f"{COMMON}. The boat number {number} came in and it is now at the quay with its {number}0 crates."
        )
        ledger.keep(make_record(text, path=f"{number}.txt"))
    said = "we counted every wagon at the weir before the bread was let across"
    ledger.keep(make_record(f"They said {said} again.", path="said.txt"))
    return ledger


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("we counted every wagon at the weir before the bread was let across", True),
        ("we counted every lorry at the weir before the bread was let across", True),  # lorry is in no text
        ("we counted every crates at the weir before the bread was let across", True),
        ("we counted every wagon at the quay before the bread was let through", True),
        ("the bread was let", True),
        ("nobody has ever said such things here", False),
        ("weir the at wagon every counted we", False),
    ],
)
def test_a_text_is_found_by_the_runs_that_tell(crowded: Ledger, words: str, found: bool) -> None:
    with crowded.read() as connection:
        numbers = set(holding.holding(connection, "articles", [words_of(words)], STEPS, most_runs=48))
    assert (9 in numbers) == found


def test_words_that_all_have_find_the_newest(crowded: Ledger) -> None:
    with crowded.read() as connection:
        numbers = list(holding.holding(connection, "articles", [words_of(COMMON)], ((4, 3),), most_runs=48))
    assert sorted(numbers) == [6, 7, 8]
