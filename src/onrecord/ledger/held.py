"""An entry of the register while articles go in or out: read once, changed in memory, written together with others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, update

from onrecord.ledger import profiles, spellings
from onrecord.ledger.codes import SPEAKER_KIND
from onrecord.ledger.profiles import Facts
from onrecord.ledger.spellings import Spellings
from onrecord.ledger.tables import parted, speaker_keys, speaker_names, speaker_words, speakers
from onrecord.ledger.tables import profiles as profile_table
from onrecord.model import SpeakerKind

Ways = Callable[["Held", Spellings], set[str]]  # what leads to an entry by its spellings
# Written out once: to put it together takes longer than to run it.
_COUNTED = (
    update(speakers)
    .where(speakers.c.number == bindparam("this"))
    .values(
        label=bindparam("label"),
        articles=speakers.c.articles + bindparam("more_articles"),
        quotations=speakers.c.quotations + bindparam("more_quotations"),
    )
)


@dataclass(slots=True)
class Held:
    """An entry that a shelf holds: its state when it was read, and as it is to be written."""

    number: int
    id: str
    kind: SpeakerKind
    before: Spellings = field(default_factory=dict)
    names: Spellings = field(default_factory=dict)
    facts_before: Facts | None = None  # None where they were not read, or for a new entry
    facts: Facts | None = None
    is_new: bool = False
    articles: set[int] = field(default_factory=set)  # that are new among the entry's, or gone
    more_articles: int = 0
    more_quotations: int = 0


def write(connection: Connection, changed: Sequence[Held]) -> None:
    """Write entries as they are now; one that nobody names any more is taken out."""
    gone = [held for held in changed if not spellings.is_named(held.names)]
    for held in gone:
        held.names = {}
    _write_speakers(connection, changed, gone)
    _write_names(connection, changed)
    _write_ways(connection, speaker_keys, changed, _ways_by_key)
    _write_ways(connection, speaker_words, changed, _ways_by_word)
    _write_facts(connection, changed, gone)
    if gone:
        numbers = [held.number for held in gone]
        connection.execute(delete(parted).where(parted.c.speaker.in_(numbers)))


def _write_speakers(connection: Connection, changed: Sequence[Held], gone: Sequence[Held]) -> None:
    new, counted = [], []
    for held in changed:
        label = next(iter(spellings.aliases_of(held.names)), None)
        if label is None:
            continue
        counts = {
            "label": label,
            "more_articles": held.more_articles,
            "more_quotations": held.more_quotations,
        }
        if held.is_new:
            row = {"number": held.number, "id": held.id, "kind": SPEAKER_KIND[held.kind], "label": label}
            new.append({**row, "articles": held.more_articles, "quotations": held.more_quotations})
        else:
            counted.append({"this": held.number, **counts})
    _insert(connection, speakers, new)
    if counted:
        connection.execute(_COUNTED, counted)
    if gone:
        numbers = [held.number for held in gone if not held.is_new]
        connection.execute(delete(speakers).where(speakers.c.number.in_(numbers)))


def _write_names(connection: Connection, changed: Sequence[Held]) -> None:
    new, counted, gone = [], [], []
    for held in changed:
        for name, (named, spelt) in held.names.items():
            if name not in held.before:
                new.append({"speaker": held.number, "name": name, "named": named, "spelt": spelt})
            elif held.before[name] != (named, spelt):
                counted.append({"this": held.number, "called": name, "now_named": named, "now_spelt": spelt})
        gone += [{"this": held.number, "called": name} for name in held.before if name not in held.names]
    own = (speaker_names.c.speaker == bindparam("this"), speaker_names.c.name == bindparam("called"))
    _insert(connection, speaker_names, new)
    if counted:
        values: dict[str, Any] = {"named": bindparam("now_named"), "spelt": bindparam("now_spelt")}
        connection.execute(update(speaker_names).where(*own).values(values), counted)
    if gone:
        connection.execute(delete(speaker_names).where(*own), gone)


def _write_ways(connection: Connection, table: Table, changed: Sequence[Held], ways: Ways) -> None:
    """Write what leads to the entries; the first column of the table is what leads."""
    new, gone = [], []
    leading = table.primary_key.columns[0].name
    for held in changed:
        before, after = ways(held, held.before), ways(held, held.names)
        kind = {"kind": SPEAKER_KIND[held.kind]} if "kind" in table.c else {}
        new += [{leading: one, "speaker": held.number, **kind} for one in sorted(after - before)]
        gone += [{"way": one, "this": held.number} for one in sorted(before - after)]
    _insert(connection, table, new)
    if gone:
        own = (table.c[leading] == bindparam("way"), table.c.speaker == bindparam("this"))
        connection.execute(delete(table).where(*own), gone)


def _write_facts(connection: Connection, changed: Sequence[Held], gone: Sequence[Held]) -> None:
    new, kept = [], []
    for held in changed:
        if held.names and held.is_new:
            new.append({"speaker": held.number, "facts": profiles.pack(held.facts or profiles.NOTHING)})
        elif held.names and held.facts is not None and held.facts != held.facts_before:
            kept.append({"this": held.number, "now": profiles.pack(held.facts)})
    _insert(connection, profile_table, new)
    own = profile_table.c.speaker == bindparam("this")
    if kept:
        connection.execute(update(profile_table).where(own).values(facts=bindparam("now")), kept)
    if gone:
        connection.execute(delete(profile_table).where(own), [{"this": held.number} for held in gone])


def _ways_by_key(held: Held, names: Spellings) -> set[str]:
    return spellings.keys_of(names, held.kind)


def _ways_by_word(held: Held, names: Spellings) -> set[str]:
    return spellings.words_in(names)


def _insert(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
