"""Dates of birth and death: how Wikidata writes them, read into one calendar, as exactly as they are known.

A life date is an ISO 8601 date of the (proleptic) Gregorian calendar: "1952-03-11", "1952-03" or "1952". Years
before our era are counted as ISO 8601 counts them: "0000" is 1 BCE, "-0043" is 44 BCE.
"""

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Parts: TypeAlias = tuple[int, ...]  # year, month, day; as many as are known

JULIAN = "Q1985786"
GREGORIAN = "Q1985727"
YEAR, MONTH, DAY = 9, 10, 11  # Wikidata's precisions; what is above a day (hours ...) is read as a day
_TIME = re.compile(r"([+-])0*(\d{1,4})-(\d\d)-(\d\d)T")
_DATE = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read_time(time: str, precision: int, calendar: str) -> Parts | None:
    """A Wikidata time ("+1952-03-11T00:00:00Z") in the Gregorian calendar, or None where less than its year is known.

    `calendar` is the item of the calendar model, or its address. A Julian date known to the day is converted;
    one known to the month or year is kept, as Wikidata's own RDF export keeps it. Wikidata has no year zero:
    -0001 is 1 BCE, and year 0 is an error there, so that it gives None. A day or month that does not exist is
    left off.
    """
    found = _TIME.match(time[:40])
    model = calendar.rpartition("/")[2]
    if not found or precision < YEAR or model not in (JULIAN, GREGORIAN):
        return None
    year = int(found[2])
    if year == 0:
        return None
    if found[1] == "-":
        year = 1 - year
    month, day = int(found[3]), int(found[4])
    if precision < MONTH or not 1 <= month <= 12:
        return (year,)
    if precision < DAY or not 1 <= day <= _days(year, month, julian=model == JULIAN):
        return (year, month)
    return from_julian(year, month, day) if model == JULIAN else (year, month, day)


def from_julian(year: int, month: int, day: int) -> Parts:
    """The Gregorian date of a Julian one, by way of the Julian day number.

    The integer forms are E. G. Richards', in the Explanatory Supplement to the Astronomical Almanac (3rd ed.,
    section 15.11), with floor division, so that they hold before our era too.
    """
    shift = (14 - month) // 12
    number = day + (153 * (month + 12 * shift - 3) + 2) // 5 + 365 * (year + 4800 - shift)
    number += (year + 4800 - shift) // 4 - 32083
    era = number + 1401 + (4 * number + 274277) // 146097 * 3 // 4 - 38
    within = 4 * era + 3
    of_year = 5 * (within % 1461 // 4) + 2
    new_month = (of_year // 153 + 2) % 12 + 1
    return within // 1461 - 4716 + (14 - new_month) // 12, new_month, of_year % 153 // 5 + 1


def agreed(dates: Iterable[Parts]) -> Parts | None:
    """What several statements of one date agree on: the most exact where none contradicts it, else what they share."""
    known = set(dates)
    exact = [
        date for date in known if not any(date != other and other[: len(date)] == date for other in known)
    ]
    if not exact:
        return None
    shared = exact[0]
    for other in exact[1:]:
        same = 0
        while same < min(len(shared), len(other)) and shared[same] == other[same]:
            same += 1
        shared = shared[:same]
    return shared or None


def iso(date: Sequence[int]) -> str:
    """A date as it stands in an authority file."""
    year = f"{date[0]:04d}" if date[0] >= 0 else f"-{-date[0]:04d}"
    return "-".join([year, *(f"{part:02d}" for part in date[1:])])


def read_iso(text: str) -> Parts | None:
    """A date of an authority file, or the day of a date with a time; None where it is no date."""
    found = _DATE.fullmatch(text.partition("T")[0][:12])
    if not found:
        return None
    parts = tuple(int(part) for part in found.groups() if part is not None)
    if len(parts) > 1 and not 1 <= parts[1] <= 12:
        return None
    if len(parts) > 2 and not 1 <= parts[2] <= _days(parts[0], parts[1], julian=False):
        return None
    return parts


def earlier(first: Sequence[int], second: Sequence[int]) -> bool:
    """Whether one date lies before another for certain, as far as both are known."""
    known = min(len(first), len(second))
    return tuple(first[:known]) < tuple(second[:known])


def _days(year: int, month: int, *, julian: bool) -> int:
    leap = year % 4 == 0 and (julian or year % 100 != 0 or year % 400 == 0)
    return _MONTHS[month - 1] + (month == 2 and leap)
