"""Web addresses as they may be fetched: http or https, a host, a usual port, and nothing else before the path."""

import ipaddress
import re

import httpx

from onrecord.errors import NotFetched

LONGEST_ADDRESS = 4000
USUAL_PORTS = (80, 443)

_HOST = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_LONGEST_HOST = 253
# Hosts that end like this are read as IPv4 addresses by some programs ("2130706433", "0x7f.1").
_ENDS_IN_NUMBER = re.compile(r"(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)$")
_HELP = "give one such as https://site.example/article"


def read_web_address(text: str, *, ports: tuple[int, ...] = USUAL_PORTS) -> httpx.URL:
    """A web address that may be asked for, in one form; raises `NotFetched` for any other.

    International names come in their ASCII form, a full stop at the end of the host goes, and so does a fragment,
    which is never sent. Whether the host is a public one is told when it is connected to (`connect.py`).
    """
    _refuse_longer(text)
    try:
        url = httpx.URL(text)
    except (httpx.InvalidURL, ValueError) as error:
        raise NotFetched(f"this is no web address: {_HELP}") from error
    return check_web_address(url, ports=ports)


def check_web_address(url: httpx.URL, *, ports: tuple[int, ...] = USUAL_PORTS) -> httpx.URL:
    """The same for an address that was read already: the target of a redirect."""
    _refuse_longer(str(url))
    if url.scheme not in ("http", "https"):
        raise NotFetched(f"only http and https addresses are fetched: {_HELP}")
    if url.userinfo:
        raise NotFetched("an address with a user name or a password in it is not fetched: take them out")
    host = url.raw_host.decode("ascii").removesuffix(".")
    if not _is_host(host):
        raise NotFetched(f"the address names no site: {_HELP}")
    usual = 443 if url.scheme == "https" else 80
    port = usual if url.port is None else url.port
    if port not in ports:
        allowed = " and ".join(map(str, ports))
        raise NotFetched(f"port {port} is not fetched from, only {allowed}")
    return url.copy_with(host=host, fragment=None)


def literal_address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The internet address that a host is written as; None where it is a name."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _refuse_longer(text: str) -> None:
    if len(text) > LONGEST_ADDRESS:
        raise NotFetched(f"the address is longer than {LONGEST_ADDRESS:,} characters, which no article's is")


def _is_host(host: str) -> bool:
    if literal_address(host) is not None:
        return True
    return (
        len(host) <= _LONGEST_HOST
        and _HOST.fullmatch(host) is not None
        and _ENDS_IN_NUMBER.search(host) is None
    )
