"""Atom feeds: valid after RFC 4287 whatever is in them, with ids that stay."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from onrecord.formats.atom import ATOM, Entry, atom_id, feed
from onrecord.model import Record

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))
NOON = datetime.datetime(2031, 10, 15, 12, 0, 30, 999, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
FEED: dict[str, Any] = {
    "id": atom_id("feed", "quotations"),
    "title": "New quotations",
    "updated": NOON,
    "self_link": "https://desk.example/feed?a=1&b=2",
    "alternate": "http://127.0.0.1:8000/",
}
ENTRY: dict[str, Any] = {
    "id": atom_id("quotation", "sha256:ab"),
    "title": "Ines Marl: “The boats stay.”",
    "updated": NOON,
    "link": "https://desk.example/q/ab",
}


def parsed(data: bytes) -> etree._Element:
    """A feed that was read back, and is valid."""
    root = etree.fromstring(data)
    SCHEMA.assertValid(root)
    for entry in root.iter(f"{{{ATOM}}}entry"):
        assert entry.find(f"{{{ATOM}}}content") is not None or entry.find(f"{{{ATOM}}}link") is not None
    return root


def entry_of(**fields: object) -> etree._Element:
    root = parsed(feed([Entry(**(ENTRY | fields))], **FEED))
    return root.find(f"{{{ATOM}}}entry")


def words(node: etree._Element, name: str) -> list[str | None]:
    return [one.text for one in node.iter(f"{{{ATOM}}}{name}")]


def test_a_feed_says_what_it_is_and_where() -> None:
    root = parsed(feed([], **FEED, next_link="https://desk.example/feed?after=x"))
    assert words(root, "id") == ["urn:x-onrecord:feed:quotations"]
    assert words(root, "title") == ["New quotations"]
    assert words(root, "updated") == ["2031-10-15T10:00:30Z"]
    assert words(root, "name") == ["onrecord"]
    links = {link.get("rel"): link.get("href") for link in root.iter(f"{{{ATOM}}}link")}
    assert links == {
        "self": "https://desk.example/feed?a=1&b=2",
        "alternate": "http://127.0.0.1:8000/",
        "next": "https://desk.example/feed?after=x",
    }


def test_entries_stand_in_the_order_that_they_are_given_in() -> None:
    given = [Entry(**(ENTRY | {"id": atom_id("quotation", name)})) for name in "cab"]
    root = parsed(feed(given, **FEED))
    assert words(root, "id")[1:] == [f"urn:x-onrecord:quotation:{name}" for name in "cab"]


def test_an_entry_holds_what_is_known() -> None:
    node = entry_of(
        text="The boats stay.", html="<p>“The <b>boats</b> stay.”</p>", authors=("Ada", "Ben"), published=NOON
    )
    assert words(node, "name") == ["Ada", "Ben"]
    assert words(node, "published") == ["2031-10-15T10:00:30Z"]
    assert words(node, "content") == ["<p>“The <b>boats</b> stay.”</p>"]
    assert words(node, "summary") == ["The boats stay."]
    assert b"&lt;b&gt;" in etree.tostring(node)


CONTENTS = [
    ({"text": "plain <b>"}, [], ["plain <b>"]),
    ({"text": "plain", "link": None}, ["plain"], []),
    ({"link": None}, [ENTRY["title"]], []),
    ({"link": "javascript:alert(1)", "html": "<p>x</p>"}, ["<p>x</p>"], []),
    ({}, [], []),
]


@pytest.mark.parametrize(("fields", "content", "summary"), CONTENTS)
def test_an_entry_without_a_page_has_its_content(
    fields: dict[str, object], content: list[str], summary: list[str]
) -> None:
    node = entry_of(**fields)
    assert words(node, "content") == content
    assert words(node, "summary") == summary


def test_an_id_depends_on_nothing_but_what_it_names() -> None:
    assert atom_id("article", "sha256:0f") == "urn:x-onrecord:article:sha256:0f"
    assert atom_id("search", "closed & open") == "urn:x-onrecord:search:closed%20%26%20open"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no zone"):
        feed([], **FEED | {"updated": datetime.datetime(2031, 10, 15)})


def test_a_title_is_one_bounded_line_and_never_empty() -> None:
    assert words(entry_of(title=" \n "), "title") == ["Untitled"]
    assert words(entry_of(title="a\nb"), "title") == ["a b"]
    assert len(words(entry_of(title="word " * 1_000), "title")[0] or "") <= 300
    assert len(words(entry_of(text="x" * 100_000), "summary")[0] or "") == 20_000


@settings(deadline=None)
@given(st.text(max_size=30), st.text(st.characters(), max_size=30))
def test_no_words_make_a_feed_invalid(one: str, other: str) -> None:
    entry = Entry(
        id=atom_id("quotation", one),
        title=other,
        updated=NOON,
        link=f"https://x.example/{one}",
        text=other,
        html=one,
        authors=(other, one),
    )
    parsed(feed([entry], **FEED | {"title": one, "alternate": f"https://x.example/?{other}"}))


def test_hostile_articles_are_harmless(hostile: Record) -> None:
    harm = hostile.article.title or ""
    node = entry_of(title=harm, text=harm, html=harm, authors=(harm,), link=harm)
    assert "\x1b" not in (words(node, "content")[0] or "")
    assert not {"\u202e", "\x00"} & set("".join(filter(None, words(node, "title") + words(node, "summary"))))


def test_the_schema_refuses_what_the_standard_does() -> None:
    data = feed([Entry(**ENTRY)], **FEED)
    for wrong in (
        data.replace(b"<updated>2031-10-15T10:00:30Z</updated>", b"", 1),
        data.replace(b"10:00:30Z", b"10:00", 1),
        data.replace(b"urn:x-onrecord:feed", b"a b"),
        data.replace(b"<name>onrecord</name>", b""),
    ):
        assert wrong != data
        assert not SCHEMA.validate(etree.fromstring(wrong))
