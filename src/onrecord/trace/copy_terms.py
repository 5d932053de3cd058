"""The terms on which a page lets others repost its articles, and whether a copy keeps them.

Terms are read from the notices around an article, whichever kind they are of; licences of Creative Commons
(https://creativecommons.org/licenses/) are read by their names. What cannot be seen on the page (that nobody earns
money by it, that somebody was asked) is said to be unknown.
"""

import re
from collections.abc import Iterator

from onrecord.model import Article
from onrecord.read.notices import classify
from onrecord.text import sentences
from onrecord.trace.copy_signs import links_to, names_any, names_of
from onrecord.traces import Condition, ConditionName, Copy, RepostTerms, Sign, TextChange

_REPOST = re.compile(
    r"\bre-?(?:post|publish|publication|print|produc|us)(?:s|e|es|ed|ing|tion)?\b|\bcross-?post(?:s|ed|ing)?\b"
    r"|\b(?:copied|distributed?|redistributed?|syndicat\w+)\b",
    re.IGNORECASE,
)
_ALLOWS = re.compile(
    r"\b(?:allow(?:s|ed)?|permit(?:s|ted)?|permission|may|free|welcome|can|grant(?:s|ed)?|licen[cs]ed?|as long as"
    r"|provided|on condition|must|without)\b",
    re.IGNORECASE,
)
_COMMONS = re.compile(r"\bcreative commons\b|\bCC[ -]BY\b", re.IGNORECASE)
_WITHOUT_CHANGE = (
    r"\b(?:left|kept|reproduced|re-?printed|re-?posted|re-?published|remains?|is|are|text)\s+(?:\w+\s+){0,3}?"
    r"(?:whole|complete|unchanged|unaltered|unmodified|unedited|uncut|intact|entire)\b"
    r"|\bin (?:full|whole|(?:its|their) entirety)\b|\bnot (?:be )?(?:modified|edited|altered|changed|cut|abridged)\b"
    r"|\bwithout (?:any )?(?:change|alteration|modification|edit|cut)|\bverbatim\b|\bunmodified\b|\bunaltered\b"
    r"|\bunedited\b"
)
_CONDITIONS: tuple[tuple[ConditionName, re.Pattern[str]], ...] = (
    ("whole", re.compile(_WITHOUT_CHANGE, re.IGNORECASE)),
    (
        "source",
        re.compile(
            r"\b(?:the )?(?:original )?source\b|\battribut(?:e|ed|ion)\b|\bcredit(?:s|ed|ing)?\b"
            r"|\backnowledg\w+|\bby naming\b|\bnam(?:e|ing) (?:us|the (?:paper|site|publication))\b",
            re.IGNORECASE,
        ),
    ),
    ("author", re.compile(r"\b(?:author|writer|byline)(?:['’]?s)?(?: name)?\b", re.IGNORECASE)),
    ("copyright", re.compile(r"\bcopyright\b(?! holder| owner| law)", re.IGNORECASE)),
    ("link", re.compile(r"\blink(?:s|ed|ing)?\b|\bhyperlink|\bURL\b|\bweb address\b", re.IGNORECASE)),
    (
        "non_commercial",
        re.compile(
            r"\bnon-?commercial|\bnot for (?:profit|sale|money)|\bcommercial\b|\bfor money\b", re.IGNORECASE
        ),
    ),
    (
        "permission",
        re.compile(
            r"\b(?:without|prior|written|with|ask(?:ed|ing)? for|request) (?:the )?(?:\w+ ){0,2}?"
            r"(?:permission|consent)\b"
            r"|\bmay not be\b",
            re.IGNORECASE,
        ),
    ),
)
_COMMONS_CONDITIONS: tuple[tuple[ConditionName, re.Pattern[str]], ...] = (
    ("source", re.compile(r".")),
    ("whole", re.compile(r"\bno[- ]?deriv|\bBY(?:-NC)?-ND\b", re.IGNORECASE)),
    ("non_commercial", re.compile(r"\bnon-?commercial|\bBY-NC\b", re.IGNORECASE)),
)


def terms_of(a: Article, b: Article, found: Copy) -> tuple[RepostTerms, ...]:
    """The terms that either page states, each condition judged by what the copy shows."""
    rows = []
    if found.direction is not None:
        original, copy = (a, b) if found.direction == "a<b" else (b, a)
    for side, article in (("a", a), ("b", b)):
        stated = list(_stated(article))
        if not stated:
            continue
        names = list(dict.fromkeys(name for _, conditions in stated for name in conditions))
        text = " ".join(dict.fromkeys(sentence for sentence, conditions in stated if conditions or not names))
        binding = None if found.direction is None else original is article
        conditions = tuple(
            Condition(name=name, kept=None, why="it is not known which was first")
            if found.direction is None
            else _judged(name, original, copy, found)
            for name in names
        )
        rows.append(RepostTerms(stated_by=side, binding=binding, text=text, conditions=conditions))  # type: ignore[arg-type]
    return tuple(rows)


def _stated(article: Article) -> Iterator[tuple[str, tuple[ConditionName, ...]]]:
    """Each sentence of the notices that speaks of reposting, with the conditions that it names."""
    for notice in article.notices:
        if _COMMONS.search(notice.text):
            yield notice.text, tuple(n for n, pattern in _COMMONS_CONDITIONS if pattern.search(notice.text))
            continue
        for start, end in sentences(notice.text):
            sentence = notice.text[start:end]
            if _ALLOWS.search(sentence) and (
                _REPOST.search(sentence) or classify(sentence) == "repost_terms"
            ):
                yield sentence, tuple(name for name, pattern in _CONDITIONS if pattern.search(sentence))


def _judged(name: ConditionName, original: Article, copy: Article, found: Copy) -> Condition:
    kept, why = _evidence(name, original, copy, found)
    return Condition(name=name, kept=kept, why=why)


def _evidence(name: ConditionName, original: Article, copy: Article, found: Copy) -> tuple[bool | None, str]:
    outlet = original.outlet or "the original's outlet"
    match name:
        case "whole":
            return _whole(found)
        case "source":
            sign = _said(found)
            if sign is not None:
                return True, f"the copy names it: {sign.text}"
            if found.acknowledged is None:
                return None, "it is not known what the original's outlet is called"
            return False, f"the copy names {outlet} nowhere"
        case "author":
            if not original.authors:
                return None, "the original names no author"
            around = " ".join([*copy.authors, copy.credit or "", *(notice.text for notice in copy.notices)])
            missing = [author for author in original.authors if author.casefold() not in around.casefold()]
            return (
                (False, f"the copy does not name {', '.join(missing)}")
                if missing
                else (True, "the copy names them")
            )
        case "copyright":
            return _copyright(original, copy)
        case "link":
            if links_to(copy, original):
                return True, "the copy links to it"
            if not original.url and any(link.href for link in copy.links):
                return None, "the original's address is not known"
            return False, "the copy has no link to it"
        case "non_commercial":
            return None, "whether money is made by it cannot be seen on the page"
        case "permission":
            return None, "whether somebody was asked cannot be seen on the page"


def _whole(found: Copy) -> tuple[bool, str]:
    first = 0 if found.direction == "a<b" else 1
    lost = found.only_a if first == 0 else found.only_b
    if lost or found.moved:
        told = [f"{lost} of its {found.words[first]} words are dropped or changed"] if lost else []
        told += [f"{found.moved} stand elsewhere"] if found.moved else []
        return False, ", ".join(told)
    return True, f"all of its {found.words[first]} words stand in the copy, in order"


def _copyright(original: Article, copy: Article) -> tuple[bool | None, str]:
    lines = [notice.text for notice in copy.notices if notice.kind == "copyright"]
    owners = (*names_of(original), *original.authors)
    for line in lines:
        if names_any(line, owners):
            return True, line
    if not owners:
        return None, "it is not known whose copyright it is"
    return False, "the copy gives no copyright of the original"


def _said(found: Copy) -> Sign | None:
    """What the copy says of its original."""
    if not found.acknowledged:
        return None
    side = "a" if found.direction == "a<b" else "b"
    return next((sign for sign in found.signs if sign.first == side and sign.kind != "date"), None)


def dropped(changes: tuple[TextChange, ...], side: int) -> int:
    """How many words of one text the other has not."""
    return sum(change.words[side] for change in changes if change.op != "move")
