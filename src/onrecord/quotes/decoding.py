"""From what the tagger says of each word piece to attributions: spans of one source, one cue and their content."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.quotes.confidence import Signs
from onrecord.quotes.tagger import Floats, Links, Tags
from onrecord.quotes.windows import Pieces

SOURCE, CUE, CONTENT = 0, 1, 2
CUE_BEGINS = 3
_IMPOSSIBLE = -1e4
# The cost of passing from one cue to another inside one run of content. Like those below, tried on train articles
# of August and September 2016 with weights that had not seen them; 3 and 10 do as well.
SWITCH = 6.0
# The cost of ending a run of content: the tags of neighbouring pieces are not independent, so content that has
# begun is worth going on with (attributed F1 .640 with none, .651 at 1, .654 at 2; for sources and cues, nothing).
LEAVE_CONTENT = 2.0
# Words are taken for a source by a cue that has no other where the tagger gives them at least this chance of being one
# (tried on train articles of July to September 2016, as the next one: attributed F1 .650 without, .657 from .02 to .2).
FAINT = 0.05
# What speaks for a cue's beginning outside of quotation marks in a paragraph that holds some, in natural logarithms:
# somebody is quoted there (quoted attributed F1 .820 with none, .823 at 1.5).
CUE_BESIDE_MARKS = 1.5
# How much a source's own link to the cue weighs beside the cue's link to the source.
BACK_LINK = 0.5
# The mean probability of its links at which a run of content makes a cue of what it points at.
FIRM_LINK = 0.4

# Runs of pieces are half-open pairs of piece numbers.
Run = tuple[int, int]


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution in word pieces; `cue` is null for content whose cue the tagger did not find, and content
    is empty for a cue whose content it did not find (it may stand in the next paragraph)."""

    source: Run | None
    cue: Run | None
    content: tuple[Run, ...]
    signs: Signs  # how sure the tagger was of each part


def decode(tags: Tags) -> list[Attribution]:
    """The attributions of a text in order of their cues, then contents that have no cue."""
    tag_scores = tags.tags.copy()
    tag_scores[_beside_marks(tags.pieces), CUE_BEGINS] += CUE_BESIDE_MARKS
    runs = _best_runs(tags, tag_scores)
    if _heed_links(tags, tag_scores, [(start, end) for role, start, end in runs if role == CONTENT]):
        runs = _best_runs(tags, tag_scores)
    cues = [(start, end) for role, start, end in runs if role == CUE]
    sources = [(start, end) for role, start, end in runs if role == SOURCE]
    contents: dict[int | None, list[Run]] = {}
    scores: dict[int | None, list[float]] = {}
    cue_starts = [start for start, _ in cues]
    for role, start, end in runs:
        if role == CONTENT:
            for owner, part, score in _assign(tags, (start, end), cue_starts):
                contents.setdefault(owner, []).append(part)
                scores.setdefault(owner, []).append(score)
    faint: list[Run] | None = None  # worked out where a cue needs them
    found = []
    for number, cue in enumerate(cues):
        source, score = _source_of(tags, cue, sources)
        if source is None:
            faint = _faint_sources(tags) if faint is None else faint
            source, score = _source_of(tags, cue, faint)
        own = scores.get(number, [0.0])
        found.append(_attribution(tags, source, cue, contents.get(number, ()), float(np.mean(own)), score))
    found += [_attribution(tags, None, None, [part], 0.0, 0.0) for part in contents.get(None, [])]
    return found


def _beside_marks(pieces: Pieces) -> NDArray[np.bool_]:
    """Which pieces stand outside of quotation marks in a paragraph that has some."""
    quoted = pieces.quoted == 1
    beside: NDArray[np.bool_] = np.isin(pieces.paragraph, pieces.paragraph[quoted]) & ~quoted
    return beside


def _attribution(
    tags: Tags,
    source: Run | None,
    cue: Run | None,
    content: Sequence[Run],
    content_link: float,
    source_link: float,
) -> Attribution:
    said = _chances(tags, content, CONTENT)
    signs = Signs(
        content=said.mean(),
        content_least=said.min(),
        content_starts=_elsewhere(tags, [start - 1 for start, _ in content], CONTENT),
        content_ends=_elsewhere(tags, [end for _, end in content], CONTENT),
        cue=tags.tags[cue[0], CUE_BEGINS] if cue else 0.0,
        source_least=_chances(tags, [source] if source else [], SOURCE).min(),
        source_ends=_elsewhere(tags, [source[1]] if source else [], SOURCE),
        content_link=content_link,
        source_link=source_link,
    )
    chances = Signs(*(float(np.exp(one)) for one in signs))
    return Attribution(source=source, cue=cue, content=tuple(content), signs=chances)


def _chances(tags: Tags, runs: Sequence[Run], role: int) -> Floats:
    """The log probability that each piece of some runs is of a role; 0 where there are none."""
    begins = 2 * role + 1
    parts = [
        np.logaddexp(tags.tags[start:end, begins], tags.tags[start:end, begins + 1]) for start, end in runs
    ]
    return np.concatenate(parts) if parts else np.zeros(1, dtype=np.float32)


def _elsewhere(tags: Tags, pieces: Sequence[int], role: int) -> float:
    """The mean log probability that pieces do not go on a run of a role; 0 outside of the text."""
    inside = [piece for piece in pieces if 0 <= piece < len(tags.tags)]
    if not inside:
        return 0.0
    going_on = np.exp(tags.tags[inside, 2 * role + 2].astype(np.float64))
    return float(np.log(np.clip(1 - going_on, 1e-6, 1)).mean())


def _by_word(tags: Tags, scores: Floats) -> Floats:
    """The tags' log probabilities word by word, (words, 7): the mean over a word's pieces, where later pieces
    of a word that begins or goes on a run can only go on."""
    if not len(scores):
        return scores
    going_on = scores.copy()
    going_on[:, 1::2] = scores[:, 2::2]
    pieces = np.where(tags.pieces.inner[:, None], going_on, scores)
    starts = np.flatnonzero(~tags.pieces.inner)
    counts = np.diff([*starts.tolist(), len(scores)])
    words: Floats = np.add.reduceat(pieces, starts, axis=0) / counts[:, None]
    return words


def _best_runs(tags: Tags, scores: Floats) -> list[tuple[int, int, int]]:
    """The best runs of one role, in pieces: (role, first piece, piece after the last)."""
    path = _viterbi(_by_word(tags, scores))
    bounds = [*np.flatnonzero(~tags.pieces.inner).tolist(), len(scores)]
    return [(role, bounds[start], bounds[end]) for role, start, end in _runs(path)]


def _heed_links(tags: Tags, scores: Floats, contents: Sequence[Run]) -> bool:
    """Makes a cue of each piece that some content takes for its cue, though its own tag does not say so.

    Links see both ends, tags only one: a run of content that points firmly at one piece is better evidence
    than that piece's tag. Changes `scores`; says whether anything changed.
    """
    changed = False
    for start, end in contents:
        links = _links(tags, start)
        first, last = start - links.start, min(end - links.start, len(links.to_cue))
        if first >= last:
            continue
        shares = np.exp(links.to_cue[first:last].astype(np.float32))
        for half in (shares[: len(shares) // 2 + 1], shares[len(shares) // 2 :]):
            mean = half.mean(axis=0)
            column = int(mean.argmax())
            piece = links.start + column - 1
            if column and mean[column] >= FIRM_LINK and scores[piece, CUE_BEGINS] < scores[piece].max():
                scores[piece, CUE_BEGINS] = 0.0
                scores[piece, :CUE_BEGINS] -= 10
                scores[piece, CUE_BEGINS + 1 :] -= 10
                changed = True
    return changed


def _viterbi(scores: Floats) -> list[int]:
    """The best path of tags: I of a role follows only B or I of that role, and leaving content costs.

    Each tag then has at most two predecessors to compare (the best of all after its cost of leaving, or its
    own role's), so plain floats beat arrays of seven.
    """
    back: list[tuple[int, int, int, int]] = []
    far = _IMPOSSIBLE
    # The best path that ends in each tag: nothing, then beginning and inside of source, cue and content.
    none, source, in_source, cue, in_cue, content, in_content = 0.0, 0.0, far, 0.0, far, 0.0, far
    for row in scores.tolist():
        left = (
            none, source, in_source, cue, in_cue, content - LEAVE_CONTENT, in_content - LEAVE_CONTENT
        )  # fmt: skip
        any_score = max(left)
        back.append(
            (
                left.index(any_score),
                1 if source >= in_source else 2,
                3 if cue >= in_cue else 4,
                5 if content >= in_content else 6,
            )
        )
        in_source = (source if source >= in_source else in_source) + row[2]
        in_cue = (cue if cue >= in_cue else in_cue) + row[4]
        in_content = (content if content >= in_content else in_content) + row[6]
        none, source, cue, content = (
            any_score + row[0], any_score + row[1], any_score + row[3], any_score + row[5]
        )  # fmt: skip
    best = [none, source, in_source, cue, in_cue, content, in_content]
    path = []
    tag = best.index(max(best))
    for pointers in reversed(back):
        path.append(tag)
        tag = pointers[tag // 2] if tag and tag % 2 == 0 else pointers[0]
    return path[::-1]


def _runs(path: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Runs of one role: (role, first piece, piece after the last)."""
    start, role = 0, -1
    for number, tag in enumerate([*path, 0]):
        if tag % 2 == 0 and tag and (tag - 1) // 2 == role:
            continue
        if role >= 0:
            yield role, start, number
        start, role = number, (tag - 1) // 2 if tag else -1


def _links(tags: Tags, piece: int) -> Links:
    return tags.links[int(tags.window[piece])]


def _cue_scores(tags: Tags, run: Run, starts: Sequence[int]) -> tuple[Floats, list[int]]:
    """Log probabilities (pieces of the run, cues near it) and the numbers of those cues."""
    links = _links(tags, run[0])
    last = links.start + links.to_cue.shape[1] - 1
    near = list(range(bisect_left(starts, links.start), bisect_left(starts, last)))
    rows = []
    piece = run[0]
    while piece < run[1]:  # a long run may pass through several windows
        links = _links(tags, piece)
        end = min(run[1], piece + int((tags.window[piece : run[1]] == tags.window[piece]).sum()))
        block = np.full((end - piece, len(near)), _IMPOSSIBLE, dtype=np.float32)
        for column, number in enumerate(near):
            at = 1 + starts[number] - links.start
            if 1 <= at < links.to_cue.shape[1]:
                block[:, column] = links.to_cue[piece - links.start : end - links.start, at]
        rows.append(block)
        piece = end
    return np.concatenate(rows), near


def _assign(tags: Tags, run: Run, starts: Sequence[int]) -> Iterator[tuple[int | None, Run, float]]:
    """Cuts a run of content where it passes from one cue to another: (cue's number, part, mean log probability)."""
    scores, near = _cue_scores(tags, run, starts)
    if not near:
        yield None, run, 0.0
        return
    path = _switching(np.maximum(scores, -12.0))
    start = 0
    for number in range(1, len(path) + 1):
        if number == len(path) or path[number] != path[start]:
            part = scores[start:number, path[start]]
            yield near[path[start]], (run[0] + start, run[0] + number), float(np.maximum(part, -12.0).mean())
            start = number


def _switching(scores: Floats) -> list[int]:
    """The best path of columns where each change of column costs `SWITCH`."""
    tops = scores.argmax(axis=1)
    if (tops == tops[0]).all():
        return [int(tops[0])] * len(tops)
    best = scores[0].copy()
    back = []
    for row in scores[1:]:
        top = int(best.argmax())
        stay = best >= best[top] - SWITCH
        back.append(np.where(stay, np.arange(len(best)), top))
        best = np.where(stay, best, best[top] - SWITCH) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def _faint_sources(tags: Tags) -> list[Run]:
    """Runs of words that may be a source, though something else is likelier."""
    scores = _by_word(tags, tags.tags)
    faint = np.logaddexp(scores[:, 1], scores[:, 2]) >= np.log(FAINT)
    bounds = [*np.flatnonzero(~tags.pieces.inner).tolist(), len(tags.tags)]
    edges = np.flatnonzero(np.diff(faint, prepend=False, append=False)).tolist()
    return [(bounds[start], bounds[end]) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _source_of(tags: Tags, cue: Run, sources: Sequence[Run]) -> tuple[Run | None, float]:
    """The source that a cue links to, or null where "nothing here" is likelier, with its mean log probability."""
    links = _links(tags, cue[0])
    row = np.logaddexp.reduce(
        links.to_source[cue[0] - links.start : cue[1] - links.start].astype(np.float32), axis=0
    )
    row = row - np.log(min(cue[1] - cue[0], len(links.to_source) - (cue[0] - links.start)))
    last = links.start + links.to_source.shape[1] - 1
    best: Run | None = None
    best_score, best_log = float(row[0]), float(row[0])
    for source in sources[bisect_left(sources, (links.start, 0)) : bisect_left(sources, (last, 0))]:
        if source[0] < cue[1] and cue[0] < source[1]:
            continue
        end = min(source[1], last)
        log = float(np.logaddexp.reduce(row[1 + source[0] - links.start : 1 + end - links.start]))
        back = (
            links.to_cue[source[0] - links.start : end - links.start, 1 + cue[0] - links.start]
            .astype(np.float32)
            .mean()
        )
        score = log + BACK_LINK * max(float(back), -6.0)
        if score > best_score:
            best, best_score, best_log = source, score, log
    return best, max(best_log, -12.0)
