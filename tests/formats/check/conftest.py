"""One checked article with a quotation of every kind; people, outlets and sentences are invented."""

import pytest

from onrecord.findings import (
    Check,
    CheckedArticle,
    CheckedQuotation,
    Context,
    Difference,
    Linked,
    OtherPlace,
    Piece,
    Place,
    Searched,
    Summary,
)
from onrecord.model import Article

SEARCHED = Searched(documents=31, digest="sha256:" + "5a" * 32)
BRIEFING = "transcripts/harbour-briefing.txt"


def difference(op: str, kind: str, quote: tuple[int, int], document: tuple[int, int]) -> Difference:
    begin, end = document
    return Difference(op=op, kind=kind, quote=quote, document=(1000 + begin, 1000 + end))


def check(text: str, **values: object) -> Check:
    """A check of `text` that was found word for word in the briefing, or as `values` say."""
    found = values.get("verdict") != "not_found"
    defaults: dict[str, object] = {
        "id": "p1",
        "verdict": "verbatim",
        "text": text,
        "speaker": "Ilse Marchetti",
        "searched": SEARCHED,
        "field": "text",
        "span": (40, 40 + len(text)),
        "quotation": "q1",
    }
    if found:
        defaults |= {
            "document": Place(path=BRIEFING, span=(1000, 1000 + len(text))),
            "document_speaker": "MINISTER MARCHETTI",
            "pieces": (Piece(quote=(0, len(text)), document=(1000, 1000 + len(text)), text=text),),
            "similarity": 1.0,
            "places": 1,
        }
    return Check(**(defaults | values))  # type: ignore[arg-type]


def verbatim() -> Check:
    return check(
        "The quay will reopen before the winter.",
        context=Context(
            before="We have met the divers twice.",
            after="Nobody at the port expects less.",
            question="When will the quay be open to the public again?",
        ),
    )


def altered() -> Check:
    text = "We will always repair twelve cranes, and we colour the map."
    document = "We will repair ten cranes, not thirteen, and we color the map."
    return check(
        text,
        verdict="altered",
        flags=("number_changed", "negation_changed"),
        pieces=(Piece(quote=(0, len(text)), document=(1000, 1000 + len(document)), text=document),),
        document=Place(path=BRIEFING, span=(1000, 1000 + len(document))),
        differences=(
            difference("insert", "wording", (8, 14), (8, 8)),
            difference("replace", "wording", (22, 28), (15, 18)),
            difference("delete", "wording", (35, 35), (27, 39)),
            difference("replace", "spelling", (44, 50), (48, 53)),
        ),
        similarity=0.78,
        context=Context(before="Ask the engineers.", after="That is the plan.", question=None),
        others=(
            OtherPlace(
                path="transcripts/rush.txt",
                span=(50, 50 + len(document)),
                document_speaker="MARCHETTI",
                verdict="altered",
                similarity=0.7,
                differences=(Difference(op="replace", kind="wording", quote=(22, 28), document=(65, 68)),),
                text=document,
            ),
        ),
        linked=Linked(href="https://port.example/notes", path="pages/notes.html", contains=False),
    )


def edited() -> Check:
    text = "[The port] stays open … if the pumps hold."
    left = "It stays open"
    gap = "on weekdays, not on Sundays, and only"
    right = "if the pumps hold."
    second = len(left) + 1 + len(gap) + 1
    return check(
        text,
        verdict="edited",
        flags=("gap_negation", "other_speaker"),
        document_speaker="Q (TOBIAS EKWALL)",
        pieces=(
            Piece(quote=(0, 21), document=(1000, 1000 + len(left)), text=left),
            Piece(quote=(24, 42), document=(1000 + second, 1000 + second + len(right)), text=right),
        ),
        differences=(
            difference("replace", "bracket", (0, 10), (0, 2)),
            difference("delete", "ellipsis", (22, 23), (len(left) + 1, second - 1)),
        ),
        dropped=(gap,),
        similarity=0.9,
    )


def spliced() -> Check:
    text = "We pay the crews. The harbour is ours."
    return check(
        text,
        verdict="spliced",
        flags=("reordered",),
        pieces=(
            Piece(quote=(0, 17), document=(5000, 5017), text="We pay the crews."),
            Piece(quote=(18, 38), document=(1000, 1020), text="The harbour is ours."),
        ),
        differences=(
            Difference(op="delete", kind="joint", quote=(18, 18), document=(3000, 4000)),
            Difference(op="delete", kind="order", quote=(18, 18), document=(1000, 1000)),
        ),
        similarity=0.95,
    )


def missing() -> Check:
    return check("The cranes sing at night.", verdict="not_found", speaker=None)


def one(number: int, *checks: Check, flags: tuple[str, ...] = ()) -> CheckedQuotation:
    """A quotation of these passages, with the worst verdict and all flags."""
    from onrecord.findings import worst

    together = tuple(dict.fromkeys([*(flag for c in checks for flag in c.flags), *flags]))
    return CheckedQuotation(
        id=f"q{number}",
        verdict=worst([c.verdict for c in checks]),
        flags=together,  # type: ignore[arg-type]
        checks=checks,
    )


def article(*quotations: CheckedQuotation, **values: object) -> CheckedArticle:
    """A checked article of these quotations with the summary that they give."""
    verdicts: dict[str, int] = {}
    elsewhere: dict[str, int] = {}
    for quotation in quotations:
        verdicts[quotation.verdict] = verdicts.get(quotation.verdict, 0) + 1
        if "other_speaker" in quotation.flags:
            elsewhere[quotation.verdict] = elsewhere.get(quotation.verdict, 0) + 1
    defaults: dict[str, object] = {
        "article": Article(
            id="sha256:" + "0c" * 32,
            path="articles/quay.html",
            title="Quay to reopen, says minister",
            outlet="The Saltmarsh Courier",
            language="en",
            text="x",
        ),
        "quotations": quotations,
        "summary": Summary(
            quotations=len(quotations),
            verdicts=verdicts,  # type: ignore[arg-type]
            other_speaker=elsewhere,  # type: ignore[arg-type]
            documents=31,
        ),
        "searched": SEARCHED,
    }
    return CheckedArticle(**(defaults | values))  # type: ignore[arg-type]


@pytest.fixture
def quay() -> CheckedArticle:
    return article(
        one(1, verbatim()),
        one(2, altered()),
        one(3, edited()),
        one(4, spliced()),
        one(5, verbatim(), missing(), flags=("parts_apart",)),
    )
