"""The look of a card: its colours, its fonts, and how a line of words is set.

The shipped font comes first. Words that it has not all characters of are set in a font for their script throughout,
so that no line changes its face in the middle; the last resort is what the machine has.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator

import msgspec
import svg

from onrecord.formats.card_lines import (
    has_right_to_left,
    is_measured,
    is_symbol,
    isolated,
    script_of,
    split_symbols,
    width_of,
)
from onrecord.formats.fonts import FAMILY, widths

_SERIF = f"'{FAMILY}', Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif"
_HAN = "'Noto Serif CJK SC', 'Source Han Serif SC', 'Noto Sans CJK SC', 'Songti SC', SimSun"
_KANA = "'Noto Serif CJK JP', 'Source Han Serif', 'Noto Sans CJK JP', 'Hiragino Mincho ProN', 'Yu Mincho'"
_CHINESE = "'WenQuanYi Zen Hei', 'WenQuanYi Micro Hei'"
# By the first word of the characters' names in Unicode.
_SCRIPTS = {
    "ARABIC": "'Noto Naskh Arabic', 'Noto Sans Arabic', 'Geeza Pro', 'Segoe UI', 'DejaVu Sans'",
    "HEBREW": "'Noto Serif Hebrew', 'Noto Sans Hebrew', 'Times New Roman', 'DejaVu Sans'",
    "GREEK": "'Noto Serif', Georgia, 'DejaVu Serif'",
    "CJK": f"{_HAN}, {_CHINESE}",
    "IDEOGRAPHIC": f"{_HAN}, {_CHINESE}",
    "FULLWIDTH": f"{_HAN}, {_CHINESE}",
    "HIRAGANA": f"{_KANA}, {_CHINESE}",
    "KATAKANA": f"{_KANA}, {_CHINESE}",
    "HANGUL": f"'Noto Serif CJK KR', 'Noto Sans CJK KR', AppleMyungjo, Batang, {_CHINESE}",
    "THAI": "'Noto Serif Thai', 'Noto Sans Thai', Thonburi, 'Leelawadee UI'",
    "DEVANAGARI": "'Noto Serif Devanagari', 'Noto Sans Devanagari', 'Kohinoor Devanagari', 'Nirmala UI'",
}
_OTHERS = "'Noto Serif', 'Noto Sans', 'DejaVu Serif'"
_SYMBOLS = "'Noto Color Emoji', 'Apple Color Emoji', 'Segoe UI Emoji', 'DejaVu Sans'"


class Palette(msgspec.Struct, frozen=True, kw_only=True):
    """The colours of a card, as the pages have them; `verdicts` those of the verdicts' signs and frames."""

    paper: str
    ink: str
    soft: str
    hair: str
    verdicts: dict[str, str]


LIGHT = Palette(
    paper="#fcfbf8",
    ink="#1d1c1a",
    soft="#625e56",
    hair="#ddd8cc",
    verdicts={
        "verbatim": "#006e4d",
        "edited": "#00629f",
        "altered": "#ad4600",
        "spliced": "#93357f",
        "not_found": "#5c5850",
    },
)
DARK = Palette(
    paper="#17181a",
    ink="#e7e3da",
    soft="#a9a498",
    hair="#35363a",
    verdicts={
        "verbatim": "#4fc79f",
        "edited": "#6cb8f2",
        "altered": "#f5965a",
        "spliced": "#e596d6",
        "not_found": "#b3aea3",
    },
)


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """How words are set: where their line begins (`x`), or ends where they are `right`; their size, colour and face.

    `turned` words run from right to left; all are `right` then. A `fixed` line keeps its width in any font.
    """

    x: float
    size: int
    colour: str
    bold: bool = False
    right: bool = False
    turned: bool = False
    fixed: bool = False
    family: str = _SERIF


def family_of(text: str) -> str:
    """The fonts for a text: the shipped one where it has all letters, else those for the script of most others."""
    table = widths()
    others = Counter(script_of(one) for one in text if one not in table and not is_symbol(one))
    if not others:
        return _SERIF
    script = min(others, key=lambda name: (-others[name], name))
    # Kana says that Chinese characters are Japanese.
    if script == "CJK" and ("HIRAGANA" in others or "KATAKANA" in others):
        script = "HIRAGANA"
    return f"{_SCRIPTS.get(script, _OTHERS)}, {_SERIF}"


def set_line(text: str, y: float, setting: Setting) -> Iterator[svg.Element]:
    """One line of words, their markup escaped, in the direction that they have."""
    right = setting.right or setting.turned
    symbols = [part for part in split_symbols(text) if is_symbol(part[0])]
    if symbols and not right and not has_right_to_left(text):
        yield from _around_symbols(text, y, setting)
        return
    yield _words(isolated(text, right_to_left=setting.turned or None), text, y, setting)


def _around_symbols(text: str, y: float, setting: Setting) -> Iterator[svg.Element]:
    """Words and emoji or other signs each for itself: a renderer would set all of them in the font of the signs."""
    x = setting.x
    for part in split_symbols(text):
        wide = width_of(part, bold=setting.bold) * setting.size
        if is_symbol(part[0]):
            yield svg.Text(
                x=n(x + wide / 2),
                y=n(y),
                font_family=_SYMBOLS,
                font_size=setting.size,
                fill=setting.colour,
                text_anchor="middle",
                text=svg.escape(part),
            )
        elif part.strip():
            lead = width_of(part[: len(part) - len(part.lstrip())], bold=setting.bold) * setting.size
            placed = msgspec.structs.replace(setting, x=x + lead)
            yield _words(part.strip(), part.strip(), y, placed)
        x += wide


def _words(shown: str, text: str, y: float, setting: Setting) -> svg.Text:
    known = setting.fixed and is_measured(text, bold=setting.bold)
    return svg.Text(
        x=n(setting.x),
        y=n(y),
        font_family=setting.family,
        font_size=setting.size,
        font_weight="700" if setting.bold else None,
        fill=setting.colour,
        text_anchor="end" if setting.right or setting.turned else None,
        textLength=n(width_of(text, bold=setting.bold) * setting.size) if known else None,
        lengthAdjust="spacingAndGlyphs" if known else None,
        text=svg.escape(shown),
    )


def calm(text: str) -> str:
    """A text without the accents that pile up: three on a letter are the most that any writing has."""
    if text.isascii():
        return text
    kept: list[str] = []
    piled = 0
    for character in text:
        piled = piled + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if piled <= 3:
            kept.append(character)
    return "".join(kept)


def n(value: float) -> float | int:
    """A length to a tenth, so that the file is small and the same everywhere."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded
