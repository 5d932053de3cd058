"""The only place where onrecord opens a connection to a site: to a public address, within a time, or not at all.

A name is looked up once, every address that it leads to must be allowed, and the connection goes to one of exactly
these: a name that leads elsewhere a moment later gains nothing. Messages never tell where a name led to, nor whether
it exists where it leads to no public address, so that nobody learns of a network's inside by asking.
"""

import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable

import httpcore

from onrecord.errors import NotFetched
from onrecord.read.public import Address
from onrecord.read.web_address import literal_address

# How long one address of a site may take to answer before the next is tried, and how many are tried.
_SECONDS_TO_CONNECT = 10.0
_MOST_TRIED = 4

SocketOptions = Iterable[
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
]


class Clock:
    """The time that is left of one fetch, over all its redirects, reads and look-ups."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, most: float | None = None) -> float:
        """The seconds left, `most` at most; raises `httpcore.ReadTimeout` when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time is over")
        return left if most is None else min(left, most)


class Backend(httpcore.NetworkBackend):
    """What httpcore connects by: to vetted addresses only, and never past the clock's end."""

    def __init__(self, clock: Clock, allowed: Callable[[Address], bool]) -> None:
        self._clock = clock
        self._allowed = allowed
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the host; raises `NotFetched` where there may be none."""
        addresses = _look_up(host, port, self._clock)
        if not addresses or not all(map(self._allowed, addresses)):
            raise NotFetched(f"{host} is no public site: check the address")
        for address in addresses[:_MOST_TRIED]:
            try:
                stream = self._plain.connect_tcp(
                    str(address),
                    port,
                    timeout=self._clock.left(_SECONDS_TO_CONNECT),
                    socket_options=socket_options,
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
            return _Stream(stream, self._clock)
        raise NotFetched(f"{host} does not answer: try again later")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: SocketOptions | None = None
    ) -> httpcore.NetworkStream:
        """Never: no site is there."""
        raise NotFetched("a local socket is not fetched from")


class _Stream(httpcore.NetworkStream):
    """A connection whose every step ends with the clock: a server that sends a byte now and then is cut off."""

    def __init__(self, stream: httpcore.NetworkStream, clock: Clock) -> None:
        self._stream = stream
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, timeout=self._clock.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout=self._clock.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        try:
            stream = self._stream.start_tls(ssl_context, server_hostname, timeout=self._clock.left())
        except httpcore.ConnectError as error:
            if isinstance(error.__cause__, ssl.SSLCertVerificationError):
                what = (
                    f"the certificate of {server_hostname} does not hold ({error.__cause__.verify_message})"
                )
            else:
                what = f"{server_hostname} gives no safe connection: try again later"
            raise NotFetched(what) from error
        return _Stream(stream, self._clock)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def _look_up(host: str, port: int, clock: Clock) -> list[Address]:
    """Every address that a host leads to, once each; none where it leads nowhere."""
    literal = literal_address(host)
    if literal is not None:
        return [literal]
    found: queue.SimpleQueue[list[Address]] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            answers = []
        found.put(list(dict.fromkeys(ipaddress.ip_address(answer[4][0]) for answer in answers)))

    # The system's look-up cannot be told how long it may take, so it is left behind where it takes too long.
    threading.Thread(target=ask, name="onrecord-look-up", daemon=True).start()
    try:
        return found.get(timeout=clock.left())
    except queue.Empty:
        raise httpcore.ConnectTimeout("the look-up took too long") from None
