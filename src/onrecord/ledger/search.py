"""What a search asks of a ledger: words, narrowed down by speaker, outlet, days, kind, act and verdict.

The newest added comes first, and a page ends at a number, so that a further page neither repeats nor leaves out
anything while articles are added. Days bound the publication: an article whose date is known to its month or year
is found where that may lie within the bounds, one without a date is outside any.
"""

import datetime
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select

from onrecord.errors import BadQuery, NotInLedger
from onrecord.ledger import facets
from onrecord.ledger.codes import is_quotation
from onrecord.ledger.fulltext_index import Kind, Request, index_of
from onrecord.ledger.keeping import find_place
from onrecord.ledger.query import parse
from onrecord.ledger.rows import quotation_rows
from onrecord.ledger.speakers import otherwise_named
from onrecord.ledger.storable import storable
from onrecord.ledger.tables import outlets, quotations, speakers
from onrecord.ledger.terms import words_of

# A count stops here and is given as "10,000+": nobody reads further, and counting takes time.
MOST_COUNTED = 10_000
AT_ONCE = 20


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for; nothing said is everything. All that is said has to be met.

    `words` are in the language of query.py. `speaker` is a name or a part of one in whole words, or an id of the
    register; `outlet` the same of an outlet's name; case and accents aside. `first` and `last` are days of
    publication, both within. Of `kinds`, `acts` and `verdicts` one of those named has to be met.
    """

    words: str = ""
    speaker: str | None = None
    outlet: str | None = None
    first: datetime.date | None = None
    last: datetime.date | None = None
    kinds: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()


class Count(NamedTuple):
    """How many were found; `more` where counting stopped there."""

    number: int
    more: bool

    def __str__(self) -> str:
        return f"{self.number:,}" + ("+" if self.more else "")


def find(
    connection: Connection, what: Kind, search: Search, *, before: int | None = None, limit: int = AT_ONCE
) -> list[int]:
    """The numbers of the newest quotations or articles that a search finds, all under `before`.

    Raises `BadQuery` where the words cannot be read, or the search does not go together.
    """
    request = request_of(connection, what, search)
    if request is None:
        return []
    return index_of(connection).find(connection, what, request, before=before, limit=limit)


def count(connection: Connection, what: Kind, search: Search, *, most: int = MOST_COUNTED) -> Count:
    """How many quotations or articles a search finds, counted up to `most`; raises as `find` does."""
    request = request_of(connection, what, search)
    if request is None:
        return Count(0, more=False)
    found = index_of(connection).count(connection, what, request, most=most + 1)
    return Count(min(found, most), more=found > most)


class Page(NamedTuple):
    """Some of what was found: their numbers, how many there are in all, and whether more come after these."""

    numbers: list[int]
    total: Count
    more: bool


def page(
    connection: Connection, what: Kind, search: Search, *, after: str | None = None, limit: int = AT_ONCE
) -> Page:
    """The newest that a search finds, or those that follow after the one of an id.

    Raises `BadQuery` as `find` does, and `NotInLedger` where the id is of nothing that is kept.
    """
    before = None if after is None else number_of(connection, what, after)
    found = find(connection, what, search, before=before, limit=limit + 1)
    return Page(found[:limit], count(connection, what, search), more=len(found) > limit)


def number_of(connection: Connection, what: Kind, id: str) -> int:
    """The number of the quotation or article of an id; raises `NotInLedger`."""
    if what == "articles":
        place = find_place(connection, id)
        if place is not None:
            return place.number
        raise NotInLedger(f"the ledger holds no article {id}: --after takes the id of the last one shown")
    query = select(quotations.c.number).where(is_quotation(id))
    for number in connection.execute(query).scalars().all():
        if any(row.quotation == id for row in quotation_rows(connection, [number])):
            return int(number)
    raise NotInLedger(f"the ledger holds no quotation {id}: --after takes the id of the last one shown")


def request_of(connection: Connection, what: Kind, search: Search) -> Request | None:
    """A search as the index takes it; None where the ledger holds no such speaker, outlet or year."""
    query = parse(search.words)
    groups: list[tuple[str, ...]] = []
    days = None
    if search.kinds or search.acts or search.verdicts:
        if what != "quotations":
            raise BadQuery("kind, act and verdict belong to quotations: leave them out to look for articles")
        if search.kinds or search.acts:
            groups.append(facets.kinds(search.kinds, search.acts))
        if search.verdicts:
            groups.append(facets.verdicts(search.verdicts))
    if search.speaker is not None:
        groups += _speaker(connection, search.speaker)
    if search.outlet is not None:
        groups.append(_outlets(connection, search.outlet))
    if search.first is not None or search.last is not None:
        found = _days(connection, search.first, search.last)
        groups.append(() if found is None else found.facets)
        if found is not None and found.edge:
            days = (
                (search.first or datetime.date.min).toordinal(),
                (search.last or datetime.date.max).toordinal(),
            )
    if not all(groups):
        return None
    everything = facets.EVERY_QUOTATION if what == "quotations" else (facets.ALL,)
    return Request(query, tuple(groups), everything, days)


def _speaker(connection: Connection, name: str) -> list[tuple[str, ...]]:
    """The facets of the quotations that an article gives to this name, and of a speaker called so elsewhere."""
    number = connection.execute(select(speakers.c.number).where(speakers.c.id == storable(name))).scalar()
    if number is not None:
        return [(f"s{number}",)]
    runs = facets.named(name)
    if not runs:
        raise BadQuery(f"{name!r} is no speaker's name: give one or more words of it")
    elsewhere = tuple(f"s{number}" for number in otherwise_named(connection, name))
    return [(run, *elsewhere) for run in runs]


def _outlets(connection: Connection, name: str) -> tuple[str, ...]:
    """The facets of the outlets whose names hold these words next to each other."""
    asked = _between_spaces(name)
    if not asked.strip():
        raise BadQuery(f"{name!r} is no outlet's name: give one or more words of it")
    rows = connection.execute(select(outlets.c.number, outlets.c.name).order_by(outlets.c.number))
    return tuple(f"o{row.number}" for row in rows if asked in _between_spaces(row.name))


def _between_spaces(name: str) -> str:
    return f" {' '.join(words_of(name))} "


def _days(
    connection: Connection, first: datetime.date | None, last: datetime.date | None
) -> facets.Days | None:
    """The facets of a stretch of time, no longer than the ledger reaches; None where that is nothing."""
    if first is not None and last is not None and first > last:
        raise BadQuery(f"from {first} to {last} there is no day: the earlier one comes first")
    years = [year for year in index_of(connection).years(connection) if year >= datetime.MINYEAR]
    if not years:
        return None
    begin = max(first or datetime.date.min, datetime.date(min(years), 1, 1))
    end = min(last or datetime.date.max, datetime.date(max(years), 12, 31))
    return None if begin > end else facets.days(begin, end)
