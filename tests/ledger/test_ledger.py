"""A ledger keeps records and gives them back, the same on both databases."""

from tests.ledger.written import make_record

from onrecord.ledger.ledger import Ledger

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
