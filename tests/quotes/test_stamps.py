"""Times at the head of a paragraph; every line is invented."""

import pytest

from onrecord.model import Article
from onrecord.quotes import find_quotations
from onrecord.quotes.stamps import without_stamps
from onrecord.text import find_paragraphs

STAMPS = [
    ("09.48 ‘The weir is shut,’ says Brant.", "09.48 "),
    ("7:12 p.m. Brant has left the weir.", "7:12 p.m. "),
    ("14:05 GMT – Brant is back.", "14:05 GMT – "),
    ("[14:05:30] Brant is back.", "[14:05:30] "),
    ("(10.15 BST) “Shut,” says Brant.", "(10.15 BST) "),
    ("41' Brant shoots over the bar.", "41' "),
    ("90+3’: “Over,” says Brant.", "90+3’: "),
    ("2.50 percent of the eels came back.", ""),
    ("12' ladders stood at the weir.", ""),
    ("27.30 Brant is late.", ""),
    ("1904 Brant was born.", ""),
    ("Brant came at 09.48 The weir was shut.", ""),
]


@pytest.mark.parametrize(("text", "stamp"), STAMPS)
def test_a_time_before_a_sentence_is_set_aside(text: str, stamp: str) -> None:
    ((start, end),) = without_stamps(text, find_paragraphs(text))
    assert (text[:start], end) == (stamp, len(text))


def test_a_time_is_no_part_of_a_quotation() -> None:
    text = "09.31 The weir is open.\n\n09.48 ‘The weir is shut,’ says Ilse Brant."
    page = Article(text=text, paragraphs=find_paragraphs(text), language="en")
    marked, rows = find_quotations(page)
    contents = [text[start:end] for row in rows for start, end in row.content]
    assert contents == ["‘The weir is shut,’"]
    assert marked.paragraphs == page.paragraphs
