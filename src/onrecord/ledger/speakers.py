"""The speakers of a ledger: who is called by a name, under any spelling, and what the register knows of them."""

from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, func, select

from onrecord.ledger import facets, spellings
from onrecord.ledger.codes import DECIDED_BY, SPEAKER_KINDS
from onrecord.ledger.keeping import read_records
from onrecord.ledger.packing import unpack_reasons
from onrecord.ledger.spellings import Count
from onrecord.ledger.storable import storable
from onrecord.ledger.tables import namings, parted, speaker_names, speaker_words, speakers
from onrecord.ledger.terms import words_of
from onrecord.model import SpeakerKind
from onrecord.people.register import Entry, Merge, Naming, naming_key
from onrecord.people.register.namings import namings_of

MOST_NAMED = 200  # speakers of one name that are looked at, the most quoted first
MOST_ELSEWHERE = 40  # of them whose other spellings a search follows
_AT_ONCE = 200  # articles


class Called(NamedTuple):
    """A speaker of the register, with how many quotations and articles, and every spelling, the most frequent first."""

    number: int
    id: str
    kind: SpeakerKind
    label: str
    quotations: int
    articles: int
    aliases: tuple[str, ...]


def speakers_named(connection: Connection, name: str) -> list[Called]:
    """The speakers of an id, or with all words of a name next to each other in one spelling; the most quoted first."""
    own = _called(connection, select(speakers).where(speakers.c.id == storable(name)))
    if own:
        return own
    words = list(dict.fromkeys(words_of(name)))
    if not words:
        return []
    holding = (
        select(speaker_words.c.speaker)
        .where(speaker_words.c.word.in_(words))
        .group_by(speaker_words.c.speaker)
        .having(func.count() == len(words))
    )
    query = select(speakers).where(speakers.c.number.in_(holding))
    query = query.order_by(speakers.c.quotations.desc(), speakers.c.number).limit(MOST_NAMED)
    return [row for row in _called(connection, query) if any(_holds(alias, name) for alias in row.aliases)]


def otherwise_named(connection: Connection, name: str) -> list[int]:
    """The numbers of speakers called by a name whom some articles call by another, in which it does not stand."""
    found = [
        row.number
        for row in speakers_named(connection, name)
        if not all(_holds(alias, name) for alias in row.aliases)
    ]
    return found[:MOST_ELSEWHERE]


def speakers_of(connection: Connection) -> list[Called]:
    """All speakers, those in most articles first."""
    query = select(speakers).order_by(speakers.c.articles.desc(), speakers.c.label, speakers.c.number)
    return _called(connection, query)


def most_quoted(connection: Connection, *, most: int = 100) -> list[Called]:
    """The speakers with most quotations."""
    query = select(speakers).order_by(speakers.c.quotations.desc(), speakers.c.number).limit(most)
    return _called(connection, query)


def entry_of(connection: Connection, number: int, *, start: int = 0, most: int | None = None) -> Entry:
    """What the register knows of a speaker: every naming, and why each was taken to be the same one.

    Of very many namings only some may be wanted: at most so many, from one on, in their order.
    """
    row = connection.execute(select(speakers).where(speakers.c.number == number)).one()
    wanted = select(namings).where(namings.c.speaker == number)
    wanted = wanted.order_by(namings.c.score.is_not(None), namings.c.article, namings.c.kind, namings.c.name)
    rows = connection.execute(wanted.offset(start).limit(most)).all()
    by_article: dict[int, dict[tuple[str, str], Any]] = {}
    for each in rows:
        by_article.setdefault(each.article, {})[each.name, SPEAKER_KINDS[each.kind]] = each
    found: list[tuple[Naming, Any]] = []
    ordered = sorted(by_article)
    for start in range(0, len(ordered), _AT_ONCE):
        for article, record in read_records(
            connection, ordered[start : start + _AT_ONCE], corrections=False
        ).items():
            for (name, kind), naming in namings_of(record).items():
                one = by_article[article].get((storable(name), kind))
                if one is not None:
                    found.append((naming, one))
    found.sort(key=_first_first)
    away = select(parted.c.naming).where(parted.c.speaker == number).order_by(parted.c.naming).limit(most)
    apart = connection.execute(away).scalars()
    return Entry(
        id=row.id,
        label=row.label,
        kind=SPEAKER_KINDS[row.kind],
        namings=tuple(naming for naming, _ in found),
        merges=tuple(_merge(naming, one) for naming, one in found if one.score is not None),
        apart=tuple(sorted(apart)),
    )


def _first_first(pair: tuple[Naming, Any]) -> tuple[bool, int]:
    """Whom nobody was before comes first, the others in the order of their articles."""
    return pair[1].score is not None, pair[1].article


def _merge(naming: Naming, row: Any) -> Merge:
    why = unpack_reasons(row.why, row.name)
    return Merge(naming=naming_key(naming), why=why, score=row.score / 1_000, by=DECIDED_BY[row.by])


def _called(connection: Connection, query: Select[Any]) -> list[Called]:
    rows = connection.execute(query).all()
    names: dict[int, dict[str, Count]] = {row.number: {} for row in rows}
    found = select(speaker_names).where(speaker_names.c.speaker.in_(bindparam("numbers", expanding=True)))
    for start in range(0, len(rows), 500):
        numbers = [row.number for row in rows[start : start + 500]]
        for speaker, name, named, spelt in connection.execute(found, {"numbers": numbers}):
            names[speaker][name] = Count(named, spelt)
    return [
        Called(
            row.number,
            row.id,
            SPEAKER_KINDS[row.kind],
            row.label,
            row.quotations,
            row.articles,
            spellings.aliases_of(names[row.number]),
        )
        for row in rows
    ]


def _holds(alias: str, name: str) -> bool:
    """Whether all words of a name stand next to each other in a spelling."""
    return set(facets.named(name)) <= set(facets.runs_of(words_of(alias)))
