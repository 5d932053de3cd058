"""How many had the words by a way of their own: printings that depend on one another are counted once.

Two printings depend on one another where one was taken from the other, where their articles copy each other, where
both name the same original (also one that nobody has added), and where they are the same outlet's. Printings that
share readings in which nobody can tell who took them from whom depend on one another too: both may have them from a
third. What is left over is independent only as far as can be told.
"""

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.trace.evidence import name_of
from onrecord.traces import Ground, Group, PrintedIn, Printing


class Tie(NamedTuple):
    """Two printings, by place, that depend on one another, and why."""

    later: int
    earlier: int
    ground: Ground


def group_printings(
    rows: Sequence[tuple[str | int, PrintedIn | None, Printing]], ties: Sequence[Tie]
) -> tuple[tuple[Group, ...], list[int]]:
    """The groups in order of their first printings, and the number of each printing's group."""
    heads = list(range(len(rows)))

    def head(place: int) -> int:
        while heads[place] != place:
            heads[place] = heads[heads[place]]
            place = heads[place]
        return place

    reasons: dict[int, str] = {}
    labels = [label_of(article, printing) for _, article, printing in rows]
    for tie in ties:
        reasons.setdefault(tie.later, _reason(labels[tie.later], labels[tie.earlier], tie.ground))
        heads[head(tie.later)] = head(tie.earlier)
    seen: dict[tuple[str, object], int] = {}
    for place, (_, article, _printing) in enumerate(rows):
        for key in _keys(article, labels[place]):
            if key in seen and head(place) != head(seen[key]):
                heads[head(place)] = head(seen[key])
                if key[0] == "original" and article and article.original:
                    both = f"{labels[place]} and {labels[seen[key]]}"
                    reasons.setdefault(place, f"{both} both name {article.original.outlet}")
            seen.setdefault(key, place)
    numbers: dict[int, int] = {}
    group_of = [numbers.setdefault(head(place), len(numbers)) for place in range(len(rows))]
    groups = []
    for number in range(len(numbers)):
        places = [place for place, group in enumerate(group_of) if group == number]
        told = [reasons[place] for place in places if place in reasons]
        groups.append(
            Group(
                outlets=tuple(dict.fromkeys(labels[place] for place in places)),
                printings=tuple(rows[place][0] for place in places),
                why=told[0] if told else None,
            )
        )
    return tuple(groups), group_of


def label_of(article: PrintedIn | None, printing: Printing) -> str:
    """What an outlet is called: its name; without one the article's path, address or id."""
    if article is not None:
        return article.outlet or article.path or article.url or article.id
    return printing.outlet or printing.article or f"printing {printing.id}"


def _keys(article: PrintedIn | None, label: str) -> list[tuple[str, object]]:
    keys: list[tuple[str, object]] = [("outlet", name_of(label) or label)]
    if article and article.original and article.original.outlet:
        # A printing of the original itself has the same key as what names it.
        keys = [*keys, ("original", (name_of(article.original.outlet), article.original.url))]
    return keys


def _reason(later: str, earlier: str, ground: Ground) -> str:
    if ground.kind == "named":
        return f"{later} names {earlier} as its original"
    if ground.kind == "credit":
        return f"{later} credits {earlier}"
    if ground.kind == "copy":
        return f"{later} copies {earlier}"
    return f"{later} and {earlier} share {ground.words}"
