"""Making hostile characters harmless before they are shown: one character for one, so that places hold."""

import re

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
UNKNOWN = "\ufffd"

_SPACES = "\t\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
# Explicit directions (embeddings, overrides, isolates) can make a page say what its text does not:
# "Trojan Source", CVE-2021-42574. The plain marks U+200E and U+200F only help and are kept.
_DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _table() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20)}  # the pictures of control characters: ␛
    table |= dict.fromkeys(range(0x80, 0xA0), UNKNOWN)
    table |= {0x7F: "\u2421"}
    table |= {ord(character): UNKNOWN for character in _DIRECTIONS}
    table |= {ord(character): " " for character in _SPACES}
    del table[ord("\n")]
    return table


_VISIBLE = _table()


def encodable(text: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD, so that it can be written as UTF-8."""
    return LONE_SURROGATE.sub(UNKNOWN, text) if not text.isascii() else text


def visible(text: str) -> str:
    """The text as it may be shown: controls as pictures, directions and lone surrogates as U+FFFD."""
    return encodable(text).translate(_VISIBLE)


def one_line(text: str) -> str:
    """The text as it may be shown, on one line, each run of white space as one space."""
    return " ".join(visible(text).split())
