"""The serif font that ships with the package: its files, and how wide its characters are.

The widths are read from the fonts themselves: the tables `head`, `hhea`, `cmap` (format 4) and `hmtx` of OpenType
(https://learn.microsoft.com/typography/opentype/spec/otff). Kerning is left aside.
"""

import contextlib
import functools
import struct
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from onrecord.errors import BrokenInstallation

FAMILY = "Onrecord Serif"
REGULAR, BOLD = "onrecord-serif-regular.ttf", "onrecord-serif-bold.ttf"
_UNICODE = (3, 1)  # platform and encoding of the character map that is read


@contextlib.contextmanager
def font_files() -> Iterator[list[Path]]:
    """The fonts as files, for as long as the context lasts; raises `BrokenInstallation` where they are missing."""
    with contextlib.ExitStack() as stack:
        folder = resources.files(__package__)
        files = [stack.enter_context(resources.as_file(folder.joinpath(name))) for name in (REGULAR, BOLD)]
        for file in files:
            if not file.is_file():
                raise _missing(file.name)
        yield files


@functools.cache
def widths(name: str = REGULAR) -> dict[str, float]:
    """The width of each character that a font has, as a share of the size of the letters."""
    try:
        data = resources.files(__package__).joinpath(name).read_bytes()
    except OSError as error:
        raise _missing(name) from error
    count = struct.unpack_from(">H", data, 4)[0]
    entries = (struct.unpack_from(">4sIII", data, 12 + 16 * at) for at in range(count))
    tables = {tag.decode("latin-1"): start for tag, _, start, _ in entries}
    unit = struct.unpack_from(">H", data, tables["head"] + 18)[0]
    long = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
    # After the last advance of its own, each glyph is as wide as that one.
    advances = [struct.unpack_from(">H", data, tables["hmtx"] + 4 * at)[0] for at in range(long)]
    glyphs = _glyphs(data, tables["cmap"])
    return {chr(code): advances[min(glyph, long - 1)] / unit for code, glyph in glyphs}


def _glyphs(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Each character's code with the number of its glyph."""
    records = (struct.unpack_from(">HHI", data, cmap + 4 + 8 * at) for at in range(data[cmap + 3]))
    start = cmap + next(offset for *kind, offset in records if tuple(kind) == _UNICODE)
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    words = f">{count}H"
    ends = struct.unpack_from(words, data, start + 14)
    begins, steps, ranges = (
        struct.unpack_from(words, data, start + 16 + 2 * count * row) for row in (1, 2, 3)
    )
    for at in range(count):
        for code in range(begins[at], min(ends[at], 0xFFFE) + 1):
            glyph = code
            if ranges[at]:
                place = start + 16 + 6 * count + 2 * at + ranges[at] + 2 * (code - begins[at])
                glyph = struct.unpack_from(">H", data, place)[0]
                if not glyph:
                    continue
            yield code, (glyph + steps[at]) & 0xFFFF


def _missing(name: str) -> BrokenInstallation:
    return BrokenInstallation(f"{name}, a font of the package, is missing: install onrecord again")
