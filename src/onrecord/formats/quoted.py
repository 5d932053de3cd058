"""A quotation as it is passed on: the words, whether all of them stood in marks, who said them, and how.

What an article denies, believes or reports in its own words must never look like words that somebody said.
"""

import re

import msgspec

from onrecord.formats.layout import NOT_SAID, words_of
from onrecord.formats.pieces import field_text
from onrecord.formats.standoff import within
from onrecord.formats.visible import one_line
from onrecord.model import Article, Quotation

_STRAIGHT = re.compile(r'"([^"]*)"')
_INNER = str.maketrans("“”„‟", "‘’‚‛")
_OUTER = '“”„‟"«»'


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """Words on one line, harmless to show. `in_marks` says that all of them stood in marks: they stand here without.

    `speaker` is "" where nobody is named. `said` tells how it was said where that is not plain: "did not say",
    "belief".
    """

    words: str
    in_marks: bool
    speaker: str
    said: str


def quoted_in(article: Article, quotation: Quotation) -> Quoted:
    """What an article quotes: mixed and indirect content keeps the marks that it has."""
    text = field_text(article, quotation.field)
    content = within(quotation.content, len(text))
    words = words_of(text, content)
    if quotation.kind == "direct":
        inside = within(quotation.marks, len(text))
        bare = (one_line(text[start:end]).strip(_OUTER) for start, end in content)
        words = words_of(text, inside) if inside else " … ".join(bare)
    names = [one_line(one.name or one.label or "") for one in quotation.speakers]
    return Quoted(
        words=words,
        in_marks=quotation.kind == "direct",
        speaker=" and ".join(filter(None, names)),
        said=NOT_SAID[quotation.act] if quotation.negated else _act(quotation),
    )


def nested(text: str) -> str:
    """Words that go into quotation marks: their own double marks as single ones."""
    return _STRAIGHT.sub(r"‘\1’", text).translate(_INNER)


def _act(quotation: Quotation) -> str:
    return "" if quotation.act == "statement" else quotation.act
