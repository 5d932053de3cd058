"""One reading process, as the program sees it: started, asked, and ended where it does not answer in time."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from typing import IO

import msgspec

from onrecord.web.wire import (
    LARGEST_ANSWER,
    OUT_OF_MEMORY,
    Answer,
    Orders,
    Task,
    pack_task,
    receive,
    send,
    too_much_memory,
    unpack_answer,
)

STARTING = 120  # seconds: the libraries and the model may come from a slow disk
ENDING = 2  # seconds that a process has to end by itself
# All else of the program's environment, where keys and passwords are, is kept from what reads hostile files.
_ENVIRONMENT = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TZ")
# onnxruntime keeps a database of how it is used, and sends it home, unless it is told not to.
_SETTINGS = {"PYTHONUTF8": "1", "ORT_DISABLE_TELEMETRY": "1"}
_TIME_IS_UP = ("SIGALRM", "SIGXCPU")


class Child:
    """A reading process. One thread at a time may ask; any may end it. Raises `OSError` where none can be started."""

    def __init__(self, orders: Orders) -> None:
        self.tasks = 0
        self._orders = orders
        self._lock = threading.Lock()
        self._ready = False
        self._turn = 0  # of the messages that wait for an answer
        self._waits = False
        self._overran = False
        self._garbled = False
        self._process = subprocess.Popen(
            _command(orders),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=os.path.abspath(os.sep),
            env=_environment(),
            start_new_session=True,  # keys typed at the program's terminal do not come to it
        )
        self._stdin, self._stdout = _pipe(self._process.stdin), _pipe(self._process.stdout)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def is_alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    def ask(self, task: Task) -> Answer:
        """The answer to a task, or the reason why there is none; `last` says that the child is of no more use."""
        if not self._ready:
            answer = self._exchange(None, seconds=STARTING)
            if answer is None or answer.reason:
                why = f"exit code {self._wait()}" if answer is None else answer.reason
                reason = f"the reading process does not start ({why}): has the machine memory to spare?"
                return Answer(reason=reason, last=True)
            self._ready = True
        self.tasks += 1
        answer = self._exchange(pack_task(task), seconds=self._orders.seconds)
        return Answer(reason=self._why(), last=True) if answer is None else answer

    def end(self) -> None:
        """End the process: at once where it reads something, else by closing its pipe."""
        with self._lock:
            if self._waits:
                self._process.kill()
                return  # who waits for its answer lets go of its pipes
        with contextlib.suppress(OSError):  # it is gone, and a part of a message for it is left
            self._stdin.close()
        self._wait()
        self._stdout.close()

    def _exchange(self, message: bytes | None, *, seconds: float) -> Answer | None:
        """The next answer, to a message where one is given; None where the process ends or is ended before it."""
        with self._lock:
            self._turn += 1
            self._waits = True
        timer = threading.Timer(seconds, self._overrun, (self._turn,))
        timer.daemon = True
        timer.start()
        try:
            if message is not None:
                send(self._stdin, message)
            data = receive(self._stdout, most=LARGEST_ANSWER)
            return None if data is None else unpack_answer(data)
        except OSError:  # the pipe is broken
            return None
        except (ValueError, msgspec.DecodeError):
            self._garbled = True
            self._process.kill()
            return None
        finally:
            timer.cancel()
            with self._lock:
                self._waits = False

    def _overrun(self, turn: int) -> None:
        """Kill the process, unless the answer came in the last moment."""
        with self._lock:
            if self._waits and self._turn == turn:
                self._overran = True
                self._process.kill()

    def _wait(self) -> int:
        """The exit code of a process that is ending; one that does not end is killed."""
        try:
            return self._process.wait(ENDING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()

    def _why(self) -> str:
        """Why the process gave no answer, and what to do."""
        code = self._wait()
        name = "an answer that makes no sense" if self._garbled else _ended_by(code)
        if code == OUT_OF_MEMORY:
            return too_much_memory(self._orders)
        if self._overran or name in _TIME_IS_UP:
            return (
                f"reading it takes longer than {self._orders.seconds:g} seconds and was stopped: split the file into"
                " its articles, or save the article as plain text"
            )
        if name == "SIGKILL":
            return "its reader was killed from outside, perhaps as the machine has no memory left: try again"
        return (
            f"the reader broke down on this file ({name}), which may be damaged, or need more than"
            f" {self._orders.memory / 2**20:,.0f} MiB of memory: save the article as plain text, or split the file"
        )


def _command(orders: Orders) -> list[str]:
    """The same interpreter, with nothing imported from the folder that it starts in, and no file written."""
    return [
        *(sys.executable, "-P", "-B", "-m", "onrecord.web.worker"),
        msgspec.json.encode(orders).decode(),
    ]


def _environment() -> dict[str, str]:
    """What a child needs to find the same packages, and no more."""
    kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    path = os.pathsep.join(os.path.abspath(entry) for entry in sys.path)
    return {**kept, **_SETTINGS, "PYTHONPATH": path}


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise OSError("no pipe to the reading process")
    return pipe


def _ended_by(code: int) -> str:
    """The name of the signal that ended a process, or its exit code."""
    try:
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"
    except ValueError:
        return f"signal {-code}"
