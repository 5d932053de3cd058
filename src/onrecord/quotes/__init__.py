"""Quotations: from an article's words to who is said, by which words, to hold what."""

from msgspec.structs import replace

from onrecord.errors import InputTooLarge
from onrecord.model import Article, Mark, Quotation, Span
from onrecord.quotes.assembly import assemble, mark_roles
from onrecord.quotes.decoding import decode
from onrecord.quotes.joining import join
from onrecord.quotes.marks import Passage, find_passages
from onrecord.quotes.tagger import Tagger, shared_tagger
from onrecord.text import find_paragraphs

# A long article has some hundred thousand characters; this many take minutes and about a gigabyte.
LARGEST_TEXT = 4_000_000

__all__ = ["LARGEST_TEXT", "Passage", "Tagger", "find_marks", "find_passages", "find_quotations"]


def find_marks(article: Article) -> Article:
    """The article with its quotation marks paired, in every field; no model, any language."""
    return _with_marks(article, {})


def find_quotations(
    article: Article, *, tagger: Tagger | None = None
) -> tuple[Article, tuple[Quotation, ...]]:
    """Every quotation of an article's headline, deck, body and captions; the article comes back with its marks.

    Speakers are not resolved here. Quotations stand in order of field and of place. Raises `InputTooLarge`
    over `LARGEST_TEXT` characters, and `BrokenInstallation` where the shipped weights are missing.
    """
    if len(article.body) > LARGEST_TEXT:
        raise InputTooLarge(
            f"the text has {len(article.body):,} characters, more than the {LARGEST_TEXT:,} in which quotations are "
            "looked for at once; split it"
        )
    tagger = tagger or shared_tagger()
    found: dict[str, tuple[Quotation, ...]] = {}
    for field, text, paragraphs in _fields(article):
        passages = _passages(article, field, text, paragraphs)
        tags = tagger.tag(text, paragraphs, passages)
        drafts = join(text, paragraphs, passages, decode(tags), tags)
        found[field] = assemble(article, field, drafts, passages)
    quotations = tuple(quotation for rows in found.values() for quotation in rows)
    return _with_marks(article, found), quotations


def _fields(article: Article) -> list[tuple[str, str, tuple[Span, ...]]]:
    """The fields that are read, each with its text and paragraphs; empty ones left out."""
    names = ["title", "deck", "text", *(f"captions.{number}" for number in range(len(article.captions)))]
    fields = []
    for name in names:
        text = article.field_text(name)
        paragraphs = article.paragraphs if name == "text" else find_paragraphs(text)
        if text.strip():
            fields.append((name, text, paragraphs))
    return fields


def _passages(article: Article, field: str, text: str, paragraphs: tuple[Span, ...]) -> tuple[Passage, ...]:
    return find_passages(text, paragraphs, blockquotes=article.blockquotes if field == "text" else ())


def _with_marks(article: Article, found: dict[str, tuple[Quotation, ...]]) -> Article:
    marks: list[Mark] = []
    for field, text, paragraphs in _fields(article):
        marks += mark_roles(article, field, found.get(field, ()), _passages(article, field, text, paragraphs))
    return replace(article, marks=tuple(marks))
