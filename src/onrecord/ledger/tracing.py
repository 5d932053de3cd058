"""What became of some words: the families in a ledger that have them, and their lineages.

The printings that may belong together are found by the runs of words that they share with the words asked for, then
with each other; families and lineages are made of them as everywhere (`onrecord.trace`).
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.check.documents import Document
from onrecord.ledger.documents import read_documents
from onrecord.ledger.ledger import Ledger
from onrecord.model import Article, Quotation, Record
from onrecord.trace.copies import find_copies
from onrecord.trace.dates import known
from onrecord.trace.families import find_families
from onrecord.trace.lineage import lineage
from onrecord.traces import Family, Lineage, PrintedIn, Printing
from onrecord.words import words

RUN = 4  # words in a row that printings of the words share with them, or all where there are fewer
NEAR = 3  # words in a row by which a further printing of the same utterance is looked for
MOST_COPIED = 300  # articles of a family that are laid side by side as copies


class Traced(NamedTuple):
    """A family that has the words, its printings, and how many of the words one of them has in a row."""

    family: Family
    printings: tuple[Printing, ...]
    run: int


def printings_of(record: Record) -> Iterator[Printing]:
    """The quotations of a record that stand in quotation marks, as printings."""
    article = record.article
    for quotation in record.quotations:
        if quotation.marks and quotation.kind != "indirect":
            yield _printing(article, quotation)


def families_with(ledger: Ledger, text: str) -> list[Traced]:
    """The families of a ledger that have some words, those that have most of them in a row first.

    Reads every record of the ledger, about a minute for 100,000 articles.
    """
    asked = _keys(text)
    if not asked:
        return []
    least = min(RUN, len(asked))
    printings = [printing for record in ledger.records() for printing in printings_of(record)]
    keys = [_keys(printing.text) for printing in printings]
    wanted = _runs([asked], least)
    seeds = [place for place, row in enumerate(keys) if not wanted.isdisjoint(_grams(row, least))]
    around = _runs([keys[place] for place in seeds], NEAR)
    chosen = {place for place, row in enumerate(keys) if not around.isdisjoint(_grams(row, NEAR))} | set(
        seeds
    )
    by_id = {printings[place].id: place for place in sorted(chosen)}
    found = []
    for family in find_families([printings[place] for place in sorted(chosen)]):
        places = [by_id[id] for id in family.members]
        run = max(_longest_run(asked, keys[place]) for place in places)
        if run >= least:
            found.append(Traced(family, tuple(printings[place] for place in places), run))
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


def _printing(article: Article, quotation: Quotation) -> Printing:
    text = article.field_text(quotation.field)
    speaker = quotation.speakers[0] if quotation.speakers else None
    return Printing(
        id=quotation.id,
        text=" … ".join(text[start:end] for start, end in quotation.marks),
        speaker=speaker.name if speaker else None,
        speaker_id=speaker.id if speaker else None,
        article=article.id,
        outlet=article.outlet,
        published=known(article.published),
        said=known(quotation.date),
    )


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
