"""One upload into the ledger: its name made harmless, what was read of it kept, and what became of it told.

An upload may be a web address: what stands there is fetched when its turn comes.
"""

import logging
import re
from typing import TYPE_CHECKING

import msgspec

from onrecord.check.documents import Document
from onrecord.errors import BadQuery, NotFetched
from onrecord.formats.visible import one_line
from onrecord.ledger.checking import check_and_keep
from onrecord.ledger.documents import keep_document
from onrecord.ledger.keeping import clear_failures, find_place
from onrecord.ledger.ledger import Ledger, State
from onrecord.model import Article, Date, Failure, Record, article_id
from onrecord.read import NOTES

if TYPE_CHECKING:  # the network's libraries are loaded where something is fetched
    from onrecord.read.fetch import Fetched

LONGEST_NAME = 200
LONGEST_ADDRESS = 2_000
MOST_ADDRESSES = 20  # of one job: each may take half a minute
NAMELESS = "-"  # as standard input: two files without a name are never taken for versions of one
_FOLDERS = re.compile(r"[/\\]")

_log = logging.getLogger(__name__)


class Upload(msgspec.Struct, frozen=True, kw_only=True):
    """One file that was sent: its name as the browser gives it, and its bytes; or an address, and no bytes yet."""

    name: str
    data: bytes
    address: str | None = None


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one upload; `id` is that of the article or document, where the ledger has it now.

    `older` is the id of the version whose place it took. A `reason` beside another state than `failed` says what
    could not be done with an article that is kept.
    """

    name: str
    state: State
    id: str | None = None
    quotations: int = 0
    older: str | None = None
    reason: str | None = None


def from_address(address: str) -> Upload:
    """The upload that is a web address; raises `BadQuery` for one that is too long."""
    if not address or len(address) > LONGEST_ADDRESS:
        raise BadQuery(f"an address has from 1 to {LONGEST_ADDRESS:,} characters")
    return Upload(name=address, data=b"", address=address)


def fetched_of(address: str, *, keep: str | None) -> "Fetched":
    """What stands at an address, kept as it came in a folder where one is named.

    Raises `NotFetched`, also where it cannot be kept.
    """
    from onrecord.read import fetch
    from onrecord.read.fetched_files import keep_bytes

    found = fetch.fetch(address)
    if keep is not None:
        try:
            keep_bytes(found, keep)
        except OSError as error:
            _log.error("%s was fetched, and cannot be kept in %s: %s", address, keep, error)
            raise NotFetched(
                "it was fetched, and its bytes cannot be kept: see the program's log, and try again"
            ) from error
    return found


def not_fetched(address: str, error: NotFetched) -> Record:
    """The record of an address at which nothing was read."""
    failure = Failure(stage="fetch", reason=str(error))
    return Record(article=Article(path=one_line(address)), failures=(failure,))


def fetched_document(found: Document, fetched: "Fetched") -> Document:
    """A document with where and when it was fetched."""
    when = Date(value=fetched.retrieved, precision="minute", text="")
    note = msgspec.structs.replace(found.note, url=fetched.final, retrieved=when)
    return msgspec.structs.replace(found, note=note)


def known_article(ledger: Ledger, upload: Upload) -> Result | None:
    """The result for bytes that the ledger has already, so that they are not read again."""
    id = article_id(upload.data)
    with ledger.read() as connection:
        place = find_place(connection, id)
    if place is None:
        return None
    return Result(name=upload.name, state="known", id=id, quotations=place.quotations)


def keep_article(ledger: Ledger, record: Record, *, name: str, check: bool, fetched: bool = False) -> Result:
    """Keep a record that was read of an upload; with `check`, check it against the ledger, and keep the verdicts.

    A name tells nothing of where an upload comes from: only by its address can one be a version of another, and
    what was `fetched` has one.
    """
    kept = ledger.keep(record, base=None if fetched else record.article.id)
    if fetched and kept.state != "failed":
        with ledger.write() as connection:
            clear_failures(connection, name)
    reasons = [failure.reason for failure in record.failures if failure.stage not in NOTES]
    if kept.state == "failed":
        return Result(name=name, state="failed", reason="; ".join(reasons) or None)
    if check and kept.record is not None and not _checked(ledger, kept.record, name):
        reasons.append("it is kept, but its quotes could not be checked: see the program's log")
    return Result(
        name=name,
        state=kept.state,
        id=kept.id,
        quotations=len(record.quotations),
        older=kept.older,
        reason="; ".join(reasons) or None,
    )


def keep_text(ledger: Ledger, found: Document | Failure, *, name: str) -> Result:
    """Keep a document that was read of an upload, or why there is none."""
    if isinstance(found, Failure):
        ledger.fail(name, found)
        return Result(name=name, state="failed", reason=found.reason)
    with ledger.write() as connection:
        is_new = keep_document(connection, found)
        clear_failures(connection, name)
    return Result(name=name, state="new" if is_new else "known", id=found.note.digest)


def _checked(ledger: Ledger, record: Record, name: str) -> bool:
    """Check a kept article; False where that failed, which the log tells of: the article stays."""
    try:
        check_and_keep(ledger, record)
    except Exception:
        _log.exception("%s was kept in %s, but not checked", name, ledger.name)
        return False
    return True


def clean_name(name: str) -> str:
    """The name of an upload without the folders of the machine that it comes from, harmless to show, and short."""
    last = one_line(_FOLDERS.split(name[-10 * LONGEST_NAME :].rstrip("/\\"))[-1])
    if last in ("", ".", ".."):
        return NAMELESS
    if len(last) <= LONGEST_NAME:
        return last
    stem, dot, form = last.rpartition(".")
    kept = f"{dot}{form}" if stem and len(form) <= 10 else ""
    return last[: LONGEST_NAME - len(kept) - 1] + "…" + kept
