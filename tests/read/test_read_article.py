"""The door: any bytes to an article or a failure that says why, and never an exception."""

import gzip
import hashlib

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Article, Failure
from onrecord.read import LARGEST_INPUT, NOTES, read_article

BODY = "The council met on Monday. “We will not sail,” said the harbour master.\n"


def assert_sound(article: Article) -> None:
    """The invariants of every article that was read: spans in range and order, text and links as they say."""
    length = len(article.body)
    end = 0
    for start, stop in article.paragraphs:
        assert end <= start < stop <= length
        assert article.body[start:stop].strip() == article.body[start:stop]
        end = stop
    for link in article.links:
        start, stop = link.span
        assert 0 <= start < stop <= length
        assert article.body[start:stop] == link.text
    msgspec.json.encode(article)


def test_id_is_digest_of_bytes() -> None:
    data = BODY.encode()
    article, _ = read_article(data, path="a.txt")
    assert article.id == "sha256:" + hashlib.sha256(data).hexdigest()
    assert article.path == "a.txt"


@pytest.mark.parametrize(
    ("data", "path", "words"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\r\n\t ", "a.txt", "empty"),
        (b"\xef\xbb\xbf\n", "a.txt", "no text"),
        (bytes(range(256)) * 40, "a.txt", "binary"),
        (b"\0" * 500, "a.txt", "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "a.png", "picture"),
        (gzip.compress(b"news"), "a.gz", "gzip"),
        (b"PK\x03\x04" + bytes(60), "a.docx", "ZIP"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n", "a.warc", "not supported yet"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "a.xml", "not supported yet"),
        (b"\xff\xfeA", "a.txt", "damaged"),
        (b"%PDF-1.4\nnothing more", "a.pdf", "damaged PDF"),
        (b"<html><body></body></html>", "a.html", "no article"),
        (b"<html><body>" + b"<div>" * 100_000 + b"Hello", "a.html", "deep"),
        (b"# \n\n* * *\n", "a.md", "no body"),
        (b"word\n\n" * 100_001, "a.txt", "paragraphs"),
    ],
)
def test_unreadable_input_is_a_failure(data: bytes, path: str, words: str) -> None:
    article, failures = read_article(data, path=path)
    assert article == Article(id=article.id, path=path)
    assert len(failures) == 1
    assert failures[0].stage == "read"
    assert words in failures[0].reason


def test_too_large_input_is_a_failure() -> None:
    article, failures = read_article(bytes(LARGEST_INPUT + 1))
    assert article.text is None
    assert "split the file" in failures[0].reason


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16-LE"),
        ("utf-16-be", "UTF-16-BE"),
        ("utf-32", "UTF-32"),
        ("cp1252", "windows-1252"),
    ],
)
def test_other_encoding_is_read_and_said(encoding: str, named: str) -> None:
    article, failures = read_article(BODY.encode(encoding))
    assert article.text == BODY.strip()
    assert failures == (Failure(stage="encoding", reason=f"not UTF-8; read as {named}"),)
    assert failures[0].stage in NOTES


def test_declared_encoding_of_a_page_is_used() -> None:
    page = f'<html><head><meta charset="windows-1250"></head><body><p>{BODY} Łódź waits.</p></body></html>'
    article, failures = read_article(page.encode("cp1250"))
    assert "Łódź" in article.body
    assert "windows-1250" in failures[0].reason


@pytest.mark.parametrize("name", ["iso-8859-1", "ISO8859-1", "latin1", "us-ascii"])
def test_a_page_that_says_latin_is_read_with_its_quotation_marks(name: str) -> None:
    page = f'<html><head><meta charset="{name}"></head><body><p>{BODY} At the café.</p></body></html>'
    article, failures = read_article(page.encode("cp1252"))
    assert "“We will not sail,”" in article.body
    assert "windows-1252" in failures[0].reason


@pytest.mark.parametrize(
    "name", ["utf-8", "utf-7", "idna", "punycode", "unicode_escape", "no-such", "hex", "a\0b", ""]
)
def test_a_named_encoding_that_does_not_fit_is_passed_over(name: str) -> None:
    article, _ = read_article((BODY + r"\x41\N{BULLET} \q ä").encode("cp1252"), plain=True, charset=name)
    assert article.body.endswith(r"\x41\N{BULLET} \q ä")


def test_the_servers_encoding_goes_before_the_pages() -> None:
    page = f'<html><head><meta charset="windows-1250"></head><body><p>{BODY} Łódź waits.</p></body></html>'
    text = page.replace("“", '"').replace("”", '"')
    article, _ = read_article(text.encode("iso-8859-2"), charset="iso-8859-2")
    assert "Łódź" in article.body
    assert read_article(page.encode(), charset="iso-8859-2")[0].body.endswith("Łódź waits.")  # it is UTF-8


@pytest.mark.parametrize(
    "text",
    [
        "He said “\u202eno\u202c” to them all.",
        "He said \0 “no” to them all, and then he left the room.",
        "He said “no” 😀 to them all.",
        "e\u0301 said “no” to them all.",
    ],
)
def test_odd_characters_are_kept(text: str) -> None:
    article, failures = read_article(text.encode())
    assert failures == ()
    assert article.text == text
    assert article.paragraphs == ((0, len(text)),)


def test_surrogate_bytes_are_no_utf8() -> None:
    article, failures = read_article(b"He said \xed\xa0\x80 no to them all, twice.")
    assert_sound(article)
    assert failures[0].stage == "encoding"


@pytest.mark.parametrize("plain", [True, False])
def test_one_huge_line_is_read(plain: bool) -> None:
    line = "She said “no” again. " * 250_000
    article, failures = read_article(line.encode(), plain=plain)
    assert failures == ()
    assert len(article.paragraphs) == 1
    assert len(article.body) >= len(line) - 1


@pytest.mark.parametrize(
    ("start", "path", "title"),
    [
        ("<!DOCTYPE html><html>", "a.txt", "Ferry stays in port"),
        ("\ufeff\n<!-- saved --><html>", None, "Ferry stays in port"),
        ("", "a.html", "Ferry stays in port"),
        ("", "a.htm", "Ferry stays in port"),
    ],
)
def test_html_is_told_by_content_then_name(start: str, path: str | None, title: str) -> None:
    page = f"{start}<h1>Ferry stays in port</h1><p>{BODY}</p><p>{BODY * 3}</p>"
    article, failures = read_article(page.encode(), path=path)
    assert failures == ()
    assert article.title == title
    assert "<p>" not in article.body


def test_text_that_speaks_of_tags_is_text() -> None:
    text = "The <b> tag is old, said the designer. She has used it since 1996."
    assert read_article(text.encode(), path="a.txt")[0].title is None


_MARKS = '[ ]( ) [a](b) ![ * ** _ > # - 1. “ ” " ` \\ <p> </p> <a> </a> <br> <q> <html> <li> <td>'
_LINES = [
    "By Ada Quill",
    "May 3, 2024",
    "Copyright © 2024",
    "Topics: [a](#)",
    "Topics",
    "Photo: it",
    "Republished from It",
    "[x]: y",
]
_BREAKS = [
    "\n",
    "\n\n",
    "\r\n",
    "\f",
    "\0",
    "\u2028",
    "\u202e",
    "\n* ",
    "\n> ",
    "\n# ",
    "\n- ",
    "---\n",
    "*\n",
    " ",
]
_WORDS = [
    "said",
    "the",
    "Ada",
    "é",
    "😀",
    "<a href='#'>",
    "<figcaption>",
    "<blockquote>",
    "&amp;",
    "<h1>",
    "<time>",
    "Note: ",
    "<h1>",
    "<time>",
    "Copyright © 2024",
]
_FRAGMENTS = st.sampled_from([*_MARKS.split(), *_LINES, *_BREAKS, *_BREAKS, *_WORDS])


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_FRAGMENTS | st.text(max_size=8), max_size=40).map("".join), st.booleans())
def test_any_text_gives_a_sound_article(text: str, plain: bool) -> None:
    data = text.encode("utf-8", "surrogatepass")
    article, failures = read_article(data, plain=plain)
    assert_sound(article)
    assert article.text is not None or failures
    if article.text is None or failures:
        return
    if plain:
        assert article.text.encode() == data
    else:
        assert article.text == "\n\n".join(article.body[start:end] for start, end in article.paragraphs)


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300), st.sampled_from([b"", b"%PDF-1.7\n", b"<html><p>", b"\xff\xfe", b"\xef\xbb\xbf"])
)
def test_any_bytes_give_a_sound_article(data: bytes, start: bytes) -> None:
    article, failures = read_article(start + data)
    assert_sound(article)
    assert article.text is not None or failures


@settings(max_examples=150, deadline=None)
@given(st.lists(_FRAGMENTS, max_size=60).map("".join))
def test_any_page_gives_a_sound_article(inner: str) -> None:
    article, failures = read_article(f"<html><body>{inner}</body></html>".encode())
    assert_sound(article)
    if article.text is not None:
        assert article.text == "\n\n".join(article.body[start:end] for start, end in article.paragraphs)
    else:
        assert failures


def test_a_file_that_memory_is_too_small_for_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(data: bytes, *, charset: str | None = None) -> None:
        raise MemoryError

    monkeypatch.setattr("onrecord.read.decode", no_memory)
    article, (failure,) = read_article(BODY.encode())
    assert article.text is None
    assert failure.stage == "read"
    assert "not enough memory" in failure.reason
