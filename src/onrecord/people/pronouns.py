"""What the pronouns that stand as sources come to: he, she, I, we, who, which, it, they."""

import re
from collections.abc import Sequence

from onrecord.model import Evidence, Quotation, Span, Speaker, SpeakerKind
from onrecord.people.answers import (
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
from onrecord.people.before import Phrase, called_so, document_before, many_before, phrase_before, words_of
from onrecord.people.discourse import Field, Mention
from onrecord.people.groups import groups_of
from onrecord.people.history import History
from onrecord.people.names import find_names, fold
from onrecord.people.persons import Person, clean
from onrecord.people.ranking import Place, rank
from onrecord.people.scene import Scene, last_speaker
from onrecord.people.sources import Part, is_people_word
from onrecord.people.tables.nouns import GROUPS

_READS = re.compile(r"\b(?:reads?|states?|stated|added|adds|continued|continues|concluded|concludes)\b")
_SUBJECT = re.compile(r"\W{0,3}[Tt]he\s([a-z]{3,20})\s[a-z]")
_ONE = re.compile(r"(?:an?|one|no|another|each|every|no one)\b", re.IGNORECASE)
_FIRST = frozenset("i me my mine myself we us our ours".split())
_MANY = frozenset("we us our ours".split())
_THINGS = frozenset("it which that this its itself".split())
# What may stand between a name and its "who": a comma, a party in brackets, an age.
_ASIDE_END = re.compile(
    r"(?:\s\([^()]{1,30}\)|,\s\d{1,3}|\s(?:of|from)\s(?:the\s)?[A-Z][\w.'’-]{1,30}(?:\s(?:of|for|the|and|[A-Z][\w.'’-]{1,30})){0,5})?"
    r",?\s*[—–(-]?\s*"
)
_ASIDE_START = re.compile(r"(?:\s\([^()]{1,30}\)|,\s\d{1,3})?,\s+(?:(?:an?|the)\s[^,.;:“”\"]{3,80}\sand\s)?")
_TOLD = re.compile(
    r"(?:\s\([^()]{1,30}\)|,\s\d{1,3})?,\s(?:an?|the|his|her|their)\s[^,.;:“”\"]{3,90}\s(?:of|for|to|at|with|from|in)\s[^,.;:“”\"]{0,60}"
)
_PASSIVE = re.compile(
    r"(?:(?:also|then|now|later|often)\s)?(?:was|were|is|are|be|been|being|according)\b", re.I
)
_SUBJECTLESS = (
    0.7  # how far the likeliest is believed where no word stands for the speaker (2 of 3 right on train)
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
        return _thing(scene, history, quotation, here, part)
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
    line = history.writer() if not authors else None
    if line is not None:
        return Answer(speaker_of(line, "person", 0.65, here, span, "first person: a line about the author"))
    return Answer(others=authors)


def _relative(scene: Scene, here: Field, span: Span) -> Answer:
    """ "who": the person or the noun phrase right before it."""
    opening = here.sentence_start(span[0])
    named = here.within(opening, span[0])
    if named:
        mention = named[-1]
        if _ASIDE_END.fullmatch(here.text, mention.end, span[0]):
            outer = _told_of(here, named)
            person = outer if outer is not None else mention.person
            return Answer(person_speaker(person, 0.85, here, span, f"who: {person.name}"))
    phrase = phrase_before(here, span[0], innermost=True)
    if phrase is not None and not (named and _is_aside(here, named[-1], phrase)):
        words = [fold(word) for word in here.text[phrase.start : phrase.end].split()]
        called = called_so(here.before(span[0]), words, phrase.head) if phrase.definite else None
        if called is not None:
            return Answer(person_speaker(called, 0.7, here, span, f"who: {called.name}"))
        right_before = not phrase.plain and span[0] - phrase.end <= 1  # "a sailor who", whatever the noun
        if right_before or is_people_word(phrase.head) or phrase.head in GROUPS or not named:
            where = (phrase.start, phrase.end)
            return Answer(
                speaker_of(words_of(here, phrase), "unnamed", 0.6, here, where, "who: the words before")
            )
    if named:
        near = span[0] - named[-1].end <= 80
        person = named[-1].person
        return Answer(person_speaker(person, 0.85 if near else 0.6, here, span, f"who: {person.name}"))
    return Answer()


def _told_of(here: Field, named: Sequence[Mention]) -> Person | None:
    """Ann in "Ann Other, the head of the Carl Orme Fund, who": what stands between the commas tells of her."""
    for mention in reversed(named[:-1]):
        between = here.text[mention.end : named[-1].start]
        if _TOLD.fullmatch(between):
            return mention.person
    return None


def _is_aside(here: Field, mention: Mention, phrase: Phrase) -> bool:
    """Whether a noun phrase only tells of the name before it: "Ann Other, a farmer, who"."""
    return _ASIDE_START.fullmatch(here.text, mention.end, phrase.start) is not None


def _thing(scene: Scene, history: History, quotation: Quotation, here: Field, part: Part) -> Answer:
    """ "which": the words right before; "it": the last document or group that was spoken of or spoke."""
    span = (part.start, part.end)
    if part.head in ("which", "that"):
        start = max(here.sentence_start(part.start), part.start - _BACK)
        names = find_names(here.text, start, part.start)
        if names and part.start - names[-1].end <= 3:
            first = names[-2] if len(names) > 1 else None
            if first is not None and here.text[first.end : names[-1].outer] in (" of ", " for ", " of the "):
                whole = clean(here.text[first.outer : names[-1].end])  # "the Guild of Bakers, which"
                return Answer(speaker_of(whole, "group", 0.7, here, span, "which: the name before"))
            if names[-1].kind in ("organisation", "place"):
                return Answer(organisation_speaker(scene, here, part, names[-1]))
            return name_answer(scene, here, part, names[-1])
        phrase = phrase_before(here, part.start)
        if phrase is not None:
            where = (phrase.start, phrase.end)
            full = groups_of(here).apposed(phrase.start, any_kind=True)
            kind: SpeakerKind = "group" if phrase.head in GROUPS else "document"
            shown = full or words_of(here, phrase)
            return Answer(speaker_of(shown, kind, 0.6, here, where, "which: the words before"))
    cues = [*quotation.cue, (part.end, part.end + 12)]
    if any(_READS.search(here.text[start:end]) for start, end in cues):
        document = document_before(here, part.start)
        if document is not None:
            where = (document.start, document.end)
            return Answer(
                speaker_of(words_of(here, document), "document", 0.6, here, where, "it: the last document")
            )
    subject = _SUBJECT.match(here.text, here.sentence_start(part.start), part.start)
    if subject is not None and subject.group(1) in GROUPS:
        groups = groups_of(here)
        full = groups.fullest(subject.group(1), subject.group(1), subject.start()) or groups.body_before(
            subject.group(1), subject.start()
        )
        if full is not None:
            return Answer(speaker_of(full, "group", 0.65, here, subject.span(1), f"it: short for {full}"))
    for said in history.last(here.name):
        if said[-1].kind in ("document", "group"):
            return Answer(_again(said[-1], here, span))
    return Answer()


def _they(scene: Scene, history: History, here: Field, span: Span) -> Answer:
    """ "they": the people of whom a sentence was before, else the last speakers that were several or a group."""
    told = many_before(here, span[0])
    single: Speaker | None = None
    for said in history.last(here.name):
        place = said[0].evidence[0].span[0] if said[0].evidence else 0
        if told is not None and here.sentence_of(place) <= here.sentence_of(told.start):
            break
        if len(said) > 1:
            return Answer(several=tuple(_again(one, here, span) for one in said))
        if said[0].kind == "group" or (said[0].kind == "unnamed" and not _ONE.match(said[0].name or "")):
            return Answer(_again(said[0], here, span))
        if said[0].kind == "unnamed" and single is None:
            single = said[0]
    if told is not None:
        where = (told.start, told.end)
        return Answer(speaker_of(words_of(here, told), "unnamed", 0.6, here, where, "they: told of before"))
    if single is not None:
        return Answer(_again(single, here, span))
    earlier = [said[0] for said in history.last(here.name)]
    return Answer(others=tuple(_again(one, here, span) for one in earlier[:OTHERS]))


def _again(speaker: Speaker, here: Field, span: Span) -> Speaker:
    evidence = (
        Evidence(span=span, why="pronoun: nearest earlier speaker", field=here.name),
        *speaker.evidence[:1],
    )
    return Speaker(name=speaker.name, kind=speaker.kind, confidence=0.55, evidence=evidence)


def unnamed_subject(scene: Scene, here: Field, quotation: Quotation) -> Answer:
    """Who says marked words by a cue that has no subject beside it: "in explaining why it is “late,” Quist ..." """
    if not quotation.marks or not quotation.cue:
        return Answer()
    at, end = quotation.cue[0]
    if _PASSIVE.match(here.text, at, end):
        return Answer()
    ranked = rank(here, Place(at, "pronoun", source=True, speaker=last_speaker(here, at)))
    ranked = [entry._replace(score=entry.score * _SUBJECTLESS) for entry in ranked]
    return from_ranked(here, ranked, (at, end), "no subject at the cue") if ranked else Answer()
