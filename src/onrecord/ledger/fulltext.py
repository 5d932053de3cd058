"""The words of articles and quotations in the index of a ledger: put in, taken out, changed.

One row a quotation and one row an article, each under its number, with the folded words of its text (terms.py) and
its facets (facets.py). How they are stored is the database's own: fulltext_sqlite.py and fulltext_postgres.py. The
index keeps no text; what is taken out is worked out again from the record. A quotation's verdict is one of its
facets, so it is changed here and nowhere else.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, or_, select, update

from onrecord.ledger import facets
from onrecord.ledger.fulltext_index import Doc, index_of
from onrecord.ledger.keeping import Place
from onrecord.ledger.labels import Called, called_in, who
from onrecord.ledger.tables import articles, quotations
from onrecord.ledger.terms import words_of
from onrecord.model import Article, Quotation, Record


def index_article(connection: Connection, record: Record, where: Place) -> None:
    """Let an article that is kept, and its quotations, be found.

    The register has taken it in already.
    """
    index_articles(connection, [(record, where)])


def index_articles(connection: Connection, kept: Sequence[tuple[Record, Place]]) -> None:
    """The same for several articles at once, which takes less time."""
    docs = _all_docs(connection, kept)
    index = index_of(connection)
    index.add(connection, "articles", [one.article for one in docs])
    index.add(connection, "quotations", [row for one in docs for row in one.quotations])


def forget_article(connection: Connection, record: Record, where: Place) -> None:
    """Let an article be found no more: the exact reverse, while the rows of its quotations are still there."""
    docs = _docs(connection, record, where)
    index = index_of(connection)
    index.remove(connection, "quotations", docs.quotations)
    index.remove(connection, "articles", [docs.article])
    index.tidy(connection, [docs.article, *docs.quotations])


def set_verdicts(
    connection: Connection, record: Record, where: Place, verdicts: Mapping[int, int | None]
) -> None:
    """Keep the verdicts of quotations, by their place in the record, in their rows and in the index."""
    before = _docs(connection, record, where).quotations
    for place, verdict in verdicts.items():
        connection.execute(
            update(quotations).where(quotations.c.number == where.first + place).values(verdict=verdict)
        )
    if (
        connection.execute(select(articles.c.newer).where(articles.c.number == where.number)).scalar()
        is not None
    ):
        return  # an older version is not in the index
    after = _docs(connection, record, where).quotations
    changed = [place for place in range(len(before)) if before[place] != after[place]]
    index = index_of(connection)
    index.remove(connection, "quotations", [before[place] for place in changed])
    index.add(connection, "quotations", [after[place] for place in changed])


class _Docs(NamedTuple):
    article: Doc
    quotations: list[Doc]


def _docs(connection: Connection, record: Record, where: Place) -> _Docs:
    """What the index holds of an article and of its quotations."""
    return _all_docs(connection, [(record, where)])[0]


def _all_docs(connection: Connection, kept: Sequence[tuple[Record, Place]]) -> list[_Docs]:
    """The same of several articles."""
    numbers = [where.number for _, where in kept]
    rows = select(articles.c.number, articles.c.outlet).where(articles.c.number.in_(numbers))
    outlet = {row.number: row.outlet for row in connection.execute(rows)}
    called = called_in(connection, numbers)
    verdicts = _verdicts(connection, [where for _, where in kept])
    return [
        _docs_of(record, where, outlet[where.number], called[where.number], verdicts)
        for record, where in kept
    ]


def _docs_of(
    record: Record, where: Place, outlet: int | None, called: Called, verdicts: Mapping[int, int]
) -> _Docs:
    article = record.article
    shared = facets.of_article(article, outlet)
    rows = [
        Doc(
            number=where.first + place,
            facets=(
                *facets.of_quotation(quotation, _of(quotation, called), verdicts.get(where.first + place)),
                *shared,
            ),
            fields=(quotation_words(article, quotation),),
        )
        for place, quotation in enumerate(record.quotations)
    ]
    quoted = dict.fromkeys(number for row in record.quotations for number in _of(row, called))
    names = facets.names(speaker for row in record.quotations for speaker in row.speakers)
    whole = Doc(
        number=where.number,
        facets=(facets.ALL, *(f"s{number}" for number in quoted), *names, *shared),
        fields=tuple(words_of(text) for text in article_fields(article).values()),
    )
    return _Docs(whole, rows)


def article_fields(article: Article) -> dict[str, str]:
    """The fields of an article that are searched, in the order in which they are looked at, without empty ones."""
    fields = {"title": article.title, "deck": article.deck, "text": article.text}
    fields |= {f"captions.{place}": caption for place, caption in enumerate(article.captions)}
    return {name: text for name, text in fields.items() if text}


def quotation_words(article: Article, quotation: Quotation) -> list[str]:
    """The words of a quotation's content: where its cue interrupts it, they go on."""
    try:
        text = article.field_text(quotation.field)
    except KeyError:
        return []
    return [word for start, end in quotation.content for word in words_of(text[start:end])]


def _of(quotation: Quotation, called: Called) -> list[int]:
    """The numbers of a quotation's speakers, each once."""
    found = [who(speaker, called) for speaker in quotation.speakers]
    return list(dict.fromkeys(known.number for known in found if known is not None))


def _verdicts(connection: Connection, kept: Sequence[Place]) -> dict[int, int]:
    """The verdicts of some articles' quotations, by the quotations' numbers."""
    number = quotations.c.number
    theirs = or_(*(number.between(where.first, where.first + where.quotations - 1) for where in kept))
    query = select(number, quotations.c.verdict).where(theirs, quotations.c.verdict.is_not(None))
    return {row.number: row.verdict for row in connection.execute(query)}
