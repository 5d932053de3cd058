"""An article in a terminal: the text with its quotations marked and numbered, then who says what."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from onrecord.formats import WIDTH
from onrecord.formats.dates import spoken
from onrecord.formats.layout import Entry, Page, Voice, how, lay_out
from onrecord.formats.pieces import Block
from onrecord.formats.visible import one_line, visible
from onrecord.formats.wrap import Run, cells, filled, painted, shortened
from onrecord.model import Record
from onrecord.read import NOTES

WIDEST = 96  # longer lines are hard to read, however wide the terminal
BOLD, DIM, ITALIC = "1", "2", "3"
_COLOURS = ("36", "33", "35", "32", "34", "31")
_UNKNOWN_COLOUR = "4"
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def write_text(
    records: Iterable[Record],
    out: BinaryIO,
    *,
    everything: bool = False,
    width: int = WIDTH,
    colour: bool = False,
) -> None:
    """Each article as `to_text` shows it, a rule between two."""
    first = True
    for record in records:
        rule = "" if first else "\n" + "═" * min(width, WIDEST) + "\n\n"
        text = to_text(record, everything=everything, width=width, colour=colour)
        out.write((rule + text).encode())
        out.flush()
        first = False


def to_text(record: Record, *, everything: bool = False, width: int = WIDTH, colour: bool = False) -> str:
    """One article as text for a terminal `width` columns wide; `everything` shows more than statements."""
    page = lay_out(record, everything=everything)
    width = max(min(width, WIDEST), 20)
    looks = _looks(page) if colour else {}
    parts = [
        list(_head(page, looks, width=width, colour=colour)),
        *([*_marked(block, looks, width=width, colour=colour)] for block in page.body),
        *([*_marked(block, looks, width=width, colour=colour, indent="    ")] for block in page.captions),
        list(_who_says_what(page, looks, width=width, colour=colour)),
        list(_foot(page, width=width, colour=colour)),
    ]
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _looks(page: Page) -> dict[int, str]:
    """The colour of each quotation: that of its first speaker, underlined where nobody is named."""
    by_voice = {
        voice.number: _COLOURS[index % len(_COLOURS)] if voice.name else _UNKNOWN_COLOUR
        for index, voice in enumerate(page.voices)
    }
    return {entry.number: by_voice[entry.voices[0]] for entry in page.entries}


def _look(text: str, look: str, *, colour: bool) -> str:
    return painted(text, look) if colour else text


def _head(page: Page, looks: dict[int, str], *, width: int, colour: bool) -> Iterator[str]:
    article = page.record.article
    if page.title:
        yield from _marked(page.title, looks, width=width, colour=colour, look=BOLD)
    if page.deck:
        yield from _marked(page.deck, looks, width=width, colour=colour, look=ITALIC)
    if page.title or page.deck:
        yield ""
    by = "By " + _listed(article.authors) if article.authors else ""
    yield from _facts([by, article.outlet, spoken(article.published)], width=width, colour=colour)
    if article.original:
        first = [article.original.outlet, spoken(article.original.published), article.original.url]
        if any(first):
            yield from _facts(["First printed elsewhere", *first], width=width, colour=colour)
    yield from _facts([article.path if article.path != "-" else "", article.url], width=width, colour=colour)


def _facts(facts: Iterable[str | None], *, width: int, colour: bool) -> Iterator[str]:
    line = " · ".join(one_line(fact) for fact in facts if fact)
    yield from filled([(line, DIM if colour else "")], width=width)


def _listed(names: Iterable[str]) -> str:
    *most, last = [one_line(name) for name in names]
    return f"{', '.join(most)} and {last}" if most else last


def _marked(
    block: Block, looks: dict[int, str], *, width: int, colour: bool, look: str = "", indent: str = ""
) -> Iterator[str]:
    """A paragraph with its quotations marked: "[the words]¹", or in colour with the number alone."""
    runs: list[Run] = []
    base = look if colour else ""
    for piece in block.pieces:
        shade = ";".join(filter(None, (base, looks.get(piece.inside[-1], "")))) if piece.inside else base
        opening = "" if colour else "[" * len(piece.opens)
        runs.append((opening + visible(piece.text), shade))
        for number in piece.closes:
            runs.append((("" if colour else "]") + str(number).translate(_SUPERSCRIPTS), shade))
    yield from filled(runs, width=width, indent=indent)


def _who_says_what(page: Page, looks: dict[int, str], *, width: int, colour: bool) -> Iterator[str]:
    if page.record.article.text is None:
        return
    yield _rule("Who says what", width=width, colour=colour)
    if page.nothing:
        yield page.nothing
    names = {voice.number: voice.called for voice in page.voices}
    for voice in page.voices:
        yield ""
        yield _voice_line(voice, looks, width=width, colour=colour)
        for entry in voice.entries:
            others = [names[number] for number in entry.voices if number != voice.number]
            yield _entry_line(entry, others, looks, page=page, width=width, colour=colour)
            if entry.circumstances:
                told = " · ".join(entry.circumstances)
                yield _look("      " + shortened(told, width - 6), DIM, colour=colour)


def _voice_line(voice: Voice, looks: dict[int, str], *, width: int, colour: bool) -> str:
    count = len(voice.entries)
    rest = f" · {voice.kind}" if voice.kind else ""
    rest += f" · {count} quotation{'' if count == 1 else 's'}"
    name = shortened(voice.called, width - cells(rest))
    shade = looks.get(voice.entries[0].number, "") if voice.entries[0].voices[0] == voice.number else ""
    return _look(name, f"{BOLD};{shade}".rstrip(";"), colour=colour) + _look(rest, DIM, colour=colour)


def _entry_line(
    entry: Entry, others: list[str], looks: dict[int, str], *, page: Page, width: int, colour: bool
) -> str:
    """One row: number, first words, how it was said, kind; the columns stand under each other."""
    gutter = max(len(str(len(page.entries))), 2)
    manner = how(entry)
    if entry.inside is not None:
        manner += f" (inside {entry.inside})"
    if others:
        manner += f" (with {_listed(others)})"
    if entry.perhaps:
        manner += f" (perhaps {' or '.join(entry.perhaps)})"
    room = width - gutter - 16
    wide = max(room * 3 // 5, 8)
    words, manner = shortened(entry.words, wide), shortened(manner.strip(), max(room - wide, 6))
    number = _look(f"{entry.number:>{gutter}}", looks.get(entry.number, ""), colour=colour)
    columns = [_padded(words, wide), _padded(manner, max(room - wide, 6)), entry.quotation.kind]
    return f"  {number}  " + "  ".join(columns)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _rule(title: str, *, width: int, colour: bool) -> str:
    return _look(f"── {title} " + "─" * max(width - len(title) - 4, 0), DIM, colour=colour)


def _foot(page: Page, *, width: int, colour: bool) -> Iterator[str]:
    lines = []
    if page.left_out:
        things = "attribution is no statement" if page.left_out == 1 else "attributions are no statements"
        lines.append(f"{page.left_out} more {things} (belief, intention, order …); --all shows all.")
    lines += [f"Notice ({notice.kind}): {notice.text}" for notice in page.record.article.notices]
    for failure in page.record.failures:
        lines.append(
            f"{'Note' if failure.stage in NOTES else 'Not done'} ({failure.stage}): {failure.reason}"
        )
    for line in lines:
        yield from filled([(visible(line), DIM if colour else "")], width=width)
