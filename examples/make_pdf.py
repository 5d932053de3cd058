"""Print `articles/grain_hall_gazette.pdf`: a newspaper article on two pages, with one quotation torn between them.

Run `python examples/make_pdf.py`. The same version of fpdf2 prints the same bytes: the dates are fixed, and the
fonts are the ones that every PDF reader brings along. The words are in this file and nowhere else.
"""

from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import XPos, YPos

TARGET = Path(__file__).resolve().parent / "articles" / "grain_hall_gazette.pdf"
OUTLET = "The Grain Hall Gazette"
TITLE = "Bread at the water’s edge"
DECK = (
    "Night after night Kessary’s carts come to the quay and wait for a bridge that is looking the other way"
)
AUTHOR = "Ysolt Brandreth"
PRINTED = datetime(2024, 3, 14, 5, 0, tzinfo=UTC)

SIZE = (170, 226)  # millimetres: a small tabloid, on which the page turns inside "We have counted every cart"
PARAGRAPHS = (
    "At three in the morning the quay at Kessary smells of rye. There were sixty-one carts on it on "
    "Wednesday, by the count of the Guild of Bakers, which says that a third of the bread eaten in "
    "Dunwarrow is baked on this side of the water.",
    "“We are the only shop in the world that queues for its customers,” said Matis Varemba, the guild’s "
    "secretary, who has driven a cart for nineteen years. He said that no loaf had yet been thrown away, "
    "but that “a cold loaf is an apology.”",
    "Harbour Commissioner Hester Vannick came over by rowing boat on Wednesday afternoon. She stayed for "
    "an hour, ate two rolls and promised nothing. “I came to listen, and I have listened,” she told the "
    "Gazette as she left. “I did not come to move a bridge.”",
    "The mayor, Ilyan Dorzhek, received her in the Grain Hall. From its steps on Monday he had said, in "
    "the Gazette’s own translation: “Of the dark we are not afraid, nor of talking. Lamps, tolls, hours: "
    "we fear none of these words. Yet bread will not wait, and so tonight must come before the rest.” The "
    "mayor said that Kessary would talk “the same morning” that the bridge came back at three.",
    "Corin Halm, the authority’s counsel, said last week that the hours were “not listed” for the talks at "
    "Three Wells. Sanne Vehl, the deputy mayor, replied that neither was the weather.",
    "On the quay they are patient, and exact. “We have counted every cart and every lamp on these stones, "
    "and we will go on counting them until the bridge comes home at an hour when a loaf is still warm,” "
    "Varemba said. He keeps the count in chalk, on the harbour wall, where the harbour can read it.",
    "In Dunwarrow, the spokeswoman of the authority, Tamsin Oake, said on Tuesday that “nobody in this "
    "building wants a hungry town.” She did not say when the hours would end. The authority reckons that "
    "the night boats have landed three hundred barrels since the first of the month.",
    "Joss Carrowby, skipper of the Second Wife, said that he would buy his bread “from whoever is awake.” "
    "Edda Lorrimaine, the minister of ports, did not answer two letters from this newspaper.",
    "Near the last lamp a girl of seventeen was asleep against a wheel. Nell Tarrow is the youngest hand "
    "in the guild. “I’m learning to bake,” she said when the band woke her, “but mostly I’m learning to "
    "wait.” She believes that the bridge will be back by summer.",
    "Then the lamps turned green, the span came round, and the carts went over in the order of the chalk. "
    "It was nine minutes past five. Whatever an “Open Span” may be, it was shut, and everyone walked.",
)


class Newspaper(FPDF):
    """A page with the running head and the page number that a reader of the text has to leave out."""

    def header(self) -> None:
        self.set_font("Times", "I", 9)
        self.cell(0, 6, OUTLET)
        self.set_x(self.l_margin)
        self.cell(0, 6, "Thursday 14 March 2024", align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.line(self.l_margin, self.get_y(), self.w - self.r_margin, self.get_y())
        self.ln(6)

    def footer(self) -> None:
        self.set_y(-16)
        self.set_font("Times", "", 9)
        self.cell(0, 6, f"{self.page_no()}", align="C")


def print_paragraphs(page: FPDF, paragraphs: tuple[str, ...]) -> None:
    """Set paragraphs in one column, a little air between them."""
    page.set_font("Times", "", 12)
    for paragraph in paragraphs:
        page.multi_cell(0, 6.2, paragraph, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        page.ln(3)


def newspaper() -> bytes:
    """The two pages as the bytes of a PDF file."""
    pdf = Newspaper(format=SIZE)
    pdf.core_fonts_encoding = "windows-1252"  # the built-in fonts do have curly marks; Latin-1 does not
    pdf.set_margins(16, 12, 16)
    pdf.set_auto_page_break(True, margin=20)
    pdf.set_creation_date(PRINTED)
    pdf.set_title(TITLE)
    pdf.set_author(AUTHOR)
    pdf.set_creator(OUTLET)
    pdf.add_page()
    pdf.set_font("Times", "B", 20)
    pdf.multi_cell(0, 9, TITLE, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.set_font("Times", "I", 12)
    pdf.multi_cell(0, 6, DECK, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.ln(2)
    pdf.set_font("Times", "", 10)
    pdf.cell(0, 6, f"By {AUTHOR}", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.cell(0, 6, f"{OUTLET}, 14 March 2024", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.ln(3)
    print_paragraphs(pdf, PARAGRAPHS)
    return bytes(pdf.output())


if __name__ == "__main__":
    TARGET.write_bytes(newspaper())
    print(f"printed {TARGET}")
