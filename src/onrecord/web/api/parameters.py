"""The parameters of addresses under /api/v1, with the bounds that the OpenAPI tells, and lists as answers."""

from collections import Counter
from datetime import date
from typing import Annotated, Any, TypeVar
from urllib.parse import urlencode

import msgspec
from litestar import Response
from litestar.connection import ASGIConnection
from litestar.exceptions import HTTPException
from litestar.handlers import BaseRouteHandler
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import PathParameter, QueryParameter
from litestar.types import Guard
from litestar.typing import FieldDefinition

from onrecord.errors import BadQuery
from onrecord.findings import Verdict
from onrecord.ledger.search import Search
from onrecord.model import Act, QuotationKind
from onrecord.web.asked import LONGEST, MOST, STATEMENTS
from onrecord.web.asking import Asking
from onrecord.web.errors import PROBLEM, Problem

P = TypeVar("P", bound="Following")
S = TypeVar("S", bound=msgspec.Struct)
# What each failure means.
TOLD = {
    400: "Something in the request cannot be used; `detail` says what and why.",
    401: "The token is missing.",
    403: "A page of another site sent this, or it was not allowed when onrecord was started.",
    404: "There is no such thing in the ledger.",
    408: "The request did not come to its end in time.",
    409: "The register cannot be changed as asked.",
    413: "That is too large.",
    415: "The body is of another media type than this address takes.",
    421: "This is not a host name that onrecord answers to.",
    429: "Too many requests in a minute; `Retry-After` says how many seconds to wait.",
    503: "The ledger cannot be reached now, or too much is asked of it at the same time.",
}
ALWAYS = (400, 401, 421, 503)
CHANGES = (403, 408, 413, 415, 429)

Id = Annotated[str, PathParameter(max_length=200, description="An id: a tagged digest, as in `sha256:...`.")]
After = Annotated[
    str | None,
    QueryParameter(max_length=200, description="Go on after the row of this id: `next` of the page before."),
]
Limit = Annotated[int, QueryParameter(ge=1, le=MOST, description="At most so many rows.")]
Words = Annotated[
    str, QueryParameter(name="q", max_length=LONGEST, description="Words, as docs/search.md has them.")
]
Name = Annotated[str | None, QueryParameter(max_length=200)]
First = Annotated[date | None, QueryParameter(name="from", description="Published on this day or later.")]
Last = Annotated[date | None, QueryParameter(name="to", description="Published on this day or earlier.")]
Kinds = Annotated[list[QuotationKind] | None, QueryParameter(name="kind", max_items=3)]
Acts = Annotated[list[Act] | None, QueryParameter(name="act", max_items=6)]
Verdicts = Annotated[list[Verdict] | None, QueryParameter(name="verdict", max_items=5)]
All = Annotated[bool, QueryParameter(name="all", description="Quotations of every act, not only statements.")]


def takes(*kinds: str) -> Guard:
    """Refuse a body that says it is of another media type."""

    def check(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
        kind = connection.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in kinds:
            raise HTTPException(f"send {' or '.join(kinds)}, and say so in Content-Type", status_code=415)

    return check


JSON = [takes("application/json")]


async def sent(request: Asking, kind: type[S], *, nul: bool = False) -> S:
    """The body, read strictly: Litestar would take 0 for false, and "3" for 3.

    No NUL may be in its strings, which not every database takes, unless they are only read (`nul`).
    """
    body = await request.body()
    if not body.strip():
        raise BadQuery("the body is missing: send JSON")
    if not nul and b"\\u0000" in body:
        raise BadQuery("the body holds a NUL (\\u0000): take it out")
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeError) as error:  # the second where the bytes are no UTF-8
        raise BadQuery(f"the body cannot be used: {error}") from error


def once(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Refuse what would be understood in another way than it is meant.

    That is a parameter which is given twice and is no list, and a day that is none: "null" would be taken for no bound.
    """
    given = Counter(name for name, _ in connection.query_params.multi_items())
    for field in handler.parsed_fn_signature.parameters.values():
        if not isinstance(field.kwarg_definition, QueryParameter):
            continue
        name = field.kwarg_definition.name or field.name
        if given[name] > 1 and not field.is_non_string_sequence and not _is_list(field):
            raise BadQuery(f"{name} is given {given[name]} times: give it once")
        if given[name] and field.has_inner_subclass_of(date) and not _is_day(connection.query_params[name]):
            raise BadQuery(f"{name} is a day such as 2031-10-15: leave it out for any day")


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_list(field: FieldDefinition) -> bool:
    return any(inner.is_non_string_sequence for inner in field.inner_types)


def problems(*statuses: int, changes: bool = False) -> dict[int, ResponseSpec]:
    """The failures that an address may answer with, for the OpenAPI, beside those that any may."""
    return {
        status: ResponseSpec(
            data_container=Problem, description=TOLD[status], media_type=PROBLEM, generate_examples=False
        )
        for status in sorted({*ALWAYS, *(CHANGES if changes else ()), *statuses})
    }


def paged(request: Asking, found: P) -> Response[P]:
    """A page of a list as an answer; where the next one is stands in the header Link too (RFC 8288)."""
    if found.next is None:
        return Response(found)
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
    return Response(found, headers={"link": f'<?{urlencode([*kept, ("after", found.next)])}>; rel="next"'})


def search_of(
    *,
    words: str = "",
    speaker: str | None = None,
    outlet: str | None = None,
    first: date | None = None,
    last: date | None = None,
    kinds: list[Any] | None = None,
    acts: list[Any] | None = None,
    verdicts: list[Any] | None = None,
    everything: bool = False,
) -> Search:
    """A search from parameters; statements alone unless acts are named or all are wanted."""
    return Search(
        words=words,
        speaker=speaker or None,
        outlet=outlet or None,
        first=first,
        last=last,
        kinds=tuple(kinds or ()),
        acts=tuple(acts or (() if everything else STATEMENTS)),
        verdicts=tuple(verdicts or ()),
    )


class Following(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a list: `next` is what to give as `after` for the page that follows, null on the last."""

    next: str | None


class Page(Following, frozen=True, kw_only=True):
    """A page of a list that is counted: `count` stops at a bound, and `more_than_count` says that there are more."""

    count: int
    more_than_count: bool
