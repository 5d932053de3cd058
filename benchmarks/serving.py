"""The web app over a ledger: how long pages of every kind take and weigh, and how many requests it stands.

    python -m benchmarks.serving LEDGER [--seconds 60] [--rate 200] [--pages-only | --load-only]

LEDGER is one that `python -m benchmarks.ledger` filled (its file, or the address of its schema). The app runs as
`onrecord serve` does, in a process of its own. Pages: of each kind so many different ones, drawn at random, one after
the other, each asked for once; printed are the median, the 95th percentile and the longest time until the last byte,
and the largest page, uncompressed. Load: the searches of benchmarks/ledger.py's mix as requests to /api/v1/quotations,
begun at a steady rate whatever the answers take (an open loop), each on one of so many connections as are free;
printed are the times from when each was due to its last byte, how many failed, and the memory of the server's
process when a tenth and when all of it was done.
"""

import argparse
import asyncio
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import httpx
import numpy as np

from benchmarks.ledger import look, searches
from benchmarks.quotations import make
from onrecord.ledger.search import Search

EACH = 40  # pages of a kind
CONNECTIONS = 64


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serving", description=__doc__)
    parser.add_argument("ledger")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rate", type=int, default=200)
    parser.add_argument("--quotations", type=int, default=100_000, help="how many to draw the searches from")
    parser.add_argument("--pages-only", action="store_true")
    parser.add_argument("--load-only", action="store_true")
    options = parser.parse_args()
    with Server(options.ledger) as server:
        if not options.load_only:
            time_pages(server)
        if not options.pages_only:
            seen = look(make(options.quotations, articles_of=24).printings)
            mix = [address(search) for kind in searches(seen).values() for search in kind]
            asyncio.run(load(server, mix, seconds=options.seconds, rate=options.rate))


class Server:
    """The app in a process of its own."""

    def __init__(self, ledger: str) -> None:
        self.ledger = ledger

    def __enter__(self) -> "Server":
        program = str(Path(sys.executable).parent / "onrecord")
        command = [program, "serve", "--ledger", self.ledger, "--port", "0"]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        line = (self.process.stderr or sys.stdin).readline()
        self.base = line.partition("open ")[2].partition(" ")[0].rstrip("/")
        for _ in range(600):
            try:
                httpx.get(f"{self.base}/", timeout=60)
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait()

    def memory(self) -> float:
        """Megabytes that the server's process holds."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def pages(client: httpx.Client) -> Iterator[tuple[str, list[str]]]:
    """Addresses of pages, by kind."""
    dice = random.Random(5)
    words = ["harbour", "bridge", "council", "the", "and", "people", "money", "night", "school", "water"]

    def rows(path: str) -> list[dict[str, object]]:
        found = client.get(path).raise_for_status().json()
        return list(found["rows"] if isinstance(found, dict) else found)

    quotations = []
    last = ""
    for _ in range(6):
        found = client.get(f"/api/v1/quotations?limit=100&all=true{last}").raise_for_status().json()
        quotations += found["rows"]
        if not found["next"]:
            break
        last = f"&after={found['next']}"
    drawn = dice.sample(quotations, min(EACH * 4, len(quotations)))
    spread = list(dict.fromkeys(row["article"] for row in drawn))
    loud = [row["id"] for row in rows("/api/v1/speakers")]
    quiet = list(dict.fromkeys(id for row in drawn for id in row["speaker_ids"] if id))
    outlets = [row["name"] for row in rows("/api/v1/outlets")]
    marked = [row["quotation"] for row in drawn if row["kind"] != "indirect"]
    most = [row["quotation"] for row in client.get("/api/v1/overview").json()["families"]]
    pairs = [(row["first"]["article"], row["copy"]["article"]) for row in rows("/api/v1/copies")]
    yield "overview", ["/"] * 10
    yield (
        "search, no words",
        [f"/search?{urlencode({'outlet': name})}" for name in dice.sample(outlets, min(EACH, len(outlets)))],
    )
    yield "search, common words", [f"/search?{urlencode({'q': word})}" for word in words]
    yield "search, a speaker", [f"/search?{urlencode({'speaker': id})}" for id in quiet[:EACH]]
    yield "articles", ["/articles", *(f"/articles?after={id}" for id in spread[: EACH // 2])]
    yield "article", [f"/articles/{id}" for id in spread[:EACH]]
    yield "quotation", [f"/quotations/{row['quotation']}" for row in drawn[:EACH]]
    yield "speakers", ["/speakers"] * 5
    yield "speaker, loud", [f"/speakers/{id}" for id in loud[:EACH]]
    yield "speaker, quiet", [f"/speakers/{id}" for id in quiet[:EACH]]
    yield "register, loud", [f"/speakers/{id}/register" for id in loud[:10]]
    yield "family", [f"/families/{id}" for id in marked[:EACH]]
    yield "family, largest", [f"/families/{id}" for id in most]
    yield (
        "families, words",
        [f"/families?{urlencode({'words': row['content'][:60]})}" for row in drawn[:EACH]],
    )
    yield "outlets", ["/outlets"] * 5
    yield (
        "outlet",
        [f"/outlets/{quote(name, safe='')}" for name in dice.sample(outlets, min(EACH, len(outlets)))],
    )
    yield "copies", ["/copies", "/copies?acknowledged=no"]
    yield "pair of copies", [f"/copies/{a}/{b}" for a, b in pairs[:EACH]]
    yield "check of a quote", [f"/check?{urlencode({'quote': row['content'][:200]})}" for row in drawn[:EACH]]
    yield "documents", ["/documents"] * 5


def time_pages(server: Server) -> None:
    """Print how long pages take, by kind, and how large they are."""
    every: list[float] = []
    with httpx.Client(base_url=server.base, timeout=120, headers={"accept-encoding": "identity"}) as client:
        for kind, addresses in pages(client):
            times, sizes = [], []
            for path in addresses:
                start = time.perf_counter()
                found = client.get(path)
                times.append(1_000 * (time.perf_counter() - start))
                sizes.append(len(found.content))
                if found.status_code not in (200, 404):
                    print(f"{path}: {found.status_code}")
            every += times
            if times:
                print(f"  {kind:22s} {told(times)}   up to {max(sizes) / 1_000:,.0f} kB", flush=True)
    print(f"  {'all':22s} {told(every)}")


def address(search: Search) -> str:
    """A search as a request."""
    asked = {"q": search.words, "speaker": search.speaker, "outlet": search.outlet}
    asked |= {"from": search.first, "to": search.last}
    given = [(name, str(value)) for name, value in asked.items() if value]
    return "/api/v1/quotations?" + urlencode([*given, ("all", "true")])


async def load(server: Server, mix: list[str], *, seconds: int, rate: int) -> None:
    """Ask for the mix at a steady rate, and print how it went."""
    dice = random.Random(3)
    host, _, port = server.base.partition("://")[2].partition(":")
    free: asyncio.Queue[Connection] = asyncio.Queue()
    for _ in range(CONNECTIONS):
        free.put_nowait(Connection(host, int(port)))
    times: list[float] = []
    failed = 0
    early = 0.0

    async def ask(path: str, due: float) -> None:
        nonlocal failed
        connection = await free.get()
        try:
            if await connection.get(path) != 200:
                failed += 1
        except (OSError, ValueError, asyncio.IncompleteReadError):
            failed += 1
            connection.writer = None
        finally:
            free.put_nowait(connection)
        times.append(1_000 * (time.perf_counter() - due))

    start = time.perf_counter()
    tasks = []
    for number in range(seconds * rate):
        due = start + number / rate
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        tasks.append(asyncio.create_task(ask(dice.choice(mix), due)))
        if number == seconds * rate // 10:
            early = server.memory()
    await asyncio.gather(*tasks)
    took = time.perf_counter() - start
    print(
        f"{len(times):,} requests in {took:.1f} s: {len(times) / took:.0f} a second, {failed} failed; {told(times)}; "
        f"memory {early:.0f} MB after a tenth, {server.memory():.0f} MB at the end"
    )


class Connection:
    """A connection that is kept open: as little as a client can be, so that it takes no time from the server."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None

    async def get(self, path: str) -> int:
        if self.writer is None or self.reader is None:
            self.reader, self.writer = await asyncio.open_connection(self.host, self.port)
        self.writer.write(f"GET {path} HTTP/1.1\r\nhost: {self.host}:{self.port}\r\n\r\n".encode())
        head = await self.reader.readuntil(b"\r\n\r\n")
        length = next(
            int(line.partition(b":")[2])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        )
        await self.reader.readexactly(length)
        return int(head[9:12])


def told(times: list[float]) -> str:
    return f"p50 {np.percentile(times, 50):7.1f} ms   p95 {np.percentile(times, 95):7.1f} ms   max {max(times):7.1f} ms"


if __name__ == "__main__":
    main()
