"""How pages lie in a window: nothing moves once it is shown, and no page is wider than the screen or the paper."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from tests.browser import Open, box_of, overflow
from tools.site import KINDS

pytestmark = pytest.mark.browser
Address = Callable[[str], str]
MOST_SHIFT = 0.05  # "good" is up to 0.1: web.dev/articles/cls
PAPER = 718  # pixels of A4 between margins of 1 cm
SHIFT = """() => new Promise((answer) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  const shown = [...document.images].filter((one) => !one.complete && one.getBoundingClientRect().top < innerHeight);
  const come = Promise.all(shown.map((one) => new Promise((done) => { one.onload = one.onerror = done; })));
  come.then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => answer(sum), 50))));
})"""


def shift(page: Page) -> float:
    """The cumulative layout shift so far."""
    return float(page.evaluate(SHIFT))


@pytest.mark.parametrize("kind", ["welcome", *KINDS])
def test_nothing_moves_and_nothing_is_too_wide(open_page: Open, page_of: Address, kind: str) -> None:
    page = open_page(page_of(kind), width=360, height=780, is_mobile=True)
    assert shift(page) <= MOST_SHIFT
    assert page.evaluate("innerWidth") == 360  # a phone shows a page that is wider on the whole, and small
    assert overflow(page) <= 0
    page.set_viewport_size({"width": 1280, "height": 844})
    page.reload()
    assert shift(page) <= MOST_SHIFT
    assert overflow(page) <= 0
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER, "height": 1000})
    assert overflow(page) <= 0
    assert page.locator("main h1").evaluate("(one) => getComputedStyle(one).color") == "rgb(0, 0, 0)"
    assert page.locator("nav:visible, form:visible").count() == 0


def test_a_shift_is_seen(open_page: Open, site: str) -> None:
    page = open_page(site)
    page.evaluate("document.querySelector('main').style.paddingTop = '400px'")
    assert shift(page) > MOST_SHIFT


def test_the_names_in_tables_stay_whole_on_a_phone(open_page: Open, page_of: Address) -> None:
    page = open_page(page_of("speakers"), width=360, is_mobile=True)
    name = page.get_by_role("link", name="Ilyan Dorzhek", exact=True)
    assert name.evaluate("(one) => one.getClientRects().length") == 1


def test_on_paper_the_notes_stand_beside_the_text_and_can_be_read(open_page: Open, page_of: Address) -> None:
    page = open_page(page_of("article"), width=PAPER)
    page.emulate_media(media="print")
    _, _, words, _ = box_of(page, ".body p")
    left, _, right, _ = box_of(page, ".body .note")
    assert left > words
    assert right - left > PAPER / 4
    assert page.locator(".why:visible, .more-of:visible").count() == 0
