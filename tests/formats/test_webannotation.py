"""W3C Web Annotations: held against the MUSTs of https://www.w3.org/TR/annotation-model/, and read as a graph."""

import io
import json
from typing import Any

import jsonschema
import msgspec
import pytest
import rdflib
from pyld import jsonld

from onrecord.formats import Look, write
from onrecord.formats.webannotation import CONTEXT
from onrecord.model import Record

OA, AS, RDF = (
    "http://www.w3.org/ns/oa#",
    "http://www.w3.org/ns/activitystreams#",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
)
# The words that we use, with what https://www.w3.org/TR/annotation-vocab/ says that they mean; nothing is fetched.
OWN_CONTEXT = {
    "@context": {
        "oa": OA,
        "as": AS,
        "id": "@id",
        "type": "@type",
        **{
            kind: f"oa:{kind}"
            for kind in (
                *("Annotation", "SpecificResource", "TextualBody"),
                *("TextQuoteSelector", "TextPositionSelector"),
            )
        },
        "AnnotationCollection": "as:OrderedCollection",
        "AnnotationPage": "as:OrderedCollectionPage",
        "Software": "as:Application",
        **{purpose: f"oa:{purpose}" for purpose in ("identifying", "describing", "tagging", "linking")},
        "body": {"@type": "@id", "@id": "oa:hasBody"},
        "target": {"@type": "@id", "@id": "oa:hasTarget"},
        "source": {"@type": "@id", "@id": "oa:hasSource"},
        "selector": {"@type": "@id", "@id": "oa:hasSelector"},
        "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
        "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
        "styleClass": "oa:styleClass",
        **{name: f"oa:{name}" for name in ("exact", "prefix", "suffix")},
        "start": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": "oa:start"},
        "end": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": "oa:end"},
        "value": f"{RDF}value",
        "format": "http://purl.org/dc/elements/1.1/format",
        "name": "http://xmlns.com/foaf/0.1/name",
        "label": "http://www.w3.org/2000/01/rdf-schema#label",
        "generator": {"@type": "@id", "@id": "as:generator"},
        "first": {"@type": "@id", "@id": "as:first"},
        "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
        "partOf": {"@type": "@id", "@id": "as:partOf"},
        "startIndex": {
            "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger",
            "@id": "as:startIndex",
        },
        "total": {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger", "@id": "as:totalItems"},
    }
}

IRI = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"}
# The model's MUSTs for what we write, section by section.
SCHEMA: dict[str, Any] = {
    "$ref": "#/$defs/collection",
    "$defs": {
        # 5.1: an id, the class AnnotationCollection; 3.1: the context, where the document begins.
        "collection": {
            "required": ["@context", "id", "type", "label", "total", "first"],
            "properties": {
                "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
                "id": IRI,
                "type": {"const": "AnnotationCollection"},
                "label": {"type": "string", "pattern": "Unicode code points"},
                "total": {"type": "integer", "minimum": 0},
                "first": {"$ref": "#/$defs/page"},
            },
        },
        # 5.2: an id, the class AnnotationPage, its annotations; what it is part of.
        "page": {
            "required": ["id", "type", "partOf", "items", "startIndex"],
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "partOf": IRI,
                "startIndex": {"const": 0},
                "items": {"type": "array", "items": {"$ref": "#/$defs/annotation"}},
            },
        },
        # 3.1: exactly one id, the class Annotation, one target or more.
        "annotation": {
            "required": ["id", "type", "target", "motivation"],
            "properties": {
                "id": IRI,
                "type": {"const": "Annotation"},
                "motivation": {"$ref": "#/$defs/motivation"},
                "target": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/specific"}},
                "body": {
                    "type": "array",
                    "items": {"anyOf": [{"$ref": "#/$defs/textual"}, {"$ref": "#/$defs/specific"}]},
                },
            },
        },
        # 3.2.4: exactly one value.
        "textual": {
            "required": ["type", "value", "purpose"],
            "properties": {
                "type": {"const": "TextualBody"},
                "value": {"type": "string"},
                "purpose": {"$ref": "#/$defs/motivation"},
                "format": {"const": "text/plain"},
            },
            "additionalProperties": False,
        },
        # 4: exactly one source.
        "specific": {
            "required": ["type", "source"],
            "properties": {
                "type": {"const": "SpecificResource"},
                "source": IRI,
                "purpose": {"$ref": "#/$defs/motivation"},
                "styleClass": {"enum": ["cue", "source"]},
                "selector": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/selector"}},
            },
            "additionalProperties": False,
        },
        "selector": {
            "oneOf": [
                # 4.2.4: exactly one exact; prefix and suffix are one each at most.
                {
                    "required": ["type", "exact"],
                    "properties": {
                        "type": {"const": "TextQuoteSelector"},
                        "exact": {"type": "string", "minLength": 1},
                        "prefix": {"type": "string"},
                        "suffix": {"type": "string"},
                    },
                    "additionalProperties": False,
                },
                # 4.2.5: exactly one start and one end, no negative ones.
                {
                    "required": ["type", "start", "end"],
                    "properties": {
                        "type": {"const": "TextPositionSelector"},
                        "start": {"type": "integer", "minimum": 0},
                        "end": {"type": "integer", "minimum": 1},
                    },
                    "additionalProperties": False,
                },
            ]
        },
        # 3.3.5: the motivations that there are, of which we use some.
        "motivation": {"enum": ["identifying", "describing", "tagging", "linking"]},
    },
}

PAGE = "https://g.example/a?b=1&c=%3C2%3E"


def words(exact: str, prefix: str, suffix: str) -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


# The first annotation, written by hand after the model's examples 15 (tagging), 23 (quote) and 24 (position).
FIRST = {
    "id": "urn:x-onrecord:annotation:sha256:one",
    "type": "Annotation",
    "motivation": "identifying",
    "generator": {"type": "Software", "name": "test/1"},
    "body": [
        {"type": "TextualBody", "purpose": "identifying", "value": "Ada", "format": "text/plain"},
        {
            "type": "SpecificResource",
            "purpose": "describing",
            "styleClass": "cue",
            "source": PAGE,
            "selector": [
                words("said", "🙂 “Go <now>,” ", " Ada & co. “We say ‘no’.”\n\nBen a"),
                {"type": "TextPositionSelector", "start": 14, "end": 18},
            ],
        },
        {
            "type": "SpecificResource",
            "purpose": "describing",
            "styleClass": "source",
            "source": PAGE,
            "selector": [
                words("Ada & co", "🙂 “Go <now>,” said ", ". “We say ‘no’.”\n\nBen agreed it "),
                {"type": "TextPositionSelector", "start": 19, "end": 27},
            ],
        },
        {"type": "TextualBody", "purpose": "tagging", "value": "kind: direct", "format": "text/plain"},
        {"type": "TextualBody", "purpose": "tagging", "value": "act: statement", "format": "text/plain"},
        {
            "type": "SpecificResource",
            "purpose": "linking",
            "source": PAGE
            + "#:~:text=%E2%80%9CGo%20%3Cnow%3E%2C%E2%80%9D&text=%E2%80%9CWe%20say%20%E2%80%98no%E2%80%99.%E2%80%9D",
        },
    ],
    "target": [
        {
            "type": "SpecificResource",
            "source": PAGE,
            "selector": [
                words("“Go <now>,”", "🙂 ", " said Ada & co. “We say ‘no’.”\n\n"),
                {"type": "TextPositionSelector", "start": 2, "end": 13},
            ],
        },
        {
            "type": "SpecificResource",
            "source": PAGE,
            "selector": [
                words("“We say ‘no’.”", "🙂 “Go <now>,” said Ada & co. ", "\n\nBen agreed it was late."),
                {"type": "TextPositionSelector", "start": 29, "end": 43},
            ],
        },
    ],
}


def raw(*records: Record, look: Look | None = None) -> bytes:
    out = io.BytesIO()
    write(records, out, form="webannotation", look=look)
    return out.getvalue()


def written(*records: Record, look: Look | None = None) -> list[dict[str, Any]]:
    collection = json.loads(raw(*records, look=look))
    jsonschema.validate(collection, SCHEMA)
    assert collection["total"] == len(collection["first"]["items"])
    items: list[dict[str, Any]] = collection["first"]["items"]
    return items


def own_context(url: str, _: dict[str, Any]) -> dict[str, Any]:
    """The context from this file: whatever else is asked for is an error, so that nothing is ever fetched."""
    assert url == CONTEXT
    return {"contextUrl": None, "documentUrl": url, "document": OWN_CONTEXT}


def tags(annotation: dict[str, Any]) -> list[str]:
    return [body["value"] for body in annotation["body"] if body.get("purpose") == "tagging"]


def test_a_quotation_is_written_as_the_model_has_it(brief: Record) -> None:
    assert written(brief)[0] == FIRST


def test_every_quotation_is_one_annotation(brief: Record, harbour: Record) -> None:
    assert len(written(brief, harbour)) == len(brief.quotations) + len(harbour.quotations)
    assert sum(write([harbour], io.BytesIO(), form="webannotation").values()) == 0


def test_the_places_are_those_of_the_words(harbour: Record) -> None:
    for item in written(harbour):
        for place in item["target"]:
            quote, *positions = place["selector"]
            for position in positions:
                text = harbour.article.body
                start, end = position["start"], position["end"]
                assert text[start:end] == quote["exact"]
                assert text[:start].endswith(quote["prefix"])
                assert text[end:].startswith(quote["suffix"])


def test_words_of_the_headline_have_no_position_in_the_text(brief: Record) -> None:
    title = written(brief)[3]
    assert title["target"][0]["selector"] == [words("“Go”", "Ada: ", " </script>")]
    assert "field: title" in tags(title)


def test_what_is_denied_and_what_lies_inside_another_is_said(brief: Record) -> None:
    _, inner, denied, _ = written(brief)
    assert "inside: urn:x-onrecord:annotation:sha256:one" in tags(inner)
    assert "negated: true" in tags(denied)


def test_a_verdict_is_told_where_there_is_one(brief: Record) -> None:
    look = Look(verdict_of={"sha256:one": "altered"}.get)
    first, second, *_ = written(brief, look=look)
    assert "verdict: altered" in tags(first)
    assert not any(tag.startswith("verdict") for tag in tags(second))


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "a.html"])
def test_without_an_address_the_source_is_named_by_its_id(brief: Record, url: str | None) -> None:
    article = msgspec.structs.replace(brief.article, url=url)
    items = written(msgspec.structs.replace(brief, article=article))
    assert items[0]["target"][0]["source"] == "urn:x-onrecord:article:sha256:ab"
    assert not [body for body in items[0]["body"] if body["purpose"] == "linking"]


def test_the_words_can_be_asked_of_the_graph(brief: Record) -> None:
    options = {"documentLoader": own_context, "format": "application/n-quads"}
    quads = jsonld.to_rdf(json.loads(raw(brief)), options)
    graph = rdflib.Graph().parse(data=quads, format="nt")
    asked = (
        f"PREFIX oa: <{OA}> PREFIX rdf: <{RDF}> SELECT ?words ?start WHERE {{?a a oa:Annotation; "
        'oa:hasBody [oa:hasPurpose oa:identifying; rdf:value "Ada"]; oa:hasTarget/oa:hasSelector ?q, ?p. '
        "?q oa:exact ?words. ?p oa:start ?start; ^oa:hasSelector ?t. ?q ^oa:hasSelector ?t}}"
    ).replace("}}", "}")
    found = sorted((row[1].toPython(), str(row[0])) for row in graph.query(asked))  # type: ignore[index, union-attr]
    assert found == [(2, "“Go <now>,”"), (29, "“We say ‘no’.”")]


def test_no_word_is_outside_the_context(brief: Record) -> None:
    (expanded,) = jsonld.expand(json.loads(raw(brief)), {"documentLoader": own_context})
    # What a context does not know is dropped when a document is expanded: the words come back only where all are known.
    back = jsonld.compact(expanded, OWN_CONTEXT, {"documentLoader": own_context})
    first = back["first"]["items"][0]
    assert set(first) == set(FIRST)
    assert len(first["body"]) == len(FIRST["body"])


def test_hostile_words_end_no_script(hostile: Record) -> None:
    assert b"<" not in raw(hostile)
    assert len(written(hostile)) == 1
    jsonld.expand(json.loads(raw(hostile)), {"documentLoader": own_context})


def test_nothing_is_an_empty_collection() -> None:
    assert written() == []
