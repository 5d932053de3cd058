"""The page: all articles on one page that needs no network and sends nothing."""

import functools
from collections.abc import Iterable
from typing import BinaryIO

import jinja2
from markupsafe import Markup

from onrecord.formats.html.article import ShownArticle
from onrecord.formats.html.parts import environment, policy, read_part
from onrecord.formats.layout import how, lay_out
from onrecord.model import Record


def write_html(records: Iterable[Record], out: BinaryIO, *, everything: bool = False) -> None:
    """All articles on one page, with a list of contents where there are several."""
    out.write(to_html(records, everything=everything).encode())


def to_html(records: Iterable[Record], *, everything: bool = False) -> str:
    """The page as text; `everything` shows more than statements. It loads nothing, and sends nothing."""
    articles = [
        ShownArticle(number, lay_out(record, everything=everything))
        for number, record in enumerate(records, start=1)
    ]
    style = read_part(__package__, "style.css")
    script = read_part(__package__, "filter.js") + read_part(__package__, "script.js")
    return _template().render(
        articles=articles,
        style=Markup(style),
        script=Markup(script),
        policy=policy(style, script),
    )


@functools.cache
def _template() -> jinja2.Template:
    found = environment()
    found.filters["how"] = how
    return found.get_template("html/page.html")
