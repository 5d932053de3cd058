"""What became of some words: the families in a ledger that have them, and their lineages.

The families are those that the ledger keeps (families.py); the full-text index says which have the words.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, func, select

from onrecord.check.documents import Document
from onrecord.ledger import facets, families, printings
from onrecord.ledger.documents import read_documents
from onrecord.ledger.fulltext_index import Request, index_of
from onrecord.ledger.keeping import read_records
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.query import Clause, Phrase, Query
from onrecord.ledger.rows import quotation_rows
from onrecord.ledger.search import number_of
from onrecord.ledger.tables import printings as table
from onrecord.ledger.tables import quotations
from onrecord.ledger.terms import words_of
from onrecord.model import Article
from onrecord.trace.copies import find_copies
from onrecord.trace.families import find_families
from onrecord.trace.lineage import lineage
from onrecord.traces import Family, Lineage, PrintedIn, Printing
from onrecord.words import words

RUN = 4  # words in a row that printings of the words share with them, or all where there are fewer
NEAR = 3  # words in a row by which a document that may have the words is looked for
MOST_RUNS = 200  # of the words asked for, spread over them
MOST_FOUND = 2_000  # printings, the newest, of which the families are looked at
MOST_COPIED = 300  # articles of a family that are laid side by side as copies


class Traced(NamedTuple):
    """A family that has the words, its printings, and how many of the words one of them has in a row."""

    family: Family
    printings: tuple[Printing, ...]
    run: int


def families_with(ledger: Ledger, text: str) -> list[Traced]:
    """The families of a ledger that have some words, those that have most of them in a row first.

    Where very many printings have them, those of the newest `MOST_FOUND`, whole.
    """
    asked = _keys(text)
    if not asked:
        return []
    least = min(RUN, len(asked))
    with ledger.read() as connection:
        seeds = printings.at(connection, _holding(connection, words_of(text), least))
        rows = families.whole_knots(connection, seeds)
        read = _printings_at(connection, [row.number for row in rows])
        beside = families.around(connection, rows)
    by_id = {printing.id: printing for printing in read}
    found = []
    for family in find_families(read, beside):
        members = tuple(by_id[id] for id in family.members)
        run = max(_longest_run(asked, _keys(member.text)) for member in members)
        if run >= least:
            found.append(Traced(family, members, run))
    return sorted(found, key=_best_first)


def lineage_of(ledger: Ledger, traced: Traced, *, documents: Iterable[Document] = ()) -> Lineage:
    """The lineage of a family, with the documents of the ledger and others that hold its words."""
    ids = list(dict.fromkeys(printing.article for printing in traced.printings if printing.article))
    articles = [ledger.record(id).article for id in ids]
    texts = _runs([_keys(printing.text) for printing in traced.printings], NEAR)
    with ledger.read() as connection:
        held = {
            document.note.digest: document
            for document in itertools.chain(documents, read_documents(connection))
            if not texts.isdisjoint(_grams(_keys(document.text), NEAR))
        }
    return lineage(
        traced.printings,
        family=traced.family.id,
        articles={article.id: printed_in(article) for article in articles if article.id},
        documents=list(held.values()),
        copies=find_copies(articles[:MOST_COPIED]),
    )


def printed_in(article: Article) -> PrintedIn:
    """What a lineage needs of an article."""
    return PrintedIn(
        id=article.id or "",
        title=article.title,
        path=article.path,
        url=article.url,
        outlet=article.outlet,
        authors=article.authors,
        published=article.published,
        modified=article.modified,
        retrieved=article.retrieved,
        original=article.original,
        credit=article.credit,
    )


def _holding(connection: Connection, words: Sequence[str], least: int) -> list[int]:
    """The numbers of the newest quotations that have so many of some words in a row."""
    starts = range(max(1, len(words) - least + 1))
    spread = starts[:: max(1, -(-len(starts) // MOST_RUNS))]
    runs = dict.fromkeys(Phrase(tuple(words[start : start + least])) for start in spread)
    request = Request(Query((Clause(tuple(runs)),)), (), facets.EVERY_QUOTATION)
    return index_of(connection).find(connection, "quotations", request, before=None, limit=MOST_FOUND)


def _printings_at(connection: Connection, numbers: Sequence[int]) -> list[Printing]:
    """The printings of some quotations, in order of their numbers, read from their articles."""
    found: list[Printing] = []
    wanted: dict[int, set[int]] = {}
    for start in range(0, len(numbers), 500):
        query = select(quotations.c.article, quotations.c.place)
        for row in connection.execute(query.where(quotations.c.number.in_(numbers[start : start + 500]))):
            wanted.setdefault(row.article, set()).add(row.place)
    for article, record in read_records(connection, wanted, corrections=False).items():
        found += [printing for place, printing in printings.placed(record) if place in wanted[article]]
    return found


def _keys(text: str) -> list[str]:
    return [word.key for word in words(text)]


def _grams(row: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    return (tuple(row[at : at + size]) for at in range(len(row) - size + 1))


def _runs(rows: Iterable[Sequence[str]], size: int) -> set[tuple[str, ...]]:
    return {gram for row in rows for gram in _grams(row, size)}


def _longest_run(asked: Sequence[str], row: Sequence[str]) -> int:
    """How many of the words asked for stand in a row in another."""
    longest = 0
    before = [0] * (len(row) + 1)
    for word in asked:
        now = [0] * (len(row) + 1)
        for at, other in enumerate(row, start=1):
            if word == other:
                now[at] = before[at - 1] + 1
        longest = max(longest, *now)
        before = now
    return longest


def _best_first(row: Traced) -> tuple[int, int, str]:
    return -row.run, -len(row.printings), row.family.id


class Traceable(msgspec.Struct, frozen=True, kw_only=True):
    """A family with one of its printings: the id and words of its first, and how many printings it has."""

    quotation: str
    words: str
    speaker: str | None
    printings: int


def most_traced(connection: Connection, most: int) -> tuple[Traceable, ...]:
    """The families with most printings."""
    count = func.count()
    query = (
        select(table.c.family, count)
        .where(table.c.family.is_not(None))
        .group_by(table.c.family)
        .order_by(count.desc(), table.c.family)
        .limit(most)
    )
    counts = {row.family: int(row[1]) for row in connection.execute(query)}
    rows = quotation_rows(connection, list(counts))
    return tuple(
        Traceable(
            quotation=row.quotation,
            words=row.content,
            speaker=row.speakers[0] if row.speakers else None,
            printings=number,
        )
        for row, number in zip(rows, counts.values(), strict=True)
    )


def family_of(ledger: Ledger, quotation: str) -> Traced | None:
    """The family of a quotation, by its id; None where it is no printing (it has no words in marks).

    Raises `NotInLedger` where there is no such quotation.
    """
    with ledger.read() as connection:
        seeds = printings.at(connection, [number_of(connection, "quotations", quotation)])
        if not seeds:
            return None
        rows = families.whole_knots(connection, seeds)
        read = _printings_at(connection, [row.number for row in rows])
        beside = families.around(connection, rows)
    by_id = {printing.id: printing for printing in read}
    for family in find_families(read, beside):
        if quotation in family.members:
            return Traced(family, tuple(by_id[id] for id in family.members), 0)
    return None


def printings_beside(connection: Connection, quotation: str) -> list[int]:
    """The numbers of the printings that are one utterance with a quotation, its own with them.

    Raises `NotInLedger` where there is no such quotation.
    """
    number = number_of(connection, "quotations", quotation)
    own = connection.execute(select(table.c.family, table.c.knot).where(table.c.quotation == number)).first()
    if own is None or own.family is None:
        return [number]
    together = (table.c.knot == own.knot) & (table.c.family == own.family)
    return list(connection.execute(select(table.c.quotation).where(together)).scalars())
