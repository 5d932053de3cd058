"""Which links of an article may be followed from a page: web addresses, and nothing that runs."""

import unicodedata
from urllib.parse import urlsplit

LONGEST = 2_000


def web_address(href: str | None) -> str | None:
    """The address where it is an http or https one with a host, else None: the link is then shown as text."""
    if href is None or len(href) > LONGEST or not _is_plain(href):
        return None
    try:
        parts = urlsplit(href)
        host = parts.hostname
    except ValueError:
        return None
    return href if parts.scheme in ("http", "https") and host else None


def host_of(address: str) -> str:
    """The host that an address really leads to ("user@" before it aside), without "www."."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _is_plain(href: str) -> bool:
    """Whether it holds no white space, control, direction or lone surrogate (categories Z and C)."""
    return not any(unicodedata.category(character)[0] in "CZ" for character in href)
