"""The fullest name that an article gives a group or an outlet: "the board" and "SVP" written out."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from onrecord.people.discourse import Field
from onrecord.people.names import find_names, fold, opens_sentence
from onrecord.people.persons import Person, clean
from onrecord.people.tables.nouns import GROUPS, OUTLET_WORDS, PLAIN

_WORDS_BEFORE = re.compile(r"(?:[^\W_](?:[\w.&]|[-'’](?=[^\W_]))*['’]?[ \xa0]){1,7}$")
_OF_NAME = re.compile(
    r"(?: (?:of|for|on)(?: the)? (?:[A-Z]|\d+[a-z]{2} [A-Z])[\w'’-]{1,30}"
    r"(?:(?:,? and| of| for|,)? [A-Z][\w'’-]{1,30}){0,5})"
)
_STRETCH = 140  # characters before a noun in which its own words stand
_BEFORE = 1500  # characters before "the company" in which a company is looked for
_FAR = 4000  # characters before "the note" in which it is looked for who wrote it
_NEAR = 800  # characters before "the company" in which the last company named is looked for
_FIRM_ENDS = frozenset("bank studio press group publisher network board".split())
_AGENCIES = frozenset(["agency", "department"])
_AGENCY_ENDS = frozenset("department agency administration bureau service ministry commission office".split())
_BODIES = frozenset("group organization organisation nonprofit charity coalition".split())
_PUBLIC = frozenset(
    "republicans democrats states government police army navy house senate congress america news times post".split()
)
_KEPT_PLACES = 200  # places of one noun that are kept
_SMALL = frozenset("of and for the on in".split())
# Nouns that say what a thing is and are seldom part of what it is called.
COMPANIES = frozenset(
    "company firm corporation manufacturer maker retailer airline startup nonprofit".split()
)
OUTLETS = frozenset(
    "newspaper paper magazine outlet network station broadcaster tabloid daily publication website site".split()
)


class Called(NamedTuple):
    """One place where a noun stands with the words that belong to it."""

    at: int
    name: str  # empty where it stands with "a" or with nothing of its own
    words: frozenset[str]


class Groups:
    """What the groups of one field are called; each noun is looked up once, when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._called: dict[str, list[Called]] = {}
        self._spelt: dict[str, str | None] = {}
        self._tails: dict[str, str | None] = {}
        self.spokesmen: dict[str, list[tuple[Person, frozenset[str]]]] = {}  # kept for `answers`

    def fullest(self, source: str, head: str, at: int) -> str | None:
        """What "the board" at a place is called in full; None where the article does not say."""
        asked = frozenset(_folded(source)) - PLAIN
        if head not in self._called:
            self._called[head] = self._find(head)
        called = self._called[head]
        places = [entry.at for entry in called]
        nearest: Called | None = None
        for entry in reversed(called[: bisect_left(places, at)]):
            if not asked <= entry.words:
                continue
            if not entry.name:  # "a board" is one of its own
                return None
            nearest = entry
            break
        if nearest is None:
            later = {
                entry.name: entry for entry in called[bisect_left(places, at + 1) :] if asked < entry.words
            }
            nearest = next(iter(later.values())) if len(later) == 1 else None
            if nearest is None or not nearest.name:
                return None
        fuller = [entry for entry in called if nearest.words < entry.words and entry.name]
        best = max([nearest, *fuller], key=_length)
        return best.name if len(best.words) > len(asked) else None

    def spelt_out(self, acronym: str) -> str | None:
        """The name that an acronym stands for: "Lowfield Farmers Union" for "LFU"."""
        if acronym not in self._spelt:
            self._spelt[acronym] = self._spell(acronym)
        return self._spelt[acronym]

    def made_by(self, head: str, at: int) -> str | None:
        """ "note from Ann Other" for "the note" after it; None where the text does not say who made it."""
        pattern = _made(head)
        last = None
        for match in pattern.finditer(self._text, max(0, at - _FAR), at):
            last = match
        return clean(last.group(1)) if last is not None else None

    def with_tail(self, name: str) -> str | None:
        """A name with what follows it somewhere: "Lowfield Board of Trade" for "Lowfield Board"."""
        if name not in self._tails:
            self._tails[name] = self._tail(name)
        return self._tails[name]

    def _tail(self, name: str) -> str | None:
        at = self._text.find(name + " ")
        for _ in range(8):
            if at < 0:
                return None
            tail = _OF_NAME.match(self._text, at + len(name))
            if tail is not None:
                return clean(name + tail.group())
            at = self._text.find(name + " ", at + 1)
        return None

    def _find(self, head: str) -> list[Called]:
        found: list[Called] = []
        for match in re.finditer(rf"\b{re.escape(head)}\b", self._text, re.IGNORECASE):
            entry = self._read(match.start(), match.end(), head)
            if entry is not None:
                found.append(entry)
                if len(found) == _KEPT_PLACES:
                    break
        return found

    def _read(self, start: int, end: int, head: str) -> Called | None:
        text = self._text
        before = _WORDS_BEFORE.search(text, max(0, start - _STRETCH), start)
        pieces = list(re.finditer(r"\S+", before.group())) if before else []
        offset = before.start() if before else start
        kept = start
        capital = False
        small = 0
        determiner = ""
        for piece in reversed(pieces):
            word = piece.group()
            folded = fold(word).rstrip(".")
            if folded in PLAIN and not (word[0].isupper() and capital and folded in ("new",)):
                determiner = folded
                break
            if word[0].isupper() or (word[0].isdigit() and capital):
                capital = True
            elif capital or small == 2:
                break
            else:
                small += 1
            kept = offset + piece.start()
        if not capital:
            return Called(start, "", frozenset([head])) if determiner in ("a", "an", "another") else None
        if head in _SMALL or kept == start:
            return None
        if text[start].isupper():
            tail = _OF_NAME.match(text, end)
            end = tail.end() if tail is not None else end
        name = clean(text[kept:end])
        return Called(start, name, frozenset(_folded(name)))

    def _spell(self, acronym: str) -> str | None:
        letters = acronym.replace(".", "")
        small = r"(?:[ \-](?:of|and|for|the|on|in|to|&))*"
        parts = (re.escape(letter) + r"[\w'’]{1,30}" for letter in letters)
        pattern = re.compile(r"\b" + (small + r"[ \-]").join(parts) + r"\b")
        for match in pattern.finditer(self._text):
            if letters not in match.group().split():  # "US Secretary" is not what US stands for
                return clean(match.group())
        bracket = self._text.find(f"({acronym})")
        if bracket < 1:
            return None
        before = _WORDS_BEFORE.search(self._text, max(0, bracket - 120), bracket)
        pieces = before.group().split() if before else []
        for place, piece in enumerate(pieces[:-1]):
            if piece.startswith(letters[0]) and len(pieces) - place <= len(letters) + 3:
                return clean(" ".join(pieces[place:]))
        return None

    def company_before(self, at: int) -> str | None:
        """The company of "Pellworth, a maker of pumps," for "the company" after it; else the last one named."""
        return self._apposed(COMPANIES, at) or self._last_firm(at)

    def body_before(self, head: str, at: int) -> str | None:
        """The last body named before "the group" or "the agency"; None where no name may be one."""
        if head in _AGENCIES:
            return self._last_named(at, public=True)
        return self._last_named(at, public=False) if head in _BODIES else None

    def _last_firm(self, at: int) -> str | None:
        return self._last_named(at, public=False)

    def _last_named(self, at: int, *, public: bool) -> str | None:
        """The last name before a place that may be a public body's, or else a body's that is not public."""
        for name in reversed(find_names(self._text, max(0, at - _NEAR), at)):
            last = name.words[-1]
            shown = self._text[name.outer : name.end]
            if public:
                if last in _AGENCY_ENDS or (
                    name.kind == "organisation" and shown.isupper() and len(shown) < 6
                ):
                    return clean(shown)
                continue
            if name.kind == "organisation":
                if last in GROUPS - COMPANIES - _FIRM_ENDS or last in _PUBLIC:
                    continue
            elif name.kind != "person" or name.sure or name.title:
                continue
            opens = name.kind == "organisation" and opens_sentence(self._text, name.outer)
            if opens or self._text.count(shown) > 1:
                return clean(shown)
        return None

    def apposed(self, start: int, *, any_kind: bool = False) -> str | None:
        """The group or outlet right before "a website that …", which only tells what it is."""
        names = find_names(self._text, max(0, start - 90), start)
        if (
            not names
            or self._text[names[-1].end : start].strip() != ","
            or names[-1].sure
            or names[-1].possessive
        ):
            return None
        if names[-1].kind != "organisation" and (
            not any_kind
            or names[-1].kind == "place"
            or (
                opens_sentence(self._text, names[-1].outer)
                and self._text.count(self._text[names[-1].outer : names[-1].end]) < 2
            )
        ):
            return None
        return clean(self._text[names[-1].outer : names[-1].end])

    def _apposed(self, heads: frozenset[str], at: int) -> str | None:
        start = max(0, at - _BEFORE)
        for match in reversed(list(_TOLD_OF.finditer(self._text, start, at))):
            if heads & set(_folded(match.group(1))):
                name = self.apposed(match.start() + 2, any_kind=True)
                if name is not None:
                    return name
        return None


_TOLD_OF = re.compile(r", (?:an?|the) ([^,.;:]{3,80})")


@cache
def _made(head: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:[Aa]n?|[Tt]he|[Oo]ne) ((?:[a-z][\w’'-]{{1,20}},? ){{0,2}}{re.escape(head)} "
        r"(?:[a-z]{2,12} ){0,2}(?:from|by)(?: the)?(?: [A-Z][\w.’'-]*){1,4}(?<![.,’'-]))"
    )


_KEPT: WeakKeyDictionary[Field, Groups] = WeakKeyDictionary()


def groups_of(here: Field) -> Groups:
    """The groups of a field, read once and dropped with the field."""
    found = _KEPT.get(here)
    if found is None:
        found = _KEPT[here] = Groups(here.text)
    return found


def outlet_word(name: str) -> bool:
    """Whether a name is a newspaper's or a broadcaster's."""
    return fold(name.split()[-1]) in OUTLET_WORDS


def _folded(words: str | Sequence[str]) -> list[str]:
    pieces = words.split() if isinstance(words, str) else list(words)
    return [fold(piece).strip(".,'").removesuffix("'s") for piece in pieces]


def _length(entry: Called) -> tuple[int, int]:
    return (len(entry.words), -entry.at)
