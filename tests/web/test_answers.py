"""How answers go out: ETags, answers to those who have it already, HEAD, packing, and pages of lists."""

import gzip
import re

import pytest
from litestar.testing import TestClient

from onrecord.web.answers import etag, matches, takes_gzip

from .test_pages import pages_of

GZIP = {"accept-encoding": "gzip"}
PLAIN = {"accept-encoding": "identity"}
TWINS = ("/api/v1/overview", "/api/v1/articles", "/api/v1/quotations?q=bridge", "/api/v1/openapi.json")


def test_every_page_and_twin_has_an_etag_and_is_sent_once(client: TestClient) -> None:
    for path in [*pages_of(client), *TWINS, "/robots.txt"]:
        first = client.get(path)
        tag = first.headers["etag"]
        assert re.fullmatch(r'W/"[0-9a-f]{32}"', tag), path
        again = client.get(path, headers={"if-none-match": tag})
        assert (again.status_code, again.content) == (304, b""), path
        assert again.headers["etag"] == tag
        assert again.headers["cache-control"] == first.headers["cache-control"]
        assert again.headers["vary"] == "Accept-Encoding"
        assert "content-length" not in again.headers
        assert client.get(path, headers={"if-none-match": 'W/"other"'}).status_code == 200


def test_packed_and_unpacked_are_the_same_answer(client: TestClient) -> None:
    for path in ("/articles", "/api/v1/articles"):
        with client.stream("GET", path, headers=GZIP) as packed:
            data = b"".join(packed.iter_raw())
        plain = client.get(path, headers=PLAIN)
        assert packed.headers["content-encoding"] == "gzip"
        assert int(packed.headers["content-length"]) == len(data) < len(plain.content)
        assert "content-encoding" not in plain.headers
        assert gzip.decompress(data) == plain.content
        assert packed.headers["etag"] == plain.headers["etag"] == etag(plain.content)
        assert packed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
        both = {**GZIP, "if-none-match": plain.headers["etag"]}
        assert client.get(path, headers=both).status_code == 304


def test_what_went_wrong_has_no_etag(client: TestClient) -> None:
    for path in ("/articles/none", "/api/v1/articles/none", "/nothing"):
        found = client.get(path, headers={"if-none-match": "*"})
        assert found.status_code == 404
        assert "etag" not in found.headers
    sent = client.post("/api/v1/read", json={"text": "x" * 5000}, headers={"if-none-match": "*"})
    assert sent.status_code == 200
    assert "etag" not in sent.headers


@pytest.mark.parametrize("path", ["/", "/articles", "/api/v1/articles", "/api/v1/articles/none", "/nothing"])
def test_head_is_get_without_the_body(client: TestClient, path: str) -> None:
    for headers in (GZIP, PLAIN):
        head, whole = client.head(path, headers=headers), client.get(path, headers=headers)
        assert head.content == b""
        assert head.status_code == whole.status_code
        assert dict(head.headers) == dict(whole.headers)


def test_head_of_a_stream_ends_at_once(client: TestClient) -> None:
    found = client.head("/api/v1/export")
    assert (found.status_code, found.content) == (200, b"")
    assert found.headers["content-type"] == "application/x-ndjson"
    assert "etag" not in found.headers


@pytest.mark.parametrize(
    ("known", "found"),
    [
        ('W/"a"', True),
        ('"a"', True),
        ('"b", W/"a"', True),
        ("*", True),
        ('"b"', False),
        ("a", False),
        ("", False),
    ],
)
def test_etags_are_compared_weakly(known: str, found: bool) -> None:
    assert matches(known, 'W/"a"') is found


@pytest.mark.parametrize(
    ("accepted", "taken"),
    [
        ("", False),
        ("gzip", True),
        ("GZIP, br", True),
        ("br;q=1.0, gzip;q=0.8", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000", False),
        ("*", True),
        ("*;q=0", False),
        ("gzip;q=0, *", False),
        ("identity", False),
        ("x-gzipped", False),
    ],
)
def test_gzip_is_sent_to_who_takes_it(accepted: str, taken: bool) -> None:
    assert takes_gzip(accepted) is taken


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/quotations?q=bridge&kind=direct&kind=mixed&limit=3",
        "/api/v1/articles?limit=3",
        "/api/v1/documents?limit=1",
    ],
)
def test_the_link_to_the_next_page_leads_through_the_whole_list(client: TestClient, path: str) -> None:
    rows, pages, address = [], 0, path
    while True:
        found = client.get(address)
        rows += found.json()["rows"]
        pages += 1
        if "link" not in found.headers:
            assert found.json()["next"] is None
            break
        query = re.fullmatch(r'<(\?[^>]+)>; rel="next"', found.headers["link"])
        assert query is not None
        address = path.partition("?")[0] + query.group(1)
    assert pages > 1
    assert rows == client.get(re.sub(r"limit=\d+", "limit=100", path)).json()["rows"]
