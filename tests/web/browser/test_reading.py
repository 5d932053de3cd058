"""Reading a ledger in a browser, with JavaScript and without: from a search to a speaker, a family, a check."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser import Open, focused

pytestmark = pytest.mark.browser
Address = Callable[[str], str]
both = pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])


def main(page: Page, selector: str) -> str:
    """The words of the first such element of the page's own part."""
    return page.locator(f"main {selector}").first.inner_text()


@both
def test_from_a_search_to_a_speaker_and_why_it_is_one(open_page: Open, site: str, script: bool) -> None:
    page = open_page(site, java_script_enabled=script)
    page.get_by_label("Search quotations and articles").fill("timetable themselves")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_have_text("3 quotations")
    words = main(page, ".item blockquote")
    page.locator("main .item blockquote a").first.click()
    assert main(page, "blockquote") == words
    page.locator("main h1 a").click()
    assert main(page, "h1") == "Ilyan Dorzhek"
    assert "also written" in page.locator("main").inner_text()
    page.get_by_role("link", name="why these are one speaker").click()
    assert main(page, "h1") == "Why these are one speaker"
    assert page.locator("main .item h2").count() == 7


@both
def test_a_search_is_narrowed_step_by_step(open_page: Open, site: str, script: bool) -> None:
    page = open_page(f"{site}/search?q=bridge", java_script_enabled=script)
    facets = page.get_by_role("complementary", name="Narrow down")
    counted = int(facets.locator("li", has_text="verbatim").locator(".count").inner_text())
    facets.get_by_role("link", name="verbatim").click()
    expect(page.locator("main .list .item")).to_have_count(counted)
    expect(page.locator("main .list .badge")).to_have_count(counted)
    facets.get_by_role("link", name="Longstrand Review").click()
    found = page.locator("main .list .item").count()
    assert 0 < found < counted
    expect(page.get_by_label("Verdict")).to_have_value("verbatim")
    page.get_by_label("Words").fill("")
    page.locator("main").get_by_role("button", name="Search").click()
    assert page.locator("main .list .item").count() > found


@both
def test_a_wrong_search_says_what_is_wrong(open_page: Open, site: str, script: bool) -> None:
    page = open_page(f"{site}/search", java_script_enabled=script)
    page.get_by_label("Words").fill('"a phrase without its end')
    page.get_by_label("Words").press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("Words")).to_have_value('"a phrase without its end')


@both
def test_a_family_is_traced_from_some_words(open_page: Open, site: str, script: bool) -> None:
    page = open_page(f"{site}/families", java_script_enabled=script)
    page.get_by_label("Some words of it").fill("how to keep a timetable")
    page.get_by_role("button", name="Trace").click()
    page.locator("main .item blockquote a").first.click()
    table = page.locator("main").get_by_role("table").first
    outlets = table.inner_text()
    assert outlets.index("Two Banks Wire") < outlets.index("Causeway Letter")
    assert outlets.index("Causeway Letter") < outlets.index("Longstrand Review")
    table.locator("a.perma").last.click()
    assert "Its family" in page.locator("main").inner_text()


@both
def test_the_check_shows_the_quote_beside_the_document(
    open_page: Open, page_of: Address, script: bool
) -> None:
    page = open_page(page_of("article"), java_script_enabled=script)
    page.get_by_role("link", name="The check:").click()
    altered = page.locator(".quotation.v-altered").first
    assert altered.locator("ins").count() > 0
    assert altered.locator("del").count() > 0
    altered.get_by_text("in words").click()
    expect(altered.locator(".listed")).to_be_visible()


@both
def test_a_quote_at_hand_is_looked_for(open_page: Open, site: str, script: bool) -> None:
    page = open_page(f"{site}/check", java_script_enabled=script)
    page.get_by_label("The quoted words").fill("do not know how to keep a calendar themselves")
    page.get_by_role("button", name="Look for them").click()
    expect(page.locator(".quotation .badge").first).to_have_text("≠ altered")


@both
def test_a_link_to_a_quotation_leads_to_it_and_shows_it(
    open_page: Open, page_of: Address, script: bool
) -> None:
    page = open_page(page_of("quotation"), java_script_enabled=script)
    page.get_by_role("link", name="In its article").click()
    assert page.url.endswith("#a1q6")
    expect(page.locator("#a1q6")).to_be_in_viewport()
    marked = page.locator("mark:has(#a1q6)")
    assert marked.evaluate("(mark) => getComputedStyle(mark).outlineStyle") == "solid"


@both
def test_a_page_names_its_twin_as_json(open_page: Open, site: str, page_of: Address, script: bool) -> None:
    page = open_page(page_of("speaker"), java_script_enabled=script)
    twin = page.get_by_role("link", name="This page as JSON").get_attribute("href")
    assert twin == page.locator("link[rel=alternate][type='application/json']").get_attribute("href")
    found = page.request.get(f"{site}{twin}").json()
    assert found["summary"]["label"] == "Tamsin Oake"


def test_keys_lead_from_quotation_to_quotation(open_page: Open, page_of: Address) -> None:
    page = open_page(page_of("article"))
    steps = {"j": "a1q1", "ArrowRight": "a1q2", "k": "a1q1", "ArrowLeft": "a1q1"}
    for key, place in steps.items():
        page.keyboard.press(key)
        assert focused(page) == place, key
    for _ in range(11):
        page.keyboard.press("j")
    assert focused(page) == "a1q12"
    expect(page.locator("#a1q12")).to_be_in_viewport()
    assert page.locator("mark.lit[data-q~='a1q12']").count() > 0
    page.keyboard.press("/")
    assert focused(page) == "find"
    page.keyboard.type("j/k")
    expect(page.locator("#find")).to_have_value("j/k")


def test_one_speaker_is_shown_alone_and_all_again(open_page: Open, page_of: Address) -> None:
    page = open_page(page_of("article"))
    everyone = page.locator(".note:visible").count()
    chip = page.get_by_role("button", name="Sanne Vehl")
    chip.click()
    assert page.locator(".note:visible").count() == 2
    expect(page.locator("#aloud")).to_have_text("Only Sanne Vehl: 2")
    expect(chip).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    assert page.locator(".note:visible").count() == everyone
    expect(chip).to_have_attribute("aria-pressed", "false")


def test_without_javascript_a_speakers_chip_leads_to_the_first_quotation(
    open_page: Open, page_of: Address
) -> None:
    page = open_page(page_of("article"), java_script_enabled=False)
    page.locator("a.chip", has_text="Sanne Vehl").click()
    assert page.url.endswith("#a1q7")
    expect(page.locator("#a1q7")).to_be_in_viewport()


def test_the_first_tab_leads_past_the_head_of_the_page(open_page: Open, site: str) -> None:
    page = open_page(site)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert focused(page) == "main"
