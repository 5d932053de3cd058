"""From an annotated article to what the network is trained on: tags and links fall on the right pieces."""

from importlib.resources import files

import numpy as np
import pytest
from msgspec.structs import replace
from tokenizers import Tokenizer
from training.examples import Lesson, label, windows

from onrecord.measure import Attribution, GoldArticle

TEXT = "“We stay,” said Mira Osk. The quay was expected to open.\n\nShe said no."


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_str((files("onrecord.quotes") / "weights" / "tokenizer.json").read_text("utf-8"))


def spans(*words: str) -> tuple[tuple[int, int], ...]:
    return tuple((TEXT.index(one), TEXT.index(one) + len(one)) for one in words)


ARTICLE = GoldArticle(
    id="herald_2016-01-01_quay",
    text=TEXT,
    attributions=(
        Attribution(source=spans("Mira Osk"), cue=spans("said"), content=spans("“We stay,”")),
        Attribution(cue=spans("was expected"), content=spans("The quay", "to open")),
    ),
)


def test_tags_and_links_fall_on_the_right_pieces(tokenizer: Tokenizer) -> None:
    (window,) = windows(label(ARTICLE, tokenizer))
    pieces = [tokenizer.id_to_token(int(piece)) for piece in window.ids]
    tagged = {
        role: [
            piece
            for piece, tag in zip(pieces, window.tags, strict=True)
            if tag in (2 * number + 1, 2 * number + 2)
        ]
        for number, role in enumerate(("source", "cue", "content"))
    }
    assert tagged["cue"] == ["said", "was", "expected"]
    assert tagged["source"] == ["mira", "os", "##k"]
    assert tagged["content"] == ["“", "we", "stay", ",", "”", "the", "quay", "to", "open"]
    said = pieces.index("said") + 1
    assert (pieces.index("we") + 1, said) in window.cue_links
    assert (said, pieces.index("mira") + 1) in window.source_links


def test_a_cue_without_a_source_links_to_nothing(tokenizer: Tokenizer) -> None:
    (window,) = windows(label(ARTICLE, tokenizer))
    pieces = [tokenizer.id_to_token(int(piece)) for piece in window.ids]
    assert (pieces.index("expected") + 1, 0) in window.source_links


def test_pieces_in_quotation_marks_are_known_to_be(tokenizer: Tokenizer) -> None:
    (window,) = windows(label(ARTICLE, tokenizer))
    assert window.quoted.sum() == len(["“", "we", "stay", ",", "”"])


def test_each_epoch_cuts_at_other_paragraphs_and_keeps_every_piece(tokenizer: Tokenizer) -> None:
    article = label(ARTICLE, tokenizer)
    (whole,) = windows(article)
    first, second = windows(article, first=len(whole.ids) - 1)
    assert [*first.ids, *second.ids] == [*whole.ids]
    assert [*first.tags, *second.tags] == [*whole.tags]
    assert tokenizer.id_to_token(int(second.ids[0])) == "she"
    assert [len(window.ids) for window in windows(article, first=3)] == [
        len(whole.ids)
    ]  # no paragraph ends there


def test_what_a_teacher_says_is_cut_with_the_windows(tokenizer: Tokenizer) -> None:
    article = label(ARTICLE, tokenizer)
    count = len(article.tags)
    first = np.zeros((2, count, 1), dtype=np.int32)  # the first piece of the text heads every piece
    lesson = Lesson(
        np.arange(count * 7, dtype=np.float16).reshape(count, 7),
        first,
        np.ones((2, count, 1), dtype=np.float16),
    )
    begin, end = windows(replace(article, lesson=lesson), first=count - 1)
    assert begin.lesson is not None
    assert end.lesson is not None
    assert set(begin.lesson.heads.ravel().tolist()) == {1}  # behind the start token
    assert set(end.lesson.heads.ravel().tolist()) == {0}  # not in this window
    assert [len(begin.lesson.tags), len(end.lesson.tags)] == [len(begin.ids), len(end.ids)]
    assert end.lesson.tags[0, 0] == 7 * len(begin.ids)
