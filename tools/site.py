"""The web app over a ledger of the examples, served for a while: for the tests of pages, their pictures and figures."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import uvicorn

from onrecord.check.documents import read_document
from onrecord.ledger.checking import check_and_keep
from onrecord.ledger.documents import keep_document
from onrecord.ledger.ledger import Ledger
from onrecord.pipeline import read_file
from onrecord.web.app import build
from onrecord.web.options import Options

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
PATIENCE = 30  # seconds for it to start, and to stop
SAID = "do not know how to keep a timetable themselves"  # by the mayor, and printed by most of the examples


def fill(opened: Ledger) -> None:
    """Keep the examples: the documents, then the articles with their checks."""
    with opened.write() as connection:
        for path in sorted((EXAMPLES / "documents").iterdir()):
            keep_document(connection, read_document(str(path)))
    for path in sorted((EXAMPLES / "articles").iterdir()):
        kept = opened.keep(read_file(path))
        if kept.record is not None:
            check_and_keep(opened, kept.record)


@contextlib.contextmanager
def served(ledger: Ledger, options: Options | None = None) -> Iterator[str]:
    """Serve a ledger on a free port of this machine, in a thread, until the block ends; gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(
            build(ledger, options), log_level="warning", access_log=False, server_header=False, ws="none"
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, name="served")
        thread.start()
        try:
            _wait_for(server)
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(PATIENCE)


def _wait_for(server: uvicorn.Server) -> None:
    until = time.monotonic() + PATIENCE
    while not server.started:
        if time.monotonic() > until:
            raise TimeoutError("the web app does not start")
        time.sleep(0.01)


# Every kind of page, in the order in which a reader may come to them.
KINDS = (
    *("home", "search", "search-articles", "articles", "article", "article-check", "versions", "quotation"),
    *("speakers", "speaker", "register", "families", "family", "outlets", "outlet", "copies", "pair"),
    *("documents", "document", "check", "checked", "corrections", "add", "sign-in", "not-found"),
)


def pages_of(address: str) -> dict[str, str]:
    """A page of every kind of a ledger of the examples, by its path."""
    with httpx.Client(base_url=address) as asking:
        said = _first(asking, "/api/v1/quotations", "quotation", q="timetable")
        article = _first(asking, "/api/v1/quotations", "article", q="timetable")
        speaker = _first(asking, "/api/v1/speakers", "id")
        outlet = asking.get("/api/v1/copies").json()["rows"][0]["first"]["outlet"]
        pair = asking.get("/api/v1/copies").json()["rows"][0]
        document = _first(asking, "/api/v1/documents", "id")
    found = {
        "home": "/",
        "search": "/search?q=bridge",
        "search-articles": "/search?what=articles&q=bridge",
        "articles": "/articles",
        "article": f"/articles/{article}",
        "article-check": f"/articles/{article}/check",
        "versions": f"/articles/{article}/versions",
        "quotation": f"/quotations/{said}",
        "speakers": "/speakers",
        "speaker": f"/speakers/{speaker}",
        "register": f"/speakers/{speaker}/register",
        "families": "/families",
        "family": f"/families/{said}",
        "outlets": "/outlets",
        "outlet": f"/outlets/{quote(outlet)}",
        "copies": "/copies",
        "pair": f"/copies/{pair['first']['article']}/{pair['copy']['article']}",
        "documents": "/documents",
        "document": f"/documents/{document}",
        "check": "/check",
        "checked": "/check?quote=" + SAID.replace(" ", "+"),
        "corrections": "/corrections",
        "add": "/add",
        "sign-in": "/sign-in",
        "not-found": "/articles/none",
    }
    return {kind: found[kind] for kind in KINDS}


def _first(asking: httpx.Client, path: str, key: str, **parameters: str) -> str:
    found = asking.get(path, params=parameters).json()
    rows = found if isinstance(found, list) else found["rows"]
    return str(rows[0][key])
