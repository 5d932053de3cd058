"""The REST API is what its OpenAPI says: asked for everything that it allows, and for much that it does not."""

import inspect
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR
from tests.conftest import ROOT

from onrecord.ledger.documents import read_documents
from onrecord.ledger.ledger import Ledger
from onrecord.web.api.openapi import PLACE
from onrecord.web.app import build
from onrecord.web.options import Options

from .served import served

TOKEN = "a token of some length"
# For a longer run: ONRECORD_EXAMPLES=500.
EXAMPLES = os.environ.get("ONRECORD_EXAMPLES", "4")
# What no schema says: words to look for have letters or digits, an id of a list is one of the ledger's, and a
# correction says something, in words that stand in the article.
SETTINGS = """
[[operations]]
include-operation-id = [
  "search_quotations", "count_quotations", "search_articles", "export", "check_quote", "find_families",
  "list_speaker_quotations", "correct_quotation", "add_missed_quotation",
]
checks.positive_data_acceptance.expected-statuses = ["2xx", "400", "401", "403", "404", "409", "429"]
"""
NAMED = """
[[operations]]
include-path-regex = '^/api/v1/{kind}/'
parameters = {{ {parameters} }}
"""


def real_ids(ledger: Ledger) -> str:
    """Settings with ids that are in the ledger, so that the answers that find something are looked at too."""
    record = next(ledger.records())
    quotation = next(row for row in record.quotations if row.marks and row.speakers)
    speaker = next(one.id for row in record.quotations for one in row.speakers if one.id)
    with ledger.read() as connection:
        document = next(read_documents(connection)).note.digest
    chosen = {
        "articles": f'"path.id" = "{record.article.id}"',
        "quotations": f'"path.id" = "{quotation.id}"',
        "families": f'"path.quotation" = "{quotation.id}"',
        "speakers": f'"path.id" = "{speaker}"',
        "documents": f'"path.id" = "{document}"',
        "outlets": f'"path.name" = "{record.article.outlet}"',
    }
    return "".join(NAMED.format(kind=kind, parameters=parameters) for kind, parameters in chosen.items())


@pytest.mark.parametrize("ids", ["any", "real"])
@pytest.mark.timeout(3600 if EXAMPLES != "4" else 240)
def test_nothing_is_found_that_its_openapi_does_not_say(mine: Ledger, ids: str, tmp_path: Path) -> None:
    settings = tmp_path / "schemathesis.toml"
    settings.write_text(SETTINGS + (real_ids(mine) if ids == "real" else ""), "utf-8")
    only = ["--include-path-regex", r"/\{", "--mode", "positive"] if ids == "real" else []
    app = build(mine, Options(token=TOKEN, writes=10**9, costly=10**9))
    with served(app) as port:
        done = subprocess.run(
            [
                *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(settings), "run"),
                f"http://127.0.0.1:{port}/api/v1/openapi.json",
                *(
                    "--header",
                    f"Authorization: Bearer {TOKEN}",
                    "--checks",
                    "all",
                    "--max-examples",
                    EXAMPLES,
                ),
                *("--generation-deterministic", "--no-shrink", "--continue-on-failure", "--no-color"),
                *("--suppress-health-check", "all", *only),
            ],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr
    assert "34 selected" in done.stdout if ids == "any" else "Tested:" in done.stdout


def openapi(client: TestClient) -> dict[str, Any]:
    return client.get("/api/v1/openapi.json").json()


def test_the_openapi_is_one(client: TestClient) -> None:
    OPENAPI_31_VALIDATOR.validate(openapi(client))


def test_every_address_says_what_it_is(client: TestClient) -> None:
    found = openapi(client)
    seen = []
    for path in found["paths"].values():
        for method, operation in path.items():
            seen.append(operation["operationId"])
            assert operation["operationId"].islower()
            assert operation["description"].endswith((".", "newest added first."))
            assert operation["tags"]
            assert operation["security"]
            assert {"400", "401", "421", "503"} <= set(operation["responses"])
            if method == "post":
                assert {"403", "413", "415", "429"} <= set(operation["responses"])
            for status, told in operation["responses"].items():
                kinds = set(told["content"])
                assert (kinds == {"application/problem+json"}) == (status >= "400"), (path, status)
    assert len(seen) == len(set(seen)) == 34


def test_its_types_are_those_of_the_schema(client: TestClient) -> None:
    types = openapi(client)["components"]["schemas"]
    assert not [name for name in types if "." in name or "_" in name]
    schema = msgspec.json.decode((ROOT / "docs" / "schema.json").read_bytes())
    assert len(schema["$defs"]) > 10
    for name, wanted in schema["$defs"].items():
        assert types[name] == with_places(wanted), name


def with_places(value: Any) -> Any:
    """The same with references to where an OpenAPI has its types."""
    if isinstance(value, list):
        return [with_places(one) for one in value]
    if not isinstance(value, dict):
        return inspect.cleandoc(value) if isinstance(value, str) and "\n" in value else value
    return {
        name: one.replace("#/$defs/", PLACE) if name == "$ref" else with_places(one)
        for name, one in value.items()
    }


@pytest.mark.parametrize(
    ("options", "read", "write"),
    [
        (Options(), [{}, {"token": []}], [{}, {"token": []}]),
        (Options(token=TOKEN), [{}, {"token": []}], [{"token": []}]),
        (Options(token=TOKEN, private=True), [{"token": []}], [{"token": []}]),
    ],
)
def test_the_token_is_told_of_where_it_is_needed(
    filled: Ledger, options: Options, read: list[object], write: list[object]
) -> None:
    with TestClient(build(filled, options)) as asking:
        asking.headers["authorization"] = f"Bearer {TOKEN}"
        found = openapi(asking)
    assert found["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    assert found["paths"]["/api/v1/articles"]["get"]["security"] == read
    assert found["paths"]["/api/v1/read"]["post"]["security"] == write


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("from=0000-01-01", "from is a day such as"),
        ("from=20240101", "from is a day such as"),
        ("from=null", "from is a day such as"),
        ("to=2024-01-01&to=2024-01-02", "to is given 2 times"),
        ("verdict=verbatim&verdict=lies", "verdict"),
        ("limit=99999999999999999999999", "limit: "),
        ("q=" + "x" * 2001, "q: "),
        ("q=%00", "holds a NUL"),
        ("after=a%00b", "holds a NUL"),
    ],
)
def test_what_is_wrong_is_told_by_the_name_that_it_has_in_the_address(
    client: TestClient, query: str, told: str
) -> None:
    found = client.get(f"/api/v1/quotations?{query}")
    assert found.status_code == 400
    assert found.headers["content-type"] == "application/problem+json"
    assert told in found.json()["detail"]


@pytest.mark.parametrize(
    ("body", "kind", "status", "told"),
    [
        (b"", "application/json", 400, "the body is missing"),
        (b"{", "application/json", 400, "the body cannot be used"),
        (b'{"text": "a", "plain": 0}', "application/json", 400, "Expected `bool`"),
        (b'{"text": "a", "plane": true}', "application/json", 400, "plane"),
        (b'{"text": "\\ud800"}', "application/json", 400, "the body cannot be used"),
        (b'{"text": "\xff"}', "application/json", 400, "the body cannot be used"),
        (b'{"text": "a"}', "text/plain", 415, "application/json"),
        (b"text=a", "application/x-www-form-urlencoded", 415, "application/json"),
    ],
)
def test_a_body_that_cannot_be_used_says_why(
    client: TestClient, body: bytes, kind: str, status: int, told: str
) -> None:
    found = client.post("/api/v1/read", content=body, headers={"content-type": kind})
    assert found.status_code == status
    assert told in found.json()["detail"]


@pytest.mark.parametrize("sent", [{}, {"other": ("a.txt", b"x")}, {"files": (None, b"x")}])
def test_a_form_without_files_says_what_it_takes(client: TestClient, sent: dict[str, Any]) -> None:
    found = client.post("/api/v1/jobs", files=sent or None)
    assert found.status_code == (400 if sent else 415)


def test_a_method_that_is_not_taken_is_told_which_are(client: TestClient) -> None:
    for method, path, allowed in (
        ("DELETE", "/api/v1/overview", {"GET", "HEAD", "OPTIONS"}),
        ("GET", "/api/v1/read", {"POST", "OPTIONS"}),
        ("PUT", "/articles", {"GET", "HEAD", "OPTIONS"}),
    ):
        found = client.request(method, path)
        assert found.status_code == 405
        assert set(found.headers["allow"].split(", ")) == allowed
    assert client.options("/api/v1/overview").status_code == 204


def test_no_nul_comes_to_the_database(client: TestClient) -> None:
    nul = {"other": "a\x00", "why": "b\x00", "name": "c\x00", "article": "d\x00"}
    for path in ("/api/v1/speakers/x/join", "/api/v1/speakers/x/split"):
        found = client.post(path, json={**nul})
        assert found.status_code == 400
        assert "NUL" in found.json()["detail"]
    for path in ("/speakers/x/join", "/speakers/x/split", "/sign-in", "/add"):
        assert client.post(path, data=nul).status_code < 500
    for path in ("/articles/%00", "/search?q=%00", "/api/v1/documents?after=%00", "/api/v1/outlets/a%00"):
        assert client.get(path).status_code == 400
