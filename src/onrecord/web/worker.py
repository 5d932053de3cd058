"""A reading process: it reads one file after the other, under limits, and holds nothing that is worth taking.

Run by onrecord/web/workers.py as `python -m onrecord.web.worker ORDERS`. What it reads may be made to break it, so
that it has no files open but its pipes, may write none, and ends when it takes too much or the program is gone.
"""

import contextlib
import importlib
import os
import queue
import re
import signal
import sys
import threading
from typing import BinaryIO, Protocol, cast

import msgspec

from onrecord.check.documents import Document
from onrecord.errors import InputError
from onrecord.model import Record
from onrecord.web.wire import (
    LARGEST_ANSWER,
    OUT_OF_MEMORY,
    Answer,
    Orders,
    Task,
    pack_answer,
    receive,
    send,
    too_much_memory,
    unpack_task,
)

MOST_FILES = 64  # open at once, for the libraries' own
GRACE = 5  # seconds after the program should have ended an overrun itself
_OUT_OF_MEMORY = re.compile(r"bad_alloc|bad allocation|Failed to allocate memory")  # as onnxruntime says it


class Reader(Protocol):
    """The module that reads: `onrecord.web.reading`, or one that a test starts the child with."""

    def prepare(self) -> None: ...
    def read(
        self, data: bytes, *, path: str | None, plain: bool, address: str | None, charset: str | None
    ) -> Record: ...
    def document(self, data: bytes, *, path: str) -> Document: ...


def main(arguments: list[str]) -> None:
    """Say that all is loaded, then answer each task, until the program closes its end of the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program, which ends its children
    orders = msgspec.json.decode(arguments[0], type=Orders)
    incoming, outgoing = _take_pipes()
    try:
        reader = cast(Reader, importlib.import_module(orders.reader))
        reader.prepare()
    except Exception as error:  # said to the program, as nobody sees this one's standard error
        send(outgoing, pack_answer(Answer(reason=f"{type(error).__name__}: {error}", last=True)))
        return
    _limit_files()
    _limit_memory(orders.memory)
    tasks: queue.SimpleQueue[Task] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(incoming, tasks), daemon=True).start()
    send(outgoing, pack_answer(Answer()))
    last = False
    while not last:
        task = tasks.get()
        _limit_time(orders.seconds)
        data, last = _answer(reader, task, orders)
        send(outgoing, data)
        _limit_time(None)


def _answer(reader: Reader, task: Task, orders: Orders) -> tuple[bytes, bool]:
    """The bytes of the answer to a task, and whether it is the last."""
    try:
        answer = _done(reader, task)
        data = pack_answer(answer)
        if len(data) > LARGEST_ANSWER:
            answer = Answer(reason="there is too much in this file: split it into its articles")
            data = pack_answer(answer)
    except MemoryError:  # a fresh process is surer than this one, with its memory in pieces
        answer = Answer(reason=too_much_memory(orders), last=True)
        data = pack_answer(answer)
    return data, answer.last


def _done(reader: Reader, task: Task) -> Answer:
    try:
        if task.work == "record":
            record = reader.read(
                task.data, path=task.path, plain=task.plain, address=task.address, charset=task.charset
            )
            return Answer(record=record)
        return Answer(document=reader.document(task.data, path=task.path or "-"))
    except InputError as error:
        return Answer(reason=str(error))
    except Exception as error:  # as at the edge of read_article: one file must not end the reading of others
        if isinstance(error, MemoryError) or _OUT_OF_MEMORY.search(str(error)):
            raise MemoryError from error
        return Answer(
            reason=f"the reader failed on this file ({type(error).__name__}: {error}); please report it"
        )


def _listen(pipe: BinaryIO, tasks: "queue.SimpleQueue[Task]") -> None:
    """Hand over each task; when the program is gone, end this process in the middle of whatever it does."""
    try:
        while (data := receive(pipe)) is not None:
            tasks.put(unpack_task(data))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    os._exit(0)


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes, for this file alone: what a library prints to standard output must not get between."""
    incoming, outgoing = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.close(nothing)
    return os.fdopen(incoming, "rb"), os.fdopen(outgoing, "wb")


def _limit_files() -> None:
    """No file may be written, few opened, and no memory be left behind on the disk by a crash."""
    if sys.platform == "win32":  # it has no such limits: there the time alone is bounded
        return
    import resource

    for limit, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, MOST_FILES),
    ):
        with contextlib.suppress(OSError, ValueError):  # a stricter limit is set already
            resource.setrlimit(limit, (most, most))


def _limit_memory(memory: int) -> None:
    """Let this process take so many bytes more than it has now.

    The data (RLIMIT_DATA) are counted and not the addresses (RLIMIT_AS): threads reserve addresses that they never
    use, more of them the more cores there are. Only Linux counts all of a process's data.
    """
    if sys.platform != "linux":
        return
    import resource

    with open("/proc/self/statm", "rb") as file:
        pages = int(file.read().split()[5])
    most = pages * resource.getpagesize() + memory
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _limit_time(seconds: float | None) -> None:
    """Have the system end this process some time after the program should have, or, with None, not.

    Needed where the program is gone, and a library that never lets go of the interpreter keeps `_listen` from seeing
    it. Both signals, SIGALRM and SIGXCPU, end a process that does not ask for them.
    """
    if sys.platform == "win32":
        return
    import resource

    signal.setitimer(signal.ITIMER_REAL, 0 if seconds is None else seconds + GRACE)
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    allowed = most
    if seconds is not None:
        cores = os.cpu_count() or 1
        allowed = int(used.ru_utime + used.ru_stime + (seconds + GRACE) * cores) + 1
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, most))


if __name__ == "__main__":
    main(sys.argv[1:])
