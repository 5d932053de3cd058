"""The value types of a digest: what a ledger got in some days."""

import msgspec

from onrecord.findings import CheckedQuotation
from onrecord.ledger.changes import Change
from onrecord.ledger.rows import QuotationRow


class SpeakerNews(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker, how many statements the days brought, how many quotations there are in all, and the newest."""

    id: str
    label: str
    statements: int
    quotations: int
    rows: tuple[QuotationRow, ...]


class Unfaithful(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation whose check found it altered, spliced or not at all, and all that the check found."""

    row: QuotationRow
    checked: CheckedQuotation


class ArticleName(msgspec.Struct, frozen=True, kw_only=True):
    """An article by what it is told by; each on one line."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    path: str | None


class QuoteEdit(msgspec.Struct, frozen=True, kw_only=True):
    """A change that a newer version of an article made to a quote or its speaker.

    `noted`: the newer version has a notice of a correction that the older one had not.
    """

    article: ArticleName
    change: Change
    noted: bool


class Reprint(msgspec.Struct, frozen=True, kw_only=True):
    """An article that reprints another, of which it says nothing; `shared` is the share of the shorter text."""

    original: ArticleName
    copy: ArticleName
    shared: float


class Growth(msgspec.Struct, frozen=True, kw_only=True):
    """A family that grew: by how many printings, to how many, in how many outlets, and its newest printing."""

    added: int
    printings: int
    outlets: int
    row: QuotationRow


class Failed(msgspec.Struct, frozen=True, kw_only=True):
    """An input that could not be read or kept, and why."""

    path: str
    stage: str
    reason: str


class Digest(msgspec.Struct, frozen=True, kw_only=True):
    """What was added from `since` to `until`, both within; `until` is null for up to now.

    `articles` are new ones, `versions` newer states of known ones; `quotations`, `outlets` and `verdicts` are those of
    the versions that stand now. Each list holds the first; the count in all stands beside it. Of many versions only
    the newest `versions_compared` were looked through for changed quotes.
    """

    since: str
    until: str | None
    articles: int
    versions: int
    documents: int
    quotations: int
    outlets: int
    verdicts: dict[str, int]
    speakers_in_all: int
    speakers: tuple[SpeakerNews, ...]
    unfaithful: tuple[Unfaithful, ...]
    versions_compared: int
    edits_in_all: int
    edits: tuple[QuoteEdit, ...]
    reprints_in_all: int
    reprints: tuple[Reprint, ...]
    families_in_all: int
    families: tuple[Growth, ...]
    failures_in_all: int
    failures: tuple[Failed, ...]
