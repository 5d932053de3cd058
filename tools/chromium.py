"""Debian's Chromium, driven by Playwright: for the tests of pages, their pictures and their figures."""

import contextlib
import shutil
from collections.abc import Iterator

from playwright.sync_api import Browser, sync_playwright

PROGRAM = "chromium"
# As quiet as can be: nothing is fetched of its own accord, and scroll bars take no room.
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--font-render-hinting=none", "--force-color-profile=srgb"),
)


@contextlib.contextmanager
def started() -> Iterator[Browser]:
    """The browser, until the block ends; raises `FileNotFoundError` where it is not installed."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise FileNotFoundError(f"{PROGRAM} is not installed: apt-get install {PROGRAM}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()
