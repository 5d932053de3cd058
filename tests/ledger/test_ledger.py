"""A ledger keeps records and gives them back, the same on both databases."""

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.dialects import sqlite
from tests.ledger.written import make_record

from onrecord.ledger.codes import is_quotation
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.tables import quotations

TEXT = "The quay is closed, the mayor said.\n\n“We will open it,” said Ada Quill. “Soon.”"
RECORD = make_record(
    TEXT,
    path="quay.txt",
    title="The quay",
    outlet="The Courier",
    quotes=(("We will open it,", "Ada Quill"), ("Soon.", "Ada Quill")),
)


def test_what_is_kept_comes_back_the_same(ledger: Ledger) -> None:
    kept = ledger.keep(RECORD)
    assert kept.state == "new"
    assert kept.id is not None
    assert ledger.record(kept.id).article == RECORD.article
    found = ledger.quotation(RECORD.quotations[1].id)
    assert found.quotation.content == RECORD.quotations[1].content


def test_a_quotation_is_found_by_its_id_without_a_look_at_all(tmp_path: Path) -> None:
    query = select(quotations.c.number).where(is_quotation(RECORD.quotations[0].id))
    words = query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    with Ledger.open(str(tmp_path / "ledger.db")) as ledger:
        ledger.keep(RECORD)
        with ledger.read() as connection:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}").all()
            assert len(connection.execute(query).all()) == 1
    assert [row.detail for row in plan] == ["SEARCH quotations USING INDEX quotations_digest (<expr>=?)"]
