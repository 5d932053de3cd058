"""What a page or an address under /api/v1 is asked for, from the parameters of its address to values."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec
from litestar import Request
from litestar.datastructures import State

from onrecord.errors import BadQuery
from onrecord.findings import VERDICTS
from onrecord.ledger.codes import ACTS, KINDS
from onrecord.ledger.fulltext_index import Kind
from onrecord.ledger.search import Search

STATEMENTS = ("statement",)
LONGEST = 2_000  # characters of one parameter
MOST = 100  # rows of a page


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A search as an address has it: what is looked for, where its page begins, and the parameters to say so again."""

    what: Kind
    search: Search
    after: str | None
    limit: int
    everything: bool
    parameters: tuple[tuple[str, str], ...]

    def but(self, **changed: str | None) -> list[tuple[str, str]]:
        """The parameters of the same search with some changed, or without those that are None; from its first page."""
        kept = [(name, value) for name, value in self.parameters if name not in changed and name != "after"]
        return kept + [(name, value) for name, value in changed.items() if value is not None]


def asked_of(request: Request[Any, Any, State]) -> Asked:
    """Read the parameters of a search; raises `BadQuery` with what to do. Empty ones are as if they were not there."""
    given = [(name, value.strip()) for name, value in request.query_params.multi_items() if value.strip()]
    if any(len(value) > LONGEST for _, value in given):
        raise BadQuery(f"a parameter of a search has at most {LONGEST:,} characters: ask for less at a time")
    first = dict(reversed(given))
    many = {name: tuple(value for key, value in given if key == name) for name in ("kind", "act", "verdict")}
    what = _one_of(first.get("what", "quotations"), ("quotations", "articles"), "what")
    everything = first.get("all") == "1"
    acts = _all_of(many["act"], ACTS, "act")
    search = Search(
        words=first.get("q", ""),
        speaker=first.get("speaker"),
        outlet=first.get("outlet"),
        first=_day(first.get("from"), "from"),
        last=_day(first.get("to"), "to"),
        kinds=_all_of(many["kind"], KINDS, "kind") if what == "quotations" else (),
        acts=() if what == "articles" else acts or (() if everything else STATEMENTS),
        verdicts=_all_of(many["verdict"], VERDICTS, "verdict") if what == "quotations" else (),
    )
    return Asked(
        what="articles" if what == "articles" else "quotations",
        search=search,
        after=first.get("after"),
        limit=_limit(first.get("limit")),
        everything=everything,
        parameters=tuple(given),
    )


def _one_of(value: str, allowed: Iterable[str], name: str) -> str:
    if value not in allowed:
        raise BadQuery(f"{name} is one of {', '.join(allowed)}")
    return value


def _all_of(values: tuple[str, ...], allowed: Iterable[str], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_one_of(value, allowed, name) for value in values))


def _day(value: str | None, name: str) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise BadQuery(f"{name} is a day such as 2031-10-15") from error


def number_of(value: str, name: str) -> int:
    """A parameter that is a place, from 0 on; raises `BadQuery`."""
    if not value.isascii() or not value.isdigit() or len(value) > 9:
        raise BadQuery(f"{name} is a number")
    return int(value)


def _limit(value: str | None) -> int:
    if value is None:
        return 20
    if not value.isascii() or not value.isdigit() or not 1 <= int(value[:9]) <= MOST:
        raise BadQuery(f"limit is a number from 1 to {MOST}")
    return int(value)
