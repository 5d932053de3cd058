"""Links to words on the page, after WICG's "URL Fragment Text Directives"."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.formats.fragments import text_directive, text_link, web_address

LONG = " ".join(f"word{number}" for number in range(80))


@pytest.mark.parametrize(
    ("text", "words", "directive"),
    [
        ("The boats stay, she said.", "The boats stay", "text=The%20boats%20stay"),
        # Hyphen, comma and ampersand have a meaning in a directive, so they are always encoded.
        ("a well-known, odd & end", "well-known, odd & end", "text=well%2Dknown%2C%20odd%20%26%20end"),
        ("“Café” 🙂", "“Café” 🙂", "text=%E2%80%9CCaf%C3%A9%E2%80%9D%20%F0%9F%99%82"),
        ("50% #1 a+b=c?", "50% #1 a+b=c?", "text=50%25%20%231%20a%2Bb%3Dc%3F"),
        # Words that come twice get those around them, of the same line.
        ("We said no. They said no again.", "no.", "text=no."),
        ("We will go home. Now we will go on.", "we will go", "text=go%20home.%20Now-,we%20will%20go,-on."),
        ("Yes\nand yes and no", "Yes", "text=Yes"),
        # Neither end may go over a paragraph's end.
        (
            "“One two.\n\n“Three four,” he said.",
            "“One two.\n\n“Three four,”",
            "text=%E2%80%9COne%20two.,%E2%80%9CThree%20four%2C%E2%80%9D",
        ),
        (LONG, LONG, "text=word0%20word1%20word2%20word3%20word4,word75%20word76%20word77%20word78%20word79"),
    ],
)
def test_words_are_given_as_the_draft_says(text: str, words: str, directive: str) -> None:
    at = text.index(words)
    assert text_directive(text, (at, at + len(words))) == directive


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/x", "https://a.example/x#:~:text=b"),
        ("https://a.example/x#part", "https://a.example/x#part:~:text=b"),
        ("https://a.example/x#part:~:text=old", "https://a.example/x#part:~:text=b"),
        ("HTTP://a.example/é ü", "HTTP://a.example/%C3%A9%20%C3%BC#:~:text=b"),
        ("javascript:alert(1)", None),
        ("a.html", None),
        ("http://[bad", None),
        (None, None),
    ],
)
def test_the_link_is_the_pages_own_with_the_words(url: str | None, link: str | None) -> None:
    assert text_link(url, "a b c", [(2, 3)]) == link


def test_words_in_several_places_are_one_link() -> None:
    assert text_link("https://a.example/", "a b c", [(0, 1), (4, 5)]) == "https://a.example/#:~:text=a&text=c"


def test_no_words_are_no_link() -> None:
    assert text_link("https://a.example/", "a b c", [(1, 2)]) is None
    assert text_link("https://a.example/", "a b c", []) is None


@given(text=st.text(max_size=60), data=st.data())
def test_any_words_make_a_directive_with_nothing_loose(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    directive = text_directive(text, (start, end))
    if not text[start:end].strip():
        assert directive == ""
        return
    assert re.fullmatch(r"text=(?:[\w.~%]+-,)?[\w.~%]+(?:,[\w.~%]+)?(?:,-[\w.~%]+)?", directive, re.ASCII)
    assert unquote(directive).isprintable() or not text.isprintable()


@pytest.mark.parametrize("url", ["https://a.example/%41?q=a&b=%20#x", "http://a.example:80/~b/;c"])
def test_an_address_that_is_right_is_left_as_it_is(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://a.example/b c?d[0]=1", "https://a.example/b%20c?d%5B0%5D=1"),
        ("https://[::1]:80?x[]#a#b", "https://[::1]:80?x%5B%5D#a%23b"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("http:a.example", None),
        ("https:///path", None),
    ],
)
def test_an_address_is_made_one_that_the_standard_allows_or_none(url: str, address: str | None) -> None:
    assert web_address(url) == address
