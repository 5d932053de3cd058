"""What watches the pages in tests complains of what it is there for: otherwise none of them could fail."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error
from tests.browser import Open, watched

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        ("<script>alert('owned')</script>", "a dialog: owned"),
        ("<script>console.error('no')</script>", "error: no"),
        ("<script>throw new Error('thrown')</script>", "an error: thrown"),
        ("<img src='https://a.example/x.png' alt=''>", "a request: https://a.example/x.png"),
        ("<link rel=stylesheet href=other.css>", "a request: file:"),
        ("<script>open('https://a.example/')</script>", "a request: https://a.example/"),
    ],
)
def test_a_page_that_does_what_it_may_not_is_complained_of(
    chromium: Browser, tmp_path: Path, markup: str, complaint: str
) -> None:
    file = tmp_path / "page.html"
    file.write_text(f"<!doctype html><title>x</title>{markup}", encoding="utf-8")
    with pytest.raises(pytest.fail.Exception, match=complaint):
        _look_at(chromium, file.as_uri())


def _look_at(chromium: Browser, address: str) -> None:
    with watched(chromium, address) as page:
        page.goto(address)
        page.wait_for_timeout(200)


def test_a_page_that_does_nothing_passes(open_page: Open, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<!doctype html><title>quiet</title><p>Nothing", encoding="utf-8")
    page = open_page(file.as_uri())
    assert page.title() == "quiet"
    with pytest.raises(Error):
        page.locator("#none").click(timeout=100)
