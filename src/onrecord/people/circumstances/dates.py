"""Reads date phrases: what day, month or year the words name, seen from the article's date.

Absolute dates are parsed by python-dateutil, whose month names are English whatever the machine's language;
relative ones are steps of its `relativedelta`. What the words alone do not tell has a null value. The phrases are
in `tables.dates`.
"""

import datetime
import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from dateutil import parser as dateutil_parser
from dateutil import tz
from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta

from onrecord.model import Precision
from onrecord.people.tables.dates import CLOCK_AFTER, CLOCK_BEFORE, MAY_HOLD, NUMBERS, PATTERNS

Reading: TypeAlias = tuple[str | None, Precision]
UNKNOWN: Reading = (None, "unknown")
_ABOUT_A_YEAR = 335  # days: a day and month with no year are not read further away than eleven months
_WEEKDAYS = (MO, TU, WE, TH, FR, SA, SU)
_WEEKDAY_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

# Only names with one offset: "ET" is none, and without one a clock time is no moment.
_HOURS = {
    "UTC": 0, "GMT": 0, "BST": 1, "CET": 1, "CEST": 2, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5,
    "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
_ZONES = {name: tz.tzoffset(name, hours * 3600) for name, hours in _HOURS.items()}


class Reference(NamedTuple):
    """What relative words are counted from; `value` is the article's date, whole (a day) or in part."""

    value: str | None  # "2016-03-15", "2016-03" or "2016"
    anchor: str | None = None  # a day, month or year named just before in the text
    future: bool = False

    @property
    def day(self) -> datetime.date | None:
        """The article's day, where it is known."""
        return _day(self.value)


def _day(value: str | None) -> datetime.date | None:
    if value is None or len(value) < 10:
        return None
    try:
        return datetime.date.fromisoformat(value[:10])
    except ValueError:
        return None


def _step(value: str | None, *, unit: str, count: int) -> Reading:
    """`count` units from a date known at least as well as the unit; a week is no unit of a calendar date."""
    try:
        if unit == "day" and (day := _day(value)):
            return (day + relativedelta(days=count)).isoformat(), "day"
        if unit == "month" and value is not None and len(value) >= 7:
            month = datetime.date(int(value[:4]), int(value[5:7]), 1) + relativedelta(months=count)
            return month.isoformat()[:7], "month"
        if unit == "year" and value is not None and len(value) >= 4:
            return (datetime.date(int(value[:4]), 1, 1) + relativedelta(years=count)).isoformat()[:4], "year"
    except (ValueError, OverflowError):
        return UNKNOWN
    return UNKNOWN


def count_of(words: str) -> int:
    """The number that a count word stands for ("a" is one)."""
    low = words.lower()
    return int(low) if low.isdecimal() else NUMBERS.get(low, 1)


def _plain(words: str) -> str:
    words = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b|(?<=[A-Za-z])\.|,", " ", words)
    return re.sub(r"\bSept\b", "Sep", words)


def _parse(words: str, *, year: int | None = None) -> datetime.date | None:
    try:
        return dateutil_parser.parse(
            f"{_plain(words)} {year or ''}", default=datetime.datetime(2000, 1, 1)
        ).date()
    except (ValueError, OverflowError, TypeError):
        return None


def _read_full(match: re.Match[str], when: Reference) -> Reading:
    found = _parse(match["core"])
    if found is None or _ranged(match) or not _agrees(match, found):
        return UNKNOWN
    return found.isoformat(), "day"


def _ranged(match: re.Match[str]) -> bool:
    return bool(match.groupdict().get("range"))


def _agrees(match: re.Match[str], day: datetime.date) -> bool:
    named = match.groupdict().get("weekday")
    return not named or _WEEKDAY_NAMES.index(named) == day.weekday()


def _read_month_year(match: re.Match[str], when: Reference) -> Reading:
    found = _parse(match["core"])
    return (found.isoformat()[:7], "month") if found else UNKNOWN


def _read_month_day(match: re.Match[str], when: Reference) -> Reading:
    """The nearest such day on the right side of the article's, at most eleven months away."""
    today = when.day
    if today is None or _ranged(match):
        return UNKNOWN
    for year in (today.year, today.year + (1 if when.future else -1)):
        found = _parse(match["core"], year=year)
        if found is None:
            continue
        distance = (found - today).days if when.future else (today - found).days
        if 0 <= distance <= _ABOUT_A_YEAR and _agrees(match, found):
            return found.isoformat(), "day"
    return UNKNOWN


def _read_iso(match: re.Match[str], when: Reference) -> Reading:
    day = _day(match["core"])
    return (day.isoformat(), "day") if day else UNKNOWN


def _read_numeric(match: re.Match[str], when: Reference) -> Reading:
    """Day and month only where one of the two can be no month."""
    first, second, year = (int(part) for part in match["core"].split("/"))
    if (first > 12) == (second > 12) and first != second:
        return UNKNOWN
    month, day = (second, first) if first > 12 else (first, second)
    try:
        return datetime.date(year, month, day).isoformat(), "day"
    except ValueError:
        return UNKNOWN


def _read_month(match: re.Match[str], when: Reference) -> Reading:
    if match["owner"]:
        reading = _step(when.value, unit="year", count=-1 if match["owner"] == "last" else 0)
        found = _parse(match["core"], year=int(reading[0])) if reading[0] else None
        return (found.isoformat()[:7], "month") if found else UNKNOWN
    if when.value is None or len(when.value) < 7:
        return UNKNOWN
    year, month = int(when.value[:4]), int(when.value[5:7])
    found = _parse(match["core"], year=2000)
    if found is None:
        return UNKNOWN
    first = match["lead"].lower()
    if when.future:
        year += found.month < month
    elif found.month > month or (found.month == month and "last" in first):
        year -= 1
    return f"{year:04d}-{found.month:02d}", "month"


def _read_year(match: re.Match[str], when: Reference) -> Reading:
    return match["core"], "year"


def _read_weekday(match: re.Match[str], when: Reference) -> Reading:
    """The last such day up to the article's own; "last" leaves the article's own day out."""
    today = when.day
    if today is None or _ranged(match):
        return UNKNOWN
    lead = (match["lead"] or "").lower()
    if lead.startswith("the"):
        return UNKNOWN  # "the last Friday in August"
    which = _WEEKDAYS[_WEEKDAY_NAMES.index(match["core"])]
    try:
        if match["week"]:
            monday = today + relativedelta(weekday=MO(-1), weeks=-1 if "last" in match["week"] else 0)
            return (monday + relativedelta(weekday=which(1))).isoformat(), "day"
        if "next" in lead or when.future:
            step = relativedelta(days=1 if "next" in lead else 0, weekday=which(1))
        else:
            step = relativedelta(days=-1 if "last" in lead else 0, weekday=which(-1))
        return (today + step).isoformat(), "day"
    except (ValueError, OverflowError):
        return UNKNOWN


def _read_near_day(match: re.Match[str], when: Reference) -> Reading:
    words = match["core"].lower()
    count = -1 if words.startswith(("yesterday", "last")) else 1 if words.startswith("tomorrow") else 0
    return _step(when.value, unit="day", count=count)


def _read_unit(match: re.Match[str], when: Reference) -> Reading:
    which = match["which"].lower()
    if which not in ("last", "this", "next") or match["the"] or match["many"]:
        return UNKNOWN  # "the past year" is a stretch that ends today
    return _step(when.value, unit=match["unit"], count={"last": -1, "this": 0, "next": 1}[which])


def _read_ago(match: re.Match[str], when: Reference) -> Reading:
    if match["vague"] or match["half"] or not match["count"]:
        return UNKNOWN
    return _step(when.value, unit=match["unit"], count=-count_of(match["count"]))


def _read_later(match: re.Match[str], when: Reference) -> Reading:
    if match["vague"]:
        return UNKNOWN
    sign = -1 if match["way"] in ("earlier", "before") else 1
    return _step(when.anchor, unit=match["unit"], count=sign * count_of(match["count"]))


def _read_beside(match: re.Match[str], when: Reference) -> Reading:
    """The day, month or year next to one that the text has just given, or that one itself."""
    unit = match["unit"] if match["unit"] in ("week", "weekend", "month", "year") else "day"
    which = (match["which"] or "same").lower()
    count = 0 if which == "same" else -1 if which == "previous" else 1
    return _step(when.anchor, unit=unit, count=count)


def _read_offset(match: re.Match[str], when: Reference) -> Reading:
    """So many days from an event whose day the same words give; any other offset keeps its words alone."""
    inside = find_phrases(match["event"], when._replace(anchor=None))
    known = [phrase.reading[0] for phrase in inside if phrase.reading[0]]
    if match["vague"] or match["unit"] is None or len(known) != 1:
        return UNKNOWN
    sign = -1 if match["way"] == "before" else 1
    return _step(known[0], unit=match["unit"], count=sign * count_of(match["count"] or "a"))


def _read_held(match: re.Match[str], when: Reference) -> Reading:
    inner = match["core"]
    found = find_phrases(f"in {inner}" if inner[0].isupper() or inner.isdecimal() else inner, when)
    return found[0][2] if found else UNKNOWN


def _read_nothing(match: re.Match[str], when: Reference) -> Reading:
    return UNKNOWN


_READERS: dict[str, Callable[[re.Match[str], Reference], Reading]] = {
    "held": _read_held,
    "full": _read_full,
    "iso": _read_iso,
    "numeric": _read_numeric,
    "month year": _read_month_year,
    "month day": _read_month_day,
    "month": _read_month,
    "year": _read_year,
    "weekday": _read_weekday,
    "near day": _read_near_day,
    "unit": _read_unit,
    "ago": _read_ago,
    "later": _read_later,
    "beside": _read_beside,
    "offset": _read_offset,
    "open": _read_nothing,
}


class Phrase(NamedTuple):
    """Date words in a text, and what they say."""

    start: int
    end: int
    reading: Reading
    kind: str = ""


def find_phrases(text: str, when: Reference) -> list[Phrase]:
    """The date phrases of a short text, in order, none inside another: leftmost first, then longest."""
    if not MAY_HOLD.search(text):
        return []
    found: list[tuple[int, int, int]] = []
    matches: list[tuple[str, re.Match[str]]] = []
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            found.append((match.start(), -match.end(), len(matches)))
            matches.append((kind, match))
    kept: list[Phrase] = []
    end = 0
    for start, _, number in sorted(found):
        if start >= end:
            kind, match = matches[number]
            phrase = _with_clock(
                text, Phrase(start, match.end(), _possible(_READERS[kind](match, when), when), kind), end
            )
            end = phrase.end
            kept.append(phrase)
    return kept


def _possible(reading: Reading, when: Reference) -> Reading:
    """Nothing was said after it was printed; one day is left for the zones of the earth."""
    value, today = reading[0], when.day
    if value is None or today is None or when.future or today == datetime.date.max:
        return reading
    latest = (today + relativedelta(days=1)).isoformat()
    return UNKNOWN if value > latest[: len(value)] else reading


def _with_clock(text: str, phrase: Phrase, floor: int) -> Phrase:
    """A clock time beside a day joins its words; it is a moment only in a zone that is named, else the day."""
    value, precision = phrase.reading
    if precision != "day" or value is None:
        return phrase
    before = CLOCK_BEFORE.search(text, max(floor, phrase.start - 30), phrase.start)
    after = None if before else CLOCK_AFTER.match(text, phrase.end)
    clock = before or after
    if clock is None:
        return phrase
    start = before.start() if before else phrase.start
    end = after.end() if after else phrase.end
    return Phrase(start, end, _moment(value, clock["clock"], clock["zone"]) or phrase.reading, phrase.kind)


def _moment(day: str, clock: str, zone: str | None) -> Reading | None:
    if zone not in _ZONES:
        return None
    plain = re.sub(r"([ap])\.?m\b\.?", r"\1m", clock)
    try:
        local = dateutil_parser.parse(f"{day} {plain}").replace(tzinfo=_ZONES[zone])
        return local.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), "minute"
    except (ValueError, OverflowError, TypeError):
        return None
