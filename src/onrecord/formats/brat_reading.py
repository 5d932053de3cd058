"""Reads brat standoff: marked words (T lines), tied by events (E lines) or relations (R lines).

The form: https://brat.nlplab.org/standoff.html. An attribution is an event with the roles Source, Cue and Content
(the trigger may be one of them, as in PolNeAR), or, where a file has no such event, marked words of these types that
relations tie together.
"""

import re
from collections import Counter

from onrecord.errors import UnreadableInput
from onrecord.formats.annotated import AnnotatedText, Attribution, checked_span, role_of
from onrecord.formats.standoff import Role
from onrecord.formats.tied import Stretch, Tie, attributions_of, nests
from onrecord.model import Span, Speaker, SpeakerKind

_PLACE = r"\d{1,15} \d{1,15}"
_MARKED = re.compile(rf"(T\S*)\t(\S+) ({_PLACE}(?:;{_PLACE})*)(?:\t(.*))?")
_EVENT = re.compile(r"(E\S*)\t(.+)")
_RELATION = re.compile(r"R\S*\t(\S+) +\S+:(\S+) +\S+:(\S+)\s*")
_NOTE = re.compile(r"#\S*\t\S+ (\S+)\tspeaker: (.*?)(?: \| id: .*)?")
_SPEAKER = re.compile(r"(.*) \((person|group|document|unnamed)\)")
_PASSED_OVER = "AMN#*"  # attributes, normalisations, notes, equivalences


def read_brat(standoff: str, text: str, name: str, left_out: Counter[str]) -> AnnotatedText:
    """The attributions of one .ann over its .txt; raises `UnreadableInput`, which names the line, for a bad one.

    Speakers are read from the notes that onrecord writes. What is marked as something else goes to `left_out`.
    """
    marked: dict[str, tuple[str, tuple[Span, ...]]] = {}
    events: list[tuple[int, str, list[tuple[str, str]]]] = []
    relations: list[Tie] = []
    speakers: dict[str, tuple[Speaker, ...]] = {}
    for number, line in enumerate(standoff.split("\n"), start=1):
        line = line.rstrip("\r")
        if found := _MARKED.fullmatch(line):
            if found[1] in marked:
                raise UnreadableInput(
                    f"line {number} marks {found[1]}, which an earlier line does: give it another id."
                )
            marked[found[1]] = found[2], _spans(text, found[3], found[4], number)
        elif found := _EVENT.fullmatch(line):
            events.append((number, found[1], [_split(argument, number) for argument in found[2].split()]))
        elif found := _RELATION.fullmatch(line):
            relations.append(Tie(first=found[2], second=found[3], nests=nests(found[1])))
        elif found := _NOTE.fullmatch(line):
            speakers[found[1]] = tuple(_speaker(words) for words in found[2].split("; "))
        elif line.strip() and line[0] not in _PASSED_OVER:
            raise UnreadableInput(
                f"line {number} is no line of brat standoff: expected as “T1<tab>Source 0 6<tab>words”."
            )
    roles = {id: role for id, (label, _) in marked.items() if (role := role_of(label))}
    told = [(number, id, _roles(arguments)) for number, id, arguments in events]
    told = [(number, id, arguments) for number, id, arguments in told if arguments]
    if not told:
        for id, (label, _) in marked.items():
            if id not in roles:
                left_out[f"marks of the type {label}"] += 1
        stretches = [Stretch(id=id, role=role, spans=marked[id][1]) for id, role in roles.items()]
        found_ones, linked = attributions_of(stretches, relations)
        return AnnotatedText(id=name, text=text, attributions=found_ones, linked=linked)
    inner = {tie.first for tie in relations if tie.nests}
    found_ones = tuple(
        _attribution(number, arguments, marked, inner, speakers.get(id, ())) for number, id, arguments in told
    )
    return AnnotatedText(id=name, text=text, attributions=found_ones)


def _attribution(
    number: int,
    arguments: list[tuple[Role, str]],
    marked: dict[str, tuple[str, tuple[Span, ...]]],
    inner: set[str],
    speakers: tuple[Speaker, ...],
) -> Attribution:
    spans: dict[Role, tuple[Span, ...]] = {}
    for role, id in arguments:
        if id not in marked:
            raise UnreadableInput(f"line {number} names {id}, which no line marks.")
        spans[role] = spans.get(role, ()) + marked[id][1]
    nested = any(role == "content" and id in inner for role, id in arguments)
    return Attribution(**spans, speakers=speakers, nested=nested)


def _roles(arguments: list[tuple[str, str]]) -> list[tuple[Role, str]]:
    """The arguments that are marked words in one of the three roles; an event as an argument is passed over."""
    return [(role, id) for name, id in arguments if (role := role_of(name)) and id.startswith("T")]


def _spans(text: str, places: str, words: str | None, number: int) -> tuple[Span, ...]:
    spans = tuple((int(start), int(end)) for start, end in (place.split() for place in places.split(";")))
    try:
        for start, end in spans:
            # The words of a mark in several places are those of each, a space between.
            checked_span(text, start, end, words if len(spans) == 1 else None)
        if words is not None and _solid(words) != "".join(_solid(text[start:end]) for start, end in spans):
            raise UnreadableInput(f"it marks “{words}”, which are not the words at {places}.")
    except UnreadableInput as error:
        raise UnreadableInput(f"line {number}: {error}") from error
    return spans


def _solid(words: str) -> str:
    return "".join(words.split())


def _split(argument: str, number: int) -> tuple[str, str]:
    name, colon, id = argument.rpartition(":")
    if not colon:
        raise UnreadableInput(f"line {number} has {argument!r} for an argument: expected as “Source:T1”.")
    return name, id


def _speaker(words: str) -> Speaker:
    found = _SPEAKER.fullmatch(words)
    if found is None:
        return Speaker(name=words, kind="person")
    kind: SpeakerKind = found[2]  # type: ignore[assignment]  # the pattern allows no other
    return Speaker(name=None if found[1] == "?" else found[1], kind=kind)
