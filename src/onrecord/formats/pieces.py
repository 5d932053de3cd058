"""A field of an article in pieces, each inside the same quotations and the same link from end to end.

The text is cut wherever a quotation, a link or a paragraph begins or ends, so that each piece is plain to
mark up, however quotations nest or overlap.
"""

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.model import Article, Span


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that lies inside the same quotations throughout, the outermost first."""

    start: int
    text: str
    inside: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    closes: tuple[int, ...] = ()
    link: int | None = None


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph, headline, deck or caption: its pieces, and the numbers that begin or go on in it."""

    field: str
    pieces: tuple[Piece, ...]
    begins: tuple[int, ...] = ()
    continues: tuple[int, ...] = ()


def field_text(article: Article, field: str) -> str:
    """The words of one field, empty where the article has no such field."""
    try:
        return article.field_text(field)
    except KeyError:
        return ""


def blocks(
    article: Article, field: str, numbered: Iterable[tuple[int, tuple[Span, ...]]]
) -> tuple[Block, ...]:
    """One field in paragraphs of pieces; `numbered` gives each quotation's number with its content spans."""
    text = field_text(article, field)
    paragraphs = _paragraphs(article, field, text)
    starts = [start for start, _ in paragraphs]
    stretches: list[list[tuple[Span, int]]] = [[] for _ in paragraphs]
    begins: list[list[int]] = [[] for _ in paragraphs]
    continues: list[list[int]] = [[] for _ in paragraphs]
    for number, content in numbered:
        seen: set[int] = set()
        for span in joined(content, text):
            for index, cut in _touched(starts, paragraphs, span):
                stretches[index].append((cut, number))
                if index not in seen:
                    (continues if seen else begins)[index].append(number)
                seen.add(index)
    links: list[list[tuple[Span, int]]] = [[] for _ in paragraphs]
    for number, link in enumerate(article.links if field == "text" else ()):
        for index, cut in _touched(starts, paragraphs, link.span):
            links[index].append((cut, number))
    return tuple(
        Block(
            field=field,
            pieces=tuple(_pieces(text, paragraph, stretches[index], links[index])),
            begins=tuple(begins[index]),
            continues=tuple(continues[index]),
        )
        for index, paragraph in enumerate(paragraphs)
    )


def joined(spans: Iterable[Span], text: str) -> list[Span]:
    """The spans in order, cut to the text, trimmed; two with only white space between are one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        start, end = max(start, 0), min(end, len(text))
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start >= end:
            continue
        if joined and (start <= joined[-1][1] or text[joined[-1][1] : start].isspace()):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _paragraphs(article: Article, field: str, text: str) -> list[Span]:
    """The paragraphs as the article has them, and whatever words stand outside them: nothing is left out."""
    given = _within(article.paragraphs if field == "text" else (), len(text))
    spans: list[Span] = []
    at = 0
    for start, end in [*given, (len(text), len(text))]:
        for line in text[at:start].split("\n\n"):
            if line.strip():
                spans.append((at, at + len(line)))
            at += len(line) + 2
        if end > start:
            spans.append((start, end))
        at = max(start, end)
    return spans


def _within(spans: Iterable[Span], length: int) -> Iterator[Span]:
    """The spans, in order, each cut so that it begins where the last one ended and ends inside the text."""
    at = 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, length)
        if start < end:
            yield start, end
            at = end


def _touched(starts: list[int], paragraphs: list[Span], span: Span) -> Iterator[tuple[int, Span]]:
    """The paragraphs that hold a part of a span: each one's number, and the part."""
    index = max(bisect_right(starts, span[0]) - 1, 0)
    while index < len(paragraphs) and paragraphs[index][0] < span[1]:
        start, end = max(span[0], paragraphs[index][0]), min(span[1], paragraphs[index][1])
        if start < end:
            yield index, (start, end)
        index += 1


def _pieces(
    text: str, paragraph: Span, stretches: list[tuple[Span, int]], links: list[tuple[Span, int]]
) -> Iterator[Piece]:
    """One sweep over everything that begins or ends in the paragraph."""
    cuts = sorted(
        {*paragraph, *itertools.chain(*(span for span, _ in stretches), *(span for span, _ in links))}
    )
    waiting = sorted(stretches, key=_place, reverse=True)
    waiting_links = sorted(links, key=_place, reverse=True)
    active: list[tuple[Span, int]] = []
    link: tuple[Span, int] | None = None
    for left, right in itertools.pairwise(cuts):
        active = [stretch for stretch in active if stretch[0][1] > left]
        while waiting and waiting[-1][0][0] == left:
            active.append(waiting.pop())
        active.sort(key=_place)
        while waiting_links and waiting_links[-1][0][0] == left:
            link = waiting_links.pop()
        if link and link[0][1] <= left:
            link = None
        yield Piece(
            start=left,
            text=text[left:right],
            inside=tuple(number for _, number in active),
            opens=tuple(number for span, number in active if span[0] == left),
            closes=tuple(number for span, number in reversed(active) if span[1] == right),
            link=link[1] if link else None,
        )


def _place(stretch: tuple[Span, int]) -> tuple[int, int, int]:
    """In order of start, the longer first: the outermost of nested quotations comes before those inside."""
    (start, end), number = stretch
    return start, -end, number
