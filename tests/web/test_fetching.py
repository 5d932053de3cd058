"""Web addresses that people give: fetched where it is allowed, kept as they came, and never else."""

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from tests.read.test_fetch import is_here_or_public
from tests.read.web_server import Server, page, redirect, running

from onrecord.ledger.documents import read_documents
from onrecord.ledger.ledger import Ledger
from onrecord.read import fetch as fetching
from onrecord.read.fetch import Fetched, Limits
from onrecord.web.app import build
from onrecord.web.jobs import MOST_WAITING
from onrecord.web.options import Options
from onrecord.web.uploads import MOST_ADDRESSES

TEXT = (
    "“The quay is closed until Monday,” said Ada Quill, the harbour clerk, on the steps of the old exchange."
)
STORY = (
    "<html><head><title>Quay closed</title></head>"
    f"<body><article><h1>Quay closed</h1><p>{TEXT}</p></article></body></html>"
)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server on this machine, from which fetching is let fetch."""
    with running() as server:

        def fetch(url: str) -> Fetched:
            limits = Limits(ports=(80, 443, server.port), seconds=5)
            return fetching._fetch(url, limits=limits, allowed=is_here_or_public)

        monkeypatch.setattr(fetching, "fetch", fetch)
        yield server


@pytest.fixture
def asking(ledger: Ledger, tmp_path: Path) -> Iterator[TestClient]:
    """The app, which fetches, and keeps what it fetched."""
    (tmp_path / "kept").mkdir()
    with TestClient(build(ledger, Options(fetch=True, keep=str(tmp_path / "kept")))) as client:
        yield client


def results(client: TestClient, job: str) -> list[dict[str, Any]]:
    end = time.monotonic() + 60
    while (found := client.get(f"/api/v1/jobs/{job}").json())["state"] != "done":
        assert time.monotonic() < end, found
        time.sleep(0.02)
    return found["results"]


def add(client: TestClient, *addresses: str, documents: bool = False) -> list[dict[str, Any]]:
    sent = client.post("/api/v1/addresses", json={"addresses": addresses, "documents": documents})
    assert sent.status_code == 202, sent.text
    return results(client, sent.json()["job"])


def test_an_address_is_fetched_read_and_kept(
    asking: TestClient, server: Server, ledger: Ledger, tmp_path: Path
) -> None:
    server.answers["/quay"] = redirect("/news/quay")
    server.answers["/news/quay"] = page(STORY.encode("cp1252"), kind="text/html; charset=windows-1252")
    (found,) = add(asking, server.url("/quay"))
    assert (found["state"], found["quotations"], found["reason"]) == ("new", 1, None)
    assert found["name"] == server.url("/quay")
    article = asking.get(f"/api/v1/articles/{found['id']}").json()["article"]
    assert article["url"] == server.url("/news/quay")
    assert article["retrieved"]["precision"] == "minute"
    assert TEXT in article["text"]
    (kept,) = (tmp_path / "kept").iterdir()
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == kept.stem == found["id"].partition(":")[2]
    (again,) = add(asking, server.url("/quay"))
    assert (again["state"], again["id"]) == ("known", found["id"])
    server.answers["/news/quay"] = page(STORY.replace("Monday", "Friday").encode())
    (changed,) = add(asking, server.url("/news/quay"))
    assert (changed["state"], changed["older"]) == ("version", found["id"])


def test_the_form_takes_an_address(asking: TestClient, server: Server) -> None:
    server.answers["/quay"] = page(STORY.encode())
    assert 'name="address"' in asking.get("/add").text
    sent = asking.post("/add", data={"address": f" {server.url('/quay')} "}, follow_redirects=False)
    assert sent.status_code == 303
    (found,) = results(asking, sent.headers["location"].rpartition("/")[2])
    assert found["state"] == "new"
    assert asking.post("/add", data={"address": "https://site.example/" + "x" * 2000}).status_code == 400


def test_an_address_may_be_that_of_a_document(asking: TestClient, server: Server, ledger: Ledger) -> None:
    server.answers["/speech"] = page(TEXT.encode(), kind="text/plain")
    (found,) = add(asking, server.url("/speech"), documents=True)
    assert found["state"] == "new"
    with ledger.read() as connection:
        (document,) = read_documents(connection)
    assert document.note.url == server.url("/speech")
    assert document.note.retrieved is not None
    assert document.text == TEXT


def test_what_cannot_be_fetched_says_why_and_others_go_on(
    asking: TestClient, server: Server, ledger: Ledger
) -> None:
    server.answers["/quay"] = page(STORY.encode())
    wrong = [
        "ftp://site.example/",
        "no address",
        "http://10.0.0.1/",
        "http://user:secret@site.example/",
        server.url("/gone"),
    ]
    *failed, found = add(asking, *wrong, server.url("/quay"))
    assert [one["state"] for one in failed] == ["failed"] * len(wrong)
    assert all(one["reason"] for one in failed)
    assert found["state"] == "new"
    assert [failure.stage for _, failure in ledger.failures()] == ["fetch"] * len(wrong)
    server.answers["/gone"] = page(STORY.replace("quay", "pier").encode())
    assert add(asking, server.url("/gone"))[0]["state"] == "new"
    assert len(ledger.failures()) == len(wrong) - 1


def test_nothing_is_fetched_unless_it_was_said(ledger: Ledger, server: Server) -> None:
    with TestClient(build(ledger, Options())) as client:
        assert 'name="address"' not in client.get("/add").text
        for sent in (
            client.post("/api/v1/addresses", json={"addresses": [server.url("/quay")]}),
            client.post("/add", data={"address": server.url("/quay")}),
        ):
            assert sent.status_code == 403
            assert "--fetch" in sent.text
    assert server.asked == []


@pytest.mark.parametrize(
    "addresses",
    [[], ["http://site.example/"] * (MOST_ADDRESSES + 1), [""], ["http://x.example/" + "x" * 2000]],
)
def test_only_so_much_is_fetched_at_once(asking: TestClient, addresses: list[str]) -> None:
    assert asking.post("/api/v1/addresses", json={"addresses": addresses}).status_code == 400


def test_only_so_many_addresses_wait(asking: TestClient, server: Server) -> None:
    server.answers["/slow"] = lambda connection: time.sleep(3)
    statuses = [
        asking.post(
            "/api/v1/addresses", json={"addresses": [server.url("/slow")] * MOST_ADDRESSES}
        ).status_code
        for _ in range(MOST_WAITING // MOST_ADDRESSES + 2)
    ]
    assert statuses[:2] == [202, 202]
    assert statuses[-1] == 413


def test_where_it_cannot_be_kept_it_is_not_read(
    asking: TestClient, server: Server, ledger: Ledger, tmp_path: Path
) -> None:
    server.answers["/quay"] = page(STORY.encode())
    (tmp_path / "kept").rmdir()
    (found,) = add(asking, server.url("/quay"))
    assert found["state"] == "failed"
    assert "cannot be kept" in found["reason"]
    assert str(tmp_path) not in found["reason"]
    assert not list(ledger.records())
