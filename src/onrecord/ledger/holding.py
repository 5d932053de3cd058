"""Which texts of a ledger hold some words in a row: what the full-text index says, for those who look closer.

Whatever is laid beside its source has a few words in a row with it, so the index is asked for such runs, the longer
ones first: what holds them is likelier to be the place. Of very many texts the newest are taken.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection

from onrecord.ledger import facets
from onrecord.ledger.fulltext_index import Kind, Request, index_of
from onrecord.ledger.query import Clause, Phrase, Query

# Of more texts than so many, only a few runs are looked for where a database takes long over common words: those with
# the rarest. What a run of common words alone would find among so many is left to chance anyhow: the newest are taken.
LARGE, TELLING = 5_000, 4
# Words that have come into a ledger as early as this are common: runs of them are left out beside others.
COMMON = 2_000
EVERYTHING = Request(Query(()), (), (facets.ALL,))


def holding(
    connection: Connection,
    kind: Kind,
    passages: Iterable[Sequence[str]],
    steps: Sequence[tuple[int, int]],
    *,
    most_runs: int,
) -> Iterator[int]:
    """The numbers of texts that hold a run of any of some passages, each passage as its folded words.

    Of each step the first number is how long the runs are (all of a shorter passage), the second how many of the
    newest texts with such a run are taken. At most `most_runs` runs are asked for at once, spread over the passages.
    A text is told once for each step that finds it.
    """
    rows = [words for words in passages if words]
    index = index_of(connection)
    rarity = None
    if index.count(connection, kind, EVERYTHING, most=LARGE) == LARGE:
        rarity = index.rarity(connection, {word for words in rows for word in words})
    asked: list[int] = []
    for length, most in steps:
        sizes = [min(length, len(words)) for words in rows]
        if sizes == asked or not sizes:
            continue
        asked = sizes
        runs = runs_of(zip(rows, sizes, strict=True))
        if rarity is not None:
            runs = _telling(runs, rarity)
        if runs:
            request = Request(_any_of(runs, most_runs), (), (facets.ALL,))
            yield from index.find(connection, kind, request, before=None, limit=most)


def query_of_runs(passages: Iterable[tuple[Sequence[str], int]], most: int) -> Query:
    """The query that any run of so many words of some passages meets: at most `most` runs, spread over them."""
    return _any_of(runs_of(passages), most)


Run = tuple[str, ...]


def runs_of(passages: Iterable[tuple[Sequence[str], int]]) -> list[Run]:
    """Every run of so many words of some passages, each once, in their order."""
    return list(
        dict.fromkeys(
            tuple(words[start : start + size])
            for words, size in passages
            for start in range(max(1, len(words) - size + 1))
        )
    )


def _any_of(runs: Sequence[Run], most: int) -> Query:
    return Query((Clause(tuple(map(Phrase, runs[:: max(1, -(-len(runs) // most))]))),))


def _telling(runs: Sequence[Run], rarity: Mapping[str, int]) -> list[Run]:
    """Few of the runs, each for the sake of another rare word: the rarest may be the one that was misquoted."""
    chosen: dict[str, Run] = {}  # by the rarest word of each
    for run in runs:
        if all(word in rarity for word in run):
            chosen.setdefault(max(run, key=rarity.__getitem__), run)
    best = sorted(chosen, key=rarity.__getitem__, reverse=True)[:TELLING]
    rare = [word for word in best if rarity[word] >= COMMON]
    return [chosen[word] for word in rare or best]
