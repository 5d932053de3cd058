"""W3C Web Annotations: one annotation a quotation, tied to the words and to their place.

The model: https://www.w3.org/TR/annotation-model/ (W3C Recommendation, 23 February 2017). Its positions count
Unicode code points ("not code units") from 0, as onrecord's do, here in the article's text as it was extracted:
they fit the words of the page only as far as the same text is taken from it, which is why the words themselves
(`TextQuoteSelector`) stand beside each. Words of a headline or caption have no position, only themselves.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

from onrecord.formats.fragments import text_link, web_address
from onrecord.formats.jsonl import to_json
from onrecord.formats.jsonld import script_safe, urn
from onrecord.formats.standoff import NO_WORDS, MarkedQuotation, MarkedText, marked_texts, without_words
from onrecord.model import Article, Record, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
COLLECTION = "urn:x-onrecord:annotations"
LABEL = (
    "Quotations found by onrecord. The start and end of a TextPositionSelector count Unicode code points of the "
    "article's text as extracted, from 0, the end not included."
)
AROUND = 32  # characters of prefix and suffix

VerdictOf = Callable[[str], str | None]


def write_webannotation(
    records: Iterable[Record], out: BinaryIO, *, verdict_of: VerdictOf | None = None
) -> Counter[str]:
    """One `AnnotationCollection` with one page of annotations, one a line; gives what was left out.

    `verdict_of` gives the verdict of a check by a quotation's id, None where there was none.
    """
    left_out: Counter[str] = Counter()
    total = 0
    head = {"@context": CONTEXT, "id": COLLECTION, "type": "AnnotationCollection", "label": LABEL}
    page = {"id": f"{COLLECTION}:page-1", "type": "AnnotationPage", "partOf": COLLECTION, "startIndex": 0}
    out.write(to_json(head)[:-1] + b',"first":' + to_json(page)[:-1] + b',"items":[')
    for record in records:
        left_out[NO_WORDS] += without_words(record)
        for text in marked_texts(record):
            for row in text.quotations:
                note = annotation(text, row, verdict=verdict_of(row.quotation.id) if verdict_of else None)
                out.write((b",\n" if total else b"\n") + script_safe(to_json(note)))
                total += 1
        out.flush()
    out.write(b'\n]},"total":%d}\n' % total)
    return +left_out


def annotation(text: MarkedText, row: MarkedQuotation, *, verdict: str | None = None) -> dict[str, Any]:
    """One quotation as an `Annotation`: its content is the target, what is known of it the body.

    Of each speaker the name (purpose `identifying`); the words of source and cue with their place (`describing`);
    kind, act and the like as `tagging`; the link to the words on the live page, where there is one, as `linking`.
    """
    quotation = row.quotation
    tags = [f"kind: {quotation.kind}", f"act: {quotation.act}"]
    tags += ["negated: true"] if quotation.negated else []
    tags += [f"field: {text.field}"] if text.field != "text" else []
    tags += [f"verdict: {verdict}"] if verdict else []
    tags += [f"inside: {urn('annotation', quotation.parent)}"] if quotation.parent else []
    bodies: list[dict[str, Any]] = [
        _words("identifying", speaker.name) for speaker in quotation.speakers if speaker.name
    ]
    for role, spans in row.roles()[1:]:
        bodies += [_place(text, span, purpose="describing", role=role) for span in spans]
    bodies += [_words("tagging", tag) for tag in tags]
    link = text_link(text.article.url, text.text, row.content)
    bodies += [{"type": "SpecificResource", "purpose": "linking", "source": link}] if link else []
    return {
        "id": urn("annotation", quotation.id),
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"type": "Software", "name": quotation.by},
        "body": bodies,
        "target": [_place(text, span) for span in row.content],
    }


def _words(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _place(
    text: MarkedText, span: Span, *, purpose: str | None = None, role: str | None = None
) -> dict[str, Any]:
    start, end = span
    selectors: list[dict[str, Any]] = [
        {
            "type": "TextQuoteSelector",
            "exact": text.text[start:end],
            "prefix": text.text[max(start - AROUND, 0) : start],
            "suffix": text.text[end : end + AROUND],
        }
    ]
    if text.field == "text":
        selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
    place: dict[str, Any] = {"type": "SpecificResource"}
    if purpose:
        # The model's own word for what kind of thing a place is: a class for style sheets.
        place |= {"purpose": purpose, "styleClass": role}
    return place | {"source": _source(text.article), "selector": selectors}


def _source(article: Article) -> str:
    """The page's address; where the article has none, a name made of its id (a target must have an IRI)."""
    return web_address(article.url) or urn("article", article.id) or "urn:x-onrecord:article:unknown"
