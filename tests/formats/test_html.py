"""The page: whole, harmless and closed to the network, as far as its source can tell."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from onrecord.formats.html import to_html
from onrecord.formats.html.addresses import host_of, web_address
from onrecord.model import Article, Failure, Link, Notice, Original, Quotation, Record, Speaker

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Outline(HTMLParser):
    """The tags of a page, in order, with their attributes; and whether each was closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("style", "script"):
            self.words.append(data)


def test_each_quotation_has_its_place_its_note_and_its_row(harbour: Record) -> None:
    ids = [attributes["id"] for _, attributes in Outline(to_html([harbour])).tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for number in range(1, 15):
        assert f"a1q{number}" in ids
        assert f"a1n{number}" in ids


def test_every_link_inside_the_page_leads_somewhere(harbour: Record) -> None:
    tags = Outline(to_html([harbour, harbour])).tags
    ids = {attributes.get("id") for _, attributes in tags}
    inner = [attributes["href"] or "" for tag, attributes in tags if tag == "a"]
    assert {href[1:] for href in inner if href.startswith("#")} <= ids


def test_what_is_opened_is_closed(harbour: Record) -> None:
    assert Outline(to_html([harbour, Record(article=Article(path="x"))])).open == []


def test_the_words_of_the_article_are_all_there(harbour: Record) -> None:
    # The numbers of the quotations stand between the words; the article itself has no digits.
    shown = re.sub(r"\d", "", "".join("".join(Outline(to_html([harbour])).words).split()))
    for paragraph in harbour.article.body.split("\n\n"):
        assert "".join(paragraph.split()) in shown


@pytest.mark.parametrize(
    "words",
    [
        "did not say",
        "perhaps",
        "First printed",
        "The Saltby Courier",
        "15 October 2031",
        "© 2031",
        "line.example",
    ],
)
def test_the_margin_and_the_foot_say_what_is_known(harbour: Record, words: str) -> None:
    assert words in to_html([harbour])


def test_only_statements_are_shown_unless_all_are_asked_for(harbour: Record) -> None:
    assert "believes (belief)" not in to_html([harbour])
    assert "believes (belief)" in to_html([harbour], everything=True)


def test_several_articles_have_contents_and_one_has_none(harbour: Record) -> None:
    assert "<nav" not in to_html([harbour])
    several = to_html(
        [
            harbour,
            Record(article=Article(path="gone.txt"), failures=(Failure(stage="input", reason="no file"),)),
        ]
    )
    assert 'href="#a2"' in several
    assert several.count("no quotations read") == 1
    assert "no file" in several


def test_no_article_at_all_is_still_a_page() -> None:
    assert Outline(to_html([])).open == []


def test_the_same_record_gives_the_same_page(harbour: Record) -> None:
    assert to_html([harbour]) == to_html([harbour])


def test_the_policy_allows_nothing_but_this_style_and_this_script(harbour: Record) -> None:
    page = to_html([harbour])
    policy = next(
        a["content"] for tag, a in Outline(page).tags if a.get("http-equiv") == "Content-Security-Policy"
    )
    allowed = dict(part.strip().split(" ", 1) for part in (policy or "").split(";"))
    assert allowed["default-src"] == "'none'"
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert allowed[f"{tag}-src"] == f"'sha256-{digest}'"


HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "<!-- ",
    "]]>",
    "</title></textarea></mark></p></article>",
    "&lt;script&gt;",
    "\u202eevil\u2066",
    "\ud800\0\x1b",
]


def hostile(words: str) -> Record:
    speaker = Speaker(name=words, kind="person", label=words)
    row = Quotation(
        id=words,
        kind="direct",
        content=((2, 2 + len(words)),),
        cue=((2, 2 + len(words)),),
        speakers=(speaker,),
        candidates=(speaker,),
        links=(0, 1, 7),
        by=words,
    )
    return Record(
        article=Article(
            id=words,
            path=words,
            url=words,
            title=words,
            deck=words,
            authors=(words,),
            outlet=words,
            language=words,
            original=Original(outlet=words, url=words),
            tags=(words,),
            credit=words,
            captions=(words,),
            text=f"x {words} y",
            links=(
                Link(span=(0, 1), href="javascript:alert(1)", text=words),
                Link(span=(2, 4), href=words, text=words),
            ),
            notices=(Notice(kind="other", text=words),),
        ),
        quotations=(row,),
        failures=(Failure(stage=words, reason=words),),
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    page = to_html([hostile(words)])
    page.encode()
    outline = Outline(page)
    assert outline.open == []
    tags = [tag for tag, _ in outline.tags]
    assert tags.count("script") == 1
    assert "img" not in tags
    for _, attributes in outline.tags:
        assert not any(name.startswith("on") or name in ("autofocus", "style", "src") for name in attributes)
        assert not (attributes.get("href") or "#").startswith(("javascript", "data"))
    assert not re.search("[\0-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", page)


@pytest.mark.parametrize(
    ("href", "host"),
    [
        ("https://www.board.example/a?b=c#d", "board.example"),
        ("http://board.example:8080", "board.example"),
        ("HTTPS://Board.Example/", "board.example"),
        ("https://bank.example@thief.example/", "thief.example"),
        ("https://münze.example/ä", "münze.example"),
    ],
)
def test_web_addresses_may_be_followed_and_name_their_true_host(href: str, host: str) -> None:
    assert web_address(href) == href
    assert host_of(href) == host


@pytest.mark.parametrize(
    "href",
    [
        None,
        "",
        "#",
        "/relative",
        "//host.example",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " https://a.example",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://",
        "https://a.example/\u202etxt",
        "https://[::1",
        "https://a.example/" + "x" * 3000,
    ],
)
def test_anything_else_is_shown_as_text_only(href: str | None) -> None:
    assert web_address(href) is None


def test_every_chip_names_a_speaker_or_a_kind_of_some_quotation(harbour: Record) -> None:
    tags = Outline(to_html([harbour])).tags
    chips = {attributes["data-voice"] for _, attributes in tags if "data-voice" in attributes}
    kinds = {f"a1k{row.kind}" for row in harbour.quotations if row.act == "statement"}
    assert kinds < chips
    keys = [set((attributes["data-v"] or "").split()) for _, attributes in tags if "data-v" in attributes]
    assert chips == set().union(*keys)
