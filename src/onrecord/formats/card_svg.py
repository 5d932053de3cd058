"""A card of one quotation, 1200 by 630: the words, who said them, where they are printed, and what a check found.

The picture stands by itself: no network, no script, every colour in it. Its font ships with the package (card_png.py);
where a program has not got it, lines whose width is known keep it. Words from right to left are told so by the isolates
of Unicode, which both browsers and resvg heed, since resvg knows no `direction`.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

import svg

from onrecord.findings import Check, CheckedQuotation
from onrecord.formats.card_lines import (
    fit,
    has_right_to_left,
    is_right_to_left,
    isolated,
    shortened_to,
    width_of,
)
from onrecord.formats.card_look import DARK, LIGHT, Palette, Setting, calm, family_of, n, set_line
from onrecord.formats.check.words import NO_SPEAKER, SIGNS, VERDICT_NAMES, VERDICT_WORDS, counted
from onrecord.formats.dates import spoken
from onrecord.formats.html.addresses import host_of, web_address
from onrecord.formats.quoted import Quoted, nested, quoted_in
from onrecord.formats.visible import one_line
from onrecord.model import Article, Quotation, Record

WIDTH, HEIGHT = 1200, 630
LEFT, RIGHT = 100, 1100
TOP, FOOT = 56, 502  # between them stand the words with their speaker; below the foot what is known of them
SIZES = range(76, 22, -2)  # of the words, the largest first
LEADING = 1.3
LONGEST = 2_000  # characters of the words, more than the smallest size has room for
NO_WORDS = "No words of this quotation stand in the article."
_KICKER, _SPEAKER, _PLACE, _SMALL = 26, 32, 24, 19  # sizes
# From the kicker to the words, from them to the speaker, from there to the outlet, and below all.
_ABOVE, _BELOW, _BETWEEN, _UNDER = 46, 54, 36, 30
_FIRST, _SECOND = FOOT + 52, FOOT + 94  # the two lines of the foot
_BADGE = 42  # the height of the verdict's frame
_MARK = 330  # room on the right of the foot
_CAREFUL = 0.92  # of the width for words in other fonts, whose spaces and figures may be wider too
_NO_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")  # what no XML may hold; controls are made visible before


def card_svg(
    record: Record,
    quotation: Quotation,
    *,
    checked: CheckedQuotation | None = None,
    permalink: str | None = None,
    dark: bool = False,
) -> str:
    """The card of a quotation, a whole SVG file of a few kilobytes.

    `checked` is what its check found, where it was checked; of `permalink`, where its record can be seen, the path is
    shown. The words are shrunk to fit, and cut off with an ellipsis only where that is not enough. The same input gives
    the same bytes.
    """
    article, quoted, palette = record.article, quoted_in(record.article, quotation), DARK if dark else LIGHT
    kicker = _kicker(quoted, quotation)
    picture = svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, WIDTH, HEIGHT),
        width=WIDTH,
        height=HEIGHT,
        extra={"role": "img"},
        elements=[
            svg.Title(text=svg.escape(f"{_speaker(quoted)}: {_in_marks(quoted)[:200]}")),
            svg.Desc(text=svg.escape(_told(article, quoted, checked, kicker))),
            svg.Rect(width=WIDTH, height=HEIGHT, fill=palette.paper),
            *_body(article, quoted, kicker, palette),
            svg.Line(x1=LEFT, x2=RIGHT, y1=FOOT, y2=FOOT, stroke=palette.hair, stroke_width=2),
            *_foot(article, checked, permalink, palette),
        ],
    )
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + picture.as_str().translate(_NO_XML) + "\n"


def _body(article: Article, quoted: Quoted, kicker: str, palette: Palette) -> Iterator[svg.Element]:
    """The words with their speaker, together in the middle of the height that they have."""
    words = calm(nested(quoted.words) if quoted.in_marks else quoted.words)
    turned = is_right_to_left(words)
    marks = _marks(quoted) if words else ("", "")
    place = _place(article)
    rest = (_ABOVE if kicker else 0) + _BELOW + (_BETWEEN if place else 0)
    room = FOOT - TOP - rest - _UNDER
    shown = words[:LONGEST] + ("…" if len(words) > LONGEST else "")
    block = fit(shown or NO_WORDS, marks=marks, width=RIGHT - LEFT, height=room, sizes=SIZES, leading=LEADING)
    step = block.size * LEADING
    y = TOP + (room - step * len(block.lines)) / 2
    if kicker:
        yield from _line(kicker, y + _KICKER, _KICKER, palette.soft, turned=turned)
        y += _ABOVE
    family = family_of(words)
    hang = width_of(marks[0]) * block.size  # the first mark stands outside the lines
    for number, line in enumerate(block.lines):
        out = 0.0 if number else hang
        setting = Setting(
            x=RIGHT + out if turned else LEFT - out,
            size=block.size,
            colour=palette.ink,
            turned=turned,
            fixed=True,
            family=family,
        )
        yield from set_line(line, y + step * number + block.size, setting)
    y += step * len(block.lines) + _BELOW - _SPEAKER / 4
    yield from _line(_speaker(quoted), y, _SPEAKER, palette.ink, turned=turned, bold=True)
    if place:
        yield from _line(place, y + _BETWEEN, _PLACE, palette.soft, turned=turned)


def _foot(
    article: Article, checked: CheckedQuotation | None, permalink: str | None, palette: Palette
) -> Iterator[svg.Element]:
    """What a check found, or else the headline; on the right whose card it is."""
    room = RIGHT - LEFT - _MARK
    if checked is not None:
        yield from _verdict(checked, room, palette)
        yield from _line(_meaning(checked, room), _SECOND, _SMALL, palette.soft, room=room)
    elif article.title:
        title = f"“{nested(one_line(article.title))}”"
        yield from _line(title, _FIRST, _SMALL, palette.soft, room=room)
    mark = Setting(x=RIGHT, size=_PLACE, colour=palette.ink, bold=True, right=True)
    yield from set_line("onrecord", _FIRST, mark)
    path = one_line(urlsplit(permalink).path).rstrip("/") if permalink else ""
    if path:
        setting = Setting(x=RIGHT, size=_SMALL, colour=palette.soft, right=True, family=family_of(path))
        yield from set_line(shortened_to(path, (_MARK - 30) / _SMALL), _SECOND, setting)


def _verdict(checked: CheckedQuotation, room: float, palette: Palette) -> Iterator[svg.Element]:
    """The verdict's sign and name in a frame, and beside which document."""
    colour, size = palette.verdicts[checked.verdict], 23
    sign, name = SIGNS[checked.verdict], VERDICT_NAMES[checked.verdict]
    wide = width_of(sign, bold=True) * size
    framed = 16 + wide + 12 + width_of(name, bold=True) * size + 16
    yield svg.Rect(
        x=LEFT,
        y=n(_FIRST - _BADGE * 0.69),
        width=n(framed),
        height=_BADGE,
        rx=8,
        fill="none",
        stroke=colour,
        stroke_width=2,
    )
    yield from set_line(sign, _FIRST, Setting(x=LEFT + 16, size=size, colour=colour, bold=True))
    yield from set_line(name, _FIRST, Setting(x=LEFT + 28 + wide, size=size, colour=palette.ink, bold=True))
    yield from _line(
        _document(checked), _FIRST, 22, palette.ink, x=LEFT + framed + 18, room=room - framed - 18
    )


def _line(
    text: str,
    y: float,
    size: int,
    colour: str,
    *,
    x: float = LEFT,
    room: float = RIGHT - LEFT,
    turned: bool = False,
    bold: bool = False,
) -> Iterator[svg.Element]:
    """A line of words about the quotation, shortened to its room; `turned`, it ends at the right edge."""
    text = calm(text)
    setting = Setting(
        x=RIGHT if turned else x,
        size=size,
        colour=colour,
        bold=bold,
        right=turned,
        turned=turned and is_right_to_left(text),
        family=family_of(text),
    )
    yield from set_line(shortened_to(text, room / size, bold=bold), y, setting)


def _document(checked: CheckedQuotation) -> str:
    """Beside which document: the one of the worst passage, by its name alone; else how many were searched."""
    check = _worst(checked)
    if check is None:
        return ""
    if check.document is None:
        return f"in the {counted(check.searched.documents, 'document')} searched"
    others = {row.document.path for row in checked.checks if row.document} - {check.document.path}
    more = f" and {len(others)} more" if others else ""
    return f"beside {one_line(check.document.path).rstrip('/').rpartition('/')[2]}{more}"


def _meaning(checked: CheckedQuotation, room: float) -> str:
    """What the verdict means, with the flags that stand beside it; these alone where there is no room for both."""
    meaning = VERDICT_WORDS[checked.verdict]
    if not checked.flags:
        return meaning
    flags = f"flags: {', '.join(flag.replace('_', ' ') for flag in checked.flags)}"
    both = f"{meaning} · {flags}"
    return both if width_of(both) * _SMALL <= room else flags


def _worst(checked: CheckedQuotation) -> Check | None:
    return next((check for check in checked.checks if check.verdict == checked.verdict), None)


def _speaker(quoted: Quoted) -> str:
    return quoted.speaker or f"{NO_SPEAKER[0].upper()}{NO_SPEAKER[1:]}"


def _marks(quoted: Quoted) -> tuple[str, str]:
    """The marks around the words: angled ones, which turn with the writing, from right to left."""
    if not quoted.in_marks:
        return "", ""
    return ("«", "»") if is_right_to_left(quoted.words) else ("“", "”")


def _in_marks(quoted: Quoted) -> str:
    opening, closing = _marks(quoted)
    return f"{opening}{nested(quoted.words) if opening else quoted.words}{closing}"


def _kicker(quoted: Quoted, quotation: Quotation) -> str:
    """What has to be read before the words: that they were not said, are a belief, or are the article's own."""
    if quotation.negated:
        return f"{isolated(quoted.speaker) or 'The source'} {quoted.said}"
    if quoted.said:
        what = "" if quoted.said == "other" else f"{quoted.said.capitalize()}, "
        return f"{what}as the article tells it" if what else "As the article tells it"
    return "In the article’s words" if quotation.kind == "indirect" else ""


def _place(article: Article) -> str:
    """Where and when it is printed; without a name by the host of its address."""
    address = web_address(article.url)
    outlet = one_line(article.outlet or "") or (host_of(address) if address else "")
    parts = [part for part in (outlet, one_line(spoken(article.published))) if part]
    if not has_right_to_left(outlet):
        return " · ".join(parts)
    return " · ".join(isolated(part, right_to_left=is_right_to_left(part)) for part in parts)


def _told(article: Article, quoted: Quoted, checked: CheckedQuotation | None, kicker: str) -> str:
    """The card in words, for those who cannot see it."""
    parts = [kicker, _in_marks(quoted)[:LONGEST], _speaker(quoted), _place(article)]
    if checked is not None:
        parts += [f"{VERDICT_NAMES[checked.verdict]} {_document(checked)}", VERDICT_WORDS[checked.verdict]]
        parts += [flag.replace("_", " ") for flag in checked.flags]
    return "; ".join(filter(None, parts)) + "."
