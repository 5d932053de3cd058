"""Answers that are kept until the ledger changes: feeds are asked for again and again, and so are first pages.

An answer is given again where the same address is asked for, by the same name of this app, with the same right to
write, on the same day (citations name it), while the ledger's state (onrecord/ledger/state.py) is the one that it was
made in. The state is read before the answer is made: one that was made of a newer ledger is made once more, and never
the other way round.
"""

import asyncio
import datetime
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from typing import cast

from litestar.connection import Request
from litestar.datastructures import State
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.ledger.ledger import Ledger
from onrecord.web.guard import is_signed_in

LIVE = "live"  # among the options of a handler: it tells more than the ledger holds
MOST = 32 * 2**20  # bytes of answers that are kept
LARGEST = 2**20  # bytes of one of them
ROOM = 2_000  # bytes that an answer takes beside its address and its body

Key = tuple[str, ...]
Answer = tuple[Message, Message]


class Memory:
    """The answers of one app, those that were last asked for."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        # Beside the threads that work at answers: what is known already need not wait for them.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="onrecord-state")
        self._state = -1
        self._bytes = 0
        self._kept: OrderedDict[Key, Answer] = OrderedDict()

    async def state(self) -> int:
        """The ledger's state now; what was kept of another one is forgotten."""
        found = await asyncio.get_running_loop().run_in_executor(self._thread, self._ledger.state)
        if found > self._state:
            self._state, self._bytes = found, 0
            self._kept.clear()
        return found

    def find(self, key: Key, state: int) -> Answer | None:
        """The answer of an address, where it is still the newest."""
        if state != self._state or key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key]

    def keep(self, key: Key, state: int, answer: Answer) -> None:
        """Keep an answer that was made of a state, and forget those that nobody asked for since."""
        if state != self._state or _size(key, answer) > LARGEST:
            return
        self._forget(key)
        self._kept[key] = answer
        self._bytes += _size(key, answer)
        while self._bytes > MOST:
            self._forget(next(iter(self._kept)))

    def close(self) -> None:
        """Wait until nothing is asked any more."""
        self._thread.shutdown()

    def _forget(self, key: Key) -> None:
        if key in self._kept:
            self._bytes -= _size(key, self._kept.pop(key))


class Remember:
    """Middleware that answers from the memory. It stands behind the guard: who may not ask gets nothing."""

    def __init__(self, app: ASGIApp, memory: Memory) -> None:
        self.app = app
        self.memory = memory

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        request: Request[object, object, State] = Request(scope)
        if request.route_handler.opt.get(LIVE):
            await self.app(scope, receive, send)
            return
        key = key_of(request)
        state = await self.memory.state()
        known = self.memory.find(key, state)
        if known is not None:
            for message in known:
                await send(cast(Message, dict(message)))
            return
        begun: list[Message] = []

        async def note(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                begun.append(cast(Message, dict(message)))
            elif message["type"] == "http.response.body" and begun:
                if not message.get("more_body"):
                    self.memory.keep(key, state, (begun[0], cast(Message, dict(message))))
                begun.clear()
            await send(message)

        await self.app(scope, receive, note)


def key_of(request: Request[object, object, State]) -> Key:
    """All that an answer depends on, but for the ledger."""
    scope = request.scope
    return (
        scope["path"],
        scope["query_string"].decode("latin-1"),
        scope["scheme"],
        scope.get("root_path", ""),
        request.headers.get("host", ""),
        str(is_signed_in(request, request.app.state.options)),
        datetime.datetime.now(datetime.UTC).date().isoformat(),
    )


def _size(key: Key, answer: Answer) -> int:
    return ROOM + sum(map(len, key)) + len(cast(bytes, answer[1].get("body", b"")))
