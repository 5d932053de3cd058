"""Quotations: from an article's words to who is said, by which words, to hold what."""

from collections.abc import Sequence

import msgspec

from onrecord.errors import InputTooLarge
from onrecord.model import Article, Mark, Quotation, Span
from onrecord.quotes.assembly import assemble, mark_roles
from onrecord.quotes.decoding import decode
from onrecord.quotes.joining import join
from onrecord.quotes.marks import Passage, find_passages
from onrecord.quotes.nesting import find_nested
from onrecord.quotes.stamps import without_stamps
from onrecord.quotes.tagger import Tagger, shared_tagger
from onrecord.quotes.turns import Turn, find_turns, turn_quotations
from onrecord.text import find_paragraphs

# A long article has some hundred thousand characters; this many take minutes and about a gigabyte.
LARGEST_TEXT = 4_000_000

__all__ = [
    "LARGEST_TEXT",
    "Passage",
    "Tagger",
    "find_marks",
    "find_passages",
    "find_quotations",
    "shared_tagger",
]


def find_marks(article: Article) -> Article:
    """The article with its quotation marks paired, in every field; no model, any language."""
    return _with_marks(article, _fields(article), {})


def find_quotations(
    article: Article, *, tagger: Tagger | None = None
) -> tuple[Article, tuple[Quotation, ...]]:
    """Every quotation of an article's headline, deck, body and captions; the article comes back with its marks.

    Speakers are not resolved here. Quotations stand in order of field and of place; one inside another's words
    has that one as its `parent`. Raises `InputTooLarge`
    over `LARGEST_TEXT` characters, and `BrokenInstallation` where the shipped weights are missing.
    """
    if len(article.body) > LARGEST_TEXT:
        raise InputTooLarge(
            f"the text has {len(article.body):,} characters, more than the {LARGEST_TEXT:,} in which quotations are "
            "looked for at once; split it"
        )
    tagger = tagger or shared_tagger()
    found: dict[str, tuple[Quotation, ...]] = {}
    fields = _fields(article)
    for field in fields:
        tags = tagger.tag(field.text, field.paragraphs, field.passages)
        drafts = join(field.text, field.paragraphs, field.passages, decode(tags), tags)
        rows = assemble(article, field.name, drafts, field.passages, model=tagger.model)
        nested = find_nested(article, field.name, rows, field.passages, tagger)
        rows = turn_quotations(article, field.turns, (*rows, *nested))
        found[field.name] = tuple(sorted(rows, key=_by_content))
    quotations = tuple(quotation for rows in found.values() for quotation in rows)
    return _with_marks(article, fields, found), quotations


def _by_content(quotation: Quotation) -> tuple[tuple[Span, ...], bool]:
    return quotation.content, quotation.parent is not None


class _Field(msgspec.Struct, frozen=True):
    name: str
    text: str
    paragraphs: tuple[Span, ...]
    passages: tuple[Passage, ...]
    turns: tuple[Turn, ...]


def _fields(article: Article) -> list[_Field]:
    """The fields that are read, with their quotation marks paired; empty ones left out."""
    names = ["title", "deck", "text", *(f"captions.{number}" for number in range(len(article.captions)))]
    fields = []
    for name in names:
        text = article.field_text(name)
        if text.strip():
            body = name == "text"
            paragraphs = article.paragraphs if body else find_paragraphs(text)
            blockquotes = article.blockquotes if body else ()
            turns = find_turns(text, paragraphs) if body else ()
            paragraphs = without_stamps(text, paragraphs)
            passages = find_passages(text, paragraphs, blockquotes=blockquotes)
            fields.append(_Field(name, text, paragraphs, passages, turns))
    return fields


def _with_marks(
    article: Article, fields: Sequence[_Field], found: dict[str, tuple[Quotation, ...]]
) -> Article:
    marks: list[Mark] = []
    for field in fields:
        passages = field.passages
        if field.turns:
            said = [span for turn in field.turns for span in turn.content]
            passages = find_passages(field.text, field.paragraphs, blockquotes=(*article.blockquotes, *said))
        marks += mark_roles(article, field.name, found.get(field.name, ()), passages)
    return msgspec.structs.replace(article, marks=tuple(marks))
