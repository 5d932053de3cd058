"""When a statement was made: the date words of the cue's own clause, read against the article's date.

`find_dates` reads all quotations of an article, `find_date` one, `said_in` one phrase. A date belongs to a
statement only where it stands in the clause of the cue: inside the cue, or on a way to it that crosses no
other verb, no relative or subordinate clause, and none of what is quoted. Where the words need knowledge
from outside the text they are kept and the value is null; where there are none the date is None. Only
English. The cue's clause is found in `clauses`, date words are read in `dates`, their forms are in
`tables.dates`.
"""

import re
from collections.abc import Sequence

from onrecord.model import Article, Date, Quotation, Span
from onrecord.people.circumstances.clauses import HIDDEN, REACH, WORD, Clause, Told, clause_of, is_clear
from onrecord.people.circumstances.dates import Phrase, Reference, find_phrases
from onrecord.people.tables.dates import (
    CLAUSE,
    DETERMINERS,
    FOLLOWERS,
    ISSUED,
    NAMES_AFTER_DAY,
    NOT_OF_SAYING,
    OPENERS,
    PREPOSITIONS,
    RELATIVE,
    SPEAKING,
    TELLING,
)

_LONGEST_WAY = 220  # between the cue and its date
_WINDOW = 400  # where date words are looked for on each side: the way, and the longest of them

_CONTINUES = re.compile(
    r"\b(?:add(?:s|ed|ing)|continu(?:es|ed|ing)|go(?:es|ing) on|went on)\b"
    r"(?!\s(?:to\s(?!say)|with\s|his|her|their|the))",
    re.IGNORECASE,
)
_DOCUMENT_OF = re.compile(
    rf"\b(?!interview|book|memoir){TELLING},?\s(?:that\swas\s)?(?:(?:{'|'.join(sorted(ISSUED))})\s)?(?:on\s)?$"
)
_BESIDE = re.compile(r"([^\W_][\w’'.&-]*)\s{1,3}$")
_ABBREVIATED = re.compile(r"(?:m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$")
_CIRCUMSTANCE = re.compile(r",\s(?:as|when|while|after|before)\s[^,;:\x00]{1,160},\s?")
_COMING = re.compile(r"(?:[Oo]n\s)?(?:[Nn]ext|[Tt]omorrow)\b")
_PERFECT = re.compile(r"\band\s(?:has|have)\b")
_IN = re.compile(r"(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]n|[Vv]ia)\s")
_APPOSITION = re.compile(r"\([^()]{0,80}\)")
_BREAK = re.compile(r"[—–;:()]|\s--?\s")
_MAIN_VERB = re.compile(r"^\s(?:also\s|then\s|[a-z]+ly\s)?[a-z]+")
_PLACE = re.compile(r"[\s,]*(?:[A-Z][\w.’'-]{0,30}\s?){0,3}")


def said_in(
    text: str, *, published: Date | None, future: bool = False, before: str | None = None
) -> Date | None:
    """The date that one phrase names: "last month" in an article of March 2016 is 2016-02.

    `future` reads a bare weekday or day as the coming one; `before` is a date (`YYYY-MM-DD`, `YYYY-MM` or
    `YYYY`) that the text has just given, for "the next day". None where no date words are in `text`, of which
    the first 1,200 characters are read.
    """
    value = published.value if published is not None else None
    window = text[:REACH]
    found = find_phrases(window, Reference(value, before, future))
    return _date(window, found[0]) if found else None


def find_date(article: Article, quotation: Quotation, *, others: Sequence[Quotation] = ()) -> Date | None:
    """When a quotation was said, where the text tells; `others` are the article's other quotations."""
    rest = [other for other in others if other is not quotation]
    return find_dates(article, [quotation, *rest])[0]


def find_dates(article: Article, quotations: Sequence[Quotation]) -> list[Date | None]:
    """When each of an article's quotations was said, in their order; None where no date words belong to one.

    A quotation with no date of its own whose cue goes on with an utterance ("he added") takes that of the
    quotation before it, in the same paragraph and of the same source.
    """
    published = article.published.value if article.published is not None else None
    found: list[Date | None] = [None] * len(quotations)
    fields: dict[str, list[int]] = {}
    for number, quotation in enumerate(quotations):
        fields.setdefault(quotation.field, []).append(number)
    starts = [_core_start(quotation) for quotation in quotations]
    for field, numbers in fields.items():
        try:
            text = article.field_text(field)
        except KeyError:
            continue
        told = Told(article, field, [quotations[number] for number in numbers])
        numbers.sort(key=starts.__getitem__)
        last: int | None = None
        for number in numbers:
            quotation = quotations[number]
            found[number] = _own_date(text, quotation, told, published)
            if found[number] is None and last is not None and _goes_on(text, quotations[last], quotation):
                found[number] = found[last]
            last = number
    return found


def _core_start(quotation: Quotation) -> int:
    spans = quotation.cue or quotation.source
    return spans[0][0] if spans else 0


def _goes_on(text: str, first: Quotation, second: Quotation) -> bool:
    """Whether a quotation goes on with the utterance before: "he added", same paragraph, same source."""
    cue = " ".join(text[start:end] for start, end in second.cue)[:80]
    here, there = _core_start(first), _core_start(second)
    if not _CONTINUES.search(cue) or there - here > 2 * REACH or "\n" in text[here:there]:
        return False
    names = [{speaker.name for speaker in one.speakers} for one in (first, second)]
    if names[0] and names[1]:
        return names[0] == names[1]
    words = [" ".join(text[start:end] for start, end in one.source).lower()[:200] for one in (first, second)]
    if not words[1] or words[1] in ("he", "she", "they"):
        return bool(words[0])
    return words[1] in words[0] or words[0] in words[1]


def _own_date(text: str, quotation: Quotation, told: Told, published: str | None) -> Date | None:
    clause = clause_of(text, quotation, told)
    if clause is None:
        return None
    when = Reference(published, None, clause.future)
    phrases = _phrases_near(clause, when)
    belonging = [phrase for phrase in phrases if _belongs(clause, phrase)]
    if not belonging:
        return None
    best = _choose(clause, belonging)
    return _date(clause.text, _anchored(clause, best, when))


def _phrases_near(clause: Clause, when: Reference) -> list[Phrase]:
    """The date phrases around the statement; none runs on into the words of the source or the cue."""
    low, high = clause.core
    shift = max(0, low - _WINDOW)
    starts = sorted(start for start, _ in [*clause.cues, *clause.sources])
    found: list[Phrase] = []
    for phrase in find_phrases(clause.text[shift : high + _WINDOW], when):
        first, last = phrase.start + shift, phrase.end + shift
        limit = next((start for start in starts if first < start < last), None)
        if limit is None:
            found.append(phrase._replace(start=first, end=last))
            continue
        for part in find_phrases(clause.text[first:limit], when):
            found.append(part._replace(start=part.start + first, end=part.end + first))
    return found


def _belongs(clause: Clause, phrase: Phrase) -> bool:
    """Whether date words tell when it was said: they must stand in the cue's clause, governed by no other verb."""
    text, (low, high) = clause.text, clause.core
    if phrase.start < clause.dateline or not _is_adverbial(clause, phrase):
        return False
    if _COMING.match(text, phrase.start) and not clause.future:
        return False
    for start, end in clause.cues:
        if start <= phrase.start < end and clause.cues != clause.sources:
            return not any(word.lower() in CLAUSE for word in WORD.findall(text[start : phrase.start]))
    named = phrase.kind == "held" and not _IN.match(text, phrase.start)  # "the 2014 report"
    for start, end in clause.sources:
        if start <= phrase.start < end:
            if named:
                return phrase.start == start
            issued = _DOCUMENT_OF.search(text, start, phrase.start)
            return issued is not None and is_clear(text[start : phrase.start], issued=True)
    if named:
        return False
    if phrase.start >= high:
        return phrase.start - high <= _LONGEST_WAY and _reaches(clause, high, phrase)
    if phrase.end <= low:
        if any(text[start:end].lower() in RELATIVE | {"that"} for start, end in clause.sources):
            return False  # "In 1998, the council that had praised her": the date is the main clause's
        return (
            low - phrase.start <= _WINDOW and low - phrase.end <= _LONGEST_WAY and _opens(clause, phrase, low)
        )
    parts = [*clause.cues, *clause.sources]
    left = max((end for _, end in parts if end <= phrase.start), default=None)
    right = min((start for start, _ in parts if start >= phrase.end), default=None)
    if left is None or right is None:
        return False
    rest = text[phrase.end : right]
    participle = rest.strip() == "," and text[right:].split(None, 1)[0].endswith("ing")
    return _reaches(clause, left, phrase, main=participle) and is_clear(_APPOSITION.sub(" ", rest))


def _is_adverbial(clause: Clause, phrase: Phrase) -> bool:
    """Whether the words stand by themselves: not "a Tuesday vote", "until Tuesday", "Fox News Sunday"."""
    text = clause.text
    first = text[phrase.start]
    before = _BESIDE.search(text, max(0, phrase.start - 40), phrase.start)
    beside = before.group(1) if before else ""
    joined = beside in ("and", "or") and first not in "oi"
    if joined or beside.lower() in NOT_OF_SAYING | DETERMINERS or beside in ("News", "Super", "USA", "CBS"):
        return False
    if (
        first.isupper()
        and text[phrase.start : phrase.end].split()[0] in ("Today", "This", "Tonight", "Last")
        and beside
    ):
        return False  # the name of a show
    if text[phrase.end : phrase.end + 2] in ("'s", "’s"):
        return False
    after = WORD.match(text, phrase.end + 1) if text[phrase.end : phrase.end + 1].isspace() else None
    if after is None or any(start <= after.start() < end for start, end in [*clause.cues, *clause.sources]):
        return True
    word = after.group()
    if word[0].isupper() or word[0].isdigit():
        return word not in NAMES_AFTER_DAY
    return word in FOLLOWERS or word.endswith("ly") or word in SPEAKING or first in "oOaA"


def _reaches(clause: Clause, start: int, phrase: Phrase, *, main: bool = False) -> bool:
    """Whether the way from the cue on to a date is free of other clauses; `main` lets its first word be a verb."""
    way = clause.text[start : phrase.start]
    if any(start <= other < phrase.start for other, _ in clause.others):
        return False
    way = _APPOSITION.sub(" ", way)
    if _BREAK.search(way):
        return False
    if main:
        way = _MAIN_VERB.sub(" ", way, count=1)
    pieces = way.split(",")
    if not is_clear(pieces[-1], issued=True):
        return False
    if len(pieces) == 1:
        return True
    for piece in pieces[:-1]:
        words = [word.lower() for word in WORD.findall(piece)]
        relative = bool(words) and words[0] in RELATIVE
        if not relative and not is_clear(piece):
            return False
    opening = WORD.findall(pieces[-1])
    if not opening or opening[0].lower() in PREPOSITIONS | SPEAKING:
        return True
    return bool(_PLACE.fullmatch(pieces[-1])) and phrase.reading[1] in ("day", "minute")


def _opens(clause: Clause, phrase: Phrase, low: int) -> bool:
    """Whether a date before the statement opens its clause: "On Monday, Quist said"."""
    before = clause.text[clause.dateline : phrase.start]
    after = _APPOSITION.sub(" ", clause.text[phrase.end : low])
    if HIDDEN in before + after or any(clause.dateline <= other < low for other, _ in clause.others):
        return False
    words = WORD.findall(before)
    if words and words[0].lower() in SPEAKING:
        before = before.split(words[0], 1)[1]
    elif words and words[0][0].isupper() and words[0].lower() not in OPENERS:
        return False
    elif words and words[0].lower() not in PREPOSITIONS:
        before = before.split(words[0], 1)[1]  # "But on Monday"
    if not before.strip() and _CIRCUMSTANCE.fullmatch(after):
        return True
    core = clause.text[low : clause.core[1]]
    if _PERFECT.search(core) and phrase.reading[1] in ("year", "month", "day"):
        return False  # "In 1987, Quist moved here and has spoken for it since"
    return is_clear(before, issued=True) and is_clear(after)


def _choose(clause: Clause, phrases: Sequence[Phrase]) -> Phrase:
    """The date words that count: those with a value before those without, then the nearest to the cue."""
    cue = clause.cues[0]
    known = [phrase for phrase in phrases if phrase.reading[0]] or list(phrases)
    best = known[0]
    for phrase in known:
        if _distance(cue, phrase) < _distance(cue, best):
            best = phrase
    return best


def _distance(cue: Span, phrase: Phrase) -> int:
    return max(0, phrase.start - cue[1], cue[0] - phrase.end)


def _anchored(clause: Clause, phrase: Phrase, when: Reference) -> Phrase:
    """Words like "the next day" counted from the last date that the text gave before them."""
    if phrase.reading[0] is not None:
        return phrase
    named = find_phrases(clause.earlier + clause.text[: phrase.start], when)
    anchor = named[-1].reading[0] if named else None
    words = clause.text[phrase.start : phrase.end]
    again = find_phrases(words, when._replace(anchor=anchor)) if anchor else []
    return phrase._replace(reading=again[0].reading) if again else phrase


def _date(text: str, phrase: Phrase) -> Date:
    value, precision = phrase.reading
    words = text[phrase.start : phrase.end].strip()
    if words.endswith(".") and not _ABBREVIATED.search(words):
        words = words[:-1]
    return Date(value=value, precision=precision, text=words)
