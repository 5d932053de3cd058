"""Uploads, read and kept one after the other behind the page that sent them, which asks how far they are."""

import logging
import secrets
import threading
import time
from collections import deque
from collections.abc import Sequence
from typing import Literal

import msgspec

from onrecord.errors import InputTooLarge, NotFetched, OnrecordError, UnreadableInput
from onrecord.formats.visible import one_line
from onrecord.ledger.ledger import Ledger
from onrecord.model import Failure
from onrecord.pipeline import retrieved
from onrecord.web.options import Options
from onrecord.web.uploads import (
    MOST_ADDRESSES,
    Result,
    Upload,
    clean_name,
    fetched_document,
    fetched_of,
    keep_article,
    keep_text,
    known_article,
    not_fetched,
)
from onrecord.web.workers import Workers

__all__ = ["Job", "Jobs", "Result", "Upload"]

MOST_UPLOADS = 1_000  # of one job
MOST_BYTES = 256 * 2**20  # of all uploads that wait
MOST_WAITING = 100  # addresses
_STOPPED = "the program ended before this file was read: give it again"

NO_FETCHING = "nothing is fetched here: start onrecord serve with --fetch, or save the page and give the file"

_log = logging.getLogger(__name__)


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """How far a job is: so many of its uploads done, the name of the one in hand, and what became of the others.

    With `documents` the uploads are texts to check against, and the results' ids those of documents.
    """

    state: Literal["waiting", "running", "done"]
    done: int
    total: int
    current: str | None
    results: tuple[Result, ...]
    documents: bool = False


class Jobs:
    """Jobs on a ledger, done in the order of their coming. Close it before the workers and the ledger.

    Web addresses are fetched where the `options` say so, and their bytes kept in their folder `keep`.
    At most `most` jobs are remembered, those that are done for `keep_for` seconds, and at most `most_bytes` bytes of
    uploads wait.
    """

    def __init__(
        self,
        ledger: Ledger,
        workers: Workers,
        *,
        most: int = 100,
        keep_for: float = 3600,
        most_bytes: int = MOST_BYTES,
        options: Options | None = None,
    ) -> None:
        self._ledger = ledger
        self._workers = workers
        self._most = most
        self._keep_for = keep_for
        self._most_bytes = most_bytes
        self._options = options or Options()
        self._jobs: dict[str, _Job] = {}
        self._queue: deque[_Job] = deque()
        self._bytes = 0
        self._changed = threading.Condition()
        self._stopping = False
        self._thread: threading.Thread | None = None

    def submit(
        self, inputs: Sequence[Upload], *, plain: bool = False, documents: bool = False, check: bool = True
    ) -> str:
        """Take uploads in, and give the id to ask after them by: who has it may see their names and results.

        `plain` takes each as a plain text body, `documents` as texts to check quotes against; `check` checks each
        new article against the ledger. Raises `InputTooLarge` where too much waits already, `UnreadableInput`
        where there is nothing to read, and `NotFetched` for an address where none may be fetched.
        """
        uploads = deque(_cleaned(item) for item in inputs)
        if not uploads:
            raise UnreadableInput("no file was given: choose one")
        if len(uploads) > MOST_UPLOADS:
            raise InputTooLarge(f"more than {MOST_UPLOADS:,} files at once: give them in several parts")
        addresses = sum(item.address is not None for item in uploads)
        if addresses and not self._options.fetch:
            raise NotFetched(NO_FETCHING)
        if addresses > MOST_ADDRESSES:
            raise InputTooLarge(f"more than {MOST_ADDRESSES} addresses at once: give them in several parts")
        job = _Job(uploads, plain=plain, documents=documents, check=check)
        with self._changed:
            if self._stopping:
                raise UnreadableInput(_STOPPED)
            self._make_room(job.bytes, addresses)
            id = secrets.token_urlsafe(16)
            self._jobs[id] = job
            self._queue.append(job)
            self._bytes += job.bytes
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="onrecord jobs", daemon=True)
                self._thread.start()
            self._changed.notify()
        return id

    def job(self, id: str) -> Job | None:
        """How far a job is; None where there is none of this id, or it is no longer remembered."""
        with self._changed:
            self._forget()
            job = self._jobs.get(id)
            return None if job is None else job.seen()

    def close(self, *, seconds: float = 10) -> None:
        """Stop after the upload in hand, for which so many seconds are waited; what was not read says so."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(seconds)

    def _make_room(self, size: int, addresses: int) -> None:
        """Let go of old jobs; raise `InputTooLarge` where that is not enough for one more of so much."""
        self._forget()
        if size > self._most_bytes:
            raise InputTooLarge(f"more than {self._most_bytes / 2**20:,.0f} MiB at once: give fewer files")
        if self._bytes + size > self._most_bytes:
            raise InputTooLarge("too many uploads wait to be read: try again when some of them are done")
        waiting = sum(item.address is not None for job in self._queue for item in job.uploads)
        if addresses and waiting + addresses > MOST_WAITING:
            raise InputTooLarge("too many addresses wait to be fetched: try again when some of them are done")
        done = [id for id, job in self._jobs.items() if job.finished is not None]
        for id in done[: max(0, len(self._jobs) + 1 - self._most)]:
            del self._jobs[id]
        if len(self._jobs) >= self._most:
            raise InputTooLarge(f"{self._most} uploads wait to be read: try again when some of them are done")

    def _forget(self) -> None:
        now = time.monotonic()
        for id, job in list(self._jobs.items()):
            if job.finished is not None and now - job.finished > self._keep_for:
                del self._jobs[id]

    def _work(self) -> None:
        """The thread: one upload after the other, of one job after the other."""
        while (job := self._next()) is not None:
            while job.uploads:
                self._step(job)
            with self._changed:
                job.finished = time.monotonic()

    def _step(self, job: "_Job") -> None:
        with self._changed:
            upload = job.uploads.popleft()
            job.current = upload.name
        result = self._done(upload, job)
        with self._changed:
            job.results.append(result)
            job.current = None
            self._bytes -= len(upload.data)

    def _next(self) -> "_Job | None":
        with self._changed:
            while not self._queue and not self._stopping:
                self._changed.wait()
            return self._queue.popleft() if self._queue else None

    def _done(self, upload: Upload, job: "_Job") -> Result:
        """Read and keep one upload; whatever goes wrong is its result."""
        if self._stopping:
            return Result(name=upload.name, state="failed", reason=_STOPPED)
        try:
            if job.documents:
                return self._document(upload)
            return self._article(upload, job)
        except Exception as error:  # the thread must live: other people's uploads wait behind this one
            _log.exception("%s could not be kept in %s", upload.name, self._ledger.name)
            kind = "" if isinstance(error, OnrecordError) else f" ({type(error).__name__})"
            reason = (
                f"the ledger could not take it{kind}: try again, and if that fails, see the program's log"
            )
            return Result(name=upload.name, state="failed", reason=reason)

    def _article(self, upload: Upload, job: "_Job") -> Result:
        if upload.address is not None:
            return self._fetched_article(upload, upload.address, job)
        known = known_article(self._ledger, upload)
        if known is not None:
            return known
        record = self._workers.read(upload.data, path=upload.name, plain=job.plain)
        if self._stopping and record.failures:  # its reader may have been ended with the program
            return Result(name=upload.name, state="failed", reason=_STOPPED)
        return keep_article(self._ledger, record, name=upload.name, check=job.check)

    def _fetched_article(self, upload: Upload, address: str, job: "_Job") -> Result:
        try:
            fetched = fetched_of(address, keep=self._options.keep)
        except NotFetched as error:
            return keep_article(self._ledger, not_fetched(address, error), name=upload.name, check=False)
        known = known_article(self._ledger, msgspec.structs.replace(upload, data=fetched.data))
        if known is not None:
            return known
        record = self._workers.read(
            fetched.data, path=upload.name, plain=job.plain, address=fetched.final, charset=fetched.charset
        )
        if self._stopping and record.failures:
            return Result(name=upload.name, state="failed", reason=_STOPPED)
        record = retrieved(record, fetched.retrieved)
        return keep_article(self._ledger, record, name=upload.name, check=job.check, fetched=True)

    def _document(self, upload: Upload) -> Result:
        if upload.address is not None:
            return self._fetched_document(upload, upload.address)
        found = self._workers.document(upload.data, path=upload.name)
        if self._stopping and isinstance(found, Failure):
            return Result(name=upload.name, state="failed", reason=_STOPPED)
        return keep_text(self._ledger, found, name=upload.name)

    def _fetched_document(self, upload: Upload, address: str) -> Result:
        try:
            fetched = fetched_of(address, keep=self._options.keep)
        except NotFetched as error:
            return keep_text(self._ledger, Failure(stage="document", reason=str(error)), name=upload.name)
        found = self._workers.document(fetched.data, path=upload.name)
        if isinstance(found, Failure):
            reason = _STOPPED if self._stopping else found.reason
            return keep_text(self._ledger, Failure(stage="document", reason=reason), name=upload.name)
        return keep_text(self._ledger, fetched_document(found, fetched), name=upload.name)


def _cleaned(given: Upload) -> Upload:
    """An upload with a name that is harmless to show; that of an address is the address."""
    name = clean_name(given.name) if given.address is None else one_line(given.address)
    return msgspec.structs.replace(given, name=name)


class _Job:
    """A job as it goes on; changed by the thread alone, under the lock."""

    def __init__(self, uploads: deque[Upload], *, plain: bool, documents: bool, check: bool) -> None:
        self.uploads = uploads
        self.plain = plain
        self.documents = documents
        self.check = check
        self.total = len(uploads)
        self.bytes = sum(len(item.data) for item in uploads)
        self.current: str | None = None
        self.results: list[Result] = []
        self.finished: float | None = None

    def seen(self) -> Job:
        """How far it is at this moment."""
        begun = self.current is not None or bool(self.results)
        return Job(
            state="done" if self.finished is not None else "running" if begun else "waiting",
            done=len(self.results),
            total=self.total,
            current=self.current,
            results=tuple(self.results),
            documents=self.documents,
        )
