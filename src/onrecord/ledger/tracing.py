"""What became of some words: the families in a ledger that have them, and their lineages.

The families are those that the ledger keeps (families.py); the full-text index says which have the words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, func, select

from onrecord.check.documents import Document
from onrecord.ledger import facets, families, printings
from onrecord.ledger.codes import is_quotation
from onrecord.ledger.copies import reprints_among
from onrecord.ledger.documents import read_documents, source_texts
from onrecord.ledger.fulltext_index import Request, index_of
from onrecord.ledger.holding import holding, query_of_runs
from onrecord.ledger.keeping import read_records
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.printings import Kept
from onrecord.ledger.rows import quotation_rows
from onrecord.ledger.search import number_of
from onrecord.ledger.tables import printings as table
from onrecord.ledger.tables import quotations
from onrecord.ledger.terms import words_of
from onrecord.model import Article
from onrecord.trace.families import find_families
from onrecord.trace.lineage import lineage
from onrecord.traces import Copy, Family, Lineage, PrintedIn, Printing
from onrecord.words import words

RUN = 4  # words in a row that printings of the words share with them, or all where there are fewer
NEAR = 3  # words in a row that a document has with the words said in it
MOST_RUNS = 200  # of the words asked for, spread over them
MOST_FOUND = 2_000  # printings, the newest, of which the families are looked at
# Documents that hold a family's words: how long the runs are, and how many documents, the newest, each may find.
DOCUMENTS = ((8, 10), (4, 20))
MOST_DOCUMENT_RUNS = 48
MOST_SOURCES = 4  # documents that a lineage lays its printings beside: those that may have most of them
# Of a text that a document has, so many words stand near each other there (CONTRACT: at least half of them, inside
# one and a half times its length); a little less, as a check folds words further.
SHARE, STRETCH = 0.4, 2


class Traced(NamedTuple):
    """A family that has the words, its printings, and how many of the words one of them has in a row.

    `articles` are those that the printings stand in, by the ledger's numbers.
    """

    family: Family
    printings: tuple[Printing, ...]
    run: int
    articles: Mapping[int, PrintedIn]


class Told(NamedTuple):
    """A lineage, the ids of the documents that have its words, by their paths, and the copies among its articles."""

    lineage: Lineage
    documents: Mapping[str, str]
    copies: tuple[Copy, ...]


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
        found = _families_of(connection, seeds)
    runs = [max(_longest_run(asked, _keys(member.text)) for member in one.printings) for one in found]
    best = [one._replace(run=run) for one, run in zip(found, runs, strict=True) if run >= least]
    return sorted(best, key=_best_first)


def lineage_of(ledger: Ledger, traced: Traced, *, documents: Iterable[Document] = ()) -> Lineage:
    """The lineage of a family, with the documents of the ledger and others that hold its words."""
    return told_of(ledger, traced, documents=documents).lineage


def told_of(ledger: Ledger, traced: Traced, *, documents: Iterable[Document] = ()) -> Told:
    """The same with what its documents are called in the ledger, and the copies among its articles."""
    texts = list(dict.fromkeys(printing.text for printing in traced.printings))
    with ledger.read() as connection:
        copies = reprints_among(connection, traced.articles)
        numbers = _documents_with(connection, texts)
        held = {document.note.digest: document for document in read_documents(connection, numbers)}
    grams = _runs(map(_keys, texts), NEAR)
    given = [one for one in documents if not grams.isdisjoint(_grams(_keys(one.text), NEAR))]
    found = lineage(
        traced.printings,
        family=traced.family.id,
        articles={article.id: article for article in traced.articles.values()},
        documents=list({**held, **{document.note.digest: document for document in given}}.values()),
        copies=copies,
    )
    return Told(found, {document.note.path: digest for digest, document in held.items()}, copies)


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
    request = Request(query_of_runs([(words, least)], MOST_RUNS), (), facets.EVERY_QUOTATION)
    return index_of(connection).find(connection, "quotations", request, before=None, limit=MOST_FOUND)


def _documents_with(connection: Connection, texts: Sequence[str]) -> list[int]:
    """The numbers of the documents of a ledger in which a check may find any of some texts; reports are none."""
    rows = [words for text in texts if (words := words_of(text))]
    found = set(holding(connection, "documents", rows, DOCUMENTS, most_runs=MOST_DOCUMENT_RUNS))
    wanted: dict[tuple[str, ...], list[int]] = {}
    for place, row in enumerate(rows):
        for gram in _grams(row, _size(row)):
            wanted.setdefault(gram, []).append(place)
    had = []
    for number, text in source_texts(connection, sorted(found)):
        count = len(_standing_in(words_of(text), rows, wanted))
        if count:
            had.append((-count, -number))
    return [-number for _, number in sorted(had)[:MOST_SOURCES]]


def _standing_in(
    document: Sequence[str], rows: Sequence[Sequence[str]], wanted: Mapping[tuple[str, ...], Sequence[int]]
) -> set[int]:
    """Which texts a document may have: a few words in a row of it (`wanted`), and near them enough of the others."""
    found: set[int] = set()
    for size in {len(gram) for gram in wanted}:
        for at, gram in enumerate(zip(*(document[offset:] for offset in range(size)), strict=False)):
            for place in wanted.get(gram, ()):
                if place in found:
                    continue
                reach = STRETCH * len(rows[place])
                near = set(document[max(0, at - reach) : at + reach])
                distinct = set(rows[place])
                if len(near & distinct) >= SHARE * len(distinct):
                    found.add(place)
    return found


def _size(row: Sequence[str]) -> int:
    return min(NEAR, len(row))


def _families_of(connection: Connection, seeds: Sequence[Kept]) -> list[Traced]:
    """The families of some printings, whole."""
    rows = families.whole_knots(connection, seeds)
    read, articles = _printings_at(connection, [row.number for row in rows])
    by_id = {printing.id: (number, printing) for number, printing in read}
    found = []
    for family in find_families([printing for _, printing in read], families.around(connection, rows)):
        own = [by_id[id] for id in family.members]
        where = {number: articles[number] for number, _ in own}
        found.append(Traced(family, tuple(printing for _, printing in own), 0, where))
    return found


def _printings_at(
    connection: Connection, numbers: Sequence[int]
) -> tuple[list[tuple[int, Printing]], dict[int, PrintedIn]]:
    """The printings of some quotations, in order, each with its article's number; and those articles."""
    wanted: dict[int, set[int]] = {}
    for start in range(0, len(numbers), 500):
        query = select(quotations.c.article, quotations.c.place)
        for row in connection.execute(query.where(quotations.c.number.in_(numbers[start : start + 500]))):
            wanted.setdefault(row.article, set()).add(row.place)
    found: list[tuple[int, Printing]] = []
    articles: dict[int, PrintedIn] = {}
    for number, record in read_records(connection, wanted, corrections=False).items():
        articles[number] = printed_in(record.article)
        placed = printings.placed(record)
        found += [(number, printing) for place, printing in placed if place in wanted[number]]
    return found, articles


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
        numbers = (
            connection.execute(select(quotations.c.number).where(is_quotation(quotation))).scalars().all()
        )
        found = _families_of(connection, printings.at(connection, numbers))
        own = next((one for one in found if quotation in one.family.members), None)
        if own is None:
            number_of(connection, "quotations", quotation)
    return own


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
