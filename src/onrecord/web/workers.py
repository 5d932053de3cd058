"""Reading uploads in processes of their own: a file that is made to hang or to break a reader harms nothing else.

with Workers() as workers:
    record = workers.read(data, path="article.html")
"""

import threading
from types import TracebackType

from onrecord.check.documents import Document
from onrecord.formats.visible import one_line
from onrecord.model import Article, Failure, Record, article_id
from onrecord.web.child import Child
from onrecord.web.wire import Answer, Orders, Task

READER = "onrecord.web.reading"
# A child ends after so many files and a fresh one goes on, so that a library that loses a little memory with each
# file never comes to the bound on a file that has nothing to do with it.
MOST_TASKS = 1_000
LONGEST_REASON = 500


class Workers:
    """Up to `count` child processes that read files, one at a time each. Close it, or use it in a `with` statement.

    A file may take `seconds` of time and `memory` bytes more than a ready child has (the memory is bounded on Linux
    alone). What takes more, or ends its child, gives a failure that says what to do; the child is replaced, and
    others go on. Children start when they are needed, and stay. Threads may share one `Workers`, and wait for a turn.

    `reader` is the name of the module that reads: another one than onrecord's own is for tests.
    """

    def __init__(
        self, count: int = 1, seconds: float = 60, memory: int = 2 * 2**30, *, reader: str = READER
    ) -> None:
        self._orders = Orders(reader=reader, seconds=seconds, memory=memory)
        self._turns = threading.BoundedSemaphore(count)
        self._lock = threading.Lock()
        self._idle: list[Child] = []
        self._all: set[Child] = set()
        self._closed = False

    def read(
        self,
        data: bytes,
        *,
        path: str | None,
        plain: bool = False,
        address: str | None = None,
        charset: str | None = None,
    ) -> Record:
        """The record of an article, as `read_bytes` gives it; what cannot be read is nulls and a failure."""
        answer = self._ask(
            Task(work="record", data=data, path=path, plain=plain, address=address, charset=charset)
        )
        if answer.record is not None:
            return answer.record
        failure = Failure(stage="read", reason=_reason(answer))
        return Record(article=Article(id=article_id(data), path=path), failures=(failure,))

    def document(self, data: bytes, *, path: str) -> Document | Failure:
        """A document to check quotes against, or why these bytes are none."""
        answer = self._ask(Task(work="document", data=data, path=path))
        if answer.document is not None:
            return answer.document
        return Failure(stage="document", reason=_reason(answer))

    def close(self) -> None:
        """End the children; who waits for one of them gets a failure."""
        with self._lock:
            self._closed = True
            children = [*self._all]
            self._all.clear()
            self._idle.clear()
        for child in children:
            child.end()

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, task: Task) -> Answer:
        with self._turns:
            try:
                child = self._take()
            except OSError as error:
                return Answer(
                    reason=f"no reading process can be started ({error}): has the machine memory to spare?"
                )
            if child is None:
                return _closing()
            answer = Answer(last=True)
            try:
                answer = child.ask(task)
            finally:
                self._give_back(child, done_with=answer.last or child.tasks >= MOST_TASKS)
        return _closing() if self._closed and answer.reason else answer

    def _take(self) -> Child | None:
        """A child that waits for a task, or a new one; None where all is closed."""
        with self._lock:
            if self._closed:
                return None
            while self._idle:
                child = self._idle.pop()
                if child.is_alive():
                    return child
                self._all.discard(child)  # somebody ended it while it had nothing to do
                child.end()
            child = Child(self._orders)
            self._all.add(child)
            return child

    def _give_back(self, child: Child, *, done_with: bool) -> None:
        with self._lock:
            if not done_with and not self._closed:
                self._idle.append(child)
                return
            self._all.discard(child)
        child.end()


def _reason(answer: Answer) -> str:
    """The reason, as it may be shown: an error of a library may hold words of the file."""
    return one_line(answer.reason or "the reader gave no answer: please report it")[:LONGEST_REASON]


def _closing() -> Answer:
    return Answer(reason="the program ended before the file was read: give the file again")
