"""Saying that the machine is wrong, taking it back, and taking all of it away; with JavaScript and without."""

import json

import pytest
from playwright.sync_api import Page, expect
from tests.browser import Open

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
TEXT = """The quay at Vell stays shut

“The quay stays shut until the crane is mended,” said Ada Quill, the harbour clerk. The boats wait for nobody.
"""


def pasted(open_page: Open, site: str, *, script: bool) -> Page:
    """The page of a text that was pasted."""
    page = open_page(f"{site}/add", java_script_enabled=script)
    page.get_by_label("Or paste a text").fill(TEXT)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("main h1")).to_contain_text("The quay at Vell", timeout=60_000)
    return page


def exported(page: Page, site: str) -> list[dict[str, str]]:
    """The corrections of the one article, as the export has them."""
    (line,) = page.request.get(f"{site}/api/v1/export").text().splitlines()
    return list(json.loads(line)["corrections"])


@both
def test_a_speaker_is_corrected_exported_and_withdrawn(open_page: Open, new_site: str, script: bool) -> None:
    page = pasted(open_page, new_site, script=script)
    page.locator(".note").first.get_by_role("link", name="all about it").click()
    page.get_by_text("Correct it", exact=True).click()
    page.get_by_label("Who says it: a name").fill("Mira <b>Osk")
    page.get_by_label("Your name or desk").fill("desk")
    page.get_by_role("button", name="Keep the correction").click()
    told = page.locator(".corrections li")
    expect(told).to_contain_text("speaker: Mira <b>Osk (person)")
    expect(told).to_contain_text("by desk")
    (one,) = exported(page, new_site)
    assert (one["says"], one["by"]) == ("speaker", "desk")
    page.get_by_role("link", name="In its article").click()
    expect(page.locator(".note .by-hand").first).to_contain_text("Mira <b>Osk")
    page.get_by_role("link", name="Show it as corrected by hand").click()
    expect(page.locator(".note .who").first).to_contain_text("Mira <b>Osk")
    page.get_by_role("link", name="Corrections", exact=True).click()
    page.get_by_role("button", name="Withdraw").click()
    expect(page.locator(".corrections li")).to_have_count(0)
    assert exported(page, new_site) == []


@both
def test_what_was_missed_is_added(open_page: Open, new_site: str, script: bool) -> None:
    page = pasted(open_page, new_site, script=script)
    page.get_by_text("A quotation was missed", exact=True).click()
    page.get_by_label("Its words, letter for letter").fill("The boats wait for nobody")
    page.get_by_label("Who says it, if that is known").fill("people in Vell")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("main .speakers").first).to_contain_text("people in Vell")
    (one,) = exported(page, new_site)
    assert one["says"] == "missed"


def test_only_the_fields_of_what_is_wrong_are_shown(open_page: Open, new_site: str) -> None:
    page = pasted(open_page, new_site, script=True)
    page.locator(".note").first.get_by_role("link", name="all about it").click()
    page.get_by_text("Correct it", exact=True).click()
    words = page.get_by_label("The words, letter for letter")
    expect(words).to_be_hidden()
    page.get_by_label("the words are cut wrongly").check()
    expect(words).to_be_visible()
    expect(page.get_by_label("Who says it: a name")).to_be_hidden()
    words.fill("words that stand nowhere")
    page.get_by_role("button", name="Keep the correction").click(timeout=10_000)
    expect(page.locator("main .lead")).to_contain_text("does not have these words")
