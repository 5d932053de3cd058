"""Reading and checking on demand, adding to the ledger, and taking everything out of it as a stream."""

from collections.abc import Iterator
from typing import Annotated

import msgspec
from litestar import get, post
from litestar.datastructures import UploadFile
from litestar.params import FromQuery, JSONBody, MultipartBody, QueryParameter
from litestar.response import Stream

from onrecord.check.quote import check_passage
from onrecord.errors import BadQuery, NotInLedger
from onrecord.findings import Check
from onrecord.formats import to_json
from onrecord.ledger.checking import open_for
from onrecord.model import Record
from onrecord.web.api.parameters import Id, problems
from onrecord.web.asking import Asking, jobs_of, ledger_of, workers_of
from onrecord.web.jobs import Job
from onrecord.web.pages.checking import LONGEST
from onrecord.web.paths import public
from onrecord.web.uploads import Upload

MOST_TEXT = 2_000_000  # characters


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """An article's text, or an HTML page as text; with `plain` it is the body, unchanged."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=MOST_TEXT)]
    plain: bool = False


class Accepted(msgspec.Struct, frozen=True, kw_only=True):
    """The id of some reading that goes on: /jobs/ID says how far it has come."""

    job: str


@post("/read", sync_to_thread=True, status_code=200, responses=problems(400, 401, 403, 413, 429))
def read(request: Asking, data: JSONBody[Text]) -> Record:
    """Read a text for its quotations, and keep nothing of it."""
    return public(workers_of(request).read(data.text.encode("utf-8", "replace"), path=None, plain=data.plain))


@get("/check", sync_to_thread=True, responses=problems(400, 503))
def check(
    request: Asking,
    quote: Annotated[
        str,
        QueryParameter(
            min_length=1, max_length=LONGEST, description="Words without their outer quotation marks."
        ),
    ],
    speaker: Annotated[str | None, QueryParameter(max_length=200)] = None,
) -> Check:
    """Lay a quote beside all that the ledger holds."""
    if not quote.strip():
        raise BadQuery("quote holds no words")
    with ledger_of(request).read() as connection, open_for(connection, [quote]) as index:
        return public(check_passage(quote, index, speaker=speaker))


@post("/jobs", status_code=202, responses=problems(400, 401, 403, 413, 429))
async def add(
    request: Asking,
    data: MultipartBody[list[UploadFile]],
    documents: FromQuery[bool] = False,
) -> Accepted:
    """Read files and keep them in the ledger, as articles or as documents to check against."""
    uploads = [Upload(name=item.filename or "upload", data=await item.read()) for item in data]
    if not uploads:
        raise BadQuery("there is nothing to read: send one file or more")
    return Accepted(job=jobs_of(request).submit(uploads, documents=documents))


@get("/jobs/{id:str}", sync_to_thread=False, responses=problems(404))
def job(request: Asking, id: Id) -> Job:
    """How far some reading has come, and what became of each input."""
    found = jobs_of(request).job(id)
    if found is None:
        raise NotInLedger(
            "there is no such reading: it was done more than an hour ago, or onrecord was started anew"
        )
    return found


@get("/export", sync_to_thread=True, media_type="application/x-ndjson", responses=problems(503))
def export(request: Asking) -> Stream:
    """Every article of the ledger as JSON Lines of schema onrecord/1, streamed."""
    return Stream(_lines(request), media_type="application/x-ndjson")


def _lines(request: Asking) -> Iterator[bytes]:
    for record in ledger_of(request).records():
        yield to_json(public(record)) + b"\n"


HANDLERS = (read, check, add, job, export)
