"""A web address to the bytes that stand there, the only way by which onrecord asks the network for anything.

    fetched = fetch("https://courier.example/bridge")
    record = onrecord.pipeline.read_fetched(fetched)

The address is a stranger's, and so is the server: only public sites are asked (`connect.py`), redirects are followed
one by one with the same checks, and size, time and number of redirects are bounded. No cookie is kept, no proxy of
the environment is used, and certificates must hold.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from http import HTTPStatus
from importlib.metadata import version

import httpcore
import httpx
import msgspec

from onrecord.errors import NotFetched
from onrecord.read.connect import Backend, Clock
from onrecord.read.public import Address, is_public
from onrecord.read.web_address import USUAL_PORTS, check_web_address, read_web_address

_READ_KINDS = frozenset(
    {
        "application/atom+xml",
        "application/pdf",
        "application/rss+xml",
        "application/x-pdf",
        "application/xhtml+xml",
        "application/xml",
        "text/html",
        "text/markdown",
        "text/plain",
        "text/vtt",
        "text/xml",
    }
)
_ACCEPT = "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, application/xml;q=0.8"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LONGEST_HEADER = 200
_PIECE = 64 * 1024


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How far one fetch may go: which ports, how many bytes (unpacked), seconds in all, and redirects."""

    ports: tuple[int, ...] = USUAL_PORTS
    largest: int = 16 * 1024 * 1024
    seconds: float = 30.0
    redirects: int = 8


DEFAULT_LIMITS = Limits()


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """What stood at a web address, and when.

    `url` is the address as it was asked for, `redirects` are those that it led on to, in order, and `final` is the
    one that answered. `data` are the bytes as they were received, unpacked where they were sent packed; the id of
    the article is their digest. `retrieved` is the time of the answer in UTC, to the second.
    """

    url: str
    final: str
    redirects: tuple[str, ...] = ()
    status: int
    content_type: str | None
    data: bytes
    retrieved: str

    @property
    def kind(self) -> str | None:
        """The kind of file that the server says it is ("text/html"), in small letters."""
        return _kind(self.content_type)

    @property
    def charset(self) -> str | None:
        """The encoding of the text that the server says."""
        if self.content_type is None:
            return None
        for part in self.content_type.split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().lower() == "charset":
                return value.strip(" \t\"'") or None
        return None


def fetch(url: str, *, limits: Limits = DEFAULT_LIMITS) -> Fetched:
    """Fetch a web address: an article's page, text or PDF.

    Raises `NotFetched` where the address may not be asked, does not answer with a page, or goes over the limits.
    """
    return _fetch(url, limits=limits, allowed=is_public)


def _fetch(url: str, *, limits: Limits, allowed: Callable[[Address], bool]) -> Fetched:
    """The same; `allowed` says which internet addresses may be connected to."""
    clock = Clock(limits.seconds)
    asked = read_web_address(url, ports=limits.ports)
    visited: list[str] = []
    try:
        with httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_connections=1,
            network_backend=Backend(clock, allowed),
        ) as pool:
            while True:
                answer = _ask(pool, asked, limits)
                if isinstance(answer, httpx.URL):
                    asked = _followed(asked, answer, visited, limits)
                    continue
                status, content_type, data = answer
                return Fetched(
                    url=url,
                    final=str(asked),
                    redirects=tuple(visited),
                    status=status,
                    content_type=content_type,
                    data=data,
                    retrieved=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                )
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise NotFetched(_reason(error, asked, limits)) from error


def _ask(
    pool: httpcore.ConnectionPool, url: httpx.URL, limits: Limits
) -> httpx.URL | tuple[int, str | None, bytes]:
    """Ask for one address: where it redirects to, or the status, the content type and the bytes of the answer."""
    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    headers: dict[bytes | str, bytes | str] = {
        "Host": url.netloc.decode("ascii"),
        "User-Agent": f"onrecord/{version('onrecord')}",
        "Accept": _ACCEPT,
        "Accept-Encoding": "gzip",  # the one packing that can be unpacked a piece at a time by Python alone
        "Connection": "close",
    }
    with pool.stream("GET", target, headers=headers) as response:
        found = httpx.Headers(response.headers)
        if response.status in _REDIRECTS:
            return _target(url, found.get("location"))
        if response.status != HTTPStatus.OK:
            raise NotFetched(f"the server answered {_named(response.status)}, not with a page")
        content_type = found.get("content-type", "").strip()[:_LONGEST_HEADER] or None
        kind = _kind(content_type)
        if kind is not None and kind not in _READ_KINDS:
            raise NotFetched(f"there is {kind} at this address; only HTML, text, XML and PDF are fetched")
        pieces = response.iter_stream()
        return response.status, content_type, _read(pieces, found, limits)


def _read(pieces: Iterable[bytes], headers: httpx.Headers, limits: Limits) -> bytes:
    """The bytes of an answer, unpacked; reading stops as soon as there are too many."""
    packing = headers.get("content-encoding", "identity").strip().lower()
    if packing in ("gzip", "x-gzip"):
        pieces = _unpacked(_bounded(pieces, limits.largest))
    elif packing not in ("identity", ""):
        raise NotFetched(f"the server packed the page in a way that was not asked for ({packing[:40]})")
    return b"".join(_bounded(pieces, limits.largest))


def _bounded(pieces: Iterable[bytes], largest: int) -> Iterator[bytes]:
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > largest:
            raise NotFetched(f"there are more than {largest:,} bytes at this address, which no article needs")
        yield piece


def _unpacked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Gzip undone in small pieces: what unpacks to gigabytes is met by the bound after the first of them."""
    unpacker = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    started = False
    for piece in pieces:
        rest = piece
        while rest:
            if unpacker.eof:  # several packed parts may follow each other
                unpacker = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
            started = True
            try:
                yield unpacker.decompress(rest, _PIECE)
            except zlib.error as error:
                raise NotFetched("the page is packed as gzip, and damaged: try again later") from error
            rest = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    while rest := unpacker.decompress(b"", _PIECE):  # what was unpacked and is not given out yet
        yield rest
    if started and not unpacker.eof:
        raise NotFetched("the page is packed as gzip, and breaks off: try again later")


def _target(url: httpx.URL, location: str | None) -> httpx.URL:
    """Where a redirect leads to, made whole."""
    if not location:
        raise NotFetched("the server redirects, and does not say where to")
    try:
        return url.join(location)
    except (httpx.InvalidURL, ValueError) as error:
        raise NotFetched("the server redirects to what is no web address") from error


def _followed(asked: httpx.URL, target: httpx.URL, visited: list[str], limits: Limits) -> httpx.URL:
    """The next address to ask, checked like the first, and put down among those visited."""
    try:
        target = check_web_address(target, ports=limits.ports)
    except NotFetched as error:
        raise NotFetched(f"the server redirects to another address: {error}") from error
    if asked.scheme == "https" and target.scheme == "http":
        # What comes without encryption can be changed on its way by anybody, and is no evidence; whoever wants it
        # all the same can see that by giving the http address.
        raise NotFetched("the server redirects from https to http, where anybody can change what is read")
    if str(target) in (str(asked), *visited):
        raise NotFetched(
            "the server redirects in a circle; it may want cookies, which onrecord does not keep"
        )
    if len(visited) == limits.redirects:
        raise NotFetched(f"the server redirects more than {limits.redirects} times")
    visited.append(str(target))
    return target


def _kind(content_type: str | None) -> str | None:
    return (content_type or "").replace(",", ";").split(";")[0].strip().lower() or None


def _named(status: int) -> str:
    try:
        return f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return str(status)


def _reason(error: Exception, url: httpx.URL, limits: Limits) -> str:
    """What an error of the connection means for whoever wanted the page, without where the connection went."""
    host = url.raw_host.decode("ascii")
    if isinstance(error, httpcore.TimeoutException):
        return f"{host} took more than {limits.seconds:g} seconds: try again later"
    if isinstance(error, httpcore.ProtocolError):
        return f"{host} broke off, or did not answer as a web server does"
    return f"the connection to {host} broke: try again later"
