"""One part of the package speaks to the network, and no other can: the sources are asked what they import."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord

PACKAGE = Path(onrecord.__file__).parent
SPEAKS_TO_THE_NETWORK = {
    *("aiohttp", "ftplib", "http.client", "httpcore", "httpx", "imaplib", "poplib", "requests", "smtplib"),
    *("socket", "ssl", "telnetlib", "trafilatura.downloads", "urllib.request", "urllib3", "websockets", "xmlrpc"),
}  # fmt: skip
MAY = {
    "read/connect.py": {"httpcore", "socket", "ssl"},
    "read/fetch.py": {"httpcore", "httpx"},
    "read/web_address.py": {"httpx"},
    "web/serving.py": {"socket"},  # it listens, and asks nobody for anything
}


def imports(source: str) -> Iterator[str]:
    """Every module that a source names in an import, at its head or inside a function."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def on_the_network(source: str) -> set[str]:
    """Those of the imports that speak to the network, themselves or by what they are a part of."""
    return {
        name
        for module in imports(source)
        for name in SPEAKS_TO_THE_NETWORK
        if module == name or module.startswith(name + ".")
    }


@pytest.mark.parametrize(
    "file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: str(file.relative_to(PACKAGE))
)
def test_only_fetching_speaks_to_the_network(file: Path) -> None:
    name = file.relative_to(PACKAGE).as_posix()
    assert on_the_network(file.read_text("utf-8")) == MAY.get(name, set())


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import socket", {"socket"}),
        ("def f():\n    from urllib import request", {"urllib.request"}),
        ("import urllib.request as r", {"urllib.request"}),
        ("from httpx._urls import URL", {"httpx"}),
        ("from urllib.parse import urlsplit\nfrom http import HTTPStatus", set()),
    ],
)
def test_an_import_is_found_however_it_is_written(source: str, found: set[str]) -> None:
    assert on_the_network(source) == found
