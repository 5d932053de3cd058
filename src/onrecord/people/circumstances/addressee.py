"""To whom a statement was made: who is told, asked or written to, in the words of the cue's own clause.

`find_addressee` reads one quotation, `find_addressees` all of an article, `addressee_span` says where the words
stand. It is the object of the cue's own verb ("told reporters"), whom that verb speaks to ("said to her"), or whom
a letter, speech or interview of the same clause is to or with. A pronoun is given as it stands. Where in doubt
there is none. Only English. Noun phrases, and what belongs to a cue, are read in `venue`.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Article, Quotation, Span
from onrecord.people.circumstances.venue import (
    Phrase,
    Scope,
    is_told,
    read_phrase,
    scopes,
    span_of,
    told_phrase,
    way_to,
    words_at,
)
from onrecord.people.tables import venues as table
from onrecord.people.tables.dates import DETERMINERS
from onrecord.people.tables.venues import FILL, TOKEN

_WINDOW = 400  # code points on each side of the cue's words in which a letter or an interview is looked for
_DOCUMENT = re.compile(r"\b(?:in|on|during|at|via|by)\s+", re.IGNORECASE)
_JOINT = re.compile(r"\s(?P<word>to|with)\s")
_PLACE = re.compile(r"\s(?:in|at|on|from)\s")
_TO = re.compile(r"\bto\s|(?<=share )with\s|(?<=shared )with\s")
_SPEAKING = re.compile(
    r"\b(?:speaking|talking|testifying|writing|appealing)\s(?:to|with|before)\s|\baddressing\s", re.I
)


def find_addressee(article: Article, quotation: Quotation, *, others: Sequence[Quotation] = ()) -> str | None:
    """To whom a quotation was said, in words of the article; `others` are the article's other quotations."""
    return words_at(article, quotation.field, addressee_span(article, quotation, others=others))


def find_addressees(article: Article, quotations: Sequence[Quotation]) -> list[str | None]:
    """To whom each of an article's quotations was said, in their order."""
    return [
        words_at(article, scope.quotation.field, span_of(article, scope, _addressee(scope)))
        if scope
        else None
        for scope in scopes(article, quotations)
    ]


def addressee_span(
    article: Article, quotation: Quotation, *, others: Sequence[Quotation] = ()
) -> Span | None:
    """Where the words that name the addressee stand in the quotation's field; None where the text gives none."""
    found = next(scopes(article, [quotation, *(one for one in others if one is not quotation)]))
    return span_of(article, found, _addressee(found)) if found is not None else None


def _addressee(scope: Scope) -> Phrase | None:
    return told_phrase(scope) or _spoken_to(scope) or _of_document(scope) or _of_speaking(scope)


def _spoken_to(scope: Scope) -> Phrase | None:
    """Whom the cue's verb speaks to: "said to her", "spoke to reporters"."""
    if not scope.quotation.cue:
        return None
    text, high = scope.text, scope.clause.core[1]
    for start, end in scope.clause.cues:
        verb = None
        for match in TOKEN.finditer(text, start, end):
            if match.group().lower() in DETERMINERS:
                break  # "the reports", "any appeal": nouns
            if match.group().lower() in table.SAY_TO:
                verb = match
        if verb is None:
            continue
        reach = high if high > end and not text[end:high].strip(" ").startswith("to ") else verb.end()
        for at in (verb.end(), reach):
            to = _TO.search(text, at, at + 40)
            if to is None or not FILL.match(text[at : to.start()]):
                continue
            phrase = read_phrase(scope, to.end())
            if phrase is not None and is_told(scope, phrase):
                return phrase
    return None


def _documents(scope: Scope) -> Iterator[Phrase]:
    """Letters, speeches and interviews in which the cue's own words were said."""
    clause, (low, high) = scope.clause, scope.clause.core
    begin, stop = max(clause.dateline, low - _WINDOW), min(len(clause.text), high + _WINDOW)
    for match in _DOCUMENT.finditer(clause.text, begin, stop):
        phrase = read_phrase(scope, match.end())
        if phrase is None or phrase.head not in table.TO_HEADS | table.WITH_HEADS:
            continue
        if way_to(scope, match.start(), phrase) is not None:
            yield phrase
    for start, end in clause.cues if scope.quotation.cue else ():
        for match in TOKEN.finditer(clause.text, start, end):
            phrase = read_phrase(scope, match.end()) if match.group().lower() in table.ISSUE else None
            if phrase is not None and phrase.head in table.TO_HEADS:
                yield phrase


def _of_document(scope: Scope) -> Phrase | None:
    for document in _documents(scope):
        end = document.end
        place = _PLACE.match(scope.text, end)
        passed = read_phrase(scope, place.end()) if place else None
        for at in (end, passed.end if passed is not None else end):
            joint = _JOINT.match(scope.text, at)
            if joint is None:
                continue
            if document.head not in (table.TO_HEADS if joint["word"] == "to" else table.WITH_HEADS):
                continue
            phrase = read_phrase(scope, joint.end())
            if phrase is not None and is_told(scope, phrase):
                return phrase
    return None


def _of_speaking(scope: Scope) -> Phrase | None:
    """Whom the source is speaking to beside the cue: "Speaking to reporters, Quist said"."""
    clause, (low, high) = scope.clause, scope.clause.core
    for match in _SPEAKING.finditer(
        clause.text, max(0, low - _WINDOW), min(len(clause.text), high + _WINDOW)
    ):
        phrase = read_phrase(scope, match.end())
        if phrase is None or not is_told(scope, phrase):
            continue
        if way_to(scope, match.start(), phrase) is not None:
            return phrase
    return None
