"""Make the fonts that ship with the package anew: `python tools/make_fonts.py FOLDER`, where Charis SIL 6.101 lies.

Latin and Cyrillic with the marks of text, for the layout of OpenType alone; and the few glyphs that cards need on top.
Needs fonttools (it comes with the development environment). The result is a modified version under the same licence,
and may not bear a reserved name of the original.
"""

import sys
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Onrecord Serif"
STYLES = {"Regular": "onrecord-serif-regular.ttf", "Bold": "onrecord-serif-bold.ttf"}
KEPT = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x250),  # Latin
    *range(0x2B0, 0x370),  # modifiers and accents
    *range(0x400, 0x530),  # Cyrillic
    *range(0x1E00, 0x1F00),  # Latin, Vietnamese among it
    *range(0x2000, 0x2070),  # marks of text, directions
    *range(0x2070, 0x20D0),  # raised figures, currencies
    *range(0x2100, 0x2200),
    *range(0x2200, 0x2300),
    *(0xFB01, 0xFB02, 0xFFFD),
]
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga"]
NO_WIDTH = range(0x2066, 0x206A)  # isolates, which the original lacks
PICTURES = range(0x2400, 0x2422)  # of control characters: shown as what cannot be shown
SPLICED = 0x29FA  # the sign of a verdict: two plus signs in one
NAMES = {
    1: "{family}",
    3: "{family} {style}; a modified version",
    4: "{family} {style}",
    6: "{joined}-{style}",
}


def make(source: Path, target: Path, style: str) -> None:
    """Cut one style down, add what it lacks, and give it a name of its own."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(
        layout_features=FEATURES, hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], notdef_outline=True
    )
    options.drop_tables += ["Feat", "Glat", "Gloc", "Silf", "Sill", "DSIG", "prep", "fpgm", "cvt "]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=KEPT)
    subsetter.subset(font)
    cmap = font.getBestCmap()
    added = dict.fromkeys(NO_WIDTH, cmap[8234]) | dict.fromkeys(PICTURES, cmap[65533])
    added[SPLICED] = _double_plus(font, cmap[ord("+")])
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(added)
    words = {"family": FAMILY, "style": style, "joined": FAMILY.replace(" ", "")}
    for record in list(font["name"].names):
        if record.nameID in NAMES:
            record.string = NAMES[record.nameID].format(**words)
        elif record.nameID in (16, 17, 18, 21, 22):
            font["name"].names.remove(record)
    font.save(target)


def _double_plus(font: TTFont, plus: str) -> str:
    """A glyph of two plus signs that share an arm."""
    glyph, width = font["glyf"][plus], font["hmtx"][plus][0]
    step = round((glyph.xMax - glyph.xMin) * 0.62)
    pen = TTGlyphPen(font.getGlyphSet())
    pen.addComponent(plus, (1, 0, 0, 1, 0, 0))
    pen.addComponent(plus, (1, 0, 0, 1, step, 0))
    name = f"uni{SPLICED:04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = pen.glyph()
    font["glyf"].glyphs[name].recalcBounds(font["glyf"])
    font["hmtx"].metrics[name] = (width + step, font["hmtx"][plus][1])
    font["maxp"].numGlyphs = len(font.getGlyphOrder())
    return name


if __name__ == "__main__":
    fonts = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "formats" / "fonts"
    for style, name in STYLES.items():
        make(Path(sys.argv[1]) / f"CharisSIL-{style}.ttf", fonts / name, style)
