"""Small articles written with their sources and contents marked: `[[Quist]] said {{the road was shut}}.`"""

import re

from onrecord.model import Article, Mark, Quotation
from onrecord.people import resolve

_SIGN = re.compile(r"\[\[|\]\]|\{\{|\}\}")


def written(marked: str, field: str = "text", **fields: object) -> tuple[Article, list[Quotation]]:
    """The article, and its quotations: the first source goes with the first content, and so on."""
    plain: list[str] = []
    length = at = 0
    opened: list[tuple[str, int]] = []
    sources: list[tuple[int, int]] = []
    contents: list[tuple[int, int]] = []
    for sign in _SIGN.finditer(marked):
        plain.append(marked[at : sign.start()])
        length += sign.start() - at
        at = sign.end()
        if sign.group() in ("[[", "{{"):
            opened.append((sign.group(), length))
            continue
        kind, start = opened.pop()
        (sources if kind == "[[" else contents).append((start, length))
    text = "".join([*plain, marked[at:]])
    quotations = [
        Quotation(
            id=f"q{number}", field=field, kind="direct", source=(source,), content=(content,), by="test"
        )
        for number, (source, content) in enumerate(zip(sources, contents, strict=True))
    ]
    marks = tuple(
        Mark(span=(start, end), role="quotation", field=field)
        for start, end in contents
        if text[start - 1 : start] in ("“", '"')
    )
    if field == "captions.0":
        fields["captions"] = (text,)
    else:
        fields[field] = text
    return Article(marks=marks, **fields), quotations  # type: ignore[arg-type]


def names(marked: str, field: str = "text", **fields: object) -> list[str]:
    """Who is found to speak, quotation by quotation; several joined by `&`."""
    article, quotations = written(marked, field, **fields)
    resolved = resolve(article, quotations)
    return [" & ".join(speaker.name or "" for speaker in one.speakers) for one in resolved]
