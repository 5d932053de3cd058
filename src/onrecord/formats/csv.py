"""CSV for spreadsheets: the flat rows, with cells that a spreadsheet would run as a formula made harmless."""

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from onrecord.formats.flat import BETWEEN_NAMES, Row, rows
from onrecord.model import Record

# A cell that begins with one of these is run as a formula by spreadsheets; an apostrophe before it makes it
# text again: https://owasp.org/www-community/attacks/CSV_Injection (which also names the full-width forms).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(records: Iterable[Record], out: BinaryIO) -> None:
    """One row a quotation, after a row of names; UTF-8, commas, quoted where needed (RFC 4180)."""
    out.write(csv_line(list(Row.__struct_fields__)))
    for record in records:
        for row in rows(record):
            out.write(csv_line([cell(value) for value in msgspec.structs.astuple(row)]))
        out.flush()


def guarded(cell: str) -> str:
    """The cell as text that no spreadsheet runs: an apostrophe goes before a formula's first character."""
    return "'" + cell if cell.startswith(FORMULA_STARTS) else cell


def cell(value: object) -> str:
    """A value as one cell: empty for null, several names with "; " between them, and nothing that is run."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        value = BETWEEN_NAMES.join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(value.replace("\0", "\ufffd")) if isinstance(value, str) else str(value)


def csv_line(cells: list[str]) -> bytes:
    """One row as bytes."""
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue().encode()
