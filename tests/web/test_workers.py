"""The reading processes: the same records as in the program itself, and nothing that a file does goes further."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest

from onrecord.check.documents import Document, document_of
from onrecord.model import Failure, Record, article_id
from onrecord.pipeline import read_bytes
from onrecord.web import workers as workers_module
from onrecord.web.workers import LONGEST_REASON, Workers

from .readers import READER

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds memory and shows processes")


@pytest.fixture(scope="module")
def real() -> Iterator[Workers]:
    """One process with onrecord's own reader."""
    with Workers() as opened:
        yield opened


@pytest.fixture
def workers() -> Iterator[Workers]:
    """One process with the reader of the tests, and little memory."""
    with Workers(memory=200 * 2**20, reader=READER) as opened:
        yield opened


@cache
def expected(path: Path) -> Record:
    """What the program itself reads."""
    return read_bytes(path.read_bytes(), path=path.name)


def failure_of(record: Record, data: bytes) -> str:
    """The one reason in a record of nulls."""
    assert record.article.id == article_id(data)
    assert (record.article.text, record.quotations) == (None, ())
    (failure,) = record.failures
    assert failure.stage == "read"
    return failure.reason


def pid_of(workers: Workers) -> int:
    return int(workers.read(b"pid", path=None).article.body)


def is_gone(pid: int, *, within: float) -> bool:
    """Whether a process ends in time: one that nobody has waited for yet is a zombie."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize("path", sorted((EXAMPLES / "articles").iterdir()), ids=lambda path: path.name)
def test_every_example_is_read_as_in_the_program(real: Workers, path: Path) -> None:
    assert real.read(path.read_bytes(), path=path.name) == expected(path)


@pytest.mark.parametrize("path", sorted((EXAMPLES / "documents").iterdir()), ids=lambda path: path.name)
def test_every_document_is_read_as_in_the_program(real: Workers, path: Path) -> None:
    data = path.read_bytes()
    assert real.document(data, path=path.name) == document_of(data, path=path.name)


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n", b"\x00\x01\x02" * 100], ids=["empty", "picture", "noise"]
)
def test_what_cannot_be_read_has_the_same_reason(real: Workers, data: bytes) -> None:
    assert real.read(data, path="a.txt") == read_bytes(data, path="a.txt")


def test_plain_and_no_path_go_along(real: Workers) -> None:
    data = b"A headline\n\nThe quay is open, said Ada Quill."
    assert real.read(data, path=None, plain=True) == read_bytes(data, plain=True)


def test_many_threads_get_each_its_own(workers: Workers) -> None:
    with Workers(3, reader=READER) as three, ThreadPoolExecutor(16) as threads:
        words = [f"say number {number}" for number in range(200)]
        records = list(threads.map(lambda word: three.read(word.encode(), path=word), words))
        pids = set(threads.map(lambda _: pid_of(three), range(50)))
    assert [record.article.path for record in records] == words
    assert [f"say {record.article.text}" for record in records] == words
    assert 1 <= len(pids) <= 3


def test_real_articles_at_once_are_all_right() -> None:
    paths = sorted((EXAMPLES / "articles").iterdir())
    with Workers(2) as two, ThreadPoolExecutor(8) as threads:
        read = list(threads.map(lambda path: two.read(path.read_bytes(), path=path.name), paths))
    assert read == [expected(path) for path in paths]


@pytest.mark.parametrize("data", [b"sleep 60", b"spin"], ids=["sleeps", "holds the interpreter"])
def test_a_reader_that_hangs_is_stopped(data: bytes) -> None:
    with Workers(seconds=1, reader=READER) as hasty:
        before = pid_of(hasty)
        started = time.monotonic()
        reason = failure_of(hasty.read(data, path="a.html"), data)
        assert 1 <= time.monotonic() - started < 10
        assert "longer than 1 seconds" in reason
        assert "split the file" in reason
        assert is_gone(before, within=1)
        assert pid_of(hasty) != before


@linux
@pytest.mark.parametrize("data", [b"hog 4000", b"onnx"])
def test_a_memory_hog_is_stopped(workers: Workers, data: bytes) -> None:
    before = pid_of(workers)
    reason = failure_of(workers.read(data, path="a.html"), data)
    assert "more than 200 MiB of memory" in reason
    assert "split the file" in reason
    assert pid_of(workers) != before


@linux
def test_less_than_the_bound_may_be_taken(workers: Workers) -> None:
    assert workers.read(b"hog 100", path=None).failures == ()


@linux
def test_a_file_too_large_for_the_memory_is_told_so(workers: Workers) -> None:
    data = b"say " + b"x" * (190 * 2**20)
    assert "more than 200 MiB of memory" in failure_of(workers.read(data, path=None), data)
    assert workers.read(b"say yes", path=None).article.text == "yes"


@linux
def test_real_reading_that_needs_too_much_memory_says_so() -> None:
    article = (EXAMPLES / "articles" / "causeway.txt").read_bytes()
    with Workers(memory=64 * 2**20) as small:
        record = small.read((article + b"\n\n") * 60, path="a.txt")
        assert "memory" in failure_of(record, (article + b"\n\n") * 60)
        assert small.read(article, path="b.txt").quotations


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"exit 7", "exit code 7"),
        (b"kill 11", "SIGSEGV"),
        (b"kill 6", "SIGABRT"),
        (b"kill 9", "killed from outside"),
        (b"babble", "no sense"),
        (b"flood", "no sense"),
    ],
)
def test_a_reader_that_breaks_down_is_replaced(data: bytes, told: str) -> None:
    with Workers(seconds=20, reader=READER) as workers:
        before = pid_of(workers)
        reason = failure_of(workers.read(data, path="a.html"), data)
        assert told in reason
        assert is_gone(before, within=1)
        assert workers.read(b"say yes", path=None).article.text == "yes"


@linux
def test_a_child_killed_in_the_middle_fails_its_file_alone() -> None:
    with Workers(2, reader=READER) as workers, ThreadPoolExecutor(2) as threads:
        child = pid_of(workers)
        doomed = threads.submit(workers.read, b"sleep 50", path="doomed")
        time.sleep(0.3)
        other = threads.submit(workers.read, b"sleep 0.5", path="other")
        time.sleep(0.3)
        os.kill(child, signal.SIGKILL)
        assert "killed from outside" in failure_of(doomed.result(timeout=20), b"sleep 50")
        assert other.result(timeout=20).failures == ()


def children_of(parent: int, *, with_word: str) -> set[int]:
    found = set()
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
                words = (folder / "cmdline").read_bytes().decode()
            except OSError:
                continue
            if int(stat[1]) == parent and with_word in words:
                found.add(int(folder.name))
    return found


def test_a_child_killed_while_idle_is_replaced_unseen(workers: Workers) -> None:
    before = pid_of(workers)
    os.kill(before, signal.SIGKILL)
    os.waitid(os.P_PID, before, os.WEXITED | os.WNOWAIT)  # it is over, and the program has not looked
    assert workers.read(b"say yes", path=None).article.text == "yes"


def test_an_error_of_the_reader_is_a_failure_and_the_child_stays(workers: Workers) -> None:
    before = pid_of(workers)
    reason = failure_of(workers.read(b"raise oh no", path=None), b"raise oh no")
    assert "RuntimeError: oh no" in reason
    assert pid_of(workers) == before


def test_a_child_ends_after_its_share_of_files(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers_module, "MOST_TASKS", 3)
    assert [len({pid_of(workers) for _ in range(3)}) for _ in range(2)] == [1, 1]
    first = pid_of(workers)
    assert {pid_of(workers) for _ in range(2)} == {first}
    assert pid_of(workers) != first


def test_a_document_that_cannot_be_used_is_a_failure(workers: Workers) -> None:
    failure = workers.document(b"bad", path="a.txt")
    assert failure == Failure(stage="document", reason="it is damaged: save it again")
    assert isinstance(workers.document(b"MAYOR VEHL: The quay is open.", path="a.txt"), Document)


def test_lone_surrogates_come_back_as_a_ledger_keeps_them(workers: Workers) -> None:
    record = workers.read(b"surrogate", path="a\ud800.txt")
    assert (record.article.text, record.article.path) == ("a\ufffdb", "a\ufffd.txt")


def test_no_secret_goes_along(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSWORD", "swordfish")
    monkeypatch.setenv("ONRECORD_LEDGER", "postgresql://u:swordfish@h/d")
    names = set(workers.read(b"environment", path=None).article.body.split())
    assert names <= {
        *("PYTHONPATH", "PYTHONUTF8", "ORT_DISABLE_TELEMETRY", "LC_CTYPE"),
        *("LD_LIBRARY_PATH", "TMPDIR", "TZ"),
    }


@linux
def test_no_file_is_open_in_a_child_but_its_pipes(tmp_path: Path) -> None:
    with (tmp_path / "secret").open("w", encoding="utf-8") as secret:
        os.set_inheritable(secret.fileno(), True)
        with Workers(reader=READER) as workers:
            workers.read(b"say one", path=None)
            files = workers.read(b"files", path=None).article.body.split()
    assert sorted(file.partition(":")[0] for file in files) == [*["/dev/null"] * 3, "pipe", "pipe"]


@linux
def test_no_file_can_be_written(workers: Workers, tmp_path: Path) -> None:
    data = f"write {tmp_path / 'a.txt'}".encode()
    assert "File too large" in failure_of(workers.read(data, path=None), data)
    assert (tmp_path / "a.txt").read_bytes() == b""


@linux
def test_the_system_bounds_a_child_too(workers: Workers) -> None:
    def limits() -> dict[str, int]:
        told = workers.read(b"limits", path=None).article.body.split()
        return {name: int(value) for name, _, value in (item.partition("=") for item in told)}

    first, second = limits(), limits()
    assert (first["core"], first["fsize"], first["nofile"]) == (0, 0, 64)
    assert 200 * 2**20 < first["data"] < 1000 * 2**20
    assert 0 < first["cpu"] <= second["cpu"] < 10_000
    assert first["alarm"] == second["alarm"] == 64  # 60 seconds and 5, of which some part is gone


def test_a_reason_is_one_short_line(workers: Workers) -> None:
    data = b"raise a\nb\x1b[31m" + b"x" * 100_000
    reason = failure_of(workers.read(data, path=None), data)
    assert len(reason) == LONGEST_REASON
    assert "RuntimeError: a b\u241b[31mxxx" in reason


def test_a_child_that_cannot_start_says_why() -> None:
    with Workers(reader="onrecord.no_such_reader") as workers:
        reason = failure_of(workers.read(b"say yes", path=None), b"say yes")
    assert "does not start (ModuleNotFoundError" in reason


@linux
def test_ctrl_c_does_not_end_a_child(workers: Workers) -> None:
    before = pid_of(workers)
    os.kill(before, signal.SIGINT)
    assert pid_of(workers) == before


@linux
def test_closing_ends_idle_and_busy_children_at_once() -> None:
    workers = Workers(2, seconds=60, reader=READER)
    with ThreadPoolExecutor(2) as threads:
        busy = threads.submit(workers.read, b"sleep 50", path="busy")
        time.sleep(0.5)
        idle = pid_of(workers)
        started = time.monotonic()
        workers.close()
        reason = failure_of(busy.result(timeout=20), b"sleep 50")
    assert time.monotonic() - started < 5
    assert "the program ended" in reason
    assert is_gone(idle, within=1)
    assert children_of(os.getpid(), with_word=READER) == set()
    assert "the program ended" in failure_of(workers.read(b"say yes", path=None), b"say yes")


ORPHAN = """
import sys, threading, time
from onrecord.web.workers import LONGEST_REASON, Workers
workers = Workers(seconds=1 if sys.argv[1] == "spin" else 60, reader="tests.web.readers")
sys.stdout.write(workers.read(b"pid", path=None).article.body + "\\n")
sys.stdout.flush()
if sys.argv[1] != "idle":
    threading.Thread(target=workers.read, args=(sys.argv[1].encode(),), kwargs={"path": None}).start()
time.sleep(60)
"""


@linux
@pytest.mark.parametrize(
    ("doing", "within"), [("idle", 2), ("sleep 50", 2), ("spin", 10)], ids=["idle", "sleeps", "holds on"]
)
def test_children_end_with_the_program(doing: str, within: float) -> None:
    path = os.pathsep.join(entry for entry in sys.path if entry)
    program = subprocess.Popen(
        [sys.executable, "-c", ORPHAN, doing],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
        text=True,
    )
    with program:
        assert program.stdout is not None
        child = int(program.stdout.readline())
        time.sleep(0.4)  # the child is busy
        program.kill()
    assert is_gone(child, within=within)


def test_threads_that_wait_for_a_closing_pool_all_come_back() -> None:
    workers = Workers(1, seconds=60, reader=READER)
    records: list[Record] = []
    threads = [
        threading.Thread(target=lambda: records.append(workers.read(b"sleep 50", path=None)))
        for _ in range(5)
    ]
    for thread in threads:
        thread.start()
    time.sleep(0.5)
    workers.close()
    for thread in threads:
        thread.join(10)
    assert [len(record.failures) for record in records] == [1] * 5


def test_where_it_was_fetched_from_is_handed_on(workers: Workers) -> None:
    record = workers.read(b"fetched", path="a", address="https://courier.example/", charset="koi8-r")
    assert record.article.text == "https://courier.example/ koi8-r"
