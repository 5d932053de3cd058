"""The value types of a check: what was found when quoted words were laid beside documents.

A *passage* is the words inside one pair of quotation marks; a *document* is a text that it is checked against.
Offsets named `quote` count into the passage, offsets named `document` into the document's text. The words for
verdicts and flags, and what each means, are explained in `docs/check.md`.
"""

from typing import Literal

import msgspec

from onrecord.model import SCHEMA, Article, Date, Failure, Span

Verdict = Literal["verbatim", "edited", "altered", "spliced", "not_found"]
Flag = Literal[
    "cut_start",
    "cut_end",
    "cut_negation",
    "gap_negation",
    "negation_changed",
    "number_changed",
    "far_apart",
    "parts_apart",
    "reordered",
    "other_speaker",
    "narration",
    "ambiguous",
    "transcription_only",
]
Operation = Literal["insert", "delete", "replace"]
# The first two are marked by the quote itself; "joint" is a drop too long, or over too much, to be one alteration,
# and "order" the place where a later part stands before an earlier one in the document.
DifferenceClass = Literal[
    "bracket",
    "ellipsis",
    "filler",
    "contraction",
    "number_form",
    "spelling",
    "wording",
    "joint",
    "order",
]
MARKED: frozenset[str] = frozenset(["bracket", "ellipsis"])
TRANSCRIPTION: frozenset[str] = frozenset(["filler", "contraction", "number_form", "spelling"])
FAITHFUL: frozenset[str] = frozenset(["verbatim", "edited"])
# From faithful to not: the worse of two verdicts is the one that stands later.
VERDICTS: tuple[Verdict, ...] = ("verbatim", "edited", "altered", "spliced", "not_found")


class Difference(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One difference: what was done to the document's words to get the quote's, and of what class it is.

    `text` holds the document's words that passages run together left out ("joint"), and is left out of
    the JSON else.
    """

    op: Operation
    kind: DifferenceClass = msgspec.field(name="class")
    quote: Span
    document: Span
    text: str | None = None


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the document that a stretch of the quote was made from, and its words."""

    quote: Span
    document: Span
    text: str


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of one document."""

    path: str
    span: Span


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What stands around the passage in the document, word for word, and the question that it answers."""

    before: str
    after: str
    question: str | None = None


class OtherPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A further place, in this or another document, where the quote is found too, as well or less well."""

    path: str
    span: Span
    document_speaker: str | None = None
    verdict: Verdict
    similarity: float
    differences: tuple[Difference, ...] = ()
    text: str


class Searched(msgspec.Struct, frozen=True, kw_only=True):
    """What was searched: how many documents, and the tagged digest over all of their texts."""

    documents: int
    digest: str


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """The document that the quotation's own link names: whether it was among those searched, and holds the words."""

    href: str
    path: str | None
    contains: bool


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """What the check of one passage found. `quotation`, `field` and `span` say where it stands in an article."""

    id: str | int
    verdict: Verdict
    flags: tuple[Flag, ...] = ()
    document: Place | None = None
    document_speaker: str | None = None
    context: Context | None = None
    dropped: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    similarity: float = 0.0
    places: int = 0
    others: tuple[OtherPlace, ...] = ()
    searched: Searched
    text: str
    speaker: str | None = None
    pieces: tuple[Piece, ...] = ()
    linked: Linked | None = None
    quotation: str | None = None
    field: str | None = None
    span: Span | None = None


class CheckedQuotation(msgspec.Struct, frozen=True, kw_only=True):
    """One quotation of an article: the worst verdict of its passages, all their flags, and each passage's check."""

    id: str
    verdict: Verdict
    flags: tuple[Flag, ...] = ()
    checks: tuple[Check, ...]


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """How many quotations got which verdict, and how many of those were found in somebody else's turn."""

    quotations: int
    verdicts: dict[Verdict, int]
    other_speaker: dict[Verdict, int]
    documents: int


class CheckedArticle(msgspec.Struct, frozen=True, kw_only=True):
    """All that the check of one article found: the object that is one line of JSON Lines."""

    schema: str = SCHEMA
    article: Article
    quotations: tuple[CheckedQuotation, ...] = ()
    summary: Summary
    searched: Searched
    failures: tuple[Failure, ...] = ()


class DocumentNote(msgspec.Struct, frozen=True, kw_only=True):
    """Where a document came from: its path, the tagged digest of its bytes, its title, address and dates."""

    path: str
    digest: str
    title: str | None = None
    url: str | None = None
    published: Date | None = None
    retrieved: Date | None = None


def worst(verdicts: list[Verdict]) -> Verdict:
    """The least faithful of some verdicts; raises `ValueError` for none."""
    return max(verdicts, key=VERDICTS.index)
