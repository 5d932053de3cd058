"""Of what kinds the newest quotations of a search are: how many have each verdict, kind, outlet and year."""

import datetime
from collections import Counter
from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, func, select

from onrecord.findings import VERDICTS
from onrecord.formats.visible import one_line
from onrecord.ledger.codes import ACTS, KINDS
from onrecord.ledger.search import Search, find
from onrecord.ledger.tables import articles, outlets, quotations

MOST_LOOKED_AT = 500  # quotations, the newest
MOST_NAMED = 8  # outlets


class FacetCounts(msgspec.Struct, frozen=True, kw_only=True):
    """How many of the newest `of` quotations of a search have which outlet (the first few), year, kind and so on."""

    of: int
    outlets: dict[str, int]
    years: dict[str, int]
    kinds: dict[str, int]
    acts: dict[str, int]
    verdicts: dict[str, int]


def facet_counts(connection: Connection, search: Search) -> FacetCounts:
    """Count what a search could be narrowed down by; raises as `search.find` does."""
    return count_facets(connection, find(connection, "quotations", search, limit=MOST_LOOKED_AT))


def count_facets(connection: Connection, numbers: Sequence[int]) -> FacetCounts:
    """Count what some quotations are, by their numbers."""
    rows = quotations.c
    query = (
        select(rows.kind, rows.act, rows.verdict, rows.day, articles.c.outlet, func.count())
        .join(articles, articles.c.number == rows.article)
        .where(rows.number.in_(numbers))
        .group_by(rows.kind, rows.act, rows.verdict, rows.day, articles.c.outlet)
    )
    kinds, acts, verdicts, years, places = (Counter[int]() for _ in range(5))
    for kind, act, verdict, day, outlet, count in connection.execute(query):
        kinds[kind] += count
        acts[act] += count
        if verdict is not None:
            verdicts[verdict] += count
        if day is not None:
            years[datetime.date.fromordinal(day).year] += count
        if outlet is not None:
            places[outlet] += count
    most = places.most_common(MOST_NAMED)
    named = select(outlets.c.number, outlets.c.name).where(outlets.c.number.in_([one for one, _ in most]))
    names = {number: one_line(name) for number, name in connection.execute(named)}
    return FacetCounts(
        of=len(numbers),
        outlets={names[number]: count for number, count in most},
        years={str(year): years[year] for year in sorted(years, reverse=True)},
        kinds={name: kinds[code] for code, name in enumerate(KINDS) if kinds[code]},
        acts={name: acts[code] for code, name in enumerate(ACTS) if acts[code]},
        verdicts={name: verdicts[code] for code, name in enumerate(VERDICTS) if verdicts[code]},
    )
