"""The people and organisations that one article names, each under the fullest name that it gives."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import islice

from onrecord.people.names import Name, fold
from onrecord.people.spelling import Key, key_of, one_slip
from onrecord.people.tables.given import EITHER, HE, SHE, SHORT
from onrecord.people.tables.nouns import (
    HE_WORDS,
    PARTICLES,
    PARTIES,
    PEOPLE,
    PLAIN,
    ROLES,
    SHE_WORDS,
    STATES,
    SUFFIXES,
)

_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_APPOSITION = re.compile(
    r",\s+(?:\d\d,\s+)?(?!and\b|but\b|who\b|said\b|which\b|by\b|with\b|in\b|at\b|on\b|to\b|for\b|from\b)([^,.;:“”\"\n]{3,120})"
)
_LEAD = re.compile(r"(?:[\w'’.-]{2,25}[ \xa0]){1,6}$")
_PARTY = re.compile(r",?\s\(?([RDI])-([A-Za-z.]{2,14})")
_GIVEN = HE | SHE | EITHER
_FAMILIES = 100  # family names that an unknown word is compared with
_AMBIGUOUS_KEPT = 8  # namesakes that are weighed against each other; the article's most frequent come first


class Person:
    """One person of an article: every name it gives them, what it calls them, and which pronoun goes with them."""

    __slots__ = (
        "count",
        "field",
        "full_at",
        "he",
        "name",
        "number",
        "place",
        "roles",
        "she",
        "span",
        "sure",
        "unnamed",
        "words",
    )

    def __init__(
        self, number: int, name: str, words: tuple[str, ...], field: str, span: tuple[int, int]
    ) -> None:
        self.number = number
        self.name = name
        self.words = words
        self.field = field
        self.span = span
        self.count = 0
        self.full_at: list[int] = []  # where in the body the full name stands
        self.roles: set[str] = set()
        self.he = 0.0
        self.she = 0.0
        self.sure = False
        self.unnamed = False
        self.place = False  # named by one word that the text also uses as a place's: "in Lowfield"

    @property
    def last(self) -> str:
        """The folded family name, without a suffix such as Jr."""
        return surname(self.words)

    def fits(self, pronoun: str) -> float:
        """How well "he" or "she" goes with this person: 1 known to, 0 unknown, -1 known not to."""
        lead = self.he - self.she if pronoun == "he" else self.she - self.he
        return max(-1.0, min(1.0, lead))


def _is_formal(words: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether a name gives in full what another of as many words shortens: Kenneth Orme, and Ken Orme."""
    return len(words) == len(known) and SHORT.get(known[0]) == words[0]


def _is_cut_free(words: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether a name is a longer one without what is no part of it: Ann Orme, of "Endorsed Ann Orme"."""
    return (
        len(words) < len(known)
        and known[-len(words) :] == words
        and words[0] in _GIVEN
        and len(known[0]) > 1
        and known[0] not in _GIVEN
    )


def surname(words: tuple[str, ...]) -> str:
    """The last of a name's folded words that is not a suffix."""
    return words[-2] if len(words) > 1 and words[-1] in SUFFIXES else words[-1]


class People:
    """All people of one article, found by full name, by family name or by given name."""

    def __init__(
        self, stands_for: Mapping[Key, Key] | None = None, apart: frozenset[Key] = frozenset()
    ) -> None:
        self.all: list[Person] = []
        self._stands_for = dict(stands_for or {})  # a rarer spelling, and the one that it is filed under
        self._apart = apart  # names that with and without "Jr." are two people's
        self._slips: dict[str, str] = {}
        self._full: dict[tuple[str, str, str], Person] = {}
        self._last: dict[str, list[Person]] = {}
        self._given: dict[str, list[Person]] = {}
        self._middle: dict[str, list[Person]] = {}
        self._inner: dict[tuple[str, ...], Person] = {}
        self._single: dict[str, Person] = {}

    def add_full(self, text: str, field: str, name: Name) -> Person:
        """File a name of two words or more, with the person it belongs to or as a new one."""
        last = surname(name.words)
        given = name.words[0]
        key = self._key(name.words)
        person = self._full.get(key) or self._inner.get(name.words)
        if person is not None and key_of(name.words) in self._stands_for:
            self._slips.setdefault(last, person.last)
        elif person is None:
            person = self._new(text, field, name)
            self._full[key] = person
            self._last.setdefault(last, []).append(person)
            self._given.setdefault(given, []).append(person)
            for word in name.words[1:-1]:  # "Ms. Acosta" of Melba Acosta Febo
                if len(word) > 2 and word not in PARTICLES and word not in HE and word not in SHE:
                    self._middle.setdefault(word, []).append(person)
            for cut in range(1, min(len(name.words) - 1, 4)):
                self._inner.setdefault(name.words[cut:], person)
        elif (
            len(name.words) > len(person.words)
            or _is_formal(name.words, person.words)
            or _is_cut_free(name.words, person.words)
        ):
            person.words = name.words
            person.name = clean(text[name.start : name.end])
            person.field, person.span = field, (name.start, name.end)
        if field == "text":
            person.full_at.append(name.start)
        person.sure = person.sure or name.sure
        self._learn(person, name)
        return person

    def add_single(self, text: str, field: str, name: Name) -> Person:
        """File a name of one word that no full name of the article explains."""
        word = name.words[-1]
        person = self._single.get(word)
        if person is None:
            person = self._single[word] = self._new(text, field, name)
            person.place = not name.sure and _stands_for_a_place(text, person.name)
        person.sure = person.sure or name.sure
        self._learn(person, name)
        return person

    def _new(self, text: str, field: str, name: Name) -> Person:
        shown = clean(text[name.start : name.end])
        person = Person(len(self.all), shown, name.words, field, (name.start, name.end))
        self.all.append(person)
        given = name.words[0]
        weight = 0.2 if given in EITHER else 0.9 if len(name.words) > 1 else 0.4
        person.he = weight if given in HE and len(name.words) > 1 else 0.0
        person.she = weight if given in SHE else 0.0
        return person

    def add_unnamed(self, words: str, field: str, span: tuple[int, int], said_of: Iterable[str]) -> Person:
        """File someone whom the article does not name ("a city official"), so that a later "he" finds them."""
        person = Person(len(self.all), clean(words), ("",), field, span)
        person.unnamed = person.sure = True
        self.all.append(person)
        for word in said_of:
            note_word(person, word)
        return person

    def _learn(self, person: Person, name: Name) -> None:
        person.count += 1
        for word in name.title:
            note_word(person, word)

    def settle(self) -> None:
        """Put the most frequent namesake first; call once after the last full name."""
        for group in (*self._last.values(), *self._given.values()):
            if len(group) > 1:
                group.sort(key=_by_weight)
                del group[_AMBIGUOUS_KEPT:]

    def _key(self, words: tuple[str, ...]) -> tuple[str, str, str]:
        key = key_of(words)
        given, last = self._stands_for.get(key, key)
        return given, last, words[-1] if key in self._apart and words[-1] in SUFFIXES else ""

    def _slip(self, word: str) -> str:
        """The family name of somebody in this article that a word spells another way, else the word."""
        if word not in self._slips and word not in self._last:
            known = [last for last in islice(self._last, _FAMILIES) if one_slip(word, last)]
            alone = word in self._given or word in self._middle or len(known) != 1
            self._slips[word] = word if alone else known[0]
        return word if word in self._last else self._slips[word]

    def candidates(self, words: tuple[str, ...]) -> list[Person]:
        """Who a name may mean: the one of that full name, else all of that family name, else of that given name."""
        last = surname(words)
        given = words[0]
        if given != last and given not in PARTICLES:
            person = self._full.get(self._key(words)) or self._inner.get(words)
            if person is None and len(last) == 1:  # "Ann H", a name cut short
                return [one for one in self._given.get(given, []) if one.words[1][0] == last]
            return [person] if person is not None else []
        found = self._last.get(self._slip(last))
        if found:
            alike = [person for person in found if person.words[-1] == words[-1]] if words[-1] != last else []
            return alike or found
        single = self._single.get(last)
        if single is not None and single.sure:
            return [single]
        return self._middle.get(last) or self._given.get(words[0], []) or ([single] if single else [])


def _stands_for_a_place(text: str, word: str) -> bool:
    """Whether a text says "in X" or "near X" of a word that might be somebody's family name."""
    shown = re.escape(word[:60])
    pattern = rf"\b(?:[Ii]n|[Nn]ear|[Aa]cross)\s(?:{shown}|{shown.title()})(?![\w’'-])(?!\s[A-Z])"
    return re.search(pattern, text) is not None


def note_word(person: Person, word: str) -> None:
    """Keep a folded word that is said of a person, and what it tells of their pronoun."""
    person.roles.update(ROLES.get(word, (word,)))
    if word in HE_WORDS:
        person.he += 1.0
    elif word in SHE_WORDS:
        person.she += 1.0


def _by_weight(person: Person) -> tuple[int, int]:
    return (-person.count, person.number)


def choose(found: list[Person], title: Iterable[str], at: int) -> tuple[Person, float]:
    """The likeliest of some namesakes for a bare name at a place of the body, and how sure that is.

    A title of one gender rules the other out; then the one who is named in full most often, with a bonus for
    who was named in full last before this place.
    """
    if len(found) == 1:
        return found[0], 0.95
    title = tuple(title)
    she = any(word in SHE_WORDS for word in title)
    he = any(word in HE_WORDS for word in title)
    scores = []
    latest = max((_last_before(person, at) for person in found), default=-1)
    for person in found:
        score = float(min(person.count, 12))
        if (she and person.fits("she") < 0) or (he and person.fits("he") < 0):
            score -= 50
        score += 2.0 * sum(word in person.roles for word in title)
        before = _last_before(person, at)
        if before < 0:
            score -= 3.0
        elif before == latest:
            score += 2.0
        scores.append(score)
    best = max(range(len(found)), key=scores.__getitem__)
    others = [score for place, score in enumerate(scores) if place != best]
    lead = scores[best] - max(others)
    return found[best], 0.6 + 0.3 * min(lead, 6.0) / 6.0


def _last_before(person: Person, at: int) -> int:
    place = bisect_left(person.full_at, at + 1) - 1
    return person.full_at[place] if place >= 0 else -1


def note_apposition(person: Person, text: str, end: int) -> None:
    """Learn what a text says of a person right after the name: "X, the party's chairwoman, ...", "X (R-Ohio)"."""
    party = _PARTY.match(text, end)
    if party is not None:
        state = party.group(2).lower().rstrip(".")
        note_word(person, PARTIES[party.group(1)])
        note_word(person, STATES.get(state, state))
        return
    if not text.startswith(",", end):
        return
    match = _APPOSITION.match(text, end)
    if match is None:
        return
    for word in _WORD.findall(match.group(1))[:16]:
        note_word(person, fold(word))


def note_lead(person: Person, text: str, start: int) -> None:
    """Learn from the nouns right before a name: "the campaign's longtime spokesman Carl Orme"."""
    match = _LEAD.search(text, max(0, start - 110), start)
    if match is None:
        return
    kept: list[str] = []
    for word in reversed(match.group().split()):
        folded = fold(word).removesuffix("'s")
        if folded in PLAIN or word.endswith("."):
            break
        kept.append(folded)
    if kept and kept[0] in PEOPLE:
        for folded in kept:
            note_word(person, folded)


def clean(words: str) -> str:
    """Words of a text on one line."""
    return _SPACES.sub(" ", words).strip()
