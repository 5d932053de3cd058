"""What a ledger got in some days: a digest of what was added, for those who do not look every hour.

Days are UTC, and those of adding. Every section is bounded and says how many there are in all. The digest takes no
side: a verdict says how quoted words lie beside documents, and nothing about anybody's intention.
"""

import datetime

from sqlalchemy import Connection, func, select

from onrecord.errors import BadQuery
from onrecord.ledger import digest_sections as sections
from onrecord.ledger.additions import numbers_between, stretch_of
from onrecord.ledger.news import Digest
from onrecord.ledger.tables import documents


def digest_of(connection: Connection, *, since: datetime.date, until: datetime.date | None = None) -> Digest:
    """What was added to a ledger from one day to another, both within, or up to now.

    The articles are found by their numbers, so that a day of a large ledger takes hardly longer than one of a small
    one. Raises `BadQuery` where the last day is before the first.
    """
    if until is not None and until < since:
        raise BadQuery(f"from {since} to {until} there is no day: the earlier one comes first")
    begin, end = f"{since}T", None
    if until is not None and until != datetime.date.max:
        end = f"{until + datetime.timedelta(days=1)}T"
    stretch = stretch_of(connection, begin, end)
    pairs = sections.superseding(connection, stretch)
    counted = sections.count(connection, stretch, len(pairs))
    first, after = numbers_between(connection, documents, begin, end)
    read = select(func.count()).where(documents.c.number >= first, documents.c.number < after)
    speakers_in_all, speakers = sections.most_quoted(connection, stretch)
    compared, edits_in_all, edits = sections.quote_edits(connection, pairs)
    reprints_in_all, reprints = sections.reprints(connection, stretch)
    families_in_all, families = sections.grown(connection, stretch)
    failures_in_all, failures = sections.failed(connection, begin, end)
    return Digest(
        since=since.isoformat(),
        until=until.isoformat() if until else None,
        articles=counted.articles,
        versions=len(pairs),
        documents=int(connection.execute(read).scalar_one()),
        quotations=counted.quotations,
        outlets=counted.outlets,
        verdicts=sections.verdicts(connection, stretch),
        speakers_in_all=speakers_in_all,
        speakers=speakers,
        unfaithful=sections.unfaithful(connection, stretch),
        versions_compared=compared,
        edits_in_all=edits_in_all,
        edits=edits,
        reprints_in_all=reprints_in_all,
        reprints=reprints,
        families_in_all=families_in_all,
        families=families,
        failures_in_all=failures_in_all,
        failures=failures,
    )
