"""Speakers made from what is known of one part of a source: a name, an organisation, a description, its own words."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from onrecord.model import Evidence, Quotation, Span, Speaker, SpeakerKind
from onrecord.people.before import pair_before
from onrecord.people.discourse import Field
from onrecord.people.groups import COMPANIES, OUTLETS, groups_of
from onrecord.people.history import History
from onrecord.people.names import Name, find_names, fold
from onrecord.people.persons import Person, choose, clean
from onrecord.people.ranking import Ranked
from onrecord.people.scene import Scene, body_place
from onrecord.people.sources import Part, is_people_word
from onrecord.people.tables.nouns import DOCUMENTS, FACELESS, GROUPS, ORGANISATION, OUTLET_WORDS, OWN_WORDS

GENDERED = frozenset("he she his her hers him himself herself".split())
OTHERS = 4  # further candidates that an answer keeps
_SAYING = frozenset("said says say asked told added wrote replied tweeted according".split())
# Two people who were named before: "both", "the two", "the two senators", "the brothers".
_TWO = re.compile(
    r"(?:both|(?:both|the two|these two|the two of them)(?:\s[\w-]{2,20}){0,3}"
    r"|the\s(?:pair|duo|couple|brothers|sisters|men|women))",
    re.IGNORECASE,
)
_SPOKES = frozenset(["spokesman", "spokeswoman", "spokesperson"])
_SPOKESMEN = 60  # places where somebody is called a spokesman that are read
_FEW = 4  # the most speakers of one quotation that "the chairmen" after it may mean
_THE = re.compile(r"the\s+", re.IGNORECASE)
# Why somebody is not named is no part of what they are called.
_ANONYMITY = re.compile(
    r",?\swho,\slike\b.*$|,?\swho(?:,[^,]*,)?\s(?:spoke|speaks|declined|asked|requested|insisted|wished|(?:was|were|is|did)(?:\s?n.t|\snot))\b.*$"
)
_SHOWN = 400  # characters of an unnamed source's words that make its name


class Answer(NamedTuple):
    """What one part of a source comes to: a speaker, or the several of "they", and who else it may have been."""

    speaker: Speaker | None = None
    several: tuple[Speaker, ...] = ()
    others: tuple[Speaker, ...] = ()


def words_answer(scene: Scene, history: History, here: Field, part: Part) -> Answer:
    """A document, or words that name nobody: the fuller name that the article gave before, else the words."""
    span = (part.start, part.end)
    ranked = scene.ranked.get((here.name, part.start))
    mine = part.kind == "words" or part.head in OWN_WORDS
    if mine and part.owner_pronoun in GENDERED and ranked and not ranked[0].person.unnamed:  # "his demand"
        return from_ranked(here, ranked, span, "whose words")
    if part.kind == "document":
        apposed = None if part.owner else _apposed(here, part)
        if apposed is not None:
            return Answer(speaker_of(apposed, "document", 0.7, here, span, f"told of {apposed}"))
        full = _known_document(scene, history, here, part) if part.definite and part.owner is None else None
        if full is not None:
            return Answer(speaker_of(full, "document", 0.6, here, span, f"short for {full}"))
        return Answer(words_speaker(here, part, "document"))
    named = _together(history, here, part)
    if named is not None:
        return named
    if part.kind == "words" and part.owner is not None and not part.head.endswith("s"):  # "Orme's view"
        return name_answer(scene, here, part, part.owner)
    word = here.text[part.start : part.end]
    found = scene.people.candidates((fold(word),)) if part.kind == "words" and word.isalpha() else []
    if found:  # a family name that is also an everyday word
        return Answer(person_speaker(found[0], 0.9, here, span, f"last name of {found[0].name}"))
    return Answer(words_speaker(here, part, "unnamed"))


def _together(history: History, here: Field, part: Part) -> Answer | None:
    """Who "both" or "the two senators" are: the last two who spoke together or were named together."""
    span = (part.start, part.end)
    words = here.text[part.start : part.end]
    two = _TWO.fullmatch(words) is not None
    plain = part.kind == "people" and part.definite and part.owner is None and not part.owner_pronoun
    if not two and not (plain and part.head not in FACELESS and len(words.split()) < 4):
        return None
    for said in history.last(here.name, 6 if two else 3):
        if 1 < len(said) <= (2 if two else _FEW) and all(one.kind == "person" for one in said):
            return Answer(several=tuple(_once_more(one, here, span) for one in said))
    pair = pair_before(here, part.start, head="" if two else part.head)
    if pair is None:
        return _last_two(history, here, span) if two and " " not in words else None
    why = "the two named together last"
    return Answer(several=tuple(person_speaker(person, 0.6, here, span, why) for person in pair))


def _last_two(history: History, here: Field, span: Span) -> Answer | None:
    """The last two people who spoke, for a bare "both"."""
    spoke: dict[str | None, Speaker] = {}
    for said in history.last(here.name):
        if len(said) == 1 and said[0].kind == "person":
            spoke.setdefault(said[0].name, said[0])
    latest = list(spoke.values())[:2]
    if len(latest) < 2:
        return None
    return Answer(several=tuple(_once_more(one, here, span) for one in reversed(latest)))


def _once_more(speaker: Speaker, here: Field, span: Span) -> Speaker:
    evidence = (
        Evidence(span=span, why="those who spoke together last", field=here.name),
        *speaker.evidence[:1],
    )
    return Speaker(name=speaker.name, kind=speaker.kind, confidence=0.65, evidence=evidence)


def _spokesman(scene: Scene, here: Field, part: Part) -> Person | None:
    """Who "a spokesman for Orme" is, where the article names one spokesman of Orme's and no second."""
    source = here.text[part.start : part.end]
    if part.head not in _SPOKES or not source.lower().startswith(("a ", "an ")) or "," in source:
        return None
    of = {fold(word).removesuffix("'s") for word in source.split()[1:] if word[0].isupper()}
    if not of:
        return None
    kept = groups_of(here).spokesmen
    if part.head not in kept:
        kept[part.head] = _spokesmen(scene, here, part.head)
    found = {person.number: person for person, around in kept[part.head] if of & around}
    return next(iter(found.values())) if len(found) == 1 else None


def _spokesmen(scene: Scene, here: Field, head: str) -> list[tuple[Person, frozenset[str]]]:
    """Everyone whom a field calls a spokesman, with the words around it, which tell whose."""
    told = []
    for person in scene.people.all:
        if (
            not person.unnamed
            and head in person.roles
            and person.field == here.name
            and len(person.words) > 1
        ):
            start, end = person.span
            told.append((person, _folded(here.text[max(0, start - 100) : end + 100])))
    for match in islice(re.finditer(rf"\b{head}\s", here.text), _SPOKESMEN):
        names = find_names(here.text, match.end(), match.end() + 60)
        if names and names[0].outer == match.end():
            before = _folded(here.text[max(0, match.start() - 60) : match.start()])
            told += [(person, before) for person in scene.people.candidates(names[0].words)[:1]]
    return told[:_SPOKESMEN]


def _folded(text: str) -> frozenset[str]:
    return frozenset(fold(word).strip(".,").removesuffix("'s") for word in text.split())


def _apposed(here: Field, part: Part) -> str | None:
    """The name that "a website" of "The Example, a website that …" is told of."""
    if here.text[max(0, part.start - 2) : part.start].strip() != ",":
        return None
    return groups_of(here).apposed(part.start)


def _known_document(scene: Scene, history: History, here: Field, part: Part) -> str | None:
    """What "the newspaper" or "the column" is, where the article has said so before."""
    words = here.text[part.start : part.end].split()
    if part.head in OUTLETS and len(words) < 5 and " ".join(words[1:]).islower():
        outlet = scene.outlet_before(here.name, part.start)
        if outlet is not None:
            last = outlet.split()[-1]
            return last if last.isupper() and not outlet.isupper() and len(last) > 2 else outlet
    if len(words) < 5:
        full = groups_of(here).fullest(" ".join(words), part.head, part.start)
        if full is not None:
            return full
    made = groups_of(here).made_by(part.head, part.start) if len(words) == 2 else None
    if made is not None:
        return made
    if len(words) != 2:
        return None
    for said in history.last(here.name):
        name = said[-1].name or ""
        if said[-1].kind == "document" and name.lower().endswith(" " + part.head):
            return name
    return None


def name_answer(scene: Scene, here: Field, part: Part, name: Name) -> Answer:
    """Whom a name means: the person of that full, family or given name, with the namesakes it could mean too."""
    found = scene.people.candidates(name.words)
    if part.family and not found:  # "Orme and Ann Pell", where Orme is somebody's family name
        found = [person for person in scene.people.candidates(name.words[:1]) if person.last == name.words[0]]
    if not found and len(name.words) > 1:  # a source cut a little wide, or a title that no table knows
        found = [
            person
            for person in scene.people.candidates(name.words[-1:])
            if set(person.words) & set(name.words[:-1])
        ]
    span = (part.start, part.end)
    if not found:
        if name.kind == "short" and not part.family and is_people_word(name.words[-1]):
            return Answer(words_speaker(here, part, "unnamed"))
        kind: SpeakerKind = "group" if part.definite and name.kind == "short" else "person"
        if part.family:
            return Answer(
                speaker_of(
                    f"{clean(here.text[name.start : name.end])} {part.family}", kind, 0.8, here, span, "name"
                )
            )
        shown = clean(here.text[name.start : name.end])
        full = groups_of(here).with_tail(shown) if kind == "group" else None  # "the Guild of Bakers"
        return Answer(speaker_of(full or shown, kind, 0.6, here, span, "name"))
    ranked = scene.ranked.get((here.name, name.start), []) if len(found) > 1 else []
    if ranked:
        person, sure = ranked[0].person, min(ranked[0].score, 0.95)
    else:
        person, sure = choose(found, name.title, body_place(here, name.start))
    others = tuple(
        person_speaker(entry, 0.3, here, span, "same name") for entry in found if entry is not person
    )
    if part.definite and name.kind == "short" and len(person.words) == 1 and not name.title:
        full = groups_of(here).with_tail(person.name)
        return Answer(speaker_of(full or person.name, "group", 0.6, here, span, "name"))
    if len(name.words) == len(person.words) > 1:
        return Answer(person_speaker(person, 0.97, here, span, "full name"))
    why = f"last name of {person.name}" if name.words[-1] == person.last else f"given name of {person.name}"
    if len(person.words) == 1:
        why, sure = "name", min(sure, 0.7)
    return Answer(person_speaker(person, sure, here, span, why), others=others[:OTHERS])


def person_speaker(person: Person, confidence: float, here: Field, span: Span, why: str) -> Speaker:
    """A speaker who is one of the article's people, with where the fullest name stands as evidence."""
    kind: SpeakerKind = "unnamed" if person.unnamed else "group" if person.place else "person"
    evidence = [Evidence(span=span, why=why, field=here.name)]
    if person.span != span or person.field != here.name:
        evidence.append(
            Evidence(span=person.span, why="words" if person.unnamed else "full name", field=person.field)
        )
    return Speaker(name=person.name, kind=kind, confidence=round(confidence, 2), evidence=tuple(evidence))


def speaker_of(name: str, kind: SpeakerKind, confidence: float, here: Field, span: Span, why: str) -> Speaker:
    """A speaker under a name that is given outright."""
    evidence = (Evidence(span=span, why=why, field=here.name),)
    return Speaker(name=name, kind=kind, confidence=round(confidence, 2), evidence=evidence)


def words_speaker(here: Field, part: Part, kind: SpeakerKind) -> Speaker | None:
    """A speaker named by the source's own words; None where these say nothing ("said")."""
    words = _ANONYMITY.sub("", clean(here.text[part.start : part.end])[:_SHOWN])
    if words.lower() in _SAYING or not any(char.isalnum() for char in words):
        return None
    span = (part.start, part.end)
    if kind == "unnamed" and words.lower() == words.upper() and any(char.isalpha() for char in words):
        return speaker_of(words, "person", 0.55, here, span, "name")  # a script without capitals
    words = _THE.sub("", words, count=1) if _THE.match(words) else words
    return speaker_of(words, kind, 0.8, here, span, "its words")


def organisation_speaker(scene: Scene, here: Field, part: Part, name: Name) -> Speaker:
    """An organisation under its fullest name; an outlet speaks as a document."""
    shown = clean(here.text[name.start : name.end])
    full, why = _fullest(scene.organisations, shown)
    if full == shown:
        full, why = _filled_up(here, shown)
    last = full.lower().split()[-1]
    kind: SpeakerKind = "document" if last in OUTLET_WORDS or last in DOCUMENTS else "group"
    return speaker_of(full, kind, 0.85, here, (part.start, part.end), why)


def _filled_up(here: Field, shown: str) -> tuple[str, str]:
    """An acronym spelt out, or "Lowfield Board" as "Lowfield Board of Trade", where the text has it so."""
    groups = groups_of(here)
    acronym = shown.replace(".", "")
    if acronym.isupper() and 2 <= len(acronym) <= 6:
        full = groups.spelt_out(shown)
    else:
        full = groups.with_tail(shown) if shown.split()[-1].lower() in GROUPS else None
    return (full, f"short for {full}") if full else (shown, "name")


def _fullest(organisations: Sequence[str], shown: str) -> tuple[str, str]:
    """The fullest name that an article gives an organisation: an acronym spelt out, a short form filled up."""
    acronym = shown.replace(".", "")
    if acronym.isupper() and 2 <= len(acronym) <= 6:
        for name in organisations:
            if "".join(word[0] for word in name.split()).upper() == acronym and acronym not in name.split():
                return name, f"short for {name}"
    elif shown.lower() in ORGANISATION:
        if f"{shown} Department" in organisations:  # "State has also told lawmakers"
            return f"{shown} Department", f"short for {shown} Department"
        for name in organisations:
            if name.endswith(" " + shown) and len(name) <= 60:
                return name, f"short for {name}"
    return shown, "name"


def ranked_for(scene: Scene, history: History, quotation: Quotation, here: Field, part: Part) -> list[Ranked]:
    """Whom a pronoun or a description may mean; nobody speaks of themselves so in their own marked words."""
    ranked = scene.ranked.get((here.name, part.start), [])
    holders = {speaker.name for speaker in history.holder(quotation)}
    return [entry for entry in ranked if entry.person.name not in holders] if holders else ranked


def group_answer(scene: Scene, here: Field, part: Part) -> Speaker | None:
    """A campaign, a team, an office: under the name that ends in that word where the article has one."""
    span = (part.start, part.end)
    ranked = scene.ranked.get((here.name, part.start))
    if part.owner_pronoun in GENDERED and ranked and not ranked[0].person.unnamed:
        owned = clean(here.text[part.start : part.end]).split(" ", 1)[-1]
        return speaker_of(
            f"{ranked[0].person.name}’s {owned}", "group", 0.6, here, span, f"of {ranked[0].person.name}"
        )
    apposed = None if part.owner else _apposed(here, part)
    if apposed is not None:
        return speaker_of(apposed, "group", 0.7, here, span, f"told of {apposed}")
    source = here.text[part.start : part.end]
    if part.definite and part.owner is None and not part.owner_pronoun and len(source.split()) < 5:
        full = groups_of(here).fullest(source, part.head, part.start)
        if full is None and part.head in COMPANIES:
            full = groups_of(here).company_before(part.start)
        elif full is None and len(source.split()) == 2:
            full = groups_of(here).body_before(part.head, part.start)
        if full is not None:
            return speaker_of(full, "group", 0.7, here, span, f"short for {full}")
    if (
        part.owner is not None and part.start < part.owner.start
    ):  # "Ohio Sen. Orme's campaign" is Orme's campaign
        part = part._replace(start=part.owner.start)
    return words_speaker(here, part, "group")


def description_answer(
    scene: Scene, history: History, quotation: Quotation, here: Field, part: Part
) -> Answer:
    """Who "the senator" is, where the article says; else the description is the name of someone unnamed."""
    span = (part.start, part.end)
    named = _together(history, here, part)
    if named is not None:
        return named
    speaks = _spokesman(scene, here, part)
    if speaks is not None:
        return Answer(person_speaker(speaks, 0.6, here, span, "the one spokesman whom the article names"))
    ranked = ranked_for(scene, history, quotation, here, part)
    meant = scene.ranked.get((here.name, part.start), ranked)[:1]
    if not ranked or ranked[0].person.unnamed or ranked[:1] != meant:
        return Answer(words_speaker(here, part, "unnamed"))
    return from_ranked(here, ranked, span, "description")


def from_ranked(here: Field, ranked: Sequence[Ranked], span: Span, what: str) -> Answer:
    """The likeliest of the ranked people; how sure grows with its lead over the second."""
    first = ranked[0]
    confidence = min(first.score, 0.95)
    nearest = first.mention
    why = f"{what}: {'nearest ' if len(ranked) == 1 else 'likeliest '}earlier mention"
    evidence = (
        Evidence(span=span, why=why, field=here.name),
        Evidence(span=(nearest.start, nearest.end), why="antecedent", field=here.name),
    )
    speaker = person_speaker(first.person, confidence, here, span, why)
    speaker = Speaker(name=speaker.name, kind=speaker.kind, confidence=speaker.confidence, evidence=evidence)
    others = tuple(person_speaker(entry.person, 0.3, here, span, what) for entry in ranked[1 : 1 + OTHERS])
    return Answer(speaker, others=others)
