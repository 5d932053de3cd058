"""A lineage for the terminal: a small tree, from what was said down to the last reprint."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from onrecord.formats.lineage_words import (
    changes,
    counted,
    drift_shown,
    fullest,
    named,
    reason,
    when_in_words,
)
from onrecord.formats.visible import one_line
from onrecord.formats.wrap import filled, painted, shortened
from onrecord.traces import Lineage, Member, Saying

MOST_LINES = 200  # printings; further ones are counted
DEEPEST = 12  # steps that are indented: deeper ones would leave no room for words
_BOLD, _DIM = "1", "2"


class Below(NamedTuple):
    """The printings below each printing (by id), and those below each document (by path) or below nothing."""

    printing: Mapping[str | int, list[Member]]
    root: Mapping[str | None, list[Member]]


def to_lines(found: Lineage, *, width: int = 80, colour: bool = False) -> Iterator[str]:
    """The lines of one family: its words and speaker, what was said where, then who took it from whom."""
    bold, dim = (_BOLD, _DIM) if colour else ("", "")
    yield from filled([(f"“{shortened(fullest(found), 300)}”", bold)], width=width)
    if found.speaker:
        yield f"  {shortened(one_line(found.speaker), width - 2)}"
    members = {member.id: member for member in found.members}
    below = _below(found)
    shown = [0]
    for saying in found.said:
        yield from _saying(saying, members, width=width, bold=bold)
        yield from _tree(
            below.root.get(saying.path, ()) if saying.path else (), below, found, shown, width, dim
        )
    alone = below.root.get(None, [])
    if alone and found.said:
        yield "in none of these documents"
    yield from _tree(alone, below, found, shown, width, dim)
    hidden = len(found.members) + found.left_out - shown[0]
    if hidden:
        yield f"and {hidden:,} more printings"
    yield from filled([(counted(found) + ".", "")], width=width)


def _below(found: Lineage) -> Below:
    printing: dict[str | int, list[Member]] = {}
    root: dict[str | None, list[Member]] = {}
    paths = {saying.path for saying in found.said}
    for member in found.members:
        if member.parent is not None:
            printing.setdefault(member.parent, []).append(member)
            continue
        source = str(member.from_source.of) if member.from_source else None
        root.setdefault(source if source in paths else None, []).append(member)
    return Below(printing, root)


def _saying(saying: Saying, members: Mapping[str | int, Member], *, width: int, bold: str) -> Iterator[str]:
    where = saying.path
    if where is None and saying.printing is not None:
        where = f"as {named(members[saying.printing])} gives it"
    facts = ["said " + when_in_words(saying.when), one_line(where or "")]
    yield painted(shortened(" · ".join(fact for fact in facts if fact), width), bold)


def _tree(
    top: "list[Member] | tuple[Member, ...]",
    below: Below,
    found: Lineage,
    shown: list[int],
    width: int,
    dim: str,
) -> Iterator[str]:
    """Some printings with all below them, without recursion: a chain of reprints may be long."""
    members = {member.id: member for member in found.members}
    waiting = [(member, "", at == len(top) - 1, 0) for at, member in enumerate(top)][::-1]
    while waiting:
        member, indent, last, depth = waiting.pop()
        shown[0] += 1
        if shown[0] > MOST_LINES:
            shown[0] = MOST_LINES
            return
        children = below.printing.get(member.id, [])
        head = indent + ("└─ " if last else "├─ ")
        rest = indent + ("   " if last else "│  ") if depth < DEEPEST else indent
        first = " · first printed" if member.id in found.first and len(found.first) == 1 else ""
        yield shortened(f"{head}{when_in_words(member.when)} · {named(member)}{first}", width)
        under = rest + ("│  " if children else "   ")
        for text in _facts(member, members):
            for line in filled([(text, dim)], width=max(30, width - len(under))):
                yield under + line
        waiting += [(child, rest, at == len(children) - 1, depth + 1) for at, child in enumerate(children)][
            ::-1
        ]


def _facts(member: Member, members: Mapping[str | int, Member]) -> Iterator[str]:
    told = changes(drift_shown(member))
    if told:
        yield told
    why = reason(member, members)
    if why:
        yield why
    elif member.candidates:
        others = list(dict.fromkeys(named(members[row.id]) for row in member.candidates))
        more = f" and {member.others} more" if member.others else ""
        yield f"could have it from {', '.join(others)}{more}, or from the source"
