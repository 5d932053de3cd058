"""What people take away of a quotation, and the feeds that they follow."""

import json

import pytest
from litestar.testing import TestClient
from lxml import etree, html
from tests.web.test_pages import ids

from onrecord.web.guard import PICTURE_POLICY

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="session")
def quotation(client: TestClient) -> str:
    """The id of a quotation that was checked."""
    return ids(client, "/api/v1/quotations?q=timetable&kind=direct&verdict=verbatim", "quotation")[0]


def test_a_card_shows_words_speaker_and_verdict(client: TestClient, quotation: str) -> None:
    for dark in ("", "?dark=1"):
        found = client.get(f"/quotations/{quotation}/card.svg{dark}")
        assert found.headers["content-type"].startswith("image/svg+xml")
        assert found.headers["content-security-policy"] == PICTURE_POLICY
        words = "".join(etree.fromstring(found.content).itertext())
        assert "timetable" in words
        assert "Ilyan Dorzhek" in words
        assert "verbatim" in words


def test_a_card_is_a_picture_too(client: TestClient, quotation: str) -> None:
    found = client.get(f"/quotations/{quotation}/card.png")
    assert found.headers["content-type"] == "image/png"
    assert found.content.startswith(b"\x89PNG")


def test_a_quotation_is_cited_in_every_style(client: TestClient, quotation: str) -> None:
    page = html.fromstring(client.get(f"/quotations/{quotation}").content)
    cited = {one.get("id"): one.text for one in page.iterfind(".//pre[@id]")}
    for style in ("cite-plain", "cite-apa", "cite-mla", "cite-chicago", "cite-bibtex", "cite-ris"):
        assert f"/quotations/{quotation}" in cited[style].replace("\\_", "_"), style
    assert json.loads(cited["cite-csl"])


def test_feeds_hold_the_newest_with_the_addresses_of_their_pages(client: TestClient, quotation: str) -> None:
    speaker = ids(client, "/api/v1/speakers?name=dorzhek", "id")[0]
    for path in (
        "/search.atom?q=timetable",
        "/search.atom?what=articles&q=timetable",
        f"/speakers/{speaker}/feed.atom",
        f"/families/{quotation}/feed.atom",
    ):
        found = client.get(path)
        assert found.headers["content-type"].startswith("application/atom+xml")
        feed = etree.fromstring(found.content)
        links = {link.get("rel"): link.get("href") for link in feed.iterfind(f"{ATOM}link")}
        assert links["self"] == f"http://testserver.local{path}"
        assert client.get(links["alternate"]).status_code == 200
        entries = feed.findall(f"{ATOM}entry")
        assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries) > 0
        updated = [entry.findtext(f"{ATOM}updated") for entry in entries]
        assert updated == sorted(updated, reverse=True)
        for entry in entries:
            assert client.get(entry.find(f"{ATOM}link").get("href")).status_code == 200


def test_a_family_has_the_same_printings_in_its_feed_as_on_its_page(
    client: TestClient, quotation: str
) -> None:
    feed = etree.fromstring(client.get(f"/families/{quotation}/feed.atom").content)
    fed = {one.findtext(f"{ATOM}id").partition("quotation:")[2] for one in feed.iterfind(f"{ATOM}entry")}
    members = {one["id"] for one in client.get(f"/api/v1/families/{quotation}").json()["members"]}
    assert fed == members
