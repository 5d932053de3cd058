"""The first reading of an article: every full name filed, organisations and outlets noted, quoted stretches found."""

import re
from collections.abc import Sequence

from ..model import Article, Quotation, Span
from .names import Name
from .persons import People, clean, note_apposition
from .tables.nouns import OUTLET_WORDS

_WORD = re.compile(r"[^\W_](?:[\w\u0300-\u036f]|[-'’](?=[^\W_]))*")
_MARKED = frozenset('"“”„«»')


def file_people(texts: dict[str, str], names: dict[str, list[Name]]) -> People:
    """Everyone whom the article names in full, longest names first, with what it says of them."""
    people = People()
    full = [(field, name) for field, found in names.items() for name in found if name.kind == "person"]
    full.sort(key=_longest_first)
    for field, name in full:
        person = people.add_full(texts[field], field, name)
        note_apposition(person, texts[field], name.end)
    for person in people.all:
        person.full_at.sort()
    people.settle()
    return people


def file_organisations(texts: dict[str, str], names: dict[str, list[Name]]) -> list[str]:
    """Every name of an organisation once, in order of place."""
    seen: dict[str, None] = {}
    for field, found in names.items():
        for name in found:
            if name.kind == "organisation":
                seen.setdefault(clean(texts[field][name.start : name.end]))
    return list(seen)


def find_outlets(text: str, names: Sequence[Name]) -> list[tuple[int, str]]:
    """Where newspapers and broadcasters are named, and how."""
    return [
        (name.start, clean(text[name.start : name.end]))
        for name in names
        if name.kind == "organisation" and name.words[-1] in OUTLET_WORDS
    ]


def without_lead(texts: dict[str, str], names: dict[str, list[Name]]) -> dict[str, list[Name]]:
    """Names cut down to what the article uses elsewhere: "Offbeat Things Ann Other" where "Ann Other" stands."""
    known = {name.words for found in names.values() for name in found if name.sure and len(name.words) > 1}
    return {field: [_cut_lead(texts[field], name, known) for name in found] for field, found in names.items()}


def _cut_lead(text: str, name: Name, known: set[tuple[str, ...]]) -> Name:
    if name.sure or name.kind != "person" or len(name.words) < 3:
        return name
    for cut in range(1, len(name.words) - 1):
        if name.words[cut:] in known:
            places = [match.start() for match in _WORD.finditer(text, name.start, name.end)]
            start = places[cut] if len(places) == len(name.words) else name.start
            return name._replace(words=name.words[cut:], start=start, outer=start)
    return name


def find_quoted(article: Article, field: str, text: str, quotations: Sequence[Quotation]) -> list[Span]:
    """What stands in quotation marks: as the article's marks say, else as the quotations do."""
    marks = [mark.span for mark in article.marks if mark.field == field]
    if marks:
        return marks
    found = [span for quotation in quotations for span in quotation.marks]
    for quotation in quotations:
        for start, end in quotation.content:
            if quotation.kind == "direct" or (
                start < end and text[start] in _MARKED and text[end - 1] in _MARKED
            ):
                found.append((start, end))
    return found


def _longest_first(entry: tuple[str, Name]) -> int:
    return -len(entry[1].words)
