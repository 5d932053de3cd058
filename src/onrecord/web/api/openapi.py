"""The OpenAPI of /api/v1: its types are written by the same hand as docs/schema.json, from the same values.

Litestar finds the paths, parameters and failures. What is sent and answered is described by msgspec, which also reads
and writes it, so that the description and the answers cannot differ.
"""

import inspect
from collections.abc import Iterable
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
from litestar import Request, Response
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.plugins import JsonRenderPlugin

from onrecord.web.errors import Problem

PLACE = "#/components/schemas/"
NO_NUL = r"^[^\u0000]*$"  # as a pattern: what every database takes
# Types that are called the same in different parts of onrecord, by the names that they have here.
NAMES = {
    "onrecord.findings.Difference": "Difference",
    "onrecord.ledger.changes.Difference": "ChangedWords",
    "onrecord.findings.Summary": "CheckSummary",
    "onrecord.ledger.sayings.Summary": "SpeakerSummary",
    "onrecord.ledger.versions.Version": "ArticleVersion",
    "onrecord.traces.Version": "Wording",
}
# Among the options of a handler: the media types that it answers with, and the type or the form that it takes.
SENDS = "sends"
BODY = "body"
FORM = "form"


class Described(JsonRenderPlugin):
    """Serves the OpenAPI with the types of some handlers described by msgspec."""

    def __init__(self, handlers: Iterable[HTTPRouteHandler]) -> None:
        super().__init__()
        self.handlers = {one.operation_id: one for one in handlers}
        self._written: bytes | None = None

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        if self._written is None:
            self._written = msgspec.json.encode(described(openapi_schema, self.handlers))
        return self._written


def described(found: dict[str, Any], handlers: dict[Any, HTTPRouteHandler]) -> dict[str, Any]:
    """An OpenAPI with msgspec's description of all that is sent and answered in place of Litestar's."""
    places: list[tuple[dict[str, Any], Any]] = []  # where each type is told, and the type
    for path in found["paths"].values():
        for operation in path.values():
            handler = handlers[operation["operationId"]]
            operation["summary"] = operation["operationId"].replace("_", " ").capitalize()
            places += _places(operation, handler)
            if FORM in handler.opt:
                content = {"multipart/form-data": {"schema": handler.opt[FORM]}}
                operation["requestBody"] = {"required": True, "content": content}
            if SENDS in handler.opt:
                done = operation["responses"][str(handler.status_code)]
                done["content"] = {kind: {"schema": {}} for kind in handler.opt[SENDS]}
            for parameter in operation.get("parameters", []):
                parameter["schema"] = _without_nul(_without_null(parameter["schema"]))
    schemas, components = msgspec.json.schema_components(
        [Problem, *(kind for _, kind in places)], ref_template=PLACE + "{name}"
    )
    for (place, _), schema in zip(places, schemas[1:], strict=True):
        place["schema"] = _tidied(schema)
    named = {NAMES.get(name, name): _tidied(schema) for name, schema in components.items()}
    found["components"] = {**found["components"], "schemas": dict(sorted(named.items()))}
    return found


def _places(operation: dict[str, Any], handler: HTTPRouteHandler) -> list[tuple[dict[str, Any], Any]]:
    hints = get_type_hints(handler.fn)
    answer = hints["return"]
    if get_origin(answer) is Response:
        (answer,) = get_args(answer)
    found = []
    told = operation["responses"][str(handler.status_code)].get("content") or {}
    if "application/json" in told and SENDS not in handler.opt:
        found.append((told["application/json"], answer))
    if BODY in handler.opt:
        sent: dict[str, Any] = {}
        operation["requestBody"] = {"required": True, "content": {"application/json": sent}}
        found.append((sent, handler.opt[BODY]))
    return found


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A parameter that is not given is left out: there is no null in an address."""
    for several in ("oneOf", "anyOf"):
        if several in schema:
            kept = [one for one in schema[several] if one.get("type") != "null"]
            rest = {name: value for name, value in schema.items() if name != several}
            return {**rest, **kept[0]} if len(kept) == 1 else {**rest, several: kept}
    return schema


def _without_nul(schema: dict[str, Any]) -> dict[str, Any]:
    """No address holds a NUL: see onrecord/web/guard.py."""
    if schema.get("type") == "array":
        return {**schema, "items": _without_nul(schema["items"])}
    if schema.get("type") != "string" or {"enum", "format", "pattern"} & set(schema):
        return schema
    return {**schema, "pattern": NO_NUL}


def _tidied(value: Any) -> Any:
    """Descriptions without the indentation of the code, and the names of this file."""
    if isinstance(value, list):
        return [_tidied(one) for one in value]
    if not isinstance(value, dict):
        return value
    tidy = {name: _tidied(one) for name, one in value.items()}
    if isinstance(tidy.get("description"), str):
        tidy["description"] = inspect.cleandoc(tidy["description"])
    if isinstance(tidy.get("$ref"), str):
        tidy["$ref"] = PLACE + NAMES.get(tidy["$ref"].removeprefix(PLACE), tidy["$ref"].removeprefix(PLACE))
    return tidy
