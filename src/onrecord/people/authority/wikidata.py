"""An authority file from a Wikidata dump: the people in it, and the organisations where they are wanted.

The dump is one JSON array with one entity a line, as Wikidata publishes it
(https://www.wikidata.org/wiki/Wikidata:Database_download), plain, gzip or bzip2. It is read once, line by line;
memory holds one line, a bit for each id that was met, and the redirects.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO, Generic, Literal, NamedTuple, TypeVar

import msgspec

from onrecord.people.authority.calendars import Parts, agreed, iso, read_time
from onrecord.people.authority.file import (
    LONGEST_DESCRIPTION,
    LONGEST_NAME,
    MOST_NAMES,
    Authority,
    Redirect,
    redirect_ends,
)
from onrecord.people.authority.folding import folded
from onrecord.people.authority.lines import Line, lines, unpacked
from onrecord.people.authority.rows import About

HUMAN = "Q5"
# The classes whose direct members are organisations; the classes below them are not followed, since the dump
# would have to be read twice for that. docs/authority.md lists them with their names.
ORGANISATIONS: Mapping[str, str] = {
    "Q43229": "organization", "Q4830453": "business", "Q783794": "company", "Q6881511": "enterprise",
    "Q891723": "public company", "Q22687": "bank", "Q66344": "central bank", "Q613142": "law firm",
    "Q7278": "political party", "Q327333": "government agency", "Q192350": "ministry",
    "Q35749": "parliament", "Q11204": "legislature", "Q41487": "court", "Q732717": "law enforcement agency",
    "Q37726": "army", "Q772547": "armed forces", "Q245065": "intergovernmental organization",
    "Q484652": "international organization", "Q163740": "nonprofit organization",
    "Q79913": "non-governmental organization", "Q708676": "charitable organization", "Q157031": "foundation",
    "Q178790": "labor union", "Q155271": "think tank", "Q178706": "institution", "Q3918": "university",
    "Q875538": "public university", "Q31855": "research institute", "Q16917": "hospital",
    "Q11032": "newspaper", "Q1110794": "daily newspaper", "Q192283": "news agency",
    "Q1616075": "television station", "Q14350": "radio station", "Q2085381": "publisher",
    "Q847017": "sports club", "Q476028": "association football club", "Q12973014": "sports team",
    "Q215380": "musical group", "Q1530022": "religious organization",
}  # fmt: skip

LONGEST_ENTITY = 1 << 25  # bytes of a line; the largest entities are some four million
MOST_IDS = 100  # kept of one property
_PAGE = 1 << 13  # ids to a page of `_Ids`
_ID = re.compile(r"Q[1-9][0-9]{0,11}")

Reason = Literal[
    "neither a person nor an organisation", "not a person", "property, lexeme or other", "no label",
    "the same entity again", "redirect to nothing kept", "broken line",
]  # fmt: skip
Ranked = TypeVar("Ranked")


class Skipped(NamedTuple):
    """A line of the dump that gave nothing: why, in words to count by, and where it failed, what was wrong."""

    line: int
    reason: Reason
    problem: str | None = None


class _Term(msgspec.Struct):
    value: str


class _Item(msgspec.Struct, rename={"number": "numeric-id"}):
    id: str | None = None
    number: int | None = None


class _Time(msgspec.Struct):
    time: str
    precision: int
    calendarmodel: str


class _Value(msgspec.Struct, Generic[Ranked]):
    value: Ranked


class _Snak(msgspec.Struct, Generic[Ranked]):
    snaktype: str
    datavalue: _Value[Ranked] | None = None


class _Statement(msgspec.Struct, Generic[Ranked]):
    mainsnak: _Snak[Ranked]
    rank: str = "normal"


class _Claims(msgspec.Struct):
    P31: list[_Statement[_Item]] = []
    P106: list[_Statement[_Item]] = []
    P39: list[_Statement[_Item]] = []
    P27: list[_Statement[_Item]] = []
    P569: list[_Statement[_Time]] = []
    P570: list[_Statement[_Time]] = []


class _Moved(msgspec.Struct, rename={"source": "from", "target": "to"}):
    source: str
    target: str


_Empty = list[msgspec.Raw]  # the dump writes an empty map as [], since PHP knows no other


class _Entity(msgspec.Struct):
    """What is read of one entity; everything else on its line is passed over."""

    id: str | None = None
    type: str | None = None
    title: str | None = None  # of the page; another than the id where that page redirects
    labels: dict[str, _Term] | _Empty = {}
    aliases: dict[str, list[_Term]] | _Empty = {}
    descriptions: dict[str, _Term] | _Empty = {}
    claims: _Claims | _Empty = []
    sitelinks: dict[str, msgspec.Raw] | _Empty = {}
    redirects: _Moved | None = None
    entity: str | None = None  # {"entity": "Q1", "redirect": "Q2"}: the whole of a redirect's line
    redirect: str | None = None
    entities: dict[str, "_Entity"] | None = (
        None  # as the web API wraps them, keyed by the id that was asked for
    )


_ENTITY = msgspec.json.Decoder(_Entity)


def build_authorities(
    dump: BinaryIO, *, language: str = "en", aliases: Sequence[str] = ("en",), organisations: bool = False
) -> Iterator[Authority | Redirect | Skipped]:
    """One authority for each person of a dump, in its order; redirects to them come last.

    Of labels and descriptions that of `language` is taken, of its variants ("en-gb"), of "mul", of the alias
    languages, then any, the languages in order of code; a description only of the first three. Every line that
    gives no authority is told as `Skipped`; those that failed have a problem.
    """
    languages = _languages(language, aliases)
    kept, met = _Ids(), _Ids()
    moved: dict[str, tuple[str, int]] = {}
    opened = closed = False
    number = 0
    for line in lines(unpacked(dump), longest=LONGEST_ENTITY):
        number = line.number
        data = line.data.strip()
        if data.startswith(b"[") and not opened:
            opened, data = True, data[1:]
        if data == b"]" or data.endswith(b"}]"):  # no entity ends so
            closed, data = True, data[:-1]
        if line.problem or data:
            for found in _on_line(line._replace(data=data.removesuffix(b",")), moved):
                yield (
                    found
                    if isinstance(found, Skipped)
                    else _once(found, number, met, kept, languages, organisations=organisations)
                )
    if opened and not closed:
        problem = "the dump ends without its closing ]: it is cut short; fetch it again"
        yield Skipped(number + 1, "broken line", problem)
    yield from _redirects(moved, kept)


class _Languages(NamedTuple):
    """In which languages names are looked for."""

    first: str
    aliases: tuple[str, ...]  # with "mul", which is every language's


def _languages(language: str, aliases: Sequence[str]) -> _Languages:
    return _Languages(language, tuple(dict.fromkeys((*aliases, "mul"))))


def _on_line(line: Line, moved: dict[str, tuple[str, int]]) -> Iterator[_Entity | Skipped]:
    """The entities of a line: one, or several where the web API's wrapping was kept; redirects are put aside."""
    if line.problem:
        yield Skipped(line.number, "broken line", line.problem)
        return
    try:
        outer = _ENTITY.decode(line.data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        problem = f"it is no entity ({str(error)[:200]}): fetch the dump again if there are many such"
        yield Skipped(line.number, "broken line", problem)
        return
    if outer.redirect and outer.entity:
        moved.setdefault(outer.entity, (outer.redirect, line.number))
        return
    for asked, entity in (outer.entities or {outer.title or "": outer}).items():
        if entity.id and _ID.fullmatch(entity.id):
            for other in (asked, entity.title, entity.redirects and entity.redirects.source):
                if other and other != entity.id and _ID.fullmatch(other):
                    moved.setdefault(other, (entity.id, line.number))
        yield entity


def _once(
    entity: _Entity, line: int, met: "_Ids", kept: "_Ids", languages: _Languages, *, organisations: bool
) -> Authority | Skipped:
    """The authority of an entity the first time that it is met."""
    if entity.id is None:
        return Skipped(line, "broken line", "it has no id, and so is no entity: leave it out")
    if entity.type not in (None, "item"):
        return Skipped(line, "property, lexeme or other")
    if not _ID.fullmatch(entity.id):
        return Skipped(line, "broken line", f"{entity.id[:40]!r} is no id of an item: leave the line out")
    if not met.add(entity.id):
        return Skipped(line, "the same entity again")
    kind = _kind(entity, organisations=organisations)
    if kind is None:
        return Skipped(line, "neither a person nor an organisation" if organisations else "not a person")
    label = _label(entity.labels, languages)
    if label is None:
        return Skipped(line, "no label")
    kept.add(entity.id)
    claims = entity.claims if isinstance(entity.claims, _Claims) else _Claims()
    return Authority(
        id=entity.id,
        label=label,
        aliases=_aliases(entity, label, languages),
        descriptions=_descriptions(entity.descriptions, languages),
        born=_date(claims.P569),
        died=_date(claims.P570),
        kind=kind,
        weight=len(entity.sitelinks),
        about=About(occupations=_ids(claims.P106), offices=_ids(claims.P39), countries=_ids(claims.P27)),
    )


def _kind(entity: _Entity, *, organisations: bool) -> Literal["person", "group"] | None:
    if not isinstance(entity.claims, _Claims):
        return None
    classes = _ids(entity.claims.P31)
    if HUMAN in classes:
        return "person"
    return "group" if organisations and any(name in ORGANISATIONS for name in classes) else None


def _label(labels: dict[str, _Term] | _Empty, languages: _Languages) -> str | None:
    """The name in the first language that has one that can be looked up."""
    if not isinstance(labels, dict):
        return None
    for code in (*_preferred(labels, languages), *sorted(labels)):
        name = _clean(labels[code].value)
        if name:
            return name
    return None


def _preferred(terms: Iterable[str], languages: _Languages) -> list[str]:
    """The languages, of those there are, that come before any other: the chosen one, its variants, mul, the others."""
    there = set(terms)
    variants = sorted(code for code in there if code.startswith(f"{languages.first}-"))
    return [code for code in (languages.first, *variants, "mul", *languages.aliases) if code in there]


def _clean(name: str) -> str | None:
    """A name with single spaces, or None where it is too long or holds no letter (a flag, a sign)."""
    name = " ".join(name.split()) if len(name) <= LONGEST_NAME else ""
    return name if folded(name) else None


def _aliases(entity: _Entity, label: str, languages: _Languages) -> tuple[str, ...]:
    """Other names in the alias languages, their labels first; what cannot be a name is left out."""
    labels = entity.labels if isinstance(entity.labels, dict) else {}
    others = entity.aliases if isinstance(entity.aliases, dict) else {}
    terms = [labels[code] for code in languages.aliases if code in labels]
    terms += [term for code in languages.aliases for term in others.get(code, ())]
    names = dict.fromkeys(name for term in terms if (name := _clean(term.value)))
    return tuple(name for name in names if name != label)[:MOST_NAMES]


def _descriptions(terms: dict[str, _Term] | _Empty, languages: _Languages) -> tuple[str, ...]:
    if not isinstance(terms, dict):
        return ()
    for code in _preferred(terms, languages):
        text = " ".join(terms[code].value.split())
        if 0 < len(text) <= LONGEST_DESCRIPTION:
            return (text,)
    return ()


def _ids(statements: Iterable[_Statement[_Item]]) -> tuple[str, ...]:
    """The items that a property names, deprecated statements and unknown values left out."""
    names: dict[str, None] = {}
    for statement in statements:
        if (
            statement.rank != "deprecated"
            and statement.mainsnak.snaktype == "value"
            and statement.mainsnak.datavalue
        ):
            item = statement.mainsnak.datavalue.value
            if item.id or item.number:
                names[item.id or f"Q{item.number}"] = None
    return tuple(names)[:MOST_IDS]


def _date(statements: Sequence[_Statement[_Time]]) -> str | None:
    """What the statements of the best rank agree on: the preferred ones where there are any, never deprecated ones."""
    best = [each for each in statements if each.rank == "preferred"]
    best = best or [each for each in statements if each.rank == "normal"]
    known: list[Parts] = []
    for statement in best:
        if statement.mainsnak.snaktype == "value" and statement.mainsnak.datavalue:
            value = statement.mainsnak.datavalue.value
            date = read_time(value.time, value.precision, value.calendarmodel)
            if date:
                known.append(date)
    shared = agreed(known)
    return iso(shared) if shared else None


def _redirects(moved: Mapping[str, tuple[str, int]], kept: "_Ids") -> Iterator[Redirect | Skipped]:
    """The redirects that lead to somebody who was kept, straight to them."""
    for start, end in redirect_ends({start: target for start, (target, _) in moved.items()}).items():
        line = moved[start][1]
        if start in kept:
            yield Skipped(line, "the same entity again")
        elif end is not None and end in kept:
            yield Redirect(id=start, redirect=end)
        else:
            yield Skipped(line, "redirect to nothing kept")


class _Ids:
    """A set of item ids that takes a bit for each, in pages, so that a whole dump's ids fit in some megabytes."""

    def __init__(self) -> None:
        self._pages: dict[int, bytearray] = {}

    def add(self, identity: str) -> bool:
        """Take an id in; whether it is new."""
        number = int(identity[1:])
        page = self._pages.get(number // _PAGE)
        if page is None:
            page = self._pages[number // _PAGE] = bytearray(_PAGE // 8)
        place, bit = number % _PAGE // 8, 1 << number % 8
        new = not page[place] & bit
        page[place] |= bit
        return new

    def __contains__(self, identity: str) -> bool:
        if not _ID.fullmatch(identity):
            return False
        number = int(identity[1:])
        page = self._pages.get(number // _PAGE)
        return page is not None and bool(page[number % _PAGE // 8] & 1 << number % 8)
