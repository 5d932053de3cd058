"""The app on a port of this machine, as `onrecord serve` runs it: for what only a real connection shows."""

import contextlib
import threading
import time
from collections.abc import Iterator

import uvicorn
from litestar import Litestar

from onrecord.web.serving import configuration, listen


@contextlib.contextmanager
def served(app: Litestar) -> Iterator[int]:
    """The port, until the end of the `with` statement."""
    with listen("127.0.0.1", 0) as listening:
        server = uvicorn.Server(configuration(app))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        end = time.monotonic() + 30
        while not server.started and time.monotonic() < end:
            time.sleep(0.01)
        try:
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join()
