"""Reading a corpus laid out as PolNeAR is."""

from pathlib import Path

import pytest

from onrecord.errors import UnreadableInput
from onrecord.measure import evaluate_confidence, published_since, read_split

TEXT = "Brandt said\r\nthe sluice is shut."
STANDOFF = (
    "T1\tSource 0 6\tBrandt\nT2\tCue 7 11\tsaid\nT3\tContent 13 23;24 31\tthe sluice is shut\n"
    "E1\tCue:T2 Source:T1 Content:T3\nE2\tCue:T2 Source:T1\n"
)


def write(folder: Path, annotator: str, standoff: str) -> None:
    for name in ("text", "attributions"):
        (folder / "dev" / name).mkdir(parents=True, exist_ok=True)
    (folder / "dev" / "text" / "gazette_1.txt").write_bytes(TEXT.encode())
    (folder / "dev" / "attributions" / f"gazette_1_{annotator}.ann").write_text(standoff, encoding="utf-8")


def test_spans_and_newlines_are_kept(tmp_path: Path) -> None:
    write(tmp_path, "aa", STANDOFF)
    (article,) = read_split(tmp_path, "dev")
    (one,) = article.attributions
    assert (article.id, article.text) == ("gazette_1", TEXT)
    assert (one.source, one.cue, one.content) == (((0, 6),), ((7, 11),), ((13, 23), (24, 31)))


def test_the_first_annotator_counts(tmp_path: Path) -> None:
    write(tmp_path, "bb", "")
    write(tmp_path, "aa", STANDOFF)
    (article,) = read_split(tmp_path, "dev")
    assert len(article.attributions) == 1


def test_a_missing_split_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"no annotations for the split 'dev'.*attributions/\*\.ann"):
        list(read_split(tmp_path, "dev"))


def test_an_attribution_without_a_source_has_none(tmp_path: Path) -> None:
    sourceless = "T4\tAttribution-no-source 7 11\tsaid\nE3\tAttribution-no-source:T4 Cue:T2 Content:T3\n"
    write(tmp_path, "aa", STANDOFF + sourceless)
    (article,) = read_split(tmp_path, "dev")
    assert [one.source for one in article.attributions] == [((0, 6),), ()]


def test_no_article_since_a_day_is_an_error_that_names_the_day(tmp_path: Path) -> None:
    write(tmp_path, "aa", STANDOFF)
    with pytest.raises(UnreadableInput, match="no article of the split 'dev' was published since 2016-09-01"):
        evaluate_confidence(tmp_path, "dev", since="2016-09-01")


DATES = [
    ("herald_2016-09-01_quay", "2016-09-01", True),
    ("herald_2016-08-31_quay", "2016-09-01", False),
    ("herald_quay", "2016-09-01", False),
]


@pytest.mark.parametrize(("article", "since", "expected"), DATES)
def test_an_id_says_when_its_article_was_published(article: str, since: str, expected: bool) -> None:
    assert published_since(article, since) is expected
