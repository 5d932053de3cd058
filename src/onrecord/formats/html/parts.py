"""The parts that a page is put together from, and the policy that lets only them run."""

import base64
import hashlib
from collections.abc import Mapping
from importlib import resources
from typing import Any

import jinja2

from onrecord.errors import BrokenInstallation
from onrecord.formats.dates import spoken
from onrecord.formats.html.addresses import host_of, web_address
from onrecord.formats.visible import one_line

# Where the templates of a name's first part lie.
PACKAGES = {"html": "onrecord.formats.html", "check": "onrecord.formats.check"}


def read_part(package: str, name: str) -> str:
    """A file that ships beside the code of a page; raises `BrokenInstallation` where it is missing."""
    try:
        return resources.files(package).joinpath(name).read_text(encoding="utf-8")
    except OSError as error:
        raise BrokenInstallation(f"{name}, a part of the page, is missing: install onrecord again") from error


def policy(style: str, script: str) -> str:
    """Nothing may be loaded or sent; only this very style and this very script, by their digests, may run."""
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(part: str) -> str:
    return base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()


def environment(packages: Mapping[str, str] = PACKAGES) -> jinja2.Environment:
    """What renders templates: it escapes whatever it is given, and a name that is not given is an error.

    A template is named by its package and its file, as in "html/article.html".
    """

    def load(name: str) -> str:
        package, _, file = name.partition("/")
        return read_part(packages[package], file)

    found = jinja2.Environment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        auto_reload=False,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Any] = {"spoken": spoken, "line": one_line, "address": web_address, "host": host_of}
    found.filters.update(filters)
    return found
