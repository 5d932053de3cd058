"""JSON-LD with the words of schema.org: articles as `NewsArticle`, what was said as `Quotation`.

The vocabulary: https://schema.org/NewsArticle, https://schema.org/Quotation; the syntax: W3C JSON-LD 1.1. It has no
word for what was denied, believed or reported in other words, so only statements with words in quotation marks are
written, those that are not negated; what is left out is counted. `creator` is whom the article names, no more.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any, BinaryIO
from urllib.parse import quote

from onrecord.formats.fragments import text_link, web_address
from onrecord.formats.jsonl import to_json
from onrecord.formats.pieces import field_text
from onrecord.formats.standoff import NO_WORDS, within
from onrecord.model import Article, Date, Quotation, Record, Speaker

CONTEXT = "https://schema.org"
LEFT_OUT_INDIRECT = (
    "quotations with no words in quotation marks (schema.org's Quotation is the words themselves)"
)
LEFT_OUT_ACT = "attributions that are denied or no statements (schema.org has no word for them)"

_TYPES = {"person": "Person", "group": "Organization", "document": "CreativeWork", "unnamed": "Person"}
_CREATORS = ("Person", "Organization")  # what `creator` may be; a document is what the words are based on


def write_jsonld(records: Iterable[Record], out: BinaryIO) -> Counter[str]:
    """One JSON-LD document, one article a line in its `@graph`; gives what was left out, with the reasons.

    Safe to stand inside a `<script type="application/ld+json">`: every "<" is written as `\\u003c`.
    """
    left_out: Counter[str] = Counter()
    out.write(b'{"@context":"' + CONTEXT.encode() + b'","@graph":[')
    between = b"\n"
    for record in records:
        out.write(between + script_safe(to_json(news_article(record, left_out))))
        out.flush()
        between = b",\n"
    out.write(b"\n]}\n")
    return left_out


def news_article(record: Record, left_out: Counter[str]) -> dict[str, Any]:
    """One article as a `NewsArticle` node; the reasons of what it cannot hold are added to `left_out`."""
    article = record.article
    original = article.original
    return _known(
        {
            "@type": "NewsArticle",
            "@id": urn("article", article.id),
            "identifier": article.id,
            "url": web_address(article.url),
            "headline": article.title,
            "description": article.deck,
            "author": [{"@type": "Person", "name": name} for name in article.authors],
            "publisher": _organization(article.outlet),
            "datePublished": _iso(article.published),
            "dateModified": _iso(article.modified),
            "inLanguage": article.language,
            "keywords": list(article.tags),
            "creditText": article.credit,
            "copyrightNotice": [notice.text for notice in article.notices if notice.kind == "copyright"],
            "correction": [notice.text for notice in article.notices if notice.kind == "correction"],
            "isBasedOn": original
            and _known(
                {
                    "@type": "NewsArticle",
                    "url": web_address(original.url),
                    "publisher": _organization(original.outlet),
                    "datePublished": _iso(original.published),
                }
            ),
            "hasPart": [
                _quotation(article, quotation)
                for quotation in record.quotations
                if _belongs(article, quotation, left_out)
            ],
        }
    )


def script_safe(line: bytes) -> bytes:
    """JSON that can end no script and open no comment: "<" stands only in its strings, and there as `\\u003c`."""
    return line.replace(b"<", b"\\u003c")


def urn(kind: str, name: str | None) -> str | None:
    """A name for linked data, made of an id: `urn:x-onrecord:article:sha256:...`; it says no place on the web."""
    return None if name is None else f"urn:x-onrecord:{kind}:" + quote(name, safe=":", errors="replace")


def _belongs(article: Article, quotation: Quotation, left_out: Counter[str]) -> bool:
    if quotation.negated or quotation.act != "statement":
        left_out[LEFT_OUT_ACT] += 1
    elif not within(quotation.content, len(field_text(article, quotation.field))):
        left_out[NO_WORDS] += 1
    elif quotation.kind == "indirect" or not _words(article, quotation):
        left_out[LEFT_OUT_INDIRECT] += 1
    else:
        return True
    return False


def _quotation(article: Article, quotation: Quotation) -> dict[str, Any]:
    text = field_text(article, quotation.field)
    links = [web_address(article.links[at].href) for at in quotation.links if 0 <= at < len(article.links)]
    speakers = [_speaker(speaker) for speaker in quotation.speakers]
    return _known(
        {
            "@type": "Quotation",
            "@id": urn("quotation", quotation.id),
            "identifier": quotation.id,
            "url": text_link(article.url, text, within(quotation.content, len(text))),
            "text": _words(article, quotation),
            "creator": [speaker for speaker in speakers if speaker["@type"] in _CREATORS],
            "isBasedOn": [speaker for speaker in speakers if speaker["@type"] not in _CREATORS],
            "dateCreated": _iso(quotation.date),
            "locationCreated": quotation.venue and {"@type": "Place", "name": quotation.venue},
            "audience": quotation.addressee and {"@type": "Audience", "name": quotation.addressee},
            "citation": [{"@type": "WebPage", "url": address} for address in links if address],
            "isPartOf": quotation.parent and {"@id": urn("quotation", quotation.parent)},
        }
    )


def _words(article: Article, quotation: Quotation) -> str:
    """The words inside the quotation marks, " … " where the article speaks between them."""
    text = field_text(article, quotation.field)
    spans = within(quotation.marks, len(text))
    if not spans and quotation.kind == "direct":
        spans = within(quotation.content, len(text))
    return " … ".join(words for start, end in spans if (words := " ".join(text[start:end].split())))


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return _known(
        {
            "@type": _TYPES[speaker.kind],
            "@id": urn("speaker", speaker.id),
            "name": speaker.name,
            "alternateName": speaker.label if speaker.label != speaker.name else None,
        }
    )


def _organization(name: str | None) -> dict[str, str] | None:
    return None if name is None else {"@type": "Organization", "name": name}


def _iso(date: Date | None) -> str | None:
    """The ISO 8601 value; a date that has none is left unsaid, since schema.org's dates hold no words."""
    return None if date is None else date.value


def _known(node: dict[str, Any]) -> dict[str, Any]:
    """The node without what is not known: a key that is absent says nothing."""
    return {key: value for key, value in node.items() if value is not None and value not in ("", [], {})}
