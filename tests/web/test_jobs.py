"""Uploads in the ledger: what became of each, how far they are, and no more of them than there is room for."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from onrecord.errors import BadLedger, InputTooLarge, UnreadableInput
from onrecord.ledger.documents import read_documents
from onrecord.ledger.ledger import Kept, Ledger
from onrecord.ledger.tables import checks
from onrecord.model import Record, article_id
from onrecord.web.jobs import Job, Jobs, Result, Upload
from onrecord.web.uploads import LONGEST_NAME, clean_name
from onrecord.web.workers import Workers

from .readers import READER

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    """One process with the reader of the tests, which does what its input says."""
    with Workers(seconds=2, reader=READER) as opened:
        yield opened


@pytest.fixture(scope="module")
def real() -> Iterator[Workers]:
    """One process with onrecord's own reader."""
    with Workers() as opened:
        yield opened


@pytest.fixture
def jobs(ledger: Ledger, workers: Workers) -> Iterator[Jobs]:
    opened = Jobs(ledger, workers)
    yield opened
    opened.close()


def uploads(*items: tuple[str, bytes]) -> list[Upload]:
    return [Upload(name=name, data=data) for name, data in items]


def until(jobs: Jobs, id: str, is_so: Callable[[Job], bool]) -> Job:
    """The job as soon as something is so of it."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        job = jobs.job(id)
        assert job is not None
        if is_so(job):
            return job
        time.sleep(0.01)
    raise AssertionError(f"never so: {jobs.job(id)}")


def results(jobs: Jobs, id: str) -> tuple[Result, ...]:
    job = until(jobs, id, lambda job: job.state == "done")
    assert (job.done, job.current) == (job.total, None)
    assert len(job.results) == job.total
    return job.results


def test_articles_are_read_kept_and_checked(ledger: Ledger, real: Workers) -> None:
    jobs = Jobs(ledger, real)
    documents = [
        Upload(name=path.name, data=path.read_bytes()) for path in (EXAMPLES / "documents").iterdir()
    ]
    articles = [
        Upload(name=name, data=(EXAMPLES / "articles" / name).read_bytes())
        for name in ("wire.txt", "gazette_saint_orvain.txt", "wire.txt")
    ]
    assert {result.state for result in results(jobs, jobs.submit(documents, documents=True))} == {"new"}
    wire, french, again = results(jobs, jobs.submit(articles))
    jobs.close()
    record = ledger.record(article_id(articles[0].data))
    assert wire == Result(
        name="wire.txt", state="new", id=record.article.id, quotations=len(record.quotations)
    )
    assert (again.state, again.id, again.quotations) == ("known", wire.id, wire.quotations)
    assert french.state == "new"
    assert french.reason is not None
    assert "French" in french.reason
    with ledger.read() as connection:
        assert len(list(read_documents(connection))) == len(documents)
        assert len(connection.execute(select(checks.c.verdict)).all()) > 3


def test_nothing_is_checked_where_that_is_not_asked(ledger: Ledger, real: Workers) -> None:
    jobs = Jobs(ledger, real)
    data = (EXAMPLES / "articles" / "wire.txt").read_bytes()
    results(jobs, jobs.submit(uploads(("wire.txt", data)), check=False))
    jobs.close()
    with ledger.read() as connection:
        assert connection.execute(select(checks.c.verdict)).all() == []


def test_a_bad_file_stops_nothing(jobs: Jobs, ledger: Ledger) -> None:
    batch = uploads(
        ("one.txt", b"say one"), ("two.txt", b"sleep 60"), ("three.txt", b"exit 1"), ("four.txt", b"say four")
    )
    found = results(jobs, jobs.submit(batch))
    assert [(result.name, result.state) for result in found] == [
        *(("one.txt", "new"), ("two.txt", "failed"), ("three.txt", "failed"), ("four.txt", "new"))
    ]
    assert [result.id is None for result in found] == [False, True, True, False]
    assert {path for path, _ in ledger.failures()} == {"two.txt", "three.txt"}
    assert [found[1].reason] == [failure.reason for _, failure in ledger.failures("two.txt")]


def test_a_name_alone_makes_no_version(jobs: Jobs) -> None:
    found = results(jobs, jobs.submit(uploads(("a.txt", b"say one"), ("a.txt", b"say two"))))
    assert [(result.state, result.older) for result in found] == [("new", None), ("new", None)]


def test_files_without_a_name_are_no_versions(jobs: Jobs) -> None:
    found = results(jobs, jobs.submit(uploads(("", b"say one"), ("dir/", b"say two"), ("..", b"say three"))))
    assert [(result.name, result.state) for result in found] == [("-", "new"), ("dir", "new"), ("-", "new")]


def test_the_name_is_the_path(jobs: Jobs, ledger: Ledger) -> None:
    (result,) = results(jobs, jobs.submit(uploads(("C:\\Users\\ada\\a.txt", b"say one"))))
    assert result.name == "a.txt"
    assert result.id is not None
    assert ledger.record(result.id).article.path == "a.txt"


def test_plain_goes_along(jobs: Jobs, ledger: Ledger) -> None:
    (result,) = results(jobs, jobs.submit(uploads(("a.txt", b"plain")), plain=True))
    assert result.id is not None
    assert ledger.record(result.id).article.text == "True"


def test_documents_are_kept_once_and_fail_with_a_reason(jobs: Jobs, ledger: Ledger) -> None:
    text = b"MAYOR VEHL: The quay is open."
    batch = uploads(("a.txt", text), ("b.txt", text), ("c.txt", b"bad"))
    found = results(jobs, jobs.submit(batch, documents=True))
    assert [result.state for result in found] == ["new", "known", "failed"]
    assert found[0].id == article_id(text)
    assert found[2].reason == "it is damaged: save it again"
    assert [path for path, _ in ledger.failures()] == ["c.txt"]
    assert results(jobs, jobs.submit(uploads(("c.txt", b"QUILL: Yes.")), documents=True))[0].state == "new"
    assert ledger.failures() == []


def test_progress_is_seen(jobs: Jobs) -> None:
    first = jobs.submit(uploads(("a.txt", b"say one"), ("b.txt", b"sleep 0.5"), ("c.txt", b"say three")))
    second = jobs.submit(uploads(("d.txt", b"say four")))
    job = until(jobs, first, lambda job: job.current == "b.txt")
    assert (job.state, job.done, job.total) == ("running", 1, 3)
    assert [result.name for result in job.results] == ["a.txt"]
    waiting = jobs.job(second)
    assert waiting == Job(state="waiting", done=0, total=1, current=None, results=())
    assert [result.state for result in results(jobs, second)] == ["new"]
    assert [result.name for result in results(jobs, first)] == ["a.txt", "b.txt", "c.txt"]


def test_ids_cannot_be_guessed(jobs: Jobs) -> None:
    ids = {jobs.submit(uploads(("a.txt", b"say one"))) for _ in range(20)}
    assert len(ids) == 20
    assert {len(id) for id in ids} == {22}  # 128 bits
    assert jobs.job("1") is None


class Broken:
    """A ledger whose articles cannot be written: `error` is raised for those of one text."""

    def __init__(self, ledger: Ledger, error: Exception) -> None:
        self.ledger, self.error, self.name = ledger, error, ledger.name

    def read(self) -> AbstractContextManager[Connection]:
        return self.ledger.read()

    def keep(self, record: Record, *, base: str | None = None) -> Kept:
        if record.article.text == "bad":
            raise self.error
        return self.ledger.keep(record, base=base)


@pytest.mark.parametrize("error", [BadLedger("/srv/secret.db: the disk is full"), RuntimeError("oh no")])
def test_an_error_in_keeping_is_logged_and_is_that_uploads_failure(
    ledger: Ledger, workers: Workers, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    jobs = Jobs(Broken(ledger, error), workers, most=5)  # type: ignore[arg-type]
    with caplog.at_level(logging.ERROR, logger="onrecord.web.jobs"):
        bad, good = results(
            jobs, jobs.submit(uploads(("a.txt", b"say bad"), ("b.txt", b"say good")), check=False)
        )
    jobs.close()
    assert (bad.state, good.state) == ("failed", "new")
    assert bad.reason is not None
    assert "see the program's log" in bad.reason
    assert "secret" not in bad.reason
    assert "a.txt could not be kept" in caplog.text
    assert str(error) in caplog.text


def test_an_error_in_checking_leaves_the_article(
    jobs: Jobs, ledger: Ledger, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("oh no")

    monkeypatch.setattr("onrecord.web.uploads.check_and_keep", fail)
    (result,) = results(jobs, jobs.submit(uploads(("a.txt", b"say one"))))
    assert result.state == "new"
    assert result.id is not None
    assert ledger.knows(result.id)
    assert result.reason is not None
    assert "could not be checked" in result.reason
    assert "oh no" in caplog.text


def test_no_more_bytes_wait_than_there_is_room_for(ledger: Ledger, workers: Workers) -> None:
    jobs = Jobs(ledger, workers, most_bytes=2**20)
    with pytest.raises(InputTooLarge, match="more than 1 MiB at once"):
        jobs.submit(uploads(("a.txt", b"say " + b"x" * 2**20)))
    first = jobs.submit(uploads(("a.txt", b"sleep 0.5"), ("b.txt", b"say " + b"x" * 2**19)))
    with pytest.raises(InputTooLarge, match="try again"):
        jobs.submit(uploads(("c.txt", b"say " + b"y" * 2**19)))
    results(jobs, first)
    assert results(jobs, jobs.submit(uploads(("c.txt", b"say " + b"y" * 2**19))))[0].state == "new"
    jobs.close()


def test_no_more_jobs_are_kept_than_asked(ledger: Ledger, workers: Workers) -> None:
    jobs = Jobs(ledger, workers, most=2)
    first = jobs.submit(uploads(("a.txt", b"say one")))
    results(jobs, first)
    second = jobs.submit(uploads(("b.txt", b"sleep 1")))
    third = jobs.submit(uploads(("c.txt", b"say three")))
    assert jobs.job(first) is None  # the oldest that is done went
    with pytest.raises(InputTooLarge, match="2 uploads wait"):
        jobs.submit(uploads(("d.txt", b"say four")))
    assert results(jobs, second)
    assert results(jobs, third)
    jobs.close()


def test_old_jobs_are_forgotten(ledger: Ledger, workers: Workers) -> None:
    jobs = Jobs(ledger, workers, keep_for=0.3)
    id = jobs.submit(uploads(("a.txt", b"say one")))
    results(jobs, id)
    time.sleep(0.4)
    assert jobs.job(id) is None
    jobs.close()


@pytest.mark.parametrize(
    ("count", "error"), [(0, UnreadableInput), (1_001, InputTooLarge)], ids=["none", "too many"]
)
def test_a_job_has_some_files_and_not_too_many(jobs: Jobs, count: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        jobs.submit(uploads(*[("a.txt", b"say one")] * count))


def test_closing_waits_for_the_upload_in_hand_and_tells_of_the_rest(ledger: Ledger, workers: Workers) -> None:
    jobs = Jobs(ledger, workers)
    id = jobs.submit(uploads(("a.txt", b"sleep 0.5"), ("b.txt", b"say two")))
    waiting = jobs.submit(uploads(("c.txt", b"say three")))
    until(jobs, id, lambda job: job.current == "a.txt")
    jobs.close()
    first, second = results(jobs, id)
    assert first.state == "new"
    for result in (second, *results(jobs, waiting)):
        assert result.state == "failed"
        assert result.reason is not None
        assert "the program ended" in result.reason
    assert ledger.failures() == []
    with pytest.raises(UnreadableInput, match="the program ended"):
        jobs.submit(uploads(("d.txt", b"say four")))


def test_closing_does_not_wait_for_ever_and_keeps_no_failure_of_its_own(ledger: Ledger) -> None:
    with Workers(reader=READER) as workers:
        jobs = Jobs(ledger, workers)
        id = jobs.submit(uploads(("a.txt", b"sleep 50")))
        until(jobs, id, lambda job: job.current == "a.txt")
        started = time.monotonic()
        jobs.close(seconds=0.2)
        assert time.monotonic() - started < 5
    (result,) = results(jobs, id)
    assert result.state == "failed"
    assert ledger.failures() == []


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("a.txt", "a.txt"),
        ("/home/ada/a.txt", "a.txt"),
        ("C:\\fakepath\\a b.html", "a b.html"),
        ("  a\n\tb.txt ", "a b.txt"),
        ("a\u202etxt.exe", "a\ufffdtxt.exe"),
        ("a\x00\x1b[31m.txt", "a\u2400\u241b[31m.txt"),
        ("a\ud800.txt", "a\ufffd.txt"),
        ("Brücke – 橋.pdf", "Brücke – 橋.pdf"),
        ("", "-"),
        ("..", "-"),
        ("a/../", "-"),
        ("\n", "-"),
    ],
)
def test_names_are_made_harmless(name: str, clean: str) -> None:
    assert clean_name(name) == clean


@pytest.mark.parametrize("name", ["x" * 10_000 + ".html", "x" * 10_000, "/".join("ab" * 5_000) + "x" * 300])
def test_long_names_are_cut_and_keep_their_form(name: str) -> None:
    cut = clean_name(name)
    assert len(cut) == LONGEST_NAME
    assert cut.endswith("….html") == name.endswith(".html")
