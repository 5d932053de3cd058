"""A lineage in words: dates, what a printing changed, and why it is held to be taken from another."""

from collections.abc import Mapping

from onrecord.formats.dates import spoken
from onrecord.formats.visible import one_line
from onrecord.formats.wrap import shortened
from onrecord.model import Date
from onrecord.traces import Alteration, Drift, Lineage, Member, When

MOST_CHANGES = 3
_LONGEST = 48  # characters of an alteration's words
_MARKED = {"bracket": "in brackets", "ellipsis": "marked"}


def when_in_words(when: When) -> str:
    """A date as far as it is known: "12 March 2024", "by 12 March 2024", "12 March 2024, changed by ...", "no date"."""
    if when.value is None:
        return "no date"
    value = _date(when.value, when)
    if when.basis in ("modified", "retrieved"):
        return f"by {value}"
    if when.latest is not None and when.latest[:10] != (when.earliest or when.latest)[:10]:
        return f"{value}, changed by {_date(when.latest, when)}"
    return value


def named(member: Member) -> str:
    """What a printing's outlet is called; without a name its article's path or id."""
    return one_line(member.outlet or member.path or member.article or f"printing {member.id}")


def drift_shown(member: Member) -> Drift | None:
    """What a printing changed of the one that it was taken from, else of what was said; None where neither is known."""
    if member.parent is not None and member.from_parent is not None:
        return member.from_parent
    return member.from_source


def changes(drift: Drift | None) -> str:
    """What was changed, shortly; "" where that is not known."""
    if drift is None:
        return ""
    if drift.verdict == "not_found":
        return "other words"
    told = [text for text in map(_change, drift.alterations) if text]
    if not told:
        return "word for word"
    more = len(told) - MOST_CHANGES
    return "; ".join([*told[:MOST_CHANGES], *([f"{more} more"] if more > 0 else [])])


def reason(member: Member, members: Mapping[str | int, Member]) -> str:
    """Why a printing is held to be taken from another; "" where nothing tells."""
    if member.parent is None or not member.grounds:
        return ""
    other = named(members[member.parent])
    ground = member.grounds[0]
    if ground.kind == "named":
        return f"names {other} as its original"
    if ground.kind == "copy":
        return f"its article copies that of {other}"
    if ground.kind == "credit":
        return f"credits {other}"
    shared = [row.words for row in member.grounds if row.kind == "shared"]
    return f"shares with {other}: {one_line(shared[0])}" if shared else f"as in {other}"


def counted(found: Lineage) -> str:
    """How many printings, in how many outlets, by how many ways of their own."""
    total = len(found.members) + found.left_out
    text = f"{_number(total, 'printing')} in {_number(found.outlets, 'outlet')}"
    ways = len(found.groups)
    return text if total < 2 else f"{text}, as far as can be told by {_number(ways, 'way')} of their own"


def fullest(found: Lineage) -> str:
    """The words of the family: those of the printing that has most of them."""
    texts = sorted({member.text for member in found.members})
    return one_line(max(texts, key=len, default="")).rstrip(",;:")


def _number(count: int, word: str) -> str:
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def _date(value: str, when: When) -> str:
    precision = when.precision if value == when.value else "minute" if len(value) > 10 else "day"
    return spoken(Date(value=value, precision=precision, text="")) or value


def _change(row: Alteration) -> str:
    before, after = shortened(one_line(row.before), _LONGEST), shortened(one_line(row.after), _LONGEST)
    if row.kind == "order":
        return "another order"
    if row.kind == "cut_start":
        return f"starts after “{before}”"
    if row.kind == "cut_end":
        return f"ends before “{before}”"
    mark = f" ({_MARKED[row.kind]})" if row.kind in _MARKED else ""
    if row.kind in ("ellipsis", "joint") or not row.after:
        return f"without “{before}”{mark}" if before else ""
    if not before:
        return f"with “{after}” added{mark}"
    return f"“{after}” for “{before}”{mark}"
