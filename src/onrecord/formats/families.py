"""Families of printings: for people as text, with what joins them, and as JSON Lines."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

import msgspec

from onrecord.formats.visible import one_line
from onrecord.formats.wrap import Run, filled, painted
from onrecord.trace.families import find_families, name_families
from onrecord.traces import Family, Printing

_BOLD, _DIM = "1", "2"
_WIDTH = 96


def write_family_lines(printings: Sequence[Printing | str], out: BinaryIO) -> None:
    """One line a printing, {"id", "family"}, in the order given; where a reason stands in its place, a failure."""
    good = [printing for printing in printings if not isinstance(printing, str)]
    names = iter(name_families(good))
    for printing in printings:
        if isinstance(printing, str):
            row: dict[str, object] = {"id": None, "failures": [{"stage": "trace", "reason": printing}]}
        else:
            row = {"id": printing.id, "family": next(names)}
        out.write(msgspec.json.encode(row) + b"\n")


def write_families(
    printings: Sequence[Printing], out: BinaryIO, *, width: int = _WIDTH, colour: bool = False
) -> None:
    """Each family of two or more: its printings in order of time, then what joins them."""
    numbered = [msgspec.structs.replace(printing, id=number) for number, printing in enumerate(printings)]
    families = find_families(numbered)
    several = [family for family in families if len(family.members) > 1]
    for family in several:
        for line in _family(family, printings, width=width, colour=colour):
            out.write(line.encode("utf-8", "replace") + b"\n")
    alone = len(families) - len(several)
    families_told = "1 family" if len(several) == 1 else f"{len(several)} families"
    told = f"{families_told} of two printings or more; {alone} on {'its' if alone == 1 else 'their'} own."
    out.write(told.encode() + b"\n")


def _family(family: Family, printings: Sequence[Printing], *, width: int, colour: bool) -> Iterator[str]:
    members = [printings[int(member)] for member in family.members]
    head = f"{len(members)} printings"
    yield painted(head, _BOLD if colour else "")
    for member in members:
        about = ", ".join(
            one_line(part)
            for part in (member.published, member.outlet, member.speaker, str(member.id))
            if part
        )
        runs: list[Run] = [(f"“{one_line(member.text)}” ", ""), (f"({about})", _DIM if colour else "")]
        yield from filled(runs, width=width, indent="  ")
    for joint in family.joints:
        ends = f"{one_line(str(printings[int(joint.a)].id))} = {one_line(str(printings[int(joint.b)].id))}: "
        runs = [(f"{ends}{joint.why}: “{one_line(joint.shared)}”", _DIM if colour else "")]
        yield from filled(runs, width=width, indent="    ")
    yield ""
