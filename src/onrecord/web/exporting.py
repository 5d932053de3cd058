"""Everything that a ledger holds, or a choice of it, as a stream: little memory, whatever it holds.

The form is written by a thread of its own into a pipe that holds a few pieces, from which the answer is sent. Who goes
away in the middle ends the thread; a failure in the middle breaks the answer off, so that nobody takes a part for all.
"""

import asyncio
import contextlib
import io
import itertools
import logging
import threading
from collections.abc import AsyncIterator, Generator, Iterator
from typing import BinaryIO, cast

from litestar.exceptions import HTTPException

from onrecord.formats import Look, write
from onrecord.ledger.choosing import Choice, chosen
from onrecord.ledger.ledger import Ledger
from onrecord.model import Record
from onrecord.web.paths import public

PIECE = 64 * 1024  # bytes that are sent at once
WAITING = 4  # pieces that wait to be sent
SLOWEST = 60  # seconds in which a piece must have been taken
AT_ONCE = 4  # exports that go on at the same time

log = logging.getLogger("onrecord.web")


class Exports:
    """The exports that go on; there may be so many at the same time."""

    def __init__(self, ledger: Ledger, *, at_once: int = AT_ONCE) -> None:
        self._ledger = ledger
        self._turns = threading.BoundedSemaphore(at_once)

    async def begin(self, choice: Choice, *, form: str) -> AsyncIterator[bytes]:
        """The pieces of a form, as they are written; raises `NotInLedger`, and 503 where too many exports go on."""
        if not self._turns.acquire(blocking=False):
            raise HTTPException(
                "Too many exports go on: try again in a minute.",
                status_code=503,
                headers={"retry-after": "60"},
            )
        pipe = _Pipe(asyncio.get_running_loop())
        started = False
        try:
            verdicts: dict[str, str] = {}
            records = _records(self._ledger, choice, verdicts, whole=form == "jsonl")
            first = await asyncio.to_thread(
                next, records, None
            )  # a wrong id is known before anything is sent
            whole = itertools.chain([] if first is None else [first], records)
            threading.Thread(
                target=self._write,
                args=(whole, records, pipe, form, Look(verdict_of=verdicts.get)),
                name="onrecord export",
                daemon=True,
            ).start()
            started = True
        finally:
            if not started:
                self._turns.release()
        return _pieces(pipe)

    def _write(
        self,
        records: Iterator[Record],
        source: Generator[Record, None, None],
        pipe: "_Pipe",
        form: str,
        look: Look,
    ) -> None:
        """The thread. It ends also where nobody ever takes a piece: see `SLOWEST`."""
        try:
            with contextlib.closing(source):  # and with it what it has open of the ledger
                write(records, cast(BinaryIO, pipe), form=form, look=look)
            pipe.finish()
        except BrokenPipeError:
            log.info("an export was broken off by who asked for it")
        except Exception as error:
            log.exception("an export failed")
            pipe.fail(error)
        finally:
            self._turns.release()


async def _pieces(pipe: "_Pipe") -> AsyncIterator[bytes]:
    try:
        while (piece := await pipe.pieces.get()) is not None:
            if isinstance(piece, Exception):
                raise piece
            yield piece
    finally:
        pipe.let_go()


def _records(
    ledger: Ledger, choice: Choice, verdicts: dict[str, str], *, whole: bool
) -> Generator[Record, None, None]:
    """The records to write; the verdicts are those of the one that is being written."""
    with contextlib.closing(chosen(ledger, choice)) as found:
        for one in found:
            verdicts.clear()
            verdicts.update(one.verdicts)
            yield public(one.record if whole else one.narrowed())


class _Pipe(io.RawIOBase):
    """What the thread writes to: it waits while too many pieces wait, and is broken when nobody takes them."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        self.pieces: asyncio.Queue[bytes | Exception | None] = asyncio.Queue(WAITING)
        self._loop = loop
        self._gone = threading.Event()
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self._held += data
        if len(self._held) >= PIECE:
            self._send()
        elif self._gone.is_set():
            raise BrokenPipeError
        return len(data)

    def finish(self) -> None:
        """Nothing more comes."""
        self._send()
        self._put(None)

    def fail(self, error: Exception) -> None:
        """Nothing more comes, and what came is not all."""
        with contextlib.suppress(BrokenPipeError):
            self._put(error)

    def let_go(self) -> None:
        """Nobody takes what is written any more."""
        self._gone.set()
        while not self.pieces.empty():  # whoever waits to put one in is let go
            self.pieces.get_nowait()

    def _send(self) -> None:
        piece = bytes(self._held)
        self._held.clear()
        if piece:
            self._put(piece)

    def _put(self, piece: bytes | Exception | None) -> None:
        if self._gone.is_set() or self._loop.is_closed():
            raise BrokenPipeError
        putting = asyncio.run_coroutine_threadsafe(self.pieces.put(piece), self._loop)
        try:
            putting.result(SLOWEST)
        except TimeoutError as error:
            putting.cancel()
            raise BrokenPipeError from error
