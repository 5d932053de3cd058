"""The pages: each answers, holds what it is for, and has its twin as JSON."""

import re
from typing import Any
from urllib.parse import quote

import msgspec
import pytest
from litestar.testing import TestClient
from lxml import html

from onrecord.ledger.ledger import Ledger
from onrecord.web.guard import POLICY


def ids(client: TestClient, path: str, key: str) -> list[str]:
    """The ids of some rows of a list."""
    found = client.get(path).json()
    return [row[key] for row in (found if isinstance(found, list) else found["rows"])]


def pages_of(client: TestClient) -> list[str]:
    """A page of every kind."""
    articles = ids(client, "/api/v1/articles", "article")
    marked = ids(client, "/api/v1/quotations?q=timetable&kind=direct", "quotation")
    speakers = ids(client, "/api/v1/speakers", "id")
    pair = client.get("/api/v1/copies").json()["rows"][0]
    return [
        "/",
        "/articles",
        *(f"/articles/{id}" for id in articles),
        f"/articles/{articles[0]}?all=1",
        f"/articles/{articles[0]}/check",
        f"/articles/{articles[0]}/versions",
        f"/quotations/{marked[0]}",
        "/speakers",
        "/speakers?name=oake",
        f"/speakers/{speakers[0]}",
        f"/speakers/{speakers[0]}/register",
        "/families",
        "/families?words=keep+a+timetable",
        f"/families/{marked[0]}",
        "/outlets",
        "/outlets/Causeway%20Letter",
        "/copies",
        "/copies?acknowledged=no",
        f"/copies/{pair['first']['article']}/{pair['copy']['article']}",
        "/documents",
        f"/documents/{ids(client, '/api/v1/documents', 'id')[0]}",
        "/search",
        "/search?q=bridge",
        "/search?what=articles&q=bridge",
        "/check",
        "/check?quote=do+not+know+how+to+keep+a+timetable",
        "/add",
        "/sign-in",
    ]


def test_every_page_answers_and_is_whole(client: TestClient) -> None:
    for path in pages_of(client):
        found = client.get(path)
        assert found.status_code == 200, path
        assert found.headers["content-security-policy"] == POLICY
        assert len(found.content) < 200_000, path
        page = html.fromstring(found.content)
        assert len(page.findall(".//h1")) == 1, path
        assert page.findtext(".//title").strip(), path
        seen = [one.get("id") for one in page.iterfind(".//*[@id]")]
        assert len(seen) == len(set(seen)), path
        assert not page.findall(".//style")
        assert not [one for one in page.iterfind(".//script") if one.text]
        assert not page.xpath("//*[@style]"), path


def test_every_link_of_the_pages_leads_somewhere(client: TestClient) -> None:
    seen: set[str] = set()
    for path in pages_of(client):
        for link in html.fromstring(client.get(path).content).iterfind(".//a[@href]"):
            address = link.get("href")
            if address.startswith("/"):
                seen.add(address.partition("#")[0])
    assert len(seen) > 60
    for address in sorted(seen):
        assert client.get(address).status_code == 200, address


def test_every_page_has_its_twin_as_json(client: TestClient) -> None:
    for path in pages_of(client):
        page = html.fromstring(client.get(path).content)
        twin = page.xpath("string(//link[@type='application/json']/@href)")
        if path not in ("/add", "/sign-in", "/check"):  # forms alone
            assert twin.startswith("/api/v1/"), path
            assert client.get(twin).status_code == 200, twin


def test_an_article_shows_each_of_its_statements_with_its_verdict(client: TestClient, filled: Ledger) -> None:
    for record in filled.records():
        page = html.fromstring(client.get(f"/articles/{record.article.id}").content)
        statements = [row for row in record.quotations if row.act == "statement"]
        notes = list(page.xpath("//li[contains(@class, 'note')][@id]"))
        assert len(notes) == len(statements)
        linked = {link.get("href") for link in page.xpath("//a[@class='more-of']")}
        assert linked == {f"/quotations/{row.id}" for row in statements}


def test_a_quotations_page_leads_to_its_place_in_the_article(client: TestClient) -> None:
    for id in ids(client, "/api/v1/quotations?all=true&limit=100", "quotation"):
        page = html.fromstring(client.get(f"/quotations/{id}").content)
        (here,) = page.xpath("//ul[@class='ways']/li[1]/a/@href")
        path, _, anchor = here.partition("#")
        article = html.fromstring(client.get(path).content)
        assert article.get_element_by_id(anchor) is not None


def test_a_search_marks_the_words_and_offers_what_to_narrow_it_by(client: TestClient) -> None:
    page = html.fromstring(client.get("/search?q=timetable").content)
    assert {hit.text_content().lower() for hit in page.iterfind(".//b[@class='hit']")} == {"timetable"}
    (first, *_) = page.xpath("//aside//a/@href")
    narrowed = html.fromstring(client.get(first).content)
    assert narrowed.xpath("//ol[@class='list']/li")


@pytest.mark.parametrize(
    "query", ["from=soon", 'q="', "verdict=lies", "limit=0", "q=" + "x" * 3000, "what=all"]
)
def test_a_search_that_cannot_be_read_says_why(client: TestClient, query: str) -> None:
    found = client.get(f"/search?{query}")
    assert found.status_code == 400
    assert html.fromstring(found.content).xpath("string(//*[@role='alert'])").strip()


@pytest.mark.parametrize(
    "path",
    [
        "/articles/sha256:0",
        "/articles/x/check",
        "/quotations/sha256:0",
        "/speakers/speaker:0",
        "/families/sha256:0",
        "/outlets/Nowhere",
        "/documents/sha256:0",
        "/copies/a/b",
        "/jobs/none",
        "/nothing",
        "/static/000000000000/style.css",
        "/static/000000000000/..%2Fguard.py",
    ],
)
def test_what_is_not_there_is_told_on_a_page(client: TestClient, path: str) -> None:
    found = client.get(path)
    assert found.status_code == 404
    page = html.fromstring(found.content)
    assert page.findtext(".//h1") == "Not Found"
    assert page.xpath("string(//p[@class='lead'])").strip()


def test_an_empty_ledger_greets_a_newcomer(new_client: TestClient) -> None:
    page = html.fromstring(new_client.get("/").content)
    assert page.xpath("//form[@action='/add']//input[@type='file']")
    assert page.xpath("//form[@action='/add/examples']")
    for path in ("/articles", "/speakers", "/families", "/outlets", "/copies", "/documents", "/search"):
        assert new_client.get(path).status_code == 200


def test_no_path_of_the_host_is_told(client: TestClient, filled: Ledger, example: Any) -> None:
    secrets = (str(example), filled.name)
    twins = set()
    for path in pages_of(client):
        text = client.get(path).text
        assert not any(secret in text for secret in secrets), path
        twins |= set(re.findall(r'href="(/api/v1/[^"]+)"', text))
    for twin in [*sorted(twins), "/api/v1/export", "/api/v1/articles/none"]:
        text = client.get(twin.replace("&amp;", "&")).text
        assert not any(secret in text for secret in secrets), twin


def test_the_record_as_json_is_the_ledgers_own_but_for_paths(client: TestClient, filled: Ledger) -> None:
    for record in filled.records():
        found = client.get(f"/api/v1/articles/{quote(record.article.id or '')}").json()
        wanted = msgspec.json.decode(msgspec.json.encode(record))
        wanted["article"]["path"] = (record.article.path or "").rpartition("/")[2]
        assert found == wanted
