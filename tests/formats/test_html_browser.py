"""The page in a real browser: it opens from a file, runs nothing of the article's, and the keyboard reaches all."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.browser import Open, box_of, focused, overflow

from onrecord.formats.html import to_html
from onrecord.model import Article, Link, Quotation, Record, Speaker

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(open_page: Open, harbour: Record, tmp_path: Path) -> Page:
    return show(open_page, tmp_path, harbour)


def show(open_page: Open, folder: Path, *records: Record, **options: Any) -> Page:
    page = folder / "page.html"
    page.write_text(to_html(records), encoding="utf-8")
    return open_page(page.as_uri(), **options)


def test_the_page_opens_from_a_file_without_a_complaint(opened: Page) -> None:
    assert opened.evaluate("performance.getEntriesByType('resource').length") == 0
    assert opened.locator("mark a.number").count() == 14


def test_its_own_style_and_script_are_let_through(opened: Page) -> None:
    assert opened.evaluate("getComputedStyle(document.querySelector('.row')).display") == "grid"
    assert opened.locator("a.chip").first.get_attribute("role") == "button"


def test_nothing_of_a_hostile_article_runs(open_page: Open, tmp_path: Path) -> None:
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
    page = show(open_page, tmp_path, record)
    assert page.title().startswith("<script>document.title='owned'")
    assert page.locator("script").count() == 1
    assert page.locator("img, svg, [onerror], [href^=javascript]").count() == 0


def test_tab_reaches_every_quotation_in_order_and_shows_where_it_is(opened: Page) -> None:
    reached: list[str] = []
    for _ in range(60):
        opened.keyboard.press("Tab")
        if focused(opened) in reached:
            break
        if opened.evaluate("document.activeElement.matches('mark a.number')"):
            reached.append(focused(opened))
            assert opened.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert reached == [f"a1q{number}" for number in (*range(1, 6), 6, 7, 9, 8, *range(10, 15))]


def test_the_first_tab_leads_past_everything_to_the_article(opened: Page) -> None:
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    assert focused(opened) == "a1"


def test_keys_step_from_quotation_to_quotation(opened: Page) -> None:
    opened.locator("#a1q1").focus()
    for key in ("j", "ArrowRight", "k"):
        opened.keyboard.press(key)
    assert focused(opened) == "a1q2"


def test_a_quotation_and_its_note_are_lit_together(opened: Page) -> None:
    opened.locator("#a1q3").focus()
    opened.keyboard.press("j")
    assert opened.locator("mark.lit[data-q='a1q4']").count() == 2
    assert opened.locator("#a1n4.lit").count() == 1


def test_a_speaker_can_be_shown_alone_and_all_again(opened: Page) -> None:
    def shown() -> list[str | None]:
        return [note.get_attribute("id") for note in opened.locator(".note").all() if note.is_visible()]

    everyone = shown()
    opened.locator("a.chip").nth(3).focus()
    opened.keyboard.press(" ")
    assert shown() == ["a1n7", "a1n14"]
    assert opened.locator("#aloud").text_content() == "Only Tobias Ekwall: 2"
    opened.keyboard.press("Escape")
    assert shown() == everyone


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_needs_no_scrolling_sideways(
    open_page: Open, tmp_path: Path, harbour: Record, width: int
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
    page = show(open_page, tmp_path, harbour, long, width=width, is_mobile=True)
    assert page.evaluate("innerWidth") == width
    assert overflow(page) <= 0
    _, _, _, bottom = box_of(page, ".body p")
    _, top, _, _ = box_of(page, ".body .note")
    assert top >= bottom


def test_the_notes_stand_beside_the_text_on_a_wide_screen(opened: Page) -> None:
    _, _, right, _ = box_of(opened, ".body p")
    left, _, _, _ = box_of(opened, ".body .note")
    assert left > right


def test_paper_gets_dark_ink_and_no_help_for_keys(opened: Page) -> None:
    opened.emulate_media(media="print", color_scheme="dark")
    assert opened.evaluate("getComputedStyle(document.documentElement).color") == "rgb(0, 0, 0)"
    assert not opened.locator(".keys").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ink_and_colours_stand_out_from_the_paper(opened: Page, scheme: Any) -> None:
    opened.emulate_media(color_scheme=scheme)
    colours = opened.evaluate(
        "['paper', 'ink', 'soft', 'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map("
        "(name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim())"
    )
    paper, *others = (luminance(colour) for colour in colours)
    for other in others:
        lighter, darker = max(paper, other), min(paper, other)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5  # WCAG 2.2, 1.4.3


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", as WCAG defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
