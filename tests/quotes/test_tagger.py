"""The taggers: what they say of a window depends on nothing else, and both stand in the package."""

from pathlib import Path

import numpy as np
import pytest

from onrecord import read_text
from onrecord.errors import BrokenInstallation
from onrecord.model import TaggerModel
from onrecord.quotes.marks import find_passages
from onrecord.quotes.tagger import Tagger, Tags, shared_tagger
from onrecord.text import find_paragraphs

PARAGRAPH = "“The quay will open in May,” said Mira Osk, the harbour clerk. " + "Nobody else was asked. " * 20
LONG = "\n\n".join(f"{PARAGRAPH}It was day {day}." for day in range(12))


def tagged(tagger: Tagger, text: str) -> Tags:
    paragraphs = find_paragraphs(text)
    return tagger.tag(text, paragraphs, find_passages(text, paragraphs))


def test_windows_read_side_by_side_say_what_they_say_one_after_the_other() -> None:
    alone, together = tagged(Tagger(threads=1), LONG), tagged(Tagger(threads=4), LONG)
    assert len(alone.links) > 4
    assert np.array_equal(alone.tags, together.tags)
    for one, other in zip(alone.links, together.links, strict=True):
        assert one.start == other.start
        assert np.array_equal(one.to_cue, other.to_cue)
        assert np.array_equal(one.to_source, other.to_source)


def test_what_a_window_says_does_not_depend_on_the_windows_beside_it() -> None:
    first = tagged(shared_tagger(), PARAGRAPH + "It was day 0.")
    whole = tagged(shared_tagger(), LONG)
    assert whole.window[len(first.tags) - 1] == 0 != whole.window[len(first.tags)]
    assert np.array_equal(first.tags, whole.tags[: len(first.tags)])


@pytest.mark.parametrize("model", ["default", "fast"])
def test_tags_and_links_are_probabilities(model: TaggerModel) -> None:
    tags = tagged(shared_tagger(model), LONG)
    assert tags.tags.shape == (len(tags.pieces.ids), 7)
    assert np.allclose(np.exp(tags.tags).sum(axis=1), 1, atol=1e-3)
    for links in tags.links:
        for table in (links.to_cue, links.to_source):
            assert table.shape[1] == table.shape[0] + 1
            assert np.allclose(np.exp(table.astype(np.float32)).sum(axis=1), 1, atol=2e-2)


@pytest.mark.parametrize(("model", "by"), [("default", "tagger/2"), ("fast", "tagger-fast/2")])
def test_both_models_find_a_plain_quotation_and_say_which_of_them_did(model: TaggerModel, by: str) -> None:
    (row,) = read_text("“We stay,” said Mira Osk.", plain=True, model=model).quotations
    assert (row.by, [speaker.name for speaker in row.speakers]) == (by, ["Mira Osk"])


def test_an_empty_text_has_no_tags() -> None:
    assert tagged(shared_tagger(), "").tags.shape == (0, 7)


def test_weights_that_are_not_there_are_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BrokenInstallation, match="make train"):
        Tagger(weights=tmp_path)
