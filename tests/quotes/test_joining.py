"""Where marks and tags disagree, with the tags made by hand; every sentence is invented."""

import re

import numpy as np
import pytest

from onrecord.quotes import find_passages
from onrecord.quotes.confidence import Signs
from onrecord.quotes.decoding import Attribution
from onrecord.quotes.joining import join
from onrecord.quotes.tagger import Tags
from onrecord.quotes.windows import Pieces
from onrecord.text import find_paragraphs

Made = tuple[str | None, str, list[str]]  # source, cue and contents, whole words of the text


def joined(text: str, *made: Made) -> list[tuple[str, list[str]]]:
    """What the joining makes of a tagger's attributions: the cue and the contents of each quotation."""
    offsets = [match.span() for match in re.finditer(r"\w+(?:[’'-]\w+)*|[^\w\s]", text)]
    pieces = Pieces(
        ids=np.zeros(len(offsets), dtype=np.int64),
        quoted=np.zeros(len(offsets), dtype=np.int64),
        offsets=np.array(offsets, dtype=np.int64),
        paragraph=np.zeros(len(offsets), dtype=np.int64),
        inner=np.zeros(len(offsets), dtype=bool),
    )
    tags = Tags(
        pieces, np.zeros((len(offsets), 7), dtype=np.float32), (), np.zeros(len(offsets), dtype=np.int64)
    )

    def run(words: str) -> tuple[int, int]:
        start = text.index(words)
        inside = [at for at, span in enumerate(offsets) if start <= span[0] and span[1] <= start + len(words)]
        return inside[0], inside[-1] + 1

    attributions = [
        Attribution(
            source=run(source) if source else None,
            cue=run(cue),
            content=tuple(run(words) for words in contents),
            signs=Signs(),
        )
        for source, cue, contents in made
    ]
    paragraphs = find_paragraphs(text)
    return [
        (text[slice(*draft.cue or (0, 0))], [text[slice(*span)] for span in draft.content])
        for draft in join(text, paragraphs, find_passages(text, paragraphs), attributions, tags)
    ]


JOINED = [
    (
        "what its cue interrupts goes on, though the tagger gave the rest to another",
        "Osk argues that eels hear. ‘We rang it’ – Brant grins – ‘and they left.’",
        [("Osk", "argues", ["that eels hear", "‘and they left.’"]), ("Brant", "grins", ["‘We rang it’"])],
        [("argues", ["that eels hear"]), ("grins", ["‘We rang it’", "‘and they left.’"])],
    ),
    (
        "a capital begins another sentence",
        "“We rang it,” Brant said, and Osk added, “They left.”",
        [("Brant", "said", ["“We rang it,”"]), ("Osk", "added", ["“They left.”"])],
        [("said", ["“We rang it,”"]), ("added", ["“They left.”"])],
    ),
    (
        "a cue of its own between keeps what follows it",
        "“We rang it,” said Brant, calling the eels, “deaf.”",
        [("Brant", "said", ["“We rang it,”"]), ("Brant", "calling", ["the eels", "“deaf.”"])],
        [("said", ["“We rang it,”"]), ("calling", ["the eels", "“deaf.”"])],
    ),
    (
        "a sentence that only ends the quotation's is passed over",
        "“We rang it,” said Brant in a letter. “They left.”",
        [("Brant", "said", ["“We rang it,”"])],
        [("said", ["“We rang it,”", "“They left.”"])],
    ),
    (
        "a new sentence behind the quotation's own stop introduces somebody else",
        "Brant said he was “glad of it.” From the boats came a voice: “Ring it again!”",
        [("Brant", "said", ["he was “glad of it.”"])],
        [("said", ["he was “glad of it.”"])],
    ),
    (
        "one word with a stop is a sentence",
        "“We rang it,” said Brant. “Twice.” The “bell” is old.",
        [("Brant", "said", ["“We rang it,”"])],
        [("said", ["“We rang it,”", "“Twice.”"])],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "made", "expected"), [case[1:] for case in JOINED], ids=[case[0] for case in JOINED]
)
def test_what_belongs_together(text: str, made: list[Made], expected: list[tuple[str, list[str]]]) -> None:
    assert joined(text, *made) == expected
