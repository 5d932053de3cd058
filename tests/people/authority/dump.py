"""A Wikidata dump of invented people, in every true shape, made from a seed with what must come of each line.

Each maker goes from the truth (a day in our calendar, a name) to the shape that Wikidata would give it, so that the
builder is checked in the opposite direction.
"""

import json
import random
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from onrecord.people.authority import Authority, Redirect
from onrecord.people.authority.rows import About

from .shapes import GREGORIAN, JULIAN, Json, encoded, entity, item, lists, moment, pairs, statement, texts

Maker = Callable[[random.Random, str, str], "Made"]

LANGUAGE = "en"
ALIASES = ("en", "de", "fr")
_GIVEN = "Orla Bram Ketta Ivo Sunniva Tamsin Ruven Zéphine Aldous Maren Tibor Yrsa Çelik Noor Falk Ottoline".split()
_STEMS = "Quil Harrow Tolm Vesper Marl Brack Ødeg Lind Szar Pell Corv Ander Thistle Wren Galv Morrow".split()
_ENDS = "ton well ova er ski by mann ley o den hart wick".split()
_WORK = ["novelist", "senator", "rower", "botanist", "union leader", "judge", "bishop", "film editor"]
_FROM = ["Ruritanian", "Zubrowkan", "Graustarkian", "Orsinian", "Syldavian", "Freedonian"]


class Made(NamedTuple):
    """One line: its shape's name, its bytes, what must come of it, and what only when organisations are wanted."""

    shape: str
    line: bytes
    result: Authority | str | None  # a reason to skip, or None where nothing is said on the line itself
    organised: Authority | None = None
    moved: tuple[tuple[str, Redirect | str], ...] = ()  # what must come at the end, by the id that moved


def make(seed: int, count: int) -> list[Made]:
    """So many lines, every shape in turn; the dump's brackets are not among them."""
    chance = random.Random(seed)
    made: list[Made] = []
    numbers = chance.sample(range(1_000, 130_000_000), count + 100)
    while len(made) < count:
        for maker in _MAKERS:
            made.append(maker(chance, f"Q{numbers[len(made)]}", _name(chance)))
            if len(made) % 97 == 0:
                again = chance.choice([one for one in made if isinstance(one.result, Authority)])
                made.append(Made("again", again.line, "the same entity again"))
    return made


def as_dump(made: list[Made]) -> bytes:
    """The file: brackets around, a comma behind each line but the last, as Wikidata writes it."""
    return b"[\n" + b",\n".join(one.line for one in made) + b"\n]\n"


def _name(chance: random.Random) -> str:
    return f"{chance.choice(_GIVEN)} {chance.choice(_STEMS)}{chance.choice(_ENDS)}"


def _dated(shape: str, identity: str, name: str, births: list[Json], born: str | None, **also: Any) -> Made:
    claims = {"P31": [item("P31", "Q5")], "P569": births}
    return Made(
        shape,
        encoded(entity(identity, name, claims=claims)),
        Authority(id=identity, label=name, born=born),
        **also,
    )


def _full(chance: random.Random, identity: str, name: str) -> Made:
    born, died = (
        date(chance.randint(1900, 1960), 4, chance.randint(1, 30)),
        date(chance.randint(1990, 2020), 2, 28),
    )
    told = f"{chance.choice(_FROM)} {chance.choice(_WORK)}"
    german, french = f"{name} der Ältere", f"{name} l’Aînée"
    claims = {
        "P31": [item("P31", "Q5")],
        "P106": [
            item("P106", "Q36180"),
            item("P106", "Q82955", "deprecated"),
            statement("P106", "somevalue"),
        ],
        "P39": [item("P39", "Q4416090", "preferred")],
        "P27": [item("P27", "Q30"), item("P27", "Q30")],
        "P569": [statement("P569", moment(f"+{born}T00:00:00Z"))],
        "P570": [statement("P570", moment(f"+0000000{died}T00:00:00Z"))],
        "P18": [
            {
                "mainsnak": {"snaktype": "value", "datavalue": {"value": "Portrait.jpg", "type": "string"}},
                "rank": "normal",
            }
        ],
    }
    sites = {
        f"{code}wiki": {"site": f"{code}wiki", "title": name, "badges": []} for code in "en de fr sv".split()
    }
    aliases = lists(
        en=[f"{name[0]}. {name.split()[1]}", name, "🇩🇪", "x" * 1_001],
        ru=["Имя"],
        de=[german],
        mul=[f"{name} M"],
    )
    labels = texts(en=name, de=german, fr=french, ru="Имя Фамилия")
    descriptions = texts(en=told, de="Mensch")
    line = entity(
        identity,
        name,
        labels=labels,
        aliases=aliases,
        claims=claims,
        sitelinks=sites,
        descriptions=descriptions,
    )
    wanted = Authority(
        id=identity,
        label=name,
        aliases=(german, french, f"{name[0]}. {name.split()[1]}", f"{name} M"),
        descriptions=(told,),
        born=born.isoformat(),
        died=died.isoformat(),
        weight=4,
        about=About(occupations=("Q36180",), offices=("Q4416090",), countries=("Q30",)),
    )
    return Made("full", encoded(line), wanted)


def _other_label(chance: random.Random, identity: str, name: str) -> Made:
    shape, labels, aliases = chance.choice(
        [
            ("variant label", texts(en_gb=name, mul="X Y", aa="Z"), ("X Y",)),
            ("mul label", texts(mul=name, de="Anders Name"), ("Anders Name",)),
            ("alias language label", texts(aa="Zz Top", de=name), ()),
            ("any label", texts(zu=name, ab=f"{name} A"), None),
            ("label without letters", texts(en="…", mul=name), ()),
        ]
    )
    label = f"{name} A" if aliases is None else name
    return Made(
        shape,
        encoded(entity(identity, name, labels=labels)),
        Authority(id=identity, label=label, aliases=aliases or ()),
    )


def _no_label(chance: random.Random, identity: str, name: str) -> Made:
    labels = chance.choice([{}, texts(en=""), texts(en="…", de="🎭"), texts(en="n" * 1_001)])
    return Made("no label", encoded(entity(identity, name, labels=labels)), "no label")


def _ranked(chance: random.Random, identity: str, name: str) -> Made:
    year = chance.randint(1901, 1999)
    ranks = ["preferred", "normal", "deprecated"]
    chance.shuffle(ranks)
    after = {"normal": 0, "preferred": 1, "deprecated": 2}
    births = [statement("P569", moment(f"+{year + after[rank]}-05-06T00:00:00Z"), rank) for rank in ranks]
    dropped = chance.choice([None, "preferred", "both"])
    if dropped:
        births = [
            one
            for one in births
            if one["rank"] not in ((dropped,) if dropped != "both" else ("preferred", "normal"))
        ]
    born = {None: f"{year + 1}-05-06", "preferred": f"{year}-05-06", "both": None}[dropped]
    return _dated("ranks" if dropped != "both" else "deprecated alone", identity, name, births, born)


def _julian(chance: random.Random, identity: str, name: str) -> Made:
    born, written = chance.choice(pairs())
    time = f"+{written[0]:04d}-{written[1]:02d}-{written[2]:02d}T00:00:00Z"
    iso = f"{born[0]:04d}-{born[1]:02d}-{born[2]:02d}"
    return _dated("julian day", identity, name, [statement("P569", moment(time, 11, JULIAN))], iso)


def _before_our_era(chance: random.Random, identity: str, name: str) -> Made:
    """44 BCE is -0044 in Wikidata and -0043 in ISO 8601, which has a year zero."""
    born, written = chance.choice(pairs(before_our_era=True))
    year, told = 1 - written[0], f"-{-born[0]:04d}" if born[0] < 0 else f"{born[0]:04d}"
    time = f"-{year:04d}-{written[1]:02d}-{written[2]:02d}T00:00:00Z"
    if chance.random() < 0.5:
        time = f"-{year:011d}" + time[5:]
    precision = chance.choice([9, 11])
    iso = told + f"-{born[1]:02d}-{born[2]:02d}"
    if precision == 9:
        iso = f"-{-written[0]:04d}" if written[0] < 0 else "0000"
    return _dated("before our era", identity, name, [statement("P569", moment(time, precision, JULIAN))], iso)


_DATES = {
    "year": ("+1931-00-00T00:00:00Z", 9, GREGORIAN, "1931"),
    "year of a first of January": ("+1931-01-01T00:00:00Z", 9, GREGORIAN, "1931"),
    "month": ("+1931-07-00T00:00:00Z", 10, GREGORIAN, "1931-07"),
    "julian month": ("+1631-07-00T00:00:00Z", 10, JULIAN, "1631-07"),
    "long year": ("+00000001952-03-11T00:00:00Z", 11, GREGORIAN, "1952-03-11"),
    "hour": ("+1952-03-11T00:00:00Z", 14, GREGORIAN, "1952-03-11"),
    "decade": ("+1930-00-00T00:00:00Z", 8, GREGORIAN, None),
    "century": ("+1900-00-00T00:00:00Z", 7, GREGORIAN, None),
    "year zero": ("+0000-01-01T00:00:00Z", 11, GREGORIAN, None),
    "far year": ("+12345-01-01T00:00:00Z", 11, GREGORIAN, None),
    "no such day": ("+1931-02-30T00:00:00Z", 11, GREGORIAN, "1931-02"),
    "leap day of the julian calendar": ("+1900-02-29T00:00:00Z", 11, JULIAN, "1900-03-13"),
    "no leap day": ("+1900-02-29T00:00:00Z", 11, GREGORIAN, "1900-02"),
    "day without its number": ("+1931-07-00T00:00:00Z", 11, GREGORIAN, "1931-07"),
    "another calendar": ("+1352-07-01T00:00:00Z", 11, "http://www.wikidata.org/entity/Q28892", None),
    "no time": ("yesterday", 11, GREGORIAN, None),
}


def _precision(chance: random.Random, identity: str, name: str) -> Made:
    shape, (time, precision, calendar, born) = chance.choice(sorted(_DATES.items()))
    return _dated(shape, identity, name, [statement("P569", moment(time, precision, calendar))], born)


def _unknown(chance: random.Random, identity: str, name: str) -> Made:
    kind = chance.choice(["somevalue", "novalue"])
    known = statement("P569", moment("+1950-01-02T00:00:00Z"))
    births, born = chance.choice(
        [([statement("P569", kind)], None), ([statement("P569", kind), known], "1950-01-02")]
    )
    return _dated(kind, identity, name, births, born)


def _disputed(chance: random.Random, identity: str, name: str) -> Made:
    times, born = chance.choice(
        [
            (["+1950-01-02", "+1950-01-03"], "1950-01"),
            (["+1950-01-02", "+1950-03-02"], "1950"),
            (["+1950-01-02", "+1951-01-02"], None),
            (["+1950-01-02", "+1950-00-00", "+1950-01-00"], "1950-01-02"),
            (["+1950-01-02", "+1950-01-02"], "1950-01-02"),
        ]
    )
    chance.shuffle(times)
    precise = [9 if time.endswith("-00-00") else 10 if time.endswith("-00") else 11 for time in times]
    births = [
        statement("P569", moment(f"{time}T00:00:00Z", exact))
        for time, exact in zip(times, precise, strict=True)
    ]
    return _dated("disputed", identity, name, births, born)


def _moved(chance: random.Random, identity: str, name: str) -> Made:
    old = f"Q{int(identity[1:]) + 500_000_000}"
    how = chance.choice(["redirects", "title", "wrapped"])
    line = entity(identity, name)
    if how == "redirects":
        line["redirects"] = {"from": old, "to": identity}
    elif how == "title":
        line["title"] = old
    else:
        line = {"entities": {old: line}}
    result = Authority(id=identity, label=name)
    return Made(f"moved: {how}", encoded(line), result, moved=((old, Redirect(id=old, redirect=identity)),))


def _moved_away(chance: random.Random, identity: str, name: str) -> Made:
    """The line of a redirect alone; what it leads to is not in the dump, or is itself."""
    target = chance.choice(["Q999999999999", identity])
    line = {"entity": identity, "redirect": target}
    return Made("moved: nowhere", encoded(line), None, moved=((identity, "redirect to nothing kept"),))


def _no_item(chance: random.Random, identity: str, name: str) -> Made:
    number = identity[1:]
    line = chance.choice(
        [
            {
                "type": "property",
                "datatype": "time",
                "id": f"P{number}",
                "labels": texts(en=name),
                "claims": {},
            },
            {
                "type": "lexeme",
                "id": f"L{number}",
                "lemmas": texts(en="quill"),
                "claims": {},
                "forms": [],
                "senses": [],
            },
            {"type": "mediainfo", "id": f"M{number}", "labels": {}, "statements": {}},
        ]
    )
    return Made(str(line["type"]), encoded(line), "property, lexeme or other")


def _no_person(chance: random.Random, identity: str, name: str) -> Made:
    claims = chance.choice(
        [
            {},
            {"P31": [item("P31", "Q515")]},
            {"P31": [item("P31", "Q5", "deprecated")]},
            {"P31": [statement("P31", "somevalue")]},
            {"P279": [item("P279", "Q5")]},
        ]
    )
    return Made("not a person", encoded(entity(identity, name, claims=claims)), "not a person")


def _organisation(chance: random.Random, identity: str, name: str) -> Made:
    kind = chance.choice(["Q7278", "Q43229", "Q3918", "Q192350"])
    claims = {"P31": [item("P31", "Q515"), item("P31", kind)]}
    label = f"{name.split()[1]} Party"
    group = Authority(id=identity, label=label, kind="group")
    return Made(
        "organisation", encoded(entity(identity, label, claims=claims)), "not a person", organised=group
    )


def _old_shape(chance: random.Random, identity: str, name: str) -> Made:
    """Values of old dumps have no id, only its number, and further keys that nobody knows."""
    claims = {"P31": [statement("P31", {"entity-type": "item", "numeric-id": 5})]}
    line = entity(identity, name, claims=claims, badges=chance.random(), other={"deep": [[{}]]})
    return Made("old values", encoded(line), Authority(id=identity, label=name))


def _broken(chance: random.Random, identity: str, name: str) -> Made:
    whole = json.dumps(entity(identity, name), ensure_ascii=False).encode()
    shape, line = chance.choice(
        [
            ("truncated", whole[: chance.randint(2, len(whole) - 2)]),
            ("not UTF-8", whole.replace(name.encode(), b"\xe9t\xe9")),
            ("wrong type", encoded(entity(identity, name, labels=texts(en=name) | {"de": 7}))),
            ("no object", b'"Q5"'),
            ("no id", b"{}"),
            ("odd id", encoded(entity("Q12", name, id="Q12; drop"))),
            ("too deep", b'{"id": "Q5", "claims": ' + b"[" * 100_000),
        ]
    )
    return Made(shape, line, "broken line")


_MAKERS: tuple[Maker, ...] = (
    *(_full, _other_label, _no_label, _ranked, _julian, _before_our_era, _precision, _precision, _unknown),
    *(_disputed, _moved, _moved_away, _no_item, _no_person, _organisation, _old_shape, _broken),
)
