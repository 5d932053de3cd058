"""The first reading of an article: every full name filed, organisations and outlets noted, quoted stretches found."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from onrecord.model import Article, Quotation, Span
from onrecord.people.names import Name, NameKind, opens_sentence
from onrecord.people.persons import People, clean, note_apposition, note_lead
from onrecord.people.spelling import Key, key_of, spellings
from onrecord.people.tables.nouns import OUTLET_WORDS, SUFFIXES

_WORD = re.compile(r"[^\W_](?:[\w\u0300-\u036f]|[-'’](?=[^\W_]))*")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_FIRST_LINES = 3  # of a field, in which a headline may stand
_HEADLINE = 24  # words of a line that are looked at
_MARKED = frozenset('"“”„«»')


def file_people(texts: dict[str, str], names: dict[str, list[Name]]) -> People:
    """Everyone whom the article names in full, longest names first, with what it says of them."""
    full = [(field, name) for field, found in names.items() for name in found if name.kind == "person"]
    body = [name for field, name in full if field == "text"] or [name for _, name in full]
    counts = Counter(name.words[-1] for found in names.values() for name in found)
    stands_for = spellings(body, counts)
    people = People(stands_for, _apart(body))
    full.sort(key=_longest_first)
    for field, name in sorted(full, key=lambda entry: key_of(entry[1].words) in stands_for):
        person = people.add_full(texts[field], field, name)
        note_apposition(person, texts[field], name.end)
        note_lead(person, texts[field], name.outer)
    for person in people.all:
        person.full_at.sort()
    people.settle()
    return people


def _apart(full: Sequence[Name]) -> frozenset[Key]:
    """Names that with and without "Jr." or "Sr." are two people's: both stand, the plain one first or more often."""
    plain: dict[Key, int] = {}
    marked: dict[Key, set[str]] = {}
    first: dict[Key, str] = {}
    for name in full:
        key = key_of(name.words)
        suffix = name.words[-1] if name.words[-1] in SUFFIXES else ""
        first.setdefault(key, suffix)
        if suffix:
            marked.setdefault(key, set()).add(suffix)
        else:
            plain[key] = plain.get(key, 0) + 1
    return frozenset(
        key
        for key, suffixes in marked.items()
        if len(suffixes) > 1 or (key in plain and ("sr" in suffixes or not first[key] or plain[key] > 2))
    )


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


def as_the_article_has_them(texts: dict[str, str], names: dict[str, list[Name]]) -> dict[str, list[Name]]:
    """Names read anew in the light of the whole article.

    What opens a sentence or a headline and is no part of the name is cut ("Whatever Orme", "Endorsed Ann Orme" where
    Ann Orme stands elsewhere), and a word that is also a place or a nation is the family name of whom the article
    names so in full ("Cuban" where Mark Cuban stands).
    """
    headlines = {field: _headlines(text) for field, text in texts.items()}
    sure = Counter(
        name.words
        for field, found in names.items()
        for name in found
        if name.kind == "person" and name.sure and not _holds(headlines[field], name.start)
    )
    families = {words[-1] for words in sure if len(words) > 1}
    return {
        field: [
            piece
            for name in found
            for piece in _reread(texts[field], name, sure, families, _holds(headlines[field], name.start))
        ]
        for field, found in names.items()
    }


def _headlines(text: str) -> list[Span]:
    """The lines among the first ones in which nearly every word has a capital, as headlines are set."""
    found = []
    for line in islice(_LINE.finditer(text), _FIRST_LINES):
        words = [word for word in line.group().split()[:_HEADLINE] if word[:1].isalpha()]
        capitals = sum(word[0].isupper() for word in words)
        if len(words) > 3 and capitals >= 0.7 * len(words):
            found.append(line.span())
    return found


def _holds(spans: Sequence[Span], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _reread(
    text: str, name: Name, sure: Counter[tuple[str, ...]], families: set[str], in_headline: bool
) -> list[Name]:
    if name.kind in ("place", "organisation"):
        alone = (
            len(name.words) == 1 and name.words[0] in families and not text[name.start : name.end].isupper()
        )
        return [name._replace(kind="short")] if alone else [name]
    if name.kind != "person" or len(name.words) < 2:
        return [name]
    places = [match.start() for match in _WORD.finditer(text, name.start, name.end)]
    if len(places) != len(name.words):
        return [name]
    inner = _known_inside(name, sure)
    if inner:
        return [_part(text, name, places, start, end) for start, end in inner]
    if name.words[-1] in families and (
        (in_headline and name.words not in sure) or (not name.sure and opens_sentence(text, name.start))
    ):
        return [_part(text, name, places, len(places) - 1, len(places))]
    return [name]


def _known_inside(name: Name, counts: Counter[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Where shorter names that are surely people stand inside a longer run: a headline has capitals throughout.

    A run that is surely a name itself is cut only where it holds two names, or one at its front that stands by
    itself twice as often ("Ann Orme Described").
    """
    found: list[tuple[int, int]] = []
    count = len(name.words)
    at = 0
    while at < count - 1:
        longest = count - 1 if at == 0 else count
        end = next((end for end in range(longest, at + 1, -1) if name.words[at:end] in counts), 0)
        if end:
            found.append((at, end))
            at = end
        else:
            at += 1
    if name.words not in counts or len(found) > 1 or not found:
        return found
    start, end = found[0]
    extra = (*name.words[:start], *name.words[end:])
    often = counts[name.words[start:end]] >= 2 * counts[name.words]
    return found if often and not start and not SUFFIXES.intersection(extra) else []


def _part(text: str, name: Name, places: list[int], start: int, end: int) -> Name:
    stop = name.end if end == len(places) else places[end]
    stop = places[start] + len(text[places[start] : stop].rstrip())
    kind: NameKind = "person" if end - start > 1 else "short"
    possessive = name.possessive if end == len(places) else False
    words = name.words[start:end]
    return Name(places[start], stop, words, kind, (), places[start], possessive, end - start > 1)


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
