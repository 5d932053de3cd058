"""A ledger that is full of hostile articles: every page of it shows them, and none does what they want."""

from collections.abc import Callable, Iterator
from urllib.parse import quote, urlencode

import httpx
import pytest
from playwright.sync_api import Page, expect
from tests.browser import Open, overflow
from tests.web.browser import hostile
from tools.site import served

from onrecord.ledger.ledger import Ledger

pytestmark = pytest.mark.browser
HEAVIEST = 1_000_000  # bytes of a page
KINDS = (
    *(
        "home",
        "search",
        "search-evil",
        "search-articles",
        "articles",
        "article",
        "article-all",
        "article-endless",
    ),
    *(
        "check",
        "versions",
        "quotation",
        "quotation-endless",
        "speakers",
        "speaker",
        "register",
        "families",
        "traced",
    ),
    *("family", "outlets", "outlet", "copies", "pair", "documents", "document", "checked", "not-found"),
)


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app over the hostile ledger."""
    file = tmp_path_factory.mktemp("hostile") / "hostile.db"
    with Ledger.open(f"sqlite:///{file}") as opened:
        hostile.keep_all(opened)
        with served(opened) as address:
            yield address


@pytest.fixture(scope="module")
def hostile_page(hostile_site: str) -> Callable[[str], str]:
    """The address of one of its pages."""
    found = pages(hostile_site)

    def address(kind: str) -> str:
        return hostile_site + found[kind]

    return address


def pages(address: str) -> dict[str, str]:
    """A page of every kind, and some whose address is hostile itself."""
    with httpx.Client(base_url=address, timeout=60) as asking:
        speakers = [row["id"] for row in asking.get("/api/v1/speakers").json()]
        document = asking.get("/api/v1/documents").json()["rows"][0]["id"]
        copy = asking.get("/api/v1/copies").json()["rows"][0]
        outlets = sorted((row["name"] for row in asking.get("/api/v1/outlets").json()), key=len)
    newer = hostile.record(
        "newer", outlet="", day="2031-10-15", words=hostile.WORDS.replace("signed", "paid")
    )
    long = hostile.endless(hostile.record("first", outlet="", day="2031-10-15", words=hostile.WORDS))
    article, quotation = newer.article.id or "", newer.quotations[0].id
    first = hostile.record("copy", outlet="", day="2031-10-17", words=hostile.WORDS).quotations[0].id
    found = {
        "home": "/",
        "search": "/search?q=herring&all=1",
        "search-evil": "/search?" + urlencode({"q": hostile.EVIL, "speaker": hostile.EVIL}),
        "search-articles": "/search?what=articles&q=herring",
        "articles": "/articles",
        "article": f"/articles/{article}",
        "article-all": f"/articles/{article}?all=1",
        "article-endless": f"/articles/{long.article.id}",
        "check": f"/articles/{article}/check",
        "versions": f"/articles/{article}/versions",
        "quotation": f"/quotations/{first}",
        "quotation-endless": f"/quotations/{long.quotations[0].id}",
        "speakers": "/speakers",
        "speaker": f"/speakers/{speakers[0]}",
        "register": f"/speakers/{speakers[0]}/register",
        "families": "/families",
        "traced": "/families?words=the+herring+run",
        "family": f"/families/{quotation}",
        "outlets": "/outlets",
        "outlet": "/outlets/" + quote(outlets[0], safe=""),
        "copies": "/copies",
        "pair": f"/copies/{copy['first']['article']}/{copy['copy']['article']}",
        "documents": "/documents",
        "document": f"/documents/{document}",
        "checked": "/check?"
        + urlencode({"quote": f"{hostile.WORDS} {hostile.EVIL}"[:4_000].replace("\0", "")}),
        "corrections": "/corrections",
        "not-found": "/articles/" + quote(hostile.EVIL, safe=""),
    }
    return {kind: found[kind] for kind in KINDS}


# What of a page is not its template's: each line is one thing that no article may bring in.
INJECTED = """() => {
  const all = [...document.querySelectorAll("*")];
  const found = [];
  const count = (selector, most) => {
    const number = document.querySelectorAll(selector).length;
    if (number > most) found.push(`${number} ${selector}`);
  };
  count("script", 1);
  count("link[rel~=stylesheet]", 1);
  count("iframe, object, embed, base, meta[http-equiv], style, template, math, video, audio, [style], [srcdoc]", 0);
  count("img, svg:not(.timeline-picture, .l-picture), [autofocus], form:not([action^='/'])", 0);
  for (const one of all) {
    for (const { name } of one.attributes) if (name.startsWith("on")) found.push(`${one.tagName} ${name}`);
    const to = one.href && new URL(one.href, location.href);
    if (to && !/^https?:$/.test(to.protocol)) found.push(`a link to ${to.protocol}`);
    if (to && to.origin !== location.origin && !/nofollow/.test(one.rel)) found.push(`an open link to ${to.origin}`);
  }
  const turned = "\\u202a-\\u202e\\u2066-\\u2069", controls = "\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f";
  const odd = document.documentElement.textContent.match(new RegExp(`[${controls}${turned}]`));
  if (odd) found.push(`the character ${odd[0].codePointAt(0).toString(16)}`);
  return found;
}"""


def harmless(page: Page) -> None:
    """Nothing was brought in by an article, and nothing that it says has run."""
    assert page.evaluate(INJECTED) == []
    assert page.title() != "owned"
    assert page.evaluate("scrollX") == 0


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_whole_and_does_nothing_that_an_article_says(
    open_page: Open, hostile_page: Callable[[str], str], kind: str
) -> None:
    page = open_page(hostile_page(kind), width=360, height=780, is_mobile=True)
    harmless(page)
    assert page.evaluate("innerWidth") == 360
    assert overflow(page) <= 0
    assert len(page.content()) < HEAVIEST
    found = {"search-evil": 400, "not-found": 404}.get(kind, 200)
    assert page.request.get(page.url).status == found


def test_the_markup_of_an_article_is_shown_as_it_is_written(
    open_page: Open, hostile_page: Callable[[str], str]
) -> None:
    page = open_page(hostile_page("article"))
    expect(page.locator("main h1")).to_contain_text("<script>alert('owned')")
    expect(page.locator("main .body")).to_contain_text("{{ 7 * 7 }}")
    assert "\ufffddenwo\ufffd" in page.locator("main .body").inner_text()  # its direction is not turned


def test_keys_and_chips_work_among_hostile_names(open_page: Open, hostile_page: Callable[[str], str]) -> None:
    page = open_page(hostile_page("article"))
    page.locator("a.chip").first.click()
    expect(page.locator("#aloud")).to_contain_text("Only Ada Quill <img src=x")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    harmless(page)


def test_what_is_uploaded_broken_and_with_a_hostile_name_does_no_harm(open_page: Open, new_site: str) -> None:
    page = open_page(f"{new_site}/add")
    broken = {
        "<img src=x onerror=alert('owned')>.txt": b"\xff\xfe\xfd \x80\x81 said \xc3( \xf0\x28\x8c\x28" * 9,
        "\u202etxt.<b>.html": f"<html><body><p>“{hostile.EVIL}” said Ada Quill.".encode() + b"\xe2\x28\xa1",
        "..": b"%PDF-1.7 \xff",
        "javascript:alert('owned')": hostile.EVIL.encode() * 50,
    }
    files = [{"name": name, "mimeType": "text/html", "buffer": data} for name, data in broken.items()]
    page.get_by_label("Files: HTML, PDF or text").set_input_files(files)  # type: ignore[arg-type]
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("main h1")).to_have_text("Done", timeout=60_000)
    expect(page.locator("main .item")).to_have_count(len(broken))
    harmless(page)
    for address in [one.get_attribute("href") for one in page.locator("main .item a").all()]:
        page.goto(f"{new_site}{address}")
        harmless(page)
    page.goto(new_site)
    harmless(page)
