"""CSL-JSON: what citation processors take (https://docs.citationstyles.org/en/stable/specification.html)."""

import msgspec

from onrecord.formats.citation.names import Name
from onrecord.formats.citation.work import Work
from onrecord.formats.visible import one_line


class CslName(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An author: family and given names, or one `literal`."""

    family: str | None = None
    given: str | None = None
    suffix: str | None = None
    literal: str | None = None


class CslDate(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """A date as a list of one list of numbers: year, month, day."""

    date_parts: tuple[tuple[int, ...]]


class CslItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename="kebab"):
    """A newspaper article; who is quoted, and the words, stand in its note."""

    id: str
    type: str = msgspec.field(name="type")
    title: str | None = None
    container_title: str | None = None
    author: tuple[CslName, ...] = ()
    issued: CslDate | None = None
    accessed: CslDate | None = None
    url: str | None = msgspec.field(name="URL", default=None)
    language: str | None = None
    note: str | None = None


def to_csl(work: Work) -> str:
    """A list of one item."""
    notes = [work.line, work.permalink and f"On record: {work.permalink}"]
    item = CslItem(
        id=one_line(work.key),
        type="article-newspaper",
        title=work.title or None,
        container_title=work.outlet or None,
        author=tuple(map(_name, work.authors)),
        issued=CslDate(date_parts=(work.date,)) if work.date else None,
        accessed=CslDate(date_parts=(work.accessed,)) if work.accessed else None,
        url=work.url or None,
        language=work.language or None,
        note="; ".join(filter(None, notes)) or None,
    )
    return msgspec.json.format(msgspec.json.encode([item]), indent=2).decode() + "\n"


def _name(name: Name) -> CslName:
    if not name.given:
        return CslName(literal=name.family)
    return CslName(family=name.family, given=name.given, suffix=name.suffix or None)
