"""Cues that go on with the subject of the cue before them ("She doubts it, says the quay is safe and warns …")."""

import re
from collections.abc import Sequence

from onrecord.model import Span
from onrecord.quotes.drafts import Draft
from onrecord.quotes.extents import overlap
from onrecord.quotes.heeding import in_one_sentence

_GOES_ON = re.compile(
    r"(?:[,;]? (?:and|but|or|nor|then)|,)"
    r"(?: (?:also|then|later|even|often|only|still|never|has|had|is|was|\w+ly))? $"
)
_REACH = 30  # characters before a cue that show how it goes on


def share_subjects(text: str, drafts: Sequence[Draft]) -> None:
    """Give cues without a source that of the cue before them in their sentence, where they go on from it.

    In PolNeAR's train split, of cues right behind "and", "but" or "or" 88 % have the source of the one before, right
    behind a comma 76 %.
    """
    before: Draft | None = None
    for draft in sorted((draft for draft in drafts if draft.cue), key=_cue):
        if draft.source is None and before is not None and _goes_on(text, before, draft):
            draft.source = before.source
        if draft.source is not None:
            before = draft


def _cue(draft: Draft) -> Span:
    return draft.cue or (0, 0)


def _goes_on(text: str, before: Draft, draft: Draft) -> bool:
    first, start = _cue(before)[0], _cue(draft)[0]
    source = before.source or (0, 0)
    return (
        source[1] <= start
        and _GOES_ON.search(text, max(0, start - _REACH), start) is not None
        and not any(begin <= start < end for begin, end in before.content)
        and not any(overlap(source, span) for span in draft.content)
        and in_one_sentence(text, first, start)
    )
