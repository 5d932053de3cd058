"""What stands around the body of an article, taken from its lines: headline, byline, dates, tags, notices.

The same rules serve text, PDF and HTML: `read_frame` gets the blocks of an article in reading order and gives
back what it knows of the article and the blocks that are its body.
"""

import re

from onrecord.model import Article, Notice
from onrecord.read.blocks import Block, assemble, join_torn
from onrecord.read.frame import Frame, merge
from onrecord.read.front import read_front
from onrecord.read.tail import read_tail, take_between

_SIGNATURE = re.compile(r"^(?:[—–―]|--?)\s*[^\W_a-z]")
_HANDLE = re.compile(r"\(@\w[\w.@-]{0,80}\)")
_LONGEST_SIGNATURE = 160


def read_frame(blocks: list[Block], *, known: Frame | None = None) -> tuple[Frame, list[Block]]:
    """What the lines before and after the body say of the article, and the blocks of the body.

    What is `known` already (from a page's metadata) wins over what the lines say, but the lines are still
    taken out of the body.
    """
    front, rest = read_front(blocks, known=known or Frame())
    tail, rest = read_tail(rest, front=front)
    between, body = take_between(rest)
    stamps, body = _take_stamps(body)
    frame = merge(merge(front, tail), Frame(captions=between.captions, notices=between.notices + stamps))
    return frame, join_torn(body)


def build_article(frame: Frame, body: list[Block], *, id: str, path: str | None) -> Article:
    """The article: the body put together, with what is known of it."""
    body = [block for block in body if block.text and block.kind != "rule"]
    text, paragraphs, links = assemble(body)
    return Article(
        id=id,
        path=path,
        url=frame.url,
        title=frame.title,
        deck=frame.deck,
        authors=frame.authors,
        outlet=frame.outlet,
        published=frame.published,
        modified=frame.modified,
        retrieved=frame.retrieved,
        original=frame.original,
        tags=frame.tags,
        credit="; ".join(frame.credits) or None,
        captions=frame.captions,
        text=text,
        paragraphs=paragraphs,
        blockquotes=tuple(
            span
            for at, span in enumerate(paragraphs)
            if body[at].kind == "quote" and not _is_signature(body, at)
        ),
        links=links,
        notices=frame.notices,
    )


def _take_stamps(body: list[Block]) -> tuple[tuple[Notice, ...], list[Block]]:
    """The body without the stamps that a site sets under a post ("— Ada Quill (@quill) 3 May"), and those."""
    stamps = {at for at in range(len(body)) if _is_signature(body, at) and _HANDLE.search(body[at].text)}
    notices = tuple(Notice(kind="other", text=body[at].text) for at in sorted(stamps))
    return notices, [block for at, block in enumerate(body) if at not in stamps]


def _is_signature(body: list[Block], at: int) -> bool:
    """Whether a line of a block quotation only names whose words stand above it ("— Ada Quill, 3 May 2024")."""
    follows = at > 0 and body[at - 1].kind == "quote"
    return follows and len(body[at].text) <= _LONGEST_SIGNATURE and bool(_SIGNATURE.match(body[at].text))
