"""Articles that are written from right to left read right, and among others each keeps its own direction."""

from collections.abc import Iterator

import pytest
from tests.browser import Open, box_of, overflow
from tools.site import served

from onrecord.ledger.ledger import Ledger
from onrecord.model import Article, Date, Mark, Quotation, Record, Speaker, article_id, quotation_id

pytestmark = pytest.mark.browser
# Title, outlet, speaker, and the text with its quotation: "The quay stays shut until the crane is mended."
ARABIC = (
    "الرصيف في فيل ما زال مغلقًا",
    "بريد الميناء",
    "عادة كويل",
    "قالت كاتبة الميناء عادة كويل: «الرصيف مغلق حتى تُصلَح الرافعة». ولم يُصَب أحد بأذى.",
    ("«", "»"),
)
HEBREW = (
    "הרציף בוול עדיין סגור",
    "דואר הנמל",
    "דניאל שחר",
    "פקידת הנמל דניאל שחר אמרה: ”הרציף סגור עד שהעגורן יתוקן“. איש לא נפגע.",
    ("”", "“"),
)
ENGLISH = (
    "The quay at Vell stays shut",
    "Harbour Post",
    "Corin Marsh",
    "Corin Marsh, the harbour clerk, said: “The quay stays shut until the crane is mended.” Nobody was hurt.",
    ("“", "”"),
)


def record(language: str, told: tuple[str, str, str, str, tuple[str, str]]) -> Record:
    """A short article with one quotation of its one speaker."""
    title, outlet, name, text, (opening, closing) = told
    id = article_id(language.encode())
    span = (text.index(opening), text.index(closing) + 1)
    said = Quotation(
        id=quotation_id(id, "text", (span,)),
        kind="direct",
        content=(span,),
        marks=((span[0] + 1, span[1] - 1),),
        speakers=(Speaker(name=name, kind="person", confidence=0.9),),
        by="t/1",
    )
    article = Article(
        id=id,
        path=f"{language}.txt",
        title=title,
        outlet=outlet,
        language=language,
        published=Date(value="2031-10-15", precision="day", text=""),
        text=text,
        paragraphs=((0, len(text)),),
        marks=(Mark(span=(span[0] + 1, span[1] - 1), role="quotation", quotation=said.id),),
    )
    return Record(article=article, quotations=(said,))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with Ledger.open(f"sqlite:///{tmp_path_factory.mktemp('rtl') / 'rtl.db'}") as opened:
        for language, told in (("ar", ARABIC), ("he", HEBREW), ("en", ENGLISH)):
            opened.keep(record(language, told))
        with served(opened) as address:
            yield address


@pytest.mark.parametrize(("language", "told"), [("ar", ARABIC), ("he", HEBREW)])
def test_an_article_from_right_to_left_reads_so(
    open_page: Open, address: str, language: str, told: tuple[str, str, str, str, tuple[str, str]]
) -> None:
    page = open_page(f"{address}/articles/{article_id(language.encode())}")
    assert page.locator("article").get_attribute("lang") == language
    for selector in ("main h1", ".body p"):
        assert page.locator(selector).first.evaluate("(one) => getComputedStyle(one).direction") == "rtl"
    # the words begin at the right of their column
    words = page.evaluate(
        """() => {
          const p = document.querySelector(".body p"), range = document.createRange();
          range.setStart(p.firstChild, 0); range.setEnd(p.firstChild, 1);
          return p.getBoundingClientRect().right - range.getBoundingClientRect().right;
        }"""
    )
    assert abs(words) < 2
    assert page.locator(".note .who bdi").inner_text() == told[2]
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"
    page.set_viewport_size({"width": 360, "height": 780})
    assert overflow(page) <= 0


def test_in_a_list_each_quotation_keeps_its_direction(open_page: Open, address: str) -> None:
    page = open_page(f"{address}/search")
    quotes = page.locator("main .item blockquote")
    found = quotes.evaluate_all("(all) => all.map((one) => getComputedStyle(one).direction)")
    assert sorted(found) == ["ltr", "rtl", "rtl"]
    # what is told of a quotation stays in the order of the page: who, then where, from left to right
    for name, outlet in ((ARABIC[2], ARABIC[1]), (HEBREW[2], HEBREW[1])):
        _, _, right, _ = box_of(page, f"main .line .who bdi:text-is('{name}')")
        left, _, _, _ = box_of(page, f"main .line a bdi:text-is('{outlet}')")
        assert right < left
