"""What speaks for and against two uses of a name being one person: field, country, time, company, words in common."""

import re
from binascii import crc32
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from onrecord.people.romanise import plain
from onrecord.people.tables.countries import COUNTRY_OF, STATES
from onrecord.people.tables.fields import (
    CAPITALISED,
    CLUB_OF,
    FIELD_OF,
    NEAR,
    NEAR_TRADES,
    PHRASES,
    SPORTS,
    TRADE_OF,
)
from onrecord.people.tables.nouns import PLAIN

_WORD = re.compile(r"[^\W\d_](?:[\w.'’-]*\w)?")
_YEAR = re.compile(r"(\d{4})")
_EMPTY = PLAIN | frozenset(
    "former then late ex longtime veteran leading famous known new senior current old head man woman years".split()
)
GENERATION = 16  # years from which on two people of one trade and name may be parent and child
CAREER = 22  # years that a sporting life lasts at most, nearly always
_LAST_LATIN = 0x24F
MOST_POOLED = 1_000  # words, and names beside, that are kept of one entry: those of its first articles
_MOST_WORDS = 60  # of the descriptions of one use; what is beyond is no description
T = TypeVar("T", str, int)


class Profile(NamedTuple):
    """What is known of whoever uses a name somewhere, or of one entry of the register."""

    fields: frozenset[str]
    trades: frozenset[str]
    countries: frozenset[str]
    states: frozenset[str]
    words: frozenset[str]
    first: int | None  # the years of the articles, None where none is dated
    last: int | None
    beside: frozenset[int]  # a short digest of each name, whatever the order of its words


class Reason(NamedTuple):
    """One fact for or against, by its name in the table of weights, and told in words."""

    fact: str
    why: str


def profile(descriptions: Iterable[str], published: Iterable[str | None], beside: Iterable[str]) -> Profile:
    """Read descriptions ("Welsh rugby player"), dates ("2016-09") and the names of others into what can be compared."""
    written = [word for description in descriptions for word in _WORD.findall(description[:400])][
        :_MOST_WORDS
    ]
    read = [_read(word) for word in written]
    known = [word for word in read if word.form]
    fields, trades = _callings(known)
    years = [int(found.group(1)) for date in published if date and (found := _YEAR.match(date))]
    forms = [form for word in known for form in (word.form, word.form.removesuffix("s"))]
    return Profile(
        frozenset(fields),
        frozenset(trades),
        frozenset(COUNTRY_OF[form] for form in forms if form in COUNTRY_OF),
        frozenset(form for form in forms if form in STATES),
        frozenset(word.form for word in known if len(word.form) > 2 and word.form not in _EMPTY),
        min(years, default=None),
        max(years, default=None),
        frozenset(crc32("".join(sorted(plain(part) for part in name.split())).encode()) for name in beside),
    )


class _Word(NamedTuple):
    form: str  # empty where it is of another script than Latin: nothing is read in it but its being there
    capital: bool


def _read(written: str) -> _Word:
    if not written.isascii() and any(char.isalpha() and ord(char) > _LAST_LATIN for char in written):
        return _Word("", False)
    return _Word(plain(written.removesuffix("'s").removesuffix("’s")), written[:1].isupper())


def _callings(words: Sequence[_Word]) -> tuple[set[str], set[str]]:
    """The fields and trades that a description names: by two words, by a noun, by a club."""
    fields: set[str] = set()
    trades: set[str] = set()
    skip = False
    for number, word in enumerate(words):
        if skip:
            skip = False
            continue
        after = words[number + 1].form if number + 1 < len(words) else ""
        phrase = PHRASES.get(f"{word.form} {after}")
        if phrase is not None:
            fields.add(phrase[0])
            trades |= {phrase[1]} - {""}
            skip = True
            continue
        single = word.form.removesuffix("s")
        if number == 0 or not word.capital or word.form in CAPITALISED:
            for form in (word.form, single):
                fields |= FIELD_OF.get(form, frozenset())
                trades |= TRADE_OF.get(form, frozenset())
        elif word.form in CLUB_OF and words[number - 1].form not in ("of", "in", "from"):
            trades.add(CLUB_OF[word.form])
    for trade in trades:
        fields.add("sport" if trade in SPORTS else "arts")
    return fields, trades


def pooled(first: Profile, second: Profile) -> Profile:
    """The profile of an entry that takes another use in."""
    years = [year for year in (first.first, first.last, second.first, second.last) if year is not None]
    return Profile(
        first.fields | second.fields,
        first.trades | second.trades,
        first.countries | second.countries,
        first.states | second.states,
        _widened(first.words, second.words),
        min(years, default=None),
        max(years, default=None),
        _widened(first.beside, second.beside),
    )


def _widened(first: frozenset[T], second: frozenset[T]) -> frozenset[T]:
    """Both, as far as there is room: who is named in thirty thousand articles is named beside everybody."""
    room = MOST_POOLED - len(first)
    fresh = second - first
    return first | (fresh if len(fresh) <= room else frozenset(sorted(fresh)[:room]))


def weigh(first: Profile, second: Profile) -> list[Reason]:
    """The facts that speak for or against two profiles being one person's; nothing known gives no reason."""
    reasons: list[Reason] = []
    reasons += _words(first, second)
    reasons += _fields(first, second)
    reasons += _countries(first, second)
    reasons += _time(first, second)
    company = first.beside & second.beside
    if company:
        reasons.append(Reason("same company", "named beside the same people"))
    return reasons


def _words(first: Profile, second: Profile) -> list[Reason]:
    """Words in common that are more than a country, a state or a field: "Ports" of "minister of ports"."""
    if not first.words or not second.words:
        return [Reason("one without description", "one article says nothing of them")]
    shared = first.words & second.words
    telling = sorted(word for word in shared if word not in COUNTRY_OF and word not in FIELD_OF)
    if telling:
        return [Reason("words shared", f"both: {', '.join(telling[:4])}")]
    offices = sorted(word for word in shared if word in FIELD_OF)
    if offices:
        return [Reason("office shared", f"both: {', '.join(offices[:4])}")]
    return [] if shared else [Reason("no word shared", "no word of the descriptions in common")]


def _fields(first: Profile, second: Profile) -> list[Reason]:
    if not first.fields or not second.fields:
        told = "what they do is known on one side at most"
        return [Reason("field unknown", told)] if first.words and second.words else []
    shared = first.fields & second.fields
    trades = first.trades & second.trades
    if first.trades and second.trades and not trades:
        told = f"{'/'.join(sorted(first.trades))} against {'/'.join(sorted(second.trades))}"
        near = any(frozenset((one, other)) in NEAR_TRADES for one in first.trades for other in second.trades)
        return [Reason("trades near" if near else "trades apart", told)]
    if trades:
        reasons = [Reason("trade shared", f"both in {', '.join(sorted(trades))}")]
        return [*reasons, *_careers(first, second)]
    if shared:
        return [Reason("field shared", f"both in {', '.join(sorted(shared))}"), *_careers(first, second)]
    told = f"{'/'.join(sorted(first.fields))} against {'/'.join(sorted(second.fields))}"
    if any(frozenset((one, other)) in NEAR for one in first.fields for other in second.fields):
        return [Reason("fields near", told)]
    return [Reason("fields apart", told)]


def _careers(first: Profile, second: Profile) -> list[Reason]:
    gap = _gap(first, second)
    if gap is None:
        return []
    if "sport" in first.fields & second.fields and gap > CAREER:
        return [Reason("longer than a career", f"{gap} years apart in one sport")]
    if gap >= GENERATION:
        return [Reason("a generation apart in one trade", f"{gap} years apart: parent and child?")]
    return []


def _gap(first: Profile, second: Profile) -> int | None:
    if first.first is None or second.first is None or first.last is None or second.last is None:
        return None
    return max(second.first - first.last, first.first - second.last, 0)


def _countries(first: Profile, second: Profile) -> list[Reason]:
    reasons = []
    if first.countries and second.countries:
        shared = first.countries & second.countries
        if shared:
            reasons.append(Reason("country shared", f"both of {', '.join(sorted(shared))}"))
        else:
            told = f"{'/'.join(sorted(first.countries))} against {'/'.join(sorted(second.countries))}"
            reasons.append(Reason("countries apart", told))
    if first.states and second.states:
        shared = first.states & second.states
        told = f"{'/'.join(sorted(first.states))} and {'/'.join(sorted(second.states))}"
        reasons.append(Reason("state shared" if shared else "states apart", told))
    return reasons


def _time(first: Profile, second: Profile) -> list[Reason]:
    gap = _gap(first, second)
    if gap is None:
        return []
    told = "within a year" if gap < 2 else f"{gap} years apart"
    for limit, fact in ((1, "same years"), (7, "a few years"), (20, "some years"), (40, "many years")):
        if gap <= limit:
            return [Reason(fact, told)]
    return [Reason("generations", told)]
