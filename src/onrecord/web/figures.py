"""The overview's figures: they take a second or two of a large ledger, so they are counted beside the requests."""

import logging
import threading
import time

import msgspec

from onrecord.errors import OnrecordError
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.state import state_of
from onrecord.ledger.stats import Stats, stats_of
from onrecord.ledger.tracing import Traceable, most_traced

AGE = 30  # seconds after which it is asked whether the ledger has changed
MOST_TRACED = 10
log = logging.getLogger("onrecord.web")


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """What a ledger holds, in figures, and its families with most printings."""

    stats: Stats
    families: tuple[Traceable, ...]


class Figures:
    """The overview as it was last counted. It is counted anew beside the requests when the ledger has changed."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = threading.Lock()
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None
        self._found: Overview | None = None
        self._state = -1
        self._asked = 0.0

    def get(self) -> Overview:
        """The newest figures that are there; the first time they are counted while the caller waits.

        So are those of a ledger that was empty: that takes no time, and what was added first is wanted at once.
        """
        found = self._found
        if found is None or not (found.stats.articles or found.stats.documents):
            found = self._count()
        if time.monotonic() - self._asked > AGE:
            self.refresh_soon()
        return found

    def refresh_soon(self) -> None:
        """Count anew in the background, if the ledger has changed."""
        self._asked = time.monotonic()
        with self._starting:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._refresh, name="onrecord-figures", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """Wait until nothing is counted any more."""
        with self._starting:
            if self._thread is not None:
                self._thread.join()

    def _refresh(self) -> None:
        try:
            self._count()
        except OnrecordError:
            log.warning("the overview could not be counted", exc_info=True)

    def _count(self) -> Overview:
        with self._lock, self._ledger.read() as connection:
            state = state_of(connection)
            if self._found is None or state != self._state:
                self._found = Overview(
                    stats=stats_of(connection), families=most_traced(connection, MOST_TRACED)
                )
                self._state = state
            self._asked = time.monotonic()
            return self._found
