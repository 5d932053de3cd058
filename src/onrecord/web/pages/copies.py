"""The copies: which articles reprint which, acknowledged or not, and two of them side by side."""

from typing import cast, get_args

from litestar import Response, get
from litestar.params import FromPath

from onrecord.errors import BadQuery, NotInLedger
from onrecord.formats.visible import one_line
from onrecord.ledger.copy_pairs import Acknowledged, copy_rows
from onrecord.model import Article
from onrecord.trace.copies import compare
from onrecord.traces import Copy
from onrecord.web.asking import Asking, ledger_of
from onrecord.web.paths import public
from onrecord.web.rendering import page, part

AT_ONCE = 20
MOST_CHANGES = 200  # shown of one pair


@get("/copies", sync_to_thread=True)
def copies(request: Asking) -> Response[str]:
    """All pairs, those added last first."""
    after = request.query_params.get("after", "")
    pair = after.split(",") if after else []
    if pair and len(pair) != 2:
        raise BadQuery("after is the ids of the two articles of the last pair shown, with a comma between")
    with ledger_of(request).read() as connection:
        rows = copy_rows(
            connection,
            acknowledged=acknowledged_of(request.query_params.get("acknowledged")),
            after=(pair[0], pair[1]) if pair else None,
            limit=AT_ONCE + 1,
        )
    shown = rows[:AT_ONCE]
    following = f"{shown[-1].first.article},{shown[-1].copy.article}" if len(rows) > AT_ONCE else None
    return page(
        request,
        "copies.html",
        rows=public(shown),
        following=following,
        acknowledged=request.query_params.get("acknowledged", ""),
        twin="/api/v1/copies",
    )


def acknowledged_of(value: str | None) -> Acknowledged | None:
    """The filter of a list of copies; raises `BadQuery` for another word."""
    if not value:
        return None
    if value not in get_args(Acknowledged):
        raise BadQuery("acknowledged is one of yes, no, unknown")
    return cast(Acknowledged, value)


@get("/copies/{a:str}/{b:str}", sync_to_thread=True)
def pair(request: Asking, a: FromPath[str], b: FromPath[str]) -> Response[str]:
    """Two articles side by side: what is shared, what was changed, what tells which was first, and the terms."""
    ledger = ledger_of(request)
    one, other = ledger.record(a).article, ledger.record(b).article
    found = compare(one, other)
    if found is None:
        raise NotInLedger("these two articles share too little of their text to be copies")
    sides = {found.a: one if one.id == found.a else other, found.b: other if other.id == found.b else one}
    first, copy = (found.b, found.a) if found.direction == "b<a" else (found.a, found.b)
    return page(
        request,
        "pair.html",
        found=found,
        first=public(sides[first]),
        copy=public(sides[copy]),
        changes=_changes(found, sides),
        left=max(len(found.changes) - MOST_CHANGES, 0),
        twin=f"/api/v1/copies/{part(found.a)}/{part(found.b)}",
    )


def _changes(found: Copy, sides: dict[str, Article]) -> list[tuple[str, str, str]]:
    """Each change: what was done, the words of the first article, and those of its copy."""
    swapped = found.direction == "b<a"
    told: list[tuple[str, str, str]] = []
    for change in found.changes[:MOST_CHANGES]:
        a = one_line(sides[found.a].body[slice(*change.a)])
        b = one_line(sides[found.b].body[slice(*change.b)])
        op: str = change.op
        if swapped and op in ("insert", "delete"):
            op = "delete" if op == "insert" else "insert"
        told.append((op, b, a) if swapped else (op, a, b))
    return told


HANDLERS = (copies, pair)
