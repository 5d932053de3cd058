"""The check of an article: passages of one quotation together, links, speakers, and the words of a summary."""

from onrecord.check.article import addresses_of, check_again, check_record
from onrecord.check.documents import document_of
from onrecord.check.index import Index, index_texts
from onrecord.findings import CheckedArticle
from onrecord.formats.check import summary_line
from onrecord.model import Article, Link, Quotation, Record, Span, Speaker

FILLER = " ".join(f"Then the clerk read item {number} of the long list." for number in range(30))
SPEECH = f"""\
MAYOR QUIST: The lamps will stay on until the ice is gone. {FILLER} We have no quarrel with the skippers.

MS. OAKE: The ferry was sold in March.
"""


def record(text: str, *rows: tuple[str, ...], href: str | None = None, speaker: str = "Ada Quist") -> Record:
    quotations = []
    for number, words in enumerate(rows):
        spans: list[Span] = [(text.index(part), text.index(part) + len(part)) for part in words]
        quotations.append(
            Quotation(
                id=f"q{number}",
                kind="direct",
                content=tuple(spans),
                marks=tuple(spans),
                by="t/1",
                speakers=(Speaker(name=speaker, kind="person"),),
                links=(0,) if href else (),
            )
        )
    links = (Link(span=(0, 1), href=href, text="x"),) if href else ()
    return Record(article=Article(id="a", path="a.txt", text=text, links=links), quotations=tuple(quotations))


def checked(text: str, *rows: tuple[str, ...], speech: str = SPEECH) -> CheckedArticle:
    with index_texts([speech]) as index:
        return check_record(record(text, *rows), index)


def test_a_quotation_has_the_worst_verdict_of_its_passages() -> None:
    found = checked(
        "“The lamps will stay on,” she said, “until the frost is gone for good.”",
        ("The lamps will stay on", "until the frost is gone for good"),
    )
    (quotation,) = found.quotations
    assert [check.verdict for check in quotation.checks] == ["verbatim", "not_found"]
    assert quotation.verdict == "not_found"


def test_passages_from_far_apart_are_flagged() -> None:
    text = (
        "“The lamps will stay on,” she said. “We have no quarrel with the skippers.” “until the ice is gone”"
    )
    apart = checked(text, ("The lamps will stay on", "We have no quarrel with the skippers."))
    together = checked(text, ("The lamps will stay on", "until the ice is gone"))
    assert "parts_apart" in apart.quotations[0].flags
    assert "parts_apart" not in together.quotations[0].flags


def test_a_passage_that_stands_in_several_places_is_taken_near_the_others() -> None:
    speech = f"QUIST: It is time. {FILLER} The old ferry was a good ship, and it is time."
    found = checked("“The old ferry was a good ship,” he said, “it is time.”",
                    ("The old ferry was a good ship,", "it is time."), speech=speech)  # fmt: skip
    first, second = found.quotations[0].checks
    assert first.document is not None
    assert second.document is not None
    assert second.document.span[0] > first.document.span[1]
    assert second.places == 2
    assert "parts_apart" not in found.quotations[0].flags


def test_the_summary_counts_verdicts_and_other_turns_apart() -> None:
    text = "“The lamps will stay on,” “The ferry was sold in March.” “We sold the lamps to a baker in the spring.”"
    found = checked(
        text,
        ("The lamps will stay on",),
        ("The ferry was sold in March.",),
        ("We sold the lamps to a baker in the spring.",),
    )
    assert found.summary.verdicts["verbatim"] == 2
    assert found.summary.other_speaker["verbatim"] == 1
    assert summary_line(found.summary) == (
        "3 quotations: 2 verbatim, of which 1 in another's turn; 1 not found in 1 document"
    )


def linked(index: Index, href: str) -> tuple[str | None, bool, str]:
    found = check_record(record("“the lamps stay on”", ("the lamps stay on",), href=href), index)
    (check,) = found.quotations[0].checks
    assert check.linked is not None
    return check.linked.path, check.linked.contains, check.document.path if check.document else ""


def test_the_linked_document_is_tried_first_and_its_silence_is_a_finding() -> None:
    texts = {
        "docs/a.txt": "We said that the lamps stay on.",
        "docs/b.txt": "https://www.example.org/speeches/2?utm_source=x\nYes, the lamps stay on.",
        "docs/c.txt": "The ferry was sold in March.",
    }
    with index_texts([document_of(text.encode(), path=path) for path, text in texts.items()]) as index:
        assert linked(index, "http://example.org/speeches/2/") == ("docs/b.txt", True, "docs/b.txt")
        assert linked(index, "https://other.example/files/b.txt") == ("docs/b.txt", True, "docs/b.txt")
        assert linked(index, "c.txt") == ("docs/c.txt", False, "docs/a.txt")
        assert linked(index, "https://other.example/elsewhere") == (None, False, "docs/a.txt")
        assert linked(index, "https://[broken") == (None, False, "docs/a.txt")
        assert len(addresses_of(index)) == 4


def test_a_quotation_inside_anothers_marks_is_checked_with_it() -> None:
    text = "“He told us ‘the lamps stay on’ and left,” she said."
    outer = ("He told us ‘the lamps stay on’ and left,",)
    whole = record(text, outer, ("the lamps stay on",))
    inner = Quotation(
        id="inner", kind="direct", content=((13, 30),), marks=((13, 30),), by="t/1", parent="q0"
    )
    with index_texts(["He told us the lamps stay on and left."]) as index:
        found = check_record(Record(article=whole.article, quotations=(whole.quotations[0], inner)), index)
    assert [quotation.id for quotation in found.quotations] == ["q0"]


def test_a_check_can_be_done_again() -> None:
    text = "“The lamps will stay on,” she said, “until the ice is gone.”"
    with index_texts([SPEECH]) as index:
        first = check_record(record(text, ("The lamps will stay on", "until the ice is gone.")), index)
        assert check_again(first, index) == first
