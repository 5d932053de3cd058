"""What is known of an article besides its body, as one value that is gathered piece by piece."""

import msgspec

from onrecord.model import Date, Notice, Original
from onrecord.read.origin import merge_originals


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of an article besides its body; every value may be missing."""

    title: str | None = None
    deck: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    published: Date | None = None
    modified: Date | None = None
    retrieved: Date | None = None
    original: Original | None = None
    tags: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


def merge(first: Frame, second: Frame) -> Frame:
    """Two frames as one: where both know a single value the first is kept, lists are put together."""
    return Frame(
        title=first.title or second.title,
        deck=first.deck or second.deck,
        authors=first.authors or second.authors,
        outlet=first.outlet or second.outlet,
        url=first.url or second.url,
        published=first.published or second.published,
        modified=first.modified or second.modified,
        retrieved=first.retrieved or second.retrieved,
        original=merge_originals(first.original, second.original),
        tags=_distinct(first.tags + second.tags),
        credits=_distinct(first.credits + second.credits),
        captions=_distinct(first.captions + second.captions),
        notices=first.notices + second.notices,
    )


def _distinct(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
