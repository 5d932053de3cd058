"""Every kind of page keeps to WCAG 2.2 AA as far as axe can tell: light and dark, on a wide screen and on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser import Open, watched
from tests.web.browser.axe import violations
from tools.site import KINDS

pytestmark = pytest.mark.browser
WIDE, PHONE = {"width": 1280, "height": 844}, {"width": 360, "height": 780}
# What the colours and the size of the window change; all else axe need look at only once.
COLOURS = ["color-contrast", "link-in-text-block"]
PLACES = ["target-size", "scrollable-region-focusable", "meta-viewport"]


def findings(page: Page) -> list[str]:
    """What axe finds: all rules in the light, then those that may hold there and not in the dark, or on a phone."""
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {one}" for one in violations(page, only=COLOURS)]
    page.set_viewport_size(PHONE)
    found += [f"dark, on a phone: {one}" for one in violations(page, only=[*COLOURS, *PLACES])]
    page.emulate_media(color_scheme="light")
    found += [f"on a phone: {one}" for one in violations(page, only=COLOURS)]
    page.set_viewport_size(WIDE)
    return found


@pytest.fixture(scope="module")
def window(chromium: Browser, site: str, empty_site: str) -> Callable[[str], Page]:
    """One window for all pages that are only looked at: a new one for each would take longer than the looking."""
    page = chromium.new_page(viewport=WIDE, reduced_motion="reduce")

    def show(address: str) -> Page:
        page.goto(address)
        return page

    return show


@pytest.mark.parametrize("kind", ["welcome", *KINDS])
def test_axe_finds_nothing(window: Callable[[str], Page], page_of: Callable[[str], str], kind: str) -> None:
    assert findings(window(page_of(kind))) == []


def test_axe_finds_nothing_in_what_is_unfolded(
    window: Callable[[str], Page], page_of: Callable[[str], str]
) -> None:
    for kind in ("article", "checked"):
        page = window(page_of(kind))
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert findings(page) == []


def test_axe_finds_nothing_in_how_far_a_reading_has_come(open_page: Open, empty_site: str) -> None:
    page = open_page(f"{empty_site}/add")
    file = {"name": "x.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n" + bytes(64)}
    page.get_by_label("Files: HTML, PDF or text").set_input_files(file)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("main h1")).to_have_text("Done", timeout=60_000)
    assert findings(page) == []


def test_axe_does_find_what_is_wrong(chromium: Browser, site: str) -> None:
    with watched(chromium, site) as page:
        page.goto(site)
        page.evaluate("document.getElementById('find').previousElementSibling.remove()")
        page.evaluate("document.querySelector('main').style.color = '#ddd'")
        page.evaluate("document.documentElement.removeAttribute('lang')")
        found = " ".join(findings(page))
    assert "html-has-lang" in found
    assert "color-contrast" in found
