"""How far long work has come: one line on standard error that is written over, and only on a terminal."""

import sys
import time
from types import TracebackType
from typing import TextIO

SECONDS_BETWEEN = 0.1
WIDEST = 60


class Progress:
    """A counter that shows itself only on a terminal: `with Progress(10, "articles") as progress: ...`."""

    def __init__(
        self, total: int | None, things: str, *, shown: bool = True, stream: TextIO | None = None
    ) -> None:
        self.total = total
        self.done = 0
        self._things = things
        self._stream = stream or sys.stderr
        self._shown = shown and self._stream.isatty()
        self._last = 0.0

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def __call__(self, done: int, total: int | None = None) -> None:
        """Say that `done` things are done, of `total` where that is known only now."""
        self.done = done
        self.total = total if total is not None else self.total
        if self._shown and time.monotonic() - self._last >= SECONDS_BETWEEN:
            self._last = time.monotonic()
            self._stream.write(f"\r\x1b[K{self.line()}")
            self._stream.flush()

    def line(self) -> str:
        """The line as it is shown: a bar where the total is known."""
        if not self.total:
            return f"{self.done} {self._things}"
        full = min(self.done, self.total) * 24 // self.total
        return f"{'━' * full}{'╌' * (24 - full)} {self.done}/{self.total} {self._things}"

    def clear(self) -> None:
        """Wipe the line, so that a message or the output can be written."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
