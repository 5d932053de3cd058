"""Anything a person has, as an `Article`: text, Markdown-like text, HTML and PDF files.

    read_article        bytes to an article, and what could not be done
    language_failure    why only the quotation marks of an article in another language are read

Only `fetch.py` opens a network connection. Bad content never raises: it gives an article with nulls and a failure.
"""

import re

import msgspec

from onrecord.errors import InputError, InputTooLarge, UnreadableInput
from onrecord.model import Article, Failure, article_id
from onrecord.read.decode import decode
from onrecord.read.language import SUPPORTED_LANGUAGES, find_language, language_failure

__all__ = [
    "LARGEST_INPUT",
    "NOTES",
    "SUPPORTED_LANGUAGES",
    "is_html",
    "language_failure",
    "read_article",
    "refuse_other_forms",
]

# The largest file that is read as one article: a long one has some hundred kilobytes.
LARGEST_INPUT = 64 * 1024 * 1024
# Stages whose failures are notes: the article was read, and something about the reading should be known.
NOTES = frozenset({"encoding"})

_HTML_START = re.compile(
    r"^\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAGS = re.compile(r"</(?:p|div|html|body|head|article|section|h[1-6]|title)\s*>", re.IGNORECASE)
_FEED_START = re.compile(
    r"^\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL
)
_BINARY_STARTS = (
    (b"PK\x03\x04", "a ZIP archive or an office document; save the article as text, HTML or PDF"),
    (b"\x1f\x8b", "compressed with gzip; decompress it first"),
    (b"BZh", "compressed with bzip2; decompress it first"),
    (b"\xfd7zXZ\x00", "compressed with xz; decompress it first"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; decompress it first"),
    (b"\x89PNG", "a picture; onrecord reads text, HTML and PDF"),
    (b"\xff\xd8\xff", "a picture; onrecord reads text, HTML and PDF"),
    (b"GIF8", "a picture; onrecord reads text, HTML and PDF"),
    (b"{\\rtf", "a rich text file; save the article as text, HTML or PDF"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save the article as text, HTML or PDF"),
)


def read_article(
    data: bytes,
    *,
    path: str | None = None,
    plain: bool = False,
    address: str | None = None,
    charset: str | None = None,
) -> tuple[Article, tuple[Failure, ...]]:
    """Read one file as an article, whatever it is, and say what could not be done.

    With `plain`, the file is the body, unchanged. `address` is where it was fetched from, and `charset` the encoding
    that the server named, where it was fetched. Never raises for bad content: an input that cannot be read
    gives an article with nulls and a failure of stage `read`; one read in an assumed encoding gives the
    article and a note of stage `encoding` (`NOTES`).
    """
    id = article_id(data)
    try:
        article, notes = _read(data, id=id, path=path, plain=plain, address=address, charset=charset)
    except InputError as error:
        return _unread(id, path, str(error))
    except MemoryError:
        return _unread(id, path, "there is not enough memory to read this file; split it into its articles")
    except Exception as error:
        # The edge of the part: a file that its reader, or a library under it, was not made for must not end a
        # run over many; the kind of error says where to look.
        reason = f"the reader failed on this file ({type(error).__name__}: {error}); please report it"
        return _unread(id, path, reason)
    article = msgspec.structs.replace(article, language=_language(article))
    if address is not None:
        from onrecord.read.site import placed

        article = placed(article, address)
    return article, notes


def _unread(id: str, path: str | None, reason: str) -> tuple[Article, tuple[Failure, ...]]:
    return Article(id=id, path=path), (Failure(stage="read", reason=reason),)


def _language(article: Article) -> str | None:
    return find_language(article.body) if article.body.strip() else None


def _read(
    data: bytes, *, id: str, path: str | None, plain: bool, address: str | None, charset: str | None
) -> tuple[Article, tuple[Failure, ...]]:
    if len(data) > LARGEST_INPUT:
        raise InputTooLarge(
            f"{len(data):,} bytes, more than the {LARGEST_INPUT:,} that one article may have; split the file"
        )
    if not data.strip():
        raise UnreadableInput("the file is empty")
    if not plain:
        if b"%PDF-" in data[:1024]:
            from onrecord.read.pdf import read_pdf

            return read_pdf(data, id=id, path=path), ()
        refuse_other_forms(data, path or "")
    text, encoding = decode(data, charset=charset)
    notes = (Failure(stage="encoding", reason=f"not UTF-8; read as {encoding}"),) if encoding else ()
    if plain:
        from onrecord.read.plain import read_plain

        return read_plain(text, id=id, path=path), notes
    if not text.strip("\ufeff \t\r\n\f\v\0"):
        raise UnreadableInput("the file has no text")
    if _FEED_START.match(text[:4000]):
        raise UnreadableInput("a feed: this form is not supported yet; save its articles as HTML files")
    if is_html(text, path or ""):
        from onrecord.read.html import read_html

        return read_html(text, id=id, path=path, address=address), notes
    from onrecord.read.markup import read_markup

    article = read_markup(text, id=id, path=path)
    if not article.text:
        raise UnreadableInput(
            "no body was found in the text; with --plain the whole file is taken for the body"
        )
    return article, notes


def refuse_other_forms(data: bytes, path: str) -> None:
    """Raise `UnreadableInput` for archives, pictures and office documents, with what to do."""
    for start, what in _BINARY_STARTS:
        if data.startswith(start):
            raise UnreadableInput(what)
    if data.startswith(b"WARC/") or path.lower().endswith((".warc", ".warc.gz")):
        raise UnreadableInput(
            "a web archive (WARC): this form is not supported yet; save its pages as HTML files"
        )


def is_html(text: str, path: str) -> bool:
    """HTML by what the file begins with or by its tags; the file's name decides only where they leave doubt."""
    if _HTML_START.match(text[:8000]):
        return True
    closing_tags = len(_HTML_TAGS.findall(text[:200_000]))
    if path.lower().endswith((".html", ".htm", ".xhtml")):
        return closing_tags > 0
    return closing_tags >= 3 and text.lstrip("\ufeff \t\r\n").startswith("<")
