"""Plain text (`--plain`): the file is the body, unchanged to the last character."""

import re

from onrecord.model import Article, Span
from onrecord.read.blocks import check_paragraphs

_LINE = re.compile(r"[^\r\n]+")
_LINE_BREAK = re.compile(r"\r\n|\n|\r")


def read_plain(text: str, *, id: str, path: str | None) -> Article:
    """The text as an article with nothing but a body."""
    return Article(id=id, path=path, text=text, paragraphs=find_paragraphs(text))


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The runs of text that blank lines part; in a text without a blank line, its lines."""
    lines: list[Span] = []
    gaps: list[bool] = []  # whether a blank line stands before each line
    end = 0
    for match in _LINE.finditer(text):
        start, stop = _trim(text, match.start(), match.end())
        if start >= stop:
            continue
        breaks = 0
        for _ in _LINE_BREAK.finditer(text, end, start):
            breaks += 1
            if breaks == 2:
                break
        lines.append((start, stop))
        gaps.append(breaks > 1)
        end = match.end()
    if not any(gaps[1:]):
        check_paragraphs(len(lines))
        return tuple(lines)
    paragraphs: list[Span] = []
    for (start, stop), is_apart in zip(lines, gaps, strict=True):
        if is_apart or not paragraphs:
            paragraphs.append((start, stop))
        else:
            paragraphs[-1] = (paragraphs[-1][0], stop)
    check_paragraphs(len(paragraphs))
    return tuple(paragraphs)


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
