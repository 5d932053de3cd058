"""Who may ask for what."""

import pytest
from litestar.testing import TestClient

from onrecord.ledger.ledger import Ledger
from onrecord.web.app import build
from onrecord.web.options import Options

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
