"""Links to the very words on the page: `https://...#:~:text=...`, which browsers scroll to and highlight.

The form is WICG's "URL Fragment Text Directives" (https://wicg.github.io/scroll-to-text-fragment/):
`text=[prefix-,]start[,end][,-suffix]`, each part percent-encoded, hyphen, comma and ampersand too.
"""

import re
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from onrecord.formats.visible import encodable
from onrecord.model import Span

LONGEST_EXACT = 300  # characters; longer words are given by their first and last ones
EDGE_WORDS = 5  # of long words, at either end
CONTEXT_WORDS = 3  # before and after words that the text holds more than once

_DIRECTIVE = ":~:"
_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%"  # what stands for itself in a URI, and what is encoded already
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ADDRESS = re.compile(r"(https?://[^/?#]+)([^#]*)(#?)(.*)", re.IGNORECASE)
_ONCE = {ord("["): "%5B", ord("]"): "%5D", ord("#"): "%23"}


def text_link(url: str | None, text: str, spans: Iterable[Span]) -> str | None:
    """The address of some words of an article on its live page; None where the address is not on the web.

    `spans` are half-open code point offsets into `text`; several give one link that highlights all. The page
    may have changed since it was read: then the browser opens it without a highlight.
    """
    address = web_address(url)
    if address is None:
        return None
    text = encodable(text)
    directives = [directive for span in spans if (directive := text_directive(text, span))]
    if not directives:
        return None
    page, _, fragment = address.partition("#")
    return f"{page}#{fragment.partition(_DIRECTIVE)[0]}{_DIRECTIVE}{'&'.join(directives)}"


def web_address(url: str | None) -> str | None:
    """The address as a URI (RFC 3986), other characters percent-encoded; None where it is not one of the web."""
    try:
        if url is None or urlsplit(url).scheme not in ("http", "https"):
            return None
    except ValueError:
        return None
    found = _ADDRESS.fullmatch(_STRAY.sub("%25", quote(encodable(url), safe=_IN_ADDRESSES)))
    if found is None:
        return None
    place, path, mark, fragment = found.groups()
    # What may stand in one place only: brackets around a host's number, and the first "#".
    return f"{place}{path.translate(_ONCE)}{mark}{fragment.translate(_ONCE)}"


def text_directive(text: str, span: Span) -> str:
    """`text=...` for one span: the words themselves, or their ends where they are long or go over a line's end.

    A start and an end may stand in different paragraphs, but neither may go over a paragraph's end.
    """
    start, end = span
    lines = [line for line in text[start:end].splitlines() if line.strip()]
    if not lines:
        return ""
    if len(lines) == 1 and len(lines[0]) <= LONGEST_EXACT:
        parts = [_encoded(lines[0])]
    else:
        parts = [_encoded(_first(lines[0], EDGE_WORDS)), _encoded(_last(lines[-1], EDGE_WORDS))]
    if _is_repeated(text, lines[0] if len(parts) == 1 else _first(lines[0], EDGE_WORDS)):
        before = _last(_line_before(text, start), CONTEXT_WORDS)
        after = _first(_line_after(text, end), CONTEXT_WORDS)
        parts = ([f"{_encoded(before)}-"] if before else []) + parts
        parts += [f"-{_encoded(after)}"] if after else []
    return "text=" + ",".join(parts)


def _encoded(words: str) -> str:
    """Percent-encoded, white space as one space; the hyphen too, since it tells prefix and suffix apart."""
    return quote(" ".join(words.split()), safe="").replace("-", "%2D")


def _first(words: str, count: int) -> str:
    return " ".join(words.split()[:count])


def _last(words: str, count: int) -> str:
    return " ".join(words.split()[-count:])


def _line_before(text: str, at: int) -> str:
    return (text[:at].splitlines() or [""])[-1] if not text[:at].endswith("\n") else ""


def _line_after(text: str, at: int) -> str:
    """The rest of the line, from its first whole word on: a match ends at a word's end."""
    return (text[at:].splitlines() or [""])[0]


def _is_repeated(text: str, words: str) -> bool:
    """Whether the words stand in the text more than once; browsers match without regard to case."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return sum(1 for _ in re.finditer(pattern, text, re.IGNORECASE)) > 1
