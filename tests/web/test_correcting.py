"""Saying on a page that the machine is wrong."""

import pytest
from litestar.testing import TestClient
from lxml import html

from onrecord.corrections import corrected
from onrecord.ledger.ledger import Ledger
from onrecord.pipeline import read_text

TEXT = (
    "The quay stays open\n\nBy Ada Quill\n\nThe Courier, 12 March 2031\n\n"
    '"The quay stays open," the harbour master, Mira Osk, said on Monday. "We will see to it."\n\n'
    "The boats wait for nobody, people in Kessary like to say.\n"
)


@pytest.fixture
def article(ledger: Ledger) -> str:
    """The id of an article that is kept."""
    return ledger.keep(read_text(TEXT)).id or ""


def first(client: TestClient) -> str:
    return str(client.get("/api/v1/quotations?all=true&kind=direct").json()["rows"][0]["quotation"])


def record_of(client: TestClient, article: str) -> dict[str, object]:
    return dict(client.get(f"/api/v1/articles/{article}").json())


def send(client: TestClient, path: str, **form: str) -> str:
    """Send a form, and give the address that it leads to."""
    found = client.post(path, data=form, follow_redirects=False)
    assert found.status_code == 303, found.text
    return str(found.headers["location"])


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (
            {"says": "speaker", "speaker": "Ada Quill", "note": "<b>", "by": "desk"},
            "speaker: Ada Quill (person)",
        ),
        ({"says": "speaker", "speaker": "The port", "kind": "group"}, "speaker: The port (group)"),
        ({"says": "unknown"}, "speaker: not known"),
        ({"says": "no_quotation"}, "no quotation"),
        (
            {"says": "extent", "content": "The quay stays open", "cue": "said", "source": ""},
            "extent: content",
        ),
    ],
)
def test_a_correction_stands_beside_the_answer(
    new_client: TestClient, article: str, form: dict[str, str], words: str
) -> None:
    before = record_of(new_client, article)
    id = first(new_client)
    where = send(new_client, f"/quotations/{id}/correct", **form)
    page = html.fromstring(new_client.get(where).content)
    (told,) = page.xpath("//ul[@class='corrections']/li")
    assert words in told.text_content()
    assert form.get("note", "") in told.text_content()
    after = record_of(new_client, article)
    assert len(after.pop("corrections")) == 1  # type: ignore[arg-type]
    assert before.pop("corrections") == []
    assert after == before
    margin = html.fromstring(new_client.get(f"/articles/{article}").content)
    assert words in " ".join(one.text_content() for one in margin.iterfind(".//span[@class='by-hand']"))


def test_what_was_missed_is_there_as_corrected(new_client: TestClient, article: str, ledger: Ledger) -> None:
    where = send(
        new_client,
        f"/articles/{article}/missed",
        content="The boats wait for\r\nnobody".replace("\r\n", " "),
        speaker="people in Kessary",
        kind="unnamed",
        cue="like to say",
    )
    assert where.endswith("?corrected=1")
    shown = new_client.get(where).text
    assert "people in Kessary" in shown
    assert len(corrected(ledger.record(article)).quotations) == len(ledger.record(article).quotations) + 1


def test_a_correction_is_withdrawn(new_client: TestClient, article: str) -> None:
    id = first(new_client)
    send(new_client, f"/quotations/{id}/correct", says="unknown")
    (one,) = new_client.get("/api/v1/corrections").json()
    where = send(new_client, f"/corrections/{one['correction']['id']}/withdraw")
    assert where == f"/quotations/{id}#corrections"
    assert new_client.get("/api/v1/corrections").json() == []
    page = html.fromstring(new_client.get("/corrections?withdrawn=1").content)
    assert "withdrawn" in page.xpath("string(//ol/li)")


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"says": "speaker"},
        {"says": "speaker", "speaker": "A", "kind": "ghost"},
        {"says": "extent", "content": "words that do not stand there"},
        {"says": "extent", "content": "x" * 30_000},
    ],
)
def test_what_cannot_be_is_refused_with_words(
    new_client: TestClient, article: str, form: dict[str, str]
) -> None:
    found = new_client.post(f"/quotations/{first(new_client)}/correct", data=form)
    assert found.status_code == 400
    assert html.fromstring(found.content).xpath("string(//p[@class='lead'])").strip()
    assert new_client.get("/api/v1/corrections").json() == []


def test_the_same_by_json(new_client: TestClient, article: str) -> None:
    id = first(new_client)
    made = new_client.post(f"/api/v1/quotations/{id}/correct", json={"speakers": ["Ada Quill"], "by": "desk"})
    assert made.status_code == 201
    assert [one["says"] for one in made.json()] == ["speaker"]
    added = new_client.post(
        f"/api/v1/articles/{article}/missed", json={"content": "The boats wait for nobody"}
    )
    assert added.status_code == 201
    assert len(new_client.get("/api/v1/corrections").json()) == 2
    gone = new_client.post(f"/api/v1/corrections/{made.json()[0]['id']}/withdraw")
    assert gone.status_code == 200
    refused = new_client.post(f"/api/v1/quotations/{id}/correct", json={"speakers": []})
    assert refused.status_code == 400
    assert "say what is right" in refused.json()["detail"]
