"""The record of a speaker over time: all that a ledger's articles quote of one, by the day on which it was said.

The day is the one that the text gives for the saying, else the day of printing.
"""

import datetime
from collections import Counter

import msgspec
from sqlalchemy import Connection, func, select, tuple_

from onrecord.errors import NotInLedger
from onrecord.findings import VERDICTS
from onrecord.formats.visible import one_line
from onrecord.ledger.codes import ACT
from onrecord.ledger.dialects import joined_by_keys
from onrecord.ledger.search import Count, Page, number_of
from onrecord.ledger.speakers import Called
from onrecord.ledger.tables import UNDATED, articles, outlets, quotation_speakers, quotations

MOST_OUTLETS = 10  # that are named, those with most quotations first
Acts = tuple[str, ...]


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker in figures: `quotations` by act, outlet (the first `MOST_OUTLETS`) and verdict, days as ISO 8601."""

    id: str
    label: str
    kind: str
    aliases: tuple[str, ...]
    articles: int
    quotations: int
    acts: dict[str, int]
    outlets: dict[str, int]
    outlets_in_all: int
    verdicts: dict[str, int]
    first: str | None
    last: str | None


def summary_of(connection: Connection, speaker: Called) -> Summary:
    """Count what a ledger holds of a speaker."""
    links, rows = quotation_speakers.c, quotations.c
    of_speaker = links.speaker == speaker.number
    counted = (
        select(rows.act, rows.verdict, articles.c.outlet, func.count())
        .join(quotation_speakers, links.quotation == rows.number)
        .join(articles, articles.c.number == rows.article)
        .where(of_speaker)
        .group_by(rows.act, rows.verdict, articles.c.outlet)
    )
    acts: Counter[int] = Counter()
    verdicts: Counter[int] = Counter()
    places: Counter[int] = Counter()
    with joined_by_keys(connection):
        found = connection.execute(counted).all()
    for act, verdict, outlet, count in found:
        acts[act] += count
        if verdict is not None:
            verdicts[verdict] += count
        if outlet is not None:
            places[outlet] += count
    dated = select(func.min(links.day), func.max(links.day)).where(of_speaker, links.day != UNDATED)
    first, last = connection.execute(dated).one()
    most = sorted(places.items(), key=_most_first)[:MOST_OUTLETS]
    names = select(outlets.c.number, outlets.c.name).where(
        outlets.c.number.in_([number for number, _ in most])
    )
    name_of = {number: one_line(name) for number, name in connection.execute(names)}
    return Summary(
        id=speaker.id,
        label=one_line(speaker.label),
        kind=speaker.kind,
        aliases=tuple(one_line(alias) for alias in speaker.aliases),
        articles=speaker.articles,
        quotations=speaker.quotations,
        acts={name: acts[code] for name, code in ACT.items() if acts[code]},
        outlets={name_of[number]: count for number, count in most},
        outlets_in_all=len(places),
        verdicts={name: verdicts[code] for code, name in enumerate(VERDICTS) if verdicts[code]},
        first=None if first is None else datetime.date.fromordinal(first).isoformat(),
        last=None if last is None else datetime.date.fromordinal(last).isoformat(),
    )


def by_day(connection: Connection, speaker: Called) -> dict[str, int]:
    """How many quotations of a speaker each day has, as "2031-10-15"; days without any are left out."""
    links = quotation_speakers.c
    query = (
        select(links.day, func.count())
        .where(links.speaker == speaker.number, links.day != UNDATED)
        .group_by(links.day)
        .order_by(links.day)
    )
    return {datetime.date.fromordinal(day).isoformat(): count for day, count in connection.execute(query)}


def sayings(
    connection: Connection,
    speaker: Called,
    *,
    first: datetime.date | None = None,
    last: datetime.date | None = None,
    acts: Acts = (),
    oldest_first: bool = False,
    after: str | None = None,
    limit: int = 20,
) -> Page:
    """The quotations of a speaker, the last said first, those without a day at the far end.

    `first` and `last` are days, both within; one of `acts` has to be met, where any are named; `after` is the id of
    the quotation to go on after. Raises `NotInLedger` where there is no such quotation.
    """
    links = quotation_speakers.c
    query = select(links.quotation).where(links.speaker == speaker.number)
    if acts:
        query = query.join(quotations, quotations.c.number == links.quotation)
        query = query.where(quotations.c.act.in_([ACT[act] for act in acts]))
    if first is not None:
        query = query.where(links.day >= first.toordinal())
    if last is not None:
        query = query.where(links.day <= last.toordinal(), links.day != UNDATED)
    counted = connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    if after is not None:
        place = _place(connection, speaker, after)
        here = tuple_(links.day, links.quotation)
        query = query.where(here > place if oldest_first else here < place)
    order = (links.day, links.quotation) if oldest_first else (links.day.desc(), links.quotation.desc())
    found = connection.execute(query.order_by(*order).limit(limit + 1)).scalars().all()
    return Page(list(found[:limit]), Count(counted, more=False), more=len(found) > limit)


def _place(connection: Connection, speaker: Called, after: str) -> tuple[int, int]:
    """Where a quotation stands in the record of its speaker: its day and its number."""
    links = quotation_speakers.c
    number = number_of(connection, "quotations", after)
    query = select(links.day).where(links.speaker == speaker.number, links.quotation == number)
    day = connection.execute(query).scalar()
    if day is None:
        raise NotInLedger(
            f"{after} is no quotation of {speaker.label}: --after takes the id of the last one shown"
        )
    return day, number


def _most_first(item: tuple[int, int]) -> tuple[int, int]:
    return -item[1], item[0]
