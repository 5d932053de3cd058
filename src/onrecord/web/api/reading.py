"""Reading and checking on demand, and adding to the ledger."""

import asyncio
from typing import Annotated

import msgspec
from litestar import get, post
from litestar.datastructures import UploadFile
from litestar.params import QueryParameter

from onrecord.errors import BadQuery, NotInLedger
from onrecord.findings import Check
from onrecord.model import Record
from onrecord.web.api.openapi import BODY, FORM, NO_NUL
from onrecord.web.api.parameters import JSON, Id, problems, sent, takes
from onrecord.web.asking import Asking, jobs_of, ledger_of, reading_of, slowly, workers_of
from onrecord.web.guard import COSTLY
from onrecord.web.jobs import Job
from onrecord.web.memory import LIVE
from onrecord.web.pages.checking import LONGEST, found_of
from onrecord.web.paths import public
from onrecord.web.uploads import LONGEST_ADDRESS, MOST_ADDRESSES, Upload, from_address

MOST_TEXT = 2_000_000  # characters


class Text(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An article's text, or an HTML page as text; with `plain` it is the body, unchanged."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=MOST_TEXT)]
    plain: bool = False


class Addresses(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Web addresses to fetch and keep, as articles or, with `documents`, as texts to check against."""

    addresses: Annotated[
        list[Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_ADDRESS, pattern=NO_NUL)]],
        msgspec.Meta(min_length=1, max_length=MOST_ADDRESSES),
    ]
    documents: bool = False


class Accepted(msgspec.Struct, frozen=True, kw_only=True):
    """The id of some reading that goes on: /jobs/ID says how far it has come."""

    job: str


FILES = {
    "type": "object",
    "properties": {
        "files": {
            "type": "array",
            "items": {"contentMediaType": "application/octet-stream"},  # no type: any bytes
            "minItems": 1,
            "description": "One file or more: HTML, PDF or text.",
        }
    },
    "required": ["files"],
    "additionalProperties": False,
}


@post(
    "/read",
    status_code=200,
    responses=problems(changes=True),
    operation_id="read_text",
    guards=JSON,
    opt={BODY: Text},
)
async def read(request: Asking) -> Record:
    """Read a text for its quotations, and keep nothing of it."""
    given = await sent(request, Text, nul=True)
    data = given.text.encode("utf-8", "replace")
    async with reading_of(request):  # who waits takes no thread, of which the pages have few
        return public(await asyncio.to_thread(workers_of(request).read, data, path=None, plain=given.plain))


@get("/check", responses=problems(429), operation_id="check_quote", opt={COSTLY: True})
async def check(
    request: Asking,
    quote: Annotated[
        str,
        QueryParameter(
            min_length=1, max_length=LONGEST, description="Words without their outer quotation marks."
        ),
    ],
    speaker: Annotated[
        str | None, QueryParameter(max_length=200, description="Who the quote is given to.")
    ] = None,
) -> Check:
    """Lay a quote beside all that the ledger holds."""
    if not quote.strip():
        raise BadQuery("quote holds no words")
    return public(await slowly(request, found_of, ledger_of(request), quote, speaker))


@post(
    "/jobs",
    status_code=202,
    responses=problems(changes=True),
    operation_id="add_files",
    guards=[takes("multipart/form-data")],
    opt={FORM: FILES},
)
async def add(
    request: Asking,
    documents: Annotated[
        bool, QueryParameter(description="Take them as documents that quotes are checked against.")
    ] = False,
) -> Accepted:
    """Read files and keep them in the ledger, as articles or as documents to check against."""
    form = await request.form()
    uploads = []
    for name, item in form.multi_items():
        if name != "files" or not isinstance(item, UploadFile):
            raise BadQuery("every part of the form is a file with a name, and the part is called files")
        uploads.append(Upload(name=item.filename or "upload", data=await item.read()))
    if not uploads:
        raise BadQuery("there is nothing to read: send one file or more as a part called files")
    return Accepted(job=jobs_of(request).submit(uploads, documents=documents))


@post(
    "/addresses",
    status_code=202,
    responses=problems(changes=True),
    operation_id="add_addresses",
    guards=JSON,
    opt={BODY: Addresses},
)
async def add_addresses(request: Asking) -> Accepted:
    """Fetch web addresses and keep what stands there, where onrecord was started with --fetch."""
    given = await sent(request, Addresses)
    uploads = [from_address(one) for one in given.addresses]
    return Accepted(job=jobs_of(request).submit(uploads, documents=given.documents))


@get(
    "/jobs/{id:str}",
    sync_to_thread=False,
    responses=problems(404),
    operation_id="get_job",
    opt={LIVE: True},
)
def job(request: Asking, id: Id) -> Job:
    """How far some reading has come, and what became of each input."""
    found = jobs_of(request).job(id)
    if found is None:
        raise NotInLedger(
            "there is no such reading: it was done more than an hour ago, or onrecord was started anew"
        )
    return found


HANDLERS = (read, check, add, add_addresses, job)
