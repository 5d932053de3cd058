"""The loop over an article's quotations: each source's parts become speakers, in the order of the text."""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.model import Article, Quotation, Speaker
from onrecord.people.answers import (
    Answer,
    description_answer,
    group_answer,
    name_answer,
    organisation_speaker,
    words_answer,
)
from onrecord.people.history import History
from onrecord.people.interview import Interview
from onrecord.people.pronouns import pronoun_answer, unnamed_subject
from onrecord.people.scene import Scene
from onrecord.people.sources import Part
from onrecord.people.tables.nouns import OWN_WORDS
from onrecord.quotes.turns import BY as TURNS

SURE = 0.42  # below this confidence a speaker is only a candidate: on train, fewer than half of those below were right
KEPT = 5  # candidates that are told of where none is sure


def resolve(article: Article, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The same quotations with who said each: `speakers`, or `candidates` where none is sure.

    Only this article's words are used. A name is the fullest that the article gives; of an unnamed source or a
    document, its words. Order is kept; time grows with the length of the text, not with its square.
    """
    if not quotations:
        return ()
    scene = Scene(article, quotations)
    history = History(article, quotations)
    interview = Interview(article, scene, quotations)
    done: list[Quotation] = list(quotations)
    for place in sorted(range(len(quotations)), key=lambda at: _reading_place(quotations[at])):
        quotation = quotations[place]
        if quotation.field not in scene.fields:
            continue
        here = scene.fields[quotation.field]
        if not quotation.source:
            answers = [unnamed_subject(scene, here, quotation)]
        elif quotation.by == TURNS:
            answers = [interview.answer(here, quotation.source[0])]
        else:
            you = interview.addressed(quotation, here)
            answers = [you] if you is not None else _answers(scene, history, quotation)
        resolved = _settle(quotation, answers)
        history.note(resolved)
        done[place] = resolved
    return tuple(done)


def _answers(scene: Scene, history: History, quotation: Quotation) -> list[Answer]:
    """What each part of a source comes to; of a source in several pieces, the first that names somebody tells."""
    best: list[Answer] = []
    for span in quotation.source:
        parts = scene.parts.get((quotation.field, span), [])
        answers = [_answer(scene, history, quotation, part) for part in parts]
        if answers and all(found.speaker is not None and found.speaker.kind == "person" for found in answers):
            return answers
        best = best or answers
    return best


def _answer(scene: Scene, history: History, quotation: Quotation, part: Part) -> Answer:
    """Who one part of a source is."""
    here = scene.fields[quotation.field]
    if part.kind == "pronoun":
        return pronoun_answer(scene, history, quotation, here, part)
    if part.kind == "name" and part.name is not None:
        return name_answer(scene, here, part, part.name)
    if part.kind == "organisation" and part.name is not None and not part.definite:
        named = scene.people.candidates(part.name.words)
        if any(len(person.words) > 1 and person.last == part.name.words[-1] for person in named):
            return name_answer(scene, here, part, part.name)  # "Cuban" where Mark Cuban is named
    if part.kind == "organisation" and part.name is not None:
        return Answer(organisation_speaker(scene, here, part, part.name))
    if part.kind == "person":
        return description_answer(scene, history, quotation, here, part)
    if part.kind == "document" and part.head in OWN_WORDS and part.owner is not None:
        return name_answer(scene, here, part, part.owner)
    if part.kind == "group":
        return Answer(group_answer(scene, here, part))
    return words_answer(scene, history, here, part)


def _settle(quotation: Quotation, answers: Sequence[Answer]) -> Quotation:
    """Speakers where every part of the source is sure, else all that were thought of as candidates."""
    speakers: list[Speaker] = []
    candidates: list[Speaker] = []
    sure = any(found.speaker is not None or found.several for found in answers)
    for found in answers:
        members = found.several or ((found.speaker,) if found.speaker is not None else ())
        if not members or min(member.confidence for member in members) < SURE:
            sure = False
        speakers += members
        candidates += found.others
    if sure:
        return replace(quotation, speakers=_distinct(speakers), candidates=())
    return replace(quotation, speakers=(), candidates=_distinct([*speakers, *candidates])[:KEPT])


def _distinct(speakers: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """Each speaker once, in order."""
    kept: dict[tuple[str | None, str], Speaker] = {}
    for speaker in speakers:
        kept.setdefault((speaker.name, speaker.kind), speaker)
    return tuple(kept.values())


def _reading_place(quotation: Quotation) -> tuple[bool, str, bool, int]:
    """The body comes first, whoever speaks before those whom they quote; then by where the source stands."""
    spans = quotation.source or quotation.content
    nested = quotation.parent is not None
    return (quotation.field != "text", quotation.field, nested, spans[0][0] if spans else 0)
