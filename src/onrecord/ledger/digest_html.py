"""A digest as a page for e-mail: every style in place, nothing loaded, no script, and no colour but the reader's own.

Mail programs drop style sheets, and turn colours round in the dark as they like; so the page sets none, and is light or
dark as the program is. It stays below the 102 KB from which some cut a message off.
"""

import functools

import jinja2

from onrecord.formats.html.parts import read_part
from onrecord.ledger.digest_words import sections_of, summary_of, title_of
from onrecord.ledger.news import Digest


def to_html(digest: Digest, *, site: str | None = None) -> str:
    """The digest as one HTML page, at most 600 pixels wide."""
    return _template().render(
        title=title_of(digest), summary=summary_of(digest), sections=sections_of(digest, site=site)
    )


@functools.cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(read_part("onrecord.ledger", "digest.html"))
