"""A digest as plain text and as a page for e-mail: what stands in it, its bounds, and that it is harmless."""

import html
import re
from typing import Any

import pytest
from lxml import html as reading
from msgspec.structs import replace

from onrecord.findings import VERDICTS, Check, CheckedQuotation, Difference, Place, Searched
from onrecord.formats.check.words import SIGNS
from onrecord.formats.wrap import cells
from onrecord.ledger.changes import Change
from onrecord.ledger.changes import Difference as Words
from onrecord.ledger.digest_html import to_html
from onrecord.ledger.digest_sections import MOST_FAMILIES, MOST_OF_EACH, MOST_SHOWN, MOST_SPEAKERS
from onrecord.ledger.digest_text import WIDTH, to_text
from onrecord.ledger.digest_words import CAREFUL
from onrecord.ledger.news import (
    ArticleName,
    Digest,
    Failed,
    Growth,
    QuoteEdit,
    Reprint,
    SpeakerNews,
    Unfaithful,
)
from onrecord.ledger.rows import QuotationRow

SITE = "http://127.0.0.1:8000"
ROW = QuotationRow(
    quotation="sha256:0a",
    article="sha256:0b",
    content="“We count every wagon,”",
    speaker_ids=(None,),
    speakers=("Ilyan Dorzhek",),
    source="Dorzhek",
    cue="said",
    kind="direct",
    act="statement",
    negated=False,
    outlet="Two Banks Wire",
    published="2031-10-14",
    said=None,
    title="City will talk",
    url="https://wire.example/talk",
    path="wire.txt",
    verdict="altered",
)
NAME = ArticleName(
    id="sha256:0b",
    title="City will talk",
    outlet="Two Banks Wire",
    published="2031-10-14",
    url="https://wire.example/talk",
    path="wire.txt",
)
CHECK = Check(
    id="p",
    verdict="altered",
    flags=("cut_start",),
    document=Place(path="documents/address.txt", span=(10, 31)),
    document_speaker="Dorzhek",
    differences=(Difference(op="replace", kind="wording", quote=(15, 20), document=(25, 29), text="cart"),),
    searched=Searched(documents=9, digest="sha256:0"),
    text="We count every wagon,",
)
CHANGE = Change(
    kind="quote_changed",
    before="We will not open it",
    after="We will open it",
    differences=(Words(before="not", after=""), Words(before="", after="soon"), Words(before="a", after="b")),
    speaker="Ada Quill",
)
DIGEST = Digest(
    since="2031-10-15",
    until="2031-10-15",
    articles=4,
    versions=1,
    documents=2,
    quotations=23,
    outlets=3,
    verdicts={"verbatim": 7, "altered": 1, "not_found": 2},
    speakers_in_all=31,
    speakers=(
        SpeakerNews(id="speaker:1", label="Ilyan Dorzhek", statements=6, quotations=40, rows=(ROW, ROW)),
    ),
    unfaithful=(
        Unfaithful(
            row=ROW,
            checked=CheckedQuotation(
                id=ROW.quotation, verdict="altered", flags=("cut_start",), checks=(CHECK,)
            ),
        ),
    ),
    versions_compared=1,
    edits_in_all=1,
    edits=(QuoteEdit(article=NAME, change=CHANGE, noted=False),),
    reprints_in_all=1,
    reprints=(Reprint(original=NAME, copy=replace(NAME, outlet="Gull", id="sha256:0c"), shared=0.874),),
    families_in_all=1,
    families=(Growth(added=2, printings=5, outlets=3, row=ROW),),
    failures_in_all=12,
    failures=(Failed(path="scans/a.pdf", stage="read", reason="it has no text"),),
)
NOTHING = Digest(
    **{name: () if isinstance(getattr(DIGEST, name), tuple) else 0 for name in Digest.__struct_fields__}
    | {"since": "2031-10-15", "until": None, "verdicts": {}}
)

TEXT = """\
Added on 15 October 2031
========================

4 new articles and 1 newer version of known ones, of 3 outlets, with 23
quotations; 2 documents to check against.
Checked: 7 verbatim, 1 altered, 2 not found.


Who was quoted (31 speakers)
----------------------------

Ilyan Dorzhek · 6 statements (40 quotations in the ledger)
    “We count every wagon,”
    Two Banks Wire · 14 October 2031 · City will talk
    https://wire.example/talk

    “We count every wagon,”
    Two Banks Wire · 14 October 2031 · City will talk
    https://wire.example/talk


Altered, spliced or not found (3 quotations)
--------------------------------------------
A verdict says how quoted words lie beside the documents that were
searched. None says whether what was said is true, and “not found” does
not say that the words were invented.

≠ altered · Ilyan Dorzhek
    “We count every wagon,”
    Two Banks Wire · 14 October 2031 · City will talk
    - Words were added, dropped or changed with no mark, beside
    address.txt, in the turn of Dorzhek.
    - Flags: cut start.
    - changed (wording): “wagon” in the quote, “cart” in the document
    https://wire.example/talk


Versions that changed a quote (1 change)
----------------------------------------

Ada Quill · the words changed
    We will open it
    Two Banks Wire · 14 October 2031 · City will talk · no notice of a
    correction came with it
    - “not” taken out
    - “soon” put in
    - “a” became “b”
    https://wire.example/talk


Copies that do not name their original (1 pair)
-----------------------------------------------

Gull · 14 October 2031 · City will talk
    - shares 87% of the shorter text with Two Banks Wire · 14 October
    2031 · City will talk
    https://wire.example/talk


Families that grew most (1 family)
----------------------------------

Ilyan Dorzhek
    “We count every wagon,”
    Two Banks Wire · 14 October 2031 · City will talk
    - 2 printings more, 5 in all, in 3 outlets
    https://wire.example/talk


Could not be read (12 inputs)
-----------------------------

scans/a.pdf
    - read: it has no text
"""


def test_the_digest_as_plain_text() -> None:
    assert to_text(DIGEST) == TEXT


def test_the_digest_as_a_page_says_the_same() -> None:
    page = to_html(DIGEST)
    told = html.unescape(re.sub(r"<[^>]*>", " ", page))
    squeezed = " ".join(told.split())
    for words in ("Added on 15 October 2031", "≠ altered · Ilyan Dorzhek", "“not” taken out", "31 speakers"):
        assert words in squeezed
    assert CAREFUL in squeezed
    hrefs = re.findall(r'href="([^"]*)"', page)
    assert set(hrefs) == {"https://wire.example/talk"}


def test_with_a_site_the_links_lead_there() -> None:
    hrefs = set(re.findall(r'href="([^"]*)"', to_html(DIGEST, site=f"{SITE}/")))
    assert hrefs == {
        f"{SITE}/quotations/sha256:0a",
        f"{SITE}/articles/sha256:0b",
        f"{SITE}/articles/sha256:0c",
    }
    assert f"    {SITE}/quotations/sha256:0a\n" in to_text(DIGEST, site=SITE)


def test_a_day_on_which_nothing_was_added_has_no_sections() -> None:
    assert to_text(NOTHING) == (
        "Added since 15 October 2031\n"
        "===========================\n\n"
        "0 new articles and 0 newer versions of known ones, of 0 outlets, with 0\n"
        "quotations; 0 documents to check against.\n"
    )
    assert "<h2" not in to_html(NOTHING)


TITLES = [
    ("2031-10-15", None, "Added since 15 October 2031"),
    ("2031-10-15", "2031-10-15", "Added on 15 October 2031"),
    ("2031-10-15", "2031-11-01", "Added from 15 October 2031 to 1 November 2031"),
]


@pytest.mark.parametrize(("since", "until", "title"), TITLES)
def test_the_title_names_the_days(since: str, until: str | None, title: str) -> None:
    assert to_text(replace(DIGEST, since=since, until=until)).startswith(f"{title}\n")
    assert f"<title>onrecord: {title}</title>" in to_html(replace(DIGEST, since=since, until=until))


@pytest.mark.parametrize("verdict", VERDICTS[2:])
def test_a_verdict_is_told_by_sign_and_name(verdict: Any) -> None:
    check = replace(CHECK, verdict=verdict, document=None, differences=())
    found = Unfaithful(row=ROW, checked=CheckedQuotation(id=ROW.quotation, verdict=verdict, checks=(check,)))
    told = to_text(replace(DIGEST, unfaithful=(found,)))
    assert f"{SIGNS[verdict]} {verdict.replace('_', ' ')} · Ilyan Dorzhek\n" in told
    assert ("in the 9 documents searched." in " ".join(told.split())) == (verdict == "not_found")


EDITS = [
    (
        Change(kind="speaker_changed", before="Ada Quill", after=None),
        "before: Ada Quill; now: no speaker named",
    ),
    (Change(kind="quote_dropped", before="We will not open it", after=None), "We will not open it"),
]


@pytest.mark.parametrize(("change", "told"), EDITS)
def test_other_changes_of_a_quote_are_told_too(change: Change, told: str) -> None:
    edit = QuoteEdit(article=NAME, change=change, noted=True)
    text = " ".join(to_text(replace(DIGEST, edits=(edit,))).split())
    assert told in text
    assert "· a notice of a correction came with it" in text


def test_words_that_were_denied_and_versions_left_out_are_told_so() -> None:
    denied = Growth(added=1, printings=2, outlets=1, row=replace(ROW, negated=True))
    told = to_text(replace(DIGEST, families=(denied,), versions=900, versions_compared=500))
    assert "Ilyan Dorzhek (denied)\n" in told
    assert "Versions that changed a quote (1 change in the newest 500 of 900" in told


HARM = "<script>alert(1)</script>\x1b[31m\u202e&\"'" + " harm" * 9_000


def harmful() -> Digest:
    """As much as a digest can hold, all of it harmful."""
    row = replace(
        *(ROW,),
        **dict.fromkeys(("content", "source", "outlet", "title", "published", "path"), HARM),
        speakers=(HARM,) * 50,
        url="javascript:alert(1)",
        quotation=HARM[:100],
    )
    name = replace(
        NAME, title=HARM, outlet=HARM, published=HARM, url="https://x.example/\"onload='" + "x" * 400
    )
    differences = tuple(
        Difference(op="replace", kind="wording", quote=(0, 30_000), document=(0, 9), text=HARM)
        for _ in range(50)
    )
    check = replace(CHECK, text=HARM, differences=differences, document=Place(path=HARM, span=(0, 9)))
    checked = CheckedQuotation(id=row.quotation, verdict="altered", checks=(check,))
    words = tuple(Words(before=HARM, after=HARM) for _ in range(50))
    change = Change(kind="quote_changed", before=HARM, after=HARM, differences=words, speaker=HARM)
    news = SpeakerNews(id="s", label=HARM, statements=1, quotations=1, rows=(row,) * MOST_OF_EACH)
    return replace(
        DIGEST,
        speakers=(news,) * MOST_SPEAKERS,
        unfaithful=(Unfaithful(row=row, checked=checked),) * MOST_SHOWN,
        edits=(QuoteEdit(article=name, change=change, noted=False),) * MOST_SHOWN,
        reprints=(Reprint(original=name, copy=name, shared=1.0),) * MOST_SHOWN,
        families=(Growth(added=1, printings=1, outlets=1, row=row),) * MOST_FAMILIES,
        failures=(Failed(path=HARM, stage="read", reason=HARM),) * MOST_SHOWN,
    )


@pytest.mark.parametrize("site", [None, SITE])
def test_a_page_for_e_mail_has_its_styles_in_place_and_loads_nothing(site: str | None) -> None:
    page = to_html(harmful(), site=site)
    assert len(page.encode()) < 102_000  # from there on some programs cut a message off
    nodes = list(reading.document_fromstring(page).iter())
    allowed = {"html", "head", "meta", "title", "body", "div", "p", "b", "h1", "h2", "span", "ul", "li", "a"}
    assert {node.tag for node in nodes} <= allowed
    for node in nodes:
        assert set(node.attrib) <= {"style", "dir", "href", "lang", "charset", "name", "content"}
        assert "url(" not in node.get("style", "")
        assert node.get("href", "https://").startswith(("https://", SITE))
    assert "\x1b" not in page
    assert "\u202e" not in page


def test_lines_of_plain_text_are_no_longer_than_e_mail_likes() -> None:
    for line in to_text(harmful()).splitlines():
        assert cells(line) <= WIDTH or line.strip().startswith("https://")
        assert "\x1b" not in line
