"""Speakers: who is called by a name, one speaker's record, and the register's reasons."""

import asyncio
from typing import Annotated

import msgspec
from litestar import Response, get, post
from litestar.params import QueryParameter

from onrecord.ledger.ledger import Ledger
from onrecord.ledger.mending import join, split
from onrecord.ledger.rows import quotation_rows
from onrecord.ledger.sayings import Summary, by_day, sayings, summary_of
from onrecord.ledger.speakers import Called, entry_of, most_quoted, speakers_named
from onrecord.model import SpeakerKind
from onrecord.people.register import Entry
from onrecord.web.api.lists import Quotations
from onrecord.web.api.openapi import BODY, NO_NUL
from onrecord.web.api.parameters import JSON, After, All, First, Id, Last, Limit, paged, problems, sent
from onrecord.web.asked import STATEMENTS
from onrecord.web.asking import Asking, ledger_of
from onrecord.web.pages.speakers import speaker_of
from onrecord.web.paths import public

Plain = Annotated[str, msgspec.Meta(max_length=1_000, pattern=NO_NUL)]


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


class Split(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which uses of names to part from a speaker: those of some spellings, and those in some articles, by id."""

    names: Annotated[tuple[Plain, ...], msgspec.Meta(max_length=100)] = ()
    articles: Annotated[tuple[Plain, ...], msgspec.Meta(max_length=1_000)] = ()


class Join(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The id of a speaker who is the same one, and the reason, which is kept."""

    other: Annotated[str, msgspec.Meta(min_length=1, max_length=200, pattern=NO_NUL)]
    why: Annotated[str, msgspec.Meta(min_length=1, max_length=1_000, pattern=NO_NUL)]


def _row(called: Called) -> SpeakerRow:
    return SpeakerRow(
        id=called.id,
        kind=called.kind,
        label=called.label,
        quotations=called.quotations,
        articles=called.articles,
        aliases=called.aliases,
    )


@get("/speakers", sync_to_thread=True, responses=problems(), operation_id="find_speakers")
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


@get("/speakers/{id:str}", sync_to_thread=True, responses=problems(404), operation_id="get_speaker")
def speaker(request: Asking, id: Id) -> SpeakerFigures:
    """A speaker in figures."""
    with ledger_of(request).read() as connection:
        called = speaker_of(connection, id)
        return SpeakerFigures(summary=summary_of(connection, called), days=by_day(connection, called))


@get(
    "/speakers/{id:str}/quotations",
    sync_to_thread=True,
    responses=problems(404),
    operation_id="list_speaker_quotations",
)
def record(
    request: Asking,
    id: Id,
    first: First = None,
    last: Last = None,
    everything: All = False,
    oldest_first: Annotated[bool, QueryParameter(description="The first said first.")] = False,
    after: After = None,
    limit: Limit = 20,
) -> Response[Quotations]:
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
    more = found.total.more
    return paged(
        request, Quotations(count=found.total.number, more_than_count=more, next=following, rows=rows)
    )


@get(
    "/speakers/{id:str}/register",
    sync_to_thread=True,
    responses=problems(404),
    operation_id="get_speaker_register",
)
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
    status_code=200,
    responses=problems(404, 409, changes=True),
    operation_id="split_speaker",
    guards=JSON,
    opt={BODY: Split},
)
async def part_namings(request: Asking, id: Id) -> list[SpeakerRow]:
    """Undo merges: the named uses become a speaker of their own. Gives what is left, and the new speaker."""
    return await asyncio.to_thread(_part_namings, ledger_of(request), id, await sent(request, Split))


def _part_namings(ledger: Ledger, id: str, given: Split) -> list[SpeakerRow]:
    with ledger.write() as connection:
        return [_row(one) for one in split(connection, id, names=given.names, in_articles=given.articles)]


@post(
    "/speakers/{id:str}/join",
    status_code=200,
    responses=problems(404, 409, changes=True),
    operation_id="join_speakers",
    guards=JSON,
    opt={BODY: Join},
)
async def join_speakers(request: Asking, id: Id) -> SpeakerRow:
    """Make two speakers one; this one keeps its id."""
    return await asyncio.to_thread(_join, ledger_of(request), id, await sent(request, Join))


def _join(ledger: Ledger, id: str, given: Join) -> SpeakerRow:
    with ledger.write() as connection:
        return _row(join(connection, id, given.other, given.why))


HANDLERS = (speakers, speaker, record, register, part_namings, join_speakers)
