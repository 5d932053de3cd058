"""Fingerprints are found by any of them, and gone when their owner goes, on both databases."""

from onrecord.ledger import prints
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.prints import add, every, owners, remove


def test_owners_are_found_by_their_prints_until_they_go(ledger: Ledger) -> None:
    with ledger.write() as connection:
        add(connection, "copy_prints", {1: [5, 7], 2: [7, 9], 3: []})
        found = owners(connection, "copy_prints", [5, 7, 8])
        assert {one: sorted(who) for one, who in found.items()} == {5: [1], 7: [1, 2]}
        assert owners(connection, "printing_prints", [5, 7]) == {}
        remove(connection, "copy_prints", {1: [5, 7]})
        assert owners(connection, "copy_prints", [5, 7]) == {7: [2]}
        assert list(every(connection, "copy_prints")) == [(2, [7, 9])]


def test_prints_are_shortened_to_the_bits_that_winnowing_does_not_choose_by() -> None:
    assert prints.shortened([3, 3 + (1 << 20), 2, 5 << 40]) == [0, 2, 3]
