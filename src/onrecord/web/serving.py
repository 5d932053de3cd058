"""Running the web app until it is stopped."""

import contextlib
import gc
import logging
import socket
from collections.abc import Callable

import uvicorn

from onrecord.ledger.ledger import Ledger
from onrecord.web.app import build
from onrecord.web.options import Options

BACKLOG = 256  # connections that wait to be taken
COLLECTIONS = (20_000, 20, 50)  # see gc.set_threshold; an answer makes some ten thousand objects
PATIENCE = 5  # seconds for what is under way when it is stopped


def run(
    ledger: Ledger, options: Options, *, host: str, port: int, started: Callable[[str, int], None]
) -> None:
    """Serve a ledger until interrupted; `started` is told the address and the port. Raises `OSError`."""
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With its protocol named, asyncio sends at once what is written (TCP_NODELAY): an answer is 40 ms sooner.
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(BACKLOG)
        started(host, listening.getsockname()[1])
        rest_the_collector()
        config = uvicorn.Config(
            build(ledger, options),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=PATIENCE,
        )
        with contextlib.suppress(KeyboardInterrupt):  # how it is stopped; by then all is closed
            uvicorn.Server(config).run(sockets=[listening])


def rest_the_collector() -> None:
    """Let the garbage collector pass over what stays: the modules, and answers while they are made.

    Else a full collection every few requests holds one of them up for a tenth of a second.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTIONS)
