"""Dates that are known only so far: which of two came first, and where nobody can tell.

An article has up to three dates: published, modified, retrieved. Its words were printed no earlier than it was
published and no later than it was last modified; an article that gives only when it was retrieved was printed some
time before. Two dates are compared at the coarser precision of the two, each in its own calendar: a newspaper's day
is its own day, and no time of day is made up for it.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache

from onrecord.check.documents import Document
from onrecord.model import Date
from onrecord.read.dates import find_date
from onrecord.traces import PrintedIn, When

DAY, MONTH, YEAR = len("2024-03-12"), len("2024-03"), len("2024")
LINES_WITH_DATE = 15  # of a transcript's head in which its day is looked for
_LAST = "9999"


def when_printed(article: PrintedIn | None, published: str | None = None) -> When:
    """When a printing was printed, from its article's dates, or from one ISO value where nothing else is known."""
    dates = (article.published, article.modified, article.retrieved) if article else (None, None, None)
    first, changed, seen = (known(date) for date in dates)
    if first is None and published:
        first = published
    latest = [value for value in (changed, seen) if value is not None]
    if first is not None:
        # What was retrieved but says nothing of a change was as it was published.
        return _when(first, "published", earliest=first, latest=_later(first, changed))
    if changed is not None:
        return _when(changed, "modified", earliest=None, latest=changed)
    if latest:
        return _when(latest[0], "retrieved", earliest=None, latest=latest[0])
    return When()


def when_said(value: str | None) -> When | None:
    """When words were said, from the date that a text gives; None for none."""
    return _when(value, "said", earliest=value, latest=value) if value else None


def when_document(document: Document) -> When:
    """The day of a document: the one it was published with, or the first that its head gives."""
    value = known(document.note.published) or _in_head(document.text)
    return _when(value, "document", earliest=value, latest=value) if value else When(basis="document")


def known(date: Date | None) -> str | None:
    """A date's ISO value, None where it has none."""
    return None if date is None or date.precision == "unknown" else date.value


def surely_before(one: When, other: When) -> bool:
    """Whether all of the one lies before all of the other, as far as both are known."""
    return one.latest is not None and other.earliest is not None and is_less(one.latest, other.earliest)


def order(when: When) -> tuple[str, str]:
    """Sorts by the earliest time that is known, what has no date last."""
    return when.earliest or when.latest or _LAST, when.latest or _LAST


@lru_cache(
    maxsize=1 << 14
)  # the printings of a family have few days between them, and are compared two by two
def is_less(one: str, other: str) -> bool:
    """Whether a date lies before another, at the coarser precision of the two; of two moments, in UTC."""
    if len(one) > DAY and len(other) > DAY:
        first, second = _moment(one), _moment(other)
        if first is not None and second is not None:
            return first < second
    length = min(len(one), len(other), DAY)
    length = DAY if length >= DAY else MONTH if length >= MONTH else YEAR
    return one[:length] < other[:length]


def could_be_first(whens: Iterable[When]) -> list[int]:
    """The places of those that none of the others is surely before; all of them where none has a date."""
    rows = list(whens)
    dated = [when for when in rows if when.earliest is not None or when.latest is not None]
    if not dated:
        return list(range(len(rows)))
    return [
        place
        for place, when in enumerate(rows)
        if (when.earliest or when.latest) and not any(surely_before(other, when) for other in dated)
    ]


def _when(value: str, basis: str, *, earliest: str | None, latest: str | None) -> When:
    precision = (
        "minute"
        if len(value) > DAY
        else "day"
        if len(value) == DAY
        else "month"
        if len(value) > YEAR
        else "year"
    )
    return When(value=value, precision=precision, basis=basis, earliest=earliest, latest=latest)  # type: ignore[arg-type]


def _later(first: str, changed: str | None) -> str:
    return changed if changed is not None and is_less(first, changed) else first


def _moment(value: str) -> datetime | None:
    """A moment in UTC; None where the time has no zone and so is no moment."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return None if moment.tzinfo is None else moment.astimezone(UTC)


def _in_head(text: str) -> str | None:
    lines = [line for line in text[:4000].splitlines() if line.strip()][:LINES_WITH_DATE]
    for line in lines:
        found = find_date(line)
        if (
            found is not None
            and found[0].value is not None
            and found[0].precision in ("day", "minute", "month")
        ):
            return found[0].value
    return None
