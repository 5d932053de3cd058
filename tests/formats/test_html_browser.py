"""The page in a real browser: it opens from a file, runs nothing of the article's, and the keyboard reaches all."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.formats.html import to_html
from onrecord.model import Article, Link, Quotation, Record, Speaker

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


@pytest.fixture
def opened(browser: Any, harbour: Record, tmp_path: Path) -> Any:
    return show(browser, tmp_path, harbour)


def show(browser: Any, folder: Path, *records: Record, width: int = 1280) -> Any:
    page = folder / "page.html"
    page.write_text(to_html(records), encoding="utf-8")
    size = {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get_log("browser")
    browser.get(page.as_uri())
    return browser


def press(browser: Any, *keys: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    for key in keys:
        ActionChains(browser).send_keys(key).perform()


def focused(browser: Any) -> str:
    found: str = browser.execute_script("return document.activeElement.id")
    return found


def test_the_page_opens_from_a_file_without_a_complaint(opened: Any) -> None:
    assert opened.get_log("browser") == []
    assert opened.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert len(opened.find_elements("css selector", "mark a.number")) == 14


def test_its_own_style_and_script_are_let_through(opened: Any) -> None:
    assert opened.execute_script("return getComputedStyle(document.querySelector('.row')).display") == "grid"
    assert opened.find_element("css selector", "a.chip").get_attribute("role") == "button"


def test_nothing_of_a_hostile_article_runs(browser: Any, tmp_path: Path) -> None:
    bad = (
        "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
        "</style></script></mark><svg onload=\"document.title='owned'\"> \u202edenwo\u202c "
        "<a href=\"javascript:document.title='owned'\">click</a>"
    )
    record = Record(
        article=Article(
            path="x.html",
            title=bad,
            outlet=bad,
            text=bad,
            links=(Link(span=(5, 9), href="javascript:document.title='owned'", text=bad),),
        ),
        quotations=(
            Quotation(
                id="q",
                kind="direct",
                content=((0, len(bad)),),
                links=(0,),
                by="t/1",
                speakers=(Speaker(name=bad, kind="person"),),
            ),
        ),
    )
    show(browser, tmp_path, record)
    assert browser.title.startswith("<script>document.title='owned'")
    assert browser.get_log("browser") == []
    assert len(browser.find_elements("css selector", "script")) == 1
    assert browser.find_elements("css selector", "img, svg, [onerror], [href^=javascript]") == []


def test_tab_reaches_every_quotation_in_order_and_shows_where_it_is(opened: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    reached = []
    for _ in range(60):
        press(opened, Keys.TAB)
        if focused(opened) in reached:
            break
        if opened.execute_script("return document.activeElement.matches('mark a.number')"):
            reached.append(focused(opened))
            style = opened.execute_script("return getComputedStyle(document.activeElement).outlineStyle")
            assert style == "solid"
    assert reached == [f"a1q{number}" for number in (*range(1, 6), 6, 7, 9, 8, *range(10, 15))]


def test_the_first_tab_leads_past_everything_to_the_article(opened: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    press(opened, Keys.TAB, Keys.ENTER)
    assert focused(opened) == "a1"


def test_keys_step_from_quotation_to_quotation(opened: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    opened.execute_script("document.getElementById('a1q1').focus()")
    press(opened, "j", Keys.ARROW_RIGHT, "k")
    assert focused(opened) == "a1q2"


def test_a_quotation_and_its_note_are_lit_together(opened: Any) -> None:
    opened.execute_script("document.getElementById('a1q3').focus()")
    press(opened, "j")
    assert len(opened.find_elements("css selector", "mark.lit[data-q='a1q4']")) == 2
    assert len(opened.find_elements("css selector", "#a1n4.lit")) == 1


def test_a_speaker_can_be_shown_alone_and_all_again(opened: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    def shown() -> list[str]:
        notes = opened.find_elements("css selector", ".note")
        return [note.get_attribute("id") for note in notes if note.is_displayed()]

    everyone = shown()
    opened.execute_script("document.querySelectorAll('a.chip')[3].focus()")
    press(opened, " ")
    assert shown() == ["a1n7", "a1n14"]
    assert opened.find_element("id", "aloud").get_attribute("textContent") == "Only Tobias Ekwall: 2"
    press(opened, Keys.ESCAPE)
    assert shown() == everyone


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_needs_no_scrolling_sideways(
    browser: Any, tmp_path: Path, harbour: Record, width: int
) -> None:
    long = Record(
        article=Article(
            path="a/" * 80,
            title="W" * 90,
            outlet="o" * 90,
            url="https://a.example/" + "b" * 300,
            text="x" * 400,
        )
    )
    show(browser, tmp_path, harbour, long, width=width)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    paragraph = browser.find_element("css selector", ".body p").rect
    note = browser.find_element("css selector", ".body .note").rect
    assert note["y"] >= paragraph["y"] + paragraph["height"]


def test_the_notes_stand_beside_the_text_on_a_wide_screen(opened: Any) -> None:
    paragraph = opened.find_element("css selector", ".body p").rect
    note = opened.find_element("css selector", ".body .note").rect
    assert note["x"] > paragraph["x"] + paragraph["width"]


def test_paper_gets_dark_ink_and_no_help_for_keys(opened: Any) -> None:
    dark = [{"name": "prefers-color-scheme", "value": "dark"}]
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": dark})
    color = opened.execute_script("return getComputedStyle(document.documentElement).color")
    help_shown = opened.find_element("css selector", ".keys").is_displayed()
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    assert color == "rgb(0, 0, 0)"
    assert not help_shown


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ink_and_colours_stand_out_from_the_paper(opened: Any, scheme: str) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    colours = opened.execute_script(
        "const style = getComputedStyle(document.documentElement);"
        "return ['paper', 'ink', 'soft', 'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6']"
        ".map((name) => style.getPropertyValue('--' + name).trim())"
    )
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    paper, *others = (luminance(colour) for colour in colours)
    for other in others:
        lighter, darker = max(paper, other), min(paper, other)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5  # WCAG 2.2, 1.4.3


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", as WCAG defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
