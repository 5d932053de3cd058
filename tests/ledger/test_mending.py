"""A register in a ledger is mended by hand, and all that hangs on its speakers follows."""

import pytest

from onrecord.errors import BadRegister
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.mending import join, split
from onrecord.ledger.search import Search, find
from onrecord.ledger.speakers import Called, entry_of, speakers_named, speakers_of
from onrecord.people.register import Register, naming_key
from onrecord.people.register.namings import namings_of

from .test_roster import TABLES, of_the_mayor
from .written import dump


def the_one(ledger: Ledger, name: str) -> Called:
    with ledger.read() as connection:
        (found,) = speakers_named(connection, name)
    return found


def test_two_made_one_are_those_of_a_register(ledger: Ledger) -> None:
    register = Register()
    for record in of_the_mayor("Toby Renn", "Mira Osk", "Tobias Renn", "Mira Osk"):
        ledger.keep(record)
        for naming in namings_of(record).values():
            register.enrol(naming)
    renn, osk = the_one(ledger, "Toby"), the_one(ledger, "Osk")
    with ledger.write() as connection:
        joined = join(connection, renn.id, osk.id, "one and the same")
    register.join(renn.id, osk.id, "one and the same")
    assert (joined.id, joined.quotations, joined.articles) == (renn.id, 4, 4)
    (expected,) = register.entries
    assert (joined.label, joined.aliases) == (expected.label, expected.aliases)
    with ledger.read() as connection:
        entry = entry_of(connection, joined.number)
        assert set(entry.merges) == set(expected.merges)
        for name in (renn.id, "Osk", "Renn"):
            assert find(connection, "quotations", Search(speaker=name)) == [4, 3, 2, 1]
        assert find(connection, "quotations", Search(speaker=osk.id)) == []
    speakers = {row.speakers[0].id for record in ledger.records() for row in record.quotations}
    assert speakers == {renn.id}


def test_what_was_parted_stays_apart(ledger: Ledger) -> None:
    records = of_the_mayor("Toby Renn", "Tobias Renn", "Tobias Renn")
    for record in records[:2]:
        ledger.keep(record)
    renn = the_one(ledger, "Renn")
    with ledger.write() as connection:
        left, parted = split(connection, renn.id, names=["Tobias Renn"])
    assert (left.id, left.label, left.articles, left.quotations) == (renn.id, "Toby Renn", 1, 1)
    assert (parted.label, parted.articles, parted.quotations) == ("Tobias Renn", 1, 1)
    with ledger.read() as connection:
        assert entry_of(connection, left.number).merges == ()
        assert find(connection, "quotations", Search(speaker=parted.id)) == [2]
    with ledger.write() as connection:
        join(connection, left.id, parted.id, "after all")
    again = the_one(ledger, "Renn")
    assert (again.id, again.articles) == (renn.id, 2)


def test_where_the_first_uses_are_parted_both_sides_are_those_of_a_register(ledger: Ledger) -> None:
    register = Register()
    for record in of_the_mayor("Tobias Renn", "Tobias Renn", "Toby Renn", "Toby Renn"):
        ledger.keep(record)
        for naming in namings_of(record).values():
            register.enrol(naming)
    (entry,) = register.entries
    wanted = [naming_key(naming) for naming in entry.namings if naming.name == "Tobias Renn"]
    expected = register.split(entry.id, wanted)
    with ledger.write() as connection:
        found = split(connection, entry.id, names=["Tobias Renn"])
        entries = [entry_of(connection, one.number) for one in found]
    assert [one.id for one in found] == [one.id for one in expected]
    assert [one.namings for one in entries] == [one.namings for one in expected]
    assert [one.merges for one in entries] == [one.merges for one in expected]
    assert [set(one.apart) for one in entries] == [set(one.apart) for one in expected]


def test_a_split_undoes_a_join(ledger: Ledger) -> None:
    for record in of_the_mayor("Toby Renn", "Mira Osk"):
        ledger.keep(record)
    before = dump(ledger)
    renn, osk = the_one(ledger, "Renn"), the_one(ledger, "Osk")
    with ledger.write() as connection:
        join(connection, renn.id, osk.id, "one and the same")
        split(connection, renn.id, names=["Mira Osk"])
    after = dump(ledger)
    tables = [name for name in (*TABLES, "printings", "voices", "voice_keys") if name != "parted"]
    assert {name: after[name] for name in tables} == {name: before[name] for name in tables}


def test_what_cannot_be_mended_is_refused(ledger: Ledger) -> None:
    for record in of_the_mayor("Toby Renn"):
        ledger.keep(record)
    renn = the_one(ledger, "Renn")
    with ledger.write() as connection:
        for first, second in ((renn.id, "speaker:none"), ("Renn", renn.id), (renn.id, renn.id)):
            with pytest.raises(BadRegister):
                join(connection, first, second, "no reason")
        with pytest.raises(BadRegister, match="one side would hold no naming"):
            split(connection, renn.id, names=["Toby Renn"])
        assert [row.id for row in speakers_of(connection)] == [renn.id]
