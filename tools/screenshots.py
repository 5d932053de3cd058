"""Pictures of every kind of page, light, dark and on a phone: `make screenshots` writes docs/pictures anew.

    python -m tools.screenshots FOLDER [--only KIND ...] [--whole]   # --whole: to a page's end, as PNG, to look at

The pages are those of the examples' ledger. The size of the window, the density of its dots and the colours are fixed,
and nothing moves, so that the same version on the same machine gives the same pictures.
"""

import argparse
import base64
import logging
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from tools.chromium import started
from tools.site import KINDS, fill, pages_of, served

from onrecord.ledger.ledger import Ledger

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 780}, "color_scheme": "light", "is_mobile": True},
}
# Asked at once: what waits in the page would need "eval", which its policy forbids.
PICTURES = """() => Promise.all([...document.images].map((one) => {
  one.loading = "eager";
  return one.decode();
}))"""
QUALITY = 72  # of WebP: text stays sharp, and a picture is small enough to be kept beside the code


def main() -> None:
    """Write the pictures that are asked for."""
    parser = argparse.ArgumentParser(description="pictures of every kind of page")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="+", default=["welcome", *KINDS], metavar="KIND")
    parser.add_argument("--whole", action="store_true", help="to the page's end, as PNG")
    given = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, started() as browser:
        with Ledger.open(f"sqlite:///{folder}/empty.db") as empty, served(empty) as address:
            if "welcome" in given.only:
                take(browser, f"{address}/", given.folder / "welcome", whole=given.whole)
        with Ledger.open(f"sqlite:///{folder}/examples.db") as ledger:
            fill(ledger)
            with served(ledger) as address:
                for kind, path in pages_of(address).items():
                    if kind in given.only:
                        take(browser, address + path, given.folder / kind, whole=given.whole)


def take(browser: Browser, address: str, file: Path, *, whole: bool) -> None:
    """The pictures of one page: `file` with the look, and the form's ending."""
    for look, options in LOOKS.items():
        context = browser.new_context(device_scale_factor=1, reduced_motion="reduce", **options)
        page = context.new_page()
        page.goto(address, wait_until="load")
        page.evaluate(PICTURES)
        target = file.with_name(f"{file.name}-{look}")
        if whole:
            page.screenshot(path=target.with_suffix(".png"), full_page=True)
        else:
            target.with_suffix(".webp").write_bytes(_webp(page))
        context.close()


def _webp(page: Page) -> bytes:
    """What the window shows; Playwright itself makes no WebP."""
    asking = page.context.new_cdp_session(page)
    found = asking.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    return base64.b64decode(found["data"])


if __name__ == "__main__":
    main()
