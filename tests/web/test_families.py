"""The page of a family: the picture, the table, the apparatus, first print and copies; whole without a script."""

import re

import pytest
from litestar.testing import TestClient
from lxml import html
from lxml.html import HtmlElement

from onrecord.check.documents import document_from_text
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.tracing import Told
from onrecord.trace.lineage import MOST_MEMBERS, lineage
from onrecord.traces import Copy, Lineage, Printing
from onrecord.web.lineages import MOST_COPIES, MOST_DRAWN, MOST_ROWS
from onrecord.web.pages import families

SAID = "We count every cart that waits at the weir, and we do so before the bread is across."


def page_of(client: TestClient, id: str) -> HtmlElement:
    found = client.get(f"/families/{id}")
    assert found.status_code == 200
    return html.fromstring(found.content)


@pytest.fixture(scope="session")
def traced(client: TestClient, filled: Ledger) -> list[tuple[str, Lineage]]:
    """A quotation of each family with several printings, and its lineage."""
    rows = [row for record in filled.records() for row in record.quotations]
    found: dict[str, tuple[str, Lineage]] = {}
    for row in rows:
        if row.marks and row.kind != "indirect":
            told = families.lineage(filled, row.id)
            if len(told.members) > 1:
                found.setdefault(told.family, (row.id, told))
    assert len(found) > 5
    return list(found.values())


def test_each_printing_has_a_line_in_the_picture_and_a_row(
    client: TestClient, traced: list[tuple[str, Lineage]]
) -> None:
    for id, told in traced:
        page = page_of(client, id)
        ids = [str(member.id) for member in told.members]
        rows = page.xpath("//table//tr[@data-m]")
        assert [row.xpath("string(td[3]/a/@href)") for row in rows] == [f"/quotations/{one}" for one in ids]
        lines = page.xpath("//figure//*[name()='a'][@data-m and starts-with(@href, '/quotations/')]")
        assert sorted(line.get("href") for line in lines) == sorted(f"/quotations/{one}" for one in ids)
        for line in lines:
            (row,) = page.xpath(f"//tr[@id='m{line.get('data-m')}']")
            assert row.xpath("string(td[3]/a/@href)") == line.get("href")
            assert line.get("aria-label")


def test_parents_first_print_and_verdicts_are_told_in_words(
    client: TestClient, traced: list[tuple[str, Lineage]]
) -> None:
    parents = firsts = 0
    for id, told in traced:
        page = page_of(client, id)
        names = {member.id: member.outlet for member in told.members}
        for row, member in zip(page.xpath("//table//tr[@data-m]"), told.members, strict=True):
            text = " ".join(row.text_content().split())
            if member.parent is not None:
                parents += 1
                (address,) = row.xpath("td[4]/a[1]/@href")
                assert page.get_element_by_id(address[1:]) is not None
                assert str(names[member.parent]) in text
            elif told.first == (member.id,):
                firsts += 1
                assert "first print" in text
            drift = member.from_parent if member.parent is not None else member.from_source
            badges = [
                " ".join(badge.text_content().split())
                for badge in row.xpath(".//span[contains(@class, 'badge')]")
            ]
            assert len(badges) == (drift is not None)
    assert parents
    assert firsts


def test_the_documents_lead_to_their_pages(client: TestClient, traced: list[tuple[str, Lineage]]) -> None:
    seen = set()
    for id, told in traced:
        addresses = page_of(client, id).xpath("//ul[@class='said-in']//a/@href")
        assert len(addresses) == sum(saying.path is not None for saying in told.said)
        seen |= set(addresses)
    assert seen
    for address in seen:
        assert address.startswith("/documents/")
        assert client.get(address).status_code == 200


def test_changed_words_are_marked_in_the_table(client: TestClient, traced: list[tuple[str, Lineage]]) -> None:
    marked = 0
    for id, told in traced:
        page = page_of(client, id)
        for row, member in zip(page.xpath("//table//tr[@data-m]"), told.members, strict=True):
            drift = member.from_parent if member.parent is not None else member.from_source
            words = row.xpath("td[3]//ins | td[3]//del | td[3]//*[contains(@class, 'own')]")
            assert bool(words) == bool(drift and drift.alterations)
            marked += len(words)
    assert marked


def test_the_apparatus_has_letters_that_are_all_told(
    client: TestClient, traced: list[tuple[str, Lineage]]
) -> None:
    seen = 0
    for id, told in traced:
        page = page_of(client, id)
        places = page.xpath("//ol[@class='apparatus']/li")
        assert len(places) == sum(len(version.apparatus) for version in told.versions)
        letters = set(page.xpath("//dl[@class='sigla-list']//dt/text()"))
        for place in places:
            assert place.xpath(".//span[@class='lemma']")[0].text_content().endswith("]")
            used = " ".join(place.xpath(".//span[@class='sigla']/text()")).split()
            assert used
            assert letters.issuperset(used)
            seen += 1
    assert seen


def test_copies_among_the_articles_are_told(client: TestClient, traced: list[tuple[str, Lineage]]) -> None:
    found = [page_of(client, id).xpath("//section[@aria-labelledby='copies']//a/@href") for id, _ in traced]
    addresses = {address for row in found for address in row}
    assert addresses
    for address in addresses:
        assert client.get(address).status_code == 200


def test_a_quotation_that_stands_alone_has_a_page_too(client: TestClient, filled: Ledger) -> None:
    for record in filled.records():
        for row in record.quotations:
            if row.marks and row.kind != "indirect" and len(families.lineage(filled, row.id).members) == 1:
                page = page_of(client, row.id)
                assert len(page.xpath("//table//tr[@data-m]")) == 1
                return
    pytest.fail("all quotations of the examples have several printings")


def many(count: int, outlets: list[str]) -> Told:
    """So many printings, each in an article of its own, in several forms."""
    words = SAID.split()
    printings = [
        Printing(
            id=f"sha256:{number:064}",
            text=" ".join(words[: 8 + number % 9])
            if number % 3
            else SAID.replace("cart", f"cart{number % 50}"),
            speaker="Tamsin Oake",
            article=f"sha256:{number:063}a",
            outlet=outlets[number % len(outlets)],
            published=f"2024-03-{1 + number % 28:02}",
        )
        for number in range(count)
    ]
    document = document_from_text(SAID, path="/srv/secret/address.txt")
    copies = tuple(
        Copy(a=f"sha256:{number:063}a", b=f"sha256:{number + 1:063}a", shared=0.9, direction="a<b")
        for number in range(0, min(count - 1, 100), 2)
    )
    found = lineage(printings, family="family:1", documents=[document], copies=copies)
    return Told(found, {"/srv/secret/address.txt": "sha256:1"}, copies)


def test_a_very_large_family_is_bounded_and_leads_to_all_of_it(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = many(300, [f"The Daily Outlet of Town {number}" for number in range(120)])
    monkeypatch.setattr(families, "told", lambda *_: told)
    found = client.get("/families/sha256:1")
    assert len(found.content) < 200_000
    assert "secret" not in found.text
    page = html.fromstring(found.content)
    assert len(page.xpath("//table//tr[@data-m]")) == MOST_ROWS
    assert len(page.xpath("//figure//*[name()='a'][starts-with(@href, '/quotations/')]")) == MOST_DRAWN
    assert len(page.xpath("//section[@aria-labelledby='copies']//li")) == MOST_COPIES
    text = " ".join(page.text_content().split())
    assert f"The first {MOST_DRAWN} are drawn." in text
    assert "and 200 later printings" in text
    assert {"/families/sha256:1/lineage.svg", "/api/v1/families/sha256:1"} <= set(
        page.xpath("//main//a/@href")
    )
    for address in page.xpath("//main//a/@href"):
        if address.startswith("#"):
            assert page.get_element_by_id(address[1:]) is not None
    assert MOST_MEMBERS > MOST_ROWS


def test_hostile_names_and_right_to_left_words_are_only_words(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = '"><script>alert(1)</script><b onclick=x>\u202e'
    told = many(9, [hostile, "صحيفة الميناء", "עיתון הנמל"])
    monkeypatch.setattr(families, "told", lambda *_: told)
    found = client.get("/families/sha256:2")
    page = html.fromstring(found.content)
    assert not page.xpath("//script[not(@src)]")
    assert not page.xpath("//*[@onclick]")
    assert not page.xpath("//*[@style]")
    assert not re.search(r"<style", found.text)
    names = {" ".join(cell.text_content().split()) for cell in page.xpath("//table//td[2]")}
    assert any("صحيفة الميناء" in name for name in names)
    isolated = {one.text_content() for one in page.xpath("//td[2]//bdi | //section//bdi")}
    assert {"صحيفة الميناء", "עיתון הנמל"} <= isolated
    assert all(cell.get("dir") == "auto" for cell in page.xpath("//table//td[3]"))
