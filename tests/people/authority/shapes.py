"""The pieces of a Wikidata entity as a dump writes them, and days in both calendars, found by walking them."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

Json = dict[str, Any]
Day = tuple[int, int, int]

GREGORIAN = "http://www.wikidata.org/entity/Q1985727"
JULIAN = "http://www.wikidata.org/entity/Q1985786"


def encoded(entity: Json) -> bytes:
    """As PHP writes it: escaped beyond ASCII, and an empty map as a list."""
    return json.dumps({key: value if value != {} else [] for key, value in entity.items()}).encode()


def texts(**by_language: str) -> Json:
    """Labels or descriptions, one a language: `texts(en_gb="Orla")`."""
    return {
        code.replace("_", "-"): {"language": code.replace("_", "-"), "value": text}
        for code, text in by_language.items()
    }


def lists(**by_language: list[str]) -> Json:
    """Aliases, several a language."""
    return {
        code: [{"language": code, "value": text} for text in texts] for code, texts in by_language.items()
    }


def statement(name: str, value: Json | str, rank: str = "normal") -> Json:
    """One statement; a text for its value is a snak without one: somevalue or novalue."""
    kind = "time" if "time" in value else "wikibase-entityid"
    snak: Json = {"snaktype": "value", "property": name, "hash": "0" * 40, "datatype": kind}
    if isinstance(value, str):
        snak["snaktype"] = value
    else:
        snak["datavalue"] = {"value": value, "type": kind}
    extra: Json = (
        {"qualifiers": {"P1480": [snak]}, "qualifiers-order": ["P1480"]} if rank == "deprecated" else {}
    )
    references = (
        [{"hash": "f" * 40, "snaks": {"P248": [item("P248", "Q1")["mainsnak"]]}}] if name != "P248" else []
    )
    return {"mainsnak": snak, "type": "statement", "rank": rank, **extra, "references": references}


def item(name: str, value: str, rank: str = "normal") -> Json:
    """A statement whose value is an item."""
    return statement(name, {"entity-type": "item", "numeric-id": int(value[1:]), "id": value}, rank)


def moment(time: str, precision: int = 11, calendar: str = GREGORIAN) -> Json:
    """A point in time as a value."""
    return {
        "time": time,
        "timezone": 0,
        "before": 0,
        "after": 0,
        "precision": precision,
        "calendarmodel": calendar,
    }


def entity(identity: str, name: str, **changed: Any) -> Json:
    """A person with a label and nothing more, as a whole line would hold them."""
    return {
        "type": "item",
        "id": identity,
        "labels": texts(en=name),
        "descriptions": {},
        "aliases": {},
        "claims": {"P31": [item("P31", "Q5")]},
        "sitelinks": {},
        "pageid": int(identity[1:]) + 7,
        "ns": 0,
        "title": identity,
        "lastrevid": 99,
        "modified": "2024-01-01T00:00:00Z",
        **changed,
    }


@cache
def pairs(*, before_our_era: bool = False) -> list[tuple[Day, Day]]:
    """Days as (Gregorian, Julian), every 37th on the way from a day on which both calendars agree or are known."""
    if before_our_era:
        walk = _walked((200, 3, 1), (200, 3, 1), 120_000, _day_before)
        return [pair for pair in walk if pair[1][0] <= 0][::37]
    return list(_walked((1582, 10, 15), (1582, 10, 5), 120_000, _day_after))[::37]


def _walked(
    gregorian: Day, julian: Day, days: int, step: Callable[[Day, bool], Day]
) -> Iterator[tuple[Day, Day]]:
    for _ in range(days):
        yield gregorian, julian
        gregorian, julian = step(gregorian, False), step(julian, True)


def _length(year: int, month: int, julian: bool) -> int:
    leap = year % 4 == 0 if julian else year % 400 == 0 or (year % 4 == 0 and year % 100 != 0)
    return 28 + leap if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def _day_after(day: Day, julian: bool) -> Day:
    if day[2] < _length(day[0], day[1], julian):
        return day[0], day[1], day[2] + 1
    return (day[0] + 1, 1, 1) if day[1] == 12 else (day[0], day[1] + 1, 1)


def _day_before(day: Day, julian: bool) -> Day:
    if day[2] > 1:
        return day[0], day[1], day[2] - 1
    year, month = (day[0] - 1, 12) if day[1] == 1 else (day[0], day[1] - 1)
    return year, month, _length(year, month, julian)
