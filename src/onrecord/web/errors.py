"""What went wrong, in words that say what to do: as a page, and under /api as problem details (RFC 9457)."""

import logging
from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

import msgspec
from litestar import MediaType, Request, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException, ValidationException
from litestar.handlers import HTTPRouteHandler

from onrecord import errors
from onrecord.formats import to_json
from onrecord.web.rendering import render

PROBLEM = "application/problem+json"
log = logging.getLogger("onrecord.web")
# The first that fits stands: the narrower before the wider.
STATUSES: tuple[tuple[type[errors.OnrecordError], int], ...] = (
    (errors.InputTooLarge, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (errors.NotInLedger, HTTPStatus.NOT_FOUND),
    (errors.NotFetched, HTTPStatus.FORBIDDEN),
    (errors.BadLedger, HTTPStatus.SERVICE_UNAVAILABLE),
    (errors.BadRegister, HTTPStatus.CONFLICT),
    (errors.InputError, HTTPStatus.BAD_REQUEST),
    (errors.OnrecordError, HTTPStatus.SERVICE_UNAVAILABLE),
)


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """A problem as RFC 9457 has it; `detail` says what to do."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


def answer(request: Request[object, object, State], error: Exception) -> Response[object]:
    """The answer to a request that failed."""
    status, detail = told(
        error, ledger=str(request.app.state.get("ledger_name", "")), called=_called(request.scope)
    )
    if status == HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("%s %s failed", request.method, request.scope["path"], exc_info=error)
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    title = HTTPStatus(status).phrase
    if request.scope["path"].startswith("/api/"):
        problem = Problem(title=title, status=status, detail=detail)
        return Response(to_json(problem), status_code=status, media_type=PROBLEM, headers=headers)
    page = render(request, "problem.html", title=title, status=status, detail=detail)
    return Response(page, status_code=status, media_type=MediaType.HTML, headers=headers)


def told(
    error: Exception, *, ledger: str = "", called: Mapping[str, str] = MappingProxyType({})
) -> tuple[int, str]:
    """The status of an error and what it says, without the place of the ledger.

    `called` has what parameters are called in an address, where their names in the program are others.
    """
    if isinstance(error, errors.OnrecordError):
        status = next(number for kind, number in STATUSES if isinstance(error, kind))
        text = str(error)
        return int(status), text.replace(ledger, "the ledger") if ledger else text
    if isinstance(error, ValidationException):
        return error.status_code, _wrong_parameters(
            error, called
        ) or error.detail or "The request cannot be read."
    if isinstance(error, HTTPException):
        if error.status_code == HTTPStatus.NOT_FOUND and error.detail == "Not Found":
            return error.status_code, "There is no such page."
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            return error.status_code, "This address does not take that method; the header Allow says which."
        if error.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            return error.status_code, "That is too large: send less at a time."
        return error.status_code, error.detail
    return int(HTTPStatus.INTERNAL_SERVER_ERROR), "onrecord failed here; its log says why. Please report it."


def _wrong_parameters(error: ValidationException, called: Mapping[str, str]) -> str:
    """Which parameters cannot be used, and why."""
    told = error.extra if isinstance(error.extra, list) else []
    return "; ".join(_wrong_parameter(one, called) for one in told if isinstance(one, dict))


def _wrong_parameter(told: Mapping[str, str], called: Mapping[str, str]) -> str:
    key, message = told.get("key", ""), told.get("message", "")
    name, _, rest = key.partition(".")
    name = called.get(name, name)
    return f"{name}.{rest}: {message}" if rest else f"{name}: {message}" if name else message


def _called(scope: Mapping[str, Any]) -> dict[str, str]:
    """What the parameters of a handler are called in its address."""
    handler = scope.get("route_handler")
    if not isinstance(handler, HTTPRouteHandler):
        return {}
    fields = handler.parsed_fn_signature.parameters.items()
    return {name: getattr(field.kwarg_definition, "name", None) or name for name, field in fields}
