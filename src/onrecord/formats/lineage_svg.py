"""A family's timeline and lineage as one SVG picture, light or dark as the reader's screen is.

Time runs from left to right. Each line holds one printing, those of one outlet together, below the documents in
which the words were said. A bar is the time within which a printing appeared, as far as it is known. Solid arrows
are held by evidence; dashed ones are only possible. The same lineage gives the same bytes.
"""

from collections.abc import Iterator, Mapping, Sequence

import svg

from onrecord.formats.lineage_axis import axis_of
from onrecord.formats.lineage_inline import draw_inline
from onrecord.formats.lineage_marks import (
    LEFT,
    RIGHT,
    ROW,
    TIGHT_ROW,
    WIDTH,
    Layout,
    Place,
    arrow_tip,
    draw_arrows,
    draw_ground,
    draw_legend,
    draw_member,
    draw_saying,
    said_at,
    write,
)
from onrecord.formats.lineage_words import (
    changes,
    counted,
    drift_shown,
    fullest,
    named,
    reason,
    when_in_words,
)
from onrecord.formats.visible import one_line
from onrecord.formats.wrap import cells, shortened
from onrecord.traces import Lineage, Member

MOST_DRAWN = 500  # printings, the earliest; the picture says how many more there are
ROOMY = 40  # up to so many printings each has two lines of words
TOP, TOP_INLINE = 150, 40  # where the lines begin; a page has the heading above its picture
_TITLE = 92  # characters that fit in a line of the heading
_STYLE = """
svg { --paper: #fdfcf9; --ink: #1d2329; --dim: #69727c; --rule: #e7e3da; --band: #f6f3ec; --node: #2a5d9f;
  --said: #b3541e; --maybe: #a3aab2; }
@media (prefers-color-scheme: dark) {
  svg { --paper: #15181c; --ink: #e9e6df; --dim: #98a1ab; --rule: #2b3037; --band: #1b1f24; --node: #86b6f2;
    --said: #f0a05f; --maybe: #59626c; } }
text { font: 13px system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: var(--ink); }
.paper { fill: var(--paper); } .band { fill: var(--band); } .rule { stroke: var(--rule); stroke-width: 1; }
.head { font: 600 21px Georgia, "Times New Roman", serif; } .name { font-weight: 600; }
.dim { fill: var(--dim); font-size: 12px; } .tick { fill: var(--dim); font-size: 12px; text-anchor: middle; }
.words { font: italic 14px Georgia, "Times New Roman", serif; }
.bar { fill: var(--node); opacity: .2; } .bar.said { fill: var(--said); opacity: .25; }
.own { fill: var(--node); } .taken { fill: var(--paper); stroke: var(--node); stroke-width: 2.5; }
.source { fill: var(--said); } .undated { stroke-dasharray: 2 2; }
.arrow { fill: none; stroke: var(--node); stroke-width: 1.8; } .maybe { fill: none; stroke: var(--maybe);
  stroke-width: 1.5; stroke-dasharray: 4 4; }
.tip { fill: var(--node); } .tip-maybe { fill: var(--maybe); }
"""


def draw(
    found: Lineage,
    *,
    inline: bool = False,
    addresses: Mapping[str | int, str] | None = None,
    most: int = MOST_DRAWN,
) -> str:
    """The picture of a lineage, a whole SVG file: a few kilobytes, about a kilobyte more for each printing.

    With `inline` it is an element to stand in a page that has the style for it, without a heading; `addresses`, by a
    printing's id or a document's path, are where its lines lead to. At most the earliest `most` printings are drawn.
    """
    layout = _lay_out(found, most, TOP_INLINE if inline else TOP)
    return draw_inline(found, layout, addresses or {}) if inline else _whole(found, layout)


def _lay_out(found: Lineage, most: int, top: int) -> Layout:
    members = _in_rows(found.members[:most])
    row = ROW if len(members) <= ROOMY else TIGHT_ROW
    whens = [*(saying.when for saying in found.said), *(member.when for member in members)]
    axis = axis_of(whens, LEFT, RIGHT)
    said = {
        saying.path: Place(said_at(axis, saying.when), top + row * (at + 0.5))
        for at, saying in enumerate(found.said)
    }
    places = {
        member.id: Place(axis.middle(member.when), top + row * (len(found.said) + at + 0.5))
        for at, member in enumerate(members)
    }
    height = top + row * (len(found.said) + len(members)) + 74
    return Layout(members, axis, said, places, row, top, height)


def _whole(found: Lineage, layout: Layout) -> str:
    title = f"“{shortened(fullest(found), 200)}”"
    members, axis, row, roomy = layout.members, layout.axis, layout.row, layout.roomy
    elements: list[svg.Element] = [
        svg.Title(text=svg.escape(title)),
        svg.Desc(text=svg.escape(_told(found, members))),
        svg.Style(text=_STYLE),
        svg.Defs(elements=[arrow_tip("tip"), arrow_tip("tip-maybe")]),
        svg.Rect(class_=["paper"], width=WIDTH, height=layout.height),
        *_heading(found, title),
        *draw_ground(axis, found, row, layout.top, len(members)),
        *draw_arrows(members, layout.said, layout.places, roomy=roomy),
    ]
    for at, saying in enumerate(found.said):
        elements += draw_saying(saying, members, axis, layout.top + row * (at + 0.5), roomy=roomy)
    by_id = {member.id: member for member in found.members}
    for member, name in layout.lines:
        elements += draw_member(member, by_id, axis, layout.places[member.id].y, name=name, roomy=roomy)
    elements += draw_legend(found, layout.height, len(members))
    picture = svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, WIDTH, layout.height),
        width=WIDTH,
        height=layout.height,
        extra={"role": "img"},
        elements=elements,
    )
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + picture.as_str() + "\n"


def _in_rows(members: Sequence[Member]) -> list[Member]:
    """The printings in order of time, those of one outlet together at the place of its first."""
    outlets: dict[str, list[Member]] = {}
    for member in members:
        outlets.setdefault(named(member), []).append(member)
    return [member for rows in outlets.values() for member in rows]


def _heading(found: Lineage, title: str) -> Iterator[svg.Element]:
    lines = [title]
    if cells(title) > _TITLE:
        first = shortened(title, _TITLE).rstrip("…")
        lines = [first, shortened(title[len(first) :].strip(), _TITLE)]
    for at, line in enumerate(lines):
        yield write(line, x=24, y=42 + 27 * at, class_=["head"])
    facts = [one_line(found.speaker or ""), counted(found)]
    yield write(" · ".join(fact for fact in facts if fact), x=24, y=42 + 27 * len(lines), class_=["dim"])


def _told(found: Lineage, members: Sequence[Member]) -> str:
    """The picture in words, for those who cannot see it; of many printings the first."""
    by_id = {member.id: member for member in found.members}
    parts = [counted(found)]
    parts += [f"said {when_in_words(row.when)} ({one_line(row.path or 'as reported')})" for row in found.said]
    for member in members[:ROOMY]:
        facts = [f"{named(member)}, {when_in_words(member.when)}", changes(drift_shown(member))]
        facts.append(reason(member, by_id))
        parts.append(", ".join(fact for fact in facts if fact))
    return "; ".join(parts) + "."
