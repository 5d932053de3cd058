"""The parts of a picture of a lineage: its ground with the axis, its arrows, and what stands in each line."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import svg

from onrecord.formats.lineage_axis import Axis
from onrecord.formats.lineage_words import changes, drift_shown, named, reason, when_in_words
from onrecord.formats.visible import one_line
from onrecord.formats.wrap import cells, shortened
from onrecord.traces import Lineage, Member, Saying, When

WIDTH, LEFT, RIGHT = 1200, 250, 810  # of the picture, and where its time begins and ends
WORDS = 850  # where the words of each line begin
ROW, TIGHT_ROW = 58, 26  # how high a line is
_NAME, _TEXT = 28, 52  # characters that fit: a name, a line of words
_TIP = 7  # from a printing's middle to the tip of an arrow at it


class Place(NamedTuple):
    """Where the middle of a printing or a document stands."""

    x: float
    y: float


class Layout(NamedTuple):
    """Where everything of a picture stands: the printings line by line, the axis, the places, and the heights."""

    members: Sequence[Member]
    axis: Axis
    said: dict[str | None, Place]
    places: dict[str | int, Place]
    row: int
    top: int
    height: int

    @property
    def roomy(self) -> bool:
        """Whether each line has room for two lines of words."""
        return self.row == ROW

    @property
    def lines(self) -> Iterator[tuple[Member, str]]:
        """The printings, each with its outlet's name; "" where the line above has the same."""
        before = ""
        for member in self.members:
            name = named(member)
            yield member, "" if name == before else name
            before = name


def draw_ground(axis: Axis, found: Lineage, row: int, top: int, count: int) -> Iterator[svg.Element]:
    """The lines of the axis and between the rows, from `top` on, of so many printings."""
    bottom = top + row * (len(found.said) + count)
    if found.said:
        yield svg.Rect(class_=["band"], x=0, y=top, width=WIDTH, height=row * len(found.said))
    for tick in axis.ticks:
        yield svg.Line(class_=["rule"], x1=rounded(tick.start), y1=top - 8, x2=rounded(tick.start), y2=bottom)
        yield write(tick.label, x=rounded(tick.middle), y=top - 14, class_=["tick"])
    for at in range(len(found.said) + count + 1):
        yield svg.Line(class_=["rule"], x1=24, y1=top + row * at, x2=WIDTH - 24, y2=top + row * at)


def draw_arrows(
    members: Sequence[Member],
    said: dict[str | None, Place],
    places: dict[str | int, Place],
    *,
    roomy: bool,
    keys: Mapping[str | int, str] | None = None,
) -> Iterator[svg.Element]:
    """The possible ways first, so that those with evidence lie over them; among very many printings these alone.

    With `keys`, by a printing's id or a document's path, an arrow says from where it leads whither.
    """
    sure = []
    for member in members:
        to = places[member.id]
        if member.parent is not None and member.parent in places:
            drawn = _arrow(places[member.parent], to, "arrow", "tip")
            sure.append(_keyed(drawn, member.parent, member.id, keys))
        elif member.parent is None and roomy:
            of = str(member.from_source.of) if member.from_source else None
            start: str | int | None = of
            if of not in said:
                start = next((row.id for row in member.candidates if row.id in places), None)
            if start is not None:
                place = said[of] if of in said else places[start]
                yield _keyed(_arrow(place, to, "maybe", "tip-maybe"), start, member.id, keys)
    yield from sure


def _keyed(
    arrow: svg.Path, start: str | int, end: str | int, keys: Mapping[str | int, str] | None
) -> svg.Path:
    if keys is not None:
        arrow.extra = {"data-from": keys.get(start, ""), "data-to": keys.get(end, "")}
    return arrow


def _arrow(start: Place, end: Place, look: str, tip: str) -> svg.Path:
    """Down from the one, round the corner, and into the other from its left; a bow where there is no room for that."""
    path: list[svg.PathData] = []
    if end.x - start.x > 30 and end.y > start.y:
        path = [
            svg.M(rounded(start.x), rounded(start.y + 6)),
            svg.V(rounded(end.y - 12)),
            svg.Q(rounded(start.x), rounded(end.y), rounded(start.x + 12), rounded(end.y)),
            svg.H(rounded(end.x - _TIP)),
        ]
    else:
        bow = min(start.x, end.x) - 26
        path = [
            svg.M(rounded(start.x - 6), rounded(start.y)),
            svg.C(
                rounded(bow),
                rounded(start.y),
                rounded(bow),
                rounded(end.y),
                rounded(end.x - _TIP),
                rounded(end.y),
            ),
        ]
    return svg.Path(class_=[look], d=path, marker_end=f"url(#{tip})")


def arrow_tip(name: str) -> svg.Marker:
    """The tip of an arrow, to be defined once in a picture."""
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


def draw_saying(
    saying: Saying, members: Sequence[Member], axis: Axis, y: float, *, roomy: bool
) -> Iterator[svg.Element]:
    """The line of a document in which the words were said, or of a printing that tells when they were."""
    by = next((named(member) for member in members if member.id == saying.printing), "")
    name = one_line(saying.path or "").rpartition("/")[2] or f"as {by} gives it"
    yield from _labels(name, "said " + when_in_words(saying.when), y, roomy=roomy)
    yield from _bar(axis, saying.when, y, ["bar", "said"])
    x = said_at(axis, saying.when)
    diamond = [
        svg.M(rounded(x), rounded(y - 8)),
        svg.L(rounded(x + 8), rounded(y)),
        svg.L(rounded(x), rounded(y + 8)),
        svg.L(rounded(x - 8), rounded(y)),
    ]
    tip = svg.Title(text=svg.escape(one_line(f"{saying.speaker or ''} {saying.text or ''}")))
    yield svg.Path(class_=["source"], d=[*diamond, svg.Z()], elements=[tip])
    yield from _right(one_line(saying.text or ""), one_line(saying.speaker or ""), y, roomy=roomy)


def said_at(axis: Axis, when: When) -> float:
    """Where a document stands; one without a date before all printings."""
    return axis.middle(when) if axis.is_known(when) else LEFT + 12


def draw_member(
    member: Member,
    members: dict[str | int, Member],
    axis: Axis,
    y: float,
    *,
    name: str,
    roomy: bool,
) -> Iterator[svg.Element]:
    """The line of a printing; `name` is its outlet's, "" where the line above has the same."""
    yield from _labels(name, when_in_words(member.when), y, roomy=roomy)
    yield from _bar(axis, member.when, y, ["bar"])
    look = ["own" if member.parent is None else "taken", *([] if axis.is_known(member.when) else ["undated"])]
    told = [one_line(member.text), reason(member, members), one_line(member.path or "")]
    tip = svg.Title(text=svg.escape("\n".join(row for row in told if row)))
    yield svg.Circle(class_=look, cx=rounded(axis.middle(member.when)), cy=rounded(y), r=6, elements=[tip])
    below = changes(drift_shown(member)) or reason(member, members)
    yield from _right(one_line(member.text), below, y, roomy=roomy)


def _labels(name: str, when: str, y: float, *, roomy: bool) -> Iterator[svg.Element]:
    if roomy:
        if name:
            yield write(shortened(name, _NAME), x=24, y=rounded(y - 4), class_=["name"])
        yield write(shortened(when, 34), x=24, y=rounded(y + 14), class_=["dim"])
        return
    if name:
        yield write(shortened(name, _NAME), x=24, y=rounded(y + 4), class_=["name"])


def _right(text: str, below: str, y: float, *, roomy: bool) -> Iterator[svg.Element]:
    if roomy:
        yield write(shortened(text, _TEXT), x=WORDS, y=rounded(y - 4), class_=["words"])
        yield write(shortened(below, _TEXT), x=WORDS, y=rounded(y + 14), class_=["dim"])
    else:
        yield write(shortened(below or text, _TEXT), x=WORDS, y=rounded(y + 4), class_=["dim"])


def _bar(axis: Axis, when: When, y: float, look: list[str]) -> Iterator[svg.Element]:
    low, high = axis.range(when)
    if high - low > 1:
        yield svg.Rect(
            class_=look, x=rounded(low), y=rounded(y - 4), width=rounded(high - low), height=8, rx=4
        )


def draw_legend(found: Lineage, height: int, drawn: int) -> Iterator[svg.Element]:
    """What the marks mean, at the foot of a picture of so many printings; and how many more there are."""
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
        label = write(text, x=22, y=4, class_=["dim"])
        yield svg.G(transform=[svg.Translate(rounded(x + 10), y)], elements=[mark, label])
        x += 52 + 6.4 * cells(text)
    more = len(found.members) + found.left_out - drawn
    if more:
        yield write(f"and {more:,} later printings", x=WORDS, y=y + 4, class_=["dim"])


def write(text: str, *, x: float, y: float, class_: list[str]) -> svg.Text:
    """Words of the picture; the library writes text as it is, so what is markup in it is escaped here."""
    return svg.Text(text=svg.escape(text), x=x, y=y, class_=class_)


def rounded(value: float) -> float | int:
    """A length to a tenth, so that the file is small and the same everywhere."""
    tenth = round(value, 1)
    return int(tenth) if tenth == int(tenth) else tenth
