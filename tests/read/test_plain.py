"""`plain`: the file is the body, unchanged to the last character."""

import pytest

from onrecord.read import read_article


@pytest.mark.parametrize(
    "text",
    [
        "One.\r\n\r\nTwo.\r\n",
        "\n\n  One. \n\n\nTwo.",
        "\ufeffOne.\n\nTwo.",
        "# One [two](three) *four*",
        "One.\rTwo.\u2028Three.\tFour.",
        "e\u0301 \u00a0 “x”",
        "<html><body><p>One.</p></body></html>",
        "By Ada Quill\n\nMay 3, 2024\n\nCopyright © 2024",
    ],
)
def test_text_is_unchanged(text: str) -> None:
    article, failures = read_article(text.encode(), plain=True)
    assert article.text == text
    assert failures == ()


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\ntwo.\n\nThree.", ["One.\ntwo.", "Three."]),
        ("One.\nTwo.\nThree.\n", ["One.", "Two.", "Three."]),
        ("One.\r\n\r\nTwo.\r\nThree.", ["One.", "Two.\r\nThree."]),
        ("One.\n \t\nTwo.", ["One.", "Two."]),
        ("\n\nOne.\nTwo.\n\n", ["One.", "Two."]),
        ("\n\n  One.  \n\n\n\n Two.\n\n", ["One.", "Two."]),
        ("One.", ["One."]),
    ],
)
def test_paragraphs(text: str, paragraphs: list[str]) -> None:
    article, _ = read_article(text.encode(), plain=True)
    assert [article.body[start:end] for start, end in article.paragraphs] == paragraphs


def test_nothing_else_is_read() -> None:
    article, _ = read_article(b"A headline\n\nBy Ada Quill\n\nThe body.", plain=True)
    assert (article.title, article.authors, article.links, article.notices) == (None, (), (), ())
