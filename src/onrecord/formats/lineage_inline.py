"""The picture of a lineage as an element of a page: its colours are the page's, and each line of it is a link.

The page allows no style inside it, so every class begins with `l-`, for the page's own style sheet. Every printing,
document and arrow has the keys by which a script ties it to the others and to the rows of a table.
"""

import html
from collections.abc import Iterable, Iterator, Mapping, Sequence

import svg

from onrecord.formats.lineage_marks import (
    WIDTH,
    Layout,
    arrow_tip,
    draw_arrows,
    draw_ground,
    draw_legend,
    draw_member,
    draw_saying,
    rounded,
)
from onrecord.formats.lineage_words import changes, drift_shown, named, when_in_words
from onrecord.formats.visible import one_line
from onrecord.formats.wrap import shortened
from onrecord.traces import Lineage, Member, Saying

_LONGEST = 240  # characters of what a line is called


def draw_inline(found: Lineage, layout: Layout, addresses: Mapping[str | int, str]) -> str:
    """The element; a printing's key is its number in order of time, a document's d and its number."""
    members, axis, row, roomy = layout.members, layout.axis, layout.row, layout.roomy
    by_id = {member.id: member for member in found.members}
    keys: dict[str | int, str] = {member.id: str(at) for at, member in enumerate(found.members, start=1)}
    keys |= {row.path: f"d{at}" for at, row in enumerate(found.said, start=1) if row.path is not None}
    elements: list[svg.Element] = [
        svg.Defs(elements=[arrow_tip("tip"), arrow_tip("tip-maybe")]),
        *draw_ground(axis, found, row, layout.top, len(members)),
        *draw_arrows(members, layout.said, layout.places, roomy=roomy, keys=keys),
    ]
    for at, saying in enumerate(found.said):
        y = layout.top + row * (at + 0.5)
        drawn = [_under(y, row), *draw_saying(saying, members, axis, y, roomy=roomy)]
        address = addresses.get(saying.path) if saying.path is not None else None
        elements.append(_line(drawn, f"d{at + 1}", address, _said(saying)))
    for member, name in layout.lines:
        y = layout.places[member.id].y
        drawn = [_under(y, row), *draw_member(member, by_id, axis, y, name=name, roomy=roomy)]
        elements.append(_line(drawn, keys[member.id], addresses.get(member.id), _called(member)))
    elements += draw_legend(found, layout.height, len(members))
    _fit(elements)
    return svg.SVG(
        class_=["l-picture"],
        viewBox=svg.ViewBoxSpec(0, 0, WIDTH, layout.height),
        width=WIDTH,
        height=layout.height,
        extra={"role": "group", "aria-label": "The lineage, line by line in order of time"},
        elements=elements,
    ).as_str()


def _line(drawn: Sequence[svg.Element], key: str, address: str | None, called: str) -> svg.A | svg.G:
    """A line of the picture: a link where it leads somewhere."""
    extra = {"data-m": key, "aria-label": html.escape(shortened(called, _LONGEST))}
    if address is None:
        return svg.G(class_=["line"], elements=[*drawn], extra={**extra, "role": "img"})
    return svg.A(class_=["line"], href=html.escape(address), elements=[*drawn], extra=extra)


def _under(y: float, row: int) -> svg.Rect:
    """What makes the whole line take the pointer, and shows that it is lit."""
    return svg.Rect(class_=["under"], x=12, y=rounded(y - row / 2), width=WIDTH - 24, height=row)


def _called(member: Member) -> str:
    facts = [f"{named(member)}, {when_in_words(member.when)}", changes(drift_shown(member))]
    return ", ".join(fact for fact in facts if fact)


def _said(saying: Saying) -> str:
    facts = [
        f"said {when_in_words(saying.when)}",
        one_line(saying.path or "").rpartition("/")[2],
        one_line(saying.speaker or ""),
    ]
    return ", ".join(fact for fact in facts if fact)


def _fit(elements: Iterable[svg.Element]) -> None:
    """Name the classes and the tips as the page has them; the names of the lines tell what their titles would."""
    for element in _all(elements):
        names = getattr(element, "class_", None)
        if names:
            setattr(element, "class_", [f"l-{name}" for name in names])  # noqa: B010 - not all elements have classes
        if isinstance(element, svg.Marker):
            element.id = f"lineage-{element.id}"
        if isinstance(element, svg.Path) and element.marker_end:
            element.marker_end = str(element.marker_end).replace("url(#", "url(#lineage-")
        if element.elements:
            element.elements = [one for one in element.elements if not isinstance(one, svg.Title)]


def _all(elements: Iterable[svg.Element]) -> Iterator[svg.Element]:
    for element in elements:
        yield element
        yield from _all(element.elements or ())
