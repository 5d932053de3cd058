"""A family's timeline and lineage as one SVG picture, light or dark as the reader's screen is.

Time runs from left to right. Each line holds one printing, those of one outlet together, below the documents in
which the words were said. A bar is the time within which a printing appeared, as far as it is known. Solid arrows
are held by evidence; dashed ones are only possible. The same lineage gives the same bytes.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import svg

from onrecord.formats.lineage_axis import Axis, axis_of
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
from onrecord.traces import Lineage, Member, Saying, When

MOST_DRAWN = 500  # printings, the earliest; the picture says how many more there are
ROOMY = 40  # up to so many printings each has two lines of words
WIDTH, LEFT, RIGHT = 1200, 250, 810  # of the picture, and where its time begins and ends
WORDS = 850  # where the words of each line begin
TOP, ROW, TIGHT_ROW = 150, 58, 26
_NAME, _TEXT, _TITLE = 28, 52, 92  # characters that fit: a name, a line of words, a line of the heading
_TIP = 7  # from a printing's middle to the tip of an arrow at it
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


class Place(NamedTuple):
    """Where the middle of a printing or a document stands."""

    x: float
    y: float


def draw(found: Lineage) -> str:
    """The picture of a lineage, a whole SVG file: a few kilobytes, about a kilobyte more for each printing."""
    members = _in_rows(found.members[:MOST_DRAWN])
    row = ROW if len(members) <= ROOMY else TIGHT_ROW
    height = TOP + row * (len(found.said) + len(members)) + 74
    axis = axis_of(
        [*(saying.when for saying in found.said), *(member.when for member in members)], LEFT, RIGHT
    )
    said = {
        saying.path: Place(_said_at(axis, saying.when), TOP + row * (at + 0.5))
        for at, saying in enumerate(found.said)
    }
    places = {
        member.id: Place(axis.middle(member.when), TOP + row * (len(found.said) + at + 0.5))
        for at, member in enumerate(members)
    }
    title = f"“{shortened(fullest(found), 200)}”"
    elements: list[svg.Element] = [
        svg.Title(text=svg.escape(title)),
        svg.Desc(text=svg.escape(_told(found, members))),
        svg.Style(text=_STYLE),
        svg.Defs(elements=[_tip("tip"), _tip("tip-maybe")]),
        svg.Rect(class_=["paper"], width=WIDTH, height=height),
        *_heading(found, title),
        *_ground(axis, found, row, height, len(members)),
        *_arrows(members, said, places, roomy=row == ROW),
    ]
    for at, saying in enumerate(found.said):
        elements += _saying(saying, members, axis, TOP + row * (at + 0.5), roomy=row == ROW)
    before = ""
    by_id = {member.id: member for member in found.members}
    for member in members:
        name = named(member)
        elements += _member(
            member, by_id, axis, places[member.id].y, name="" if name == before else name, roomy=row == ROW
        )
        before = name
    elements += _legend(found, height, len(members))
    picture = svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, WIDTH, height),
        width=WIDTH,
        height=height,
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
        yield _text(line, x=24, y=42 + 27 * at, class_=["head"])
    facts = [one_line(found.speaker or ""), counted(found)]
    yield _text(" · ".join(fact for fact in facts if fact), x=24, y=42 + 27 * len(lines), class_=["dim"])


def _ground(axis: Axis, found: Lineage, row: int, height: int, count: int) -> Iterator[svg.Element]:
    bottom = TOP + row * (len(found.said) + count)
    if found.said:
        yield svg.Rect(class_=["band"], x=0, y=TOP, width=WIDTH, height=row * len(found.said))
    for tick in axis.ticks:
        yield svg.Line(class_=["rule"], x1=_n(tick.start), y1=TOP - 8, x2=_n(tick.start), y2=bottom)
        yield _text(tick.label, x=_n(tick.middle), y=TOP - 14, class_=["tick"])
    for at in range(len(found.said) + count + 1):
        yield svg.Line(class_=["rule"], x1=24, y1=TOP + row * at, x2=WIDTH - 24, y2=TOP + row * at)


def _arrows(
    members: Sequence[Member],
    said: dict[str | None, Place],
    places: dict[str | int, Place],
    *,
    roomy: bool,
) -> Iterator[svg.Element]:
    """The possible ways first, so that those with evidence lie over them; among very many printings these alone."""
    sure = []
    for member in members:
        to = places[member.id]
        if member.parent in places:
            sure.append(_arrow(places[member.parent], to, "arrow", "tip"))
        elif member.parent is None and roomy:
            of = str(member.from_source.of) if member.from_source else None
            likely = next((places[row.id] for row in member.candidates if row.id in places), None)
            start = said.get(of, likely)
            if start is not None:
                yield _arrow(start, to, "maybe", "tip-maybe")
    yield from sure


def _arrow(start: Place, end: Place, look: str, tip: str) -> svg.Path:
    """Down from the one, round the corner, and into the other from its left; a bow where there is no room for that."""
    path: list[svg.PathData] = []
    if end.x - start.x > 30 and end.y > start.y:
        path = [
            svg.M(_n(start.x), _n(start.y + 6)),
            svg.V(_n(end.y - 12)),
            svg.Q(_n(start.x), _n(end.y), _n(start.x + 12), _n(end.y)),
            svg.H(_n(end.x - _TIP)),
        ]
    else:
        bow = min(start.x, end.x) - 26
        path = [
            svg.M(_n(start.x - 6), _n(start.y)),
            svg.C(_n(bow), _n(start.y), _n(bow), _n(end.y), _n(end.x - _TIP), _n(end.y)),
        ]
    return svg.Path(class_=[look], d=path, marker_end=f"url(#{tip})")


def _tip(name: str) -> svg.Marker:
    return svg.Marker(
        id=name,
        viewBox=svg.ViewBoxSpec(0, 0, 8, 8),
        refX=7,
        refY=4,
        markerWidth=8,
        markerHeight=8,
        markerUnits="userSpaceOnUse",
        orient="auto",
        elements=[svg.Path(class_=[name], d=[svg.M(0, 0.5), svg.L(8, 4), svg.L(0, 7.5), svg.Z()])],
    )


def _saying(
    saying: Saying, members: Sequence[Member], axis: Axis, y: float, *, roomy: bool
) -> Iterator[svg.Element]:
    by = next((named(member) for member in members if member.id == saying.printing), "")
    name = one_line(saying.path or "").rpartition("/")[2] or f"as {by} gives it"
    yield from _labels(name, "said " + when_in_words(saying.when), y, roomy=roomy)
    yield from _bar(axis, saying.when, y, ["bar", "said"])
    x = _said_at(axis, saying.when)
    diamond = [
        svg.M(_n(x), _n(y - 8)),
        svg.L(_n(x + 8), _n(y)),
        svg.L(_n(x), _n(y + 8)),
        svg.L(_n(x - 8), _n(y)),
    ]
    tip = svg.Title(text=svg.escape(one_line(f"{saying.speaker or ''} {saying.text or ''}")))
    yield svg.Path(class_=["source"], d=[*diamond, svg.Z()], elements=[tip])
    yield from _right(one_line(saying.text or ""), one_line(saying.speaker or ""), y, roomy=roomy)


def _said_at(axis: Axis, when: When) -> float:
    """Where a document stands; one without a date before all printings."""
    return axis.middle(when) if axis.is_known(when) else LEFT + 12


def _member(
    member: Member,
    members: dict[str | int, Member],
    axis: Axis,
    y: float,
    *,
    name: str,
    roomy: bool,
) -> Iterator[svg.Element]:
    yield from _labels(name, when_in_words(member.when), y, roomy=roomy)
    yield from _bar(axis, member.when, y, ["bar"])
    look = ["own" if member.parent is None else "taken", *([] if axis.is_known(member.when) else ["undated"])]
    told = [one_line(member.text), reason(member, members), one_line(member.path or "")]
    tip = svg.Title(text=svg.escape("\n".join(row for row in told if row)))
    yield svg.Circle(class_=look, cx=_n(axis.middle(member.when)), cy=_n(y), r=6, elements=[tip])
    below = changes(drift_shown(member)) or reason(member, members)
    yield from _right(one_line(member.text), below, y, roomy=roomy)


def _labels(name: str, when: str, y: float, *, roomy: bool) -> Iterator[svg.Element]:
    if roomy:
        if name:
            yield _text(shortened(name, _NAME), x=24, y=_n(y - 4), class_=["name"])
        yield _text(shortened(when, 34), x=24, y=_n(y + 14), class_=["dim"])
        return
    if name:
        yield _text(shortened(name, _NAME), x=24, y=_n(y + 4), class_=["name"])


def _right(text: str, below: str, y: float, *, roomy: bool) -> Iterator[svg.Element]:
    if roomy:
        yield _text(shortened(text, _TEXT), x=WORDS, y=_n(y - 4), class_=["words"])
        yield _text(shortened(below, _TEXT), x=WORDS, y=_n(y + 14), class_=["dim"])
    else:
        yield _text(shortened(below or text, _TEXT), x=WORDS, y=_n(y + 4), class_=["dim"])


def _bar(axis: Axis, when: When, y: float, look: list[str]) -> Iterator[svg.Element]:
    low, high = axis.range(when)
    if high - low > 1:
        yield svg.Rect(class_=look, x=_n(low), y=_n(y - 4), width=_n(high - low), height=8, rx=4)


def _legend(found: Lineage, height: int, drawn: int) -> Iterator[svg.Element]:
    y, x = height - 32, 24.0
    rows: list[tuple[svg.Element, str]] = [
        (svg.Circle(class_=["own"], cx=6, cy=0, r=6), "no earlier printing can be told"),
        (svg.Circle(class_=["taken"], cx=6, cy=0, r=6), "taken from another"),
        (
            svg.Path(class_=["arrow"], d=[svg.M(-10, 0), svg.H(14)], marker_end="url(#tip)"),
            "with evidence",
        ),
        (svg.Path(class_=["maybe"], d=[svg.M(-10, 0), svg.H(14)], marker_end="url(#tip-maybe)"), "possible"),
        (svg.Rect(class_=["bar"], x=-10, y=-4, width=24, height=8, rx=4), "some time within"),
    ]
    if found.said:
        diamond = [svg.M(6, -8), svg.L(14, 0), svg.L(6, 8), svg.L(-2, 0), svg.Z()]
        rows.insert(0, (svg.Path(class_=["source"], d=diamond), "said"))
    for mark, text in rows:
        label = _text(text, x=22, y=4, class_=["dim"])
        yield svg.G(transform=[svg.Translate(_n(x + 10), y)], elements=[mark, label])
        x += 52 + 6.4 * cells(text)
    more = len(found.members) + found.left_out - drawn
    if more:
        yield _text(f"and {more:,} later printings", x=WORDS, y=y + 4, class_=["dim"])


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


def _text(text: str, *, x: float, y: float, class_: list[str]) -> svg.Text:
    """Words of the picture; the library writes text as it is, so what is markup in it is escaped here."""
    return svg.Text(text=svg.escape(text), x=x, y=y, class_=class_)


def _n(value: float) -> float | int:
    """A length to a tenth, so that the file is small and the same everywhere."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded
