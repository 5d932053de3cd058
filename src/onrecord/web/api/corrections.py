"""Corrections by hand."""

import asyncio
from collections import deque
from typing import Annotated

import msgspec
from litestar import get, post
from litestar.params import QueryParameter

from onrecord.ledger.corrections import KeptCorrection, every, withdraw
from onrecord.ledger.drafts import Said
from onrecord.model import Correction, SpeakerKind
from onrecord.web.api.openapi import BODY, NO_NUL
from onrecord.web.api.parameters import JSON, Id, problems, sent
from onrecord.web.asking import Asking, ledger_of
from onrecord.web.pages.correcting import LONGEST, MOST, keep
from onrecord.web.paths import public

Words = Annotated[str, msgspec.Meta(max_length=LONGEST, pattern=NO_NUL)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=500, pattern=NO_NUL)]


class Right(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is right of a quotation.

    `speakers` are who says it, by name or by id of the register (`kind` is what they are, where by name); `unknown`
    says that nobody is known to. `content`, `cue` and `source` are words as they stand in the article, or places in it
    ("120-158,190-204"); what is null stays as it is. `no_quotation`: nobody is said to say it.
    """

    speakers: Annotated[tuple[Name, ...], msgspec.Meta(max_length=20)] = ()
    kind: SpeakerKind = "person"
    unknown: bool = False
    content: Words | None = None
    cue: Words | None = None
    source: Words | None = None
    no_quotation: bool = False
    note: Annotated[str, msgspec.Meta(max_length=5_000, pattern=NO_NUL)] = ""
    by: Annotated[str, msgspec.Meta(max_length=200, pattern=NO_NUL)] = ""


class Missed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A quotation that was missed: its `content`, and who says it by which words, as in `Right`."""

    content: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST, pattern=NO_NUL)]
    field: Annotated[str, msgspec.Meta(max_length=50, pattern=NO_NUL)] = "text"
    speakers: Annotated[tuple[Name, ...], msgspec.Meta(max_length=20)] = ()
    kind: SpeakerKind = "person"
    cue: Words | None = None
    source: Words | None = None
    note: Annotated[str, msgspec.Meta(max_length=5_000, pattern=NO_NUL)] = ""
    by: Annotated[str, msgspec.Meta(max_length=200, pattern=NO_NUL)] = ""


@get("/corrections", sync_to_thread=True, operation_id="list_corrections", responses=problems())
def corrections(
    request: Asking,
    withdrawn: Annotated[bool, QueryParameter(description="Those that were withdrawn too.")] = False,
) -> list[KeptCorrection]:
    """What people have said of the machine's answers, the newest 200, the newest first."""
    with ledger_of(request).read() as connection:
        return public(list(deque(every(connection, withdrawn=withdrawn), maxlen=MOST))[::-1])


@post(
    "/quotations/{id:str}/correct",
    status_code=201,
    responses=problems(404, changes=True),
    operation_id="correct_quotation",
    guards=JSON,
    opt={BODY: Right},
)
async def correct(request: Asking, id: Id) -> list[Correction]:
    """Say what is right of a quotation; the machine's answer stays."""
    said = Said(**msgspec.structs.asdict(await sent(request, Right)))
    return public(await asyncio.to_thread(keep, ledger_of(request), id, said))


@post(
    "/articles/{id:str}/missed",
    status_code=201,
    responses=problems(404, changes=True),
    operation_id="add_missed_quotation",
    guards=JSON,
    opt={BODY: Missed},
)
async def missed(request: Asking, id: Id) -> list[Correction]:
    """Say that a quotation of an article was missed."""
    said = Said(missed=True, **msgspec.structs.asdict(await sent(request, Missed)))
    return public(await asyncio.to_thread(keep, ledger_of(request), id, said))


@post(
    "/corrections/{id:str}/withdraw",
    sync_to_thread=True,
    status_code=200,
    responses=problems(404, changes=True),
    operation_id="withdraw_correction",
)
def take_back(request: Asking, id: Id) -> Correction:
    """Let a correction count no longer; it stays in the ledger, with the time."""
    with ledger_of(request).write() as connection:
        return public(withdraw(connection, id))


HANDLERS = (corrections, correct, missed, take_back)
