"""From the tagger's probabilities to attributions, on tags made by hand."""

import numpy as np

from onrecord.quotes.decoding import decode
from onrecord.quotes.tagger import Links, Tags
from onrecord.quotes.windows import Pieces

NONE, SOURCE, CUE, SAYS = 0, 1, 3, 5  # where each begins; it goes on with the next number


def made(tags: list[dict[int, float]], *, quoted: list[int], cue: int, source: int | None) -> Tags:
    """One window of words with the chances of their tags; everything links to one cue, and that to one source."""
    count = len(tags)
    chances = np.full((count, 7), 1e-4, dtype=np.float32)
    for row, known in enumerate(tags):
        for tag, chance in known.items():
            chances[row, tag] = chance
    to_cue, to_source = (np.full((count, count + 1), -9.0, dtype=np.float16) for _ in range(2))
    to_cue[:, 1 + cue] = -0.1
    to_source[:, 0 if source is None else 1 + source] = -0.1
    numbers = np.arange(count)
    pieces = Pieces(
        ids=numbers,
        offsets=np.stack([5 * numbers, 5 * numbers + 4], axis=1),
        quoted=np.asarray(quoted),
        paragraph=np.zeros(count, dtype=np.int64),
        inner=np.zeros(count, dtype=bool),
    )
    return Tags(pieces, np.log(chances), (Links(0, to_cue, to_source),), np.zeros(count, dtype=np.int64))


REST = [{SAYS: 0.9}, {SAYS + 1: 0.9}, {SAYS + 1: 0.9}]


def test_a_cue_takes_a_faint_source_where_it_has_no_other() -> None:
    faint = [{NONE: 0.8, SOURCE: 0.1}, {NONE: 0.8, SOURCE + 1: 0.1}, {CUE: 0.9}, *REST]
    (found,) = decode(made(faint, quoted=[0] * 6, cue=2, source=0))
    assert (found.source, found.cue, found.content) == ((0, 2), (2, 3), ((3, 6),))
    fainter = [{NONE: 0.9, SOURCE: 0.01}, {NONE: 0.9, SOURCE + 1: 0.01}, *faint[2:]]
    (found,) = decode(made(fainter, quoted=[0] * 6, cue=2, source=0))
    assert found.source is None


def test_a_source_that_is_sure_goes_before_a_faint_one() -> None:
    tags = [{NONE: 0.6, SOURCE: 0.3}, {SOURCE: 0.9}, {CUE: 0.9}, *REST]
    (found,) = decode(made(tags, quoted=[0] * 6, cue=2, source=1))
    assert found.source == (1, 2)


def test_a_cue_that_links_to_nothing_has_no_source() -> None:
    tags = [{NONE: 0.6, SOURCE: 0.3}, {NONE: 0.9}, {CUE: 0.9}, *REST]
    (found,) = decode(made(tags, quoted=[0] * 6, cue=2, source=None))
    assert found.source is None


def test_a_cue_is_likelier_beside_quotation_marks() -> None:
    unsure = [{NONE: 0.95}, {NONE: 0.6, CUE: 0.3}, *REST]
    plain = made(unsure, quoted=[0] * 5, cue=0, source=None)
    marked = made(unsure, quoted=[0, 0, 1, 1, 1], cue=0, source=None)
    for tags in (plain, marked):  # no link makes a cue of it either
        tags.links[0].to_cue[:] = -2
    assert [one.cue for one in decode(plain)] == [None]
    assert [one.cue for one in decode(marked)] == [(1, 2)]
