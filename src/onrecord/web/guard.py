"""Who may ask for what: the host's name, where a form was sent from, the token, and how often.

A page of another site can make a browser send a form here. Browsers say where a request comes from, in
`Sec-Fetch-Site` and in `Origin`; a change that comes from elsewhere is refused. What sends neither is no browser, and
has nothing of a user's that could be misused. (As OWASP's Cross-Site Request Forgery Prevention Cheat Sheet has it
under "Fetch Metadata", with "Verifying Origin" for older browsers.)
"""

import hashlib
import hmac
import time
from collections import OrderedDict
from urllib.parse import urlsplit

from litestar.connection import Request
from litestar.datastructures import State
from litestar.enums import ScopeType
from litestar.exceptions import (
    HTTPException,
    NotAuthorizedException,
    PermissionDeniedException,
    TooManyRequestsException,
)
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.options import Options

COOKIE = "onrecord"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# What may be asked for without the token, so that one can be given.
OPEN = ("/sign-in", "/static/")
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
MOST_CLIENTS = 10_000  # whose changes are counted


class Guard:
    """Middleware that lets a request through, or raises why not."""

    def __init__(self, app: ASGIApp, options: Options) -> None:
        self.app = app
        self.options = options
        self.clients: OrderedDict[str, list[float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == ScopeType.HTTP:
            request: Request[object, object, State] = Request(scope)
            self.check_host(request)
            if request.method not in SAFE:
                check_origin(request)
                self.check_rate(request)
            self.check_token(request)
        await self.app(scope, receive, send)

    def check_host(self, request: Request[object, object, State]) -> None:
        """Only by a name of this app: a page of another site could have its own name lead here (DNS rebinding)."""
        if self.options.names and host_of(request) not in self.options.names:
            raise HTTPException(
                "This host name is not one that onrecord was told to answer to (--name).", status_code=421
            )

    def check_token(self, request: Request[object, object, State]) -> None:
        """The token, where one is needed: in the header Authorization, or in the cookie of somebody signed in."""
        if request.url.path.startswith(OPEN) or is_signed_in(request, self.options):
            return
        if self.options.private or (self.options.token and request.method not in SAFE):
            raise NotAuthorizedException("Sign in with the token that onrecord serve was started with.")

    def check_rate(self, request: Request[object, object, State]) -> None:
        """No more changes of one client in a minute than the options allow."""
        now = time.monotonic()
        client = request.client.host if request.client else ""
        recent = [one for one in self.clients.pop(client, []) if one > now - 60]
        if len(recent) >= self.options.writes:
            wait = int(61 - (now - recent[0]))
            self.clients[client] = recent
            raise TooManyRequestsException(
                f"More than {self.options.writes} changes in a minute: wait {wait} seconds.",
                headers={"retry-after": str(wait)},
            )
        self.clients[client] = [*recent, now]
        while len(self.clients) > MOST_CLIENTS:
            self.clients.popitem(last=False)


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
    return hashlib.sha256(f"onrecord session {token}".encode()).hexdigest()


def is_token(given: str, options: Options) -> bool:
    """Whether this is the token."""
    return options.token is not None and hmac.compare_digest(given.encode(), options.token.encode())


def is_signed_in(request: Request[object, object, State], options: Options) -> bool:
    """Whether the request shows the token; whether it may do all, where there is none."""
    if options.token is None:
        return True
    kind, _, given = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer" and is_token(given.strip(), options):
        return True
    return hmac.compare_digest(request.cookies.get(COOKIE, "").encode(), session_of(options.token).encode())


async def add_headers(message: Message, scope: Scope) -> None:
    """Give every answer the headers that keep a browser from doing more than it should."""
    if message["type"] != "http.response.start":
        return
    headers = list(message.get("headers", []))
    names = {name.lower() for name, _ in headers}
    kind = next((value for name, value in headers if name.lower() == b"content-type"), b"")
    policy = PICTURE_POLICY if kind.startswith(b"image/svg") else POLICY
    wanted = [*HEADERS, (b"content-security-policy", policy.encode())]
    if not scope["path"].startswith("/static/"):
        wanted.append((b"cache-control", b"private, no-cache"))
    headers += [(name, value) for name, value in wanted if name not in names]
    message["headers"] = headers
