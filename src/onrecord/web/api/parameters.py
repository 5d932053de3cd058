"""The parameters of addresses under /api/v1, with the bounds that the OpenAPI tells, and lists as answers."""

from datetime import date
from typing import Annotated, Any

import msgspec
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import PathParameter, QueryParameter

from onrecord.findings import Verdict
from onrecord.ledger.search import Search
from onrecord.model import Act, QuotationKind
from onrecord.web.asked import LONGEST, MOST, STATEMENTS
from onrecord.web.errors import Problem

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


def problems(*statuses: int) -> dict[int, ResponseSpec]:
    """The failures that an address may answer with, for the OpenAPI."""
    told = {
        400: "A parameter cannot be used; `detail` says which and why.",
        401: "The token is missing.",
        403: "A page of another site sent this.",
        404: "There is no such thing in the ledger.",
        409: "The register cannot be changed as asked.",
        413: "That is too large.",
        429: "Too many changes in a minute.",
        503: "The ledger cannot be reached now.",
    }
    return {
        status: ResponseSpec(
            data_container=Problem,
            description=told[status],
            media_type="application/problem+json",
            generate_examples=False,
        )
        for status in statuses
    }


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


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a list: `count` stops at a bound, past which `more_than_count` says that there are more.

    `next` is what to give as `after` for the page that follows, null on the last.
    """

    count: int
    more_than_count: bool
    next: str | None
