"""Records built by hand: an invented dispute over a ferry line, and an article that means harm."""

from collections.abc import Callable

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
