"""Text and Markdown-like text: links, emphasis, headings, lists, block quotations, page breaks.

Made for what reprint sites, printed-out pages and wire copy give: the article's own words with marks about
them, and lines before and after the body (`metadata.py` reads those).
"""

import re

from onrecord.model import Article, Date
from onrecord.read.blocks import Block, BlockKind, check_paragraphs, is_torn
from onrecord.read.bylines import read_names
from onrecord.read.dates import parse_date
from onrecord.read.frame import Frame
from onrecord.read.front import is_front_line
from onrecord.read.inline import is_emphasised, read_inline
from onrecord.read.metadata import build_article, read_frame
from onrecord.read.notices import classify, is_separator

_LINE_BREAK = re.compile(r"\r\n|\n|\r|\u2028")
_PAGE_BREAK = re.compile(r"[\f\x0b\u2029]")
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-{3,})[ \t]*$")
_QUOTE = re.compile(r"^ {0,3}> ?")
_ITEM = re.compile(r"^\s{0,8}[-*+•‣◦][ \t]+(?=\S)")
_NUMBER = re.compile(r"^\s{0,8}(\d{1,3})[.)][ \t]+(?=\S)")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)\w*[ \t]*$")
_REFERENCE = re.compile(r"^ {0,3}\[([^\[\]\n]{1,200})\]:\s*<?(\S{1,2000}?)>?(?:\s+[\"'(].{0,300}[\"')])?\s*$")
_PAGE_NUMBER = re.compile(
    r"^(?:[-–—|\s]*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*)$", re.IGNORECASE
)
_PICTURE = re.compile(r"^!\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)$")
_YAML_LINE = re.compile(r"^([A-Za-z_][\w-]{0,40}):(?:\s+(.*))?$|^\s*-\s+(.*)$|^\s+\S.*$|^\s*(?:#.*)?$")
_LONGEST_LINE_OF_FRAME = 160
_LINES_OF_FRAME = 12
_YAML_LINES = 80


def read_markup(text: str, *, id: str, path: str | None) -> Article:
    """An article from text with or without Markdown-like markup."""
    text = text.removeprefix("\ufeff")
    known, text = _take_yaml(text)
    blocks = read_blocks(text)
    frame, body = read_frame(blocks, known=known)
    return build_article(frame, body, id=id, path=path)


def read_blocks(text: str) -> list[Block]:
    """The text as blocks, in reading order, their markup removed."""
    lines = _LINE_BREAK.split(_PAGE_BREAK.sub("\n\n", text))
    references: dict[str, str] = {}
    kept: list[str] = []
    for line in lines:
        reference = _REFERENCE.match(line) if line.lstrip()[:1] == "[" else None
        if reference:
            references[reference.group(1).strip().lower()] = reference.group(2)
        elif not _FENCE.match(line):
            kept.append(line)
    groups = _group(kept)
    check_paragraphs(len(groups))
    is_numbered = _has_numbered_list(kept)
    blocks: list[Block] = []
    for number, group in enumerate(groups):
        at_an_end = number < _LINES_OF_FRAME or number >= len(groups) - _LINES_OF_FRAME
        blocks.extend(_read_group(group, references, is_numbered=is_numbered, at_an_end=at_an_end))
    return _without_page_numbers(_with_captions(blocks))


def _group(lines: list[str]) -> list[list[str]]:
    """Lines that belong to one paragraph: those between blank lines, or as the indents of a wrapped text tell."""
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    groups = [group for group in groups if group]
    if len(groups) == 1 and len(groups[0]) > 2:
        return _group_unparted(groups[0])
    return groups


def _group_unparted(lines: list[str]) -> list[list[str]]:
    """A text without a blank line: each line is a paragraph, or the lines are wrapped at one width."""
    lengths = sorted(len(line) for line in lines)
    width = lengths[-1]
    is_wrapped = len(lines) > 6 and width <= 110 and lengths[len(lengths) // 2] > 0.75 * width
    if not is_wrapped or any(_QUOTE.match(line) for line in lines):
        return [[line] for line in lines]
    groups: list[list[str]] = [[]]
    for line in lines:
        if line[0].isspace() and groups[-1]:
            groups.append([])
        groups[-1].append(line)
        if len(line) < 0.7 * width:
            groups.append([])
    return [group for group in groups if group]


def _has_numbered_list(lines: list[str]) -> bool:
    numbers = {match.group(1) for line in lines if (match := _NUMBER.match(line))}
    return {"1", "2"} <= numbers


def _read_group(
    lines: list[str], references: dict[str, str], *, is_numbered: bool, at_an_end: bool
) -> list[Block]:
    """One group of lines as blocks: a paragraph, or headings, items and quoted paragraphs among it."""
    blocks: list[Block] = []
    paragraph: list[str] = []
    kind: BlockKind = "paragraph"

    def flush() -> None:
        nonlocal kind
        if paragraph:
            blocks.extend(_paragraph(paragraph, references, kind=kind, at_an_end=at_an_end))
            paragraph.clear()
        kind = "paragraph"

    for line in lines:
        heading = _HEADING.match(line)
        underline = _UNDERLINE.match(line)
        if heading and (heading.group(2) or "").strip():
            flush()
            blocks.extend(_block([heading.group(2)], references, kind="heading", level=len(heading.group(1))))
        elif underline and len(paragraph) == 1 and kind == "paragraph":
            level = 1 if underline.group(1)[0] == "=" else 2
            blocks.extend(_block(paragraph, references, kind="heading", level=level))
            paragraph.clear()
        elif is_separator(line.strip()):
            flush()
            blocks.append(Block(text=line.strip(), kind="rule"))
        elif _QUOTE.match(line):
            if kind != "quote":
                flush()
            kind = "quote"
            line = _QUOTE.sub("", line)
            if line.strip():
                paragraph.append(line)
            else:
                flush()
        elif (_ITEM.match(line) and not _PAGE_NUMBER.match(line)) or (is_numbered and _NUMBER.match(line)):
            flush()
            kind = "item"
            paragraph.append((_NUMBER if _NUMBER.match(line) else _ITEM).sub("", line))
        else:
            paragraph.append(line)
        check_paragraphs(len(blocks))
    flush()
    return blocks


def _paragraph(
    lines: list[str], references: dict[str, str], *, kind: BlockKind, at_an_end: bool
) -> list[Block]:
    if at_an_end and len(lines) > 1 and kind == "paragraph" and _are_lines_of_frame(lines, references):
        return [block for line in lines for block in _block([line], references, kind=kind)]
    return _block(lines, references, kind=kind)


def _are_lines_of_frame(lines: list[str], references: dict[str, str]) -> bool:
    """Whether lines that stand together are a byline, a date, a notice each, and not one wrapped paragraph."""
    if len(lines) > 12 or any(len(line) > _LONGEST_LINE_OF_FRAME for line in lines):
        return False
    clean = [read_inline(line, references)[0] for line in lines]
    return any(is_front_line(line) for line in clean) or all(classify(line) for line in clean)


def _block(lines: list[str], references: dict[str, str], *, kind: BlockKind, level: int = 0) -> list[Block]:
    raw = _join_lines(lines)
    picture = _PICTURE.match(raw.strip())
    if picture:
        words = picture.group(1).strip()
        return [Block(text=words if len(words.split()) > 3 else "", kind="caption")]
    text, links = read_inline(raw, references)
    if not text:
        return []
    return [Block(text=text, links=links, kind=kind, level=level, emphasised=is_emphasised(raw))]


def _join_lines(lines: list[str]) -> str:
    pieces: list[str] = []
    for number, line in enumerate(lines):
        stripped = line.strip()
        following = lines[number + 1].strip() if number + 1 < len(lines) else ""
        is_hyphenated = (
            len(stripped) > 1 and stripped[-1] == "-" and stripped[-2].isalpha() and following[:1].islower()
        )
        pieces.append(stripped if is_hyphenated or not following else stripped + " ")
    return "".join(pieces)


def _with_captions(blocks: list[Block]) -> list[Block]:
    """A short line in emphasis right under a picture is the picture's caption."""
    result: list[Block] = []
    after_picture = False
    for block in blocks:
        if after_picture and block.emphasised and len(block.text) < 300:
            block = Block(text=block.text, kind="caption")
        after_picture = block.kind == "caption"
        if block.text:
            result.append(block)
    return result


def _without_page_numbers(blocks: list[Block]) -> list[Block]:
    """The blocks without bare page numbers: those of a text with several, or that stand inside a torn sentence."""
    at = [number for number, block in enumerate(blocks) if _is_page_number(block)]
    if len(at) == 1:
        number = at[0]
        is_inside = 0 < number < len(blocks) - 1 and is_torn(blocks[number - 1], blocks[number + 1])
        if not is_inside and "page" not in blocks[number].text.lower():
            return blocks
    return [block for block in blocks if not _is_page_number(block)]


def _is_page_number(block: Block) -> bool:
    return block.kind == "paragraph" and bool(_PAGE_NUMBER.match(block.text))


def _take_yaml(text: str) -> tuple[Frame, str]:
    """The metadata block that static sites put first (`---` lines about `key: value`), and the text after it."""
    if not text.startswith(("---\n", "---\r\n")):
        return Frame(), text
    head = _LINE_BREAK.split(text[:20_000], maxsplit=_YAML_LINES)
    closing = next((number for number, line in enumerate(head[1:-1], 1) if line.strip() in ("---", "...")), 0)
    if not closing or not all(_YAML_LINE.match(line) for line in head[1:closing]):
        return Frame(), text
    values: dict[str, list[str]] = {}
    key = ""
    for line in head[1:closing]:
        match = _YAML_LINE.match(line)
        if match and match.group(1):
            key = match.group(1).lower()
            values[key] = _yaml_values(match.group(2) or "")
        elif match and match.group(3) and key:
            values[key].extend(_yaml_values(match.group(3)))
    rest = _LINE_BREAK.split(text, maxsplit=closing + 1)[closing + 1]
    return _yaml_frame(values), rest


def _yaml_values(text: str) -> list[str]:
    text = text.strip()
    pieces = text[1:-1].split(",") if text.startswith("[") and text.endswith("]") else [text]
    return [piece.strip().strip("\"'").strip() for piece in pieces if piece.strip().strip("\"'").strip()]


def _yaml_frame(values: dict[str, list[str]]) -> Frame:
    def first(*keys: str) -> str | None:
        return next((values[key][0] for key in keys if values.get(key)), None)

    def date(*keys: str) -> Date | None:
        return parse_date(first(*keys))

    writers = [
        name
        for key in ("author", "authors", "byline")
        for entry in values.get(key, [])
        for name in read_names(entry)
    ]
    return Frame(
        title=first("title", "headline"),
        deck=first("deck", "subtitle", "description", "summary", "excerpt", "standfirst"),
        authors=tuple(dict.fromkeys(writers)),
        outlet=first("outlet", "publisher", "publication", "site", "site_name", "source"),
        url=first("url", "link", "permalink", "canonical_url"),
        published=date("published", "date", "publish_date", "date_published"),
        modified=date("modified", "updated", "lastmod", "date_modified"),
        retrieved=date("retrieved", "accessed", "archived"),
        tags=tuple(value for key in ("tags", "categories", "keywords") for value in values.get(key, [])),
    )
