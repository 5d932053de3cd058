"""What is shown of an article: numbers, speakers, and pieces that together are the whole text."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.formats.layout import lay_out
from onrecord.model import Article, Link, Quotation, Record, Speaker


def test_quotations_are_numbered_in_reading_order_from_the_headline_on(harbour: Record) -> None:
    page = lay_out(harbour)
    assert [entry.number for entry in page.entries] == list(range(1, 15))
    assert page.entries[0].words == "Ferry line “will not close”"
    assert page.entries[2].words == "The Saltby ferry will run through the winter"


def test_only_statements_are_shown_unless_all_are_asked_for(harbour: Record) -> None:
    assert "belief" not in {entry.quotation.act for entry in lay_out(harbour).entries}
    assert lay_out(harbour).left_out == 1
    assert "belief" in {entry.quotation.act for entry in lay_out(harbour, everything=True).entries}
    assert lay_out(harbour, everything=True).left_out == 0


def test_a_quotation_of_two_speakers_is_with_both(harbour: Record) -> None:
    by_name = {voice.name: [entry.number for entry in voice.entries] for voice in lay_out(harbour).voices}
    assert 14 in by_name["Tobias Ekwall"]
    assert 14 in by_name["Ruth Adeyemi-Lund"]


def test_quotations_of_nobody_come_last_under_one_heading(harbour: Record) -> None:
    assert lay_out(harbour).voices[-1].called == "unknown"
    assert [voice.called for voice in lay_out(harbour).voices].count("unknown") == 1


def test_a_quotation_over_two_paragraphs_begins_in_one_and_goes_on_in_the_next() -> None:
    text = "“One.\n\n“Two,” he said."
    row = Quotation(id="q", kind="direct", content=((0, 5), (7, 13)), by="test/1")
    page = lay_out(Record(article=Article(text=text, paragraphs=((0, 5), (7, 22))), quotations=(row,)))
    assert [(block.begins, block.continues) for block in page.body] == [((1,), ()), ((), (1,))]


spans = st.tuples(st.integers(-2, 45), st.integers(-2, 45))


@given(
    text=st.text(alphabet="ab .\n", max_size=40),
    contents=st.lists(st.lists(spans, max_size=3), max_size=5),
    paragraphs=st.lists(spans, max_size=3),
    links=st.lists(spans, max_size=3),
)
def test_pieces_hold_every_word_once_whatever_the_spans(
    text: str,
    contents: list[list[tuple[int, int]]],
    paragraphs: list[tuple[int, int]],
    links: list[tuple[int, int]],
) -> None:
    rows = tuple(
        Quotation(
            id=str(number),
            kind="direct",
            content=tuple(content),
            by="t/1",
            speakers=(Speaker(name="A", kind="person"),),
        )
        for number, content in enumerate(contents)
    )
    article = Article(
        text=text,
        paragraphs=tuple(paragraphs),
        links=tuple(Link(span=span, href=None, text="") for span in links),
    )
    page = lay_out(Record(article=article, quotations=rows))
    shown = "".join(piece.text for block in page.body for piece in block.pieces)
    assert "".join(shown.split()) == "".join(text.split())
    for block in page.body:
        for piece in block.pieces:
            assert text[piece.start : piece.start + len(piece.text)] == piece.text
            for number in piece.inside:
                content = page.entries[number - 1].quotation.content
                inside = [text[at] for at in range(piece.start, piece.start + len(piece.text))]
                covered = [any(s <= piece.start + i < e for s, e in content) for i in range(len(inside))]
                assert all(c or character.isspace() for c, character in zip(covered, inside, strict=True))
