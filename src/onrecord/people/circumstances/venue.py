"""Where a statement was made: the occasion, programme, medium or place that the cue's own clause names.

`find_venue` reads one quotation, `find_venues` all of an article, `venue_span` says where the words stand. Only
words of the cue's clause count: inside the cue, or on a way to it that crosses no other verb, no subordinate
clause and nothing that is quoted. An occasion or document goes before an outlet, an outlet before a place, and a
bare place counts only right beside the verb. Where in doubt there is none. Only English. The rules are written by
hand, their words are in `tables.venues`; `people.addressee` reads noun phrases with what stands here.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.model import Article, Quotation, Span
from onrecord.people.circumstances.clauses import HIDDEN, Clause, Told, clause_of, is_clear
from onrecord.people.tables import venues as table
from onrecord.people.tables.countries import COUNTRY_OF
from onrecord.people.tables.dates import CLAUSE
from onrecord.people.tables.venues import (
    FILL,
    TOKEN,
    ends_sentence,
    goes_on,
    head_of,
    is_human,
    is_owner,
    outlet_end,
)

_WINDOW = 400  # code points on each side of the cue's words in which a venue is looked for
_LONGEST_WAY = 160  # between the cue's words and a venue
_LONGEST_PHRASE = 120
_MOST_WORDS = 14  # words of one noun phrase
_MEDIAL = ("in", "on", "via", "during", "over", "through")
_OF_NAME = re.compile(r"\sof\s(?=[A-Z])")


class Phrase(NamedTuple):
    """A noun phrase of a clause: where it stands, its head word in small letters, and how it begins."""

    start: int
    end: int
    head: str
    named: bool  # the head is a name
    determined: bool  # it begins with an article, a number or an owner
    bare: bool  # one word, in small letters


class Scope(NamedTuple):
    """The clause of a quotation's cue, and where it begins in the article's field."""

    clause: Clause
    first: int
    quotation: Quotation

    @property
    def text(self) -> str:
        return self.clause.text


def find_venue(article: Article, quotation: Quotation, *, others: Sequence[Quotation] = ()) -> str | None:
    """Where a quotation was said, in words of the article; `others` are the article's other quotations."""
    return words_at(article, quotation.field, venue_span(article, quotation, others=others))


def find_venues(article: Article, quotations: Sequence[Quotation]) -> list[str | None]:
    """Where each of an article's quotations was said, in their order."""
    return [
        words_at(article, scope.quotation.field, span_of(article, scope, _venue(scope))) if scope else None
        for scope in scopes(article, quotations)
    ]


def venue_span(article: Article, quotation: Quotation, *, others: Sequence[Quotation] = ()) -> Span | None:
    """Where the words of the venue stand in the quotation's field; None where the text gives no venue."""
    found = next(scopes(article, [quotation, *(one for one in others if one is not quotation)]))
    return span_of(article, found, _venue(found)) if found is not None else None


def span_of(article: Article, scope: Scope, phrase: Phrase | None) -> Span | None:
    """Where a phrase stands in the article; a title that stands alone, without its quotation marks."""
    if phrase is None:
        return None
    start, end = scope.first + phrase.start, scope.first + phrase.end
    words = article.field_text(scope.quotation.field)[start:end]
    if words[:1] in table.MARKS and words[-1:] in table.MARKS:
        start += len(words) - len(words.lstrip(table.MARKS))
        end -= len(words) - len(words.rstrip(table.MARKS + ",."))
    return (start, end) if start < end else None


def words_at(article: Article, field: str, span: Span | None) -> str | None:
    """The article's words at a span, on one line."""
    return " ".join(article.field_text(field)[span[0] : span[1]].split()) if span is not None else None


def scopes(article: Article, quotations: Sequence[Quotation]) -> Iterator[Scope | None]:
    """The clause of each quotation's cue, in order; None where there is none to be found."""
    told: dict[str, tuple[str, Told]] = {}
    fields: dict[str, list[Quotation]] = {}
    for quotation in quotations:
        fields.setdefault(quotation.field, []).append(quotation)
    for quotation in quotations:
        if quotation.field not in told:
            try:
                text = article.field_text(quotation.field)
            except KeyError:
                text = ""
            told[quotation.field] = (text, Told(article, quotation.field, fields[quotation.field]))
        text, around = told[quotation.field]
        size = len(text)
        sound = replace(
            quotation,
            cue=tuple(span for span in quotation.cue if 0 <= span[0] < span[1] <= size),
            source=tuple(span for span in quotation.source if 0 <= span[0] < span[1] <= size),
        )
        clause = clause_of(text, sound, around) if sound.cue or sound.source else None
        if clause is None or not clause.cues:
            yield None
            continue
        at = (sound.cue or sound.source)[0][0]
        yield Scope(clause, at - clause.cues[0][0], sound)


def _venue(scope: Scope) -> Phrase | None:
    clause, (low, high) = scope.clause, scope.clause.core
    found: list[tuple[int, int, Phrase]] = []
    told = told_phrase(scope)
    medium = _medium(scope, told) if told is not None else None
    if medium is not None:
        found.append((1, 0, medium))
    for rank, phrase in _placed(scope):
        found.append((rank, max(low - phrase.end, phrase.start - high, 0), phrase))
    if found:
        return min(found, key=_rank)[2]
    for start, end in clause.cues if scope.quotation.cue else ():
        for match in TOKEN.finditer(clause.text, start, min(end, start + _WINDOW)):
            if match.group().lower() in table.TWEETS:
                return Phrase(match.start(), match.end(), "tweet", False, False, True)
    return None


def _rank(found: tuple[int, int, Phrase]) -> tuple[int, int, int]:
    return found[0], found[1], found[2].start


def _placed(scope: Scope) -> Iterator[tuple[int, Phrase]]:
    """Phrases after a preposition, or issued by the cue's own verb, that belong to the cue, with their rank."""
    clause, (low, high) = scope.clause, scope.clause.core
    begin, stop = max(clause.dateline, low - _WINDOW), min(len(clause.text), high + _WINDOW)
    for match in table.PREPOSITION.finditer(clause.text, begin, stop):
        phrase = read_phrase(scope, match.end())
        if phrase is None:
            continue
        way = way_to(scope, match.start(), phrase)
        if way is None:
            continue
        kind = _kind(scope, phrase, match["word"].lower(), way)
        if kind is not None:
            yield kind, _extended(scope, phrase) if kind == 0 else phrase
    for start, end in clause.cues:
        for match in table.ISSUED.finditer(clause.text, start, end):
            phrase = read_phrase(scope, match.end()) if match["verb"].lower() in table.ISSUE else None
            if phrase is None or phrase.start >= end:
                continue
            if phrase.determined and phrase.head in table.DOCUMENTS:
                yield 0, _extended(scope, phrase)


def _kind(scope: Scope, phrase: Phrase, word: str, way: str) -> int | None:
    """0 an occasion or a document, 1 an outlet or platform, 2 a place, None nothing in which one speaks."""
    words, head = scope.text[phrase.start : phrase.end], phrase.head
    outlet = outlet_end(scope.text, phrase.start, phrase.end)
    if word.endswith(" to"):
        return 1 if head in table.PLATFORMS else None
    if word == "by":
        return 0 if phrase.bare and head in table.BY else None
    if word == "to":
        return 1 if way == "beside" and outlet == phrase.end else None
    if word == "before":
        return 0 if way == "speaking" and head in table.HUMANS else None
    if word in _MEDIAL and (outlet is not None or (head in table.PLATFORMS and phrase.named)):
        return 1
    if head == "court" and word == "in" and (phrase.bare or phrase.determined or phrase.named):
        return 0
    if _is_occasion(words, head, word) and (
        phrase.determined or phrase.named or head.endswith("s") or head in table.BARE or word == "via"
    ):
        return 0
    if way not in ("beside", "speaking") or words.lower() in table.NEVER_PLACES:
        return None
    if head in table.PLACES_OF_SPEECH and phrase.determined and word != "on":
        return 2
    placed = _is_place(words) if word == "in" else word in ("at", "outside", "inside", "from")
    return 2 if placed and phrase.named and not words.startswith(("a ", "an ")) else None


def _is_occasion(words: str, head: str, word: str) -> bool:
    """Whether one speaks in what a noun names, after this preposition: "at a rally", but not "on the letter"."""
    if word == "on":
        return head in table.ON or (head in table.EVENTS and "sidelines of" in words)
    if word == "at":
        return head in table.EVENTS
    return word in ("in", "during", "via") and (head in table.DOCUMENTS or head in table.EVENTS)


def _is_place(words: str) -> bool:
    """Whether a name is one of a place, as far as a list of places tells."""
    return any(word.strip(".,").lower() in COUNTRY_OF for word in words.split()[:4])


def way_to(scope: Scope, at: int, phrase: Phrase) -> str | None:
    """How words at `at` belong to the cue: "inside", "beside", "speaking", "clear", or None where they do not."""
    clause, (low, high) = scope.clause, scope.clause.core
    text = clause.text
    for start, end in clause.cues:
        if start <= at < end and clause.cues != clause.sources:
            crossed = any(match.group().lower() in CLAUSE for match in TOKEN.finditer(text, start, at))
            return None if crossed else "beside"
    if any(start < phrase.end and at < end for start, end in clause.sources):
        return None
    between = (high, at) if at >= high else (phrase.end, low)
    if any(between[0] < end and start < between[1] for start, end in clause.others):
        return None
    if at >= high:
        return _way_after(scope, text[high:at])
    if phrase.end <= low:
        return _way_before(scope, text[max(clause.dateline, at - _WINDOW) : at], text[phrase.end : low])
    parts = [*clause.cues, *clause.sources]
    before = max((end for _, end in parts if end <= at), default=None)
    after = min((start for start, _ in parts if start >= phrase.end), default=None)
    if before is None or after is None or after - before > _WINDOW:
        return None
    opened = table.OPENED.fullmatch(text[before:at])
    if opened is None or HIDDEN in text[before:after] or not is_clear(text[phrase.end : after]):
        return None
    return "speaking" if opened["speaking"] else "clear"


def _way_after(scope: Scope, way: str) -> str | None:
    if len(way) > _LONGEST_WAY:
        return None
    if FILL.match(way):
        return "beside"
    if HIDDEN in way:
        rest = way.rsplit(HIDDEN, 1)[1]
        opened = table.OPENED.fullmatch(rest.lstrip(" ,”\"'’"))
        if opened is not None and opened["speaking"]:
            return "speaking"
        plain = way[: len(way) - len(rest)].replace(HIDDEN, "").strip(" ,”\"'’“")
        return "clear" if not plain and "," not in rest and FILL.match(rest.lstrip("”\"'’")) else None
    if table.OFF.match(way) or any(sign in way for sign in ";:()—–"):
        return None
    first, comma, last = way.rpartition(",")
    opened = table.OPENED.fullmatch(last if comma else way)
    if opened is not None and opened["speaking"] and is_clear(opened["speaking"].partition(" ")[2]):
        return "speaking" if is_clear(first) else None
    if comma and (opened is None or not is_clear(first)):
        return None
    if not is_clear(way, issued=True):
        return None
    told = told_phrase(scope)
    high = scope.clause.core[1]
    if told is not None and told.start >= high - 1 and FILL.fullmatch(way[max(0, told.end - high) :]):
        return "beside"
    sources = scope.clause.sources
    inverted = bool(sources) and sources[-1][1] == high  # what stands after a source may be part of who it is
    return None if inverted else "clear"


def _way_before(scope: Scope, before: str, after: str) -> str | None:
    begin = max((boundary.end() for boundary in table.BOUNDARY.finditer(before)), default=0)
    opened = table.OPENED.fullmatch(before[begin:])
    if opened is None or len(after) > _LONGEST_WAY or HIDDEN in after:
        return None
    if not is_clear(table.THAT_DAY.sub("", after), issued=True):
        return None
    if any(sign in after for sign in ";:—–") or after.count(",") > 2:
        return None
    return "speaking" if opened["speaking"] else "clear"


def told_phrase(scope: Scope) -> Phrase | None:
    """Whom the cue's own verb tells, as its object: "told reporters", "urged the board"."""
    text = scope.text
    found = None
    for start, end in scope.clause.cues if scope.quotation.cue else ():
        passive = -9
        for number, match in enumerate(TOKEN.finditer(text, max(0, start - 30), min(end, start + _WINDOW))):
            word = match.group().lower()
            if word in table.PASSIVE:
                passive = number
            if match.start() < start or word not in table.TELL | table.TELL_PEOPLE:
                continue
            if number - passive <= 3 and not word.endswith("ing"):
                continue
            phrase = read_phrase(scope, match.end())
            if phrase is not None and is_told(scope, phrase, freely=word in table.TELL):
                found = phrase
    return found


def is_told(scope: Scope, phrase: Phrase, *, freely: bool = False) -> bool:
    """Whether a noun phrase can name somebody who is told; `freely` where the verb itself says so."""
    words = scope.text[phrase.start : phrase.end].lower()
    if words in table.NOT_TOLD or words.split(" ")[0] in table.DAYS | table.MONTHS:
        return False
    if phrase.head in table.NOT_TOLD and not phrase.named:
        return False
    known = phrase.named or words in table.OBJECTS or is_human(phrase.head)
    known = known or outlet_end(scope.text, phrase.start, phrase.end) is not None
    return known or (freely and phrase.determined)


def _medium(scope: Scope, told: Phrase) -> Phrase | None:
    """The outlet, programme or gathering in the words that name who is told."""
    end = outlet_end(scope.text, told.start, told.end)
    if end is not None:
        return told._replace(end=end)
    if told.head in table.EVENTS and told.determined:
        return _extended(scope, told)
    of = _OF_NAME.search(scope.text, told.start, told.end)
    part = read_phrase(scope, of.end()) if of is not None and told.named else None
    if part is not None and outlet_end(scope.text, part.start, part.end) == part.end <= told.end:
        return part
    return None


def read_phrase(scope: Scope, at: int) -> Phrase | None:
    """The noun phrase that begins at a place of the clause, without what is added by a preposition other than "of"."""
    clause = scope.clause
    at += len(clause.text[at : at + 3]) - len(clause.text[at : at + 3].lstrip())
    if any(start <= at < end for start, end in clause.sources):
        return None
    starts = [start for start, _ in [*clause.cues, *clause.sources, *clause.others] if start > at]
    limit = min([*starts, len(clause.text), at + _LONGEST_PHRASE])
    taken = _taken(clause.text, at, limit)
    while taken and taken[-1].group().lower() in table.HEADLESS:
        if len(taken) == 1 and taken[0].group().lower() in table.OBJECTS:
            break
        taken.pop()
    if not taken or len(taken) >= _MOST_WORDS or taken[-1].end() == at + _LONGEST_PHRASE:
        return None
    joint = next((n for n, word in enumerate(taken) if word.group() in ("of", "and")), None)
    head, named = head_of(taken[-1])
    if joint:
        first_head, first_named = head_of(taken[joint - 1])
        titled = (
            first_named and not named and head in table.DOCUMENTS | table.EVENTS
        )  # "State of the Union address"
        if not titled and first_head not in table.EDGES:
            head, named = first_head, first_named
    end = taken[-1].end()
    if taken[-1].group().endswith(".") and not table.ABBREVIATION.search(taken[-1].group()):
        end -= 1
    state = table.STATE.match(clause.text, end, limit) if named else None
    end = state.end() if state is not None else end
    first = taken[0].group()
    determined = first.lower() in table.DETERMINING or first[:1].isdigit()
    determined = determined or any(is_owner(word.group()) for word in taken[:-1])
    return Phrase(taken[0].start(), end, head, named, determined, len(taken) == 1 and first.islower())


def _taken(text: str, at: int, limit: int) -> list[re.Match[str]]:
    """The words that carry on one noun phrase from a place."""
    taken: list[re.Match[str]] = []
    for match in TOKEN.finditer(text, at, limit):
        if (
            text[taken[-1].end() if taken else at : match.start()].strip(" \xa0\t")
            or len(taken) >= _MOST_WORDS
        ):
            break
        if not goes_on(taken, match, TOKEN.match(text, min(match.end() + 1, limit), limit)):
            break
        taken.append(match)
        if ends_sentence(match.group()):
            break
    return taken


def _extended(scope: Scope, phrase: Phrase) -> Phrase:
    """An occasion with what says which: "an interview with the Gazette", "a rally in Ohio"."""
    end = phrase.end
    for _ in range(2):
        joint = table.COMPLEMENT.match(scope.text, end)
        if joint is None:
            break
        part = read_phrase(scope, joint.end())
        if part is None or not _completes(scope, part, joint["word"]):
            break
        end = part.end
    return phrase._replace(end=end)


def _completes(scope: Scope, part: Phrase, word: str) -> bool:
    words = scope.text[part.start : part.end].lower()
    first = words.split(" ")[0].rstrip(".,")
    if first in table.DAYS | table.MONTHS | {"last", "this", "response"} or part.head in table.TIMES_OF_DAY:
        return False
    if first[:1].isdigit() or words in table.OBJECTS - {"him", "her", "them", "us", "me"}:
        return False
    if word in ("with", "from", "by", "before"):
        return part.named or is_human(part.head) or outlet_end(scope.text, part.start, part.end) is not None
    if word == "to":
        return part.named or part.determined or is_human(part.head)
    return part.named or part.determined or part.head in table.PLACES_OF_SPEECH
