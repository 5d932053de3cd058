"""The families of a ledger's printings: brought up to date as each article comes and goes.

They are always what `onrecord.trace.families` makes of all printings at once. That rests on three things. Whether two
printings are one utterance is judged by the two alone, but for common phrases, which only add up: what a known voice
prints can part an unknown one from others, and nothing else. What was found to be one utterance, directly or through
others, is a *knot*, and a family lies within one knot. So when printings come or go, the knots of those that they
touch are made anew, and all others stay as they are.
"""

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from sqlalchemy import Connection, bindparam, update

from onrecord.ledger import printings
from onrecord.ledger.keeping import Place
from onrecord.ledger.printings import Kept
from onrecord.ledger.tables import printings as table
from onrecord.model import Record
from onrecord.trace.columns import table_of
from onrecord.trace.comparing import compare_pairs, joined
from onrecord.trace.families import group
from onrecord.trace.readings import Reading


class Touched(NamedTuple):
    """What some printings touch: those that are one utterance with others, and those of unknown voice."""

    tied: dict[int, Kept]
    unknown: dict[int, Kept]


def index_article(connection: Connection, record: Record, where: Place) -> None:
    """Take the printings of a kept article into the families that they belong to."""
    new = printings.write(connection, record, where.first)
    if new:
        touched = _touched(connection, new)
        _regroup(connection, [*touched.tied.values(), *touched.unknown.values()])


def forget_article(connection: Connection, record: Record, where: Place) -> None:
    """Take the printings of an article out of their families: the exact reverse."""
    old = printings.at(connection, range(where.first, where.first + where.quotations))
    if not old:
        return
    touched = _touched(connection, old)
    # Without these words in a known voice an unknown one may join what it was parted from.
    freed = _touched(connection, list(touched.unknown.values()))
    left = {row.number: row for part in (*touched, *freed) for row in part.values()}
    knots = printings.in_knots(connection, {row.knot for row in old if row.knot is not None})
    left |= {row.number: row for row in knots}
    printings.erase(connection, old)
    for row in old:
        left.pop(row.number, None)
    _regroup(connection, list(left.values()))


def rebuild(connection: Connection) -> None:
    """Make all families anew, from all printings at once."""
    _regroup(connection, printings.every(connection))


def around(connection: Connection, rows: Sequence[Kept]) -> list[Reading]:
    """What tells whether words of some printings are a common phrase: what known voices share with unknown ones."""
    unknown = [row for row in rows if row.reading.voice is None]
    if not unknown:
        return []
    own = {row.number for row in rows}
    found = printings.at(connection, printings.sharing_words(connection, unknown) - own)
    return [row.reading for row in found if row.reading.voice is not None]


def whole_knots(connection: Connection, rows: Iterable[Kept]) -> list[Kept]:
    """Some printings with all of their knots, in order of their numbers."""
    found = {row.number: row for row in rows}
    knots = {row.knot for row in found.values() if row.knot is not None}
    found.update((row.number, row) for row in printings.in_knots(connection, knots))
    return sorted(found.values())


def _touched(connection: Connection, rows: Sequence[Kept]) -> Touched:
    """The other printings of the ledger that share enough with some to matter to them."""
    own = {row.number: place for place, row in enumerate(rows)}
    met = printings.by_words(connection, rows)
    spoken = set(printings.by_voice(connection, rows)) - own.keys()
    others = printings.at(connection, spoken.union(*met.values()) - own.keys())
    everyone = [*rows, *others]
    places = {row.number: place for place, row in enumerate(everyone)}
    speaking = [place for place, row in enumerate(rows) if row.reading.voice is not None]
    pairs = [(own[one], places[other]) for one, found in met.items() for other in found - own.keys()]
    pairs += [(place, places[number]) for place in speaking for number in spoken]
    pairs += itertools.combinations(range(len(rows)), 2)
    readings = [row.reading for row in everyone]
    distinct = np.unique(np.array(pairs, dtype=np.int64).reshape(-1, 2), axis=0)
    edges = joined(list(compare_pairs(readings, table_of(readings), distinct)))
    tied = edges.only(edges.joins)
    ends = {place for column in (tied.one, tied.other) for place in column.tolist()}
    shared = {place for place in edges.other.tolist() if readings[place].voice is None}
    return Touched(
        {everyone[place].number: everyone[place] for place in ends},
        {everyone[place].number: everyone[place] for place in shared},
    )


def _regroup(connection: Connection, rows: Sequence[Kept]) -> None:
    """Make the knots of some printings anew, with the families in them."""
    if not rows:
        return
    rows = whole_knots(connection, rows)
    found = group([row.reading for row in rows], around(connection, rows))
    families = _smallest(rows, found.family)
    knots = _smallest(rows, _parts_of(len(rows), found.ties.tolist()))
    changed = [
        {"number": row.number, "family": family, "knot": knot}
        for row, family, knot in zip(rows, families, knots, strict=True)
        if (row.family, row.knot) != (family, knot)
    ]
    if changed:
        row = update(table).where(table.c.quotation == bindparam("number"))
        connection.execute(row.values(family=bindparam("family"), knot=bindparam("knot")), changed)


def _smallest(rows: Sequence[Kept], parts: Sequence[int]) -> list[int | None]:
    """For each row the smallest number of its part; None where it is alone there."""
    members: dict[int, list[int]] = {}
    for row, part in zip(rows, parts, strict=True):
        members.setdefault(part, []).append(row.number)
    return [min(members[part]) if len(members[part]) > 1 else None for part in parts]


def _parts_of(count: int, ties: Iterable[Sequence[int]]) -> list[int]:
    """Which of so many things hang together by some ties (union-find)."""
    parent = list(range(count))

    def root(place: int) -> int:
        while place != parent[place]:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for one, other in ties:
        parent[root(one)] = root(other)
    return [root(place) for place in range(count)]
