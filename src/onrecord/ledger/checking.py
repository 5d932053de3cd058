"""The check of quotes against everything that a ledger keeps: its documents, and its articles as reports.

A ledger may hold more than can be laid beside a quote. Whatever a check calls found has at least four of the quote's
words in a row (CONTRACT: a run of four or more), so the full-text index is asked for the places of such runs, and a
small index of the check is made over those texts alone. What was searched is still the whole ledger.
"""

import hashlib
from collections.abc import Iterable, Iterator
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, select

from onrecord.check.article import check_record
from onrecord.check.documents import Document, document_of_article
from onrecord.check.index import Index, index_texts
from onrecord.errors import UnreadableInput
from onrecord.findings import CheckedArticle, Searched
from onrecord.ledger import fulltext
from onrecord.ledger.codes import VERDICT
from onrecord.ledger.documents import read_documents
from onrecord.ledger.fulltext_index import Kind
from onrecord.ledger.holding import holding
from onrecord.ledger.keeping import Place, find_place, read_records
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.packing import pack_value
from onrecord.ledger.state import state_of
from onrecord.ledger.tables import articles, checks, documents
from onrecord.ledger.terms import words_of
from onrecord.model import Record

# Runs of so many words are looked for, and so many of the newest texts that hold one are looked at: the longer runs
# first, since what holds them is likelier to be the place.
STEPS = ((1_000, 10), (8, 20), (5, 20), (4, 30))
MOST_RUNS = 48  # of one quote, spread over it


def open_for(connection: Connection, passages: Iterable[str], *, but: str | None = None) -> Index:
    """An index over the texts of a ledger that may hold some quoted passages; close it.

    `but` is the id of an article that is left out, with every version of it: an article is no evidence for itself.
    """
    own = _own(connection, but)
    wanted: dict[Kind, dict[int, None]] = {"documents": {}, "articles": {}}
    for passage in passages:
        words = words_of(passage)
        for kind, found in wanted.items():
            found.update(dict.fromkeys(holding(connection, kind, [words], STEPS, most_runs=MOST_RUNS)))
    numbers = sorted(set(wanted["articles"]) - own)
    index = index_texts(
        [*read_documents(connection, sorted(wanted["documents"])), *_reports(connection, numbers)]
    )
    index.searched = searched(connection, without=own)
    return index


def check_in_ledger(connection: Connection, record: Record) -> CheckedArticle:
    """Check every marked passage of an article against a ledger."""
    passages = [
        record.article.field_text(row.field)[slice(*span)] for row in record.quotations for span in row.marks
    ]
    with open_for(connection, passages, but=record.article.id) as index:
        return check_record(record, index)


def keep_checks(connection: Connection, record: Record, where: Place, checked: CheckedArticle) -> None:
    """Keep what a check of a kept article found, and its verdicts, in place of what an earlier one found."""
    places = {row.id: place for place, row in enumerate(record.quotations)}
    numbers = {
        row.path: row.number for row in connection.execute(select(documents.c.path, documents.c.number))
    }
    last = where.first + where.quotations - 1
    connection.execute(checks.delete().where(checks.c.quotation.between(where.first, last)))
    verdicts: dict[int, int | None] = {}
    for found in checked.quotations:
        place = places[found.id]
        verdicts[place] = VERDICT[found.verdict]
        paths = [check.document.path for check in found.checks if check.document is not None]
        connection.execute(
            checks.insert().values(
                quotation=where.first + place,
                verdict=VERDICT[found.verdict],
                document=next((numbers[path] for path in paths if path in numbers), None),
                result=pack_value(found),
            )
        )
    fulltext.set_verdicts(connection, record, where, verdicts)


def check_and_keep(ledger: Ledger, record: Record) -> CheckedArticle:
    """Check a kept article against its ledger as it is now, and keep what is found.

    Another program may remove the article meanwhile: then nothing is kept.
    """
    with ledger.read() as connection:
        checked = check_in_ledger(connection, record)
    with ledger.write() as connection:
        where = find_place(connection, record.article.id or "")
        if where is not None:
            keep_checks(connection, record, where, checked)
    return checked


def searched(connection: Connection, *, without: Iterable[int] = ()) -> Searched:
    """How many texts a check of a ledger looks through, and the digest over their ids.

    Of everything it is worked out once, until the ledger changes: a large one has many ids.
    """
    left_out = frozenset(without)
    state = None if left_out else state_of(connection)
    known = _searched.get(connection.engine)
    if known is not None and known[0] == state:
        return known[1]
    ids = list(connection.execute(select(documents.c.id).order_by(documents.c.number)).scalars())
    rows = (
        select(articles.c.number, articles.c.id).where(articles.c.newer.is_(None)).order_by(articles.c.number)
    )
    ids += [row.id for row in connection.execute(rows) if row.number not in left_out]
    digest = hashlib.sha256("\n".join(ids).encode()).hexdigest()
    found = Searched(documents=len(ids), digest=f"sha256:{digest}")
    if state is not None:
        _searched[connection.engine] = state, found
    return found


_searched: WeakKeyDictionary[Engine, tuple[int, Searched]] = WeakKeyDictionary()


def _own(connection: Connection, id: str | None) -> set[int]:
    """The numbers of an article and of its other versions."""
    row = connection.execute(select(articles.c.number, articles.c.place).where(articles.c.id == id)).first()
    if row is None:
        return set()
    if row.place is None:
        return {row.number}
    return set(connection.execute(select(articles.c.number).where(articles.c.place == row.place)).scalars())


def _reports(connection: Connection, numbers: Iterable[int]) -> Iterator[Document]:
    for record in read_records(connection, numbers, corrections=False).values():
        try:
            yield document_of_article(record.article)
        except UnreadableInput:  # an article of a headline alone
            continue


__all__ = ["check_and_keep", "check_in_ledger", "keep_checks", "open_for", "searched"]
