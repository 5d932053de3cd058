"""How every answer goes out: HEAD as GET without its body, an ETag, 304 for who has it already, gzip for who takes it.

An ETag is weak, as RFC 9110 (8.8.3.3) has it for an answer that is the same in meaning and not in bytes, packed and
unpacked: it is made of the bytes before they are packed. Streams have none; they are packed piece by piece.
"""

import asyncio
import gzip
import hashlib
import zlib
from typing import cast

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPReceiveMessage, Message, Receive, Scope, Send

SMALLEST = 500  # bytes that are worth packing
LARGE = 256 * 1024  # bytes that are packed beside the event loop
LEVEL = 5
PACKED_ENDS = (b"json", b"xml")  # and what ends so: application/x-ndjson, application/problem+json

Headers = list[tuple[bytes, bytes]]


def finished(app: ASGIApp) -> ASGIApp:
    """The same app, with its answers finished."""

    async def outer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await app(scope, receive, send)
            return
        answer = _Answer(scope, send)
        if answer.method == "HEAD":
            inner = cast(Scope, {**scope, "method": "GET"})
            await app(inner, answer.receive_until_begun, answer.send)
        else:
            await app(scope, receive, answer.send)

    return outer


class _Answer:
    """One answer on its way: its start is held back until it is known whether a whole body or a stream follows."""

    def __init__(self, scope: Scope, send: Send) -> None:
        given = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
        self.method = str(scope.get("method", ""))
        self.known = given.get(b"if-none-match", "")
        self.takes_gzip = takes_gzip(given.get(b"accept-encoding", ""))
        self._send = send
        self._start: Message | None = None
        self._packer: zlib._Compress | None = None
        self._begun = asyncio.Event()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
        elif message["type"] != "http.response.body":
            await self._send(message)
        elif self._start is not None and message.get("more_body"):
            await self._begin_stream(self._start, message.get("body", b""))
        elif self._start is not None:
            await self._send_whole(self._start, message.get("body", b""))
        elif self.method != "HEAD":
            await self._go_on(message.get("body", b""), more=bool(message.get("more_body")))

    async def receive_until_begun(self) -> HTTPReceiveMessage:
        """What the app hears of somebody who asks with HEAD: they are gone as soon as the answer has begun."""
        await self._begun.wait()
        return {"type": "http.disconnect"}

    async def _send_whole(self, start: Message, body: bytes) -> None:
        headers = _with_head_allowed(_headers_of(start))
        status = start["status"]  # type: ignore[typeddict-item]
        kind = value_of(headers, b"content-type")
        if status == 200 and self.method in ("GET", "HEAD") and body:
            tag = etag(body)
            headers.append((b"etag", tag.encode()))
            if matches(self.known, tag):
                kept = [one for one in headers if one[0].lower() not in (b"content-length", b"content-type")]
                await self._finish(start, 304, _varied(kept, kind), b"")
                return
        if is_packed(kind):
            headers = _varied(headers, kind)
            if self.takes_gzip and len(body) >= SMALLEST:
                body = await asyncio.to_thread(pack, body) if len(body) > LARGE else pack(body)
                headers = [one for one in headers if one[0].lower() != b"content-length"]
                headers += [(b"content-encoding", b"gzip"), (b"content-length", str(len(body)).encode())]
        await self._finish(start, status, headers, body)

    async def _finish(self, start: Message, status: int, headers: Headers, body: bytes) -> None:
        self._start = None
        await self._send(cast(Message, {**start, "status": status, "headers": headers}))
        self._begun.set()
        body = b"" if self.method == "HEAD" else body
        await self._send({"type": "http.response.body", "body": body, "more_body": False})

    async def _begin_stream(self, start: Message, body: bytes) -> None:
        self._start = None
        headers = _headers_of(start)
        kind = value_of(headers, b"content-type")
        if is_packed(kind):
            headers = _varied(headers, kind)
            if self.takes_gzip:
                headers.append((b"content-encoding", b"gzip"))
                self._packer = zlib.compressobj(LEVEL, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
        await self._send(cast(Message, {**start, "headers": headers}))
        self._begun.set()
        if self.method == "HEAD":
            await self._send({"type": "http.response.body", "body": b"", "more_body": False})
        else:
            await self._go_on(body, more=True)

    async def _go_on(self, body: bytes, *, more: bool) -> None:
        if self._packer is not None:
            body = self._packer.compress(body) + (b"" if more else self._packer.flush())
        if body or not more:
            await self._send({"type": "http.response.body", "body": body, "more_body": more})


def etag(body: bytes) -> str:
    """The weak ETag of a body."""
    return f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'


def matches(known: str, tag: str) -> bool:
    """Whether the header If-None-Match names an ETag, by the weak comparison of RFC 9110 (8.8.3.2)."""
    if known.strip() == "*":
        return True
    return tag.removeprefix("W/") in {one.strip().removeprefix("W/") for one in known.split(",")}


def takes_gzip(accepted: str) -> bool:
    """Whether the header Accept-Encoding takes gzip: `gzip;q=0` does not, `*` does where gzip is not named."""
    weights: dict[str, bool] = {}
    for one in accepted.lower().split(","):
        name, _, rest = one.partition(";")
        weight = rest.replace(" ", "").removeprefix("q=")
        weights[name.strip()] = not weight or weight.strip("0.") != ""
    return weights.get("gzip", weights.get("*", False))


def is_packed(kind: bytes) -> bool:
    """Whether answers of a media type are packed: texts are, pictures and archives are already."""
    plain = kind.partition(b";")[0].strip().lower()
    return plain.startswith((b"text/", b"image/svg")) or plain.endswith(PACKED_ENDS)


def pack(body: bytes) -> bytes:
    """The body as gzip: the same bytes give the same bytes."""
    return gzip.compress(body, LEVEL, mtime=0)


def value_of(headers: Headers, name: bytes) -> bytes:
    """The value of a header, empty where there is none."""
    return next((value for one, value in headers if one.lower() == name), b"")


def _headers_of(start: Message) -> Headers:
    return [(bytes(name), bytes(value)) for name, value in start.get("headers", [])]  # type: ignore[attr-defined]


def _varied(headers: Headers, kind: bytes) -> Headers:
    """Caches are told that the answer depends on what packing is taken."""
    if not is_packed(kind):
        return headers
    before = value_of(headers, b"vary")
    others = [one for one in headers if one[0].lower() != b"vary"]
    return [*others, (b"vary", before + b", Accept-Encoding" if before else b"Accept-Encoding")]


def _with_head_allowed(headers: Headers) -> Headers:
    """Where GET is allowed, HEAD is."""
    return [
        (name, value.replace(b"GET", b"GET, HEAD"))
        if name.lower() == b"allow" and b"HEAD" not in value
        else (name, value)
        for name, value in headers
    ]
