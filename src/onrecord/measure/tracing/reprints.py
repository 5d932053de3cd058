"""How articles come to be alike: reprints whole and in part, edited or not, and two reports of one event, no copies."""

from collections.abc import Callable
from typing import NamedTuple

from onrecord.measure.tracing.prose import Body, Prose, word_count, word_keys

SHINGLE = 5  # words
# Of the shorter text's shingles: a copy has so many at least, an article of its own so many at most.
COPIED, OWN = 0.5, 0.3
WIRE_OUTLETS = 20


class Draft(NamedTuple):
    """One body of a group, and whose reprint it is: the place of its original in the group, None for one of its own."""

    body: Body
    original: int | None = None


def whole(prose: Prose) -> list[Draft]:
    """The same words in another outlet."""
    body = prose.body(prose.length())
    return [Draft(body), Draft(body, 0)]


def edited(prose: Prose) -> list[Draft]:
    """A sentence or two left out, paragraphs run together, a few words changed."""
    body = prose.body(prose.length())
    return [Draft(body), Draft(_edited(prose, body), 0)]


def framed(prose: Prose) -> list[Draft]:
    """A lead and a tail of its own around the whole text."""
    body = prose.body(prose.length())
    return [Draft(body), Draft(_framed(prose, body), 0)]


def partial(prose: Prose) -> list[Draft]:
    """Somewhat more than half of a text inside another one, that has as much of its own, or more."""
    body = prose.body(max(prose.length(), 200))
    taken = _stretch(prose, body, prose.chance.uniform(0.58, 0.8))
    own = prose.body(int(word_count(body) * prose.chance.uniform(0.5, 1.5)))
    at = prose.chance.randint(0, len(own))
    return [Draft(body), Draft((*own[:at], *taken, *own[at:]), 0)]


def brief(prose: Prose) -> list[Draft]:
    """A text cut from its end, to a quarter or to three quarters."""
    body = prose.body(max(prose.length(), 320))
    return [Draft(body), Draft(_head(body, prose.chance.uniform(0.25, 0.75)), 0)]


def reworded(prose: Prose) -> list[Draft]:
    """So many words changed that 60 to 90 in a hundred shingles are left."""
    body = prose.body(max(prose.length(), 150))
    left = prose.chance.uniform(0.62, 0.9)
    return [Draft(body), Draft(prose.reworded(body, 1 - left ** (1 / SHINGLE)), 0)]


def wire(prose: Prose) -> list[Draft]:
    """One agency's text in twenty outlets, each with its own cut from the end and its own small changes."""
    body = prose.body(max(prose.length(), 200))
    drafts = [Draft(body)]
    for _ in range(WIRE_OUTLETS):
        printed = _head(body, prose.chance.uniform(0.6, 1.0))
        if prose.chance.random() < 0.5:
            printed = prose.reworded(printed, prose.chance.uniform(0.0, 0.01))
        if prose.chance.random() < 0.3:
            printed = (*prose.body(prose.chance.randint(15, 40)), *printed)
        drafts.append(Draft(printed, 0))
    return drafts


def chain(prose: Prose) -> list[Draft]:
    """A reprint of a reprint."""
    body = prose.body(max(prose.length(), 150))
    second = _framed(prose, body)
    return [Draft(body), Draft(second, 0), Draft(_edited(prose, second), 1)]


def event(prose: Prose) -> list[Draft]:
    """Two reports of one event: the same long quotations and background, a fifth to three tenths of the shorter one."""
    count = max(prose.length(), 200)
    wanted = int(count * prose.chance.uniform(0.21, 0.27))
    shared: list[tuple[str, ...]] = []
    while wanted > 15:
        width = min(wanted, prose.chance.randint(25, 60))
        shared.append(prose.quoted(width))
        wanted -= width
    drafts = []
    for factor in (1.0, prose.chance.uniform(1.0, 2.0)):
        own = list(prose.body(int(count * factor) - word_count(tuple(shared))))
        for paragraph in shared:
            own.insert(prose.chance.randint(0, len(own)), paragraph)
        drafts.append(Draft(tuple(own)))
    return drafts


def alone(prose: Prose) -> list[Draft]:
    """An article like no other."""
    return [Draft(prose.body(prose.length()))]


Planting = Callable[[Prose], list[Draft]]
# Of a thousand articles that are nobody's copy, so many are the first of each kind of group.
KINDS: dict[str, tuple[Planting, int]] = {
    "whole": (whole, 24),
    "edited": (edited, 30),
    "framed": (framed, 30),
    "partial": (partial, 36),
    "brief": (brief, 24),
    "reworded": (reworded, 30),
    "chain": (chain, 8),
    "wire": (wire, 1),
    "event": (event, 40),
    "alone": (alone, 777),
}


def shares(drafts: list[Draft]) -> dict[tuple[int, int], float]:
    """For each pair of a group the share of the shorter text's shingles, each counted once, that the other has."""
    sets = [_shingles(draft.body) for draft in drafts]
    return {
        (one, other): len(sets[one] & sets[other]) / max(1, min(len(sets[one]), len(sets[other])))
        for one in range(len(sets))
        for other in range(one + 1, len(sets))
    }


def _shingles(body: Body) -> set[tuple[str, ...]]:
    keys = word_keys(body)
    return set(zip(*(keys[at:] for at in range(SHINGLE)), strict=False))


def _edited(prose: Prose, body: Body) -> Body:
    made = [list(paragraph) for paragraph in prose.reworded(body, prose.chance.uniform(0.0, 0.02))]
    for _ in range(prose.chance.randint(0, 2)):
        if sum(map(len, made)) > 6:
            paragraph = prose.chance.choice(made)
            paragraph.pop(prose.chance.randrange(len(paragraph)))
            made = [one for one in made if one]
    if len(made) > 2 and prose.chance.random() < 0.5:
        at = prose.chance.randrange(len(made) - 1)
        made[at : at + 2] = [made[at] + made[at + 1]]
    return tuple(tuple(paragraph) for paragraph in made)


def _framed(prose: Prose, body: Body) -> Body:
    count = word_count(body)
    lead = prose.body(prose.chance.randint(15, max(20, count // 4)))
    tail = prose.body(prose.chance.randint(15, max(20, count // 4)))
    return (*lead, *body, *tail)


def _stretch(prose: Prose, body: Body, part: float) -> Body:
    """Neighbouring sentences with that part of the words, as paragraphs of two."""
    sentences = [sentence for paragraph in body for sentence in paragraph]
    lengths = [sentence.count(" ") + 1 for sentence in sentences]
    wanted = part * sum(lengths)
    start = prose.chance.randrange(len(sentences))
    while sum(lengths[start:]) < wanted:
        start -= 1
    end = start
    while sum(lengths[start:end]) < wanted:
        end += 1
    taken = sentences[start:end]
    return tuple(tuple(taken[at : at + 2]) for at in range(0, len(taken), 2))


def _head(body: Body, part: float) -> Body:
    """The first paragraphs, with that part of the words at least."""
    wanted, kept = part * word_count(body), 0
    for count in range(1, len(body) + 1):
        kept += word_count((body[count - 1],))
        if kept >= wanted:
            return body[:count]
    return body
