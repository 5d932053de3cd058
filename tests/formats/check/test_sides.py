"""The two sides of a check in parts: whatever the differences, no word of either text is lost or moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.findings import Difference, Piece
from onrecord.formats.check.sides import document_side, document_words, quote_side

TEXT, DOCUMENT = "We will mend old boats.", "We shall mend boats, perhaps."
PIECES = (Piece(quote=(0, len(TEXT)), document=(100, 100 + len(DOCUMENT)), text=DOCUMENT),)
SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(tuple)


def change(op: str, kind: str, quote: tuple[int, int], document: tuple[int, int]) -> Difference:
    return Difference(op=op, kind=kind, quote=quote, document=document)  # type: ignore[arg-type]


def test_both_sides_are_cut_where_they_differ() -> None:
    differences = (
        change("replace", "wording", (3, 7), (103, 108)),
        change("insert", "wording", (13, 16), (114, 114)),
        change("delete", "wording", (22, 22), (121, 128)),
    )
    told = document_words(PIECES, differences)
    assert told == ["shall", "", "perhaps"]
    quote = [(part.role, part.quote) for part in quote_side(TEXT, differences, told)]
    assert quote == [
        *[("same", "We "), ("replace", "will"), ("same", " mend "), ("insert", "old")],
        *[("same", " boats"), ("delete", ""), ("same", ".")],
    ]
    document = [(part.role, part.document) for part in document_side(TEXT, PIECES, differences, told)]
    assert document == [
        *[("same", "We "), ("replace", "shall"), ("same", " mend boats, ")],
        *[("delete", "perhaps"), ("same", ".")],
    ]


def test_what_a_gap_left_out_stands_between_its_pieces() -> None:
    pieces = (
        Piece(quote=(0, 7), document=(0, 7), text="Come in"),
        Piece(quote=(10, 14), document=(20, 24), text="sit."),
    )
    differences = (change("delete", "ellipsis", (8, 9), (8, 19)),)
    told = document_words(pieces, differences, ("and quietly",))
    parts = document_side("Come in … sit.", pieces, differences, told)
    assert [part.document for part in parts] == ["Come in", "and quietly", "sit."]


@pytest.mark.parametrize(
    ("text", "span"),
    [("short", (103, 108)), (DOCUMENT, (90, 104)), (DOCUMENT, (120, 140))],
)
def test_words_that_no_piece_holds_whole_are_not_known(text: str, span: tuple[int, int]) -> None:
    piece = Piece(quote=(0, 5), document=(100, 129), text=text)
    assert document_words((piece,), (change("delete", "wording", (3, 3), span),)) == [None]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["insert", "delete", "replace"]),
            st.sampled_from(["wording", "bracket", "ellipsis", "joint", "order"]),
            SPANS,
            SPANS,
        ),
        max_size=6,
    )
)
def test_odd_differences_lose_no_words(rows: list[tuple[str, str, tuple[int, int], tuple[int, int]]]) -> None:
    differences = [change(op, kind, q, (d[0] + 100, d[1] + 100)) for op, kind, q, d in rows]
    told = document_words(PIECES, differences)
    assert "".join(part.quote for part in quote_side(TEXT, differences, told)) == TEXT
    parts = document_side(TEXT, PIECES, differences, told)
    letters = iter("".join(part.document or "" for part in parts))
    assert all(
        letter in letters for letter in DOCUMENT
    )  # each in its order; a repeated stretch may stand twice
