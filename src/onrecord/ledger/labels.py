"""The register's label and id for each speaker of an article, as they are now.

A record is kept without them: when the register learns more, or a hand mends it, every record follows.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection, select

from onrecord.ledger.codes import SPEAKER_KIND
from onrecord.ledger.storable import storable
from onrecord.ledger.tables import namings, speakers
from onrecord.model import Quotation, Record, Speaker
from onrecord.people.register.namings import Key, labelled


class Known(NamedTuple):
    """A speaker of the register, by number, and as a record names it."""

    number: int
    label: str
    id: str


Called = Mapping[tuple[str, int], Known]  # by a name and a kind, as the tables have them


def called_in(connection: Connection, articles: Sequence[int]) -> dict[int, dict[tuple[str, int], Known]]:
    """Who is called what in some articles; of an article that does not stand, nobody."""
    found: dict[int, dict[tuple[str, int], Known]] = {number: {} for number in articles}
    query = (
        select(namings.c.article, namings.c.name, namings.c.kind, speakers)
        .join(speakers, speakers.c.number == namings.c.speaker)
        .where(namings.c.article.in_(articles))
    )
    for row in connection.execute(query):
        found[row.article][row.name, row[2]] = Known(row.number, row.label, row.id)
    return found


def who(speaker: Speaker, called: Called) -> Known | None:
    """The register's entry of a record's speaker."""
    return called.get((storable(speaker.name) or "", SPEAKER_KIND[speaker.kind]))


def with_labels(record: Record, called: Called) -> Record:
    """The record with the label and the id of each speaker; null for whom the register does not know."""
    known: dict[Key, tuple[str, str]] = {}
    for row in record.quotations:
        for speaker in row.speakers:
            found = who(speaker, called)
            if found is not None and speaker.name:
                known[speaker.name, speaker.kind] = (found.label, found.id)
    return labelled(record, known)


def with_label(row: Quotation, called: Called) -> Quotation:
    """One quotation with the label and the id of each speaker."""
    speakers = tuple(_labelled(speaker, who(speaker, called)) for speaker in row.speakers)
    return replace(row, speakers=speakers)


def _labelled(speaker: Speaker, known: Known | None) -> Speaker:
    return speaker if known is None else replace(speaker, label=known.label, id=known.id)


def without_labels(record: Record) -> Record:
    """The record as it is kept."""
    return labelled(record, {})
