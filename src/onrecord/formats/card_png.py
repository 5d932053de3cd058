"""A card as a PNG picture, drawn by resvg (https://github.com/linebender/resvg) with the font that ships."""

import functools
import os
import re
from pathlib import Path

import resvg_py

from onrecord.formats.fonts import FAMILY, font_files, widths

MOST_FONTS = 2_000  # of the machine's, that are made known to the renderer
_FOLDERS = (
    "~/.local/share/fonts",
    "~/.fonts",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
_FONT = re.compile(r"\.(?:ttf|otf|ttc|otc)$", re.IGNORECASE)
# resvg takes the first font that has a character, be it bold: those of any face but the plain one are left out.
_OTHER_FACE = re.compile(
    r"bold|italic|oblique|condensed|narrow|light|thin|black|medium|heavy|mono|bd\.|bi\.", re.IGNORECASE
)


def card_png(svg: str) -> bytes:
    """Draw a picture of `card_svg` at its own size.

    Where the shipped font has all of its characters no other is looked for, and the same picture gives the same bytes
    on any machine; other scripts are drawn with the fonts that the machine has. Takes about a tenth of a second. Only
    give it pictures that onrecord made: an SVG of somebody else's may name files.
    """
    known = widths()
    is_known = all(character in known or character == "\n" for character in svg)
    with font_files() as files:
        return resvg_py.svg_to_bytes(
            svg_string=svg,
            font_files=[*map(str, files), *(() if is_known else _plain_fonts())],
            skip_system_fonts=True,
            font_family=FAMILY,
            serif_family=FAMILY,
        )


@functools.cache
def _plain_fonts() -> tuple[str, ...]:
    """The machine's font files of a plain face, those of the widest families first."""
    found: list[Path] = []
    for folder in _FOLDERS:
        for where, _, names in os.walk(Path(folder).expanduser()):
            plain = (name for name in sorted(names) if _FONT.search(name) and not _OTHER_FACE.search(name))
            found += [Path(where) / name for name in plain]
    return tuple(str(path) for path in sorted(found, key=_widest_first)[:MOST_FONTS])


def _widest_first(path: Path) -> tuple[bool, str]:
    return not path.name.startswith(("Noto", "DejaVu")), path.name
