"""The lines after the body, and the short lines between its paragraphs that are no part of it."""

import re

from onrecord.model import Date, Notice
from onrecord.read.blocks import Block
from onrecord.read.bylines import read_names
from onrecord.read.frame import Frame, merge
from onrecord.read.front import is_link_line, read_tags
from onrecord.read.notices import classify, classify_between, is_separator, notice_kind
from onrecord.read.origin import read_date_line, read_original

_ABOUT_WRITER = re.compile(
    r"^(?:about the (?:author|writer)s?\b|the (?:author|writer|columnist)s? (?:is|was|are|can be)\b"
    r"|follow .{1,60} on\b)",
    re.IGNORECASE,
)
_WRITER_IS = (
    r"\s*,?\s+(?:is|was|has|writes?|covers?|reports?|works?|serves?|teaches|can be|lives|edits|hosts|joined"
    r"|keeps|runs|leads|directs|studies|blogs|contributes|divides|grew up|spends|wrote|won)\b"
)
_BIOGRAPHY = re.compile(
    r"^[A-ZÀ-Þ][\w'’.-]+(?:\s[\w'’.-]+){1,4}\s+(?:is|was)\s+(?:an?|the)\b.{0,160}\b(?:columnist|journalist|author"
    r"|professor|"
    r"reporter|editor|correspondent|writer|fellow|contributor|analyst|lecturer|researcher|broadcaster|blogger|historian)\b",
    re.IGNORECASE,
)
# Nobody but a paper's own writer is called so, even where no byline names one.
_REGULAR = re.compile(
    r"^[A-ZÀ-Þ][\w'’.-]+(?:\s[\w'’.-]+){1,4}\s+is\s+an?\s+(?:regular|frequent|freelance|contributing|guest|weekly"
    r"|syndicated)\s+(?:\w+\s+)?(?:columnist|contributor|writer|correspondent|journalist|reporter|editor)\b"
)
_ARTICLES_BY = re.compile(r"^(?:more )?articles? by\s*:?\s*", re.IGNORECASE)
_NAMED_IN_COPYRIGHT = re.compile(r"^\W*copyright\b|©", re.IGNORECASE)
_LABEL_LINE = re.compile(
    r"^(?:topics|tags|keywords|filed under|more on|categories|related topics)\s*:?$", re.IGNORECASE
)
_MOST_LABELS = 15
# The body may not begin later than this share of the blocks before a separator is believed to end it.
_TAIL_SHARE = 0.5
_LONGEST_TAIL = 60
_LONGEST_BIOGRAPHY = 900


def read_tail(blocks: list[Block], *, front: Frame) -> tuple[Frame, list[Block]]:
    """What the lines after the body say, and the blocks up to the body's end."""
    end = len(blocks)
    labels: list[str] = []
    while end > 1:
        start = _labels_start(blocks, end)
        if _is_tail_line(blocks, end - 1, front=front):
            end -= 1
        elif 1 < start < end - 1:
            labels = [block.text for block in blocks[start + 1 : end]]
            blocks = blocks[:start] + blocks[end:]
            end = start
        else:
            break
    end = min(end, _separated_end(blocks, end, front=front))
    frame = Frame(tags=tuple(labels))
    for block in blocks[end:]:
        if block.kind != "rule" and not is_separator(block.text):
            frame = merge(frame, _read_line(block))
    return frame, blocks[:end]


def _is_tail_line(blocks: list[Block], at: int, *, front: Frame) -> bool:
    block = blocks[at]
    if block.kind == "quote" and not block.links:
        return False
    if block.kind in ("rule", "caption") or is_separator(block.text) or classify(block.text):
        return True
    if read_original(block) is not None or read_tags(block) is not None or is_link_line(block):
        return True
    if (block.kind != "quote" and read_date_line(block) is not None) or (
        block.kind == "heading" and at == len(blocks) - 1
    ):
        return True
    if _ABOUT_WRITER.match(block.text):
        return True
    return _is_biography(block, front=front, set_apart=at > 0 and is_separator(blocks[at - 1].text))


def _is_biography(block: Block, *, front: Frame, set_apart: bool) -> bool:
    if len(block.text) > _LONGEST_BIOGRAPHY or '"' in block.text or "“" in block.text:
        return False
    if any(re.match(_name_pattern(author) + _WRITER_IS, block.text) for author in front.authors):
        return True
    if not front.authors and _REGULAR.match(block.text):
        return True
    return (set_apart or block.emphasised) and bool(_BIOGRAPHY.match(block.text))


def _name_pattern(author: str) -> str:
    """A writer's name as a note may give it: with a title, or with another middle name than the byline's."""
    words = author.split()
    if len(words) < 2:
        return re.escape(author)
    first, last = re.escape(words[0]), re.escape(words[-1])
    return rf"(?:(?:Dr|Prof|Professor|Sir|Dame)\.?\s+)?{first}(?:\s+[\w'’.-]+){{0,3}}?\s+{last}"


def _labels_start(blocks: list[Block], end: int) -> int:
    """Where a list of labels under a line such as "Topics" begins, if the blocks end with one; else their end."""
    for at in range(end - 1, max(0, end - _MOST_LABELS), -1):
        if _LABEL_LINE.match(blocks[at].text):
            return at
        if len(blocks[at].text.split()) > 5 or re.search(r"[.?!:;,\"”’]$", blocks[at].text):
            break
    return end


def _separated_end(blocks: list[Block], end: int, *, front: Frame) -> int:
    """Where a separator ends the body although a line after it is of no known kind (then most must be)."""
    first = max(int(len(blocks) * _TAIL_SHARE), len(blocks) - _LONGEST_TAIL)
    for at in range(end - 1, first, -1):
        if blocks[at].kind != "rule" and not is_separator(blocks[at].text):
            continue
        after = range(at + 1, len(blocks))
        of_the_tail = sum(_is_tail_line(blocks, number, front=front) for number in after)
        if 2 * of_the_tail > len(after):
            return at
    return end


def _read_line(block: Block) -> Frame:
    tags = read_tags(block)
    if tags is not None and not _ARTICLES_BY.match(block.text):
        return Frame(tags=tags)
    original = read_original(block)
    if original is not None:
        return Frame(original=original, notices=(Notice(kind="other", text=block.text),))
    if block.kind == "caption":
        return Frame(captions=(block.text,))
    kind = classify(block.text)
    if kind == "credit":
        by = _ARTICLES_BY.match(block.text)
        return Frame(credits=(block.text,), authors=read_names(block.text[by.end() :]) if by else ())
    dates = _dates(block) if kind is None else Frame()
    return merge(
        dates, Frame(notices=(Notice(kind=notice_kind(kind) if kind else "other", text=block.text),))
    )


def _dates(block: Block) -> Frame:
    line = read_date_line(block)
    if line is None:
        return Frame()
    published: Date | None = line.published
    return Frame(published=published, modified=line.modified, retrieved=line.retrieved)


def take_between(blocks: list[Block]) -> tuple[Frame, list[Block]]:
    """The body without the short lines between its paragraphs that are none of it, and what those are."""
    frame = Frame()
    body: list[Block] = []
    captions: list[str] = []
    notices: list[Notice] = []
    for block in blocks:
        kind = classify_between(block.text) if block.kind in ("paragraph", "heading") else None
        if block.kind == "caption":
            captions.append(block.text)
        elif kind:
            notices.append(Notice(kind=notice_kind(kind), text=block.text))
        elif block.kind != "rule" and not is_separator(block.text):
            body.append(block)
    return merge(frame, Frame(captions=tuple(captions), notices=tuple(notices))), body
