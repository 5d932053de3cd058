"""The rows of corrections by hand: written beside an article, and read with it."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace
from sqlalchemy import Connection, func, insert, select

from onrecord.corrections import attached, check
from onrecord.corrections.completing import MOST_CORRECTIONS
from onrecord.errors import BadCorrection
from onrecord.ledger.packing import pack_value, unpack_value
from onrecord.ledger.tables import articles, corrections, speakers
from onrecord.model import Correction, Record, Speaker

_AT_ONCE = 500


def write_corrections(connection: Connection, number: int, record: Record) -> int:
    """Keep the corrections of a record beside its article; gives how many are new. Raises `BadCorrection`.

    One that is known, here or at another version, is passed over, also where it was withdrawn.
    """
    new: dict[str, Correction] = {}
    for correction in record.corrections:
        check(correction)
        new.setdefault(correction.id or "", correction)
    if len(new) > MOST_CORRECTIONS:
        raise _too_many(record)
    held = select(corrections.c.id).where(corrections.c.id.in_(list(new)))
    for id in connection.execute(held).scalars():
        del new[id]
    if not new:
        return 0
    beside = select(func.count()).select_from(corrections).where(corrections.c.article == number)
    if int(connection.execute(beside).scalar_one()) + len(new) > MOST_CORRECTIONS:
        raise _too_many(record)
    place = connection.execute(
        select(func.coalesce(articles.c.place, articles.c.id)).where(articles.c.number == number)
    ).scalar_one()
    last = int(connection.execute(select(func.coalesce(func.max(corrections.c.number), 0))).scalar_one())
    rows = [
        {
            "number": following,
            "id": id,
            "article": number,
            "place": place,
            "correction": pack_value(without_labels(correction)),
        }
        for following, (id, correction) in enumerate(new.items(), start=last + 1)
    ]
    connection.execute(insert(corrections), rows)
    return len(rows)


def with_corrections(connection: Connection, records: dict[int, Record]) -> dict[int, Record]:
    """Some records by their numbers, each with its corrections, the earliest first.

    The newest version of an article has those of the older ones too, as far as their words are still in it.
    """
    rows = connection.execute(
        select(articles.c.number, articles.c.newer, corrections.c.article, corrections.c.correction)
        .join(corrections, corrections.c.place == func.coalesce(articles.c.place, articles.c.id))
        .where(articles.c.number.in_(list(records)), corrections.c.withdrawn.is_(None))
        .order_by(corrections.c.number)
    ).all()
    if not rows:
        return records
    own: dict[int, list[Correction]] = {}
    inherited: dict[int, list[Correction]] = {}
    for row in rows:
        if row.article == row.number:
            own.setdefault(row.number, []).append(unpack_value(row.correction, Correction))
        elif row.newer is None:
            inherited.setdefault(row.number, []).append(unpack_value(row.correction, Correction))
    found = dict(records)
    for number in own.keys() | inherited.keys():
        record, older = records[number], inherited.get(number, [])
        still = {one.id for each in attached(record, older).values() for one in each}
        beside = [*own.get(number, []), *(one for one in older if one.id in still)]
        found[number] = replace(record, corrections=tuple(sorted(beside, key=_moment)))
    return _labelled(connection, found)


def without_labels(correction: Correction) -> Correction:
    """A correction as it is kept."""
    return replace(correction, speakers=tuple(replace(one, label=None) for one in correction.speakers))


def labels_of(connection: Connection, told: Iterable[Correction]) -> dict[str, str]:
    """What the register calls the speakers that corrections name by their ids."""
    ids = sorted({one.id for correction in told for one in correction.speakers if one.id})
    found: dict[str, str] = {}
    for start in range(0, len(ids), _AT_ONCE):
        query = select(speakers.c.id, speakers.c.label).where(
            speakers.c.id.in_(ids[start : start + _AT_ONCE])
        )
        found.update((row.id, row.label) for row in connection.execute(query))
    return found


def with_labels(correction: Correction, labels: dict[str, str]) -> Correction:
    """A correction whose speakers are called as the register calls them now."""
    if not any(one.id in labels for one in correction.speakers):
        return correction
    named: Sequence[Speaker] = [
        replace(one, label=labels.get(one.id)) if one.id else one for one in correction.speakers
    ]
    return replace(correction, speakers=tuple(named))


def _labelled(connection: Connection, records: dict[int, Record]) -> dict[int, Record]:
    labels = labels_of(connection, (one for record in records.values() for one in record.corrections))
    return {
        number: replace(
            record, corrections=tuple(with_labels(correction, labels) for correction in record.corrections)
        )
        for number, record in records.items()
    }


def _too_many(record: Record) -> BadCorrection:
    return BadCorrection(f"article {record.article.id} would have more than {MOST_CORRECTIONS:,} corrections")


def _moment(correction: Correction) -> str:
    return correction.at or ""
