"""BibTeX: one entry, for classic BibTeX and for biblatex."""

import hashlib
import re

from anyascii import anyascii

from onrecord.formats.citation.names import Name
from onrecord.formats.citation.work import Work

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# BibTeX counts braces whether or not a backslash stands before them, so that none may stay.
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\textquotedbl{}",
        **{sign: f"\\{sign}" for sign in "$&#%_"},
    }
)
_NO_KEY = re.compile(r"[^a-z0-9]+")


def to_bibtex(work: Work) -> str:
    """An `@article` of the outlet, or `@misc` without one; who is quoted, and the words, stand in its note."""
    note = work.line
    if work.permalink:
        note += f"; on record at {work.permalink}"
    fields = [
        ("author", " and ".join(_author(name) for name in work.authors)),
        ("title", work.title and f"{{{escaped(work.title)}}}"),  # two pairs of braces keep its capitals
        ("journal", escaped(work.outlet)),
        ("url", work.url),  # verbatim: an address of ours holds no brace and no backslash
        ("urldate", "-".join(f"{part:02d}" for part in work.accessed)),
        ("language", work.language),
        ("note", escaped(note)),
    ]
    rows = [f"  {name} = {{{value}}},\n" for name, value in fields if value]
    # The name of a month is a macro, and stands without braces.
    when = [f"  year = {{{work.date[0]:04d}}},\n"] if work.date else []
    when += [f"  month = {_MONTHS[work.date[1] - 1]},\n"] if len(work.date) > 1 else []
    when += [f"  day = {{{work.date[2]}}},\n"] if len(work.date) > 2 else []
    kind = "article" if work.outlet else "misc"
    return f"@{kind}{{{_key(work)},\n{''.join(rows)}{''.join(when)}}}\n"


def escaped(text: str) -> str:
    """The text as TeX sets it, character by character."""
    return text.translate(_SPECIAL)


def _author(name: Name) -> str:
    """A name in parts; one that is not turned round in braces, so that it is not taken apart."""
    if not name.given:
        return f"{{{escaped(name.family)}}}"
    # With a suffix it stands in the middle; no part of a name that is turned round holds a comma or "and".
    return ", ".join(escaped(part) for part in (name.family, name.suffix, name.given) if part)


def _key(work: Work) -> str:
    """A name for the entry: family name, year, a word of the title, and digits that keep it apart from others."""
    first = work.authors[0].family if work.authors else work.outlet
    title = next((word for word in work.title.split() if len(word) > 3), "")
    parts = [_plain(first)[:20], str(work.date[0]) if work.date else "", _plain(title)[:20]]
    digits = hashlib.sha256(work.key.encode("utf-8", "replace")).hexdigest()[:6]
    return "-".join(filter(None, [*parts, digits]))


def _plain(text: str) -> str:
    return _NO_KEY.sub("", anyascii(text).lower())
