"""PDF files with a text layer: paragraphs over line and page breaks, page furniture out, headline by its type."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.model import Article
from onrecord.read import read_article


def _load_maker() -> ModuleType:
    # Tests are no package here, so a helper beside them is loaded by its path.
    spec = importlib.util.spec_from_file_location("pdf_file", Path(__file__).with_name("pdf_file.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


pdf_file = _load_maker()

HEADLINE = ("Ferry stays in port", 72.0, 740.0, 20.0)


def read(pages: list[object], **options: object) -> Article:
    article, failures = read_article(pdf_file.make_pdf(pages, **options), path="a.pdf")
    assert failures == ()
    for link in article.links:
        assert article.body[slice(*link.span)] == link.text
    return article


def paragraphs(article: Article) -> list[str]:
    return [article.body[start:end] for start, end in article.paragraphs]


FIRST_PAGE = [
    "By Ada Quill",
    "May 3, 2024",
    "",
    "The harbour council said on Friday that the morning ferry “will not sail” until its",
    "engine is repaired, ending a month of rumours about it. It gave no fur-",
    "ther reason.",
    "",
    "The council’s spokeswoman, a well-known sailor, said that “we were willing to en-",
    "gage in",
]
SECOND_PAGE = [
    "talks with the islanders” about the timetable, and that the council would do so again",
    "in the summer, when the well-",
    "known skipper is back.",
    "",
    "Nobody disagreed.",
]


@pytest.fixture(scope="module")
def article() -> Article:
    pages = []
    for number, lines in enumerate((FIRST_PAGE, SECOND_PAGE), 1):
        furniture = [("The Example Courier", 72.0, 770.0, 9.0), (f"Page {number} of 2", 500.0, 30.0, 9.0)]
        pages.append([*furniture, *([HEADLINE] if number == 1 else []), *pdf_file.column(lines, top=700.0)])
    return read(pages)


def test_headline_byline_and_date(article: Article) -> None:
    assert (article.title, article.authors) == ("Ferry stays in port", ("Ada Quill",))
    assert article.published is not None
    assert article.published.value == "2024-05-03"


def test_paragraphs_over_lines_and_pages(article: Article) -> None:
    assert paragraphs(article) == [
        "The harbour council said on Friday that the morning ferry “will not sail” until its engine is repaired, "
        "ending a month of rumours about it. It gave no further reason.",
        "The council’s spokeswoman, a well-known sailor, said that “we were willing to engage in talks with the "
        "islanders” about the timetable, and that the council would do so again in the summer, when the well-known "
        "skipper is back.",
        "Nobody disagreed.",
    ]


def test_paragraphs_told_by_indents() -> None:
    lines = [
        "   The harbour council said on Friday that the morning ferry will not sail until",
        "its engine is repaired, and that it will not say when that may be, nor how long it",
        "   The harbour master said nothing at all, and nobody asked her to say more than",
        "she did, which was nothing.",
    ]
    found = paragraphs(read([[HEADLINE, *pdf_file.column(lines, top=700.0)]]))
    assert [text.split()[2] for text in found] == ["council", "master"]


def test_links_are_in_place() -> None:
    lines = [
        "The harbour council said on Friday that the morning ferry will not sail.",
        "",
        "Nobody disagreed.",
    ]
    links = [(0, (72.0, 696.0, 92.0, 712.0), "https://a.example/x")]
    found = read([[HEADLINE, *pdf_file.column(lines, top=700.0)]], links=links)
    assert [(link.text, link.href) for link in found.links] == [("The", "https://a.example/x")]


def test_information_of_the_file_for_want_of_better() -> None:
    lines = [
        "The harbour council said on Friday that the morning ferry will not sail.",
        "",
        "Nobody disagreed.",
    ]
    found = read([pdf_file.column(lines)], info={"Title": "Ferry stays in port", "Author": "Ada Quill"})
    assert (found.title, found.authors, found.published) == ("Ferry stays in port", ("Ada Quill",), None)
    assert len(found.paragraphs) == 2


def test_file_name_is_no_title() -> None:
    lines = ["The harbour council said on Friday that the morning ferry will not sail."]
    assert read([pdf_file.column(lines)], info={"Title": "Microsoft Word - ferry final 2.docx"}).title is None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf_file.make_pdf([[]]), "without a text layer"),
        (pdf_file.make_pdf([[]] * 401), "401 pages"),
        (pdf_file.make_pdf([pdf_file.column(["One line of text here."])])[:300], "damaged"),
        (b"%PDF-1.7\n" + bytes(2000), "damaged"),
    ],
)
def test_unreadable_pdf_is_a_failure(data: bytes, words: str) -> None:
    found, failures = read_article(data)
    assert found.text is None
    assert words in failures[0].reason
