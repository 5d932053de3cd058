"""What stands around the body of a text: headline, deck, byline, outlet, dates, original, tags, notices."""

import pytest

from onrecord.model import Article
from onrecord.read import read_article

BODY = (
    "The harbour council said on Friday that the morning ferry “will not sail” until its engine is repaired.\n\n"
    "“We owe it to the islanders to be plain about this,” said Ina Dell, the harbour master.\n\n"
    "Nobody disagreed, and the meeting was over by eight."
)


def read(text: str) -> Article:
    article, failures = read_article(text.encode())
    assert failures == ()
    return article


def read_front(*lines: str) -> Article:
    """An article with these lines before its body, the body untouched."""
    article = read("\n\n".join([*lines, BODY]))
    assert article.text == BODY
    return article


def read_tail(*lines: str, front: str = "Ferry stays in port\n\nBy Ada Quill") -> Article:
    """An article with these lines after its body, the body untouched."""
    article = read("\n\n".join([front, BODY, *lines]))
    assert article.text == BODY
    return article


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Ferry stays in port", "Ferry stays in port"),
        ("# Ferry stays in port", "Ferry stays in port"),
        ("**Ferry stays in port**", "Ferry stays in port"),
        ("Ferry stays in port\n===================", "Ferry stays in port"),
        ("Council says ferry “will not sail”", "Council says ferry “will not sail”"),
        ("Who will mend the ferry?", "Who will mend the ferry?"),
        ("[Ferry stays in port](https://a.example)", "Ferry stays in port"),
    ],
)
def test_title(line: str, title: str) -> None:
    assert read_front(line).title == title


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "“We will not sail,” she said.\n\n" + BODY,
        "PORT DELL (AP) — The ferry stays in port, the council said on Friday.\n\n" + BODY,
        "It stays.\n\n" + BODY,
    ],
)
def test_no_title_where_the_body_begins_at_once(text: str) -> None:
    article = read(text)
    assert article.title is None
    assert article.text == text


def test_deck_between_headline_and_byline() -> None:
    article = read_front(
        "Ferry stays in port", "Council blames an engine, islanders blame the council", "By Ada Quill"
    )
    assert article.deck == "Council blames an engine, islanders blame the council"
    assert article.title == "Ferry stays in port"


def test_deck_as_subheading() -> None:
    article = read_front("# Ferry stays in port", "## Council blames an engine, islanders blame the council")
    assert article.deck == "Council blames an engine, islanders blame the council"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ada Quill", ("Ada Quill",)),
        ("by [Ada Quill](/quill)", ("Ada Quill",)),
        ("BY ADA QUILL", ("Ada Quill",)),
        ("By Ada Quill and Bo Marsh", ("Ada Quill", "Bo Marsh")),
        ("By Ada Quill, Bo Marsh, and Cy van der Reed", ("Ada Quill", "Bo Marsh", "Cy van der Reed")),
        ("By Ada Quill in Port Dell and Bo Marsh in Oxmouth", ("Ada Quill", "Bo Marsh")),
        ("By Ada Quill, Chief Political Correspondent", ("Ada Quill",)),
        ("By Ada Quill, ada.quill@courier.example", ("Ada Quill",)),
        ("By Ada Quill for The Example Courier", ("Ada Quill",)),
        ("By Ada Quill | The Example Courier", ("Ada Quill",)),
        ("By Dr. Ada J. Quill", ("Dr. Ada J. Quill",)),
        ("By ANGUS McROE and SEAN O'DELL", ("Angus McRoe", "Sean O'Dell")),
        ("By Ada Quill, Jr. and Bo Marsh", ("Ada Quill, Jr.", "Bo Marsh")),
        ("Written by Ada Quill", ("Ada Quill",)),
        ("Author: Ada Quill", ("Ada Quill",)),
        ("*By Ada Quill*", ("Ada Quill",)),
        ("By The Associated Press", ("The Associated Press",)),
        ("Posted on May 3, 2024 by Ada Quill", ("Ada Quill",)),
        ("By Élodie Ñandú-Öst", ("Élodie Ñandú-Öst",)),
        ("By Courier News Desk", ("Courier News Desk",)),
        ("Par Élodie Quill", ("Élodie Quill",)),
        ("Par Élodie Quill et Bo Marsh", ("Élodie Quill", "Bo Marsh")),
    ],
)
def test_byline(line: str, authors: tuple[str, ...]) -> None:
    assert read_front("Ferry stays in port", line).authors == authors


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the ferry had not moved.",
        "By the time the council met, nobody was left in the room.",
        "By all accounts the ferry is old, and so is its engine.",
    ],
)
def test_a_sentence_that_begins_with_by_is_no_byline(line: str) -> None:
    article = read(f"Ferry stays in port\n\n{line}\n\n{BODY}")
    assert article.authors == ()
    assert article.body.startswith(line)


@pytest.mark.parametrize(
    ("line", "value", "precision", "words"),
    [
        ("May 3, 2024", "2024-05-03", "day", "May 3, 2024"),
        ("Friday, May 3, 2024", "2024-05-03", "day", "Friday, May 3, 2024"),
        ("Published on 3 May 2024", "2024-05-03", "day", "3 May 2024"),
        ("Published: 2024-05-03", "2024-05-03", "day", "2024-05-03"),
        ("2024-05-03T08:00:00+02:00", "2024-05-03T06:00:00Z", "minute", "2024-05-03T08:00:00+02:00"),
        ("May 3, 2024 at 2:05 p.m. EDT", "2024-05-03T18:05:00Z", "minute", "May 3, 2024 at 2:05 p.m. EDT"),
        ("Posted 2:05 PM ET, Fri May 3, 2024", "2024-05-03", "day", "2:05 PM ET, Fri May 3, 2024"),
        ("Fri 3 May 2024 14.05 BST", "2024-05-03T13:05:00Z", "minute", "Fri 3 May 2024 14.05 BST"),
        ("Sept. 3, 2024", "2024-09-03", "day", "Sept. 3, 2024"),
        ("3rd of May 2024", "2024-05-03", "day", "3rd of May 2024"),
        ("May 2024", "2024-05", "month", "May 2024"),
        ("23/05/2024", "2024-05-23", "day", "23/05/2024"),
        ("5/23/2024", "2024-05-23", "day", "5/23/2024"),
        ("23.5.2024", "2024-05-23", "day", "23.5.2024"),
        ("03/05/2024", None, "unknown", "03/05/2024"),
        ("3 mai 2024", "2024-05-03", "day", "3 mai 2024"),
        ("Publié le vendredi 1er août 2025", "2025-08-01", "day", "vendredi 1er août 2025"),
    ],
)
def test_date(line: str, value: str | None, precision: str, words: str) -> None:
    published = read_front("Ferry stays in port", "By Ada Quill", line).published
    assert published is not None
    assert (published.value, published.precision, published.text) == (value, precision, words)


def test_several_dates_on_one_line() -> None:
    article = read_front("Ferry stays in port", "By Ada Quill", "Published May 3, 2024 | Updated May 4, 2024")
    assert article.published is not None
    assert article.modified is not None
    assert (article.published.value, article.modified.value) == ("2024-05-03", "2024-05-04")


def test_retrieval_date() -> None:
    article = read_front("Ferry stays in port", "May 3, 2024", "Retrieved 9 June 2024")
    assert article.retrieved is not None
    assert article.retrieved.value == "2024-06-09"


@pytest.mark.parametrize(
    "line",
    [
        "The Example Courier, May 3, 2024",
        "The Example Courier | May 3, 2024",
        "May 3, 2024 – The Example Courier",
        "[The Example Courier](https://courier.example) 3 May 2024",
        "The Example Courier, published on May 3, 2024",
    ],
)
def test_outlet_beside_a_date(line: str) -> None:
    article = read_front("Ferry stays in port", "By Ada Quill", line)
    assert article.outlet == "The Example Courier"
    assert article.published is not None
    assert article.published.value == "2024-05-03"
    assert article.original is None


def test_a_name_with_a_place_over_a_date_is_the_writer() -> None:
    article = read_front(
        "Ferry stays in port",
        "An engine has split the port. Who pays?",
        "Ada Quill in Port Dell",
        "3 May 2024",
    )
    assert (article.authors, article.deck) == (("Ada Quill",), "An engine has split the port. Who pays?")


def test_wire_copy() -> None:
    article = read(
        "Ferry Stays in Port, Council Says\nBy ADA QUILL\nExample Press Writer\n\n"
        f"PORT DELL (EP) — {BODY}\n\n___\n\nQuill reported from Port Dell. Bo Marsh contributed to this report.\n"
    )
    assert (article.title, article.authors) == ("Ferry Stays in Port, Council Says", ("Ada Quill",))
    assert article.text == f"PORT DELL (EP) — {BODY}"
    assert article.credit == "Quill reported from Port Dell. Bo Marsh contributed to this report."


def test_labels_under_a_heading_after_the_body() -> None:
    article = read_tail("Topics", "Ferries", "Port Dell", "Reuse this content")
    assert article.tags == ("Ferries", "Port Dell")


def test_menu_over_the_headline() -> None:
    article = read(f"[Home](/) | [News](/n)\n\nFerry stays in port\n\nBy Ada Quill\n\n{BODY}")
    assert (article.title, article.text) == ("Ferry stays in port", BODY)


def test_outlet_and_date_on_the_byline() -> None:
    article = read_front("Ferry stays in port", "By Ada Quill | The Example Courier | May 3, 2024")
    assert (article.authors, article.outlet) == (("Ada Quill",), "The Example Courier")
    assert article.published is not None


def test_lines_of_the_front_need_no_blank_line_between_them() -> None:
    article = read("Ferry stays in port\nBy Ada Quill\nMay 3, 2024\n\n" + BODY)
    assert (article.title, article.authors) == ("Ferry stays in port", ("Ada Quill",))
    assert article.text == BODY


@pytest.mark.parametrize(
    ("lines", "outlet", "original"),
    [
        (
            ("The Mirror Site, May 4, 2024", "[Example Courier](#) 3 May 2024"),
            "The Mirror Site",
            "Example Courier",
        ),
        (
            ("Example Courier, May 3, 2024", "The Mirror Site, May 4, 2024"),
            "The Mirror Site",
            "Example Courier",
        ),
    ],
)
def test_two_outlets_are_a_reprint_and_its_original(
    lines: tuple[str, ...], outlet: str, original: str
) -> None:
    article = read_front("Ferry stays in port", "By Ada Quill", *lines)
    assert article.outlet == outlet
    assert article.original is not None
    assert article.original.outlet == original
    assert article.original.published is not None
    assert article.original.published.value == "2024-05-03"


@pytest.mark.parametrize(
    ("line", "outlet", "url", "date"),
    [
        (
            "The original source of this article is [Example Courier](https://c.example)",
            "Example Courier",
            "https://c.example",
            None,
        ),
        (
            "This article was originally published in the Example Courier on May 3, 2024.",
            "Example Courier",
            None,
            "2024-05-03",
        ),
        (
            "*This story first appeared on [The Example Courier](https://c.example).*",
            "The Example Courier",
            "https://c.example",
            None,
        ),
        ("Originally published by Example Courier.", "Example Courier", None, None),
        (
            "Republished from [Example Courier](https://c.example/x) with permission.",
            "Example Courier",
            "https://c.example/x",
            None,
        ),
        ("Reprinted with permission from the Example Courier.", "Example Courier", None, None),
        ("Source: [Example Courier](https://c.example/x)", "Example Courier", "https://c.example/x", None),
    ],
)
def test_original(line: str, outlet: str, url: str | None, date: str | None) -> None:
    original = read_tail(line).original
    assert original is not None
    assert (original.outlet, original.url) == (outlet, url)
    assert (original.published.value if original.published else None) == date


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        (("Topics: Ferry, Harbour council",), ("Ferry", "Harbour council")),
        (
            ("Region: [Oxmouth](#), [The Isles](#)", "Theme: [Shipping](#)"),
            ("Oxmouth", "The Isles", "Shipping"),
        ),
        (("Dossier: [Ferries](/d/ferries)",), ("Ferries",)),
    ],
)
def test_tags(lines: tuple[str, ...], tags: tuple[str, ...]) -> None:
    assert read_front("Ferry stays in port", "By Ada Quill", *lines).tags == tags


def test_a_label_without_links_is_body() -> None:
    article = read(f"Ferry stays in port\n\nBy Ada Quill\n\nThe verdict: Nobody knows\n\n{BODY}")
    assert article.body.startswith("The verdict: Nobody knows")


@pytest.mark.parametrize(
    "line",
    [
        "Any Weekly can be had in large print: press the letter A above.",
        "To have the Weekly in your letter-box every Saturday, sign up here.",
        "Click the share button above to email this article to your friends.",
        "Press the share button to send this piece to a friend. Find us on [Bleeter](#).",
        "Tap the heart to save this story for later.",
        "Choose your language from the menu above.",
        "To change the size of the letters, press A.",
        "Text size: A A A",
        "This article is also available in Welsh and Cornish.",
        "You can listen to this article in Welsh.",
        "Get the Weekly in your letter-box every Saturday.",
        "Never miss a story: join our list.",
        "Our newsletter comes out every Friday; you can subscribe here.",
        "If you like this piece, share it with your friends.",
        "Please spread the word: send this to a friend.",
        "Follow us on [Bleeter](#) and subscribe to our [channel](#).",
        "To receive our daily newsletter, [click here](#).",
        "Share | Tweet | Email",
        "4 min read",
        "Listen to this article",
        "All Courier articles can be read in 12 languages.",
    ],
)
def test_page_furniture_before_the_body(line: str) -> None:
    article = read_front("Ferry stays in port", "By Ada Quill", line)
    assert [notice.kind for notice in article.notices] == ["other"]


@pytest.mark.parametrize(
    "line",
    [
        "For more than two years nobody was allowed to visit the island.",
        "For more than a week the boats have not been able to follow the old channel.",
        "To have a bridge here was her father’s dream, and on Monday the dream came true.",
        "To get the ferry moving again, the council met here on Friday and voted for a new engine.",
        "Use the bridge and not the ferry button, the mayor told the press.",
        "Find us a boat that can stay on the water, the islanders told the council at noon.",
        "Visit our island, or what is left of it, the mayor told the crowd on Monday.",
        "The new timetable can be read in Braille, the council said.",
        "The right to reprint a map is at the heart of the quarrel, a judge said.",
        "Share prices of the ferry line fell.",
    ],
)
def test_a_first_sentence_stays_in_the_body(line: str) -> None:
    article = read(f"Ferry stays in port\n\nBy Ada Quill\n\n{line}\n\n{BODY}")
    assert article.text == f"{line}\n\n{BODY}"


@pytest.mark.parametrize(
    "line",
    [
        "You are welcome to repost what you find here.",
        "Feel free to copy and pass on this piece.",
        "Everything here may be passed on, with a link to us.",
    ],
)
def test_terms_of_reposting_before_the_body(line: str) -> None:
    article = read_front("Ferry stays in port", "By Ada Quill", line)
    assert [notice.kind for notice in article.notices] == ["repost_terms"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Copyright © 2024 The Example Courier", "copyright"),
        ("© The Example Courier 2024. All rights reserved.", "copyright"),
        ("This site contains copyrighted material whose use has not always been authorised.", "copyright"),
        ("Feel free to repost this article with a link to it.", "repost_terms"),
        ("This material may not be published, broadcast, rewritten or redistributed.", "repost_terms"),
        ("For permission to reprint, write to desk@courier.example", "repost_terms"),
        ("Disclaimer: The paper takes no responsibility for any of this.", "disclaimer"),
        ("The views expressed here are the author's own.", "disclaimer"),
        ("*The opinions in this article do not necessarily reflect those of the Courier.*", "disclaimer"),
        ("Correction: An earlier version of this story gave the wrong age of the ferry.", "correction"),
        ("This article was amended on 4 May 2024 to correct the age of the ferry.", "correction"),
        ("Editor’s note: The harbour master is related to the writer.", "correction"),
        ("Note to readers: please share this with your friends.", "other"),
        ("For media inquiries: desk@courier.example", "other"),
        ("Ada Quill is a regular columnist on ports. She lives in Oxmouth.", "other"),
        ("[Become a member](https://courier.example/join)", "other"),
        ("Read more: [The ferry that never was](#)", "other"),
        ("About the author", "other"),
        ("Ada Quill keeps geese in Oxmouth and writes about what ports share.", "other"),
        ("Dr Ada M. Quill writes about ports for the Courier.", "other"),
        ("The writer is a fellow of the Harbour Institute.", "other"),
    ],
)
def test_notices_after_the_body(line: str, kind: str) -> None:
    article = read_tail(line)
    assert [notice.kind for notice in article.notices] == [kind]


@pytest.mark.parametrize(
    "line",
    [
        "Featured image is from *The Example Courier*",
        "Photo credit: Cy Reed / The Example Agency",
        "Reporting by Ada Quill in Port Dell; Editing by Bo Marsh",
        "Articles by: [Ada Quill](#)",
    ],
)
def test_credit(line: str) -> None:
    credit = read_tail(line).credit
    assert credit is not None
    assert credit == line.replace("*", "").replace("[", "").replace("](#)", "")


def test_note_on_a_regular_writer_without_a_byline() -> None:
    article = read_tail("Bo Marsh is a regular columnist on ports.", front="Ferry stays in port")
    assert [notice.text for notice in article.notices] == ["Bo Marsh is a regular columnist on ports."]
    assert article.authors == ()


@pytest.mark.parametrize("separator", ["*", "* * *", "###", "-30-", "ENDS", "---", "•"])
def test_what_follows_a_separator_is_no_body(separator: str) -> None:
    article = read_tail(separator, "Bo Marsh is a reporter in Oxmouth.", "Copyright © 2024")
    assert len(article.notices) == 2


@pytest.mark.parametrize(
    "last",
    [
        "“Copyright is for lawyers,” she said, “and I am none.”",
        "She will share the report with us on Monday, and follow it with another.",
        "Ina Dell is a sailor who has never liked ferries, her friends say.",
        "“Read more,” he told the council. “Sign up for less.”",
        "The views of the council are well known in the port.",
        "Photographs of the ferry were shown to the council, which was not moved.",
        "Ina Dell keeps geese on the quay and writes about none of it.",
    ],
)
def test_a_last_sentence_stays_in_the_body(last: str) -> None:
    article = read(f"Ferry stays in port\n\nBy Ada Quill\n\n{BODY}\n\n{last}")
    assert article.body.endswith(last)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Story continues below",
        "Read more: [The ferry that never was](#)",
        "Related: [Another ferry](#)",
        "* * *",
    ],
)
def test_lines_between_paragraphs_are_no_body(line: str) -> None:
    first, rest = BODY.split("\n\n", 1)
    assert read(f"# Ferry stays in port\n\n{first}\n\n{line}\n\n{rest}").text == BODY


def test_address_of_the_page() -> None:
    assert (
        read_front("Ferry stays in port", "URL: https://courier.example/ferry").url
        == "https://courier.example/ferry"
    )


def test_an_article_of_front_lines_only_keeps_its_last_line() -> None:
    article = read("Ferry stays in port\n\nNobody knows why")
    assert article.text
