"""What is kept of a record is the record, to the last character."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.ledger.written import make_record

from onrecord.ledger.packing import pack, unpack
from onrecord.model import Link, Record

TEXTS = st.text(max_size=40) | st.text(alphabet='[12,]"\\ \x00\x01\n', max_size=60)


@given(text=TEXTS, said=TEXTS, links=st.lists(st.integers(0, 3), max_size=3), far=st.integers(0, 10**9))
def test_a_record_comes_back_the_same(text: str, said: str, links: list[int], far: int) -> None:
    record = make_record(f"{text} “{said}” {text}", title=said, quotes=((said, text), ("”", None)))
    rows = tuple(replace(row, links=tuple(links), source=((far, far + 2),)) for row in record.quotations)
    link = Link(span=(far, 2 * far), href=text, text="[1,2]")
    record = Record(article=replace(record.article, links=(link,)), quotations=rows)
    assert unpack(pack(record)) == record
