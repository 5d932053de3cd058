"""PDF files with a text layer: lines to paragraphs in the order of one column, page furniture left out.

`pdf_lines.py` reads the lines with their places; here running heads and page numbers go, lines become
paragraphs, hyphens at line ends are undone, and sentences are joined over page breaks. Where the headline, the
byline and the dates are is read by the same rules as in text (`metadata.py`).
"""

import itertools
import re
from collections import Counter

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.model import Article
from onrecord.read.blocks import Block, BlockKind, Run, compose, ends_sentence
from onrecord.read.bylines import read_names
from onrecord.read.frame import Frame, merge
from onrecord.read.front import is_front_line
from onrecord.read.metadata import build_article, read_frame
from onrecord.read.notices import classify
from onrecord.read.pdf_lines import Line, PdfText, read_pdf_text

_PAGE_NUMBER = re.compile(
    r"^[-–—|\s]*(?:page|p\.|seite)?\s*\d{1,4}(?:\s*(?:of|/|von)\s*\d{1,4})?[-–—|\s]*$", re.IGNORECASE
)
_FILE_TITLE = re.compile(
    r"\.(?:docx?|odt|pdf|indd|qxd|html?|rtf|txt|pages)$|^(?:microsoft word|untitled|layout)\b", re.IGNORECASE
)
_ITEM = re.compile(r"^(?:[•‣◦▪●]|[-*]\s)\s*")
# What a browser prints over and under each page: a date and time, and the address with the page's number.
_PRINTED_HEAD = re.compile(r"^\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}:\d{2}")
_PRINTED_FOOT = re.compile(r"^((?:https?|file)://\S+)\s+\d{1,4}/\d{1,4}$")
# Type this much larger than the body's is a headline's or a subheading's.
_LARGER = 1.12
_GAP = 1.45
_EDGE_LINES = 3


def read_pdf(data: bytes, *, id: str, path: str | None) -> Article:
    """An article from a PDF file."""
    document = read_pdf_text(data)
    pages = _without_running_lines(document.pages)
    lines = [line for page in pages for line in page]
    if sum(len(line.text) for line in lines) < 10:
        raise UnreadableInput("a PDF without a text layer (a scan?); run text recognition (OCR) on it first")
    blocks = _blocks(pages, document)
    frame, body = read_frame(blocks)
    if not body:
        raise UnreadableInput("no body was found in the text of this PDF")
    return build_article(
        merge(merge(frame, _info_frame(document.info)), _printed_from(document.pages)), body, id=id, path=path
    )


def _info_frame(info: dict[str, str]) -> Frame:
    """Title and author of the document's own information, for want of better. Its dates are when the file was
    made, not when the article was published, so they are not taken."""
    title = " ".join(info.get("Title", "").split())
    usable = len(title.split()) >= 3 and not _FILE_TITLE.search(title)
    return Frame(title=title if usable else None, authors=read_names(info.get("Author", "")[:300]))


def _without_running_lines(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without page numbers and without the lines that stand in the same place on several pages."""
    edges: list[set[int]] = []
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        order = sorted(range(len(page)), key=[-line.top for line in page].__getitem__)
        edge = set(order[:_EDGE_LINES]) | set(order[-_EDGE_LINES:])
        edges.append(edge)
        seen.update({_running_key(page[number]) for number in edge})
    needed = max(2, (len(pages) + 2) // 3)
    kept: list[list[Line]] = []
    for page, edge in zip(pages, edges, strict=True):
        is_longer = len(page) > 1
        kept.append(
            [
                line
                for number, line in enumerate(page)
                if not (
                    number in edge
                    and ((is_longer and _is_furniture(line.text)) or seen[_running_key(line)] >= needed)
                )
            ]
        )
    return kept


def _is_furniture(text: str) -> bool:
    return any(pattern.match(text) for pattern in (_PAGE_NUMBER, _PRINTED_HEAD, _PRINTED_FOOT))


def _printed_from(pages: list[list[Line]]) -> Frame:
    """The address that a browser printed under a page."""
    for page in pages[:1]:
        for line in page:
            foot = _PRINTED_FOOT.match(line.text)
            if foot and foot.group(1).startswith("http"):
                return Frame(url=foot.group(1))
    return Frame()


def _running_key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.top / 6)


def _blocks(pages: list[list[Line]], document: PdfText) -> list[Block]:
    """The lines of all pages as blocks."""
    lines = [line for page in pages for line in page]
    body_size = _body_size(lines)
    words = Counter(
        re.findall(r"[\w’']+(?:-[\w’']+)+|[\w’']+", " ".join(line.text for line in lines).lower())
    )
    largest = max((line.size for page in pages[:1] for line in page), default=0.0)
    paragraphs: list[list[Line]] = []
    for page in pages:
        layout = _Layout.of(page, body_size)
        for number, line in enumerate(page):
            before = page[number - 1] if number else None
            if before is None:
                starts = not paragraphs or _starts_over_page(paragraphs[-1][-1], line, layout)
            else:
                starts = _starts(before, line, layout)
            if starts:
                paragraphs.append([])
            paragraphs[-1].append(line)
    is_titled = largest > _LARGER * body_size
    blocks: list[Block] = []
    for paragraph in paragraphs:
        size = max(line.size for line in paragraph)
        level = 0 if size <= _LARGER * body_size else 1 if is_titled and size >= 0.98 * largest else 2
        block = _block(paragraph, document.targets, words, level=level)
        if block.text:
            blocks.append(block)
    return _one_title(blocks)


def _one_title(blocks: list[Block]) -> list[Block]:
    """Only the first heading of the largest type is the headline."""
    found = False
    result = []
    for block in blocks:
        if block.level == 1 and found:
            block = msgspec.structs.replace(block, level=2)
        found = found or block.level == 1
        result.append(block)
    return result


def _body_size(lines: list[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


class _Layout(msgspec.Struct, frozen=True):
    """The column of one page: where it begins and ends, and how far apart its lines stand."""

    left: float
    right: float
    leading: float
    body_size: float

    @staticmethod
    def of(page: list[Line], body_size: float) -> "_Layout":
        body = [line for line in page if abs(line.size - body_size) < 0.1 * body_size] or page
        lefts = Counter(round(line.left) for line in body)
        gaps = sorted(a.bottom - b.bottom for a, b in itertools.pairwise(body) if a.bottom > b.bottom)
        rights = sorted(line.right for line in body)
        return _Layout(
            left=float(min((left for left, count in lefts.items() if count > 0.15 * len(body)), default=0)),
            right=rights[int(0.95 * (len(rights) - 1))] if rights else 0.0,
            leading=min(gaps[len(gaps) // 8] if gaps else 1.2 * body_size, 1.45 * body_size),
            body_size=body_size,
        )


def _starts(before: Line, line: Line, layout: _Layout) -> bool:
    """Whether a line begins a new paragraph after the line above it."""
    if abs(before.size - line.size) > 0.1 * max(before.size, line.size):
        return True
    gap = before.bottom - line.bottom
    is_large = line.size > _LARGER * layout.body_size
    leading = layout.leading * (line.size / layout.body_size if is_large and layout.body_size else 1.0)
    if gap > _GAP * leading or gap < -2 * layout.leading:
        return True
    if is_large:
        return False
    if _ITEM.match(line.text) or is_front_line(before.text) or is_front_line(line.text):
        return True
    indent = 0.8 * layout.body_size
    if (
        line.left > before.left + indent
        and abs(before.left - layout.left) < indent
        and line.left < layout.left + 60
    ):
        return True
    return _ended_early(before, line, layout) and (ends_sentence(before.text) or not line.text[:1].islower())


def _starts_over_page(before: Line, line: Line, layout: _Layout) -> bool:
    """The same over a page break, where the gap says nothing."""
    if abs(before.size - line.size) > 0.1 * max(before.size, line.size) or not before.text:
        return True
    if before.hyphenated or (line.text[:1].islower() and not ends_sentence(before.text)):
        return False
    if line.left > layout.left + 0.8 * layout.body_size or _ended_early(before, line, layout):
        return True
    return ends_sentence(before.text)


def _ended_early(before: Line, line: Line, layout: _Layout) -> bool:
    """Whether the first word of a line would still have stood on the line before: then that line was ended."""
    first_word = line.text.split(" ", 1)[0]
    width = (line.right - line.left) / max(1, len(line.text)) * (len(first_word) + 1)
    return before.right + width < layout.right - 0.5 * layout.body_size


def _block(lines: list[Line], targets: list[str], words: Counter[str], *, level: int) -> Block:
    runs: list[Run] = []
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        line_runs = list(line.runs)
        if following is None:
            runs.extend(line_runs)
            continue
        glue = " "
        if line.hyphenated and following.text[:1].islower():
            glue = ""
            if _is_broken_word(line.text, following.text, words):
                last, link = line_runs[-1]
                line_runs[-1] = (last[:-1], link)
        runs.extend(line_runs)
        inside = (
            line_runs[-1][1]
            if line_runs and following.runs and line_runs[-1][1] == following.runs[0][1]
            else None
        )
        runs.append((glue, inside))
    text, links = compose([run for run in runs if run[0]], targets)
    kind: BlockKind = "heading" if level else "paragraph"
    item = _ITEM.match(text)
    if item and not level and classify(text) is None:
        return Block(text=text, links=links, kind="item")
    return Block(text=text, links=links, kind=kind, level=level)


def _is_broken_word(before: str, after: str, words: Counter[str]) -> bool:
    """Whether a hyphen at a line's end only breaks a word; a compound that the text has elsewhere keeps its own."""
    head = re.search(r"([\w’']+(?:-[\w’']+)*)-$", before)
    tail = re.match(r"[\w’']+", after)
    if not head or not tail:
        return False
    left, right = head.group(1).lower(), tail.group().lower()
    if words[left + right]:
        return True
    return not words[f"{left}-{right}"]
