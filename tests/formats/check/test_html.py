"""The page of a check: both sides marked, nothing loaded, nothing of the texts taken for markup."""

import msgspec
import pytest
from lxml import html as lxml_html

from onrecord.findings import CheckedArticle, Linked
from onrecord.formats.check.html import to_html
from onrecord.formats.check.shown import citation

BAD = "</style><script>alert(1)</script><img src=x onerror=alert(1)> \u202eover\u202c & “x”"


def test_differences_are_marked_on_both_sides(quay: CheckedArticle) -> None:
    page = lxml_html.fromstring(to_html([quay]))
    altered = page.get_element_by_id("a1q2")
    marked = [
        (one.tag, one.get("class"))
        for one in altered.xpath(".//div[@class='side']//*[self::ins or self::del]")
    ]
    assert marked == [
        *[("ins", "only"), ("ins", "changed"), ("ins", "changed")],
        *[("del", "changed"), ("del", "only"), ("del", "changed")],
    ]
    assert [one.text_content() for one in altered.xpath(".//div[@class='side']//del")][
        1
    ] == "(only in the document: not thirteen)"


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("a1q1", "When will the quay be open to the public again?"),
        ("a1q1", "We have met the divers twice."),
        ("a1q2", "A number in the quote is not the number in the document."),
        ("a1q2", "does not contain these words"),
        ("a1q3", "7 words left out at the quote's ellipsis"),
        ("a1q3", "on weekdays, not on Sundays, and only"),
        ("a1q4", "1,000 characters left out with no mark"),
        ("a1q4", "what follows stands earlier in the document"),
        ("a1q5", "Two passages of this quotation come from distant places."),
        ("a1q5", "No such passage in the 31 documents searched."),
    ],
)
def test_it_tells(quay: CheckedArticle, where: str, words: str) -> None:
    assert words in lxml_html.fromstring(to_html([quay])).get_element_by_id(where).text_content()


def test_hostile_words_stay_words(quay: CheckedArticle) -> None:
    (check,) = quay.quotations[1].checks
    check = msgspec.structs.replace(
        check,
        text=BAD,
        speaker=BAD,
        document_speaker=BAD,
        dropped=(BAD,),
        pieces=(msgspec.structs.replace(check.pieces[0], text=BAD * 3),),
        linked=Linked(href="javascript:alert(1)", path=BAD, contains=False),
    )
    quotation = msgspec.structs.replace(quay.quotations[1], checks=(check,))
    article = msgspec.structs.replace(
        quay.article, title=BAD, url="javascript:alert(1)", path=BAD, outlet=BAD
    )
    text = to_html([msgspec.structs.replace(quay, article=article, quotations=(quotation,))])
    page = lxml_html.fromstring(text)
    assert len(page.xpath("//script")) == 1
    assert page.xpath("//img | //@onerror | //@src | //@style | //a[starts-with(@href, 'javascript')]") == []
    assert "\u202e" not in text


def test_the_policy_lets_nothing_be_loaded(quay: CheckedArticle) -> None:
    (policy,) = lxml_html.fromstring(to_html([quay])).xpath("//meta[@http-equiv]/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_ids_are_told_apart_between_articles(quay: CheckedArticle) -> None:
    ids = lxml_html.fromstring(to_html([quay, quay])).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_citation_says_all_that_a_reader_needs(quay: CheckedArticle) -> None:
    told = citation(quay, quay.quotations[1].checks[0])
    for words in (
        "Ilse Marchetti: “We will always repair twelve cranes, and we colour the map.”",
        "“Quay to reopen, says minister”, The Saltmarsh Courier, articles/quay.html, characters 40–99 of its text",
        "Verdict: altered (words were added, dropped or changed with no mark); flags: number changed",
        "Document: transcripts/harbour-briefing.txt, characters 1,000–1,062, in the turn of MINISTER MARCHETTI",
        "Searched: 31 documents, digest sha256:5a5a",
        "Checked with onrecord ",
    ):
        assert words in told
