"""A PDF file made by hand for the tests: lines of text at given places, in a standard font."""

from collections.abc import Sequence

# One line of type: its text, how far from the left and from the page's bottom it stands, and its size.
Placed = tuple[str, float, float, float]
LEADING = 14.0
TOP = 720.0


def column(lines: Sequence[str], *, left: float = 72.0, top: float = TOP, size: float = 11.0) -> list[Placed]:
    """Lines one under the other; an empty one is a gap, one that begins with spaces is indented."""
    placed = []
    for number, line in enumerate(lines):
        indent = 6.0 * (len(line) - len(line.lstrip()))
        if line.strip():
            placed.append((line.strip(), left + indent, top - number * LEADING, size))
    return placed


def make_pdf(
    pages: Sequence[Sequence[Placed]],
    *,
    info: dict[str, str] | None = None,
    links: Sequence[tuple[int, tuple[float, float, float, float], str]] = (),
) -> bytes:
    """The file. Each of `links` is a page's number, a rectangle on it, and an address."""
    objects: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    kids = []
    for number, page in enumerate(pages):
        page_object, content_object = 4 + 2 * number, 5 + 2 * number
        kids.append(f"{page_object} 0 R")
        annotations = "".join(
            f"<< /Type /Annot /Subtype /Link /Rect [{' '.join(map(str, box))}] "
            f"/A << /S /URI /URI ({address}) >> >> "
            for on_page, box, address in links
            if on_page == number
        )
        objects[page_object] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Annots [{annotations}] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {content_object} 0 R >>"
        ).encode()
        stream = b"\n".join(_show(line) for line in page)
        objects[content_object] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    last = max(objects) + 1
    objects[last] = b"<< %s >>" % b" ".join(
        b"/%s (%s)" % (key.encode(), _escape(value)) for key, value in (info or {}).items()
    )
    return _file(objects, info=last)


def _show(line: Placed) -> bytes:
    text, left, bottom, size = line
    return b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (size, left, bottom, _escape(text))


def _escape(text: str) -> bytes:
    data = text.encode("cp1252")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: dict[int, bytes], *, info: int) -> bytes:
    data = b"%PDF-1.4\n"
    places = {}
    for number in sorted(objects):
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % places[number] for number in sorted(objects))
    return data + b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        info,
        start,
    )
