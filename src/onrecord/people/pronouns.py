"""What the pronouns that stand as sources come to: he, she, I, we, who, which, it, they."""

import re

from ..model import Evidence, Quotation, Span, Speaker
from .answers import (
    GENDERED,
    OTHERS,
    Answer,
    from_ranked,
    name_answer,
    organisation_speaker,
    person_speaker,
    ranked_for,
    speaker_of,
)
from .discourse import Field
from .history import History
from .names import find_names
from .persons import clean
from .scene import Scene
from .sources import Part

_FIRST = frozenset("i me my mine myself we us our ours".split())
_MANY = frozenset("we us our ours".split())
_THINGS = frozenset("it which that this its itself".split())
_PHRASE_BEFORE = re.compile(
    r"(?:\b(?:an?|the|this|that|its|his|her|their)\s+)?"
    r"((?:[\w'’.-]{1,40}[ \xa0]){0,4}[\w'’-]{1,40}),?\s*$",
    re.IGNORECASE,
)
_BACK = 200  # characters before "which" in which its noun is looked for


def pronoun_answer(scene: Scene, history: History, quotation: Quotation, here: Field, part: Part) -> Answer:
    """Whom a pronoun that stands as a source means."""
    span = (part.start, part.end)
    if part.head in GENDERED:
        ranked = ranked_for(scene, history, quotation, here, part)
        return from_ranked(here, ranked, span, "pronoun") if ranked else Answer()
    if part.head in _FIRST:
        return _first_person(scene, history, quotation, here, span, plural=part.head in _MANY)
    if part.head in ("who", "whom", "whoever"):
        return _relative(scene, here, span)
    if part.head in _THINGS:
        return _thing(scene, history, here, part)
    return _they(scene, history, here, span)


def _first_person(
    scene: Scene, history: History, quotation: Quotation, here: Field, span: Span, *, plural: bool
) -> Answer:
    """ "I" is whoever's words it stands in, else the article's author where there is one."""
    holder = history.around(quotation, span[0])
    if holder:
        evidence = (Evidence(span=span, why="first person in their own words", field=here.name),)
        told = tuple(
            Speaker(name=one.name, kind=one.kind, confidence=0.8, evidence=evidence + one.evidence)
            for one in holder
        )
        return Answer(several=told)
    authors = tuple(
        speaker_of(name, "person", 0.7, here, span, "first person: the author") for name in history.authors
    )
    if len(authors) == 1 or (plural and authors):
        return Answer(several=authors)
    writer = scene.author_line() if not authors else None
    if writer is not None:
        return Answer(person_speaker(writer, 0.7, here, span, "first person: the line about the author"))
    return Answer(others=authors)


def _relative(scene: Scene, here: Field, span: Span) -> Answer:
    """ "who": the person named last before it in the sentence."""
    opening = here.sentence_start(span[0])
    named = here.within(opening, span[0])
    if named:
        mention = named[-1]
        near = span[0] - mention.end <= 80
        return Answer(
            person_speaker(mention.person, 0.85 if near else 0.6, here, span, f"who: {mention.person.name}")
        )
    match = _PHRASE_BEFORE.search(here.text, max(opening, span[0] - _BACK), span[0])
    if match:
        return Answer(
            speaker_of(clean(match.group(1)), "unnamed", 0.6, here, match.span(1), "who: the words before")
        )
    return Answer()


def _thing(scene: Scene, history: History, here: Field, part: Part) -> Answer:
    """ "which", "it": the words right before, or the last document or group that spoke."""
    span = (part.start, part.end)
    if part.head in ("which", "that"):
        opening = here.sentence_start(part.start)
        start = max(opening, part.start - _BACK)
        names = find_names(here.text, start, part.start)
        if names and part.start - names[-1].end <= 3:
            if names[-1].kind in ("organisation", "place"):
                return Answer(organisation_speaker(scene, here, part, names[-1]))
            return name_answer(scene, here, part, names[-1])
        match = _PHRASE_BEFORE.search(here.text, start, part.start)
        if match:
            return Answer(
                speaker_of(
                    clean(match.group(1)), "document", 0.6, here, match.span(1), "which: the words before"
                )
            )
    for said in history.last(here.name):
        if said[-1].kind in ("document", "group"):
            return Answer(_again(said[-1], here, span))
    return Answer()


def _they(scene: Scene, history: History, here: Field, span: Span) -> Answer:
    """ "they": the last speakers that were several, a group or people unnamed."""
    for said in history.last(here.name):
        if len(said) > 1:
            return Answer(several=tuple(_again(one, here, span) for one in said))
        if said[0].kind in ("group", "unnamed"):
            return Answer(_again(said[0], here, span))
    earlier = [said[0] for said in history.last(here.name)]
    return Answer(others=tuple(_again(one, here, span) for one in earlier[:OTHERS]))


def _again(speaker: Speaker, here: Field, span: Span) -> Speaker:
    evidence = (
        Evidence(span=span, why="pronoun: nearest earlier speaker", field=here.name),
        *speaker.evidence[:1],
    )
    return Speaker(name=speaker.name, kind=speaker.kind, confidence=0.55, evidence=evidence)
