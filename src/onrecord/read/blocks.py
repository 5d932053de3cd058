"""A block is one paragraph-like piece of an article before it is known whether it belongs to the body.

Every form is first read into blocks, in reading order; what surrounds the body is then taken away (`metadata.py`)
and the rest is put together into the article's text.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

import msgspec

from onrecord.errors import InputTooLarge
from onrecord.model import Link, Span

BlockKind = Literal["paragraph", "heading", "quote", "item", "rule", "caption"]

# A run of characters, and the number of the link that it stands in (None: in no link).
Run: TypeAlias = tuple[str, int | None]

# No article has more paragraphs; a file that has is a table, a log or a whole archive.
MOST_PARAGRAPHS = 100_000
PARAGRAPH_BREAK = "\n\n"

_SENTENCE_END = re.compile(r"[.!?…:;。！？](?:\[\d+\])?[\"'”’»)\]*_]*$")
_ABBREVIATED_END = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Gov|Sen|Rep|Rev|St|vs|No)\.$")
_OPENS_LOWER = re.compile(r"^[a-zà-öø-ÿ]")
_NULL_SCHEMES = ("javascript:", "data:", "vbscript:", "about:")


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One paragraph-like piece: its text (spaces collapsed, no line break) and the links inside it."""

    text: str
    links: tuple[Link, ...] = ()
    kind: BlockKind = "paragraph"
    level: int = 0
    emphasised: bool = False


def check_paragraphs(count: int) -> None:
    """Refuse what has more paragraphs than any article."""
    if count > MOST_PARAGRAPHS:
        raise InputTooLarge(f"more than {MOST_PARAGRAPHS:,} paragraphs, which no article has; split the file")


def clean_href(target: str | None) -> str | None:
    """The target of a link, or null where it was lost: empty, a bare `#`, or a script in its place."""
    target = (target or "").strip()
    if not target or target.startswith("#") or target.lower().startswith(_NULL_SCHEMES):
        return None
    return target


def compose(runs: Iterable[Run], targets: Sequence[str | None]) -> tuple[str, tuple[Link, ...]]:
    """Runs of characters put together as one line of text, with the span of each link in it.

    White space of any kind and length becomes one space, and none is left at either end of the text or of a
    link. A link without words is left out.
    """
    pieces: list[str] = []
    length = 0
    space_due = False
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for characters, link in runs:
        words = characters.split()
        if not words:
            space_due = space_due or bool(characters)
            continue
        space_due = space_due or characters[0].isspace()
        if space_due and length:
            pieces.append(" ")
            length += 1
        joined = " ".join(words)
        if link is not None:
            starts.setdefault(link, length)
            ends[link] = length + len(joined)
        pieces.append(joined)
        length += len(joined)
        space_due = characters[-1].isspace()
    text = "".join(pieces)
    links = tuple(
        Link(span=(start, ends[link]), href=clean_href(targets[link]), text=text[start : ends[link]])
        for link, start in sorted(starts.items(), key=_by_position)
    )
    return text, links


def _by_position(entry: tuple[int, int]) -> tuple[int, int]:
    link, start = entry
    return start, link


def shift(link: Link, by: int) -> Link:
    """The same link, `by` characters further on."""
    return Link(span=(link.span[0] + by, link.span[1] + by), href=link.href, text=link.text)


def cut(block: Block, start: int, end: int) -> Block:
    """A part of a block, with the links that lie wholly inside it."""
    while start < end and block.text[start].isspace():
        start += 1
    while end > start and block.text[end - 1].isspace():
        end -= 1
    inside = tuple(
        shift(link, -start) for link in block.links if start <= link.span[0] and link.span[1] <= end
    )
    return msgspec.structs.replace(block, text=block.text[start:end], links=inside)


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does (an abbreviated title, "Gen.", does not end one)."""
    return bool(_SENTENCE_END.search(text)) and not _ABBREVIATED_END.search(text)


def is_torn(before: Block, after: Block) -> bool:
    """Whether two blocks are one paragraph that a page break tore in the middle of a sentence."""
    if before.kind not in ("paragraph", "quote") or after.kind not in ("paragraph", before.kind):
        return False
    return not ends_sentence(before.text) and bool(_OPENS_LOWER.match(after.text))


def join(before: Block, after: Block, *, glue: str = " ") -> Block:
    """Two blocks as one, the second after the first."""
    offset = len(before.text) + len(glue)
    return msgspec.structs.replace(
        before,
        text=before.text + glue + after.text,
        links=before.links + tuple(shift(link, offset) for link in after.links),
        emphasised=before.emphasised and after.emphasised,
    )


def join_torn(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with every paragraph that a page break tore put together again."""
    joined: list[Block] = []
    run: list[Block] = []
    for block in blocks:
        if run and is_torn(run[-1], block):
            run.append(block)
            continue
        if run:
            joined.append(_join_run(run))
        run = [block]
    if run:
        joined.append(_join_run(run))
    return joined


def _join_run(run: list[Block]) -> Block:
    # Text is put together once for the whole run: a chain of `join`s over a long run would be quadratic.
    if len(run) == 1:
        return run[0]
    links: list[Link] = []
    offset = 0
    for block in run:
        links.extend(shift(link, offset) for link in block.links)
        offset += len(block.text) + 1
    return msgspec.structs.replace(
        run[0],
        text=" ".join(block.text for block in run),
        links=tuple(links),
        emphasised=all(block.emphasised for block in run),
    )


def assemble(blocks: Iterable[Block]) -> tuple[str, tuple[Span, ...], tuple[Link, ...]]:
    """The body: the blocks' texts parted by one blank line, the span of each, and all links in place."""
    pieces: list[str] = []
    paragraphs: list[Span] = []
    links: list[Link] = []
    offset = 0
    for block in blocks:
        if not block.text or block.kind == "rule":
            continue
        pieces.append(block.text)
        paragraphs.append((offset, offset + len(block.text)))
        links.extend(shift(link, offset) for link in block.links)
        offset += len(block.text) + len(PARAGRAPH_BREAK)
    return PARAGRAPH_BREAK.join(pieces), tuple(paragraphs), tuple(links)
