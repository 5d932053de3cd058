"""A reader that does what its input says, for the tests alone: a child process is started with this module's name."""

import os
import re
import resource
import signal
import sys
import time
from pathlib import Path

from onrecord.check.documents import Document, document_of
from onrecord.errors import UnreadableInput
from onrecord.model import Article, Record, article_id

READER = "tests.web.readers"


def prepare() -> None:
    sys.stdout.write("what a library prints does not get between the answers\n")
    sys.stdout.flush()


def read(data: bytes, *, path: str | None, plain: bool, address: str | None, charset: str | None) -> Record:
    """What is asked for, else a record whose text tells of the child."""
    word, _, rest = data.decode().partition(" ")
    match word:
        case "sleep":
            time.sleep(float(rest))
        case "spin":  # never lets go of the interpreter
            re.match(r"(a|a)*b", "a" * 64)
        case "hog":
            bytearray(int(rest) * 2**20)
        case "onnx":
            raise RuntimeError(
                "[ONNXRuntimeError] : Failed to allocate memory for requested buffer of size 12"
            )
        case "exit":
            os._exit(int(rest))
        case "kill":
            os.kill(os.getpid(), int(rest))
        case "raise":
            raise RuntimeError(rest)
        case "babble":  # what a child that was taken over might send, on every pipe that it has
            for number in range(3, 10):
                try:
                    os.write(number, b"\x00" * 7 + b"\x05" + b"never")
                except OSError:
                    continue
            time.sleep(60)
        case "flood":
            for number in range(3, 10):
                try:
                    os.write(number, b"\x7f" * 8)
                except OSError:
                    continue
            time.sleep(60)
        case "write":
            Path(rest).write_text("written", encoding="utf-8")
    answers = {
        "environment": " ".join(sorted(os.environ)),
        "files": " ".join(os.readlink(f"/proc/self/fd/{name}") for name in _open_files()),
        "surrogate": "a\ud800b",
        "limits": _limits(),
        "pid": str(os.getpid()),
        "plain": str(plain),
        "fetched": f"{address} {charset}",
    }
    return Record(article=Article(id=article_id(data), path=path, text=answers.get(word, rest)))


def document(data: bytes, *, path: str) -> Document:
    if data == b"bad":
        raise UnreadableInput("it is damaged: save it again")
    return document_of(data, path=path)


def _open_files() -> list[str]:
    return [name for name in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{name}")]


def _limits() -> str:
    names = {"core", "cpu", "data", "fsize", "nofile"}
    found = {name: resource.getrlimit(getattr(resource, f"RLIMIT_{name.upper()}"))[0] for name in names}
    found["alarm"] = int(signal.getitimer(signal.ITIMER_REAL)[0])
    return " ".join(f"{name}={value}" for name, value in found.items())
