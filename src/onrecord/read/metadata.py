"""What stands around the body of an article, taken from its lines: headline, byline, dates, tags, notices.

The same rules serve text, PDF and HTML: `read_frame` gets the blocks of an article in reading order and gives
back what it knows of the article and the blocks that are its body.
"""

from onrecord.model import Article
from onrecord.read.blocks import Block, assemble, join_torn
from onrecord.read.frame import Frame, merge
from onrecord.read.front import read_front
from onrecord.read.tail import read_tail, take_between


def read_frame(blocks: list[Block], *, known: Frame | None = None) -> tuple[Frame, list[Block]]:
    """What the lines before and after the body say of the article, and the blocks of the body.

    What is `known` already (from a page's metadata) wins over what the lines say, but the lines are still
    taken out of the body.
    """
    front, rest = read_front(blocks, known=known or Frame())
    tail, rest = read_tail(rest, front=front)
    between, body = take_between(rest)
    frame = merge(merge(front, tail), Frame(captions=between.captions, notices=between.notices))
    return frame, join_torn(body)


def build_article(frame: Frame, body: list[Block], *, id: str, path: str | None) -> Article:
    """The article: the body put together, with what is known of it."""
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
        links=links,
        notices=frame.notices,
    )
