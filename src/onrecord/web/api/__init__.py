"""The routes under /api/v1, one file a subject: the same answers as the pages, as JSON."""

from collections.abc import Sequence

from litestar import Router
from litestar.handlers import HTTPRouteHandler

from onrecord.web.api import articles, bulk, corrections, families, lists, quotations, reading, speakers
from onrecord.web.api.parameters import once
from onrecord.web.options import Options

PREFIX = "/api/v1"
SUBJECTS = (
    ("Lists", lists),
    ("Articles", articles),
    ("Quotations", quotations),
    ("Speakers", speakers),
    ("Families", families),
    ("Corrections", corrections),
    ("Reading and checking", reading),
    ("Everything", bulk),
)
TOKEN = "token"  # its name in the OpenAPI


def handlers() -> list[HTTPRouteHandler]:
    """All of them."""
    return [handler for _, subject in SUBJECTS for handler in subject.HANDLERS]


def routers(options: Options) -> list[Router]:
    """All of them under /api/v1, with the subject of each, and whether it needs the token."""
    return [
        Router(
            PREFIX,
            route_handlers=chosen,
            tags=[name],
            security=_security(options, changes=changes),
            guards=[once],
            include_in_schema=True,
        )
        for name, subject in SUBJECTS
        for changes in (False, True)
        if (chosen := _those(subject.HANDLERS, changes=changes))
    ]


def _those(found: Sequence[HTTPRouteHandler], *, changes: bool) -> list[HTTPRouteHandler]:
    return [handler for handler in found if ("GET" not in handler.http_methods) == changes]


def _security(options: Options, *, changes: bool) -> list[dict[str, list[str]]]:
    """The token where it is needed; where it is not, it may be shown all the same."""
    needed = options.token is not None and (changes or options.private)
    return [{TOKEN: []}] if needed else [{}, {TOKEN: []}]
