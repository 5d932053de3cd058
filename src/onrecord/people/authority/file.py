"""The authority file: people and organisations with their ids, names and dates, read as JSON Lines or CSV.

A broken line is reported by its number, and the rest is loaded. What may be wrong between lines (an id given
twice, one alias for two people, redirects in a circle) is found when all have been read.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.people.authority.calendars import earlier, read_iso
from onrecord.people.authority.folding import folded
from onrecord.people.authority.lines import lines, unpacked
from onrecord.people.authority.rows import LONGEST_LINE, About, Kind, Numbered, Row, rows

LONGEST_NAME = 1_000  # characters of an id, a label or an alias
LONGEST_DESCRIPTION = 10_000
MOST_NAMES = 2_000  # aliases, or descriptions, of one authority
MOST_AUTHORITIES = 20_000_000
MOST_PROBLEMS = 10_000  # that are told one by one; what is beyond is counted


class Authority(msgspec.Struct, frozen=True, kw_only=True):
    """One person or organisation of an authority file. Dates are ISO 8601, as exact as known, or None.

    `weight` says how well known they are (of Wikidata: how many sites have a page); `former` are ids that
    redirect here.
    """

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    born: str | None = None
    died: str | None = None
    kind: Kind = "person"
    weight: int = 0
    about: About = About()
    former: tuple[str, ...] = ()


class Redirect(msgspec.Struct, frozen=True, kw_only=True):
    """An id that has become another."""

    id: str
    redirect: str


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something wrong with a line of the file: which line, what and what to do, and whether the line was left out."""

    line: int
    reason: str
    dropped: bool

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}"


def load_authorities(path: str | Path) -> tuple[tuple[Authority, ...], tuple[Problem, ...]]:
    """Read an authority file: JSON Lines, or CSV with a header, plain or packed, as its content tells.

    Gives the authorities in the order of the file and the problems in order of line. Raises `UnreadableInput`
    where nothing in the file can be used: it is missing, in another encoding than UTF-8 or one of its wide
    forms, or neither JSON Lines nor CSV.
    """
    try:
        file = open(path, "rb")  # noqa: SIM115 - opened here so that only its opening is in the small try
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableInput(f"{path} cannot be read ({reason}): check the path.") from error
    with file:
        return _load(rows(lines(unpacked(file), longest=LONGEST_LINE), str(path)))


def redirect_ends(redirects: Mapping[str, str]) -> dict[str, str | None]:
    """Where each redirect leads in the end, over chains; None for those that lead in a circle."""
    ends: dict[str, str | None] = {}
    for start in redirects:
        path: dict[str, None] = {}
        here = start
        while here in redirects and here not in ends and here not in path:
            path[here] = None
            here = redirects[here]
        end = None if here in path else ends.get(here, here)
        ends.update(dict.fromkeys(path, end))
    return ends


def to_line(value: Authority | Redirect) -> bytes:
    """One line of an authority file, with its end; what is not known is left out, but for the dates."""
    if isinstance(value, Redirect):
        return msgspec.json.encode(value) + b"\n"
    row = {
        name: kept for name in value.__struct_fields__ if (kept := getattr(value, name)) or name in _ALWAYS
    }
    if value.about == About():
        del row["about"]
    return msgspec.json.encode(row) + b"\n"


_ALWAYS = frozenset("id label aliases descriptions born died kind".split())


class _Report:
    """The problems found so far: the first ones in words, the rest counted."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._more = 0

    def add(self, line: int, reason: str, *, dropped: bool) -> None:
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(Problem(line=line, reason=reason, dropped=dropped))
        else:
            self._more += 1

    def all(self) -> tuple[Problem, ...]:
        found = sorted(self._problems, key=_line_of)
        if self._more:
            reason = (
                f"{self._more:,} more problems, in this line or others: correct these first, then read again"
            )
            found.append(Problem(line=found[-1].line, reason=reason, dropped=False))
        return tuple(found)


def _line_of(problem: Problem) -> int:
    return problem.line


def _load(found: Iterator[Numbered]) -> tuple[tuple[Authority, ...], tuple[Problem, ...]]:
    report = _Report()
    kept: dict[str, Authority] = {}
    at: dict[str, int] = {}
    redirects: dict[str, str] = {}
    for line, row in found:
        value = row if isinstance(row, str) else _checked(row, line, report)
        if isinstance(value, str):
            report.add(line, value, dropped=True)
        elif value.id in at:
            told = (
                f"the id {_shown(value.id)} stood in line {at[value.id]} already: that one counts; remove one"
            )
            report.add(line, told, dropped=True)
        elif len(kept) == MOST_AUTHORITIES:
            report.add(
                line, f"the file holds more than {MOST_AUTHORITIES:,} authorities: split it", dropped=True
            )
            break
        else:
            at[value.id] = line
            if isinstance(value, Redirect):
                redirects[value.id] = value.redirect
            else:
                kept[value.id] = value
    _follow(redirects, kept, at, report)
    _report_clashes(kept.values(), at, report)
    return tuple(kept.values()), report.all()


def _checked(row: Row, line: int, report: _Report) -> Authority | Redirect | str:
    """The authority of a row, or what is wrong with it; a date that is none is left out and reported."""
    if not row.id or not row.id.strip():
        return "it has no id: give it one"
    if row.redirect:
        if max(len(row.id), len(row.redirect)) > LONGEST_NAME:
            return f"an id is longer than {LONGEST_NAME:,} characters: correct it"
        return Redirect(id=row.id.strip(), redirect=row.redirect.strip())
    label = " ".join((row.label or "").split())
    aliases = tuple(name for alias in row.aliases or () if (name := " ".join(alias.split())))
    descriptions = tuple(text for given in row.descriptions or () if (text := " ".join(given.split())))
    if not label:
        return "it has no label: give it the name that it is known by"
    if max(map(len, (row.id, label, *aliases))) > LONGEST_NAME:
        return (
            f"an id, label or alias is longer than {LONGEST_NAME:,} characters, which no name is: correct it"
        )
    if max(map(len, descriptions), default=0) > LONGEST_DESCRIPTION:
        return f"a description is longer than {LONGEST_DESCRIPTION:,} characters: shorten it"
    if max(len(aliases), len(descriptions)) > MOST_NAMES:
        return f"it has more than {MOST_NAMES:,} aliases or descriptions: leave some out"
    if not folded(label):
        return f"the label {_shown(label)} holds no letter and no digit: give it a name that can be looked up"
    born, died = (_date(text, line, report) for text in (row.born, row.died))
    if born and died and earlier(read_iso(died) or (), read_iso(born) or ()):
        told = f"it dies ({died}) before it is born ({born}): both dates are left out; correct them"
        report.add(line, told, dropped=False)
        born = died = None
    return Authority(
        id=row.id.strip(),
        label=label,
        aliases=tuple(dict.fromkeys(alias for alias in aliases if alias != label)),
        descriptions=descriptions,
        born=born,
        died=died,
        kind=row.kind or "person",
        weight=row.weight or 0,
        about=row.about or About(),
        former=row.former or (),
    )


def _date(text: str | None, line: int, report: _Report) -> str | None:
    if not text or not text.strip():
        return None
    if read_iso(text.strip()) is None:
        told = f"{_shown(text)} is no date: it is left out; write it as 1952-03-11, 1952-03 or 1952"
        report.add(line, told, dropped=False)
        return None
    return text.strip()


def _follow(
    redirects: dict[str, str], kept: dict[str, Authority], at: dict[str, int], report: _Report
) -> None:
    """Give each authority the ids that lead to it, over chains too; circles and dead ends are reported."""
    former: dict[str, list[str]] = {}
    for start, end in redirect_ends(redirects).items():
        if end is None:
            told = f"its redirects lead in a circle ({_shown(start)} to {_shown(redirects[start])} and back)"
            report.add(at[start], f"{told}: it is dropped; let one of them be an authority", dropped=True)
        elif end not in kept:
            told = f"{_shown(start)} redirects to {_shown(end)}, which the file does not hold: it is dropped; add it"
            report.add(at[start], told, dropped=True)
        else:
            former.setdefault(end, []).append(start)
    for end, ids in former.items():
        kept[end] = msgspec.structs.replace(kept[end], former=(*kept[end].former, *ids))


def _report_clashes(kept: Iterable[Authority], at: dict[str, int], report: _Report) -> None:
    """Report each alias that is another's label or alias; two labels alike are namesakes, which is no mistake."""
    labels: dict[str, Authority] = {}
    owners: dict[str, Authority] = {}
    looked_at: dict[str, frozenset[str]] = {}
    circles: set[tuple[str, str]] = set()
    entries = tuple(kept)
    for entry in entries:
        labels.setdefault(folded(entry.label), entry)
    for entry in entries:
        own = folded(entry.label)
        for name in sorted(_folded_aliases(entry) - {own}):
            other = labels.get(name) or owners.setdefault(name, entry)
            if other.id == entry.id or (other.id, entry.id) in circles:
                continue
            if other.id not in looked_at:
                looked_at[other.id] = _folded_aliases(other)
            if name == folded(other.label) and own in looked_at[other.id]:
                circles.add((entry.id, other.id))
                told = f"{entry.id} and {other.id} (line {at[other.id]}) have each other's label as an alias: both"
                ending = "are kept, and neither name alone links; join them with a redirect if they are one"
            else:
                told = f"the alias {_shown(name)} of {entry.id} is a name of {other.id} (line {at[other.id]}) too: both"
                ending = "are kept, and the alias alone links to neither; remove it where it is wrong"
            report.add(at[entry.id], f"{told} {ending}", dropped=False)


def _folded_aliases(entry: Authority) -> frozenset[str]:
    return frozenset(map(folded, entry.aliases)) - {""}


def _shown(text: str) -> str:
    return f'"{text[:60]}…"' if len(text) > 60 else f'"{text}"'
