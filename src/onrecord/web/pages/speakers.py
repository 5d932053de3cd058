"""A speaker's record over time, and the register: who was taken to be whom, why, and how to undo it."""

from litestar import Response, get, post
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect
from sqlalchemy import Connection

from onrecord.errors import BadQuery, NotInLedger
from onrecord.formats.timeline_svg import timeline_svg
from onrecord.ledger.mending import join, split
from onrecord.ledger.rows import quotation_rows
from onrecord.ledger.sayings import by_day, sayings, summary_of
from onrecord.ledger.speakers import Called, entry_of, most_quoted, speakers_named
from onrecord.people.register import naming_key
from onrecord.web.asked import STATEMENTS, asked_of, number_of
from onrecord.web.asking import Asking, ledger_of
from onrecord.web.bounds import short
from onrecord.web.paths import public
from onrecord.web.rendering import page, part

Form = URLEncodedBody[dict[str, str]]
AT_ONCE = 15  # namings on one page


@get("/speakers", sync_to_thread=True)
def speakers(request: Asking) -> Response[str]:
    """The speakers called by a name, or the most quoted ones."""
    name = request.query_params.get("name", "").strip()
    with ledger_of(request).read() as connection:
        found = speakers_named(connection, name) if name else most_quoted(connection)
    return page(request, "speakers.html", speakers=found, name=name, twin="/api/v1/speakers")


@get("/speakers/{id:str}", sync_to_thread=True)
def speaker(request: Asking, id: FromPath[str]) -> Response[str]:
    """The record over time: the last said first."""
    asked = asked_of(request)
    with ledger_of(request).read() as connection:
        called = speaker_of(connection, id)
        figures = summary_of(connection, called)
        days = by_day(connection, called)
        found = sayings(
            connection,
            called,
            first=asked.search.first,
            last=asked.search.last,
            acts=() if asked.everything else asked.search.acts or STATEMENTS,
            after=asked.after,
        )
        rows = quotation_rows(connection, found.numbers)
    return page(
        request,
        "speaker.html",
        speaker=figures,
        timeline=timeline_svg(days, name=short(figures.label)),
        rows=public(rows),
        total=found.total,
        asked=asked,
        following=rows[-1].quotation if found.more and rows else None,
        twin=f"/api/v1/speakers/{part(id)}",
        feed=f"/speakers/{part(id)}/feed.atom",
    )


@get("/speakers/{id:str}/register", sync_to_thread=True)
def register(request: Asking, id: FromPath[str]) -> Response[str]:
    """Uses of a name that the speaker was made from, and why each was taken to be the same one."""
    start = number_of(request.query_params.get("from", "0"), "from")
    with ledger_of(request).read() as connection:
        called = speaker_of(connection, id)
        entry = entry_of(connection, called.number, start=start, most=AT_ONCE + 1)
    merges = {merge.naming: merge for merge in entry.merges}
    namings = [(naming, merges.get(naming_key(naming))) for naming in entry.namings[:AT_ONCE]]
    return page(
        request,
        "register.html",
        entry=entry,
        namings=namings,
        following=start + AT_ONCE if len(entry.namings) > AT_ONCE else None,
        twin=f"/api/v1/speakers/{part(id)}/register",
    )


@post("/speakers/{id:str}/split", sync_to_thread=True, status_code=303)
def part_namings(request: Asking, id: FromPath[str], data: Form) -> Redirect:
    """Undo a merge: make the uses of a spelling, or those in an article, a speaker of their own."""
    names, in_articles = _given(data, "name"), _given(data, "article")
    if not names and not in_articles:
        raise BadQuery("say which uses to part: a spelling or an article")
    with ledger_of(request).write() as connection:
        _, new = split(connection, id, names=names, in_articles=in_articles)
    return Redirect(f"/speakers/{part(new.id)}/register", status_code=303)


@post("/speakers/{id:str}/join", sync_to_thread=True, status_code=303)
def join_speakers(request: Asking, id: FromPath[str], data: Form) -> Redirect:
    """Make another speaker the same one as this, with a reason that is kept."""
    other, why = data.get("other", "").strip(), data.get("why", "").strip()
    if not other or not why:
        raise BadQuery("say who is the same speaker, by the id, and why")
    other = other.rpartition("/")[2]  # the address of the speaker's page does too
    with ledger_of(request).write() as connection:
        join(connection, id, other, why[:1_000])
    return Redirect(f"/speakers/{part(id)}/register", status_code=303)


def speaker_of(connection: Connection, id: str) -> Called:
    """The speaker of exactly this id; raises `NotInLedger`."""
    found = speakers_named(connection, id)
    if len(found) != 1 or found[0].id != id:
        raise NotInLedger("the ledger holds no such speaker: the speaker may have been joined with another")
    return found[0]


def _given(data: dict[str, str], name: str) -> list[str]:
    value = data.get(name, "")
    return [value] if value.strip() else []


HANDLERS = (speakers, speaker, register, part_namings, join_speakers)
