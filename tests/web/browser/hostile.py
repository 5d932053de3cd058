"""Records that are out to get whoever looks at them: markup, scripts and turned directions in every field there is."""

import msgspec

from onrecord.check.documents import document_again
from onrecord.findings import DocumentNote
from onrecord.ledger.checking import check_in_ledger, keep_checks
from onrecord.ledger.documents import keep_document
from onrecord.ledger.keeping import find_place
from onrecord.ledger.ledger import Ledger
from onrecord.model import (
    Article,
    Date,
    Edit,
    Evidence,
    Failure,
    Link,
    Mark,
    Notice,
    Original,
    Quotation,
    Record,
    Speaker,
    article_id,
    quotation_id,
)

RUN = "alert('owned');document.title='owned'"
EVIL = (
    f"</script></style></textarea></title>--></svg>\"'><script>{RUN}</script><img src=https://a.example/x.png "
    f'onerror="{RUN}"><svg onload="{RUN}"><iframe src="javascript:{RUN}"></iframe><base href=https://a.example/>'
    f'<a href="javascript:{RUN}">x</a><form action=https://a.example/><input autofocus onfocus="{RUN}"></form>'
    "<meta http-equiv=refresh content='0;url=https://a.example/'><link rel=stylesheet href=https://a.example/x.css>"
    "{{ 7 * 7 }}{% raw %} %s &lt;b&gt; &#x3C;b> \u202edenwo\u202c \u2067\u0005\x1b[31m\x00\x7f\x9b"
)
SURROGATE = "\ud800"
WORDS = "the herring run will not wait for a bridge that nobody has signed for"
ADDRESS = f"javascript:{RUN}"
LONG, LONGEST = 300_000, 10_000_000  # characters
SAYS = "Speaks"
NAME = "Ada Quill <img src=x onerror=alert('owned')></bdi> \u202elliuQ\u202c"  # short enough for the register


def keep_all(ledger: Ledger) -> None:
    """Keep them: an article, its newer version, its copy elsewhere, one with endless names; and a document."""
    note = DocumentNote(
        path=f"folder/{EVIL}.txt",
        digest=article_id(b"document"),
        title=EVIL,
        url=ADDRESS,
        published=Date(value=None, precision="unknown", text=EVIL),
    )
    text = f"{EVIL}: Yes. {WORDS[:40]} and {EVIL} {WORDS[40:]}.\n\n{EVIL}: {EVIL}"
    with ledger.write() as connection:
        keep_document(connection, document_again(text, note, report=False))
    first = record("first", outlet=f"First {NAME}", day="2031-10-15", words=WORDS)
    for one in (
        first,
        record("newer", outlet=f"First {NAME}", day="2031-10-15", words=WORDS.replace("signed", "paid")),
        record("copy", outlet=f"Second {NAME}", day="2031-10-17", words=WORDS),
        endless(first),
    ):
        keep(ledger, one)
    ledger.fail(f"folder/{EVIL}", Failure(stage=EVIL[:60], reason=EVIL))
    ledger.fail("endless", Failure(stage="read", reason="r" * LONG))


def keep(ledger: Ledger, one: Record) -> None:
    """Keep a record with its check."""
    kept = ledger.keep(one)
    if kept.record is None or kept.id is None:
        raise ValueError(f"it was not kept: {kept}")
    with ledger.write() as connection:
        place = find_place(connection, kept.id)
        if place is not None:
            keep_checks(connection, kept.record, place, check_in_ledger(connection, kept.record))


def record(name: str, *, outlet: str, day: str, words: str) -> Record:
    """An article of two paragraphs with a direct quotation, one inside it, and one of each other kind."""
    id = article_id(name.encode())
    opening = f"{EVIL} stood on the quay{SURROGATE} at Vell and looked at the water for a long time. "
    quoted = f"“{words} {EVIL}”"
    told = f" {SAYS} {EVIL}, who said that {EVIL} was “late”."
    text = f"{opening}{quoted}{told}\n\nNobody else was there, and the boats went out one after the other as before."
    start = len(opening)
    inside = (start + 1, start + len(quoted) - 1)
    cue = (start + len(quoted) + 1, start + len(quoted) + 1 + len(SAYS))
    source = (cue[1] + 1, cue[1] + 1 + len(EVIL))
    speaker = Speaker(
        name=NAME,
        kind="person",
        confidence=0.9,
        evidence=(Evidence(span=source, why=EVIL),),
    )
    direct = Quotation(
        id=quotation_id(id, "text", ((start, start + len(quoted)),)),
        kind="direct",
        content=((start, start + len(quoted)),),
        cue=(cue,),
        source=(source,),
        marks=(inside,),
        speakers=(speaker,),
        addressee=EVIL,
        venue=EVIL,
        date=Date(value=None, precision="unknown", text=EVIL),
        edits=(Edit(kind="bracket", span=(start + 2, start + 5)),),
        links=(0, 1, 99),
        by=f"x/1 {EVIL}",
    )
    place = text.index("that", cue[1])
    indirect = Quotation(
        id=quotation_id(id, "text", ((place, len(text) - 80),)),
        kind="mixed",
        act="belief",
        negated=True,
        content=((place, len(text) - 80),),
        candidates=(Speaker(name=EVIL, kind="unnamed"),),
        parent=direct.id,
        by="x/1",
    )
    titled = Quotation(
        id=quotation_id(id, "title", ((0, 9),)), field="title", kind="direct", content=((0, 9),), by="x"
    )
    return Record(
        article=Article(
            id=id,
            path=f"folder/{outlet}.html",
            url=f"https://b.example/{'second' if name == 'copy' else 'first'}?{EVIL}",
            title=EVIL,
            deck=EVIL,
            authors=(EVIL, EVIL),
            outlet=outlet,
            language="en\" onclick=\"alert('owned')",
            published=Date(value=day, precision="day", text=EVIL),
            modified=Date(value=f"{day}T0{len(name) % 10}:00:00Z", precision="minute", text=EVIL),
            original=Original(
                outlet=EVIL, url=ADDRESS, published=Date(value=None, precision="unknown", text=EVIL)
            ),
            tags=(EVIL,),
            credit=EVIL,
            captions=(EVIL,),
            text=text,
            paragraphs=((0, text.index("\n\n")), (text.index("\n\n") + 2, len(text))),
            links=(
                Link(span=(start + 3, start + 9), href=ADDRESS, text=EVIL),
                Link(span=(start + 12, start + 20), href=f"https://b.example/\"'>{EVIL}", text=EVIL),
            ),
            marks=(Mark(span=inside, role="quotation", quotation=direct.id),),
            notices=(Notice(kind="copyright", text=EVIL), Notice(kind="repost_terms", text=EVIL)),
        ),
        quotations=(direct, indirect, titled),
        failures=(Failure(stage=EVIL[:60], reason=EVIL),),
    )


def endless(one: Record) -> Record:
    """A record whose names go on for megabytes."""
    long = "W" * LONG
    id = article_id(b"endless")
    direct = msgspec.structs.replace(
        one.quotations[0],
        id=quotation_id(id, "text", one.quotations[0].content),
        speakers=(Speaker(name=long, kind="person"),),
        venue=long,
    )
    article = msgspec.structs.replace(
        one.article,
        id=id,
        path=long,
        url="https://b.example/" + long,
        title="W" * LONGEST,
        deck=long,
        authors=(long,),
        outlet=long,
        credit=long,
        captions=(long,),
        tags=(long,),
        notices=(Notice(kind="other", text=long),),
        marks=(Mark(span=one.article.marks[0].span, role="quotation", quotation=direct.id),),
    )
    return Record(article=article, quotations=(direct,))
