"""The two forms of an authority file, JSON Lines and CSV, told by content and read row by row."""

import csv
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal, NamedTuple

import msgspec

from onrecord.errors import UnreadableInput
from onrecord.people.authority.lines import Line

Kind = Literal["person", "group"]

LONGEST_LINE = 1 << 20
_ROWS_JOINED = 20  # lines that one quoted CSV field may run over
_LOOKED_AT = 100  # lines in which a file must show what it is


class About(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Wikidata items that say more: occupations (P106), offices held (P39), countries of citizenship (P27)."""

    occupations: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


class Row(msgspec.Struct, kw_only=True):
    """A row as it stands in the file, its types right and nothing else looked at yet."""

    id: str | None = None
    label: str | None = None
    aliases: tuple[str, ...] | None = None
    descriptions: tuple[str, ...] | None = None
    born: str | None = None
    died: str | None = None
    kind: Kind | None = None
    weight: int | None = None
    about: About | None = None
    former: tuple[str, ...] | None = None
    redirect: str | None = None


class Numbered(NamedTuple):
    """A row with the line that it begins in, or what is wrong there."""

    line: int
    row: Row | str


_ROW = msgspec.json.Decoder(Row)


def rows(found: Iterator[Line], path: str) -> Iterator[Numbered]:
    """The rows of a file in either form, told by its first lines: one that begins with { or a CSV header."""
    ahead: list[Line] = []
    for line in found:
        ahead.append(line)
        if len(ahead) == 1 and _is_wide(line.data):
            raise UnreadableInput(f"{path} is not UTF-8 but UTF-16 or the like: save it as UTF-8.")
        if line.data.lstrip().startswith(b"{"):
            return _json_rows(chain(ahead, found))
        delimiter = _delimiter(line.data)
        if delimiter:
            problems = (Numbered(early.number, early.problem) for early in ahead if early.problem)
            return chain(problems, _csv_rows(line.data.decode(), found, delimiter))
        if len(ahead) == _LOOKED_AT:
            break
    if not any(line.data.strip() or line.problem for line in ahead):
        return iter(())  # an empty file is an authority file with nobody in it
    if any(line.data.strip() == b"[" or line.data.startswith(b"[{") for line in ahead):
        told = "is one JSON array: of a Wikidata dump, make an authority file with  onrecord authority build"
        raise UnreadableInput(f"{path} {told}; of anything else, write one object a line.")
    told = (
        "is neither JSON Lines nor CSV: begin each line with {, or the file with the header id,label,aliases"
    )
    raise UnreadableInput(f"{path} {told},descriptions,born,died,kind (in UTF-8).")


def _is_wide(first: bytes) -> bool:
    """Whether a file's first line is UTF-16 or UTF-32: it has their mark, or zero bytes beside its first letter."""
    return first[:2] in (b"\xff\xfe", b"\xfe\xff") or (b"\0" in first[:2] and first[:4].count(0) >= 2)


def _json_rows(found: Iterable[Line]) -> Iterator[Numbered]:
    for number, data, problem in found:
        if problem or data.strip():
            yield Numbered(number, problem or _from_json(data))


def _from_json(data: bytes) -> Row | str:
    try:
        return _ROW.decode(data.decode())
    except msgspec.ValidationError as error:
        return f"a value is not what belongs there ({error}): correct it"
    except UnicodeDecodeError:
        return "it is not UTF-8: save the file as UTF-8"
    except (msgspec.DecodeError, RecursionError) as error:
        return f"it is not JSON ({error}): write one whole object on this line"


def _delimiter(data: bytes) -> str | None:
    """What parts the cells of a CSV header; None for a line that is no header."""
    try:
        text = data[:10_000].decode()
    except UnicodeDecodeError:
        return None
    for delimiter in (",", ";", "\t"):
        if {"id", "label"} <= {cell.strip(' "').lower() for cell in text.split(delimiter)}:
            return delimiter
    return None


def _csv_rows(header: str, found: Iterator[Line], delimiter: str) -> Iterator[Numbered]:
    """The rows below a header. A quoted field may run over some lines; one that never ends costs its line alone."""
    names = [cell.strip(' "').lower() for cell in header.split(delimiter)]
    waiting: list[Line] = []
    while line := (waiting.pop(0) if waiting else next(found, None)):
        if line.problem or not line.data.strip():
            if line.problem:
                yield Numbered(line.number, line.problem)
            continue
        joined = [line]
        while _open(joined) and len(joined) < _ROWS_JOINED:
            following = waiting.pop(0) if waiting else next(found, None)
            if following is None:
                break
            joined.append(following)
        cells = _cells(b"\n".join(part.data for part in joined), len(names), delimiter)
        if isinstance(cells, str):
            waiting = joined[1:] + waiting
        yield Numbered(line.number, cells if isinstance(cells, str) else _from_cells(names, cells))


def _open(joined: list[Line]) -> bool:
    """Whether a quoted field goes on behind the last line; a line with a problem ends it."""
    return sum(part.data.count(b'"') for part in joined) % 2 == 1 and not joined[-1].problem


def _cells(data: bytes, wanted: int, delimiter: str) -> list[str] | str:
    try:
        cells = next(csv.reader([data.decode()], delimiter=delimiter, strict=True))
    except UnicodeDecodeError as error:
        return f"it is not UTF-8 (at its byte {error.start + 1}): save the file as UTF-8"
    except (csv.Error, StopIteration) as error:
        return f"it is not CSV ({error}): look for a quotation mark too many or too few"
    if len(cells) != wanted:
        return f"it has {len(cells)} cells where the header has {wanted}: quote the cells that hold {delimiter!r}"
    return cells


def _from_cells(names: list[str], cells: list[str]) -> Row | str:
    row: dict[str, object] = {
        name: cell.strip() for name, cell in zip(names, cells, strict=True) if cell.strip()
    }
    row.pop("about", None)
    for name in ("aliases", "descriptions", "former"):
        if name in row:
            row[name] = str(row[name]).split("|")
    if str(row.get("weight", "")).isdecimal():
        row["weight"] = int(str(row["weight"])[:9])
    try:
        return msgspec.convert(row, Row)
    except msgspec.ValidationError as error:
        return f"a value is not what belongs there ({error}): correct it"
