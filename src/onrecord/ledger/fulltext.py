"""The words of articles and quotations in the index of a ledger: put in, taken out, changed.

One row a quotation and one row an article, each under its number, with the folded words of its text (terms.py) and
its facets (facets.py). How they are stored is the database's own: fulltext_sqlite.py and fulltext_postgres.py. The
index keeps no text; what is taken out is worked out again from the record. A quotation's verdict is one of its
facets, so it is changed here and nowhere else.
"""

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import Connection, select, update

from onrecord.ledger import facets
from onrecord.ledger.fulltext_index import Doc, index_of
from onrecord.ledger.keeping import Place
from onrecord.ledger.labels import Called, called_in, who
from onrecord.ledger.tables import articles, outlets, quotations
from onrecord.ledger.terms import words_of
from onrecord.model import Article, Quotation, Record


def index_article(connection: Connection, record: Record, where: Place) -> None:
    """Let an article that is kept, and its quotations, be found.

    The register has taken it in already.
    """
    docs = _docs(connection, record, where)
    index = index_of(connection)
    index.add(connection, "articles", [docs.article])
    index.add(connection, "quotations", docs.quotations)


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
    article = record.article
    outlet = connection.execute(
        select(outlets.c.number)
        .join(articles, articles.c.outlet == outlets.c.number)
        .where(articles.c.number == where.number)
    ).scalar()
    called = called_in(connection, [where.number])[where.number]
    shared = facets.of_article(article, outlet)
    verdicts = _verdicts(connection, where)
    rows = [
        Doc(
            number=where.first + place,
            facets=(*facets.of_quotation(quotation, _of(quotation, called), verdicts.get(place)), *shared),
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


def _verdicts(connection: Connection, where: Place) -> dict[int, int]:
    """The verdicts of an article's quotations, by place."""
    query = select(quotations.c.place, quotations.c.verdict).where(
        quotations.c.number.between(where.first, where.first + where.quotations - 1),
        quotations.c.verdict.is_not(None),
    )
    return {row.place: row.verdict for row in connection.execute(query)}
