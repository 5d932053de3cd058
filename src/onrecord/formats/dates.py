"""Dates in words: as exact as the article gave them, never more."""

import re

from onrecord.model import Date

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d)"
    r"(?:T(?P<clock>\d\d:\d\d)(?::[\d.]+)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?)?)?",
    re.ASCII,
)


def spoken(date: Date | None) -> str:
    """A date as a newspaper prints it ("20 September 2023"); its own words where it has no value."""
    if date is None:
        return ""
    if date.value is None:
        return date.text
    found = _ISO.fullmatch(date.value)
    if found is None:
        return date.value
    words = [found["year"]]
    if found["month"]:
        words.insert(0, MONTHS[int(found["month"]) - 1])
    if found["day"]:
        words.insert(0, str(int(found["day"])))
    zone = " UTC" if found["zone"] == "Z" else f" {found['zone']}" if found["zone"] else ""
    return " ".join(words) + (f", {found['clock']}{zone}" if found["clock"] else "")
