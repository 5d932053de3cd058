"""Search by meaning: quotations whose words say something like a question, also in other words. Always approximate.

Each quotation of a newest version has one vector (onrecord.meaning), kept beside it and worked out when it is first
asked for. A search compares the question with all of them, or with those that other filters leave: exact over the
vectors, approximate in what they say.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Select, exists, func, insert, select

from onrecord.ledger.keeping import read_record
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.tables import articles, quotations, vectors
from onrecord.meaning import MODEL, shared_encoder
from onrecord.model import Record

ARTICLES_AT_ONCE = 50  # encoded in one go, and kept in one transaction
ROWS_AT_ONCE = 20_000
FEW = 2_000  # quotations that are fetched by their numbers; of more, all vectors are gone through
AT_ONCE = 500  # numbers in one question to the database


class Likely(NamedTuple):
    """A quotation by its number, and how like the question it is: 1 says the same, 0 nothing alike."""

    number: int
    likeness: float


def missing(connection: Connection) -> int:
    """How many quotations have no vector yet."""
    return int(connection.execute(select(func.count()).select_from(_bare().subquery())).scalar_one())


def fill(ledger: Ledger, told: Callable[[int], object] | None = None) -> None:
    """Work out the vectors that are missing; `told` hears how many are done. Stopped at any time, it goes on later."""
    done = 0
    while True:
        with ledger.read() as connection:
            bare = _bare().subquery()
            query = select(bare.c.article).distinct().order_by(bare.c.article).limit(ARTICLES_AT_ONCE)
            numbers = list(connection.execute(query).scalars())
            texts = [pair for number in numbers for pair in _texts(connection, number)]
        if not numbers:
            return
        found = shared_encoder().encode([text for _, text in texts])
        with ledger.write() as connection:
            # What another program has removed or worked out meanwhile is passed over.
            bare_rows = connection.execute(_bare().where(quotations.c.article.in_(numbers)))
            standing = {row.number for row in bare_rows}
            rows = [
                {"quotation": number, "model": MODEL, "vector": vector.tobytes()}
                for (number, _), vector in zip(texts, found, strict=True)
                if number in standing
            ]
            if rows:
                connection.execute(insert(vectors), rows)
        done += len(rows)
        if told is not None:
            told(done)


def nearest(
    connection: Connection, question: str, *, among: Sequence[int] | None = None, limit: int = 20
) -> list[Likely]:
    """The quotations likest to a question, likest first; among those with some numbers only where these are given."""
    asked = shared_encoder().encode([question])[0].astype(np.float32)
    asked /= np.linalg.norm(asked)
    found: list[Likely] = []
    for numbers, block in _blocks(connection, among):
        scores = block.astype(np.float32) @ asked / np.linalg.norm(block.astype(np.float32), axis=1)
        best = np.argsort(-scores, kind="stable")[:limit]
        found += [Likely(numbers[at], round(float(scores[at]), 4)) for at in best.tolist()]
    return sorted(found, key=_likest_first)[:limit]


def _likest_first(found: Likely) -> tuple[float, int]:
    return -found.likeness, found.number


def _bare() -> Select[tuple[int, int]]:
    """The quotations of newest versions that have no vector of this model."""
    has = exists().where(vectors.c.quotation == quotations.c.number, vectors.c.model == MODEL)
    return (
        select(quotations.c.number, quotations.c.article)
        .join(articles, articles.c.number == quotations.c.article)
        .where(articles.c.newer.is_(None), ~has)
    )


def _texts(connection: Connection, article: int) -> Iterator[tuple[int, str]]:
    """The number and the words of each quotation of an article."""
    first = connection.execute(select(articles.c.first).where(articles.c.number == article)).scalar_one()
    record: Record = read_record(connection, article, corrections=False)
    for place, row in enumerate(record.quotations):
        text = record.article.field_text(row.field)
        yield first + place, " ".join(text[start:end] for start, end in row.content)


def _blocks(
    connection: Connection, among: Sequence[int] | None
) -> Iterator[tuple[list[int], NDArray[np.int8]]]:
    """The numbers and the vectors of the newest versions' quotations, in blocks: (n, 384)."""
    query = (
        select(vectors.c.quotation, vectors.c.vector)
        .join(quotations, quotations.c.number == vectors.c.quotation)
        .join(articles, articles.c.number == quotations.c.article)
        .where(articles.c.newer.is_(None), vectors.c.model == MODEL)
    )
    if among is None or len(among) > FEW:
        wanted = None if among is None else np.asarray(among)
        last = 0
        while True:
            part = query.where(vectors.c.quotation > last).order_by(vectors.c.quotation).limit(ROWS_AT_ONCE)
            rows = connection.execute(part).all()
            if not rows:
                break
            numbers, block = _block(rows)
            last = numbers[-1]
            if wanted is not None:
                kept = np.isin(numbers, wanted)
                numbers, block = np.asarray(numbers)[kept].tolist(), block[kept]
            if numbers:
                yield numbers, block
        return
    for start in range(0, len(among), AT_ONCE):
        rows = connection.execute(query.where(vectors.c.quotation.in_(among[start : start + AT_ONCE]))).all()
        if rows:
            yield _block(rows)


def _block(rows: Sequence[Any]) -> tuple[list[int], NDArray[np.int8]]:
    data = np.frombuffer(b"".join(row.vector for row in rows), dtype=np.int8)
    return [row.quotation for row in rows], data.reshape(len(rows), -1)
