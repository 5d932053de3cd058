"""What a search can be narrowed down by, as words of the index: outlet, speakers, months, kind and act, verdict.

They stand in the index beside the words of the text, so that a database finds "the" by a speaker of three quotations
as quickly as a rare word: it walks along the shortest of the lists. No word of a text looks like one of these.

    q KIND ACT     a quotation's kind and act, by their numbers in codes.py
    v VERDICT      the verdict of its check
    o OUTLET  s SPEAKER     by their numbers in the ledger
    w NAME                  up to three words of a speaker's name that stand together, an = between two
    m MONTH  y YEAR         published; months are counted from year 0
    n YEAR                  published in that year, the month is not known
    all                     every article
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from onrecord.ledger.codes import ACT, ACTS, KIND, KINDS, VERDICT
from onrecord.ledger.terms import words_of
from onrecord.model import Article, Date, Quotation, Speaker

ALL = "all"
# Any of these is on every quotation.
EVERY_QUOTATION = tuple(f"q{kind}{act}" for kind in range(len(KINDS)) for act in range(len(ACTS)))
# Most names have no more words; of a longer one (words for someone unnamed) the first are kept.
MOST_NAME_WORDS = 8
LONGEST_RUN = 3
_VALUE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?", re.ASCII)


class Days(NamedTuple):
    """A stretch of time as facets, one of which there has to be.

    `edge` says that the first or the last month is only partly meant, so that the day has to be looked at too.
    """

    facets: tuple[str, ...]
    edge: bool


def of_quotation(quotation: Quotation, speakers: Iterable[int], verdict: int | None) -> list[str]:
    """The facets of a quotation by itself; those of its article come on top."""
    facets = [f"q{KIND[quotation.kind]}{ACT[quotation.act]}", *(f"s{number}" for number in speakers)]
    facets += names(quotation.speakers)
    return facets if verdict is None else [*facets, f"v{verdict}"]


def of_article(article: Article, outlet: int | None) -> list[str]:
    """The facets that an article shares with its quotations."""
    facets = [] if outlet is None else [f"o{outlet}"]
    return facets + months_of(article.published)


def months_of(found: Date | None) -> list[str]:
    """The month and the year of a date, as far as they are known."""
    if found is None or found.value is None or found.precision == "unknown":
        return []
    match = _VALUE.match(found.value)
    if match is None:
        return []
    year = int(match[1])
    if match[2] is None or found.precision == "year":
        return [f"y{year}", f"n{year}"]
    return [f"m{12 * year + int(match[2]) - 1}", f"y{year}"]


def names(speakers: Iterable[Speaker]) -> list[str]:
    """Every run of words in the names of speakers, as their article has them, each once."""
    told = dict.fromkeys(speaker.name for speaker in speakers if speaker.name)
    return list(dict.fromkeys(run for name in told for run in runs_of(words_of(name)[:MOST_NAME_WORDS])))


def named(name: str) -> tuple[str, ...]:
    """All of these have to be there for a speaker of this name, which may be a part of one in whole words."""
    words = words_of(name)[:MOST_NAME_WORDS]
    if len(words) <= LONGEST_RUN:
        return (_run(words),) if words else ()
    return tuple(_run(words[at : at + LONGEST_RUN]) for at in range(len(words) - LONGEST_RUN + 1))


def runs_of(words: Sequence[str]) -> list[str]:
    ends = range(1, LONGEST_RUN + 1)
    return [_run(words[at : at + length]) for length in ends for at in range(len(words) - length + 1)]


def _run(words: Sequence[str]) -> str:
    return "w" + "=".join(words)


def kinds(kind: Sequence[str], act: Sequence[str]) -> tuple[str, ...]:
    """One of these has to be there for a quotation of one of these kinds and acts; none named: any."""
    return tuple(f"q{KIND[one]}{ACT[two]}" for one in kind or KINDS for two in act or ACTS)


def verdicts(wanted: Sequence[str]) -> tuple[str, ...]:
    """One of these has to be there for a quotation whose check gave one of these verdicts."""
    return tuple(f"v{VERDICT[one]}" for one in wanted)


def days(first: date, last: date) -> Days:
    """What was published from one day to another, both of them meant.

    What is known only to its month or year is found where that may lie inside.
    """
    facets: list[str] = []
    for year in range(first.year, last.year + 1):
        begin, end = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
        if (begin.month, begin.day, end.month, end.day) == (1, 1, 12, 31):
            facets.append(f"y{year}")
        else:
            facets += [f"m{12 * year + month - 1}" for month in range(begin.month, end.month + 1)]
            facets.append(f"n{year}")
    after = date.fromordinal(last.toordinal() + 1) if last != date.max else last
    return Days(tuple(facets), edge=first.day != 1 or (after.day != 1 and last != date.max))
