"""Speech tags: the "she said" right behind a closing mark, the surest attribution that print has.

`"…," she said` and `"…," says Ilse Brant` leave no doubt whose words those are, so where the tagger reads the
passage otherwise, the tag stands against it.
"""

import re

from onrecord.model import Span
from onrecord.quotes.cue_words import base_forms
from onrecord.quotes.marks import Passage

_SPEAKING = frozenset(
    """
    say tell write add ask reply answer respond tweet recall explain note insist continue declare joke quip warn
    argue counsel concede admit conclude remark observe shout whisper cry state announce
    """.split()
)
_NAME = r"[A-Z][\w.’'-]*(?: (?:[A-Z]|de |van |von |al-|O[’'])[\w.’'-]*){0,4}"
_SUBJECT_FIRST = re.compile(
    rf",?\s+(?P<source>he|she|they|I|we|{_NAME}) (?:also |then |later )?(?P<cue>[a-z]+)\b"
)
_VERB_FIRST = re.compile(rf",?\s+(?P<cue>[a-z]+) (?P<source>{_NAME})")


def speech_tag(text: str, passage: Passage) -> tuple[Span, Span] | None:
    """The source and the cue right behind a passage, where it ends as words do before a tag; else null."""
    last = text[passage.span[1] - 1]
    if last not in ",?!" and text[passage.outer[1] : passage.outer[1] + 1] != ",":
        return None
    for pattern in (_SUBJECT_FIRST, _VERB_FIRST):
        match = pattern.match(text, passage.outer[1], passage.outer[1] + 200)
        if match and "\n\n" not in match.group() and _SPEAKING.intersection(base_forms(match["cue"])):
            return match.span("source"), match.span("cue")
    return None
