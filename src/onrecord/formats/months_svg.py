"""How much there is in each month, as a small picture: a bar a month, or a year where there are very many."""

import svg

from onrecord.formats.visible import one_line

WIDTH, HEIGHT, FOOT = 1000, 110, 22
MOST_BARS = 240
MOST_TICKS = 12
NARROWEST = 1.5


def months_svg(months: dict[str, int], *, name: str = "") -> str | None:
    """The picture as an SVG element for a page, which gives it its colours; None where there is nothing to show.

    `months` are counts by month ("2031-10"). The classes are `bar`, `axis` and `tick`; each bar has its own title.
    """
    if not months:
        return None
    steps = _filled(months)
    if len(steps) > MOST_BARS:
        steps = _by_year(steps)
    most = max(count for _, count in steps)
    width = WIDTH / len(steps)
    elements: list[svg.Element] = [svg.Title(text=svg.escape(_told(steps, name)))]
    for place, (label, count) in enumerate(steps):
        if count:
            high = max(2.0, (HEIGHT - FOOT - 12) * count / most)
            tip = svg.Title(text=svg.escape(f"{label}: {count:,}"))
            elements.append(
                svg.Rect(
                    class_=["bar"],
                    x=round(place * width + width * 0.08, 1),
                    y=round(HEIGHT - FOOT - high, 1),
                    width=round(max(min(width * 0.84, 40), NARROWEST), 1),
                    height=round(high, 1),
                    elements=[tip],
                )
            )
    elements.append(svg.Line(class_=["axis"], x1=0, x2=WIDTH, y1=HEIGHT - FOOT, y2=HEIGHT - FOOT))
    every = max(1, -(-len(steps) // MOST_TICKS))
    for place in range(0, len(steps), every):
        elements.append(
            svg.Text(
                class_=["tick"], x=round(place * width, 1), y=HEIGHT - 6, text=svg.escape(steps[place][0])
            )
        )
    picture = svg.SVG(
        class_=["months"],
        viewBox=svg.ViewBoxSpec(0, 0, WIDTH, HEIGHT),
        extra={"role": "img"},
        elements=elements,
    )
    return picture.as_str()


def _filled(months: dict[str, int]) -> list[tuple[str, int]]:
    """Every month from the first to the last."""
    first, last = _number(min(months)), _number(max(months))
    if last - first > 12 * 400:  # a date far off is a slip; the picture keeps to the months that there are
        return sorted(months.items())
    return [(label, months.get(label, 0)) for label in map(_label, range(first, last + 1))]


def _by_year(steps: list[tuple[str, int]]) -> list[tuple[str, int]]:
    years: dict[str, int] = {}
    for label, count in steps:
        years[label[:4]] = years.get(label[:4], 0) + count
    return list(years.items())


def _number(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:7]) - 1


def _label(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _told(steps: list[tuple[str, int]], name: str) -> str:
    """The picture in a sentence."""
    total = sum(count for _, count in steps)
    label, most = max(steps, key=_count)
    of = f" of {one_line(name)}" if name else ""
    return f"{total:,} quotations{of} from {steps[0][0]} to {steps[-1][0]}; most, {most:,}, in {label}"


def _count(step: tuple[str, int]) -> int:
    return step[1]
