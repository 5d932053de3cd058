"""Giving the app something to read, from the first page of an empty ledger, with JavaScript and without."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser import Open

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
TEXT = """The quay at Vell stays shut

“The quay stays shut until the crane is mended,” said Ada Quill, the harbour clerk. She said that nobody had been hurt.
"""
WAIT = 60_000  # milliseconds for the models to be loaded, and the reading


def done(page: Page) -> None:
    """Wait until all is read; the page looks again by itself."""
    expect(page.locator("main h1")).to_have_text("Done", timeout=WAIT)


@both
def test_a_text_is_pasted_and_read(open_page: Open, new_site: str, script: bool) -> None:
    page = open_page(new_site, java_script_enabled=script)
    page.get_by_label("Or paste a text").fill(TEXT)
    page.get_by_role("button", name="Read it").click()
    # One text alone leads to its own page.
    expect(page.locator("main h1")).to_contain_text("The quay at Vell stays shut", timeout=WAIT)
    note = page.locator(".note").first
    expect(note).to_contain_text("Ada Quill")
    note.get_by_role("link", name="all about it").click()
    expect(page.locator("blockquote.big")).to_contain_text("The quay stays shut until the crane is mended")


@both
def test_the_examples_are_read_at_a_click(open_page: Open, new_site: str, script: bool) -> None:
    page = open_page(new_site, java_script_enabled=script)
    page.get_by_role("button", name="Read the examples").click()
    done(page)
    expect(page.locator("main .item")).to_have_count(4)
    page.get_by_role("link", name="onrecord", exact=False).first.click()
    expect(page.locator(".figures")).to_contain_text("Articles4")
    expect(page.locator(".verdicts")).to_contain_text("verbatim")


def test_files_are_chosen_and_what_cannot_be_read_is_told(
    open_page: Open, new_site: str, tmp_path: Path
) -> None:
    good, bad = tmp_path / "quay.txt", tmp_path / "picture.png"
    good.write_text(TEXT, encoding="utf-8")
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    page = open_page(f"{new_site}/add", java_script_enabled=False)
    page.get_by_label("Files: HTML, PDF or text").set_input_files([good, bad])
    page.get_by_role("button", name="Read it").click()
    done(page)
    expect(page.locator("main .item", has_text="quay.txt")).to_contain_text("read and kept")
    expect(page.locator("main .item", has_text="picture.png")).to_contain_text("could not be read")


def test_files_are_dropped_on_the_form(open_page: Open, new_site: str) -> None:
    page = open_page(f"{new_site}/add")
    dropped = page.evaluate_handle(
        """(text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], "quay.txt", { type: "text/plain" }));
          return data;
        }""",
        TEXT,
    )
    page.locator("[data-drop]").dispatch_event("dragover", {"dataTransfer": dropped})
    expect(page.locator("[data-drop].over-it")).to_have_count(1)
    page.locator("[data-drop]").dispatch_event("drop", {"dataTransfer": dropped})
    expect(page.locator("#aloud")).to_have_text("1 file chosen")
    page.get_by_label("a document to check quotes against").check()
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("main .text")).to_contain_text("until the crane is mended", timeout=WAIT)
    page.get_by_role("link", name="Documents", exact=True).click()
    page.get_by_role("link", name="quay.txt").click()
    expect(page.locator("main .text")).to_contain_text("until the crane is mended")


def test_nothing_at_all_says_what_to_do(open_page: Open, new_site: str) -> None:
    page = open_page(f"{new_site}/add")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("main .lead")).to_contain_text("paste a text, or choose files")
