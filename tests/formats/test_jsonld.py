"""JSON-LD in schema.org's words: expanded by pyld, read as a graph by rdflib, every word one of the vocabulary's."""

import io
import json
import re
from typing import Any

import msgspec
import pytest
import rdflib
from pyld import jsonld

from onrecord.formats import write
from onrecord.formats.jsonld import CONTEXT, LEFT_OUT_ACT, LEFT_OUT_INDIRECT
from onrecord.model import Article, Date, Link, Notice, Original, Quotation, Record, Speaker

SCHEMA = "http://schema.org/"
# What we use of https://schema.org/docs/jsonldcontext.jsonld, whose terms it gives in the same way; nothing is fetched.
OWN_CONTEXT = {
    "@context": {
        "@vocab": SCHEMA,
        "url": {"@id": "schema:url", "@type": "@id"},
        "schema": SCHEMA,
        "datePublished": {"@id": "schema:datePublished", "@type": "schema:Date"},
        "dateModified": {"@id": "schema:dateModified", "@type": "schema:Date"},
        "dateCreated": {"@id": "schema:dateCreated", "@type": "schema:Date"},
    }
}
# Each property that is written, with the types that the vocabulary gives it to (its "Used on these types"), and
# each type with those that it is a kind of: https://schema.org/CreativeWork, /Thing and so on.
KINDS = {
    "NewsArticle": ("Article", "CreativeWork", "Thing"),
    "Quotation": ("CreativeWork", "Thing"),
    "WebPage": ("CreativeWork", "Thing"),
    "CreativeWork": ("Thing",),
    "Person": ("Thing",),
    "Organization": ("Thing",),
    "Place": ("Thing",),
    "Audience": ("Intangible", "Thing"),
}
DOMAINS = {
    "identifier": "Thing",
    "url": "Thing",
    "name": "Thing",
    "alternateName": "Thing",
    "description": "Thing",
    **dict.fromkeys(
        (
            *("headline", "author", "creator", "publisher", "text", "inLanguage", "keywords", "creditText"),
            *("copyrightNotice", "correction", "isBasedOn", "hasPart", "isPartOf", "citation", "audience"),
            *("datePublished", "dateModified", "dateCreated", "locationCreated"),
        ),
        "CreativeWork",
    ),
}
# What may stand as a property's value, of those that are nodes.
RANGES = {
    "author": ("Person", "Organization"),
    "creator": ("Person", "Organization"),
    "publisher": ("Person", "Organization"),
    "isBasedOn": ("CreativeWork",),
    "hasPart": ("CreativeWork",),
    "citation": ("CreativeWork",),
    "audience": ("Audience",),
    "locationCreated": ("Place",),
}

# Written by hand after the examples of https://schema.org/Quotation and https://schema.org/NewsArticle.
BRIEF = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle",
            "@id": "urn:x-onrecord:article:sha256:ab",
            "identifier": "sha256:ab",
            "url": "https://g.example/a?b=1&c=%3C2%3E",
            "headline": "Ada: “Go” </script>",
            "publisher": {"@type": "Organization", "name": "The Gull"},
            "datePublished": "2031-05-02",
            "hasPart": [
                {
                    "@type": "Quotation",
                    "@id": "urn:x-onrecord:quotation:sha256:one",
                    "identifier": "sha256:one",
                    "url": "https://g.example/a?b=1&c=%3C2%3E#:~:text=%E2%80%9CGo%20%3Cnow%3E%2C%E2%80%9D"
                    "&text=%E2%80%9CWe%20say%20%E2%80%98no%E2%80%99.%E2%80%9D",
                    "text": "Go <now>, … We say ‘no’.",
                    "creator": [{"@type": "Person", "name": "Ada"}],
                },
                {
                    "@type": "Quotation",
                    "@id": "urn:x-onrecord:quotation:sha256:two",
                    "identifier": "sha256:two",
                    "url": "https://g.example/a?b=1&c=%3C2%3E#:~:text=%E2%80%98no%E2%80%99",
                    "text": "no",
                    "creator": [{"@type": "Person", "name": "We"}],
                    "isPartOf": {"@id": "urn:x-onrecord:quotation:sha256:one"},
                },
                {
                    "@type": "Quotation",
                    "@id": "urn:x-onrecord:quotation:sha256:four",
                    "identifier": "sha256:four",
                    "url": "https://g.example/a?b=1&c=%3C2%3E#:~:text=%E2%80%9CGo%E2%80%9D",
                    "text": "Go",
                    "creator": [{"@type": "Person", "name": "Ada"}],
                },
            ],
        }
    ],
}


def own_context(url: str, _: dict[str, Any]) -> dict[str, Any]:
    """The context from this file: whatever else is asked for is an error, so that nothing is ever fetched."""
    assert url.rstrip("/") == CONTEXT
    return {"contextUrl": None, "documentUrl": url, "document": OWN_CONTEXT}


def raw(*records: Record) -> bytes:
    out = io.BytesIO()
    write(records, out, form="jsonld")
    return out.getvalue()


def expanded(*records: Record) -> list[dict[str, Any]]:
    return jsonld.expand(json.loads(raw(*records)), {"documentLoader": own_context})


def check_words(node: object) -> int:
    """Every type and property is the vocabulary's, and stands where it may; gives how many properties it saw."""
    if isinstance(node, list):
        return sum(check_words(item) for item in node)
    if not isinstance(node, dict) or "@value" in node or set(node) == {"@id"}:
        return 0
    (kind,) = (name.removeprefix(SCHEMA) for name in node["@type"])
    seen = 0
    for key, value in node.items():
        if key.startswith("@"):
            continue
        name = key.removeprefix(SCHEMA)
        assert DOMAINS[name] in (kind, *KINDS[kind]), f"{kind} has no {name}"
        for item in value:
            for of in item.get("@type", []) if isinstance(item, dict) and "@value" not in item else []:
                of = of.removeprefix(SCHEMA)
                assert set(RANGES[name]) & {of, *KINDS[of]}, f"{name} takes no {of}"
        seen += 1 + check_words(value)
    return seen


def everything() -> Record:
    """A record that has something for each property that is ever written."""
    text = "“Yes,” the report told the council in Saltby."
    row = Quotation(
        id="q",
        kind="direct",
        content=((0, 6),),
        marks=((1, 5),),
        speakers=(
            Speaker(name="the report", kind="document"),
            Speaker(name="Ada", kind="person", label="Ada Quill", id="p-1"),
            Speaker(name="The Board", kind="group"),
        ),
        parent="p",
        addressee="the council",
        venue="Saltby",
        date=Date(value="2031-05", precision="month", text="in May"),
        links=(0, 1, 9),
        by="t/1",
    )
    article = Article(
        **{name: name for name in ("id", "title", "deck", "outlet", "language", "credit")},
        url="https://g.example/",
        text=text,
        authors=("A", "B"),
        tags=("x",),
        published=Date(value="2031-05-02T10:00:00Z", precision="minute", text=""),
        modified=Date(value="2031-05-03", precision="day", text=""),
        original=Original(
            outlet="Wire",
            url="https://w.example/",
            published=Date(value=None, precision="unknown", text="day two"),
        ),
        links=(Link(span=(0, 1), href="https://l.example/", text=""), Link(span=(0, 1), href=None, text="")),
        notices=(
            Notice(kind="copyright", text="©"),
            Notice(kind="correction", text="Sorry."),
            Notice(kind="other", text="-"),
        ),
    )
    return Record(article=article, quotations=(row,))


def test_an_article_is_written_in_schema_orgs_words(brief: Record) -> None:
    assert json.loads(raw(brief)) == BRIEF


def test_every_word_is_of_the_vocabulary_and_where_it_may_stand(brief: Record, harbour: Record) -> None:
    assert check_words(expanded(everything())) > 25
    assert check_words(expanded(brief, harbour)) > 50


def test_every_listed_word_is_written() -> None:
    written = set(re.findall(r'"(\w+)":', raw(everything()).decode()))
    assert written == set(DOMAINS)


def test_who_said_it_can_be_asked_of_the_graph(brief: Record, harbour: Record) -> None:
    options = {"documentLoader": own_context, "format": "application/n-quads"}
    graph = rdflib.Graph().parse(data=jsonld.to_rdf(json.loads(raw(brief, harbour)), options), format="nt")
    asked = (
        "PREFIX s: <http://schema.org/> SELECT ?text WHERE "
        '{?a a s:NewsArticle; s:hasPart ?q. ?q a s:Quotation; s:creator/s:name "Ada"; s:text ?text}'
    )
    assert sorted(str(row[0]) for row in graph.query(asked)) == ["Go", "Go <now>, … We say ‘no’."]


def test_what_it_cannot_hold_is_counted(harbour: Record) -> None:
    left_out = write([harbour], io.BytesIO(), form="jsonld")
    parts = json.loads(raw(harbour))["@graph"][0]["hasPart"]
    assert set(left_out) == {LEFT_OUT_ACT, LEFT_OUT_INDIRECT}
    assert len(parts) + sum(left_out.values()) == len(harbour.quotations)
    assert "who would pay" not in raw(harbour).decode()


def test_a_mixed_one_gives_only_the_marked_words() -> None:
    text = "It was “dying since May”, they said."
    row = Quotation(id="q", kind="mixed", content=((0, 24),), marks=((8, 23),), by="t/1")
    graph = json.loads(raw(Record(article=Article(text=text), quotations=(row,))))["@graph"]
    assert [part["text"] for part in graph[0]["hasPart"]] == ["dying since May"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "a.html", "http://[", "file:///etc/passwd", "", None])
def test_only_addresses_of_the_web_are_given(url: str | None, brief: Record) -> None:
    article = msgspec.structs.replace(brief.article, url=url)
    assert '"url"' not in raw(msgspec.structs.replace(brief, article=article)).decode()


def test_hostile_words_end_no_script(hostile: Record) -> None:
    written = raw(hostile).decode()
    assert "<" not in written
    check_words(expanded(hostile))
    assert len(json.loads(written)["@graph"][0]["headline"]) == len(hostile.article.title or "")


def test_no_article_is_an_empty_graph() -> None:
    assert json.loads(raw())["@graph"] == []
