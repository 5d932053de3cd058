"""Windows tile a text of any shape, and every piece is read with words on both sides of it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.quotes.windows import OVERLAP, WINDOW, cut

LENGTHS = st.lists(st.integers(1, 700), max_size=12)


@given(LENGTHS)
def test_kept_parts_tile_all_pieces_and_no_window_is_too_long(lengths: list[int]) -> None:
    paragraph = np.repeat(np.arange(len(lengths)), lengths)
    windows = cut(paragraph)
    kept = [piece for window in windows for piece in range(window.keep_start, window.keep_end)]
    assert kept == list(range(len(paragraph)))
    for window in windows:
        assert window.start <= window.keep_start < window.keep_end <= window.end <= window.start + WINDOW


@given(LENGTHS)
def test_short_paragraphs_are_never_cut(lengths: list[int]) -> None:
    paragraph = np.repeat(np.arange(len(lengths)), lengths)
    for window in cut(paragraph):
        numbers = set(paragraph[window.start : window.end].tolist())
        for number in numbers:
            if lengths[number] <= WINDOW:
                assert (paragraph[window.start : window.end] == number).sum() == lengths[number]


@given(st.integers(WINDOW + 1, 3000))
def test_a_piece_of_a_long_paragraph_keeps_its_surroundings(length: int) -> None:
    for window in cut(np.zeros(length, dtype=np.int64)):
        assert window.keep_start == 0 or window.keep_start - window.start >= OVERLAP // 2
        assert window.keep_end == length or window.end - window.keep_end >= OVERLAP // 2
