"""One Chromium for all tests of pages; a page that does or says what no page of ours may fails its test."""

import contextlib
import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request, WebError
from tools.chromium import started

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, for the whole session."""
    with contextlib.ExitStack() as stack:
        try:
            browser = stack.enter_context(started())
        except FileNotFoundError as error:
            if os.environ.get("ONRECORD_REQUIRE_BROWSER"):
                pytest.fail(str(error))
            pytest.skip(str(error))
        yield browser


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Open]:
    """Opens an address in a new window: `open_page(address, width=360, color_scheme="dark", ...)`.

    Whatever one of the windows complains of until the end of the test fails it; see `Watch`.
    """
    with contextlib.ExitStack() as stack:

        def opened(address: str, *, width: int = 1280, height: int = 844, **options: Any) -> Page:
            page = stack.enter_context(watched(chromium, address, width=width, height=height, **options))
            page.goto(address)
            return page

        yield opened


@contextlib.contextmanager
def watched(
    browser: Browser, home: str, *, width: int = 1280, height: int = 844, **options: Any
) -> Iterator[Page]:
    """A new window in which only addresses of the same site as `home` may be asked for."""
    size: Any = {"width": width, "height": height}
    context = browser.new_context(viewport=size, device_scale_factor=1, reduced_motion="reduce", **options)
    context.set_default_timeout(15_000)
    watch = Watch(context, home)
    try:
        yield context.new_page()
    finally:
        context.close()
    if watch.complaints:
        pytest.fail("the page did what no page may:\n" + "\n".join(watch.complaints))


class Watch:
    """What the pages of a window did that no page of ours may: a dialog, an error, a request to anywhere else."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        # "file:///folder/page.html" may ask for itself alone, "http://host:port/page" for all of its server
        self.site = home if home.startswith("file:") else "/".join(home.split("/")[:3]) + "/"
        self.complaints: list[str] = []
        context.on("dialog", self._dialog)
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)

    def _dialog(self, dialog: Dialog) -> None:
        self.complaints.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("debug", "verbose"):  # advice of the browser's own
            return
        place = message.location["url"]
        # that a page is not there is no complaint of the page that says so
        is_status = "the server responded with a status of 4" in message.text
        if message.page is not None and is_status and place == message.page.url:
            return
        self.complaints.append(f"{message.type}: {message.text} ({place})")

    def _error(self, error: WebError) -> None:
        self.complaints.append(f"an error: {error.error}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith(self.site):
            self.complaints.append(f"a request: {request.url[:200]}")


def focused(page: Page) -> str:
    """The id of the element that has the keyboard."""
    return str(page.evaluate("document.activeElement.id"))


def box_of(page: Page, selector: str) -> tuple[float, float, float, float]:
    """Where the first such element stands: left, top, right and bottom."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


def overflow(page: Page) -> float:
    """By how many pixels the page is wider than the window."""
    return float(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
