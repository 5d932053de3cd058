"""The sentence encoder: words of like meaning get like vectors, and any text gets one."""

import numpy as np
import pytest

from onrecord.meaning import DIMENSIONS, shared_encoder

FERRY = "What did she say about the ferry?"


def likeness(first: str, second: str) -> float:
    one, other = shared_encoder().encode([first, second]).astype(float)
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


@pytest.mark.parametrize(
    ("near", "far"),
    [
        ("We looked at a boat service at night and rejected it.", "Bakers want lower taxes on flour."),
        ("A boat that carries carts across the sound was offered.", "The band plays on Fridays."),
    ],
)
def test_words_about_one_thing_are_closer_than_words_about_another(near: str, far: str) -> None:
    assert likeness(FERRY, near) > likeness(FERRY, far) + 0.1


@pytest.mark.parametrize("text", ["", " ", "word " * 5_000, "\0\ud83d", "橋は閉じていない", "a" * 10_000])
def test_any_text_has_a_vector_of_one_length(text: str) -> None:
    (vector,) = shared_encoder().encode([text.encode("utf-8", "replace").decode()])
    assert vector.shape == (DIMENSIONS,)
    assert np.linalg.norm(vector.astype(float)) == pytest.approx(127, abs=4)


def test_vectors_stand_in_the_order_of_the_texts() -> None:
    texts = ["a long text " * 20, "short", "of middling length, this one"]
    together = shared_encoder().encode(texts).astype(float)
    for text, vector in zip(texts, together, strict=True):
        (alone,) = shared_encoder().encode([text]).astype(float)
        assert vector @ alone / np.linalg.norm(vector) / np.linalg.norm(alone) > 0.97


def test_no_text_gives_no_vector() -> None:
    assert shared_encoder().encode([]).shape == (0, DIMENSIONS)
