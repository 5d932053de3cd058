"""Which site an address belongs to, and the address that an article that was fetched has."""

from urllib.parse import urlsplit

import msgspec

from onrecord.model import Article, Original
from onrecord.read.origin import merge_originals


def host_of(address: str) -> str:
    """The host of an address, without what only tells how its pages are shown ("www.", "m.", "amp.")."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    parts = [part for part in host.lower().split(".") if part not in ("www", "m", "amp", "mobile")]
    return ".".join(parts)


def is_same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: the same host, or one a part of the other ("uk.courier.example")."""
    shorter, longer = sorted((host_of(one), host_of(other)), key=len)
    return bool(shorter) and (shorter == longer or ("." in shorter and longer.endswith("." + shorter)))


def placed(article: Article, address: str) -> Article:
    """The article with the address that it was fetched from, or the one that its page gives on the same site.

    A page that gives an address on another site is a reprint of what stands there: it cannot take its place.
    """
    if article.url is None:
        return msgspec.structs.replace(article, url=address)
    if is_same_site(article.url, address):
        return article
    original = merge_originals(article.original, Original(url=article.url))
    return msgspec.structs.replace(article, url=address, original=original)
