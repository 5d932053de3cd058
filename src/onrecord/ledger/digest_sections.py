"""The sections of a digest, a function each: they are given the stretch of numbers that was added."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from onrecord.findings import FAITHFUL, VERDICTS, CheckedQuotation
from onrecord.formats.visible import one_line, visible
from onrecord.ledger.additions import Stretch
from onrecord.ledger.changes import changes_between
from onrecord.ledger.codes import ACT, KIND, VERDICT
from onrecord.ledger.keeping import read_records
from onrecord.ledger.news import ArticleName, Failed, Growth, QuoteEdit, Reprint, SpeakerNews, Unfaithful
from onrecord.ledger.packing import unpack_value
from onrecord.ledger.rows import quotation_rows
from onrecord.ledger.tables import (
    articles,
    checks,
    copies,
    failures,
    namings,
    printings,
    quotation_speakers,
    quotations,
    speakers,
)
from onrecord.model import Article, Record

MOST_SHOWN = 10  # of each section
MOST_SPEAKERS, MOST_OF_EACH = 5, 3
MOST_FAMILIES = 5
MOST_COMPARED = 500  # versions that are laid beside the ones before them
_AT_ONCE = 50  # of them
_QUOTES = ("quote_changed", "speaker_changed", "quote_dropped")


class Counted(NamedTuple):
    """How much was added: new articles, and what the articles that stand hold."""

    articles: int
    quotations: int
    outlets: int


def count(connection: Connection, stretch: Stretch, versions: int) -> Counted:
    """Count what was added, of which so many are versions of known articles."""
    within = articles.c.number.between(*_ends(stretch.articles))
    rows = connection.execute(
        select(articles.c.quotations, articles.c.outlet, articles.c.newer).where(within)
    ).all()
    standing = [row for row in rows if row.newer is None]
    return Counted(
        len(rows) - versions,
        sum(row.quotations for row in standing),
        len({row.outlet for row in standing} - {None}),
    )


def superseding(connection: Connection, stretch: Stretch) -> list[tuple[int, int]]:
    """The versions that were added, newest first: the number of the one before, and its own."""
    older = articles.alias("older")
    query = (
        select(older.c.number, articles.c.number)
        .join(older, (older.c.place == articles.c.place) & (older.c.newer == articles.c.number))
        .where(articles.c.number.between(*_ends(stretch.articles)))
        .order_by(articles.c.number.desc())
    )
    return [(before, after) for before, after in connection.execute(query)]


def verdicts(connection: Connection, stretch: Stretch) -> dict[str, int]:
    """How many quotations got which verdict."""
    query = (
        select(quotations.c.verdict, func.count())
        .join(articles, articles.c.number == quotations.c.article)
        .where(quotations.c.number.between(*_ends(stretch.quotations)))
        .where(quotations.c.verdict.is_not(None), articles.c.newer.is_(None))
        .group_by(quotations.c.verdict)
        .order_by(quotations.c.verdict)
    )
    return {VERDICTS[code]: number for code, number in connection.execute(query)}


def most_quoted(connection: Connection, stretch: Stretch) -> tuple[int, tuple[SpeakerNews, ...]]:
    """How many speakers made statements, and those of most of them, with the newest in quotation marks first."""
    links = quotation_speakers.c
    named = select(namings.c.speaker).where(namings.c.article.between(*_ends(stretch.articles)))
    stated = (
        links.speaker.in_(named),
        links.quotation.between(*_ends(stretch.quotations)),
        quotations.c.act == ACT["statement"],
        quotations.c.negated.is_(False),
    )
    joined = quotation_speakers.join(quotations, quotations.c.number == links.quotation)
    counted = select(links.speaker, func.count().label("statements")).select_from(joined).where(*stated)
    each = counted.group_by(links.speaker).subquery()
    total = int(connection.execute(select(func.count()).select_from(each)).scalar_one())
    query = (
        select(speakers, each.c.statements)
        .join(each, each.c.speaker == speakers.c.number)
        .order_by(each.c.statements.desc(), speakers.c.quotations.desc(), speakers.c.number)
        .limit(MOST_SPEAKERS)
    )
    found = []
    for row in connection.execute(query).all():
        newest = select(links.quotation).select_from(joined).where(*stated, links.speaker == row.number)
        kind = quotations.c.kind  # the speaker's own words first, those of the article last
        order = (kind == KIND["indirect"], kind != KIND["direct"], links.quotation.desc())
        numbers = connection.execute(newest.order_by(*order).limit(MOST_OF_EACH)).scalars().all()
        found.append(
            SpeakerNews(
                id=row.id,
                label=one_line(row.label),
                statements=row.statements,
                quotations=row.quotations,
                rows=tuple(quotation_rows(connection, numbers)),
            )
        )
    return total, tuple(found)


def unfaithful(connection: Connection, stretch: Stretch) -> tuple[Unfaithful, ...]:
    """The newest quotations that a check did not find faithful, those not found at all last."""
    codes = [VERDICT[verdict] for verdict in VERDICTS if verdict not in FAITHFUL]
    query = (
        select(quotations.c.number, checks.c.result)
        .join(articles, articles.c.number == quotations.c.article)
        .join(checks, checks.c.quotation == quotations.c.number)
        .where(quotations.c.number.between(*_ends(stretch.quotations)))
        .where(quotations.c.verdict.in_(codes), articles.c.newer.is_(None))
        .order_by(quotations.c.verdict == VERDICT["not_found"], quotations.c.number.desc())
        .limit(MOST_SHOWN)
    )
    kept = {number: unpack_value(data, CheckedQuotation) for number, data in connection.execute(query)}
    by_id = {checked.id: checked for checked in kept.values()}
    rows = quotation_rows(connection, list(kept))
    return tuple(Unfaithful(row=row, checked=by_id[row.quotation]) for row in rows if row.quotation in by_id)


def quote_edits(
    connection: Connection, pairs: Sequence[tuple[int, int]]
) -> tuple[int, int, tuple[QuoteEdit, ...]]:
    """How many versions were compared, how many changes of quotes they hold, and the first of these."""
    compared = pairs[:MOST_COMPARED]
    total = 0
    found: list[QuoteEdit] = []
    for start in range(0, len(compared), _AT_ONCE):
        part = compared[start : start + _AT_ONCE]
        records = read_records(connection, {number for pair in part for number in pair})
        for before, after in part:
            edits = _edits(records[before], records[after])
            total += len(edits)
            found += edits[: MOST_SHOWN - len(found)]
    return len(compared), total, tuple(found)


def _edits(older: Record, newer: Record) -> list[QuoteEdit]:
    changes = [change for change in changes_between(older, newer) if change.kind in _QUOTES]
    noted = bool(_corrections(newer.article) - _corrections(older.article))
    name = _named(newer.article)
    return [QuoteEdit(article=name, change=change, noted=noted) for change in changes]


def _corrections(article: Article) -> set[str]:
    return {notice.text for notice in article.notices if notice.kind == "correction"}


def reprints(connection: Connection, stretch: Stretch) -> tuple[int, tuple[Reprint, ...]]:
    """How many pairs of copies came into being of which one does not name the other as its original; the newest."""
    silent = (copies.c.b.between(*_ends(stretch.articles)), copies.c.acknowledged.is_(False))
    total = int(connection.execute(select(func.count()).select_from(copies).where(*silent)).scalar_one())
    query = select(copies).where(*silent).order_by(copies.c.b.desc(), copies.c.a).limit(MOST_SHOWN)
    rows = connection.execute(query).all()
    records = read_records(connection, {number for row in rows for number in (row.a, row.b)})
    found = []
    for row in rows:
        original, copy = (row.b, row.a) if row.first == row.b else (row.a, row.b)
        found.append(
            Reprint(
                original=_named(records[original].article),
                copy=_named(records[copy].article),
                shared=row.shared / 10_000,
            )
        )
    return total, tuple(found)


def grown(connection: Connection, stretch: Stretch) -> tuple[int, tuple[Growth, ...]]:
    """How many families grew, and those that grew most, by their newest printing."""
    rows = printings.c
    new = (rows.quotation.between(*_ends(stretch.quotations)), rows.family.is_not(None))
    each = (
        select(rows.family, rows.knot, func.count().label("added"), func.max(rows.quotation).label("newest"))
        .where(*new)
        .group_by(rows.family, rows.knot)
    )
    total = int(connection.execute(select(func.count()).select_from(each.subquery())).scalar_one())
    most = each.order_by(func.count().desc(), func.max(rows.quotation).desc()).limit(MOST_FAMILIES)
    found = []
    for family in connection.execute(most).all():
        held = (
            select(func.count(), func.count(articles.c.outlet.distinct()))
            .select_from(printings)
            .join(quotations, quotations.c.number == rows.quotation)
            .join(articles, articles.c.number == quotations.c.article)
            .where(rows.knot == family.knot, rows.family == family.family)
        )
        size, outlets = connection.execute(held).one()
        for row in quotation_rows(connection, [family.newest]):
            found.append(Growth(added=family.added, printings=size, outlets=outlets, row=row))
    return total, tuple(found)


def failed(connection: Connection, begin: str, end: str | None) -> tuple[int, tuple[Failed, ...]]:
    """How many inputs failed, and the newest of them."""
    within = [failures.c.added >= begin, *([] if end is None else [failures.c.added < end])]
    total = int(connection.execute(select(func.count()).select_from(failures).where(*within)).scalar_one())
    query = (
        select(failures).where(*within).order_by(failures.c.added.desc(), failures.c.path, failures.c.stage)
    )
    return total, tuple(
        Failed(path=visible(row.path), stage=row.stage, reason=one_line(row.reason))
        for row in connection.execute(query.limit(MOST_SHOWN))
    )


def _named(article: Article) -> ArticleName:
    published = article.published
    return ArticleName(
        id=one_line(article.id or ""),
        title=_clean(article.title),
        outlet=_clean(article.outlet),
        published=None if published is None else one_line(published.value or published.text),
        url=None if article.url is None else visible(article.url),
        path=None if article.path is None else visible(article.path),
    )


def _clean(text: str | None) -> str | None:
    return None if text is None else one_line(text)


def _ends(numbers: tuple[int, int]) -> tuple[int, int]:
    """Half-open numbers as the first and the last: between them is nothing where there are none."""
    return numbers[0], numbers[1] - 1
