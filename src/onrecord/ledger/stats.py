"""A ledger in figures: what it holds, of what time, from whom, and what became of it."""

import datetime

import msgspec
from sqlalchemy import Connection, Table, case, func, select

from onrecord.findings import VERDICTS
from onrecord.formats.visible import one_line
from onrecord.ledger.codes import ACTS, KINDS
from onrecord.ledger.tables import (
    articles,
    copies,
    documents,
    failures,
    outlets,
    printings,
    quotations,
    speakers,
)

MOST_NAMED = 10  # outlets and speakers, those with most first


class Copied(msgspec.Struct, frozen=True, kw_only=True):
    """Pairs of articles of which one reprints the other, by whether it says so (null: not known which was first)."""

    pairs: int
    acknowledged: int
    unacknowledged: int
    unknown: int


class Families(msgspec.Struct, frozen=True, kw_only=True):
    """Printings (quotations in marks), and the families of two and more of them."""

    printings: int
    families: int
    in_families: int
    largest: int


class Stats(msgspec.Struct, frozen=True, kw_only=True):
    """What a ledger holds: quotations, outlets, days and copies are those of the newest versions of its articles.

    `older_versions` are kept beside them. `first` and `last` are days of publication, ISO 8601. `outlets` counts
    articles, `speakers` quotations, each for the first `MOST_NAMED`. `failed` counts inputs by stage.
    """

    articles: int
    older_versions: int
    words: int
    first: str | None
    last: str | None
    quotations: int
    kinds: dict[str, int]
    acts: dict[str, int]
    verdicts: dict[str, int]
    speakers_in_all: int
    speakers: dict[str, int]
    outlets_in_all: int
    outlets: dict[str, int]
    documents: int
    copies: Copied
    families: Families
    failed: dict[str, int]


def stats_of(connection: Connection) -> Stats:
    """Count what a ledger holds. Takes time in proportion to it: a second or two for a million quotations."""
    newest = articles.c.newer.is_(None)
    count, words, first, last = connection.execute(
        select(
            func.count(),
            func.coalesce(func.sum(articles.c.words), 0),
            func.min(articles.c.day),
            func.max(articles.c.day),
        ).where(newest)
    ).one()
    kept = _size(connection, articles)
    rows = quotations.c
    told: dict[tuple[int, int, int | None], int] = {}
    counted = (
        select(rows.kind, rows.act, rows.verdict, func.count())
        .join(articles, articles.c.number == rows.article)
        .where(newest)
        .group_by(rows.kind, rows.act, rows.verdict)
    )
    for kind, act, verdict, number in connection.execute(counted):
        told[kind, act, verdict] = number
    most_quoted = (
        select(speakers.c.label, speakers.c.quotations)
        .order_by(speakers.c.quotations.desc(), speakers.c.number)
        .limit(MOST_NAMED)
    )
    printed = (
        select(outlets.c.name, func.count().label("articles"))
        .join(articles, articles.c.outlet == outlets.c.number)
        .where(newest)
        .group_by(outlets.c.number, outlets.c.name)
    )
    by_outlet = sorted(((one_line(name), number) for name, number in connection.execute(printed)), key=_most)
    failed = select(failures.c.stage, func.count()).group_by(failures.c.stage).order_by(failures.c.stage)
    return Stats(
        articles=count,
        older_versions=kept - count,
        words=int(words),
        first=_iso(first),
        last=_iso(last),
        quotations=sum(told.values()),
        kinds=_named({code: _sum(told, 0, code) for code in range(len(KINDS))}, KINDS),
        acts=_named({code: _sum(told, 1, code) for code in range(len(ACTS))}, ACTS),
        verdicts=_named({code: _sum(told, 2, code) for code in range(len(VERDICTS))}, VERDICTS),
        speakers_in_all=_size(connection, speakers),
        speakers={one_line(label): number for label, number in connection.execute(most_quoted)},
        outlets_in_all=len(by_outlet),
        outlets=dict(by_outlet[:MOST_NAMED]),
        documents=_size(connection, documents),
        copies=_copies(connection),
        families=_families(connection),
        failed={row.stage: row[1] for row in connection.execute(failed)},
    )


def _copies(connection: Connection) -> Copied:
    known = copies.c.acknowledged
    pairs, yes, no = connection.execute(
        select(func.count(), func.count(case((known, 1))), func.count(case((~known, 1))))
    ).one()
    return Copied(pairs=pairs, acknowledged=yes, unacknowledged=no, unknown=pairs - yes - no)


def _families(connection: Connection) -> Families:
    members = func.count().label("members")
    each = select(members).where(printings.c.family.is_not(None)).group_by(printings.c.family).subquery()
    number, total, largest = connection.execute(
        select(func.count(), func.coalesce(func.sum(each.c.members), 0), func.max(each.c.members))
    ).one()
    return Families(
        printings=_size(connection, printings), families=number, in_families=int(total), largest=largest or 0
    )


def _size(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _sum(told: dict[tuple[int, int, int | None], int], column: int, code: int) -> int:
    return sum(number for codes, number in told.items() if codes[column] == code)


def _named(counts: dict[int, int], names: tuple[str, ...]) -> dict[str, int]:
    return {names[code]: number for code, number in counts.items() if number}


def _most(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _iso(day: int | None) -> str | None:
    return None if day is None else datetime.date.fromordinal(day).isoformat()
