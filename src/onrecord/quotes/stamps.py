"""Times at the head of a paragraph, as live blogs print them: layout, and nobody's words."""

import re
from collections.abc import Sequence

from onrecord.model import Span

# A clock ("09.48", "7:12 p.m.", "[14:05 GMT]") or a minute of a match ("41'", "90+3’") before a new sentence. A figure
# that begins a sentence ("2.50 percent") has no capital behind it.
_STAMP = re.compile(
    r"[\[(]?(?:(?:[01]?\d|2[0-3])[.:][0-5]\d(?::[0-5]\d)?(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4}\b)?"
    r"|\d{1,3}(?: ?\+ ?\d{1,2})?['’′])[\])]?"
    r"[:.]?[ \t\xa0]+(?:[–—|-][ \t\xa0]+)?(?=[\"“‘'«(]*[A-Z])"
)


def without_stamps(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """The paragraphs, each from behind the time at its head, where it has one."""
    return tuple(
        (stamp.end(), end) if (stamp := _STAMP.match(text, start, end)) else (start, end)
        for start, end in paragraphs
    )
