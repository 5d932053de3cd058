"""Records built by hand: an invented dispute over a ferry line, and an article that means harm."""

from collections.abc import Callable

import msgspec
import pytest

from onrecord.model import (
    Article,
    Date,
    Link,
    Notice,
    Original,
    Quotation,
    Record,
    Span,
    Speaker,
    article_id,
    quotation_id,
)

Build = Callable[..., Quotation]


def spans_of(text: str, parts: str) -> tuple[Span, ...]:
    """Where some words stand in a text; several stretches are written with " | " between them."""
    spans, at = [], 0
    for part in filter(None, parts.split(" | ")):
        at = text.index(part, at)
        spans.append((at, at + len(part)))
        at += len(part)
    return tuple(spans)


def build(
    text: str, content: str, *, who: str | None = None, cue: str = "", source: str = "", **more: object
) -> Quotation:
    """A quotation of a text, by the words that it is made of."""
    spans = spans_of(text, content)
    values: dict[str, object] = {
        "id": quotation_id("sha256:test", str(more.get("field", "text")), spans),
        "kind": "direct" if "“" in content else "indirect",
        "content": spans,
        "cue": spans_of(text, cue),
        "source": spans_of(text, source),
        "speakers": (Speaker(name=who, kind="person", confidence=0.9),) if who else (),
        "confidence": 0.93,
        "by": "test/1",
    }
    return Quotation(**(values | more))  # type: ignore[arg-type]


TITLE = "Ferry line “will not close”, says Marl as islanders march"
DECK = "The operator denies that it has a buyer for the two boats"
TEXT = """The Saltby ferry will run through the winter, the line's manager Ines Marl said on Tuesday, hours after some \
three hundred islanders marched to the pier with lanterns and a brass band.

“We have heard every one of you,” Marl told the crowd from the deck of the Kittiwake. “The boats stay, the crews \
stay, and [the winter timetable] stays.”

She did not say who would pay for the new engines, which the harbour board puts at four million crowns.

Councillor Tobias Ekwall called the promise “a lantern without oil”. He recalled that Marl had told the council \
in March: “Anyone who says ‘the line is safe’ is guessing.”

The island's doctor, Ruth Adeyemi-Lund, warned that patients would miss their appointments on the mainland. \
Two fishermen who asked not to be named said the line had been “dying since the bridge was drawn”, and that they \
had stopped buying season tickets.

“People will row if they have to.”

According to the harbour board's report, passenger numbers fell by a third in six years. The board believes that \
the fall will go on. Ekwall and Adeyemi-Lund said they would meet the minister next week."""


def harbour_record() -> Record:
    """The record of the ferry article: direct, indirect and mixed, nested, denied, unknown and two speakers."""
    march = "Anyone who says ‘the line is safe’ is guessing."
    outer = build(TEXT, f"“{march}”", who="Ines Marl", cue="told", source="Marl had", id="sha256:outer")
    quotations = (
        build(TEXT, "The Saltby ferry will run through the winter", who="Ines Marl", cue="said", links=(0,)),
        build(
            TEXT,
            "“We have heard every one of you,” | “The boats stay, the crews stay, and [the winter timetable] stays.”",
            who="Ines Marl",
            cue="told",
            date=Date(value="2031-10-14", precision="day", text="on Tuesday"),
        ),
        build(TEXT, "who would pay for the new engines", who="Ines Marl", cue="did not say", negated=True),
        build(
            TEXT,
            "the new engines, which the harbour board puts at four million crowns",
            cue="puts",
            speakers=(Speaker(name="harbour board", kind="group"),),
        ),
        build(TEXT, "“a lantern without oil”", who="Tobias Ekwall", cue="called"),
        outer,
        build(
            TEXT,
            "‘the line is safe’",
            cue="says",
            parent="sha256:outer",
            kind="direct",
            speakers=(Speaker(name="Anyone", kind="unnamed"),),
        ),
        build(
            TEXT,
            "that patients would miss their appointments on the mainland",
            who="Ruth Adeyemi-Lund",
            cue="warned",
        ),
        build(
            TEXT,
            "the line had been “dying since the bridge was drawn”, and that they had stopped buying season tickets",
            cue="said",
            kind="mixed",
            speakers=(Speaker(name="Two fishermen who asked not to be named", kind="unnamed"),),
        ),
        build(
            TEXT,
            "“People will row if they have to.”",
            candidates=(Speaker(name="Ruth Adeyemi-Lund", kind="person", confidence=0.4),),
            confidence=0.4,
        ),
        build(
            TEXT,
            "passenger numbers fell by a third in six years",
            cue="According to",
            links=(1, 2),
            speakers=(Speaker(name="the harbour board's report", kind="document"),),
        ),
        build(
            TEXT,
            "that the fall will go on",
            cue="believes",
            act="belief",
            speakers=(Speaker(name="harbour board", kind="group"),),
        ),
        build(
            TEXT,
            "they would meet the minister next week",
            cue="said",
            speakers=(
                Speaker(name="Tobias Ekwall", kind="person"),
                Speaker(name="Ruth Adeyemi-Lund", kind="person"),
            ),
        ),
        build(TITLE, "Ferry line “will not close”", who="Ines Marl", cue="says", field="title", kind="mixed"),
        build(
            DECK,
            "that it has a buyer for the two boats",
            cue="denies",
            field="deck",
            negated=True,
            speakers=(Speaker(name="The operator", kind="group"),),
        ),
    )
    paragraphs, at = [], 0
    for paragraph in TEXT.split("\n\n"):
        paragraphs.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    report = spans_of(TEXT, "the harbour board's report")[0]
    return Record(
        article=Article(
            id=article_id(TEXT.encode()),
            path="articles/ferry.html",
            url="https://courier.example/ferry?a=1&b=2",
            title=TITLE,
            deck=DECK,
            authors=("Jonna Sefton", "Ali Ormsby"),
            outlet="The Saltby Courier",
            language="en",
            published=Date(value="2031-10-15T07:30:00Z", precision="minute", text="15 Oct 2031 07:30"),
            original=Original(
                outlet="Northern Wire",
                url="https://wire.example/saltby",
                published=Date(value="2031-10-14", precision="day", text="14 Oct"),
            ),
            tags=("ferries", "Saltby"),
            credit="Photo: P. Haldane",
            captions=("Islanders with lanterns on the Saltby pier on Tuesday evening.",),
            text=TEXT,
            paragraphs=tuple(paragraphs),
            links=(
                Link(
                    span=spans_of(TEXT, "said on Tuesday")[0],
                    href="https://www.line.example/news/1",
                    text="said on Tuesday",
                ),
                Link(span=report, href="https://board.example/report.pdf", text="the harbour board's report"),
                Link(span=report, href=None, text="report"),
            ),
            notices=(Notice(kind="copyright", text="© 2031 The Saltby Courier"),),
        ),
        quotations=quotations,
    )


@pytest.fixture
def harbour() -> Record:
    return harbour_record()


@pytest.fixture
def quotation() -> Build:
    return build


# Every place is counted by hand, in code points: the emoji is one (two UTF-16 units, four bytes of UTF-8).
#        0 12 3      14   19       29      37     45  49     56
BRIEF = "🙂 “Go <now>,” said Ada & co. “We say ‘no’.”\n\nBen agreed it was late."


def brief_record() -> Record:
    """Words in two places, a quotation inside another, an indirect one, one in the headline; two speakers."""
    ada = Speaker(name="Ada", kind="person", confidence=0.9)
    ben = Speaker(name="Ben", kind="person", confidence=0.8)
    quotations = (
        Quotation(
            id="sha256:one",
            kind="direct",
            content=((2, 13), (29, 43)),
            cue=((14, 18),),
            source=((19, 27),),
            marks=((3, 12), (30, 42)),
            speakers=(ada,),
            confidence=0.9,
            by="test/1",
        ),
        Quotation(
            id="sha256:two",
            kind="direct",
            parent="sha256:one",
            content=((37, 41),),
            cue=((33, 36),),
            source=((30, 32),),
            marks=((38, 40),),
            speakers=(Speaker(name="We", kind="unnamed"),),
            confidence=0.7,
            by="test/1",
        ),
        Quotation(
            id="sha256:three",
            kind="indirect",
            content=((56, 67),),
            cue=((49, 55),),
            source=((45, 48),),
            negated=True,
            speakers=(ben,),
            confidence=0.8,
            by="test/1",
        ),
        Quotation(
            id="sha256:four",
            field="title",
            kind="direct",
            content=((5, 9),),
            source=((0, 3),),
            marks=((6, 8),),
            speakers=(ada,),
            confidence=0.5,
            by="test/1",
        ),
    )
    article = Article(
        id="sha256:ab",
        path="a.html",
        url="https://g.example/a?b=1&c=<2>",
        title="Ada: “Go” </script>",
        outlet="The Gull",
        published=Date(value="2031-05-02", precision="day", text="2 May"),
        text=BRIEF,
        paragraphs=((0, 43), (45, 68)),
    )
    return Record(article=article, quotations=quotations)


@pytest.fixture
def brief() -> Record:
    return brief_record()


HOSTILE = [
    "nul\0 and \x1b[31m",
    "half \ud800 pair",
    "turned \u202egnirts\u2069",
    "a\tb\r\nc\x0bd\x85e\u2028f\u2029g\x1ch",
    "</script><!-- <b>&amp; ]]>",
    "🙂🙂 \u0301 𝔘",
    "# no comment\n# article = none",
    "T1\tContent 0 1\tx",
]


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest) -> Record:
    """Words that mean harm, in every place that an article has for words."""
    words: str = request.param
    row = Quotation(
        id=words,
        kind="direct",
        content=((0, len(words)), (3, 900), (-4, 2)),
        source=((0, len(words)),),
        cue=((0, 4),),
        marks=((0, len(words)),),
        speakers=(Speaker(name=words, kind="person", label=words, id=words),),
        addressee=words,
        venue=words,
        by=words,
    )
    article = Article(
        id=words, title=words, outlet=words, authors=(words,), path=words, url=words, text=words
    )
    return Record(article=article, quotations=(row, msgspec.structs.replace(row, id="q", field="captions.7")))
