"""The time axis of a picture: where dates stand that are known to the minute, the day, the month or the year."""

import calendar
import math
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from onrecord.formats.dates import MONTHS
from onrecord.traces import When

MOST_TICKS = 9
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_STEPS = (_HOUR, 3 * _HOUR, 6 * _HOUR, _DAY, 2 * _DAY, 7 * _DAY)
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 300, 600, 1200, 2400, 4800, 12000)
_UNDATED = 18  # from the right end: where printings without a date stand


class Tick(NamedTuple):
    """A line of the axis, and its label in the middle of the hour, day, month or year that it begins."""

    start: float
    middle: float
    label: str


class Axis(NamedTuple):
    """Time from `low` to `high` laid out between two places of a picture."""

    low: datetime
    high: datetime
    left: float
    right: float
    ticks: tuple[Tick, ...]

    def at(self, moment: datetime) -> float:
        """Where a moment stands."""
        share = (moment - self.low) / (self.high - self.low)
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)

    def is_known(self, when: When) -> bool:
        """Whether there is a date at all."""
        return bounds(when) is not None

    def range(self, when: When) -> tuple[float, float]:
        """Between which places a date lies: from the left end where nobody knows how early; all of it for none."""
        found = bounds(when)
        if found is None:
            return self.right - _UNDATED, self.right - _UNDATED
        low, high = found
        return (self.left if low is None else self.at(low)), self.at(high)

    def middle(self, when: When) -> float:
        """Where a date is marked: the middle of the day, month or year that it names."""
        found = _span(when.value) if when.value else None
        if found is None:
            return self.right - _UNDATED
        return (self.at(found[0]) + self.at(found[1])) / 2


def axis_of(whens: Sequence[When], left: float, right: float) -> Axis:
    """The axis that has room for some dates."""
    found = [row for row in (bounds(when) for when in whens) if row is not None]
    moments = [moment for row in found for moment in row if moment is not None]
    low = min(moments, default=datetime(2000, 1, 1))
    high = max(moments, default=low + _DAY)
    if high - low < 6 * _HOUR:
        low, high = low - 3 * _HOUR, high + 3 * _HOUR
    room = (high - low) / 40
    low, high = _moved(low, -room), _moved(high, room)
    axis = Axis(low, high, left, right, ())
    return axis._replace(ticks=tuple(_ticks(axis) if moments else ()))


def bounds(when: When) -> tuple[datetime | None, datetime] | None:
    """The first and the last moment that a date leaves open; None for no date, and for one that is no date."""
    earliest = _span(when.earliest) if when.earliest else None
    latest = _span(when.latest) if when.latest else None
    if earliest is None and latest is None:
        return None
    if latest is None:
        return earliest
    return (earliest[0] if earliest else None), max(latest[1], earliest[1] if earliest else latest[1])


def _span(value: str) -> tuple[datetime, datetime] | None:
    """A date's first moment, and the first after it; in UTC where it has a zone."""
    try:
        if len(value) == 4:
            year = int(value)
            return datetime(year, 1, 1), datetime(year, 12, 31) + _DAY
        if len(value) == 7:
            year, month = int(value[:4]), int(value[5:])
            return datetime(year, month, 1), datetime(year, month, calendar.monthrange(year, month)[1]) + _DAY
        moment = datetime.fromisoformat(value)
        if len(value) == 10:
            return moment, moment + _DAY
        if moment.tzinfo is not None:
            moment = moment.astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):
        return None
    return moment, moment


def _moved(moment: datetime, by: timedelta) -> datetime:
    try:
        return moment + by
    except OverflowError:
        return moment


def _ticks(axis: Axis) -> Iterator[Tick]:
    length = axis.high - axis.low
    step = next((step for step in _STEPS if length / step <= MOST_TICKS), None)
    starts = list(_even(axis, step) if step is not None else _months(axis))
    clock = step is not None and step < _DAY
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else None
        place = axis.at(start)
        label = _label(start, first=at == 0, clock=clock, days=step is not None)
        if step != _DAY:
            yield Tick(place, place, label)
            continue
        # A day's label stands in the middle of the day, of which there may be too little at the end.
        full = end is not None or axis.high - start > _DAY / 2
        yield Tick(place, (place + axis.at(end or min(start + _DAY, axis.high))) / 2, label if full else "")


def _even(axis: Axis, step: timedelta) -> Iterator[datetime]:
    start = datetime(axis.low.year, axis.low.month, axis.low.day)
    moment = start + math.ceil((axis.low - start) / step) * step
    while moment < axis.high:
        yield moment
        moment += step


def _months(axis: Axis) -> Iterator[datetime]:
    first = axis.low.year * 12 + axis.low.month
    last = axis.high.year * 12 + axis.high.month - 1
    step = next((step for step in _MONTHS if (last - first) / step <= MOST_TICKS), _MONTHS[-1])
    for month in range(first + -first % step, last + 1, step):
        if month // 12 <= 9999:
            yield datetime(month // 12, month % 12 + 1, 1)


def _label(start: datetime, *, first: bool, clock: bool, days: bool) -> str:
    if clock and start.hour:
        return f"{start.hour}:{start.minute:02}"
    month = MONTHS[start.month - 1][:3]
    if days:
        return f"{start.day} {month}" + (f" {start.year}" if first or start.timetuple().tm_yday == 1 else "")
    return f"{month} {start.year}" if start.month > 1 else f"{start.year}"
