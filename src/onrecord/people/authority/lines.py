"""The lines of a file that may be packed, damaged or endless, one at a time and numbered.

Memory holds one line, never more than the bound that is asked for, however far a packed file unpacks.
"""

import bz2
import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, cast

_GZIP = b"\x1f\x8b"
_BZIP2 = b"BZh"
_UTF8_MARK = b"\xef\xbb\xbf"
_STEP = 1 << 16
_DAMAGED = "the packed file is damaged or cut short from here on: fetch it again. What stands before this line was read"


class Line(NamedTuple):
    """One line without its end, counted from 1; where it cannot be read, `problem` says why and `data` is empty."""

    number: int
    data: bytes
    problem: str | None = None


def unpacked(stream: BinaryIO) -> BinaryIO:
    """The plain bytes of a stream that is plain, gzip or bzip2, as its first bytes tell; its name plays no part."""
    source = stream if hasattr(stream, "peek") else io.BufferedReader(cast(io.RawIOBase, stream))
    head = source.peek(3)[:3]
    if head.startswith(_GZIP):
        return cast(BinaryIO, gzip.GzipFile(fileobj=source, mode="rb"))
    if head.startswith(_BZIP2):
        return cast(BinaryIO, bz2.BZ2File(source, mode="rb"))
    return source


def lines(stream: BinaryIO, *, longest: int) -> Iterator[Line]:
    """Every line of an unpacked stream, CR LF and a leading byte order mark taken off.

    A line over `longest` bytes, and the place where a packed stream is damaged, are lines with a problem;
    reading goes on behind the first and ends at the second.
    """
    number = 0
    while True:
        number += 1
        try:
            data = stream.readline(longest + 1)
            if len(data) > longest and not data.endswith(b"\n"):
                _skip_line(stream)
                yield Line(
                    number, b"", f"the line is longer than {longest:,} bytes: shorten it or leave it out"
                )
                continue
        except (EOFError, OSError, zlib.error):
            yield Line(number, b"", _DAMAGED)
            return
        if not data:
            return
        if number == 1:
            data = data.removeprefix(_UTF8_MARK)
        yield Line(number, data.rstrip(b"\r\n"))


def _skip_line(stream: BinaryIO) -> None:
    while True:
        piece = stream.readline(_STEP)
        if not piece or piece.endswith(b"\n"):
            return
