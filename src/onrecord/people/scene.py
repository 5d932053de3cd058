"""One article read once for its people: every name filed, every mention placed, every pronoun's likeliest person."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from onrecord.model import Article, Quotation, Span
from onrecord.people.discourse import Field, Mention, gender_of, pronouns
from onrecord.people.filing import (
    as_the_article_has_them,
    file_organisations,
    file_people,
    find_outlets,
    find_quoted,
)
from onrecord.people.names import Name, find_names, fold, opens_sentence
from onrecord.people.persons import Person, choose, note_apposition, note_word
from onrecord.people.ranking import Place, Ranked, candidates, rank
from onrecord.people.sources import Part, is_people_word, read_source, without_neighbours
from onrecord.people.tables.nouns import DEMONYMS, FACELESS, HE_WORDS, PLACES, PLAIN, SHE_WORDS

_WORD = re.compile(r"[^\W_](?:[\w\u0300-\u036f]|[-'’](?=[^\W_]))*")
_SAID_BEFORE = 3000  # characters before "the source" in which "a source" is looked for
ANYWHERE = 1 << 60
_TAIL = 12  # mentions at the end of the body among which a line about the author is looked for
_WRITES = re.compile(
    r"\s+is\s+(?:(?:an?|the)\s+)?(?:[\w'’.-]{1,30}\s){0,4}(?:reporter|editor|editor-at-large|columnist|correspondent"
    r"|writer|author|contributor|blogger|journalist|fellow|professor|producer)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\s+(?:[a-z]{2,12}\s+)?(?:told|tells|asked|asks|called|calls|thanked|accused|said of)\s+", re.IGNORECASE
)
_CLEAR = 0.8  # the share of belief at which a pronoun is good evidence of what goes with the name
_LIKELY = 0.4  # a pronoun in between counts as a mention only where somebody has this share of belief


class Event(NamedTuple):
    """Something that mentions somebody, in order of place: a name, a pronoun, or a description in a source."""

    start: int
    end: int
    name: Name | None
    part: Part | None


# What training is told of each place that was resolved: the field, the place, every mention with its facts.
Trace: TypeAlias = list[tuple[str, Place, list[tuple[Mention, list[str]]]]]


class Scene:
    """All that resolution needs of one article; built once, read for every quotation."""

    def __init__(self, article: Article, quotations: Sequence[Quotation], trace: Trace | None = None) -> None:
        self._trace = trace
        texts = {name: text for name in _field_names(article) if (text := article.field_text(name)).strip()}
        names = as_the_article_has_them(texts, {field: find_names(text) for field, text in texts.items()})
        self.people = file_people(texts, names)
        self.organisations = file_organisations(texts, names)
        self.fields: dict[str, Field] = {}
        self.parts: dict[tuple[str, Span], list[Part]] = {}
        self.ranked: dict[tuple[str, int], list[Ranked]] = {}
        self._said: dict[tuple[str, int], Quotation] = {}  # by where the head of its source stands
        self._named: dict[str, list[tuple[int, int]]] = {}  # where somebody is named, and their number
        self._outlets = {field: find_outlets(texts[field], found) for field, found in names.items()}
        self._owned: set[tuple[str, int]] = set()  # where "his" of a source such as "his office" stands
        self._spoken: set[str] = set()  # last words of names that are sources somewhere
        self._inside = {
            name.words[-1]
            for field, found in names.items()
            for name in found
            if name.kind == "short" and not opens_sentence(texts[field], name.outer)
        }
        for field, found in names.items():
            self._learn_titles(field, found)
        by_field: dict[str, list[Quotation]] = {field: [] for field in texts}
        for quotation in quotations:
            if quotation.field in by_field:
                by_field[quotation.field].append(quotation)
        for field in sorted(texts, key=_body_first):
            self._walk(article, field, texts[field], names[field], by_field[field])

    def outlet_before(self, field: str, at: int) -> str | None:
        """The newspaper or broadcaster named last before a place, for "the newspaper"."""
        found = self._outlets.get(field, [])
        place = bisect_left(found, (at, "")) - 1
        return found[place][1] if place >= 0 else None

    def author_line(self) -> Person | None:
        """Who a last line such as "Ann Other is a reporter for The Example" says wrote the text."""
        body = self.fields.get("text")
        if body is None:
            return None
        for mention in body.mentions[-_TAIL:]:
            if mention.opens and _WRITES.match(body.text, mention.end, mention.end + 100):
                return mention.person
        return None

    def _learn_titles(self, field: str, names: list[Name]) -> None:
        """What the title of a bare name tells ("Ms. Quist"), and where somebody is named without doubt."""
        placed = self._named.setdefault(field, [])
        for name in names:
            if name.kind in ("person", "short"):
                found = self.people.candidates(name.words)
                if len(found) == 1:
                    placed.append((name.start, found[0].number))
                    if name.kind == "short":
                        for word in name.title:
                            note_word(found[0], word)

    def _rank(self, here: Field, place: Place) -> list[Ranked]:
        if self._trace is not None:
            self._trace.append((here.name, place, candidates(here, place)))
        return rank(here, place)

    def _own(self, here: Field, at: int) -> frozenset[int]:
        """Those named inside the very words whose source stands at a place; few speak of themselves by name."""
        quotation = self._said.get((here.name, at))
        if quotation is None:
            return frozenset()
        placed = self._named[here.name]
        return frozenset(
            number
            for start, end in quotation.content
            for _, number in placed[bisect_left(placed, (start, -1)) : bisect_left(placed, (end, -1))]
        )

    def _walk(
        self, article: Article, field: str, text: str, names: list[Name], quotations: list[Quotation]
    ) -> None:
        heads: set[int] = set()
        for quotation in quotations:
            for span in quotation.source:
                if (field, span) not in self.parts:
                    proper = without_neighbours(span, (*quotation.cue, *quotation.content))
                    self.parts[field, span] = read_source(text, *proper)
                for part in self.parts[field, span]:
                    if part.owner_pronoun and part.kind != "person":
                        self._owned.add((field, part.start))
                    else:
                        heads.add(part.start)
                    self._said[field, part.start] = quotation
                    if part.name is not None:
                        self._spoken.add(part.name.words[-1])
        here = Field(
            field,
            text,
            article.paragraphs if field == "text" else [(0, len(text))],
            quoted=find_quoted(article, field, text, quotations),
            contents=[span for quotation in quotations for span in quotation.content],
            heads=frozenset(heads),
        )
        self.fields[field] = here
        events = [
            Event(name.start, name.end, name, None) for name in names if name.kind in ("person", "short")
        ]
        events += [Event(start, end, None, None) for start, end in pronouns(text)]
        for quotation in quotations:
            for span in quotation.source:
                parts = self.parts[field, span]
                if (
                    len(parts) == 1
                    and (parts[0].kind == "person" or parts[0].owner_pronoun)
                    and parts[0].start in heads
                ):
                    heads.discard(parts[0].start)
                    events.append(Event(parts[0].start, parts[0].end, None, parts[0]))
        events.sort(key=_place)
        for event in events:
            if event.name is not None:
                self._name_event(here, event.name)
            elif event.part is not None:
                self._description_event(here, event.part)
            else:
                self._pronoun_event(here, event.start, event.end)

    def _name_event(self, here: Field, name: Name) -> None:
        found = self.people.candidates(name.words)
        if found:
            person = self._choose(here, name, found)
            if name.kind == "short" and not name.sure and not _may_be_name(here, name, person):
                return
        elif is_people_word(name.words[-1]) or not (
            name.words[-1] in self._inside or name.words[-1] in self._spoken
        ):
            return
        else:
            person = self.people.add_single(here.text, here.name, name)
            person.sure = person.sure or name.words[-1] in self._spoken
        if name.kind == "short":
            note_apposition(person, here.text, name.end)
            person.count += bool(found)
            person.sure = person.sure or name.sure
        mention = here.mention(
            name.start, name.end, person, outer=name.outer, possessive=name.possessive, pronoun=False
        )
        if mention.source:
            person.sure = True
        here.push(mention)

    def _choose(self, here: Field, name: Name, found: list[Person]) -> Person:
        """Which of some namesakes a bare name means: by what was said before, else by who is named most."""
        if len(found) == 1:
            return found[0]
        title = frozenset(name.title)
        place = Place(
            name.start,
            "name",
            gender="she" if title & SHE_WORDS else "he" if title & HE_WORDS else None,
            quoted=here.is_quoted(name.start),
            source=(here.name, name.start) in self._said,
            speaker=last_speaker(here, name.start),
            own=self._own(here, name.start),
            roles=title - HE_WORDS - SHE_WORDS,
            only=[person.number for person in found],
        )
        ranked = self._rank(here, place)
        self.ranked[here.name, name.start] = ranked
        return ranked[0].person if ranked else choose(found, name.title, body_place(here, name.start))[0]

    def _pronoun_event(self, here: Field, start: int, end: int) -> None:
        word = here.text[start:end].lower()
        quoted = here.is_quoted(start)
        probe = here.mention(
            start, end, _NOBODY, outer=start, possessive=word in ("his", "her"), pronoun=True
        )
        if quoted and not probe.source:
            return
        place = Place(
            start,
            "pronoun",
            gender=gender_of(word),
            quoted=quoted,
            source=probe.source,
            speaker=last_speaker(here, start),
            own=self._own(here, start),
            barred=self._addressed(here, end),
        )
        ranked = self._rank(here, place)
        if probe.source or (here.name, start) in self._owned:
            self.ranked[here.name, start] = ranked
        if not ranked or (ranked[0].score < _LIKELY and not probe.source):
            return
        person = ranked[0].person
        if (
            abs(person.he - person.she) < 0.6
        ):  # the article's own pronouns are evidence of what goes with the name
            step = 0.3 if ranked[0].score > _CLEAR else 0.1
            if gender_of(word) == "she":
                person.she += step
            else:
                person.he += step
        here.push(probe._replace(person=person))

    def _addressed(self, here: Field, end: int) -> Person | None:
        """Ann in "he told Ann": whoever is told is not who tells."""
        match = _TELLS.match(here.text, end, end + 40)
        if match is None:
            return None
        names = find_names(here.text, match.end(), match.end() + 60)
        if not names or names[0].outer != match.end():
            return None
        found = self.people.candidates(names[0].words)
        return found[0] if found else None

    def _description_event(self, here: Field, part: Part) -> None:
        words = frozenset(fold(word) for word in _WORD.findall(here.text[part.start : part.end])[:40])
        if part.owner is not None or part.owner_pronoun:
            words -= {fold(word) for word in (part.owner.words if part.owner else ())}
        ranked = self._described(here, part, words) if part.definite else []
        self.ranked[here.name, part.start] = ranked
        if ranked:
            person = ranked[0].person
        else:
            person = self.people.add_unnamed(
                here.text[part.start : part.end], here.name, (part.start, part.end), sorted(words & _SAID)
            )
            person.roles.update(words - PLAIN)
        here.push(
            here.mention(part.start, part.end, person, outer=part.start, possessive=False, pronoun=False)
        )

    def _described(self, here: Field, part: Part, words: frozenset[str]) -> list[Ranked]:
        """Who "the senator" is; nobody where the article never says, as with "the source"."""
        places = words & PLACES
        nobody = ["nobody"]
        owned = part.owner is not None or part.owner_pronoun != ""
        known_only = owned or part.head in FACELESS or _said_before(here, part)
        if part.head in _PARTISANS:
            nobody.append("partisan")
        if places:
            nobody.append("from a place")
        if len(words) > 3:
            nobody.append("many words")
        if not here.text[part.start : part.start + 3].lower().startswith("the"):
            nobody.append("no article")
        place = Place(
            part.start,
            "description",
            gender="she" if words & SHE_WORDS else "he" if words & HE_WORDS else None,
            source=True,
            speaker=last_speaker(here, part.start),
            own=self._own(here, part.start),
            head=part.head,
            roles=words - PLAIN - DEMONYMS,
            known_only=known_only,
            nobody=tuple(nobody),
        )
        return self._rank(here, place)


def body_place(here: Field, at: int) -> int:
    """A place as namesakes are weighed by: in the body itself; a headline or caption knows the whole body."""
    return at if here.name == "text" else ANYWHERE


_NOBODY = Person(-1, "", ("",), "text", (0, 0))
_PARTISANS = frozenset(["republican", "democrat", "conservative", "liberal", "independent"])
_SAID = HE_WORDS | SHE_WORDS


def last_speaker(here: Field, at: int) -> Person | None:
    """The last source before a place that is somebody, where they spoke in this paragraph or the one before."""
    paragraph = here.paragraph_of(at)
    for mention in here.before(at):
        if paragraph - mention.paragraph > 1:
            return None
        if mention.source:
            return mention.person
    return None


def _said_before(here: Field, part: Part) -> bool:
    """Whether "a designer" stands before "the designer": then it is they who speak, not somebody named."""
    if not part.head:
        return False
    pattern = re.compile(
        rf"\b(?:an?|one)\s(?:[\w.'’-]{{1,30}}\s){{0,4}}{re.escape(part.head[:40])}\b", re.IGNORECASE
    )
    return pattern.search(here.text, max(0, part.start - _SAID_BEFORE), part.start) is not None


def _may_be_name(here: Field, name: Name, person: Person) -> bool:
    """A word at a sentence's start that is also a given name or an everyday word is a name only with more to go on."""
    return not is_people_word(name.words[-1]) or name.words[-1] == person.last


def _field_names(article: Article) -> list[str]:
    return ["title", "deck", "text", *(f"captions.{number}" for number in range(len(article.captions)))]


def _body_first(field: str) -> tuple[bool, str]:
    return (field != "text", field)


def _place(event: Event) -> tuple[int, int]:
    return (event.start, event.end)


__all__ = ["Mention", "Scene", "last_speaker"]
