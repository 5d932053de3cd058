"""Exports: whole where they end well, broken off where they do not, and nothing left behind by who goes away."""

import contextlib
import gzip
import io
import itertools
import socket
import threading
import time
from collections.abc import Callable, Generator, Iterator
from typing import Any

import httpx
import pytest
from litestar.testing import TestClient
from tests.ledger.children import made_records

from onrecord.errors import BadLedger
from onrecord.formats import Look, write
from onrecord.ledger.choosing import Choice, Chosen, chosen
from onrecord.ledger.ledger import Ledger
from onrecord.web import exporting
from onrecord.web.api.bulk import FORMS
from onrecord.web.app import build
from onrecord.web.paths import public

from .served import served

LONG = [Chosen(record, record.quotations, {}) for record in made_records(200)]


def until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < end, "never so"
        time.sleep(0.01)


def writers() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name == "onrecord export"]


def pool(ledger: Ledger) -> Any:
    return ledger.database.engine.pool


@pytest.fixture
def port(ledger: Ledger) -> Iterator[int]:
    """The app over an empty ledger, on a port."""
    with served(build(ledger)) as port:
        yield port
        until(lambda: not writers())


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Make the ledger's articles have no end, read on one connection; counts those that were read."""
    count = [0]

    def never_ending(ledger: Ledger, choice: Choice) -> Generator[Chosen, None, None]:
        with ledger.read():
            for one in itertools.cycle(LONG):
                count[0] += 1
                yield one

    monkeypatch.setattr(exporting, "chosen", never_ending)
    return count


@contextlib.contextmanager
def begun(port: int) -> Iterator[socket.socket]:
    """A connection on which an export has begun, of which the first piece was read."""
    with socket.create_connection(("127.0.0.1", port)) as asking:
        asking.sendall(b"GET /api/v1/export HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert asking.recv(12) == b"HTTP/1.1 200"
        yield asking


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_what_the_command_line_writes(client: TestClient, filled: Ledger, form: str) -> None:
    found = client.get(f"/api/v1/export?format={form}")
    verdicts: dict[str, str] = {}
    records = []
    for one in chosen(filled, Choice()):
        verdicts |= one.verdicts
        records.append(public(one.record))
    out = io.BytesIO()
    write(records, out, form=form, look=Look(verdict_of=verdicts.get))
    assert found.content == out.getvalue()
    kind, ending = FORMS[form]  # type: ignore[index]
    assert found.headers["content-type"].removesuffix("; charset=utf-8") == kind
    assert found.headers["content-disposition"].endswith(f'.{ending}"')


@pytest.mark.parametrize(
    ("query", "choice"),
    [
        ("speaker=Oake", {"speaker": "Oake"}),
        ("outlet=causeway+letter", {"outlet": "causeway letter"}),
        ("verdict=spliced&verdict=edited", {"verdicts": ("spliced", "edited")}),
    ],
)
def test_a_choice_is_that_of_the_command_line(
    client: TestClient, filled: Ledger, query: str, choice: dict[str, Any]
) -> None:
    wanted = [one.record.article.id for one in chosen(filled, Choice(**choice))]
    lines = client.get(f"/api/v1/export?{query}").text.splitlines()
    assert 0 < len(lines) == len(wanted) < len(list(filled.records()))
    assert all(id in line for id, line in zip(wanted, lines, strict=True) if id)
    rows = client.get(f"/api/v1/export?{query}&format=csv").text.splitlines()
    assert len(rows) > 1


def test_what_is_not_there_is_told_before_anything_is_sent(client: TestClient) -> None:
    assert client.get("/api/v1/export?id=sha256:none").status_code == 404
    assert client.get("/api/v1/export?format=parquet").status_code == 400


def test_an_empty_ledger_is_an_empty_export(new_client: TestClient) -> None:
    assert new_client.get("/api/v1/export").content == b""
    assert len(new_client.get("/api/v1/export?format=csv").text.splitlines()) == 1


def test_an_export_is_packed_for_who_takes_it(client: TestClient) -> None:
    plain = client.get("/api/v1/export", headers={"accept-encoding": "identity"})
    with client.stream("GET", "/api/v1/export", headers={"accept-encoding": "gzip"}) as packed:
        data = b"".join(packed.iter_raw())
    assert packed.headers["content-encoding"] == "gzip"
    assert len(data) < len(plain.content) / 3
    assert gzip.decompress(data) == plain.content


def test_who_goes_away_ends_the_work_and_gives_the_connection_back(
    port: int, ledger: Ledger, endless: list[int]
) -> None:
    with begun(port) as asking:
        asking.recv(200_000)
        assert len(writers()) == 1
        assert pool(ledger).checkedout() >= 1
    until(lambda: not writers())
    until(lambda: pool(ledger).checkedout() == 0)


def test_who_reads_slowly_makes_the_writer_wait_and_in_the_end_stop(
    port: int, ledger: Ledger, endless: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "SLOWEST", 1)
    with begun(port):
        until(lambda: not writers())
        assert endless[0] < 200_000  # what the buffers of the connection hold
        until(lambda: pool(ledger).checkedout() == 0)


@pytest.mark.parametrize("packing", ["identity", "gzip"])
def test_a_failure_in_the_middle_breaks_the_answer_off(
    port: int, monkeypatch: pytest.MonkeyPatch, packing: str
) -> None:
    def failing(ledger: Ledger, choice: Choice) -> Generator[Chosen, None, None]:
        yield from LONG
        raise BadLedger("the disk is gone")

    monkeypatch.setattr(exporting, "chosen", failing)
    address, headers = f"http://127.0.0.1:{port}/api/v1/export", {"accept-encoding": packing}
    with httpx.stream("GET", address, headers=headers) as answer:
        assert answer.status_code == 200
        with pytest.raises(httpx.RemoteProtocolError, match="incomplete chunked read"):
            answer.read()


def test_only_some_exports_go_on_at_the_same_time(port: int, endless: list[int]) -> None:
    address = f"http://127.0.0.1:{port}/api/v1/export"
    with contextlib.ExitStack() as stack:
        for _ in range(exporting.AT_ONCE):
            stack.enter_context(begun(port))
        refused = httpx.get(address)
        assert refused.status_code == 503
        assert refused.headers["retry-after"] == "60"
        assert refused.headers["content-type"] == "application/problem+json"
    until(lambda: not writers())
    with begun(port):
        pass
