"""Dates as news sites print them: found by strict patterns, never guessed.

`find_date` looks for a date inside a line; `parse_date` takes a whole string (an attribute of a page) as one.
A numeric date that may be read two ways ("03/04/2024") keeps its words and has a null value.
"""

import datetime
import re
import warnings

from dateutil import parser as dateutil_parser
from dateutil import tz

from onrecord.model import Date

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_YEAR = r"(?:1[6-9]|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?"
_ZONE = r"(?:\s*\(?(?:UTC|GMT|Z|BST|CET|CEST|[ECMP][SD]?T|IST|AEST|AEDT)\b\)?|\s*[+-]\d\d:?\d\d)?"
_TIME = rf"(?:(?:\s*[,|–—-]\s*|\s+)(?:at\s+)?(?:{_CLOCK}){_ZONE})?"
_TIME_FIRST = rf"(?:(?:{_CLOCK}){_ZONE}\s*,?\s+(?:on\s+)?)?"

# In English articles too: a reprint keeps the date line of its original.
_FRENCH_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip

_PATTERNS = (
    # 2023-09-20, 2023-09-20T14:05:00+02:00
    re.compile(
        rf"\b{_YEAR}-(?:1[0-2]|0[1-9])-(?:3[01]|[12]\d|0[1-9])"
        r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?\s?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?)?(?![\d-])"
    ),
    # Wednesday, September 20, 2023 at 2:05 p.m. EDT
    re.compile(rf"{_TIME_FIRST}\b{_WEEKDAY}{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}\b{_TIME}", re.IGNORECASE),
    # Wed, 20 Sep 2023 14:05 GMT; the 20th of September 2023
    re.compile(
        rf"{_TIME_FIRST}\b{_WEEKDAY}{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}\b{_TIME}", re.IGNORECASE
    ),
    # September 2023
    re.compile(rf"\b{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE),
    # 20/09/2023, 9/20/2023, 20.09.2023, 2023/09/20
    re.compile(rf"(?<![\d./-])\d{{1,2}}([./-])\d{{1,2}}\1{_YEAR}(?![\d./-])"),
    re.compile(rf"(?<![\d./-]){_YEAR}/\d{{1,2}}/\d{{1,2}}(?![\d./-])"),
    # jeudi 14 mars 2024, 1er mars 2024
    re.compile(
        rf"\b(?:(?:lun|mar|mercre|jeu|vendre|same)di\s+|dimanche\s+)?(3[01]|[12]\d|0?[1-9])(?:er)?\s+"
        rf"({'|'.join(_FRENCH_MONTHS)})\s+({_YEAR})\b",
        re.IGNORECASE,
    ),
)
_ISO, _MONTH_ALONE, _NUMERIC, _NUMERIC_YEAR_FIRST, _FRENCH = 0, 3, 4, 5, 6

_HOURS = {
    "UTC": 0, "GMT": 0, "Z": 0, "BST": 1, "CET": 1, "CEST": 2, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5,
    "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AEST": 10, "AEDT": 11,
}  # fmt: skip
_ZONES = {name: tz.tzoffset(name, hours * 3600) for name, hours in _HOURS.items()}
_CLOCK_IN_TEXT = re.compile(_CLOCK, re.IGNORECASE)
_ZONE_WITHOUT_OFFSET = re.compile(r"\s*\(?\b(?:ET|CT|MT|PT|IST)\b\)?\s*$", re.IGNORECASE)
_DAYLESS = datetime.datetime(2000, 1, 1)
_LONGEST = 300


def find_date(text: str) -> tuple[Date, tuple[int, int]] | None:
    """The first date in a line, and where in the line its words stand; None where there is none.

    An earlier pattern wins over a later one only where they begin at the same place.
    """
    window = text[:_LONGEST]
    best: tuple[int, int, int] | None = None
    for number, pattern in enumerate(_PATTERNS):
        match = pattern.search(window)
        if match and (best is None or (match.start(), -match.end()) < (best[0], -best[1])):
            best = (match.start(), match.end(), number)
    if best is None:
        return None
    start, end, number = best
    return _read(window[start:end], number), (start, end)


def parse_date(text: str | None) -> Date | None:
    """One string as a date; None where no date is in it. The words kept are the whole string."""
    words = (text or "").strip()
    found = find_date(words)
    if found is None:
        return _year_alone(words)
    date, _ = found
    return Date(value=date.value, precision=date.precision, text=words[:_LONGEST])


def _year_alone(words: str) -> Date | None:
    if re.fullmatch(_YEAR, words):
        return Date(value=words, precision="year", text=words)
    if re.fullmatch(rf"{_YEAR}-(?:1[0-2]|0[1-9])", words):
        return Date(value=words, precision="month", text=words)
    return None


def _read(words: str, number: int) -> Date:
    words = words.strip()
    if number in (_NUMERIC, _NUMERIC_YEAR_FIRST):
        return _read_numeric(words)
    if number == _FRENCH:
        return _read_french(words)
    # dateutil knows no ordinal after "of" and takes "Sept." only with the stop away
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b", "", words, flags=re.IGNORECASE)
    plain = re.sub(r"\b([ap])\.m\b\.?", r"\1m", plain, flags=re.IGNORECASE)
    plain = re.sub(r"(?<=[A-Za-z])\.", "", plain)
    plain = re.sub(r"\b(\d{1,2})\.(\d\d)(?=\s*(?:[ap]m|$|[A-Z]))", r"\1:\2", plain, flags=re.IGNORECASE)
    without_zone = _ZONE_WITHOUT_OFFSET.sub("", plain)
    has_clock = number != _MONTH_ALONE and bool(_CLOCK_IN_TEXT.search(plain))
    if number != _ISO:
        without_zone = re.sub(r"[|–—()]|\s-\s", " ", without_zone)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            moment = dateutil_parser.parse(without_zone, default=_DAYLESS, tzinfos=_ZONES)
    except (ValueError, OverflowError, TypeError):
        return Date(value=None, precision="unknown", text=words)
    if number == _MONTH_ALONE:
        return Date(value=moment.strftime("%Y-%m"), precision="month", text=words)
    if has_clock and moment.tzinfo is not None:
        try:
            utc = moment.astimezone(datetime.UTC)
        except (ValueError, OverflowError):
            return Date(value=moment.strftime("%Y-%m-%d"), precision="day", text=words)
        return Date(value=utc.strftime("%Y-%m-%dT%H:%M:%SZ"), precision="minute", text=words)
    # A clock time in an unnamed zone is no moment: only the day is certain.
    return Date(value=moment.strftime("%Y-%m-%d"), precision="day", text=words)


def _read_french(words: str) -> Date:
    match = _PATTERNS[_FRENCH].search(words)
    if match is None:
        return Date(value=None, precision="unknown", text=words)
    day, month, year = match.groups()
    try:
        date = datetime.date(int(year), 1 + _FRENCH_MONTHS.index(month.lower()), int(day))
    except ValueError:
        return Date(value=None, precision="unknown", text=words)
    return Date(value=date.isoformat(), precision="day", text=words)


def _read_numeric(words: str) -> Date:
    parts = [int(part) for part in re.split(r"[./-]", words)]
    if parts[0] > 31:
        year, month, day = parts
    else:
        first, second, year = parts
        if "." in words or first > 12:
            day, month = first, second
        elif second > 12 or first == second:
            month, day = first, second
        else:
            return Date(value=None, precision="unknown", text=words)
    try:
        return Date(value=datetime.date(year, month, day).isoformat(), precision="day", text=words)
    except ValueError:
        return Date(value=None, precision="unknown", text=words)
