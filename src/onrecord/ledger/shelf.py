"""The register's entries in a ledger's tables, as much of them as the register's decision takes."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, func, select

from onrecord.ledger import profiles, spellings
from onrecord.ledger.codes import SPEAKER_KIND, SPEAKER_KINDS
from onrecord.ledger.tables import parted, speaker_keys, speakers
from onrecord.people.evidence import Profile
from onrecord.people.register import Naming
from onrecord.people.register.choosing import MOST_ALIASES, MOST_COMPARED, Candidate, keys_of


class LedgerShelf:
    """Where a ledger keeps its entries: a `onrecord.people.register.choosing.Shelf`."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def sharing(self, naming: Naming) -> Sequence[Candidate]:
        """The entries that share a key with a naming: most keys first, then first seen."""
        shared = func.count().label("shared")
        query = (
            select(speaker_keys.c.speaker)
            .where(
                speaker_keys.c.key.in_(sorted(keys_of(naming))),
                speaker_keys.c.kind == SPEAKER_KIND[naming.kind],
            )
            .group_by(speaker_keys.c.speaker)
            .order_by(shared.desc(), speaker_keys.c.speaker)
            .limit(MOST_COMPARED)
        )
        numbers = self.connection.execute(query).scalars().all()
        if not numbers:
            return []
        aliases = spellings.aliases_of(self.connection, numbers)
        rows = self.connection.execute(
            select(speakers.c.number, speakers.c.id, speakers.c.kind).where(speakers.c.number.in_(numbers))
        )
        found = {number: (id, SPEAKER_KINDS[kind]) for number, id, kind in rows}
        return [Candidate(number, *found[number], aliases[number][:MOST_ALIASES]) for number in numbers]

    def profile(self, number: int) -> Profile:
        """What all namings of an entry say together."""
        return profiles.read(self.connection, number)

    def parted(self, naming: str) -> Collection[int]:
        """The entries that a hand has parted the naming of a key from."""
        query = select(parted.c.speaker).where(parted.c.naming == naming)
        return set(self.connection.execute(query).scalars())

    def __contains__(self, id: object) -> bool:
        """Whether an entry of this id is there."""
        return (
            self.connection.execute(select(speakers.c.number).where(speakers.c.id == id)).first() is not None
        )
