"""A cue without a source takes that of the cue that it goes on from, and no other."""

import pytest

from onrecord.quotes.confidence import UNSEEN
from onrecord.quotes.drafts import Draft
from onrecord.quotes.subjects import share_subjects


def drafts_of(text: str, *, source: str, first: str, second: str, content: str) -> tuple[Draft, Draft]:
    def span(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    return (
        Draft(span(source), span(first), [span(content)], UNSEEN),
        Draft(None, span(second), [(span(second)[1] + 1, len(text) - 1)], UNSEEN),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Osk doubts the plan, says it is late.",
        "Osk doubts the plan and says it is late.",
        "Osk doubts the plan, but also says it is late.",
    ],
)
def test_a_cue_that_goes_on_has_the_subject_of_the_one_before(text: str) -> None:
    before, after = drafts_of(text, source="Osk", first="doubts", second="says", content="the plan")
    share_subjects(text, [after, before])
    assert after.source == before.source


@pytest.mark.parametrize(
    "text",
    [
        "Osk doubts the plan. And says it is late.",
        "Osk doubts the plan that the board says is late.",
        "Osk doubts the plan; the board, it says, is late.",
    ],
)
def test_another_sentence_or_subject_shares_nothing(text: str) -> None:
    before, after = drafts_of(text, source="Osk", first="doubts", second="says", content="the plan")
    share_subjects(text, [before, after])
    assert after.source is None


def test_a_cue_inside_the_words_of_the_one_before_shares_nothing() -> None:
    text = "Osk doubts the plan and says it is late."
    before, after = drafts_of(
        text, source="Osk", first="doubts", second="says", content="the plan and says it"
    )
    share_subjects(text, [before, after])
    assert after.source is None
