"""What of a ledger goes out: the articles and quotations that were asked for, in the order of adding."""

import datetime
from collections.abc import Generator
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, Select, func, or_, select

from onrecord.corrections import attached
from onrecord.corrections.applying import apply
from onrecord.errors import NotInLedger
from onrecord.findings import VERDICTS
from onrecord.ledger.codes import is_quotation
from onrecord.ledger.keeping import read_records
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.tables import articles, outlets, quotations
from onrecord.model import Correction, Quotation, Record
from onrecord.words import words

AT_ONCE = 200  # articles read in one go


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for; nothing said is everything. A quotation must meet all that is said of quotations.

    `ids` are of articles or of quotations. `speaker` is a name or a part of one in whole words, or an id; `outlet`
    a name; case and accents aside. `first` and `last` bound the day of publication, both days within; an article
    whose day is not known is outside any bound. `verdicts` are those of the quotations' latest checks.
    """

    ids: tuple[str, ...] = ()
    speaker: str | None = None
    outlet: str | None = None
    first: datetime.date | None = None
    last: datetime.date | None = None
    verdicts: tuple[str, ...] = ()
    superseded: bool = False  # older versions of articles too
    corrected: bool = False  # as the corrections by hand have it, and chosen by that

    def asks_for(self, article: str | None) -> bool:
        """Whether the article is asked for as a whole, also without a quotation, and not single quotations of it."""
        return not self.speaker and not self.verdicts and self.names(article)

    def names(self, article: str | None) -> bool:
        """Whether all quotations of an article are meant, as far as its id goes."""
        return not self.ids or article in self.ids


class Chosen(NamedTuple):
    """An article as it is kept, which of its quotations were asked for, and the verdicts of these by their ids.

    `unattached` are the corrections that could not be applied, where they were to be.
    """

    record: Record
    quotations: tuple[Quotation, ...]
    verdicts: dict[str, str]
    unattached: tuple[Correction, ...] = ()

    def narrowed(self) -> Record:
        """The record with only the quotations that were asked for, and the corrections on these."""
        on = attached(self.record) if self.record.corrections else {}
        beside = {one.id for row in self.quotations for one in on.get(row.id, ())}
        corrections = tuple(one for one in self.record.corrections if one.id in beside)
        return replace(self.record, quotations=self.quotations, corrections=corrections)


def chosen(ledger: Ledger, choice: Choice) -> Generator[Chosen, None, None]:
    """The articles that were asked for, each with its quotations that were; raises `NotInLedger` for an unknown id.

    An article without a quotation that was asked for is among them only where it was itself asked for. No connection
    is held between them: an article that is added meanwhile is left out, and stands for no older version of it.
    """
    with ledger.read() as connection:
        for name in choice.ids:
            if connection.execute(select(articles.c.number).where(_holds(name)).limit(1)).first() is None:
                raise NotInLedger(f"{ledger.name} holds no article and no quotation {name}")
        newest = connection.execute(select(func.max(articles.c.number))).scalar() or 0
        wanted = _articles(connection, choice, newest)
    last = 0
    while True:
        with ledger.read() as connection:
            following = wanted.where(articles.c.number > last).limit(AT_ONCE)
            found = list(connection.execute(following).scalars())
            verdicts = _verdicts(connection, found)
            records = read_records(connection, found)
        for number in found:
            one = _choose(records[number], choice, verdicts.get(number, {}))
            if one.quotations or choice.asks_for(one.record.article.id):
                yield one
        if len(found) < AT_ONCE:
            return
        last = found[-1]


def _articles(connection: Connection, choice: Choice, newest: int) -> Select[Any]:
    """The query for the articles up to a number; what is said of single quotations is looked at afterwards."""
    query = select(articles.c.number).where(articles.c.number <= newest).order_by(articles.c.number)
    if not choice.superseded and not choice.ids:
        query = query.where(or_(articles.c.newer.is_(None), articles.c.newer > newest))
    if choice.ids:
        query = query.where(or_(*(_holds(name) for name in choice.ids)))
    if choice.outlet is not None:
        names = connection.execute(select(outlets.c.number, outlets.c.name)).all()
        numbers = [row.number for row in names if _folded(row.name) == _folded(choice.outlet)]
        query = query.where(articles.c.outlet.in_(numbers))
    if choice.first is not None:
        query = query.where(articles.c.day >= choice.first.toordinal())
    if choice.last is not None:
        query = query.where(articles.c.day <= choice.last.toordinal())
    if choice.verdicts:
        numbers_of = select(quotations.c.article).where(
            quotations.c.verdict.in_([VERDICTS.index(verdict) for verdict in choice.verdicts])
        )
        query = query.where(articles.c.number.in_(numbers_of))
    return query


def _holds(name: str) -> Any:
    """An article with this id, or one that has a quotation with it (nearly surely: four bytes of it are compared)."""
    holding = select(quotations.c.article).where(is_quotation(name))
    return or_(articles.c.id == name, articles.c.number.in_(holding))


def _verdicts(connection: Connection, numbers: list[int]) -> dict[int, dict[int, str]]:
    """By article and by the quotation's place in it."""
    query = select(quotations.c.article, quotations.c.place, quotations.c.verdict).where(
        quotations.c.article.in_(numbers), quotations.c.verdict.is_not(None)
    )
    found: dict[int, dict[int, str]] = {}
    for row in connection.execute(query).all():
        found.setdefault(row.article, {})[row.place] = VERDICTS[row.verdict]
    return found


def _choose(record: Record, choice: Choice, verdicts: dict[int, str]) -> Chosen:
    told = {record.quotations[place].id: verdict for place, verdict in verdicts.items()}
    ids = set(choice.ids)
    unattached: tuple[Correction, ...] = ()
    if choice.corrected:
        applied = apply(record)
        record, unattached = applied.record, applied.unattached
        ids |= {now for before, now in applied.ids.items() if now is not None and before in ids}
    whole = choice.names(record.article.id)
    asked = tuple(
        row
        for row in record.quotations
        if (whole or row.id in ids)
        and (choice.speaker is None or _says(row, choice.speaker))
        and (not choice.verdicts or told.get(row.id) in choice.verdicts)
    )
    return Chosen(record, asked, {row.id: told[row.id] for row in asked if row.id in told}, unattached)


def _says(quotation: Quotation, name: str) -> bool:
    asked = _folded(name)
    return any(
        name == speaker.id
        or any(asked in _folded(called) for called in (speaker.name, speaker.label) if called and asked)
        for speaker in quotation.speakers
    )


def _folded(name: str) -> str:
    """The words of a name, each between spaces, so that one name is inside another only in whole words."""
    keys = " ".join(word.key for word in words(name))
    return f" {keys} " if keys else ""
