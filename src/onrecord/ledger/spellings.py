"""The spellings of a ledger's speakers: how often each stands, and what a speaker is found by because of them."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, delete, insert, select, update

from onrecord.ledger.codes import SPEAKER_KIND
from onrecord.ledger.tables import speaker_keys, speaker_names, speaker_words, speakers
from onrecord.ledger.terms import words_of
from onrecord.model import SpeakerKind
from onrecord.people.register.choosing import keys_of_name
from onrecord.people.register.entries import Naming, by_frequency


def aliases_of(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Every spelling of some speakers, the most frequent first."""
    found: dict[int, dict[str, int]] = {number: {} for number in numbers}
    query = select(speaker_names.c.speaker, speaker_names.c.name, speaker_names.c.named)
    for speaker, name, named in connection.execute(query.where(speaker_names.c.speaker.in_(numbers))):
        found[speaker][name] = named
    return {number: by_frequency(counts) for number, counts in found.items()}


def add(connection: Connection, speaker: int, naming: Naming) -> None:
    """Count the spellings of a naming among those of its speaker."""
    before = _counts(connection, speaker)
    after = dict(before)
    named, spelt = after.get(naming.name, (0, 0))
    after[naming.name] = (named + 1, spelt)
    for name in dict.fromkeys(naming.aliases):
        named, spelt = after.get(name, (0, 0))
        after[name] = (named, spelt + 1)
    _change(connection, speaker, naming.kind, before, after)


def take(connection: Connection, speaker: int, naming: Naming) -> None:
    """Count them no longer, and forget those that no article has."""
    before = _counts(connection, speaker)
    after = dict(before)
    named, spelt = after.get(naming.name, (1, 0))
    after[naming.name] = (named - 1, spelt)
    for name in dict.fromkeys(naming.aliases):
        named, spelt = after.get(name, (0, 1))
        after[name] = (named, spelt - 1)
    after = {name: counts for name, counts in after.items() if max(counts) > 0}
    _change(connection, speaker, naming.kind, before, after)


def forget(connection: Connection, speaker: int, kind: SpeakerKind) -> None:
    """Take out every spelling of a speaker."""
    _change(connection, speaker, kind, _counts(connection, speaker), {})


Counts = dict[str, tuple[int, int]]


def _counts(connection: Connection, speaker: int) -> Counts:
    query = select(speaker_names.c.name, speaker_names.c.named, speaker_names.c.spelt)
    rows = connection.execute(query.where(speaker_names.c.speaker == speaker))
    return {name: (named, spelt) for name, named, spelt in rows}


def _change(connection: Connection, speaker: int, kind: SpeakerKind, before: Counts, after: Counts) -> None:
    """Bring the rows of a speaker from one state to another, and its label with them."""
    own = speaker_names.c.speaker == speaker
    for name in sorted(before.keys() | after.keys()):
        this = own & (speaker_names.c.name == name)
        if name not in after:
            connection.execute(delete(speaker_names).where(this))
        elif name not in before:
            named, spelt = after[name]
            connection.execute(
                insert(speaker_names).values(speaker=speaker, name=name, named=named, spelt=spelt)
            )
        elif before[name] != after[name]:
            named, spelt = after[name]
            connection.execute(update(speaker_names).where(this).values(named=named, spelt=spelt))
    if _named(before) != _named(after):
        _replace(
            connection,
            speaker_keys,
            speaker,
            _keys(before, kind),
            _keys(after, kind),
            kind=SPEAKER_KIND[kind],
        )
    if before.keys() != after.keys():
        _replace(connection, speaker_words, speaker, _words(before), _words(after))
    label = _label(after)
    if label is not None and label != _label(before):
        connection.execute(update(speakers).where(speakers.c.number == speaker).values(label=label))


def _replace(
    connection: Connection, table: Table, speaker: int, before: set[str], after: set[str], **fixed: int
) -> None:
    """Bring what leads to a speaker from one state to another; the first column of the table is what leads."""
    leading = table.primary_key.columns[0]
    for one in sorted(before - after):
        same = [table.c[name] == value for name, value in fixed.items()]
        connection.execute(delete(table).where(leading == one, table.c.speaker == speaker, *same))
    new = [{leading.name: one, "speaker": speaker, **fixed} for one in sorted(after - before)]
    if new:
        connection.execute(insert(table), new)


def _named(counts: Counts) -> set[str]:
    return {name for name, (named, _) in counts.items() if named}


def _keys(counts: Counts, kind: SpeakerKind) -> set[str]:
    return {key for name in _named(counts) for key in keys_of_name(name, kind)}


def _words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in words_of(name)}


def _label(counts: Counts) -> str | None:
    """The register's name of a speaker."""
    return next(iter(by_frequency({name: named for name, (named, _) in counts.items()})), None)
