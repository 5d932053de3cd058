"""The page of a check in a real browser: columns, filter, copying, and nothing that it complains of."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.findings import CheckedArticle
from onrecord.formats.check.html import to_html
from onrecord.formats.check.shown import citation

pytestmark = pytest.mark.browser

FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        if os.environ.get("ONRECORD_REQUIRE_BROWSER"):
            pytest.fail("chromium and chromedriver are not installed")
        pytest.skip("chromium and chromedriver are not installed")
    webdriver = pytest.importorskip("selenium.webdriver")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    window = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield window
    window.quit()


def show(browser: Any, folder: Path, checked: CheckedArticle, *, width: int = 1280) -> Any:
    page = folder / "page.html"
    page.write_text(to_html([checked]), encoding="utf-8")
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get_log("browser")
    browser.get(page.as_uri())
    return browser


@pytest.fixture
def opened(browser: Any, quay: CheckedArticle, tmp_path: Path) -> Any:
    return show(browser, tmp_path, quay)


def test_it_opens_from_a_file_without_a_complaint(opened: Any) -> None:
    assert opened.get_log("browser") == []
    assert opened.execute_script("return performance.getEntriesByType('resource').length") == 0


def test_quote_and_document_stand_side_by_side(opened: Any) -> None:
    quote, document = (one.rect for one in opened.find_elements("css selector", "#a1q2 .side"))
    assert quote["x"] + quote["width"] <= document["x"]
    assert quote["y"] == document["y"]


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_they_stand_under_each_other(
    browser: Any, quay: CheckedArticle, tmp_path: Path, width: int
) -> None:
    show(browser, tmp_path, quay, width=width)
    quote, document = (one.rect for one in browser.find_elements("css selector", "#a1q2 .side"))
    assert quote["y"] + quote["height"] <= document["y"]
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def test_one_verdict_can_be_shown_alone_and_all_again(opened: Any) -> None:
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    def seen() -> list[str]:
        sections = opened.find_elements("css selector", ".quotation")
        return [one.get_attribute("id") for one in sections if one.is_displayed()]

    opened.find_element("css selector", "a.chip[data-verdict=altered]").click()
    assert seen() == ["a1q2"]
    assert opened.find_element("id", "aloud").get_attribute("textContent") == "Only altered: 1"
    ActionChains(opened).send_keys(Keys.ESCAPE).perform()
    assert len(seen()) == 5


@pytest.mark.parametrize("old", [False, True])
def test_one_click_copies_the_citation(opened: Any, quay: CheckedArticle, old: bool) -> None:
    from selenium.webdriver.support.ui import WebDriverWait

    opened.execute_script(
        "window.taken = null;"
        "const keep = (text) => { window.taken = text; };"
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value:"
        " { writeText: async (text) => { if (arguments[0]) throw new Error('no'); keep(text); } } });"
        "document.execCommand = () => { keep(document.activeElement.value); return true; };",
        old,
    )
    button = opened.find_element("css selector", "#a1q2 button.copy")
    opened.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", button)
    button.click()
    WebDriverWait(opened, 10).until(_says(button, "Copied"))
    assert opened.execute_script("return window.taken") == citation(quay, quay.quotations[1].checks[0])


def _says(button: Any, words: str) -> Any:
    def said(_: Any) -> bool:
        return bool(button.text == words)

    return said


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_signs_stand_out_from_what_is_behind_them(opened: Any, scheme: str) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    ratios = opened.execute_script(CONTRASTS)
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert len(ratios) > 40
    assert min(ratio for ratio, _ in ratios) >= 4.5, min(ratios)  # WCAG 2.2, 1.4.3


# The contrast of every element that has words of its own with what it is painted on.
CONTRASTS = """
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
"""
