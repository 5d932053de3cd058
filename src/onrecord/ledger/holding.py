"""Which texts of a ledger hold some words in a row: what the full-text index says, for those who look closer.

Whatever is laid beside its source has a few words in a row with it, so the index is asked for such runs, the longer
ones first: what holds them is likelier to be the place. Of very many texts the newest are taken.
"""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection

from onrecord.ledger import facets
from onrecord.ledger.fulltext_index import Kind, Request, index_of
from onrecord.ledger.query import Clause, Phrase, Query


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
    asked: list[int] = []
    for length, most in steps:
        sizes = [min(length, len(words)) for words in rows]
        if sizes == asked or not sizes:
            continue
        asked = sizes
        query = query_of_runs(zip(rows, sizes, strict=True), most_runs)
        request = Request(query, (), (facets.ALL,))
        yield from index_of(connection).find(connection, kind, request, before=None, limit=most)


def query_of_runs(passages: Iterable[tuple[Sequence[str], int]], most: int) -> Query:
    """The query that any run of so many words of some passages meets: at most `most` runs, spread over them."""
    runs = list(
        dict.fromkeys(
            tuple(words[start : start + size])
            for words, size in passages
            for start in range(max(1, len(words) - size + 1))
        )
    )
    return Query((Clause(tuple(map(Phrase, runs[:: max(1, -(-len(runs) // most))]))),))
