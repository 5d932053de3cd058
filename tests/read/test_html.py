"""HTML files: the body with its links in place, what the page says of itself, its furniture left out."""

import pytest

from onrecord.model import Article
from onrecord.read import read_article

FIRST = (
    "The harbour council said on Friday that the morning ferry “will not sail” until its engine is repaired."
)
SECOND = (
    "“We owe it to the islanders to be plain about this,” said Ina Dell, who has run the port for nine years."
)
THIRD = (
    "Nobody disagreed with her, and the meeting in the old customs house was over by eight in the evening."
)
BODY = "\n\n".join([FIRST, SECOND, THIRD])
PARAGRAPHS = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"


def read(inner: str = PARAGRAPHS, *, head: str = "", around: str = "{}") -> Article:
    article_element = f"<article><h1>Ferry stays in port</h1>{inner}</article>"
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{around.format(article_element)}</body></html>"
    article, failures = read_article(page.encode(), path="a.html")
    assert failures == ()
    for link in article.links:
        assert article.body[slice(*link.span)] == link.text
    return article


def paragraphs(article: Article) -> list[str]:
    return [article.body[start:end] for start, end in article.paragraphs]


def test_body_and_title() -> None:
    article = read()
    assert article.title == "Ferry stays in port"
    assert article.text == BODY


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (
            "He <b>did</b> <i>go</i>, <span>she</span> said, and he went again.",
            "He did go, she said, and he went again.",
        ),
        (
            "Salt &amp; sand&nbsp;&ldquo;on deck&rdquo; &#8211; all  of\n it.",
            "Salt & sand “on deck” – all of it.",
        ),
        ("One line of it,<br>and the next line of it.", "One line of it, and the next line of it."),
        ("He said: <q>We will not go there</q>, and went.", "He said: “We will not go there”, and went."),
        ("He said no.<!-- cut --> She said yes to all of it.", "He said no. She said yes to all of it."),
        ("He said no.<script>var a = 'no';</script> She said yes to it.", "He said no. She said yes to it."),
        (
            "Water is H<sub>2</sub>O, the harbour master said again.",
            "Water is H2O, the harbour master said again.",
        ),
    ],
)
def test_text_of_a_paragraph(inner: str, text: str) -> None:
    assert text in paragraphs(read(f"<p>{FIRST}</p><p>{inner}</p><p>{SECOND}</p>"))


@pytest.mark.parametrize(
    ("link", "words", "href"),
    [
        (
            '<a href="https://a.example/x?a=1&amp;b=2">morning ferry</a>',
            "morning ferry",
            "https://a.example/x?a=1&b=2",
        ),
        ('<a href="#">morning ferry</a>', "morning ferry", None),
        ("<a>morning ferry</a>", "morning ferry", None),
        ('<a href="javascript:go()">morning ferry</a>', "morning ferry", None),
        ('<a href="/x"> <b>morning</b> ferry </a>', "morning ferry", "https://courier.example/x"),
        ('<b><a href="/x">morning ferry</a></b>', "morning ferry", "https://courier.example/x"),
    ],
)
def test_links_keep_their_words_and_place(link: str, words: str, href: str | None) -> None:
    head = '<link rel="canonical" href="https://courier.example/ferry">'
    article = read(PARAGRAPHS.replace("morning ferry", link), head=head)
    assert article.text == BODY
    assert [(found.text, found.href) for found in article.links] == [(words, href)]


def test_reading_order_of_headings_quotations_and_lists() -> None:
    article = read(
        f"<p>{FIRST}</p><h2>What the islanders say</h2><p>{SECOND}</p>"
        "<blockquote><p>There is no part to be had before June.</p><p>We asked everyone we know.</p></blockquote>"
        f"<ul><li>The ferry carries 40 people.</li><li>It is 31 years old.</li></ul><p>{THIRD}</p>"
    )
    assert paragraphs(article) == [
        FIRST,
        "What the islanders say",
        SECOND,
        "There is no part to be had before June.",
        "We asked everyone we know.",
        "The ferry carries 40 people.",
        "It is 31 years old.",
        THIRD,
    ]


POST = "The spare part is on no ship that we know of."


@pytest.mark.parametrize(
    "post",
    [
        f'<blockquote class="social-post"><p>{POST}</p></blockquote>',
        f'<blockquote class="widget">{POST}</blockquote>',
        f'<div class="social-embed"><blockquote><p>{POST}</p></blockquote></div>',
        f'<figure class="widget"><blockquote><p>{POST}</p></blockquote></figure>',
    ],
)
def test_a_post_set_into_the_article_is_quoted_words(post: str) -> None:
    article = read(f"<p>{FIRST}</p>{post}<p>{SECOND}</p><p>{THIRD}</p>")
    assert paragraphs(article) == [FIRST, POST, SECOND, THIRD]
    assert [article.body[start:end] for start, end in article.blockquotes] == [POST]


@pytest.mark.parametrize(
    "widget",
    [
        '<div class="social"><p>Share this with all of your friends today.</p></div>',
        '<section id="comments"><blockquote><p>What a shame, wrote a reader of ours.</p></blockquote></section>',
        '<aside class="social"><blockquote><p>What a shame, wrote a reader of ours.</p></blockquote></aside>',
        '<div class="related"><blockquote><p>What a shame, wrote a reader of ours.</p></blockquote></div>',
        '<div class="pullquote"><blockquote><p>We owe it to the islanders to be plain</p></blockquote></div>',
    ],
)
def test_a_widget_is_no_body_even_with_a_quotation(widget: str) -> None:
    article = read(f"<p>{FIRST}</p><p>{SECOND}</p>{widget}<p>{THIRD}</p>")
    assert article.text == BODY
    assert article.blockquotes == ()


@pytest.mark.parametrize(
    "signature",
    ["<p>— The Isle Guild, in a letter of May</p>", "<footer>The Isle Guild, in a letter of May</footer>"],
)
def test_who_signs_a_block_quotation_is_body_but_not_quoted(signature: str) -> None:
    article = read(
        f"<p>{FIRST}</p><blockquote><p>{POST}</p>{signature}</blockquote><p>{SECOND}</p><p>{THIRD}</p>"
    )
    assert "The Isle Guild" in article.body
    assert [article.body[start:end] for start, end in article.blockquotes] == [POST]


def test_the_stamp_under_a_post_is_a_notice() -> None:
    stamp = "— The Isle Guild (@isleguild) 3 May 2024"
    article = read(
        f"<p>{FIRST}</p><blockquote><p>{POST}</p><p>{stamp}</p></blockquote><p>{SECOND}</p><p>{THIRD}</p>"
    )
    assert paragraphs(article) == [FIRST, POST, SECOND, THIRD]
    assert [notice.text for notice in article.notices] == [stamp]


@pytest.mark.parametrize("name", ["Buzz Desk", "Ada Quill"])
def test_author_in_a_marked_span(name: str) -> None:
    assert read(
        f'<p class="meta">By <span class="author">{name}</span> · 3 May 2024</p>{PARAGRAPHS}'
    ).authors == (name,)


def test_body_parted_by_line_breaks_only() -> None:
    article = read(f"<div>{FIRST}<br><br>{SECOND}<br /><br />{THIRD}</div>")
    assert article.text == BODY


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="share-bar"><p>Share this with all of your friends today.</p></div>',
        '<div class="related-stories"><h3>Related</h3><ul><li><a href="/x">Another ferry story</a></li></ul></div>',
        '<aside><p>Get our newsletter with all the news of the port.</p></aside>',
        '<div class="newsletter-signup"><p>Sign up for all the news of the port here.</p></div>',
        '<div hidden><p>You have read all of your free articles this month.</p></div>',
        '<div style="display: none"><p>You have read all of your free articles this month.</p></div>',
        '<script>document.write("<p>Written by a script</p>")</script>',
        "<p>Advertisement</p>",
        '<p>Read more: <a href="/x">The ferry that never was</a></p>',
    ],
)  # fmt: skip
def test_furniture_inside_the_article(furniture: str) -> None:
    assert read(f"<p>{FIRST}</p>{furniture}<p>{SECOND}</p><p>{THIRD}</p>").text == BODY


@pytest.mark.parametrize(
    "around",
    [
        '<nav><a href="/">Home</a> <a href="/news">News of the port</a></nav>{}',
        '<div class="cookie-banner"><p>We use cookies to make this page work for you.</p></div>{}',
        '{}<section id="comments"><p>What a shame, wrote a reader who had never seen the ferry.</p></section>',
        '{}<footer><p>Everything about the port of Dell and its people, since 1901.</p></footer>',
    ],
)  # fmt: skip
def test_furniture_around_the_article(around: str) -> None:
    assert read(around=around).text == BODY


def test_class_names_do_not_hide_the_body() -> None:
    assert read(around='<div class="page has-sidebar comments-open social">{}</div>').text == BODY


def test_headline_byline_and_date_parted_by_line_breaks() -> None:
    page = (
        "<html><title>Port Dell Gazette: Ferry stays in port</title><body><table><tr><td><a href=/>Home</a> | "
        "<a href=/n>News</a></td></tr><tr><td><b>Ferry stays in port</b><br><i>By Ada Quill</i><br>May 3, 2004"
        f"<p>{FIRST}<p>{SECOND}<p>{THIRD}</td></tr></table></body></html>"
    )
    article, _ = read_article(page.encode())
    assert (article.title, article.authors, article.text) == ("Ferry stays in port", ("Ada Quill",), BODY)
    assert article.published is not None
    assert article.published.value == "2004-05-03"


def test_deck_as_subheading() -> None:
    article = read(
        f"<h2>An engine splits the council of the port</h2><p>By Ada Quill</p><p>May 3, 2024</p>{PARAGRAPHS}"
    )
    assert (article.deck, article.authors) == ("An engine splits the council of the port", ("Ada Quill",))
    assert article.text == BODY


def test_json_ld() -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle", '
        '"headline": "Ferry stays in port", "author": [{"@type": "Person", "name": "Ada Quill"}, {"@type": "Person", '
        '"name": "Bo Marsh"}], "publisher": {"@type": "Organization", "name": "The Example Courier"}, "datePublished": '
        '"2024-05-03T08:00:00+02:00", "dateModified": "2024-05-04", "keywords": ["ferry", "harbour"], '
        '"description": "An engine has split the council."}]}</script>'
    )
    article = read(head=head)
    assert article.authors == ("Ada Quill", "Bo Marsh")
    assert article.outlet == "The Example Courier"
    assert article.tags == ("ferry", "harbour")
    assert article.deck == "An engine has split the council."
    assert article.published is not None
    assert article.modified is not None
    assert (article.published.value, article.published.precision) == ("2024-05-03T06:00:00Z", "minute")
    assert (article.modified.value, article.modified.precision) == ("2024-05-04", "day")


def test_meta_elements() -> None:
    article = read(
        head='<meta property="og:site_name" content="The Example Courier"><meta name="author" content="By Ada Quill">'
        '<meta property="article:published_time" content="2024-05-03"><meta name="keywords" content="ferry, harbour">'
        '<meta property="og:url" content="https://courier.example/ferry">'
    )
    assert (article.outlet, article.authors, article.tags) == (
        "The Example Courier",
        ("Ada Quill",),
        ("ferry", "harbour"),
    )
    assert article.url == "https://courier.example/ferry"
    assert article.published is not None
    assert article.published.value == "2024-05-03"


def test_marked_elements() -> None:
    article = read(
        '<p class="standfirst">An engine has split the council of the port.</p>'
        '<p class="byline">By <a rel="author" href="/quill">Ada Quill</a></p>'
        f'<time datetime="2024-05-03">Friday</time>{PARAGRAPHS}',
        head="<title>Ferry stays in port | The Example Courier</title>",
    )
    assert article.text == BODY
    assert (article.deck, article.authors) == ("An engine has split the council of the port.", ("Ada Quill",))
    assert article.outlet == "The Example Courier"
    assert article.published is not None


@pytest.mark.parametrize("description", [FIRST, FIRST[:60] + "…", "Ferry stays in port"])
def test_description_that_repeats_the_article_is_no_deck(description: str) -> None:
    assert read(head=f'<meta name="description" content="{description}">').deck is None


def test_canonical_address_on_another_host_is_the_original() -> None:
    article = read(
        head='<link rel="canonical" href="https://courier.example/ferry">'
        '<meta property="og:url" content="https://mirror.example/ferry">'
    )
    assert article.url == "https://mirror.example/ferry"
    assert article.original is not None
    assert article.original.url == "https://courier.example/ferry"


def test_original_named_after_the_body() -> None:
    original = read(
        f'{PARAGRAPHS}<p><em>This article was originally published by <a href="https://isle.example">The Isle Gazette'
        "</a> on 2 May 2024.</em></p>"
    ).original
    assert original is not None
    assert (original.outlet, original.url) == ("The Isle Gazette", "https://isle.example")
    assert original.published is not None
    assert original.published.value == "2024-05-02"


def test_a_form_about_the_whole_page_is_no_furniture() -> None:
    assert read(around='<form action="/">{}</form>').text == BODY


def test_a_tag_with_a_hundred_thousand_attributes_is_read() -> None:
    attributes = " ".join(f'a{number}="x"' for number in range(100_000))
    assert read(f"<div {attributes}>{PARAGRAPHS}</div>").text == BODY


def test_caption_is_no_body() -> None:
    caption = "The ferry at its berth on Thursday. Photograph: Cy Reed/Agency"
    article = read(
        f'<figure><img src="f.jpg" alt="boat"><figcaption>{caption}</figcaption></figure>{PARAGRAPHS}'
    )
    assert article.captions == (caption,)
    assert article.text == BODY


def test_notices() -> None:
    article = read(
        f"{PARAGRAPHS}<p>Correction: an earlier version gave the wrong age of the ferry.</p>",
        around="{}<footer><p>Copyright © 2024 The Example Courier. All rights reserved.</p></footer>",
    )
    assert article.text == BODY
    assert {notice.kind for notice in article.notices} == {"correction", "copyright"}


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@type": "NewsArticle", </script>',
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>",
        '<script type="application/ld+json">{"@type": ["NewsArticle"], "author": 7, "headline": {}}</script>',
        '<link rel="canonical" href="http://[broken"><meta property="og:url" content="//">',
        '<meta property="article:published_time" content="9999999999999999999"><meta name="author" content="https://x">',
    ],
)
def test_broken_metadata_is_passed_over(head: str) -> None:
    article = read(head=head)
    assert (article.text, article.authors, article.published, article.url) == (BODY, (), None, None)
