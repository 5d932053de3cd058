"""The value types that every stage takes and gives: an article, its quotations, and what went wrong.

All are frozen. Every position is a half-open pair of Unicode code point offsets into one field of the
article: `text`, unless the row's `field` says another (`title`, `deck`, `captions.0`, ...). The JSON form is
schema `onrecord/1`; `docs/schema.json` is generated from these types.
"""

import hashlib
from typing import Literal, TypeAlias

import msgspec

SCHEMA = "onrecord/1"

Span: TypeAlias = tuple[int, int]
Precision = Literal["minute", "day", "month", "year", "unknown"]
MarkRole = Literal["quotation", "echo", "title", "nested"]
NoticeKind = Literal["copyright", "repost_terms", "disclaimer", "correction", "other"]
QuotationKind = Literal["direct", "indirect", "mixed"]
Act = Literal["statement", "belief", "intention", "decree", "perception", "other"]
SpeakerKind = Literal["person", "group", "document", "unnamed"]
EditKind = Literal["bracket", "ellipsis"]
# Which tagger reads: the accurate one, or one that is sooner done.
TaggerModel = Literal["default", "fast"]
CorrectionSays = Literal["speaker", "extent", "no_quotation", "missed"]


class Date(msgspec.Struct, frozen=True, kw_only=True):
    """A date as the article gives it: an ISO 8601 value, how exact it is, and the words it was read from."""

    value: str | None
    precision: Precision
    text: str


class Original(msgspec.Struct, frozen=True, kw_only=True):
    """Where a reprinted article stood first."""

    outlet: str | None = None
    url: str | None = None
    published: Date | None = None


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A link in the text; `href` is null where its target was lost (`#` or empty)."""

    span: Span
    href: str | None
    text: str


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """The words inside one pair of quotation marks (the marks themselves lie just outside `span`)."""

    span: Span
    role: MarkRole
    quotation: str | None = None
    field: str = "text"


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """A notice that came with the article, kept out of its body."""

    kind: NoticeKind
    text: str


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One article as it was read. `text` is the body, exactly as extracted, and is never edited afterwards."""

    id: str | None = None
    path: str | None = None
    url: str | None = None
    title: str | None = None
    deck: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    language: str | None = None
    published: Date | None = None
    modified: Date | None = None
    retrieved: Date | None = None
    original: Original | None = None
    tags: tuple[str, ...] = ()
    credit: str | None = None
    captions: tuple[str, ...] = ()
    text: str | None = None
    paragraphs: tuple[Span, ...] = ()
    blockquotes: tuple[Span, ...] = ()  # the paragraphs that the page set apart as quoted
    links: tuple[Link, ...] = ()
    marks: tuple[Mark, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def body(self) -> str:
        """The text, or the empty string where nothing could be read."""
        return self.text or ""

    def field_text(self, field: str) -> str:
        """The words of one field: `text`, `title`, `deck` or `captions.N`; raises `KeyError` for another."""
        if field == "text":
            return self.body
        if field == "title":
            return self.title or ""
        if field == "deck":
            return self.deck or ""
        name, _, number = field.partition(".")
        if name == "captions" and number.isdigit() and int(number) < len(self.captions):
            return self.captions[int(number)]
        raise KeyError(field)


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the article that support a resolution, and why they do."""

    span: Span
    why: str
    field: str = "text"


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said to say it: `name` is the fullest that this article gives, `label` the register's name."""

    name: str | None
    kind: SpeakerKind
    label: str | None = None
    id: str | None = None
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """A change that the quotation itself marks: square brackets or an ellipsis."""

    kind: EditKind
    span: Span


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution as found in an article: a source is said, by a cue, to hold some content."""

    id: str
    field: str = "text"
    kind: QuotationKind
    act: Act = "statement"
    negated: bool = False
    parent: str | None = None
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    marks: tuple[Span, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    candidates: tuple[Speaker, ...] = ()
    addressee: str | None = None
    date: Date | None = None
    venue: str | None = None
    edits: tuple[Edit, ...] = ()
    links: tuple[int, ...] = ()
    confidence: float = 0.0
    by: str


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """What a person says of the machine's answer: another `speaker` or `extent`, no quotation, or one that was missed.

    It stands beside the answer and changes none of it. `content` and its words, `text`, are what it was made on in the
    field of its `article`; `context` is the field from `context_at` on that holds all of its spans, so that they are
    found again where a text has moved. `speakers` are who says it, none where that is not known. `content_now`,
    `cue` and `source` are where these stand (`extent`, `missed`).
    """

    id: str | None = None
    article: str | None = None
    quotation: str | None = None  # null for one that was missed
    says: CorrectionSays
    field: str = "text"
    content: tuple[Span, ...] = ()
    text: str = ""
    context: str = ""
    context_at: int = 0
    speakers: tuple[Speaker, ...] = ()
    content_now: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    note: str = ""
    by: str = ""
    at: str | None = None  # UTC, to the second


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """Something that could not be done, where, and why, in words that say what to do next."""

    stage: str
    reason: str


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """All that onrecord knows of one article: the object that is one line of JSON Lines."""

    schema: str = SCHEMA
    article: Article
    quotations: tuple[Quotation, ...] = ()
    failures: tuple[Failure, ...] = ()
    corrections: tuple[Correction, ...] = ()


def article_id(data: bytes) -> str:
    """The id of an article: the tagged SHA-256 digest of its raw bytes (`sha256sum` prints the same)."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def quotation_id(article: str | None, field: str, content: tuple[Span, ...]) -> str:
    """The id of a quotation: a tagged digest of its article's id, its field and its content spans."""
    key = f"{article or ''}\n{field}\n" + ";".join(f"{start}-{end}" for start, end in content)
    return "sha256:" + hashlib.sha256(key.encode()).hexdigest()


def correction_id(correction: Correction) -> str:
    """The id of a correction: a tagged digest of what it says, of what, by whom and when."""
    key = (
        (correction.article, correction.quotation, correction.says, correction.field, correction.content),
        [(speaker.name, speaker.kind, speaker.id) for speaker in correction.speakers],
        (correction.content_now, correction.cue, correction.source),
        (correction.note, correction.by, correction.at),
    )
    return "sha256:" + hashlib.sha256(msgspec.json.encode(key)).hexdigest()
