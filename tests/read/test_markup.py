"""Text and Markdown-like text: what of its marks goes, what stays, and where the links are."""

import hashlib
from pathlib import Path

import pytest

from onrecord.model import Article, Date, Original
from onrecord.read import read_article


def read(text: str) -> Article:
    article, failures = read_article(text.encode())
    assert failures == ()
    return article


def paragraphs(text: str) -> list[str]:
    article = read(text)
    return [article.body[start:end] for start, end in article.paragraphs]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("He *did* go, she **said**.", "He did go, she said."),
        ("He ***did*** go, _she_ said.", "He did go, she said."),
        ("*In an [interview](#) **Ada Quill** was asked. “Why?”*", "In an interview Ada Quill was asked. “Why?”"),
        ("A room of 5 * 3 * 2 metres.", "A room of 5 * 3 * 2 metres."),
        ("He called it d**n near b**g.", "He called it d**n near b**g."),
        ("The file harbour_plan_final is lost.", "The file harbour_plan_final is lost."),
        ("A footnote* here, and no more.", "A footnote* here, and no more."),
        (r"A star \* and a bracket \[here\].", "A star * and a bracket [here]."),
        ("“[The mayor] went there.”", "“[The mayor] went there.”"),
        ("“They want[ed] it,” she said.", "“They want[ed] it,” she said."),
        ("“We [the council] (all of us) agree.”", "“We [the council] (all of us) agree.”"),
        ("Salt &amp; sand &quot;on&quot; deck &#8211; all of it.", "Salt & sand \"on\" deck – all of it."),
        ("AT&T and R&D; nothing else.", "AT&T and R&D; nothing else."),
        ("``We go,'' he said, `all` of us.", "``We go,'' he said, `all` of us."),
        ("He said<br>“no” to <em>all</em> of it.", "He said “no” to all of it."),
        ("If 3 < 4 and 5 > 2, he said, fine.", "If 3 < 4 and 5 > 2, he said, fine."),
        ("A   wide\tgap,\u00a0he said.", "A wide gap, he said."),
        ("She saw ![a ferry](ferry.jpg) it leave.", "She saw it leave."),
    ],
)  # fmt: skip
def test_inline_marks(line: str, text: str) -> None:
    assert read(line).text == text


@pytest.mark.parametrize(
    ("line", "words", "href"),
    [
        ("He [said](https://a.example/x) so.", "said", "https://a.example/x"),
        ("He [said](#) so.", "said", None),
        ("He [said]() so.", "said", None),
        ("He [said](#note-3) so.", "said", None),
        ("He [said](javascript:void(0)) so.", "said", None),
        ("He [said](<https://a.example/x y>) so.", "said", "https://a.example/x y"),
        ('He [said](https://a.example "Title of it") so.', "said", "https://a.example"),
        ("He [said](https://a.example/wiki/Port_(city)) so.", "said", "https://a.example/wiki/Port_(city)"),
        ("He [*did* say](/x) so.", "did say", "/x"),
        ("He **[said](/x)** so.", "said", "/x"),
        ("[[The mayor] went](/x) there, he said.", "[The mayor] went", "/x"),
        ("He [ said ](/x) so.", "said", "/x"),
        ("He [![a ferry](f.jpg) said](/x) so.", "said", "/x"),
        ("See <https://a.example/x> for it.", "https://a.example/x", "https://a.example/x"),
        ("He [said][1] so.\n\n[1]: https://a.example/x 'T'", "said", "https://a.example/x"),
        ("He [Said so][] here.\n\n[said so]: /x", "Said so", "/x"),
    ],
)
def test_links_keep_their_words_and_place(line: str, words: str, href: str | None) -> None:
    article = read(line)
    assert [(link.text, link.href) for link in article.links] == [(words, href)]
    start, end = article.links[0].span
    assert article.body[start:end] == words


@pytest.mark.parametrize(
    "line", ["He [said] (so).", "He said](x) so.", "An [open (x) end.", "[](https://a.example) Hm, he said."]
)
def test_no_link(line: str) -> None:
    assert read(line).links == ()


def test_links_in_later_paragraphs_are_in_place() -> None:
    article = read("One [a](#) went.\n\nTwo **b** and [c d](/x) and\n[e](/y) went.")
    assert [article.body[s:e] for s, e in (link.span for link in article.links)] == ["a", "c d", "e"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line\nand its next.\n\nTwo.", ["One line and its next.", "Two."]),
        ("It was a well-\nknown ferry.", ["It was a well-known ferry."]),
        ("One.\n\n## The second part\n\nTwo.", ["One.", "The second part", "Two."]),
        ("One.\n\nThe part\n--------\n\nTwo.", ["One.", "The part", "Two."]),
        (
            "One:\n\n> Quoted *here*,\n> and on.\n>\n> And more.\n\nTwo.",
            ["One:", "Quoted here, and on.", "And more.", "Two."],
        ),
        (
            "One:\n\n- first thing\n- second [thing](#)\n\nTwo.",
            ["One:", "first thing", "second thing", "Two."],
        ),
        ("One:\n\n1. First.\n2. Second.\n\nTwo.", ["One:", "First.", "Second.", "Two."]),
        ("One.\n\n1945. That was the year.\n\nTwo.", ["One.", "1945. That was the year.", "Two."]),
        ("One.\n\n* * *\n\nTwo.\n\n---\n\nThree.", ["One.", "Two.", "Three."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("One.\n```\nTwo.\n```\n", ["One. Two."]),
        (
            "First thing here.\nSecond thing here.\nThird.",
            ["First thing here.", "Second thing here.", "Third."],
        ),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("“We were willing to engage in", "talks with the islanders,” she said."),
        ("She said, after some thought,", "that nobody had asked."),
        ("He spoke to Gen.", "and to nobody else, he said."),
        ("The ferry, which was", "(she said) old, sank."),
        ("It was [said](#) in", "the [harbour](/x) that it sank."),
    ],
)
def test_sentence_torn_by_a_page_break_is_joined(before: str, after: str) -> None:
    is_joined = after[0].islower()
    for page_break in ("\n\n", "\f", "\n\n\n\f\n"):
        found = paragraphs(f"It began so.\n\n{before}{page_break}{after}\n\nThe end came.")
        assert len(found) == (3 if is_joined else 4)


def test_links_of_a_joined_paragraph_are_in_place() -> None:
    article = read("It was [said](#) in\n\nthe [harbour](/x) that it sank.\n\nNo more.")
    assert [article.body[s:e] for s, e in (link.span for link in article.links)] == ["said", "harbour"]


def test_page_numbers_do_not_part_a_sentence() -> None:
    text = "It was said in\n\n- 1 -\n\nthe harbour that it sank.\n\nMore was said of\n\n- 2 -\n\nit later."
    assert paragraphs(text) == ["It was said in the harbour that it sank.", "More was said of it later."]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The minister then concludes,", "“So it went.”"),
        ("He responded that", "“We were always clear.”"),
        ("It sank.", "and nobody came."),
    ],
)
def test_whole_paragraphs_stay_apart(before: str, after: str) -> None:
    assert paragraphs(f"It began so.\n\n{before}\n\n{after}\n\nThe end came.")[1:3] == [before, after]


def test_wrapped_text_without_blank_lines() -> None:
    text = (
        "   The council met on Monday evening in the old customs house and\n"
        "decided that the ferry would stay in port until its engine is\n"
        "repaired, which may take until the summer or until the autumn.\n"
        "   “We owe it to the islanders to be plain about this,” said Ina\n"
        "Dell, the harbour master, who has run the port for nine years and\n"
        "who will retire in the summer.\n"
        "   Nobody disagreed with her, and the meeting was over by eight in\n"
        "the evening.\n"
    )
    found = paragraphs(text)
    assert len(found) == 3
    assert found[1].startswith("“We owe it")
    assert found[1].endswith("summer.")


def test_metadata_block_of_a_static_site() -> None:
    article = read(
        '---\ntitle: "Ferry stays in port"\nauthor: Ada Quill\ndate: 2024-05-03\ntags: [ferry, harbour]\n'
        "url: https://a.example/ferry\n---\n\nThe council met on Monday, and nobody spoke.\n"
    )
    assert (article.title, article.authors, article.url) == (
        "Ferry stays in port",
        ("Ada Quill",),
        "https://a.example/ferry",
    )
    assert article.published == Date(value="2024-05-03", precision="day", text="2024-05-03")
    assert article.tags == ("ferry", "harbour")
    assert article.text == "The council met on Monday, and nobody spoke."


def test_caption_under_a_picture_is_no_body() -> None:
    article = read(
        "# Ferry stays\n\n![](f.jpg)\n*The ferry at its berth on Thursday.*\n\nThe council met, he said."
    )
    assert article.body.endswith("The council met, he said.")


def digest(words: str | None) -> str:
    return hashlib.sha256((words or "").encode()).hexdigest()[:16]


@pytest.mark.corpus
def test_seed_article(corpus: Path) -> None:
    """Held by digests, since the article's words are not ours to print; each was compared with the page by eye."""
    data = next((corpus / "data" / "seed").glob("*.txt")).read_bytes()
    article, failures = read_article(data)
    assert failures == ()
    assert digest(article.title) == "4e6dd458f7f56279"
    assert digest(article.deck) == "ce586f0da1c96bca"
    assert [digest(author) for author in article.authors] == ["b2ab50a916666730"]
    assert article.outlet == "Global Research"
    assert article.published == Date(value="2023-09-20", precision="day", text="September 20, 2023")
    assert article.original == Original(
        outlet="Antiwar.com",
        url="https://antiwar.com",
        published=Date(value="2023-09-19", precision="day", text="19 September 2023"),
    )
    assert digest(article.text) == "c421139f7f049652"
    assert len(article.paragraphs) == 23
    assert {notice.kind for notice in article.notices} == {"copyright", "repost_terms", "disclaimer", "other"}
    assert all(article.body[slice(*link.span)] == link.text for link in article.links)
