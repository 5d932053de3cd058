"""Families: all printings of one utterance, whole or in part, edited or mistyped, across articles.

Printings are folded to their words (`wordings`), pairs worth comparing are found (`candidates`) and compared
(`pairs`), common phrases are set aside (`phrases`), and what is left is joined, the surest first (`clusters`).
The result depends on the printings alone: not on their order, nor on how many there are.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

import numpy as np

from onrecord.trace.candidates import candidates
from onrecord.trace.clusters import cluster
from onrecord.trace.columns import Pairs, table_of
from onrecord.trace.comparing import compare_pairs, joined
from onrecord.trace.pairs import LONG_RUN, Evidence, compare, longest_run
from onrecord.trace.phrases import Edge, Phrases
from onrecord.trace.readings import Reading, read_printing
from onrecord.trace.voices import same_voice
from onrecord.trace.wordings import spelt
from onrecord.traces import Family, Joint, Printing


class Grouping(NamedTuple):
    """Which readings are one family, and why, by their places.

    `family` is the place that stands for each one's family, `joints` are what holds the families together (a forest).
    Only what the pairs in `ties` (two columns) hold together, directly or through others, decides a family.
    """

    family: list[int]
    joints: list[Edge]
    ties: Pairs


def find_families(printings: Sequence[Printing], beside: Sequence[Reading] = ()) -> list[Family]:
    """The families of some printings, in order of time, each with its members and why they are one utterance.

    A printing that is like no other is a family of its own. The ids of the printings must differ. What stands
    `beside` them only tells which words are common phrases.
    """
    # In order of time: which of several equal joints is told then depends on the printings alone.
    told = [(read_printing(printing), printing) for printing in printings]
    told.sort(key=_in_time)
    readings, printings = [reading for reading, _ in told], [printing for _, printing in told]
    grouping = group(readings, beside)
    members: dict[int, list[int]] = {}
    for place, family in enumerate(grouping.family):
        members.setdefault(family, []).append(place)
    joints: dict[int, list[Joint]] = {}
    for edge in grouping.joints:
        joints.setdefault(grouping.family[edge[0]], []).append(_joint(printings, readings, edge))
    found = []
    for family, places in members.items():
        ids = tuple(printings[place].id for place in places)
        found.append(
            (
                in_time(readings[places[0]], ids[0]),
                Family(
                    id=family_id(ids[0]),
                    members=ids,
                    joints=tuple(sorted(joints.get(family, ()), key=_by_ids)),
                ),
            )
        )
    found.sort(key=lambda row: row[0])
    return [family for _, family in found]


def name_families(printings: Sequence[Printing]) -> list[str]:
    """The id of each printing's family, in the order given. Without joints, and ids may come more than once."""
    readings = [read_printing(printing) for printing in printings]
    family = group(readings).family
    firsts: dict[int, int] = {}
    for place, number in enumerate(family):
        best = firsts.setdefault(number, place)
        if in_time(readings[place], printings[place].id) < in_time(readings[best], printings[best].id):
            firsts[number] = place
    names: dict[int, str] = {}
    used: dict[str, int] = {}
    for number in sorted(
        firsts, key=lambda number: in_time(readings[firsts[number]], printings[firsts[number]].id)
    ):
        name = family_id(printings[firsts[number]].id)
        used[name] = used.get(name, 0) + 1
        names[number] = name if used[name] == 1 else f"{name}-{used[name]}"
    return [names[number] for number in family]


def _in_time(told: tuple[Reading, Printing]) -> tuple[object, ...]:
    return in_time(told[0], told[1].id)


def family_id(first: str | int) -> str:
    """The id of a family: a digest of the id of its first printing."""
    return "family:" + sha256(json.dumps(first).encode()).hexdigest()[:16]


def in_time(reading: Reading, id: str | int) -> tuple[bool, int, bool, str | int]:
    """Orders the printings of a family: by their days, what has none last, then by id."""
    time = reading.time
    return time is None, time or 0, isinstance(id, str), id


def group(readings: Sequence[Reading], beside: Sequence[Reading] = ()) -> Grouping:
    """Which of some readings are printings of one utterance. The same whatever their order.

    Those `beside` them join nothing: they only tell which words are common phrases.
    """
    first: dict[Reading, int] = {}
    same = [first.setdefault(reading, place) for place, reading in enumerate(readings)]
    places, distinct = list(first.values()), list(first)
    count = len(distinct)
    distinct += [reading for reading in dict.fromkeys(beside) if reading not in first]
    table = table_of(distinct)
    edges = joined([part for pairs in candidates(table) for part in compare_pairs(distinct, table, pairs)])
    phrases = Phrases(distinct, edges)
    tied = edges.only(phrases.join(edges) & (edges.one < count) & (edges.other < count))
    found = cluster(distinct, table, tied)
    family = list(range(len(readings)))
    for number, place in enumerate(places):
        family[place] = places[found.root[number]]
    joints = [(places[one], places[other], evidence) for one, other, evidence in found.joints]
    numbers = {place: number for number, place in enumerate(places)}
    alone = set(range(count)).difference(*(joint[:2] for joint in found.joints))
    has_ties = set(np.unique(np.concatenate([tied.one, tied.other])).tolist())
    copies: list[tuple[int, int]] = []
    whole: dict[int, Evidence | None] = {}  # of readings that stand several times: what makes them one
    for place, at in enumerate(same):
        if place == at:
            continue
        if at not in whole:
            number = numbers[at]
            itself = compare(readings[at], readings[at])
            one = itself and (number not in alone or (itself.joins and phrases.joins(number, number)))
            whole[at] = itself if one else None
        evidence = whole[at]
        if evidence is not None:
            family[place] = family[at]
            joints.append((at, place, evidence))
        if evidence is not None or numbers[at] in has_ties:
            copies.append((at, place))
    ends = np.array(places, dtype=np.int64)
    columns = np.stack([ends[tied.one], ends[tied.other]], axis=1)
    return Grouping(family, joints, np.concatenate([columns, np.array(copies, np.int64).reshape(-1, 2)]))


def _joint(printings: Sequence[Printing], readings: Sequence[Reading], edge: Edge) -> Joint:
    """A joint in words, the earlier printing first."""
    one, other, evidence = edge
    if in_time(readings[other], printings[other].id) < in_time(readings[one], printings[one].id):
        one, other = other, one
    first, second = printings[one], printings[other]
    start, length = longest_run(readings[one].words, readings[other].words)
    spans = spelt(first.text)[start : start + length]
    return Joint(
        a=first.id,
        b=second.id,
        shared=" ".join(first.text[spans[0][0] : spans[-1][1]].split()),
        words=evidence.matched,
        why=told(readings[one], readings[other], evidence),
    )


def told(one: Reading, other: Reading, evidence: Evidence) -> str:
    """Why two printings are one utterance, in words."""
    matched, size = evidence.matched, evidence.size
    if one.words == other.words:
        words = "the same words"
    elif matched == size:
        words = "all words of the shorter one"
    else:
        words = f"{matched} of {size} words"
    if evidence.run >= LONG_RUN and matched < size:
        words += f", {evidence.run} in a row"
    if same_voice(one.voice, other.voice):
        voice = "the same speaker"
    else:
        voice = "no speaker known" if one.voice is other.voice else "only one speaker known"
    if evidence.apart is None:
        days = "a date unknown"
    elif one.said is not None and other.said is not None:
        days = "said on the same day"
    else:
        days = "on the same day" if evidence.apart == 0 else f"{evidence.apart} days apart"
        days = days.replace("1 days", "1 day") if evidence.apart == 1 else days
    return f"{words}; {voice}; {days}"


def _by_ids(joint: Joint) -> tuple[bool, str, bool, str]:
    return isinstance(joint.a, str), str(joint.a), isinstance(joint.b, str), str(joint.b)
