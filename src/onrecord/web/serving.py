"""Running the web app until it is stopped."""

import contextlib
import gc
import logging
import socket
from collections.abc import Callable

import uvicorn
from litestar import Litestar

from onrecord.ledger.ledger import Ledger
from onrecord.web.app import build
from onrecord.web.options import Options

COLLECTIONS = (20_000, 20, 50)  # see gc.set_threshold; an answer makes some ten thousand objects
BACKLOG = 256  # connections that wait to be taken
LONGEST_HEAD = 64 * 1024  # bytes of a request before its body: an address holds a quote of 5,000 characters
MOST_CONNECTIONS = 500  # at the same time; more are told to come back
PATIENCE = 5  # seconds for what is under way when it is stopped


def run(
    ledger: Ledger, options: Options, *, host: str, port: int, started: Callable[[str, int], None]
) -> None:
    """Serve a ledger until interrupted; `started` is told the address and the port. Raises `OSError`."""
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    with listen(host, port) as listening:
        started(host, listening.getsockname()[1])
        rest_the_collector()
        with contextlib.suppress(KeyboardInterrupt):  # how it is stopped; by then all is closed
            uvicorn.Server(configuration(build(ledger, options))).run(sockets=[listening])


def listen(host: str, port: int) -> socket.socket:
    """A socket that connections come to.

    It says that it speaks TCP: without that, asyncio does not send each piece of an answer at once, and every second
    request on a connection waits 40 milliseconds for the client's acknowledgement.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except OSError:
        listening.close()
        raise
    return listening


def configuration(app: Litestar) -> uvicorn.Config:
    """How the app is served: no header of a proxy is believed, and everything has a bound."""
    return uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        http="h11",  # the other one, where it is installed, has other bounds
        ws="none",
        h11_max_incomplete_event_size=LONGEST_HEAD,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_graceful_shutdown=PATIENCE,
    )


def rest_the_collector() -> None:
    """Let the garbage collector pass over what stays: the modules, and answers while they are made.

    Else a full collection every few requests holds one of them up for a tenth of a second.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTIONS)
