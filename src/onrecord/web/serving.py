"""Running the web app until it is stopped."""

import logging
import socket
from collections.abc import Callable

import uvicorn

from onrecord.ledger.ledger import Ledger
from onrecord.web.app import build
from onrecord.web.options import Options

BACKLOG = 256  # connections that wait to be taken
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
        config = uvicorn.Config(
            build(ledger, options),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=PATIENCE,
        )
        uvicorn.Server(config).run(sockets=[listening])
