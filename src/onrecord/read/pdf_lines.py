"""The text layer of a PDF as lines: their words, places, size of type and links."""

import contextlib
import ctypes
from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord.errors import InputTooLarge, UnreadableInput
from onrecord.read.blocks import Run

# More is a book or a report, not an article.
MOST_PAGES = 400
_MOST_CHARACTERS = 3_000_000
_MOST_LINKS = 500
# pdfium gives the hyphen that breaks a word at the end of a line as one of these.
_BREAKING_HYPHENS = "\x02\ufffe\u00ad"
_LONGEST_ADDRESS = 2000


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a page, in points from the page's lower left corner."""

    text: str
    runs: tuple[Run, ...]
    left: float
    right: float
    top: float
    bottom: float
    size: float
    hyphenated: bool


class PdfText(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of each page, the targets of the links in them, and what the file says of itself."""

    pages: list[list[Line]]
    targets: list[str]
    info: dict[str, str]


def read_pdf_text(data: bytes) -> PdfText:
    """All lines of a PDF. Raises `UnreadableInput` for one that is encrypted or damaged."""
    import pypdfium2 as pdfium  # a native library that only PDF files need

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise UnreadableInput("a PDF that is locked with a password; save it without one") from error
        raise UnreadableInput(f"a damaged PDF: {error}") from error
    with contextlib.closing(document):
        if len(document) > MOST_PAGES:
            raise InputTooLarge(f"a PDF of {len(document)} pages, more than the {MOST_PAGES} of one article")
        targets: list[str] = []
        pages: list[list[Line]] = []
        characters = 0
        for number in range(len(document)):
            try:
                lines = _page_lines(document, number, targets)
            except pdfium.PdfiumError as error:
                raise UnreadableInput(f"a damaged PDF: page {number + 1} cannot be read ({error})") from error
            characters += sum(len(line.text) for line in lines)
            if characters > _MOST_CHARACTERS:
                raise InputTooLarge(
                    f"a PDF of more than {_MOST_CHARACTERS:,} characters, more than one article has"
                )
            pages.append(lines)
        return PdfText(pages=pages, targets=targets, info=document.get_metadata_dict())


def _page_lines(document: Any, number: int, targets: list[str]) -> list[Line]:
    page = document[number]
    with contextlib.closing(page):
        textpage = page.get_textpage()
        with contextlib.closing(textpage):
            areas = _link_areas(document, page, targets)
            return list(_lines(textpage, areas))


def _link_areas(document: Any, page: Any, targets: list[str]) -> list[tuple[float, float, float, float, int]]:
    """The places of the page that are links to an address, each with the number of its target."""
    import pypdfium2.raw as raw

    areas: list[tuple[float, float, float, float, int]] = []
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    while len(areas) < _MOST_LINKS and raw.FPDFLink_Enumerate(page, position, link):
        action, box = raw.FPDFLink_GetAction(link), raw.FS_RECTF()
        if not action or not raw.FPDFLink_GetAnnotRect(link, box):
            continue
        length = raw.FPDFAction_GetURIPath(document, action, None, 0)
        if not 1 < length <= _LONGEST_ADDRESS:
            continue
        buffer = ctypes.create_string_buffer(length)
        raw.FPDFAction_GetURIPath(document, action, buffer, length)
        targets.append(buffer.value.decode("utf-8", "replace"))
        areas.append(
            (box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top), len(targets) - 1)
        )
    return areas


class _Character(msgspec.Struct, frozen=True):
    text: str
    left: float
    bottom: float
    right: float
    top: float
    link: int | None


def _characters(textpage: Any, areas: list[tuple[float, float, float, float, int]]) -> Iterator[_Character]:
    import pypdfium2.raw as raw

    box = raw.FS_RECTF()
    high = 0
    for index in range(min(textpage.count_chars(), _MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(textpage, index)
        if 0xD800 <= code < 0xDC00:  # pdfium gives a character outside the first plane in two halves
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        if code == 0 or code > 0x10FFFF:
            continue
        known = bool(raw.FPDFText_GetLooseCharBox(textpage, index, box))
        left, bottom, right, top = (
            (box.left, box.bottom, box.right, box.top) if known else (0.0, 0.0, 0.0, 0.0)
        )
        x, y = (left + right) / 2, (bottom + top) / 2
        link = next((area[4] for area in areas if area[0] <= x <= area[2] and area[1] <= y <= area[3]), None)
        yield _Character(chr(code), left, bottom, right, top, link)


def _lines(textpage: Any, areas: list[tuple[float, float, float, float, int]]) -> Iterator[Line]:
    current: list[_Character] = []
    for character in _characters(textpage, areas):
        if character.text in "\r\n":
            yield from _line(current)
            current = []
            continue
        if current and _is_elsewhere(current, character):
            yield from _line(current)
            current = []
        current.append(character)
        if character.text in _BREAKING_HYPHENS:
            yield from _line(current)
            current = []
    yield from _line(current)


def _is_elsewhere(line: list[_Character], character: _Character) -> bool:
    """Whether a character stands on another height than its line although pdfium saw no line's end."""
    height = character.top - character.bottom
    before = line[-1]
    if height <= 0 or before.top <= before.bottom:
        return False
    return abs((before.top + before.bottom) - (character.top + character.bottom)) / 2 > 1.2 * max(
        height, before.top - before.bottom
    )


def _line(characters: list[_Character]) -> Iterator[Line]:
    inked = [
        character
        for character in characters
        if not character.text.isspace() and character.top > character.bottom
    ]
    if not inked:
        return
    last = characters[-1].text
    runs: list[Run] = []
    for character in characters:
        text = "-" if character.text in _BREAKING_HYPHENS else character.text
        if runs and runs[-1][1] == character.link:
            runs[-1] = (runs[-1][0] + text, character.link)
        else:
            runs.append((text, character.link))
    text = " ".join("".join(run[0] for run in runs).split())
    heights = sorted(character.top - character.bottom for character in inked)
    yield Line(
        text=text,
        runs=tuple(runs),
        left=min(character.left for character in inked),
        right=max(character.right for character in inked),
        top=max(character.top for character in inked),
        bottom=min(character.bottom for character in inked),
        size=heights[len(heights) // 2],
        hyphenated=last in _BREAKING_HYPHENS or (text.endswith("-") and text[-2:-1].isalpha()),
    )
