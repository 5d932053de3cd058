"""Copies of articles: which reprint which, whole or in part, what each changed, and whether it says so.

    find_copies     all copies among some articles
    compare         two articles laid side by side
    groups          articles that print one text, each text once

Pairs that could be copies come from fingerprints (`onrecord.trace.copy_candidates`); whether they are is decided by the
share of the shorter text's five-word shingles that the other has too, counted exactly.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.errors import InputError
from onrecord.model import Article
from onrecord.trace.copy_candidates import find_candidates
from onrecord.trace.copy_changes import changes_between
from onrecord.trace.copy_shingles import fingerprints, shingles, word_numbers
from onrecord.trace.copy_signs import direction_of, is_acknowledged, signs_between
from onrecord.trace.copy_terms import dropped, terms_of
from onrecord.traces import Copy

# Two articles are copies from this share of the shorter one's shingles on. Among 924 real articles of seven outlets
# (PolNeAR) no pair shares between .21 and .50; eight share more. On made articles (benchmarks/copies.py, the set that
# this was chosen on) stories that share three long quotes stay below .45, and excerpts of half a text fall to .49.
LEAST_SHARED = 0.45
# Shorter texts are briefs and stubs ("This story will be updated."): alike by chance, or by their outlet's form.
LEAST_SHINGLES = 20
_KEPT_READY = 4096  # articles


class Text(NamedTuple):
    """An article made ready to be compared: its words as numbers, and its shingles, sorted, each once."""

    article: Article
    numbers: NDArray[np.uint64]
    shingles: NDArray[np.uint64]


def ready(article: Article) -> Text:
    """An article with its words as numbers."""
    numbers = word_numbers(article.body)
    return Text(article, numbers, np.unique(shingles(numbers)))


def prints_of(article: Article) -> NDArray[np.uint32]:
    """The fingerprints of an article; none where it is too short to be called a copy of anything."""
    found = shingles(word_numbers(article.body))
    if len(found) < LEAST_SHINGLES or len(np.unique(found)) < LEAST_SHINGLES:
        return np.empty(0, dtype=np.uint32)
    return fingerprints(found)


def find_copies(articles: Iterable[Article]) -> tuple[Copy, ...]:
    """All pairs of articles of which one reprints the other, or both a third, sorted by their ids.

    The order in which the articles come makes no difference. Articles of one id are one. An article that could not
    be read (no text) has no copies, and of a text that more than a thousand print not all pairs are given
    (`onrecord.trace.copy_candidates.Candidates.crowded`); raises `InputError` for one with a text and no id.
    """
    by_id: dict[str, Article] = {}
    for article in articles:
        if article.text is None:
            continue
        if article.id is None:
            raise InputError(
                f"{article.path or 'an article'} has no id, so its copies cannot be named: give it one"
            )
        by_id.setdefault(article.id, article)
    ids = sorted(by_id)
    pairs = find_candidates([prints_of(by_id[id]) for id in ids]).pairs
    return tuple(compare_all(pairs.tolist(), lambda place: by_id[ids[place]]))


def compare_all(pairs: Iterable[Sequence[int]], article_at: Callable[[int], Article]) -> Iterator[Copy]:
    """The copies among some pairs of places, in the order of the pairs, each article made ready once."""

    @lru_cache(maxsize=_KEPT_READY)
    def text_at(place: int) -> Text:
        return ready(article_at(place))

    for first, second in pairs:
        found = compare_texts(text_at(first), text_at(second))
        if found is not None:
            yield found


def compare(a: Article, b: Article) -> Copy | None:
    """What two articles have in common, if the one reprints the other, or both a third; None if not.

    Whichever is given first, `a` of the copy is the article with the smaller id. Raises `InputError` where an id is
    missing.
    """
    return compare_texts(ready(a), ready(b))


def compare_texts(one: Text, other: Text) -> Copy | None:
    """`compare` for articles that are ready."""
    if one.article.id is None or other.article.id is None:
        raise InputError("articles without an id cannot be told apart: give each one")
    if one.article.id == other.article.id:
        return None
    left, right = (one, other) if one.article.id < other.article.id else (other, one)
    shared = share(left.shingles, right.shingles)
    if shared < LEAST_SHARED:
        return None
    return _laid_out(left, right, shared)


def share(left: NDArray[np.uint64], right: NDArray[np.uint64]) -> float:
    """The share of the smaller set of shingles that the other has too; 0 where it is too small to tell."""
    least = min(len(left), len(right))
    if least < LEAST_SHINGLES:
        return 0.0
    return len(np.intersect1d(left, right, assume_unique=True)) / least


def _laid_out(left: Text, right: Text, shared: float) -> Copy:
    a, b = left.article, right.article
    words = len(left.numbers), len(right.numbers)
    changes = changes_between(a.body, b.body, left.numbers.tolist(), right.numbers.tolist())
    signs = signs_between(a, b, changes, words)
    direction = direction_of(signs)
    found = Copy(
        a=a.id or "",
        b=b.id or "",
        shared=round(shared, 4),
        direction=direction,
        acknowledged=is_acknowledged(a, b, direction, signs),
        paths=(a.path, b.path),
        signs=signs,
        words=words,
        only_a=dropped(changes, 0),
        only_b=dropped(changes, 1),
        moved=sum(change.words[0] for change in changes if change.op == "move"),
        changes=changes,
    )
    return msgspec.structs.replace(found, terms=terms_of(a, b, found))


def groups(copies: Iterable[Copy]) -> tuple[frozenset[str], ...]:
    """The articles that print one text, as sets of ids, sorted by their smallest; articles without copies aside.

    An article that holds several texts (a page of briefs) is counted with the one that it took most of, so that it
    does not make one text of all of them. Which is first is not asked where it is not known.
    """
    taken: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    joined: list[tuple[str, str]] = []
    ids: set[str] = set()
    for copy in copies:
        ids |= {copy.a, copy.b}
        if copy.direction is None:
            joined.append((copy.a, copy.b))
            continue
        original, later = (copy.a, copy.b) if copy.direction == "a<b" else (copy.b, copy.a)
        taken[later].append((-copy.shared * min(copy.words), original))
    joined += [(later, min(originals)[1]) for later, originals in taken.items()]
    parent = {id: id for id in ids}
    for a, b in joined:
        first, second = sorted((_root(parent, a), _root(parent, b)))
        parent[second] = first
    found: defaultdict[str, set[str]] = defaultdict(set)
    for id in ids:
        found[_root(parent, id)].add(id)
    return tuple(frozenset(found[root]) for root in sorted(found))


def _root(parent: dict[str, str], id: str) -> str:
    while parent[id] != id:
        parent[id] = parent[parent[id]]
        id = parent[id]
    return id
