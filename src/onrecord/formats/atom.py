"""Atom feeds (RFC 4287): what a ledger has that is new, for feed readers and newsrooms.

An id of a feed or an entry must never change, wherever the feed is served (RFC 4287, 4.2.6), so it is made of what
it names and not of an address: `atom_id("quotation", "sha256:...")` gives the same URN as onrecord's JSON-LD and Web
Annotations have for the same thing.
"""

import datetime
import re
from collections.abc import Iterable
from importlib.metadata import version

import msgspec
from lxml import etree

from onrecord.formats.fragments import web_address
from onrecord.formats.jsonld import urn
from onrecord.formats.visible import encodable, one_line, visible
from onrecord.formats.wrap import shortened

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
LONGEST_TITLE, LONGEST_TEXT, LONGEST_NAME = 300, 20_000, 200  # columns, characters, columns
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
_PROGRAM = "onrecord"  # the author of the feed itself, and of entries that name nobody


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is new. `id` is of `atom_id`, `link` the address of its page.

    `html` has to be safe: it is shown by others' programs. `text` is plain, a summary where there is `html` too. The
    times have to know their zone; `published` is left out where it is not known to the minute.
    """

    id: str
    title: str
    updated: datetime.datetime
    link: str | None = None
    text: str | None = None
    html: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime.datetime | None = None


def atom_id(kind: str, name: str) -> str:
    """The id of a feed or an entry, for ever: `urn:x-onrecord:quotation:sha256:...`."""
    return urn(kind, name) or ""


def feed(
    entries: Iterable[Entry],
    *,
    id: str,
    title: str,
    updated: datetime.datetime,
    self_link: str,
    alternate: str,
    next_link: str | None = None,
) -> bytes:
    """A feed as bytes, the entries in the order that they are given in.

    `self_link` is the feed's own address, `alternate` that of the page that shows the same, `next_link` that of the
    part that follows (RFC 5005). Characters that no XML may hold are left out, links that are none of the web too.
    Raises `ValueError` for a time without a zone.
    """
    root = etree.fromstring(f'<feed xmlns="{ATOM}"/>')
    _add(root, "id", id)
    _add(root, "title", _title(title))
    _add(root, "updated", _time(updated))
    _author(root, _PROGRAM)
    _link(root, "self", self_link, MEDIA_TYPE)
    _link(root, "alternate", alternate, "text/html")
    _link(root, "next", next_link, MEDIA_TYPE)
    _add(root, "generator", _PROGRAM, version=version("onrecord"))
    for entry in entries:
        _entry(etree.SubElement(root, f"{{{ATOM}}}entry"), entry)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _entry(node: etree._Element, entry: Entry) -> None:
    _add(node, "id", entry.id)
    _add(node, "title", _title(entry.title))
    _add(node, "updated", _time(entry.updated))
    if entry.published is not None:
        _add(node, "published", _time(entry.published))
    for name in entry.authors:
        _author(node, shortened(one_line(name), LONGEST_NAME))
    linked = _link(node, "alternate", entry.link, "text/html")
    text = visible(entry.text or "")[:LONGEST_TEXT]
    if entry.html is not None:
        _add(node, "content", encodable(entry.html), type="html")
    elif not linked:  # an entry without content has to have a page (4.1.2)
        _add(node, "content", text or _title(entry.title), type="text")
        return
    if text:
        _add(node, "summary", text, type="text")


def _title(title: str) -> str:
    """A title on one line; one has to be there."""
    return shortened(one_line(title), LONGEST_TITLE) or "Untitled"


def _author(node: etree._Element, name: str) -> None:
    if name:
        _add(etree.SubElement(node, f"{{{ATOM}}}author"), "name", name)


def _link(node: etree._Element, rel: str, href: str | None, kind: str) -> bool:
    """Add a link to a place on the web; whether it is one."""
    address = web_address(href)
    if address is None:
        return False
    etree.SubElement(node, f"{{{ATOM}}}link", {"rel": rel, "type": kind, "href": address})
    return True


def _add(node: etree._Element, name: str, words: str, **attributes: str) -> None:
    etree.SubElement(node, f"{{{ATOM}}}{name}", attributes).text = _NO_XML.sub("", words)


def _time(when: datetime.datetime) -> str:
    """A time as RFC 3339 has it, in UTC, to the second."""
    if when.tzinfo is None:
        raise ValueError(f"{when} has no zone: a feed's times must know theirs, such as datetime.UTC")
    return when.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
