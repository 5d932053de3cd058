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
    ("text", "content", "shared"),
    [
        ("Osk doubts the plan, says it is late.", "the plan", True),
        ("Osk doubts the plan and says it is late.", "the plan", True),
        ("Osk doubts the plan, but also says it is late.", "the plan", True),
        ("Osk doubts the plan. And says it is late.", "the plan", False),  # another sentence
        ("Osk doubts the plan that the board says is late.", "the plan", False),  # another subject
        ("Osk doubts the plan; the board, it says, is late.", "the plan", False),
        (
            "Osk doubts the plan and says it is late.",
            "the plan and says it",
            False,
        ),  # inside the first one's words
        (f"Osk doubts {'the plan, ' * 200}and says it is late.", "the plan", False),  # too far
    ],
)
def test_a_cue_has_the_subject_of_the_one_that_it_goes_on_from(text: str, content: str, shared: bool) -> None:
    before, after = drafts_of(text, source="Osk", first="doubts", second="says", content=content)
    share_subjects(text, [after, before])
    assert after.source == (before.source if shared else None)


def test_a_subject_is_not_taken_from_the_words_that_are_quoted() -> None:
    before, after = drafts_of(
        "Osk doubts the plan, says it is late.",
        source="Osk",
        first="doubts",
        second="says",
        content="the plan",
    )
    after.content = [(0, 19)]
    share_subjects("Osk doubts the plan, says it is late.", [before, after])
    assert after.source is None
