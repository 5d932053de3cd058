"""Who may ask for what: the host's name, where a form was sent from, the token, and how often.

A page of another site can make a browser send a form here. Browsers say where a request comes from, in
`Sec-Fetch-Site` and in `Origin`; a change that comes from elsewhere is refused. What sends neither is no browser, and
has nothing of a user's that could be misused. (As OWASP's Cross-Site Request Forgery Prevention Cheat Sheet has it
under "Fetch Metadata", with "Verifying Origin" for older browsers.)
"""

import asyncio
import contextlib
import hashlib
import hmac
import time
from collections import OrderedDict, deque
from collections.abc import Iterator
from ipaddress import IPv6Address, ip_address
from typing import cast
from urllib.parse import urlsplit

from litestar.connection import Request
from litestar.datastructures import State
from litestar.enums import ScopeType
from litestar.exceptions import (
    HTTPException,
    NotAuthorizedException,
    PermissionDeniedException,
    ServiceUnavailableException,
    TooManyRequestsException,
)
from litestar.types import ASGIApp, HTTPReceiveMessage, Message, Receive, Scope, Send

from onrecord.web.options import Options

COOKIE = "onrecord"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# Among the options of a handler: what may be asked for without the token, so that one can be given, and what takes
# long. (Not by the path: there are too many ways to write one.)
OPEN = {"open": True}
COSTLY = "costly"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# A picture of a lineage has its style inside it, and nothing else.
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"
HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), interest-cohort=()"),
)
MOST_CLIENTS = 10_000  # who are counted
MINUTE = 60
BODIES = 8  # of the largest size, taken in at the same time
SLOWEST_PIECE = 30  # seconds in which a piece of a body must come
LONGEST_BODY = 600  # seconds in which all of it must


class Guard:
    """Middleware that lets a request through, or raises why not."""

    def __init__(self, app: ASGIApp, options: Options, rates: "Rates") -> None:
        self.app = app
        self.options = options
        self.rates = rates

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == ScopeType.HTTP:
            request: Request[object, object, State] = Request(scope)
            self.check_host(request)
            if request.method not in SAFE:
                check_origin(request)
                self.rates.changes.count(client_of(request))
                receive = patient(receive)
            elif request.route_handler.opt.get(COSTLY):
                self.rates.costly.count(client_of(request))
            self.check_token(request)
            check_letters(request)
            if request.method not in SAFE:
                with self.rates.room_for(size_of(request, self.options)):
                    await self.app(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def check_host(self, request: Request[object, object, State]) -> None:
        """Only by a name of this app: a page of another site could have its own name lead here (DNS rebinding)."""
        if self.options.names and host_of(request) not in self.options.names:
            raise HTTPException(
                "This host name is not one that onrecord was told to answer to (--name).", status_code=421
            )

    def check_token(self, request: Request[object, object, State]) -> None:
        """The token, where one is needed: in the header Authorization, or in the cookie of somebody signed in."""
        if request.route_handler.opt.get("open") or is_signed_in(request, self.options):
            return
        if self.options.private or (self.options.token and request.method not in SAFE):
            raise NotAuthorizedException("Sign in with the token that onrecord serve was started with.")


class Rate:
    """How often each client has asked for something in the last minute, and how often it may."""

    def __init__(self, most: int, what: str) -> None:
        self.most = most
        self.what = what
        self.clients: OrderedDict[str, deque[float]] = OrderedDict()

    def count(self, client: str) -> None:
        """Count one more; raises 429 where that is one too many."""
        now = time.monotonic()
        recent = self.clients.pop(client, None) or deque()
        self.clients[client] = recent  # the last that asked is the last that is forgotten
        while recent and recent[0] <= now - MINUTE:
            recent.popleft()
        if len(recent) >= self.most:
            wait = int(recent[0] + MINUTE - now) + 1 if recent else MINUTE
            raise TooManyRequestsException(
                f"More than {self.most} {self.what} in a minute: wait {wait} seconds.",
                headers={"retry-after": str(wait)},
            )
        recent.append(now)
        while len(self.clients) > MOST_CLIENTS:
            self.clients.popitem(last=False)


class Rates:
    """The rates of one app: there is a guard before each of its addresses, and they count together."""

    def __init__(self, options: Options) -> None:
        self.changes = Rate(options.writes, "changes")
        self.costly = Rate(options.costly, "checks and exports")
        self.most_bytes = BODIES * options.largest
        self.bytes = 0  # of the bodies that are being sent and taken in

    @contextlib.contextmanager
    def room_for(self, size: int) -> Iterator[None]:
        """Take a body in; raises 503 where too much is being taken in already."""
        if self.bytes and self.bytes + size > self.most_bytes:
            raise ServiceUnavailableException(
                "Too much is being sent at the same time: try again in a minute.",
                headers={"retry-after": "60"},
            )
        self.bytes += size
        try:
            yield
        finally:
            self.bytes -= size


def size_of(request: Request[object, object, State], options: Options) -> int:
    """The bytes of a body, as its header says, which the server holds it to; without one, as many as there may be."""
    length = request.headers.get("content-length", "")
    if length.isascii() and length.isdigit():
        return min(int(length[:20]), options.largest)
    return options.largest if "transfer-encoding" in request.headers else 0


def client_of(request: Request[object, object, State]) -> str:
    """Who asks, by the address of the connection: what a header says of it, anybody could write.

    One customer's line has a whole /64 of IPv6 addresses (RFC 6177), which count as one.
    """
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if address.version == 4:
        return host
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(IPv6Address(int(address) >> 64 << 64))


def patient(receive: Receive) -> Receive:
    """The pieces of a body, each of which must come in time, and all of them: else a few connections hold up all."""
    end = time.monotonic() + LONGEST_BODY

    async def next_piece() -> HTTPReceiveMessage:
        try:
            async with asyncio.timeout(min(SLOWEST_PIECE, end - time.monotonic())):
                return cast(HTTPReceiveMessage, await receive())
        except TimeoutError as error:
            raise HTTPException(
                "The request came too slowly: send it again.",
                status_code=408,
                headers={"connection": "close"},
            ) from error

    return cast(Receive, next_piece)


def check_letters(request: Request[object, object, State]) -> None:
    """No NUL in an address: not every database takes one, and no name has one."""
    if "\x00" in request.scope["path"] or b"%00" in request.scope["query_string"]:
        raise HTTPException("The address holds a NUL (%00): take it out.", status_code=400)


def host_of(request: Request[object, object, State]) -> str:
    """The host name of the header Host, without its port."""
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    except ValueError:
        return ""


def check_origin(request: Request[object, object, State]) -> None:
    """Refuse what a page of another site sends."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        elsewhere = site not in ("same-origin", "none")
    elif origin is not None:
        elsewhere = origin.partition("://")[2] != request.headers.get("host")
    else:
        elsewhere = False
    if elsewhere:
        raise PermissionDeniedException("A page of another site sent this; send it from onrecord's own page.")


def session_of(token: str) -> str:
    """What the cookie of somebody signed in holds: a digest, so that the token itself lies in no browser."""
    return hashlib.sha256(_bytes(f"onrecord session {token}")).hexdigest()


def is_token(given: str, options: Options) -> bool:
    """Whether this is the token."""
    return options.token is not None and hmac.compare_digest(_bytes(given), _bytes(options.token))


def is_signed_in(request: Request[object, object, State], options: Options) -> bool:
    """Whether the request shows the token; whether it may do all, where there is none."""
    if options.token is None:
        return True
    kind, _, given = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer" and is_token(_as_sent(given.strip()), options):
        return True
    return hmac.compare_digest(_bytes(request.cookies.get(COOKIE, "")), session_of(options.token).encode())


def _bytes(text: str) -> bytes:
    """A text as bytes, whatever is in it: digests are compared of bytes alone."""
    return text.encode("utf-8", "surrogatepass")


def _as_sent(header: str) -> str:
    """A header's text: its bytes come as if they were Latin-1, and programs write UTF-8."""
    try:
        return header.encode("latin-1").decode()
    except UnicodeError:
        return header


async def add_headers(message: Message, scope: Scope) -> None:
    """Give every answer the headers that keep a browser from doing more than it should."""
    if message["type"] != "http.response.start":
        return
    headers = list(message.get("headers", []))
    names = {name.lower() for name, _ in headers}
    kind = next((value for name, value in headers if name.lower() == b"content-type"), b"")
    policy = PICTURE_POLICY if kind.startswith(b"image/svg") else POLICY
    wanted = [
        *HEADERS,
        (b"content-security-policy", policy.encode()),
        (b"cache-control", b"private, no-cache"),
    ]
    headers += [(name, value) for name, value in wanted if name not in names]
    message["headers"] = headers
