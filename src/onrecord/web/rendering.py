"""From a template and values to a page."""

import functools
import hashlib
from datetime import date
from importlib import resources
from typing import Any
from urllib.parse import quote, urlencode

import jinja2
from litestar import MediaType, Request, Response
from litestar.datastructures import State

from onrecord.findings import VERDICTS
from onrecord.formats.check.html import prepare
from onrecord.formats.check.words import counted
from onrecord.formats.correction_words import what_it_says, words_at
from onrecord.formats.html.parts import PACKAGES, environment, read_part
from onrecord.formats.layout import how
from onrecord.formats.visible import one_line, visible
from onrecord.model import Correction
from onrecord.web.bounds import LONGEST_ITEM, bounded, short
from onrecord.web.guard import is_signed_in
from onrecord.web.paths import leaf

STATIC = "onrecord.web.static"
STYLES = (
    ("onrecord.formats.html", "style.css"),
    ("onrecord.formats.check", "style.css"),
    (STATIC, "site.css"),
)


SCRIPTS = (
    ("onrecord.formats.html", "filter.js"),
    ("onrecord.formats.html", "script.js"),
    ("onrecord.formats.check", "script.js"),
    (STATIC, "site.js"),
)
JOINED = {"style.css": STYLES, "site.js": SCRIPTS}


def render(request: Request[Any, Any, State], template: str, **values: object) -> str:
    """A page as text; `twin` among the values is the address of the same answer as JSON, `feed` of its Atom feed."""
    path = request.scope["path"]  # not of request.url, which a wrong header Host breaks
    site = {
        "options": request.app.state.options,
        "may_write": is_signed_in(request, request.app.state.options),
        "asked": request.query_params.get("q", "") if path == "/search" else "",
        "path": path,
    }
    return (
        templates()
        .get_template(f"web/{template}")
        .render(
            site=site, **{"twin": None, "feed": None, **{name: bounded(one) for name, one in values.items()}}
        )
    )


def page(
    request: Request[Any, Any, State], template: str, *, status: int = 200, **values: object
) -> Response[str]:
    """A page as an answer."""
    return Response(render(request, template, **values), status_code=status, media_type=MediaType.HTML)


@functools.cache
def templates() -> jinja2.Environment:
    """The templates of the pages, and of what the shipped files show in the same way."""
    found = environment({**PACKAGES, "web": "onrecord.web.templates"})
    prepare(found)
    found.finalize = _shown
    found.filters.update(
        {
            "how": how,
            "day": day,
            "leaf": leaf,
            "part": part,
            "counted": counted,
            "query": urlencode,
            "says": what_it_says,
            "corrected_words": words_corrected,
            "short": short,
        }
    )
    found.globals.update(
        verdicts=VERDICTS,
        longest_item=LONGEST_ITEM,
        style_address=address("style.css"),
        script_address=address("site.js"),
        icon_address=address("icon.svg"),
    )
    return found


def words_corrected(correction: Correction) -> str:
    """The words that a correction was made on, on one line."""
    return one_line(words_at(correction, correction.content))


def _shown(value: object) -> object:
    """What a template puts on a page: no text can turn its direction, or bring in a control character."""
    return visible(value) if type(value) is str else value


def part(text: str | None) -> str:
    """A piece of an address: percent-encoded, slashes too."""
    return quote(text or "", safe=":")


def day(value: str | None) -> str:
    """A day as people write it: 2031-10-15 as 15 October 2031; what is no day stays as it is."""
    try:
        found = date.fromisoformat((value or "")[:10])
    except ValueError:
        return value or ""
    return f"{found.day} {found:%B %Y}"


@functools.cache
def asset(name: str) -> bytes:
    """A file that pages load: the style, the script, and pictures of the app itself."""
    if name in JOINED:
        return "\n".join(read_part(package, file) for package, file in JOINED[name]).encode()
    return resources.files(STATIC).joinpath(name).read_bytes()


def address(name: str) -> str:
    """The address of a file that pages load; another one whenever it changes, so that it can be kept for ever."""
    return f"/static/{hashlib.sha256(asset(name)).hexdigest()[:12]}/{name}"
