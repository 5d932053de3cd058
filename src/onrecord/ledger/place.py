"""Where an article stands: what tells that two files are versions of one article, and the days that it gives."""

import os
import re
from datetime import date
from urllib.parse import urlsplit

from onrecord.model import Article, Date

FILE = "file:"
# Parameters that say how a reader came to a page, not which page it is.
_TRACKING = re.compile(
    r"(?:^|&)(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|ref_src|cmpid|ocid)=[^&]*", re.IGNORECASE
)
_AMP = re.compile(r"(?:/amp|\.amp)?/?$", re.IGNORECASE)


def place_of(article: Article, *, base: str | None = None) -> str | None:
    """The place of an article: its address where it has one, else its path; None for neither.

    A path that is not whole starts at `base`, where one is given. The address of a whole site, with no path, says
    nothing: pages that name it as theirs are told by their path.
    """
    return address_place(article.url) or path_place(article.path, base=base)


def address_place(url: str | None) -> str | None:
    """An address in one form: no scheme, `www.`, port, tracking parameters, fragment or slash at its end."""
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    path = _AMP.sub("", parts.path)
    query = _TRACKING.sub("", parts.query).strip("&")
    if parts.scheme not in ("http", "https") or not host or not (path or query):
        return None
    return f"{host}{path}" + (f"?{query}" if query else "")


def path_place(path: str | None, *, base: str | None = None) -> str | None:
    """The place of an article that has no address: its path; standard input has none."""
    if path is None or path in ("", "-"):
        return None
    return FILE + (path if base is None else os.path.normpath(os.path.join(base, path)))


def day_of(found: Date | None) -> int | None:
    """A date as a number of days (`datetime.date.toordinal`); None where it is not known to the day."""
    if found is None or found.value is None or found.precision not in ("minute", "day"):
        return None
    try:
        return date.fromisoformat(found.value[:10]).toordinal()
    except ValueError:
        return None
