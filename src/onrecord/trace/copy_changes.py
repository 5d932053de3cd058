"""Two texts laid side by side word for word: what was inserted, deleted, replaced, and moved.

The words are aligned on their longest common subsequence (rapidfuzz). A passage that the one has where the other has
it somewhere else is a move, found by its shingles.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from onrecord.model import Span
from onrecord.traces import TextChange, TextOperation
from onrecord.words import WORD

SHORTEST_SAME = 3  # fewer words between two changes that are the same are so by chance ("of the")
SHORTEST_MOVE = 8  # words
# Words times words that are aligned at once: the alignment keeps a bit for each.
MOST_ALIGNED = 200_000_000


class Row(NamedTuple):
    """A change in numbers of words."""

    op: TextOperation
    a: Span
    b: Span


def changes_between(
    a: str, b: str, numbers_a: Sequence[int], numbers_b: Sequence[int]
) -> tuple[TextChange, ...]:
    """Every stretch in which two texts differ, in the order of `a`; `numbers_*` are their words as numbers."""
    rows = _with_moves(_aligned(numbers_a, numbers_b), numbers_a, numbers_b)
    if not rows:
        return ()
    spans_a = [match.span() for match in WORD.finditer(a)]
    spans_b = [match.span() for match in WORD.finditer(b)]
    return tuple(
        TextChange(
            op=row.op,
            a=_characters(row.a, spans_a),
            b=_characters(row.b, spans_b),
            words=(row.a[1] - row.a[0], row.b[1] - row.b[0]),
        )
        for row in rows
    )


def _characters(words: Span, spans: Sequence[Span]) -> Span:
    start, end = words
    if start < end:
        return spans[start][0], spans[end - 1][1]
    at = spans[start][0] if start < len(spans) else spans[-1][1] if spans else 0
    return at, at


def _aligned(a: Sequence[int], b: Sequence[int]) -> list[Row]:
    rows: list[Row] = []
    for (low_a, high_a), (low_b, high_b) in _parts(a, b):
        for step in Indel.opcodes(a[low_a:high_a], b[low_b:high_b]):
            if step.tag == "equal":
                continue
            left = low_a + step.src_start, low_a + step.src_end
            rows.append(_named(left, (low_b + step.dest_start, low_b + step.dest_end)))
    return [_trimmed(row, a, b) for row in _joined(rows)]


def _trimmed(row: Row, a: Sequence[int], b: Sequence[int]) -> Row:
    """A change without the words at its ends that are the same on both sides, which joining has taken in."""
    (start_a, end_a), (start_b, end_b) = row.a, row.b
    while start_a < end_a and start_b < end_b and a[end_a - 1] == b[end_b - 1]:
        end_a, end_b = end_a - 1, end_b - 1
    while start_a < end_a and start_b < end_b and a[start_a] == b[start_b]:
        start_a, start_b = start_a + 1, start_b + 1
    return _named((start_a, end_a), (start_b, end_b))


def _parts(a: Sequence[int], b: Sequence[int]) -> list[tuple[Span, Span]]:
    """The two texts whole; very long ones in parts that end at the same place of both, where one can be found."""
    if len(a) * len(b) <= MOST_ALIGNED:
        return [((0, len(a)), (0, len(b)))]
    size = max(1000, MOST_ALIGNED // (4 * max(len(a), len(b), 1)))
    places = _places_of_unique(b, SHORTEST_MOVE)
    parts: list[tuple[Span, Span]] = []
    low_a = low_b = 0
    at = size
    while at + SHORTEST_MOVE <= len(a):
        found = places.get(tuple(a[at : at + SHORTEST_MOVE]))
        if found is not None and low_b <= found <= low_b + 3 * size:
            parts.append(((low_a, at), (low_b, found)))
            low_a, low_b = at, found
            at += size
        else:
            at += 1
            if at - low_a > 3 * size:
                break
    if (len(a) - low_a) * (len(b) - low_b) <= MOST_ALIGNED:
        return [*parts, ((low_a, len(a)), (low_b, len(b)))]
    # Nothing to hold on to: the rest is told as one replacement.
    return [*parts, ((low_a, len(a)), (low_b, low_b)), ((len(a), len(a)), (low_b, len(b)))]


def _places_of_unique(words: Sequence[int], length: int) -> dict[tuple[int, ...], int]:
    """Where each run of words stands that stands only once."""
    places: dict[tuple[int, ...], int] = {}
    twice: set[tuple[int, ...]] = set()
    for at in range(len(words) - length + 1):
        run = tuple(words[at : at + length])
        if run in places:
            twice.add(run)
        places[run] = at
    for run in twice:
        del places[run]
    return places


def _joined(rows: Sequence[Row]) -> list[Row]:
    """Changes with too few words that are the same between them as one."""
    found: list[Row] = []
    for row in rows:
        if found and 0 <= row.a[0] - found[-1].a[1] < SHORTEST_SAME and _is_near(found[-1], row):
            row = Row("replace", (found[-1].a[0], row.a[1]), (found[-1].b[0], row.b[1]))
            found.pop()
        found.append(_named(row.a, row.b))
    return found


def _is_near(left: Row, right: Row) -> bool:
    """Whether the words between two changes are fewer than the changes around them: else they are an anchor."""
    between = right.a[0] - left.a[1]
    size = (
        max(left.a[1] - left.a[0], left.b[1] - left.b[0]),
        max(right.a[1] - right.a[0], right.b[1] - right.b[0]),
    )
    return between == 0 or min(size) >= between


def _named(a: Span, b: Span) -> Row:
    op: TextOperation = "insert" if a[0] == a[1] else "delete" if b[0] == b[1] else "replace"
    return Row(op, a, b)


def _with_moves(rows: list[Row], a: Sequence[int], b: Sequence[int]) -> list[Row]:
    """The changes with the passages that stand elsewhere told apart."""
    inserted: dict[tuple[int, ...], int] = {}
    for row in rows:
        for at in range(row.b[0], row.b[1] - SHORTEST_MOVE + 1):
            inserted.setdefault(tuple(b[at : at + SHORTEST_MOVE]), at)
    if not inserted:
        return rows
    moves: list[Row] = []
    taken: set[int] = set()  # words of b
    for row in rows:
        at = row.a[0]
        while at + SHORTEST_MOVE <= row.a[1]:
            found = inserted.get(tuple(a[at : at + SHORTEST_MOVE]))
            if found is None or not taken.isdisjoint(range(found, found + SHORTEST_MOVE)):
                at += 1
                continue
            end = next(one.b[1] for one in rows if one.b[0] <= found < one.b[1])
            length = SHORTEST_MOVE
            while at + length < row.a[1] and found + length < end and a[at + length] == b[found + length]:
                if found + length in taken:
                    break
                length += 1
            taken.update(range(found, found + length))
            moves.append(Row("move", (at, at + length), (found, found + length)))
            at += length
    if not moves:
        return rows
    kept: list[Row] = []
    for row in rows:
        left = _without(row.a, [move.a for move in moves])
        right = _without(row.b, [move.b for move in moves])
        if left == [row.a] and right == [row.b]:
            kept.append(row)
            continue
        if len(left) == 1 and len(right) == 1:
            kept.append(_named(left[0], right[0]))
            continue
        kept += [Row("delete", span, (row.b[0], row.b[0])) for span in left]
        kept += [Row("insert", (row.a[1], row.a[1]), span) for span in right]
    return sorted([*kept, *moves], key=_by_place)


def _by_place(row: Row) -> tuple[Span, Span]:
    return row.a, row.b


def _without(span: Span, taken: Sequence[Span]) -> list[Span]:
    """What is left of a span, in parts, none empty."""
    left: list[Span] = []
    start, end = span
    for low, high in sorted(taken):
        if high <= start or low >= end:
            continue
        if start < low:
            left.append((start, low))
        start = max(start, high)
    if start < end:
        left.append((start, end))
    return left
