"""Linking a speaker to an authority file: which of its people or organisations is meant, how sure, and why.

A link weighs each authority of the name by what speaks for and against it, in log odds, beside the chance that
none of them is meant (Fellegi and Sunter, 1969, with weights set by hand; docs/authority.md tells them).
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from onrecord.model import SpeakerKind
from onrecord.people.authority.calendars import Parts, earlier, read_iso
from onrecord.people.authority.file import Authority
from onrecord.people.authority.folding import folded
from onrecord.people.evidence import Profile, profile
from onrecord.people.evidence import weigh as compare
from onrecord.people.tables.countries import COUNTRY_OF, STATES

SURE = 0.55  # a link from here on: all others and "none of them" share less than half
MOST_WEIGHED = (
    500  # authorities of one name, the best known first; more are never told apart by a description
)

# Log odds that an authority is meant, against that none is. A full name that only one authority has, with nothing
# else known, comes to .62; with two words of the descriptions alike to .92; without any alike to .50.
_NAMES = {"label": 0.5, "alias": 0.3}
_ONE_WORD = -1.0  # a person by one word alone: "Smith"
_OTHER_NAME = 1.5  # another name that the speaker goes by is the authority's too
_OTHER_KIND = -2.0
_FACTS = {
    "words shared": 2.0, "office shared": 1.2, "no word shared": -0.5,
    "field shared": 1.2, "fields apart": -1.2, "trade shared": 1.4, "trades apart": -1.6,
    "country shared": 0.7, "countries apart": -0.8, "state shared": 1.0, "states apart": -0.5,
}  # fmt: skip
_LIVING = 0.3
_UNBORN = -3.0
_LATE = -1.5  # quoted long after death: people are
_LONG_DEAD = -2.0
_YEARS_AFTER = 5  # after death in which being quoted is no sign against
_YEARS_LONG = 50
_LONGEST_LIFE = 105


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """An authority that may be meant: its id and label, how sure (0 to 1), and the reasons for and against in words."""

    id: str
    label: str
    confidence: float
    reasons: tuple[str, ...]


class _Fact(msgspec.Struct, frozen=True):
    weight: float
    why: str


class Authorities:
    """An authority file ready to be asked: by id, by name, and for whom a speaker is."""

    def __init__(self, entries: Iterable[Authority]) -> None:
        self._entries = tuple(entries)
        self._by_id: dict[str, int] = {}
        self._by_name: dict[str, int | list[int]] = {}  # most names have one owner, and a list is dear
        for place, entry in enumerate(self._entries):
            self._by_id[entry.id] = place
            for identity in entry.former:
                self._by_id.setdefault(identity, place)
            for key in {folded(name) for name in (entry.label, *entry.aliases)} - {""}:
                self._file(key, place)

    def _file(self, key: str, place: int) -> None:
        before = self._by_name.setdefault(key, place)
        if isinstance(before, list):
            before.append(place)
        elif before != place:
            self._by_name[key] = [before, place]

    def _owners(self, key: str) -> Sequence[int]:
        owners = self._by_name.get(key, ())
        return (owners,) if isinstance(owners, int) else owners

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, identity: str) -> Authority | None:
        """The authority of an id, or of one that redirects to it."""
        place = self._by_id.get(identity)
        return None if place is None else self._entries[place]

    def candidates(self, name: str) -> Sequence[Authority]:
        """Every authority with this label or alias, case, accents and punctuation aside, in the order of the file."""
        return tuple(self._entries[place] for place in self._owners(folded(name)))

    def link(
        self,
        name: str,
        aliases: Sequence[str] = (),
        descriptions: Sequence[str] = (),
        dates: Sequence[str] = (),
        *,
        kind: SpeakerKind | None = None,
    ) -> Link | None:
        """The authority that a speaker is, or None where that is unsure; `weigh` tells who could be meant.

        `aliases` are other names that the speaker goes by, `descriptions` what articles say of them ("Texas
        senator"), `dates` the days (ISO 8601) that the articles were published on. An alias that two authorities
        share links to neither where nothing else speaks for one.
        """
        weighed = self._weighed(name, aliases, descriptions, dates, kind)
        if not weighed or weighed[0][0].confidence < SURE or not weighed[0][1]:
            return None
        return weighed[0][0]

    def weigh(
        self,
        name: str,
        aliases: Sequence[str] = (),
        descriptions: Sequence[str] = (),
        dates: Sequence[str] = (),
        *,
        kind: SpeakerKind | None = None,
    ) -> tuple[Link, ...]:
        """Every authority that could be meant, the likeliest first; the confidences leave room for none of them."""
        return tuple(link for link, _ in self._weighed(name, aliases, descriptions, dates, kind))

    def _weighed(
        self,
        name: str,
        aliases: Sequence[str],
        descriptions: Sequence[str],
        dates: Sequence[str],
        kind: SpeakerKind | None,
    ) -> list[tuple[Link, bool]]:
        """The links, the likeliest first, each with whether it may stand: a shared alias may not alone."""
        keys = [key for key in dict.fromkeys(folded(each) for each in (name, *aliases)) if key]
        places = sorted({place for key in keys for place in self._owners(key)}, key=self._rank)
        known = _profile(tuple(descriptions))
        published = sorted(date for text in dates if (date := read_iso(text)))
        found: list[tuple[Authority, float, list[_Fact], bool]] = []
        for place in places[:MOST_WEIGHED]:
            entry = self._entries[place]
            named, alone = self._by_its_name(entry, keys, kind)
            facts = [*_descriptions(entry, known), *_life(entry, published)]
            score = sum(fact.weight for fact in (*named, *facts))
            stands = alone or any(fact.weight > 0 for fact in facts)
            found.append((entry, score, [*named, *facts], stands))
        total = 1.0 + math.fsum(math.exp(score) for _, score, _, _ in found)
        found.sort(key=_by_score)
        return [
            (_linked(entry, math.exp(score) / total, facts, len(places)), stands)
            for entry, score, facts, stands in found
        ]

    def _rank(self, place: int) -> tuple[int, int]:
        return (-self._entries[place].weight, place)

    def _by_its_name(
        self, entry: Authority, keys: Sequence[str], kind: SpeakerKind | None
    ) -> tuple[list[_Fact], bool]:
        """What the names say, and whether they may link alone: by a label, or by an alias that nobody shares."""
        label = folded(entry.label)
        own = {label, *map(folded, entry.aliases)}
        shared = [key for key in keys if key in own]
        first = label if label in shared else shared[0]
        how = "label" if first == label else "alias"
        facts = [_Fact(_NAMES[how], f"{how} “{first}” is the name")]
        if entry.kind == "person" and all(" " not in key for key in shared):
            facts.append(_Fact(_ONE_WORD, "known by one word only"))
        if len(shared) > 1:
            other = next(key for key in shared if key != first)
            facts.append(_Fact(_OTHER_NAME, f"also called “{other}”"))
        if kind in ("person", "group") and kind != entry.kind:
            facts.append(_Fact(_OTHER_KIND, f"a {entry.kind}, not a {kind}"))
        alone = how == "label" or any(len(self._owners(key)) == 1 for key in shared)
        return facts, alone


def _by_score(item: tuple[Authority, float, list[_Fact], bool]) -> tuple[float, int, str]:
    return (-item[1], -item[0].weight, item[0].id)


def _linked(entry: Authority, confidence: float, facts: Iterable[_Fact], namesakes: int) -> Link:
    reasons = [f"for: {fact.why}" if fact.weight > 0 else f"against: {fact.why}" for fact in facts]
    told = (
        "nobody else in the file has the name" if namesakes == 1 else f"one of {namesakes:,} who may be meant"
    )
    return Link(id=entry.id, label=entry.label, confidence=round(confidence, 2), reasons=(*reasons, told))


@lru_cache(maxsize=4_096)
def _profile(descriptions: tuple[str, ...]) -> Profile:
    """What descriptions say; names of countries and states count once, as such, and not as words shared too."""
    read = profile(descriptions, (), ())
    return read._replace(
        words=frozenset(word for word in read.words if word not in COUNTRY_OF and word not in STATES)
    )


def _descriptions(entry: Authority, known: Profile) -> Iterator[_Fact]:
    """What the descriptions have in common; that no word is alike counts only where nothing else agrees."""
    facts = [reason for reason in compare(_profile(entry.descriptions), known) if reason.fact in _FACTS]
    agreeing = any(_FACTS[reason.fact] > 0 for reason in facts)
    for reason in facts:
        if reason.fact != "no word shared" or not agreeing:
            yield _Fact(_FACTS[reason.fact], reason.why)


def _life(entry: Authority, published: Sequence[Parts]) -> Iterator[_Fact]:
    """What the life dates say of articles published on some days (in order); against, but never absolutely."""
    born = read_iso(entry.born) if entry.born else None
    died = read_iso(entry.died) if entry.died else None
    if not published or not (born or died):
        return
    first, year = published[0], published[0][0]
    if born and earlier(first, born):
        yield _Fact(_UNBORN, f"an article of {year} is from before the birth in {born[0]}")
    elif died and earlier((died[0] + _YEARS_AFTER, *died[1:]), first):
        weight = _LONG_DEAD if year - died[0] > _YEARS_LONG else _LATE
        yield _Fact(
            weight, f"the first article is of {year}, {year - died[0]} years after the death in {died[0]}"
        )
    elif born and not died and year - born[0] > _LONGEST_LIFE:
        yield _Fact(
            _LATE, f"the first article is of {year}, {year - born[0]} years after the birth in {born[0]}"
        )
    elif born:
        yield _Fact(
            _LIVING,
            f"alive in {year}" if not died or year <= died[0] else f"died shortly before, in {died[0]}",
        )
