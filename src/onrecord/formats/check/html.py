"""The page of a check: each quote beside its document, on one page that loads nothing and sends nothing."""

import functools
from collections.abc import Iterable
from typing import BinaryIO

import jinja2
from markupsafe import Markup

from onrecord.findings import CheckedArticle
from onrecord.formats.check.shown import ShownCheck, searched_words
from onrecord.formats.check.words import SIGNS, VERDICT_NAMES, VERDICT_WORDS, place_words
from onrecord.formats.html.parts import environment, policy, read_part


def write_html(articles: Iterable[CheckedArticle], out: BinaryIO) -> None:
    """All checked articles on one page, with a list of contents where there are several."""
    out.write(to_html(articles).encode())


def to_html(articles: Iterable[CheckedArticle]) -> str:
    """The page as text. It needs no network, and no script to be read."""
    style = read_part("onrecord.formats.html", "style.css") + read_part("onrecord.formats.check", "style.css")
    script = read_part("onrecord.formats.html", "filter.js") + read_part(
        "onrecord.formats.check", "script.js"
    )
    return _template().render(
        articles=[ShownCheck(number, checked) for number, checked in enumerate(articles, start=1)],
        style=Markup(style),
        script=Markup(script),
        policy=policy(style, script),
    )


def prepare(found: jinja2.Environment) -> None:
    """Give an environment what the templates of a check ask for."""
    found.filters.update({"place": place_words, "searched": searched_words})
    found.globals.update(signs=SIGNS, names=VERDICT_NAMES, meanings=VERDICT_WORDS)


@functools.cache
def _template() -> jinja2.Template:
    found = environment()
    prepare(found)
    return found.get_template("check/page.html")
