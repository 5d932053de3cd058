"""A quotation read by itself is the one of its record."""

from msgspec.structs import replace
from sqlalchemy import select
from tests.conftest import ROOT

from onrecord.ledger.keeping import place_at, read_quotations, read_record
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.rows import quotation_row, quotation_rows
from onrecord.ledger.tables import articles
from onrecord.pipeline import read_file


def test_each_is_as_in_its_record_with_its_labels_and_parent(ledger: Ledger) -> None:
    for path in sorted((ROOT / "examples" / "articles").glob("*.[tm]*")):
        ledger.keep(read_file(path))
    with ledger.read() as connection:
        numbers = connection.execute(select(articles.c.number)).scalars().all()
        parents = labels = 0
        for number in numbers:
            record, where = read_record(connection, number), place_at(connection, number)
            bare = replace(record.article, marks=())
            found = read_quotations(connection, [(number, place) for place in range(where.quotations)])
            assert found == {(number, place): (bare, row) for place, row in enumerate(record.quotations)}
            rows = quotation_rows(connection, range(where.first, where.first + where.quotations))
            assert rows == [quotation_row(record.article, row, None) for row in record.quotations]
            parents += sum(row.parent is not None for row in record.quotations)
            labels += sum(bool(speaker.id) for row in record.quotations for speaker in row.speakers)
    assert parents > 0
    assert labels > 20


def test_what_is_not_there_is_left_out(ledger: Ledger) -> None:
    with ledger.read() as connection:
        assert read_quotations(connection, [(1, 0)]) == {}
        assert quotation_rows(connection, [1, 2]) == []
