"""The spans of a record's JSON taken out and put back: apart from the words, both are compressed far better.

A span is kept as how far it begins from the end of the one before, and how long it is: in a record most follow on
each other, so these numbers are small and the same ones come again.
"""

import re

import numpy as np
from numpy.typing import NDArray

# A span, or a string, so that what looks like a span in a text is left where it is.
_SPAN_OR_STRING = re.compile(rb'\[(\d+),(\d+)\]|"(?:[^"\\]|\\.)*+"', re.DOTALL)
_HERE = b"\x01"  # where a span was: JSON has no such byte


def take_out(json: bytes) -> tuple[bytes, bytes]:
    """The JSON without its spans (any lists of two whole numbers), and the spans as bytes."""
    ends: list[int] = []

    def take(match: re.Match[bytes]) -> bytes:
        if match[1] is None:
            return match[0]
        ends.extend((int(match[1]), int(match[2])))
        return _HERE

    return _SPAN_OR_STRING.sub(take, json), _written(ends)


def put_back(json: bytes, spans: bytes) -> bytes:
    """The JSON as it was."""
    first, *others = json.split(_HERE)
    ends = _read(spans)
    parts = [
        b"[%d,%d]%b" % (start, end, other)
        for start, end, other in zip(ends[::2], ends[1::2], others, strict=True)
    ]
    return first + b"".join(parts)


def _written(ends: list[int]) -> bytes:
    """Each number's distance from the one before, the sign in the lowest bit; first the low bytes of all, and so on."""
    steps: NDArray[np.int64] = np.array(ends, dtype="<i8")
    steps[1:] -= steps[:-1].copy()
    folded = (steps << 1) ^ (steps >> 63)
    planes: NDArray[np.uint8] = folded.view(np.uint8).reshape(-1, 8).T
    return planes.tobytes()


def _read(data: bytes) -> list[int]:
    planes = np.frombuffer(data, dtype=np.uint8).reshape(8, -1)
    folded: NDArray[np.int64] = planes.T.copy().view("<i8").ravel()
    steps = (folded >> 1) ^ -(folded & 1)
    found: list[int] = np.cumsum(steps).tolist()
    return found
