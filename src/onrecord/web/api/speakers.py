"""Speakers: who is called by a name, one speaker's record, and the register's reasons."""

from typing import Annotated

import msgspec
from litestar import get, post
from litestar.params import FromQuery, JSONBody, QueryParameter

from onrecord.ledger.mending import join, split
from onrecord.ledger.rows import quotation_rows
from onrecord.ledger.sayings import Summary, by_day, sayings, summary_of
from onrecord.ledger.speakers import Called, entry_of, most_quoted, speakers_named
from onrecord.model import SpeakerKind
from onrecord.people.register import Entry
from onrecord.web.api.lists import Quotations
from onrecord.web.api.parameters import After, All, First, Id, Last, Limit, problems
from onrecord.web.asked import STATEMENTS
from onrecord.web.asking import Asking, ledger_of
from onrecord.web.pages.speakers import speaker_of
from onrecord.web.paths import public


class SpeakerRow(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker of the register in a list."""

    id: str
    kind: SpeakerKind
    label: str
    quotations: int
    articles: int
    aliases: tuple[str, ...]


class SpeakerFigures(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker in figures; `days` counts quotations by day ("2031-10-15")."""

    summary: Summary
    days: dict[str, int]


class Split(msgspec.Struct, frozen=True, kw_only=True):
    """Which uses of names to part from a speaker: those of some spellings, and those in some articles, by id."""

    names: Annotated[tuple[str, ...], msgspec.Meta(max_length=100)] = ()
    articles: Annotated[tuple[str, ...], msgspec.Meta(max_length=1_000)] = ()


class Join(msgspec.Struct, frozen=True, kw_only=True):
    """The id of a speaker who is the same one, and the reason, which is kept."""

    other: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    why: Annotated[str, msgspec.Meta(min_length=1, max_length=1_000)]


def _row(called: Called) -> SpeakerRow:
    return SpeakerRow(
        id=called.id,
        kind=called.kind,
        label=called.label,
        quotations=called.quotations,
        articles=called.articles,
        aliases=called.aliases,
    )


@get("/speakers", sync_to_thread=True, responses=problems(400, 503))
def speakers(
    request: Asking,
    name: Annotated[
        str,
        QueryParameter(
            max_length=200, description="A name, or a part of one in whole words; else the most quoted."
        ),
    ] = "",
) -> list[SpeakerRow]:
    """Speakers called by a name, or those with most quotations."""
    with ledger_of(request).read() as connection:
        found = speakers_named(connection, name) if name.strip() else most_quoted(connection)
    return [_row(one) for one in found]


@get("/speakers/{id:str}", sync_to_thread=True, responses=problems(404, 503))
def speaker(request: Asking, id: Id) -> SpeakerFigures:
    """A speaker in figures."""
    with ledger_of(request).read() as connection:
        called = speaker_of(connection, id)
        return SpeakerFigures(summary=summary_of(connection, called), days=by_day(connection, called))


@get("/speakers/{id:str}/quotations", sync_to_thread=True, responses=problems(400, 404, 503))
def record(
    request: Asking,
    id: Id,
    first: First = None,
    last: Last = None,
    everything: All = False,
    oldest_first: FromQuery[bool] = False,
    after: After = None,
    limit: Limit = 20,
) -> Quotations:
    """A speaker's record over time, the last said first; `from` and `to` are days of saying."""
    with ledger_of(request).read() as connection:
        found = sayings(
            connection,
            speaker_of(connection, id),
            first=first,
            last=last,
            acts=() if everything else STATEMENTS,
            oldest_first=oldest_first,
            after=after,
            limit=limit,
        )
        rows = public(quotation_rows(connection, found.numbers))
    following = rows[-1].quotation if found.more and rows else None
    return Quotations(count=found.total.number, more_than_count=found.total.more, next=following, rows=rows)


@get("/speakers/{id:str}/register", sync_to_thread=True, responses=problems(404, 503))
def register(
    request: Asking,
    id: Id,
    start: Annotated[
        int, QueryParameter(name="from", ge=0, le=10**9, description="Begin with this one.")
    ] = 0,
    limit: Limit = 20,
) -> Entry:
    """Uses of a name that a speaker was made from, and why each was taken to be the same one, in their order."""
    with ledger_of(request).read() as connection:
        called = speaker_of(connection, id)
        return entry_of(connection, called.number, start=start, most=limit)


@post(
    "/speakers/{id:str}/split",
    sync_to_thread=True,
    status_code=200,
    responses=problems(400, 401, 403, 409, 429, 503),
)
def part_namings(request: Asking, id: Id, data: JSONBody[Split]) -> list[SpeakerRow]:
    """Undo merges: the named uses become a speaker of their own. Returns what is left, and the new speaker."""
    with ledger_of(request).write() as connection:
        return [_row(one) for one in split(connection, id, names=data.names, in_articles=data.articles)]


@post(
    "/speakers/{id:str}/join",
    sync_to_thread=True,
    status_code=200,
    responses=problems(400, 401, 403, 409, 429, 503),
)
def join_speakers(request: Asking, id: Id, data: JSONBody[Join]) -> SpeakerRow:
    """Make two speakers one; this one keeps its id."""
    with ledger_of(request).write() as connection:
        return _row(join(connection, id, data.other, data.why))


HANDLERS = (speakers, speaker, record, register, part_namings, join_speakers)
