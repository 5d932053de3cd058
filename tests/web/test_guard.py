"""Who may ask for what."""

import contextlib
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import unquote

import httpx
import pytest
from litestar import Request
from litestar.exceptions import TooManyRequestsException
from litestar.testing import TestClient

from onrecord.ledger.ledger import Ledger
from onrecord.model import Article, Record, article_id
from onrecord.web.app import AT_ONCE, build
from onrecord.web.guard import BODIES, MOST_CLIENTS, Rate, client_of
from onrecord.web.options import Options
from onrecord.web.workers import Workers

from .served import served

TOKEN = "a token of some length"
FORM = {"name": "x"}


def asking(ledger: Ledger, **options: object) -> TestClient:
    return TestClient(build(ledger, Options(**options)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 400),  # it is let through, and there is nothing to read in it
        ({"sec-fetch-site": "same-origin"}, 400),
        ({"sec-fetch-site": "none"}, 400),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://testserver.local"}, 400),
        ({"origin": "http://elsewhere.test"}, 403),
        ({"origin": "null"}, 403),
    ],
)
def test_what_a_page_of_another_site_sends_is_refused(
    new_client: TestClient, headers: dict[str, str], status: int
) -> None:
    assert new_client.post("/add", data=FORM, headers=headers).status_code == status


def test_only_known_host_names_are_answered(ledger: Ledger) -> None:
    with asking(ledger, names=("localhost", "127.0.0.1", "::1")) as client:
        for host, status in (
            ("localhost", 200),
            ("localhost:8470", 200),
            ("[::1]:8470", 200),
            ("elsewhere.test", 421),
            ("localhost.elsewhere.test", 421),
            ("", 421),
        ):
            assert client.get("/robots.txt", headers={"host": host}).status_code == status


def test_a_token_is_needed_to_write_and_with_private_to_read(ledger: Ledger) -> None:
    with asking(ledger, token=TOKEN) as client:
        assert client.get("/articles").status_code == 200
        assert client.post("/add", data=FORM).status_code == 401
        assert client.post("/add", data=FORM, headers={"authorization": f"Bearer {TOKEN}"}).status_code == 400
        assert client.post("/add", data=FORM, headers={"authorization": "Bearer no"}).status_code == 401
    with asking(ledger, token=TOKEN, private=True) as client:
        assert client.get("/articles").status_code == 401
        assert client.get("/api/v1/articles").status_code == 401
        assert client.get("/api/v1/articles").headers["content-type"].startswith("application/problem+json")
        assert client.get("/sign-in").status_code == 200


def test_signing_in_gives_a_cookie_that_no_script_reads(ledger: Ledger) -> None:
    with asking(ledger, token=TOKEN, private=True) as client:
        wrong = client.post("/sign-in", data={"token": "no"}, follow_redirects=False)
        assert wrong.status_code == 401
        assert "set-cookie" not in wrong.headers
        right = client.post("/sign-in", data={"token": TOKEN}, follow_redirects=False)
        assert right.status_code == 303
        cookie = right.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "samesite=strict" in cookie.lower()
        assert TOKEN not in cookie
        assert client.get("/articles").status_code == 200
        client.post("/sign-in/out", follow_redirects=False)
        assert client.get("/articles").status_code == 401


def test_changes_are_bounded(ledger: Ledger) -> None:
    with asking(ledger, writes=3) as client:
        statuses = [client.post("/add", data=FORM).status_code for _ in range(5)]
        assert statuses == [400, 400, 400, 429, 429]
        assert int(client.post("/add", data=FORM).headers["retry-after"]) > 0
        assert client.get("/articles").status_code == 200


def test_what_is_too_large_is_refused_with_words(ledger: Ledger) -> None:
    with asking(ledger, largest=10_000) as client:
        found = client.post("/add", files={"files": ("a.txt", b"x" * 20_000)})
        assert found.status_code == 413
        assert "too large" in found.text


def test_every_answer_has_the_headers_that_guard_it(client: TestClient) -> None:
    for path in ("/", "/nothing", "/api/v1/overview", "/api/v1/nothing", "/robots.txt"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../articles",
        "/static/..%2farticles",
        "/static/%2e%2e/articles",
        "//articles",
        "/sign-in/../articles",
        "/sign-in/%2e%2e/articles",
        "/articles/",
        "/articles//",
        "/api/v1/../../articles",
        "/%61rticles",
        "/articles?/sign-in",
        "/articles#/static/",
        "/api/v1/",
        "/api/v1/openapi.json",
    ],
)
def test_no_way_to_write_a_path_gets_round_the_token(ledger: Ledger, path: str) -> None:
    with asking(ledger, token=TOKEN, private=True) as client:
        for method in ("GET", "HEAD"):
            assert raw(client, method, path) in (401, 404)


def raw(client: TestClient, method: str, path: str, **headers: str) -> int:
    """The status of an answer to a path that is sent as it is written, decoded once as a server does."""
    plain, _, query = path.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "http",
        "method": method,
        "path": unquote(plain.partition("#")[0]),
        "raw_path": plain.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "client": ("127.0.0.1", 1),
        "server": ("localhost", 80),
        "headers": [
            (b"host", b"localhost"),
            *((name.encode(), value.encode()) for name, value in headers.items()),
        ],
    }
    statuses: list[int] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    client.blocking_portal.call(client.app, scope, receive, send)
    return statuses[0]


@pytest.mark.parametrize(
    "host", ["localhost/static/", "localhost/sign-in?", "localhost#", "x@localhost", "localhost:80/sign-in"]
)
def test_no_host_name_gets_round_the_token(ledger: Ledger, host: str) -> None:
    with asking(ledger, token=TOKEN, private=True, names=("localhost",)) as client:
        assert client.get("/articles", headers={"host": host}).status_code in (400, 401, 421)


@pytest.mark.parametrize(
    "given", [b"\xff\xfe", "é".encode(), b"%ED%A0%80", b'"\\377"', b"=;=", b"\x80" * 4000]
)
def test_odd_bytes_are_no_token(ledger: Ledger, given: bytes) -> None:
    with asking(ledger, token=TOKEN, private=True) as client:
        for headers in (
            {b"authorization": b"Bearer " + given},
            {b"cookie": b"onrecord=" + given},
            {b"authorization": given},
        ):
            assert client.get("/articles", headers=headers).status_code == 401  # type: ignore[arg-type]


def test_a_token_may_have_any_letters(ledger: Ledger) -> None:
    token = "der Schlüssel zur Brücke"
    with asking(ledger, token=token, private=True) as client:
        for sent in (token.encode(), token.encode("latin-1")):
            headers = {b"authorization": b"Bearer " + sent}
            assert client.get("/articles", headers=headers).status_code == 200  # type: ignore[arg-type]
        signed = client.post("/sign-in", data={"token": token}, follow_redirects=False)
        assert signed.status_code == 303
        assert client.get("/articles").status_code == 200


def test_checks_and_exports_are_bounded_too(ledger: Ledger) -> None:
    with asking(ledger, costly=2) as client:
        for path in ("/api/v1/check?quote=a+word", "/api/v1/export", "/check?quote=a+word", "/api/v1/export"):
            last = client.get(path)
        assert last.status_code == 429
        assert int(last.headers["retry-after"]) > 0
        assert "checks and exports" in last.json()["detail"]
        assert client.head("/api/v1/export").status_code == 429
        assert client.get("/articles").status_code == 200
        assert client.post("/add", data=FORM).status_code == 400


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8::1", "2001:db8::ffff:2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("fe80::1%eth0", "fe80::2%eth1", True),
        ("", "", True),
    ],
)
def test_a_client_is_an_address_or_a_network_of_ipv6(one: str, other: str, same: bool) -> None:
    assert (client_of(asked_by(one)) == client_of(asked_by(other))) is same


def asked_by(host: str) -> Request[Any, Any, Any]:
    headers = [(b"x-forwarded-for", b"203.0.113.9"), (b"forwarded", b"for=203.0.113.9")]
    return Request({"type": "http", "headers": headers, "client": (host, 1)})  # type: ignore[typeddict-item]


def test_many_clients_take_little_memory() -> None:
    rate = Rate(2, "changes")
    for number in range(MOST_CLIENTS + 50):
        rate.count(f"client {number}")
    assert len(rate.clients) == MOST_CLIENTS
    rate.count("one")
    rate.count("one")
    for _ in range(100):
        with pytest.raises(TooManyRequestsException):
            rate.count("one")
    assert len(rate.clients["one"]) == 2


def test_a_body_that_comes_too_slowly_is_let_go(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.web.guard.SLOWEST_PIECE", 0.2)
    with served(build(ledger)) as port, socket.create_connection(("127.0.0.1", port)) as asking:
        asking.settimeout(10)
        asking.sendall(
            b"POST /api/v1/read HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            b'Content-Length: 100\r\n\r\n{"text": '
        )
        found = b""
        while piece := asking.recv(65536):
            found += piece
    assert found.startswith(b"HTTP/1.1 408")
    assert b"too slowly" in found


def test_a_form_of_too_many_parts_is_refused(ledger: Ledger) -> None:
    with asking(ledger) as client:
        some = [("files", (f"{number}.txt", b"x")) for number in range(501)]
        assert "More than 500 files" in client.post("/add", files=some).text
        many = [("files", (f"{number}.txt", b"x")) for number in range(1_200)]
        for path in ("/add", "/api/v1/jobs"):
            assert client.post(path, files=many).status_code in (400, 413)


def test_a_head_that_is_too_long_is_refused(ledger: Ledger) -> None:
    with served(build(ledger)) as port:
        address = f"http://127.0.0.1:{port}/robots.txt"
        assert httpx.get(address, params={"x": "x" * 50_000}).status_code == 200
        for request in (
            b"GET /robots.txt?" + b"x" * 2**20 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
            b"GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 2**20 + b"\r\n\r\n",
        ):
            with (
                socket.create_connection(("127.0.0.1", port)) as asking,
                contextlib.suppress(ConnectionError),  # it is let go before all is sent
            ):
                asking.sendall(request)
                assert asking.recv(12) in (b"HTTP/1.1 400", b"")
        assert httpx.get(address).status_code == 200


def test_each_piece_of_an_answer_is_sent_at_once(filled: Ledger) -> None:
    with served(build(filled)) as port, httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
        client.get("/robots.txt")
        times = []
        for _ in range(20):
            begun = time.monotonic()
            client.get("/robots.txt")
            times.append(time.monotonic() - begun)
    assert sorted(times)[10] < 0.03  # the acknowledgement that is waited for else takes 0.04


def test_only_so_much_is_taken_in_at_the_same_time(ledger: Ledger) -> None:
    options = Options(largest=1_000)
    with served(build(ledger, options)) as port, contextlib.ExitStack() as stack:
        head = b"POST /api/v1/read HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        sending = []
        for number in range(BODIES):
            one = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
            length = b"Content-Length: 900" if number % 2 else b"Transfer-Encoding: chunked"
            one.sendall(head + length + b"\r\n\r\n")
            sending.append(one)
        time.sleep(0.2)
        address = f"http://127.0.0.1:{port}/api/v1/read"
        refused = httpx.post(address, json={"text": "x" * 950})
        assert refused.status_code == 503
        assert refused.headers["retry-after"] == "60"
        assert httpx.get(f"http://127.0.0.1:{port}/robots.txt").status_code == 200
        for one in sending:
            one.close()
        time.sleep(0.2)
        assert httpx.post(address, content=b"x" * 950).status_code == 415


def test_texts_that_wait_to_be_read_hold_no_page_up(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()

    def slow(self: Workers, data: bytes, *, path: str | None, plain: bool) -> Record:
        go_on.wait(20)
        return Record(article=Article(id=article_id(data)))

    monkeypatch.setattr(Workers, "read", slow)
    with served(build(ledger)) as port, ThreadPoolExecutor(2 * AT_ONCE) as threads:
        address = f"http://127.0.0.1:{port}"
        waiting = [
            threads.submit(httpx.post, f"{address}/api/v1/read", json={"text": "a"}, timeout=30)
            for _ in range(2 * AT_ONCE)
        ]
        time.sleep(0.3)
        assert httpx.get(f"{address}/api/v1/articles", timeout=10).status_code == 200
        go_on.set()
        assert [one.result().status_code for one in waiting] == [200] * len(waiting)
