"""Web addresses on the command line: fetched only where it is said, kept where it is said, and never a crash."""

import json
from pathlib import Path

import pytest

import onrecord.read.fetch as fetching
from onrecord.errors import NotFetched
from onrecord.formats import from_json
from onrecord.ledger.ledger import Ledger
from onrecord.model import Record, TaggerModel, article_id
from onrecord.read.fetch import Fetched

from .conftest import Run, read_bytes

ADDRESS = "https://courier.example/bridge"
DATA = b"Headline\nOne said so."
Web = dict[str, bytes]


@pytest.fixture
def web(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Web:
    """What stands at each address: nothing is asked of the network."""
    monkeypatch.chdir(tmp_path)
    pages = {ADDRESS: DATA}

    def fetch(url: str) -> Fetched:
        if url not in pages:
            raise NotFetched("courier.example does not answer: try again later")
        return Fetched(
            url=url,
            final=url,
            status=200,
            content_type="text/plain",
            data=pages[url],
            retrieved="2024-05-06T07:08:09Z",
        )

    def read_fetched(fetched: Fetched, *, plain: bool = False, model: TaggerModel = "default") -> Record:
        return read_bytes(fetched.data, path=fetched.url, plain=plain)

    monkeypatch.setattr(fetching, "fetch", fetch)
    monkeypatch.setattr("onrecord.pipeline.read_fetched", read_fetched)
    return pages


@pytest.mark.parametrize("verb", ["read", "add"])
def test_nothing_is_fetched_unless_it_is_said(run: Run, web: Web, verb: str) -> None:
    done = run(verb, ADDRESS, *(["--ledger", "l.db"] if verb == "add" else []))
    assert done.exit_code == 3
    assert f"{ADDRESS}: failed (input): it is a web address: give --fetch to fetch it." in done.stderr


def test_addresses_are_read_beside_files(run: Run, web: Web, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Another\nBody.", "utf-8")
    web["HTTP://gazette.example/"] = b"bad"
    gone = "http://courier.example/gone"
    done = run("read", "--fetch", "a.txt", ADDRESS, "HTTP://gazette.example/", gone, "--format", "jsonl")
    assert done.exit_code == 3
    records = [from_json(line) for line in done.stdout.splitlines()]
    assert [record.article.path for record in records] == ["a.txt", ADDRESS, "HTTP://gazette.example/", gone]
    assert records[1].article.id == article_id(DATA)
    assert [record.failures[0].stage for record in records[2:]] == ["read", "fetch"]
    assert f"{gone}: failed (fetch): courier.example does not answer: try again later" in done.stderr


def test_plain_is_heeded(run: Run, web: Web) -> None:
    done = run("read", "--fetch", "--plain", ADDRESS, "--format", "jsonl")
    assert json.loads(done.stdout)["article"]["text"] == DATA.decode()


@pytest.mark.parametrize(
    "verb", [["read"], ["add", "--ledger", "l.db"], ["add", "--documents", "--ledger", "l.db"]]
)
def test_the_bytes_are_kept_by_their_digest(run: Run, web: Web, tmp_path: Path, verb: list[str]) -> None:
    for _ in range(2):
        assert run(*verb, ADDRESS, "--fetch", "--keep", "kept/pages").exit_code == 0
    (kept,) = (tmp_path / "kept" / "pages").iterdir()
    assert kept.name == article_id(DATA).removeprefix("sha256:") + ".txt"
    assert kept.read_bytes() == DATA


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--keep", "kept"], "--keep keeps what is fetched: give --fetch too."),
        (["--fetch", "--keep", "a-file/kept"], "--keep a-file/kept cannot be made"),
        (["--fetch", "--keep", "a-file"], "--keep a-file cannot be made"),
    ],
)
def test_a_folder_that_cannot_be_used_is_refused(
    run: Run, web: Web, tmp_path: Path, arguments: list[str], words: str
) -> None:
    (tmp_path / "a-file").touch()
    for verb in (["read", ADDRESS], ["serve", "--ledger", "bridge.db"]):
        done = run(*verb, *arguments)
        assert done.exit_code == 2
        assert words in done.stderr


def test_a_page_that_cannot_be_written_ends_the_run(run: Run, web: Web, tmp_path: Path) -> None:
    (tmp_path / "kept" / (article_id(DATA).removeprefix("sha256:") + ".txt.part")).mkdir(parents=True)
    done = run("read", ADDRESS, "--fetch", "--keep", "kept")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


def test_articles_of_the_web_are_added_once_and_their_failures_forgotten(run: Run, web: Web) -> None:
    adding = ("add", ADDRESS, "--ledger", "l.db")
    assert run(*adding).exit_code == 3
    first = run(*adding, "--fetch")
    assert (first.exit_code, "1 articles added, 1 quotations." in first.stderr) == (0, True)
    del web[ADDRESS]
    assert "failed (fetch): courier.example does not answer" in run(*adding, "--fetch").stderr
    with Ledger.open("l.db") as ledger:
        assert [(path, failure.stage) for path, failure in ledger.failures()] == [(ADDRESS, "fetch")]
    web[ADDRESS] = DATA
    again = run(*adding, "--fetch")
    assert (again.exit_code, "1 known already." in again.stderr) == (0, True)
    with Ledger.open("l.db") as ledger:
        assert ledger.failures() == []
        assert [record.article.path for record in ledger.records()] == [ADDRESS]


def test_a_document_of_the_web_has_its_address_and_time(run: Run, web: Web) -> None:
    web[ADDRESS] = (
        b"https://gazette.example/speech\nMAYOR QUILL: The quay is open to everyone again from tonight."
    )
    done = run("add", ADDRESS, "--documents", "--fetch", "--ledger", "l.db")
    assert (done.exit_code, "1 documents added" in done.stderr) == (0, True)
    assert run("add", "http://gone.example/", "--documents", "--fetch", "--ledger", "l.db").exit_code == 3
    Path("q.jsonl").write_text('{"id": 1, "text": "open to everyone again from tonight"}\n', "utf-8")
    found = json.loads(run("check", "--quotes", "q.jsonl", "--against", "l.db").stdout)
    assert (found["verdict"], found["document"]["path"]) == ("verbatim", ADDRESS)


def test_other_verbs_take_no_addresses(run: Run, web: Web) -> None:
    done = run("trace", "copies", ADDRESS)
    assert done.exit_code == 3
    assert "there is no such file" in done.stderr
