"""What the program and its reading processes say to each other: a length, then so many bytes, on two pipes."""

from typing import IO, Literal

import msgspec

from onrecord.check.documents import Document
from onrecord.formats import to_json
from onrecord.formats.visible import encodable
from onrecord.model import Record

# The record of the largest file that is read has a third of it. No more is taken from a child that has gone wrong.
LARGEST_ANSWER = 512 * 1024 * 1024
_LENGTH = 8  # bytes
OUT_OF_MEMORY = 12  # the exit code of a child that could not even say so


class Orders(msgspec.Struct, frozen=True, kw_only=True):
    """What a child is started with: the module that reads, and what one task may take.

    `memory` is in bytes, on top of what the ready child holds.
    """

    reader: str
    seconds: float
    memory: int


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """One file to read, as an article's record or as a document.

    Of what was fetched, `address` is where it stood, and `charset` the encoding that the server named.
    """

    work: Literal["record", "document"]
    data: bytes
    path: str | None = None
    plain: bool = False
    address: str | None = None
    charset: str | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a task: a record, a document, or the reason why there is neither.

    `last` says that the child ends behind it. The first answer of all has nothing in it: the child is ready.
    """

    record: Record | None = None
    document: Document | None = None
    reason: str | None = None
    last: bool = False


def pack_task(task: Task) -> bytes:
    """The bytes of a task; lone surrogates of its path become U+FFFD."""
    if task.path is not None:
        task = msgspec.structs.replace(task, path=encodable(task.path))
    return msgspec.msgpack.encode(task)


def unpack_task(data: bytes) -> Task:
    """The task that was packed."""
    return msgspec.msgpack.decode(data, type=Task)


def pack_answer(answer: Answer) -> bytes:
    """The bytes of an answer, as JSON: what a ledger would keep of a record, with U+FFFD for lone surrogates."""
    return to_json(answer)


def unpack_answer(data: bytes) -> Answer:
    """The answer that was packed; raises `ValueError` where it is none, as the child is not to be trusted."""
    return msgspec.json.decode(data, type=Answer)


def send(pipe: IO[bytes], data: bytes) -> None:
    """Write one message."""
    pipe.write(len(data).to_bytes(_LENGTH, "big"))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes], *, most: int | None = None) -> bytes | None:
    """Read one message; None where the other side is gone. Raises `ValueError` for one of more than `most` bytes."""
    head = pipe.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head, "big")
    if most is not None and length > most:
        raise ValueError(f"a message of {length:,} bytes")
    data = pipe.read(length)
    return data if len(data) == length else None


def too_much_memory(orders: Orders) -> str:
    """The reason for a file that took too much memory."""
    return (
        f"reading it takes more than {orders.memory / 2**20:,.0f} MiB of memory and was stopped: split the file into"
        " its articles, or save the article as plain text"
    )
