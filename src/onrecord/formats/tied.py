"""From marked stretches and the ties between them to attributions: brat, doccano and Label Studio store these.

Stretches of one role that a tie joins are one source, cue or content in several places, unless the tie says that one
stands inside the other. A content's source and cue are those that it is tied to, whichever way the tie points; where
none is, those that its cue, or its source, is tied to.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.formats.annotated import Attribution, alone
from onrecord.formats.standoff import Role
from onrecord.model import Span, Speaker

_INSIDE = frozenset(["inside", "nested", "nested in", "nested_in"])


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """Marked words: what they are called in the file, their role, where they stand, and who it says they are of."""

    id: str
    role: Role
    spans: tuple[Span, ...]
    speakers: tuple[Speaker, ...] = ()


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """A tie between two stretches, by their ids; where `nests`, the first stands inside the second."""

    first: str
    second: str
    nests: bool = False


def nests(label: str) -> bool:
    """Whether a tie of this label says that one quotation stands inside another."""
    return label.strip().casefold() in _INSIDE


def attributions_of(
    stretches: Sequence[Stretch], ties: Iterable[Tie]
) -> tuple[tuple[Attribution, ...], bool]:
    """The attributions, in the order of their contents in the text, and whether ties tell whose sources they are.

    Sources and cues that are tied to no content follow by themselves. A tie to what is no stretch is passed over.
    Raises `UnreadableInput` where two stretches have one id.
    """
    twice = [id for id, count in Counter(stretch.id for stretch in stretches).items() if count > 1]
    if twice:
        raise UnreadableInput(f"two marks have the id {twice[0]}: give each its own.")
    roles = {stretch.id: stretch.role for stretch in stretches}
    known = [tie for tie in ties if tie.first in roles and tie.second in roles]
    heads = _joined(
        stretches, [tie for tie in known if roles[tie.first] == roles[tie.second] and not tie.nests]
    )
    groups: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in stretches:
        groups[heads[stretch.id]].append(stretch)
    tied: dict[str, set[str]] = defaultdict(set)
    inner = {heads[tie.first] for tie in known if tie.nests}
    for tie in known:
        if roles[tie.first] != roles[tie.second]:
            tied[heads[tie.first]].add(heads[tie.second])
            tied[heads[tie.second]].add(heads[tie.first])

    def of(group: str, role: Role) -> set[str]:
        direct = {other for other in tied[group] if roles[other] == role}
        return direct or {far for near in tied[group] for far in tied[near] if roles[far] == role}

    def spans(chosen: Iterable[str]) -> tuple[Span, ...]:
        return tuple(sorted(span for group in chosen for stretch in groups[group] for span in stretch.spans))

    found: list[Attribution] = []
    used: set[str] = set()
    contents = [group for group in groups if roles[group] == "content"]
    for group in sorted(contents, key=lambda one: spans([one])):
        sources, cues = of(group, "source"), of(group, "cue")
        used |= sources | cues
        found.append(
            Attribution(
                source=spans(sources),
                cue=spans(cues),
                content=spans([group]),
                speakers=next((one.speakers for one in groups[group] if one.speakers), ()),
                nested=group in inner,
            )
        )
    found += [
        alone(roles[group], spans([group]))
        for group in groups
        if group not in used and roles[group] != "content"
    ]
    return tuple(found), any(tied.values()) or len(contents) == len(groups)


def _joined(stretches: Sequence[Stretch], ties: Iterable[Tie]) -> dict[str, str]:
    """The first stretch of each stretch's group: those that ties join, over however many."""
    heads = {stretch.id: stretch.id for stretch in stretches}

    def head(one: str) -> str:
        while heads[one] != one:
            heads[one] = heads[heads[one]]
            one = heads[one]
        return one

    for tie in ties:
        heads[head(tie.second)] = head(tie.first)
    return {one: head(one) for one in heads}
