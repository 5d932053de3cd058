"""The page of a check in a real browser: columns, filter, copying, and nothing that it complains of."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.browser import Open, box_of, overflow

from onrecord.findings import CheckedArticle
from onrecord.formats.check.html import to_html
from onrecord.formats.check.shown import citation

pytestmark = pytest.mark.browser


def show(open_page: Open, folder: Path, checked: CheckedArticle, **options: Any) -> Page:
    page = folder / "page.html"
    page.write_text(to_html([checked]), encoding="utf-8")
    return open_page(page.as_uri(), **options)


@pytest.fixture
def opened(open_page: Open, quay: CheckedArticle, tmp_path: Path) -> Page:
    return show(open_page, tmp_path, quay)


def test_it_opens_from_a_file_without_a_complaint(opened: Page) -> None:
    assert opened.evaluate("performance.getEntriesByType('resource').length") == 0


def test_quote_and_document_stand_side_by_side(opened: Page) -> None:
    _, top, right, _ = box_of(opened, "#a1q2 .side")
    left, other_top, _, _ = box_of(opened, "#a1q2 .side + .side")
    assert right <= left
    assert top == other_top


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_they_stand_under_each_other(
    open_page: Open, quay: CheckedArticle, tmp_path: Path, width: int
) -> None:
    page = show(open_page, tmp_path, quay, width=width, is_mobile=True)
    _, _, _, bottom = box_of(page, "#a1q2 .side")
    _, top, _, _ = box_of(page, "#a1q2 .side + .side")
    assert bottom <= top
    assert page.evaluate("innerWidth") == width
    assert overflow(page) <= 0


def test_one_verdict_can_be_shown_alone_and_all_again(opened: Page) -> None:
    def seen() -> list[str | None]:
        return [one.get_attribute("id") for one in opened.locator(".quotation").all() if one.is_visible()]

    opened.locator("a.chip[data-verdict=altered]").click()
    assert seen() == ["a1q2"]
    assert opened.locator("#aloud").text_content() == "Only altered: 1"
    opened.keyboard.press("Escape")
    assert len(seen()) == 5


@pytest.mark.parametrize("old", [False, True])
def test_one_click_copies_the_citation(opened: Page, quay: CheckedArticle, old: bool) -> None:
    opened.evaluate(
        """(old) => {
          window.taken = null;
          const keep = (text) => { window.taken = text; };
          Object.defineProperty(navigator, 'clipboard', { configurable: true, value:
            { writeText: async (text) => { if (old) throw new Error('no'); keep(text); } } });
          document.execCommand = () => { keep(document.activeElement.value); return true; };
        }""",
        old,
    )
    button = opened.locator("#a1q2 button.copy")
    button.click()
    expect(button).to_have_text("Copied")
    assert opened.evaluate("window.taken") == citation(quay, quay.quotations[1].checks[0])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_signs_stand_out_from_what_is_behind_them(opened: Page, scheme: Any) -> None:
    opened.emulate_media(color_scheme=scheme)
    ratios = opened.evaluate(CONTRASTS)
    assert len(ratios) > 40
    assert min(ratio for ratio, _ in ratios) >= 4.5, min(ratios)  # WCAG 2.2, 1.4.3


# The contrast of every element that has words of its own with what it is painted on.
CONTRASTS = """() => {
const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
const paint = (colours) => {
  for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
};
const light = (rgb) => rgb.map((v) => v / 255)
  .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const own = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
return [...document.querySelectorAll('main *, .end')].filter(own).map((one) => {
  const behind = [];
  for (let at = one; at; at = at.parentElement) behind.unshift(getComputedStyle(at).backgroundColor);
  const back = light(paint(behind));
  const front = light(paint([...behind, getComputedStyle(one).color]));
  return [(Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05), one.outerHTML.slice(0, 80)];
});
}"""
