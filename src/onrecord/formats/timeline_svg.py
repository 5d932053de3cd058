"""How much there is over time, as a small picture: a bar a day, a month or a year, whichever is the first that fits."""

from datetime import date, timedelta

import svg

from onrecord.formats.visible import one_line

WIDTH, HEIGHT, FOOT, TOP = 1000, 110, 22, 12
MOST_DAYS, MOST_MONTHS = 92, 240
MOST_TICKS = 10
SHARE, WIDEST, NARROWEST = 0.84, 40.0, 1.5  # of a step's width that its bar takes, and the bar's bounds
Step = tuple[str, int]  # what it is called, and how many


def timeline_svg(days: dict[str, int], *, name: str = "") -> str | None:
    """The picture as an SVG element for a page, which gives it its colours; None where there is nothing to show.

    `days` are counts by day ("2031-10-15"). The classes are `timeline-bar`, `axis` and `tick`; each bar has a title.
    """
    if not days:
        return None
    steps = _steps({date.fromisoformat(day): count for day, count in days.items()})
    most, width = max(count for _, count in steps), WIDTH / len(steps)
    elements: list[svg.Element] = [svg.Title(text=svg.escape(_told(steps, name)))]
    for place, (label, count) in enumerate(steps):
        if not count:
            continue
        high = max(2.0, (HEIGHT - FOOT - TOP) * count / most)
        elements.append(
            svg.Rect(
                class_=["timeline-bar"],
                x=round(place * width, 1),
                y=round(HEIGHT - FOOT - high, 1),
                width=round(max(min(width * SHARE, WIDEST), NARROWEST), 1),
                height=round(high, 1),
                elements=[svg.Title(text=svg.escape(f"{label}: {count:,}"))],
            )
        )
    elements.append(svg.Line(class_=["axis"], x1=0, x2=WIDTH, y1=HEIGHT - FOOT, y2=HEIGHT - FOOT))
    every = -(-len(steps) // MOST_TICKS)
    for place in range(0, len(steps), every):
        label = svg.escape(steps[place][0])
        elements.append(svg.Text(class_=["tick"], x=round(place * width, 1), y=HEIGHT - 6, text=label))
    picture = svg.SVG(
        class_=["timeline-picture"],
        viewBox=svg.ViewBoxSpec(0, 0, WIDTH, HEIGHT),
        extra={"role": "img"},
        elements=elements,
    )
    return picture.as_str()


def _steps(days: dict[date, int]) -> list[Step]:
    """Every day from the first to the last, or every month, or every year; where even those are many, what there is."""
    first, last = min(days), max(days)
    if (last - first).days < MOST_DAYS:
        every = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        return [(day.isoformat(), days.get(day, 0)) for day in every]
    months: dict[int, int] = {}
    for day, count in days.items():
        months[12 * day.year + day.month - 1] = months.get(12 * day.year + day.month - 1, 0) + count
    if max(months) - min(months) < MOST_MONTHS:
        return [(_month(number), months.get(number, 0)) for number in range(min(months), max(months) + 1)]
    years: dict[int, int] = {}
    for number, count in months.items():
        years[number // 12] = years.get(number // 12, 0) + count
    if last.year - first.year < MOST_MONTHS:
        return [(f"{year:04d}", years.get(year, 0)) for year in range(first.year, last.year + 1)]
    return [(f"{year:04d}", years[year]) for year in sorted(years)]  # a date far off is a slip


def _month(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _told(steps: list[Step], name: str) -> str:
    """The picture in a sentence."""
    total = sum(count for _, count in steps)
    label, most = max(steps, key=_count)
    of = f" of {one_line(name)}" if name else ""
    return f"{total:,} quotations{of} from {steps[0][0]} to {steps[-1][0]}; most, {most:,}, in {label}"


def _count(step: Step) -> int:
    return step[1]
