"""Fetching: what comes back whole, and everything that a server or an address may try."""

import gzip
import re
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterator
from ipaddress import ip_address

import httpx
import pytest
from tests.read.web_server import CERTIFICATE, Server, page, redirect, running

from onrecord.errors import NotFetched
from onrecord.read import fetch as module
from onrecord.read.fetch import Fetched, Limits, fetch
from onrecord.read.public import Address, is_public

BODY = b"<html><body><p>The quay is closed.</p></body></html>"
HERE = ip_address("127.0.0.1")
Get = Callable[..., Fetched]


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as server:
        yield server


def is_here_or_public(address: Address) -> bool:
    """What the tests allow: the one address of their server beside the public ones."""
    return address == HERE or is_public(address)


@pytest.fixture
def get(server: Server) -> Get:
    """Fetch from the test's server, which stands where no public site does."""

    def get_it(url: str, **limits: object) -> Fetched:
        chosen = {"ports": (80, 443, server.port), "seconds": 5.0, **limits}
        return module._fetch(url, limits=Limits(**chosen), allowed=is_here_or_public)  # type: ignore[arg-type]

    return get_it


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[list[str]]]:
    """The look-up of names: each has a list of answers, of which the last stays. No name is asked of the network."""
    answers: dict[str, list[list[str]]] = {}

    def look_up(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        if re.fullmatch(r"[\d.]+|.*:.*", host):
            found = [host]
        else:
            found = answers[host].pop(0) if len(answers[host]) > 1 else answers[host][0]
        families = {4: socket.AF_INET, 6: socket.AF_INET6}
        return [(families[ip_address(one).version], socket.SOCK_STREAM, 6, "", (one, port)) for one in found]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return answers


def test_a_page_comes_back_whole_with_where_and_when(server: Server, get: Get) -> None:
    server.answers["/bridge?a=1"] = page(BODY, kind="text/html; charset=UTF-8")
    url = server.url("/bridge?a=1#top")
    fetched = get(url)
    assert fetched.data == BODY
    assert (fetched.url, fetched.final, fetched.redirects) == (url, server.url("/bridge?a=1"), ())
    assert (fetched.status, fetched.content_type) == (200, "text/html; charset=UTF-8")
    assert (fetched.kind, fetched.charset) == ("text/html", "UTF-8")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", fetched.retrieved)


def test_it_says_who_asks_and_nothing_more(server: Server, get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    server.answers["/a"] = redirect("/b").replace(b"\r\n\r\n", b"\r\nSet-Cookie: a=b; Path=/\r\n\r\n")
    server.answers["/b"] = page()
    get(server.url("/a"))
    names = [line.partition(":")[0].lower() for line in server.asked[1].splitlines()[1:] if line]
    assert set(names) == {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert re.search(r"^User-Agent: onrecord/\d+\.\d+\.\d+\S*\r$", server.asked[1], re.MULTILINE)
    assert f"Host: 127.0.0.1:{server.port}\r\n" in server.asked[1]


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        ("text/html", True),
        ("TEXT/HTML;charset=x", True),
        ("text/html, text/html", True),
        ("application/xhtml+xml", True),
        ("text/plain", True),
        ("application/pdf", True),
        ("text/xml", True),
        ("application/rss+xml", True),
        ("image/png", False),
        ("application/json", False),
        ("application/octet-stream", False),
        ("text/css", False),
        ("video/mp4", False),
    ],
)
def test_only_what_can_be_read_is_fetched(server: Server, get: Get, kind: str, known: bool) -> None:
    server.answers["/"] = page(BODY, kind=kind)
    if known:
        assert get(server.url("/")).data == BODY
    else:
        with pytest.raises(NotFetched, match=f"there is {kind} at this address"):
            get(server.url("/"))


def test_a_server_need_not_say_what_it_sends(server: Server, get: Get) -> None:
    server.answers["/"] = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"
    fetched = get(server.url("/"))
    assert (fetched.data, fetched.content_type, fetched.kind, fetched.charset) == (b"abc", None, None, None)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("404 Not Found", r"404 \(Not Found\)"),
        ("500 Oh no", "500"),
        ("204 No Content", "204"),
        ("799 Odd", "799,"),
    ],
)
def test_no_page_is_an_error_with_its_number(server: Server, get: Get, status: str, words: str) -> None:
    server.answers["/"] = page(b"", status=status)
    with pytest.raises(NotFetched, match=words):
        get(server.url("/"))


def test_redirects_are_followed_and_told(server: Server, get: Get) -> None:
    for at, status in enumerate((301, 302, 303, 307, 308)):
        server.answers[f"/{at}"] = redirect(f"/{at + 1}", status=status)
    server.answers["/5"] = redirect(server.url("/end#part"))
    server.answers["/end"] = page(BODY)
    fetched = get(server.url("/0"))
    assert fetched.data == BODY
    assert fetched.redirects == tuple(server.url(path) for path in ("/1", "/2", "/3", "/4", "/5", "/end"))
    assert fetched.final == server.url("/end")
    assert len(server.asked) == 7


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("http://127.0.0.2/", "127.0.0.2 is no public site"),
        ("http://10.0.0.1/", "10.0.0.1 is no public site"),
        ("http://169.254.169.254/latest/meta-data/", "no public site"),
        ("http://[::1]/", "no public site"),
        ("http://[::ffff:127.0.0.1]/", "no public site"),
        ("http://[64:ff9b::7f00:1]/", "no public site"),
        ("http://2130706433/", "redirects to another address: the address names no site"),
        ("http://localhost:22/", "port 22"),
        ("http://quill:secret@127.0.0.1/", "password"),
        ("file:///etc/passwd", "only http and https"),
        ("ftp://courier.example/", "only http and https"),
        ("http://[::g]/", "no web address"),
        ("/" + "a" * 5000, "longer than 4,000"),
        ("http://127.0.0.1/" + "a" * 70_000, "no web address"),
        ("", "does not say where to"),
    ],
)
def test_a_redirect_leads_only_where_an_address_may(
    server: Server, get: Get, target: str, words: str
) -> None:
    server.answers["/"] = redirect(target)
    with pytest.raises(NotFetched, match=words):
        get(server.url("/"))


def test_circles_and_long_chains_of_redirects_end(server: Server, get: Get) -> None:
    server.answers["/a"], server.answers["/b"] = redirect("/b"), redirect("/a")
    with pytest.raises(NotFetched, match="in a circle"):
        get(server.url("/a"))
    assert len(server.asked) == 3
    server.answers["/self"] = redirect("/self")
    with pytest.raises(NotFetched, match="in a circle"):
        get(server.url("/self"))
    server.answers |= {f"/{at}": redirect(f"/{at + 1}") for at in range(10)}
    with pytest.raises(NotFetched, match="more than 3 times"):
        get(server.url("/0"), redirects=3)


def test_nothing_leads_from_https_to_http() -> None:
    secure, plain = (module.read_web_address(f"{scheme}://courier.example/") for scheme in ("https", "http"))
    with pytest.raises(NotFetched, match="from https to http"):
        module._followed(secure, plain, [], Limits())
    assert module._followed(plain, secure, [], Limits()) == secure


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "0.0.0.0",
        "10.1.2.3",
        "169.254.169.254",
        "100.64.0.1",
        "[fe80::1]",
        "[fc00::1]",
    ],
)
def test_what_is_not_public_is_never_asked(server: Server, host: str) -> None:
    with pytest.raises(NotFetched, match="is no public site"):
        fetch(f"http://{host}:{server.port}/", limits=Limits(ports=(server.port,)))
    assert server.asked == []


def test_every_address_of_a_name_must_be_public_and_none_is_told(
    server: Server, get: Get, names: dict[str, list[list[str]]]
) -> None:
    names["courier.example"] = [["127.0.0.1", "10.9.8.7"]]
    names["gazette.example"] = [["10.9.8.7"]]
    names["nowhere.example"] = [[]]
    told = set()
    for name in names:
        with pytest.raises(NotFetched) as raised:
            get(server.url("/", host=name))
        assert "10.9" not in str(raised.value)
        told.add(str(raised.value).replace(name, "NAME"))
    assert told == {"NAME is no public site: check the address"}  # nor can be told which names exist
    assert server.asked == []


def test_a_name_is_looked_up_once_and_its_vetted_address_connected_to(
    server: Server, get: Get, names: dict[str, list[list[str]]]
) -> None:
    server.answers["/"] = page(BODY)
    names["courier.example"] = [["127.0.0.1"], ["10.9.8.7"]]
    assert get(server.url("/", host="courier.example")).data == BODY
    assert f"Host: courier.example:{server.port}" in server.asked[0]
    assert names["courier.example"] == [["10.9.8.7"]]  # only the first answer was asked for


def test_a_name_that_leads_elsewhere_after_a_redirect_is_looked_at_anew(
    server: Server, get: Get, names: dict[str, list[list[str]]]
) -> None:
    server.answers["/"], server.answers["/b"] = redirect("/b"), page(BODY)
    names["courier.example"] = [["127.0.0.1"], ["10.9.8.7"]]
    with pytest.raises(NotFetched, match="no public site"):
        get(server.url("/", host="courier.example"))
    assert len(server.asked) == 1


def test_a_name_whose_look_up_hangs_is_given_up(
    server: Server, get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(4) or [])
    start = time.monotonic()
    with pytest.raises(NotFetched, match=r"took more than 0\.3 seconds"):
        get(server.url("/", host="courier.example"), seconds=0.3)
    assert time.monotonic() - start < 3


def test_a_name_that_cannot_be_looked_up_is_no_public_site(
    get: Get, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(NotFetched, match="is no public site"):
        get(server.url("/", host="courier.example"))


def test_the_next_address_is_tried_where_one_does_not_answer(
    server: Server, names: dict[str, list[list[str]]]
) -> None:
    server.answers["/"] = page(BODY)
    names["courier.example"] = [["127.0.0.2", "127.0.0.1"]]
    limits = Limits(ports=(server.port,), seconds=5)
    url = server.url("/", host="courier.example")
    assert module._fetch(url, limits=limits, allowed=lambda address: address.is_loopback).data == BODY
    names["courier.example"] = [["127.0.0.2"]]
    with pytest.raises(NotFetched, match=r"courier\.example does not answer"):
        module._fetch(url, limits=limits, allowed=lambda address: address.is_loopback)


def test_packed_pages_are_unpacked(server: Server, get: Get) -> None:
    packed = gzip.compress(BODY)
    for data in (packed, packed[:10] + packed[10:], gzip.compress(BODY[:9]) + gzip.compress(BODY[9:])):
        server.answers["/"] = page(data, headers="Content-Encoding: gzip\r\n")
        assert get(server.url("/")).data == BODY
    server.answers["/"] = page(b"", headers="Content-Encoding: gzip\r\n")
    assert get(server.url("/")).data == b""
    long = bytes(range(256)) * 4000
    server.answers["/"] = page(gzip.compress(long), headers="Content-Encoding: x-gzip\r\n")
    assert get(server.url("/")).data == long


@pytest.mark.parametrize(
    ("data", "packing", "words"),
    [
        (b"no gzip at all", "gzip", "damaged"),
        (gzip.compress(BODY)[:-12], "gzip", "breaks off"),
        (gzip.compress(BODY) + b"more", "gzip", "damaged"),
        (zlib.compress(BODY), "deflate", "not asked for"),
        (BODY, "br", "not asked for"),
        (gzip.compress(gzip.compress(BODY)), "gzip, gzip", "not asked for"),
    ],
)
def test_what_cannot_be_unpacked_is_an_error(
    server: Server, get: Get, data: bytes, packing: str, words: str
) -> None:
    server.answers["/"] = page(data, headers=f"Content-Encoding: {packing}\r\n")
    with pytest.raises(NotFetched, match=words):
        get(server.url("/"))


def test_a_bomb_stops_early(server: Server, get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    bounded = module._bounded

    def watched(pieces: Iterator[bytes], largest: int) -> Iterator[bytes]:
        for piece in bounded(pieces, largest):
            seen.append(len(piece))
            yield piece

    monkeypatch.setattr(module, "_bounded", watched)
    bomb = gzip.compress(bytes(200_000_000), 9)  # two hundred thousand bytes on the way
    server.answers["/"] = page(bomb, headers="Content-Encoding: gzip\r\n")
    with pytest.raises(NotFetched, match="more than 1,000,000 bytes"):
        get(server.url("/"), largest=1_000_000)
    assert sum(seen) < 2_000_000
    assert max(seen) <= 65_536


def test_an_answer_that_is_too_large_or_never_ends_stops(server: Server, get: Get) -> None:
    sent: list[int] = []

    def pour(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
        while sum(sent) < 100_000_000:
            sent.append(connection.send(bytes(65536)))

    server.answers["/"] = pour
    with pytest.raises(NotFetched, match="more than 500,000 bytes"):
        get(server.url("/"), largest=500_000)
    server.answers["/"] = page(bytes(1001))
    with pytest.raises(NotFetched, match="more than 1,000 bytes"):
        get(server.url("/"), largest=1000)
    server.answers["/"] = page(bytes(1000))
    assert len(get(server.url("/"), largest=1000).data) == 1000
    assert sum(sent) < 50_000_000


def drip(pieces: bytes, *, before: bytes = b"") -> Callable[[socket.socket], None]:
    def send(connection: socket.socket) -> None:
        connection.sendall(before)
        for at in range(len(pieces)):
            time.sleep(0.05)
            connection.sendall(pieces[at : at + 1])

    return send


@pytest.mark.parametrize(
    "answer",
    [
        drip(b" " * 200, before=b"HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n"),
        drip(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200),
        lambda connection: time.sleep(1),
        lambda connection: [
            connection.sendall(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 9) for _ in range(10**6)
        ],
    ],
    ids=["body", "head", "silent", "hints"],
)
def test_a_slow_or_endless_server_is_cut_off(
    server: Server, get: Get, answer: Callable[[socket.socket], None]
) -> None:
    server.answers["/"] = answer
    start = time.monotonic()
    with pytest.raises(NotFetched, match=r"took more than 0\.4 seconds"):
        get(server.url("/"), seconds=0.4)
    assert time.monotonic() - start < 2


def test_the_time_is_that_of_all_redirects_together(server: Server, get: Get) -> None:
    for at in range(8):
        head = redirect(f"/{at + 1}")
        server.answers[f"/{at}"] = lambda connection, head=head: (time.sleep(0.1), connection.sendall(head))
    with pytest.raises(NotFetched, match=r"took more than 0\.35 seconds"):
        get(server.url("/0"), seconds=0.35)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 10\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000 + b"\r\n\r\n",
    ],
)
def test_a_broken_answer_is_an_error(server: Server, get: Get, answer: bytes) -> None:
    server.answers["/"] = answer
    with pytest.raises(NotFetched, match=r"broke off|broke: try again"):
        get(server.url("/"))


def test_a_server_without_safe_connection_is_an_error(server: Server, get: Get) -> None:
    with pytest.raises(NotFetched, match="gives no safe connection"):
        get(server.url("/").replace("http:", "https:"))


def test_a_certificate_must_hold_for_the_name_that_was_asked_for(
    server: Server, get: Get, names: dict[str, list[list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    server.secure, server.answers["/"] = True, page(BODY)
    names |= {name: [["127.0.0.1"]] for name in ("courier.example", "gazette.example")}
    with pytest.raises(NotFetched, match=r"the certificate of courier\.example does not hold \(self"):
        get(server.url("/", host="courier.example"))
    trusting = ssl.create_default_context(cafile=CERTIFICATE)
    monkeypatch.setattr(httpx, "create_ssl_context", lambda **_: trusting)
    assert get(server.url("/", host="courier.example.")).data == BODY
    with pytest.raises(NotFetched, match=r"the certificate of gazette\.example does not hold \(Hostname"):
        get(server.url("/", host="gazette.example"))
    assert len(server.asked) == 1
