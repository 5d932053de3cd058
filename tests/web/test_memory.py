"""Answers that are kept until the ledger changes."""

import asyncio
import contextlib
from collections.abc import Iterator
from typing import Any, cast

import pytest
from litestar.testing import TestClient
from litestar.types import Message
from sqlalchemy import event

from onrecord.ledger.ledger import Ledger
from onrecord.model import Article, Failure, Record, article_id
from onrecord.web import memory
from onrecord.web.app import build
from onrecord.web.memory import Memory
from onrecord.web.options import Options


@contextlib.contextmanager
def asked_of(ledger: Ledger) -> Iterator[list[str]]:
    """What the database is asked for meanwhile, but for the ledger's state."""
    found: list[str] = []

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        if statement.startswith("SELECT") and "FROM state" not in statement.replace("\n", ""):
            found.append(statement)

    event.listen(ledger.database.engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(ledger.database.engine, "before_cursor_execute", note)


@pytest.fixture
def browsing(mine: Ledger) -> Iterator[TestClient[Any]]:
    with TestClient(build(mine, Options(token="opens it all"))) as client:
        client.get("/")  # the overview's figures are counted
        yield client


def printed(title: str) -> Record:
    """An article of a headline and a sentence."""
    data = title.encode()
    return Record(article=Article(id=article_id(data), title=title, text="It was dry."))


@pytest.mark.parametrize("path", ["/articles", "/api/v1/quotations?q=bridge", "/search.atom?q=bridge"])
def test_what_is_asked_for_again_is_not_looked_up_again(
    mine: Ledger, browsing: TestClient[Any], path: str
) -> None:
    with asked_of(mine) as statements:
        first = browsing.get(path)
        assert first.status_code == 200
        assert statements
        statements.clear()
        again = browsing.get(path)
        assert not statements
        assert browsing.head(path).headers["etag"] == first.headers["etag"]
        assert not statements
    assert again.content == first.content
    assert {**again.headers, "date": ""} == {**first.headers, "date": ""}


def test_a_change_by_another_program_is_seen_at_once(mine: Ledger, browsing: TestClient[Any]) -> None:
    before = browsing.get("/articles").text
    with Ledger.open(mine.database.engine.url.render_as_string(hide_password=False)) as another:
        another.keep(printed("Printed a minute ago"))
        assert "Printed a minute ago" not in before
        assert "Printed a minute ago" in browsing.get("/articles").text
        known = another.state()
        another.fail("a.txt", Failure(stage="read", reason="empty"))
        assert another.state() == mine.state() > known


def test_an_answer_is_for_those_who_may_do_the_same_by_the_same_name(
    mine: Ledger, browsing: TestClient[Any]
) -> None:
    quotation = browsing.get("/api/v1/quotations").json()["rows"][0]["quotation"]
    path = f"/quotations/{quotation}"
    signed_in = {"authorization": "Bearer opens it all"}
    assert "Withdraw" not in browsing.get(path).text
    assert browsing.get(path).text != browsing.get(path, headers=signed_in).text
    assert "http://elsewhere/" in browsing.get(path, headers={"host": "elsewhere"}).text
    assert "http://elsewhere/" not in browsing.get(path).text
    with TestClient(build(mine, Options(token="opens it all", private=True))) as private:
        assert private.get(path, headers=signed_in).status_code == 200
        assert private.get(path).status_code == 401


def test_what_tells_more_than_the_ledger_holds_is_made_each_time(
    mine: Ledger, browsing: TestClient[Any]
) -> None:
    for path in ("/", "/families"):
        browsing.get(path)
    with asked_of(mine) as statements:
        browsing.get("/")
        assert statements


def answer(size: int) -> tuple[Message, Message]:
    start = cast(Message, {"type": "http.response.start", "status": 200, "headers": []})
    return start, cast(Message, {"type": "http.response.body", "body": bytes(size), "more_body": False})


def test_what_nobody_asked_for_since_is_forgotten_first(
    mine: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "MOST", 40_000)
    monkeypatch.setattr(memory, "LARGEST", 20_000)
    kept = Memory(mine)
    state = asyncio.run(kept.state())
    for name in ("a", "b", "c"):
        kept.keep((name,), state, answer(10_000))
    assert kept.find(("a",), state) is not None
    kept.keep(("d",), state, answer(10_000))
    assert [name for name in "abcd" if kept.find((name,), state)] == ["a", "c", "d"]
    kept.keep(("large",), state, answer(20_000))
    kept.keep(("x" * 20_000,), state, answer(1))  # an address takes room too
    assert [name for name in "abcd" if kept.find((name,), state)] == ["a", "c", "d"]
    for _ in range(50):
        kept.keep(("e",), state, answer(1_000))
    assert [name for name in "acde" if kept.find((name,), state)] == ["a", "c", "d", "e"]
    kept.close()


def test_an_answer_of_an_older_state_is_not_kept(mine: Ledger) -> None:
    kept = Memory(mine)
    older = asyncio.run(kept.state())
    kept.keep(("a",), older, answer(10))
    mine.fail("a.txt", Failure(stage="read", reason="empty"))
    newer = asyncio.run(kept.state())
    assert newer > older
    kept.keep(("b",), older, answer(10))
    assert [kept.find((name,), state) for name in "ab" for state in (older, newer)] == [None] * 4
    kept.close()
