"""Giving the app something to read, by the forms of its pages."""

import time
from pathlib import Path

import pytest
from litestar.testing import TestClient
from lxml import html

from onrecord.ledger.ledger import Ledger
from onrecord.web import greeting
from onrecord.web.app import build
from onrecord.web.options import Options

PATIENCE = 60


def done(client: TestClient, job: str) -> html.HtmlElement:
    """The page of some reading when it is done; until then it says that it looks again by itself."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = client.get(job)
        assert found.status_code == 200
        if "refresh" not in found.headers:
            return html.fromstring(found.content)
        time.sleep(0.2)
    raise TimeoutError(job)


def send(client: TestClient, **form: object) -> str:
    """Send the form, and give the address that it leads to."""
    files = form.pop("files", None)
    found = client.post("/add", data=form, files=files, follow_redirects=False)
    assert found.status_code == 303, found.text
    return str(found.headers["location"])


def test_files_and_a_pasted_text_are_read_and_kept(
    new_client: TestClient, ledger: Ledger, example: Path
) -> None:
    wire = (example / "articles" / "wire.txt").read_bytes()
    address = (example / "documents" / "address.txt").read_bytes()
    document = done(
        new_client, send(new_client, files=[("files", ("address.txt", address))], **{"as": "documents"})
    )
    assert document.findtext(".//h1/bdi") == "address.txt"  # one input alone leads to its own page
    page = done(
        new_client,
        send(
            new_client,
            files=[("files", ("../../etc/wire.txt", wire)), ("files", ("bad.txt", b"\x89PNG\r\n"))],
            text='The quay\n\n"It is open," Mira Osk said.',
            name="note",
        ),
    )
    assert [one.text_content() for one in page.xpath("//ol/li/h2")] == ["wire.txt", "bad.txt", "note"]
    assert "picture" in page.xpath("string(//ol/li[2])")
    assert {record.article.path for record in ledger.records()} == {"wire.txt", "note"}
    (link, _) = page.xpath("//ol/li//a/@href")
    article = html.fromstring(new_client.get(link).content)
    assert article.xpath("//a[contains(@class, 'badge')]")
    assert new_client.get("/documents").text.count("address.txt") >= 1


def test_the_examples_that_ship_are_read(new_client: TestClient, ledger: Ledger, example: Path) -> None:
    found = new_client.post("/add/examples", follow_redirects=False)
    page = done(new_client, found.headers["location"])
    assert len(page.xpath("//ol/li")) == len(greeting.NAMES)
    assert len(list(ledger.records())) == len(greeting.NAMES)
    for upload in (*greeting.articles(), *greeting.documents()):
        (same,) = example.glob(f"*/{upload.name}")
        assert upload.data == same.read_bytes()


@pytest.mark.parametrize("form", [{}, {"text": " \n"}, {"as": "documents"}])
def test_nothing_to_read_is_refused(new_client: TestClient, form: dict[str, str]) -> None:
    found = new_client.post("/add", data={"x": "y", **form})
    assert found.status_code == 400
    assert "nothing to read" in found.text


def test_more_than_can_wait_is_refused(ledger: Ledger) -> None:
    with TestClient(build(ledger, Options(largest=2_000_000))) as client:
        found = client.post("/add", files=[("files", ("a.txt", b"x" * 3_000_000))])
        assert found.status_code == 413
